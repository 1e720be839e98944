/* A report's language: its labels (templates/language/LANG.xml), and dates and numbers written as
 * that language writes them. No word of any language stands in C. */
#ifndef LADLE_REPORT_LANGUAGE_H
#define LADLE_REPORT_LANGUAGE_H

#include "base/diag.h"
#include "study/edtf.h"

#include <stddef.h>

typedef struct ladle_language ladle_language;

/* The language of `code` ("da", "en", also "da-DK") from share/templates/language/. NULL with a
 * diagnostic when there is none, or the file is broken. */
const ladle_language *ladle_language_load(ladle_arena *arena, const char *share, const char *code,
                                          ladle_diagnostics *diagnostics);

/* The language's own tag, "da". */
const char *ladle_language_code(const ladle_language *language);

/* Whether two languages are one: "en-GB" and "en" are, since reports come in no kinds of one. */
bool ladle_same_language(const char *a, const char *b);

/* SHA-256, in hexadecimal, of the file of its words. */
const char *ladle_language_digest(const ladle_language *language);

/* The label, or NULL where there is none. */
const char *ladle_label(const ladle_language *language, const char *id);

/* The i-th label, to copy them all: false past the last. */
bool ladle_label_at(const ladle_language *language, unsigned i, const char **id, const char **text);

/* A label with its places filled in; the label's id itself where there is no such label.
 *     {1}            the first argument
 *     {1|one|many}   `one` where the first argument is "1", else `many`
 *     {1w} {1c}      a number up to twelve in words (label number.N; number.N.c where it has a form
 *                    of its own for the common gender), else in figures */
const char *ladle_language_words(const ladle_language *language, ladle_arena *arena, const char *id,
                                 const char *const *arguments, unsigned n_arguments);

/* A date as it stands in lists and tables: "18.9.2014", "nov. 2014 – juni 2015", "ca. april 2016".
 * With `full`, months are written out and days as in running text: "18. september 2014". */
const char *ladle_language_date(const ladle_language *language, ladle_arena *arena,
                                const ladle_date *date, bool full);

/* A number with this many decimals, at most 9, with the language's decimal mark and thousands
 * parted: 1.260 or 12.500,50. */
const char *ladle_language_number(const ladle_language *language, ladle_arena *arena, double value,
                                  unsigned decimals);

/* Text with its first letter as a capital. */
const char *ladle_capitalised(ladle_arena *arena, const char *text);

/* A key that sorts as the language's alphabet does, when keys are compared byte by byte. Of the
 * arena. */
const char *ladle_sort_key(const ladle_language *language, ladle_arena *arena, const char *text);

#endif
