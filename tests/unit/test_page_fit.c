/* Sections that should stand on one page, and what gives way in them. */
#include "make_layout.h"

enum { ROWS = 6 };

/* A section of so many lines, a table with rows that give way, and a paragraph. last: a paragraph
 * above the table that may stand behind it. */
static char *section(const char *fit, unsigned lines, unsigned rows, unsigned last)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "<section master='body' %s><h1>Titel</h1>", fit);
    for (unsigned i = 0; i < lines; i++)
        g_string_append_printf(out, "<p>linje%u</p>", i);
    if (last > 0) {
        g_string_append(out, "<div fit='last'>");
        for (unsigned i = 0; i < last; i++)
            g_string_append_printf(out, "<p>sidst%u</p>", i);
        g_string_append(out, "</div>");
    }
    g_string_append(out, "<table><thead><tr><th>Hoved</th></tr></thead><tbody>");
    for (unsigned i = 0; i < rows; i++)
        g_string_append_printf(out, "<tr id='r%u' fit='drop'><td>række%u</td></tr>", i, i);
    g_string_append(out, "</tbody></table><p>Slut</p></section>");
    return g_string_free(out, FALSE);
}

static laid lay_section(const char *fit, unsigned lines, unsigned rows, unsigned last)
{
    char *body = section(fit, lines, rows, last);
    laid l = lay_out(body);
    g_free(body);
    return l;
}

/* How many of the rows stand on the pages. */
static unsigned rows_on(const laid *l)
{
    unsigned shown = 0;
    for (unsigned i = 0; i < ROWS; i++) {
        char *name = g_strdup_printf("række%u", i);
        shown += page_of(l, name) >= 0;
        g_free(name);
    }
    return shown;
}

/* Pages of the same section with so many rows, none of which gives way. */
static unsigned pages_with(unsigned lines, unsigned rows)
{
    char *body = section("", lines, rows, 0);
    laid l = lay_out(body);
    unsigned pages = page_count(&l);
    unlay(&l);
    g_free(body);
    return pages;
}

/* As many rows as there is room for, the first ones, and words that tell how many. */
Test(page_fit, rows_are_left_out_until_the_page_holds_the_section)
{
    unsigned some = 0;
    for (unsigned lines = 20; lines < 44; lines++) {
        laid l = lay_section("fit='page'", lines, ROWS, 0);
        unsigned shown = rows_on(&l);
        if (pages_with(lines, ROWS) == 1) {
            cr_assert_eq(shown, ROWS, "%u lines", lines);
            cr_assert_eq(page_of(&l, " / 6"), -1);
        } else if (page_count(&l) == 1) {
            char *words = g_strdup_printf("%u / %d", shown, ROWS);
            cr_assert_eq(page_of(&l, words), 0, "%u lines: %s", lines, words);
            cr_assert_eq(page_of(&l, "række0"), 0);
            cr_assert_lt(shown, ROWS);
            cr_assert_gt(pages_with(lines, shown + 2), 1, "%u lines: more would fit", lines);
            g_free(words);
            some++;
        } else
            cr_assert_eq(shown, ROWS, "%u lines: nothing gives way in vain", lines);
        cr_assert_geq(page_of(&l, "Slut"), 0);
        unlay(&l);
    }
    cr_assert_gt(some, 4);
}

Test(page_fit, without_the_attribute_nothing_gives_way)
{
    laid l = lay_section("", 40, ROWS, 0);
    cr_assert_eq(page_count(&l), 2);
    cr_assert_eq(rows_on(&l), ROWS);
    unlay(&l);
}

Test(page_fit, the_first_row_always_stands)
{
    laid l = lay_section("fit='page'", 34, 1, 0);
    cr_assert_eq(page_of(&l, " / 6"), -1);
    cr_assert_geq(page_of(&l, "række0"), 0);
    unlay(&l);
}

/* Words that would leave no room for a row go behind, and the rows are back. */
Test(page_fit, what_may_stand_last_does_when_rows_are_not_enough)
{
    laid near = lay_section("fit='page'", 20, ROWS, 3);
    cr_assert_eq(page_count(&near), 1);
    char *words = page_words(&near, 0, false);
    cr_assert_lt(strstr(words, "sidst0"), strstr(words, "Hoved"));
    g_free(words);
    unlay(&near);

    laid far = lay_section("fit='page'", 20, ROWS, 30);
    cr_assert_eq(page_count(&far), 2);
    cr_assert_eq(rows_on(&far), ROWS);
    cr_assert_eq(page_of(&far, "Slut"), 0);
    words = page_words(&far, 0, false);
    cr_assert_gt(strstr(words, "sidst0"), strstr(words, "Slut"));
    g_free(words);
    cr_assert_eq(page_of(&far, "sidst29"), 1);
    unlay(&far);
}

/* A row that is not shown leaves no empty row in the logical tree, and what leads to it leads to
 * the row above. */
Test(page_fit, rows_left_out_are_no_part_of_the_table)
{
    laid l = lay_section("fit='page'", 34, ROWS, 0);
    unsigned shown = rows_on(&l), left_out = 0;
    cr_assert_lt(shown, ROWS);
    for (unsigned i = 0; i < l.pages->structure->len; i++)
        left_out += g_array_index(l.pages->structure, ladle_structure, i).left_out;
    cr_assert_eq(left_out, ROWS - shown);
    unlay(&l);

    char *body = section("fit='page'", 34, ROWS, 0);
    char *linked = g_strconcat("<section master='front'><p><a href='#r5'>dertil</a></p></section>",
                               body, NULL);
    laid both = lay_out(linked);
    cr_assert_lt(rows_on(&both), ROWS);
    bool found = false;
    for (unsigned i = 0; i < both.pages->destinations->len; i++)
        found |=
            strcmp(g_array_index(both.pages->destinations, ladle_destination, i).id, "r5") == 0;
    cr_assert(found);
    unlay(&both);
    g_free(linked);
    g_free(body);
}

/* It begins its page, and is measured against that, whatever stands before. */
Test(page_fit, a_section_that_fits_begins_a_page)
{
    laid l = lay_out("<section master='body'><p>Før</p></section>"
                     "<section fit='page'><p>Efter</p></section>");
    cr_assert_eq(page_count(&l), 2);
    unlay(&l);
}
