/* Columns that text runs through: what stands in them, before anything has a place.
 *
 * The text is laid at the width of a column into a galley of its own, and boxes (asides) that
 * stand among it are set aside, each with the place where the document has it. All of it becomes
 * one slice of the galley around. What cannot stand in columns breaks them: a page break, a block
 * that begins a page, and a box that is taller than a page even at full width. Then a second set
 * of columns begins below it.
 *
 * A box that is taller than a column but not than a page becomes a wide one. The builder is given
 * nothing that it could not place: rows taller than a column are broken here, and lines that are
 * kept together are parted where they would take more than one. */
#include "layout/flow.h"

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

static int page_room(const ladle_flow *flow)
{
    int room = flow->page->height - flow->page->top - flow->page->bottom;
    return flow->page->grid > 0 ? room / flow->page->grid * flow->page->grid : room;
}

bool ladle_columns_free(const ladle_box *box)
{
    for (const ladle_box *around = box->parent; around; around = around->parent)
        if ((around->kind != LADLE_NODE_SECTION && around->kind != LADLE_NODE_DIV) ||
            ladle_has_frame(around->style) || around->style->absolute || around->style->keep)
            return false;
    return !ladle_has_frame(box->style);
}

/* ------------------------------------------------------------------------------------ a new set */

static void begin(ladle_flow *flow, ladle_columns *columns)
{
    columns->text = ladle_galley_new(flow);
    columns->opens = g_array_new(FALSE, FALSE, sizeof(ladle_column_opening));
    columns->asides = g_array_new(FALSE, FALSE, sizeof(ladle_column_aside));
    ladle_arena_defer(flow->arena, free_array, columns->opens);
    ladle_arena_defer(flow->arena, free_array, columns->asides);
}

static ladle_columns *open_columns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                                   ladle_galley *galley)
{
    ladle_columns *columns = LADLE_NEW(flow->arena, ladle_columns);
    columns->box = box;
    columns->around = galley;
    columns->at = at;
    columns->n = box->style->n_widths > 1 ? (int)box->style->n_widths : 2;
    int *widths = LADLE_NEW_ARRAY(flow->arena, int, (size_t)columns->n);
    columns->x = LADLE_NEW_ARRAY(flow->arena, int, (size_t)columns->n);
    ladle_column_widths(box->style, at.width, (unsigned)columns->n, widths);
    columns->width = widths[0];
    for (int i = 0, x = at.x; i < columns->n; x += widths[i] + box->style->gutter, i++) {
        columns->x[i] = x;
        columns->width = MIN(columns->width, widths[i]);
    }
    begin(flow, columns);
    return columns;
}

/* --------------------------------------------------------------------------------- what is tall */

/* Breaks rows that no column holds. */
static void break_rows(ladle_flow *flow, ladle_columns *columns, int room)
{
    GPtrArray *slices = columns->text->slices;
    for (unsigned i = 0; i < slices->len; i++) {
        ladle_slice *slice = slices->pdata[i], *first, *rest;
        if (!slice->row || slice->height <= room ||
            !ladle_row_split(flow, slice->row, room, true, &first, &rest))
            continue;
        first->before = slice->before;
        first->glued = slice->glued;
        ladle_row_hand_anchors(slice, first, rest);
        slices->pdata[i] = first;
        g_ptr_array_insert(slices, (int)i + 1, rest);
        for (unsigned j = 0; j < columns->opens->len; j++) {
            ladle_column_opening *opening = &g_array_index(columns->opens, ladle_column_opening, j);
            opening->at += opening->at > i;
        }
        for (unsigned j = 0; j < columns->asides->len; j++) {
            ladle_column_aside *aside = &g_array_index(columns->asides, ladle_column_aside, j);
            aside->anchor += aside->anchor > i;
        }
    }
}

/* Parts lines that are kept together where they take more than a column. */
static void part_groups(ladle_galley *text, int room)
{
    int height = 0;
    for (unsigned i = 0; i < text->slices->len; i++) {
        ladle_slice *slice = text->slices->pdata[i];
        bool fits = slice->glued && height + slice->before + slice->height <= room;
        height = fits ? height + slice->before + slice->height : slice->height;
        slice->glued = fits;
        slice->new_page = false;
    }
}

/* ------------------------------------------------------------------------------------- closing */

/* What a page must have room for at least, so that columns begin on it: their first lines. */
static int least_height(const ladle_columns *columns, int room)
{
    const ladle_galley *text = columns->text;
    unsigned end = 1;
    while (end < text->slices->len && ((ladle_slice *)text->slices->pdata[end])->glued)
        end++;
    if (text->slices->len > 0)
        return MIN(ladle_galley_height(text, 0, end), room);
    const ladle_column_aside *first = &g_array_index(columns->asides, ladle_column_aside, 0);
    return MIN(first->slice->height, room);
}

/* Ends a set of columns: they become a slice of the galley around. What the text still owes is
 * handed to what follows. */
static void close_columns(ladle_flow *flow, ladle_columns *columns)
{
    ladle_galley *around = columns->around, *text = columns->text;
    if (text->slices->len > 0 || columns->asides->len > 0) {
        int room = page_room(flow);
        break_rows(flow, columns, room);
        part_groups(text, room);
        ladle_builder_leads(text);
        ladle_slice *slice = ladle_slice_new(flow);
        slice->columns = columns;
        slice->height = least_height(columns, room);
        slice->grid = true;
        slice->wide = true;
        ladle_galley_add(around, slice);
        ladle_galley_space(around, text->space);
    }
    around->keep = MAX(around->keep, text->keep);
    g_array_append_vals(around->anchors, text->anchors->data, text->anchors->len);
}

