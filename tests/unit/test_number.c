#include "make_document.h"

#include <criterion/criterion.h>

#define NB "\xC2\xA0"

static const char BOOK[] = HEAD
    "<section><h1 id='forord'>Forord</h1><p id='p0'>x</p></section>"
    "<section id='k1' numbering='decimal'><h1>Baggrund <em>og</em> opgave<note>Note i "
    "titel</note></h1>"
    "<p>Se <ref id='r1' to='f2'/> og <ref id='r2' to='k2b'/>.<note id='n1'>x</note></p>"
    "<p><ref id='r3' to='f2'/> viser <ref id='r4' to='f2' show='number'/>, <ref id='r5' to='f2' "
    "show='title'/>, "
    "<ref id='r6' to='f2' show='full'/>, <ref id='r7' to='f2' show='page'/>.</p>"
    "<section numbering='decimal'><h2>Et program</h2><p id='inside'>x</p></section>"
    "<section><h3>Uden nummer</h3></section>"
    "<section id='k12' numbering='decimal'><h2>Hvad</h2></section></section>"
    "<section id='k2' numbering='decimal' running='Kort'><h1>Et langt navn</h1>"
    "<section><section id='k2b' numbering='decimal'><h2>Dybt</h2><p id='deep'>x<note "
    "id='n2'>y</note></p></section></section>"
    "<figure id='f2' counter='figure' number='2'><figcaption>Partnerskaber <em>og</em> "
    "resultater</figcaption><table id='t'><tbody><tr "
    "id='row'><td>x</td></tr></tbody></table></figure>"
    "<figure id='o1' counter='table'><p>x</p></figure><figure id='f3' "
    "counter='figure'><figcaption>Tre</figcaption><p>x</p></figure>"
    "<figure id='f46' counter='figure' numbers='4–6'><figcaption>Alle</figcaption><p>x</p></figure>"
    "<figure id='f4' counter='figure'><p>x</p></figure><figure "
    "id='bare'><p>x</p></figure></section>"
    "<section contents='no'><h1>Skjult</h1></section>"
    "<section><h1>Bilag</h1><section id='ba' numbering='letter'><h2>Guider</h2></section>"
    "<section id='bb' numbering='letter'><h2>Metode</h2><p id='pb'><a id='l1' href='#row'>E-1</a> "
    "i <ref id='r8' to='bb'/> <ref id='r9' to='k1'/> <ref id='r10' to='t'/> <ref id='r11' "
    "to='forord'/> <ref id='r12' to='n2'/> <a id='l2' href='#row'>E-1</a> <a "
    "href='https://example.org/'>ud</a><backlinks id='b' to='row'/></p>"
    "<section numbering='decimal'><h3>Under B</h3></section></section></section>" TAIL;

static const ladle_node *node_of(const made *m, const char *id)
{
    const ladle_node *node = ladle_document_lookup(m->document, id);
    cr_assert_not_null(node, "no node %s", id);
    return node;
}

