/* What partnerships are called where there is room for a letter or a few: heads of columns, marks
 * in a margin, rows of signs. */
#ifndef LADLE_REPORT_SHORT_NAMES_H
#define LADLE_REPORT_SHORT_NAMES_H

#include "base/arena.h"

enum {
    LADLE_SHORT_NAME_CHARS = 4
}; /* most characters of one, but for letters of many partnerships */

/* A short name for each of n names (n > 0), in their order, owned by the arena: all made in the
 * same way, no two alike (also with case folded), none of digits alone, which would read as a
 * count. They are the names without the words that all begin with where those are short ("A" of
 * "Partnerskab A", "Øst" of "Partnerskab Øst"); where those are numbers, with the initial of the
 * words before ("P2"); else letters that are no word of any name. */
const char **ladle_short_names(ladle_arena *arena, const char *const *names, unsigned n);

#endif
