/* What stays together on a line. */
#include "fake_measure.h"
#include "layout/flow.h"

#include <criterion/criterion.h>

/* The text with its kept places as "~" for the space, and "+" where no space stands. */
static char *picture(const char *text)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    ladle_shaped *s = fake_shape(NULL, arena, text, strlen(text), &span, 1);
    for (unsigned i = 1; i < s->n_clusters; i++) /* as Unicode's rules do */
        s->clusters[i].can_break |=
            g_str_has_prefix(text + s->clusters[i - 1].start, "–") && !s->clusters[i].is_space;
    ladle_keep_together(s);
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < s->n_clusters; i++) {
        size_t end = i + 1 < s->n_clusters ? s->clusters[i + 1].start : s->bytes;
        bool kept = i + 1 < s->n_clusters && s->clusters[i + 1].kept;
        if (s->clusters[i].is_space)
            g_string_append_c(out, kept ? '~' : ' ');
        else {
            g_string_append_len(out, text + s->clusters[i].start,
                                (gssize)(end - s->clusters[i].start));
            if (kept)
                g_string_append_c(out, '+');
        }
    }
    ladle_arena_free(arena);
    return g_string_free(out, FALSE);
}

static void check(const char *text, const char *expected)
{
    char *got = picture(text);
    cr_expect_str_eq(got, expected, "%s", got);
    g_free(got);
}

Test(keep, numbers_and_units)
{
    check("i alt 41 % af dem", "i alt 41~% af dem");
    check("til 12 km, 3 mio. kr. eller 1 260 besøg", "til 12~km, 3~mio. kr. eller 1~260 besøg");
    check("de 12 deltagere sagde", "de 12 deltagere sagde");
    check("i 2015. Vi kom", "i~2015. Vi kom");
}

Test(keep, dates)
{
    check("den 18. september 2016 mødtes", "den 18.~september~2016 mødtes");
    check("on 18 September 2016 they met", "on 18~September~2016 they met");
    check("fra aug. 2015", "fra aug.~2015");
    check("med 12 nye", "med 12 nye");
    check("nr. 118. Det", "nr.~118. Det");
}

Test(keep, abbreviations_letters_and_initials)
{
    check("kl. 14 eller s. 39", "kl.~14 eller s.~39");
    check("i partnerskab B. Det gik", "i partnerskab~B. Det gik");
    check("see annex A, I think", "see annex~A, I think");
    check("Skrevet af J. R. Hansen", "Skrevet af J.~R.~Hansen");
}

Test(keep, no_line_begins_with_a_dash)
{
    check("et ord – og et til", "et ord~– og et til");
    check("et ord - og … så", "et ord~- og~… så");
    check("årene 2015–2016", "årene~2015–+2016");
    check("Aarhus–København", "Aarhus–København");
    check("april–dec. 2016", "april–+dec.~2016");
    check("april–dec. på", "april–dec. på");
    check("– først", "– først");
}

Test(keep, names_and_shares)
{
    check("er Uddannelse 3, som kom", "er Uddannelse~3, som kom");
    check("der var 1 af 19 besøg, 4 of 16 visits", "der var 1~af~19 besøg, 4~of~16 visits");
    check("som [15, s. S61–S76] og", "som [15,~s.~S61–S76] og");
    check("men 12 organisationer af 19 slags", "men 12 organisationer af 19 slags");
}

/* Whether a line may end before the last word. */
static bool may_part(const char *text)
{
    ladle_arena *arena = ladle_arena_new();
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    ladle_shaped *s = fake_shape(NULL, arena, text, strlen(text), &span, 1);
    unsigned last = 0;
    for (unsigned i = 1; i < s->n_clusters; i++)
        if (s->clusters[i - 1].is_space)
            last = i;
    s->clusters[last].can_break = false; /* as Unicode's rules say before a bracket */
    ladle_keep_together(s);
    bool may = s->clusters[last].can_break;
    ladle_arena_free(arena);
    return may;
}

Test(keep, a_line_may_end_between_a_closing_quote_and_a_bracket)
{
    cr_expect(may_part("af ”ildsjæle” (følsomme"));
    cr_expect_not(may_part("af ” (følsomme"));
    cr_expect_not(may_part("ildsjæle (følsomme"));
}

Test(keep, a_chain_of_dashes_takes_no_time)
{
    GString *chain = g_string_new(NULL);
    for (unsigned i = 0; i < 200000; i++)
        g_string_append(chain, "a–");
    gint64 begun = g_get_monotonic_time();
    char *got = picture(chain->str);
    cr_expect_lt(g_get_monotonic_time() - begun, 20 * G_USEC_PER_SEC);
    g_free(got);
    g_string_free(chain, TRUE);
}

Test(keep, nothing_and_spaces)
{
    check("", "");
    check("   ", "   ");
    check("ord", "ord");
}
