/* Rows: cells side by side that a page may break.
 *
 * A row of a table, a box with a ground and a set of columns are the same thing to a page: cells
 * next to each other, each with a galley of its own. When a row does not fit, it is broken: each
 * cell gives as many of its slices as fit, ending where a page may end (so that widows, orphans and
 * the line that says the level are looked after by the slices), and what is left makes a second
 * row. Nothing is drawn where a row was broken, and in the second part of a table row the first
 * cell, which names it, shows the name again. */
#include "layout/flow.h"

static int cell_height(const ladle_cell *cell)
{
    return cell->top + cell->bottom + ladle_galley_height(cell->content, cell->from, cell->end);
}

static int row_height(const ladle_row *row)
{
    int height = row->broken_above || row->broken_below ? 0 : row->least;
    for (unsigned i = 0; i < row->n_cells; i++)
        height = MAX(height, cell_height(&row->cells[i]));
    return height;
}

static void draw_ground(ladle_flow *flow, const ladle_row *row, ladle_slice *slice)
{
    for (unsigned i = 0; i < row->n_cells; i++) {
        const ladle_cell *cell = &row->cells[i];
        int x = row->x + cell->x;
        if (!cell->background.none)
            ladle_slice_item(
                slice,
                ladle_item_rectangle(flow, 0, 0, cell->width, slice->height, cell->background), x,
                0, true);
        if (cell->rule_left.thickness > 0 && !cell->rule_left.colour.none)
            ladle_slice_item(slice,
                             ladle_item_rectangle(flow, 0, 0, cell->rule_left.thickness,
                                                  slice->height, cell->rule_left.colour),
                             x, 0, true);
    }
}

/* Rules lie inside their row, so that the ground of the next one does not cover them. */
static void draw_rule(ladle_flow *flow, ladle_slice *slice, int x, int y, int width,
                      ladle_rule rule)
{
    if (rule.thickness > 0 && !rule.colour.none && width > 0)
        ladle_slice_item(slice, ladle_item_rule(flow, 0, 0, width, rule), x, y, true);
}

static void place_cell(const ladle_row *row, const ladle_cell *cell, ladle_slice *slice)
{
    int x = row->x + cell->x, y = cell->top;
    int left = slice->height - cell_height(cell);
    if (!row->broken_above && !row->broken_below && left > 0) {
        if (cell->valign == LADLE_VALIGN_MIDDLE)
            y += left / 2;
        if (cell->valign == LADLE_VALIGN_BOTTOM)
            y += left;
    }
    for (unsigned i = cell->from; i < cell->end; i++) {
        const ladle_slice *inner = cell->content->slices->pdata[i];
        y += i > cell->from ? inner->before : 0;
        ladle_slice_merge(slice, inner, x, y);
        y += inner->height;
    }
    for (unsigned i = 0; cell->corner && !row->broken_above && i < cell->corner->len; i++)
        ladle_slice_item(slice, cell->corner->pdata[i], x, 0, false);
}

ladle_slice *ladle_row_slice(ladle_flow *flow, ladle_row *row)
{
    ladle_slice *slice = ladle_slice_new(flow);
    slice->row = row;
    slice->height = row_height(row);
    draw_ground(flow, row, slice);
    if (!row->broken_above)
        draw_rule(flow, slice, row->x, row->above.thickness / 2,
                  row->above_width ? row->above_width : row->width, row->above);
    for (unsigned i = 0; i < row->n_cells; i++)
        place_cell(row, &row->cells[i], slice);
    if (!row->broken_below)
        draw_rule(flow, slice, row->x, slice->height - row->below.thickness / 2, row->width,
                  row->below);
    slice->wide = row->x + row->width > flow->page->text + flow->page->gutter;
    return slice;
}

/* ------------------------------------------------------------------------------------- breaking */

static bool may_end(const ladle_cell *cell, unsigned at, unsigned lines, unsigned keep, bool force)
{
    if (at == cell->end || force)
        return true;
    const ladle_slice *next = cell->content->slices->pdata[at];
    return !next->glued && lines >= keep;
}

