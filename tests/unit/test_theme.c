#include "make_document.h"

#include "document/contrast.h"

#include <criterion/criterion.h>

/* Millimetres in Pango units. */
static int mm(double n)
{
    double units = n * 72.0 / 25.4 * 1024.0;
    return (int)(units + (units < 0 ? -0.5 : 0.5));
}

static const ladle_style *style_of(const made *m, const char *id)
{
    const ladle_node *node = ladle_document_lookup(m->document, id);
    cr_assert_not_null(node, "no node %s", id);
    return node->style;
}

Test(theme, shipped_theme_has_nothing_to_complain_of)
{
    made m = made_begin();
    char *messages = made_messages(&m);
    cr_assert_not_null(m.theme);
    cr_assert_str_empty(messages, "%s", messages);
    g_free(messages);
    unmake(&m);
}

Test(theme, page_measures_are_those_of_the_look)
{
    made m = made_begin();
    const ladle_page_measures *page = ladle_theme_page(m.theme);
    cr_assert_eq(page->width, mm(210));
    cr_assert_eq(page->height, mm(297));
    cr_assert_eq(page->text, mm(120));
    cr_assert_eq(page->gutter + page->side, mm(6) + mm(34));
    cr_assert_eq(page->grid, 14 * 1024);
    cr_assert_eq(page->bottom, mm(31.9));
    /* 48 lines of 14 pt. */
    cr_assert_eq((page->height - page->top - page->bottom) / page->grid, 48);
    unsigned n;
    const ladle_page_band *bands = ladle_theme_bands(m.theme, &n);
    cr_assert_geq(n, 2u);
    cr_assert_eq(bands[1].y, mm(145));
    cr_assert_str_eq(bands[1].master, "cover");
    cr_assert_eq(bands[1].colour.red, 0xF6);
    unmake(&m);
}

Test(theme, colours_names_and_measures)
{
    made m = made_begin();
    ladle_colour accent = ladle_theme_colour(m.theme, "ACC");
    cr_assert(accent.red == 0x9C && accent.green == 0x3A && accent.blue == 0x1E && !accent.none);
    cr_assert_eq(ladle_theme_colour(m.theme, "no such").red, 0x23,
                 "unknown colours are the text's");
    const ladle_style *mark = ladle_theme_named(m.theme, "footnote-mark");
    cr_assert_eq(mark->font.size, 6656);
    cr_assert_eq(mark->rise, 3 * 1024);
    cr_assert_str_eq(mark->font.family, "Noto Serif", "named styles inherit from the document");
    cr_assert_eq(ladle_theme_named(m.theme, "no such")->font.size, 10 * 1024);
    cr_assert_eq(ladle_theme_measure(m.theme, "symbol", "square"), 963, "0.94 of 1024");
    unmake(&m);
}

