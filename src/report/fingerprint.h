/* The fingerprint of a report: what it was made from, each part as a digest, so that anyone who
 * has the parts can say whether the report is made from them. Same fingerprint, same report, as
 * long as the files of fonts and the colour profile are those that the list beside them names. */
#ifndef LADLE_REPORT_FINGERPRINT_H
#define LADLE_REPORT_FINGERPRINT_H

#include "report/report.h"

/* What one report adds to what all of a run share. */
typedef struct {
    const char *report, *wave; /* their names; no wave: empty */
    const char *template_path;
    const void *input; /* the input document */
    size_t input_bytes;
    const GPtrArray *pictures; /* SHA-256 of each in hexadecimal, in the order of the document */
} ladle_fingerprint_parts;

/* The fingerprint as XML (schema/fingerprint.rnc). Owned by the arena. */
const char *ladle_fingerprint(ladle_arena *arena, const ladle_report_context *context,
                              const ladle_fingerprint_parts *parts);

#endif
