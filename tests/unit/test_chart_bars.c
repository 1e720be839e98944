#include "chart_fixture.h"

#define LONG "Et meget langt navn som ikke kan stå på en linje der hvor det skal stå og må brydes"

static char *bars(unsigned n, unsigned most, const char *target)
{
    GString *xml = g_string_new(NULL);

    g_string_printf(xml, "<chart kind='bars' alt='x'><panel label='Akse' %s>", target);
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(xml, "<bar label='m%u' value='%u' part='%u' words='%u'/>", i,
                               most * (i + 1) / n, most * (i + 1) / n / 3, most * (i + 1) / n);
    g_string_append(xml, "</panel></chart>");
    return g_string_free(xml, FALSE);
}

static int bottom_of(const ladle_page_item *item)
{
    return item->y + item->height;
}

Test(chart_bars, heights_are_in_proportion_and_the_part_stands_on_the_base)
{
    CHART(one,
          "<chart kind='bars' alt='x'><panel label='a' target='40' target-label='mål 40'>"
          "<bar label='x' value='10' part='4' words='10'/>"
          "<bar label='y' value='20' part='20' words='20'/></panel>"
          "<panel label='b'><bar label='x' value='30' words='30'/></panel></chart>",
          mm(160));
    const ladle_page_item *rest = find_fill(&one, 0, "G4", 0), *part = find_fill(&one, 0, "INK", 0);
    const ladle_page_item *whole = find_fill(&one, 0, "INK", 1),
                          *other = find_fill(&one, 0, "G4", 1);
    const ladle_page_item *target = find_stroke(&one, 0, "ACC", 0);
    double unit = whole->height / 20.0;

    cr_assert_float_eq(rest->height, 6 * unit, 3);
    cr_assert_float_eq(part->height, 4 * unit, 3);
    cr_assert_float_eq(other->height, 30 * unit, 3); /* both panels on one scale */
    cr_assert_eq(bottom_of(rest), part->y);
    cr_assert_eq(bottom_of(part), bottom_of(whole));
    cr_assert_eq(bottom_of(other), bottom_of(whole));
    cr_assert_float_eq(bottom_of(part) - (target->y + target->height / 2), 40 * unit, 3);
    cr_assert_eq(target->path->dash_on, mm(1.4));
    cr_assert_eq(rest->width, mm(5.6));
    cr_assert_float_eq(whole->x - part->x, mm(8.6), 2);
    cr_assert_float_eq(other->x, mm(83), 3);
    fixture_close(&one);
}

Test(chart_bars, the_last_value_is_bold_and_the_target_accented)
{
    char *xml = bars(3, 9, "target='12' target-label='mål 12'");
    CHART(one, xml, mm(77));
    const ladle_page_item *target = find_text(&one, "mål 12");
    const ladle_page_item *line = find_stroke(&one, 0, "ACC", 0);

    cr_assert(!find_text(&one, "3")->run->font.bold);
    cr_assert(!find_text(&one, "6")->run->font.bold);
    cr_assert(find_text(&one, "9")->run->font.bold);
    cr_assert(target->run->font.bold);
    cr_assert(same_colour(target->run->colour, ladle_theme_colour(one.theme, "ACC")));
    cr_assert_geq(target->x, line->x + line->width);
    fixture_close(&one);
    g_free(xml);
}

static unsigned count_texts(const fixture *all, bool bold)
{
    const ladle_chart_box *box = fixture_box(all, 0);
    unsigned n = 0;

    for (unsigned i = 0; i < box->items->len; i++) {
        const ladle_page_item *item = box->items->pdata[i];
        n += item->kind == LADLE_ITEM_GLYPHS && item->run->font.bold == bold;
    }
    return n;
}

