/* The document in memory: a tree of nodes with the words of schema/document.rnc, each with its
 * position, its computed style and what numbering found out about it. Built by document/load.c,
 * numbered by document/number.c, then read-only for the layout. */
#ifndef LADLE_DOCUMENT_NODE_H
#define LADLE_DOCUMENT_NODE_H

#include "base/diag.h"

#include <stdbool.h>

typedef enum {
    LADLE_NODE_TEXT,
#define LADLE_WORD(name, element, context, content, role) LADLE_NODE_##name,
#include "document/vocabulary.def"
#undef LADLE_WORD
    LADLE_NODE_COUNT
} ladle_node_kind;

typedef struct ladle_style ladle_style;

typedef struct {
    const char *name, *value;
} ladle_attribute;

typedef struct ladle_node ladle_node;
struct ladle_node {
    ladle_node_kind kind;
    ladle_pos pos;
    const char *id;       /* NULL: none */
    const char *language; /* inherited xml:lang, never NULL */
    const char *text;     /* LADLE_NODE_TEXT: passed the gate, white space as XHTML collapses it */
    const ladle_style *style;
    const ladle_attribute *attributes; /* all but id, class, xml:lang, in document order */
    unsigned n_attributes;
    const char *classes; /* as written, NULL: none */
    bool in_line;        /* stands in a line of text: texts, inline elements, charts and pictures
                            in a line, an aside that is a note in the side column */
    ladle_node *first, *last, *next, *previous, *parent;

    /* Set by numbering. */
    const char *number; /* heading: "4.1", "A"; figure: "2"; note: "1"; NULL: none */
    const char *label;  /* figure: "Figur 2"; heading: number and title as running words */
    unsigned order;     /* place in document order, from 0: links and structure refer to it */
};

typedef struct {
    const char *id, *label, *several, *ref; /* several: label of a figure with several numbers */
} ladle_counter;

typedef struct {
    ladle_arena *arena;
    ladle_node *root; /* the document element */
    const char *title, *author, *subject, *date, *language;
    /* Labels; never NULL ("%s" at least). */
    const char *continued, *continues, *page_words, *more, *shown;
    ladle_counter *counters;
    unsigned n_counters;
    unsigned n_nodes;
    void *ids;                         /* of ladle_node by id: see ladle_document_lookup */
    struct ladle_numbering *numbering; /* see document/number.h */
} ladle_document;

/* The value of an attribute, or NULL. Borrowed. */
const char *ladle_node_attribute(const ladle_node *node, const char *name);

/* Whether the node has this class. */
bool ladle_node_has_class(const ladle_node *node, const char *class_name);

/* The words of the document's label with this id; NULL: it has none. Borrowed. */
const char *ladle_document_label(const ladle_document *document, const char *id);

/* The node with this id, or NULL. Borrowed. */
const ladle_node *ladle_document_lookup(const ladle_document *document, const char *id);

#endif
