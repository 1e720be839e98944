/* Where a word may be parted at a line's end. Patterns: hyphenation/, with libhyphen. */
#ifndef LADLE_DOCUMENT_HYPHENATE_H
#define LADLE_DOCUMENT_HYPHENATE_H

#include "base/diag.h"

#include <stddef.h>

typedef struct ladle_hyphenator ladle_hyphenator;

/* How good a break is. */
enum {
    LADLE_HYPHEN_PLAIN = 1, /* between syllables */
    LADLE_HYPHEN_JOINT = 2  /* between the parts of a compound, or listed by hand: preferred */
};

/* A hyphenator with the patterns in `directory` (of Danish and English); its memory and the
 * dictionaries are the arena's. A pattern file that cannot be read is diagnosed, and words of that
 * language are then not broken; so are words of a language without patterns. */
ladle_hyphenator *ladle_hyphenator_new(ladle_arena *arena, const char *directory,
                                       ladle_diagnostics *diagnostics);

/* The names of the files in that directory that hyphenation reads, there or not; NULL after the
 * last. */
const char *ladle_hyphenation_file(unsigned i);

/* The breaks of one word, `bytes` long, of letters only: byte offsets of the second parts, rising.
 * language: as in xml:lang ("da", "en-GB"). `breaks` and `ranks` (which may be NULL) have room for
 * `bytes` entries. Returns how many there are: none in words of fewer than 9 letters, with digits,
 * of capitals, or with letters the patterns do not know; at least 4 letters stand on each side. */
unsigned ladle_hyphenate(const ladle_hyphenator *hyphenator, const char *word, size_t bytes,
                         const char *language, size_t *breaks, unsigned char *ranks);

#endif
