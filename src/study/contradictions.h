/* Things in the material that do not fit together: told as warnings when a study is checked, and
 * listed in the final report's appendix. */
#ifndef LADLE_STUDY_CONTRADICTIONS_H
#define LADLE_STUDY_CONTRADICTIONS_H

#include "study/model.h"

#include <glib.h>

typedef enum {
    LADLE_BEFORE_FORMED,    /* a record is dated before its partnership was formed */
    LADLE_OBSERVATION_DATE, /* an observation is dated other than its meeting */
    LADLE_NEVER_PRESENT     /* a person is seated in a group that met, but was never present */
} ladle_contradiction_kind;

typedef struct {
    ladle_contradiction_kind kind;
    const ladle_record *record;           /* all but LADLE_NEVER_PRESENT */
    const ladle_partnership *partnership; /* the record's first; the group's owner */
    const ladle_event *formed;            /* LADLE_BEFORE_FORMED */
    const ladle_group *group;             /* LADLE_NEVER_PRESENT */
    const ladle_seat *seat;               /* the same */
    unsigned n_meetings;                  /* the same: those in the time of the seat that say who
                                             was present */
} ladle_contradiction;

/* All of them, of ladle_contradiction: records in document order, then groups. Yours to free with
 * g_array_free. */
GArray *ladle_contradictions(const ladle_study *study);

#endif
