/* check, assess and report: what works on a study. */
#include "batch/jobs.h"
#include "cli/cli.h"
#include "cli/warn_roles.h"
#include "cli/warn_texts.h"

#include "font/fonts.h"
#include "report/own_texts.h"
#include "study/contradictions.h"
#include "study/print.h"

#include <stdio.h>
#include <string.h>

ladle_study *ladle_load_as_asked(ladle_arena *arena, const ladle_cli_options *options,
                                 const char *share, ladle_diagnostics *diagnostics)
{
    ladle_load_options load_options = {.share = share,
                                       .keep_going = options->keep_going,
                                       .other_language = options->language != NULL,
                                       .output = options->output};
    return ladle_study_load(arena, options->study, &load_options, diagnostics);
}

/* Prints and frees text; whether it could be written is asked once, when the program ends. */
static void print_text(GString *text)
{
    fwrite(text->str, 1, text->len, stdout);
    g_string_free(text, TRUE);
}

static void print_results(const ladle_results *results)
{
    GString *text = g_string_new(NULL);
    ladle_results_print(results, text);
    print_text(text);
}

ladle_exit ladle_command_assess(const ladle_cli_options *options, ladle_diagnostics *diagnostics)
{
    ladle_arena *arena = ladle_arena_new();
    char *share = ladle_share_folder();
    ladle_exit status = LADLE_EXIT_INPUT;
    const ladle_study *study = ladle_load_as_asked(arena, options, share, diagnostics);
    if (study) {
        print_results(ladle_assess(arena, study));
        status = LADLE_EXIT_DONE;
    }
    g_free(share);
    ladle_arena_free(arena);
    return status;
}

/* --------------------------------------------------------------------------------- report */

static const ladle_wave *last_wave_with_records(const ladle_study *study)
{
    const ladle_wave *last = study->waves[0];
    for (unsigned i = 0; i < study->n_records; i++)
        if (study->records[i]->wave->index > last->index)
            last = study->records[i]->wave;
    return last;
}

/* "w1 (Baseline), w2 (Follow-up)". Yours to free. */
static char *list_of_waves(const ladle_study *study)
{
    GString *list = g_string_new(NULL);
    for (unsigned i = 0; i < study->n_waves; i++)
        g_string_append_printf(list, "%s%s (%s)", i ? ", " : "", study->waves[i]->id,
                               study->waves[i]->name);
    return g_string_free(list, FALSE);
}

static bool is_called(const ladle_wave *wave, const char *words)
{
    char *asked = g_utf8_casefold(words, -1), *name = g_utf8_casefold(wave->name, -1);
    char *within = g_utf8_casefold(wave->short_name ? wave->short_name : wave->name, -1);
    bool called = g_str_equal(asked, name) || g_str_equal(asked, within);
    g_free(asked);
    g_free(name);
    g_free(within);
    return called;
}

static void tell_unknown_wave(const ladle_study *study, const char *asked,
                              ladle_diagnostics *diagnostics)
{
    char *list = list_of_waves(study);
    const ladle_wave *called = NULL;
    for (unsigned i = 0; i < study->n_waves && !called; i++)
        if (is_called(study->waves[i], asked))
            called = study->waves[i];
    if (called)
        ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_WAVE, (ladle_pos){0},
                       "\"%s\" is the name of a wave, not its id; write --wave %s", asked,
                       called->id);
    else
        ladle_diag_add(diagnostics, LADLE_DIAG_UNKNOWN_WAVE, (ladle_pos){0},
                       "the study has no wave \"%s\"; its waves are %s", asked, list);
    g_free(list);
}

static const ladle_wave *wave_asked_for(const ladle_study *study, const char *id,
                                        ladle_diagnostics *diagnostics)
{
    if (!id)
        return last_wave_with_records(study);
    for (unsigned i = 0; i < study->n_waves; i++)
        if (g_str_equal(study->waves[i]->id, id))
            return study->waves[i];
    tell_unknown_wave(study, id, diagnostics);
    return NULL;
}

static unsigned assessed_in(const ladle_results *results, unsigned partnership, unsigned wave)
{
    return results->partnerships[partnership].waves[wave].assessed;
}

/* The latest wave before this one with any evidence; NULL: none. */
static const ladle_wave *earlier_wave_with_evidence(const ladle_results *results,
                                                    const ladle_wave *wave)
{
    for (unsigned w = wave->index; w > 0; w--)
        for (unsigned p = 0; p < results->study->n_partnerships; p++)
            if (assessed_in(results, p, w - 1) > 0)
                return results->study->waves[w - 1];
    return NULL;
}

