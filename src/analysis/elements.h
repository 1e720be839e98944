/* Levels: of elements, of the voices on them, of dimensions, and of the partnership itself. */
#ifndef LADLE_ANALYSIS_ELEMENTS_H
#define LADLE_ANALYSIS_ELEMENTS_H

#include "analysis/evidence.h"
#include "analysis/profile.h"

/* What the assessment of one partnership and wave after the other works in. */
typedef struct {
    ladle_arena *arena; /* for the results */
    const ladle_study *study;
    const ladle_framework *framework;
    ladle_gatherer gatherer;
    ladle_seats seats;
    ladle_weights *elements, *dimensions; /* one each of the framework */
    ladle_weights *voices;                /* kinds of group, then sectors */
    unsigned *statements;                 /* one a voice */
    ladle_weights *saved;                 /* as `elements`, while a record is left out */
    double *shares;                       /* one a level */
    unsigned *at;                         /* one a level: elements there; scratch */
    bool *is_touched;                     /* one an element: speaks the record left out on it? */
    unsigned *touched;                    /* indices of these */
} ladle_levels;

/* The scratch memory lives in `arena` too. */
ladle_levels ladle_levels_new(ladle_arena *arena, const ladle_study *study);
void ladle_levels_free(ladle_levels *levels);

/* Fills in the elements, dimensions and number of assessed elements of one result, whose records
 * are set. The seats must be set as well. */
void ladle_assess_elements(ladle_levels *levels, ladle_wave_result *result);

/* The highest level that a majority of `elements` elements, more than 0, has reached; they are
 * counted by level in `at`. */
unsigned ladle_place(const unsigned *at, unsigned n_levels, unsigned elements);

/* Fills in placement, bounds, memberships and stability; to be called after
 * ladle_assess_elements, for the same result. */
void ladle_assess_placement(ladle_levels *levels, ladle_wave_result *result);

#endif
