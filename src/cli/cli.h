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
    char **settings; /* "NAME=VALUE", ended by NULL; NULL: none */
    gboolean names, keep_going, quiet, show, protected;
} ladle_cli_options;

/* A study with the options that loading needs. NULL: the diagnostics tell why. */
ladle_study *ladle_load_as_asked(ladle_arena *arena, const ladle_cli_options *options,
                                 const char *share, ladle_diagnostics *diagnostics);

/* What is the same for all reports of a run, made from the options wave, language, theme and names;
 * fonts are the caller's to add. False with a status and a diagnostic when an option cannot be met,
 * or there is nothing to report. */
bool ladle_prepare_reports(const ladle_cli_options *options, ladle_arena *arena, const char *share,
                           const ladle_study *study, ladle_report_context *context,
                           ladle_exit *status, ladle_diagnostics *diagnostics);

ladle_exit ladle_command_check(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_assess(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_report(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_verify(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_init(const ladle_cli_options *options, ladle_diagnostics *diagnostics);
ladle_exit ladle_command_explain(const ladle_cli_options *options, ladle_diagnostics *diagnostics);

#endif
