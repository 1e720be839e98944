/* Evidence: which codings and answers speak about a partnership in a wave, with what weight, and
 * in whose voice. */
#ifndef LADLE_ANALYSIS_EVIDENCE_H
#define LADLE_ANALYSIS_EVIDENCE_H

#include "analysis/index.h"
#include "analysis/results.h"

/* In which kinds of group persons hold seats, in one partnership and wave. */
typedef struct {
    const ladle_study *study;
    unsigned char *kinds; /* by person's index; bit k: a seat in a group of kind k */
    GArray *seated;       /* of unsigned: the persons with a bit set */
} ladle_seats;

ladle_seats ladle_seats_new(ladle_arena *arena, const ladle_study *study);
void ladle_seats_free(ladle_seats *seats);

/* Forgets what was there, and looks up the seats of a partnership's groups, own and shared, that
 * are held in the wave. */
void ladle_seats_set(ladle_seats *seats, const ladle_partnership *partnership,
                     const ladle_wave *wave);

/* Evidence on an element, or a coding of a dimension. */
typedef struct {
    ladle_evidence evidence;
    const ladle_element *element; /* one of the two */
    const ladle_dimension *dimension;
    unsigned char kinds;        /* the voices: kinds of group, as bits */
    const ladle_sector *sector; /* and a sector; NULL: none */
} ladle_piece;

/* A coding with what it is sorted by. */
typedef struct {
    const ladle_coding *coding;
    unsigned place; /* among the statement's codings */
} ladle_placed_coding;

/* Collects the pieces of one partnership and wave after the other. */
typedef struct {
    GArray *pieces;     /* of ladle_piece, in document order */
    GArray *order;      /* of ladle_placed_coding; for weighing */
    GArray *weights;    /* of double, one a coding; for weighing */
    unsigned *unmapped; /* one an element: answers that are no evidence */
} ladle_gatherer;

ladle_gatherer ladle_gatherer_new(ladle_arena *arena, const ladle_study *study);
void ladle_gatherer_free(ladle_gatherer *gatherer);

/* Replaces the gatherer's pieces and counts by those of the records. */
void ladle_gather(ladle_gatherer *gatherer, const ladle_framework *framework,
                  ladle_record_list records, const ladle_seats *seats);

#endif
