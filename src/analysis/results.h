/* What assessing a study gives: everything that `ladle assess` prints, as plain data.
 *
 * The rules are those of docs/method.md ("Assessment, version 2"); the names here follow it. All
 * memory is the arena's that ladle_assess was given; pointers into the study are borrowed, so the
 * study must live as long. Arrays are `items` with `n_items`. A pointer that is NULL, a real that
 * is NAN and a count of days that is -1 mean: there is nothing to tell (no evidence, no meetings,
 * an open wave). Shares are between 0 and 1. */
#ifndef LADLE_ANALYSIS_RESULTS_H
#define LADLE_ANALYSIS_RESULTS_H

#include "base/arena.h"
#include "study/model.h"

#include <glib.h>

/* ------------------------------------------------------------------------------- elements */

/* One piece of evidence on an element: a coding of a statement, or an answer. */
typedef struct {
    const ladle_record *record;
    const ladle_statement *statement; /* with coding; NULL for an answer */
    const ladle_coding *coding;
    const ladle_answer *answer; /* NULL for a coding */
    const ladle_level *level;
    double weight; /* above 0, at most 3 */
} ladle_evidence;

/* What one part of the people says about an element. */
typedef struct {
    const ladle_sector *sector; /* the people of this sector; NULL: those of a kind of group */
    ladle_group_kind kind;      /* only without sector */
    const ladle_level *level;
    unsigned items, statements;
} ladle_voice;

typedef enum {
    LADLE_SUPPORT_NONE,
    LADLE_SUPPORT_WEAK,
    LADLE_SUPPORT_MODERATE,
    LADLE_SUPPORT_STRONG
} ladle_support;

/* One element of one partnership in one wave. */
typedef struct {
    const ladle_element *element;
    const ladle_level *level; /* NULL: not assessed, and then all below but `unmapped` is empty */
    double agreement;         /* van der Eijk's A, -1 to 1 */
    const double *shares;     /* the profile, one share a level of the framework */
    ladle_support support;
    bool split; /* steering and consultant group at different levels */
    unsigned items, records, methods;
    unsigned statements;            /* different statements and answers among the items */
    unsigned unmapped;              /* answers that are no evidence */
    const ladle_voice *voices;      /* kinds of group in the order of their enum, then sectors */
    const ladle_evidence *evidence; /* `items` many, in document order */
    unsigned n_voices;
} ladle_element_result;

typedef struct {
    const ladle_dimension *dimension;
    const ladle_level *level; /* NULL: nothing on it */
    unsigned of; /* how many levels were counted: those of its assessed elements, and of what is
                    coded for it directly */
} ladle_dimension_result;

/* How far a partnership belongs to an ideal type (a level that is a type). */
typedef struct {
    const ladle_level *type;
    double minimum;  /* over the assessed elements: all conditions at once */
    double majority; /* the q-th largest: at least a majority of the conditions */
} ladle_membership;

/* ------------------------------------------------------------------------------- activity */

typedef struct {
    unsigned held, cancelled, moved;
} ladle_meeting_counts;

/* Who was there, of the held meetings (or held visits) that record anybody as present. */
typedef struct {
    unsigned recorded, one_sector, two_sectors, three_or_more;
    const unsigned *at; /* one count a sector of the framework: where it was present; NULL where
                           recorded is 0. The share is at[i] / recorded. */
} ladle_presence_counts;

typedef struct {
    unsigned items;
    double minutes; /* of the items that state them */
    double share;   /* of all stated minutes; NAN when those add up to nothing */
} ladle_agenda;

typedef struct {
    const char *axis;     /* NULL: without one (accounts alone) */
    unsigned held, joint; /* visits */
    double spent;         /* accounts */
    unsigned papers;
} ladle_axis;

typedef struct {
    const ladle_target *target;
    double actual; /* by the deadline; counted over all waves up to and including this one */
    double share;  /* actual over value */
    double after;  /* what came after the deadline, counted over the same waves */
} ladle_target_result;

typedef struct {
    ladle_meeting_counts meetings, by_group[LADLE_GROUP_KINDS];
    double per_month; /* NAN for a wave with an open end */
    int longest_gap;  /* days; -1 with fewer than two day-precise held meetings */
    ladle_presence_counts at_meetings, at_visits;
    ladle_agenda agenda[LADLE_ITEM_KINDS]; /* kinds without items: items 0 */
    unsigned visits_held, visits_joint;
    const ladle_axis *visits; /* axes with held visits, in byte order */
    unsigned n_visits;
    unsigned overlap_both, overlap_either;
    const ladle_person *key_person; /* NULL: nobody recorded as present */
    double key_share;
    double key_without; /* NAN where no meeting or visit had two sectors */
    unsigned papers, late;
    const ladle_axis *spending; /* axes with account papers, in byte order, without axis first */
    unsigned n_spending;
    const ladle_target_result *targets; /* all of the partnership's, in document order */
    unsigned n_targets;
} ladle_activity;

/* ------------------------------------------------------------------------------- timeline */

/* An event, a record or a target of a timeline; one of the three pointers is set. */
typedef struct {
    const ladle_event *event;
    const ladle_record *record;
    const ladle_target *target;
    const char *kind; /* as the study format spells it; "target" for a target */
    const char *of;   /* a record's id, a target's measure; NULL for an event */
    const char *text; /* NULL: none */
    const ladle_date *date;
    const ladle_date *revised; /* NULL: not moved */
} ladle_timeline_entry;

typedef struct {
    const ladle_timeline_entry *entries;
    unsigned n_entries;
} ladle_timeline;

/* --------------------------------------------------------------------------- partnerships */

