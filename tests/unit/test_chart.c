#include "chart_fixture.h"

static double share_of_width(const ladle_page_item *item, int width)
{
    return (double)item->width / width;
}

Test(chart, only_small_kinds_stand_in_lines)
{
    static const struct {
        const char *xml;
        bool in_line;
    } table[] = {{"<chart kind='symbol' alt='x' of='4'/>", true},
                 {"<chart kind='mini-strip' alt='x'><slot/></chart>", true},
                 {"<chart kind='scale' alt='x' of='4'/>", true},
                 {"<chart kind='move' alt='x' of='4'/>", true},
                 {"<chart kind='progress' alt='x' value='0.5'/>", true},
                 {"<chart kind='mark' alt='x' of='day'/>", true},
                 {"<chart kind='timeline' alt='x' months='j'/>", false}};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        fixture one = fixture_open(table[i].xml);
        cr_assert_eq(ladle_chart_is_inline(one.chart), table[i].in_line, "%s", table[i].xml);
        fixture_close(&one);
    }
}

/* Items of a symbol by level: shape and colours as the look says. */
Test(chart, shape_says_level)
{
    static const struct {
        const char *data, *fill, *stroke;
        unsigned items, ops;
    } table[] = {
        {"of='4' level='0'", "WHITE", "G7", 1, 6}, /* ring */
        {"of='4' level='1'", "WHITE", "G7", 2, 6}, /* ring, half filled */
        {"of='4' level='2'", "G7", NULL, 1, 6},    /* disc */
        {"of='4' level='3'", "INK", NULL, 1, 5},   /* square */
        {"of='4'", NULL, "G5", 1, 2},              /* dash */
        {"of='1' level='0'", "WHITE", "G7", 1, 6},
        {"of='2' level='0'", "WHITE", "G7", 1, 6},
        {"of='2' level='1'", "INK", NULL, 1, 5},
        {"of='3' level='1'", "G7", NULL, 1, 6},
        {"of='5' level='1'", "WHITE", "G7", 2, 6},
        {"of='5' level='2'", "WHITE", "G7", 2, 6},
        {"of='5' level='3'", "G7", NULL, 1, 6},
    };

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        char *xml = g_strdup_printf("<chart kind='symbol' alt='x' %s/>", table[i].data);
        CHART(one, xml, mm(50));
        const ladle_chart_box *box = fixture_box(&one, 0);
        const ladle_page_item *item = box->items->pdata[0];
        ladle_colour none = {.none = true};
        cr_assert_eq(box->items->len, table[i].items, "%s", table[i].data);
        cr_assert_eq(item->path->n_ops, table[i].ops, "%s", table[i].data);
        cr_assert(same_colour(item->path->fill,
                              table[i].fill ? ladle_theme_colour(one.theme, table[i].fill) : none));
        cr_assert(
            same_colour(item->path->stroke,
                        table[i].stroke ? ladle_theme_colour(one.theme, table[i].stroke) : none));
        fixture_close(&one);
        g_free(xml);
    }
}

/* The filled part of a disc reaches from the bottom to its share of the height. */
Test(chart, discs_between_are_filled_by_equal_steps)
{
    static const struct {
        int of, level;
        double share;
    } table[] = {
        {4, 1, 1 / 2.0}, {5, 1, 1 / 3.0}, {5, 2, 2 / 3.0}, {6, 1, 1 / 4.0}, {6, 3, 3 / 4.0}};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        char *xml = g_strdup_printf("<chart kind='symbol' alt='x' of='%d' level='%d'/>",
                                    table[i].of, table[i].level);
        CHART(one, xml, mm(50));
        const ladle_chart_box *box = fixture_box(&one, 0);
        const ladle_page_item *part = box->items->pdata[1];
        cr_assert_float_eq((double)part->height / box->height, table[i].share, 0.002);
        cr_assert_float_eq(part->y + part->height, box->height, 2);
        fixture_close(&one);
        g_free(xml);
    }
}

/* Sizes of the look: a symbol in text is 2.2 mm, its bottom 0.35 mm below the baseline. */
Test(chart, a_symbol_as_text)
{
    CHART(one, "<chart kind='symbol' alt='x' class='symbol' of='4' level='1'/>", mm(50));
    char *text = print_box(fixture_box(&one, 0));
    cr_assert_str_eq(text,
                     "box 2.20 2.20 0.35\n"
                     "path 0.00 0.00 2.20 2.20 fill #ffffff stroke #57504a 0.23\n"
                     "path 0.00 1.10 2.20 1.10 fill #57504a\n",
                     "%s", text);
    g_free(text);
    fixture_close(&one);
}

