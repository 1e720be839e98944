/* verify: judges finished PDFs. */
#include "cli/cli.h"

#include "verify/verify.h"

#include <errno.h>
#include <stdio.h>

/* Why a path is not opened at all; NULL: it may be. Devices and pipes may have no end. */
static const char *not_a_file(const char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return "it is a folder; name the PDFs in it";
    bool there = g_file_test(path, G_FILE_TEST_EXISTS);
    return there && !g_file_test(path, G_FILE_TEST_IS_REGULAR) ? "it is not an ordinary file"
                                                               : NULL;
}

/* Judges one file; says in one line whether it keeps all rules. */
static ladle_exit verify_file(const char *path, bool quiet, ladle_diagnostics *diagnostics)
{
    char *pdf;
    gsize bytes;
    GError *error = NULL;
    char *name = g_filename_display_name(path);
    ladle_exit status = LADLE_EXIT_DONE;
    unsigned errors = ladle_diag_count(diagnostics, LADLE_ERROR);
    const char *refused = not_a_file(path);
    errno = 0;
    bool read = !refused && g_file_get_contents(path, &pdf, &bytes, &error);
    int cause = errno;
    if (!read) {
        ladle_diag_add(diagnostics, LADLE_DIAG_VERIFY_OPEN, (ladle_pos){name, 0, 0},
                       "the file cannot be opened: %s", refused ? refused : g_strerror(cause));
        g_clear_error(&error);
        status = LADLE_EXIT_ENVIRONMENT;
    } else {
        if (!ladle_verify(pdf, bytes, name, diagnostics))
            status = LADLE_EXIT_INPUT;
        g_free(pdf);
    }
    unsigned told = ladle_diag_count(diagnostics, LADLE_ERROR) - errors;
    if (!quiet && status == LADLE_EXIT_DONE)
        printf("%s: keeps all %u rules\n", name, ladle_verify_rules());
    else if (!quiet && status == LADLE_EXIT_INPUT)
        printf("%s: breaks rules, %u message%s\n", name, told, told == 1 ? "" : "s");
    else if (!quiet)
        printf("%s: not judged\n", name);
    g_free(name);
    return status;
}

ladle_exit ladle_command_verify(const ladle_cli_options *options, ladle_diagnostics *diagnostics)
{
    ladle_exit status = LADLE_EXIT_DONE;
    ladle_diag_files(diagnostics, g_strv_length(options->operands));
    for (char **file = options->operands; *file; file++) {
        ladle_exit of_file = verify_file(*file, options->quiet, diagnostics);
        status = MAX(status, of_file);
    }
    return status;
}
