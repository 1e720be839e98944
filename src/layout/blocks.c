/* Boxes into galleys, but for tables. */
#include "layout/flow.h"

#include <string.h>

int ladle_length_of(const char *text, int whole)
{
    char *end = NULL;
    double value = text ? g_ascii_strtod(text, &end) : 0;
    if (!text || end == text || !(value > 0) || value > 10000)
        return 0;
    if (strcmp(end, "mm") == 0)
        return (int)(value * 72 / 25.4 * LADLE_PT + 0.5);
    if (strcmp(end, "cm") == 0)
        return (int)(value * 720 / 25.4 * LADLE_PT + 0.5);
    if (strcmp(end, "pt") == 0)
        return (int)(value * LADLE_PT + 0.5);
    if (strcmp(end, "%") == 0)
        return (int)(value / 100 * whole + 0.5);
    return 0;
}

/* Destinations wait for the next slice. */
static void owe_place(ladle_galley *galley, const ladle_node *node)
{
    ladle_anchor anchor = {.kind = LADLE_ANCHOR_PLACE, .node = node};
    g_array_append_val(galley->anchors, anchor);
}

static bool is_heading(const ladle_node *node)
{
    return node->kind >= LADLE_NODE_H1 && node->kind <= LADLE_NODE_H4;
}

/* A section that should stand on one page begins it. */
static bool fits_page(const ladle_node *node)
{
    return node->kind == LADLE_NODE_SECTION && ladle_node_attribute(node, "fit");
}

/* A page must end here; run_on: unless it has this much room left. What asks for more holds. */
static void owe_page(ladle_galley *galley, int run_on)
{
    galley->run_on = galley->new_page ? MIN(galley->run_on, run_on) : run_on;
    galley->new_page = true;
}

/* What the galley gets before the slices of a box. */
static void begin_box(ladle_galley *galley, const ladle_box *box)
{
    const ladle_node *node = box->node;
    if (node->kind == LADLE_NODE_SECTION) {
        const char *master = ladle_node_attribute(node, "master");
        if (master) {
            owe_page(galley, 0);
            galley->master = node;
        }
    }
    if (box->style->page_before || fits_page(node))
        owe_page(galley, fits_page(node) ? 0 : box->style->run_on);
    if (node->id || is_heading(node) || node->kind == LADLE_NODE_SECTION ||
        node->kind == LADLE_NODE_FIGURE)
        owe_place(galley, node);
    if (is_heading(node) || node->kind == LADLE_NODE_SECTION || node->kind == LADLE_NODE_ASIDE)
        galley->bars = true;
    ladle_galley_space(galley, box->style->before);
}

/* So many lines before this slice stand on the same page. */
static void keep_previous(ladle_galley *galley, unsigned at, unsigned lines)
{
    for (unsigned i = at; lines > 0 && i > 0; i--) {
        ladle_slice *slice = galley->slices->pdata[i];
        if (slice->new_page)
            return;
        slice->glued = true;
        const ladle_slice *before = galley->slices->pdata[i - 1];
        lines -= MIN(lines, before->row ? ladle_row_lines(before->row) : 1);
    }
}

static void end_box(ladle_galley *galley, const ladle_box *box, unsigned from)
{
    const ladle_style *style = box->style;
    if (galley->slices->len > from) {
        keep_previous(galley, from, style->keep_previous);
        for (unsigned i = from + 1; style->keep && i < galley->slices->len; i++)
            ((ladle_slice *)galley->slices->pdata[i])->glued = true;
        /* What a caption keeps with it is in its own figure: a short table does not drag the next
         * figure along. */
        if (box->kind == LADLE_NODE_FIGURE)
            galley->keep = 0;
    }
    bool heads = box->kind == LADLE_NODE_P && style->keep_next > 0;
    for (unsigned i = from; heads && i < galley->slices->len; i++)
        ((ladle_slice *)galley->slices->pdata[i])->heads = true;
    galley->keep = MAX(galley->keep, style->keep_next);
    ladle_galley_space(galley, style->after);
}

/* ------------------------------------------------------------------------------------- drawings */

