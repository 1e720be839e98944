/* How people, organisations, firms and partnerships are printed: the one place where confidential
 * text can become printable, and only when names were asked for and the study allows it.
 *
 * Everybody else gets: a partnership by its alias; an organisation as its sector and a number; a
 * person as role and sector, as sector, as "participant", or not at all (the rules stand at the
 * head of names.c); municipalities as a count. */
#ifndef LADLE_REPORT_NAMES_H
#define LADLE_REPORT_NAMES_H

#include "report/attribution.h"
#include "report/language.h"
#include "report/wording.h"
#include "study/model.h"

typedef struct ladle_printing ladle_printing;

typedef struct {
    const ladle_study *study;
    const ladle_attribution *attribution; /* of the study; NULL: no people are to be printed */
    const ladle_language *language;
    const ladle_wording *wording; /* NULL: the study's own */
    bool names;                   /* --names was given, and the study allows some */
} ladle_printing_options;

ladle_printing *ladle_printing_new(ladle_arena *arena, const ladle_printing_options *options);

/* Whether partnerships (with organisations, firms and municipalities), or people, are printed by
 * name in this report. */
bool ladle_printing_partnerships(const ladle_printing *names);
bool ladle_printing_people(const ladle_printing *names);

/* Printable words, owned by the arena of `names` or by the study. */
const char *ladle_name_of_partnership(ladle_printing *names, const ladle_partnership *partnership);
const char *ladle_name_of_organisation(ladle_printing *names,
                                       const ladle_organisation *organisation);
/* A person; NULL: not attributed. */
const char *ladle_name_of_person(ladle_printing *names, const ladle_person *person);
/* The same where the person is said to hold a seat in this group, so must be one of enough there.
 */
const char *ladle_name_of_seated(ladle_printing *names, const ladle_person *person,
                                 const ladle_group *group);
/* The group that a record is of, where a statement or an answer in it is nobody's in particular;
 * NULL: none, or too small. */
const char *ladle_name_of_group(ladle_printing *names, const ladle_record *record);
/* The sector that a person may be counted in; NULL: none is told. */
const ladle_sector *ladle_sector_of_person(const ladle_printing *names, const ladle_person *person);
/* NULL where municipalities are told as a count only. */
const char *ladle_name_of_municipality(ladle_printing *names,
                                       const ladle_confidential *municipality);

/* Whether a figure of a partnership and wave may be told of a sector, or of the groups of a kind,
 * by itself: people are printed by name, or nobody is given away. */
bool ladle_printing_tells_sector(const ladle_printing *names, const ladle_partnership *partnership,
                                 const ladle_wave *wave, const ladle_sector *sector);
bool ladle_printing_tells_kind(const ladle_printing *names, const ladle_partnership *partnership,
                               const ladle_wave *wave, ladle_group_kind kind);

/* What the partnership is called where there is no room for its name: see report/short_names.h. */
const char *ladle_short_name_of_partnership(ladle_printing *names,
                                            const ladle_partnership *partnership);

/* The file name's stem of a partnership's report: the alias folded to [a-z0-9-], or with names the
 * name; unlike any other partnership's stem of the study. */
const char *ladle_name_stem(ladle_printing *names, const ladle_partnership *partnership);

#endif
