/* Tables that do not fit their page: turned pages, smaller type, refusal; and what waits for the
 * next page. */
#include "make_layout.h"

#define THREE_LINES                                                                                    \
    "<p>En indledning på tre linjer, som overskriften holder fast i de to første af, så at det, "   \
    "der følger, står for sig selv og ikke trækker overskriften med sig til den næste side, når " \
    "det skal stå der.</p>"
#define BODY "<section master='body' numbering='decimal'><h1>Titel</h1>" THREE_LINES
#define END "</section>"

/* A figure with a table of `columns` columns, whose words are `letters` long. */
static char *wide_table(unsigned columns, unsigned letters, unsigned rows)
{
    GString *xml = g_string_new("<figure counter='figure'><figcaption>Svar</figcaption><table>"
                                "<thead><tr>");
    for (unsigned i = 0; i < columns; i++)
        g_string_append_printf(xml, "<th>h%u</th>", i);
    g_string_append(xml, "</tr></thead><tbody>");
    for (unsigned r = 0; r < rows; r++) {
        g_string_append(xml, "<tr>");
        for (unsigned i = 0; i < columns; i++) {
            g_string_append_printf(xml, "<td>r%u:", r);
            for (unsigned letter = 3; letter < letters; letter++)
                g_string_append_c(xml, 'x');
            g_string_append(xml, "</td>");
        }
        g_string_append(xml, "</tr>");
    }
    g_string_append(xml, "</tbody></table><p class='note'>Kilde.</p></figure>");
    return g_string_free(xml, FALSE);
}

static laid lay_parts(const char *before, char *table, const char *after)
{
    char *body = g_strconcat(BODY, before, table, after, END, NULL);
    laid l = lay_out(body);
    g_free(body);
    g_free(table);
    return l;
}

static const ladle_page *page_at(const laid *l, unsigned page)
{
    cr_assert_lt(page, page_count(l));
    return l->pages->pages->pdata[page];
}

static bool is_turned(const laid *l, unsigned page)
{
    const ladle_page *p = page_at(l, page);
    return p->width == l->pages->height && p->height == l->pages->width;
}

/* The size of the type of the first run that begins with these words. */
static double size_of(const laid *l, const char *words)
{
    return (double)find_run(l, words, NULL)->run->font.size / LADLE_PT;
}

/* 160 mm are 453 pt; a letter of 8.5 pt takes 4.25; the gutter is 4 mm. */
Test(table_fit, a_table_that_fits_stands_on_an_upright_page)
{
    laid l = lay_parts("<p>før</p>", wide_table(4, 24, 3), "<p>efter</p>");
    cr_expect_eq(page_count(&l), 1);
    cr_expect_not(is_turned(&l, 0));
    unlay(&l);
}

Test(table_fit, a_table_too_wide_turns_its_page_with_caption_and_note)
{
    laid l = lay_parts("<p>før</p>", wide_table(6, 24, 3), "<h2>efter</h2><p>tekst</p>");
    cr_assert_eq(page_count(&l), 3);
    cr_expect_not(is_turned(&l, 0));
    cr_expect(is_turned(&l, 1));
    cr_expect_not(is_turned(&l, 2));
    char *words = page_words(&l, 1, false);
    cr_expect_not_null(strstr(words, "Svar"), "%s", words);
    cr_expect_not_null(strstr(words, "r2:"), "%s", words);
    cr_expect_not_null(strstr(words, "Kilde."), "%s", words);
    cr_expect_float_eq(size_of(&l, "r0:"), 8.5, 0.01, "the type is that of the theme");
    g_free(words);
    unlay(&l);
}

Test(table_fit, heads_and_folios_stand_where_the_turned_page_has_them)
{
    laid l = lay_parts("<p>før</p>", wide_table(6, 24, 3), "");
    const ladle_page *page = page_at(&l, 1);
    bool folio = false;
    for (unsigned i = 0; i < page->items->len; i++) {
        const ladle_page_item *item = page->items->pdata[i];
        if (item->artifact != LADLE_ARTIFACT_PAGINATION || item->kind != LADLE_ITEM_GLYPHS)
            continue;
        int right = item->x + item->width;
        cr_expect_leq(right, page->width - 25 * 2902);
        if (!g_str_has_prefix(item->run->text, "Side 2 af 2"))
            continue;
        folio = true;
        cr_expect_lt(abs(right - (page->width - (int)(25 * 2902.68))), 20);
        cr_expect_lt(abs(page->height - item->y - (int)((297 - 278.8) * 2902.68)), 20);
    }
    cr_expect(folio);
    unlay(&l);
}