static ladle_slice *drawing_slice(ladle_flow *flow, const ladle_chart_box *drawing,
                                  ladle_measure_box at)
{
    ladle_slice *slice = ladle_slice_new(flow);
    slice->height = drawing->height;
    slice->wide = at.x + drawing->width > flow->page->text + flow->page->gutter;
    for (unsigned i = 0; i < drawing->items->len; i++)
        ladle_slice_item(slice, drawing->items->pdata[i], at.x, 0, false);
    return slice;
}

/* What the drawings of a chart that has several have in common: "Diagram 5 fortsat" where one
 * begins another page. */
static ladle_table *series_of(ladle_flow *flow, const ladle_box *box, ladle_measure_box at)
{
    ladle_galley *words = ladle_lay_continued(flow, box->node, at);
    if (!words)
        return NULL;
    ladle_table *series = LADLE_NEW(flow->arena, ladle_table);
    series->continued = words;
    return series;
}

static void lay_chart(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                      ladle_galley *galley)
{
    GPtrArray *drawings =
        ladle_chart_layout(flow->arena, box->node, at.width, box->structure, flow->options);
    ladle_table *series = drawings && drawings->len > 1 ? series_of(flow, box, at) : NULL;
    for (unsigned i = 0; drawings && i < drawings->len; i++) {
        const ladle_chart_box *drawing = drawings->pdata[i];
        if (box->style->align == LADLE_ALIGN_CENTRE)
            at.x += (at.width - drawing->width) / 2;
        if (i > 0 && series)
            ladle_galley_space(galley, flow->page->grid);
        ladle_slice *slice = drawing_slice(flow, drawing, at);
        slice->series = series;
        slice->ends_series = i + 1 == drawings->len;
        ladle_galley_add(galley, slice);
    }
}

/* The size an image is drawn at: as its width says, else its own; never wider than its place nor
 * higher than the text. */
static bool image_size(ladle_flow *flow, const ladle_node *node, int room, int *width, int *height)
{
    const char *path = ladle_node_attribute(node, "src");
    int w = 0, h = 0;
    if (!path || !flow->options->image_size ||
        !flow->options->image_size(flow->options->image_self, path, &w, &h) || w <= 0 || h <= 0) {
        ladle_diag_add(
            flow->options->diagnostics, LADLE_DIAG_IMAGE_UNREADABLE, node->pos,
            "the image %s cannot be used here; what is wrong with it is said of its file",
            path ? path : "without a name");
        return false;
    }
    int wanted = ladle_length_of(ladle_node_attribute(node, "width"), room);
    double scale = wanted > 0 ? (double)wanted / w : 1;
    if (w * scale > room)
        scale = (double)room / w;
    int highest = flow->page->height - flow->page->top - flow->page->bottom;
    if (h * scale > highest)
        scale = (double)highest / h;
    *width = (int)(w * scale);
    *height = (int)(h * scale);
    if (MIN(*width, *height) >= LADLE_PT / 4)
        return true;
    ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_IMAGE_UNREADABLE, node->pos,
                   "the image %s would be less than a quarter of a point %s, and nothing would be "
                   "seen of it; cut it to what it shows",
                   path, *width < *height ? "wide" : "high");
    return false;
}

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

ladle_chart_box *ladle_image_box(ladle_flow *flow, const ladle_node *node, int room,
                                 unsigned structure)
{
    int width, height;
    if (!image_size(flow, node, room, &width, &height))
        return NULL;
    ladle_page_item *item = LADLE_NEW(flow->arena, ladle_page_item);
    item->kind = LADLE_ITEM_IMAGE;
    item->width = width;
    item->height = height;
    item->structure = structure;
    item->image = LADLE_NEW(flow->arena, ladle_image);
    item->image->path = ladle_node_attribute(node, "src");
    item->image->alt = ladle_node_attribute(node, "alt");
    ladle_chart_box *box = LADLE_NEW(flow->arena, ladle_chart_box);
    box->width = width;
    box->height = height;
    box->items = g_ptr_array_new();
    ladle_arena_defer(flow->arena, free_pointers, box->items);
    g_ptr_array_add(box->items, item);
    return box;
}

/* An image and what stands with it in a figure are on one page: what the whole is too high, the
 * image is made lower, but not to less than a quarter of the page. */
