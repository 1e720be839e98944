#include "study/chapters.h"

#include <glib.h>
#include <string.h>

#define FINAL LADLE_TEMPLATE_FINAL
#define PARTNERSHIP LADLE_TEMPLATE_PARTNERSHIP
#define BROCHURE LADLE_TEMPLATE_BROCHURE
#define ANY_ROUND LADLE_ANY_ROUND
#define EVERY_ROUND LADLE_EVERY_ROUND
#define OWN_ROUND LADLE_OWN_ROUND
#define PLACED LADLE_PART_PLACED
#define MESSAGE LADLE_PART_MESSAGE

static const ladle_chapter chapters[] = {
#define LADLE_CHAPTER(name, templates, rounds, called) {name, templates, rounds, called},
#include "study/chapters.def"
#undef LADLE_CHAPTER
};

static const char *const chapter_names[] = {
#define LADLE_CHAPTER(name, templates, rounds, called) name,
#include "study/chapters.def"
#undef LADLE_CHAPTER
    NULL};

static const ladle_part parts[] = {
#define LADLE_PART(name, templates, uses) {name, templates, uses},
#include "study/parts.def"
#undef LADLE_PART
};

static const char *const part_names[] = {
#define LADLE_PART(name, templates, uses) name,
#include "study/parts.def"
#undef LADLE_PART
    NULL};

const ladle_chapter *ladle_chapter_named(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(chapters); i++)
        if (strcmp(chapters[i].name, name) == 0)
            return &chapters[i];
    return NULL;
}

/* "figure-4" and on: one for each ideal type. */
static bool is_type_figure(const char *name)
{
    static const char prefix[] = "figure-";
    const char *number = name + strlen(prefix);
    return g_str_has_prefix(name, prefix) && *number >= '1' && *number <= '9' &&
           strlen(number) <= 2 && strspn(number, "0123456789") == strlen(number);
}

const ladle_part *ladle_part_named(const char *name)
{
    static const ladle_part type_figure = {"figure-N", FINAL | PARTNERSHIP, PLACED | MESSAGE};
    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i].name, name) == 0)
            return &parts[i];
    return is_type_figure(name) ? &type_figure : NULL;
}

const char *ladle_chapter_called(const char *words)
{
    char *asked = g_utf8_casefold(words, -1);
    const char *found = NULL;
    for (unsigned i = 0; i < G_N_ELEMENTS(chapters) && !found; i++) {
        char **called = g_strsplit(chapters[i].called, "|", -1);
        bool is_it = g_strv_contains((const char *const *)called, asked) ||
                     strcmp(chapters[i].name, asked) == 0;
        found = is_it ? chapters[i].name : NULL;
        g_strfreev(called);
    }
    g_free(asked);
    return found;
}

const char *const *ladle_chapter_names(void)
{
    return chapter_names;
}

const char *const *ladle_part_names(void)
{
    return part_names;
}