/* Where a cell may be cut so that what goes before fits `room`; its `from` when nowhere. */
static unsigned cut(const ladle_row *row, const ladle_cell *cell, int room, bool force)
{
    int height = cell->top + cell->bottom;
    unsigned best = cell->from, lines = 0;
    for (unsigned i = cell->from; i < cell->end; i++) {
        const ladle_slice *slice = cell->content->slices->pdata[i];
        height += slice->height + (i > cell->from ? slice->before : 0);
        if (height > room)
            break;
        lines += slice->is_line;
        if (may_end(cell, i + 1, lines, row->keep_lines, force))
            best = i + 1;
    }
    return best;
}

/* The name of a row that goes on, and the word below it where that has room on a line. */
static ladle_galley *lay_name(ladle_flow *flow, const ladle_cell *cell)
{
    size_t made = flow->clusters_made;
    ladle_galley *galley = ladle_galley_new(flow);
    for (unsigned i = 0; i < cell->name_end; i++) {
        const ladle_slice *from = cell->name->slices->pdata[i];
        ladle_slice *slice = ladle_slice_new(flow);
        *slice = (ladle_slice){.before = from->before,
                               .height = from->height,
                               .is_line = true,
                               .parts = slice->parts,
                               .anchors = slice->anchors};
        for (unsigned j = 0; j < from->parts->len; j++) {
            ladle_part part = g_array_index(from->parts, ladle_part, j);
            if (!part.line)
                continue;
            ladle_line *copy = LADLE_NEW(flow->arena, ladle_line);
            *copy = *part.line;
            copy->repeated = true;
            ladle_slice_line(slice, copy, part.x, part.y);
        }
        g_ptr_array_add(galley->slices, slice);
    }
    const ladle_style *style = ladle_theme_named(flow->options->theme, "row-continued");
    ladle_paragraph *word = ladle_paragraph_new(flow, style, (ladle_pos){0}, 0);
    ladle_paragraph_words(flow, word, flow->document->continued, style, NULL);
    ladle_paragraph_shape(flow, word);
    ladle_measure_box at = {cell->left, cell->width - cell->left, cell->width - cell->left};
    int least, natural;
    ladle_paragraph_widths(flow, word, &least, &natural);
    if (natural > at.width)
        return galley;
    unsigned first = galley->slices->len;
    ladle_lay_text(flow, word, NULL, 0, at, galley);
    for (unsigned i = first; i < galley->slices->len; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        g_array_index(slice->parts, ladle_part, 0).line->repeated = true;
    }
    flow->clusters_made = made;
    return galley;
}

static ladle_row *copy_row(ladle_flow *flow, const ladle_row *row)
{
    ladle_row *copy = LADLE_NEW(flow->arena, ladle_row);
    *copy = *row;
    copy->cells = LADLE_NEW_ARRAY(flow->arena, ladle_cell, row->n_cells);
    for (unsigned i = 0; i < row->n_cells; i++)
        copy->cells[i] = row->cells[i];
    return copy;
}

/* Cuts for all cells; false when the row cannot be broken so that both parts have something. */
static bool find_cuts(const ladle_row *row, int room, bool force, unsigned *cuts)
{
    bool taken = false, left = false;
    for (unsigned i = 0; i < row->n_cells; i++) {
        const ladle_cell *cell = &row->cells[i];
        cuts[i] = cut(row, cell, room, force);
        taken = taken || cuts[i] > cell->from;
        left = left || cuts[i] < cell->end;
        if (cuts[i] == cell->from && cell->end > cell->from && !force)
            return false;
    }
    return taken && left;
}

bool ladle_row_split(ladle_flow *flow, const ladle_row *row, int room, bool force,
                     ladle_slice **first, ladle_slice **rest)
{
    unsigned *cuts = g_new0(unsigned, row->n_cells + 1);
    bool can = (!row->keep || force) && find_cuts(row, room, force, cuts);
    if (can) {
        ladle_row *above = copy_row(flow, row), *below = copy_row(flow, row);
        above->broken_below = below->broken_above = true;
        below->keep_lines = 0;
        for (unsigned i = 0; i < row->n_cells; i++) {
            const ladle_cell *cell = &row->cells[i];
            above->cells[i].end = cuts[i];
            below->cells[i].from = cuts[i];
            if (cuts[i] < cell->end || cell->name_end == 0)
                continue;
            below->cells[i].content = lay_name(flow, cell);
            below->cells[i].from = 0;
            below->cells[i].end = below->cells[i].content->slices->len;
        }
        *first = ladle_row_slice(flow, above);
        *rest = ladle_row_slice(flow, below);
    }
    g_free(cuts);
    return can;
}

