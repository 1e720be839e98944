/* Properties over made-up documents: every word stands on the pages once and in reading order,
 * nothing is off its page or over other text, heads repeat. */
#include "make_layout.h"

typedef struct {
    GRand *rand;
    GString *xml;
    unsigned words; /* written so far; each is "‹n›", at times a long one */
    int longest;    /* of the long ones */
    GArray *notes;  /* words that stand in notes or beside the text: out of order */
    GArray *titles; /* words of captions: in order, but not with the text, which may go before */
    unsigned targets;
} maker;

static int pick(maker *m, int from, int end)
{
    return g_rand_int_range(m->rand, from, end);
}

static void put_words(maker *m, int n, bool aside)
{
    for (int i = 0; i < n; i++) {
        unsigned word = m->words++;
        g_string_append_printf(m->xml, "%s[%u", i ? " " : "", word);
        for (int more = pick(m, 0, 40) ? 0 : pick(m, 1, m->longest); more > 0; more--)
            g_string_append_c(m->xml, 'x');
        g_string_append_c(m->xml, ']');
        if (aside)
            g_array_append_val(m->notes, word);
    }
}

static void put_text(maker *m, int most, bool notes)
{
    put_words(m, pick(m, 1, most), false);
    static const char *const wraps[] = {"em", "strong", "span", "cite"};
    if (pick(m, 0, 3) == 0) {
        const char *wrap = wraps[pick(m, 0, 4)];
        g_string_append_printf(m->xml, " <%s>", wrap);
        put_words(m, pick(m, 1, 6), false);
        g_string_append_printf(m->xml, "</%s>", wrap);
    }
    if (notes && pick(m, 0, 4) == 0) {
        g_string_append(m->xml, "<note>");
        put_words(m, pick(m, 1, pick(m, 0, 8) ? 40 : 900), true);
        g_string_append(m->xml, "</note>");
    }
    if (notes && pick(m, 0, 4) == 0) {
        g_string_append(m->xml, "<aside>");
        put_words(m, pick(m, 1, 9), true);
        g_string_append(m->xml, "</aside>");
    }
    if (pick(m, 0, 6) == 0)
        g_string_append_printf(m->xml, " <ref to='t%d' show='page'/>", pick(m, 0, 3));
    if (pick(m, 0, 5) == 0)
        g_string_append(m->xml, "<br/>");
    g_string_append_c(m->xml, ' ');
    put_words(m, pick(m, 1, most), false);
}

static void put_list(maker *m, int depth)
{
    const char *kind = pick(m, 0, 2) ? "ul" : "ol";
    g_string_append_printf(m->xml, "<%s>", kind);
    for (int i = pick(m, 1, 5); i > 0; i--) {
        g_string_append(m->xml, "<li><p>");
        put_text(m, 30, true);
        g_string_append(m->xml, "</p>");
        if (depth < 3 && pick(m, 0, 3) == 0)
            put_list(m, depth + 1);
        g_string_append(m->xml, "</li>");
    }
    g_string_append_printf(m->xml, "</%s>", kind);
}

static void put_table(maker *m)
{
    int columns = pick(m, 1, 6), rows = pick(m, 1, 30);
    m->longest = 24; /* longer ones fit no page when all columns have one */
    g_string_append(m->xml, "<figure counter='figure'><figcaption>");
    for (unsigned i = 0; i < 4; i++) {
        unsigned word = m->words + i;
        g_array_append_val(m->titles, word);
    }
    put_words(m, 4, false);
    g_string_append(m->xml, "</figcaption><table><thead><tr>");
    for (int i = 0; i < columns; i++)
        g_string_append_printf(m->xml, "<th>HOVED%d</th>", i);
    g_string_append(m->xml, "</tr></thead><tbody>");
    for (int r = 0; r < rows; r++) {
        g_string_append(m->xml, pick(m, 0, 6) ? "<tr>" : "<tr keep='yes'>");
        for (int i = 0; i < columns; i++) {
            int span = pick(m, 0, 8) == 0 && i + 2 <= columns ? 2 : 1;
            g_string_append_printf(m->xml, "<td colspan='%d'>", span);
            /* One cell a row has long text, so that words stay in order over a break. */
            put_words(m, i + span == columns ? pick(m, 1, 120) : pick(m, 1, 3), true);
            g_string_append(m->xml, "</td>");
            i += span - 1;
        }
        g_string_append(m->xml, "</tr>");
    }
    g_string_append(m->xml, "</tbody></table><p class='note'>");
    put_words(m, 12, true);
    g_string_append(m->xml, "</p></figure>");
    m->longest = 120;
}

