/* Filling columns; the model stands in column_fill.h. */
#include "layout/column_fill.h"

#include "document/style.h"

#include <limits.h>
#include <stdlib.h>

/* When a box stands: at the first place after its anchor, one block later, at a column's top. */
enum { MOST_CHOICES = 5, AT_ONCE = 0, A_BLOCK_LATER, AT_A_TOP, WAYS };

/* A line where there is no grid, however low the first thing is: depths are tried in steps of it.
 */
enum { LEAST_LINE = 6 * LADLE_PT };

/* One way of filling a page, and what came of it. */
typedef struct {
    const ladle_column_content *content;
    int top, bottom;
    bool force, no_notes;
    bool many_alone;       /* more than one of that kind to the page */
    unsigned first, later; /* when boxes first, first + 1 ... stand: digits of base WAYS */
    ladle_column_state state;
    GArray *spots;
    int *depths; /* where each column ends */
    int notes;
    bool alone;
    long waiting;   /* lines between boxes and their anchors */
    unsigned stubs; /* times a line or two stand alone beside a box */
    unsigned amid;  /* boxes at a column's top in the midst of a paragraph */
} attempt;

/* The column being filled. */
typedef struct {
    unsigned column;
    int y, owed; /* owed: space that a box wants below it */
    bool empty, no_text;
    int box;        /* spot of the box just placed, -1: none */
    unsigned lines; /* of text since the last box or the top */
    bool after_box;
} column_place;

static int line_of(const ladle_column_content *content)
{
    if (content->grid > 0)
        return content->grid;
    return MAX(content->n_items > 0 ? content->items[0].height : 0, LEAST_LINE);
}

unsigned ladle_column_group_end(const ladle_column_content *content, unsigned item)
{
    unsigned end = item + 1;
    while (end < content->n_items && content->items[end].glued)
        end++;
    return end;
}

static unsigned next_of_kind(const ladle_column_content *content, unsigned from,
                             ladle_box_kind kind)
{
    while (from < content->n_boxes && content->boxes[from].kind != kind)
        from++;
    return from;
}

ladle_column_state ladle_column_begin(const ladle_column_content *content)
{
    ladle_column_state state = {0};
    for (ladle_box_kind kind = 0; kind < LADLE_BOX_KINDS; kind++)
        state.box[kind] = next_of_kind(content, 0, kind);
    return state;
}

static bool all_in_columns(const ladle_column_content *content, const ladle_column_state *state)
{
    return state->item == content->n_items && state->box[LADLE_BOX_PLAIN] == content->n_boxes &&
           state->box[LADLE_BOX_ALONE] == content->n_boxes;
}

static int on_grid(int y, int grid)
{
    return grid > 0 ? (y + grid - 1) / grid * grid : y;
}

/* ------------------------------------------------------------------------------- one column */

static int item_top(const attempt *try, const column_place *at, const ladle_column_item *item)
{
    int grid = try->content->grid;
    int y = at->y + (at->empty ? 0 : MAX(item->before, at->owed));
    if (item->grid)
        return on_grid(y, grid);
    if (item->lead && grid > 0)
        y += (grid - (y + item->lead) % grid) % grid;
    return y;
}

/* What the grid leaves below a box is shared with the space above it. */
static void centre_box(attempt *try, const column_place *at, int text)
{
    ladle_column_spot *spot = &g_array_index(try->spots, ladle_column_spot, at->box);
    int bare = spot->y + try->content->boxes[spot->index].height + at->owed;
    if (!at->no_text && text > bare)
        spot->y += (text - bare) / 2;
}

static void put_item(attempt *try, column_place *at)
{
    const ladle_column_item *item = &try->content->items[try->state.item];
    int y = item_top(try, at, item);
    if (at->box >= 0)
        centre_box(try, at, y);
    ladle_column_spot spot = {false, try->state.item, at->column, y};
    g_array_append_val(try->spots, spot);
    *at = (column_place){.column = at->column,
                         .y = y + item->height,
                         .box = -1,
                         .lines = at->lines + 1,
                         .after_box = at->after_box};
    try->notes += item->notes;
    try->state.item++;
}

