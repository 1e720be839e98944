/* The programme as a whole: what was gathered, where the partnerships stand, what changed. */
#ifndef LADLE_ANALYSIS_PROGRAMME_H
#define LADLE_ANALYSIS_PROGRAMME_H

#include "analysis/index.h"
#include "analysis/results.h"

/* Fills in `waves`, `changes` and `coverage` of results whose partnerships are done. */
void ladle_sum_programme(ladle_arena *arena, const ladle_index *index, ladle_results *results);

/* Counts indicators, redesign forms and factors: fills in the codes of `waves`, one each wave. */
void ladle_count_codes(ladle_arena *arena, const ladle_index *index, ladle_programme_wave *waves);

#endif