static void put_block(maker *m)
{
    switch (pick(m, 0, 12)) {
    case 0:
        g_string_append(m->xml, "<h2>");
        put_words(m, pick(m, 1, 14), false);
        g_string_append(m->xml, "</h2>");
        break;
    case 1:
        put_list(m, 0);
        break;
    case 2:
        put_table(m);
        break;
    case 3:
        g_string_append(m->xml, "<blockquote><p>");
        put_text(m, 40, true);
        g_string_append(m->xml, "</p></blockquote>");
        break;
    case 4:
        g_string_append(m->xml, "<aside class='effect'><p>");
        put_text(m, 60, false);
        g_string_append(m->xml, "</p></aside>");
        break;
    case 5:
        g_string_append(m->xml, "<columns class='pair'><div><p>");
        put_text(m, 40, false);
        g_string_append(m->xml, "</p></div><div><p>");
        put_text(m, 40, false);
        g_string_append(m->xml, "</p></div></columns>");
        break;
    default:
        g_string_append(m->xml, "<p>");
        put_text(m, 90, true);
        g_string_append(m->xml, "</p>");
        break;
    }
}

static maker make(guint32 seed)
{
    maker m = {.rand = g_rand_new_with_seed(seed),
               .xml = g_string_new("<section master='body' numbering='decimal'>"),
               .longest = 120,
               .notes = g_array_new(FALSE, FALSE, sizeof(unsigned)),
               .titles = g_array_new(FALSE, FALSE, sizeof(unsigned))};
    for (int i = 0; i < 3; i++) {
        g_string_append_printf(m.xml, "<p id='t%d'>", i);
        put_words(&m, 3, false);
        g_string_append(m.xml, "</p>");
    }
    for (int i = pick(&m, 5, 50); i > 0; i--)
        put_block(&m);
    g_string_append(m.xml, "</section>");
    return m;
}

/* Calls of each word on the pages, and whether those of the running text rise. */
static void check_words(const laid *l, const maker *m, guint32 seed)
{
    unsigned *seen = g_new0(unsigned, m->words);
    bool *free_order = g_new0(bool, m->words);
    for (unsigned i = 0; i < m->notes->len; i++)
        free_order[g_array_index(m->notes, unsigned, i)] = true;
    bool *title = g_new0(bool, m->words);
    for (unsigned i = 0; i < m->titles->len; i++)
        title[g_array_index(m->titles, unsigned, i)] = true;
    long lasts[] = {-1, -1};
    for (unsigned page = 0; page < page_count(l); page++) {
        char *text = page_words(l, page, false), *out = text;
        for (const char *at = text; *at; at++) /* long words go over lines */
            if (*at != '\n')
                *out++ = *at;
        *out = '\0';
        for (const char *at = text; (at = strchr(at, '[')) != NULL; at++) {
            unsigned word = (unsigned)g_ascii_strtoull(at + 1, NULL, 10);
            cr_assert_lt(word, m->words, "seed %u", seed);
            seen[word]++;
            if (free_order[word])
                continue;
            long *last = &lasts[title[word]];
            cr_expect_gt((long)word, *last, "seed %u: word %u after %ld", seed, word, *last);
            *last = word;
        }
        g_free(text);
    }
    for (unsigned i = 0; i < m->words; i++)
        cr_assert_eq(seen[i], 1, "seed %u: word %u stands %u times", seed, i, seen[i]);
    g_free(seen);
    g_free(free_order);
    g_free(title);
}

static void check_seed(guint32 seed)
{
    maker m = make(seed);
    laid l = lay_out(m.xml->str);
    char *messages = made_messages(&l.made);
    cr_assert_not_null(l.pages, "seed %u: %s", seed, messages);
    g_free(messages);
    check_words(&l, &m, seed);
    unlay(&l);
    g_string_free(m.xml, TRUE);
    g_array_free(m.notes, TRUE);
    g_array_free(m.titles, TRUE);
    g_rand_free(m.rand);
}

Test(layout_properties, every_word_once_and_in_order, .timeout = 200)
{
    for (guint32 seed = 1; seed <= 60; seed++)
        check_seed(seed);
}

Test(layout_properties, same_document_same_pages)
{
    maker m = make(4711);
    laid a = lay_out(m.xml->str), b = lay_out(m.xml->str);
    GString *first = g_string_new(NULL), *second = g_string_new(NULL);
    ladle_pages_print(a.pages, first);
    ladle_pages_print(b.pages, second);
    cr_expect_str_eq(first->str, second->str);
    g_string_free(first, TRUE);
    g_string_free(second, TRUE);
    unlay(&a);
    unlay(&b);
    g_string_free(m.xml, TRUE);
    g_array_free(m.notes, TRUE);
    g_array_free(m.titles, TRUE);
    g_rand_free(m.rand);
}
