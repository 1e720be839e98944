/* Columns that text runs through, on pages. */
#include "make_layout.h"

#define OPEN "<section master='body'><h1>Kapitel</h1><columns kind='flow' class='flow'><div>"
#define CLOSE "</div></columns></section>"

static laid lay_columns(const char *inside)
{
    char *body = g_strconcat(OPEN, inside, CLOSE, NULL);
    laid l = lay_out(body);
    g_free(body);
    return l;
}

static char *paragraphs(unsigned n, unsigned words)
{
    return many("<p>", n, words, "</p>");
}

/* Lowest line of running text left and right of the page's middle. */
static void depths(const laid *l, unsigned page, int depth[2])
{
    const ladle_page *p = l->pages->pages->pdata[page];
    depth[0] = depth[1] = 0;
    for (unsigned i = 0; i < p->items->len; i++) {
        const ladle_page_item *item = p->items->pdata[i];
        if (item->kind != LADLE_ITEM_GLYPHS || item->artifact)
            continue;
        bool right = item->x > l->pages->width / 2;
        depth[right] = MAX(depth[right], item->y);
    }
}

Test(columns, the_last_page_ends_even)
{
    for (unsigned n = 3; n < 40; n += 3) {
        char *text = paragraphs(n, 31);
        laid l = lay_columns(text);
        int depth[2], line = 14 * LADLE_PT;
        depths(&l, page_count(&l) - 1, depth);
        cr_expect_leq(abs(depth[0] - depth[1]), 3 * line, "%u paragraphs: %d, %d", n,
                      depth[0] / line, depth[1] / line);
        unlay(&l);
        g_free(text);
    }
}

Test(columns, lines_of_both_stand_on_the_grid)
{
    char *text = paragraphs(30, 25);
    char *inside = g_strconcat(text, "<h2>Mellem</h2>", "<aside class='effect'><p>Kort</p></aside>",
                               text, NULL);
    laid l = lay_columns(inside);
    const ladle_page_measures *page = ladle_theme_page(l.made.theme);
    int phase = -1;
    for (unsigned i = 0; i < page_count(&l); i++) {
        const ladle_page *p = l.pages->pages->pdata[i];
        for (unsigned j = 0; j < p->items->len; j++) {
            const ladle_page_item *item = p->items->pdata[j];
            if (item->kind != LADLE_ITEM_GLYPHS || item->artifact ||
                !g_str_has_prefix(item->run->text, "ord"))
                continue;
            int at = (item->y - page->top) % page->grid;
            if (phase < 0)
                phase = at;
            cr_expect_eq(at, phase, "line on the grid");
        }
    }
    unlay(&l);
    g_free(inside);
    g_free(text);
}

Test(columns, reading_order_is_kept_and_nothing_is_lost)
{
    char *text = paragraphs(40, 40);
    char *inside = g_strconcat(text, "<aside class='case'><p>boks</p></aside>", text, NULL);
    laid l = lay_columns(inside);
    GString *all = g_string_new(NULL);
    for (unsigned i = 0; i < page_count(&l); i++) {
        char *words = page_words(&l, i, false);
        g_string_append(all, words);
        g_string_append_c(all, '\n');
        g_free(words);
    }
    const char *at = all->str;
    for (int twice = 0; twice < 2; twice++)
        for (unsigned i = 0; i < 40; i++) {
            char *first = g_strdup_printf("ord%u.0", i);
            const char *found = strstr(at, first);
            cr_assert_not_null(found, "%s after what goes before it", first);
            at = found;
            g_free(first);
        }
    g_string_free(all, TRUE);
    unlay(&l);
    g_free(inside);
    g_free(text);
}

Test(columns, notes_stand_on_the_page_of_their_mark)
{
    char *text = paragraphs(12, 40);
    char *inside =
        g_strconcat(text, "<p>Her<note>Noten selv.</note> er mærket.</p>", text, text, NULL);
    laid l = lay_columns(inside);
    cr_expect_geq(page_of(&l, "er mærket"), 0);
    cr_expect_eq(page_of(&l, "er mærket"), page_of(&l, "Noten selv"));
    unlay(&l);
    g_free(inside);
    g_free(text);
}

