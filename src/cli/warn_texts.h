/* What authors should know of their texts before the reports of a run are made. */
#ifndef LADLE_CLI_WARN_TEXTS_H
#define LADLE_CLI_WARN_TEXTS_H

#include "cli/cli.h"
#include "report/report.h"

/* Warns of texts of the wave reported whose chapter no template of this run has (study-format.md,
 * check 14), and of a language that is not that of the study: its words are printed as they are. */
void ladle_warn_texts(const ladle_cli_options *options, const ladle_report_context *context,
                      ladle_diagnostics *diagnostics);

#endif