Test(chart_bars, many_bars_move_together_and_their_labels_thin_out)
{
    static const unsigned counts[] = {1, 8, 18, 19, 30, 100, 400};
    static const char *const targets[] = {"", "target='0' target-label='mål 0'",
                                          "target='999' target-label='et langt mål på 999'"};

    for (unsigned i = 0; i < G_N_ELEMENTS(counts); i++)
        for (unsigned k = 0; k < G_N_ELEMENTS(targets); k++) {
            char *xml = bars(counts[i], 5000, targets[k]);
            CHART(wide, xml, mm(160));
            cr_assert(find_text(&wide, "5000"), "%u bars", counts[i]);
            char *last = g_strdup_printf("m%u", counts[i] - 1);
            cr_assert(find_text(&wide, last));
            if (counts[i] == 100)
                cr_assert_lt(count_texts(&wide, false), 100u);
            fixture_close(&wide);
            CHART(narrow, xml, mm(40));
            fixture_close(&narrow);
            g_free(last);
            g_free(xml);
        }
}

Test(chart_bars, hard_data_stays_inside)
{
    static const char *const table[] = {
        "<chart kind='bars' alt='x'><panel label='a'><bar label='' value='0' "
        "words=''/></panel></chart>",
        "<chart kind='bars' alt='x'><panel label='" LONG "' target='0' target-label='mål 0'>"
        "<bar label='jan.' value='0' words='0'/><bar label='feb.' value='0' words='0'/></panel>"
        "</chart>",
        "<chart kind='bars' alt='x'><panel label='a' target='1' target-label='" LONG "'>"
        "<bar label='" LONG "' value='999999999999' part='999999999999' words='999.999.999.999'/>"
        "<bar label='" LONG "' value='0.001' words='0,001'/></panel></chart>",
        "<chart kind='bars' alt='x'>"
        "<panel label='a'><bar label='x' value='1' words='1'/></panel>"
        "<panel label='b'><bar label='x' value='1' words='1'/></panel>"
        "<panel label='c' target='2' target-label='mål 2'><bar label='x' value='2' words='2'/>"
        "</panel></chart>",
        "<chart kind='shares' alt='x'><bar label='" LONG
        "' value='1' words='100 %' emphasis='yes'/>"
        "<bar label='b' value='0' words='0 %'/><bar label='c' value='0.5' words='" LONG
        "'/></chart>",
        "<chart kind='targets' alt='x' full='" LONG "'><slot label='" LONG "'/><slot label='b'/>"
        "<slot label='c'/><slot label='d'/><slot label='e'/><slot label='f'/>"
        "<row label='" LONG "'><cell value='0'/><cell value='0'/><cell value='0'/><cell value='0'/>"
        "<cell value='0'/><cell value='0'/></row>"
        "<row label='b' emphasis='yes'><cell value='1'/><cell value='1'/><cell value='1'/>"
        "<cell value='99999' words='9.999.900 %'/><cell value='2' words='200 %'/>"
        "<cell value='-1' words='−100 %'/></row><row label='c'><cell/></row></chart>",
        "<chart kind='reach' alt='x' threshold='0.5' threshold-label='" LONG "'>"
        "<bar label='" LONG "' value='1' words='100 %' emphasis='yes'/>"
        "<bar label='b' value='0' words='0 %'/><bar label='c' value='0.47' words='47 %'/>"
        "<bar label='d' value='0.5' words='" LONG "'/></chart>",
        "<chart kind='reach' alt='x' threshold='1' threshold-label='alle'>"
        "<bar label='b' value='0.99' words='99 %'/></chart>",
        "<chart kind='reach' alt='x' threshold='0'><bar label='b' value='0' words='0 %'/></chart>",
        "<chart kind='stairs' alt='x' of='4' needed='2' needed-words='2 af 3' total='" LONG "'>"
        "<slot label='" LONG "' level='1' words='" LONG "'/><slot label='b' level='2' words='ja' "
        "heavy='yes'/><slot label='c' level='3' words='nej'/>"
        "<row label='a' level='3'/><row label='" LONG "' level='2'/><row label='c' level='0'/>"
        "<row label='d'/></chart>",
        "<chart kind='stairs' alt='x' of='1' needed='9' needed-words='" LONG "'>"
        "<slot label='a' level='0'/><row label='a'/></chart>",
        "<chart kind='stairs' alt='x' of='9' needed='1' needed-words='1 af 1' total='t'>"
        "<slot label='aaaaaaaa' level='1' words='w'/><slot label='bbbb' level='2' words='w'/>"
        "<slot label='cccc' level='3' words='w'/><slot label='dddd' level='4' words='w'/>"
        "<slot label='eeee' level='5' words='w'/><slot label='ffff' level='6' words='w'/>"
        "<slot label='gggg' level='7' words='w'/><slot label='hhhh' level='8' words='w'/>"
        "<row label='a' level='8'/></chart>",
        "<chart kind='parts' alt='x'><row label='" LONG "'><part label='a' value='0' words='0'/>"
        "<part label='b' value='0' words='0'/></row></chart>",
        "<chart kind='parts' alt='x'><row label='a'><part label='" LONG "' value='1' words='1'/>"
        "<part label='" LONG "' value='1000000' words='1.000.000'/>"
        "<part label='c' value='1' words='1'/><part label='d' value='1' words='1'/></row></chart>",
        "<chart kind='pair' alt='x' first='" LONG "' second='" LONG "'>"
        "<row label='" LONG "' first='0' second='0' first-words='0' second-words='0'/>"
        "<row label='b' first='1' second='1' first-words='100' second-words='100'/>"
        "<row label='c' first='0.9' second='0.1' first-words='90' second-words='10'/>"
        "<row label='d' first='0.5' first-words='50'/><row label='e' second='1' "
        "second-words='100'/>"
        "<row label='f'/></chart>",
        "<chart kind='ticks' alt='x'><row label='" LONG "' words='0 af 0'/>"
        "<row label='b' words='" LONG "'><tick on='yes'/></row></chart>",
    };
    static const int widths[] = {160, 77, 49};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++)
        for (unsigned k = 0; k < G_N_ELEMENTS(widths); k++) {
            CHART(one, table[i], mm(widths[k]));
            fixture_close(&one);
        }
}

