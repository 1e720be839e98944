/* The built-in framework in the report's language: a Danish study reported in English gets the
 * English names of levels, elements and the rest. A study's own framework keeps its words. */
#ifndef LADLE_REPORT_WORDING_H
#define LADLE_REPORT_WORDING_H

#include "report/language.h"
#include "study/model.h"

#include <libxml/tree.h>

typedef struct ladle_wording ladle_wording;

/* The wording for the language; NULL where the study's own words hold (its own framework, or the
 * same language), and, with a diagnostic, where the file of the framework cannot be read. */
const ladle_wording *ladle_wording_load(ladle_arena *arena, const char *share,
                                        const ladle_framework *framework,
                                        const ladle_language *language,
                                        ladle_diagnostics *diagnostics);

/* The name of a sector in the wording; its own name with wording NULL. */
const char *ladle_wording_sector(const ladle_wording *wording, const ladle_sector *sector);

/* Puts the wording's texts into the <framework> of an input document. wording NULL: nothing. */
void ladle_wording_apply(const ladle_wording *wording, xmlNode *framework);

/* All its words as one text, of the arena; NULL where there is no wording. */
const char *ladle_wording_text(const ladle_wording *wording, ladle_arena *arena);

#endif