Test(number, headings_figures_and_notes)
{
    made m = make_document(BOOK, false);
    char *messages = made_messages(&m);
    cr_assert_not_null(m.document, "%s", messages);
    static const struct {
        char id[8], number[8], label[32];
    } CASES[] = {
        {"k1", "1", "1 Baggrund og opgave"}, {"k12", "1.2", "1.2 Hvad"},
        {"k2", "2", "2 Et langt navn"},      {"k2b", "2.1", "2.1 Dybt"},
        {"ba", "A", "Bilag" NB "A Guider"},  {"bb", "B", "Bilag" NB "B Metode"},
        {"f2", "2", "Figur" NB "2"},         {"f3", "3", "Figur" NB "3"},
        {"f46", "4–6", "Figur" NB "4–6"},    {"f4", "4", "Figur" NB "4"},
        {"o1", "1", "Tabel" NB "1"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        const ladle_node *node = node_of(&m, CASES[i].id);
        cr_expect_str_eq(node->number, CASES[i].number, "%s", CASES[i].id);
        cr_expect_str_eq(node->label, CASES[i].label, "%s: %s", CASES[i].id, node->label);
    }
    cr_expect_null(node_of(&m, "forord")->number);
    cr_expect_null(node_of(&m, "bare")->number);
    cr_expect_str_eq(node_of(&m, "n1")->number, "2", "the note in the heading is the first");
    cr_expect_str_eq(node_of(&m, "n2")->number, "3");
    g_free(messages);
    unmake(&m);
}

Test(number, contents_are_the_headings_in_order)
{
    made m = make_document(BOOK, false);
    unsigned n;
    const ladle_entry *entries = ladle_document_contents(m.document, &n);
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(out, "%u %s %s\n", entries[i].level,
                               entries[i].number ? entries[i].number : "-", entries[i].title);
    cr_assert_str_eq(out->str, "1 - Forord\n1 1 Baggrund og opgave\n2 1.1 Et program\n"
                               "3 - Uden nummer\n2 1.2 Hvad\n1 2 Et langt navn\n2 2.1 Dybt\n"
                               "1 - Bilag\n2 A Guider\n2 B Metode\n3 B.1 Under B\n");
    g_string_free(out, TRUE);
    const ladle_entry *figures = ladle_document_figures(m.document, "figure", &n);
    cr_assert_eq(n, 3u, "figures without a caption are in no list");
    cr_assert_str_eq(figures[0].title, "Partnerskaber og resultater");
    cr_assert_str_eq(figures[2].number, "4–6");
    ladle_document_figures(m.document, "no such", &n);
    cr_assert_eq(n, 0u);
    unmake(&m);
}

Test(number, words_of_references)
{
    made m = make_document(BOOK, false);
    static const struct {
        char id[8], words[32];
        ladle_reference_show show;
    } CASES[] = {
        {"r1", "figur" NB "2", LADLE_SHOW_WORDS},
        {"r2", "afsnit" NB "2.1", LADLE_SHOW_WORDS},
        {"r3", "Figur" NB "2", LADLE_SHOW_WORDS},
        {"r4", "2", LADLE_SHOW_WORDS},
        {"r5", "Partnerskaber og resultater", LADLE_SHOW_WORDS},
        {"r6", "figur" NB "2", LADLE_SHOW_WORDS_PAGE},
        {"r7", "", LADLE_SHOW_PAGE},
        {"r8", "bilag" NB "B", LADLE_SHOW_WORDS},
        {"r9", "kapitel" NB "1", LADLE_SHOW_WORDS},
        {"r10", "figur" NB "2", LADLE_SHOW_WORDS},
        {"r11", "Forord", LADLE_SHOW_WORDS},
        {"r12", "3", LADLE_SHOW_WORDS},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        const ladle_node *reference = node_of(&m, CASES[i].id);
        const char *words = ladle_reference_words(m.document, reference);
        cr_expect_str_eq(words, CASES[i].words, "%s: %s", CASES[i].id, words);
        cr_expect_eq(ladle_reference_shows(reference), CASES[i].show);
    }
    const ladle_node *target = ladle_reference_target(m.document, node_of(&m, "r9"));
    cr_assert_eq(target->kind, LADLE_NODE_H1, "a section is reached at its heading");
    unmake(&m);
}

/* Words alone, in the text around them, though a counter or a label has such an id; and links as
 * ever where the target is there, before or after. */
Test(number, optional_links_without_a_target_are_plain_words)
{
    made m = make_document(
        HEAD
        "<section><p id='p'>Se <a class='evidence' optional='yes' "
        "href='#nowhere'>E-<em>1</em></a>, "
        "<ref optional='yes' to='nowhere' none='i bilaget'/> og <ref optional='yes' to='table'/>"
        "<a id='there' optional='yes' href='#later'>her</a>.</p>"
        "<p><ref id='ref' optional='yes' to='later' show='page'/></p><p "
        "id='later'>x</p></section>" TAIL,
        false);
    char *messages = made_messages(&m);
    cr_assert_not_null(m.document, "%s", messages);
    cr_expect_str_empty(messages);
    const ladle_node *paragraph = node_of(&m, "p");
    cr_expect_str_eq(ladle_node_plain_text(m.arena, paragraph), "Se E-1, i bilaget og her.");
    for (const ladle_node *node = paragraph->first; node; node = node->next)
        cr_expect(node->kind != LADLE_NODE_REF && (node->kind != LADLE_NODE_A || node->id),
                  "a link without a target is left");
    cr_expect_eq(node_of(&m, "there")->kind, LADLE_NODE_A);
    cr_expect_eq(node_of(&m, "ref")->kind, LADLE_NODE_REF);
    unsigned n;
    ladle_document_backlinks(m.document, "later", &n);
    cr_expect_eq(n, 2);
    ladle_document_backlinks(m.document, "nowhere", &n);
    cr_expect_eq(n, 0);
    g_free(messages);
    unmake(&m);
}

Test(number, backlinks_and_running_heads)
{
    made m = make_document(BOOK, false);
    unsigned n;
    const ladle_node *const *links = ladle_document_backlinks(m.document, "row", &n);
    cr_assert_eq(n, 2u, "backlinks are no links themselves");
    cr_assert_str_eq(links[0]->id, "l1");
    cr_assert_str_eq(links[1]->id, "l2");
    cr_assert_eq(ladle_reference_target(m.document, node_of(&m, "b")), node_of(&m, "row"));
    ladle_document_backlinks(m.document, "p0", &n);
    cr_assert_eq(n, 0u);
    static const struct {
        char id[8], words[32];
    } CASES[] = {{"p0", "Forord"},
                 {"inside", "1 Baggrund og opgave"},
                 {"deep", "2 Kort"},
                 {"pb", "Bilag" NB "B Metode"}};
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++)
        cr_expect_str_eq(ladle_running_chapter(m.document, node_of(&m, CASES[i].id)),
                         CASES[i].words);
    cr_expect_str_eq(ladle_running_chapter(m.document, m.document->root), "");
    unmake(&m);
}

