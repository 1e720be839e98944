#include "report/functions.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static const char *call_words(void *self, const char *const *arguments, unsigned n)
{
    ladle_functions *functions = self;
    return ladle_language_words(functions->language, functions->arena, arguments[0], arguments + 1,
                                n - 1);
}

static const char *call_date(void *self, const char *const *arguments, unsigned n)
{
    ladle_functions *functions = self;
    ladle_date date;
    const char *text = ladle_arena_strdup(functions->arena, arguments[0]);
    if (ladle_edtf_parse(text, &date))
        return text;
    return ladle_language_date(functions->language, functions->arena, &date,
                               n > 1 && g_str_equal(arguments[1], "full"));
}

static const char *call_number(void *self, const char *const *arguments, unsigned n)
{
    ladle_functions *functions = self;
    unsigned decimals = n > 1 ? (unsigned)g_ascii_strtoull(arguments[1], NULL, 10) : 0;
    if (!*arguments[0])
        return "";
    return ladle_language_number(functions->language, functions->arena,
                                 g_ascii_strtod(arguments[0], NULL), decimals);
}

static const char *call_percent(void *self, const char *const *arguments, unsigned n)
{
    (void)n;
    ladle_functions *functions = self;
    if (!*arguments[0])
        return "";
    const char *number = ladle_language_number(functions->language, functions->arena,
                                               round(g_ascii_strtod(arguments[0], NULL) * 100), 0);
    return ladle_language_words(functions->language, functions->arena, "number.percent", &number,
                                1);
}

/* Letters that follow z in the language's alphabet (label alphabet.last, such as "æøå") get keys
 * after it; aa sorts as å where the label names it; other letters sort by their plain form. */
static const char *call_sort_key(void *self, const char *const *arguments, unsigned n)
{
    (void)n;
    ladle_functions *functions = self;
    const char *last = ladle_label(functions->language, "alphabet.last");
    char *lower = g_utf8_strdown(arguments[0], -1);
    GString *key = g_string_new(NULL);
    for (const char *at = lower; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        const char *place = last ? g_utf8_strchr(last, -1, letter) : NULL;
        gunichar plain[4];
        if (place) {
            g_string_append_printf(key, "~%ld", g_utf8_pointer_to_offset(last, place));
        } else if (g_unichar_fully_decompose(letter, FALSE, plain, 4) &&
                   g_unichar_isalnum(*plain)) {
            g_string_append_unichar(key, *plain);
        } else if (g_unichar_isspace(letter)) {
            g_string_append_c(key, ' ');
        }
    }
    const char *result = ladle_arena_strndup(functions->arena, key->str, key->len);
    g_string_free(key, TRUE);
    g_free(lower);
    return result;
}

static const char *call_capital(void *self, const char *const *arguments, unsigned n)
{
    (void)n;
    ladle_functions *functions = self;
    return ladle_capitalised(functions->arena, arguments[0]);
}

const ladle_template_function *ladle_functions_table(void)
{
    static const ladle_template_function table[] = {
        {"words", 1, 9, call_words},
        {"date", 1, 2, call_date},
        {"number", 1, 2, call_number},
        {"percent", 1, 1, call_percent},
        {"sort-key", 1, 1, call_sort_key},
        {"capital", 1, 1, call_capital},
        {NULL, 0, 0, NULL},
    };
    return table;
}
