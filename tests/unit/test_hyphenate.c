#include "document/hyphenate.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    ladle_hyphenator *hyphenator;
} opened;

static opened open_patterns(const char *folder)
{
    opened o = {ladle_arena_new(), ladle_diagnostics_new(), NULL};
    char *path = g_build_filename(LADLE_TEST_DATA, "..", folder, NULL);
    o.hyphenator = ladle_hyphenator_new(o.arena, path, o.diagnostics);
    g_free(path);
    return o;
}

static void close_patterns(opened *o)
{
    ladle_arena_free(o->arena);
    ladle_diagnostics_free(o->diagnostics);
}

/* The word with its breaks: "=" a joint, "-" a plain one. Yours to free. */
static char *broken(const opened *o, const char *word, const char *language)
{
    size_t bytes = strlen(word), *breaks = g_new0(size_t, bytes + 1), at = 0;
    unsigned char *ranks = g_new0(unsigned char, bytes + 1);
    unsigned n = ladle_hyphenate(o->hyphenator, word, bytes, language, breaks, ranks);
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++) {
        g_string_append_len(out, word + at, (gssize)(breaks[i] - at));
        g_string_append_c(out, ranks[i] == LADLE_HYPHEN_JOINT ? '=' : '-');
        at = breaks[i];
    }
    g_string_append(out, word + at);
    g_free(breaks);
    g_free(ranks);
    return g_string_free(out, FALSE);
}

static void check(const opened *o, const char *word, const char *language, const char *expected)
{
    char *got = broken(o, word, language);
    cr_expect_str_eq(got, expected, "%s: %s", word, got);
    g_free(got);
}

Test(hyphenate, danish_words)
{
    opened o = open_patterns("hyphenation");
    cr_assert_eq(ladle_diag_total(o.diagnostics), 0u);
    static const struct {
        const char *word, *broken;
    } CASES[] = {
        {"virksomhedsbesøg", "virk-somheds=besøg"},
        {"Virksomhedsbesøg", "Virk-somheds=besøg"},
        {"partnerskaberne", "partner-skaberne"},
        {"beskæftigelsesfrekvensen", "beskæf-tigelses=fre-kvensen"},
        {"sundhedsøkonomi", "sund-heds=øko-nomi"},
        {"koordineringsgruppen", "koor-di-ne-rings=gruppen"},
        {"medarbejdere", "medarbejdere"},
        {"samarbejderne", "samarbejderne"},
        {"styregruppemøde", "styre=gruppe=møde"},
        {"bevilling", "bevil-ling"},
        {"branchecenter", "branche=center"},
        {"derovrefra", "derovrefra"},
        {"arbejdsfællesskab", "arbejds=fælles-skab"},
        {"kursuskontoret", "kursus=kon-toret"},
        {"torsdagsvagten", "torsdags=vagten"},
        {"grundforløbet", "grund=forløbet"},
        {"faglærere", "faglærere"},
        {"kompetenceprojekter", "kompetence=pro-jekter"},
        {"hjemmeorganisationerne", "hjemme=organisa-tionerne"},
        {"organisationerne", "organisa-tionerne"},
        {"kompetencernes", "kompetencernes"},
        {"elementerne", "elemen-terne"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++)
        check(&o, CASES[i].word, "da", CASES[i].broken);
    close_patterns(&o);
}

Test(hyphenate, words_that_stay_whole)
{
    opened o = open_patterns("hyphenation");
    static const char *const WHOLE[] = {"styring",         "foredrag",     "",
                                        "virksomhed1",     "VIRKSOMHEDER", "LEADpartneren",
                                        "E-mailadresse",   "русскоеслово", "virksomheds besøg",
                                        "virk\xFFsomheder"};
    for (size_t i = 0; i < G_N_ELEMENTS(WHOLE); i++)
        check(&o, WHOLE[i], "da", WHOLE[i]);
    check(&o, "virksomhedsbesøg", "fr", "virksomhedsbesøg");
    check(&o, "virksomhedsbesøg", "dan", "virksomhedsbesøg");
    char longest[400];
    memset(longest, 'a', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = '\0';
    check(&o, longest, "da", longest);
    close_patterns(&o);
}

Test(hyphenate, languages_are_told_apart)
{
    opened o = open_patterns("hyphenation");
    check(&o, "evaluation", "en-GB", "eval-uation");
    check(&o, "partnership", "en", "part-ner-ship");
    check(&o, "bevilling", "da-DK", "bevil-ling");
    close_patterns(&o);
}

/* Whatever the word, four letters stand on each side and breaks fall between characters. */
Test(hyphenate, four_letters_on_each_side)
{
    opened o = open_patterns("hyphenation");
    static const char *const SYLLABLES[] = {"æ",  "skå", "for", "øl", "heds", "kom",
                                            "mu", "ne",  "s",   "e",  "virk"};
    GRand *random = g_rand_new_with_seed(7);
    for (int round = 0; round < 2000; round++) {
        GString *word = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 1, 12); i; i--)
            g_string_append(word, SYLLABLES[g_rand_int_range(random, 0, G_N_ELEMENTS(SYLLABLES))]);
        size_t breaks[128];
        unsigned n = ladle_hyphenate(o.hyphenator, word->str, word->len, "da", breaks, NULL);
        for (unsigned i = 0; i < n; i++) {
            cr_assert(g_utf8_validate(word->str + breaks[i], -1, NULL), "%s", word->str);
            cr_assert(g_utf8_strlen(word->str, (gssize)breaks[i]) >= 4, "%s", word->str);
            cr_assert(g_utf8_strlen(word->str + breaks[i], -1) >= 4, "%s", word->str);
            cr_assert(i == 0 || g_utf8_strlen(word->str + breaks[i - 1],
                                              (gssize)(breaks[i] - breaks[i - 1])) > 1,
                      "a piece of one letter in %s", word->str);
        }
        g_string_free(word, TRUE);
    }
    g_rand_free(random);
    close_patterns(&o);
}

Test(hyphenate, missing_patterns_are_told_and_nothing_is_broken)
{
    opened o = open_patterns("docs");
    cr_assert_eq(ladle_diag_total(o.diagnostics), 2u);
    cr_assert_str_eq(ladle_diag_text(ladle_diag_at(o.diagnostics, 0)->code), "W430");
    check(&o, "virksomhedsbesøg", "da", "virksomhedsbesøg");
    close_patterns(&o);
}
