#include "analysis/profile.h"

#include <string.h>

/* "More than half" leaves room for the rounding of sums that are a half by right. */
static const double more_than_half = 0.5 + 1e-9;

ladle_weights *ladle_weights_new(ladle_arena *arena, unsigned count, unsigned n_levels)
{
    ladle_weights *weights = LADLE_NEW_ARRAY(arena, ladle_weights, count);
    double *sums = LADLE_NEW_ARRAY(arena, double, (size_t)count *LADLE_METHODS *n_levels);
    for (unsigned i = 0; i < count; i++) {
        weights[i].n_levels = n_levels;
        weights[i].sums = sums + (size_t)i * LADLE_METHODS * n_levels;
    }
    return weights;
}

void ladle_weights_clear(ladle_weights *weights)
{
    memset(weights->items, 0, sizeof weights->items);
    memset(weights->sums, 0, sizeof(double) * LADLE_METHODS * weights->n_levels);
}

void ladle_weights_copy(ladle_weights *to, const ladle_weights *from)
{
    memcpy(to->items, from->items, sizeof to->items);
    memcpy(to->sums, from->sums, sizeof(double) * LADLE_METHODS * from->n_levels);
}

void ladle_weights_add(ladle_weights *weights, ladle_record_kind method, unsigned level,
                       double weight)
{
    weights->items[method]++;
    weights->sums[method * weights->n_levels + level] += weight;
}

void ladle_weights_remove(ladle_weights *weights, ladle_record_kind method, unsigned level,
                          double weight)
{
    weights->items[method]--;
    weights->sums[method * weights->n_levels + level] -= weight;
}

static void add_method(const double *sums, unsigned n_levels, double *shares)
{
    double total = 0;
    for (unsigned i = 0; i < n_levels; i++)
        total += sums[i];
    for (unsigned i = 0; i < n_levels; i++)
        shares[i] += sums[i] / total;
}

unsigned ladle_weights_profile(const ladle_weights *weights, double *shares)
{
    unsigned methods = 0;
    memset(shares, 0, sizeof(double) * weights->n_levels);
    for (unsigned i = 0; i < LADLE_METHODS; i++)
        if (weights->items[i] > 0) {
            methods++;
            add_method(weights->sums + i * weights->n_levels, weights->n_levels, shares);
        }
    for (unsigned i = 0; methods > 0 && i < weights->n_levels; i++)
        shares[i] /= methods;
    return methods;
}

unsigned ladle_profile_level(const double *shares, unsigned n_levels)
{
    double reached = 0;
    for (unsigned level = n_levels - 1; level > 0; level--) {
        reached += shares[level];
        if (reached > more_than_half)
            return level;
    }
    return 0;
}

double ladle_profile_reached(const double *shares, unsigned n_levels, unsigned level)
{
    double reached = 0;
    for (unsigned i = n_levels; i > level; i--)
        reached += shares[i - 1];
    return reached;
}
