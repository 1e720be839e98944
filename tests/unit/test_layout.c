/* Documents into pages: what stands on which page. */
#include "make_layout.h"

#include "document/hyphenate.h"

#define BODY "<section master='body' numbering='decimal'>"
#define END "</section>"

static laid lay_parts(const char *first, ...)
{
    GString *body = g_string_new(first);
    va_list parts;
    va_start(parts, first);
    for (const char *part = va_arg(parts, const char *); part; part = va_arg(parts, const char *))
        g_string_append(body, part);
    va_end(parts);
    laid l = lay_out(body->str);
    g_string_free(body, TRUE);
    return l;
}

Test(layout, paragraphs_stand_on_the_grid)
{
    laid l = lay_out(BODY "<h1>Titel</h1><p>Første</p><h2>Afsnit</h2><p>Andet</p>" END);
    const ladle_page_item *first = find_run(&l, "Første", NULL),
                          *second = find_run(&l, "Andet", NULL);
    cr_expect_eq((second->y - first->y) % (14 * LADLE_PT), 0);
    cr_expect_eq(second->y - first->y, 4 * 14 * LADLE_PT);
    unlay(&l);
}

Test(layout, second_paragraph_is_indented_and_a_heading_has_its_number)
{
    laid l = lay_out(BODY "<h1>Titel</h1><p>Første</p><p>Andet</p>" END);
    int left = find_run(&l, "Første", NULL)->x;
    cr_expect_eq(find_run(&l, "Andet", NULL)->x, left + 14 * LADLE_PT);
    cr_expect_eq(find_run(&l, "1", NULL)->x, left);
    char *words = page_words(&l, 0, false);
    cr_expect_str_eq(words, "1\u00a0Titel\nFørste\nAndet");
    g_free(words);
    unlay(&l);
}

Test(layout, pages_hold_48_lines_and_no_line_stands_alone)
{
    char *text = many("<p>", 9, 90, "</p>");
    laid l = lay_parts(BODY, text, END, NULL);
    cr_assert_gt(page_count(&l), 1);
    for (unsigned i = 0; i < page_count(&l); i++) {
        const ladle_page *page = l.pages->pages->pdata[i];
        int bottom = 0;
        for (unsigned j = 0; j < page->items->len; j++) {
            const ladle_page_item *item = page->items->pdata[j];
            if (item->artifact == LADLE_ARTIFACT_NONE)
                bottom = MAX(bottom, item->y);
        }
        cr_expect_leq(bottom, l.pages->height - (int)(31.9 * 2902.677));
    }
    g_free(text);
    unlay(&l);
}

Test(layout, a_heading_takes_two_lines_with_it)
{
    for (unsigned lines = 36; lines < 50; lines++) {
        GString *body = g_string_new(BODY);
        for (unsigned i = 0; i < lines; i++)
            g_string_append_printf(body, "<p>linje%u</p>", i);
        g_string_append(body, "<h2>Overskrift</h2><p>efter<br/>to<br/>tre<br/>fire</p>" END);
        laid l = lay_out(body->str);
        int heading = page_of(&l, "Overskrift");
        cr_expect_eq(heading, page_of(&l, "efter"), "%u lines before", lines);
        cr_expect_eq(heading, page_of(&l, "to"), "%u lines before", lines);
        cr_expect_eq(page_of(&l, "tre"), page_of(&l, "fire"), "%u lines before", lines);
        g_string_free(body, TRUE);
        unlay(&l);
    }
}

Test(layout, a_footnote_stands_on_the_page_of_its_mark)
{
    for (unsigned lines = 38; lines < 48; lines++) {
        GString *body = g_string_new(BODY);
        for (unsigned i = 0; i < lines; i++)
            g_string_append_printf(body, "<p>linje%u</p>", i);
        g_string_append(body, "<p>mærket<note>Notens ord her</note></p><p>videre</p>" END);
        laid l = lay_out(body->str);
        cr_expect_eq(page_of(&l, "mærket"), page_of(&l, "Notens ord"), "%u lines", lines);
        g_string_free(body, TRUE);
        unlay(&l);
    }
}