static unsigned check_order(const ladle_node *node, unsigned order)
{
    cr_assert_eq(node->order, order);
    order++;
    for (const ladle_node *child = node->first; child; child = child->next) {
        cr_assert_eq(child->parent, node);
        order = check_order(child, order);
    }
    return order;
}

Test(number, order_is_document_order)
{
    made m = make_document(BOOK, false);
    cr_assert_eq(check_order(m.document->root, 0), m.document->n_nodes);
    unmake(&m);
}

Test(number, the_same_figure_number_twice_is_warned_of)
{
    made m =
        make_document(HEAD "<section><figure counter='figure' number='2'><p>x</p></figure>"
                           "<figure counter='figure' number='2'><p>x</p></figure></section>" TAIL,
                      false);
    char *messages = made_messages(&m);
    cr_assert_not_null(m.document);
    cr_assert(strstr(messages, "W422"), "%s", messages);
    g_free(messages);
    unmake(&m);
}

Test(number, letters_go_on_after_z)
{
    GString *xml = g_string_new(HEAD "<section><h1>Bilag</h1>");
    for (int i = 1; i <= 28; i++)
        g_string_append_printf(xml, "<section id='s%d' numbering='letter'><h2>x</h2></section>", i);
    g_string_append(xml, "</section>" TAIL);
    made m = make_document(xml->str, false);
    cr_assert_str_eq(node_of(&m, "s26")->number, "Z");
    cr_assert_str_eq(node_of(&m, "s27")->number, "AA");
    cr_assert_str_eq(node_of(&m, "s28")->number, "AB");
    g_string_free(xml, TRUE);
    unmake(&m);
}
