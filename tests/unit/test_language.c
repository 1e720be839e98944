#include "report/functions.h"
#include "report/language.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

static ladle_arena *arena;
static ladle_diagnostics *diagnostics;
static const ladle_language *danish, *english;

static void set_up(void)
{
    arena = ladle_arena_new();
    diagnostics = ladle_diagnostics_new();
    danish = ladle_language_load(arena, LADLE_BUILD_SHARE, "da-DK", diagnostics);
    english = ladle_language_load(arena, LADLE_BUILD_SHARE, "EN", diagnostics);
    cr_assert_not_null(danish);
    cr_assert_not_null(english);
}

static void tear_down(void)
{
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
}

/* Which blanks keep what they part on one line is a matter of taste: not asked here. */
static const char *with_blanks(const char *text)
{
    GString *plain = g_string_new(text);
    g_string_replace(plain, "\u00A0", " ", 0);
    const char *kept = ladle_arena_strdup(arena, plain->str);
    g_string_free(plain, TRUE);
    return kept;
}

TestSuite(language, .init = set_up, .fini = tear_down);

Test(language, is_known_by_its_tag)
{
    cr_expect_str_eq(ladle_language_code(danish), "da");
    cr_expect_str_eq(ladle_language_code(english), "en");
    cr_expect_null(ladle_language_load(arena, LADLE_BUILD_SHARE, "fr", diagnostics));
    cr_expect_null(ladle_language_load(arena, "/nonexistent", "da", diagnostics));
    cr_expect_eq(ladle_diag_count(diagnostics, LADLE_ERROR), 2);
    cr_expect_eq(ladle_diag_at(diagnostics, 0)->code, LADLE_DIAG_NO_LANGUAGE);
    cr_expect_null(ladle_label(danish, "no.such.label"));
    const char *id, *text;
    unsigned n = 0;
    while (ladle_label_at(danish, n, &id, &text)) {
        cr_expect_str_eq(text, ladle_label(danish, id));
        n++;
    }
    cr_expect_gt(n, 300);
}

Test(language, writes_dates_as_the_language_does)
{
    static const struct {
        const char *edtf, *danish, *full, *english;
    } cases[] = {
        {"2014-09-18", "18.9.2014", "18. september 2014", NULL},
        {"2014-09", "sep. 2014", "september 2014", "Sept 2014"},
        {"2015", "2015", "2015", "2015"},
        {"2015-21", "foråret 2015", "foråret 2015", NULL},
        {"2015-36", "4. kvartal 2015", "4. kvartal 2015", NULL},
        {"2014-11/2015-06", "nov. 2014 – juni 2015", "november 2014 til juni 2015", NULL},
        {"2015-01/2015-01", "jan. 2015", "januar 2015", "Jan 2015"},
        {"2015-10/..", "fra okt. 2015", "fra oktober 2015", NULL},
        {"../2016-03", "til marts 2016", "til marts 2016", NULL},
        {"2016-04~", "ca. april 2016", "omkring april 2016", NULL},
        {"2016-04?", "april 2016 (usikkert)", "april 2016 (usikkert)", NULL},
        {"2016-04%", "ca. april 2016 (usikkert)", "omkring april 2016 (usikkert)", NULL},
        {"201X", "2010’erne", "2010’erne", NULL},
        {"20XX", "2000-tallet", "2000-tallet", NULL},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        ladle_date date;
        cr_assert_null(ladle_edtf_parse(cases[i].edtf, &date), "%s", cases[i].edtf);
        const char *brief = ladle_language_date(danish, arena, &date, false);
        const char *full = ladle_language_date(danish, arena, &date, true);
        cr_expect_str_eq(with_blanks(brief), cases[i].danish, "%s: %s", cases[i].edtf, brief);
        cr_expect_str_eq(with_blanks(full), cases[i].full, "%s: %s", cases[i].edtf, full);
        if (cases[i].english)
            cr_expect_str_eq(with_blanks(ladle_language_date(english, arena, &date, false)),
                             cases[i].english);
    }
}

Test(language, parts_thousands_and_marks_decimals)
{
    static const struct {
        double value;
        unsigned decimals;
        const char *danish, *english;
    } cases[] = {
        {0, 0, "0", "0"},
        {999, 0, "999", "999"},
        {1260, 0, "1.260", "1,260"},
        {1260000, 0, "1.260.000", "1,260,000"},
        {12500.5, 2, "12.500,50", "12,500.50"},
        {0.6113333, 2, "0,61", "0.61"},
        {-1260.25, 1, "−1.260,2", NULL},
        {-0.001, 2, "0,00", NULL}, /* no minus before nothing */
        {0.5, 12, "0,500000000", NULL},
        {123456, 0, "123.456", "123,456"},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        cr_expect_str_eq(ladle_language_number(danish, arena, cases[i].value, cases[i].decimals),
                         cases[i].danish);
        if (cases[i].english)
            cr_expect_str_eq(
                ladle_language_number(english, arena, cases[i].value, cases[i].decimals),
                cases[i].english);
    }
    /* The largest number there is does not run over its room. */
    cr_expect_gt(strlen(ladle_language_number(danish, arena, 1.7e308, 9)), 400);
}

static const char *words(const char *id, const char *one, const char *two)
{
    const char *arguments[] = {one, two};
    return with_blanks(ladle_language_words(danish, arena, id, arguments, two ? 2 : one ? 1 : 0));
}