Test(layout, a_note_too_long_for_its_page_goes_on_on_the_next)
{
    GString *body = g_string_new(BODY "<p>mærket<note>");
    for (unsigned i = 0; i < 1500; i++)
        g_string_append_printf(body, "n%u ", i);
    g_string_append(body, "</note></p><p>videre</p>" END);
    laid l = lay_out(body->str);
    cr_expect_eq(page_of(&l, "mærket"), 0);
    cr_expect_eq(page_of(&l, "n0 "), 0);
    cr_expect_gt(page_of(&l, "n1499"), 0);
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, words_of_the_side_column_stand_on_their_line_and_push_down)
{
    laid l =
        lay_out(BODY "<p>et<aside>E-001</aside> to<aside>E-002</aside><br/>tre<aside>E-003 "
                     "meget lange ord i siden der fylder flere linjer</aside><br/>fire<aside>E-004"
                     "</aside></p>" END);
    const ladle_page_item *one = find_run(&l, "E-001", NULL), *three = find_run(&l, "E-003", NULL),
                          *four = find_run(&l, "E-004", NULL);
    cr_expect_eq(one->x, (int)(25 * 2902.677 + 0.5) + (int)(126 * 2902.677 + 0.5));
    cr_expect_leq(abs(one->y - find_run(&l, "et", NULL)->y), LADLE_PT);
    cr_expect_leq(abs(three->y - find_run(&l, "tre", NULL)->y), LADLE_PT);
    cr_expect_gt(four->y, find_run(&l, "fire", NULL)->y + 14 * LADLE_PT, "pushed down");
    unlay(&l);
}

static char *long_table(unsigned rows, unsigned words, const char *extra)
{
    char *cells = many("<tr><th class='name'>Navn</th><td>", rows, words, "</td></tr>");
    char *table =
        g_strconcat("<figure counter='figure' id='f'><figcaption>Titel</figcaption><table>"
                    "<col width='40mm'/><col width='*'/><thead><tr><th>Hoved</th>"
                    "<th>Tekst</th></tr></thead><tbody>",
                    cells, "</tbody></table>", extra, "</figure>", NULL);
    g_free(cells);
    return table;
}

/* Captions keep some lines with them; a table shorter than that must not keep the next figure. */
Test(layout, words_of_the_side_column_are_read_after_the_paragraph_that_cites_them)
{
    char *words = many("", 1, 40, "");
    laid l = lay_parts(BODY "<p>Først <aside>E-001</aside> så ", words, "<aside>E-002</aside> ",
                       words, "sidst.</p><p>Næste</p><ul><li><p>punkt <aside>E-003</aside>", words,
                       "ende.</p></li><li><p>andet</p></li></ul>" END, NULL);
    char *read = page_words(&l, 0, false);
    const char *last = strstr(read, "sidst."), *next = strstr(read, "Næste");
    cr_assert(last && next && last < next);
    cr_expect_not_null(strstr(last, "E-001"), "%s", read);
    cr_expect_not_null(strstr(last, "E-002"), "%s", read);
    cr_expect_lt(strstr(read, "E-002"), next);
    cr_expect_gt(strstr(read, "E-003"), strstr(read, "ende."));
    cr_expect_lt(strstr(read, "E-003"), strstr(read, "andet"));
    g_free(read);
    g_free(words);
    unlay(&l);
}

Test(layout, words_of_the_side_column_beside_a_row_are_read_after_that_row)
{
    laid l = lay_out(
        BODY
        "<figure class='ideal'><table><tbody><tr><td>en <aside>A, B</aside></td><td>to</td></tr>"
        "<tr><td>tre</td><td>fire <aside>C, D</aside></td></tr><tr><td>fem</td>"
        "<td>seks</td></tr></tbody></table></figure>" END);
    char *read = page_words(&l, 0, false);
    cr_expect_gt(strstr(read, "A, B"), strstr(read, "to"), "%s", read);
    cr_expect_lt(strstr(read, "A, B"), strstr(read, "tre"), "%s", read);
    cr_expect_lt(strstr(read, "C, D"), strstr(read, "fem"), "%s", read);
    g_free(read);
    unlay(&l);
}

Test(layout, short_figures_do_not_hold_on_to_each_other)
{
    GString *body = g_string_new("");
    for (int i = 0; i < 12; i++) {
        char *table = long_table(1, 40, "");
        table[strlen("<figure counter='figure' id='")] = (char)('f' + i);
        g_string_append(body, table);
        g_free(table);
    }
    laid l = lay_parts(BODY, "<p>Først</p>", body->str, END, NULL);
    cr_assert_gt(page_count(&l), 1);
    char *words = page_words(&l, 0, false);
    cr_expect_not_null(strstr(words, "Først"), "%s", words);
    cr_expect_not_null(strstr(words, "Titel"), "%s", words);
    g_free(words);
    unlay(&l);
    g_string_free(body, TRUE);
}

