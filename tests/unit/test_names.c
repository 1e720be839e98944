#include "privacy/leak.h"
#include "report/names.h"
#include "study/load.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A group of three consultants from education, and of employment two consultants and a chief; one
 * person without a seat, one alone in a partnership; %s is the element <confidentiality>. */
static const char study_text[] =
    "<study xmlns='urn:x-ladle:study' version='1' xml:lang='da' id='s'><title>T</title>"
    "<author>N. N.</author>%s<wave id='w' dates='2015'>W</wave>"
    "<organisation id='skole' sector='education'>Egelunds Skole</organisation>"
    "<organisation id='skole2' sector='education'>Tornby Skole</organisation>"
    "<organisation id='job' sector='employment'>Jobcenter Egelund</organisation>"
    "<person id='a' organisation='skole' role='konsulent'>Annika Brøndsted</person>"
    "<person id='b' organisation='skole' role='Konsulent'>Bertram Aagaard</person>"
    "<person id='c' organisation='skole2' role='konsulent'>Camille d’Arc</person>"
    "<person id='d' organisation='job' role='konsulent'>Ditte Sørensen</person>"
    "<person id='e' organisation='job' role='chef'>Erik Lo</person>"
    "<person id='f' organisation='skole'>Frida</person>"
    "<person id='g' role='konsulent'>Gorm Uden</person>"
    "<person id='h' organisation='job' role='konsulent'>Hanne Brink</person>"
    "<partnership id='p' alias='Øst &amp; Å-folk'><name>Egelund</name>"
    "<municipality>Egelund Kommune</municipality><member organisation='skole'/>"
    "<group id='k' kind='consultant'><seat person='a'/><seat person='b'/><seat person='c'/>"
    "<seat person='d'/><seat person='e'/><seat person='h'/></group></partnership>"
    "<partnership id='q' alias='oest-aa-folk'><name>Tornby</name>"
    "<group id='l' kind='steering'><seat person='g'/></group></partnership>"
    "<partnership id='r' alias='!!!'><name>Stilleborg</name></partnership>"
    "<partnership id='s' alias='@'><name>Stillelev</name></partnership></study>";

static const char records_text[] =
    "<records xmlns='urn:x-ladle:study' version='1'>"
    "<visit id='v1' partnership='p' date='2015-11' firm='Bramslev Maskinfabrik'/>"
    "<visit id='v2' partnership='p' date='2015-11' firm='f17'/>"
    "<visit id='v3' partnership='p' date='2015-11' firm='ABC'/></records>";

typedef struct {
    char *folder;
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    const ladle_study *study;
    const ladle_language *language;
} world;

static void write_file(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    cr_assert(g_file_set_contents(path, text, -1, NULL));
    g_free(path);
}

static world world_new(const char *confidentiality)
{
    world w = {.folder = g_dir_make_tmp("ladle-names-XXXXXX", NULL),
               .arena = ladle_arena_new(),
               .diagnostics = ladle_diagnostics_new()};
    char **parts = g_strsplit(study_text, "%s", 2), *text = g_strjoinv(confidentiality, parts);
    write_file(w.folder, "study.xml", text);
    write_file(w.folder, "records.xml", records_text);
    g_strfreev(parts);
    g_free(text);
    ladle_load_options options = {.share = LADLE_BUILD_SHARE};
    w.study = ladle_study_load(w.arena, w.folder, &options, w.diagnostics);
    cr_assert_not_null(w.study);
    w.language = ladle_language_load(w.arena, LADLE_BUILD_SHARE, "da", w.diagnostics);
    return w;
}

static void world_free(world *w)
{
    static const char *const files[] = {"study.xml", "records.xml"};
    for (unsigned i = 0; i < G_N_ELEMENTS(files); i++) {
        char *path = g_build_filename(w->folder, files[i], NULL);
        g_unlink(path);
        g_free(path);
    }
    g_rmdir(w->folder);
    g_free(w->folder);
    ladle_diagnostics_free(w->diagnostics);
    ladle_arena_free(w->arena);
}

static ladle_printing *printing(const world *w, bool names)
{
    ladle_printing_options options = {.study = w->study,
                                      .attribution = ladle_attribution_new(w->arena, w->study),
                                      .language = w->language,
                                      .names = names};
    return ladle_printing_new(w->arena, &options);
}

