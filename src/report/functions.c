#include "report/functions.h"

#include "report/quotation_marks.h"

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

static const char *call_sort_key(void *self, const char *const *arguments, unsigned n)
{
    (void)n;
    ladle_functions *functions = self;
    return ladle_sort_key(functions->language, functions->arena, arguments[0]);
}

static const char *call_capital(void *self, const char *const *arguments, unsigned n)
{
    (void)n;
    ladle_functions *functions = self;
    return ladle_capitalised(functions->arena, arguments[0]);
}

static const char *call_quote(void *self, const char *const *arguments, unsigned n)
{
    (void)n;
    ladle_functions *functions = self;
    const char *words = arguments[0];
    ladle_quotation_set(functions->language, functions->arena, LADLE_QUOTED_WHOLE, 0, &words, 1);
    return words;
}

const ladle_template_function *ladle_functions_table(void)
{
    static const ladle_template_function table[] = {
        // clang-format off
        {"words", 1, 9, call_words},
        {"date", 1, 2, call_date},
        {"number", 1, 2, call_number},
        {"percent", 1, 1, call_percent},
        {"sort-key", 1, 1, call_sort_key},
        {"capital", 1, 1, call_capital},
        {"quote", 1, 1, call_quote},
        {NULL, 0, 0, NULL},
        // clang-format on
    };
    return table;
}
