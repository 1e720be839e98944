/* The command line: one function a subcommand, options shared by several, and the texts of help. */
#ifndef LADLE_CLI_CLI_H
#define LADLE_CLI_CLI_H

#include "batch/batch.h"
#include "study/load.h"

/* Runs the program and returns its exit status. */
int ladle_main(int argc, char **argv);

/* The folder that holds templates/, schema/, fonts/ and hyphenation/: $LADLE_SHARE, else
 * ../share/ladle beside the installed program, else the source tree of the build. Yours to free. */
char *ladle_share_folder(void);

/* Options as given; each subcommand uses those it knows. Strings are borrowed from parsing. */
typedef struct {
    const char *study; /* first operand */
    char **operands;   /* all operands, ended by NULL */
    char *output, *only, *wave, *language, *template_name, *theme, *diagnostics, *dump;
    gboolean names, keep_going, quiet;
} ladle_cli_options;

ladle_exit ladle_command_check(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_assess(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_report(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_init(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_explain(const ladle_cli_options *options, ladle_diagnostics *diagnostics);

#endif
