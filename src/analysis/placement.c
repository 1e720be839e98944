/* A partnership is where most of its elements have arrived: at the highest level that a majority
 * of them has reached. Everything here goes by a count of elements at each level; leaving a record
 * out moves only the elements it speaks about, so trying all records costs no more than reading
 * them. */
#include "analysis/elements.h"

#include <math.h>
#include <string.h>

static unsigned majority_of(unsigned elements)
{
    return elements / 2 + 1;
}

/* Elements at `level` or above. */
static unsigned count_reached(const unsigned *at, unsigned n_levels, unsigned level)
{
    unsigned reached = 0;
    for (unsigned i = level; i < n_levels; i++)
        reached += at[i];
    return reached;
}

unsigned ladle_place(const unsigned *at, unsigned n_levels, unsigned elements)
{
    unsigned level = n_levels - 1, reached = at[level];
    while (reached < majority_of(elements))
        reached += at[--level];
    return level;
}

/* The placement if the unassessed elements were all at `level`. */
static const ladle_level *place_with(ladle_levels *levels, unsigned unassessed, unsigned level)
{
    const ladle_framework *framework = levels->framework;
    levels->at[level] += unassessed;
    unsigned placed = ladle_place(levels->at, framework->n_levels, framework->n_elements);
    levels->at[level] -= unassessed;
    return framework->levels[placed];
}

/* ----------------------------------------------------------------------------- membership */

static double element_membership(const ladle_element_result *result, unsigned n_levels,
                                 unsigned type)
{
    double reached = ladle_profile_reached(result->shares, n_levels, type);
    double beyond = ladle_profile_reached(result->shares, n_levels, type + 1);
    return fmin(reached, 1 - beyond);
}

static gint compare_falling(gconstpointer a, gconstpointer b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left > right ? -1 : left < right;
}

static ladle_membership membership_in(const ladle_levels *levels, const ladle_wave_result *result,
                                      const ladle_level *type, GArray *values)
{
    g_array_set_size(values, 0);
    for (unsigned i = 0; i < levels->framework->n_elements; i++) {
        if (!result->elements[i].level)
            continue;
        double value =
            element_membership(&result->elements[i], levels->framework->n_levels, type->index);
        g_array_append_val(values, value);
    }
    g_array_sort(values, compare_falling);
    return (ladle_membership){.type = type,
                              .minimum = g_array_index(values, double, values->len - 1),
                              .majority =
                                  g_array_index(values, double, majority_of(values->len) - 1)};
}

static void assess_memberships(const ladle_levels *levels, ladle_wave_result *result)
{
    const ladle_framework *framework = levels->framework;
    ladle_membership *memberships =
        LADLE_NEW_ARRAY(levels->arena, ladle_membership, framework->n_levels);
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    for (unsigned i = 0; i < framework->n_levels; i++)
        if (framework->levels[i]->is_type)
            memberships[result->n_memberships++] =
                membership_in(levels, result, framework->levels[i], values);
    result->memberships = memberships;
}

/* ------------------------------------------------------------------------------ stability */

/* The pieces of one record: a run among all pieces. */
typedef struct {
    guint start, end;
} record_pieces;

static const ladle_piece *piece_at(const ladle_levels *levels, guint i)
{
    return &g_array_index(levels->gatherer.pieces, ladle_piece, i);
}

static record_pieces next_record(const ladle_levels *levels, guint start)
{
    const GArray *pieces = levels->gatherer.pieces;
    guint end = start + 1;
    while (end < pieces->len &&
           piece_at(levels, end)->evidence.record == piece_at(levels, start)->evidence.record)
        end++;
    return (record_pieces){start, end};
}

/* Takes the evidence of a record away. Returns the number of elements that it spoke about, now in
 * `touched`, with their weights as they were in `saved`. */
