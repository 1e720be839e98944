/* What a partnership did: meetings, presence, agendas, visits, accounts, targets. */
#ifndef LADLE_ANALYSIS_ACTIVITY_H
#define LADLE_ANALYSIS_ACTIVITY_H

#include "analysis/evidence.h"
#include "analysis/tally.h"

/* What the counting of one partnership and wave after the other works in. */
typedef struct {
    ladle_arena *arena; /* for the results */
    const ladle_study *study;
    ladle_tallies *wave, *by_deadline;
    GPtrArray *so_far;   /* of ladle_record: what counts for targets, of all waves */
    GArray *days;        /* of ladle_day: held meetings */
    GArray *met;         /* of unsigned: the persons with a count in `presences` */
    unsigned *presences; /* one a person: held meetings and visits it was present at */
    const ladle_record **latest_of_person; /* one a person: where it was last counted */
    unsigned *sector_seen;                 /* one a sector: in which count of sectors last seen */
    unsigned sector_round;                 /* the latest of these */
} ladle_counter;

ladle_counter ladle_counter_new(ladle_arena *arena, const ladle_study *study);
void ladle_counter_free(ladle_counter *counter);

/* Forgets what was counted over waves; before the first wave of each partnership. */
void ladle_counter_start(ladle_counter *counter);

/* Fills in the activity of a result whose records are set; the seats must be those of its
 * partnership and wave. The waves of a partnership in order. */
void ladle_count_activity(ladle_counter *counter, const ladle_seats *seats,
                          ladle_wave_result *result);

#endif
