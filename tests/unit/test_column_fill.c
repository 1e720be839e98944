/* Columns as numbers: what must always hold, over made-up contents, and a few pages that can be
 * reckoned by hand. */
#include "layout/column_fill.h"

#include <criterion/criterion.h>

enum { GRID = 14, LINES = 48 };

typedef struct {
    GArray *items, *boxes;
    ladle_column_content content;
} made;

static made new_made(void)
{
    made m = {g_array_new(FALSE, TRUE, sizeof(ladle_column_item)),
              g_array_new(FALSE, TRUE, sizeof(ladle_column_box)),
              {0}};
    return m;
}

static void free_made(made *m)
{
    g_array_free(m->items, TRUE);
    g_array_free(m->boxes, TRUE);
}

static const ladle_column_content *content(made *m)
{
    m->content = (ladle_column_content){(const ladle_column_item *)m->items->data,
                                        m->items->len,
                                        (const ladle_column_box *)m->boxes->data,
                                        m->boxes->len,
                                        2,
                                        GRID};
    return &m->content;
}

/* A paragraph: no line stands alone at a column's end or beginning. */
static void add_paragraph(made *m, unsigned lines)
{
    for (unsigned i = 0; i < lines; i++) {
        ladle_column_item item = {.height = GRID,
                                  .grid = true,
                                  .opens = i == 0,
                                  .glued = i > 0 && (i == 1 || i + 1 == lines)};
        g_array_append_val(m->items, item);
    }
}

static void add_heading(made *m)
{
    ladle_column_item heading = {.before = 17, .height = 17, .lead = 24, .opens = true};
    g_array_append_val(m->items, heading);
    ladle_column_item line = {.before = 7, .height = GRID, .grid = true, .glued = true};
    for (int i = 0; i < 2; i++, line.before = 0)
        g_array_append_val(m->items, line);
}

static void add_box(made *m, ladle_box_kind kind, int height)
{
    ladle_column_box box = {
        .kind = kind, .anchor = m->items->len, .before = 14, .height = height, .after = 14};
    g_array_append_val(m->boxes, box);
}

/* ------------------------------------------------------------------------- what must always hold
 */

typedef struct {
    const ladle_column_content *content;
    GArray *placed; /* unsigned per box: how often */
    unsigned item;  /* the next in order */
    unsigned last[LADLE_BOX_KINDS];
    bool any[LADLE_BOX_KINDS];
} watch;

static int height_of(const watch *w, const ladle_column_spot *spot)
{
    return spot->is_box ? w->content->boxes[spot->index].height
                        : w->content->items[spot->index].height;
}

static void watch_item(watch *w, const ladle_column_spot *spot)
{
    cr_assert_eq(spot->index, w->item, "item %u, not %u", spot->index, w->item);
    w->item++;
    if (w->content->items[spot->index].grid)
        cr_assert_eq(spot->y % GRID, 0, "item %u on the grid", spot->index);
}

static void watch_box(watch *w, const ladle_column_spot *spot, bool at_top)
{
    const ladle_column_box *box = &w->content->boxes[spot->index];
    g_array_index(w->placed, unsigned, spot->index)++;
    cr_assert(!w->any[box->kind] || spot->index > w->last[box->kind], "boxes in order");
    w->any[box->kind] = true;
    w->last[box->kind] = spot->index;
    cr_assert_leq(box->anchor, w->item, "box %u not before its anchor", spot->index);
    bool between = w->item == w->content->n_items || w->content->items[w->item].opens;
    cr_assert(box->kind == LADLE_BOX_WIDE || at_top || between, "box %u within a block",
              spot->index);
}