static const char *person(const world *w, ladle_printing *names, unsigned i)
{
    return ladle_name_of_person(names, w->study->persons[i]);
}

Test(names, people_are_their_role_where_there_are_enough_of_them)
{
    world w = world_new("");
    ladle_printing *names = printing(&w, false);
    cr_expect_str_eq(person(&w, names, 0), "Konsulent, uddannelse");
    cr_expect_str_eq(person(&w, names, 1), "Konsulent, uddannelse", "case does not matter");
    cr_expect_str_eq(person(&w, names, 3), "Beskæftigelse", "two consultants are too few");
    cr_expect_str_eq(person(&w, names, 4), "Beskæftigelse", "a chief alone");
    cr_expect_null(person(&w, names, 5), "of a large sector, but of no partnership");
    cr_expect_null(person(&w, names, 6), "alone in a partnership");
    const ladle_partnership *p = w.study->partnerships[0];
    const ladle_wave *wave = w.study->waves[0];
    cr_expect(ladle_printing_tells_kind(names, p, wave, LADLE_GROUP_CONSULTANT));
    cr_expect_not(ladle_printing_tells_kind(names, p, wave, LADLE_GROUP_STEERING));
    cr_expect(ladle_printing_tells_sector(names, p, wave, w.study->organisations[0]->sector));
    cr_expect_not(ladle_printing_tells_sector(names, w.study->partnerships[1], wave,
                                              w.study->organisations[0]->sector));
    world_free(&w);
}

Test(names, the_smallest_group_is_the_study_s)
{
    static const struct {
        const char *confidentiality, *a, *d;
    } cases[] = {
        /* Two consultants of employment would do, but would leave the chief alone. */
        {"<confidentiality smallest-group='2'/>", "Konsulent, uddannelse", "Beskæftigelse"},
        {"<confidentiality smallest-group='4'/>", "Deltager", "Deltager"},
        {"<confidentiality smallest-group='7'/>", NULL, NULL},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        world w = world_new(cases[i].confidentiality);
        ladle_printing *names = printing(&w, false);
        cr_expect_eq(g_strcmp0(person(&w, names, 0), cases[i].a), 0, "%u", i);
        cr_expect_eq(g_strcmp0(person(&w, names, 3), cases[i].d), 0, "%u", i);
        world_free(&w);
    }
}

Test(names, are_printed_only_where_asked_for_and_allowed)
{
    static const struct {
        const char *confidentiality;
        bool asked, partnerships, people;
    } cases[] = {
        {"", true, false, false},
        {"<confidentiality partnerships='named' people='named'/>", false, false, false},
        {"<confidentiality partnerships='named' people='named'/>", true, true, true},
        {"<confidentiality partnerships='named'/>", true, true, false},
        {"<confidentiality people='named' partnerships='anonymous'/>", true, false, true},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        world w = world_new(cases[i].confidentiality);
        ladle_printing *names = printing(&w, cases[i].asked);
        const ladle_partnership *p = w.study->partnerships[0];
        cr_expect_eq(ladle_printing_partnerships(names), cases[i].partnerships);
        cr_expect_eq(ladle_printing_people(names), cases[i].people);
        cr_expect_str_eq(ladle_name_of_partnership(names, p),
                         cases[i].partnerships ? "Egelund" : "Øst & Å-folk");
        cr_expect_str_eq(ladle_name_of_organisation(names, w.study->organisations[1]),
                         cases[i].partnerships ? "Tornby Skole" : "Uddannelse\u00A02");
        const char *municipality = ladle_name_of_municipality(names, p->municipalities[0]);
        cr_expect_eq(municipality != NULL, cases[i].partnerships);
        cr_expect_str_eq(person(&w, names, 4), cases[i].people ? "Erik Lo" : "Beskæftigelse");
        cr_expect_str_eq(ladle_name_stem(names, p),
                         cases[i].partnerships ? "egelund" : "oest-aa-folk");
        world_free(&w);
    }
}

