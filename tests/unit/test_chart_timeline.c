#include "chart_fixture.h"

#define MONTHS "months='j f m a m j j a s o n d'"
#define TIMELINE(entries) "<chart kind='timeline' alt='x' " MONTHS ">" entries "</chart>"

/* One entry of a day, and an anchor so that the axis runs over the year 2015 (365 days). */
#define YEAR                                                                                       \
    "<entry label='a' start-first='2015-01-01' start-last='2015-01-01'/>"                          \
    "<entry label='z' start-first='2015-12-31' start-last='2015-12-31'/>"
#define LONG                                                                                        \
    "Et meget langt navn på en begivenhed som ikke kan stå på en linje ved siden af sit mærke " \
    "hvor der er smalt"

enum { WIDE = 36500 * 10 }; /* 1000 units a day in a year of 365 */

static int middle_of(const ladle_page_item *item)
{
    return item->x + item->width / 2;
}

Test(chart_timeline, a_day_is_a_tick_in_proportion)
{
    CHART(one, TIMELINE(YEAR "<entry label='b' start-first='2015-03-02' start-last='2015-03-02'/>"),
          WIDE);
    const ladle_page_item *first = find_fill(&one, 0, "INK", 0),
                          *last = find_fill(&one, 0, "INK", 1);
    const ladle_page_item *day = find_fill(&one, 0, "INK", 2);

    cr_assert_eq(first->x, 0);
    cr_assert_float_eq(last->x + last->width, WIDE, 2);
    cr_assert_float_eq(middle_of(day), 60500, 2); /* 31 + 28 + 1 days before it, and half a day */
    cr_assert_eq(first->height, mm(3.2));
    fixture_close(&one);
}

Test(chart_timeline, a_month_is_a_bar_as_long_as_the_month)
{
    CHART(one, TIMELINE(YEAR "<entry label='b' start-first='2015-02-01' start-last='2015-02-28'/>"),
          WIDE);
    const ladle_page_item *bar = find_fill(&one, 0, "G3", 0);

    cr_assert_float_eq(bar->x, 31000, 2);
    cr_assert_float_eq(bar->width, 28000, 2);
    cr_assert_float_eq(bar->height, mm(2), 2);
    fixture_close(&one);
}

Test(chart_timeline, an_interval_of_months_is_sure_between_them)
{
    CHART(one,
          TIMELINE(YEAR "<entry label='b' interval='yes' start-first='2015-02-01' "
                        "start-last='2015-02-28' end-first='2015-05-01' end-last='2015-05-31'/>"),
          WIDE);
    const ladle_page_item *sure = find_fill(&one, 0, "G7", 0);
    for (unsigned i = 1; sure && sure->may_overlap; i++)
        sure = find_fill(&one, 0, "G7", i);
    cr_assert(sure);
    cr_assert_float_eq(sure->x, 59000, 2);
    cr_assert_float_eq(sure->x + sure->width, 120000, 2);
    const ladle_page_item *start = find_fill(&one, 0, "G3", 0), *end = find_fill(&one, 0, "G3", 1);
    cr_assert_float_eq(start->x, 31000, 2);
    cr_assert_float_eq(start->x + start->width, 59000, 2);
    cr_assert_float_eq(end->x, 120000, 2);
    cr_assert_float_eq(end->x + end->width, 151000, 2);
    fixture_close(&one);
}

Test(chart_timeline, an_open_end_reaches_the_edge_without_a_tick)
{
    CHART(one,
          TIMELINE("<entry label='b' interval='yes' start-first='2015-01-01' "
                   "start-last='2015-01-01'/>"
                   "<entry label='z' start-first='2015-12-31' start-last='2015-12-31'/>"),
          WIDE);
    const ladle_page_item *tick = find_fill(&one, 0, "INK", 0);
    unsigned ticks = 0;
    int right = 0;

    for (unsigned i = 0; find_fill(&one, 0, "INK", i); i++)
        ticks++;
    for (unsigned i = 0; find_fill(&one, 0, "G7", i); i++) {
        const ladle_page_item *item = find_fill(&one, 0, "G7", i);
        if (!item->may_overlap)
            right = item->x + item->width;
    }
    cr_assert_eq(tick->x, 0);
    cr_assert_eq(ticks, 2);
    cr_assert_float_eq(right, WIDE, 2);
    fixture_close(&one);
}

