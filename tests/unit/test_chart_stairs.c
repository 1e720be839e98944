/* Steps reached (stairs), and shares with the line they have to pass (reach). */
#include "chart_fixture.h"

#define STAIRS(attributes, rows)                                                                   \
    "<chart kind='stairs' alt='x' of='4' " attributes ">"                                          \
    "<slot label='Kantinen' level='1' words='3 af 4'/><slot label='Klubben' level='2' "            \
    "heavy='yes' "                                                                                 \
    "words='2 af 4'/><slot label='Kompagniet' level='3' words='1 af 4'/>" rows "</chart>"

static int bottom_of(const ladle_page_item *item)
{
    return item->y + item->height;
}

/* How many bars begin at x. */
static unsigned bars_at(const fixture *all, int x)
{
    const ladle_chart_box *box = fixture_box(all, 0);
    unsigned n = 0;

    for (unsigned i = 0; i < box->items->len; i++) {
        const ladle_page_item *item = box->items->pdata[i];
        n += item->kind == LADLE_ITEM_PATH && ABS(item->x - x) < 3 &&
             ABS(item->width - mm(26.3)) < 5 && ABS(item->height - mm(3)) < 5;
    }
    return n;
}

Test(chart_stairs, a_row_has_a_bar_in_every_step_it_has_reached)
{
    CHART(one,
          STAIRS("",
                 "<row label='a' level='3'/><row label='b' level='2'/><row label='c' level='1'/>"
                 "<row label='d' level='0'/><row label='e'/>"),
          mm(160));

    cr_assert_eq(bars_at(&one, mm(46)), 3);
    cr_assert_eq(bars_at(&one, mm(46 + 29.3)), 2);
    cr_assert_eq(bars_at(&one, mm(46 + 58.6)), 1);
    /* The highest step is the darkest, and of the level without a step nothing is drawn but its
     * name; what is not covered is a dash. */
    const ladle_page_item *dash = find_stroke(&one, 0, "G5", 0);
    cr_assert(dash && !find_stroke(&one, 0, "G5", 1));
    cr_assert_gt(dash->x, mm(46) - 3);
    cr_assert(item_top(find_text(&one, "e")) < dash->y &&
              dash->y < item_top(find_text(&one, "e")) + find_text(&one, "e")->height);
    fixture_close(&one);
}

Test(chart_stairs, the_line_stands_below_as_many_rows_as_are_needed)
{
    CHART(one,
          STAIRS("needed='2' needed-words='2 af 4' total='I alt'",
                 "<row label='a' level='3'/><row label='b' level='2'/><row label='c' level='1'/>"
                 "<row label='d' level='0'/>"),
          mm(160));
    const ladle_page_item *line = find_stroke(&one, 0, "ACC", 0),
                          *words = find_text(&one, "2 af 4");
    int y = line->y + line->height / 2;

    cr_assert_gt(line->path->dash_on, 0);
    cr_assert(item_top(find_text(&one, "b")) < y && y < find_text(&one, "c")->y);
    cr_assert_lt(find_text(&one, "b")->y, y);
    cr_assert_geq(words->x, line->x + line->width);
    cr_assert(words->run->font.bold);
    /* At the foot what each step comes to; that of the placement is bold. */
    cr_assert_gt(item_top(find_text(&one, "3 af 4")), bottom_of(line));
    cr_assert(!find_text(&one, "1 af 4")->run->font.bold);
    fixture_close(&one);

    CHART(none, STAIRS("needed='9' needed-words='9 af 9'", "<row label='a' level='3'/>"), mm(160));
    cr_assert(!find_stroke(&none, 0, "ACC", 0)); /* fewer rows than that: no line */
    fixture_close(&none);
}

Test(chart_stairs, many_rows_keep_to_the_height_a_page_has_for_them)
{
    GString *rows = g_string_new(NULL);

    for (unsigned i = 0; i < 20; i++)
        g_string_append_printf(
            rows,
            "<row label='Et meget langt navn paa et element som maa brydes nr %u'"
            " level='%u'/>",
            i, 3 - i / 5);
    char *xml = g_strdup_printf(STAIRS("needed='11' needed-words='11 af 20'", "%s"), rows->str);
    CHART(many, xml, mm(160));
    cr_assert_leq(fixture_box(&many, 0)->height, mm(90));
    fixture_close(&many);
    g_free(xml);
    g_string_free(rows, TRUE);
}

Test(chart_reach, the_line_stands_at_its_share_and_words_stand_clear_of_it)
{
    CHART(one,
          "<chart kind='reach' alt='x' threshold='0.5' threshold-label='halvdelen'>"
          "<bar label='a' value='1' words='100 %'/><bar label='b' value='0.48' words='48 %'/>"
          "<bar label='c' value='0.6' words='60 %' emphasis='yes'/>"
          "<bar label='d' value='0.1' words='10 %'/></chart>",
          mm(160));
    const ladle_page_item *whole = find_fill(&one, 0, "G4", 0),
                          *line = find_stroke(&one, 0, "ACC", 0);
    int x = line->x + line->width / 2;

    cr_assert_float_eq(x - whole->x, whole->width / 2.0, 3);
    cr_assert_eq(find_fill(&one, 0, "INK", 0)->y > whole->y, true);
    cr_assert_geq(find_text(&one, "48 %")->x, line->x + line->width);
    cr_assert_lt(find_text(&one, "10 %")->x, x);
    cr_assert_geq(find_text(&one, "halvdelen")->x, x);
    cr_assert(find_text(&one, "halvdelen")->run->font.bold);
    cr_assert(find_text(&one, "60 %")->run->font.bold);
    fixture_close(&one);
}
