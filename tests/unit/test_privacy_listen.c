/* What a text says of the people and places of a study: hits, warnings, and what passes. */
#include "privacy/listen.h"
#include "study/load.h"

#include <criterion/criterion.h>
#include <unistd.h>

static const char study_xml[] =
    "<study xmlns='urn:x-ladle:study' version='1' xml:lang='da' id='s'><title>T</title>"
    "<author>Per Jensen</author>"
    "<confidentiality><secret>Projekt Ørn</secret><free>Skovbrynet</free><free>Skov og Natur</free>"
    "</confidentiality>"
    "<wave id='w1' dates='2015'>En</wave>"
    "<organisation id='o1' sector='education'>Erhvervsskolen Nordlev</organisation>"
    "<organisation id='o2' sector='business'>Bramslev Maskinfabrik A/S</organisation>"
    "<organisation id='o3' sector='business'>H&amp;M</organisation>"
    "<organisation id='o4' sector='employment'>3F Fyn</organisation>"
    "<organisation id='o5' sector='employment'>Jobcenter i Hvalpsø</organisation>"
    "<organisation id='o6' sector='business'>LEGO System 2</organisation>"
    "<organisation id='o7' sector='business'>DSB</organisation>"
    "<person id='p1' organisation='o1' role='konsulent'>Ib Frandstrup</person>"
    "<person id='p2' organisation='o1' role='konsulent'>Liza Gurrelund-Thygesen</person>"
    "<person id='p3' organisation='o1' role='leder'>Maj Skov</person>"
    "<person id='p4' organisation='o1'>Kilde, Bo</person>"
    "<person id='p5' organisation='o1'>Hans Jensen (formand)</person>"
    "<person id='p6' organisation='o1'>Søren Aagaard Holmberg</person>"
    "<person id='p7' organisation='o1'>Yusuf Al-Hamdani</person>"
    "<person id='p8' organisation='o1'>Marek Wałęsa</person>"
    "<person id='p9' organisation='o1'>Jan van der Berghe</person>"
    "<partnership id='n' alias='Partnerskab A'><name>Nordlev</name>"
    "<municipality>Vejen Kommune</municipality><municipality>Aarhus Kommune</municipality>"
    "<group id='g' kind='consultant'><seat person='p2'/></group></partnership>"
    "<partnership id='m' alias='Partnerskab B'><name>Stærup og Ulvbæk</name></partnership></study>";

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    ladle_study *study;
    ladle_listener *listener;
} world;

static const char *const own_texts[] = {"Side {1} af {2}", "i maj {1}", "Kilder", NULL};

static world world_new(void)
{
    world w = {.arena = ladle_arena_new(), .diagnostics = ladle_diagnostics_new()};
    char *folder = g_dir_make_tmp("ladle-XXXXXX", NULL);
    char *path = g_build_filename(folder, "study.xml", NULL);
    cr_assert(g_file_set_contents(path, study_xml, -1, NULL));
    ladle_load_options options = {.share = LADLE_BUILD_SHARE};
    w.study = ladle_study_load(w.arena, folder, &options, w.diagnostics);
    cr_assert(w.study);
    unlink(path);
    rmdir(folder);
    g_free(path);
    g_free(folder);
    ladle_leak_options protects = {.words = ladle_words_open(w.arena, LADLE_BUILD_SHARE),
                                   .own = own_texts};
    cr_assert(protects.words, "the list of words is built");
    w.listener = ladle_listener_new(w.arena, ladle_leak_register_new(w.arena, w.study, &protects));
    return w;
}

static void world_free(world w)
{
    ladle_arena_free(w.arena);
    ladle_diagnostics_free(w.diagnostics);
}

typedef enum { PASSES, WARNS, HITS } outcome;

static outcome of(const world *w, const char *text, const ladle_leak_place *place)
{
    GArray *found = ladle_listen(w->listener, text, place);
    outcome worst = PASSES;
    for (guint i = 0; found && i < found->len; i++)
        worst = MAX(worst, g_array_index(found, ladle_leak_finding, i).certain ? HITS : WARNS);
    if (found)
        g_array_unref(found);
    return worst;
}

