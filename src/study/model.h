/* The study in memory: what spec/study.rnc says, with positions on everything and references
 * resolved to pointers. Built by study/read*.c and study/resolve*.c, read-only once loaded.
 *
 * All strings are NUL-ended UTF-8 owned by the study's arena, white space collapsed as xsd:token
 * (running text inside <answer> and inline content keeps its words, runs of white space are one
 * space). NULL: absent. Arrays are `items` with `n`; order is that of the documents (files in byte
 * order of their paths). `index` of a thing is its place in its array, so that results can be kept
 * in plain arrays. */
#ifndef LADLE_STUDY_MODEL_H
#define LADLE_STUDY_MODEL_H

#include "base/diag.h"
#include "study/confidential.h"
#include "study/edtf.h"

#include <stdbool.h>
#include <stdint.h>

/* ------------------------------------------------------------------------------ framework */

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *name;
} ladle_sector;

typedef struct {
    unsigned index; /* 0 is the lowest */
    ladle_pos pos;
    const char *id, *name;
    bool is_type; /* drawn as an ideal type */
} ladle_level;

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *name;
} ladle_dimension;

typedef struct {
    ladle_pos pos;
    const ladle_level *level;
    const char **lines;
    unsigned n_lines;
} ladle_ideal;

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *name, *about;
    const ladle_dimension *dimension; /* NULL: none */
    ladle_ideal *ideals;
    unsigned n_ideals;
} ladle_element;

/* Indicator (of figure 1), redesign form, phase. */
typedef struct {
    unsigned index; /* among all of its kind in the framework */
    ladle_pos pos;
    const char *id, *name;
} ladle_term;

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *name;
    const ladle_term **indicators;
    unsigned n_indicators;
} ladle_leadership_column;

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *name, *about;
    bool is_drawback;
} ladle_factor;

typedef struct {
    ladle_pos pos;
    const char *value, *folded; /* folded: case folded, for comparing */
    const ladle_level *level;   /* NULL: maps to nothing */
} ladle_option;

typedef struct {
    ladle_pos pos;
    double from, to;                 /* to: INFINITY where open */
    const char *from_text, *to_text; /* as written; to_text NULL where open */
    const ladle_level *level;
} ladle_band;

typedef struct ladle_guide ladle_guide;

typedef struct {
    unsigned index; /* among all questions of the framework */
    ladle_pos pos;
    const char *id, *text;
    const ladle_guide *guide;
    const ladle_element *element;
    ladle_option *options;
    ladle_band *bands;
    unsigned n_options, n_bands; /* both 0: an open question */
} ladle_question;

typedef enum { LADLE_GROUP_STEERING, LADLE_GROUP_CONSULTANT, LADLE_GROUP_OTHER } ladle_group_kind;
enum { LADLE_GROUP_KINDS = 3 };

struct ladle_guide {
    unsigned index;
    ladle_pos pos;
    const char *id, *title, *intro;
    ladle_group_kind kind; /* for= */
    ladle_question **questions;
    unsigned n_questions;
};

typedef struct {
    ladle_pos pos;
    const char *id, *language;
    bool built_in;
    ladle_sector **sectors;
    ladle_level **levels;
    ladle_dimension **dimensions;
    ladle_element **elements;
    ladle_leadership_column **columns;
    ladle_term **indicators, **redesigns, **phases;
    ladle_factor **factors;
    ladle_guide **guides;
    ladle_question **questions; /* of all guides, guide by guide */
    unsigned n_sectors, n_levels, n_dimensions, n_elements, n_columns, n_indicators, n_redesigns,
        n_phases, n_factors, n_guides, n_questions;
} ladle_framework;

/* ---------------------------------------------------------------------------------- study */

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *name;
    const char *short_name; /* within sentences; NULL: not given */
    ladle_date dates;
    ladle_day last_day; /* of its material: of what was seen, said or handed in, and of nothing that
                           was only planned; LADLE_OPEN_LAST where it has none that ends */
} ladle_wave;

/* Words or a date of the title page, which a round may have of its own. */
typedef struct {
    ladle_pos pos;
    const char *wave_id;    /* as written; NULL: none */
    ladle_pos wave_pos;     /* of wave= */
    const ladle_wave *wave; /* NULL: none */
    const char *text;       /* title, subtitle */
    ladle_date date;        /* published; without text where it was wrong */
} ladle_round_line;

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id;
    const ladle_sector *sector;
    const ladle_confidential *name;
} ladle_organisation;

