/* Stems of file names: words of any language as plain ASCII, each used once. */
#ifndef LADLE_BASE_STEM_H
#define LADLE_BASE_STEM_H

#include <glib.h>

/* `text` as small ASCII letters, digits and single hyphens, at most 48: Danish letters as they are
 * written where they cannot be (ae, oe, aa), other letters without their marks, everything else a
 * hyphen. May be empty. To be freed with g_free. */
char *ladle_stem_fold(const char *text);

/* A stem that nobody has: the base, or the base with the next number ("base-2"). `taken` is a table
 * of strings, made with g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL); the stem is
 * entered into it. To be freed with g_free. */
char *ladle_stem_take(GHashTable *taken, const char *base);

#endif