static void watch_page(watch *w, const ladle_column_plan *plan, const ladle_column_page *page)
{
    int below[2] = {page->top, page->top};
    bool text[2] = {false, false};
    unsigned alone = 0;
    for (unsigned i = 0; i < plan->spots->len; i++) {
        const ladle_column_spot *spot = &g_array_index(plan->spots, ladle_column_spot, i);
        bool wide = spot->is_box && w->content->boxes[spot->index].kind == LADLE_BOX_WIDE;
        cr_assert_geq(spot->y, below[spot->column], "nothing over what stands above it");
        cr_assert(!wide || spot->y >= below[1], "nor over the other column");
        cr_assert_leq(spot->y + height_of(w, spot), page->bottom, "within the page");
        if (spot->is_box)
            watch_box(w, spot, !text[spot->column]);
        else
            watch_item(w, spot);
        alone += spot->is_box && w->content->boxes[spot->index].kind == LADLE_BOX_ALONE;
        text[spot->column] = text[spot->column] || !spot->is_box;
        below[spot->column] = spot->y + height_of(w, spot);
        if (wide)
            below[0] = below[1] = below[spot->column];
    }
    cr_assert(alone <= 1 || plan->state.item == w->content->n_items, "one to a page");
    if (plan->state.item < w->content->n_items)
        cr_assert(!w->content->items[plan->state.item].glued, "no group is parted");
}

/* Fills pages to the end; the number of them. */
static unsigned fill_all(const ladle_column_content *content, int top)
{
    watch w = {.content = content, .placed = g_array_new(FALSE, TRUE, sizeof(unsigned))};
    g_array_set_size(w.placed, content->n_boxes);
    ladle_column_state state = ladle_column_begin(content);
    ladle_column_page page = {.top = top, .bottom = LINES * GRID};
    unsigned pages = 0;
    for (bool done = false; !done; page.top = 0) {
        cr_assert_lt(pages, 500, "filling ends");
        ladle_column_plan plan = ladle_column_plan_page(content, &state, &page);
        cr_assert(plan.spots->len > 0 || page.top > 0 || plan.done,
                  "an empty page takes something");
        watch_page(&w, &plan, &page);
        state = plan.state;
        done = plan.done;
        pages++;
        ladle_column_plan_free(&plan);
    }
    cr_assert_eq(w.item, content->n_items, "every item");
    for (unsigned i = 0; i < content->n_boxes; i++)
        cr_assert_eq(g_array_index(w.placed, unsigned, i), 1, "every box once");
    g_array_free(w.placed, TRUE);
    return pages;
}

Test(column_fill, holds_over_made_up_contents)
{
    for (guint32 seed = 1; seed <= 300; seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        made m = new_made();
        for (int n = g_rand_int_range(rand, 1, 40); n > 0; n--) {
            int kind = g_rand_int_range(rand, 0, 10);
            if (kind < 2)
                add_heading(&m);
            else if (kind < 7)
                add_paragraph(&m, (unsigned)g_rand_int_range(rand, 1, 16));
            else
                add_box(&m, (ladle_box_kind)(kind - 7), g_rand_int_range(rand, 20, 400));
        }
        for (int n = m.items->len ? g_rand_int_range(rand, 0, 4) : 0; n > 0; n--) {
            int at = g_rand_int_range(rand, 0, (int)m.items->len);
            g_array_index(m.items, ladle_column_item, at).notes = g_rand_int_range(rand, 11, 300);
        }
        fill_all(content(&m), g_rand_int_range(rand, 0, 40) * GRID);
        free_made(&m);
        g_rand_free(rand);
    }
}

/* ------------------------------------------------------------------------------ by hand */

static ladle_column_plan plan_first(made *m)
{
    const ladle_column_content *whole = content(m);
    ladle_column_state state = ladle_column_begin(whole);
    ladle_column_page page = {.bottom = LINES * GRID};
    return ladle_column_plan_page(whole, &state, &page);
}

/* Where each of the two columns ends. */
static void depths(const made *m, const ladle_column_plan *plan, int depth[2])
{
    depth[0] = depth[1] = 0;
    for (unsigned i = 0; i < plan->spots->len; i++) {
        const ladle_column_spot *spot = &g_array_index(plan->spots, ladle_column_spot, i);
        int height = spot->is_box ? g_array_index(m->boxes, ladle_column_box, spot->index).height
                                  : g_array_index(m->items, ladle_column_item, spot->index).height;
        depth[spot->column] = MAX(depth[spot->column], spot->y + height);
    }
}