/* Nobody asked for this wave: it is the last one with records. While it has little evidence yet,
 * the wave before it may be what was meant, or it is too early to report. A study of one wave
 * leaves no choice. */
static void doubt_default_wave(const ladle_results *results, const ladle_wave *wave,
                               ladle_diagnostics *diagnostics)
{
    const ladle_study *study = results->study;
    const ladle_wave *earlier = earlier_wave_with_evidence(results, wave);
    unsigned long long assessed = 0, elements = 0;
    for (unsigned p = 0; p < study->n_partnerships; p++) {
        bool any = false;
        for (unsigned w = 0; w < study->n_waves; w++)
            any = any || assessed_in(results, p, w) > 0;
        if (any)
            elements += study->framework->n_elements;
        assessed += assessed_in(results, p, wave->index);
    }
    if (study->n_waves < 2 || 3 * assessed >= 2 * elements)
        return;
    char *way =
        earlier
            ? g_strdup_printf("--wave %s reports an earlier one", earlier->id)
            : g_strdup_printf(
                  "no other wave has evidence, and --wave %s reports this one without a warning",
                  wave->id);
    ladle_diag_add(
        diagnostics, LADLE_DIAG_THIN_WAVE, wave->pos,
        "wave \"%s\" is reported, as it is the last one with records, but only %llu of "
        "the %llu elements of the partnerships that have evidence are assessed in it; %s",
        wave->id, assessed, elements, way);
    g_free(way);
}

static bool stage_of(const char *name, ladle_stage *stage)
{
    static const struct {
        const char *name;
        ladle_stage stage;
    } stages[] = {{"input", LADLE_STAGE_INPUT},
                  {"document", LADLE_STAGE_DOCUMENT},
                  {"data", LADLE_STAGE_DATA},
                  {"pages", LADLE_STAGE_PAGES}};
    for (gsize i = 0; i < G_N_ELEMENTS(stages); i++)
        if (g_str_equal(stages[i].name, name)) {
            *stage = stages[i].stage;
            return true;
        }
    return false;
}

static bool has_study_records(const ladle_study *study, const ladle_wave *wave)
{
    for (unsigned i = 0; i < study->n_records; i++)
        if (study->records[i]->wave->index <= wave->index)
            return true;
    return false;
}

static void release_array(void *array)
{
    g_array_unref(array);
}

bool ladle_prepare_reports(const ladle_cli_options *options, ladle_arena *arena, const char *share,
                           const ladle_study *study, ladle_report_context *context,
                           ladle_exit *status, ladle_diagnostics *diagnostics)
{
    const char *language = options->language ? options->language : study->language;
    context->study = study;
    context->share = share;
    context->theme = options->theme;
    context->names = options->names;
    context->settings = (const char *const *)options->settings;
    *status = LADLE_EXIT_USAGE;
    if (options->names && !study->partnerships_named && !study->people_named) {
        ladle_diag_add(
            diagnostics, LADLE_DIAG_NAMES_NOT_ALLOWED, (ladle_pos){0},
            "--names was given, but the study does not allow names: its <confidentiality> "
            "would have to say partnerships=\"named\" or people=\"named\"");
        return false;
    }
    context->wave = wave_asked_for(study, options->wave, diagnostics);
    if (!context->wave)
        return false;
    context->language = ladle_language_load(arena, share, language, diagnostics);
    if (!context->language) {
        *status = options->language ? LADLE_EXIT_USAGE : LADLE_EXIT_INPUT;
        return false;
    }
    context->wording =
        ladle_wording_load(arena, share, study->framework, context->language, diagnostics);
    *status = LADLE_EXIT_INPUT;
    bool texts_only = !study->n_records && ladle_batch_adds_report(options->template_name);
    if (!texts_only && !has_study_records(study, context->wave)) {
        ladle_diag_add(
            diagnostics, LADLE_DIAG_NO_RECORDS, (ladle_pos){0},
            "the study has no records up to wave \"%s\", so there is nothing to report; add a "
            "file with the root <records> to the study's folder%s",
            context->wave->id,
            study->n_records ? "" : "; texts alone are enough for a brochure: --template brochure");
        return false;
    }
    context->results = ladle_assess(arena, study);
    if (!options->wave)
        doubt_default_wave(context->results, context->wave, diagnostics);
    context->rounds = ladle_rounds_new(arena, study, context->wave);
    GArray *contradictions = ladle_contradictions(study);
    ladle_arena_defer(arena, release_array, contradictions);
    context->contradictions = contradictions;
    context->attribution = ladle_attribution_new(arena, study);
    ladle_leak_options protects = {.with_names = options->names,
                                   .words = ladle_words_open(arena, share),
                                   .own =
                                       ladle_own_texts(arena, context->language, context->wording)};
    context->protects = ladle_leak_register_new(arena, study, &protects);
    const ladle_leak_telling telling = {.hits = false};
    ladle_leak_tell(arena, context->protects, &telling, diagnostics);
    return true;
}

