#include "base/stem.h"

enum { LONGEST_STEM = 48 };

char *ladle_stem_fold(const char *text)
{
    static const struct {
        const char *letter, *plain;
    } spellings[] = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"ß", "ss"}};
    GString *lower = g_string_new(NULL);
    char *small = g_utf8_strdown(text, -1);
    g_string_append(lower, small);
    g_free(small);
    for (unsigned i = 0; i < G_N_ELEMENTS(spellings); i++)
        g_string_replace(lower, spellings[i].letter, spellings[i].plain, 0);
    char *apart = g_utf8_normalize(lower->str, -1, G_NORMALIZE_NFKD);
    GString *stem = g_string_new(NULL);
    for (const char *at = apart; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter < 128 && g_ascii_isalnum((char)letter))
            g_string_append_c(stem, g_ascii_tolower((char)letter));
        else if (!g_unichar_ismark(letter) && stem->len && stem->str[stem->len - 1] != '-')
            g_string_append_c(stem, '-');
    }
    g_string_truncate(stem, MIN(stem->len, LONGEST_STEM));
    while (stem->len && stem->str[stem->len - 1] == '-')
        g_string_truncate(stem, stem->len - 1);
    g_free(apart);
    g_string_free(lower, TRUE);
    return g_string_free(stem, FALSE);
}

/* The table knows of each stem the last number that was tried with it as a base, so that many of
 * one base are not tried anew. */
char *ladle_stem_take(GHashTable *taken, const char *base)
{
    char *stem = g_strdup(base);
    if (g_hash_table_contains(taken, base)) {
        unsigned n = GPOINTER_TO_UINT(g_hash_table_lookup(taken, base));
        do {
            g_free(stem);
            stem = g_strdup_printf("%s-%u", base, ++n);
        } while (g_hash_table_contains(taken, stem));
        g_hash_table_insert(taken, g_strdup(base), GUINT_TO_POINTER(n));
    }
    g_hash_table_insert(taken, g_strdup(stem), GUINT_TO_POINTER(1));
    return stem;
}