#define TEXTS(outcome, ...)                                                                        \
    {                                                                                              \
        outcome, (const char *const[])                                                             \
        {                                                                                          \
            __VA_ARGS__, NULL                                                                      \
        }                                                                                          \
    }

static const struct {
    outcome outcome;
    const char *const *texts;
} table[] = {
    /* Names that are no words: every place, case and form. */
    TEXTS(HITS, "Ib Frandstrup", "ib frandstrup", "IB FRANDSTRUP", "Frandstrup", "frandstrup",
          "hos Frandstrup", "Frandstrups", "Frandstrup's", "Frandstrup’s", "Frandstrupʼs",
          "Frandstrupes", "Frandstrup, Ib", "(Frandstrup)", "”Frandstrup”", "Frandstrup/Holm",
          "Ib\u00a0Frandstrup", "Ib\nFrandstrup", "Fr\u00adandstrup", "Fran\u200bdstrup",
          "Frand\u2060strup", "Frand-strup", "Frand-\nstrup", "Frand- strup", "Frand‐strup",
          "F r a n d s t r u p", "F\u00a0r\u00a0a\u00a0n\u00a0d\u00a0s\u00a0t\u00a0r\u00a0u\u00a0p",
          "F-r-a-n-d-s-t-r-u-p", "Ｆｒａｎｄｓｔｒｕｐ", "Fŕándśtrùp", "Frandstrup2", "Frandstrup²",
          "Frandstrup1, 2", "Frandstrup¹", "IbFrandstrup", "LizaFrandstrup", "omFrandstrup",
          "ibfrandstrup", "frandstrup-ib", "Frаndstrup", "Frandstruр", "Frαndstrup", "Frandstrυp",
          "Frandstrupgruppen", "Frandstrupsagen", "Frandstrupmodellen", "Frandstrupskolen",
          "Frandstruperne", "frandstrupsk", "𝐅𝐫𝐚𝐧𝐝𝐬𝐭𝐫𝐮𝐩", "Ⓕⓡⓐⓝⓓⓢⓣⓡⓤⓟ", "https://x.dk/frandstrup",
          "https://x.dk/ib-frandstrup/side", "frandstrup_ib", "#frandstrup", "@frandstrup"),
    /* Double surnames, middle names, particles, letters with strokes. */
    TEXTS(HITS, "Gurrelund-Thygesen", "Gurrelund", "Thygesen", "Liza Gurrelund", "Liza Thygesen",
          "Gurrelund Thygesen", "hos thygesen", "Aagaard", "Ågård", "Aagård", "Holmberg",
          "Søren Holmberg", "Soeren Holmberg", "Soren Aagaard Holmberg", "Al-Hamdani", "Hamdani",
          "Al Hamdani", "al-hamdani", "Yusuf Hamdani", "Wałęsa", "Walesa", "WAŁĘSA", "Walęsa",
          "van der Berghe", "Berghe", "Jan Berghe", "Jensen", "Hans Jensen", "Formand Jensen"),
    /* Organisations, firms, places. */
    TEXTS(HITS, "Erhvervsskolen Nordlev", "erhvervsskolen nordlev", "Nordlev", "nordlevs",
          "Nordlevgruppen", "Bramslev Maskinfabrik", "Bramslev Maskinfabriks",
          "Bramslev Maskinfabrik A/S", "H&M", "H & M", "h&m", "3F Fyn", "Hvalpsø", "hvalpsoe",
          "Hvalpso", "Jobcenter i Hvalpsø", "LEGO System 2", "DSB", "dsb", "DSB's", "Aarhus",
          "Århus", "Aarhusianer", "aarhusianerne", "aarhusiansk", "Aarhusgruppen", "Aarhus Kommune",
          "Vejen Kommune", "Stærup", "Staerup", "Ulvbæk", "Ulvbaek", "Stærup og Ulvbæk",
          "Projekt Ørn", "projekt oern", "PROJEKT ØRNS", "Aarhusprojektet"),
    /* Names that are words: a capital within a sentence, or what stands beside them. */
    TEXTS(HITS, "hos Skov i går", "Vi talte med Skov.", "Maj Skov", "maj skov",
          "Skovs mening er Skovs", "Det siger Kilde.", "Bo Kilde", "i Vejen var der møde",
          "konsulent Kilde", "Kilde, som vi talte med Kilde", "Konsulent Skov", "leder Skov",
          "hos Hr. Skov", "fru Kilde", "Maj Skov-Jensen", "det sagde Skov’s chef"),
    TEXTS(WARNS, "Skov er grønt", "der er skov", "i en skov", "vejen kommune", "Vejen var lang.",
          "en kilde til viden", "Kilde: egne tal", "Se. Skov er der nok af.", "SKOV OG KILDE",
          "”Skov er grønt”", "han sagde: ”Skov er grønt”", "to kilder, én kilde"),
    /* A first name alone. */
    TEXTS(WARNS, "det sagde Liza i går", "hos Yusuf", "vi mødte Maj"),
    TEXTS(HITS, "konsulent Liza sagde", "konsulenten sagde, at konsulent Yusuf kom", "leder Maj",
          "Yusuf Nordlev", "fra DSB Yusuf"),
    TEXTS(PASSES, "Liza sagde det", "i maj måned", "maj 2016", "den 3. maj", "bo i byen", "at bo",
          "hans mening", "Hans mening er", "en søren", "jan. 2016", "ib", "LIZA"),
    /* What is released, and what only looks like a name. */
    TEXTS(PASSES, "", "på vejen, et ord af rammen", "skove og skovens", "ved Skovbrynet",
          "hos Skov og Natur", "Per Jensen", "af Per Jensen (2016)", "skovbrug og skovtur",
          "Birgitte", "Skovgaard", "vejene", "vejledning", "Bramslev", "maskinfabrik",
          "en maskinfabrik", "Logik", "Frands", "Frandsen", "strup", "Majbritt", "Thyge",
          "Jensenius", "Rahimimi", "nordlevnsk", "Fyn", "3 F", "F17", "Hm", "System 2", "kommune",
          "Kommune", "projekt", "Projekt", "ørn", "Holm", "hold", "bergen", "Aars", "nord lev",
          "gurre lund", "M og H", "Partnerskab A", "Konsulent, uddannelse"),
};