Test(chart_timeline, what_is_approximate_is_a_dashed_outline)
{
    CHART(one,
          TIMELINE(YEAR "<entry label='b' start-first='2015-02-01' start-last='2015-02-28' "
                        "start-approximate='yes'/>"
                        "<entry label='c' start-first='2015-06-01' start-last='2015-06-01' "
                        "start-approximate='yes'/>"),
          WIDE);
    const ladle_chart_box *box = fixture_box(&one, 0);
    unsigned dashed = 0;

    for (unsigned i = 0; i < box->items->len; i++) {
        const ladle_page_item *item = box->items->pdata[i];
        if (item->kind == LADLE_ITEM_PATH && item->path->dash_on > 0) {
            cr_assert(item->path->fill.none);
            dashed++;
        }
    }
    cr_assert_eq(dashed, 2);
    fixture_close(&one);
}

#define MOVED(from, to)                                                                            \
    "<entry label='frist' deadline='yes' start-first='" from "' start-last='" from "' date='" from \
    "' revised-first='" to "' revised-last='" to "' revised='" to "'/>"

Test(chart_timeline, a_moved_deadline_has_an_arrow_from_the_first_date_to_the_revised)
{
    CHART(late, TIMELINE(YEAR MOVED("2015-03-02", "2015-11-01")), WIDE);
    const ladle_page_item *shaft = find_stroke(&late, 0, "ACC", 0);
    const ladle_page_item *head = find_stroke(&late, 0, "ACC", 1);
    const ladle_page_item *first = find_fill(&late, 0, "ACC", 0); /* its outline, filled */
    const ladle_page_item *second = find_fill(&late, 0, "ACC", 1);

    cr_assert_float_eq(middle_of(first), 60500, 4);
    cr_assert_float_eq(middle_of(second), 304500, 4);
    cr_assert_float_eq(shaft->x, 60500 + mm(1.6), 4);
    cr_assert_gt(head->x, middle_of(first));
    cr_assert_leq(head->x + head->width, 304500 - mm(1.6) + 4);
    cr_assert(find_text(&late, "2015-03-02"));
    cr_assert(find_text(&late, "2015-11-01"));
    fixture_close(&late);

    CHART(early, TIMELINE(YEAR MOVED("2015-11-01", "2015-03-02")), WIDE);
    head = find_stroke(&early, 0, "ACC", 1);
    cr_assert_lt(head->x, WIDE / 2);
    fixture_close(&early);
}

Test(chart_timeline, an_interval_may_have_its_end_moved)
{
    CHART(one,
          TIMELINE(YEAR "<entry label='b' interval='yes' start-first='2015-02-01' "
                        "start-last='2015-02-01' end-first='2015-05-31' end-last='2015-05-31' "
                        "revised-first='2015-10-01' revised-last='2015-10-01' "
                        "revised='1.10.2015'/>"),
          WIDE);
    const ladle_page_item *shaft = find_stroke(&one, 0, "ACC", 0);

    cr_assert(shaft);
    cr_assert_float_eq(shaft->x, 151000 + mm(1.6), 4);
    cr_assert_leq(shaft->x + shaft->width, 273500 - mm(1.6));
    cr_assert(find_text(&one, "1.10.2015"));
    fixture_close(&one);
}

Test(chart_timeline, labels_change_sides_where_marks_end_beyond_the_turn)
{
    CHART(one,
          TIMELINE(YEAR "<entry label='før' start-first='2015-08-06' start-last='2015-08-06'/>"
                        "<entry label='efter' start-first='2015-08-10' start-last='2015-08-10'/>"),
          WIDE);
    const ladle_page_item *before = find_text(&one, "før"), *after = find_text(&one, "efter");

    cr_assert_gt(before->x, 217500); /* 6.8.: 217 days, 59.5 % */
    cr_assert_lt(after->x + after->width, 221500);
    fixture_close(&one);
}

static char *days(unsigned n)
{
    GString *xml = g_string_new("<chart kind='timeline' alt='x' " MONTHS ">");

    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(xml,
                               "<entry label='Nr. %u' start-first='2015-%02u-%02u' "
                               "start-last='2015-%02u-%02u'/>",
                               i, i % 12 + 1, i % 28 + 1, i % 12 + 1, i % 28 + 1);
    g_string_append(xml, "</chart>");
    return g_string_free(xml, FALSE);
}

