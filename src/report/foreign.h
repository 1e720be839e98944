/* The study's words inside sentences of the report's language, marked as such, so that what reads
 * the report aloud changes its voice: a round's name ("in the round ‘opfølgningen’") and the role
 * in a label ("Konsulent, education"). Templates get these as plain words, and compose with them.
 */
#ifndef LADLE_REPORT_FOREIGN_H
#define LADLE_REPORT_FOREIGN_H

#include "report/language.h"
#include "report/wording.h"
#include "study/model.h"

#include <libxml/tree.h>

/* Puts spans with xml:lang round such words in a document as a template made it. What stands in
 * another language already, and what may hold no spans, stays. Nothing is done where the report
 * speaks the study's language. wording: NULL: the study's own words. */
void ladle_foreign_mark(ladle_arena *arena, xmlDoc *tree, const ladle_study *study,
                        const ladle_language *language, const ladle_wording *wording);

#endif
