/* Which lines of the title page and which texts belong to the reports of a round. */
#include "study/load.h"
#include "study/rounds.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

#define SPACE "xmlns=\"urn:x-ladle:study\" version=\"1\""
#define DOCUMENT(id, date)                                                                         \
    "<document id=\"" id "\" partnership=\"n\" date=\"" date "\" kind=\"other\"/>"

static const char head[] =
    "<title>All</title><title wave=\"w2\">Second</title><subtitle wave=\"w3\">Third</subtitle>"
    "<published date=\"2015-12-24\"/><published wave=\"w3\" date=\"2017-05\"/><author>A</author>"
    "<wave id=\"w0\" dates=\"2014\">Before</wave><wave id=\"w1\" dates=\"2015\">One</wave>"
    "<wave id=\"w2\" dates=\"2016\">Two</wave><wave id=\"w3\" dates=\"2017\">Three</wave>"
    "<partnership id=\"n\" alias=\"N\"><name>Northfield</name>"
    "<target measure=\"visits\" value=\"5\" due=\"2018\"/></partnership>"
    "<event date=\"2019\" kind=\"deadline\">Frist</event>";

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    const ladle_study *study;
} loaded;

static void write_file(const char *folder, const char *name, const char *root,
                       const char *attributes, const char *contents)
{
    char *path = g_build_filename(folder, name, NULL);
    char *text = g_strdup_printf("<%s " SPACE "%s>%s</%s>", root, attributes, contents, root);
    cr_assert(g_file_set_contents(path, text, -1, NULL));
    g_free(text);
    g_free(path);
}

static loaded load(const char *records, const char *texts)
{
    static const char *const names[] = {"study.xml", "records.xml", "texts.xml"};
    loaded l = {.arena = ladle_arena_new(), .diagnostics = ladle_diagnostics_new()};
    char *folder = g_dir_make_tmp("ladle-XXXXXX", NULL);
    write_file(folder, names[0], "study", " xml:lang=\"en\" id=\"s\"", head);
    if (records)
        write_file(folder, names[1], "records", "", records);
    if (texts)
        write_file(folder, names[2], "texts", "", texts);
    ladle_load_options options = {.share = LADLE_BUILD_SHARE};
    l.study = ladle_study_load(l.arena, folder, &options, l.diagnostics);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        char *path = g_build_filename(folder, names[i], NULL);
        unlink(path);
        g_free(path);
    }
    rmdir(folder);
    g_free(folder);
    cr_assert_not_null(l.study);
    return l;
}

static void unload(loaded l)
{
    ladle_diagnostics_free(l.diagnostics);
    ladle_arena_free(l.arena);
}

static const char two_rounds[] =
    DOCUMENT("d1", "2015-06-01") DOCUMENT("d2", "2016-06-01/2016-07-03");

Test(rounds, lines_of_the_title_page)
{
    loaded l = load(two_rounds, NULL);
    const ladle_study *s = l.study;
    cr_expect_eq(s->first_round, s->waves[1]);
    cr_expect_str_eq(ladle_round_title(s, s->waves[1]), "All");
    cr_expect_str_eq(ladle_round_title(s, s->waves[2]), "Second");
    cr_expect_null(ladle_round_subtitle(s, s->waves[1]));
    cr_expect_str_eq(ladle_round_subtitle(s, s->waves[3]), "Third");
    cr_expect_str_eq(ladle_round_published(s, s->waves[1])->text, "2015-12-24");
    cr_expect_null(ladle_round_published(s, s->waves[2]), "the date without wave is of the first");
    cr_expect_str_eq(ladle_round_published(s, s->waves[3])->text, "2017-05");
    cr_expect_eq(s->waves[2]->last_day, ladle_day_from(2016, 7, 3));
    cr_expect_eq(s->waves[3]->last_day, LADLE_OPEN_LAST, "no material, and no deadline's day");
    unload(l);
}

Test(rounds, without_records_a_date_is_the_study_s)
{
    loaded l = load(NULL, NULL);
    cr_expect_null(l.study->first_round);
    cr_expect_str_eq(ladle_round_published(l.study, l.study->waves[2])->text, "2015-12-24");
    unload(l);
}

