/* What lies in a study's folder and is not read. Inside study/ only. */
#ifndef LADLE_STUDY_STRAYS_H
#define LADLE_STUDY_STRAYS_H

#include "base/diag.h"

#include <stdbool.h>

/* Whether the name of a file ends in .xml, in any case of letters. */
bool ladle_is_xml_name(const char *name);

/* Whether an editor or the system made the file for itself: a lock, a copy of an older state, a
 * cache of pictures. Such files are passed over without a word. */
bool ladle_is_editors_file(const char *name);

/* Notes that a file was not read, and how to bring in what it holds. Silent on what may lie in a
 * study beside its XML: pictures, .md, .txt and .pdf. `name`: as messages give it. */
void ladle_note_stray(const char *name, ladle_diagnostics *diagnostics);

#endif