static unsigned count(const char *text, const char *words)
{
    unsigned n = 0;
    for (const char *at = text; (at = strstr(at, words)) != NULL; at += strlen(words))
        n++;
    return n;
}

Test(layout, the_head_of_a_table_is_repeated_and_says_that_it_goes_on)
{
    char *table = long_table(90, 8, "<p class='note'>Kilde</p>");
    laid l = lay_parts(BODY, table, END, NULL);
    unsigned n = page_count(&l);
    cr_assert_gt(n, 2);
    for (unsigned i = 0; i < n; i++) {
        char *all = page_words(&l, i, true), *content = page_words(&l, i, false);
        cr_expect_eq(count(all, "Hoved"), 1, "page %u", i);
        cr_expect_eq(count(content, "Hoved"), i == 0, "page %u: repeated heads are artifacts", i);
        cr_expect_eq(count(all, "fortsat"), i > 0, "page %u", i);
        cr_expect_eq(count(all, "Figur\u00a01 fortsætter"), i + 1 < n, "page %u: %s", i, all);
        g_free(all);
        g_free(content);
    }
    g_free(table);
    unlay(&l);
}

Test(layout, a_row_that_breaks_says_its_name_again)
{
    char *table = long_table(3, 260, "");
    laid l = lay_parts(BODY, table, END, NULL);
    char *second = page_words(&l, 1, true);
    cr_expect_not_null(strstr(second, "Navn\nfortsat"), "%s", second);
    unsigned names = 0;
    for (unsigned i = 0; i < page_count(&l); i++) {
        char *content = page_words(&l, i, false);
        names += count(content, "Navn");
        g_free(content);
    }
    cr_expect_eq(names, 3, "a repeated name is an artifact");
    g_free(second);
    g_free(table);
    unlay(&l);
}

Test(layout, links_to_a_row_that_breaks_lead_to_its_beginning)
{
    GString *body = g_string_new(BODY "<p><a href='#r'>til rækken</a></p><table><tbody><tr id='r'>"
                                      "<th>Navn</th><td id='c'>");
    for (unsigned i = 0; i < 90; i++)
        g_string_append_printf(body, "linje%u<br/>", i);
    g_string_append(body, "</td></tr></tbody></table>" END);
    laid l = lay_out(body->str);
    cr_assert_gt(page_count(&l), 1);
    cr_assert_eq(l.pages->destinations->len, 2);
    cr_expect_str_eq(g_array_index(l.pages->destinations, ladle_destination, 0).id, "r");
    cr_expect_eq(g_array_index(l.pages->destinations, ladle_destination, 0).page, 0);
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, a_row_that_is_kept_does_not_break)
{
    GString *body = g_string_new(BODY "<table><tbody>");
    for (unsigned i = 0; i < 12; i++)
        g_string_append_printf(body,
                               "<tr keep='yes'><td>a%u<br/>b<br/>c<br/>d<br/>e<br/>z%u</td>"
                               "</tr>",
                               i, i);
    g_string_append(body, "</tbody></table>" END);
    laid l = lay_out(body->str);
    cr_assert_gt(page_count(&l), 1);
    for (unsigned i = 0; i < 12; i++) {
        char *a = g_strdup_printf("a%u\n", i), *z = g_strdup_printf("z%u", i);
        cr_expect_eq(page_of(&l, a), page_of(&l, z));
        g_free(a);
        g_free(z);
    }
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, a_kept_row_taller_than_a_page_breaks_by_force)
{
    GString *body = g_string_new(BODY "<table><tbody><tr keep='yes'><td>");
    for (unsigned i = 0; i < 150; i++)
        g_string_append_printf(body, "linje%u<br/>", i);
    g_string_append(body, "</td></tr></tbody></table>" END);
    laid l = lay_out(body->str);
    cr_expect_geq(page_count(&l), 3);
    cr_expect_geq(page_of(&l, "linje149"), 2);
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, page_numbers_are_filled_in_everywhere)
{
    char *text = many("<p>", 12, 90, "</p>");
    laid l = lay_parts(
        "<section master='front' contents='no'><h1>Indhold</h1><toc depth='2'/></section>", BODY,
        "<h1 id='en'>Første</h1><p>se <ref to='to' show='page'/>, og <a href='#to'>mål</a></p>",
        text, END,
        "<section numbering='decimal'><h1 id='to'>Andet</h1><p>nævnt på "
        "<backlinks to='to'/>.</p>" END,
        NULL);
    unsigned page;
    find_run(&l, "Andet", &page);
    const ladle_page *toc = l.pages->pages->pdata[0];
    cr_expect_str_eq(toc->label, "i");
    int target = page_of(&l, "nævnt på");
    cr_assert_gt(target, 1);
    const char *label = ((ladle_page *)l.pages->pages->pdata[target])->label;
    char *words = page_words(&l, 1, false),
         *expected = g_strdup_printf("se side %s, og mål", label);
    cr_expect_not_null(strstr(words, expected), "%s", words);
    g_free(words);
    g_free(expected);
    words = page_words(&l, (unsigned)target, false);
    cr_expect_not_null(strstr(words, "nævnt på 1."), "%s", words);
    g_free(words);
    words = page_words(&l, 0, false);
    expected = g_strdup_printf("%s\n2\nAndet", label);
    cr_expect_not_null(strstr(words, "Andet"), "%s", words);
    cr_expect_not_null(strstr(words, label), "%s", words);
    g_free(expected);
    g_free(words);
    words = page_words(&l, (unsigned)target, true);
    expected = g_strdup_printf("Side %s af %s", label, label);
    cr_expect_not_null(strstr(words, expected), "%s", words);
    cr_expect_not_null(strstr(words, "2 Andet") ? strstr(words, "2 Andet")
                                                : strstr(words, "2\u00a0Andet"),
                       "%s", words);
    g_free(expected);
    g_free(words);
    cr_expect_eq(l.pages->outline->len, 2);
    unlay(&l);
    g_free(text);
}