/* One partnership in one wave. */
typedef struct {
    const ladle_partnership *partnership;
    const ladle_wave *wave;
    const ladle_record *const *records; /* all of the partnership's in the wave, document order */
    unsigned n_records;
    const ladle_element_result *elements;     /* one each of the framework */
    const ladle_dimension_result *dimensions; /* one each of the framework */
    unsigned assessed;                        /* elements with a level */
    const ladle_level *placement;             /* NULL: nothing assessed, and all below is empty */
    const ladle_level *lowest, *highest;      /* what the unassessed elements could make of it */
    unsigned slack;
    unsigned to_next; /* elements that must rise for the next level; 0 at the top */
    bool provisional;
    unsigned runs, kept;                /* stability */
    const ladle_record *const *pivotal; /* byte order of ids */
    unsigned n_pivotal;
    const ladle_membership *memberships; /* one each level that is a type */
    unsigned n_memberships;
    ladle_activity activity;
} ladle_wave_result;

typedef struct {
    const ladle_partnership *partnership;
    const ladle_wave_result *waves; /* one each wave of the study */
    ladle_timeline timeline;
} ladle_partnership_result;

/* ------------------------------------------------------------------------------ programme */

/* What was gathered by one method in one wave. */
typedef struct {
    ladle_record_kind method;
    unsigned records, statements, partnerships; /* statements: answers, for questionnaires */
} ladle_material;

/* An element over all partnerships in one wave. */
typedef struct {
    const ladle_element *element;
    const ladle_level *dominant, *low, *high; /* NULL: assessed in no partnership */
    const unsigned *counts;                   /* partnerships, one count a level */
    unsigned assessed;                        /* their sum */
} ladle_programme_element;

/* An indicator, redesign form or factor in one wave; one of term and factor is set. */
typedef struct {
    ladle_code_kind kind; /* LADLE_CODE_INDICATOR, _REDESIGN or _FACTOR */
    const ladle_term *term;
    const ladle_factor *factor;
    unsigned statements, records, partnerships;
} ladle_code_count;

typedef struct {
    const ladle_wave *wave;
    const ladle_material *material; /* methods with any record, in the order of their enum */
    unsigned n_material;
    const ladle_programme_element *elements; /* one each of the framework */
    const ladle_code_count *codes;           /* those that occur, in the framework's order */
    unsigned n_codes;
} ladle_programme_wave;

/* A step of an element from one wave to the next. */
typedef struct {
    const ladle_element *element;
    int by;    /* levels; below 0: down */
    bool firm; /* the element is weakly supported in neither wave */
} ladle_step;

/* What changed in a partnership between two successive waves, in both of which it is placed. */
typedef struct {
    const ladle_wave *from, *to;
    const ladle_partnership *partnership;
    int placement;           /* levels; below 0: down */
    const ladle_step *steps; /* elements assessed in both, in the framework's order */
    unsigned n_steps;
} ladle_change;

typedef struct {
    const ladle_guide *guide;
    const unsigned *questions; /* one count an element of the framework */
} ladle_coverage;

/* Krippendorff's ordinal alpha over some pairable units. */
typedef struct {
    const ladle_element *element; /* NULL: over all */
    unsigned units;
    double alpha; /* NAN without variation */
} ladle_alpha;

/* ---------------------------------------------------------------------------------- whole */

typedef struct {
    const ladle_study *study;
    const ladle_partnership_result *partnerships; /* one each of the study */
    const ladle_programme_wave *waves;            /* one each of the study */
    const ladle_change *changes; /* by pair of waves, then by partnership; those with a change */
    unsigned n_changes;
    const ladle_coverage *coverage;            /* one each guide */
    ladle_alpha reliability;                   /* units 0: no two coders met */
    const ladle_alpha *reliability_by_element; /* elements with units, in the framework's order */
    unsigned n_reliability_by_element;
    ladle_timeline timeline; /* all events */
} ladle_results;

/* Assesses the whole study. Takes time and memory in proportion to its size. */
const ladle_results *ladle_assess(ladle_arena *arena, const ladle_study *study);

/* Appends the results document (schema/results.rnc), the same bytes for the same study. */
void ladle_results_print(const ladle_results *results, GString *out);

/* The step of an element from one wave to the next, in both of which it is assessed. */
ladle_step ladle_step_between(const ladle_element_result *from, const ladle_element_result *to);

/* The result of one partnership in one wave. */
const ladle_wave_result *ladle_result_of(const ladle_results *results,
                                         const ladle_partnership *partnership,
                                         const ladle_wave *wave);

/* The last day on which something counts for the target: that of the revised deadline where there
 * is one, else that of the agreed one. LADLE_OPEN_LAST: the deadline never passes. */
ladle_day ladle_target_deadline(const ladle_target *target);

/* Whether two pieces of evidence are codings of one statement. An answer is evidence once only. */
bool ladle_same_statement(const ladle_evidence *a, const ladle_evidence *b);

/* What a kind of group says about an element; NULL: nothing. */
const ladle_voice *ladle_group_voice(const ladle_element_result *result, ladle_group_kind kind);

/* The words of the study format: "meeting", "steering", "calendar", "joint-visits", "funding",
 * "strong". Static texts. */
const char *ladle_record_kind_name(ladle_record_kind kind);
const char *ladle_group_kind_name(ladle_group_kind kind);
const char *ladle_item_kind_name(ladle_item_kind kind);
const char *ladle_measure_name(ladle_measure_kind measure);
const char *ladle_event_kind_name(ladle_event_kind kind);
const char *ladle_support_name(ladle_support support);

#endif