Test(chart_bars, three_panels_are_two_boxes_on_one_scale)
{
    CHART(one,
          "<chart kind='bars' alt='x'><panel label='a'><bar label='x' value='4' words='4'/></panel>"
          "<panel label='b'><bar label='x' value='8' words='8'/></panel>"
          "<panel label='c'><bar label='x' value='2' words='2'/></panel></chart>",
          mm(160));
    cr_assert_eq(one.boxes->len, 2);
    cr_assert_float_eq(find_fill(&one, 0, "G4", 1)->height / 4.0,
                       find_fill(&one, 1, "G4", 0)->height, 2);
    fixture_close(&one);
}

static char *two_panels(int months)
{
    GString *xml = g_string_new("<chart kind='bars' alt='x'>");

    for (int p = 0; p < 2; p++) {
        g_string_append_printf(xml, "<panel label='Akse'>");
        for (int i = 0; i < months; i++)
            g_string_append_printf(xml, "<bar label='marts' value='%d' words='%d'/>",
                                   p == 0 ? 5 : 20, p == 0 ? 5 : 20);
        g_string_append(xml, "</panel>");
    }
    g_string_append(xml, "</chart>");
    return g_string_free(xml, FALSE);
}

/* Four years of months do not fit half the width: the panels stand one below the other, a visit is
 * as high in both, and the low panel takes no more room than it asks. A year and a half stands side
 * by side, with every second or third month named. */
Test(chart_bars, crowded_panels_stack_on_one_scale)
{
    char *many = two_panels(48), *some = two_panels(16);
    CHART(one, many, mm(160));
    cr_assert_eq(one.boxes->len, 2);
    int low = find_fill(&one, 0, "G4", 0)->height, high = find_fill(&one, 1, "G4", 0)->height;
    cr_assert_float_eq(low * 4.0, high, 4, "%d and %d", low, high);
    const ladle_chart_box *first = g_ptr_array_index(one.boxes, 0);
    const ladle_chart_box *second = g_ptr_array_index(one.boxes, 1);
    cr_assert_float_eq(second->height - first->height, high - low - mm(3), 2);
    fixture_close(&one);

    CHART(beside, some, mm(160));
    cr_assert_eq(beside.boxes->len, 1);
    fixture_close(&beside);
    g_free(many);
    g_free(some);
}

