#include "batch/jobs.h"

#include "report/names.h"

#include <string.h>

enum { MOST_LISTED = 20 };

/* Whether the partnership has a record in a wave up to the one reported. */
static bool has_records(const ladle_report_context *context, const ladle_partnership *partnership)
{
    for (unsigned w = 0; w <= context->wave->index; w++)
        if (ladle_result_of(context->results, partnership, context->study->waves[w])->n_records)
            return true;
    return false;
}

/* The base name of a template without its ending: "final" of "my/final.xsl". */
static char *report_name(const char *template_name)
{
    char *base = g_path_get_basename(template_name);
    if (g_str_has_suffix(base, ".xsl"))
        base[strlen(base) - 4] = '\0';
    return base;
}

static const char *built_in_template(ladle_arena *arena, const ladle_batch_options *options,
                                     const char *name)
{
    return ladle_arena_printf(arena, "%s/templates/%s.xsl", options->context->share, name);
}

/* The template of a report: the user's where it has the report's name, else the built-in one. */
static const char *template_for(ladle_arena *arena, const ladle_batch_options *options,
                                const char *name)
{
    const char *wanted = options->template_name;
    if (wanted && g_str_has_suffix(wanted, ".xsl")) {
        char *wanted_name = report_name(wanted);
        bool same = g_str_equal(wanted_name, name);
        g_free(wanted_name);
        if (same)
            return wanted;
    }
    return built_in_template(arena, options, name);
}

static void add_job(ladle_arena *arena, GPtrArray *jobs, const ladle_batch_options *options,
                    const char *name, const ladle_partnership *partnership, const char *file_name)
{
    ladle_report_job *job = LADLE_NEW(arena, ladle_report_job);
    job->name = name;
    job->template_path = template_for(arena, options, name);
    job->partnership = partnership;
    job->file_name = file_name;
    g_ptr_array_add(jobs, job);
}

/* Sheets that templates import, and that make no report of their own. */
static bool is_shared_sheet(const char *name)
{
    return g_str_equal(name, "common") || g_str_equal(name, "alternatives");
}

bool ladle_batch_adds_report(const char *template_name)
{
    if (!template_name)
        return false;
    char *name = report_name(template_name);
    bool adds = !g_str_equal(name, "final") && !g_str_equal(name, "partnership");
    g_free(name);
    return adds;
}

/* A template that is neither of the two built-in ones adds a report of its own name. */
static bool add_own(ladle_arena *arena, GPtrArray *jobs, const ladle_batch_options *options,
                    ladle_diagnostics *diagnostics)
{
    const char *wanted = options->template_name;
    if (!wanted)
        return true;
    bool is_file = g_str_has_suffix(wanted, ".xsl");
    const char *path = is_file ? wanted : built_in_template(arena, options, wanted);
    if ((!is_file && (strchr(wanted, '/') || is_shared_sheet(wanted))) ||
        !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        ladle_diag_add(
            diagnostics, LADLE_DIAG_NO_TEMPLATE, (ladle_pos){0},
            "there is no template \"%s\": name final, partnership, brochure, or an .xsl file",
            wanted);
        return false;
    }
    if (ladle_batch_adds_report(wanted)) {
        char *name = report_name(wanted);
        const char *kept = ladle_arena_strdup(arena, name);
        add_job(arena, jobs, options, kept, NULL, ladle_arena_printf(arena, "%s.pdf", kept));
        ((ladle_report_job *)g_ptr_array_index(jobs, jobs->len - 1))->template_path = path;
        g_free(name);
    }
    return true;
}

/* The name of the report's file without folder and .pdf. Yours to free. */
static char *stem_of(const ladle_report_job *job)
{
    char *file = g_path_get_basename(job->file_name);
    file[strlen(file) - strlen(".pdf")] = '\0';
    return file;
}

static bool is_wanted(const ladle_report_job *job, const char *which)
{
    const ladle_partnership *partnership = job->partnership;
    char *stem = stem_of(job), *file = g_strconcat(stem, ".pdf", NULL);
    bool wanted = g_str_equal(which, file) || g_str_equal(which, job->file_name) ||
                  g_str_equal(which, partnership ? partnership->id : job->name);
    if (partnership && !wanted) {
        char *alias = g_utf8_casefold(partnership->alias, -1), *asked = g_utf8_casefold(which, -1);
        wanted = g_str_equal(which, stem) || g_str_equal(alias, asked);
        g_free(alias);
        g_free(asked);
    }
    g_free(file);
    g_free(stem);
    return wanted;
}

/* The id or alias, or final, that --only may have misspelt; NULL: none. */
static const char *meant_report(const GPtrArray *jobs, const char *which)
{
    GPtrArray *known = g_ptr_array_new();
    for (guint i = 0; i < jobs->len; i++) {
        const ladle_report_job *job = g_ptr_array_index(jobs, i);
        g_ptr_array_add(known, (char *)(job->partnership ? job->partnership->alias : job->name));
        if (job->partnership)
            g_ptr_array_add(known, (char *)job->partnership->id);
    }
    g_ptr_array_add(known, NULL);
    const char *near = ladle_nearest_name(which, (const char *const *)known->pdata);
    g_ptr_array_free(known, TRUE);
    return near;
}

