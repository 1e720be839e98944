/* init and explain: what helps a newcomer. */
#include "cli/cli.h"

#include "base/file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Prints text in lines of at most 78 characters. */
static void print_wrapped(const char *text)
{
    char **words = g_strsplit(text, " ", -1);
    glong column = 0;
    for (char **word = words; *word; word++) {
        glong length = g_utf8_strlen(*word, -1);
        if (column && column + 1 + length > 78) {
            putchar('\n');
            column = 0;
        }
        printf("%s%s", column ? " " : "", *word);
        column += length + (column ? 1 : 0);
    }
    putchar('\n');
    g_strfreev(words);
}

ladle_exit ladle_command_explain(const ladle_cli_options *options, ladle_diagnostics *diagnostics)
{
    (void)diagnostics;
    char *asked = g_ascii_strup(options->study, -1);
    g_strdelimit(asked, "[]", ' '); /* as it stands at the end of a message */
    g_strstrip(asked);
    ladle_diag_code code = ladle_diag_lookup(asked);
    g_free(asked);
    if (code == LADLE_DIAG_COUNT) {
        fprintf(
            stderr,
            "ladle: there is no message \"%s\"; codes stand in brackets at the end of a message, "
            "such as E210, and docs/diagnostics.md lists them all\n",
            options->study);
        return LADLE_EXIT_USAGE;
    }
    static const char *const severities[] = {"note", "warning", "error"};
    printf("%s (%s): %s\n\n", ladle_diag_text(code), severities[ladle_diag_severity(code)],
           ladle_diag_title(code));
    print_wrapped(ladle_diag_explanation(code));
    return LADLE_EXIT_DONE;
}

/* ------------------------------------------------------------------------------------ init */

static bool is_empty_or_missing(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        return !g_file_test(folder, G_FILE_TEST_EXISTS);
    bool empty = g_dir_read_name(dir) == NULL;
    g_dir_close(dir);
    return empty;
}

static bool copy_file(const char *from, const char *folder, const char *name,
                      ladle_diagnostics *diagnostics)
{
    char *source = g_build_filename(from, name, NULL),
         *target = g_build_filename(folder, name, NULL);
    char *text = NULL, *error = NULL;
    GError *problem = NULL;
    gsize bytes;
    bool copied = g_file_get_contents(source, &text, &bytes, &problem) &&
                  ladle_file_replace(target, text, bytes, &error);
    if (!copied)
        ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0}, "%s",
                       error ? error : problem->message);
    g_clear_error(&problem);
    g_free(error);
    g_free(text);
    g_free(source);
    g_free(target);
    return copied;
}

/* A path as it is typed into a shell: in quotation marks where it holds more than letters, digits
 * and a few plain signs. Yours to free. */
static char *as_typed(const char *path)
{
    bool plain = true;
    for (const char *at = path; *at; at++)
        plain = plain && ((guchar)*at >= 0x80 || g_ascii_isalnum(*at) || strchr("/._-+,:@%", *at));
    return plain ? g_strdup(path) : g_shell_quote(path);
}

static ladle_exit copy_study(const char *from, const char *folder, ladle_diagnostics *diagnostics)
{
    if (g_mkdir_with_parents(folder, 0777) != 0) {
        ladle_diag_add(diagnostics, LADLE_DIAG_DELIVERY, (ladle_pos){0},
                       "cannot make the folder %s: %s", folder, g_strerror(errno));
        return LADLE_EXIT_ENVIRONMENT;
    }
    static const char *const files[] = {"study.xml", "records.xml", "texts.xml"};
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
        if (!copy_file(from, folder, files[i], diagnostics))
            return LADLE_EXIT_ENVIRONMENT;
    char *word = as_typed(folder);
    printf("%s: study.xml, records.xml and texts.xml are there.\n"
           "Next: ladle check %s, then ladle report %s -o reports\n",
           folder, word, word);
    g_free(word);
    return LADLE_EXIT_DONE;
}

ladle_exit ladle_command_init(const ladle_cli_options *options, ladle_diagnostics *diagnostics)
{
    const char *language = options->language ? options->language : "da";
    char *share = ladle_share_folder();
    char *from = g_build_filename(share, "templates", "init", language, NULL);
    char *all = g_build_filename(share, "templates", "init", NULL);
    ladle_exit status;
    if (!g_file_test(all, G_FILE_TEST_IS_DIR)) {
        fprintf(stderr, "ladle: %s is missing; install Ladle again\n", all);
        status = LADLE_EXIT_ENVIRONMENT;
    } else if (strchr(language, '/') || !g_file_test(from, G_FILE_TEST_IS_DIR)) {
        fprintf(stderr, "ladle: --language is da or en, not \"%s\"\n", language);
        status = LADLE_EXIT_USAGE;
    } else if (!is_empty_or_missing(options->study)) {
        fprintf(stderr, "ladle: %s is there already and not empty; name a new folder\n",
                options->study);
        status = LADLE_EXIT_USAGE;
    } else {
        status = copy_study(from, options->study, diagnostics);
    }
    g_free(all);
    g_free(from);
    g_free(share);
    return status;
}
