/* First lines in columns: a paragraph stands in by its indent after another paragraph, and flush
 * after anything else. Whether a box stands above a paragraph is known only when the page is
 * planned: a box may have moved away from above it, or have come between two. So paragraphs of a
 * planned page that turn out to be set the wrong way are laid anew, and the page is planned again.
 */
#include "layout/flow.h"

/* The paragraph before this one in the document, boxes left out; NULL: something else is. */
static const ladle_node *paragraph_before(const ladle_node *node)
{
    const ladle_node *before = node->previous;
    while (before && before->kind == LADLE_NODE_ASIDE)
        before = before->previous;
    return before && before->kind == LADLE_NODE_P ? before : NULL;
}

bool ladle_indent_can_change(const ladle_paragraph *text)
{
    if (text->style->indent == 0 || text->style->smaller || ladle_has_frame(text->style))
        return false;
    for (unsigned i = 0; i < text->objects->len; i++) {
        const ladle_object *object = text->objects->pdata[i];
        if (object->kind == LADLE_OBJECT_NOTE || object->kind == LADLE_OBJECT_SIDE)
            return false; /* it would be made a second time */
    }
    return true;
}

static bool can_change(const ladle_box *box)
{
    const ladle_style *style = box->style;
    return box->kind == LADLE_NODE_P && box->node && !style->left && !style->right &&
           !style->width && ladle_indent_can_change(box->text);
}

bool ladle_columns_may_indent(const ladle_box *box)
{
    const ladle_node *before =
        box->node && box->kind == LADLE_NODE_P ? paragraph_before(box->node) : NULL;
    return before && before->style->indent > 0 && can_change(box);
}

static unsigned lines_of(const ladle_galley *text, unsigned at, const ladle_paragraph *paragraph)
{
    unsigned end = at;
    while (end < text->slices->len) {
        const ladle_slice *slice = text->slices->pdata[end];
        const ladle_part *part =
            slice->parts->len ? &g_array_index(slice->parts, ladle_part, 0) : NULL;
        if (!part || !part->line || part->line->paragraph != paragraph)
            break;
        end++;
    }
    return end - at;
}

/* What the lines had from what stands around them. */
static void hand_down(const GPtrArray *old, unsigned at, unsigned n, const ladle_galley *lines)
{
    const ladle_slice *first = old->pdata[at];
    ladle_slice *opening = lines->slices->pdata[0];
    opening->before = first->before;
    opening->glued = first->glued;
    ladle_row_hand_anchors(first, opening, opening);
    for (unsigned i = 1; i < MIN(n, lines->slices->len); i++) {
        const ladle_slice *from = old->pdata[at + n - i];
        ladle_slice *to = lines->slices->pdata[lines->slices->len - i];
        to->glued = to->glued || (i <= 2 && from->glued);
    }
}

static void shift_places(ladle_columns *columns, unsigned at, int by)
{
    for (unsigned i = 0; i < columns->opens->len; i++) {
        ladle_column_opening *opening = &g_array_index(columns->opens, ladle_column_opening, i);
        if (opening->at > at)
            opening->at = (unsigned)((int)opening->at + by);
    }
    for (unsigned i = 0; i < columns->asides->len; i++) {
        ladle_column_aside *aside = &g_array_index(columns->asides, ladle_column_aside, i);
        if (aside->anchor > at)
            aside->anchor = (unsigned)((int)aside->anchor + by);
    }
}

int ladle_indent_anew(ladle_flow *flow, ladle_galley *galley, unsigned at,
                      ladle_paragraph *paragraph, ladle_measure_box place, bool indented)
{
    unsigned n = lines_of(galley, at, paragraph);
    if (n == 0)
        return 0;
    paragraph->indented = indented;
    size_t made = flow->clusters_made;
    ladle_galley *lines = ladle_galley_new(flow);
    ladle_lay_text(flow, paragraph, NULL, 0, place, lines);
    flow->clusters_made = made;
    GPtrArray *slices = galley->slices;
    hand_down(slices, at, n, lines);
    g_ptr_array_remove_range(slices, at, n);
    for (unsigned i = 0; i < lines->slices->len; i++)
        g_ptr_array_insert(slices, (int)(at + i), lines->slices->pdata[i]);
    return (int)lines->slices->len - (int)n;
}

void ladle_columns_indent(ladle_flow *flow, ladle_columns *columns,
                          const ladle_column_opening *opening, bool indented)
{
    ladle_measure_box place = {0, columns->width, columns->width};
    unsigned at = opening->at;
    int by = ladle_indent_anew(flow, columns->text, at, opening->box->text, place, indented);
    shift_places(columns, at, by);
}
