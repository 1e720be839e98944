/* The study's grammar as one table, and content models compiled from it. Inside study/ only.
 *
 * A row says of one element: its name, its attributes with their types, its content, and what to
 * do with it. Attributes and content are written in a shorthand close to schema/study.rnc, so that
 * the two can be held side by side:
 *     attributes  "id=id! dates=edtf! kind=(held|moved)"   ! must be there
 *     content     "title? present* (quote|note) coding*"   names of rows
 * Where one element name has several meanings, the rows' names tell them apart behind a slash:
 * "title" holds words, "title/inline" is an author's title.
 *
 * A content model is turned into its Glushkov automaton: each mention of a name in the expression
 * is a position (at most 64), and for every position the set of those that may follow is a bit
 * mask. The state of reading is the mask of positions that may come next, so a child costs a few
 * operations, and what may follow is known for messages. RELAX NG's order and number are met
 * exactly. */
#ifndef LADLE_STUDY_GRAMMAR_H
#define LADLE_STUDY_GRAMMAR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

#define LADLE_STUDY_NAMESPACE "urn:x-ladle:study"

typedef enum {
    LADLE_VALUE_TEXT,  /* anything */
    LADLE_VALUE_WORDS, /* something */
    LADLE_VALUE_ID,
    LADLE_VALUE_REFS, /* one id or more, parted by white space */
    LADLE_VALUE_DATE,
    LADLE_VALUE_COUNT,    /* 0, 1, 2 … */
    LADLE_VALUE_AMOUNT,   /* a decimal number, 0 or more */
    LADLE_VALUE_GOAL,     /* a decimal number above 0 */
    LADLE_VALUE_STRENGTH, /* 1, 2 or 3 */
    LADLE_VALUE_LANGUAGE,
    LADLE_VALUE_URI,
    LADLE_VALUE_CHOICE
} ladle_value_type;

typedef struct {
    const char *name; /* "xml:lang" with its prefix */
    ladle_value_type type;
    bool needed;
    const char **choices; /* ended by NULL */
} ladle_attribute_rule;

typedef enum {
    LADLE_HOLDS_NOTHING,  /* no text, no elements */
    LADLE_HOLDS_ELEMENTS, /* by the model; white space only between them */
    LADLE_HOLDS_WORDS,    /* text, not empty */
    LADLE_HOLDS_TEXT,     /* text */
    LADLE_HOLDS_MIXED,    /* text and elements of the model */
    LADLE_HOLDS_EITHER    /* a list item: text and inline elements, or blocks */
} ladle_holds;

struct ladle_reader;
struct ladle_frame;
typedef void ladle_row_handler(struct ladle_reader *reader, struct ladle_frame *frame);

/* One row as it is written. */
typedef struct {
    const char *key; /* the name, perhaps with / and a word */
    const char *attributes;
    const char *together; /* sets of attributes of which one must be there: "person|organisation" */
    ladle_holds holds;
    const char *model;
    ladle_row_handler *start, *end; /* after the attributes were checked; at the end tag */
} ladle_row;

/* One position of a content model. */
typedef struct {
    unsigned row;
    uint64_t follow;
} ladle_position;

enum { LADLE_MODEL_POSITIONS = 64, LADLE_ROW_ATTRIBUTES = 10, LADLE_ROW_SETS = 8 };

/* One row, compiled. */
typedef struct {
    const ladle_row *row;
    const char *name; /* the element's */
    ladle_attribute_rule *attributes;
    unsigned n_attributes;
    unsigned sets[LADLE_ROW_SETS]; /* bits of attributes; of those in any set, exactly one set's */
    unsigned n_sets;               /* must be there */
    ladle_position *positions;
    unsigned n_positions;
    uint64_t first; /* positions that may come first */
    uint64_t last;  /* positions after which the element may end */
    bool may_be_empty;
} ladle_rule;

typedef struct {
    ladle_rule *rules; /* in the order of the rows */
    unsigned n_rules;
} ladle_grammar;

/* The rows and their number. */
extern const ladle_row ladle_study_rows[];
extern const unsigned ladle_study_n_rows;

/* The grammar of a study, compiled into the arena. */
const ladle_grammar *ladle_grammar_new(ladle_arena *arena);

/* The rule of a root element; NULL: no such root. */
const ladle_rule *ladle_grammar_root(const ladle_grammar *grammar, const char *name);

/* The state of reading an element's children: a mask of the positions that may come next, and
 * whether the element may end here. */
typedef struct {
    uint64_t next;
    bool may_end;
} ladle_model_state;

ladle_model_state ladle_model_start(const ladle_rule *rule);

/* Takes a child of this row; false (and no change) when it may not stand here. */
bool ladle_model_take(const ladle_rule *rule, ladle_model_state *state, unsigned row);

/* Takes a child of this row that could stand further on, as if all between were there; `needed`:
 * the positions that must come before it, 0 where one of several must. False (and no change): it
 * could stand no further on. */
bool ladle_model_skip(const ladle_rule *rule, ladle_model_state *state, unsigned row,
                      uint64_t *needed);

/* The row of the child with this name anywhere in the element; -1: none. */
int ladle_model_child(const ladle_grammar *grammar, const ladle_rule *rule, const char *name);

#endif
