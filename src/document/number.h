/* What numbering finds out: numbers of headings, figures and footnotes, the words of references,
 * contents, lists of figures, and who links to what. ladle_document_load calls the numbering; the
 * layout asks the functions below. Page numbers are the layout's to fill in. */
#ifndef LADLE_DOCUMENT_NUMBER_H
#define LADLE_DOCUMENT_NUMBER_H

#include "base/gate.h"
#include "document/node.h"

/* Sets number, label and order of the nodes, and prepares all the rest. References that lead
 * nowhere are errors; returns how many there were. */
unsigned ladle_document_number(ladle_document *document, ladle_gate *gate,
                               ladle_diagnostics *diagnostics);

/* A line of the contents, of a list of figures, or of the outline (bookmarks). */
typedef struct {
    const ladle_node *node; /* the heading, or the figure: where the line leads */
    const char *number;     /* "4.1", "A", "2"; NULL: none */
    const char *title;      /* plain text */
    const char *language;   /* of the title; of several, that of the element it stands in */
    const char *words;      /* number and title as one: "4.1 Indhold", "Bilag D Belægsliste" */
    unsigned level;         /* 1 for h1 and figures, 2 for h2 ... */
} ladle_entry;

/* The headings of all sections that are in the contents, in document order: for toc (down to its
 * depth) and for the outline. Borrowed. */
const ladle_entry *ladle_document_contents(const ladle_document *document, unsigned *n);

/* The captioned figures of a counter, in document order. Borrowed. */
const ladle_entry *ladle_document_figures(const ladle_document *document, const char *counter,
                                          unsigned *n);

typedef enum {
    LADLE_SHOW_WORDS,     /* the words alone */
    LADLE_SHOW_PAGE,      /* the page alone: document->page_words with its label in */
    LADLE_SHOW_WORDS_PAGE /* "figur 4, side 31": the words, a comma, a space, the page */
} ladle_reference_show;

ladle_reference_show ladle_reference_shows(const ladle_node *reference);

/* The words of a ref but for the page: "figur 4", "4.1", "Observationer"; "" when it shows the page
 * alone. A number is tied to its word by a no-break space. At the start of a block the counter's
 * label is used ("Figur 4"). Borrowed. */
const char *ladle_reference_words(const ladle_document *document, const ladle_node *reference);

/* Where a ref, a link inside the document, or backlinks leads, or NULL (a link out of the report).
 * The target of a section is its heading. */
const ladle_node *ladle_reference_target(const ladle_document *document,
                                         const ladle_node *reference);

/* The a and ref nodes that lead to the node with this id, in document order. Borrowed. */
const ladle_node *const *ladle_document_backlinks(const ladle_document *document, const char *id,
                                                  unsigned *n);

/* What the running head says while `node` is the last that began: number and title of the innermost
 * section around it that opens with an h1, is lettered, or gives `running` words, which then stand
 * in place of the title; "" when there is none. Borrowed. */
const char *ladle_running_chapter(const ladle_document *document, const ladle_node *node);

/* The text of a node and all below it but footnotes and side notes. Memory of the arena. */
const char *ladle_node_plain_text(ladle_arena *arena, const ladle_node *node);

#endif
