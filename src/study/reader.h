/* The reader of a study's files: one stack of open elements, driven by the table in rows.c, and
 * the handlers that build the model. Inside study/ only.
 *
 * Order of reading: framework, study, records, texts. So nearly every reference points to something
 * that is known already and is resolved on the spot; what may point forward (a record to a meeting,
 * a group to another partnership's, a citation to a source) is kept until all files are read. */
#ifndef LADLE_STUDY_READER_H
#define LADLE_STUDY_READER_H

#include "study/grammar.h"
#include "study/load.h"
#include "study/names.h"
#include "xml/reader.h"

#include <glib.h>

enum {
    LADLE_MOST_PARTNERSHIPS = 100000,
    LADLE_MOST_RECORDS = 1000000,
    LADLE_LONGEST_TEXT = 1024 * 1024,
    LADLE_MOST_PASSED_OVER = 10000, /* elements below unknown ones: this is no study's file */
    LADLE_MOST_GRAMMAR_ERRORS = 99  /* with the message that reading stopped, what is printed */
};

/* An open element. */
typedef struct ladle_frame {
    const ladle_rule *rule;
    ladle_model_state state;
    ladle_pos pos;
    const char *values[LADLE_ROW_ATTRIBUTES]; /* in the order of the rule; NULL: absent or wrong */
    ladle_pos places[LADLE_ROW_ATTRIBUTES];
    GString *text;   /* of words and text, as written */
    bool had_text;   /* some text that is not white space was met */
    bool told_text;  /* a message about its text was given */
    bool lost_child; /* an unknown element was met, so what is missing may be that */
    void *thing;     /* what the handler is building */
} ladle_frame;

/* Arrays of pointers that grow while reading. */
typedef enum {
    LADLE_LIST_TITLES,
    LADLE_LIST_SUBTITLES,
    LADLE_LIST_PUBLISHED,
    LADLE_LIST_AUTHORS,
    LADLE_LIST_SECRETS,
    LADLE_LIST_FREE_WORDS,
    LADLE_LIST_LEFT_OUT,
    LADLE_LIST_WAVES,
    LADLE_LIST_ORGANISATIONS,
    LADLE_LIST_PERSONS,
    LADLE_LIST_PARTNERSHIPS,
    LADLE_LIST_GROUPS,
    LADLE_LIST_EVENTS,
    LADLE_LIST_RECORDS,
    LADLE_LIST_SECTIONS,
    LADLE_LIST_FINDINGS,
    LADLE_LIST_BOXES,
    LADLE_LIST_MESSAGES,
    LADLE_LIST_CHAPTERS,
    LADLE_LIST_SOURCES,
    LADLE_LIST_MUNICIPALITIES, /* of the partnership at hand */
    LADLE_LIST_MEMBERS,
    LADLE_LIST_OWN_GROUPS,
    LADLE_LIST_SECTORS, /* of the framework */
    LADLE_LIST_LEVELS,
    LADLE_LIST_DIMENSIONS,
    LADLE_LIST_ELEMENTS,
    LADLE_LIST_COLUMNS,
    LADLE_LIST_INDICATORS,
    LADLE_LIST_REDESIGNS,
    LADLE_LIST_PHASES,
    LADLE_LIST_FACTORS,
    LADLE_LIST_GUIDES,
    LADLE_LIST_QUESTIONS,
    LADLE_LIST_LINES,             /* of the ideal at hand */
    LADLE_LIST_COLUMN_INDICATORS, /* of the column at hand */
    LADLE_LIST_GUIDE_QUESTIONS,   /* of the guide at hand */
    LADLE_LIST_PARTICIPANTS,      /* of the record at hand */
    LADLE_LIST_STATEMENTS,
    LADLE_LISTS
} ladle_list;

