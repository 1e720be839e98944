/* Confidential text: a name that only the named-report writer may print.
 *
 * The type is opaque on purpose: nothing can print it by mistake. Its text comes out through
 * ladle_reveal (study/reveal.h) alone, and a test allows that header to be included only by the
 * writer of names (report/names.c), by the leak check, and by the checks that compare names. */
#ifndef LADLE_STUDY_CONFIDENTIAL_H
#define LADLE_STUDY_CONFIDENTIAL_H

#include "base/arena.h"

typedef struct ladle_confidential ladle_confidential;

/* Confidential text, copied into the arena; NULL gives NULL. */
ladle_confidential *ladle_confidential_new(ladle_arena *arena, const char *text);

#endif