Test(chart, a_mini_strip_as_text)
{
    CHART(one,
          "<chart kind='mini-strip' alt='x'><slot marks='1'/><slot marks='2' "
          "heavy='yes'/><slot/></chart>",
          mm(60));
    char *text = print_box(fixture_box(&one, 0));
    cr_assert_str_eq(text,
                     "box 27.80 3.30 0.60\n"
                     "path 0.00 3.02 8.60 0.14 stroke #8a8178 0.14\n"
                     "path 9.60 2.88 8.60 0.42 stroke #231f1c 0.42\n"
                     "path 19.20 3.02 8.60 0.14 stroke #8a8178 0.14\n"
                     "path 0.00 0.89 1.75 1.75 fill #ffffff stroke #57504a 0.21\n"
                     "path 9.60 0.89 1.75 1.75 fill #57504a\n"
                     "path 11.70 0.89 1.75 1.75 fill #57504a\n",
                     "%s", text);
    g_free(text);
    fixture_close(&one);
}

Test(chart, more_marks_than_fit_are_one_and_a_number)
{
    CHART(four, "<chart kind='mini-strip' alt='x'><slot marks='4'/><slot/><slot/><slot/></chart>",
          mm(60));
    CHART(five, "<chart kind='mini-strip' alt='x'><slot marks='5'/><slot/><slot/><slot/></chart>",
          mm(60));

    cr_assert_float_eq(fixture_box(&four, 0)->width, mm(37.4), 4);
    cr_assert_eq(fixture_box(&four, 0)->items->len, 4 + 4);
    cr_assert_eq(fixture_box(&five, 0)->items->len, 4 + 2);
    cr_assert(find_text(&five, "5"));
    fixture_close(&four);
    fixture_close(&five);
}

Test(chart, a_share_is_a_bar_of_that_height)
{
    CHART(one,
          "<chart kind='mini-strip' alt='x'><slot share='1'/><slot share='0.25'/><slot/></chart>",
          mm(60));
    int whole = find_fill(&one, 0, "G7", 0)->height;

    cr_assert_eq(whole, mm(2.6));
    cr_assert_float_eq(find_fill(&one, 0, "G7", 1)->height, whole / 4.0, 1);
    cr_assert_null(find_fill(&one, 0, "G7", 2));
    fixture_close(&one);
}

/* Four columns of 20 mm: symbols stand in the middle of theirs, and the arrow between them. */
Test(chart, a_move_on_a_scale)
{
    CHART(up, "<chart kind='scale' alt='x' of='4' level='3' was='1' placed='2'/>", mm(80));
    const ladle_page_item *before = find_fill(&up, 0, "G4", 0), *now = find_fill(&up, 0, "INK", 0);
    const ladle_page_item *shaft = find_stroke(&up, 0, "ACC", 0);
    const ladle_page_item *head = find_stroke(&up, 0, "ACC", 1);
    const ladle_page_item *tint = find_fill(&up, 0, "TINT", 0);

    cr_assert_float_eq(before->x + before->width / 2, mm(30), 3);
    cr_assert_float_eq(now->x + now->width / 2, mm(70), 3);
    cr_assert_float_eq(shaft->x, mm(31.9), 3);
    cr_assert_float_eq(head->x + head->width, mm(67.7), mm(0.3));
    cr_assert_float_eq(tint->x, mm(40), 3);
    cr_assert_float_eq(tint->width, mm(20), 3);
    cr_assert_eq(tint->height, fixture_box(&up, 0)->height);
    cr_assert(tint->may_overlap);
    fixture_close(&up);

    CHART(down, "<chart kind='scale' alt='x' of='4' level='1' was='2'/>", mm(80));
    shaft = find_stroke(&down, 0, "ACC", 0);
    head = find_stroke(&down, 0, "ACC", 1);
    cr_assert_float_eq(shaft->x + shaft->width, mm(48.1), 3);
    cr_assert_lt(head->x, mm(33));
    cr_assert_eq(shaft->path->dash_on, 0);
    fixture_close(&down);

    CHART(weak, "<chart kind='scale' alt='x' of='4' level='1' was='2' firm='no'/>", mm(80));
    cr_assert_gt(find_stroke(&weak, 0, "ACC", 0)->path->dash_on, 0);
    cr_assert_eq(find_stroke(&weak, 0, "ACC", 1)->path->dash_on, 0); /* the head */
    fixture_close(&weak);
}

