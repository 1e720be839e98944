/* Words of neighbouring columns stand apart, whatever the table's gutter. */
#include "make_layout.h"

#define BODY "<section master='body'><h1>Titel</h1>"
#define END "</section>"

static int pick(GRand *rand, int from, int end)
{
    return g_rand_int_range(rand, from, end);
}

static void put_word(GRand *rand, GString *xml, int most)
{
    for (int letters = pick(rand, 1, most); letters > 0; letters--)
        g_string_append_c(xml, "enratsil"[pick(rand, 0, 8)]);
}

static void put_cols(GRand *rand, GString *xml, int columns)
{
    for (int i = 0; i < columns; i++)
        switch (pick(rand, 0, 3)) {
        case 0:
            g_string_append_printf(xml, "<col width='%dmm'/>", pick(rand, 12, 30));
            break;
        case 1:
            g_string_append(xml, "<col width='*'/>");
            break;
        default:
            g_string_append(xml, "<col/>");
        }
}

static void put_row(GRand *rand, GString *xml, const char *cell, int columns)
{
    static const char *const aligns[] = {"left", "centre", "right"};
    g_string_append(xml, "<tr>");
    for (int i = 0; i < columns; i++) {
        g_string_append_printf(xml, "<%s align='%s'>", cell, aligns[pick(rand, 0, 3)]);
        for (int words = pick(rand, 1, 4); words > 0; words--) {
            put_word(rand, xml, 14);
            g_string_append_c(xml, ' ');
        }
        g_string_append_printf(xml, "</%s>", cell);
    }
    g_string_append(xml, "</tr>");
}

/* A table without a gutter. */
static char *random_table(guint32 seed)
{
    GRand *rand = g_rand_new_with_seed(seed);
    int columns = pick(rand, 2, 7);
    GString *xml = g_string_new(BODY "<figure class='matrix'><table>");
    put_cols(rand, xml, columns);
    g_string_append(xml, "<thead>");
    put_row(rand, xml, "th", columns);
    g_string_append(xml, "</thead><tbody>");
    for (int rows = pick(rand, 1, 6); rows > 0; rows--)
        put_row(rand, xml, "td", columns);
    g_string_append(xml, "</tbody></table></figure>" END);
    g_rand_free(rand);
    return g_string_free(xml, FALSE);
}

static const char *role_of(const laid *l, const ladle_page_item *item)
{
    return g_array_index(l->pages->structure, ladle_structure, item->structure).role;
}

/* Two runs of one row in different cells, on one line. */
static bool are_beside(const laid *l, const ladle_page_item *a, const ladle_page_item *b)
{
    return a->kind == LADLE_ITEM_GLYPHS && b->kind == LADLE_ITEM_GLYPHS && !a->artifact &&
           !b->artifact && a->structure != b->structure && a->y == b->y && a->x <= b->x &&
           strcmp(role_of(l, a), role_of(l, b)) == 0;
}

static void check_gaps(const laid *l, guint32 seed)
{
    for (unsigned p = 0; p < page_count(l); p++) {
        const ladle_page *page = l->pages->pages->pdata[p];
        for (unsigned i = 0; i < page->items->len; i++)
            for (unsigned j = 0; j < page->items->len; j++) {
                const ladle_page_item *a = page->items->pdata[i], *b = page->items->pdata[j];
                if (!are_beside(l, a, b))
                    continue;
                double least = strcmp(role_of(l, a), "TH") == 0 ? 2 : 1;
                double gap = (double)(b->x - a->x - a->width) / LADLE_PT / 72 * 25.4;
                cr_expect_geq(gap, least - 0.01, "table %u: “%s” and “%s” are %.2f mm apart", seed,
                              a->run->text, b->run->text, gap);
            }
    }
}

Test(table_gaps, words_of_neighbouring_columns_stand_apart)
{
    for (guint32 seed = 1; seed <= 300; seed++) {
        char *body = random_table(seed);
        laid l = lay_out(body);
        check_gaps(&l, seed);
        g_free(body);
        unlay(&l);
    }
}