static void close_fonts(void *fonts)
{
    ladle_fonts_close(fonts);
}

static ladle_exit make_reports(const ladle_cli_options *options, ladle_arena *arena,
                               const char *share, ladle_diagnostics *diagnostics)
{
    const ladle_study *study = ladle_load_as_asked(arena, options, share, diagnostics);
    if (!study)
        return LADLE_EXIT_INPUT;
    bool input_errors = ladle_diag_count(diagnostics, LADLE_ERROR) > 0;
    ladle_exit status = input_errors ? LADLE_EXIT_INPUT : LADLE_EXIT_DONE;
    if (options->dump && g_str_equal(options->dump, "results")) {
        print_results(ladle_assess(arena, study));
        return status;
    }
    if (options->dump && g_str_equal(options->dump, "study")) {
        GString *text = g_string_new(NULL);
        ladle_study_print(study, text);
        print_text(text);
        return status;
    }

    ladle_report_context context = {0};
    if (!ladle_prepare_reports(options, arena, share, study, &context, &status, diagnostics))
        return status;
    ladle_warn_texts(options, &context, diagnostics);
    ladle_warn_roles(&context, diagnostics);
    char *font_folder = g_build_filename(share, "fonts", NULL);
    context.fonts = ladle_fonts_open(font_folder, diagnostics);
    g_free(font_folder);
    if (!context.fonts)
        return LADLE_EXIT_ENVIRONMENT;
    ladle_arena_defer(arena, close_fonts, context.fonts);

    ladle_batch_options batch = {.context = &context,
                                 .folder = options->output,
                                 .only = options->only,
                                 .template_name = options->template_name,
                                 .quiet = options->quiet,
                                 .stage = LADLE_STAGE_PDF};
    if (options->dump)
        stage_of(options->dump, &batch.stage);
    status = ladle_batch_run(&batch, diagnostics);
    return status == LADLE_EXIT_DONE && input_errors ? LADLE_EXIT_INPUT : status;
}

/* "C:\\Users\\…" */
static bool is_path_of_windows(const char *path)
{
    return g_ascii_isalpha(path[0]) && path[1] == ':' && (path[2] == '\\' || path[2] == '/');
}

static bool usage_is_right(const ladle_cli_options *options)
{
    ladle_stage stage;
    if (options->dump && !stage_of(options->dump, &stage) && !g_str_equal(options->dump, "study") &&
        !g_str_equal(options->dump, "results")) {
        fprintf(stderr,
                "ladle: --dump takes study, results, input, document, data or pages, not \"%s\"\n",
                options->dump);
        return false;
    }
    if (!options->output && !options->dump) {
        fputs("ladle: say where the reports shall be written: ladle report STUDY -o DIR\n", stderr);
        return false;
    }
    if (options->output && is_path_of_windows(options->output)) {
        fprintf(
            stderr,
            "ladle: %s is a folder as Windows writes it; Linux would make a new one of that very "
            "name. Write it as Linux knows it, in WSL /mnt/%c/…\n",
            options->output, g_ascii_tolower(options->output[0]));
        return false;
    }
    return true;
}

/* Templates and words are part of the program: without them nothing can be made, and it is not the
 * study's fault. (Fonts are missed by the fonts themselves.) */
static bool is_installed(const char *share, ladle_diagnostics *diagnostics)
{
    char *words = g_build_filename(share, "templates", "language", NULL);
    bool there = g_file_test(words, G_FILE_TEST_IS_DIR);
    if (!there)
        ladle_diag_add(
            diagnostics, LADLE_DIAG_NOT_INSTALLED, (ladle_pos){0},
            "Ladle is not installed completely: there is no folder %s; install it again, "
            "or set LADLE_SHARE to the folder that holds templates and fonts",
            words);
    g_free(words);
    return there;
}

ladle_exit ladle_command_report(const ladle_cli_options *options, ladle_diagnostics *diagnostics)
{
    if (!usage_is_right(options))
        return LADLE_EXIT_USAGE;
    ladle_arena *arena = ladle_arena_new();
    char *share = ladle_share_folder();
    ladle_exit status = is_installed(share, diagnostics)
                            ? make_reports(options, arena, share, diagnostics)
                            : LADLE_EXIT_ENVIRONMENT;
    ladle_arena_free(arena);
    g_free(share);
    return status;
}
