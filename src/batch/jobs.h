/* Which reports a run makes. */
#ifndef LADLE_BATCH_JOBS_H
#define LADLE_BATCH_JOBS_H

#include "batch/batch.h"

/* Whether --template NAME adds a report of its own, as the brochure does, rather than taking the
 * place of a built-in one. template_name: as given; NULL: none was. */
bool ladle_batch_adds_report(const char *template_name);

/* The reports (of ladle_report_job) that the options ask for: the final one first, then one for
 * each partnership with records up to the wave reported, in the order of the study, then one for a
 * template of another name. NULL with a diagnostic when --only or --template names nothing. */
GPtrArray *ladle_batch_jobs(ladle_arena *arena, const ladle_batch_options *options,
                            ladle_diagnostics *diagnostics);

/* Opens the theme and the templates of all jobs; NULL with diagnostics when one is broken. */
const ladle_report_tools *ladle_batch_tools(ladle_arena *arena, const ladle_report_context *context,
                                            const GPtrArray *jobs, ladle_diagnostics *diagnostics);

#endif
