#include "analysis/tally.h"

#include <float.h>
#include <math.h>
#include <string.h>

typedef struct {
    ladle_axis counts;
    double lost;                        /* what rounding took from counts.spent */
    GHashTable *identified, *committed; /* sets of firms, in Unicode form NFC */
} tally;

struct ladle_tallies {
    unsigned meetings;
    tally *all;          /* whatever the axis */
    tally *none;         /* without an axis */
    GHashTable *by_axis; /* from the axis's name to its tally */
};

static tally *tally_new(const char *axis)
{
    tally *fresh = g_new0(tally, 1);
    fresh->counts.axis = axis;
    fresh->identified = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fresh->committed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return fresh;
}

static void tally_free(gpointer old)
{
    tally *one = old;
    g_hash_table_destroy(one->identified);
    g_hash_table_destroy(one->committed);
    g_free(one);
}

static void fill(ladle_tallies *tallies)
{
    tallies->meetings = 0;
    tallies->all = tally_new(NULL);
    tallies->none = tally_new(NULL);
}

static void empty(ladle_tallies *tallies)
{
    tally_free(tallies->all);
    tally_free(tallies->none);
    g_hash_table_remove_all(tallies->by_axis);
}

ladle_tallies *ladle_tallies_new(void)
{
    ladle_tallies *tallies = g_new0(ladle_tallies, 1);
    tallies->by_axis = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, tally_free);
    fill(tallies);
    return tallies;
}

void ladle_tallies_free(ladle_tallies *tallies)
{
    empty(tallies);
    g_hash_table_destroy(tallies->by_axis);
    g_free(tallies);
}

void ladle_tallies_clear(ladle_tallies *tallies)
{
    empty(tallies);
    fill(tallies);
}

static tally *tally_of_axis(ladle_tallies *tallies, const char *axis)
{
    if (!axis)
        return tallies->none;
    tally *found = g_hash_table_lookup(tallies->by_axis, axis);
    if (!found) {
        found = tally_new(axis);
        g_hash_table_insert(tallies->by_axis, (gpointer)axis, found);
    }
    return found;
}

/* The same letters are the same firm, however their accents are written. */
static void add_firm(GHashTable *firms, const char *firm)
{
    g_hash_table_add(firms, g_utf8_normalize(firm, -1, G_NORMALIZE_NFC));
}

static void add_visit(tally *to, const ladle_record *visit, bool joint)
{
    to->counts.held++;
    to->counts.joint += joint;
    if (!visit->firm || visit->agreement == LADLE_NO_AGREEMENT)
        return;
    add_firm(to->identified, visit->firm);
    if (visit->agreement == LADLE_COMMITTED)
        add_firm(to->committed, visit->firm);
}

/* Neumaier's sum, so that the order of the papers does not show in the last digit (A. Neumaier,
 * "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", Zeitschrift fuer
 * Angewandte Mathematik und Mechanik 54, 1974, pp. 39-51). */
static void add_account(tally *to, const ladle_record *account)
{
    double sum = to->counts.spent + account->spent;
    double larger = MAX(to->counts.spent, account->spent);
    double smaller = MIN(to->counts.spent, account->spent);
    to->lost += larger - sum + smaller;
    to->counts.spent = sum;
    to->counts.papers++;
}

/* Beyond what a double holds, the largest one stands (fmin passes over what is not a number). */
static ladle_axis counts_of(const tally *from)
{
    ladle_axis counts = from->counts;
    counts.spent = fmin(counts.spent + from->lost, DBL_MAX);
    return counts;
}

void ladle_tally_meeting(ladle_tallies *tallies)
{
    tallies->meetings++;
}

void ladle_tally_visit(ladle_tallies *tallies, const ladle_record *visit, bool joint)
{
    add_visit(tallies->all, visit, joint);
    add_visit(tally_of_axis(tallies, visit->axis), visit, joint);
}

void ladle_tally_account(ladle_tallies *tallies, const ladle_record *account)
{
    add_account(tallies->all, account);
    add_account(tally_of_axis(tallies, account->axis), account);
}

double ladle_tally_of(const ladle_tallies *tallies, const ladle_target *target)
{
    const tally *counted =
        target->axis ? g_hash_table_lookup(tallies->by_axis, target->axis) : tallies->all;
    if (target->measure == LADLE_MEASURE_MEETINGS)
        return tallies->meetings;
    if (!counted)
        return 0;
    switch (target->measure) {
    case LADLE_MEASURE_VISITS:
        return counted->counts.held;
    case LADLE_MEASURE_JOINT_VISITS:
        return counted->counts.joint;
    case LADLE_MEASURE_FIRMS_IDENTIFIED:
        return g_hash_table_size(counted->identified);
    case LADLE_MEASURE_FIRMS_COMMITTED:
        return g_hash_table_size(counted->committed);
    default:
        return counts_of(counted).spent;
    }
}

static gint compare_axes(gconstpointer a, gconstpointer b)
{
    return strcmp(((const ladle_axis *)a)->axis, ((const ladle_axis *)b)->axis);
}

/* The axes by which something was counted, sorted, after what has none. */
static const ladle_axis *list(const ladle_tallies *tallies, ladle_arena *arena, bool papers,
                              unsigned *n)
{
    ladle_axis *axes = LADLE_NEW_ARRAY(arena, ladle_axis, g_hash_table_size(tallies->by_axis) + 1);
    unsigned start = 0;
    if (papers && tallies->none->counts.papers > 0)
        axes[start++] = counts_of(tallies->none);
    *n = start;
    GHashTableIter iterator;
    gpointer one;
    g_hash_table_iter_init(&iterator, tallies->by_axis);
    while (g_hash_table_iter_next(&iterator, NULL, &one)) {
        ladle_axis counts = counts_of(one);
        if ((papers ? counts.papers : counts.held) > 0)
            axes[(*n)++] = counts;
    }
    qsort(axes + start, *n - start, sizeof *axes, compare_axes);
    return axes;
}

const ladle_axis *ladle_tally_visits(const ladle_tallies *tallies, ladle_arena *arena, unsigned *n)
{
    return list(tallies, arena, false, n);
}

const ladle_axis *ladle_tally_spending(const ladle_tallies *tallies, ladle_arena *arena,
                                       unsigned *n)
{
    return list(tallies, arena, true, n);
}
