#include "base/arena.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <stdint.h>
#include <string.h>

Test(arena, gives_zeroed_and_aligned_memory)
{
    static const size_t sizes[] = {0, 1, 7, 8, 100, 65536, 200000, 3};
    ladle_arena *arena = ladle_arena_new();
    for (unsigned round = 0; round < 50; round++) {
        for (unsigned i = 0; i < G_N_ELEMENTS(sizes); i++) {
            unsigned char *memory = ladle_arena_alloc(arena, sizes[i]);
            cr_assert_eq((uintptr_t)memory % _Alignof(max_align_t), 0);
            for (size_t j = 0; j < sizes[i]; j++)
                cr_assert_eq(memory[j], 0);
            memset(memory, 0xAA, sizes[i]);
        }
    }
    ladle_arena_free(arena);
    ladle_arena_free(NULL);
}

Test(arena, copies_text)
{
    ladle_arena *arena = ladle_arena_new();
    char text[] = "partnership";
    char *copy = ladle_arena_strdup(arena, text), *part = ladle_arena_strndup(arena, text, 4);
    memset(text, 'x', 4);
    cr_expect_str_eq(copy, "partnership");
    cr_expect_str_eq(part, "part");
    cr_expect_str_eq(ladle_arena_printf(arena, "%s %d", "figure", 2), "figure 2");
    cr_expect_null(ladle_arena_strdup(arena, NULL));
    cr_expect_null(ladle_arena_strndup(arena, NULL, 4));
    ladle_arena_free(arena);
}

static void note(void *object)
{
    const char **next = object;
    g_string_append(((GString **)(void *)next)[0], next[1]);
}

Test(arena, releases_last_in_first_out)
{
    ladle_arena *arena = ladle_arena_new();
    GString *said = g_string_new(NULL);
    void *a[] = {said, "a"}, *b[] = {said, "b"}, *c[] = {said, "c"};
    ladle_arena_defer(arena, note, a);
    ladle_arena_mark mark = ladle_arena_mark_here(arena);
    ladle_arena_defer(arena, note, b);
    ladle_arena_defer(arena, note, c);
    ladle_arena_rewind(arena, mark);
    cr_expect_str_eq(said->str, "cb");
    ladle_arena_free(arena);
    cr_expect_str_eq(said->str, "cba");
    g_string_free(said, TRUE);
}

Test(arena, keeps_what_is_before_a_mark)
{
    ladle_arena *arena = ladle_arena_new();
    char *kept = ladle_arena_strdup(arena, "kept");
    for (unsigned i = 0; i < 100; i++) {
        ladle_arena_mark mark = ladle_arena_mark_here(arena);
        for (unsigned j = 0; j < 10; j++)
            ladle_arena_alloc(arena, 30000);
        ladle_arena_rewind(arena, mark);
    }
    char *after = ladle_arena_strdup(arena, "after");
    cr_expect_str_eq(kept, "kept");
    cr_expect_str_eq(after, "after");
    ladle_arena_free(arena);
}