static bool group_fits(const attempt *try, column_place at, unsigned end)
{
    for (unsigned i = try->state.item; i < end; i++) {
        const ladle_column_item *item = &try->content->items[i];
        if (try->no_notes && item->notes > 0 && try->spots->len > 0)
            return false;
        at.y = item_top(try, &at, item) + item->height;
        at.empty = false;
        at.owed = 0;
    }
    return at.y <= try->bottom;
}

static bool put_group(attempt *try, column_place *at)
{
    if (try->state.item == try->content->n_items)
        return false;
    unsigned end = ladle_column_group_end(try->content, try->state.item);
    bool forced = try->force && at->empty && at->column == 0 && try->spots->len == 0;
    if (!forced && !group_fits(try, *at, end))
        return false;
    while (try->state.item < end)
        put_item(try, at);
    return true;
}

static unsigned way_of(const attempt *try, unsigned box)
{
    unsigned ways = try->later;
    if (box < try->first || box - try->first >= MOST_CHOICES)
        return AT_ONCE;
    for (unsigned i = try->first; i < box; i++)
        ways /= WAYS;
    return ways % WAYS;
}

/* The first place for a box at or after its anchor, columns' tops left out. */
static unsigned first_place(const ladle_column_content *content, unsigned anchor)
{
    while (anchor < content->n_items && !content->items[anchor].opens)
        anchor++;
    return anchor;
}

/* Whether the column has come to a place between two blocks. */
static bool between_blocks(const attempt *try)
{
    const ladle_column_content *content = try->content;
    return try->state.item == content->n_items || content->items[try->state.item].opens;
}

/* Whether a box has its turn where the column has come to. */
static bool has_turn(const attempt *try, const column_place *at, unsigned box)
{
    const ladle_column_content *content = try->content;
    if (box == content->n_boxes || content->boxes[box].anchor > try->state.item)
        return false;
    if (content->boxes[box].kind == LADLE_BOX_ALONE && try->alone && !try->many_alone)
        return false;
    unsigned way = way_of(try, box);
    if (at->no_text && (way == AT_A_TOP || between_blocks(try)))
        return between_blocks(try) || !content->items[try->state.item].in_list;
    if (way == AT_A_TOP || (way == A_BLOCK_LATER &&
                            try->state.item <= first_place(content, content->boxes[box].anchor)))
        return false;
    return between_blocks(try);
}

static bool put_box(attempt *try, column_place *at)
{
    unsigned plain = try->state.box[LADLE_BOX_PLAIN], alone = try->state.box[LADLE_BOX_ALONE];
    unsigned index =
        has_turn(try, at, alone) && !(plain < alone && has_turn(try, at, plain)) ? alone : plain;
    if (!has_turn(try, at, index))
        return false;
    const ladle_column_box *box = &try->content->boxes[index];
    int y = at->y + (at->empty ? 0 : MAX(box->before, at->owed));
    bool noted = try->no_notes && box->notes > 0 && try->spots->len > 0;
    if (noted || y + box->height > try->bottom)
        return false;
    try->stubs += at->lines > 0 && at->lines < 3;
    try->amid += !between_blocks(try);
    try->waiting += try->state.item - box->anchor;
    try->alone = try->alone || box->kind == LADLE_BOX_ALONE;
    try->notes += box->notes;
    ladle_column_spot spot = {true, index, at->column, y};
    g_array_append_val(try->spots, spot);
    *at = (column_place){.column = at->column,
                         .y = y + box->height,
                         .owed = box->after,
                         .no_text = at->no_text,
                         .box = (int)try->spots->len - 1,
                         .after_box = true};
    try->state.box[box->kind] = next_of_kind(try->content, index + 1, box->kind);
    return true;
}

static void fill_column(attempt *try, unsigned column)
{
    column_place at = {.column = column, .y = try->top, .empty = true, .no_text = true, .box = -1};
    while (put_box(try, &at) || put_group(try, &at))
        ;
    bool goes_on = try->state.item < try->content->n_items;
    try->stubs += at.after_box && at.lines > 0 && at.lines < (goes_on ? 3 : 2);
    try->depths[column] = at.y;
}

/* --------------------------------------------------------------------------------- one page */

