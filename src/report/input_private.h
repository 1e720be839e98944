/* Shared by the files that build the input document: the builder and small helpers. */
#ifndef LADLE_REPORT_INPUT_PRIVATE_H
#define LADLE_REPORT_INPUT_PRIVATE_H

#include "report/input.h"

#include <glib.h>

/* One line of the evidence list: what one statement or answer says of one element at one level in
 * one partnership. Coders who agree share a line. */
typedef struct {
    unsigned n; /* running number, from 1 */
    const ladle_partnership *partnership;
    const ladle_element *element;
    const ladle_level *level;
    const ladle_wave *wave;
    const ladle_record *record;
    const ladle_statement *statement; /* NULL: an answer */
    const ladle_answer *answer;
    double weight;
    unsigned coders, strength;
} ladle_evidence_item;

typedef struct {
    const ladle_input_options *options;
    ladle_arena *arena;
    xmlNs *ns;
    GPtrArray *items;         /* of ladle_evidence_item, in their running order */
    GHashTable *by_statement; /* ladle_statement to GPtrArray of its items */
    GHashTable *by_element;   /* ladle_element_result to GPtrArray of its items */
} ladle_input;

/* ------------------------------------------------------------------------------- helpers */

xmlNode *ladle_input_child(const ladle_input *input, xmlNode *parent, const char *name);
xmlNode *ladle_input_words(const ladle_input *input, xmlNode *parent, const char *name,
                           const char *text);
/* Words of the study, marked with their language where the report speaks another. language: NULL
 * for the study's own. */
xmlNode *ladle_input_said(const ladle_input *input, xmlNode *parent, const char *name,
                          const char *text, const char *language);
/* A language of the study (NULL: the study's own) where the report speaks another; else NULL. */
const char *ladle_input_other(const ladle_input *input, const char *language);
/* Marks what the node holds as of a language of the study (NULL: the study's own) where the report
 * speaks another. */
void ladle_input_speak(const ladle_input *input, xmlNode *node, const char *language);
/* The language that the framework's words are printed in. */
const char *ladle_input_framework_language(const ladle_input *input);
/* Attributes; a NULL value writes nothing. */
void ladle_input_set(xmlNode *node, const char *name, const char *value);
void ladle_input_count(xmlNode *node, const char *name, unsigned value);
void ladle_input_real(xmlNode *node, const char *name, double value); /* six decimals; NAN: none */
void ladle_input_day(xmlNode *node, const char *name, ladle_day day); /* open: none */
void ladle_input_yes_no(xmlNode *node, const char *name, bool value);
/* The attributes of date-data. */
void ladle_input_date(const ladle_input *input, xmlNode *node, const ladle_date *date);
/* "focus-group", "single", "minutes" ...; NULL: none. */
const char *ladle_input_form(const ladle_record *record);
/* "cancelled", "moved"; NULL: held. */
const char *ladle_input_status(const ladle_record *record);
/* A GCompareFunc for pointers to records: by their first day, then as in the study. */
int ladle_input_compare_time(gconstpointer a, gconstpointer b);
/* Who a statement or answer is attributed to, printable; NULL: nobody. */
const char *ladle_input_speaker(const ladle_input *input, const ladle_record *record,
                                const ladle_statement *statement);

/* ---------------------------------------------------------------------------------- parts */

/* The records this report is about, in the order of the study: those of its partnership, or all,
 * of the waves up to the one reported. Yours to free with g_ptr_array_unref. */
GPtrArray *ladle_input_scope(const ladle_input *input);

void ladle_input_collect_evidence(ladle_input *input);
void ladle_input_framework(const ladle_input *input, xmlNode *root);
void ladle_input_partnership(const ladle_input *input, xmlNode *root,
                             const ladle_partnership *partnership);
void ladle_input_activity(const ladle_input *input, xmlNode *assessment,
                          const ladle_wave_result *result);
/* Months, sequence: what only drawings need. */
void ladle_input_drawings(const ladle_input *input, xmlNode *node, const ladle_wave_result *result);
void ladle_input_timeline(const ladle_input *input, xmlNode *parent,
                          const ladle_timeline *timeline);
void ladle_input_programme(const ladle_input *input, xmlNode *root);
void ladle_input_evidence(const ladle_input *input, xmlNode *root);
void ladle_input_records(const ladle_input *input, xmlNode *root);
void ladle_input_texts(const ladle_input *input, xmlNode *root);
void ladle_input_contradictions(const ladle_input *input, xmlNode *root);

/* The numbers of the evidence items of a partnership on an element in the wave reported (all
 * partnerships in the report for NULL): at most three, those at `level` first, then the heaviest.
 */
void ladle_input_strongest(const ladle_input *input, xmlNode *node,
                           const ladle_partnership *partnership, const ladle_element *element,
                           const ladle_level *level);

#endif