Test(columns, one_quotation_a_page)
{
    char *text = paragraphs(4, 40);
    char *rest = paragraphs(40, 40);
    char *inside = g_strconcat(text, "<aside class='quote'><p>ETT</p></aside>", text,
                               "<aside class='quote'><p>TOO</p></aside>", rest, NULL);
    laid l = lay_columns(inside);
    cr_expect_eq(page_of(&l, "ETT"), 0);
    cr_expect_eq(page_of(&l, "TOO"), 1);
    unlay(&l);
    g_free(inside);
    g_free(rest);
    g_free(text);
}

Test(columns, a_tall_box_is_widened_and_a_taller_one_broken)
{
    char *text = paragraphs(12, 40);
    char *tall = paragraphs(1, 500), *taller = paragraphs(9, 300);
    char *inside = g_strconcat(text, "<aside class='effect'>", tall, "</aside>", text, NULL);
    laid l = lay_columns(inside);
    char *messages = made_messages(&l.made);
    cr_expect_not_null(strstr(messages, "W440"), "%s", messages);
    g_free(messages);
    unlay(&l);
    g_free(inside);

    inside = g_strconcat(text, "<aside class='effect'>", taller, "</aside>", text, NULL);
    l = lay_columns(inside);
    messages = made_messages(&l.made);
    cr_expect_not_null(strstr(messages, "W441"), "%s", messages);
    cr_expect_geq(page_of(&l, "ord8.299"), 1);
    g_free(messages);
    unlay(&l);
    g_free(inside);
    g_free(taller);
    g_free(tall);
    g_free(text);
}

Test(columns, a_page_break_ends_them)
{
    laid l = lay_columns("<p>Før</p><page-break/><p>Efter</p>");
    cr_expect_eq(page_of(&l, "Før"), 0);
    cr_expect_eq(page_of(&l, "Efter"), 1);
    unlay(&l);
}

/* x of the first line that begins with these words, from the left edge of its column. */
static int indent_of(const laid *l, const char *words)
{
    const ladle_page_item *run = find_run(l, words, NULL);
    const ladle_page_measures *page = ladle_theme_page(l->made.theme);
    int second = page->left + (page->text + page->gutter + page->side + page->gutter) / 2;
    return run->x - (run->x >= second ? second : page->left);
}

Test(columns, paragraphs_stand_in_unless_a_box_is_above)
{
    laid l = lay_columns("<p>ETT to</p><p>TRE fire</p><aside class='case'><p>boks</p></aside>"
                         "<p>FEM seks</p><p>SYV otte</p><p>NI ti</p><p>ELLEVE tolv</p>");
    cr_expect_eq(indent_of(&l, "ETT"), 0);
    cr_expect_eq(indent_of(&l, "TRE"), 14 * LADLE_PT);
    int box = find_run(&l, "boks", NULL)->y, next = find_run(&l, "FEM", NULL)->y;
    bool same = find_run(&l, "boks", NULL)->x / 100 / LADLE_PT ==
                find_run(&l, "FEM", NULL)->x / 100 / LADLE_PT;
    bool above = same && box < next;
    cr_expect_eq(indent_of(&l, "FEM") < LADLE_PT, above);
    unlay(&l);
}

/* ------------------------------------------------------------------------- made-up documents */

typedef struct {
    GRand *rand;
    GString *xml;
    unsigned words; /* written so far; each is "‹n›" */
} maker;

static int pick(maker *m, int from, int end)
{
    return g_rand_int_range(m->rand, from, end);
}

static void put_words(maker *m, int n)
{
    for (int i = 0; i < n; i++)
        g_string_append_printf(m->xml, "%s‹%u›", i ? " " : "", m->words++);
}

static void put(maker *m, const char *open, int words, const char *close)
{
    g_string_append(m->xml, open);
    put_words(m, words);
    g_string_append(m->xml, close);
}