Test(layout, backlinks_show_each_page_once)
{
    laid l = lay_out(BODY "<p>a<a href='#e'>x</a> b<a href='#e'>x</a></p><page-break/>"
                          "<p>c<a href='#e'>x</a></p>" END
                          "<section><p id='e'>sider <backlinks to='e'/>!</p></section>");
    char *words = page_words(&l, 1, false);
    cr_expect_not_null(strstr(words, "sider 1, 2!"), "%s", words);
    g_free(words);
    unlay(&l);
}

Test(layout, backlinks_ahead_of_their_sources_close_up)
{
    laid l = lay_out(BODY "<p id='e'>sider <backlinks to='e'/>!</p><p>a<a href='#e'>x</a> b<a "
                          "href='#e'>x</a></p><page-break/><p>c<a href='#e'>x</a></p>" END);
    char *words = page_words(&l, 0, false);
    cr_expect_not_null(strstr(words, "sider 1, 2!"), "%s", words);
    g_free(words);
    unlay(&l);
}

Test(layout, backlinks_of_nothing_show_the_page_of_else)
{
    laid l = lay_out(BODY "<p>første</p><page-break/><p id='h'>hjemme</p>"
                          "<p id='e'>her <backlinks to='e' else='h'/>!</p>"
                          "<p id='f'>der <a href='#f'>x</a> <backlinks to='f' else='e'/>!</p>"
                          "<p id='g'>intet <backlinks to='g'/>!</p>"
                          "<p id='i'>streg <backlinks to='i' none='–'/>!</p>"
                          "<p id='j'>side <backlinks to='j' else='h' none='–'/>!</p>" END);
    char *words = page_words(&l, 1, false);
    cr_expect_not_null(strstr(words, "streg –!"), "%s", words);
    cr_expect_not_null(strstr(words, "side 2!"), "%s", words);
    cr_expect_not_null(strstr(words, "her 2!"), "%s", words);
    cr_expect_not_null(strstr(words, "der x 2!"), "%s", words);
    cr_expect_not_null(strstr(words, "intet !"), "%s", words);
    g_free(words);
    unlay(&l);
}

Test(layout, a_missing_character_is_an_error_that_names_it)
{
    laid l = lay_out(BODY "<p>tegn \uE123 her</p>" END);
    cr_expect_null(l.pages);
    char *messages = made_messages(&l.made);
    cr_expect_not_null(strstr(messages, "E501"));
    cr_expect_not_null(strstr(messages, "U+E123"), "%s", messages);
    g_free(messages);
    unlay(&l);
}

Test(layout, an_image_is_never_higher_than_the_text)
{
    laid l = lay_out(BODY "<p>før</p><img src='x.png' alt='Billede'/><p>efter</p>" END);
    cr_assert_not_null(l.pages);
    bool found = false;
    for (unsigned i = 0; i < page_count(&l); i++) {
        const ladle_page *page = l.pages->pages->pdata[i];
        for (unsigned j = 0; j < page->items->len; j++) {
            const ladle_page_item *item = page->items->pdata[j];
            found = found ||
                    (item->kind == LADLE_ITEM_IMAGE && item->y + item->height <= l.pages->height);
        }
    }
    cr_expect(found);
    unlay(&l);
}

