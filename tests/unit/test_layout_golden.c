/* Whole documents and what stands on their pages: tests/regress/layout/NAME.xml holds sections,
 * NAME.pages what becomes of them with a measure of equal characters, in the order it is read and
 * with its place in the structure. Places and fonts are left out: they are the theme's, which is
 * free to change. LADLE_UPDATE=1 in the environment writes NAME.pages anew: look at it with
 * `git diff` before you believe it. */
#include "make_layout.h"

static bool is_length(const char *word)
{
    return strspn(word, "-0123456789.") == strlen(word) && strchr(word, '.') != NULL;
}

/* A line of printed pages without lengths, fonts, colours and drawings. */
static void add_plain(GString *out, const char *line)
{
    if (g_str_has_prefix(line, "  path "))
        return;
    const char *text = strchr(line, '"');
    char *front = text ? g_strndup(line, (gsize)(text - line)) : g_strdup(line);
    char **words = g_strsplit(front, " ", -1);
    bool is_text = g_str_has_prefix(line, "  text "), placed = false;
    for (unsigned i = 0; words[i] && !(is_text && placed); i++) {
        if (is_length(words[i]))
            continue;
        placed = is_text && i > 2; /* the word after the lengths is its structure */
        g_string_append_printf(out, "%s%s", i ? " " : "", words[i]);
    }
    g_string_append_printf(out, "%s%s\n", text && placed ? " " : "", text ? text : "");
    g_strfreev(words);
    g_free(front);
}

static char *plain(const ladle_pages *pages)
{
    GString *printed = g_string_new(NULL), *out = g_string_new(NULL);
    ladle_pages_print(pages, printed);
    char **lines = g_strsplit(printed->str, "\n", -1);
    for (unsigned i = 1; lines[i] && lines[i][0]; i++)
        add_plain(out, lines[i]);
    g_strfreev(lines);
    g_string_free(printed, TRUE);
    return g_string_free(out, FALSE);
}

static char *read_case(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        text = g_strdup("");
    g_free(path);
    return text;
}

static void check_case(const char *folder, const char *stem)
{
    char *name = g_strconcat(stem, ".xml", NULL),
         *expected_name = g_strconcat(stem, ".pages", NULL);
    char *body = read_case(folder, name), *expected = read_case(folder, expected_name);
    laid l = lay_out(body);
    char *messages = made_messages(&l.made);
    cr_assert_not_null(l.pages, "%s: %s", stem, messages);
    char *got = plain(l.pages);
    if (g_getenv("LADLE_UPDATE")) {
        char *path = g_build_filename(folder, expected_name, NULL);
        cr_assert(g_file_set_contents(path, got, -1, NULL));
        g_free(path);
    } else
        cr_expect(strcmp(got, expected) == 0, "%s differs; LADLE_UPDATE=1 shows how", stem);
    g_free(got);
    g_free(messages);
    g_free(body);
    g_free(expected);
    g_free(name);
    g_free(expected_name);
    unlay(&l);
}

Test(layout_golden, cases)
{
    char *folder = g_build_filename(LADLE_TEST_DATA, "regress", "layout", NULL);
    GDir *dir = g_dir_open(folder, 0, NULL);
    cr_assert_not_null(dir);
    unsigned cases = 0;
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        if (!g_str_has_suffix(name, ".xml"))
            continue;
        char *stem = g_strndup(name, strlen(name) - strlen(".xml"));
        check_case(folder, stem);
        g_free(stem);
        cases++;
    }
    cr_expect_gt(cases, 0);
    g_dir_close(dir);
    g_free(folder);
}