/* What --only takes in this run, for a message. Yours to free. */
static GString *words_of_choice(const GPtrArray *jobs, bool has_records)
{
    GString *words = g_string_new(has_records ? "take " : "a study without records makes only ");
    for (guint i = 0; i < MIN(jobs->len, (guint)MOST_LISTED); i++) {
        char *stem = stem_of(g_ptr_array_index(jobs, i));
        g_string_append_printf(words, "%s%s", i ? ", " : "", stem);
        g_free(stem);
    }
    if (jobs->len > MOST_LISTED)
        g_string_append_printf(words, " and %u more", jobs->len - MOST_LISTED);
    if (has_records)
        g_string_append(words, ", or a partnership's id or alias");
    return words;
}

/* Why this run makes no such report, where that can be told; "": it cannot. */
static const char *why_not(const ladle_batch_options *options, const char *which)
{
    const ladle_study *study = options->context->study;
    for (unsigned i = 0; i < study->n_partnerships; i++)
        if (g_str_equal(study->partnerships[i]->id, which))
            return ", for the partnership has no records up to the wave reported";
    bool of_template = g_str_equal(which, "brochure") || g_str_equal(which, "brochure.pdf");
    return of_template ? " without --template brochure" : "";
}

/* Keeps the jobs that --only names, in their order. */
static bool choose(GPtrArray *jobs, const ladle_batch_options *options,
                   ladle_diagnostics *diagnostics)
{
    GString *takes = words_of_choice(jobs, options->context->study->n_records > 0);
    char **names = g_strsplit(options->only, ",", -1);
    gboolean *chosen = g_new0(gboolean, jobs->len + 1);
    bool known = true;
    for (char **name = names; *name; name++) {
        bool found = false;
        g_strstrip(*name);
        for (guint i = 0; i < jobs->len; i++)
            if (is_wanted(g_ptr_array_index(jobs, i), *name))
                chosen[i] = TRUE, found = true;
        if (!found) {
            const char *near = meant_report(jobs, *name);
            ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_REPORT, (ladle_pos){0},
                           "--only names \"%s\", and there is no such report%s%s%s%s: %s", *name,
                           near ? " (did you mean \"" : "", near ? near : "", near ? "\"?)" : "",
                           near ? "" : why_not(options, *name), takes->str);
            known = false;
        }
    }
    guint kept = 0;
    for (guint i = 0; i < jobs->len; i++)
        if (chosen[i])
            g_ptr_array_index(jobs, kept++) = g_ptr_array_index(jobs, i);
    g_ptr_array_set_size(jobs, (gint)kept);
    g_free(chosen);
    g_strfreev(names);
    g_string_free(takes, TRUE);
    return known;
}

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

/* The final report, and one to each partnership that has records. */
static void add_built_in(ladle_arena *arena, GPtrArray *jobs, const ladle_batch_options *options,
                         ladle_diagnostics *diagnostics)
{
    const ladle_report_context *context = options->context;
    const ladle_study *study = context->study;
    ladle_printing_options names_options = {
        .study = study, .language = context->language, .names = context->names};
    ladle_printing *names = ladle_printing_new(arena, &names_options);
    add_job(arena, jobs, options, "final", NULL, "final.pdf");
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *partnership = study->partnerships[i];
        if (has_records(context, partnership))
            add_job(arena, jobs, options, "partnership", partnership,
                    ladle_arena_printf(arena, "partnerships/%s.pdf",
                                       ladle_name_stem(names, partnership)));
        else
            ladle_diag_add(diagnostics, LADLE_DIAG_NO_REPORT, partnership->pos,
                           "partnership \"%s\" has no records up to wave \"%s\" and gets no report",
                           partnership->id, context->wave->id);
    }
}

GPtrArray *ladle_batch_jobs(ladle_arena *arena, const ladle_batch_options *options,
                            ladle_diagnostics *diagnostics)
{
    const ladle_study *study = options->context->study;
    GPtrArray *jobs = g_ptr_array_new();
    ladle_arena_defer(arena, release_array, jobs);
    if (study->n_records)
        add_built_in(arena, jobs, options, diagnostics);
    else
        ladle_diag_add(diagnostics, LADLE_DIAG_NO_REPORT, study->pos,
                       "the study has no records, so neither a final report nor any to a "
                       "partnership is made, only what its texts are enough for");
    if (!add_own(arena, jobs, options, diagnostics))
        return NULL;
    if (options->only && !choose(jobs, options, diagnostics))
        return NULL;
    return jobs;
}

const ladle_report_tools *ladle_batch_tools(ladle_arena *arena, const ladle_report_context *context,
                                            const GPtrArray *jobs, ladle_diagnostics *diagnostics)
{
    const char **paths = LADLE_NEW_ARRAY(arena, const char *, jobs->len + 1);
    for (guint i = 0; i < jobs->len; i++)
        paths[i] = ((const ladle_report_job *)g_ptr_array_index(jobs, i))->template_path;
    return ladle_report_tools_open(arena, context->share, context->theme, paths, jobs->len,
                                   diagnostics);
}