Test(names, every_report_has_a_file_name_of_its_own)
{
    world w = world_new("");
    static const char *const stems[] = {"oest-aa-folk", "oest-aa-folk-2", "partnership",
                                        "partnership-2"};
    ladle_printing *names = printing(&w, false);
    for (unsigned i = 0; i < w.study->n_partnerships; i++)
        cr_expect_str_eq(ladle_name_stem(names, w.study->partnerships[i]), stems[i]);
    world_free(&w);
}

/* ------------------------------------------------------------------------------------ leaks */

static unsigned hits(const world *w, bool names, const char *text)
{
    ladle_leak_options options = {.with_names = names,
                                  .words = ladle_words_open(w->arena, LADLE_BUILD_SHARE)};
    const ladle_leak_register *protects = ladle_leak_register_new(w->arena, w->study, &options);
    ladle_leak_check *check = ladle_leak_check_new(w->arena, protects, NULL, w->diagnostics);
    ladle_leak_hear(check, LADLE_USE_TEXT, (ladle_pos){"a.xml", 3, 1}, text);
    return ladle_leak_hits(check);
}

Test(names, are_heard_in_every_form)
{
    world w = world_new("<confidentiality><secret>Projekt Ørn</secret></confidentiality>");
    static const char *const caught[] = {
        "Annika Brøndsted",
        "hos BRØNDSTED.",
        "Brøndsteds",
        "Brøndstedes",
        "brondsted",
        "Brøndsted’s",
        "Br\u00ADøndsted",
        "Brønd\u200Bsted",
        "Broendsted",
        "Ågård",
        "Aagaards",
        "Camille d’Arc",
        "fru Lo",
        "Egelundsk",
        "Frida",
        "fridas",
        "Jobcenter Egelunds",
        "(Egelund)",
        "Tornby",
        "Bramslev Maskinfabriks ejer",
        "projekt ørns",
        "a.b@c.dk",
        "12345678",
        "12 34 56 78",
        "+45 12 34 56 78",
        "12.34.56.78",
        "010203-1234",
        "0102031234",
    };
    static const char *const passed[] = {
        "",
        "Annika",
        "Bertram",
        "Projekt",
        "Ørn",
        "Skole",
        "Bramslev",
        "Maskinfabrik",
        "Logik",
        "Lo er et dyr",
        "abc",
        "f17",
        "Kommune",
        "1.260.000",
        "18.9.2014",
        "2014-09-18",
        "320203-1234",
        "978-87-412-5961-4",
        "1234–1240",
        "10.1016/j.jbusres.2006.11.012",
        "1234567",
        "123456789",
        "Konsulent, uddannelse",
        "a@b",
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(caught); i++)
        cr_expect_geq(hits(&w, false, caught[i]), 1, "%s", caught[i]);
    for (unsigned i = 0; i < G_N_ELEMENTS(passed); i++)
        cr_expect_eq(hits(&w, false, passed[i]), 0, "%s", passed[i]);
    world_free(&w);
}

Test(names, that_may_be_printed_are_not_protected)
{
    world w = world_new("<confidentiality partnerships='named'><secret>Ørn</secret>"
                        "</confidentiality>");
    cr_expect_eq(hits(&w, true, "Egelund, Tornby Skole og Bramslev Maskinfabrik"), 0);
    cr_expect_geq(hits(&w, true, "Brøndsted"), 1, "people are not named");
    cr_expect_geq(hits(&w, true, "ørn"), 1, "secrets never are");
    cr_expect_geq(hits(&w, true, "12345678"), 1);
    cr_expect_geq(hits(&w, false, "Egelund"), 1);
    world_free(&w);
}

Test(names, are_told_by_place_and_never_said)
{
    world w = world_new("");
    unsigned before = ladle_diag_total(w.diagnostics);
    hits(&w, false, "hos Brøndsted");
    cr_assert_eq(ladle_diag_total(w.diagnostics), before + 1);
    const ladle_diag *diag = ladle_diag_at(w.diagnostics, before);
    cr_expect_eq(diag->code, LADLE_DIAG_LEAK);
    cr_expect_str_eq(diag->pos.file, "a.xml");
    cr_expect_eq(diag->pos.line, 3);
    cr_expect_null(strstr(diag->message, "Brøndsted"));
    world_free(&w);
}
