/* Headings stay with the figure or table they lead to. */
#include "make_layout.h"

#define BODY "<section master='body' numbering='decimal'>"
#define END "</section>"

/* A report: so many lines of text, a heading with `lead` lines, a figure of `rows` rows with `note`
 * below it, and `after` it. */
typedef struct {
    unsigned lines, lead, rows;
    const char *class, *note, *after;
} report;

static laid lay_report(report r)
{
    GString *body = g_string_new(BODY);
    for (unsigned i = 0; i < r.lines; i++)
        g_string_append_printf(body, "<p>linje%u</p>", i);
    g_string_append(body, "<h2>Overskrift</h2>");
    for (unsigned i = 0; i < r.lead; i++)
        g_string_append_printf(body, "<p>fører%u</p>", i);
    g_string_append_printf(
        body, "<figure class='%s'><figcaption>Billede</figcaption><table><tbody>", r.class);
    for (unsigned i = 0; i < r.rows; i++)
        g_string_append_printf(body, "<tr><td>række%u</td><td>ja</td></tr>", i);
    g_string_append_printf(body, "</tbody></table>%s</figure>%s" END, r.note ? r.note : "",
                           r.after ? r.after : "");
    laid l = lay_out(body->str);
    g_string_free(body, TRUE);
    return l;
}

Test(lead_in, a_heading_with_a_short_lead_stands_with_the_start_of_its_table)
{
    static const char *const classes[] = {"whole", "long"};
    for (unsigned lines = 20; lines < 50; lines++)
        for (unsigned i = 0; i < G_N_ELEMENTS(classes); i++) {
            laid l =
                lay_report((report){.lines = lines, .lead = 2, .rows = 9, .class = classes[i]});
            int heading = page_of(&l, "Overskrift");
            cr_expect_eq(heading, page_of(&l, "Billede"), "%u lines, %s", lines, classes[i]);
            cr_expect_eq(heading, page_of(&l, "række0"), "%u lines, %s", lines, classes[i]);
            unlay(&l);
        }
}

Test(lead_in, a_heading_with_text_enough_may_stand_without_its_table)
{
    laid l = lay_report((report){.lines = 36, .lead = 5, .rows = 9, .class = "whole"});
    cr_expect_eq(page_of(&l, "fører4"), 0);
    cr_expect_eq(page_of(&l, "Overskrift"), 0);
    cr_expect_eq(page_of(&l, "Billede"), 1);
    unlay(&l);
}

Test(lead_in, a_figure_waits_when_text_goes_on_below_its_heading)
{
    char *text = many("<p>", 1, 60, "</p>");
    laid l =
        lay_report((report){.lines = 30, .lead = 2, .rows = 12, .class = "whole", .after = text});
    cr_expect_eq(page_of(&l, "Overskrift"), 0);
    cr_expect_eq(page_of(&l, "Billede"), 1);
    cr_expect_eq(page_of(&l, "ord0.0"), 0, "the text goes on");
    g_free(text);
    unlay(&l);
}

Test(lead_in, what_no_page_holds_leaves_the_heading_where_it_is)
{
    laid l = lay_report((report){.lines = 10, .lead = 2, .rows = 31, .class = "whole"});
    cr_expect_eq(page_of(&l, "Overskrift"), 0);
    cr_expect_eq(page_of(&l, "fører1"), 0);
    unlay(&l);
}

Test(lead_in, a_long_note_goes_on_overleaf_so_that_the_heading_stands_with_its_figure)
{
    char *note = many("<p class='note'>", 1, 420, "</p>");
    laid l =
        lay_report((report){.lines = 40, .lead = 2, .rows = 20, .class = "whole", .note = note});
    int heading = page_of(&l, "Overskrift");
    cr_expect_eq(heading, 1);
    cr_expect_eq(heading, page_of(&l, "række0"));
    cr_expect_eq(heading, page_of(&l, "række19"));
    cr_expect_eq(page_count(&l), 3);
    g_free(note);
    unlay(&l);
}
