/* Galleys and slices: small operations. */
#include "layout/flow.h"

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

ladle_galley *ladle_galley_new(ladle_flow *flow)
{
    ladle_galley *galley = LADLE_NEW(flow->arena, ladle_galley);
    galley->slices = g_ptr_array_new();
    galley->anchors = g_array_new(FALSE, FALSE, sizeof(ladle_anchor));
    ladle_arena_defer(flow->arena, free_pointers, galley->slices);
    ladle_arena_defer(flow->arena, free_array, galley->anchors);
    return galley;
}

ladle_slice *ladle_slice_new(ladle_flow *flow)
{
    ladle_slice *slice = LADLE_NEW(flow->arena, ladle_slice);
    slice->parts = g_array_new(FALSE, FALSE, sizeof(ladle_part));
    slice->anchors = g_array_new(FALSE, FALSE, sizeof(ladle_anchor));
    ladle_arena_defer(flow->arena, free_array, slice->parts);
    ladle_arena_defer(flow->arena, free_array, slice->anchors);
    return slice;
}

/* Lines in the longest cell, for what is kept together in lines. */
unsigned ladle_row_lines(const ladle_row *row)
{
    unsigned most = 0;
    for (unsigned i = 0; i < row->n_cells; i++) {
        unsigned lines = 0;
        for (unsigned j = row->cells[i].from; j < row->cells[i].end; j++)
            lines += ((ladle_slice *)row->cells[i].content->slices->pdata[j])->is_line;
        most = MAX(most, lines);
    }
    return most;
}

/* What goes before keeps so many lines of this with it. */
static void keep_with_before(ladle_galley *galley, ladle_slice *slice)
{
    slice->glued = galley->keep > 0;
    if (slice->row && slice->row->is_head) {
        galley->keep -= MIN(ladle_row_lines(slice->row), galley->keep - 1);
        return;
    }
    unsigned lines = 1;
    if (slice->row) {
        slice->row->keep_lines = galley->keep;
        lines = ladle_row_lines(slice->row);
    } else if (!slice->is_line)
        lines = galley->keep;
    galley->keep -= MIN(lines, galley->keep);
}

void ladle_galley_add(ladle_galley *galley, ladle_slice *slice)
{
    slice->before = galley->space;
    slice->closed = galley->closed;
    galley->space = galley->closed = 0;
    if (galley->keep && !slice->fixed)
        keep_with_before(galley, slice);
    if (galley->new_page) {
        slice->new_page = true;
        slice->run_on = galley->run_on;
        slice->glued = false;
        slice->master = galley->master;
        galley->new_page = false;
        galley->run_on = 0;
        galley->master = NULL;
    }
    slice->bars = galley->bars;
    galley->bars = false;
    if (galley->anchors->len) {
        g_array_prepend_vals(slice->anchors, galley->anchors->data, galley->anchors->len);
        g_array_set_size(galley->anchors, 0);
    }
    g_ptr_array_add(galley->slices, slice);
}

void ladle_galley_space(ladle_galley *galley, int space)
{
    galley->space = MAX(galley->space, space);
    galley->closed = MAX(galley->closed, space);
}

int ladle_galley_height(const ladle_galley *galley, unsigned from, unsigned end)
{
    int height = 0;
    for (unsigned i = from; i < end; i++) {
        const ladle_slice *slice = galley->slices->pdata[i];
        height += slice->height + (i > from ? slice->before : 0);
    }
    return height;
}

void ladle_slice_line(ladle_slice *slice, ladle_line *line, int x, int y)
{
    ladle_part part = {.x = x, .y = y, .line = line};
    g_array_append_val(slice->parts, part);
}

void ladle_slice_item(ladle_slice *slice, ladle_page_item *item, int x, int y, bool artifact)
{
    ladle_part part = {.x = x, .y = y, .item = item, .artifact = artifact};
    g_array_append_val(slice->parts, part);
}

void ladle_slice_merge(ladle_slice *into, const ladle_slice *from, int x, int y)
{
    for (unsigned i = 0; i < from->parts->len; i++) {
        ladle_part part = g_array_index(from->parts, ladle_part, i);
        part.x += x;
        part.y += y;
        g_array_append_val(into->parts, part);
    }
    for (unsigned i = 0; i < from->anchors->len; i++) {
        ladle_anchor anchor = g_array_index(from->anchors, ladle_anchor, i);
        anchor.y += y;
        g_array_append_val(into->anchors, anchor);
    }
    into->wide = into->wide || from->wide;
}

ladle_page_item *ladle_item_rectangle(ladle_flow *flow, int x, int y, int width, int height,
                                      ladle_colour colour)
{
    ladle_page_item *item = LADLE_NEW(flow->arena, ladle_page_item);
    item->kind = LADLE_ITEM_PATH;
    item->x = x;
    item->y = y;
    item->width = width;
    item->height = height;
    item->artifact = LADLE_ARTIFACT_LAYOUT;
    item->may_overlap = true;
    item->path = LADLE_NEW(flow->arena, ladle_path);
    ladle_path_op *ops = LADLE_NEW_ARRAY(flow->arena, ladle_path_op, 5);
    ops[0] = (ladle_path_op){.op = LADLE_MOVE_TO};
    ops[1] = (ladle_path_op){.op = LADLE_LINE_TO, .x = width};
    ops[2] = (ladle_path_op){.op = LADLE_LINE_TO, .x = width, .y = height};
    ops[3] = (ladle_path_op){.op = LADLE_LINE_TO, .y = height};
    ops[4] = (ladle_path_op){.op = LADLE_CLOSE};
    item->path->ops = ops;
    item->path->n_ops = 5;
    item->path->fill = colour;
    item->path->stroke.none = true;
    return item;
}

ladle_page_item *ladle_item_rule(ladle_flow *flow, int x, int y, int width, ladle_rule rule)
{
    return ladle_item_rectangle(flow, x, y - rule.thickness / 2, width, rule.thickness,
                                rule.colour);
}
