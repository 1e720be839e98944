/* What the check of pages finds, on pages spoilt in one place each. */
#include "make_layout.h"

static laid sample(void)
{
    return lay_out(
        "<section master='body'><h1 id='h'>Titel</h1><p>Første linje <a href='#h'>med</a> "
        "et par ord</p><p>Anden linje</p></section>");
}

static ladle_page_item *text_item(laid *l, const char *words)
{
    return (ladle_page_item *)find_run(l, words, NULL);
}

/* Faults found now, and whether a message has this code. */
static unsigned faults(laid *l, const char *code)
{
    unsigned n = ladle_pages_verify(l->pages, l->made.diagnostics);
    char *messages = made_messages(&l->made);
    cr_expect(n == 0 || strstr(messages, code), "%s in %s", code, messages);
    g_free(messages);
    return n;
}

Test(pages, sound_pages_have_no_faults)
{
    laid l = sample();
    cr_expect_eq(faults(&l, ""), 0);
    unlay(&l);
}

Test(pages, text_over_text)
{
    laid l = sample();
    text_item(&l, "Anden")->y = text_item(&l, "Første")->y;
    text_item(&l, "Anden")->x = text_item(&l, "Første")->x + 10;
    cr_expect_eq(faults(&l, "E511"), 1);
    text_item(&l, "Anden")->may_overlap = true;
    cr_expect_eq(faults(&l, ""), 0);
    unlay(&l);
}

Test(pages, off_the_page)
{
    laid l = sample();
    text_item(&l, "Anden")->x = l.pages->width - 5;
    cr_expect_eq(faults(&l, "E510"), 1);
    text_item(&l, "Anden")->x = -5;
    cr_expect_eq(faults(&l, "E510"), 1);
    unlay(&l);
}

Test(pages, text_and_glyphs_out_of_step)
{
    laid l = sample();
    text_item(&l, "Anden")->run->bytes--;
    cr_expect_eq(faults(&l, "E513"), 1);
    text_item(&l, "Anden")->run->bytes++;
    text_item(&l, "Anden")->run->n_glyphs++;
    cr_expect_eq(faults(&l, "E513"), 1);
    unlay(&l);
}

Test(pages, links_lead_somewhere)
{
    laid l = sample();
    ladle_page *page = l.pages->pages->pdata[0];
    cr_assert_eq(page->links->len, 1);
    g_array_index(page->links, ladle_link, 0).target = "#intet";
    cr_expect_eq(faults(&l, "E502"), 1);
    g_array_index(page->links, ladle_link, 0).target = "https://example.org/";
    cr_expect_eq(faults(&l, ""), 0);
    unlay(&l);
}

Test(pages, structure_holds_together)
{
    laid l = sample();
    text_item(&l, "Anden")->structure = 9999;
    cr_expect_eq(faults(&l, "E512"), 1);
    text_item(&l, "Anden")->structure = 1;
    g_array_index(l.pages->structure, ladle_structure, 2).parent = 2;
    cr_expect_eq(faults(&l, "E512"), 1);
    unlay(&l);
}

Test(pages, pages_have_labels_and_destinations_have_names_of_their_own)
{
    laid l = sample();
    ((ladle_page *)l.pages->pages->pdata[0])->label = "";
    cr_expect_eq(faults(&l, "E512"), 1);
    ((ladle_page *)l.pages->pages->pdata[0])->label = "1";
    ladle_destination again = g_array_index(l.pages->destinations, ladle_destination, 0);
    g_array_append_val(l.pages->destinations, again);
    cr_expect_eq(faults(&l, "E512"), 1);
    unlay(&l);
}

Test(pages, printed)
{
    laid l = sample();
    GString *out = g_string_new(NULL);
    ladle_pages_print(l.pages, out);
    cr_expect_not_null(strstr(out->str, "page 1 label 1 master body\n"), "%s", out->str);
    cr_expect_not_null(strstr(out->str, "\"Anden linje\""));
    cr_expect_not_null(strstr(out->str, "destination h 1 "));
    cr_expect_not_null(strstr(out->str, "outline 1 1 \"Titel\""));
    cr_expect_not_null(strstr(out->str, "structure 2 in 1 H1"));
    cr_expect_not_null(strstr(out->str, " #h Link."));
    g_string_free(out, TRUE);
    unlay(&l);
}