Test(chart_timeline, twenty_four_rows_a_drawing_each_with_the_axis)
{
    static const unsigned table[][2] = {{1, 1}, {24, 1}, {25, 2}, {48, 2}, {49, 3}};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        char *xml = days(table[i][0]);
        CHART(one, xml, mm(160));
        cr_assert_eq(one.boxes->len, table[i][1], "%u entries", table[i][0]);
        for (unsigned k = 0; k < one.boxes->len; k++) {
            bool has_year = false;
            const ladle_chart_box *box = fixture_box(&one, k);
            for (unsigned m = 0; m < box->items->len; m++)
                has_year = has_year || strcmp(item_words(box->items->pdata[m]), "2015") == 0;
            cr_assert(has_year);
        }
        for (unsigned k = 0; k < table[i][0]; k++) {
            char *label = g_strdup_printf("Nr. %u", k);
            cr_assert(find_text(&one, label), "%s", label);
            g_free(label);
        }
        fixture_close(&one);
        g_free(xml);
    }
}

Test(chart_timeline, rows_are_evenly_apart)
{
    char *xml = days(3);
    CHART(one, xml, mm(160));
    int first = find_text(&one, "Nr. 0")->y, second = find_text(&one, "Nr. 1")->y;

    cr_assert_eq(second - first, mm(5.6));
    cr_assert_eq(find_text(&one, "Nr. 2")->y - second, mm(5.6));
    fixture_close(&one);
    g_free(xml);
}

/* The row after one of two lines stands 9 mm and not 5.6 mm below. */
Test(chart_timeline, a_long_label_takes_two_lines_and_a_taller_row)
{
    CHART(one,
          TIMELINE("<entry label='" LONG "' start-first='2015-01-01' start-last='2015-01-01'/>"
                   "<entry label='b' start-first='2015-01-02' start-last='2015-01-02'/>"
                   "<entry label='z' start-first='2015-12-31' start-last='2015-12-31'/>"),
          mm(100));
    cr_assert_null(find_text(&one, LONG));
    cr_assert_float_eq(find_fill(&one, 0, "INK", 1)->y - find_fill(&one, 0, "INK", 0)->y,
                       mm(4.5) + mm(2.8), 3);
    fixture_close(&one);
}

/* Whatever the dates and words, check_boxes holds. */
Test(chart_timeline, hard_cases_stay_readable)
{
    static const char *const table[] = {
        TIMELINE(""),
        TIMELINE("<entry label='uden dato'/>"),
        TIMELINE("<entry label='uden dato'/>" YEAR),
        TIMELINE("<entry label='åben' interval='yes'/>" YEAR),
        TIMELINE("<entry label='" LONG "' start-first='2015-06-15' start-last='2015-06-15'/>" YEAR),
        TIMELINE("<entry label='" LONG "' interval='yes' start-first='2015-01-01' "
                 "start-last='2015-01-01' end-first='2015-12-31' end-last='2015-12-31'/>"),
        TIMELINE(MOVED("2015-01-01", "2015-12-31") MOVED("2015-01-01", "2015-12-31")),
        TIMELINE(YEAR MOVED("2015-06-01", "2015-06-02") MOVED("2015-06-02", "2015-06-01")),
        TIMELINE(YEAR MOVED("2015-11-01", "2015-12-31") MOVED("2015-11-01", "2015-12-31")),
        TIMELINE("<entry label='" LONG "' deadline='yes' date='1.12.2015' start-first='2015-12-01' "
                 "start-last='2015-12-01' revised-first='2015-12-31' revised-last='2015-12-31' "
                 "revised='31.12.2015'/>" YEAR),
        TIMELINE("<entry label='" LONG "' deadline='yes' date='1.1.2015' start-first='2015-01-01' "
                 "start-last='2015-01-01' revised-first='2015-12-31' revised-last='2015-12-31' "
                 "revised='31.12.2015'/>" YEAR MOVED("2015-01-01", "2015-12-31")),
        TIMELINE("<entry label='b' deadline='yes' date='" LONG "' start-first='2015-12-01' "
                 "start-last='2015-12-31'/>" YEAR),
        TIMELINE("<entry label='x' start-first='1015-01-01' start-last='1015-01-01'/>"
                 "<entry label='y' start-first='2915-01-01' start-last='2915-01-01'/>"),
        TIMELINE("<entry label='omvendt' interval='yes' start-first='2015-05-05' "
                 "start-last='2015-05-05' end-first='2014-05-05' end-last='2014-05-05'/>" YEAR),
        TIMELINE("<entry label='samme' interval='yes' start-first='2015-05-01' "
                 "start-last='2015-05-31' end-first='2015-05-01' end-last='2015-05-31' "
                 "end-approximate='yes' end-expected='yes'/>" YEAR),
        TIMELINE("<entry label='Etmegetlangtordudenmellemrumsomikkekanbrydesnogetstedoverhovedetog"
                 "derforklippes' start-first='2015-05-01' start-last='2015-05-31'/>" YEAR),
    };
    static const int widths[] = {160, 77, 40};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++)
        for (unsigned k = 0; k < G_N_ELEMENTS(widths); k++) {
            CHART(one, table[i], mm(widths[k]));
            cr_assert_gt(one.boxes->len, 0u);
            fixture_close(&one);
        }
}