typedef struct {
    unsigned index;
    ladle_pos pos;
    const char *id, *role;                  /* role NULL: none given */
    const ladle_organisation *organisation; /* NULL: none */
    const ladle_confidential *name;
    const ladle_confidential *email; /* NULL: none given */
} ladle_person;

typedef struct {
    ladle_pos pos;
    const ladle_person *person;
    const ladle_date *from, *to; /* NULL: open */
} ladle_seat;

typedef struct ladle_partnership ladle_partnership;

typedef struct {
    unsigned index; /* among all groups of the study */
    ladle_pos pos;
    const char *id;
    ladle_group_kind kind;
    const ladle_partnership *owner;
    ladle_seat *seats;
    unsigned n_seats;
} ladle_group;

typedef enum {
    LADLE_MEASURE_VISITS,
    LADLE_MEASURE_JOINT_VISITS,
    LADLE_MEASURE_FIRMS_IDENTIFIED,
    LADLE_MEASURE_FIRMS_COMMITTED,
    LADLE_MEASURE_MEETINGS,
    LADLE_MEASURE_SPENDING
} ladle_measure_kind;

typedef struct {
    ladle_pos pos;
    ladle_measure_kind measure;
    const char *axis; /* NULL: any */
    double value;
    ladle_date due;
    const ladle_date *revised; /* NULL: not moved */
} ladle_target;

struct ladle_partnership {
    unsigned index;
    ladle_pos pos;
    const char *id, *alias;
    const ladle_confidential *name;
    const ladle_organisation *lead;
    const ladle_confidential **municipalities;
    const ladle_organisation **members;
    ladle_group **groups;           /* its own */
    const ladle_group **all_groups; /* its own, then the shared ones */
    ladle_target *targets;
    unsigned n_municipalities, n_members, n_groups, n_all_groups, n_targets;
};

typedef enum {
    LADLE_EVENT_OTHER,
    LADLE_EVENT_FUNDING,
    LADLE_EVENT_LAUNCH,
    LADLE_EVENT_FORMED,
    LADLE_EVENT_MEETING,
    LADLE_EVENT_RESEARCH,
    LADLE_EVENT_DEADLINE
} ladle_event_kind;

typedef struct {
    unsigned index;
    ladle_pos pos;
    ladle_event_kind kind;
    ladle_date date;
    const ladle_date *revised;
    const ladle_partnership *partnership; /* NULL: the programme's */
    const char *text;
} ladle_event;

/* -------------------------------------------------------------------------------- records */

typedef enum {
    LADLE_MEETING,
    LADLE_OBSERVATION,
    LADLE_INTERVIEW,
    LADLE_QUESTIONNAIRE,
    LADLE_DOCUMENT,
    LADLE_VISIT,
    LADLE_ACCOUNT
} ladle_record_kind;
enum { LADLE_RECORD_KINDS = 7, LADLE_METHODS = 6 }; /* an account is no method */

typedef enum { LADLE_HELD, LADLE_CANCELLED, LADLE_MOVED } ladle_status;

typedef enum {
    LADLE_ITEM_CALENDAR,
    LADLE_ITEM_OPERATIONS,
    LADLE_ITEM_DEVELOPMENT,
    LADLE_ITEM_EVALUATION,
    LADLE_ITEM_LEARNING,
    LADLE_ITEM_ECONOMY,
    LADLE_ITEM_OTHER
} ladle_item_kind;
enum { LADLE_ITEM_KINDS = 7 };

typedef struct {
    ladle_pos pos;
    ladle_item_kind kind;
    bool has_minutes;
    double minutes; /* a count; as a double, since a study may write any size */
    const char *text;
} ladle_item;

typedef struct {
    ladle_pos pos;
    const ladle_person *person; /* one of the two */
    const ladle_organisation *organisation;
} ladle_presence;

typedef enum {
    LADLE_CODE_ELEMENT,
    LADLE_CODE_DIMENSION,
    LADLE_CODE_INDICATOR,
    LADLE_CODE_REDESIGN,
    LADLE_CODE_FACTOR
} ladle_code_kind;

