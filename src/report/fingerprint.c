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
                           const ladle_fingerprint_parts *parts)
{
    g_string_append(text, "  <options");
    append_attribute(text, "report", parts->report);
    append_attribute(text, "language", ladle_language_code(context->language));
    append_attribute(text, "wave", parts->wave);
    append_attribute(text, "names", context->names ? "yes" : "no");
    const ladle_template *template =
        ladle_report_tools_template(context->tools, parts->template_path);
    const ladle_template_parameter *one = ladle_template_parameters(template);
    g_string_append(text, one->name ? ">\n" : "/>\n");
    for (; one->name; one++) {
        const char *value = ladle_template_value(template, context->settings, one->name);
        g_string_append(text, "    <set");
        append_attribute(text, "name", one->name);
        if (value)
            append_attribute(text, "value", value);
        g_string_append(text, "/>\n");
    }
    if (ladle_template_parameters(template)->name)
        g_string_append(text, "  </options>\n");
}

const char *ladle_fingerprint(ladle_arena *arena, const ladle_report_context *context,
                              const ladle_fingerprint_parts *parts)
{
    GString *text = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<fingerprint xmlns=\"urn:x-ladle:fingerprint\">\n");
    const ladle_report_tools *tools = context->tools;
    char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, parts->input, parts->input_bytes);
    g_string_append(text, "  <program version=\"" LADLE_VERSION "\"/>\n");
    append_options(text, context, parts);
    append_part(text, "input", digest);
    append_part(text, "template",
                ladle_template_digest(ladle_report_tools_template(tools, parts->template_path)));
    append_part(text, "theme", ladle_report_tools_theme_digest(tools));
    append_part(text, "language", ladle_language_digest(context->language));
    append_part(text, "hyphenation", ladle_report_tools_hyphenation_digest(tools));
    append_part(text, "fonts", ladle_report_tools_font_digest(tools));
    for (guint i = 0; i < parts->pictures->len; i++)
        append_part(text, "picture", g_ptr_array_index(parts->pictures, i));
    g_free(digest);
    digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
    g_string_append_printf(text, "  <key sha256=\"%s\"/>\n</fingerprint>\n", digest);
    g_free(digest);
    const char *kept = ladle_arena_strdup(arena, text->str);
    g_string_free(text, TRUE);
    return kept;
}