Test(chart_bars, shares_are_as_long_as_they_are_large)
{
    CHART(one,
          "<chart kind='shares' alt='x'><bar label='a' value='0.3' words='30 %' emphasis='yes'/>"
          "<bar label='b' value='0.1' words='10 %'/></chart>",
          mm(77));
    const ladle_page_item *first = find_fill(&one, 0, "INK", 0),
                          *second = find_fill(&one, 0, "G4", 0);

    cr_assert_eq(first->x, mm(34));
    cr_assert_float_eq(first->width / 3.0, second->width, 2);
    cr_assert_eq(second->height, mm(2.7));
    cr_assert_eq(second->y - first->y, mm(5));
    cr_assert(find_text(&one, "30 %")->run->font.bold);
    cr_assert(!find_text(&one, "10 %")->run->font.bold);
    cr_assert_gt(find_text(&one, "30 %")->x, first->x + first->width);
    fixture_close(&one);
}

#define PARTS(a, b, c)                                                                             \
    "<part label='en' value='" a "' words='" a "'/><part label='to' value='" b "' words='" b       \
    "'/><part label='tre' value='" c "' words='" c "'/>"

Test(chart_bars, parts_divide_the_whole_width)
{
    CHART(one,
          "<chart kind='parts' alt='x'><row label='Møder'>" PARTS("2", "5", "7") "</row></chart>",
          mm(77));
    const ladle_page_item *a = find_fill(&one, 0, "WHITE", 0), *b = find_fill(&one, 0, "G3", 0);
    const ladle_page_item *c = find_fill(&one, 0, "INK", 0);

    cr_assert_float_eq(a->width * 3.5, c->width, 8);
    cr_assert_float_eq(b->width, c->width * 5 / 7.0, 8);
    cr_assert_eq(a->x, mm(15));
    cr_assert_float_eq(c->x + c->width, mm(77), 2);
    cr_assert(
        same_colour(find_text(&one, "7")->run->colour, ladle_theme_colour(one.theme, "WHITE")));
    cr_assert_eq(find_text(&one, "en")->x, a->x);
    cr_assert_eq(find_text(&one, "to")->x, b->x);
    cr_assert_float_eq(find_text(&one, "tre")->x + 3 * CHARACTER, mm(77), 2);
    fixture_close(&one);
}

/* The counts of slim parts stand above them, and the names become a key. */
Test(chart_bars, slim_parts_keep_their_counts_and_names)
{
    CHART(one,
          "<chart kind='parts' alt='x'><row label='Møder'>" PARTS("1", "500", "3") "</row></chart>",
          mm(77));
    int bar = find_fill(&one, 0, "G3", 0)->y;

    cr_assert_lt(find_text(&one, "1")->y, bar);
    cr_assert_gt(find_text(&one, "500")->y, bar);
    cr_assert_lt(find_text(&one, "3")->y, bar);
    cr_assert(find_text(&one, "en") && find_text(&one, "to") && find_text(&one, "tre"));
    fixture_close(&one);
}

Test(chart_bars, pairs_stand_on_one_line)
{
    CHART(one,
          "<chart kind='pair' alt='x' first='besøg' second='møder' full='100 %'>"
          "<row label='a' first='0.5' second='1' first-words='50' second-words='hundrede'/>"
          "<row label='b' first='0' second='0.25' first-words='0' second-words='25'/></chart>",
          mm(77));
    const ladle_page_item *half = find_fill(&one, 0, "ACC", 0),
                          *none = find_fill(&one, 0, "ACC", 1);
    const ladle_page_item *full = find_fill(&one, 0, "INK", 0);
    int middle = half->x + half->width / 2, left = none->x + none->width / 2;

    cr_assert_float_eq(left, ladle_theme_measure(one.theme, "pair", "names"), 3);
    cr_assert_float_eq(middle - left, (full->x + full->width / 2 - left) / 2.0, 4);
    cr_assert_lt(find_text(&one, "50")->x, half->x);
    cr_assert_gt(find_text(&one, "hundrede")->x, full->x);
    cr_assert(find_text(&one, "besøg")->run->font.bold);
    cr_assert(find_text(&one, "100 %"));
    fixture_close(&one);
}

/* Marks at one place lie on each other on the line, as all others do, and their words beside both.
 */