static void fit_image(const ladle_flow *flow, const ladle_box *figure, ladle_galley *galley,
                      unsigned from, bool turned)
{
    const ladle_page_measures *page = flow->page;
    int room = (turned ? page->width : page->height) - page->top - page->bottom;
    int excess = ladle_galley_height(galley, from, galley->slices->len) - room;
    const ladle_box *box = figure->first;
    while (box && box->kind != LADLE_NODE_IMG)
        box = box->next;
    for (unsigned i = from; box && excess > 0 && i < galley->slices->len; i++) {
        ladle_slice *slice = galley->slices->pdata[i];
        ladle_part *part = slice->parts->len ? &g_array_index(slice->parts, ladle_part, 0) : NULL;
        if (slice->row || !part || !part->item || part->item->kind != LADLE_ITEM_IMAGE ||
            slice->height - excess < room / 4)
            continue;
        int width = (int)((gint64)part->item->width * (slice->height - excess) / slice->height);
        if (box->style->align == LADLE_ALIGN_CENTRE)
            part->x += (part->item->width - width) / 2;
        part->item->width = width;
        part->item->height = slice->height -= excess;
        return;
    }
}

/* An image that would fill a page by itself leaves room for the heading that is kept with it, but
 * is not made lower than half the page for that. */
static void leave_room(const ladle_flow *flow, const ladle_galley *galley, ladle_chart_box *image)
{
    int room = flow->page->height - flow->page->top - flow->page->bottom;
    unsigned from = galley->slices->len;
    if (galley->keep == 0 || from == 0 || !galley->flows)
        return;
    for (from--; from > 0 && ((ladle_slice *)galley->slices->pdata[from])->glued; from--)
        ;
    int above =
        ladle_galley_height(galley, from, galley->slices->len) + galley->space + flow->page->grid;
    ladle_page_item *item = image->items->pdata[0];
    if (above + image->height <= room || above > room / 2 || image->height <= room / 2)
        return;
    item->width = (int)((gint64)item->width * (room - above) / item->height);
    item->height = image->height = room - above;
    image->width = item->width;
}

static void lay_image(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                      ladle_galley *galley)
{
    ladle_chart_box *image = ladle_image_box(flow, box->node, at.width, box->structure);
    if (!image)
        return;
    if (!box->parent || box->parent->kind != LADLE_NODE_FIGURE) /* see fit_image */
        leave_room(flow, galley, image);
    if (box->style->align == LADLE_ALIGN_CENTRE)
        at.x += (at.width - image->width) / 2;
    ladle_galley_add(galley, drawing_slice(flow, image, at));
}

/* ---------------------------------------------------------------------------- lists, contents */

static const ladle_line *first_line(const ladle_slice *slice)
{
    for (unsigned i = 0; i < slice->parts->len; i++) {
        const ladle_part *part = &g_array_index(slice->parts, ladle_part, i);
        if (part->line && part->y == 0)
            return part->line;
    }
    return NULL;
}

/* Puts a paragraph of one line beside the first line of a slice. */
static void beside(ladle_flow *flow, ladle_slice *slice, const ladle_paragraph *text, int x,
                   int width)
{
    if (ladle_paragraph_empty(text))
        return;
    const ladle_line *first = first_line(slice);
    ladle_line *line = ladle_lay_line(flow, text, width);
    ladle_slice_line(slice, line, x, first ? first->ascent - line->ascent : 0);
    /* It is read before what it stands beside. */
    ladle_part part = g_array_index(slice->parts, ladle_part, slice->parts->len - 1);
    g_array_remove_index(slice->parts, slice->parts->len - 1);
    g_array_prepend_val(slice->parts, part);
}

static void lay_children(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                         ladle_galley *galley)
{
    for (const ladle_box *child = box->first; child; child = child->next)
        ladle_lay(flow, child, at, galley);
}

static void lay_item(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley)
{
    int hanging = box->parent->style->hanging;
    ladle_measure_box inner = {at.x + hanging, at.width - hanging, at.width - hanging};
    unsigned from = galley->slices->len;
    lay_children(flow, box, inner, galley);
    if (galley->slices->len == from)
        ladle_galley_add(galley, ladle_slice_new(flow));
    ladle_slice *first = galley->slices->pdata[from];
    if (first->row) { /* a table or box: the mark stands above it */
        ladle_slice *own = ladle_slice_new(flow);
        own->before = first->before;
        first->before = 0;
        first->glued = true;
        g_ptr_array_insert(galley->slices, (int)from, own);
        first = own;
    }
    beside(flow, first, box->mark, at.x, hanging);
}

