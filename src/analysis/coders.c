/* A unit is a statement and an element that two named coders or more have put at a level. Every
 * pair of values within a unit of m values counts 1/(m - 1) in the coincidence matrix, so that each
 * value counts once. With n(c) the values at level c and o(c, k) the coincidences,
 *
 *     alpha = 1 - (n - 1) * sum of o(c, k) d(c, k) / sum of n(c) n(k) d(c, k)     over c < k,
 *
 * where the ordinal metric d(c, k) is the square of n(c)/2 + n(c+1) + ... + n(k-1) + n(k)/2: how
 * many values lie between the two. */
#include "analysis/coders.h"

#include <math.h>
#include <string.h>

ladle_coincidences ladle_coincidences_new(ladle_arena *arena, unsigned n_levels)
{
    return (ladle_coincidences){.n_levels = n_levels,
                                .counts = LADLE_NEW_ARRAY(arena, double, n_levels),
                                .coincidences =
                                    LADLE_NEW_ARRAY(arena, double, (size_t)n_levels *n_levels)};
}

void ladle_coincidences_add(ladle_coincidences *coincidences, const unsigned *values)
{
    unsigned n = coincidences->n_levels, coders = 0;
    for (unsigned c = 0; c < n; c++)
        coders += values[c];
    coincidences->units++;
    for (unsigned c = 0; c < n; c++) {
        coincidences->counts[c] += values[c];
        for (unsigned k = c + 1; k < n; k++)
            coincidences->coincidences[(size_t)c * n + k] +=
                (double)values[c] * values[k] / (coders - 1);
    }
}

double ladle_ordinal_alpha(const ladle_coincidences *coincidences)
{
    unsigned n_levels = coincidences->n_levels;
    const double *counts = coincidences->counts;
    double n = 0, observed = 0, expected = 0;
    for (unsigned c = 0; c < n_levels; c++) {
        n += counts[c];
        double between = 0;
        for (unsigned k = c + 1; k < n_levels; k++) {
            double distance = (counts[c] + counts[k]) / 2 + between;
            between += counts[k];
            observed += coincidences->coincidences[(size_t)c * n_levels + k] * distance * distance;
            expected += counts[c] * counts[k] * distance * distance;
        }
    }
    return expected > 0 ? 1 - (n - 1) * observed / expected : NAN;
}

/* -------------------------------------------------------------------------------- reading */

/* By element, then coder, then what counts first of a coder's several: strength, low level. */
static gint compare_codings(gconstpointer left, gconstpointer right)
{
    const ladle_coding *a = *(const ladle_coding *const *)left;
    const ladle_coding *b = *(const ladle_coding *const *)right;
    if (a->element != b->element)
        return a->element->index < b->element->index ? -1 : 1;
    int coders = strcmp(a->coder, b->coder);
    if (coders != 0)
        return coders;
    if (a->strength != b->strength)
        return a->strength > b->strength ? -1 : 1;
    return (int)a->level->index - (int)b->level->index;
}

typedef struct {
    GPtrArray *codings; /* of one statement, sorted */
    unsigned *values;   /* of one unit, one count a level */
    unsigned n_levels;
    ladle_coincidences all, *by_element;
} reader;

static const ladle_coding *coding_at(const reader *self, guint i)
{
    return g_ptr_array_index(self->codings, i);
}

/* Counts the first coding of each coder, from `start` on, for one element. Returns the end of
 * that element's codings; *coders is the number of coders. */
static guint read_unit(reader *self, guint start, unsigned *coders)
{
    const ladle_coding *first = coding_at(self, start), *latest = NULL;
    memset(self->values, 0, sizeof(unsigned) * self->n_levels);
    *coders = 0;
    guint i = start;
    for (; i < self->codings->len && coding_at(self, i)->element == first->element; i++) {
        const ladle_coding *coding = coding_at(self, i);
        if (latest && strcmp(latest->coder, coding->coder) == 0)
            continue;
        latest = coding;
        self->values[coding->level->index]++;
        ++*coders;
    }
    return i;
}

static void read_statement(reader *self, const ladle_statement *statement)
{
    g_ptr_array_set_size(self->codings, 0);
    for (unsigned i = 0; i < statement->n_codings; i++) {
        const ladle_coding *coding = &statement->codings[i];
        if (coding->kind == LADLE_CODE_ELEMENT && coding->coder)
            g_ptr_array_add(self->codings, (gpointer)coding);
    }
    g_ptr_array_sort(self->codings, compare_codings);
    for (guint start = 0; start < self->codings->len;) {
        unsigned coders, element = coding_at(self, start)->element->index;
        start = read_unit(self, start, &coders);
        if (coders < 2)
            continue;
        ladle_coincidences_add(&self->all, self->values);
        ladle_coincidences_add(&self->by_element[element], self->values);
    }
}

static ladle_alpha alpha_of(const ladle_element *element, const ladle_coincidences *units)
{
    return (ladle_alpha){element, units->units, ladle_ordinal_alpha(units)};
}

void ladle_assess_coders(ladle_arena *arena, ladle_results *results)
{
    const ladle_study *study = results->study;
    const ladle_framework *framework = study->framework;
    unsigned n_elements = framework->n_elements, n_levels = framework->n_levels;
    g_autoptr(GPtrArray) codings = g_ptr_array_new();
    g_autofree unsigned *values = g_new(unsigned, n_levels);
    reader self = {codings, values, n_levels, ladle_coincidences_new(arena, n_levels),
                   LADLE_NEW_ARRAY(arena, ladle_coincidences, n_elements)};
    for (unsigned i = 0; i < n_elements; i++)
        self.by_element[i] = ladle_coincidences_new(arena, n_levels);
    for (unsigned i = 0; i < study->n_statements; i++)
        read_statement(&self, study->statements[i]);
    ladle_alpha *by_element = LADLE_NEW_ARRAY(arena, ladle_alpha, n_elements);
    for (unsigned i = 0; i < n_elements; i++)
        if (self.by_element[i].units > 0)
            by_element[results->n_reliability_by_element++] =
                alpha_of(framework->elements[i], &self.by_element[i]);
    results->reliability = alpha_of(NULL, &self.all);
    results->reliability_by_element = by_element;
}
