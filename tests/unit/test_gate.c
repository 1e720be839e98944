#include "base/gate.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

static void hear(void *self, ladle_use use, ladle_pos pos, const char *text)
{
    g_string_append_printf(self, "%d:%u:%s;", (int)use, pos.line, text);
}

Test(gate, mends_what_cannot_be_drawn)
{
    static const struct {
        const char *text, *passed;
        unsigned told;
    } cases[] = {
        {"", "", 0},
        {"bl\xC3\xA5 \xF0\x9F\x98\x80\t\n", "bl\xC3\xA5 \xF0\x9F\x98\x80\t\n", 0},
        {"a\x01z", "a\xEF\xBF\xBDz", 1},
        {"a\x7F", "a\xEF\xBF\xBD", 1},
        {"\xC2\x85z", "\xEF\xBF\xBDz", 1},                           /* U+0085 */
        {"\xC2\xA0", "\xC2\xA0", 0},                                 /* no-break space */
        {"\xEF\xB7\x90z", "\xEF\xBF\xBDz", 1},                       /* U+FDD0 */
        {"\xEF\xB7\xAF", "\xEF\xBF\xBD", 1},                         /* U+FDEF */
        {"\xEF\xB7\xB0", "\xEF\xB7\xB0", 0},                         /* U+FDF0 */
        {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD", 2}, /* U+FFFE, U+FFFF */
        {"\xF0\x9F\xBF\xBE", "\xEF\xBF\xBD", 1},                     /* U+1FFFE */
        {"\xF4\x8F\xBF\xBF", "\xEF\xBF\xBD", 1},                     /* U+10FFFF */
        {"a\u202Eb\u202C", "ab", 2},                                 /* an override and its end */
        {"\u2066a\u2069\u200F", "a\u200F", 2},                       /* an isolate; a mark stays */
        {"\xE5z", "\xEF\xBF\xBDz", 1},                               /* ISO 8859-1 */
        {"z\xC3", "z\xEF\xBF\xBD", 1},                               /* cut off */
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3}, /* a surrogate */
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        ladle_arena *arena = ladle_arena_new();
        ladle_diagnostics *diagnostics = ladle_diagnostics_new();
        ladle_gate *gate = ladle_gate_new(arena, diagnostics, NULL, NULL);
        const char *passed =
            ladle_gate_text(gate, LADLE_USE_TEXT, (ladle_pos){"a.xml", 7, 1}, cases[i].text);
        cr_expect_str_eq(passed, cases[i].passed, "case %u", i);
        cr_expect_eq(ladle_diag_count(diagnostics, LADLE_WARNING), cases[i].told, "case %u", i);
        cr_expect_eq(passed == cases[i].text, cases[i].told == 0, "unchanged text is not copied");
        if (cases[i].told)
            cr_expect_eq(ladle_diag_at(diagnostics, 0)->pos.line, 7);
        ladle_diagnostics_free(diagnostics);
        ladle_arena_free(arena);
    }
}

Test(gate, lets_the_listener_hear_what_passes)
{
    ladle_arena *arena = ladle_arena_new();
    GString *heard = g_string_new(NULL);
    ladle_gate *gate = ladle_gate_new(arena, NULL, hear, heard);
    ladle_gate_text(gate, LADLE_USE_METADATA, (ladle_pos){NULL, 3, 0}, "a\x02");
    ladle_gate_hear(gate, LADLE_USE_LOG, (ladle_pos){NULL, 4, 0}, "whole");
    cr_expect_str_eq(heard->str, "1:3:a\xEF\xBF\xBD;5:4:whole;");
    g_string_free(heard, TRUE);
    ladle_arena_free(arena);
}