/* An item of so few lines does not stand alone at the top of a page, away from a short one before.
 */
enum { SHORT_ITEM = 3 };

static void lay_list(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley)
{
    unsigned before = 0, last = galley->slices->len;
    for (const ladle_box *child = box->first; child; child = child->next) {
        before = last;
        last = galley->slices->len;
        ladle_lay(flow, child, at, galley);
    }
    unsigned end = galley->slices->len;
    if (before < last && last < end && last - before <= SHORT_ITEM && end - last <= SHORT_ITEM)
        ((ladle_slice *)galley->slices->pdata[last])->glued = true;
}

/* A line of the contents: title, with number and page at their places. */
static void lay_contents_line(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                              ladle_galley *galley)
{
    unsigned from = galley->slices->len;
    int left = box->style->left;
    ladle_galley_space(galley, box->style->before);
    ladle_measure_box inner = {at.x + left, at.width - left, at.width - left};
    ladle_lay_text(flow, box->text, NULL, 0, inner, galley);
    if (galley->slices->len == from)
        return;
    ladle_slice *first = galley->slices->pdata[from];
    beside(flow, first, box->mark, at.x + box->mark->style->left, 0);
    beside(flow, first, box->page, at.x, box->page->style->width);
    galley->keep = MAX(galley->keep, box->style->keep_next);
    ladle_galley_space(galley, box->style->after);
}

/* --------------------------------------------------------------------------------------- blocks */

/* How far a block whose top would be at y must stand lower, so that it is clear of the one before
 * it on the page, when that was to stand above it and has grown (a long title above a subtitle). */
static int clear_of_last(const ladle_galley *galley, int baseline, int y)
{
    const ladle_slice *last =
        galley->slices->len ? galley->slices->pdata[galley->slices->len - 1] : NULL;
    bool grown = last && last->fixed && !galley->new_page && last->baseline < baseline;
    return grown ? MAX(0, last->foot - y) : 0;
}

/* A block at a place of its own, by its first baseline from the page's top. */
static void lay_fixed(ladle_flow *flow, const ladle_box *box, ladle_galley *galley)
{
    const ladle_page_measures *page = flow->page;
    ladle_style *style = LADLE_NEW(flow->arena, ladle_style);
    *style = *box->style;
    style->absolute = style->page_before = false;
    style->before = style->after = 0;
    ladle_box copy = *box;
    copy.style = style;
    int x = style->across ? style->across : page->left;
    /* A width of its own may reach beyond the margin, as a ground does that goes over the page. */
    int width = MAX(page->width - page->right - x, MIN(style->width, page->width - x));
    ladle_galley *inner = ladle_galley_new(flow);
    flow->fitted = NULL;
    ladle_lay(flow, &copy, (ladle_measure_box){x, width, width}, inner);
    ladle_slice *fixed = ladle_slice_new(flow);
    fixed->fixed = true;
    /* A smaller style, for more lines, may stand elsewhere. */
    int y = flow->fitted && flow->fitted->baseline ? flow->fitted->baseline : style->baseline;
    for (unsigned i = 0; i < inner->slices->len; i++) {
        ladle_slice *slice = inner->slices->pdata[i];
        if (slice->row)
            slice = ladle_row_slice(flow, slice->row);
        const ladle_line *line = i == 0 ? first_line(slice) : NULL;
        y -= line ? line->ascent : 0;
        y += i > 0 ? slice->before : clear_of_last(galley, style->baseline, y);
        ladle_slice_merge(fixed, slice, 0, y);
        y += slice->height;
    }
    fixed->wide = false;
    fixed->baseline = style->baseline;
    fixed->foot = y;
    ladle_galley_add(galley, fixed);
}

bool ladle_has_frame(const ladle_style *style)
{
    return !style->background.none || style->rule_left.thickness || style->rule_above.thickness ||
           style->rule_below.thickness || style->padding_top || style->padding_bottom ||
           style->padding_left || style->padding_right;
}