Test(chart, a_scale_has_a_column_for_each_level_up_to_its_whole)
{
    static const int table[][2] = {{1, 20}, {2, 40}, {4, 80}, {7, 80}};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        char *xml = g_strdup_printf("<chart kind='scale' alt='x' of='%d' level='0'/>", table[i][0]);
        CHART(one, xml, mm(160));
        cr_assert_float_eq(fixture_box(&one, 0)->width, mm(table[i][1]), 4);
        fixture_close(&one);
        g_free(xml);
    }
}

Test(chart, a_character_no_font_has_is_told)
{
    CHART(one,
          "<chart kind='ticks' alt='x'><row label='a ☃' words='b'><tick on='yes'/></row></chart>",
          mm(77));
    cr_assert_eq(ladle_diag_total(one.diagnostics), 1);
    cr_assert_eq(ladle_diag_at(one.diagnostics, 0)->code, LADLE_DIAG_MISSING_GLYPH);
    fixture_close(&one);
}

Test(chart, what_is_not_covered_is_a_dash_and_no_scale)
{
    CHART(one, "<chart kind='scale' alt='x' of='4'/>", mm(80));
    cr_assert_eq(fixture_box(&one, 0)->items->len, 1);
    cr_assert(find_stroke(&one, 0, "G5", 0));
    fixture_close(&one);
}

Test(chart, unchanged_has_no_arrow)
{
    CHART(one, "<chart kind='scale' alt='x' of='4' level='2' was='2'/>", mm(80));
    cr_assert_null(find_stroke(&one, 0, "ACC", 0));
    cr_assert_null(find_fill(&one, 0, "G4", 0));
    fixture_close(&one);
}

Test(chart, scales_of_any_width_stay_inside)
{
    for (int width = 0; width <= 90; width += 3) {
        CHART(one, "<chart kind='scale' alt='x' of='7' level='6' was='0' placed='3'/>", mm(width));
        fixture_close(&one);
    }
}

/* Before left, small and faint; now right; the arrow rises when the level does. */
Test(chart, a_move_goes_up_or_down)
{
    CHART(up, "<chart kind='move' alt='x' of='4' was='1' level='2'/>", mm(80));
    const ladle_chart_box *box = fixture_box(&up, 0);
    const ladle_page_item *before = find_fill(&up, 0, "G4", 0), *now = find_fill(&up, 0, "G7", 0);
    const ladle_page_item *shaft = find_stroke(&up, 0, "ACC", 0);

    cr_assert_float_eq(box->width, mm(17), 3);
    cr_assert_float_eq(box->height, mm(6.1), 3);
    cr_assert_lt(before->x + before->width, shaft->x);
    cr_assert_lt(shaft->x + shaft->width, now->x);
    cr_assert_float_eq(now->width, mm(4), 3);
    cr_assert_gt(shaft->path->ops[0].y, shaft->path->ops[1].y);
    cr_assert_eq(shaft->path->dash_on, 0);
    cr_assert(find_stroke(&up, 0, "ACC", 1)); /* the head */
    const ladle_page_item *ground = find_fill(&up, 0, "TINT", 0);
    cr_assert_eq(ground->width, box->width);
    cr_assert(ground->may_overlap);
    fixture_close(&up);

    CHART(down, "<chart kind='move' alt='x' of='4' was='3' level='0' firm='no'/>", mm(80));
    shaft = find_stroke(&down, 0, "ACC", 0);
    cr_assert_lt(shaft->path->ops[0].y, shaft->path->ops[1].y);
    cr_assert_gt(shaft->path->dash_on, 0);
    cr_assert_eq(find_stroke(&down, 0, "ACC", 1)->path->dash_on, 0);
    fixture_close(&down);
}

/* Both symbols stand where they stand in every row; only a move has an arrow and a ground. */
Test(chart, what_did_not_move_has_no_arrow)
{
    static const char *const table[] = {"was='2' level='2'", "level='1'", "was='1'", ""};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        char *xml = g_strdup_printf("<chart kind='move' alt='x' of='4' %s/>", table[i]);
        CHART(one, xml, mm(80));
        cr_assert_null(find_stroke(&one, 0, "ACC", 0), "%s", table[i]);
        cr_assert_null(find_fill(&one, 0, "TINT", 0), "%s", table[i]);
        unsigned dashes = !strstr(table[i], "was") + !strstr(table[i], "level");
        cr_assert_eq(find_stroke(&one, 0, "G4", 0) != NULL && !strstr(table[i], "was"),
                     !strstr(table[i], "was"), "%s", table[i]);
        cr_assert_eq(find_stroke(&one, 0, "G5", 0) != NULL, !strstr(table[i], "level"), "%s",
                     table[i]);
        cr_assert_leq(dashes, fixture_box(&one, 0)->items->len);
        fixture_close(&one);
        g_free(xml);
    }
}

