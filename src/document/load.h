/* From an XML tree (what a template made, or a parsed file) to a document of nodes. */
#ifndef LADLE_DOCUMENT_LOAD_H
#define LADLE_DOCUMENT_LOAD_H

#include "base/gate.h"
#include "document/node.h"
#include "document/style.h"

#include <libxml/tree.h>

/* How deep elements may be nested, and how many attributes one may carry. */
enum { LADLE_DOCUMENT_DEPTH = 64 };

/* Reads, checks, styles and numbers the document in `tree`. Every text that will be drawn, and
 * every attribute that will, passes `gate`; a block of several texts is heard once more as a whole.
 * White space is collapsed as XHTML does it.
 *
 * Places in messages: the tree's URL (set it to the template's name, such as "final.xsl"), with
 * line and column where the tree was read by ladle_xml_document_read, else followed by the path of
 * the block in the document: "final.xsl: /document/section[3]/table". A tree that XSLT made knows
 * lines only of some elements, and of two files mixed; they are not used.
 *
 * The nodes, their texts and attributes are copied into `arena`; the styles are the theme's, which
 * must live as long. Everything wrong is diagnosed before it gives up: NULL when there was an
 * error, and the tree may be freed either way. */
ladle_document *ladle_document_load(ladle_arena *arena, xmlDoc *tree, const ladle_theme *theme,
                                    ladle_gate *gate, ladle_diagnostics *diagnostics);

#endif