Test(chart_timeline, a_year_as_text)
{
    CHART(one, TIMELINE("<entry label='Start' start-first='2015-12-01' start-last='2015-12-01'/>"),
          mm(62));
    char *text = print_box(fixture_box(&one, 0));
    cr_assert_str_eq(text,
                     "box 62.00 18.10 0.00\n"
                     "path 0.00 7.31 62.00 0.18 fill #57504a\n"
                     "path 0.00 7.40 0.18 0.90 fill #57504a\n"
                     "path 61.82 7.40 0.18 1.60 fill #57504a\n"
                     "path 0.70 12.40 0.60 3.20 fill #231f1c\n"
                     "path 1.95 12.39 8.16 3.37 fill #ffffff\n"
                     "text 2.50 15.06 7.06 3.53 Start #231f1c\n"
                     "text 0.00 3.30 5.64 3.53 2015 #231f1c\n"
                     "text 30.29 6.10 1.41 3.53 d #57504a\n",
                     "%s", text);
    g_free(text);
    fixture_close(&one);
}

/* -------------------------------------------------------------------------------- any data */

static void random_day(GRand *random, GString *xml, const char *first, const char *last, int from)
{
    GDate date;
    int length = g_rand_int_range(random, 0, 3) * g_rand_int_range(random, 0, 60);

    g_date_clear(&date, 1);
    g_date_set_dmy(&date, 1, 1, 2014);
    g_date_add_days(&date, (guint)from);
    g_string_append_printf(xml, " %s='%04d-%02d-%02d'", first, g_date_get_year(&date),
                           (int)g_date_get_month(&date), (int)g_date_get_day(&date));
    g_date_add_days(&date, (guint)length);
    g_string_append_printf(xml, " %s='%04d-%02d-%02d'", last, g_date_get_year(&date),
                           (int)g_date_get_month(&date), (int)g_date_get_day(&date));
}

static void random_words(GRand *random, GString *xml, const char *attribute, int most)
{
    int words = g_rand_int_range(random, 0, most);

    g_string_append_printf(xml, " %s='x", attribute);
    for (int i = 0; i < words; i++)
        for (int n = g_rand_int_range(random, 0, 12); n >= 0; n--)
            g_string_append(xml, n == 0 ? " " : "ø");
    g_string_append(xml, "'");
}

static void random_entry(GRand *random, GString *xml, int days)
{
    int kind = g_rand_int_range(random, 0, 4), from = g_rand_int_range(random, 0, days);

    g_string_append(xml, "<entry");
    random_words(random, xml, "label", g_rand_int_range(random, 0, 5) == 0 ? 40 : 6);
    if (g_rand_int_range(random, 0, 8) > 0)
        random_day(random, xml, "start-first", "start-last", from);
    if (kind == 1) {
        g_string_append(xml, " interval='yes'");
        if (g_rand_boolean(random))
            random_day(random, xml, "end-first", "end-last",
                       from + g_rand_int_range(random, 0, days));
        if (g_rand_boolean(random)) {
            random_day(random, xml, "revised-first", "revised-last",
                       g_rand_int_range(random, 0, days));
            random_words(random, xml, "revised", 4);
        }
    } else if (kind >= 2) {
        g_string_append(xml, " deadline='yes'");
        random_words(random, xml, "date", 4);
        if (kind == 3) {
            random_day(random, xml, "revised-first", "revised-last",
                       g_rand_int_range(random, 0, days));
            random_words(random, xml, "revised", 4);
        }
    }
    if (g_rand_int_range(random, 0, 4) == 0)
        g_string_append(xml, " start-approximate='yes' end-expected='yes'");
    g_string_append(xml, "/>");
}

