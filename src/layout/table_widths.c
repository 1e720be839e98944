/* Table widths.
 *
 * Each column has a least width (its longest word) and a natural one (everything on one line),
 * found from its cells. Cells over several columns are looked at last, narrow spans first: what
 * they lack is spread over their columns, to starred ones if there are any, else in proportion to
 * what those have. A fixed column has its given width for both.
 *
 * Then the room is shared. It is enough for
 *   - all natural widths: each gets that, and what is left goes to the starred columns, in equal
 *     parts, or without any to the columns from content in proportion, or at last to the fixed
 * ones;
 *   - all least widths: each gets that, and of what is left the columns from content are filled up
 *     towards their natural width before the starred ones get any more. No column is thought to
 *     want more than a few times the room: prose fills lines whatever its length, and a column of
 *     long texts would squeeze one of shorter ones;
 *   - not even those: fixed columns keep theirs if the others can have something, and of the others
 *     the widest give way, down to a common width, so that one long word does not squeeze columns
 *     of short ones. Words will break.
 * Rounding is done on running sums, so that widths add up to the unit. */
#include "layout/table_widths.h"

#include <glib.h>
#include <string.h>

typedef struct {
    const ladle_column *columns;
    unsigned n;
    int *least, *natural;
    int *widths;
} width_table;

/* Adds `amount` to values[i] of the chosen columns in proportion to weights; the sum is exact. */
static void spread(int *values, const gint64 *weights, unsigned n, gint64 amount)
{
    gint64 total = 0, seen = 0, given = 0;
    for (unsigned i = 0; i < n; i++)
        total += weights[i];
    if (total <= 0)
        return;
    for (unsigned i = 0; i < n; i++) {
        seen += weights[i];
        gint64 upto = (gint64)((__int128)amount * seen / total);
        values[i] += (int)(upto - given);
        given = upto;
    }
}

static gint64 sum(const int *values, unsigned n)
{
    gint64 total = 0;
    for (unsigned i = 0; i < n; i++)
        total += values[i];
    return total;
}

/* How the lack of a spanning cell is shared among its columns. */
static void widen(width_table *table, int *values, const ladle_cell_need *cell, int need,
                  int gutter)
{
    gint64 has = sum(values + cell->column, cell->span) + (gint64)gutter * (cell->span - 1);
    gint64 lack = need - has, total = 0;
    if (lack <= 0)
        return;
    gint64 *weights = g_new0(gint64, cell->span);
    for (int pass = 0; pass < 3 && total == 0; pass++)
        for (unsigned i = 0; i < cell->span; i++) {
            ladle_column_kind kind = table->columns[cell->column + i].kind;
            if (pass == 0 && kind == LADLE_COLUMN_STAR)
                weights[i] = 1;
            if (pass == 1 && kind == LADLE_COLUMN_AUTO)
                weights[i] = values[cell->column + i];
            if (pass == 2 && kind == LADLE_COLUMN_AUTO)
                weights[i] = 1;
            total += weights[i];
        }
    spread(values + cell->column, weights, cell->span, lack);
    g_free(weights);
}

static void needs(width_table *table, const ladle_cell_need *cells, unsigned n_cells, int gutter)
{
    for (unsigned i = 0; i < table->n; i++)
        if (table->columns[i].kind == LADLE_COLUMN_FIXED)
            table->least[i] = table->natural[i] = table->columns[i].width;
    for (unsigned span = 1; span <= table->n; span++)
        for (unsigned i = 0; i < n_cells; i++) {
            const ladle_cell_need *cell = &cells[i];
            if (cell->span != span || cell->column + span > table->n)
                continue;
            if (span > 1) {
                widen(table, table->least, cell, cell->least, gutter);
                widen(table, table->natural, cell, cell->natural, gutter);
            } else if (table->columns[cell->column].kind != LADLE_COLUMN_FIXED) {
                table->least[cell->column] = MAX(table->least[cell->column], cell->least);
                table->natural[cell->column] = MAX(table->natural[cell->column], cell->natural);
            }
        }
    for (unsigned i = 0; i < table->n; i++)
        table->natural[i] = MAX(table->natural[i], table->least[i]);
}

/* Weights of the columns of one kind; returns whether there are any. */
static int weigh(const width_table *table, ladle_column_kind kind, const int *by, const int *less,
                 gint64 *weights)
{
    gint64 total = 0;
    for (unsigned i = 0; i < table->n; i++) {
        weights[i] = 0;
        if (table->columns[i].kind == kind)
            weights[i] = by ? (gint64)by[i] - (less ? less[i] : 0) : 1;
        total += weights[i];
    }
    return total > 0;
}

