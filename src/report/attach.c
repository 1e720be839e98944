#include "report/attach.h"

#include "base/file.h"
#include "document/data.h"
#include "output/attachment.h"
#include "report/fingerprint.h"

#include <string.h>

typedef struct {
    ladle_arena *arena;
    const ladle_report_context *context;
    ladle_diagnostics *diagnostics;
    ladle_gate *gate;
    ladle_gate *mender; /* as the gate, but heard by nobody: what is printed was told of there */
    GPtrArray *all;
} attaching;

static void hear(const attaching *a, const char *text)
{
    ladle_gate_hear(a->gate, LADLE_USE_ATTACHMENT, (ladle_pos){0}, text);
}

/* A label; its id where a language lacks it. */
static const char *label(const attaching *a, const char *id)
{
    return ladle_language_words(a->context->language, a->arena, id, NULL, 0);
}

static void add(attaching *a, ladle_attachment attachment)
{
    ladle_attachment *kept = LADLE_NEW(a->arena, ladle_attachment);
    *kept = attachment;
    g_ptr_array_add(a->all, kept);
    hear(a, kept->name);
    hear(a, kept->description);
}

/* ---------------------------------------------------------------- the input */

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

static bool holds_text(const xmlNode *element)
{
    for (const xmlNode *child = element->children; child; child = child->next)
        if (is_text(child) && !xmlIsBlankNode(child))
            return true;
    return false;
}

static const char *mended(const attaching *a, const xmlChar *text)
{
    return ladle_gate_text(a->mender, LADLE_USE_ATTACHMENT, (ladle_pos){0}, (const char *)text);
}

/* What may not be drawn is not attached either: the text of a node as the gate leaves it. Of an
 * attribute, that of the nodes its value is made of. */
static void mend(const attaching *a, xmlNode *node)
{
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) {
            for (xmlAttr *attribute = child->properties; attribute; attribute = attribute->next)
                mend(a, (xmlNode *)attribute);
            mend(a, child);
        } else if (is_text(child) && child->content) {
            const char *text = mended(a, child->content);
            if (text != (const char *)child->content)
                xmlNodeSetContent(child, BAD_CAST text); /* of a text: taken as it is */
        }
    }
}

static void hear_attributes(const attaching *a, const xmlNode *element)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
        hear(a, (const char *)value);
        xmlFree(value);
    }
}

/* An element that has text of its own is heard as a whole, and so is each one in it, so that a name
 * which runs through its parts is seen. Each piece of text is heard by itself as well: what stands
 * beside an element without a space between would else hide the name in it. */
static void hear_element(const attaching *a, const xmlNode *element, bool in_text)
{
    hear_attributes(a, element);
    in_text = in_text || holds_text(element);
    if (in_text && element->children) {
        xmlChar *text = xmlNodeGetContent(element);
        hear(a, (const char *)text);
        xmlFree(text);
    }
    bool is_one_piece = element->children && !element->children->next;
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            hear_element(a, child, in_text);
        else if (is_text(child) && !is_one_piece && !xmlIsBlankNode(child))
            hear(a, (const char *)child->content);
}

static void add_input(attaching *a, xmlDoc *input)
{
    xmlChar *text = NULL;
    int bytes = 0;
    mend(a, (xmlNode *)input);
    xmlDocDumpFormatMemoryEnc(input, &text, &bytes, "UTF-8", 1);
    hear_element(a, xmlDocGetRootElement(input), false);
    char *kept = ladle_arena_strdup(a->arena, (const char *)text);
    xmlFree(text);
    add(a, (ladle_attachment){.name = label(a, "attachment.input.file"),
                              .media_type = "text/xml",
                              .description = label(a, "attachment.input"),
                              .relationship = "Source",
                              .data = kept,
                              .bytes = (size_t)bytes});
}

/* ---------------------------------------------------------------- data */

