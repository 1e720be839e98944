/* A scan of the bytes before libxml2 sees them: what is refused, and where each tag stands.
 *
 * libxml2 tells the place of a tag only after it has read it to its end, stops counting lines of
 * nodes at 65,535, and takes a minute for a tag with 100,000 attributes. So each block of bytes
 * passes this scanner first. It knows just enough of XML to tell text, tags, attributes, comments,
 * CDATA sections and processing instructions apart. It notes line and column of every start tag
 * and of its attributes in a queue, from which the reader takes them in the same order as libxml2
 * reports the tags; the queue holds no more than one block's worth. */
#ifndef LADLE_XML_SCAN_H
#define LADLE_XML_SCAN_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    LADLE_XML_ATTRIBUTES = 64,       /* on one tag */
    LADLE_XML_DEPTH = 64,            /* of elements in each other */
    LADLE_XML_TAG_BYTES = 64 * 1024, /* of one tag with its attributes */
    LADLE_XML_FILE_BYTES = 256 * 1024 * 1024
};

typedef struct ladle_scan ladle_scan;

/* A scanner of one file, which messages call `file` (borrowed). */
ladle_scan *ladle_scan_new(const char *file, ladle_diagnostics *diagnostics);
void ladle_scan_free(ladle_scan *scan);

/* Scans the next n bytes. False when they hold something that is refused; a diagnostic tells. */
bool ladle_scan_feed(ladle_scan *scan, const char *bytes, size_t n)
    __attribute__((warn_unused_result));

/* Takes the next start tag off the queue: its place, and those of its attributes but namespace
 * declarations, in places[0] to places[*n - 1] (room for LADLE_XML_ATTRIBUTES). False: none left.
 */
bool ladle_scan_take_tag(ladle_scan *scan, ladle_pos *tag, ladle_pos *places, unsigned *n);

/* The place of the next start tag, which stays in the queue: the one libxml2 is busy with. */
bool ladle_scan_next_tag(const ladle_scan *scan, ladle_pos *tag);

#endif
