#include "report/short_names.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Where the word behind the first space begins; NULL: there is none. */
static const char *next_word(const char *name)
{
    const char *space = strchr(name, ' ');
    return space && space[1] ? space + 1 : NULL;
}

/* How many bytes all names begin with in whole words, at least one word being left of each. Of a
 * single name it is all but the last word. */
static size_t common_length(const char *const *names, unsigned n)
{
    size_t common = 0;
    for (const char *rest = next_word(names[0]); rest; rest = next_word(rest)) {
        size_t length = (size_t)(rest - names[0]);
        for (unsigned i = 1; i < n; i++)
            if (strncmp(names[i], names[0], length) != 0 || !names[i][length])
                return common;
        common = length;
    }
    return common;
}

static bool is_number(const char *text)
{
    return *text && !text[strspn(text, "0123456789")];
}

/* Whether all can be told apart, and none is too long or reads as a count. */
static bool will_do(const char *const *shorts, unsigned n)
{
    bool fit = true;
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < n && fit; i++)
        fit = *shorts[i] && g_utf8_strlen(shorts[i], -1) <= LADLE_SHORT_NAME_CHARS &&
              !is_number(shorts[i]) && g_hash_table_add(seen, g_utf8_casefold(shorts[i], -1));
    g_hash_table_destroy(seen);
    return fit;
}

static void take_rests(const char **shorts, const char *const *names, unsigned n, size_t common)
{
    for (unsigned i = 0; i < n; i++)
        shorts[i] = names[i] + common;
}

/* "P2" of "Partnerskab 2". */
static void take_numbers(ladle_arena *arena, const char **shorts, const char *const *names,
                         unsigned n, size_t common)
{
    int initial = (int)(g_utf8_next_char(names[0]) - names[0]);
    for (unsigned i = 0; i < n; i++)
        shorts[i] = common && is_number(names[i] + common)
                        ? ladle_arena_printf(arena, "%.*s%s", initial, names[0], names[i] + common)
                        : "";
}

/* "A" to "Z", "AA" … of a running number from 0. In a sentence I and O read as words, or as a
 * nought. */
static const char *letters(ladle_arena *arena, unsigned number)
{
    static const char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    enum { LETTERS = sizeof(alphabet) - 1 };
    char text[16];
    size_t at = sizeof(text) - 1;
    text[at] = '\0';
    for (number++; number; number = (number - 1) / LETTERS)
        text[--at] = alphabet[(number - 1) % LETTERS];
    return ladle_arena_strdup(arena, text + at);
}

/* A letter must not be what another partnership is called. */
static void take_letters(ladle_arena *arena, const char **shorts, const char *const *names,
                         unsigned n)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < n; i++) {
        char **parts = g_strsplit(names[i], " ", -1);
        for (char **part = parts; *part; part++)
            g_hash_table_add(words, g_utf8_casefold(*part, -1));
        g_strfreev(parts);
    }
    unsigned number = 0;
    for (unsigned i = 0; i < n; i++) {
        bool taken;
        do {
            shorts[i] = letters(arena, number++);
            char *folded = g_utf8_casefold(shorts[i], -1);
            taken = g_hash_table_contains(words, folded);
            g_free(folded);
        } while (taken);
    }
    g_hash_table_destroy(words);
}

const char **ladle_short_names(ladle_arena *arena, const char *const *names, unsigned n)
{
    const char **shorts = LADLE_NEW_ARRAY(arena, const char *, n);
    size_t common = common_length(names, n);
    take_rests(shorts, names, n, common);
    if (!will_do(shorts, n))
        take_numbers(arena, shorts, names, n, common);
    if (!will_do(shorts, n))
        take_letters(arena, shorts, names, n);
    return shorts;
}
