/* Profiles: how evidence spreads over the levels, and what level and agreement follow from it. */
#ifndef LADLE_ANALYSIS_PROFILE_H
#define LADLE_ANALYSIS_PROFILE_H

#include "base/arena.h"
#include "study/model.h"

/* Weights of evidence, summed by method and level. */
typedef struct {
    unsigned n_levels;
    unsigned items[LADLE_METHODS];
    double *sums; /* LADLE_METHODS rows of n_levels */
} ladle_weights;

/* `count` empty sums over n_levels levels, owned by the arena. */
ladle_weights *ladle_weights_new(ladle_arena *arena, unsigned count, unsigned n_levels);

void ladle_weights_clear(ladle_weights *weights);
void ladle_weights_add(ladle_weights *weights, ladle_record_kind method, unsigned level,
                       double weight);
void ladle_weights_remove(ladle_weights *weights, ladle_record_kind method, unsigned level,
                          double weight);
void ladle_weights_copy(ladle_weights *to, const ladle_weights *from);

/* Writes the profile, n_levels shares that add up to 1: the mean over the methods of each method's
 * own shares. Returns the number of methods; with 0 the shares are all 0. */
unsigned ladle_weights_profile(const ladle_weights *weights, double *shares);

/* The highest level that more than half of the profile is at or above. */
unsigned ladle_profile_level(const double *shares, unsigned n_levels);

/* The share at `level` and above. */
double ladle_profile_reached(const double *shares, unsigned n_levels, unsigned level);

/* Van der Eijk's agreement A of shares that add up to 1: 1 unanimity, 0 an even spread, -1 two
 * opposite ends (C. van der Eijk, "Measuring Agreement in Ordered Rating Scales", Quality &
 * Quantity 35, 2001, pp. 325-341). */
double ladle_agreement(const double *shares, unsigned n_levels);

#endif
