/* Whole XML documents in memory, read under the same rules as streams (xml/reader.h), with the
 * place of every element; and checking one against a RELAX NG schema.
 *
 * For templates, themes, language files and input documents. The study itself is streamed. */
#ifndef LADLE_XML_DOCUMENT_H
#define LADLE_XML_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "xml/reader.h"

#include <libxml/tree.h>

/* Reads the source into a tree. NULL when it was refused or is not well-formed; a diagnostic tells.
 * The tree is released with `arena`; with arena NULL it is yours (xmlFreeDoc). */
xmlDocPtr ladle_xml_document_read(ladle_arena *arena, const ladle_xml_source *source,
                                  ladle_diagnostics *diagnostics);

/* The same with the strings of another tree's dictionary, as libxslt needs of sheets that are
 * imported: it compares names by their address. Yours to free. */
xmlDocPtr ladle_xml_document_read_sharing(const ladle_xml_source *source, xmlDictPtr dictionary,
                                          ladle_diagnostics *diagnostics);

/* Where the element stands, or the element that holds the node; line 0 for a node that was not
 * read from a file. file is the source's name, owned by the document. */
ladle_pos ladle_xml_pos(const xmlNode *node);

typedef struct ladle_xml_schema ladle_xml_schema;

/* A RELAX NG schema (XML syntax), yours to free; NULL with a diagnostic. */
ladle_xml_schema *ladle_xml_schema_open(const ladle_xml_source *source,
                                        ladle_diagnostics *diagnostics);
void ladle_xml_schema_free(ladle_xml_schema *schema);

/* Whether the document follows the schema. What does not is told as diagnostics of `code`, at most
 * ten; `diagnostics` NULL: nothing is told. */
bool ladle_xml_schema_check(const ladle_xml_schema *schema, xmlDocPtr doc, ladle_diag_code code,
                            ladle_diagnostics *diagnostics);

#endif
