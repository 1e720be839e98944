/* All reports of a run, one after the other, into one delivery. */
#ifndef LADLE_BATCH_BATCH_H
#define LADLE_BATCH_BATCH_H

#include "report/report.h"

#include <glib.h>

/* Exit statuses of the program. */
typedef enum {
    LADLE_EXIT_DONE = 0,
    LADLE_EXIT_INPUT = 1,       /* errors in the input, or a report failed */
    LADLE_EXIT_USAGE = 2,       /* wrong usage */
    LADLE_EXIT_ENVIRONMENT = 3, /* disk, permission, fonts, memory */
    LADLE_EXIT_TRY_AGAIN = 75   /* another run holds the folder */
} ladle_exit;

typedef struct {
    const ladle_report_context *context;
    const char *folder;        /* NULL with a stage to dump */
    const char *only;          /* "final,a": which reports; NULL: all */
    const char *template_name; /* --template; NULL: none */
    bool quiet;
    ladle_stage stage; /* LADLE_STAGE_PDF, or what to print on standard output */
} ladle_batch_options;

/* Makes the reports that the options ask for and publishes them. Progress goes to standard error;
 * diagnostics are printed by the caller. */
ladle_exit ladle_batch_run(const ladle_batch_options *options, ladle_diagnostics *diagnostics);

#endif
