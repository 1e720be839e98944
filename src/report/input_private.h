/* Shared by the files that build the input document: the builder and small helpers. */
#ifndef LADLE_REPORT_INPUT_PRIVATE_H
#define LADLE_REPORT_INPUT_PRIVATE_H

#include "report/input.h"

#include <glib.h>

/* A node that has a place in time. What has the same date goes by kind, then by a digest of the
 * node: never by ids, or by where it stood in which file. */
typedef struct {
    const ladle_date *date;
    unsigned kind; /* lower first */
    const char *digest;
    xmlNode *node;
} ladle_dated;

/* What an item says of one element in one partnership. */
typedef struct {
    const ladle_partnership *partnership;
    const ladle_element *element;
    const ladle_level *level;
    unsigned coders; /* how many gave it this level; 1 for an answer */
} ladle_says;

/* A statement that is coded, or an answer that points at a level: one number each. */
typedef struct {
    unsigned n;     /* the number it is cited by, from 1 */
    unsigned place; /* its own number: another than n only where several print alike */
    const ladle_record *record;
    const ladle_statement *statement; /* NULL: an answer */
    const ladle_answer *answer;
    GArray *says; /* of ladle_says, by element, partnership, level; empty: of no element */
    unsigned strength;
    bool cited; /* under the number n */
    ladle_dated dated;
} ladle_evidence_item;

typedef struct {
    const ladle_input_options *options;
    ladle_arena *arena;
    xmlNs *ns;
    GPtrArray *items;       /* of ladle_evidence_item, in their running order */
    GHashTable *by_source;  /* ladle_statement or ladle_answer to its item */
    GHashTable *by_element; /* ladle_element_result to GPtrArray of its items */
    xmlNode *evidence; /* their nodes, until ladle_input_evidence puts them into the document */
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
/* The attribute partnerships, numbers of a record's own: in reports on the whole programme only. */
void ladle_input_partnerships(const ladle_input *input, xmlNode *node, const ladle_record *record);
/* The place in time of a node that is complete but for its number. */
ladle_dated ladle_input_dated(const ladle_input *input, const ladle_date *date, unsigned kind,
                              xmlNode *node);
/* A GCompareFunc for ladle_dated: 0 only for nodes that are alike. */
int ladle_input_compare_dated(gconstpointer a, gconstpointer b);
/* Puts the children of a node, of which `dated` is an array, in their order. */
void ladle_input_in_order(xmlNode *parent, GArray *dated);
/* Who a statement or answer is attributed to, printable; NULL: nobody. */
const char *ladle_input_speaker(const ladle_input *input, const ladle_record *record,
                                const ladle_statement *statement);

/* ---------------------------------------------------------------------------------- parts */

/* The records this report is about, in the order of the study: those of its partnership, or all,
 * of the waves up to the one reported. Yours to free with g_ptr_array_unref. */
GPtrArray *ladle_input_scope(const ladle_input *input);

/* First of all: the others ask for numbers. root: of the document, for the name space. */
void ladle_input_collect_evidence(ladle_input *input, xmlNode *root);
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

/* The item of a statement, NULL where this report holds none. */
const ladle_evidence_item *ladle_input_item_of(const ladle_input *input, gconstpointer said);

/* The same, when a text or something composed names it; NULL too where the report holds none. */
const ladle_evidence_item *ladle_input_cite(const ladle_input *input, gconstpointer said);
/* Last of all: leaves only as much evidence as the options ask for. */
void ladle_input_hold_evidence(const ladle_input *input);

/* Adds `for` and `against`, one item each or none: what speaks best for the level of an element in
 * the wave reported, and best against it, in a partnership (NULL: in all of the report). Only what
 * its coders agree on is chosen. */
void ladle_input_for_and_against(const ladle_input *input, xmlNode *node,
                                 const ladle_partnership *partnership, const ladle_element *element,
                                 const ladle_level *level);

#endif