Test(table_fit, text_goes_on_before_a_turned_page)
{
    char *text = many("<p>", 4, 30, "</p>");
    laid l = lay_parts("<p>før</p>", wide_table(6, 24, 3), text);
    cr_expect_eq(page_count(&l), 2);
    cr_expect(is_turned(&l, 1));
    cr_expect_eq(page_of(&l, "ord3.29"), 0);
    g_free(text);
    unlay(&l);
}

Test(table_fit, a_heading_goes_along_to_the_turned_page)
{
    laid l = lay_parts("<p>før</p><h2>Tabellen</h2>", wide_table(6, 24, 3), "");
    cr_expect_eq(page_count(&l), 2);
    cr_expect_eq(page_of(&l, "Tabellen"), 1);
    cr_expect_eq(page_of(&l, "før"), 0);
    unlay(&l);
}

Test(table_fit, a_long_turned_table_repeats_its_head)
{
    laid l = lay_parts("<p>før</p>", wide_table(6, 24, 60), "<h2>efter</h2>");
    cr_assert_gt(page_count(&l), 3);
    cr_expect(is_turned(&l, 1));
    cr_expect(is_turned(&l, 2));
    char *words = page_words(&l, 2, true);
    cr_expect_not_null(strstr(words, "fortsat"), "%s", words);
    cr_expect_not_null(strstr(words, "h5"), "%s", words);
    g_free(words);
    unlay(&l);
}

Test(table_fit, type_shrinks_in_steps_where_a_turned_page_is_too_narrow)
{
    laid l = lay_parts("", wide_table(7, 24, 3), "");
    cr_expect_float_eq(size_of(&l, "r0:"), 7.5, 0.01);
    cr_expect_float_eq(size_of(&l, "Svar"), 8, 0.01, "the caption keeps its size");
    unlay(&l);
}

Test(table_fit, below_the_floor_is_an_error_that_names_the_table)
{
    laid l = lay_parts("", wide_table(9, 24, 3), "");
    cr_expect_null(l.pages);
    char *messages = made_messages(&l.made);
    cr_expect_not_null(strstr(messages, "E514"), "%s", messages);
    cr_expect_not_null(strstr(messages, "Figur\u00a01 “Svar”"), "%s", messages);
    cr_expect_not_null(strstr(messages, "are 247;"), "%s", messages);
    g_free(messages);
    unlay(&l);
}

Test(table_fit, a_table_in_a_box_has_no_page_to_turn)
{
    char *table = wide_table(4, 20, 2);
    char *body = g_strconcat("<aside class='effect'>", table, "</aside>", NULL);
    laid l = lay_parts("", body, "");
    cr_expect_not(is_turned(&l, 0));
    cr_expect_lt(size_of(&l, "r0:"), 8.5);
    g_free(table);
    unlay(&l);
}

/* -------------------------------------------------------------------------------------- waiting */

#define TALL                                                                                       \
    "<figure counter='figure' class='whole'><figcaption>Høj</figcaption><img src='x.png' "        \
    "alt='Billede'/></figure>"

Test(table_fit, text_fills_the_page_before_a_figure_that_does_not_fit)
{
    char *before = many("<p>", 3, 60, "</p>"), *after = many("<p>", 6, 61, "</p>");
    laid l = lay_parts(before, g_strdup(TALL), after);
    cr_expect_eq(page_of(&l, "ord0.60"), 0, "text behind the figure stands before it");
    cr_expect_eq(page_of(&l, "Høj"), 1);
    g_free(before);
    g_free(after);
    unlay(&l);
}

Test(table_fit, a_figure_does_not_wait_beyond_a_heading)
{
    char *after = many("<p>", 1, 61, "</p>");
    char *next = g_strconcat(after, "<h2>Næste</h2><p>slut</p>", NULL);
    laid l = lay_parts("<p>før</p>", g_strdup(TALL), next);
    cr_expect_eq(page_of(&l, "ord0.60"), 0);
    cr_expect_eq(page_of(&l, "Høj"), 1);
    cr_expect_eq(page_of(&l, "Næste"), 2, "the figure fills its page");
    g_free(after);
    g_free(next);
    unlay(&l);
}

Test(table_fit, a_figure_does_not_wait_for_a_line_or_two)
{
    laid l = lay_parts("<p>før</p>", g_strdup(TALL), "<p>kort</p><h2>Næste</h2><p>slut</p>");
    cr_expect_eq(page_of(&l, "kort"), 2);
    unlay(&l);
}

