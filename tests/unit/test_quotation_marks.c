/* Quotations are set in marks once, whatever marks they bring. */
#include "report/quotation_marks.h"

#include <criterion/criterion.h>
#include <glib.h>

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    const ladle_language *language;
} spoken;

static spoken speak(const char *code)
{
    spoken s = {.arena = ladle_arena_new(), .diagnostics = ladle_diagnostics_new()};
    s.language = ladle_language_load(s.arena, LADLE_BUILD_SHARE, code, s.diagnostics);
    cr_assert_not_null(s.language);
    return s;
}

static void hush(spoken s)
{
    ladle_diagnostics_free(s.diagnostics);
    ladle_arena_free(s.arena);
}

static void expect_set(const spoken *s, ladle_quoted how, const char *from, const char *to)
{
    const char *piece = from;
    ladle_quotation_set(s->language, s->arena, how, 0, &piece, 1);
    cr_expect_str_eq(piece, to, "%s: %s, expected %s", from, piece, to);
}

static const char *const danish[][2] = {
    {"Vi ringer.", "”Vi ringer.”"},
    {"”Vi ringer.”", "”Vi ringer.”"},
    {"“Vi ringer.”", "”Vi ringer.”"},
    {"„Vi ringer.“", "”Vi ringer.”"},
    {"»Vi ringer.«", "”Vi ringer.”"},
    {"«Vi ringer.»", "”Vi ringer.”"},
    {"\"Vi ringer.\"", "”Vi ringer.”"},
    {"'Vi ringer.'", "”Vi ringer.”"},
    {"‘Vi ringer.’", "”Vi ringer.”"},
    {"‚Vi ringer.‘", "”Vi ringer.”"},
    {"''Vi ringer.''", "”Vi ringer.”"},
    {",,Vi ringer.''", "”Vi ringer.”"},
    {"”Vi ringer”.", "”Vi ringer”."},
    {" ”Vi ringer.” ", " ”Vi ringer.” "},
    {"Hun sagde ”nej”.", "”Hun sagde ’nej’.”"},
    {"”Nej”, sagde hun, ”aldrig”", "”’Nej’, sagde hun, ’aldrig’”"},
    {"”Hun sagde ’nej’ til os.”", "”Hun sagde ’nej’ til os.”"},
    {"»Hun sagde «nej» til «os».»", "”Hun sagde ’nej’ til ’os’.”"},
    {"”Hun sagde “han sagde ’nej’”.”", "”Hun sagde ’han sagde ”nej”’.”"},
    {"Anders’ bil og Jens' cykel", "”Anders’ bil og Jens' cykel”"},
    {"'Firmaernes' egne ord.'", "”Firmaernes' egne ord.”"},
    {"Et 5\" bræt", "”Et 5\" bræt”"},
    {"Han sagde: ”Ja.”", "”Han sagde: ’Ja.’”"},
    {"", ""},
    {" ", " "},
};

Test(quotation_marks, danish)
{
    spoken s = speak("da");
    for (unsigned i = 0; i < G_N_ELEMENTS(danish); i++)
        expect_set(&s, LADLE_QUOTED_WHOLE, danish[i][0], danish[i][1]);
    hush(s);
}

Test(quotation_marks, set_twice_is_set_once)
{
    spoken s = speak("da");
    for (unsigned i = 0; i < G_N_ELEMENTS(danish); i++)
        expect_set(&s, LADLE_QUOTED_WHOLE, danish[i][1], danish[i][1]);
    hush(s);
}

Test(quotation_marks, english)
{
    spoken s = speak("en");
    expect_set(&s, LADLE_QUOTED_WHOLE, "We don't ring.", "‘We don't ring.’");
    expect_set(&s, LADLE_QUOTED_WHOLE, "“We don’t ring.”", "‘We don’t ring.’");
    expect_set(&s, LADLE_QUOTED_WHOLE, "‘The firms’ own’", "‘The firms’ own’");
    expect_set(&s, LADLE_QUOTED_WHOLE, "She said ‘no’.", "‘She said “no”.’");
    hush(s);
}

Test(quotation_marks, words_before_a_colon_may_be_somebody_else_s)
{
    spoken s = speak("da");
    expect_set(&s, LADLE_QUOTED_AFTER, "En leder siger: “Ja.”", "En leder siger: ”Ja.”");
    expect_set(&s, LADLE_QUOTED_AFTER, "En leder siger “ja”.", "”En leder siger ’ja’.”");
    expect_set(&s, LADLE_QUOTED_AFTER, "Sådan: vi ringer.", "”Sådan: vi ringer.”");
    hush(s);
}

Test(quotation_marks, over_several_pieces)
{
    spoken s = speak("da");
    const char *pieces[] = {"“Alle ", "tre", " vil ‘det’.", "\n", "Altid.”"};
    ladle_quotation_set(s.language, s.arena, LADLE_QUOTED_WHOLE, 0, pieces, 5);
    cr_expect_str_eq(pieces[0], "”Alle ");
    cr_expect_str_eq(pieces[1], "tre");
    cr_expect_str_eq(pieces[2], " vil ’det’.");
    cr_expect_str_eq(pieces[4], "Altid.”");
    const char *inner[] = {"nej"};
    ladle_quotation_set(s.language, s.arena, LADLE_QUOTED_WHOLE, 1, inner, 1);
    cr_expect_str_eq(inner[0], "’nej’", "within another");
    hush(s);
}