/* Arrays of structs, of the element at hand. */
typedef enum {
    LADLE_PARTS_IDEALS,
    LADLE_PARTS_OPTIONS,
    LADLE_PARTS_BANDS,
    LADLE_PARTS_SEATS,
    LADLE_PARTS_TARGETS,
    LADLE_PARTS_ITEMS,
    LADLE_PARTS_PRESENCES,
    LADLE_PARTS_CODINGS,
    LADLE_PARTS_ANSWERS,
    LADLE_PARTS
} ladle_parts;

/* A reference that is resolved when all is read. slot is in the arena and stays. */
typedef struct {
    ladle_kind kind;
    const char *id, *in;
    ladle_pos pos;
    void **slot; /* NULL: only checked */
    void *owner; /* the record or top-level text that is broken without it; NULL: the study */
} ladle_pending;

/* A group that a partnership shares, which may be defined later. */
typedef struct {
    ladle_partnership *partnership;
    const char *id;
    ladle_pos pos;
} ladle_shared;

typedef struct ladle_reader {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    const ladle_grammar *grammar;
    ladle_names *names;
    ladle_study *study;
    ladle_framework *framework;
    const char *root;        /* real path of the study's folder */
    const char *file;        /* name of the file at hand, as messages give it */
    const char *file_folder; /* real path of the folder it is in */
    ladle_frame frames[LADLE_XML_DEPTH + 1];
    unsigned depth;          /* open frames */
    unsigned skipped;        /* open elements below an unknown one */
    unsigned grammar_errors; /* in the file at hand */
    unsigned passed_over;    /* elements below unknown ones, in the file at hand */
    bool gave_up;            /* on the file at hand */
    GPtrArray *lists[LADLE_LISTS];
    GArray *parts[LADLE_PARTS];
    GArray *pending;        /* of ladle_pending */
    GArray *shared;         /* of ladle_shared */
    GHashTable *broken;     /* record or top-level text: its first message's number and one */
    unsigned first_message; /* number of the first message about the record or text at hand */
    unsigned first_error;   /* errors before it */
    unsigned checked;       /* messages that belong to no record or text were sought up to here */
    GArray *orphans;        /* of unsigned: numbers of such messages, in the file at hand */
    ladle_text *text;       /* the text node at hand */
    GString *chars;         /* characters of it that are not a node yet */
    ladle_pos chars_pos;
    bool too_many_told;
    bool cite_told; /* a bibliography said how to cite */
} ladle_reader;

/* Reads a file of known root with the handlers of its rows. False: it was not read to its end. */
bool ladle_reader_read(ladle_reader *reader, const ladle_xml_source *source, const char *folder);

/* The value of the frame's attribute, white space collapsed, owned by the arena; NULL: none. */
const char *ladle_frame_value(const ladle_frame *frame, const char *name);
/* Its id, "?" where it is missing or wrong, which is told: the thing is then never given out. */
const char *ladle_frame_id(const ladle_frame *frame);
/* Its place; the element's place when it is not there. */
ladle_pos ladle_frame_place(const ladle_frame *frame, const char *name);
/* The element's words, collapsed, owned by the arena. */
const char *ladle_frame_words(ladle_reader *reader, const ladle_frame *frame);
/* The frame above. */
ladle_frame *ladle_frame_parent(ladle_reader *reader, const ladle_frame *frame);
/* Whether the frame is of the row with this key. */
bool ladle_frame_is(const ladle_frame *frame, const char *key);
/* The language of the file at hand: its root's xml:lang; NULL: not given. */
const char *ladle_reader_language(const ladle_reader *reader);
/* The place of the attribute's value among its rule's choices; -1: absent. */
int ladle_frame_choice(const ladle_frame *frame, const char *name);
/* The date of an attribute, owned by the arena; NULL when absent or wrong, which is told. */
const ladle_date *ladle_frame_date(ladle_reader *reader, const ladle_frame *frame,
                                   const char *name);
/* The number of an attribute that takes an amount; false when absent, wrong, or one that may be
 * thousands, which is told. */
