#include "xml/document.h"

#include "xml/input.h"

#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/relaxng.h>
#include <string.h>

/* Line and column of an element are kept in its _private pointer, 32 bits each, as node->line
 * stops at 65,535 and has no column. The name of the file is the document's URL. */
_Static_assert(sizeof(void *) >= 8, "places are packed into pointers");

static void *packed(ladle_pos pos)
{
    return (void *)(uintptr_t)((uint64_t)pos.line << 32 | pos.column);
}

ladle_pos ladle_xml_pos(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE && node->type != XML_DOCUMENT_NODE)
        node = node->parent;
    if (!node)
        return (ladle_pos){0};
    const char *file = node->doc ? (const char *)node->doc->URL : NULL;
    if (node->type == XML_DOCUMENT_NODE)
        return (ladle_pos){file, 0, 0};
    uint64_t both = (uint64_t)(uintptr_t)node->_private;
    return (ladle_pos){file, (unsigned)(both >> 32), (unsigned)(both & 0xFFFFFFFFu)};
}

/* The tree is built by libxml2's own handlers; this one adds the place. */
static void hear_start(void *context, const xmlChar *name, const xmlChar *prefix,
                       const xmlChar *uri, int n_declared, const xmlChar **declared,
                       int n_attributes, int n_defaulted, const xmlChar **raw)
{
    xmlParserCtxtPtr ctxt = context;
    ladle_xml_input *input = ctxt->_private;
    ladle_pos pos = {0}, places[LADLE_XML_ATTRIBUTES];
    unsigned n;
    if (!ladle_scan_take_tag(ladle_xml_input_scan(input), &pos, places, &n))
        pos.line = (unsigned)xmlSAX2GetLineNumber(ctxt);
    if (ladle_xml_input_refused(input))
        return;
    if (ladle_xml_input_refuse_inclusion(input, pos, n_declared, declared)) {
        xmlStopParser(ctxt);
        return;
    }
    xmlSAX2StartElementNs(context, name, prefix, uri, n_declared, declared, n_attributes,
                          n_defaulted, raw);
    if (ctxt->node)
        ctxt->node->_private = packed(pos);
}

static xmlDocPtr read_tree(ladle_xml_input *input, const char *name, xmlDictPtr dictionary)
{
    xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
    if (!ctxt)
        g_error("xml: no memory for a parser");
    if (dictionary) {
        xmlDictFree(ctxt->dict);
        ctxt->dict = dictionary;
        xmlDictReference(dictionary);
    }
    ctxt->sax->startElementNs = hear_start;
    bool read = ladle_xml_input_parse(input, ctxt, NULL);
    xmlDocPtr doc = ctxt->myDoc;
    ctxt->myDoc = NULL;
    xmlFreeParserCtxt(ctxt);
    if (!read && doc) {
        xmlFreeDoc(doc);
        doc = NULL;
    }
    if (doc) {
        xmlFree((void *)doc->URL); /* libxml2 has made a URI of it, with %20 and the like */
        doc->URL = xmlStrdup((const xmlChar *)name);
    }
    return doc;
}

static void free_doc(void *doc)
{
    xmlFreeDoc(doc);
}

xmlDocPtr ladle_xml_document_read_sharing(const ladle_xml_source *source, xmlDictPtr dictionary,
                                          ladle_diagnostics *diagnostics)
{
    ladle_xml_input *input = ladle_xml_input_open(source, diagnostics);
    if (!input)
        return NULL;
    xmlDocPtr doc = read_tree(input, source->name, dictionary);
    ladle_xml_input_close(input);
    return doc;
}

xmlDocPtr ladle_xml_document_read(ladle_arena *arena, const ladle_xml_source *source,
                                  ladle_diagnostics *diagnostics)
{
    xmlDocPtr doc = ladle_xml_document_read_sharing(source, NULL, diagnostics);
    if (doc && arena)
        ladle_arena_defer(arena, free_doc, doc);
    return doc;
}

/* ---------------------------------------------------------------------------------- schema */

struct ladle_xml_schema {
    xmlRelaxNGPtr grammar;
};

static void ignore_error(void *self, xmlErrorPtr error)
{
    (void)self, (void)error;
}

ladle_xml_schema *ladle_xml_schema_open(const ladle_xml_source *source,
                                        ladle_diagnostics *diagnostics)
{
    xmlDocPtr doc = ladle_xml_document_read(NULL, source, diagnostics);
    if (!doc)
        return NULL;
    xmlRelaxNGParserCtxtPtr ctxt = xmlRelaxNGNewDocParserCtxt(doc);
    xmlRelaxNGPtr grammar = NULL;
    if (ctxt) {
        xmlRelaxNGSetParserStructuredErrors(ctxt, ignore_error, NULL);
        grammar = xmlRelaxNGParse(ctxt);
        xmlRelaxNGFreeParserCtxt(ctxt);
    }
    xmlFreeDoc(doc);
    if (!grammar) {
        ladle_diag_add(diagnostics, LADLE_DIAG_FILE_UNREADABLE, (ladle_pos){source->name, 0, 0},
                       "the file is not a RELAX NG schema; install the program's schema again");
        return NULL;
    }
    ladle_xml_schema *schema = g_new0(ladle_xml_schema, 1);
    schema->grammar = grammar;
    return schema;
}

void ladle_xml_schema_free(ladle_xml_schema *schema)
{
    if (!schema)
        return;
    xmlRelaxNGFree(schema->grammar);
    g_free(schema);
}

enum { TOLD_AT_MOST = 10 };

typedef struct {
    ladle_diagnostics *diagnostics;
    ladle_diag_code code;
    const char *file;
    unsigned told;
} checking;

/* The library's sentences are in its own terms, but name the element; the place is ours. */
static void hear_invalid(void *self, xmlErrorPtr error)
{
    checking *c = self;
    if (!c->diagnostics || c->told >= TOLD_AT_MOST || !error->message)
        return;
    c->told++;
    ladle_pos pos = error->node ? ladle_xml_pos(error->node) : (ladle_pos){c->file, 0, 0};
    char *message = g_strstrip(g_strdup(error->message));
    ladle_diag_add(c->diagnostics, c->code, pos, "not as the schema asks: %s", message);
    g_free(message);
}

bool ladle_xml_schema_check(const ladle_xml_schema *schema, xmlDocPtr doc, ladle_diag_code code,
                            ladle_diagnostics *diagnostics)
{
    checking c = {diagnostics, code, (const char *)doc->URL, 0};
    xmlRelaxNGValidCtxtPtr ctxt = xmlRelaxNGNewValidCtxt(schema->grammar);
    if (!ctxt)
        g_error("xml: no memory for a validation");
    xmlRelaxNGSetValidStructuredErrors(ctxt, hear_invalid, &c);
    bool valid = xmlRelaxNGValidateDoc(ctxt, doc) == 0;
    xmlRelaxNGFreeValidCtxt(ctxt);
    if (!valid && diagnostics && c.told == 0)
        ladle_diag_add(diagnostics, code, (ladle_pos){c.file, 0, 0},
                       "the document is not as the schema asks");
    return valid;
}