static void put_block(maker *m)
{
    static const char *const boxes[] = {"case", "effect", "quote", "voice", "expectations"};
    char *open = g_strdup_printf("<aside class='%s'><p>", boxes[pick(m, 0, 5)]);
    switch (pick(m, 0, 14)) {
    case 0:
        put(m, "<h2>", pick(m, 1, 8), "</h2>");
        break;
    case 1:
        put(m, "<ul><li>", pick(m, 1, 30), "</li>");
        put(m, "<li>", pick(m, 1, 30), "</li></ul>");
        break;
    case 2:
        put(m, "<blockquote><p>", pick(m, 1, 40), "</p></blockquote>");
        break;
    case 3:
        put(m, "<table><tbody><tr><td>", pick(m, 1, 60), "</td>");
        put(m, "<td>", pick(m, 1, 400), "</td></tr></tbody></table>");
        break;
    case 4:
        put(m, "<p>", pick(m, 1, 60), "<note>");
        put(m, "", pick(m, 1, pick(m, 0, 6) ? 30 : 500), "</note></p>");
        break;
    case 5:
    case 6:
    case 7:
        put(m, open, pick(m, 1, pick(m, 0, 12) ? 50 : 1500), "</p></aside>");
        break;
    default:
        put(m, "<p>", pick(m, 1, pick(m, 0, 12) ? 90 : 1500), "</p>");
    }
    g_free(open);
}

/* How often each of n words stands on the pages. */
static void count_words(const laid *l, unsigned *times, unsigned n)
{
    for (unsigned i = 0; i < page_count(l); i++) {
        char *text = page_words(l, i, false);
        for (const char *at = strstr(text, "‹"); at; at = strstr(at + 1, "‹")) {
            guint64 word = g_ascii_strtoull(at + strlen("‹"), NULL, 10);
            cr_assert_lt(word, n);
            times[word]++;
        }
        g_free(text);
    }
}

Test(columns, hold_over_made_up_documents)
{
    for (guint32 seed = 1; seed <= 60; seed++) {
        maker m = {.rand = g_rand_new_with_seed(seed), .xml = g_string_new(NULL)};
        for (int n = pick(&m, 1, 40); n > 0; n--)
            put_block(&m);
        laid l = lay_columns(m.xml->str); /* verifies that nothing is off its page or drawn over */
        unsigned *times = g_new0(unsigned, m.words + 1);
        count_words(&l, times, m.words);
        for (unsigned i = 0; i < m.words; i++)
            cr_assert_eq(times[i], 1, "seed %u: word %u stands %u times", seed, i, times[i]);
        g_free(times);
        unlay(&l);
        g_string_free(m.xml, TRUE);
        g_rand_free(m.rand);
    }
}

/* A box whose table needs smaller type in a column, and none over both: what the first laying said
 * and did is gone. */
Test(columns, a_box_laid_twice_is_laid_from_its_own_size)
{
    GString *box = g_string_new("<aside class='effect'><table><tbody>");
    for (unsigned i = 0; i < 14; i++) {
        g_string_append_printf(box, "<tr><td>r%02u", i);
        for (unsigned letter = 0; letter < 34; letter++)
            g_string_append_c(box, 'x');
        g_string_append(box, "</td><td>");
        for (unsigned word = 0; word < 12; word++)
            g_string_append(box, "ord og flere ");
        g_string_append(box, "</td></tr>");
    }
    g_string_append(box, "</tbody></table></aside>");
    char *text = paragraphs(6, 31), *inside = g_strconcat(text, box->str, text, NULL);
    laid l = lay_columns(inside);
    char *messages = made_messages(&l.made);
    cr_expect_not_null(strstr(messages, "W440"), "%s", messages);
    cr_expect_null(strstr(messages, "E514"), "%s", messages);
    cr_expect_gt(find_run(&l, "r00xxx", NULL)->run->font.size, 7.6 * LADLE_PT);
    g_string_free(box, TRUE);
    g_free(messages);
    g_free(inside);
    g_free(text);
    unlay(&l);
}