static attempt new_attempt(const ladle_column_content *content, const ladle_column_state *state,
                           const ladle_column_page *page, bool many_alone)
{
    attempt try = {.content = content,
                   .top = page->top,
                   .bottom = page->bottom,
                   .force = page->force,
                   .no_notes = page->no_notes,
                   .many_alone = many_alone,
                   .first = MIN(state->box[LADLE_BOX_PLAIN], state->box[LADLE_BOX_ALONE]),
                   .state = *state,
                   .alone = page->alone_taken};
    try.spots = g_array_new(FALSE, FALSE, sizeof(ladle_column_spot));
    try.depths = g_new0(int, content->n_columns);
    return try;
}

static void free_attempt(attempt *try)
{
    if (try->spots)
        g_array_free(try->spots, TRUE);
    g_free(try->depths);
    try->spots = NULL;
    try->depths = NULL;
}

static attempt fill(const ladle_column_content *content, const ladle_column_state *state,
                    const ladle_column_page *page, int bottom, unsigned later, bool many_alone)
{
    attempt try = new_attempt(content, state, page, many_alone);
    try.bottom = bottom;
    try.later = later;
    for (unsigned column = 0; column < content->n_columns; column++)
        fill_column(&try, column);
    return try;
}

static void keep_better(attempt *best, long *cost, attempt *next, long next_cost)
{
    if (next_cost < *cost) {
        attempt worse = *best;
        *best = *next;
        *next = worse;
        *cost = next_cost;
    }
    free_attempt(next);
}

static unsigned choices(const ladle_column_content *content, const ladle_column_state *state)
{
    unsigned first = MIN(state->box[LADLE_BOX_PLAIN], state->box[LADLE_BOX_ALONE]);
    unsigned n = 1;
    for (unsigned i = 0; i < MIN(content->n_boxes - first, MOST_CHOICES); i++)
        n *= WAYS;
    return n;
}

/* Costs are in tenths of a line. */
static long end_cost(const attempt *try)
{
    int least = INT_MAX, most = 0, line = line_of(try->content);
    for (unsigned i = 0; i < try->content->n_columns; i++) {
        least = MIN(least, try->depths[i]);
        most = MAX(most, try->depths[i]);
    }
    long uneven = 10L * (most - least) / line;
    long shorter_first = try->depths[0] < most ? 5 : 0;
    return 4 * uneven + (uneven > 30 ? 10 * (uneven - 30) : 0) + shorter_first + 150L * try->stubs +
           120L * try->amid + 5 * try->waiting + 5L * (most - try->top) / line;
}

/* No columns that hold all that is left end above this. */
static int least_depth(const ladle_column_content *content, const ladle_column_state *state,
                       const ladle_column_page *page)
{
    gint64 height = 0;
    int line = line_of(content);
    for (unsigned i = state->item; i < content->n_items; i++)
        height += content->items[i].height;
    for (ladle_box_kind kind = 0; kind < LADLE_BOX_WIDE; kind++)
        for (unsigned b = state->box[kind]; b < content->n_boxes; b++)
            height += content->boxes[b].kind == kind ? content->boxes[b].height : 0;
    int depth = (int)MIN(page->top + height / content->n_columns, G_MAXINT / 2);
    return MAX(depth / line * line, on_grid(page->top + 1, line));
}

/* Ways in which all that is left stands in even columns above `bottom`. */
static attempt balance(const ladle_column_content *content, const ladle_column_state *state,
                       const ladle_column_page *page, int bottom, bool many_alone)
{
    attempt best = {0};
    long cost = LONG_MAX;
    int line = line_of(content);
    unsigned n = choices(content, state);
    int least = least_depth(content, state, page);
    for (unsigned later = 0; later < n && bottom > page->top && least <= bottom; later++) {
        attempt all = fill(content, state, page, bottom, later, many_alone);
        bool fits = all_in_columns(content, &all.state);
        free_attempt(&all);
        int tried = 0;
        for (int depth = least; fits && depth < bottom + line && tried < 6; depth += line) {
            attempt next = fill(content, state, page, MIN(depth, bottom), later, many_alone);
            if (!all_in_columns(content, &next.state)) {
                free_attempt(&next);
                continue;
            }
            tried++;
            keep_better(&best, &cost, &next, end_cost(&next));
        }
    }
    return best;
}

