/* What the two breakers share. */
#ifndef LADLE_LAYOUT_BREAK_PRIVATE_H
#define LADLE_LAYOUT_BREAK_PRIVATE_H

#include "layout/break.h"

/* Words longer than this are chains of characters, not words; looking no further keeps the
 * breaking of a text without any space linear. */
enum { LADLE_BREAK_LONGEST_WORD = 256 };

/* What total fit weighs, in squares of thousandths of the measure. */
enum {
    LADLE_COST_HYPHEN = 110 * 110,
    LADLE_COST_JOINT = 70 * 70,
    LADLE_COST_ONE_LETTER = 60 * 60,
    LADLE_COST_TWO_LETTERS = 35 * 35,
    LADLE_COST_NUMBER = 60 * 60,   /* a word parted from the number after it */
    LADLE_COST_LADDER = 150 * 150, /* two lines running that end in a hyphen, one of them written */
    LADLE_COST_STUMP = 160 * 160,  /* a last line shorter than ... */
    LADLE_STUMP = 10               /* ... one in so many of the measure */
};

/* End of the word that begins at `first`, its trailing spaces left out. */
unsigned ladle_break_word_end(const ladle_break_problem *problem, unsigned first);

/* Width of the clusters from .. end. */
int ladle_break_width_of(const ladle_break_problem *problem, unsigned from, unsigned end);

/* Whether nothing but space follows `end` in the paragraph. */
bool ladle_break_ends_text(const ladle_break_problem *problem, unsigned end);

/* The line of these clusters. */
ladle_break ladle_break_close_line(const ladle_break_problem *problem, unsigned start, unsigned end,
                                   bool hyphen);

#endif
