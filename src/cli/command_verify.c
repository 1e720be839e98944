/* verify: judges finished PDFs. */
#include "cli/cli.h"

#include "verify/verify.h"

#include <errno.h>
#include <stdio.h>

/* Judges one file; says in one line whether it keeps all rules. */
static ladle_exit verify_file(const char *path, bool quiet, ladle_diagnostics *diagnostics)
{
    char *pdf;
    gsize bytes;
    GError *error = NULL;
    char *name = g_filename_display_name(path);
    ladle_exit status = LADLE_EXIT_DONE;
    unsigned errors = ladle_diag_count(diagnostics, LADLE_ERROR);
    if (!g_file_get_contents(path, &pdf, &bytes, &error)) {
        ladle_diag_add(diagnostics, LADLE_DIAG_VERIFY_OPEN, (ladle_pos){name, 0, 0},
                       "the file cannot be opened: %s", g_strerror(errno));
        g_error_free(error);
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
