/* Short names of partnerships: of one kind, never alike, never a number alone. */
#include "report/short_names.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

static void expect(const char *const *names, unsigned n, const char *const *expected)
{
    ladle_arena *arena = ladle_arena_new();
    const char **shorts = ladle_short_names(arena, names, n);
    for (unsigned i = 0; i < n; i++)
        cr_expect_str_eq(shorts[i], expected[i], "%s: %s instead of %s", names[i], shorts[i],
                         expected[i]);
    ladle_arena_free(arena);
}

#define EXPECT(n, names, expected) expect((const char *[])names, n, (const char *[])expected)
#define LIST(...)                                                                                  \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

Test(short_names, are_what_the_names_differ_in)
{
    EXPECT(2, LIST("Partnerskab A", "Partnerskab B"), LIST("A", "B"));
    EXPECT(3, LIST("Partnerskab Øst", "Partnerskab Vest", "Partnerskab Midt"),
           LIST("Øst", "Vest", "Midt"));
    EXPECT(2, LIST("Nord", "Syd"), LIST("Nord", "Syd"));
    EXPECT(1, LIST("Partnerskab A"), LIST("A"));
}

Test(short_names, are_no_counts)
{
    EXPECT(2, LIST("Partnerskab 1", "Partnerskab 12"), LIST("P1", "P12"));
    EXPECT(2, LIST("Partnerskab 2", "Partnerskab Vest"), LIST("A", "B"));
    EXPECT(2, LIST("1", "2"), LIST("A", "B"));
    EXPECT(1, LIST("Partnerskab 7"), LIST("P7"));
}

Test(short_names, are_letters_of_nobody_else_where_names_are_long)
{
    EXPECT(2, LIST("Partnerskab Nordjylland", "Partnerskab A"), LIST("B", "C"));
    EXPECT(2, LIST("Nord", "Nordvest"), LIST("A", "B"));
    EXPECT(2, LIST("Partnerskab", "Partnerskab A"), LIST("B", "C"));
}

static char *random_name(GRand *rand)
{
    static const char *const words[] = {"Partnerskab", "Nord", "Syd", "a",  "B",  "2",
                                        "12",          "Øst",  "øst", "Ny", "By", "Vestjylland"};
    GString *name = g_string_new(NULL);
    for (int n = g_rand_int_range(rand, 1, 4); n > 0; n--)
        g_string_append_printf(name, "%s%s", name->len ? " " : "",
                               words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))]);
    return g_string_free(name, FALSE);
}

static void expect_sound(const char *const *names, const char *const *shorts, unsigned n)
{
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bool whole = true, letters = true;
    for (unsigned i = 0; i < n; i++) {
        cr_expect(g_hash_table_add(seen, g_utf8_casefold(shorts[i], -1)), "%s twice", shorts[i]);
        cr_expect(shorts[i][strspn(shorts[i], "0123456789")], "%s is a number", shorts[i]);
        whole = whole && g_str_has_suffix(names[i], shorts[i]);
        letters = letters && !shorts[i][strspn(shorts[i], "ABCDEFGHJKLMNPQRSTUVWXYZ")];
    }
    bool numbers = g_ascii_isdigit(shorts[0][strlen(shorts[0]) - 1]);
    cr_expect(whole || letters || numbers, "%s and the others are made in several ways", shorts[0]);
    g_hash_table_destroy(seen);
}

Test(short_names, hold_for_any_names)
{
    GRand *rand = g_rand_new_with_seed(2015);
    for (int run = 0; run < 5000; run++) {
        ladle_arena *arena = ladle_arena_new();
        unsigned n = (unsigned)g_rand_int_range(rand, 1, run % 100 ? 8 : 800);
        char **names = g_new0(char *, n + 1);
        for (unsigned i = 0; i < n; i++)
            names[i] = random_name(rand);
        expect_sound((const char *const *)names,
                     ladle_short_names(arena, (const char *const *)names, n), n);
        g_strfreev(names);
        ladle_arena_free(arena);
    }
    g_rand_free(rand);
}
