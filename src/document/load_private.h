/* Between the files that read a document: load.c goes through the elements, load_attributes.c reads
 * what an element says of itself, load_text.c its text, load_links.c asks where links lead. */
#ifndef LADLE_DOCUMENT_LOAD_PRIVATE_H
#define LADLE_DOCUMENT_LOAD_PRIVATE_H

#include "document/load.h"

#include <glib.h>

#define LADLE_DOCUMENT_NAMESPACE "urn:x-ladle:document"

typedef struct {
    const xmlNode *node;
    unsigned number; /* among its siblings of the same name */
} ladle_counted_sibling;

/* The reading of one document. */
typedef struct {
    ladle_arena *arena;
    ladle_document *document;
    const ladle_theme *theme;
    ladle_gate *gate;
    ladle_diagnostics *diagnostics;
    const char *file;
    bool lines; /* the tree was read from a file and knows lines */
    unsigned depth;
    unsigned errors;
    const char *chart;     /* kind of the chart that is being read, or NULL */
    GHashTable *targets;   /* all ids of the tree, once a link asks whether one is there */
    const xmlNode *source; /* what is being read */
    ladle_counted_sibling counted[LADLE_DOCUMENT_DEPTH + 1];
} ladle_loader;

/* Tells what is wrong and counts it as an error of this document. */
void ladle_load_complain(ladle_loader *l, ladle_diag_code code, ladle_pos pos, const char *format,
                         ...) __attribute__((format(printf, 4, 5)));

/* The name of the node's element, as templates write it. */
const char *ladle_load_name(const ladle_node *node);

/* Whether the element stands in the namespace of documents. */
bool ladle_load_is_ours(const xmlNode *source);

/* ------------------------------------------------------------------------ load_attributes.c */

/* Reads id, class, language and all other attributes of an element into its node, each with its
 * value checked; complains of those that are wrong, unknown or missing. */
void ladle_load_attributes(ladle_loader *l, const xmlNode *source, ladle_node *node);

/* ------------------------------------------------------------------------------ load_text.c */

/* The text of one line-broken thing, while it is read. */
typedef struct {
    GString *heard;
    unsigned texts;
    bool at_start;          /* nothing but dropped space so far, or since a br */
    ladle_node *with_space; /* the text that ends with a space that may yet be dropped */
} ladle_text_flow;

/* Each flow that is begun is ended: its last space is dropped then, and the gate hears it whole. */
ladle_text_flow ladle_load_begin_flow(void);
void ladle_load_end_flow(ladle_loader *l, ladle_text_flow *flow, ladle_pos pos);

/* Adds text to the flow, as a node below parent unless nothing of it is left. */
void ladle_load_add_text(ladle_loader *l, ladle_node *parent, const char *text,
                         ladle_text_flow *flow);

/* Something that is no text stands in the flow: a space before and after it counts. */
void ladle_load_pass_object(ladle_loader *l, ladle_text_flow *flow, ladle_node_kind kind);

/* White space to single spaces; none at either end. To be freed. */
char *ladle_load_collapsed(const char *text);

/* Makes the node its parent's last child. */
void ladle_load_append(ladle_node *parent, ladle_node *node);

/* ----------------------------------------------------------------------------- load_links.c */

/* Whether this is a link that may lead nowhere (optional="yes"), and does. */
bool ladle_load_leads_nowhere(ladle_loader *l, const xmlNode *source, int kind);

/* An attribute without namespace, white space collapsed; NULL: there is none. To be freed. */
char *ladle_load_source_attribute(const xmlNode *source, const char *name);

#endif