Test(theme, styles_of_the_look)
{
    made m = make_document(
        HEAD "<section><h1 id='h'>Et</h1><h2 id='h2'>To</h2><p id='p'>x<note id='n'>n</note>"
             "<aside id='side'>E-1</aside></p>"
             "<blockquote><p id='q'>x <em id='em'>y</em></p><p id='role' "
             "class='role'>Leder</p></blockquote>"
             "<figure id='f'><table id='t'><tbody><tr id='tr'><td id='td'><p id='tp'>x</p></td>"
             "<td id='own' class='own'>y</td></tr></tbody></table></figure>"
             "<columns id='c' class='level-line'><div><p>x</p></div></columns></section>" TAIL,
        false);
    cr_assert_not_null(m.document);
    const ladle_style *h1 = style_of(&m, "h");
    cr_assert(h1->font.size == 22 * 1024 && h1->leading == 28 * 1024 && h1->page_before);
    cr_assert_eq(h1->letter_spacing, -102);
    cr_assert_eq(h1->number_colour.red, 0x9C);
    cr_assert(style_of(&m, "h2")->number_regular && style_of(&m, "h2")->font.bold);
    cr_assert_eq(style_of(&m, "p")->indent, 14 * 1024);
    cr_assert(style_of(&m, "p")->on_grid && style_of(&m, "p")->orphans == 2);
    cr_assert_eq(style_of(&m, "n")->font.size, 8 * 1024);
    cr_assert_str_eq(style_of(&m, "side")->font.family, "Noto Sans");
    cr_assert(style_of(&m, "q")->font.italic && !style_of(&m, "em")->font.italic);
    cr_assert(!style_of(&m, "role")->font.italic && style_of(&m, "role")->indent == 0);
    cr_assert_str_eq(style_of(&m, "tp")->font.family, "Noto Sans", "a p in a cell has its font");
    cr_assert(!style_of(&m, "tp")->on_grid && style_of(&m, "tp")->indent == 0);
    cr_assert_eq(style_of(&m, "td")->gutter, mm(4), "the table's gutter reaches its cells");
    cr_assert_eq(style_of(&m, "tr")->row_rule.thickness, 358);
    cr_assert(style_of(&m, "own")->rule_left.thickness == mm(1.1) &&
              !style_of(&m, "own")->background.none);
    cr_assert(style_of(&m, "td")->background.none);
    const ladle_style *columns = style_of(&m, "c");
    cr_assert(columns->n_widths == 3 && columns->widths[0] == mm(24) && columns->widths[2] == -1);
    unmake(&m);
}