static long full_cost(const attempt *try)
{
    const ladle_column_content *content = try->content;
    int line = line_of(content);
    long empty = 0, left = 0;
    for (unsigned i = 0; i < content->n_columns; i++)
        empty += 10L * MAX(try->bottom - try->depths[i], 0) / line;
    for (ladle_box_kind kind = 0; kind < LADLE_BOX_WIDE; kind++)
        for (unsigned b = try->state.box[kind]; b < content->n_boxes; b++)
            if (content->boxes[b].kind == kind && content->boxes[b].anchor < try->state.item)
                left += try->state.item - content->boxes[b].anchor;
    return 4 * empty + 150L * try->stubs + 120L * try->amid + 5 * (try->waiting + left);
}

/* Columns filled to the bottom. */
static attempt fill_up(const ladle_column_content *content, const ladle_column_state *state,
                       const ladle_column_page *page, int bottom)
{
    attempt best = {0};
    long cost = LONG_MAX;
    unsigned n = choices(content, state);
    for (unsigned later = 0; later < n; later++) {
        attempt next = fill(content, state, page, bottom, later, false);
        keep_better(&best, &cost, &next, full_cost(&next));
    }
    return best;
}

/* ------------------------------------------------------------------------------- wide boxes */

/* What the next n wide boxes take below columns. */
static int wide_height(const ladle_column_content *content, unsigned first, unsigned n)
{
    int height = 0, owed = 0;
    for (unsigned b = first; n > 0 && b < content->n_boxes;
         b = next_of_kind(content, b + 1, LADLE_BOX_WIDE), n--) {
        height += MAX(content->boxes[b].before, owed) + content->boxes[b].height;
        owed = content->boxes[b].after;
    }
    return height;
}

/* How many wide boxes, of those still to come, have their anchor before an item. */
static unsigned wide_reached(const ladle_column_content *content, const ladle_column_state *state)
{
    unsigned n = 0;
    for (unsigned b = state->box[LADLE_BOX_WIDE];
         b < content->n_boxes && content->boxes[b].anchor <= state->item;
         b = next_of_kind(content, b + 1, LADLE_BOX_WIDE))
        n++;
    return n;
}

static void put_wide(const ladle_column_content *content, ladle_column_plan *plan, int *notes,
                     unsigned n)
{
    while (n-- > 0) {
        unsigned b = plan->state.box[LADLE_BOX_WIDE];
        const ladle_column_box *box = &content->boxes[b];
        bool first = plan->spots->len == 0;
        ladle_column_spot spot = {true, b, 0,
                                  plan->end + (first ? 0 : MAX(box->before, plan->after))};
        g_array_append_val(plan->spots, spot);
        plan->end = spot.y + box->height;
        plan->after = box->after;
        plan->state.box[LADLE_BOX_WIDE] = next_of_kind(content, b + 1, LADLE_BOX_WIDE);
        *notes += box->notes;
    }
}

/* Wide boxes that the page before had no room for stand at the head. */
static bool put_head(const ladle_column_content *content, ladle_column_plan *plan,
                     ladle_column_page *page, int *notes)
{
    while (true) {
        unsigned b = plan->state.box[LADLE_BOX_WIDE];
        if (b == content->n_boxes || content->boxes[b].anchor > plan->state.item)
            break;
        const ladle_column_box *box = &content->boxes[b];
        int y = plan->end + (plan->spots->len ? MAX(box->before, plan->after) : 0);
        if (y + box->height > page->bottom && !(page->force && plan->spots->len == 0))
            return false;
        put_wide(content, plan, notes, 1);
        page->top = on_grid(plan->end + plan->after, content->grid);
    }
    return true;
}

/* ------------------------------------------------------------------------------------- plan */

static void take_attempt(ladle_column_plan *plan, attempt *try, int *notes)
{
    unsigned wide = plan->state.box[LADLE_BOX_WIDE];
    plan->state = try->state;
    plan->state.box[LADLE_BOX_WIDE] = wide;
    plan->alone = plan->alone || try->alone;
    if (try->spots->len) {
        g_array_append_vals(plan->spots, try->spots->data, try->spots->len);
        plan->after = 0;
        for (unsigned i = 0; i < try->content->n_columns; i++)
            plan->end = MAX(plan->end, try->depths[i]);
    }
    *notes += try->notes;
    free_attempt(try);
}

