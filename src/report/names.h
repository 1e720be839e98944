/* How people, organisations, firms and partnerships are printed: the one place where confidential
 * text can become printable, and only when names were asked for and the study allows it.
 *
 * Everybody else gets: a partnership by its alias; an organisation as its sector and a number; a
 * person as role and sector if the group of that role and sector in this report's scope has
 * `smallest-group` people, else as sector if that group has, else as "participant"; a firm as
 * "firm" and a number; municipalities as a count. */
#ifndef LADLE_REPORT_NAMES_H
#define LADLE_REPORT_NAMES_H

#include "report/language.h"
#include "report/wording.h"
#include "study/model.h"

typedef struct ladle_printing ladle_printing;

typedef struct {
    const ladle_study *study;
    const ladle_partnership *scope; /* the report's partnership; NULL: all of the study */
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
const char *ladle_name_of_person(ladle_printing *names, const ladle_person *person);
/* NULL where municipalities are told as a count only. */
const char *ladle_name_of_municipality(ladle_printing *names,
                                       const ladle_confidential *municipality);

/* Whether a figure or a person may be attributed to this sector: people are printed by name, or
 * enough people of the report's scope belong to it. */
bool ladle_printing_may_tell_sector(const ladle_printing *names, const ladle_sector *sector);

/* The file name's stem of a partnership's report: the alias folded to [a-z0-9-], or with names the
 * name; unlike any other partnership's stem of the study. */
const char *ladle_name_stem(ladle_printing *names, const ladle_partnership *partnership);

#endif
