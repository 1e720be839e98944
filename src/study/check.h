/* Resolving what could not be resolved while reading, and the checks of study-format.md that a
 * grammar cannot say. Inside study/ only. */
#ifndef LADLE_STUDY_CHECK_H
#define LADLE_STUDY_CHECK_H

#include "study/reader.h"

/* Shared groups and postponed references become pointers; records get their waves. */
void ladle_resolve_groups(ladle_reader *reader);
/* The rounds of titles, subtitles and dates of publication, each at most once (check 10). */
void ladle_resolve_title_page(ladle_reader *reader);
void ladle_resolve_pending(ladle_reader *reader);
void ladle_resolve_waves(ladle_reader *reader);
/* The first round, and the last day of each one's material; broken records are dropped by then. */
void ladle_resolve_rounds(ladle_study *study);

/* Bands, options, ideal types (checks 4 and 5). */
void ladle_check_framework(ladle_reader *reader);
/* Waves and their order (check 2). */
void ladle_check_waves(ladle_reader *reader);
/* Words for the reports of the study's language (check 16); share: as for ladle_load_options. */
void ladle_check_language(ladle_reader *reader, const char *share);
/* Aliases against each other and against names (check 1). */
void ladle_check_names(ladle_reader *reader);
/* Each record by itself, and with the meeting it names (checks 1, 6, 7). */
void ladle_check_records(ladle_reader *reader);
/* Contradictions between records and study (checks 7 and 8); broken records are dropped by then. */
void ladle_check_contradictions(ladle_reader *reader);
/* Boxes within sections have the section's wave and partnership (check 10). */
void ladle_check_boxes(ladle_reader *reader);
/* What a partnership's text quotes or cites was said in that partnership; a text that tells
 * another's words is broken. */
void ladle_check_whose_words(ladle_reader *reader);
/* Parts that are left out, placed and described (check 13). */
void ladle_check_left_out(ladle_reader *reader);
void ladle_check_parts(ladle_reader *reader);
/* Authors' texts: quotations, texts that no report holds, rounds that lack one (checks 10, 11, 14);
 * broken texts are dropped by then, and the rounds resolved. */
void ladle_check_texts(ladle_reader *reader);
/* What is not covered (check 9). */
void ladle_check_coverage(ladle_reader *reader);

#endif