/* ---------------------------------------------------------------------------- boxes and columns */

static void lay_cell(ladle_flow *flow, ladle_cell *cell, int width)
{
    cell->content = ladle_galley_new(flow);
    cell->width = width;
    cell->background.none = true;
}

static void close_cell(ladle_cell *cell)
{
    cell->from = 0;
    cell->end = cell->content->slices->len;
}

/* What the content still owes when it ends goes to the galley around it. */
static void hand_on(ladle_galley *galley, const ladle_galley *content)
{
    g_array_append_vals(galley->anchors, content->anchors->data, content->anchors->len);
}

void ladle_lay_frame(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                     ladle_galley *galley)
{
    const ladle_style *style = box->style;
    ladle_row *row = LADLE_NEW(flow->arena, ladle_row);
    row->cells = LADLE_NEW(flow->arena, ladle_cell);
    row->n_cells = 1;
    row->x = at.x;
    row->width = at.width;
    row->least = style->height;
    row->keep = style->keep || box->kind == LADLE_NODE_ASIDE;
    row->above = style->rule_above;
    row->above_width = style->rule_width;
    row->below = style->rule_below;
    ladle_cell *cell = &row->cells[0];
    lay_cell(flow, cell, at.width);
    cell->top = style->padding_top;
    cell->bottom = style->padding_bottom;
    cell->left = style->padding_left;
    cell->background = style->background;
    cell->rule_left = style->rule_left;
    int inner = at.width - style->padding_left - style->padding_right;
    ladle_lay_inside(flow, box, (ladle_measure_box){style->padding_left, inner, inner},
                     cell->content);
    close_cell(cell);
    ladle_slice *slice = ladle_row_slice(flow, row);
    ladle_galley_add(galley, slice);
    hand_on(galley, cell->content);
}

void ladle_column_widths(const ladle_style *style, int width, unsigned n, int *widths)
{
    int left = width - (int)(n - 1) * style->gutter, open = 0;
    for (unsigned i = 0; i < n; i++) {
        widths[i] = i < style->n_widths ? style->widths[i] : -1;
        if (widths[i] < 0)
            open++;
        else
            left -= widths[i];
    }
    for (unsigned i = 0; i < n && left >= 0; i++)
        if (widths[i] < 0) {
            widths[i] = left / open;
            left -= widths[i];
            open--;
        }
    if (left >= 0)
        return;
    for (unsigned i = 0; i < n; i++) /* wider than the page: all equal */
        widths[i] = (width - (int)(n - 1) * style->gutter) / (int)n;
}

void ladle_lay_columns(ladle_flow *flow, const ladle_box *box, ladle_measure_box at,
                       ladle_galley *galley)
{
    unsigned n = 0;
    for (const ladle_box *child = box->first; child; child = child->next)
        n++;
    const char *kind = box->node ? ladle_node_attribute(box->node, "kind") : NULL;
    if (n == 0)
        return;
    if (kind && g_str_equal(kind, "flow")) {
        ladle_lay_flow_columns(flow, box, at, galley);
        return;
    }
    int *widths = g_new0(int, n), x = 0;
    ladle_column_widths(box->style, at.width, n, widths);
    ladle_row *row = LADLE_NEW(flow->arena, ladle_row);
    row->cells = LADLE_NEW_ARRAY(flow->arena, ladle_cell, n);
    row->n_cells = n;
    row->x = at.x;
    row->width = at.width;
    row->keep = true;
    unsigned i = 0;
    for (const ladle_box *child = box->first; child; child = child->next, i++) {
        ladle_cell *cell = &row->cells[i];
        lay_cell(flow, cell, widths[i]);
        cell->x = x;
        cell->valign = child->style->valign;
        ladle_lay(flow, child, (ladle_measure_box){0, widths[i], widths[i]}, cell->content);
        close_cell(cell);
        x += widths[i] + box->style->gutter;
    }
    g_free(widths);
    ladle_galley_add(galley, ladle_row_slice(flow, row));
    for (i = 0; i < n; i++)
        hand_on(galley, row->cells[i].content);
}