static unsigned leave_out(ladle_levels *levels, record_pieces run)
{
    unsigned n_touched = 0;
    for (guint i = run.start; i < run.end; i++) {
        const ladle_piece *piece = piece_at(levels, i);
        if (!piece->element)
            continue;
        unsigned e = piece->element->index;
        if (!levels->is_touched[e]) {
            ladle_weights_copy(&levels->saved[e], &levels->elements[e]);
            levels->is_touched[e] = true;
            levels->touched[n_touched++] = e;
        }
        ladle_weights_remove(&levels->elements[e], piece->evidence.record->kind,
                             piece->evidence.level->index, piece->evidence.weight);
    }
    return n_touched;
}

/* Puts it back, exactly. */
static void put_back(ladle_levels *levels, unsigned n_touched)
{
    for (unsigned i = 0; i < n_touched; i++) {
        unsigned e = levels->touched[i];
        ladle_weights_copy(&levels->elements[e], &levels->saved[e]);
        levels->is_touched[e] = false;
    }
}

/* Whether the placement stays when the touched elements are as they are now. */
static bool is_kept(ladle_levels *levels, const ladle_wave_result *result, unsigned n_touched)
{
    unsigned n_levels = levels->framework->n_levels, assessed = result->assessed;
    g_autofree unsigned *at = g_memdup2(levels->at, sizeof(unsigned) * n_levels);
    for (unsigned i = 0; i < n_touched; i++) {
        unsigned e = levels->touched[i];
        at[result->elements[e].level->index]--;
        if (ladle_weights_profile(&levels->elements[e], levels->shares) > 0)
            at[ladle_profile_level(levels->shares, n_levels)]++;
        else
            assessed--;
    }
    return assessed > 0 && ladle_place(at, n_levels, assessed) == result->placement->index;
}

static gint compare_ids(gconstpointer a, gconstpointer b)
{
    const ladle_record *const *left = a, *const *right = b;
    return strcmp((*left)->id, (*right)->id);
}

static void assess_stability(ladle_levels *levels, ladle_wave_result *result)
{
    g_autoptr(GPtrArray) pivotal = g_ptr_array_new();
    record_pieces run = {0, 0};
    for (; run.end < levels->gatherer.pieces->len;) {
        run = next_record(levels, run.end);
        unsigned n_touched = leave_out(levels, run);
        if (n_touched == 0)
            continue; /* it speaks about dimensions only */
        result->runs++;
        if (is_kept(levels, result, n_touched))
            result->kept++;
        else
            g_ptr_array_add(pivotal, (gpointer)piece_at(levels, run.start)->evidence.record);
        put_back(levels, n_touched);
    }
    g_ptr_array_sort(pivotal, compare_ids);
    const ladle_record **kept = LADLE_NEW_ARRAY(levels->arena, const ladle_record *, pivotal->len);
    for (guint i = 0; i < pivotal->len; i++)
        kept[i] = g_ptr_array_index(pivotal, i);
    result->pivotal = kept;
    result->n_pivotal = pivotal->len;
}

/* ------------------------------------------------------------------------------ placement */

void ladle_assess_placement(ladle_levels *levels, ladle_wave_result *result)
{
    const ladle_framework *framework = levels->framework;
    unsigned top = framework->n_levels - 1, n = result->assessed;
    if (n == 0)
        return;
    memset(levels->at, 0, sizeof(unsigned) * framework->n_levels);
    for (unsigned i = 0; i < framework->n_elements; i++)
        if (result->elements[i].level)
            levels->at[result->elements[i].level->index]++;
    unsigned placed = ladle_place(levels->at, framework->n_levels, n);
    result->placement = framework->levels[placed];
    result->slack = count_reached(levels->at, framework->n_levels, placed) - majority_of(n);
    if (placed < top)
        result->to_next =
            majority_of(n) - count_reached(levels->at, framework->n_levels, placed + 1);
    result->lowest = place_with(levels, framework->n_elements - n, 0);
    result->highest = place_with(levels, framework->n_elements - n, top);
    result->provisional = 3ull * n < 2ull * framework->n_elements;
    assess_memberships(levels, result);
    assess_stability(levels, result);
}
