/* Columns on pages: hands the lines and boxes to column_fill.c as numbers, and puts them where the
 * plan of each page says.
 *
 * Things are put in the order of the plan, column by column; the logical tree keeps the order of
 * the document. Footnotes of all columns stand at the foot of the page, over the width of text, as
 * everywhere else. */
#include "layout/column_fill.h"
#include "layout/flow.h"

/* Marks what goes on in a list; one that no column holds is as other text. */
static void mark_list(const ladle_flow *flow, ladle_column_item *items, unsigned from, unsigned to)
{
    int height = 0, room = flow->page->height - flow->page->top - flow->page->bottom;
    for (unsigned i = from; i < to; i++)
        height += items[i].before + items[i].height;
    for (unsigned i = from + 1; i < to && height <= room; i++)
        items[i].in_list = true;
}

static void mark_openings(const ladle_flow *flow, const ladle_columns *columns,
                          ladle_column_item *items)
{
    unsigned n = columns->text->slices->len;
    for (unsigned i = 0; i < columns->opens->len; i++) {
        const ladle_column_opening *opening =
            &g_array_index(columns->opens, ladle_column_opening, i);
        if (opening->at >= n)
            continue;
        items[opening->at].opens = true;
        bool last = i + 1 == columns->opens->len;
        if (opening->list)
            mark_list(flow, items, opening->at, last ? n : MIN(n, opening[1].at));
    }
}

/* free_content gives it back. */
static ladle_column_content content_of(const ladle_flow *flow, const ladle_columns *columns)
{
    const GPtrArray *slices = columns->text->slices;
    ladle_column_item *items = g_new0(ladle_column_item, slices->len + 1);
    for (unsigned i = 0; i < slices->len; i++) {
        const ladle_slice *slice = slices->pdata[i];
        items[i] = (ladle_column_item){.before = slice->before,
                                       .height = slice->fixed ? 0 : slice->height,
                                       .grid = slice->grid,
                                       .lead = slice->lead,
                                       .glued = slice->glued,
                                       .notes = ladle_builder_notes(slice)};
    }
    mark_openings(flow, columns, items);
    unsigned n = columns->asides->len;
    ladle_column_box *boxes = g_new0(ladle_column_box, n + 1);
    for (unsigned i = 0; i < n; i++) {
        const ladle_column_aside *aside = &g_array_index(columns->asides, ladle_column_aside, i);
        boxes[i] = (ladle_column_box){.kind = aside->wide    ? LADLE_BOX_WIDE
                                              : aside->alone ? LADLE_BOX_ALONE
                                                             : LADLE_BOX_PLAIN,
                                      .anchor = aside->anchor,
                                      .before = aside->before,
                                      .height = aside->slice->height,
                                      .after = aside->after,
                                      .notes = ladle_builder_notes(aside->slice)};
    }
    return (ladle_column_content){items, slices->len,          boxes,
                                  n,     (unsigned)columns->n, flow->page->grid};
}

static void free_content(ladle_column_content *content)
{
    g_free((void *)content->items);
    g_free((void *)content->boxes);
}

static void put_spots(ladle_flow *flow, const ladle_columns *columns, const ladle_column_plan *plan,
                      GPtrArray *notes)
{
    for (unsigned i = 0; i < plan->spots->len; i++) {
        const ladle_column_spot *spot = &g_array_index(plan->spots, ladle_column_spot, i);
        const ladle_slice *slice =
            spot->is_box ? g_array_index(columns->asides, ladle_column_aside, spot->index).slice
                         : columns->text->slices->pdata[spot->index];
        ladle_builder_put(flow->builder, slice, columns->x[spot->column], spot->y, notes);
    }
}

static unsigned page_number(const ladle_flow *flow)
{
    return ladle_builder_sheets(flow->builder)->len;
}

static void put_page(ladle_flow *flow, const ladle_columns *columns, const ladle_column_plan *plan)
{
    GPtrArray *notes = g_ptr_array_new();
    put_spots(flow, columns, plan, notes);
    ladle_builder_go_on(flow->builder, plan->end, notes);
    g_ptr_array_free(notes, TRUE);
    if (plan->alone)
        flow->alone_page = page_number(flow);
}

/* Whether a box stands right above the item in its column. */
static bool below_box(const ladle_column_plan *plan, unsigned item)
{
    for (unsigned i = 1; i < plan->spots->len; i++) {
        const ladle_column_spot *spot = &g_array_index(plan->spots, ladle_column_spot, i);
        if (!spot->is_box && spot->index == item) {
            const ladle_column_spot *above = spot - 1;
            return above->is_box && above->column == spot->column;
        }
    }
    return false;
}

/* Lays paragraphs of a planned page anew whose first line should stand in and does not, or does and
 * should not. False when there are none. */
static bool mend_indents(ladle_flow *flow, ladle_columns *columns, const ladle_column_plan *plan,
                         unsigned from)
{
    bool mended = false;
    for (unsigned i = columns->opens->len; i-- > 0;) {
        const ladle_column_opening opening = g_array_index(columns->opens, ladle_column_opening, i);
        if (!opening.box || opening.at < from || opening.at >= plan->state.item)
            continue;
        bool indented = !below_box(plan, opening.at);
        if (indented == opening.box->text->indented)
            continue;
        ladle_columns_indent(flow, columns, &opening, indented);
        mended = true;
    }
    return mended;
}

/* Plans a page; the content is made anew when paragraphs are. That a paragraph is laid anew can
 * move a box, and that another paragraph: after a few times it stays as it is. */
static ladle_column_plan plan_page(ladle_flow *flow, ladle_columns *columns,
                                   ladle_column_content *content, const ladle_column_state *state,
                                   const ladle_column_page *page)
{
    enum { TIMES = 6 };
    for (int time = 0;; time++) {
        ladle_column_plan plan = ladle_column_plan_page(content, state, page);
        if (time == TIMES || !mend_indents(flow, columns, &plan, state->item))
            return plan;
        ladle_column_plan_free(&plan);
        free_content(content);
        *content = content_of(flow, columns);
    }
}

void ladle_columns_place(ladle_flow *flow, ladle_columns *columns, int y)
{
    ladle_column_content content = content_of(flow, columns);
    ladle_column_state state = ladle_column_begin(&content);
    int first = y, whole = flow->page->height - flow->page->top - flow->page->bottom;
    bool force = false, done = false;
    while (!done) {
        ladle_column_page page = {
            .top = first, .alone_taken = flow->alone_page == page_number(flow), .force = force};
        page.bottom = ladle_builder_bottom(flow->builder, &page.notes_gap);
        bool empty_page = first == 0 && page.bottom == whole;
        ladle_column_plan plan = plan_page(flow, columns, &content, &state, &page);
        done = plan.done;
        if (plan.spots->len > 0)
            put_page(flow, columns, &plan);
        bool stuck = plan.spots->len == 0 && empty_page && !done;
        if (stuck && force)
            break;
        if (stuck)
            ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_TOO_TALL, columns->box->node->pos,
                           "something in columns is taller than a page and cannot be broken; it "
                           "reaches below the text");
        force = stuck;
        state = plan.state;
        ladle_column_plan_free(&plan);
        if (!done && !stuck) {
            ladle_builder_turn(flow->builder);
            first = 0;
        }
    }
    free_content(&content);
}
