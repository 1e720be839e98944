/* Documents and themes for unit tests, from strings. */
#ifndef LADLE_TESTS_MAKE_DOCUMENT_H
#define LADLE_TESTS_MAKE_DOCUMENT_H

#include "document/load.h"
#include "document/number.h"
#include "document/theme.h"
#include "xml/document.h"

#include <glib.h>
#include <libxml/parser.h>
#include <string.h>

#define HEAD                                                                                       \
    "<document xmlns='urn:x-ladle:document' version='1' xml:lang='da' title='Prøve'>"             \
    "<label id='page'>side %s</label>"                                                             \
    "<counter id='figure' label='Figur' ref='figur'/>"                                             \
    "<counter id='table' label='Tabel' ref='tabel'/>"                                              \
    "<counter id='chapter' label='Kapitel' ref='kapitel'/>"                                        \
    "<counter id='section' label='Afsnit' ref='afsnit'/>"                                          \
    "<counter id='appendix' label='Bilag' ref='bilag'/>"                                           \
    "<master id='body' folio='arabic'/>"
#define TAIL "</document>"

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    ladle_theme *theme;
    ladle_document *document;
    GString *heard; /* every text the gate heard, each on a line of its own */
} made;

static inline void made_hear(void *self, ladle_use use, ladle_pos pos, const char *text)
{
    (void)pos;
    g_string_append_printf(self, "%d:%s\n", (int)use, text);
}

static inline xmlDoc *made_tree(made *m, const char *xml, const char *name)
{
    ladle_xml_source source = {.bytes = xml, .n = strlen(xml), .name = name};
    return ladle_xml_document_read(m->arena, &source, m->diagnostics);
}

static inline xmlDoc *made_file(made *m, const char *path)
{
    char *whole = g_build_filename(LADLE_TEST_DATA, "..", path, NULL);
    ladle_xml_source source = {.path = whole, .name = path};
    xmlDoc *tree = ladle_xml_document_read(m->arena, &source, m->diagnostics);
    g_free(whole);
    return tree;
}

static inline made made_begin(void)
{
    made m = {.arena = ladle_arena_new(),
              .diagnostics = ladle_diagnostics_new(),
              .heard = g_string_new(NULL)};
    xmlDoc *tree = made_file(&m, "templates/theme.xml");
    m.theme = tree ? ladle_theme_load(m.arena, tree, m.diagnostics) : NULL;
    return m;
}

/* The document in `xml`; from_template: as a template makes it, without lines. */
static inline made make_document(const char *xml, bool from_template)
{
    made m = made_begin();
    ladle_gate *gate = ladle_gate_new(m.arena, m.diagnostics, made_hear, m.heard);
    xmlDoc *tree;
    if (from_template) {
        tree = xmlReadMemory(xml, (int)strlen(xml), NULL, NULL, XML_PARSE_NONET);
        xmlFree((void *)tree->URL);
        tree->URL = xmlStrdup((const xmlChar *)"final.xsl");
    } else {
        tree = made_tree(&m, xml, "report.xml");
    }
    if (tree && m.theme)
        m.document = ladle_document_load(m.arena, tree, m.theme, gate, m.diagnostics);
    if (from_template)
        xmlFreeDoc(tree);
    return m;
}

static inline void unmake(made *m)
{
    ladle_arena_free(m->arena);
    ladle_diagnostics_free(m->diagnostics);
    g_string_free(m->heard, TRUE);
}

/* All messages, one a line: "E413 report.xml:3:5 words". */
static inline char *made_messages(const made *m)
{
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < ladle_diag_total(m->diagnostics); i++) {
        const ladle_diag *d = ladle_diag_at(m->diagnostics, i);
        g_string_append_printf(out, "%s %s:%u %s\n", ladle_diag_text(d->code), d->pos.file,
                               d->pos.line, d->message);
    }
    return g_string_free(out, FALSE);
}

/* The first node of a kind at or below `node`, in document order. */
static inline const ladle_node *find_kind(const ladle_node *node, ladle_node_kind kind)
{
    if (node->kind == kind)
        return node;
    for (const ladle_node *child = node->first; child; child = child->next) {
        const ladle_node *found = find_kind(child, kind);
        if (found)
            return found;
    }
    return NULL;
}

#endif
