/* How far coders agree: Krippendorff's alpha with the ordinal metric (K. Krippendorff, Content
 * Analysis, 4th ed., 2019, ch. 12). */
#ifndef LADLE_ANALYSIS_CODERS_H
#define LADLE_ANALYSIS_CODERS_H

#include "analysis/results.h"

/* How the values of some units coincide. */
typedef struct {
    unsigned n_levels, units;
    double *counts;       /* pairable values, one number a level */
    double *coincidences; /* n_levels rows and columns */
} ladle_coincidences;

ladle_coincidences ladle_coincidences_new(ladle_arena *arena, unsigned n_levels);

/* Adds a unit of which values[i] coders said level i; two coders at least. */
void ladle_coincidences_add(ladle_coincidences *coincidences, const unsigned *values);

/* 1: all agree, 0: no better than chance; NAN when all values are at one level. */
double ladle_ordinal_alpha(const ladle_coincidences *coincidences);

/* Fills in the reliability of the results. */
void ladle_assess_coders(ladle_arena *arena, ladle_results *results);

#endif