/* The uses of all sections of a study, a letter each. */
static void expect_uses(const loaded *l, unsigned wave, const char *expected)
{
    static const char letters[] = {[LADLE_ROUND_OTHER] = '-',
                                   [LADLE_ROUND_OWN] = 'o',
                                   [LADLE_ROUND_OLDER] = 'a',
                                   [LADLE_ROUND_SILENT] = 's'};
    const ladle_study *s = l->study;
    ladle_rounds *rounds = ladle_rounds_new(l->arena, s, s->waves[wave]);
    GString *uses = g_string_new(NULL);
    for (unsigned i = 0; i < s->n_sections; i++)
        g_string_append_c(uses, letters[ladle_rounds_use(rounds, s->sections[i])]);
    cr_expect_str_eq(uses->str, expected, "in wave %s: %s, expected %s", s->waves[wave]->id,
                     uses->str, expected);
    g_string_free(uses, TRUE);
}

Test(rounds, a_text_without_wave_is_of_the_first_round)
{
    loaded l =
        load(two_rounds, "<section chapter=\"work\"/><section chapter=\"background\"/>"
                         "<section chapter=\"recommendations\"/><section chapter=\"summary\"/>"
                         "<section chapter=\"results-why\"/><section chapter=\"external\"/>");
    expect_uses(&l, 0, "-o---o");
    expect_uses(&l, 1, "oooooo");
    expect_uses(&l, 2, "aossso");
    expect_uses(&l, 3, "aossso");
    unload(l);
}

Test(rounds, an_older_text_stands_where_there_is_none)
{
    loaded l = load(two_rounds, "<section chapter=\"work\" wave=\"w1\"/>"
                                "<section chapter=\"work\" wave=\"w2\"/>"
                                "<section chapter=\"design\" wave=\"w1\"/>"
                                "<section chapter=\"appendix\" wave=\"w1\"/>"
                                "<section chapter=\"appendix\"/>"
                                "<section chapter=\"work\" partnership=\"n\" wave=\"w1\"/>");
    expect_uses(&l, 1, "o-oooo");
    expect_uses(&l, 2, "-oa-oa");
    expect_uses(&l, 3, "-aa-oa");
    unload(l);
}

Test(rounds, of_other_kinds_nothing_older_stands)
{
    loaded l =
        load(two_rounds, "<chapter id=\"work\"><title>All</title></chapter>"
                         "<chapter id=\"work\" wave=\"w1\"><title>One</title></chapter>"
                         "<section chapter=\"work\"><box kind=\"note\"><p>B</p></box></section>"
                         "<finding element=\"goals\"><p>F</p></finding>"
                         "<message part=\"matrix\">M</message>"
                         "<box kind=\"note\" chapter=\"process\"><p>B</p></box>");
    const ladle_study *s = l.study;
    ladle_rounds *now = ladle_rounds_new(l.arena, s, s->waves[2]);
    ladle_rounds *then = ladle_rounds_new(l.arena, s, s->waves[1]);
    cr_expect_eq(ladle_rounds_use(now, s->sections[0]), LADLE_ROUND_OLDER);
    cr_expect_eq(ladle_rounds_use(now, s->sections[0]->first), LADLE_ROUND_SILENT);
    cr_expect_eq(ladle_rounds_use(then, s->sections[0]->first), LADLE_ROUND_OWN);
    cr_expect_eq(ladle_rounds_use(now, s->findings[0]), LADLE_ROUND_SILENT);
    cr_expect_eq(ladle_rounds_use(now, s->messages[0]), LADLE_ROUND_SILENT);
    cr_expect_eq(ladle_rounds_use(now, s->boxes[0]), LADLE_ROUND_SILENT);
    cr_expect_eq(ladle_rounds_chapter(now, "work", NULL), s->chapters[0]);
    cr_expect_eq(ladle_rounds_chapter(then, "work", NULL), s->chapters[1]);
    cr_expect_null(ladle_rounds_chapter(then, "work", s->partnerships[0]));
    unload(l);
}

Test(rounds, without_records_a_text_is_of_every_round)
{
    loaded l = load(NULL, "<section chapter=\"work\"/><section chapter=\"work\" wave=\"w2\"/>");
    expect_uses(&l, 0, "o-");
    expect_uses(&l, 2, "oo");
    unload(l);
}