Test(privacy_listen, judges_every_form)
{
    world w = world_new();
    static const char *const names[] = {"pass", "warn", "hit"};
    const ladle_leak_place place = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        for (const char *const *text = table[i].texts; *text; text++)
            cr_expect_eq(of(&w, *text, &place), table[i].outcome, "\"%s\" is to %s, but %s", *text,
                         names[table[i].outcome], names[of(&w, *text, &place)]);
    world_free(w);
}

Test(privacy_listen, hears_a_first_name_where_its_bearer_sits)
{
    world w = world_new();
    const ladle_partnership *nordlev = w.study->partnerships[0], *other = w.study->partnerships[1];
    const ladle_leak_place there = {.partnerships = &nordlev, .n_partnerships = 1};
    const ladle_leak_place elsewhere = {.partnerships = &other, .n_partnerships = 1};
    cr_expect_eq(of(&w, "det sagde Liza", &there), HITS);
    cr_expect_eq(of(&w, "det sagde Liza", &elsewhere), WARNS);
    cr_expect_eq(of(&w, "det sagde Yusuf", &there), WARNS, "who sits nowhere");
    world_free(w);
}

Test(privacy_listen, does_not_hear_its_own_words)
{
    world w = world_new();
    const ladle_leak_place composed = {.composed = true}, written = {0};
    cr_expect_eq(of(&w, "i Maj 2016", &composed), PASSES + WARNS, "not so written by Ladle");
    cr_expect_eq(of(&w, "3. maj 2016", &composed), PASSES);
    cr_expect_eq(of(&w, "den 3. Maj Skov", &written), HITS);
    world_free(w);
}

Test(privacy_listen, points_at_the_word)
{
    world w = world_new();
    const ladle_leak_place place = {0};
    GArray *found = ladle_listen(w.listener, "På Frandstrups sag", &place);
    cr_assert(found && found->len == 1);
    const ladle_leak_finding *at = &g_array_index(found, ladle_leak_finding, 0);
    cr_expect_eq(at->from, 4);
    cr_expect_eq(at->to, 15);
    cr_expect_str_eq(at->what, "the surname of a person");
    g_array_unref(found);
    world_free(w);
}
