/* A file that travels inside a report. */
#ifndef LADLE_OUTPUT_ATTACHMENT_H
#define LADLE_OUTPUT_ATTACHMENT_H

#include <stddef.h>

typedef struct {
    const char *name;         /* of the file, each once in a report */
    const char *media_type;   /* "text/csv" */
    const char *description;  /* in the report's language */
    const char *relationship; /* to the report: "Source", "Data" or "Supplement" of ISO 19005-3 */
    const void *data;
    size_t bytes;
} ladle_attachment;

#endif
