/* The public functions of the library, as a program outside would use them. */
#include "ladle/ladle.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SOURCE LADLE_TEST_DATA "/.."

typedef struct {
    unsigned all, errors;
    char code[8], file[64];
    unsigned line;
} heard;

static void hear(void *self, const ladle_message *message)
{
    heard *of = self;
    of->all++;
    cr_assert_not_null(message->text);
    if (message->severity != LADLE_MESSAGE_ERROR)
        return;
    of->errors++;
    g_strlcpy(of->code, message->code, sizeof of->code);
    g_strlcpy(of->file, message->file ? message->file : "", sizeof of->file);
    of->line = message->line;
}

static bool is_pdf(const unsigned char *bytes, size_t n)
{
    return bytes && n > 1000 && memcmp(bytes, "%PDF-", 5) == 0;
}

Test(api, version)
{
    cr_assert_str_eq(ladle_version(), LADLE_VERSION);
}

Test(api, results_and_reports_of_a_study)
{
    ladle_session *session = ladle_session_new(SOURCE "/samples/small", SOURCE);
    cr_assert_eq(ladle_session_errors(session), 0);

    size_t bytes = 0, same = 0, all = 0;
    char *results = ladle_session_results(session, &bytes);
    cr_assert_eq(strlen(results), bytes);
    cr_assert(strstr(results, "<partnership id=\"nord\">"));
    ladle_free(results);

    unsigned char *one = ladle_session_report(session, "nord", NULL, &bytes);
    unsigned char *again = ladle_session_report(session, "Partnerskab A", NULL, &same);
    unsigned char *final = ladle_session_report(session, "final", NULL, &all);
    cr_assert(is_pdf(one, bytes));
    cr_assert(is_pdf(final, all));
    cr_assert(bytes == same && memcmp(one, again, bytes) == 0, "id and alias name one report");
    ladle_free(one);
    ladle_free(again);
    ladle_free(final);
    ladle_session_free(session);
}

Test(api, what_cannot_be_made_is_told)
{
    static const struct {
        const char *which, *code;
        ladle_report_options options;
    } rows[] = {
        {"nobody", "E665", {0}},
        {"final,nord", "E665", {0}},
        {"final", "E664", {.wave = "w7"}},
        {"final", "E702", {.names = true}},
        {"final", "E650", {.language = "xx"}},
        {"final", "E402", {.template_path = "nowhere.xsl"}},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++) {
        ladle_session *session = ladle_session_new(SOURCE "/samples/small", SOURCE);
        heard of = {0};
        size_t bytes = 1;
        cr_assert_null(ladle_session_report(session, rows[i].which, &rows[i].options, &bytes));
        cr_assert_eq(bytes, 0);
        ladle_session_messages(session, hear, &of);
        cr_assert_eq(of.errors, 1, "%s", rows[i].code);
        cr_assert_str_eq(of.code, rows[i].code);
        ladle_session_free(session);
    }
}

Test(api, a_broken_study)
{
    GError *error = NULL;
    char *folder = g_dir_make_tmp("ladle-XXXXXX", &error);
    cr_assert_not_null(folder);
    char *file = g_build_filename(folder, "study.xml", NULL);
    g_file_set_contents(file, "<study xmlns=\"urn:x-ladle:study\"\n version=\"1\"><titel/>", -1,
                        &error);
    ladle_session *session = ladle_session_new(folder, SOURCE);
    cr_assert_gt(ladle_session_errors(session), 0);
    size_t bytes;
    cr_assert_null(ladle_session_results(session, NULL));
    cr_assert_null(ladle_session_report(session, "final", NULL, &bytes));
    heard of = {0};
    ladle_session_messages(session, hear, &of);
    cr_assert_eq(of.errors, ladle_session_errors(session));
    cr_assert_str_eq(of.file, "study.xml");
    cr_assert_gt(of.line, 0);
    ladle_session_free(session);
    g_remove(file);
    g_rmdir(folder);
    g_free(file);
    g_free(folder);
}

Test(api, freeing_nothing)
{
    ladle_free(NULL);
    ladle_session_free(NULL);
}