typedef struct {
    ladle_pos pos;
    const char *coder; /* NULL: not named */
    unsigned strength; /* 1 to 3; 2 where not given */
    ladle_code_kind kind;
    const ladle_element *element;
    const ladle_dimension *dimension;
    const ladle_level *level; /* with element or dimension */
    const ladle_term *term;   /* indicator or redesign form */
    const ladle_factor *factor;
} ladle_coding;

typedef struct ladle_record ladle_record;

typedef struct {
    unsigned index; /* among all statements of the study */
    ladle_pos pos;
    const char *id;
    const ladle_record *record;
    const ladle_person *speaker; /* NULL: none */
    const char *source; /* where it was brought in from; for messages, never printed; NULL */
    bool is_quote;
    const char *text;
    ladle_coding *codings;
    unsigned n_codings;
} ladle_statement;

typedef struct {
    ladle_pos pos;
    const ladle_question *question;
    const char *value;          /* NULL: none */
    const char *text;           /* "" where empty */
    const ladle_level *level;   /* the level it maps to; NULL: unmapped */
    const ladle_option *option; /* the option it names; NULL: none */
} ladle_answer;

struct ladle_record {
    unsigned index; /* among all records of the study */
    ladle_pos pos;
    ladle_record_kind kind;
    const char *id;
    const char *source;   /* where it was brought in from; for messages, never printed; NULL */
    const char *language; /* of its words: the file's xml:lang; NULL: the study's */
    const ladle_partnership **partnerships; /* none: the programme's */
    unsigned n_partnerships;
    ladle_date date;
    const ladle_wave *wave; /* resolved; never NULL once loaded */
    bool explicit_wave;

    const ladle_group *group;             /* meeting, interview */
    const ladle_record *meeting;          /* observation, document */
    ladle_status status;                  /* meeting, visit */
    const ladle_date *moved_to;           /* meeting */
    const char *title;                    /* meeting, document */
    const ladle_confidential *researcher; /* observer, interviewer */
    bool focus_group;                     /* interview form */
    const char *document_kind;            /* terms-of-reference, target-paper, minutes, other */
    const ladle_guide *guide;             /* questionnaire */
    const ladle_person *respondent;       /* questionnaire */
    const char *axis;                     /* visit, account */
    const char *firm; /* visit: the firm's name or id as written; confidential by use:
                         only compared, never printed but by report/names.c */
    enum { LADLE_NO_AGREEMENT, LADLE_IDENTIFIED, LADLE_COMMITTED } agreement; /* visit */
    double spent;                                                             /* account */
    const ladle_date *submitted; /* account; NULL: missing */

    ladle_presence *present;
    const ladle_person **participants; /* interview */
    ladle_item *items;
    ladle_statement **statements;
    ladle_answer *answers;
    unsigned n_present, n_participants, n_items, n_statements, n_answers;
};

/* ---------------------------------------------------------------------------------- texts */

/* Author's prose as a light tree, kept as written. */
typedef enum {
    LADLE_TEXT_CHARS, /* text */
    LADLE_TEXT_EM,
    LADLE_TEXT_STRONG,
    LADLE_TEXT_BR,
    LADLE_TEXT_Q,
    LADLE_TEXT_NOTE,
    LADLE_TEXT_REF,
    LADLE_TEXT_EVIDENCE,
    LADLE_TEXT_CITE,
    LADLE_TEXT_LINK,
    LADLE_TEXT_FOREIGN, /* the last that stands within a line */
    LADLE_TEXT_P,
    LADLE_TEXT_LIST,
    LADLE_TEXT_ITEM,
    LADLE_TEXT_TABLE,
    LADLE_TEXT_ROW,
    LADLE_TEXT_CELL,
    LADLE_TEXT_QUOTE,
    LADLE_TEXT_RECOMMENDATION,
    LADLE_TEXT_PLACE,
    LADLE_TEXT_IMAGE,
    LADLE_TEXT_CAPTION,
    LADLE_TEXT_TITLE,
    LADLE_TEXT_SECTION,
    LADLE_TEXT_FINDING,
    LADLE_TEXT_BOX,
    LADLE_TEXT_SIDE,
    LADLE_TEXT_BY,
    LADLE_TEXT_BIBLIOGRAPHY,
    LADLE_TEXT_SOURCE,
    LADLE_TEXT_CHAPTER,
    LADLE_TEXT_MESSAGE
} ladle_text_kind;

