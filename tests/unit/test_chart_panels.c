#include "chart_fixture.h"

#define LONG "Et meget langt navn som ikke kan stå på en linje der hvor det skal stå og må brydes"

/* `n` panels, the i-th with a last value of i + 1 and a target of twice as much; bars: how many. */
static char *panels(unsigned n, unsigned bars, bool target)
{
    GString *xml = g_string_new("<chart kind='panels' alt='x'>");

    for (unsigned i = 0; i < n; i++) {
        g_string_append_printf(xml, "<panel label='P%u'", i);
        if (target)
            g_string_append_printf(xml, " target='%u' target-label='mål %u'", 2 * i + 2, 2 * i + 2);
        g_string_append(xml, ">");
        for (unsigned k = 1; k <= bars; k++)
            g_string_append_printf(xml, "<bar label='m%u' value='%.2f' part='%.2f' words='%.2f'/>",
                                   k, (i + 1.0) * k / bars, (i + 1.0) * k / bars / 4,
                                   (i + 1.0) * k / bars);
        g_string_append(xml, "</panel>");
    }
    g_string_append(xml, "</chart>");
    return g_string_free(xml, FALSE);
}

static unsigned count_fills(const fixture *all, unsigned box, const char *colour)
{
    const GPtrArray *items = fixture_box(all, box)->items;
    ladle_colour wanted = ladle_theme_colour(all->theme, colour);
    unsigned n = 0;

    for (unsigned i = 0; i < items->len; i++) {
        const ladle_page_item *item = items->pdata[i];
        n += item->kind == LADLE_ITEM_PATH && !item->path->fill.none &&
             same_colour(item->path->fill, wanted);
    }
    return n;
}

/* From one panel to forty: even rows of at most four, each a box a page may break after. */
Test(chart_panels, the_grid_takes_as_many_rows_as_it_needs)
{
    static const struct {
        unsigned panels, rows, in_first;
    } CASES[] = {{1, 1, 1}, {2, 1, 2},  {3, 1, 3},  {4, 1, 4},  {5, 2, 3},
                 {7, 2, 4}, {11, 3, 4}, {15, 4, 4}, {16, 4, 4}, {40, 10, 4}};

    for (unsigned i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *xml = panels(CASES[i].panels, 12, true);
        CHART(one, xml, mm(160));
        cr_expect_eq(one.boxes->len, CASES[i].rows, "%u panels in %u rows", CASES[i].panels,
                     one.boxes->len);
        /* Each panel has a base line, in G7. */
        cr_expect_eq(count_fills(&one, 0, "G7"), CASES[i].in_first, "%u panels", CASES[i].panels);
        for (unsigned box = 0; box < one.boxes->len; box++)
            cr_expect_leq(fixture_box(&one, box)->height, mm(45));
        fixture_close(&one);
        g_free(xml);
    }
}

Test(chart_panels, all_are_on_one_scale)
{
    char *xml = panels(6, 1, false);
    CHART(one, xml, mm(160));
    const ladle_page_item *least = find_fill(&one, 0, "G4", 0), *most = find_fill(&one, 1, "G4", 2);
    const ladle_page_item *least_part = find_fill(&one, 0, "INK", 0);

    /* Panels of 1 and 6, three quarters of each in G4 and a quarter in INK. */
    cr_assert_float_eq(most->height, 6.0 * least->height, 6);
    cr_assert_float_eq(least->height, 3.0 * least_part->height, 3);
    cr_assert_eq(least->y + least->height, least_part->y);
    fixture_close(&one);
    g_free(xml);
}

Test(chart_panels, all_end_at_the_same_moment)
{
    CHART(one,
          "<chart kind='panels' alt='x'><panel label='a'><bar label='jan.' value='1' words='1'/>"
          "<bar label='feb.' value='2' words='2'/><bar label='mar.' value='2' words='2'/>"
          "<bar label='apr.' value='4' words='4'/></panel>"
          "<panel label='b'><bar label='apr.' value='3' words='3'/></panel></chart>",
          mm(160));
    const ladle_page_item *last = find_fill(&one, 0, "G4", 3), *only = find_fill(&one, 0, "G4", 4);
    const ladle_page_item *first = find_fill(&one, 0, "G4", 0);
    const ladle_page_item *base = find_fill(&one, 0, "G7", 1);

    cr_assert_eq(only->width, last->width);
    cr_assert_float_eq((only->x - base->x) - (last->x - first->x), 0, 3);
    cr_assert(find_text(&one, "jan."));
    fixture_close(&one);
}

Test(chart_panels, the_last_value_and_the_target_are_written)
{
    CHART(one,
          "<chart kind='panels' alt='x'><panel label='a' target='40' target-label='mål 40'>"
          "<bar label='x' value='10' words='10'/><bar label='y' value='20' "
          "words='20'/></panel></chart>",
          mm(160));
    const ladle_page_item *line = find_stroke(&one, 0, "ACC", 0),
                          *bar = find_fill(&one, 0, "G4", 1);
    const ladle_page_item *base = find_fill(&one, 0, "G7", 0);

    cr_assert(find_text(&one, "20")->run->font.bold);
    cr_assert(find_text(&one, "a")->run->font.bold);
    cr_assert(
        same_colour(find_text(&one, "mål 40")->run->colour, ladle_theme_colour(one.theme, "ACC")));
    cr_assert_float_eq(base->y - (line->y + line->height / 2), 2.0 * bar->height, 4);
    fixture_close(&one);
}

Test(chart_panels, hard_data_stays_inside)
{
    static const char *const table[] = {
        "<chart kind='panels' alt='x'><panel label=''><bar label='' value='0' "
        "words=''/></panel></chart>",
        "<chart kind='panels' alt='x'><panel label='" LONG "' target='0' target-label='mål 0'>"
        "<bar label='" LONG "' value='0' words='0'/></panel></chart>",
        "<chart kind='panels' alt='x'><panel label='a' target='1' target-label='" LONG "'>"
        "<bar label='x' value='1' words='" LONG "'/></panel><panel label='b'>"
        "<bar label='x' value='999999999999' part='999999999999' words='999.999.999.999'/></panel>"
        "</chart>",
        "<chart kind='panels' alt='x'><panel label='a' target='5' target-label='mål 5'>"
        "<bar label='x' value='5' part='9' words='5'/></panel></chart>",
    };
    static const int widths[] = {160, 77, 20};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++)
        for (unsigned k = 0; k < G_N_ELEMENTS(widths); k++) {
            CHART(one, table[i], mm(widths[k]));
            fixture_close(&one);
        }
    for (unsigned bars = 1; bars < 400; bars = bars * 3 + 1) {
        char *xml = panels(9, bars, true);
        CHART(one, xml, mm(120));
        fixture_close(&one);
        g_free(xml);
    }
}