Test(layout, right_to_left_words_are_turned)
{
    laid l = lay_out(BODY "<p>abc \u05d0\u05d1\u05d2 def</p>" END);
    const ladle_page_item *hebrew = find_run(&l, "\u05d0", NULL);
    cr_assert(hebrew->run->right_to_left);
    cr_expect_eq(hebrew->run->glyphs[0].glyph, 0x5d2, "the last letter stands left");
    cr_expect_lt(find_run(&l, "abc", NULL)->x, hebrew->x);
    unlay(&l);
}

Test(layout, a_text_that_runs_from_right_to_left_begins_at_the_right)
{
    laid l = lay_out(BODY "<p>\u05d0\u05d1\u05d2</p><p>abc</p>" END);
    const ladle_page_item *first = find_run(&l, "\u05d0", NULL), *last = find_run(&l, "abc", NULL);
    const ladle_page_measures *page = ladle_theme_page(l.made.theme);
    cr_expect_eq(first->x + first->width, page->left + page->text, "%d", first->x + first->width);
    cr_expect_lt(last->x, first->x);
    unlay(&l);
}

Test(layout, the_title_of_a_cover_gets_smaller_before_it_gets_longer)
{
    laid l =
        lay_out("<section master='front' class='cover' contents='no'><p class='title'>Sammen om "
                "virksomhederne i hele landet og uden for det også</p></section>");
    cr_expect_lt(find_run(&l, "Sammen", NULL)->run->font.size, 42 * LADLE_PT);
    cr_expect_eq(page_count(&l), 1);
    unlay(&l);
}

Test(layout, a_title_too_long_for_any_cover_is_cut_and_told_of)
{
    char *title = many("", 1, 300, "");
    char *body = g_strdup_printf("<section class='cover'><p class='title'>%s</p>"
                                 "<p class='subtitle'>under</p></section>",
                                 title);
    laid l = lay_out(body),
         plain = lay_out("<section class='cover'><p class='subtitle'>under</p></section>");
    cr_expect_eq(find_run(&l, "under", NULL)->y, find_run(&plain, "under", NULL)->y);
    char *words = page_words(&l, 0, false);
    cr_expect(strstr(words, " \u2026\nunder"), "the cut is seen");
    g_free(words);
    cr_assert_eq(ladle_diag_total(l.made.diagnostics), 1);
    cr_expect_eq(ladle_diag_at(l.made.diagnostics, 0)->code, LADLE_DIAG_TEXT_CUT);
    unlay(&plain);
    unlay(&l);
    g_free(body);
    g_free(title);
}

Test(layout, a_list_of_so_many_lines_says_how_many_of_its_items_stand)
{
    char *items = many("<li>", 20, 2, "</li>");
    char *body = g_strdup_printf(
        "<section class='cover'><div class='cover-parts'><ul class='cover-list'>%s</ul>"
        "</div></section>",
        items);
    laid l = lay_out(body);
    cr_expect(find_run(&l, "10 / 20", NULL), "ten lines and one for these words");
    cr_expect_eq(ladle_diag_total(l.made.diagnostics), 0);
    unlay(&l);
    g_free(body);
    g_free(items);
}

Test(layout, a_block_that_grows_at_its_place_moves_down_what_would_stand_in_it)
{
    const char *cover = "<section class='cover'><div class='cover-parts'><p>%s</p></div>"
                        "<p class='imprint-left'>under</p><p class='subtitle'>over</p></section>";
    int below[2], above[2];
    for (int i = 0; i < 2; i++) {
        char *words = many("", 1, i ? 180 : 2, "");
        char *body = g_strdup_printf(cover, words);
        laid l = lay_out(body);
        below[i] = find_run(&l, "under", NULL)->y;
        above[i] = find_run(&l, "over", NULL)->y;
        unlay(&l);
        g_free(body);
        g_free(words);
    }
    cr_expect_gt(below[1], below[0]);
    cr_expect_eq(above[1], above[0], "what is clear of it stays");
}

Test(layout, a_paragraph_of_300_kB_is_no_trouble)
{
    char *text = many("<p>", 1, 32000, "</p>");
    laid l = lay_parts(BODY, text, END, NULL);
    cr_expect_gt(page_count(&l), 50);
    g_free(text);
    unlay(&l);
}

