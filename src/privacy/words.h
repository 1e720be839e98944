/* The words of Danish and English in all their forms (folder words/): a name that is also a word is
 * judged by how it stands in a text. */
#ifndef LADLE_PRIVACY_WORDS_H
#define LADLE_PRIVACY_WORDS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ladle_words ladle_words;

/* The list of the installation whose shared files stand in `share`, or of the build. Owned by the
 * arena. NULL: it cannot be read. */
const ladle_words *ladle_words_open(ladle_arena *arena, const char *share);

/* Whether the first `length` bytes of a folded text (privacy/fold.h) are a word. `words` NULL: none
 * is. */
bool ladle_words_hold(const ladle_words *words, const char *folded, size_t length);

#endif
