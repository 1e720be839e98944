#include "report/attach.h"

#include "document/data.h"
#include "output/attachment.h"
#include "report/fingerprint.h"

#include <string.h>

typedef struct {
    ladle_arena *arena;
    const ladle_report_context *context;
    ladle_gate *gate;
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

static bool holds_text(const xmlNode *element)
{
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_TEXT_NODE && !xmlIsBlankNode(child))
            return true;
    return false;
}

static void hear_attributes(const attaching *a, const xmlNode *element)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
        hear(a, (const char *)value);
        xmlFree(value);
    }
}

/* An element that has text of its own is heard as a whole, so that a name which runs through its
 * parts is seen. */
static void hear_element(const attaching *a, const xmlNode *element, bool is_heard)
{
    hear_attributes(a, element);
    if (!is_heard && holds_text(element)) {
        xmlChar *text = xmlNodeGetContent(element);
        hear(a, (const char *)text);
        xmlFree(text);
        is_heard = true;
    }
    for (const xmlNode *child = element->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            hear_element(a, child, is_heard);
}

static void add_input(attaching *a, xmlDoc *input)
{
    xmlChar *text = NULL;
    int bytes = 0;
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

static void add_fingerprint(attaching *a, const ladle_report_job *job)
{
    const ladle_attachment *input = g_ptr_array_index(a->all, 0);
    const char *text = ladle_fingerprint(a->arena, a->context, job, input->data, input->bytes);
    hear(a, job->name);
    hear(a, a->context->wave ? a->context->wave->name : "");
    add(a, (ladle_attachment){.name = label(a, "attachment.fingerprint.file"),
                              .media_type = "text/xml",
                              .description = label(a, "attachment.fingerprint"),
                              .relationship = "Supplement",
                              .data = text,
                              .bytes = strlen(text)});
}

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

GPtrArray *ladle_report_attachments(ladle_arena *arena, const ladle_report_context *context,
                                    const ladle_report_job *job, xmlDoc *input,
                                    const ladle_document *document, ladle_gate *gate)
{
    attaching a = {arena, context, gate, g_ptr_array_new()};
    ladle_arena_defer(arena, release_array, a.all);
    add_input(&a, input);
    add_data(&a, document);
    add_fingerprint(&a, job);
    return a.all;
}