void ladle_lay_flow_columns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                            ladle_galley *galley)
{
    bool free = ladle_columns_free(box);
    ladle_columns *before = flow->columns;
    flow->columns = free ? open_columns(flow, box, at, galley) : NULL;
    ladle_measure_box column = at;
    if (free)
        column = (ladle_measure_box){0, flow->columns->width, flow->columns->width};
    for (const ladle_box *child = box->first; child; child = child->next)
        ladle_lay(flow, child, column, free ? flow->columns->text : galley);
    if (free)
        close_columns(flow, flow->columns);
    flow->columns = before;
}

/* ------------------------------------------------------------------------------- what is in them
 */

/* A box in one slice, laid at a width. */
static ladle_slice *lay_aside(ladle_flow *flow, const ladle_box *box, int width, int *before,
                              int *after)
{
    ladle_galley *own = ladle_galley_new(flow);
    ladle_lay(flow, box, (ladle_measure_box){0, width, width}, own);
    ladle_slice *slice = ladle_slice_new(flow);
    *before = *after = 0;
    if (own->slices->len > 0)
        *before = ((ladle_slice *)own->slices->pdata[0])->before;
    for (unsigned i = 0; i < own->slices->len; i++) {
        const ladle_slice *part = own->slices->pdata[i];
        slice->height += i > 0 ? part->before : 0;
        ladle_slice_merge(slice, part, 0, slice->height);
        slice->height += part->height;
    }
    g_array_append_vals(slice->anchors, own->anchors->data, own->anchors->len);
    *after = own->space;
    return slice;
}

static void note_tall(ladle_flow *flow, const ladle_box *box, ladle_diag_code code,
                      const char *message)
{
    ladle_diag_add(flow->options->diagnostics, code, box->node->pos, "%s", message);
}

/* A box that no page holds stands below the columns, which go on below it. */
static void break_columns(ladle_flow *flow, const ladle_box *box)
{
    ladle_columns *columns = flow->columns, *above = LADLE_NEW(flow->arena, ladle_columns);
    ladle_galley *text = columns->text, *kept = ladle_galley_new(flow);
    /* The text's galley is at hand where this box is laid, so it is emptied and goes on. */
    *above = *columns;
    GPtrArray *slices = kept->slices;
    GArray *anchors = kept->anchors;
    *kept = *text;
    text->slices = slices;
    text->anchors = anchors;
    text->space = 0;
    text->keep = 0;
    above->text = kept;
    close_columns(flow, above);
    flow->columns = NULL;
    ladle_lay(flow, box, columns->at, columns->around);
    flow->columns = columns;
    begin(flow, columns);
    columns->text = text;
}

/* A laying that is not kept leaves no trace: the box is laid again at another width. */
static void undo(ladle_flow *flow, const ladle_box *box, size_t made, unsigned said)
{
    flow->clusters_made = made;
    ladle_diag_take_back(flow->options->diagnostics, said);
    ladle_fit_restore(flow, box);
}

/* Lays a box by itself; false when it is taller than a page, and must be broken. */
static bool lay_by_itself(ladle_flow *flow, const ladle_box *box, ladle_column_aside *aside)
{
    ladle_columns *columns = flow->columns;
    int room = page_room(flow);
    flow->columns = NULL;
    size_t made = flow->clusters_made;
    unsigned said = ladle_diag_total(flow->options->diagnostics);
    aside->slice = lay_aside(flow, box, aside->wide ? columns->at.width : columns->width,
                             &aside->before, &aside->after);
    if (aside->slice->height > room && !aside->wide) {
        undo(flow, box, made, said);
        aside->wide = true;
        aside->slice = lay_aside(flow, box, columns->at.width, &aside->before, &aside->after);
        if (aside->slice->height <= room)
            note_tall(flow, box, LADLE_DIAG_BOX_WIDENED,
                      "a box is taller than a column; it is set over all columns. Shorten it, or "
                      "make two of it");
    }
    flow->columns = columns;
    if (aside->slice->height <= room)
        return true;
    undo(flow, box, made, said);
    note_tall(flow, box, LADLE_DIAG_BOX_BROKEN,
              "a box is taller than a page; it is set as running text over the full width and "
              "goes on on the next page. Shorten it, or make several of it");
    return false;
}

/* Whether a block begins here, before which a box may stand: not within a list or a box. */
static bool opens_block(const ladle_box *box)
{
    const ladle_box *parent = box->parent;
    return parent && (parent->kind == LADLE_NODE_DIV || parent->kind == LADLE_NODE_COLUMNS) &&
           !parent->style->keep;
}

bool ladle_columns_take(ladle_flow *flow, const ladle_box *box, ladle_galley *galley)
{
    ladle_columns *columns = flow->columns;
    if (galley != columns->text)
        return false;
    if (box->kind == LADLE_NODE_PAGE_BREAK || box->style->page_before) {
        break_columns(flow, box);
        return true;
    }
    unsigned at = columns->text->slices->len;
    if (box->kind != LADLE_NODE_ASIDE) {
        bool list = box->kind == LADLE_NODE_UL || box->kind == LADLE_NODE_OL;
        ladle_column_opening opening = {at, ladle_columns_may_indent(box) ? box : NULL, list};
        if (opens_block(box))
            g_array_append_val(columns->opens, opening);
        return false;
    }
    ladle_column_aside aside = {
        .anchor = at, .wide = box->style->full_width, .alone = box->style->one_a_page};
    if (lay_by_itself(flow, box, &aside))
        g_array_append_val(columns->asides, aside);
    else
        break_columns(flow, box);
    return true;
}