Test(layout, a_word_of_300_kB_breaks)
{
    GString *body = g_string_new(BODY "<p>");
    for (unsigned i = 0; i < 300000; i++)
        g_string_append_c(body, 'x');
    g_string_append(body, "</p>" END);
    laid l = lay_out(body->str);
    cr_expect_gt(page_count(&l), 50);
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, lists_hang_and_nest)
{
    laid l = lay_out(BODY "<ol><li><p>et</p><ul><li>under</li></ul></li><li>to</li></ol>" END);
    int left = find_run(&l, "1.", NULL)->x;
    cr_expect_eq(find_run(&l, "et", NULL)->x, left + 14 * LADLE_PT);
    cr_expect_eq(find_run(&l, "–", NULL)->x, left + 14 * LADLE_PT);
    cr_expect_eq(find_run(&l, "under", NULL)->x, left + 28 * LADLE_PT);
    cr_expect_eq(find_run(&l, "2.", NULL)->x, left);
    char *words = page_words(&l, 0, false);
    cr_expect_str_eq(words, "1.et\n–under\n2.to", "%s", words);
    g_free(words);
    unlay(&l);
}

Test(layout, more_than_six_references_are_five_and_a_word)
{
    GString *body = g_string_new(BODY "<p>ord<aside>");
    for (int i = 1; i <= 7; i++)
        g_string_append_printf(body, "%s<a href='#e%d'>E-00%d</a>", i > 1 ? ", " : "", i, i);
    g_string_append(body, "</aside></p>");
    for (int i = 1; i <= 7; i++)
        g_string_append_printf(body, "<p id='e%d'>nr%d <backlinks to='e%d'/></p>", i, i, i);
    g_string_append(body, END);
    laid l = lay_out(body->str);
    char *words = page_words(&l, 0, false);
    cr_expect_not_null(strstr(words, "E-005"), "%s", words);
    cr_expect_not_null(strstr(words, "m.fl."), "%s", words);
    cr_expect_null(strstr(words, "E-006"), "%s", words);
    cr_expect_not_null(strstr(words, "nr7 1"), "a reference left out still counts: %s", words);
    g_free(words);
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, a_given_column_width_is_without_the_gutter)
{
    laid l = lay_out(BODY "<table><col width='40mm'/><col width='*'/><tbody><tr><td>en</td><td>to"
                          "</td></tr></tbody></table>" END);
    int step = find_run(&l, "to", NULL)->x - find_run(&l, "en", NULL)->x;
    cr_expect_eq(step, (int)(40 * 2902.677 + 0.5) + (int)(4 * 2902.677 + 0.5));
    unlay(&l);
}

/* A row that fits though the note glued to it does not must not be placed twice. */
Test(layout, a_row_before_a_note_stands_once_wherever_the_page_ends)
{
    for (unsigned lines = 20; lines < 48; lines++) {
        GString *body = g_string_new(BODY);
        for (unsigned i = 0; i < lines; i++)
            g_string_append_printf(body, "<p>linje%u</p>", i);
        char *table = long_table(4, 9, "<p class='note'>noten<br/>to<br/>tre<br/>fire</p>");
        g_string_append(body, table);
        g_string_append(body, END);
        laid l = lay_out(body->str);
        cr_assert_not_null(l.pages, "%u lines", lines);
        cr_expect_geq(page_of(&l, "noten"), page_of(&l, "ord3.8"), "%u lines", lines);
        g_free(table);
        g_string_free(body, TRUE);
        unlay(&l);
    }
}

Test(layout, an_image_in_the_text_makes_its_line_higher)
{
    laid l =
        lay_out(BODY "<p>før <img src='x.png' alt='Billede' width='2mm'/> efter<br/>næste</p>" END);
    cr_assert_not_null(l.pages);
    const ladle_page_item *line = find_run(&l, "før", NULL), *next = find_run(&l, "næste", NULL);
    cr_expect_eq(find_run(&l, " efter", NULL)->x - line->x - line->width,
                 (int)(2 * 2902.677 + 0.5));
    cr_expect_geq(next->y - line->y, 14 * LADLE_PT);
    cr_expect_geq(line->y, (int)((28 + 20) * 2902.677) - LADLE_PT, "20 mm high, but %d", line->y);
    unlay(&l);
}