/* Hears a CSV field by field: numbers of neighbours must not look like one telephone number. */
static void hear_fields(const attaching *a, const char *csv)
{
    GString *field = g_string_new(NULL);
    bool quoted = false;
    for (const char *c = csv; *c; c++) {
        if (*c == '"') {
            quoted = !quoted;
        } else if (!quoted && (*c == ',' || *c == '\n')) {
            hear(a, field->str);
            g_string_truncate(field, 0);
        } else if (*c != '\r') {
            g_string_append_c(field, *c);
        }
    }
    hear(a, field->str);
    g_string_free(field, TRUE);
}

static void add_data(attaching *a, const ladle_document *document)
{
    GPtrArray *tables = ladle_document_data(a->arena, document);
    for (guint i = 0; i < tables->len; i++) {
        const ladle_data_table *table = g_ptr_array_index(tables, i);
        hear_fields(a, table->csv);
        add(a, (ladle_attachment){.name = table->name,
                                  .media_type = "text/csv",
                                  .description =
                                      ladle_language_words(a->context->language, a->arena,
                                                           "attachment.data", &table->title, 1),
                                  .relationship = "Data",
                                  .data = table->csv,
                                  .bytes = table->bytes});
    }
}

/* ---------------------------------------------------------------- whole */

/* Digests of the pictures at and below a node, each picture once, in the order of the document. */
static bool digest_pictures(const attaching *a, const ladle_node *node, GHashTable *seen,
                            GPtrArray *digests)
{
    const char *path = node->kind == LADLE_NODE_IMG ? ladle_node_attribute(node, "src") : NULL;
    if (path && g_hash_table_add(seen, (char *)path)) {
        const char *digest = ladle_file_digest(a->arena, path);
        if (!digest) {
            ladle_diag_add(a->diagnostics, LADLE_DIAG_IMAGE_BROKEN, (ladle_pos){path, 0, 0},
                           "this image could not be read a second time, so the report was not "
                           "written; allow the program to read the file, and leave it in its place "
                           "while reports are made");
            return false;
        }
        g_ptr_array_add(digests, (char *)digest);
    }
    bool all = true;
    for (const ladle_node *child = node->first; child && all; child = child->next)
        all = digest_pictures(a, child, seen, digests);
    return all;
}

static bool add_fingerprint(attaching *a, const ladle_report_job *job,
                            const ladle_document *document)
{
    const ladle_attachment *input = g_ptr_array_index(a->all, 0);
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *pictures = g_ptr_array_new();
    bool read = digest_pictures(a, document->root, seen, pictures);
    ladle_fingerprint_parts parts = {
        .report = job->name,
        .wave = mended(a, BAD_CAST(a->context->wave ? a->context->wave->name : "")),
        .template_path = job->template_path,
        .input = input->data,
        .input_bytes = input->bytes,
        .pictures = pictures};
    const char *text = ladle_fingerprint(a->arena, a->context, &parts);
    g_hash_table_unref(seen);
    g_ptr_array_unref(pictures);
    hear(a, job->name);
    hear(a, parts.wave);
    for (unsigned i = 0; a->context->settings && a->context->settings[i]; i++)
        hear(a, a->context->settings[i]);
    add(a, (ladle_attachment){.name = label(a, "attachment.fingerprint.file"),
                              .media_type = "text/xml",
                              .description = label(a, "attachment.fingerprint"),
                              .relationship = "Supplement",
                              .data = text,
                              .bytes = strlen(text)});
    return read;
}

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

GPtrArray *ladle_report_attachments(ladle_arena *arena, const ladle_report_context *context,
                                    const ladle_report_job *job, xmlDoc *input,
                                    const ladle_document *document, ladle_gate *gate,
                                    ladle_diagnostics *diagnostics)
{
    attaching a = {.arena = arena,
                   .context = context,
                   .diagnostics = diagnostics,
                   .gate = gate,
                   .mender = ladle_gate_new(arena, NULL, NULL, NULL),
                   .all = g_ptr_array_new()};
    ladle_arena_defer(arena, release_array, a.all);
    add_input(&a, input);
    add_data(&a, document);
    return add_fingerprint(&a, job, document) ? a.all : NULL;
}
