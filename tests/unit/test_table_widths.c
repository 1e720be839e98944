/* Whole vectors of column widths. */
#include "layout/table_widths.h"

#include <criterion/criterion.h>
#include <glib.h>

#define AUTO                                                                                       \
    {                                                                                              \
        LADLE_COLUMN_AUTO, 0                                                                       \
    }
#define STAR                                                                                       \
    {                                                                                              \
        LADLE_COLUMN_STAR, 0                                                                       \
    }
#define FIXED(width)                                                                               \
    {                                                                                              \
        LADLE_COLUMN_FIXED, width                                                                  \
    }

static void check(const ladle_column *columns, unsigned n, const ladle_cell_need *cells,
                  unsigned n_cells, int total, int gutter, const int *expected)
{
    int widths[16] = {0}, sum = gutter * ((int)n - 1);
    ladle_table_widths(columns, n, cells, n_cells, total, gutter, widths);
    for (unsigned i = 0; i < n; i++) {
        cr_expect_eq(widths[i], expected[i], "column %u: %d, expected %d", i, widths[i],
                     expected[i]);
        sum += widths[i];
    }
    cr_expect_eq(sum, total, "sum %d, total %d", sum, total);
}

Test(table_widths, room_for_all_is_shared_by_what_stands_in_them)
{
    check((ladle_column[]){AUTO, AUTO}, 2, (ladle_cell_need[]){{0, 1, 10, 30}, {1, 1, 20, 60}}, 2,
          180, 0, (int[]){60, 120});
}

Test(table_widths, a_star_takes_what_is_left)
{
    check((ladle_column[]){AUTO, STAR, FIXED(50)}, 3,
          (ladle_cell_need[]){{0, 1, 10, 30}, {1, 1, 20, 400}, {2, 1, 60, 90}}, 3, 220, 10,
          (int[]){30, 120, 50});
    check((ladle_column[]){STAR, AUTO, STAR}, 3,
          (ladle_cell_need[]){{0, 1, 10, 10}, {1, 1, 40, 40}, {2, 1, 10, 10}}, 3, 101, 0,
          (int[]){30, 40, 31});
}

Test(table_widths, short_of_room_each_has_its_words_first)
{
    check((ladle_column[]){AUTO, AUTO}, 2, (ladle_cell_need[]){{0, 1, 20, 20}, {1, 1, 40, 200}}, 2,
          100, 0, (int[]){20, 80});
    check((ladle_column[]){AUTO, AUTO}, 2, (ladle_cell_need[]){{0, 1, 20, 120}, {1, 1, 20, 320}}, 2,
          140, 0, (int[]){45, 95});
}

Test(table_widths, a_column_of_long_texts_leaves_one_of_shorter_ones_its_share)
{
    check((ladle_column[]){AUTO, AUTO}, 2, (ladle_cell_need[]){{0, 1, 20, 9000}, {1, 1, 20, 160}},
          2, 140, 0, (int[]){94, 46});
}

Test(table_widths, too_narrow_for_words_they_shrink)
{
    check((ladle_column[]){AUTO, AUTO}, 2, (ladle_cell_need[]){{0, 1, 100, 100}, {1, 1, 300, 300}},
          2, 200, 0, (int[]){100, 100});
    check((ladle_column[]){AUTO, AUTO, AUTO}, 3,
          (ladle_cell_need[]){{0, 1, 30, 30}, {1, 1, 900, 900}, {2, 1, 400, 400}}, 3, 200, 0,
          (int[]){30, 85, 85});
    check((ladle_column[]){FIXED(80), AUTO}, 2, (ladle_cell_need[]){{1, 1, 300, 300}}, 1, 200, 0,
          (int[]){80, 120});
    check((ladle_column[]){FIXED(300), AUTO}, 2, (ladle_cell_need[]){{1, 1, 100, 100}}, 1, 200, 0,
          (int[]){100, 100});
}

Test(table_widths, a_cell_over_columns_widens_them)
{
    check((ladle_column[]){AUTO, AUTO, STAR}, 3,
          (ladle_cell_need[]){{0, 1, 10, 10}, {1, 1, 30, 30}, {2, 1, 5, 5}, {0, 2, 90, 90}}, 4, 200,
          10, (int[]){20, 60, 100});
}

Test(table_widths, fixed_columns_alone_fill_the_table_too)
{
    check((ladle_column[]){FIXED(40), FIXED(60)}, 2, NULL, 0, 200, 0, (int[]){80, 120});
}

Test(table_widths, always_add_up)
{
    GRand *rand = g_rand_new_with_seed(20161122);
    for (int round = 0; round < 3000; round++) {
        ladle_column columns[12];
        ladle_cell_need cells[40];
        int widths[12];
        unsigned n = (unsigned)g_rand_int_range(rand, 1, 12);
        unsigned m = (unsigned)g_rand_int_range(rand, 0, 40);
        for (unsigned i = 0; i < n; i++) {
            columns[i].kind = (ladle_column_kind)g_rand_int_range(rand, 0, 3);
            columns[i].width = g_rand_int_range(rand, 1, 200000);
        }
        for (unsigned i = 0; i < m; i++) {
            unsigned column = (unsigned)g_rand_int_range(rand, 0, (gint32)n);
            int least = g_rand_int_range(rand, 0, 300000);
            cells[i] = (ladle_cell_need){
                column, (unsigned)g_rand_int_range(rand, 1, (gint32)(n - column) + 1), least,
                least + g_rand_int_range(rand, 0, 900000)};
        }
        int total = g_rand_int_range(rand, 100000, 500000), sum = 0;
        int gutter = g_rand_int_range(rand, 0, 9000);
        ladle_table_widths(columns, n, cells, m, total, gutter, widths);
        for (unsigned i = 0; i < n; i++) {
            cr_assert_geq(widths[i], 0, "round %d", round);
            sum += widths[i];
        }
        cr_assert_eq(sum + gutter * ((int)n - 1), total, "round %d", round);
    }
    g_rand_free(rand);
}
