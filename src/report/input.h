/* The input document: what a template sees of the study and its results (schema/input.rnc).
 *
 * One document a report, built from the study, the results and the printing rules of names.h; the
 * only way from confidential text into a report leads through here. */
#ifndef LADLE_REPORT_INPUT_H
#define LADLE_REPORT_INPUT_H

#include "analysis/results.h"
#include "report/language.h"
#include "report/names.h"
#include "study/contradictions.h"
#include "study/rounds.h"

#include <libxml/tree.h>

/* How much of the evidence is in the document: all; what texts, composed findings and the lists of
 * benefits and drawbacks cite; nothing, and then nothing is quoted either but by authors. */
typedef enum { LADLE_EVIDENCE_ALL, LADLE_EVIDENCE_CITED, LADLE_EVIDENCE_NONE } ladle_held_evidence;

typedef struct {
    const ladle_study *study;
    const ladle_results *results;
    const ladle_language *language;
    ladle_printing *names;
    const ladle_wording *wording; /* NULL: the study's own words */
    ladle_held_evidence evidence;
    const char *report;                   /* "final", "partnership" or a template's own name */
    const ladle_partnership *partnership; /* NULL: a report on the whole programme */
    const ladle_wave *wave;               /* the wave reported */
    const ladle_rounds *rounds;           /* of the study's texts, seen from that wave */
    const GArray *contradictions;         /* of ladle_contradiction: all of the study */
    ladle_day day;                        /* the report's date; LADLE_OPEN_LAST: none */
} ladle_input_options;

/* The input document, yours to free with xmlFreeDoc. */
xmlDoc *ladle_input_new(ladle_arena *arena, const ladle_input_options *options);

#endif
