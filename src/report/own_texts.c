#include "report/own_texts.h"

#include <glib.h>

static void release_list(void *list)
{
    g_ptr_array_unref(list);
}

const char *const *ladle_own_texts(ladle_arena *arena, const ladle_language *language,
                                   const ladle_wording *wording)
{
    GPtrArray *texts = g_ptr_array_new();
    const char *id, *text;
    for (unsigned i = 0; ladle_label_at(language, i, &id, &text); i++)
        g_ptr_array_add(texts, (gpointer)text);
    const char *words = ladle_wording_text(wording, arena);
    if (words)
        g_ptr_array_add(texts, (gpointer)words);
    g_ptr_array_add(texts, NULL);
    ladle_arena_defer(arena, release_list, texts);
    return (const char *const *)texts->pdata;
}
