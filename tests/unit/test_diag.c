#include "base/diag.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

static char *printed(ladle_diagnostics *diagnostics, bool json, bool summary)
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    ladle_diag_print(diagnostics, out, json, summary);
    fclose(out);
    return text;
}

static void expect_printed(ladle_diagnostics *diagnostics, bool json, bool summary,
                           const char *expected)
{
    char *text = printed(diagnostics, json, summary);
    cr_expect_str_eq(text, expected);
    free(text);
}

Test(diag, prints_by_file_severity_and_place)
{
    ladle_diagnostics *d = ladle_diagnostics_new();
    char file[] = "b.xml";
    ladle_diag_add(d, LADLE_DIAG_NO_STUDY, (ladle_pos){NULL, 0, 0}, "about the run");
    ladle_diag_add(d, LADLE_DIAG_ANSWER_UNMAPPED, (ladle_pos){file, 1, 5}, "a warning");
    ladle_diag_add(d, LADLE_DIAG_UNKNOWN_REFERENCE, (ladle_pos){file, 31, 12}, "an %s", "error");
    ladle_diag_relate(d, (ladle_pos){"c.xml", 2, 0}, "the other");
    ladle_diag_add(d, LADLE_DIAG_UNKNOWN_REFERENCE, (ladle_pos){file, 4, 0}, "without column");
    ladle_diag_add(d, LADLE_DIAG_NO_EVIDENCE, (ladle_pos){"a.xml", 0, 0}, "without line");
    strcpy(file, "x.xml"); /* names are copied */
    ladle_diag_files(d, 3);
    expect_printed(d, false, true,
                   "a.xml: note: without line [N320]\n"
                   "b.xml:4: error: without column [E210]\n"
                   "b.xml:31:12: error: an error [E210]\n"
                   "c.xml:2: note: the other\n"
                   "b.xml:1:5: warning: a warning [W310]\n"
                   "ladle: error: about the run [E112]\n"
                   "3 errors, 1 warning in 3 files\n");
    expect_printed(d, false, false, "");
    cr_expect_eq(ladle_diag_count(d, LADLE_ERROR), 3);
    cr_expect_eq(ladle_diag_total(d), 5);
    cr_expect_str_eq(ladle_diag_at(d, 1)->message, "a warning");
    cr_expect_null(ladle_diag_at(d, 5));
    ladle_diagnostics_free(d);
}

Test(diag, prints_json_lines)
{
    ladle_diagnostics *d = ladle_diagnostics_new();
    ladle_diag_add(d, LADLE_DIAG_UNKNOWN_REFERENCE, (ladle_pos){"a\"b.xml", 4, 2}, "say \"x\\y\"");
    ladle_diag_relate(d, (ladle_pos){"c.xml", 1, 0}, "first defined here");
    ladle_diag_files(d, 1);
    expect_printed(d, true, true,
                   "{\"file\":\"a\\\"b.xml\",\"line\":4,\"column\":2,\"severity\":\"error\","
                   "\"code\":\"E210\",\"message\":\"say \\\"x\\\\y\\\"\",\"related\":{\"file\":"
                   "\"c.xml\",\"line\":1,\"message\":\"first defined here\"}}\n"
                   "{\"summary\":true,\"errors\":1,\"warnings\":0,\"notes\":0,\"files\":1,"
                   "\"not-shown\":0}\n");
    ladle_diagnostics_free(d);
}

Test(diag, keeps_messages_on_one_harmless_line)
{
    ladle_diagnostics *d = ladle_diagnostics_new();
    ladle_diag_add(d, LADLE_DIAG_NO_XML, (ladle_pos){"a\x1B[2J", 0, 0},
                   "a\nb\tc\x1B[31m \xE2\x80\xAE \xE5");
    expect_printed(d, false, false,
                   "a\xEF\xBF\xBD[2J: error: a b c\xEF\xBF\xBD[31m \xEF\xBF\xBD \xEF\xBF\xBD "
                   "[E111]\n");
    ladle_diagnostics_free(d);
}

Test(diag, prints_a_hundred_a_file)
{
    ladle_diagnostics *d = ladle_diagnostics_new();
    for (unsigned i = 0; i < 130; i++)
        ladle_diag_add(d, LADLE_DIAG_UNKNOWN_REFERENCE, (ladle_pos){"a.xml", i + 1, 1}, "x");
    for (unsigned i = 0; i < 100; i++)
        ladle_diag_add(d, LADLE_DIAG_UNKNOWN_REFERENCE, (ladle_pos){"b.xml", i + 1, 1}, "x");
    char *text = printed(d, false, true);
    cr_expect(strstr(text, "a.xml:100:1: "));
    cr_expect_not(strstr(text, "a.xml:101:1: "));
    cr_expect(strstr(text, "b.xml:100:1: "));
    cr_expect(strstr(text, "230 errors, 0 warnings in 0 files (30 more not shown)\n"));
    free(text);
    ladle_diagnostics_free(d);
}

Test(diag, has_one_text_for_each_code)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    static const char letters[] = "NWE";
    for (unsigned i = 0; i < LADLE_DIAG_COUNT; i++) {
        ladle_diag_code code = (ladle_diag_code)i;
        const char *text = ladle_diag_text(code);
        cr_expect(g_hash_table_add(seen, (char *)text), "%s is used twice", text);
        cr_expect_eq(text[0], letters[ladle_diag_severity(code)], "%s", text);
        cr_expect_eq(strlen(text), 4, "%s", text);
        cr_expect_eq(ladle_diag_lookup(text), code);
        cr_expect_gt(strlen(ladle_diag_title(code)), 5, "%s", text);
        cr_expect_gt(strlen(ladle_diag_explanation(code)), 30, "%s", text);
    }
    cr_expect_eq(ladle_diag_lookup("e210"), LADLE_DIAG_UNKNOWN_REFERENCE);
    cr_expect_eq(ladle_diag_lookup("E999"), LADLE_DIAG_COUNT);
    g_hash_table_destroy(seen);
}

Test(diag, guesses_the_name_that_was_meant)
{
    static const char *const names[] = {"goals",      "load",       "self-evaluation",
                                        "agreements", "m\xC3\xA5l", NULL};
    static const struct {
        const char *slip, *meant;
    } cases[] = {
        {"gaols", "goals"},
        {"goal", "goals"},
        {"golas", "goals"},
        {"laod", "load"},
        {"selfevaluation", "self-evaluation"},
        {"sef-evalation", "self-evaluation"},
        {"agreement", "agreements"},
        {"mal", "m\xC3\xA5l"},
        {"resources", NULL},
        {"", NULL},
        {"xx", NULL},
        {"\xE5", NULL},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *found = ladle_nearest_name(cases[i].slip, names);
        cr_expect_eq(g_strcmp0(found, cases[i].meant), 0, "%s: %s", cases[i].slip,
                     found ? found : "none");
    }
}
