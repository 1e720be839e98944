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

/* --------------------------------------------------------------------------------- targets */

#define TARGETS(rows)                                                                              \
    "<chart kind='targets' alt='x' full='alt'><slot label='besøg' mark='tick'/>"                  \
    "<slot label='forbrug' mark='triangle'/>" rows "</chart>"

/* The n-th mark of a colour below the key, whose marks come first. */
static const ladle_page_item *mark_of(const fixture *all, const char *colour, unsigned n)
{
    return find_fill(all, 0, colour, n + 1);
}

static int middle_of(const ladle_page_item *item)
{
    return item->x + item->width / 2;
}

Test(chart_targets, marks_stand_at_their_shares_of_one_axis)
{
    CHART(one,
          TARGETS("<row label='a'><cell value='0'/><cell value='0.25'/></row>"
                  "<row label='b'><cell value='1'/><cell value='0.75'/></row>"),
          mm(160));
    int nought = middle_of(mark_of(&one, "INK", 0)), whole = middle_of(mark_of(&one, "INK", 1));

    cr_assert_float_eq(nought, mm(46), 3);
    cr_assert_float_eq(middle_of(mark_of(&one, "ACC", 0)), nought + (whole - nought) * 0.25, 4);
    cr_assert_float_eq(middle_of(mark_of(&one, "ACC", 1)), nought + (whole - nought) * 0.75, 4);
    const ladle_page_item *line = find_stroke(&one, 0, "ACC", 0);
    cr_assert_float_eq(middle_of(line), whole, 3);
    cr_assert_gt(line->path->dash_on, 0);
    fixture_close(&one);
}

Test(chart_targets, what_is_beyond_the_axis_is_written)
{
    CHART(
        one,
        TARGETS("<row label='a'><cell value='1.57' words='157 %'/><cell value='1.2' words='120 %'/>"
                "</row><row label='b'><cell value='-0.03' words='−3 %'/><cell/></row>"),
        mm(160));
    const ladle_page_item *far = mark_of(&one, "INK", 0), *near = mark_of(&one, "ACC", 0);

    cr_assert(find_text(&one, "157 %") && find_text(&one, "−3 %"));
    cr_assert(!find_text(&one, "120 %")); /* the axis goes on to 125 % then */
    cr_assert_gt(middle_of(far), middle_of(near));
    cr_assert_geq(find_text(&one, "157 %")->x, far->x + far->width);
    cr_assert_float_eq(middle_of(mark_of(&one, "INK", 1)), mm(46), 3);
    cr_assert(!mark_of(&one, "ACC", 1)); /* no target, no mark */
    fixture_close(&one);
}

Test(chart_targets, equal_shares_stand_side_by_side)
{
    CHART(one,
          TARGETS("<row label='a'><cell value='0'/><cell value='0'/></row>"
                  "<row label='b'><cell value='1'/><cell value='1'/></row>"),
          mm(160));

    for (unsigned i = 0; i < 2; i++)
        cr_assert_geq(ABS(middle_of(mark_of(&one, "INK", i)) - middle_of(mark_of(&one, "ACC", i))),
                      mm(1.2) - 3);
    fixture_close(&one);
}

Test(chart_targets, a_hundred_rows_go_on_with_their_axis_again)
{
    GString *rows = g_string_new(NULL);

    for (unsigned i = 0; i < 100; i++)
        g_string_append_printf(
            rows, "<row label='p%u'><cell value='0.%02u'/><cell value='0.5'/></row>", i, i);
    char *xml = g_strdup_printf(TARGETS("%s"), rows->str);
    CHART(many, xml, mm(160));

    cr_assert_eq(many.boxes->len, 3);
    for (unsigned n = 0; n < many.boxes->len; n++) {
        cr_assert_leq(fixture_box(&many, n)->height, mm(200));
        cr_assert(find_stroke(&many, n, "ACC", 0));
    }
    cr_assert(find_text(&many, "p0") && find_text(&many, "p99"));
    fixture_close(&many);
    g_free(xml);
    g_string_free(rows, TRUE);
}