Test(layout, soft_hyphens_part_words_and_vanish_elsewhere)
{
    GString *body = g_string_new(BODY "<p>");
    for (int i = 0; i < 60; i++)
        g_string_append(body, "af\u00adde\u00adlings\u00admøde ");
    g_string_append(body, "</p>" END);
    laid l = lay_out(body->str);
    const ladle_page *page = l.pages->pages->pdata[0];
    unsigned hyphens = 0;
    for (unsigned i = 0; i < page->items->len; i++) {
        const ladle_page_item *item = page->items->pdata[i];
        if (item->artifact)
            continue;
        const char *soft = strstr(item->run->text, "\u00ad");
        hyphens += soft != NULL;
        cr_expect(!soft || soft[2] == '\0', "only at the line's end: %s", item->run->text);
        if (soft) /* the glyph is that of a hyphen */
            cr_expect_eq(item->run->glyphs[item->run->n_glyphs - 1].glyph, '-');
    }
    cr_expect_gt(hyphens, 0);
    g_string_free(body, TRUE);
    unlay(&l);
}

Test(layout, running_heads_are_cut_at_a_word)
{
    laid l = lay_out(BODY "<h1>En meget lang titel om partnerskaber i hele landet som ikke kan stå "
                          "over siden</h1><p>ord</p><page-break/><p>ord</p>" END);
    char *words = page_words(&l, 1, true);
    cr_expect_not_null(strstr(words, " …"), "%s", words);
    cr_expect_null(strstr(words, "over siden"), "%s", words);
    g_free(words);
    unlay(&l);
}

Test(layout, decimals_stand_under_each_other)
{
    laid l = lay_out(BODY "<table><col width='60mm' align='decimal'/><col/><tbody>"
                          "<tr><td>1.234,5</td><td>a</td></tr><tr><td>7,25</td><td>b</td></tr>"
                          "<tr><td>12</td><td>c</td></tr></tbody></table>" END);
    int a = find_run(&l, "1.234,5", NULL)->x, b = find_run(&l, "7,25", NULL)->x;
    int step = (int)(8.5 * LADLE_PT) / 2;
    cr_expect_eq(b - a, 4 * step);
    cr_expect_eq(find_run(&l, "12", NULL)->x - a, 3 * step);
    unlay(&l);
}

Test(layout, text_that_no_paragraph_takes_is_an_error)
{
    made m = make_document(LAYOUT_HEAD BODY "<p>ord</p>" END "</document>", false);
    cr_assert_not_null(m.document);
    ladle_node *p = (ladle_node *)find_kind(m.document->root, LADLE_NODE_P);
    ladle_node stray = *p->first;
    stray.text = "bortkommet";
    p->parent->last->next = &stray; /* text right in a section, as no document has it */
    stray.parent = p->parent;
    stray.next = NULL;
    ladle_node table = *p;
    table.kind = LADLE_NODE_TABLE;
    table.first = table.last = &stray;
    table.next = NULL;
    p->next = &table;
    ladle_measure measure = fake_measure();
    ladle_layout_options options = {
        .theme = m.theme, .measure = &measure, .diagnostics = m.diagnostics};
    cr_expect_null(ladle_layout(m.arena, m.document, &options));
    char *messages = made_messages(&m);
    cr_expect_not_null(strstr(messages, "bortkommet"), "%s", messages);
    g_free(messages);
    unmake(&m);
}

/* The language of a part of the structure: its own, or that of what it is in. */
static const char *language_of(const laid *l, unsigned structure)
{
    const GArray *tree = l->pages->structure;
    while (structure && !g_array_index(tree, ladle_structure, structure).language)
        structure = g_array_index(tree, ladle_structure, structure).parent;
    const char *language = g_array_index(tree, ladle_structure, structure).language;
    return language ? language : l->pages->language;
}

/* All runs that are content and begin with the words. */
static void expect_language(const laid *l, const char *words, const char *language)
{
    unsigned runs = 0;
    for (unsigned i = 0; i < page_count(l); i++) {
        const ladle_page *page = l->pages->pages->pdata[i];
        for (unsigned j = 0; j < page->items->len; j++) {
            const ladle_page_item *item = page->items->pdata[j];
            if (item->artifact || item->kind != LADLE_ITEM_GLYPHS ||
                !g_str_has_prefix(item->run->text, words))
                continue;
            runs++;
            cr_expect_str_eq(language_of(l, item->structure), language, "%s", item->run->text);
        }
    }
    cr_expect_gt(runs, 0, "%s", words);
}

