/* The public functions of the library, in terms of the rooms below. */
#include "ladle/ladle.h"

#include "batch/jobs.h"
#include "cli/cli.h"
#include "font/fonts.h"

struct ladle_session {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    char *share;
    const ladle_study *study;  /* NULL: it had errors */
    struct ladle_fonts *fonts; /* NULL until the first report */
};

const char *ladle_version(void)
{
    return LADLE_VERSION;
}

ladle_session *ladle_session_new(const char *study, const char *share)
{
    ladle_session *session = g_new0(ladle_session, 1);
    session->arena = ladle_arena_new();
    session->diagnostics = ladle_diagnostics_new();
    session->share = share ? g_strdup(share) : ladle_share_folder();
    ladle_load_options options = {.share = session->share};
    session->study = ladle_study_load(session->arena, study, &options, session->diagnostics);
    return session;
}

void ladle_session_free(ladle_session *session)
{
    if (!session)
        return;
    ladle_arena_free(session->arena);
    ladle_diagnostics_free(session->diagnostics);
    g_free(session->share);
    g_free(session);
}

unsigned ladle_session_errors(const ladle_session *session)
{
    return ladle_diag_count(session->diagnostics, LADLE_ERROR);
}

void ladle_session_messages(const ladle_session *session,
                            void (*hear)(void *self, const ladle_message *message), void *self)
{
    for (unsigned i = 0; i < ladle_diag_total(session->diagnostics); i++) {
        const ladle_diag *diag = ladle_diag_at(session->diagnostics, i);
        ladle_message message = {.code = ladle_diag_text(diag->code),
                                 .file = diag->pos.file,
                                 .line = diag->pos.line,
                                 .column = diag->pos.column,
                                 .text = diag->message};
        message.severity = diag->severity == LADLE_ERROR     ? LADLE_MESSAGE_ERROR
                           : diag->severity == LADLE_WARNING ? LADLE_MESSAGE_WARNING
                                                             : LADLE_MESSAGE_NOTE;
        hear(self, &message);
    }
}

char *ladle_session_results(const ladle_session *session, size_t *bytes)
{
    if (!session->study)
        return NULL;
    ladle_arena *arena = ladle_arena_new();
    GString *text = g_string_new(NULL);
    ladle_results_print(ladle_assess(arena, session->study), text);
    ladle_arena_free(arena);
    if (bytes)
        *bytes = text->len;
    return g_string_free(text, FALSE);
}

/* --------------------------------------------------------------------------------- reports */

static void close_fonts(void *fonts)
{
    ladle_fonts_close(fonts);
}

static bool open_fonts(ladle_session *session)
{
    if (session->fonts)
        return true;
    char *folder = g_build_filename(session->share, "fonts", NULL);
    session->fonts = ladle_fonts_open(folder, session->diagnostics);
    g_free(folder);
    if (session->fonts)
        ladle_arena_defer(session->arena, close_fonts, session->fonts);
    return session->fonts != NULL;
}

/* The report as the batch would make it, in memory. */
static GByteArray *make(ladle_session *session, const char *which,
                        const ladle_report_options *options, ladle_arena *arena)
{
    const ladle_cli_options asked = {.wave = (char *)options->wave,
                                     .language = (char *)options->language,
                                     .theme = (char *)options->theme_path,
                                     .names = options->names};
    ladle_report_context context = {0};
    ladle_exit status;
    if (!ladle_prepare_reports(&asked, arena, session->share, session->study, &context, &status,
                               session->diagnostics) ||
        !open_fonts(session))
        return NULL;
    context.fonts = session->fonts;
    ladle_batch_options batch = {
        .context = &context, .only = which, .template_name = options->template_path};
    GPtrArray *jobs = ladle_batch_jobs(arena, &batch, session->diagnostics);
    if (jobs && jobs->len != 1)
        ladle_diag_add(session->diagnostics, LADLE_DIAG_UNKNOWN_REPORT, (ladle_pos){0},
                       "\"%s\" names %u reports; ask for one at a time", which, jobs->len);
    if (!jobs || jobs->len != 1)
        return NULL;
    context.tools = ladle_batch_tools(arena, &context, jobs, session->diagnostics);
    if (!context.tools)
        return NULL;
    GByteArray *out = g_byte_array_new();
    if (ladle_report_make(&context, g_ptr_array_index(jobs, 0), LADLE_STAGE_PDF, out, NULL,
                          session->diagnostics))
        return out;
    g_byte_array_unref(out);
    return NULL;
}

unsigned char *ladle_session_report(ladle_session *session, const char *which,
                                    const ladle_report_options *options, size_t *bytes)
{
    static const ladle_report_options none;
    *bytes = 0;
    if (!session->study)
        return NULL;
    ladle_arena *arena = ladle_arena_new();
    GByteArray *out = make(session, which, options ? options : &none, arena);
    ladle_arena_free(arena);
    if (!out)
        return NULL;
    *bytes = out->len;
    return g_byte_array_free(out, FALSE);
}

void ladle_free(void *given)
{
    g_free(given);
}