Test(column_fill, ends_even)
{
    for (unsigned lines = 4; lines < 90; lines++) {
        made m = new_made();
        add_paragraph(&m, lines / 2);
        add_paragraph(&m, lines - lines / 2);
        ladle_column_plan plan = plan_first(&m);
        int depth[2];
        depths(&m, &plan, depth);
        cr_expect(plan.done, "%u lines fit", lines);
        cr_expect_leq(abs(depth[0] - depth[1]), 3 * GRID, "%u lines: %d and %d", lines, depth[0],
                      depth[1]);
        ladle_column_plan_free(&plan);
        free_made(&m);
    }
}

Test(column_fill, a_full_page_is_full)
{
    made m = new_made();
    for (int i = 0; i < 30; i++)
        add_paragraph(&m, 5);
    ladle_column_plan plan = plan_first(&m);
    int depth[2];
    depths(&m, &plan, depth);
    cr_expect(!plan.done);
    cr_expect_geq(depth[0], (LINES - 1) * GRID, "at most the line that would be a widow");
    cr_expect_geq(depth[1], (LINES - 1) * GRID);
    ladle_column_plan_free(&plan);
    free_made(&m);
}

static const ladle_column_spot *spot_of_box(const ladle_column_plan *plan, unsigned index)
{
    for (unsigned i = 0; i < plan->spots->len; i++) {
        const ladle_column_spot *spot = &g_array_index(plan->spots, ladle_column_spot, i);
        if (spot->is_box && spot->index == index)
            return spot;
    }
    return NULL;
}

Test(column_fill, what_does_not_fit_a_column_heads_the_next)
{
    made m = new_made();
    add_paragraph(&m, 40);
    add_box(&m, LADLE_BOX_PLAIN, 200);
    for (int i = 0; i < 30; i++)
        add_paragraph(&m, 4);
    ladle_column_plan plan = plan_first(&m);
    const ladle_column_spot *box = spot_of_box(&plan, 0);
    cr_assert_not_null(box);
    cr_expect_eq(box->column, 1);
    cr_expect_eq(box->y, 0);
    int depth[2];
    depths(&m, &plan, depth);
    cr_expect_geq(depth[0], (LINES - 1) * GRID, "text fills the gap");
    ladle_column_plan_free(&plan);
    free_made(&m);
}

/* Whether a box heads a column in which the text goes on amid a block. */
static bool cuts_a_block(const made *m, const ladle_column_plan *plan)
{
    for (unsigned i = 0; i + 1 < plan->spots->len; i++) {
        const ladle_column_spot *spot = &g_array_index(plan->spots, ladle_column_spot, i);
        if (spot->is_box && !spot[1].is_box && spot->column == spot[1].column &&
            !g_array_index(m->items, ladle_column_item, spot[1].index).opens)
            return true;
    }
    return false;
}

Test(column_fill, a_box_waits_for_the_end_of_a_list)
{
    for (unsigned above = 36; above < 47; above++) {
        made m = new_made();
        add_paragraph(&m, above);
        add_box(&m, LADLE_BOX_PLAIN, 200);
        unsigned first = m.items->len;
        for (unsigned i = 0; i < 24; i++) {
            ladle_column_item item = {.height = GRID, .grid = true, .opens = i == 0};
            item.in_list = i > 0;
            g_array_append_val(m.items, item);
        }
        for (int i = 0; i < 30; i++)
            add_paragraph(&m, 5);
        g_array_index(m.items, ladle_column_item, first).glued = true;
        ladle_column_plan plan = plan_first(&m);
        cr_expect_not_null(spot_of_box(&plan, 0));
        cr_expect_not(cuts_a_block(&m, &plan), "%u lines above", above);
        ladle_column_plan_free(&plan);
        free_made(&m);
    }
}

Test(column_fill, a_box_waits_for_a_paragraph_that_ends_soon)
{
    made m = new_made();
    add_paragraph(&m, 40);
    add_box(&m, LADLE_BOX_PLAIN, 200);
    add_paragraph(&m, 12);
    for (int i = 0; i < 30; i++)
        add_paragraph(&m, 5);
    ladle_column_plan plan = plan_first(&m);
    const ladle_column_spot *box = spot_of_box(&plan, 0);
    cr_assert_not_null(box);
    cr_expect_eq(box->column, 1);
    cr_expect_gt(box->y, 0);
    cr_expect_not(cuts_a_block(&m, &plan));
    ladle_column_plan_free(&plan);
    free_made(&m);
}