/* In a column too narrow for an arrow it is left out, and nothing leaves the column. */
Test(chart, moves_of_any_width_stay_inside)
{
    for (int width = 0; width <= 20; width++) {
        CHART(one, "<chart kind='move' alt='x' of='5' was='0' level='4' firm='no'/>", mm(width));
        cr_assert_leq(fixture_box(&one, 0)->width, mm(width));
        fixture_close(&one);
    }
}

Test(chart, a_move_without_levels_is_the_arrow_of_a_key)
{
    CHART(one, "<chart kind='move' alt='x' firm='no'/>", mm(80));
    cr_assert_eq(fixture_box(&one, 0)->items->len, 2);
    cr_assert_gt(find_stroke(&one, 0, "ACC", 0)->path->dash_on, 0);
    fixture_close(&one);
}

Test(chart, progress_is_measured_to_the_threshold)
{
    CHART(below, "<chart kind='progress' alt='x' value='0.41' threshold='0.5'/>", mm(22));
    cr_assert_float_eq(share_of_width(find_fill(&below, 0, "G7", 0), mm(22)), 0.82, 0.001);
    cr_assert_eq(find_fill(&below, 0, "GROUND", 0)->width, mm(22));
    const ladle_page_item *tick = find_fill(&below, 0, "INK", 0);
    cr_assert_eq(tick->x + tick->width, mm(22));
    fixture_close(&below);

    CHART(beyond, "<chart kind='progress' alt='x' value='1' threshold='0.5'/>", mm(22));
    cr_assert_eq(find_fill(&beyond, 0, "G7", 0)->width, mm(22));
    tick = find_fill(&beyond, 0, "INK", 0);
    cr_assert_float_eq(tick->x + tick->width, mm(11), 2);
    fixture_close(&beyond);

    CHART(plain, "<chart kind='progress' alt='x' value='0.3'/>", mm(22));
    cr_assert_float_eq(share_of_width(find_fill(&plain, 0, "G7", 0), mm(22)), 0.3, 0.001);
    cr_assert_null(find_fill(&plain, 0, "INK", 0));
    fixture_close(&plain);
}

static char *matrix(int rows, int columns)
{
    GString *xml = g_string_new("<chart kind='cover-matrix' alt='x' of='4'>");

    for (int i = 0; i < rows; i++) {
        g_string_append_printf(xml, "<row label='Partnerskab %d'>", i);
        for (int k = 0; k < columns; k++)
            g_string_append_printf(xml, "<cell level='%d'/>", (i + k) % 4);
        g_string_append(xml, "</row>");
    }
    g_string_append(xml, "</chart>");
    return g_string_free(xml, FALSE);
}

Test(chart, the_cover_matrix_shrinks_to_its_place)
{
    static const int table[][2] = {{1, 1}, {4, 11}, {15, 11}, {4, 60}, {100, 100}};

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++) {
        char *xml = matrix(table[i][0], table[i][1]);
        CHART(one, xml, mm(160));
        const ladle_chart_box *box = fixture_box(&one, 0);
        cr_assert_leq(box->width, mm(160));
        cr_assert_leq(box->height, mm(54));
        cr_assert_geq(box->items->len, (guint)(table[i][0] * table[i][1]));
        fixture_close(&one);
        g_free(xml);
    }
}

Test(chart, few_rows_stand_in_the_middle_of_the_cover_matrix)
{
    CHART(
        one,
        "<chart kind='cover-matrix' alt='x' of='4'><row label='A'><cell level='3'/></row></chart>",
        mm(160));
    const ladle_page_item *sign = find_fill(&one, 0, "INK", 0);
    cr_assert_eq(fixture_box(&one, 0)->height, mm(54));
    cr_assert_float_eq(sign->y + sign->height / 2, mm(27), 3);
    fixture_close(&one);
}

Test(chart, marks_of_the_key)
{
    static const char *const marks[] = {"day",      "span",     "approximate", "interval",
                                        "expected", "deadline", "moved"};

    for (unsigned i = 0; i < G_N_ELEMENTS(marks); i++) {
        char *xml = g_strdup_printf("<chart kind='mark' alt='x' of='%s'/>", marks[i]);
        CHART(one, xml, mm(2));
        cr_assert_gt(fixture_box(&one, 0)->items->len, 0u);
        cr_assert_eq(fixture_box(&one, 0)->height, mm(3.2));
        fixture_close(&one);
        g_free(xml);
    }
}