Test(table_fit, a_figure_waits_though_lines_are_kept_with_it)
{
    char *after = many("<p>", 6, 61, "</p>");
    laid l = lay_parts("<p>før</p><p class='role'>rollen</p>", g_strdup(TALL), after);
    cr_expect_eq(page_of(&l, "rollen"), 0);
    cr_expect_eq(page_of(&l, "ord0.60"), 0);
    cr_expect_eq(page_of(&l, "Høj"), 1);
    g_free(after);
    unlay(&l);
}

Test(table_fit, figures_stay_in_their_order)
{
    char *after = many("<p>", 2, 61, "</p>");
    char *next = g_strconcat(after, TALL, after, NULL);
    laid l = lay_parts("<p>før</p>", g_strdup(TALL), next);
    cr_expect_eq(page_of(&l, "Figur\u00a01"), 1);
    cr_expect_eq(page_of(&l, "Figur\u00a02"), 2);
    g_free(after);
    g_free(next);
    unlay(&l);
}

static int first_of_line(const laid *l, const char *words, int *y)
{
    const ladle_page_item *item = find_run(l, words, NULL);
    *y = item->y;
    return item->x;
}

Test(table_fit, text_around_a_figure_that_waits_closes_up)
{
    char *before = many("<p>", 1, 40, "</p>"), *after = many("<p>", 6, 61, "</p>");
    char *opening = g_strconcat(before, "<p>foran</p>", NULL);
    char *rest = g_strconcat("<p>efter</p>", after, NULL);
    laid l = lay_parts(opening, g_strdup(TALL), rest);
    int above, below, left = first_of_line(&l, "foran", &above);
    cr_expect_eq(first_of_line(&l, "efter", &below), left, "it stands in as the one before");
    cr_expect_eq(below - above, ladle_theme_page(l.made.theme)->grid);
    cr_expect_eq(page_of(&l, "efter"), page_of(&l, "foran"));
    g_free(before);
    g_free(after);
    g_free(opening);
    g_free(rest);
    unlay(&l);
}

Test(table_fit, no_figure_waits_for_text_that_there_is_none_of)
{
    char *before = many("<p>", 20, 61, "</p>");
    laid l = lay_parts(before, g_strdup(TALL), "");
    cr_expect_eq(page_of(&l, "Høj"), (int)page_count(&l) - 1);
    g_free(before);
    unlay(&l);
}

/* ------------------------------------------------------------------------------------- last rows
 */

Test(table_fit, the_last_row_takes_others_along)
{
    for (unsigned rows = 20; rows < 60; rows++) {
        laid l = lay_parts("", wide_table(2, 20, rows), "");
        unsigned last = page_count(&l) - 1;
        if (last > 0) {
            char *words = page_words(&l, last, false);
            unsigned seen = 0;
            for (const char *at = words; (at = strstr(at, ":xx")) != NULL; at++)
                seen++;
            cr_expect_geq(seen, 2 * 2, "%u rows: %u cells on the last page", rows, seen);
            g_free(words);
        }
        unlay(&l);
    }
}

/* ------------------------------------------------------------------------------------ long cells
 */

/* Rows that run over pages: of each page that has some of them, the head is there, and the name of
 * the row with a word that it goes on; all words stand once. */
Test(table_fit, a_cell_of_many_pages_is_complete)
{
    char *first = many("", 1, 1500, ""), *second = many("<p>", 30, 41, "</p>");
    char *body =
        g_strconcat("<figure counter='figure'><figcaption>Svar</figcaption><table>"
                    "<col width='30mm'/><thead><tr><th>EMNE</th><th>A</th><th>B</th></tr>"
                    "</thead><tbody><tr><th scope='row'>Navnet</th><td>",
                    first, "</td><td>", second, "</td></tr></tbody></table></figure>", NULL);
    laid l = lay_parts("<p>før</p>", body, "<p>efter</p>");
    cr_assert_gt(page_count(&l), 4, "both cells are longer than three pages");
    unsigned last = (unsigned)page_of(&l, "efter"), words = 0;
    for (unsigned i = 0; i <= last; i++) {
        char *text = page_words(&l, i, true);
        cr_expect_not_null(strstr(text, "EMNE"), "page %u: %s", i, text);
        cr_expect_not_null(strstr(text, "Navnet"), "page %u: %s", i, text);
        const char *name = strstr(text, "Navnet");
        cr_expect(i == 0 || (name && strstr(name, "fortsat")), "page %u: %s", i, text);
        g_free(text);
        text = page_words(&l, i, false);
        for (const char *at = text; (at = strstr(at, "ord")) != NULL; at++)
            words++;
        g_free(text);
    }
    cr_expect_eq(words, 1500 + 30 * 41);
    g_free(first);
    g_free(second);
    unlay(&l);
}

