/* The list of words: its first and last are found, what only begins so is not, without list none
 * is. */
#include "privacy/words.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Opens a list of its own, as an installation has it; the files are gone when it is open. */
static const ladle_words *words_of(ladle_arena *arena, const char *lines)
{
    char *share = g_dir_make_tmp("ladle-XXXXXX", NULL);
    char *folder = g_build_filename(share, "words", NULL);
    char *path = g_build_filename(folder, "words.txt", NULL);
    cr_assert_eq(g_mkdir(folder, 0700), 0);
    cr_assert(g_file_set_contents(path, lines, -1, NULL));
    const ladle_words *words = ladle_words_open(arena, share);
    cr_assert(words);
    g_unlink(path);
    g_rmdir(folder);
    g_rmdir(share);
    g_free(path);
    g_free(folder);
    g_free(share);
    return words;
}

static bool holds(const ladle_words *words, const char *word)
{
    return ladle_words_hold(words, word, strlen(word));
}

static void expect_each(const ladle_words *words)
{
    static const char *const there[] = {"abe", "abens", "maj", "skov", "skovens", "ost"};
    static const char *const not_there[] = {"",      "a",   "ab",       "aben", "abensk",   "aaa",
                                            "skove", "sko", "skovenss", "zzz",  "maj\nskov"};
    for (unsigned i = 0; i < G_N_ELEMENTS(there); i++)
        cr_expect(holds(words, there[i]), "%s", there[i]);
    for (unsigned i = 0; i < G_N_ELEMENTS(not_there); i++)
        cr_expect_not(holds(words, not_there[i]), "%s", not_there[i]);
    cr_expect(ladle_words_hold(words, "skovbruget", strlen("skov")), "the first bytes alone");
}

Test(privacy_words, the_first_the_last_and_what_lies_between_are_found)
{
    ladle_arena *arena = ladle_arena_new();
    expect_each(words_of(arena, "abe\nabens\nmaj\nost\nskov\nskovens\n"));
    ladle_arena_free(arena);
}

Test(privacy_words, a_last_line_without_an_end_is_a_word)
{
    ladle_arena *arena = ladle_arena_new();
    expect_each(words_of(arena, "abe\nabens\nmaj\nost\nskov\nskovens"));
    ladle_arena_free(arena);
}

Test(privacy_words, one_word_and_none)
{
    ladle_arena *arena = ladle_arena_new();
    const ladle_words *one = words_of(arena, "skov\n"), *none = words_of(arena, "");
    cr_expect(holds(one, "skov"));
    cr_expect_not(holds(one, "a"));
    cr_expect_not(holds(one, "z"));
    cr_expect_not(holds(none, "skov"));
    cr_expect_not(holds(NULL, "skov"), "without a list no name is a word");
    ladle_arena_free(arena);
}

Test(privacy_words, a_folder_without_a_list_has_that_of_the_build)
{
    ladle_arena *arena = ladle_arena_new();
    const ladle_words *words = ladle_words_open(arena, "/nonexistent");
    cr_assert(words);
    cr_expect(holds(words, "skov"));
    cr_expect_not(holds(words, "frandstrup"));
    ladle_arena_free(arena);
}
