/* What --set gives: parameters of the templates in use. */
#ifndef LADLE_BATCH_SETTINGS_H
#define LADLE_BATCH_SETTINGS_H

#include "report/report.h"

#include <glib.h>

/* Whether every setting, "NAME=VALUE", is of a parameter that a template of the jobs has, and one
 * of the values it takes; else false, with a diagnostic that lists what there is. */
bool ladle_batch_settings_fit(const ladle_report_context *context, const GPtrArray *jobs,
                              ladle_diagnostics *diagnostics);

#endif
