/* The bytes behind a reader: a file or memory, scanned on their way to libxml2. Inside xml/ only.
 */
#ifndef LADLE_XML_INPUT_H
#define LADLE_XML_INPUT_H

#include "xml/reader.h"

#include <libxml/parser.h>

typedef struct ladle_xml_input ladle_xml_input;

/* Opens the source: an ordinary file that is not too large. NULL with a diagnostic otherwise. */
ladle_xml_input *ladle_xml_input_open(const ladle_xml_source *source,
                                      ladle_diagnostics *diagnostics);
void ladle_xml_input_close(ladle_xml_input *input);

/* Whether something was refused so far; a diagnostic told what. */
bool ladle_xml_input_refused(const ladle_xml_input *input);

/* Refuses the rest if a tag at pos declares the namespace of XInclude (without a declaration, no
 * element or attribute can be in it). declared: pairs of prefix and namespace, as libxml2 gives. */
bool ladle_xml_input_refuse_inclusion(ladle_xml_input *input, ladle_pos pos, int n,
                                      const xmlChar **declared);

ladle_scan *ladle_xml_input_scan(ladle_xml_input *input);

/* Tells the first error of libxml2 in words of our own; later ones follow from it and are not
 * told. For sax->serror, with `input` as ctxt->_private. */
void ladle_xml_input_hear_error(void *ctxt, xmlErrorPtr error);

/* Parses the input with the handlers in ctxt->sax, under the rules of reader.h. True when it was
 * read to its end and is well-formed. `stopped` (may be NULL): a handler stopped on purpose. */
bool ladle_xml_input_parse(ladle_xml_input *input, xmlParserCtxtPtr ctxt, const bool *stopped);

#endif
