/* Shaping: clusters, where lines may end, and what is missing. */
#include "font/fonts_private.h"
#include "output_pages.h"

#include <criterion/criterion.h>

static ladle_shaped *shape(book *b, const char *text)
{
    ladle_measure *m = ladle_fonts_measure(b->fonts);
    ladle_text_span span = {0, strlen(text), SERIF, "da"};
    return m->shape(m, b->arena, text, strlen(text), &span, 1);
}

/* The text with "|" where a line may end, "!" where it must, "_" for a space, and the clusters
 * divided by dots. */
static char *picture(const ladle_shaped *s)
{
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < s->n_clusters; i++) {
        const ladle_cluster *c = &s->clusters[i];
        size_t end = i + 1 < s->n_clusters ? c[1].start : s->bytes;
        if (i > 0)
            g_string_append_c(out, c->must_break ? '!' : c->can_break ? '|' : '.');
        if (c->is_space)
            g_string_append_c(out, '_');
        else if (c->missing)
            g_string_append_c(out, '?');
        else
            g_string_append_len(out, s->text + c->start, (gssize)(end - c->start));
    }
    return g_string_free(out, FALSE);
}

static void assert_picture(const char *text, const char *expected)
{
    book b = open_book();
    char *found = picture(shape(&b, text));
    cr_assert_str_eq(found, expected, "%s", found);
    g_free(found);
    close_book(&b);
}

/* Every glyph belongs to one cluster, every byte too, in order. */
static void assert_whole(const ladle_shaped *s)
{
    unsigned glyphs = 0;
    for (unsigned i = 0; i < s->n_clusters; i++) {
        const ladle_cluster *c = &s->clusters[i];
        int advance = 0;
        cr_assert_eq(c->first_glyph, glyphs);
        for (unsigned g = 0; g < c->n_glyphs; g++)
            advance += s->glyphs[glyphs + g].advance;
        cr_assert_eq(c->advance, advance);
        glyphs += c->n_glyphs;
        if (i > 0)
            cr_assert_gt(c->start, c[-1].start);
    }
    cr_assert_eq(glyphs, s->n_glyphs);
    if (s->n_clusters)
        cr_assert_eq(s->clusters[0].start, 0);
}

Test(shape, lines_end_at_spaces_and_hyphens)
{
    assert_picture("en by", "e.n._|b.y");
    assert_picture("a-b", "a.-|b");
    assert_picture("den 18.9.2014.", "d.e.n._|1.8...9...2.0.1.4..");
}

Test(shape, no_break_spaces_hold)
{
    assert_picture("41\u00a0%", "4.1.\u00a0.%");
    assert_picture("s.\u202f4", "s...\u202f.4");
}

Test(shape, a_soft_hyphen_is_a_cluster_of_no_width)
{
    book b = open_book();
    ladle_shaped *s = shape(&b, "af\u00adfald");
    char *found = picture(s);
    cr_assert_str_eq(found, "a.f.\u00ad|f.a.l.d");
    cr_assert_eq(s->clusters[2].advance, 0);
    g_free(found);
    close_book(&b);
}

Test(shape, a_ligature_is_one_cluster_with_its_text)
{
    assert_picture("flid", "fl.i.d");
    assert_picture("kaffe", "k.a.ff.e");
}

Test(shape, an_accent_joins_its_letter)
{
    assert_picture("e\u0301n", "e\u0301.n");
}

Test(shape, a_newline_or_separator_is_a_forced_end)
{
    assert_picture("a\u2028b", "a._!b");
}

Test(shape, what_no_font_has_is_flagged)
{
    assert_picture("a\u4e2db", "a|?|b");
    book b = open_book();
    ladle_shaped *s = shape(&b, "a\u4e2db");
    cr_assert_not(s->clusters[0].missing);
    cr_assert(s->clusters[1].missing);
    close_book(&b);
}

Test(shape, another_file_helps_out)
{
    book b = open_book();
    ladle_shaped *s = shape(&b, "a \u2265 \u2192 b"); /* signs that stand in Noto Sans Math only */
    cr_assert_not(s->clusters[2].missing);
    cr_assert_not(s->clusters[4].missing);
    cr_assert_neq(s->clusters[2].face, s->clusters[0].face);
    cr_assert_eq(s->clusters[6].face, s->clusters[0].face);
    cr_assert_eq(ladle_diag_total(b.diagnostics), 0);
    close_book(&b);
}

Test(shape, the_file_most_like_it_helps_out)
{
    book b = open_book();
    ladle_measure *m = ladle_fonts_measure(b.fonts);
    const struct {
        ladle_font_name font;
        const char *family;
        bool bold;
    } cases[] = {{SERIF, "Noto Serif Hebrew", false}, {SANS_BOLD, "Noto Sans Hebrew", true}};
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        ladle_text_span span = {0, 3, cases[i].font, "da"};
        ladle_shaped *s = m->shape(m, b.arena, "a\u05d0", 3, &span, 1);
        cr_assert_eq(s->n_clusters, 2);
        cr_assert_not(s->clusters[1].missing);
        cr_expect_str_eq(s->clusters[1].face->file->family, cases[i].family);
        cr_expect_eq(s->clusters[1].face->file->bold, cases[i].bold);
    }
    close_book(&b);
}