Test(column_fill, space_about_a_box_is_even)
{
    made m = new_made();
    add_paragraph(&m, 6);
    add_box(&m, LADLE_BOX_PLAIN, 50);
    for (int i = 0; i < 30; i++)
        add_paragraph(&m, 5);
    ladle_column_plan plan = plan_first(&m);
    const ladle_column_spot *box = spot_of_box(&plan, 0);
    cr_assert_not_null(box);
    cr_expect_eq(box->column, 0);
    int above = box->y - 6 * GRID, below = 12 * GRID - (box->y + 50);
    cr_expect_leq(abs(above - below), 1, "%d above, %d below", above, below);
    ladle_column_plan_free(&plan);
    free_made(&m);
}

Test(column_fill, wide_boxes_stand_at_the_foot_or_the_next_head)
{
    made m = new_made();
    add_paragraph(&m, 5);
    add_box(&m, LADLE_BOX_WIDE, 100);
    for (int i = 0; i < 30; i++)
        add_paragraph(&m, 5);
    ladle_column_plan plan = plan_first(&m);
    const ladle_column_spot *box = spot_of_box(&plan, 0);
    cr_assert_not_null(box);
    cr_expect_eq(box->y + 100, LINES * GRID, "at the foot of a page that goes on");
    ladle_column_plan_free(&plan);
    free_made(&m);

    m = new_made();
    for (int i = 0; i < 18; i++)
        add_paragraph(&m, 5);
    add_box(&m, LADLE_BOX_WIDE, 300);
    add_paragraph(&m, 30);
    cr_expect_eq(fill_all(content(&m), 0), 2);
    free_made(&m);
}

Test(column_fill, without_a_grid_a_low_first_item_makes_no_tiny_steps)
{
    ladle_column_item items[400] = {{.height = 1}};
    for (unsigned i = 1; i < G_N_ELEMENTS(items); i++)
        items[i] = (ladle_column_item){.height = 12 * 1024, .opens = true};
    ladle_column_content low = {.items = items, .n_items = G_N_ELEMENTS(items), .n_columns = 2};
    ladle_column_state state = ladle_column_begin(&low);
    ladle_column_page page = {.bottom = 3000 * 1024};
    gint64 begun = g_get_monotonic_time();
    ladle_column_plan plan = ladle_column_plan_page(&low, &state, &page);
    cr_expect(plan.done);
    cr_expect_lt(g_get_monotonic_time() - begun, 5 * G_USEC_PER_SEC);
    ladle_column_plan_free(&plan);
}

Test(column_fill, heights_beyond_what_a_length_holds_do_not_turn_round)
{
    ladle_column_item items[4000];
    for (unsigned i = 0; i < G_N_ELEMENTS(items); i++)
        items[i] = (ladle_column_item){.height = 1000 * 1024, .opens = true};
    ladle_column_content high = {.items = items, .n_items = G_N_ELEMENTS(items), .n_columns = 2};
    ladle_column_state state = ladle_column_begin(&high);
    ladle_column_page page = {.bottom = 1500 * 1024};
    ladle_column_plan plan = ladle_column_plan_page(&high, &state, &page);
    cr_expect_not(plan.done);
    cr_expect_eq(plan.spots->len, 2);
    ladle_column_plan_free(&plan);
}

Test(column_fill, notes_take_their_room)
{
    made m = new_made();
    for (int i = 0; i < 30; i++)
        add_paragraph(&m, 5);
    g_array_index(m.items, ladle_column_item, 3).notes = 70;
    ladle_column_plan plan = plan_first(&m);
    cr_expect_leq(plan.end, LINES * GRID - 70);
    cr_expect_geq(plan.end, LINES * GRID - 70 - 2 * GRID);
    ladle_column_plan_free(&plan);
    free_made(&m);
}
