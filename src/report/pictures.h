/* Which files a document's pictures are. A document names them relative to the study's folder, or
 * to the template's: what it says does not depend on where the study lies, and no template shows a
 * file from anywhere else. */
#ifndef LADLE_REPORT_PICTURES_H
#define LADLE_REPORT_PICTURES_H

#include "base/gate.h"

#include <libxml/tree.h>

/* Puts paths that can be opened in place of the src of each img: in the study's folder, else in
 * the template's. False with a diagnostic for each that lies in neither. */
bool ladle_pictures_resolve(xmlDoc *tree, const char *study_folder, const char *template_folder,
                            ladle_diagnostics *diagnostics);

/* Lets the gate hear the words and links in drawings (SVG), which go into the PDF as they are.
 * After ladle_pictures_resolve. False with a diagnostic when a drawing with words cannot be read.
 */
bool ladle_pictures_hear(const xmlDoc *tree, ladle_gate *gate, ladle_diagnostics *diagnostics);

/* The path of a picture relative to the study's folder, in which it lies. Yours to free with
 * g_free. */
char *ladle_picture_name(const char *study_folder, const char *path);

#endif