Test(layout, titles_of_another_language_take_it_along)
{
    laid l = lay_parts(
        "<section master='front' contents='no'><h1>Indhold</h1><toc depth='2'/></section>", BODY,
        "<h1>Dansk</h1><section numbering='none'><h2 id='e' xml:lang='en'>English</h2>"
        "<p xml:lang='en'>Words <ref to='k'/> <a href='#k'>one <span xml:lang='da'>led</span></a>"
        "</p><p>Ord <ref to='e'/></p></section><section id='k' numbering='decimal'><h2>Mere</h2>"
        "</section>",
        END, NULL);
    expect_language(&l, "English", "en"); /* heading, contents and reference */
    expect_language(&l, "Dansk", "da");
    expect_language(&l, "Words", "en");
    expect_language(&l, "afsnit", "da"); /* a label's word in an English paragraph */
    expect_language(&l, "one", "en");
    expect_language(&l, "led", "da");
    const ladle_page *page = l.pages->pages->pdata[1];
    unsigned links = 0;
    for (unsigned i = 0; i < page->links->len; i++) {
        const ladle_link *link = &g_array_index(page->links, ladle_link, i);
        links += link->words && strcmp(link->words, "one led") == 0;
        cr_expect_str_eq(g_array_index(l.pages->structure, ladle_structure, link->structure).role,
                         "Link");
    }
    cr_expect_eq(links, 1, "two languages are one link, but %u", links);
    unlay(&l);
}

/* Whether a word that fills a long paragraph is parted at some line's end after this beginning. */
static bool is_parted(const char *language, const char *word, const char *beginning)
{
    GString *body = g_string_new(NULL);
    g_string_append_printf(body, BODY "<p xml:lang='%s'>", language);
    for (int i = 0; i < 200; i++)
        g_string_append_printf(body, "%.*s %s ", 1 + i * i % 13, "abcdefghijklm", word);
    g_string_append(body, "</p>" END);
    char *xml = g_strconcat(LAYOUT_HEAD, body->str, "</document>", NULL);
    made m = make_document(xml, false);
    cr_assert_not_null(m.document);
    char *path = g_build_filename(LADLE_TEST_DATA, "..", "hyphenation", NULL);
    ladle_measure measure = fake_measure();
    ladle_layout_options options = {.theme = m.theme,
                                    .measure = &measure,
                                    .hyphenator =
                                        ladle_hyphenator_new(m.arena, path, m.diagnostics),
                                    .diagnostics = m.diagnostics};
    ladle_pages *pages = ladle_layout(m.arena, m.document, &options);
    cr_assert_not_null(pages);
    char *end = g_strconcat(beginning, "\u00ad", NULL);
    bool found = false;
    for (unsigned i = 0; i < pages->pages->len; i++) {
        const ladle_page *page = pages->pages->pdata[i];
        for (unsigned j = 0; j < page->items->len; j++) {
            const ladle_page_item *item = page->items->pdata[j];
            if (item->kind == LADLE_ITEM_GLYPHS && !item->artifact)
                found = found || g_str_has_suffix(item->run->text, end);
        }
    }
    g_free(end);
    g_free(path);
    g_free(xml);
    g_string_free(body, TRUE);
    unmake(&m);
    return found;
}

Test(layout, words_are_parted_by_the_rules_of_their_language)
{
    cr_expect(is_parted("da", "virksomhedsbesøg", "virksomheds"));
    cr_expect_not(is_parted("en", "virksomhedsbesøg", "virksomheds"));
    cr_expect(is_parted("en", "medarbejdere", "medarbe"));
    cr_expect_not(is_parted("da", "medarbejdere", "medarbe"));
    /* of a language without patterns not at all */
    cr_expect_not(is_parted("sv", "virksomhedsbesøg", "") || is_parted("sv", "medarbejdere", ""));
}

Test(layout, a_table_that_is_data_alone_is_not_printed)
{
    laid l = lay_out("<section master='body'><p>Før</p><table data='only'><caption>Titel</caption>"
                     "<tbody><tr><td>skjult</td></tr></tbody></table><p>Efter</p></section>");
    char *words = page_words(&l, 0, true), *messages = made_messages(&l.made);
    cr_expect(strstr(words, "Før") && strstr(words, "Efter"), "%s", words);
    cr_expect_null(strstr(words, "skjult"), "%s", words);
    cr_expect_null(strstr(words, "Titel"), "%s", words);
    cr_expect_str_empty(messages, "%s", messages);
    for (guint i = 0; i < l.pages->structure->len; i++)
        cr_expect_str_neq(g_array_index(l.pages->structure, ladle_structure, i).role, "Table");
    g_free(words);
    g_free(messages);
    unlay(&l);
}