Test(table_fit, a_list_with_notes_in_a_long_cell_is_complete)
{
    char *items = many("<li><p>ind<note>fodnote her</note> ", 60, 30,
                       "</p><ul><li><p>under</p></li></ul></li>");
    char *body = g_strconcat("<table><tbody><tr><th>Navn</th><td><ul>", items,
                             "</ul></td></tr></tbody></table>", NULL);
    laid l = lay_parts("", body, "");
    unsigned notes = 0, under = 0;
    for (unsigned i = 0; i < page_count(&l); i++) {
        char *text = page_words(&l, i, false);
        unsigned here = 0;
        for (const char *at = text; (at = strstr(at, "fodnote")) != NULL; at++)
            here++;
        for (const char *at = text; (at = strstr(at, "under")) != NULL; at++)
            under++;
        notes += here;
        g_free(text);
    }
    cr_expect_eq(notes, 60);
    cr_expect_eq(under, 60);
    g_free(items);
    unlay(&l);
}

Test(table_fit, a_cell_of_300_kB_is_no_trouble, .timeout = 20)
{
    char *text = many("", 1, 34000, "");
    char *body =
        g_strconcat("<table><tbody><tr><td>a</td><td>", text, "</td></tr></tbody></table>", NULL);
    laid l = lay_parts("", body, "");
    cr_expect_gt(page_count(&l), 50);
    cr_expect_geq(page_of(&l, "ord0.33999"), 50);
    g_free(text);
    unlay(&l);
}

Test(table_fit, a_head_taller_than_half_a_page_is_not_repeated)
{
    char *head = many("", 1, 700, ""), *rows = many("<tr><td>a</td><td>", 40, 30, "</td></tr>");
    char *body =
        g_strconcat("<figure counter='figure'><figcaption>Svar</figcaption><table><thead>"
                    "<tr><th>EMNE</th><th>",
                    head, "</th></tr></thead><tbody>", rows, "</tbody></table></figure>", NULL);
    laid l = lay_parts("", body, "");
    char *messages = made_messages(&l.made);
    cr_expect_not_null(strstr(messages, "W503"), "%s", messages);
    unsigned heads = 0;
    for (unsigned i = 0; i < page_count(&l); i++) {
        char *text = page_words(&l, i, true);
        heads += strstr(text, "EMNE") != NULL;
        g_free(text);
    }
    cr_expect_eq(heads, 1);
    g_free(messages);
    g_free(head);
    g_free(rows);
    unlay(&l);
}

/* --------------------------------------------------------------------------------------- numbers
 */

/* The x of the decimal mark of the run that begins with these words, `before` letters into it. */
static int mark_of(const laid *l, const char *words, int before)
{
    const ladle_page_item *item = find_run(l, words, NULL);
    return item->x + before * item->run->font.size / 2;
}

Test(table_fit, decimals_of_all_kinds_stand_under_each_other_within_their_column)
{
    laid l = lay_parts("",
                       g_strdup("<table><col/><col align='decimal'/><col/><tbody>"
                                "<tr><td>a</td><td>1.234,5</td><td>x0</td></tr>"
                                "<tr><td>b</td><td>−7,25689</td><td>x1</td></tr>"
                                "<tr><td>c</td><td>12 %</td><td>x2</td></tr>"
                                "<tr><td>d</td><td>–</td><td>x3</td></tr>"
                                "</tbody></table>"),
                       "");
    int mark = mark_of(&l, "1.234,5", 5);
    cr_expect_eq(mark_of(&l, "−7,25689", 2), mark);
    cr_expect_eq(mark_of(&l, "12", 2), mark);
    cr_expect_eq(mark_of(&l, "–", 1), mark, "a dash stands where the units do");
    const ladle_page_item *longest = find_run(&l, "−7,25689", NULL);
    cr_expect_lt(longest->x + longest->width, find_run(&l, "x1", NULL)->x);
    unlay(&l);
}

Test(table_fit, a_column_of_decimals_is_as_wide_as_its_numbers_need_when_they_stand_in_line)
{
    GString *xml = g_string_new("<table><col/><col align='decimal'/><col width='*'/><tbody>");
    g_string_append(xml, "<tr><td>a</td><td>1234567</td><td>x0 ");
    for (unsigned i = 0; i < 200; i++)
        g_string_append(xml, "ord ");
    g_string_append(xml, "</td></tr><tr><td>b</td><td>0,1234567</td><td>x1</td></tr>"
                         "</tbody></table>");
    laid l = lay_parts("", g_string_free(xml, FALSE), "");
    const ladle_page_item *small = find_run(&l, "0,1234567", NULL);
    cr_expect_leq(small->x + small->width, find_run(&l, "x1", NULL)->x);
    unlay(&l);
}