typedef struct ladle_text ladle_text;
struct ladle_text {
    ladle_text_kind kind;
    ladle_pos pos;
    const char *chars;      /* LADLE_TEXT_CHARS: white space runs are one space, edges kept */
    const char *id;         /* section, box, table, recommendation, source */
    const char *chapter;    /* section, box; chapter id= */
    const char *part;       /* message, place */
    const char *box_kind;   /* box kind=, list kind= ("bullets", "numbers"), bibliography cite= */
    const char *to;         /* ref to=, cite source=, link href=, image src=, recommendation to= */
    const char *short_name; /* source short= */
    const char *alt, *width, *pages; /* image alt= width=, cite pages= */
    const char *language; /* foreign xml:lang; a text without parent, or a source: the file's,
                             NULL the study's */
    bool head;            /* cell head="yes" */
    const ladle_element *element;         /* finding */
    const ladle_wave *wave;               /* section, finding, box, message, chapter */
    const ladle_partnership *partnership; /* the same */
    const ladle_statement *statement;     /* quote, q */
    const ladle_text *target;             /* ref to a text; NULL: to a figure, or it is broken */
    const ladle_statement **statements;   /* recommendation, evidence */
    const ladle_element **elements;       /* recommendation */
    unsigned n_statements, n_elements;
    const ladle_record *record;  /* evidence record=, NULL where it has no such answer */
    const ladle_answer *answer;  /* evidence question=: of that record */
    const ladle_person *speaker; /* quote */
    const char *image_path;      /* image: path that can be opened, checked to lie in the study */
    ladle_text *first, *last, *next, *parent;
};

/* ---------------------------------------------------------------------------------- whole */

/* Something left out of the study because it was broken (--keep-going). */
typedef struct {
    ladle_pos pos;
    const char *what;   /* "record", "text", "file" */
    const char *reason; /* what the first diagnostic is about, "unknown reference (E210)" */
    const ladle_partnership **partnerships; /* that it could have touched; NULL: any */
    unsigned n_partnerships;
} ladle_omission;

typedef struct {
    ladle_arena *arena;
    ladle_pos pos;             /* of <study> */
    const char *directory;     /* as given, without its last slash */
    const char *id, *language; /* language: xml:lang, "da" or "en..." */
    const char *programme, *publisher, *place;
    ladle_round_line **titles, **subtitles, **published; /* as written; ask study/rounds.h */
    const char **authors;
    bool partnerships_named, people_named; /* confidentiality: "named" allows --names */
    unsigned smallest_group;               /* default 3 */
    const ladle_confidential **secrets;
    const char **free_words; /* that may be printed though they are a name, or part of one */
    const char **left_out;   /* parts of the templates that reports do without, each once */
    ladle_pos left_out_pos;  /* of <leave-out part=> */

    const ladle_framework *framework;
    ladle_wave **waves;
    const ladle_wave *first_round; /* the first wave that has records; NULL: there are none */
    ladle_organisation **organisations;
    ladle_person **persons;
    ladle_partnership **partnerships;
    ladle_group **groups;
    ladle_event **events;
    ladle_record **records;       /* order of files, then document order */
    ladle_statement **statements; /* the same */
    ladle_text **sections, **findings, **boxes, **messages, **chapters; /* top-level texts */
    ladle_text **sources;                                               /* of all bibliographies */
    bool cites_author_year;                                             /* bibliography cite= */
    ladle_omission *omissions;
    unsigned n_titles, n_subtitles, n_published, n_authors, n_secrets, n_free_words, n_left_out,
        n_waves, n_organisations, n_persons, n_partnerships, n_groups, n_events, n_records,
        n_statements, n_sections, n_findings, n_boxes, n_messages, n_chapters, n_sources,
        n_omissions, n_files;
} ladle_study;

/* The next element of a text below `top`, in the order of the document; NULL: that was the last. */
ladle_text *ladle_text_next(const ladle_text *top, ladle_text *node);

/* The section, finding, box ... that the text stands in, or is. */
ladle_text *ladle_text_top(const ladle_text *text);

/* Whether reports of the study do without the part. */
bool ladle_leaves_out(const ladle_study *study, const char *part);

/* Places a seat is held: whether `person` has a seat in a group of this kind of p in wave w
 * (from ... to touches the wave's dates; shared groups count). */
bool ladle_has_seat(const ladle_partnership *partnership, const ladle_person *person,
                    ladle_group_kind kind, const ladle_wave *wave);

#endif
