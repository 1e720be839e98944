/* What may stand where in a document, and what its attributes may say: the tables that loading
 * checks against, with messages in plain words. schema/document.rnc says the same for editors; a
 * test holds the two against each other. */
#ifndef LADLE_DOCUMENT_GRAMMAR_H
#define LADLE_DOCUMENT_GRAMMAR_H

#include "document/node.h"

typedef enum {
    LADLE_CONTEXT_BLOCK,
    LADLE_CONTEXT_INLINE,
    LADLE_CONTEXT_BOTH,
    LADLE_CONTEXT_PART,
    LADLE_CONTEXT_DATA,
    LADLE_CONTEXT_HEAD
} ladle_context;

typedef enum {
    LADLE_CONTENT_BLOCKS,
    LADLE_CONTENT_INLINES,
    LADLE_CONTENT_MIXED,
    LADLE_CONTENT_PARTS,
    LADLE_CONTENT_EMPTY,
    LADLE_CONTENT_WORDS
} ladle_content;

/* A row of vocabulary.def. */
typedef struct {
    const char *element;
    ladle_context context;
    ladle_content content;
    const char *role;
} ladle_word;

const ladle_word *ladle_word_of(ladle_node_kind kind);

/* Whether a child of this kind may stand directly in the parent; in_line: the parent's content is
 * a line of text. */
bool ladle_may_stand_in(ladle_node_kind child, const ladle_node *parent, bool in_line);

/* What a value may be. */
typedef enum {
    LADLE_TYPE_DRAWN,    /* words that are drawn: they pass the gate as text */
    LADLE_TYPE_METADATA, /* words for the PDF's metadata: they pass the gate as such */
    LADLE_TYPE_NAME,     /* an id, or the name of a counter, master ... */
    LADLE_TYPE_LINK,     /* an address */
    LADLE_TYPE_PATH,     /* of a file */
    LADLE_TYPE_COUNT,    /* 0, 1, 2 ... */
    LADLE_TYPE_POSITIVE, /* 1, 2 ... */
    LADLE_TYPE_DECIMAL,
    LADLE_TYPE_AMOUNT, /* a decimal of at least 0 */
    LADLE_TYPE_SHARE,  /* 0 to 1 */
    LADLE_TYPE_DAY,    /* YYYY-MM-DD */
    LADLE_TYPE_LENGTH, /* 12pt, 34mm */
    LADLE_TYPE_WIDTH,  /* a length, "auto" or "*" */
    LADLE_TYPE_CHOICE  /* one of some words */
} ladle_value_type;

typedef struct {
    ladle_node_kind element;
    const char *charts; /* kinds of chart it is for, parted by spaces; NULL: all */
    const char *name;
    ladle_value_type type;
    const char *choices; /* of CHOICE, parted by spaces */
    bool needed;
} ladle_attribute_rule;

/* The rules of an element's attributes; chart: the kind of the chart it is or belongs to, or NULL.
 * Calls `visit` for each. */
void ladle_attribute_rules(ladle_node_kind element, const char *chart,
                           void (*visit)(void *self, const ladle_attribute_rule *rule), void *self);

const ladle_attribute_rule *ladle_attribute_rule_lookup(ladle_node_kind element, const char *chart,
                                                        const char *name);

/* Whether `value` is of the rule's type; else *expected says in words what was expected. */
bool ladle_document_value_fits(const ladle_attribute_rule *rule, const char *value,
                               const char **expected);

/* Whether a word is one of a list parted by spaces. */
bool ladle_word_in(const char *list, const char *word);

/* The kinds of chart, parted by spaces, and the data children of one, by kind. */
bool ladle_chart_takes(const char *chart, ladle_node_kind child, ladle_node_kind parent);

/* Diagnoses what is wrong with a node whose children are loaded; adds to *errors how many. */
void ladle_check_node(const ladle_document *document, const ladle_node *node,
                      ladle_diagnostics *diagnostics, unsigned *errors);

#endif
