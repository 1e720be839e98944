/* The texts that Ladle itself brings into reports: what they say is no name of anybody. */
#ifndef LADLE_REPORT_OWN_TEXTS_H
#define LADLE_REPORT_OWN_TEXTS_H

#include "report/language.h"
#include "report/wording.h"

/* All labels of the language, and the framework's words in it (wording NULL: none), ended by NULL.
 * The array is owned by the arena, the labels by the language. */
const char *const *ladle_own_texts(ladle_arena *arena, const ladle_language *language,
                                   const ladle_wording *wording);

#endif