/* More room than anybody needs. */
static void give_away(width_table *table, gint64 left, gint64 *weights)
{
    if (weigh(table, LADLE_COLUMN_STAR, NULL, NULL, weights) ||
        weigh(table, LADLE_COLUMN_AUTO, table->natural, NULL, weights) ||
        weigh(table, LADLE_COLUMN_AUTO, NULL, NULL, weights) ||
        weigh(table, LADLE_COLUMN_FIXED, table->natural, NULL, weights) ||
        weigh(table, LADLE_COLUMN_FIXED, NULL, NULL, weights))
        spread(table->widths, weights, table->n, left);
}

/* How many times the room a column is thought to want at most. */
enum { MOST_WANTED = 3 };

/* Room for all words, but not for all lines. */
static void fill_up(width_table *table, gint64 room, gint64 *weights)
{
    gint64 left = room - sum(table->least, table->n);
    for (unsigned i = 0; i < table->n; i++)
        table->natural[i] = MAX((int)MIN(table->natural[i], MOST_WANTED * room), table->least[i]);
    const ladle_column_kind order[] = {LADLE_COLUMN_AUTO, LADLE_COLUMN_STAR};
    for (unsigned k = 0; k < G_N_ELEMENTS(order) && left > 0; k++) {
        if (!weigh(table, order[k], table->natural, table->least, weights))
            continue;
        gint64 wanted = 0;
        for (unsigned i = 0; i < table->n; i++)
            wanted += weights[i];
        spread(table->widths, weights, table->n, MIN(wanted, left));
        left -= MIN(wanted, left);
    }
}

/* Not even room for the words: the widest columns give way, down to a common width. */
static void squeeze(width_table *table, gint64 room, gint64 *weights)
{
    gint64 fixed = 0, others = 0;
    for (unsigned i = 0; i < table->n; i++)
        *(table->columns[i].kind == LADLE_COLUMN_FIXED ? &fixed : &others) += table->least[i];
    int keep_fixed = others > 0 && fixed < room;
    unsigned open = 0;
    for (unsigned i = 0; i < table->n; i++) {
        int kept = keep_fixed && table->columns[i].kind == LADLE_COLUMN_FIXED;
        table->widths[i] = kept ? table->least[i] : 0;
        weights[i] = !kept;
        room -= table->widths[i];
        open += !kept;
    }
    for (int again = 1; again && open > 0;) { /* what is below the share of the others is given */
        gint64 share = room / open;
        again = 0;
        for (unsigned i = 0; i < table->n; i++)
            if (weights[i] && table->least[i] <= share) {
                table->widths[i] = table->least[i];
                room -= table->least[i];
                weights[i] = 0;
                open--;
                again = 1;
            }
    }
    spread(table->widths, weights, table->n, room);
}

void ladle_table_widths(const ladle_column *columns, unsigned n, const ladle_cell_need *cells,
                        unsigned n_cells, int total, int gutter, int *widths)
{
    if (n == 0)
        return;
    gint64 room = (gint64)total - (gint64)gutter * (n - 1);
    if (room < 0)
        room = 0;
    int *least = g_new0(int, n), *natural = g_new0(int, n);
    gint64 *weights = g_new0(gint64, n);
    width_table table = {columns, n, least, natural, widths};
    needs(&table, cells, n_cells, gutter);
    if (sum(natural, n) <= room) {
        memcpy(widths, natural, n * sizeof *widths);
        give_away(&table, room - sum(natural, n), weights);
    } else if (sum(least, n) <= room) {
        memcpy(widths, least, n * sizeof *widths);
        fill_up(&table, room, weights);
    } else
        squeeze(&table, room, weights);
    g_free(least);
    g_free(natural);
    g_free(weights);
}

int ladle_table_least(const ladle_column *columns, unsigned n, const ladle_cell_need *cells,
                      unsigned n_cells, int gutter)
{
    if (n == 0)
        return 0;
    int *least = g_new0(int, n), *natural = g_new0(int, n);
    width_table table = {columns, n, least, natural, NULL};
    needs(&table, cells, n_cells, gutter);
    gint64 need = sum(least, n) + (gint64)gutter * (n - 1);
    g_free(least);
    g_free(natural);
    return (int)MIN(need, G_MAXINT);
}
