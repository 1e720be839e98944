/* XMP metadata, read into a flat list of properties. */
#ifndef LADLE_VERIFY_XMP_H
#define LADLE_VERIFY_XMP_H

#include "base/arena.h"

#include <glib.h>
#include <stdbool.h>

/* A property of the document. Of a list the values are in order; of one in several languages the
 * default's is first. */
typedef struct {
    const char *space, *name; /* namespace and local name */
    GPtrArray *values;        /* char *, plain text */
} xmp_property;

/* A schema that the metadata describe themselves. */
typedef struct {
    const char *space, *prefix, *title;
    GPtrArray *names; /* char *, of its properties */
    bool whole;       /* each property has all that must be said of it */
} xmp_schema;

typedef struct {
    GPtrArray *properties, *schemas;
    bool plain_packet;  /* its head names neither bytes nor encoding */
    unsigned described; /* properties of all schemas */
} xmp_metadata;

/* Reads bytes; NULL with a problem in words when they are no XMP. All memory is the arena's. */
xmp_metadata *ladle_xmp_read(const char *data, size_t bytes, ladle_arena *arena,
                             const char **problem);

/* The first value of a property; NULL: it is not there. */
const char *ladle_xmp_value(const xmp_metadata *metadata, const char *space, const char *name);

#define XMP_DC "http://purl.org/dc/elements/1.1/"
#define XMP_BASIC "http://ns.adobe.com/xap/1.0/"
#define XMP_PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP_PDFA_ID "http://www.aiim.org/pdfa/ns/id/"
#define XMP_UA_ID "http://www.aiim.org/pdfua/ns/id/"
#define XMP_EXTENSION "http://www.aiim.org/pdfa/ns/extension/"

#endif