bool ladle_frame_number(ladle_reader *reader, const ladle_frame *frame, const char *name,
                        double *number);
/* Says that the thing of a frame, whose id this is, is called so in words. */
void ladle_frame_call(ladle_reader *reader, const ladle_frame *frame, ladle_kind kind,
                      const char *words);
/* The thing that an attribute refers to; NULL when absent or unknown, which is told. */
void *ladle_frame_refers(ladle_reader *reader, const ladle_frame *frame, const char *name,
                         ladle_kind kind);

/* Keeps a reference for later. */
void ladle_reader_postpone(ladle_reader *reader, const ladle_frame *frame, const char *name,
                           ladle_kind kind, void **slot, void *owner);

/* Copies a list, or parts, into the arena, and empties it. */
void *ladle_reader_take_list(ladle_reader *reader, ladle_list list, unsigned *n);
void *ladle_reader_take_parts(ladle_reader *reader, ladle_parts parts, unsigned *n);
#define LADLE_ADD(reader, list, thing) g_ptr_array_add((reader)->lists[list], (void *)(thing))

/* Marks the beginning of a record or top-level text, and after it, that it is broken if errors
 * were told since. */
void ladle_reader_begin_owner(ladle_reader *reader);
void ladle_reader_end_owner(ladle_reader *reader, void *owner);
/* Collects the errors since the last record or text that belong to none: an unknown element in its
 * place, say. */
void ladle_reader_note_orphans(ladle_reader *reader);
/* Takes back the messages about the file at hand, from number `first` on, that follow from
 * something else. The whole file is given up then: its owners are broken by no message of their
 * own. */
void ladle_reader_take_back(ladle_reader *reader, unsigned first,
                            bool (*follows)(const ladle_diag *diag, const void *context),
                            const void *context);
/* Marks the owner broken by the message added last. */
void ladle_reader_break(ladle_reader *reader, void *owner);

/* The value as messages quote it: not longer than a few words. To be freed. */
char *ladle_shown(const char *value);

/* Characters of mixed content (read_texts.c). */
void ladle_text_hear(ladle_reader *reader, const char *bytes, size_t n, ladle_pos pos);
/* Whether the row is a block in the sense of study.rnc. */
bool ladle_text_is_block(const char *key);

ladle_row_handler ladle_start_study, ladle_end_study, ladle_end_title, ladle_end_subtitle,
    ladle_end_programme, ladle_end_publisher, ladle_end_place, ladle_start_published,
    ladle_end_author, ladle_start_confidentiality, ladle_end_secret, ladle_end_free,
    ladle_start_leave_out, ladle_end_wave, ladle_end_organisation, ladle_end_person,
    ladle_start_partnership, ladle_end_partnership, ladle_end_name, ladle_end_municipality,
    ladle_start_member, ladle_start_group, ladle_end_group, ladle_start_seat,
    ladle_start_shared_group, ladle_start_target, ladle_end_event;
ladle_row_handler ladle_start_record, ladle_end_record, ladle_end_record_title, ladle_start_present,
    ladle_end_item, ladle_start_participant, ladle_end_answer, ladle_start_statement,
    ladle_end_statement, ladle_end_quote, ladle_start_coding;
ladle_row_handler ladle_start_framework, ladle_end_framework, ladle_end_sector, ladle_end_level,
    ladle_end_dimension, ladle_start_element, ladle_end_element, ladle_end_about, ladle_start_ideal,
    ladle_end_ideal, ladle_end_line, ladle_start_column, ladle_end_column, ladle_end_indicator,
    ladle_end_redesign, ladle_end_phase, ladle_start_factor, ladle_start_guide, ladle_end_guide,
    ladle_end_guide_title, ladle_end_intro, ladle_start_question, ladle_end_question,
    ladle_end_question_text, ladle_start_option, ladle_start_band;
ladle_row_handler ladle_start_text, ladle_end_text;

#endif
