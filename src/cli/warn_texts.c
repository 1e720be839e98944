#include "cli/warn_texts.h"

#include "study/chapters.h"

#include <string.h>

/* ------------------------------------------------------------------------------- chapters */

/* Only final report and reports to partnerships are made, and all of them. */
static bool is_plain_run(const ladle_cli_options *options)
{
    const char *name = options->template_name;
    return !options->only &&
           (!name || g_str_equal(name, "final") || g_str_equal(name, "partnership"));
}

static void warn_of_chapters(const ladle_report_context *context, ladle_text *const *texts,
                             unsigned n, const char *what, ladle_diagnostics *diagnostics)
{
    for (unsigned i = 0; i < n; i++) {
        const ladle_text *text = texts[i];
        const ladle_chapter *chapter = text->chapter ? ladle_chapter_named(text->chapter) : NULL;
        if (chapter && chapter->templates == LADLE_TEMPLATE_BROCHURE &&
            ladle_rounds_use(context->rounds, text) == LADLE_ROUND_OWN)
            ladle_diag_add(diagnostics, LADLE_DIAG_PRINTED_NOWHERE, text->pos,
                           "no report of this run holds this %s: only the brochure has the chapter "
                           "%s; make that too with --template brochure",
                           what, text->chapter);
    }
}

/* ------------------------------------------------------------------------------- language */

static bool is_in(const char *language, const char *code)
{
    size_t n = strcspn(language, "-_");
    return strlen(code) == n && g_ascii_strncasecmp(language, code, n) == 0;
}

/* How many of the texts are in another language than the reports. */
static unsigned count_foreign(const ladle_report_context *context, ladle_text *const *texts,
                              unsigned n)
{
    const char *code = ladle_language_code(context->language);
    unsigned foreign = 0;
    for (unsigned i = 0; i < n; i++) {
        const char *language = texts[i]->language ? texts[i]->language : context->study->language;
        foreign += !is_in(language, code) &&
                   ladle_rounds_use(context->rounds, texts[i]) == LADLE_ROUND_OWN;
    }
    return foreign;
}

static void warn_of_language(const ladle_report_context *context, ladle_diagnostics *diagnostics)
{
    const ladle_study *study = context->study;
    const char *code = ladle_language_code(context->language);
    if (is_in(study->language, code))
        return;
    unsigned n = count_foreign(context, study->sections, study->n_sections) +
                 count_foreign(context, study->boxes, study->n_boxes) +
                 count_foreign(context, study->findings, study->n_findings);
    char *texts =
        n ? g_strdup_printf("%u text%s of the authors, ", n, n == 1 ? "" : "s") : g_strdup("");
    ladle_diag_add(
        diagnostics, LADLE_DIAG_OTHER_LANGUAGE, study->pos,
        "the reports are in %s, but the study is in %s: %sits title, quotations, roles and "
        "events are printed as they are written; texts in %s go into a file with "
        "xml:lang=\"%s\"",
        code, study->language, texts, code, code);
    g_free(texts);
}

void ladle_warn_texts(const ladle_cli_options *options, const ladle_report_context *context,
                      ladle_diagnostics *diagnostics)
{
    const ladle_study *study = context->study;
    warn_of_language(context, diagnostics);
    if (!is_plain_run(options))
        return;
    warn_of_chapters(context, study->sections, study->n_sections, "section", diagnostics);
    warn_of_chapters(context, study->boxes, study->n_boxes, "box", diagnostics);
    warn_of_chapters(context, study->chapters, study->n_chapters, "chapter title", diagnostics);
}