Test(chart_bars, equal_shares_are_not_staggered)
{
    CHART(one,
          "<chart kind='pair' alt='x' first='besøg' second='møder'>"
          "<row label='a' first='0.94' second='0.96' first-words='94' second-words='96'/>"
          "<row label='b' first='0.5' second='0.5' first-words='50' second-words='51'/></chart>",
          mm(77));

    for (unsigned i = 0; i < 2; i++) {
        const ladle_page_item *triangle = find_fill(&one, 0, "ACC", i);
        const ladle_page_item *tick = find_fill(&one, 0, "INK", i);
        const ladle_page_item *words = find_text(&one, i ? "50" : "94");
        const ladle_page_item *other = find_text(&one, i ? "51" : "96");
        cr_assert_float_eq(triangle->y + triangle->height / 2.0, tick->y + tick->height / 2.0, 3);
        cr_assert_leq(words->x + words->width, MIN(triangle->x, tick->x));
        cr_assert_geq(other->x, MAX(triangle->x + triangle->width, tick->x + tick->width));
    }
    fixture_close(&one);
}

/* Of what is added up, values stand where they change and at the end; none stands on the target's
 * line. */
Test(chart_bars, values_stand_where_they_change_and_off_the_target)
{
    CHART(still,
          "<chart kind='bars' alt='x'><panel label='a'><bar label='1' value='8' words='OT'/>"
          "<bar label='2' value='8' words='IG'/><bar label='3' value='9' words='NI'/>"
          "<bar label='4' value='9' words='SI'/></panel></chart>",
          mm(160));
    cr_assert(find_text(&still, "OT") && find_text(&still, "SI"));
    cr_assert(!find_text(&still, "IG"));
    fixture_close(&still);

    for (unsigned value = 1; value <= 14; value++) {
        char *xml = g_strdup_printf(
            "<chart kind='bars' alt='x'><panel label='a' target='12' target-label='mål 12'>"
            "<bar label='1' value='%u' words='før'/><bar label='2' value='%u.5' "
            "words='nu'/></panel>"
            "</chart>",
            value, value);
        CHART(one, xml, mm(77));
        const ladle_page_item *line = find_stroke(&one, 0, "ACC", 0);
        int y = line->y + line->height / 2;
        const ladle_page_item *before = find_text(&one, "før"), *now = find_text(&one, "nu");
        cr_assert(now);
        cr_assert(y <= item_top(now) || y >= item_top(now) + now->height, "value %u", value);
        cr_assert(!before || y <= item_top(before) || y >= item_top(before) + before->height);
        fixture_close(&one);
        g_free(xml);
    }
}

static char *ticks(unsigned n)
{
    GString *xml = g_string_new("<chart kind='ticks' alt='x'><row label='Alle' words='i alt'>");

    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(xml, "<tick on='%s'/>", i % 3 == 0 ? "yes" : "no");
    g_string_append(xml, "</row></chart>");
    return g_string_free(xml, FALSE);
}

Test(chart_bars, a_tick_for_each_event)
{
    static const unsigned counts[] = {0, 1, 5, 58, 500};

    for (unsigned i = 0; i < G_N_ELEMENTS(counts); i++) {
        char *xml = ticks(counts[i]);
        CHART(one, xml, mm(77));
        unsigned heavy = 0, light = 0;
        while (find_fill(&one, 0, "INK", heavy))
            heavy++;
        while (find_fill(&one, 0, "G7", light))
            light++;
        cr_assert_eq(heavy, (counts[i] + 2) / 3);
        cr_assert_eq(heavy + light, counts[i]);
        fixture_close(&one);
        g_free(xml);
    }
}

Test(chart_bars, ticks_as_text)
{
    CHART(one,
          "<chart kind='ticks' alt='x'><row label='Alle' words='1 af 2'><tick on='yes'/><tick "
          "on='no'/>"
          "</row></chart>",
          mm(77));
    char *text = print_box(fixture_box(&one, 0));
    cr_assert_str_eq(text,
                     "box 77.00 8.03 0.00\n"
                     "path 0.00 4.03 0.85 4.00 fill #231f1c\n"
                     "path 4.00 4.03 0.22 4.00 fill #57504a\n"
                     "text 0.00 2.82 5.64 3.53 Alle #231f1c\n"
                     "text 68.53 2.82 8.47 3.53 1 af 2 #231f1c\n",
                     "%s", text);
    g_free(text);
    fixture_close(&one);
}