static void lay_kind(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley)
{
    switch (box->kind) {
    case LADLE_NODE_P:
        ladle_lay_paragraph(flow, box, at, galley);
        break;
    case LADLE_NODE_TABLE:
        ladle_lay_table(flow, box, at, galley);
        break;
    case LADLE_NODE_CHART:
        lay_chart(flow, box, at, galley);
        break;
    case LADLE_NODE_IMG:
        lay_image(flow, box, at, galley);
        break;
    case LADLE_NODE_LI:
        lay_item(flow, box, at, galley);
        break;
    case LADLE_NODE_UL:
    case LADLE_NODE_OL:
        if (box->style->most_lines && box->first)
            ladle_lay_short_list(flow, box, at, galley);
        else
            lay_list(flow, box, at, galley);
        break;
    case LADLE_NODE_COLUMNS:
        ladle_lay_columns(flow, box, at, galley);
        break;
    default:
        lay_children(flow, box, at, galley);
        break;
    }
}

ladle_measure_box ladle_lay_inner(const ladle_style *style, ladle_measure_box at)
{
    if (style->full_width)
        at.width = at.wide;
    at.x += style->left;
    at.width -= style->left + style->right;
    at.wide -= style->left + style->right;
    if (style->width > 0 && style->width < at.width)
        at.width = at.wide = style->width;
    return at;
}

static bool is_block(const ladle_box *box)
{
    return box->kind == LADLE_NODE_FIGURE || box->kind == LADLE_NODE_TABLE;
}

/* The slices from this one on are a figure or table. A heading that leads to one on a turned page
 * goes along, since it would stand alone at the foot of the page before. */
static void end_block(ladle_galley *galley, unsigned from, bool turned)
{
    unsigned end = galley->slices->len;
    if (from == end)
        return;
    ladle_slice *first = galley->slices->pdata[from];
    for (unsigned i = from; i < end; i++) {
        ladle_slice *slice = galley->slices->pdata[i];
        slice->block = 0;
        slice->turned = slice->turned || turned;
    }
    first->block = end - from;
    first->bars = true;
    if (!turned)
        return;
    galley->keep = 0;
    for (unsigned i = from; i > 0 && ((ladle_slice *)galley->slices->pdata[i])->glued; i--)
        ((ladle_slice *)galley->slices->pdata[i - 1])->turned = true;
}

void ladle_lay(ladle_flow *flow, const ladle_box *box, ladle_measure_box at, ladle_galley *galley)
{
    const ladle_style *style = box->style;
    if (!box->node) {
        if (box->page)
            lay_contents_line(flow, box, at, galley);
        else
            ladle_lay_text(flow, box->text, NULL, 0, at, galley);
        return;
    }
    if (flow->columns && ladle_columns_take(flow, box, galley))
        return;
    if (box->kind == LADLE_NODE_PAGE_BREAK) {
        owe_page(galley, 0);
        return;
    }
    if (style->absolute) {
        if (box->node->id)
            owe_place(galley, box->node);
        lay_fixed(flow, box, galley);
        return;
    }
    unsigned from = galley->slices->len;
    bool turned = galley->flows && is_block(box) && ladle_fit_turns(flow, box, at);
    int closed = galley->closed;
    begin_box(galley, box);
    if (turned)
        at.wide = flow->turned_wide - at.x;
    at = ladle_lay_inner(style, at);
    if (box->kind != LADLE_NODE_TABLE && ladle_has_frame(style))
        ladle_lay_frame(flow, box, at, galley);
    else
        lay_kind(flow, box, at, galley);
    if (box->kind == LADLE_NODE_FIGURE)
        fit_image(flow, box, galley, from, turned);
    end_box(galley, box, from);
    bool may_go_last = box->node->kind == LADLE_NODE_DIV && ladle_node_attribute(box->node, "fit");
    for (unsigned i = from; may_go_last && i < galley->slices->len; i++)
        ((ladle_slice *)galley->slices->pdata[i])->goes_last = true;
    if (galley->flows && is_block(box)) {
        end_block(galley, from, turned);
        galley->closed = galley->slices->len > from ? closed : galley->closed;
    }
}

/* Inside of a frame: the box without what the frame draws. */
void ladle_lay_inside(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                      ladle_galley *galley)
{
    lay_kind(flow, box, at, galley);
}