Test(shape, the_first_letter_with_a_direction_gives_the_whole_its_own)
{
    book b = open_book();
    cr_expect_eq(shape(&b, "abc \u05d0\u05d1")->base, 0);
    cr_expect_eq(shape(&b, "(12) \u05d0\u05d1 abc")->base, 1);
    cr_expect_eq(shape(&b, "\u0645\u062d")->base, 1);
    cr_expect_eq(shape(&b, "12")->base, 0);
    close_book(&b);
}

Test(shape, spans_meet_without_gap)
{
    book b = open_book();
    ladle_measure *m = ladle_fonts_measure(b.fonts);
    const char *text = "ord fedt";
    ladle_text_span spans[] = {{0, 4, SERIF, "da"}, {4, 8, SANS_BOLD, "da"}};
    ladle_shaped *s = m->shape(m, b.arena, text, 8, spans, 2);
    assert_whole(s);
    cr_assert_eq(s->n_clusters, 8);
    cr_assert_eq(s->clusters[3].face, s->clusters[0].face);
    cr_assert_neq(s->clusters[4].face, s->clusters[0].face);
    cr_assert(s->clusters[4].can_break);
    close_book(&b);
}

Test(shape, right_to_left_is_in_order_of_the_text)
{
    book b = open_book();
    ladle_shaped *s = shape(&b, "a \u05d0\u05d1 b");
    assert_whole(s);
    cr_assert_eq(s->clusters[2].level, 1);
    cr_assert_eq(s->clusters[2].start, 2);
    cr_assert_eq(s->clusters[3].start, 4);
    cr_assert_eq(s->clusters[5].level, 0);
    close_book(&b);
}

Test(shape, a_width_is_not_rounded)
{
    book b = open_book();
    /* 559 of 1000 units at 10 pt */
    cr_assert_eq(shape(&b, "0")->clusters[0].advance, (559 * 10240 + 500) / 1000);
    close_book(&b);
}

Test(shape, nothing_gives_nothing)
{
    book b = open_book();
    cr_assert_eq(shape(&b, "")->n_clusters, 0);
    close_book(&b);
}

Test(shape, too_many_marks_are_an_error_and_cost_little)
{
    book b = open_book();
    GString *text = g_string_new("e");
    for (unsigned i = 0; i < 50000; i++)
        g_string_append(text, "\u0323");
    g_string_append(text, "n");
    ladle_shaped *s = shape(&b, text->str);
    assert_whole(s);
    cr_assert_eq(ladle_diag_total(b.diagnostics), 1);
    cr_assert_eq(ladle_diag_at(b.diagnostics, 0)->code, LADLE_DIAG_TOO_MANY_MARKS);
    cr_assert_lt(s->n_glyphs, 40);
    cr_assert_lt(ladle_fonts_work(b.fonts).characters, 40);
    cr_assert_eq(s->clusters[s->n_clusters - 1].start, text->len - 1);
    g_string_free(text, TRUE);
    close_book(&b);
}

/* HarfBuzz is given each character once, in pieces of limited length. */
static void assert_linear(const char *word, unsigned times)
{
    book b = open_book();
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < times; i++)
        g_string_append(text, word);
    ladle_shaped *s = shape(&b, text->str);
    assert_whole(s);
    unsigned long characters = (unsigned long)g_utf8_strlen(text->str, -1);
    cr_assert_eq(ladle_fonts_work(b.fonts).characters, characters);
    cr_assert_leq(ladle_fonts_work(b.fonts).calls, characters / 2000 + 1);
    gint64 width = 0;
    for (unsigned i = 0; i < s->n_clusters; i++)
        width += s->clusters[i].advance;
    cr_assert_gt(width, (gint64)characters * 2000, "nothing is lost");
    g_string_free(text, TRUE);
    close_book(&b);
}

Test(shape, a_paragraph_of_300_kB_is_linear)
{
    assert_linear("virksomhed ", 300000 / 11);
}

Test(shape, a_word_of_100_kB_is_linear)
{
    assert_linear("o", 100000);
}

Test(shape, what_is_cut_measures_as_if_it_were_not)
{
    book b = open_book();
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < 1000; i++)
        g_string_append(text, "Ja. ");
    ladle_shaped *s = shape(&b, text->str);
    cr_assert_gt(ladle_fonts_work(b.fonts).calls, 1);
    for (unsigned i = 4; i < s->n_clusters; i++)
        cr_assert_eq(s->clusters[i].advance, s->clusters[i % 4].advance, "at %u", i);
    g_string_free(text, TRUE);
    close_book(&b);
}
