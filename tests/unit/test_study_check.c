/* Each folder of tests/regress/check holds a study and what is to be said about it
 * (expected.txt). With LADLE_UPDATE set in the environment, what is said is written there. */
#include "study/load.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define CASES LADLE_TEST_DATA "/regress/check"

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *case_names(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(CASES, 0, NULL);
    cr_assert_not_null(dir);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* What is said about the study in a folder, with the folder's own path taken out. */
static char *said_about(const char *folder)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_load_options options = {.share = LADLE_BUILD_SHARE};
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    ladle_study *study = ladle_study_load(arena, folder, &options, diagnostics);
    ladle_diag_print(diagnostics, out, false, true);
    fclose(out);
    cr_expect_eq(study != NULL, ladle_diag_count(diagnostics, LADLE_ERROR) == 0, "%s", folder);
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
    char **parts = g_strsplit(text, CASES, -1);
    char *plain = g_strjoinv("", parts);
    g_strfreev(parts);
    free(text);
    return plain;
}

static void check_case(const char *name)
{
    char *folder = g_build_filename(CASES, name, NULL);
    char *file = g_build_filename(folder, "expected.txt", NULL);
    char *said = said_about(folder), *expected = NULL;
    if (getenv("LADLE_UPDATE"))
        cr_assert(g_file_set_contents(file, said, -1, NULL));
    cr_expect(g_file_get_contents(file, &expected, NULL, NULL), "%s has no expected.txt", name);
    cr_expect_str_eq(said, expected ? expected : "", "%s", name);
    g_free(expected);
    g_free(said);
    g_free(file);
    g_free(folder);
}

Test(study_check, says_what_is_expected)
{
    GPtrArray *names = case_names();
    cr_assert_gt(names->len, 25);
    for (unsigned i = 0; i < names->len; i++)
        check_case(names->pdata[i]);
    g_ptr_array_free(names, TRUE);
}

/* Codes that no folder can provoke, with the test that does. */
static const char *const elsewhere[] = {
    "E102", /* test_xml_reader: a pipe, a missing file */
    "E103", /* test_xml_reader: a file of 256 MiB and a byte */
    "E117", /* test_study_load: a statement above 1 MiB */
    "E118", /* test_study_load: 100,001 partnerships */
    "E120", /* test_study_load: a shared folder without frameworks */
    "W150", /* test_gate */
    NULL};

Test(study_check, provokes_each_code)
{
    GPtrArray *names = case_names();
    GString *all = g_string_new(NULL);
    for (unsigned i = 0; i < names->len; i++) {
        char *file = g_build_filename(CASES, (char *)names->pdata[i], "expected.txt", NULL);
        char *text = NULL;
        if (g_file_get_contents(file, &text, NULL, NULL))
            g_string_append(all, text);
        g_free(text);
        g_free(file);
    }
    for (unsigned code = 0; code < LADLE_DIAG_COUNT; code++) {
        const char *text = ladle_diag_text((ladle_diag_code)code);
        char *bracketed = g_strdup_printf("[%s]", text);
        int number = atoi(text + 1);
        if (number >= 100 && number < 400 && !g_strv_contains(elsewhere, text))
            cr_expect(strstr(all->str, bracketed), "no case provokes %s", text);
        g_free(bracketed);
    }
    g_string_free(all, TRUE);
    g_ptr_array_free(names, TRUE);
}