/* A whole theme of little more than what is needed, with rules of one's own at its end. */
static made theme_with(const char *old, const char *new)
{
    made m = {.arena = ladle_arena_new(),
              .diagnostics = ladle_diagnostics_new(),
              .heard = g_string_new(NULL)};
    char *path = g_build_filename(LADLE_TEST_DATA, "..", "templates", "theme.xml", NULL), *text;
    cr_assert(g_file_get_contents(path, &text, NULL, NULL));
    char *at = strstr(text, old);
    cr_assert_not_null(at, "the theme has no %s", old);
    char *changed = g_strdup_printf("%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    m.theme = ladle_theme_load(m.arena, made_tree(&m, changed, "mine.xml"), m.diagnostics);
    g_free(changed);
    g_free(text);
    g_free(path);
    return m;
}

static const ladle_style *computed(made *m, const char *document, const char *id)
{
    ladle_gate *gate = ladle_gate_new(m->arena, m->diagnostics, NULL, NULL);
    m->document = ladle_document_load(m->arena, made_tree(m, document, "d.xml"), m->theme, gate,
                                      m->diagnostics);
    return style_of(m, id);
}

Test(theme, the_more_special_rule_wins_and_then_the_later)
{
    static const char DOCUMENT[] =
        HEAD "<section class='a'><p id='p' class='x y'>t</p></section>" TAIL;
    static const struct {
        const char *rules;
        int before;
    } CASES[] = {
        {"<style for='p.x' before='1pt'/><style for='p' before='2pt'/>", 1},
        {"<style for='p.x' before='1pt'/><style for='p.y' before='2pt'/>", 2},
        {"<style for='p.y' before='1pt'/><style for='p.x' before='2pt'/>", 2},
        {"<style for='p.x.y' before='1pt'/><style for='section p.x' before='2pt'/>", 1},
        {"<style for='section.a p' before='1pt'/><style for='section p' before='2pt'/>", 1},
        {"<style for='.x' before='1pt'/><style for='document section p' before='2pt'/>", 1},
        {"<style for='document p' before='1pt'/><style for='p' before='2pt'/>", 1},
        {"<style for='h1, p' before='3pt'/>", 3},
        {"<style for='section.b p' before='3pt'/><style for='figure p' before='3pt'/>", 0},
        {"<style for='section document p' before='3pt'/>", 0},
        {"<style for='p.xy' before='3pt'/>", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *rules = g_strconcat(CASES[i].rules, "</theme>", NULL);
        made m = theme_with("</theme>", rules);
        cr_assert_not_null(m.theme, "%s", CASES[i].rules);
        cr_expect_eq(computed(&m, DOCUMENT, "p")->before, CASES[i].before * 1024, "%s",
                     CASES[i].rules);
        g_free(rules);
        unmake(&m);
    }
}

Test(theme, styles_are_shared_and_charts_have_their_kind_as_a_class)
{
    made m =
        make_document(HEAD "<section><p id='a'>x</p><p id='b'>y</p>"
                           "<p>x <chart id='s' kind='symbol' of='4' level='1'/></p></section>" TAIL,
                      false);
    cr_assert_eq(style_of(&m, "a"), style_of(&m, "b"));
    cr_assert_eq(style_of(&m, "s")->size, mm(2.2));
    unmake(&m);
}

Test(theme, what_is_wrong_is_said_with_the_name_that_was_meant)
{
    static const struct {
        const char *old, *new, *code, *words;
    } CASES[] = {
        {"</theme>", "<styles for='p'/></theme>", "E450", "did you mean \"style\""},
        {"</theme>", "<style for='p' befor='1pt'/></theme>", "E451", "did you mean \"before\""},
        {"</theme>", "<style for='figcapton' before='1pt'/></theme>", "E451", "\"figcaption\""},
        {"</theme>", "<style for='p' colour='IKN'/></theme>", "E451", "did you mean \"INK\""},
        {"</theme>", "<style for='p' colour='#12345'/></theme>", "E452", "six digits"},
        {"</theme>", "<style for='p' font='serf'/></theme>", "E451", "did you mean \"serif\""},
        {"</theme>", "<style for='p' before='1cm'/></theme>", "E452", "12pt or 34mm"},
        {"</theme>", "<style for='p' before='-1pt'/></theme>", "E452", "0 or more"},
        {"</theme>", "<style for='p' before='1e3pt'/></theme>", "E452", "12pt"},
        {"</theme>", "<style for='p' keep='maybe'/></theme>", "E452", "no or yes"},
        {"</theme>", "<style for='p' orphans='-1'/></theme>", "E452", "whole number"},
        {"</theme>", "<style for='p' padding='1pt 2pt 3pt 4pt 5pt'/></theme>", "E452",
         "one to four"},
        {"</theme>", "<style for='p' rule-above='1pt'/></theme>", "E452", "thickness and a colour"},
        {"</theme>", "<style for='p..x'/></theme>", "E452", "name of a class"},
        {"</theme>", "<style before='1pt'/></theme>", "E453", "either for"},
        {"</theme>", "<style for='p' smaller='titel-3'/></theme>", "E451", "\"title-3\""},
        {"</theme>", "<band master='cover' x='0' y='0' width='0' colour='INK'/></theme>", "E453",
         "height"},
        {"</theme>", "<measure chart='bars' name='colour' value='red'/></theme>", "E452", "ratio"},
        {"</theme>", "<measure chart='timeline' name='rwo' value='1pt'/></theme>", "W454",
         "timeline/row"},
        {"<colour name=\"ACC\" value=\"#9C3A1E\"/>", "", "E453", "colour ACC"},
        {"<style name=\"reference\" colour=\"ACC\"/>", "", "E453", "reference"},
        {"text=\"120mm\"", "text=\"150mm\"", "E452", "wider than the page"},
        {"bottom=\"31.9mm\"", "bottom=\"260mm\"", "E452", "no room"},
        {"urn:x-ladle:theme", "urn:x-ladle:thema", "E450", "not a theme"},
        {"font=\"serif\" size=\"10pt\"", "font=\"serif\"", "E453", "font, size and leading"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        made m = theme_with(CASES[i].old, CASES[i].new);
        char *messages = made_messages(&m);
        cr_expect(strstr(messages, CASES[i].code) && strstr(messages, CASES[i].words),
                  "%s: expected %s and \"%s\", got: %s", CASES[i].new, CASES[i].code,
                  CASES[i].words, messages);
        cr_expect(strstr(messages, "mine.xml:"), "no place: %s", messages);
        cr_expect_eq(m.theme == NULL, CASES[i].code[0] == 'E', "%s", CASES[i].new);
        g_free(messages);
        unmake(&m);
    }
}

Test(theme, lengths_and_colours)
{
    ladle_length length = 7;
    cr_assert(ladle_length_parse("12.5pt", &length) && length == 12800);
    cr_assert(ladle_length_parse("25.4mm", &length) && length == 72 * 1024);
    cr_assert(ladle_length_parse("-0.6pt", &length) && length == -614);
    cr_assert(ladle_length_parse("0", &length) && length == 0);
    static const char *const NONE[] = {"",      "12",   "pt",    "1e3pt",      "0x10pt", "nanpt",
                                       "12 pt", "1ptt", "infmm", "99999999mm", "+1pt",   "1,5pt"};
    for (size_t i = 0; i < G_N_ELEMENTS(NONE); i++)
        cr_expect_not(ladle_length_parse(NONE[i], &length), "%s", NONE[i]);
    ladle_colour colour;
    cr_assert(ladle_colour_parse("#0aF000", &colour) && colour.red == 10 && colour.green == 240);
    cr_assert_not(ladle_colour_parse("#0aF00", &colour));
    cr_assert_not(ladle_colour_parse("#0aF00g", &colour));
}

Test(theme, shipped_theme_follows_the_schema)
{
    made m = made_begin();
    char *path = g_build_filename(LADLE_TEST_DATA, "..", "schema", "theme.rng", NULL);
    ladle_xml_source source = {.path = path, .name = "theme.rng"};
    ladle_xml_schema *schema = ladle_xml_schema_open(&source, m.diagnostics);
    cr_assert_not_null(schema);
    xmlDoc *tree = made_file(&m, "templates/theme.xml");
    bool valid = ladle_xml_schema_check(schema, tree, LADLE_DIAG_THEME_VALUE, m.diagnostics);
    char *messages = made_messages(&m);
    cr_assert(valid, "%s", messages);
    g_free(messages);
    ladle_xml_schema_free(schema);
    g_free(path);
    unmake(&m);
}

/* ------------------------------------------------------------------ contrast */

static double contrast_of(const char *one, const char *other)
{
    ladle_colour a, b;
    cr_assert(ladle_colour_parse(one, &a) && ladle_colour_parse(other, &b));
    return ladle_contrast(a, b);
}

Test(theme, contrast_is_that_of_wcag)
{
    cr_expect_float_eq(contrast_of("#000000", "#FFFFFF"), 21.0, 1e-9);
    cr_expect_float_eq(contrast_of("#FFFFFF", "#000000"), 21.0, 1e-9);
    cr_expect_float_eq(contrast_of("#336699", "#336699"), 1.0, 1e-9);
    /* The greys either side of 4.5:1 on white. */
    cr_expect_float_eq(contrast_of("#767676", "#FFFFFF"), 4.542, 0.001);
    cr_expect_float_eq(contrast_of("#777777", "#FFFFFF"), 4.478, 0.001);
    cr_expect_float_eq(contrast_of("#FF0000", "#FFFFFF"), 3.998, 0.001);
    cr_expect_float_eq(contrast_of("#0000FF", "#FFFFFF"), 8.592, 0.001);
    cr_expect_float_eq(contrast_of("#9C3A1E", "#F6F2EA"), 6.2, 0.1);
}

/* All that the built-in theme writes and draws, one by one. */
Test(theme, everything_of_the_shipped_theme_can_be_read)
{
    made m = made_begin();
    static const char *const GROUNDS[] = {"WHITE", "TINT"};
    static const char *const TEXTS[] = {"INK", "G7", "G5", "ACC"};
    static const char *const MARKS[] = {"INK", "G7", "G5", "G4", "ACC"};
    static const char *const NAMED[] = {
#define LADLE_NEED_COLOUR(name)
#define LADLE_NEED_STYLE(name) name,
#define LADLE_NEED_MEASURE(chart, name)
#include "document/theme_needs.def"
    };
    for (size_t g = 0; g < G_N_ELEMENTS(GROUNDS); g++) {
        ladle_colour ground = ladle_theme_colour(m.theme, GROUNDS[g]);
        for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++)
            cr_expect_geq(ladle_contrast(ladle_theme_colour(m.theme, TEXTS[i]), ground), 4.5,
                          "%s on %s", TEXTS[i], GROUNDS[g]);
        for (size_t i = 0; i < G_N_ELEMENTS(MARKS); i++)
            cr_expect_geq(ladle_contrast(ladle_theme_colour(m.theme, MARKS[i]), ground), 3.0,
                          "%s on %s", MARKS[i], GROUNDS[g]);
        for (size_t i = 0; i < G_N_ELEMENTS(NAMED); i++)
            cr_expect_geq(ladle_contrast(ladle_theme_named(m.theme, NAMED[i])->colour, ground), 4.5,
                          "%s on %s", NAMED[i], GROUNDS[g]);
    }
    unmake(&m);
}

/* What the shipped theme with `new` for `old` has to say of contrast. */
static char *contrast_messages(const char *old, const char *new)
{
    made m = made_begin();
    char *path = g_build_filename(LADLE_TEST_DATA, "..", "templates/theme.xml", NULL), *text;
    cr_assert(g_file_get_contents(path, &text, NULL, NULL));
    GString *changed = g_string_new(text);
    cr_assert_gt(g_string_replace(changed, old, new, 1), 0, "no %s", old);
    cr_assert_not_null(
        ladle_theme_load(m.arena, made_tree(&m, changed->str, "theme.xml"), m.diagnostics));
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < ladle_diag_total(m.diagnostics); i++) {
        const ladle_diag *d = ladle_diag_at(m.diagnostics, i);
        cr_expect_eq(d->severity, LADLE_WARNING);
        if (strcmp(ladle_diag_text(d->code), "W432") == 0)
            g_string_append_printf(out, "%s\n", d->message);
    }
    g_string_free(changed, TRUE);
    g_free(text);
    g_free(path);
    unmake(&m);
    return g_string_free(out, FALSE);
}

Test(theme, too_little_contrast_is_told_for_each_colour_and_ground)
{
    static const struct {
        const char *old, *new, *messages;
    } CASES[] = {
        {"#6F675F", "#777777",
         "text in G5 (#777777) on WHITE (#FFFFFF) has a contrast of 4.47:1, but needs 4.5:1; make "
         "one of the two darker or lighter\n"
         "text in G5 (#777777) on TINT (#F6F2EA) has a contrast of 4.01:1, but needs 4.5:1; make "
         "one of the two darker or lighter\n"},
        {"#8A8178", "#A0A0A0",
         "a chart's mark in G4 (#A0A0A0) on WHITE (#FFFFFF) has a contrast of 2.61:1, but needs "
         "3.0:1; make one of the two darker or lighter\n"
         "a chart's mark in G4 (#A0A0A0) on TINT (#F6F2EA) has a contrast of 2.34:1, but needs "
         "3.0:1; make one of the two darker or lighter\n"},
        /* With a ground of its own a style is held against that, and others are not. */
        {"<style for=\"span.muted\"",
         "<style for=\"p.dark\" colour=\"#FFFFFF\" background=\"INK\"/><style for=\"span.muted\"",
         ""},
        {"<style for=\"span.muted\"",
         "<style for=\"p.dark\" colour=\"G7\" background=\"INK\"/><style for=\"span.muted\"",
         "text in G7 (#57504A) on INK (#231F1C) has a contrast of 2.06:1, but needs 4.5:1; make "
         "one "
         "of the two darker or lighter\n"},
        /* A bar too low for a line is no ground. */
        {"height=\"2.2pt\"", "height=\"3pt\"", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *messages = contrast_messages(CASES[i].old, CASES[i].new);
        cr_expect_str_eq(messages, CASES[i].messages, "%s gave:\n%s", CASES[i].new, messages);
        g_free(messages);
    }
    char *messages = contrast_messages("height=\"2.2pt\"", "height=\"9pt\"");
    cr_expect(strstr(messages, "text in INK (#231F1C) on ACC (#9C3A1E)") != NULL, "%s", messages);
    g_free(messages);
}
