/* Reading XML safely, as a stream of tags and text with exact places.
 *
 * Refused, with a diagnostic: files that are no ordinary files, are too large, or are not UTF-8;
 * document types (and with them all entities of one's own), XInclude, more than 64 attributes on a
 * tag, elements nested deeper than 64. Nothing outside the file is ever opened, no network used.
 * Memory does not grow with the size of the file. */
#ifndef LADLE_XML_READER_H
#define LADLE_XML_READER_H

#include "base/diag.h"
#include "xml/scan.h"

#include <stdbool.h>
#include <stddef.h>

#define LADLE_XINCLUDE_NAMESPACE "http://www.w3.org/2001/XInclude"

/* What to read: the file `path`, or where that is NULL the n bytes. Messages call it `name`. */
typedef struct {
    const char *path;
    const void *bytes;
    size_t n;
    const char *name;
} ladle_xml_source;

typedef struct {
    const char *uri;   /* namespace; NULL: none */
    const char *name;  /* without prefix */
    const char *value; /* as XML gives it, ended by NUL */
    ladle_pos pos;     /* of the attribute's name */
} ladle_xml_attribute;

typedef struct {
    const char *uri, *name;                /* uri NULL: no namespace */
    ladle_pos pos;                         /* of the < */
    const ladle_xml_attribute *attributes; /* namespace declarations are not among them */
    unsigned n_attributes;
} ladle_xml_tag;

/* Called in the order of the document; all pointers are borrowed for the time of the call. start
 * and text return false to stop reading. Text comes in pieces; CDATA sections are text, comments
 * and processing instructions are not told. pos is that of the first character of the piece that
 * is not white space, as far as it is known. */
typedef struct {
    bool (*start)(void *self, const ladle_xml_tag *tag);
    void (*end)(void *self);
    bool (*text)(void *self, const char *bytes, size_t n, ladle_pos pos);
} ladle_xml_handler;

typedef enum {
    LADLE_XML_READ,    /* to the end, and it was well-formed */
    LADLE_XML_STOPPED, /* a handler wanted no more */
    LADLE_XML_REFUSED  /* a diagnostic tells why */
} ladle_xml_outcome;

ladle_xml_outcome ladle_xml_read(const ladle_xml_source *source, const ladle_xml_handler *handler,
                                 void *self, ladle_diagnostics *diagnostics)
    __attribute__((warn_unused_result));

#endif
