/* Rounds: which lines of the title page and which of the authors' texts belong to the reports of a
 * wave (docs/study-format.md, check 10). The one place that knows; the input document and the
 * checks both ask here. */
#ifndef LADLE_STUDY_ROUNDS_H
#define LADLE_STUDY_ROUNDS_H

#include "study/model.h"

/* ------------------------------------------------------------------------------ title page */

/* Of the reports of a wave; subtitle and published NULL: they have none. */
const char *ladle_round_title(const ladle_study *study, const ladle_wave *wave);
const char *ladle_round_subtitle(const ladle_study *study, const ladle_wave *wave);
const ladle_date *ladle_round_published(const ladle_study *study, const ladle_wave *wave);

/* ----------------------------------------------------------------------------------- texts */

/* What becomes of a text in the reports of a wave. */
typedef enum {
    LADLE_ROUND_OTHER, /* it is no text of theirs */
    LADLE_ROUND_OWN,   /* it belongs to them */
    LADLE_ROUND_OLDER, /* it stands there, marked, since its chapter has none of their own */
    LADLE_ROUND_SILENT /* it would stand there, but is of a kind that never stands as older */
} ladle_round_use;

/* The rounds of all texts of a study, seen from one wave. */
typedef struct ladle_rounds ladle_rounds;

/* Of the arena. Both must outlive it. */
ladle_rounds *ladle_rounds_new(ladle_arena *arena, const ladle_study *study,
                               const ladle_wave *wave);

/* The wave that a text belongs to, or the one it stands in belongs to; NULL: to every. */
const ladle_wave *ladle_rounds_wave_of(const ladle_rounds *rounds, const ladle_text *text);

/* What becomes of a text that is a child of the root, or of a box within one, in the report that it
 * is about (that of its partnership, or the programme's). */
ladle_round_use ladle_rounds_use(const ladle_rounds *rounds, const ladle_text *text);

/* The title that authors gave a chapter in the report about a partnership (NULL: the programme);
 * NULL: none. */
const ladle_text *ladle_rounds_chapter(const ladle_rounds *rounds, const char *chapter,
                                       const ladle_partnership *partnership);

#endif
