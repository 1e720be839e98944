/* Ids and what they stand for, one table per kind of thing. Inside study/ only. */
#ifndef LADLE_STUDY_NAMES_H
#define LADLE_STUDY_NAMES_H

#include "base/diag.h"

#include <stdbool.h>

/* Kinds within which an id is unique. */
typedef enum {
    LADLE_KIND_WAVE,
    LADLE_KIND_ORGANISATION,
    LADLE_KIND_PERSON,
    LADLE_KIND_PARTNERSHIP,
    LADLE_KIND_GROUP,
    LADLE_KIND_RECORD,
    LADLE_KIND_STATEMENT,
    LADLE_KIND_SECTOR,
    LADLE_KIND_LEVEL,
    LADLE_KIND_DIMENSION,
    LADLE_KIND_ELEMENT,
    LADLE_KIND_COLUMN,
    LADLE_KIND_INDICATOR,
    LADLE_KIND_REDESIGN,
    LADLE_KIND_PHASE,
    LADLE_KIND_FACTOR,
    LADLE_KIND_GUIDE,
    LADLE_KIND_QUESTION,
    LADLE_KIND_TEXT,   /* section, box, table, recommendation: what <ref to=> can mean */
    LADLE_KIND_SOURCE, /* of a bibliography */
    LADLE_KINDS
} ladle_kind;

typedef struct ladle_names ladle_names;

ladle_names *ladle_names_new(void);
void ladle_names_free(ladle_names *names);

/* "wave", "organisation", …: as messages call the kind. */
const char *ladle_kind_name(ladle_kind kind);

/* Says that `id` (borrowed, NULL: nothing is done) stands for `thing`. An id that is taken keeps
 * its first meaning, and a diagnostic with both places tells. */
void ladle_names_define(ladle_names *names, ladle_kind kind, const char *id, void *thing,
                        ladle_pos pos, ladle_diagnostics *diagnostics);

/* Says what the thing with this id is called in words, so that a reference that gives its words
 * instead of its id can be answered with the id. The words are compared, and never told: they may
 * be confidential. `id` is borrowed; nothing is done where it or the words are NULL. */
void ladle_names_call(ladle_names *names, ladle_kind kind, const char *id, const char *words);

/* The id of what is called so (of several, "a, b", of very many "a, b, …"); NULL: nothing. Case and
 * quotation marks around the words do not count. Borrowed. */
const char *ladle_names_called(const ladle_names *names, ladle_kind kind, const char *words);

/* The same of the words that are nearest, where a guess does no harm; NULL: none. */
const char *ladle_names_nearly_called(const ladle_names *names, ladle_kind kind, const char *words);

/* Whether words of this kind must not be repeated in a message. */
bool ladle_kind_is_confidential(ladle_kind kind);

/* How many ids were said to stand for something, those that were taken included. */
unsigned ladle_names_count(const ladle_names *names);

/* The thing; NULL: none. */
void *ladle_names_lookup(const ladle_names *names, ladle_kind kind, const char *id);

/* Says that things of this kind were lost because they were broken: an id that is not found may
 * have been one of them, so it is not told. */
void ladle_names_lost(ladle_names *names, ladle_kind kind);

/* The thing, with a diagnostic when there is none (and none was lost). `in` is the element in
 * which the reference stands. NULL id gives NULL. */
void *ladle_names_resolve(ladle_names *names, ladle_kind kind, const char *id, const char *in,
                          ladle_pos pos, ladle_diagnostics *diagnostics);

#endif
