#include "report/fingerprint.h"

#include <string.h>

static void append_attribute(GString *text, const char *name, const char *value)
{
    char *escaped = g_markup_escape_text(value, -1);
    g_string_append_printf(text, " %s=\"%s\"", name, escaped);
    g_free(escaped);
}

static void append_part(GString *text, const char *name, const char *digest)
{
    g_string_append_printf(text, "  <part name=\"%s\" sha256=\"%s\"/>\n", name, digest);
}

static void append_options(GString *text, const ladle_report_context *context,
                           const ladle_report_job *job)
{
    g_string_append(text, "  <options");
    append_attribute(text, "report", job->name);
    append_attribute(text, "language", ladle_language_code(context->language));
    append_attribute(text, "wave", context->wave ? context->wave->name : "");
    append_attribute(text, "names", context->names ? "yes" : "no");
    g_string_append(text, "/>\n");
}

const char *ladle_fingerprint(ladle_arena *arena, const ladle_report_context *context,
                              const ladle_report_job *job, const void *input, size_t bytes)
{
    GString *text = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<fingerprint xmlns=\"urn:x-ladle:fingerprint\">\n");
    const ladle_report_tools *tools = context->tools;
    char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, input, bytes);
    g_string_append(text, "  <program version=\"" LADLE_VERSION "\"/>\n");
    append_options(text, context, job);
    append_part(text, "input", digest);
    append_part(text, "template",
                ladle_template_digest(ladle_report_tools_template(tools, job->template_path)));
    append_part(text, "theme", ladle_report_tools_theme_digest(tools));
    append_part(text, "language", ladle_language_digest(context->language));
    append_part(text, "fonts", ladle_report_tools_font_digest(tools));
    g_free(digest);
    digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
    g_string_append_printf(text, "  <key sha256=\"%s\"/>\n</fingerprint>\n", digest);
    g_free(digest);
    const char *kept = ladle_arena_strdup(arena, text->str);
    g_string_free(text, TRUE);
    return kept;
}