Test(chart_timeline, any_dates_and_words_stay_readable)
{
    GRand *random = g_rand_new_with_seed(20160616);

    for (int i = 0; i < 60; i++) {
        GString *xml = g_string_new("<chart kind='timeline' alt='x' " MONTHS ">");
        int days = 30 << g_rand_int_range(random, 0, 8), n = g_rand_int_range(random, 1, 40);
        for (int k = 0; k < n; k++)
            random_entry(random, xml, days);
        g_string_append(xml, "</chart>");
        CHART(one, xml->str, mm(g_rand_boolean(random) ? 160 : 60));
        fixture_close(&one);
        g_string_free(xml, TRUE);
    }
    g_rand_free(random);
}

/* ------------------------------------------------------------------------------------ lanes */

static char *lanes(unsigned n_lanes, unsigned n_entries)
{
    GString *xml = g_string_new("<chart kind='lanes' alt='x' months='j f m a m j j a s o n d'>");

    for (unsigned i = 0; i < n_lanes; i++) {
        g_string_append_printf(xml, "<row label='Bane %u'>", i);
        for (unsigned k = 0; k < n_entries; k++)
            g_string_append_printf(xml,
                                   "<entry label='x' start-first='2015-%02u-%02u'"
                                   " start-last='2015-%02u-%02u'/>",
                                   k % 12 + 1, k % 28 + 1, k % 12 + 1, k % 28 + 1);
        g_string_append(xml, "</row>");
    }
    g_string_append(xml, "</chart>");
    return g_string_free(xml, FALSE);
}

Test(chart_lanes, a_lane_each_beside_its_name_whatever_is_in_it)
{
    char *few = lanes(6, 1), *many = lanes(6, 300);
    CHART(one, few, mm(160));
    CHART(all, many, mm(160));

    cr_assert_eq(one.boxes->len, 1);
    cr_assert_eq(all.boxes->len, 1); /* one drawing, never parted */
    cr_assert_eq(fixture_box(&one, 0)->height, fixture_box(&all, 0)->height);
    cr_assert_leq(fixture_box(&all, 0)->height, mm(38));
    for (unsigned i = 0; i < 6; i++) {
        const ladle_page_item *tick = find_fill(&one, 0, "INK", i);
        char *name = g_strdup_printf("Bane %u", i);
        const ladle_page_item *words = find_text(&one, name);
        cr_assert_geq(tick->x, mm(46) - 2);
        cr_assert(item_top(words) < tick->y + tick->height / 2 &&
                  tick->y + tick->height / 2 < words->y + DESCENT);
        g_free(name);
    }
    fixture_close(&one);
    fixture_close(&all);
    g_free(few);
    g_free(many);
}

Test(chart_lanes, open_moved_and_undated_entries_stay_inside)
{
    static const int widths[] = {160, 77, 49, 30, 1};

    for (unsigned i = 0; i < G_N_ELEMENTS(widths); i++) {
        CHART(one,
              "<chart kind='lanes' alt='x' months='j f m a m j j a s o n d'>"
              "<row label='Et meget langt navn som ikke kan stå på en linje'>"
              "<entry label='a' deadline='yes' date='1.3.2015' start-first='2015-03-01' "
              "start-last='2015-03-01' revised-first='2016-12-31' revised-last='2016-12-31'/>"
              "<entry label='b' interval='yes' start-first='2015-01-01' start-last='2015-01-31'/>"
              "</row><row label='b'><entry label='c'/></row></chart>",
              mm(widths[i]));
        cr_assert_leq(one.boxes->len, 1);
        fixture_close(&one);
    }
    CHART(none,
          "<chart kind='lanes' alt='x' months='j'><row label='b'><entry label='c'/></row></chart>",
          mm(160));
    cr_assert_eq(fixture_box(&none, 0)->height, 0);
    fixture_close(&none);
}
