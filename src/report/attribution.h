/* Who may be told apart in the reports of a study: how finely each person may be attributed, and
 * which groups and sectors may be told by themselves. The model stands at the head of names.c.
 *
 * Worked out once for the whole study, not for a report, so that a statement has the same
 * attribution wherever it is printed. Read-only afterwards; nothing here is a name. */
#ifndef LADLE_REPORT_ATTRIBUTION_H
#define LADLE_REPORT_ATTRIBUTION_H

#include "study/model.h"

typedef struct ladle_attribution ladle_attribution;

/* From coarse to fine. */
typedef enum {
    LADLE_TOLD_NOT,            /* no attribution at all */
    LADLE_TOLD_AS_PARTICIPANT, /* "Deltager" */
    LADLE_TOLD_BY_SECTOR,      /* "Uddannelse" */
    LADLE_TOLD_BY_ROLE         /* "Konsulent, uddannelse" */
} ladle_told;

/* Owned by the arena; the study must outlive it. */
ladle_attribution *ladle_attribution_new(ladle_arena *arena, const ladle_study *study);

/* The attribution a person has in every report of the study. */
ladle_told ladle_attribution_of(const ladle_attribution *attribution, const ladle_person *person);

/* Whether that attribution still fits smallest-group people where the person is said to be one of
 * those seated in this group. */
bool ladle_attribution_fits_group(const ladle_attribution *attribution, const ladle_person *person,
                                  const ladle_group *group);

/* Whether what nobody in person said may be attributed to the group that the record is of. False
 * also where the record is of no group. kind: that group's kind, where true. */
bool ladle_attribution_group_of(const ladle_attribution *attribution, const ladle_record *record,
                                ladle_group_kind *kind);

/* Whether a figure of this partnership and wave may be told of the sector, or of the people with
 * seats in groups of this kind, by itself: enough people stand behind it, and behind the rest. */
bool ladle_attribution_tells_sector(const ladle_attribution *attribution,
                                    const ladle_partnership *partnership, const ladle_wave *wave,
                                    const ladle_sector *sector);
bool ladle_attribution_tells_kind(const ladle_attribution *attribution,
                                  const ladle_partnership *partnership, const ladle_wave *wave,
                                  ladle_group_kind kind);

#endif