Test(language, fills_in_the_places_of_a_label)
{
    cr_expect_str_eq(words("participants.municipalities", "1", NULL),
                     "Partnerskabet dækker én kommune.");
    cr_expect_str_eq(words("participants.municipalities", "12", NULL),
                     "Partnerskabet dækker 12 kommuner.");
    cr_expect_str_eq(words("participants.municipalities", "13", NULL),
                     "Partnerskabet dækker 13 kommuner.");
    cr_expect_str_eq(words("no.such.label", "1", NULL), "no.such.label");
    /* A label that is no label is its own pattern; so every form can be tried. */
    cr_expect_str_eq(words("{1}{2}{1}", "a", "b"), "aba");
    cr_expect_str_eq(words("{1} {3}", "a", "b"), "a {3}");
    cr_expect_str_eq(words("{0} {x} {", "a", NULL), "{0} {x} {");
    cr_expect_str_eq(words("{1", "a", NULL), "{1");
    cr_expect_str_eq(words("{1|en} {2|en}", "1", "2"), "en ");
    cr_expect_str_eq(words("{1|en|flere}", "2", NULL), "flere");
    cr_expect_str_eq(words("{1|en|flere}", "", NULL), "flere");
    cr_expect_str_eq(words("{1w} {1c}", "1", NULL), "ét én");
    cr_expect_str_eq(words("{1w} {2w}", "0", "13"), "ingen 13");
    cr_expect_str_eq(words("{1s}, {2s}", "Ærøskøbing", "EU-støtte"), "ærøskøbing, EU-støtte");
    cr_expect_str_eq(words("{1s}{2s}", "", "A"), "a");
    cr_expect_str_eq(
        words("{1w}", "0123456789012345678901234567890123456789012345678901234567890", NULL),
        "0123456789012345678901234567890123456789012345678901234567890");
}

Test(language, makes_the_first_letter_a_capital)
{
    cr_expect_str_eq(ladle_capitalised(arena, "ægte"), "Ægte");
    cr_expect_str_eq(ladle_capitalised(arena, "ßa"), "SSa");
    cr_expect_str_eq(ladle_capitalised(arena, ""), "");
    cr_expect_str_eq(ladle_capitalised(arena, "1 ting"), "1 ting");
}

/* ------------------------------------------------------------------- functions of templates */

static const char *call(const char *name, const char *one, const char *two)
{
    ladle_functions functions = {arena, danish};
    const char *arguments[] = {one, two};
    const ladle_template_function *function = ladle_functions_table();
    while (function->name && !g_str_equal(function->name, name))
        function++;
    cr_assert_not_null(function->name);
    unsigned n = two ? 2 : 1;
    cr_assert(n >= function->least && n <= function->most);
    return with_blanks(function->call(&functions, arguments, n));
}

Test(language, is_what_the_functions_of_templates_speak)
{
    cr_expect_str_eq(call("words", "participants.municipalities", "1"),
                     "Partnerskabet dækker én kommune.");
    cr_expect_str_eq(call("date", "2014-09-18", NULL), "18.9.2014");
    cr_expect_str_eq(call("date", "2014-09-18", "full"), "18. september 2014");
    cr_expect_str_eq(call("date", "2014-09-18", "long"), "18.9.2014");
    cr_expect_str_eq(call("date", "i går", NULL), "i går");
    cr_expect_str_eq(call("number", "1260", NULL), "1.260");
    cr_expect_str_eq(call("number", "0.5", "2"), "0,50");
    cr_expect_str_eq(call("number", "", NULL), "");
    cr_expect_str_eq(call("percent", "0.414", NULL), "41 %");
    cr_expect_str_eq(call("percent", "0.995", NULL), "100 %");
    cr_expect_str_eq(call("percent", "", NULL), "");
    cr_expect_str_eq(call("capital", "øre", NULL), "Øre");
}

Test(language, sorts_by_its_alphabet)
{
    static const char *const order[] = {"Anders", "Bo", "Zacharias", "Ægir", "Ødum", "Åse"};
    for (unsigned i = 1; i < G_N_ELEMENTS(order); i++) {
        const char *before = call("sort-key", order[i - 1], NULL);
        cr_expect_lt(strcmp(before, call("sort-key", order[i], NULL)), 0, "%s, %s", order[i - 1],
                     order[i]);
    }
    cr_expect_str_eq(call("sort-key", "Élan", NULL), call("sort-key", "elan", NULL));
    cr_expect_str_eq(call("sort-key", "a-b, c", NULL), call("sort-key", "AB c", NULL));
}

/* tests/unit/language-counts.txt: language, label, what is put in, parted by bars, and the
 * sentence; a line for each number that grammar parts: none, one, two, many. */
Test(language, counts_in_grammatical_sentences)
{
    char *text = NULL;
    cr_assert(g_file_get_contents(LADLE_TEST_DATA "/unit/language-counts.txt", &text, NULL, NULL));
    char **lines = g_strsplit(text, "\n", -1);
    unsigned n = 0;
    for (char **line = lines; *line && **line; line++, n++) {
        char **fields = g_strsplit(*line, " ~ ", 4);
        cr_assert_eq(g_strv_length(fields), 4, "%s", *line);
        char **arguments = g_strsplit(fields[2], "|", -1);
        const ladle_language *language = g_str_equal(fields[0], "da") ? danish : english;
        const char *sentence = ladle_language_words(
            language, arena, fields[1], (const char *const *)arguments, g_strv_length(arguments));
        cr_expect_str_eq(with_blanks(sentence), fields[3], "%s of %s", fields[1], fields[2]);
        g_strfreev(arguments);
        g_strfreev(fields);
    }
    cr_expect_geq(n, 200);
    g_strfreev(lines);
    g_free(text);
}
