/* The fingerprint of a report: what it was made from, each part as a digest, so that anyone who
 * has the parts can say whether the report is made from them. Same fingerprint, same report. */
#ifndef LADLE_REPORT_FINGERPRINT_H
#define LADLE_REPORT_FINGERPRINT_H

#include "report/report.h"

/* The fingerprint as XML (schema/fingerprint.rnc). input: the bytes of the input document. Owned
 * by the arena. */
const char *ladle_fingerprint(ladle_arena *arena, const ladle_report_context *context,
                              const ladle_report_job *job, const void *input, size_t bytes);

#endif