/* All that is left on this page; false when it does not fit. wide: with all wide boxes. */
static bool finish(const ladle_column_content *content, const ladle_column_page *page,
                   ladle_column_plan *plan, int *notes, bool wide, bool many_alone)
{
    unsigned first = plan->state.box[LADLE_BOX_WIDE];
    unsigned n = wide ? content->n_boxes : 0;
    attempt best = balance(content, &plan->state, page,
                           page->bottom - wide_height(content, first, n), many_alone);
    if (!best.spots)
        return false;
    take_attempt(plan, &best, notes);
    while (wide && plan->state.box[LADLE_BOX_WIDE] < content->n_boxes)
        put_wide(content, plan, notes, 1);
    return true;
}

/* A page that is not the last: wide boxes whose anchors come up stand at its foot. */
static void go_on(const ladle_column_content *content, const ladle_column_page *page,
                  ladle_column_plan *plan, int *notes)
{
    unsigned n = 0, first = plan->state.box[LADLE_BOX_WIDE];
    attempt best = fill_up(content, &plan->state, page, page->bottom);
    while (wide_reached(content, &best.state) > n) {
        int bottom = page->bottom - wide_height(content, first, n + 1);
        bottom = content->grid > 0 ? bottom / content->grid * content->grid : bottom;
        if (bottom - page->top < (page->bottom - page->top) / 3)
            break;
        attempt next = fill_up(content, &plan->state, page, bottom);
        if (wide_reached(content, &next.state) <= n) {
            free_attempt(&next);
            break;
        }
        free_attempt(&best);
        best = next;
        n++;
    }
    take_attempt(plan, &best, notes);
    if (n > 0)
        plan->end = page->bottom - wide_height(content, first, n);
    put_wide(content, plan, notes, n);
}

static ladle_column_plan plan_above(const ladle_column_content *content,
                                    const ladle_column_state *state, ladle_column_page page,
                                    int *notes)
{
    ladle_column_plan plan = {.state = *state, .end = page.top, .alone = page.alone_taken};
    plan.spots = g_array_new(FALSE, FALSE, sizeof(ladle_column_spot));
    *notes = 0;
    if (!put_head(content, &plan, &page, notes))
        return plan;
    bool placed = all_in_columns(content, &plan.state);
    if (!placed && !finish(content, &page, &plan, notes, true, false)) {
        ladle_column_plan before = plan;
        before.spots = g_array_copy(plan.spots);
        int notes_before = *notes;
        go_on(content, &page, &plan, notes);
        /* All the text fits, and only boxes are left that wanted a page of their own. */
        if (plan.state.item == content->n_items &&
            (finish(content, &page, &before, &notes_before, true, true) ||
             finish(content, &page, &before, &notes_before, false, false) ||
             finish(content, &page, &before, &notes_before, false, true))) {
            ladle_column_plan filled = plan;
            plan = before;
            before = filled;
            *notes = notes_before;
        }
        g_array_free(before.spots, TRUE);
    }
    plan.done =
        all_in_columns(content, &plan.state) && plan.state.box[LADLE_BOX_WIDE] == content->n_boxes;
    return plan;
}

/* Footnotes take their room from the bottom, and less room may mean fewer of them: what was once
 * needed is kept free, so that this comes to an end. When so much is kept free that nothing else
 * finds room, notes and what they belong to wait for the next page. */
ladle_column_plan ladle_column_plan_page(const ladle_column_content *content,
                                         const ladle_column_state *state,
                                         const ladle_column_page *page)
{
    int kept = 0, notes = 0;
    while (true) {
        ladle_column_page room = *page;
        if (kept > 0)
            room.bottom -= kept + page->notes_gap;
        ladle_column_plan plan = plan_above(content, state, room, &notes);
        if (plan.spots->len > 0 && (notes <= kept || page->no_notes))
            return plan;
        bool nothing = plan.spots->len == 0;
        if (nothing && kept == 0)
            return plan;
        ladle_column_plan_free(&plan);
        if (nothing || room.bottom - (notes - kept) < page->top) {
            room = *page;
            room.no_notes = true;
            return plan_above(content, state, room, &notes);
        }
        kept = notes;
    }
}

void ladle_column_plan_free(ladle_column_plan *plan)
{
    g_array_free(plan->spots, TRUE);
    plan->spots = NULL;
}
