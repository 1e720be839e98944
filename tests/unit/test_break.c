/* Where lines end. A line of 60 units takes ten characters. */
#include "document/hyphenate.h"
#include "fake_measure.h"
#include "layout/break.h"

#include <criterion/criterion.h>

typedef struct {
    ladle_arena *arena;
    ladle_shaped *shaped;
    const char *points; /* under each character: - part here, = at a joint, ~ soft hyphen */
} fixture;

static int hyphen_width(void *self, unsigned cluster)
{
    (void)self;
    (void)cluster;
    return 6;
}

static void ranks(void *self, unsigned first, unsigned end, unsigned char *out)
{
    const fixture *f = self;
    for (unsigned i = first; i < end; i++) {
        char mark = f->points && i < strlen(f->points) ? f->points[i] : ' ';
        out[i - first] = mark == '-'   ? LADLE_HYPHEN_PLAIN
                         : mark == '=' ? LADLE_HYPHEN_JOINT
                         : mark == '~' ? LADLE_HYPHEN_SOFT
                                       : 0;
    }
}

/* The lines divided by "|", hyphens drawn as "-", hanging spaces as "_". */
static char *broken(const char *text, const char *points, ladle_parting parting, int width)
{
    fixture f = {.arena = ladle_arena_new(), .points = points};
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    f.shaped = fake_shape(NULL, f.arena, text, strlen(text), &span, 1);
    ladle_break_problem problem = {f.shaped->clusters,
                                   f.shaped->n_clusters,
                                   width,
                                   width,
                                   parting,
                                   true,
                                   &f,
                                   hyphen_width,
                                   ranks};
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(ladle_break));
    ladle_break_first_fit(&problem, lines);
    GString *out = g_string_new(NULL);
    unsigned expected = 0;
    for (unsigned i = 0; i < lines->len; i++) {
        const ladle_break *line = &g_array_index(lines, ladle_break, i);
        cr_assert_eq(line->start, expected, "lines follow each other");
        cr_assert_gt(line->end, line->start);
        expected = line->end;
        g_string_append_len(out, text + line->start, line->end - line->spaces - line->start);
        for (unsigned s = 0; s < line->spaces; s++)
            g_string_append_c(out, '_');
        g_string_append(out, line->hyphen ? "-|" : "|");
        cr_assert_eq((unsigned)line->width,
                     (line->end - line->spaces - line->start + line->hyphen) * 6);
    }
    cr_assert_eq(expected, f.shaped->n_clusters, "all is placed");
    g_array_free(lines, TRUE);
    ladle_arena_free(f.arena);
    return g_string_free(out, FALSE);
}

static void check(const char *text, const char *points, ladle_parting parting, const char *expected)
{
    char *got = broken(text, points, parting, 60);
    cr_expect_str_eq(got, expected, "got %s for %s", got, expected);
    g_free(got);
}

Test(break, first_fit)
{
    check("", "", LADLE_PART_NEVER, "");
    check("et to tre", "", LADLE_PART_NEVER, "et to tre|");
    check("et to tre fire", "", LADLE_PART_NEVER, "et to tre_|fire|");
    check("fire firer fem", "", LADLE_PART_NEVER, "fire firer_|fem|");
    check("fire  firer   fem", "", LADLE_PART_NEVER, "fire__|firer___|fem|");
}

Test(break, spaces_hang_at_the_end)
{
    check("ti tegn er  ord", "", LADLE_PART_NEVER, "ti tegn er__|ord|");
    check("ti tegn er ", "", LADLE_PART_NEVER, "ti tegn er_|");
}

Test(break, words_are_parted_where_they_may)
{
    /*     0123456789012345 */
    check("vi partnerskab nu", "   ----", LADLE_PART_ALWAYS, "vi par-|tnerskab_|nu|");
    check("vi partnerskab nu", "      -  -", LADLE_PART_ALWAYS, "vi partne-|rskab nu|");
    check("vi partnerskab nu", "      -  -", LADLE_PART_NEVER, "vi_|partnerska|b nu|");
}

Test(break, the_joint_of_a_compound_is_preferred)
{
    check("vi partnerskab nu", "      = -", LADLE_PART_ALWAYS, "vi par-|tnerskab_|nu|");
}

Test(break, soft_hyphens_count_where_nothing_else_does)
{
    check("vi partnersk nu", "       ~", LADLE_PART_NEVER, "vi part-|nersk nu|");
}

Test(break, narrow_parts_only_what_fits_no_line)
{
    check("vi partners nu", "       -", LADLE_PART_NARROW, "vi_|partners_|nu|");
    check("vi partnerskabet nu", "       -  -", LADLE_PART_NARROW, "vi part-|nerskabet_|nu|");
}

Test(break, never_two_hyphens_running_nor_in_the_last_word)
{
    check("aaa bbbbbbbbb ccccccccc dd", "      -   -     -     ", LADLE_PART_ALWAYS,
          "aaa bb-|bbbbbbb_|ccccccccc_|dd|");
    check("aaa bbbbbbbbb", "      -", LADLE_PART_ALWAYS, "aaa_|bbbbbbbbb|");
}

Test(break, a_word_wider_than_the_line_breaks)
{
    check("abcdefghijklmnopqrstuvw", "", LADLE_PART_NEVER, "abcdefghij|klmnopqrst|uvw|");
    check("a bcdefghijklmnopqrstuvw", "", LADLE_PART_NEVER, "a_|bcdefghijk|lmnopqrstu|vw|");
}

Test(break, a_line_narrower_than_a_character_takes_one)
{
    char *got = broken("abc", "", LADLE_PART_NEVER, 1);
    cr_expect_str_eq(got, "a|b|c|");
    g_free(got);
}

Test(break, widths)
{
    ladle_arena *arena = ladle_arena_new();
    const char *text = "et langtord til  ";
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    ladle_shaped *s = fake_shape(NULL, arena, text, strlen(text), &span, 1);
    int least, natural;
    ladle_break_widths(s->clusters, s->n_clusters, &least, &natural);
    cr_expect_eq(least, 8 * 6);
    cr_expect_eq(natural, 15 * 6);
    ladle_arena_free(arena);
}
