#include "make_document.h"

#include <criterion/criterion.h>

/* The tree below a node as a line: words of inline elements in brackets. */
static void print_line(GString *out, const ladle_node *node)
{
    if (node->text)
        g_string_append(out, node->text);
    else if (node->kind == LADLE_NODE_BR)
        g_string_append(out, "|");
    else
        g_string_append(out, "[");
    for (const ladle_node *child = node->first; child; child = child->next)
        print_line(out, child);
    if (!node->text && node->kind != LADLE_NODE_BR)
        g_string_append(out, "]");
}

Test(document, white_space_collapses_as_in_xhtml)
{
    static const struct {
        const char *content, *line;
    } CASES[] = {
        {"  a \n\t b  ", "[a b]"},
        {"a <em> b </em> c", "[a [b ]c]"},
        {"a<em> </em>b", "[a[ ]b]"},
        {"a <em> </em> b", "[a []b]"},
        {"<em>a </em>", "[[a]]"},
        {"a<em> </em>", "[a[]]"},
        {" <em> a</em>", "[[a]]"},
        {"a <br/> b", "[a|b]"},
        {"a<note> n </note> b", "[a[n] b]"},
        {"a <note>n</note>", "[a[n]]"},
        {"a.<aside> E-1 </aside> B", "[a.[E-1] B]"},
        {"x <chart kind='symbol' of='4'/> y", "[x [] y]"},
        {"a\xC2\xA0\xC2\xA0 b", "[a\xC2\xA0\xC2\xA0 b]"},
        {"a <![CDATA[ <b> ]]> c", "[a <b> c]"},
        {"a<!-- no --> b", "[a b]"},
        {"   ", "[]"},
        {"<em>x</em> <strong>y</strong>", "[[x] [y]]"},
        {"12<span class='nowrap'> %</span>", "[12[ %]]"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *xml = g_strconcat(HEAD "<section><p>", CASES[i].content, "</p></section>" TAIL, NULL);
        made m = make_document(xml, false);
        cr_assert_not_null(m.document, "%s", CASES[i].content);
        GString *line = g_string_new(NULL);
        print_line(line, find_kind(m.document->root, LADLE_NODE_P));
        cr_expect_str_eq(line->str, CASES[i].line, "%s gave %s", CASES[i].content, line->str);
        g_string_free(line, TRUE);
        g_free(xml);
        unmake(&m);
    }
}

Test(document, the_gate_hears_every_text_and_split_ones_as_a_whole)
{
    made m = make_document(
        "<document xmlns='urn:x-ladle:document' version='1' xml:lang='da' title='Titlen' "
        "author='Udgiver'>"
        "<label id='more'>m.fl.</label><counter id='figure' label='Figur' ref='figur'/>"
        "<section running='Kort'><h1>Kapitlet</h1>"
        "<p>Per <em>Sør</em>ensen<note>Fod<strong>note</strong></note> kom</p>"
        "<img src='a.png' alt='Et billede'/><p><a href='https://example.org/'>x</a></p>"
        "<chart kind='shares' alt='Andele'><bar label='Kalender' value='0.3' words='31 %'/></chart>"
        "</section></document>",
        false);
    cr_assert_not_null(m.document);
    static const char *const HEARD[] = {"0:Per Sørensen kom\n",
                                        "0:Fodnote\n",
                                        "1:Titlen\n",
                                        "1:Udgiver\n",
                                        "0:m.fl.\n",
                                        "0:Figur\n",
                                        "0:Kort\n",
                                        "0:Kapitlet\n",
                                        "2:Kapitlet\n",
                                        "0:Et billede\n",
                                        "3:https://example.org/\n",
                                        "0:Andele\n",
                                        "0:Kalender\n",
                                        "0:31 %\n",
                                        "0:figur\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(HEARD); i++)
        cr_expect(strstr(m.heard->str, HEARD[i]), "not heard: %s", HEARD[i]);
    unmake(&m);
}

Test(document, characters_that_cannot_be_drawn_are_replaced)
{
    made m = make_document(HEAD "<section><p>a\xEF\xB7\x90 z</p></section>" TAIL, true);
    cr_assert_not_null(m.document);
    cr_assert_str_eq(find_kind(m.document->root, LADLE_NODE_P)->first->text, "a\xEF\xBF\xBD z");
    unmake(&m);
}

/* A chart around what is given, in a section. */
#define CHART(kind, inside) "<chart alt='x' kind='" kind "'>" inside "</chart>"

Test(document, what_is_wrong_is_said_in_plain_words)
{
    static const struct {
        const char *content, *code, *words;
    } CASES[] = {
        {"<para>x</para>", "E411", "no element <para>"},
        {"<tabl/>", "E411", "did you mean \"table\""},
        {"<p xmlns='http://www.w3.org/1999/xhtml'>x</p>", "E411", "in the namespace"},
        {"<p>a<ul><li>x</li></ul></p>", "E412", "<ul> may not stand in <p> beside or within"},
        {"<li>x</li>", "E412", "<li> may not stand in <section>"},
        {"<table><tr><td>x</td></tr></table>", "E412", "<tr> may not stand in <table>"},
        {"<p><p>x</p></p>", "E412", "<p> may not stand in <p>"},
        {"<ul><li>x<table><tbody><tr><td/></tr></tbody></table></li></ul>", "E413",
         "\"x\" stands directly in <li>"},
        {"<div><section><p>x</p></section></div>", "E412", "<section> may not stand in <div>"},
        {"<blockquote><h2>x</h2></blockquote>", "E412", "<h2> may not stand in"},
        {"<columns><p>x</p></columns>", "E412", "<p> may not stand in <columns>"},
        {"<br/>", "E412", "<br> may not stand in <section>"},
        {"<master id='m' folio='arabic'/>", "E412", "<master> may not stand"},
        {"x", "E413", "the text \"x\" stands directly in <section>"},
        {"<ul>x<li>y</li></ul>", "E413", "stands directly in <ul>"},
        {"<figure><table><tbody><tr><td>x</td></tr></tbody></table><figcaption>y</figcaption></"
         "figure>",
         "E412", "must stand before"},
        {"<table><tbody><tr><td/></tr></tbody><thead><tr><th/></tr></thead></table>", "E412",
         "<thead> must stand before <tbody>"},
        {"<figure><figcaption>a</figcaption><figcaption>b</figcaption><p>c</p></figure>", "E412",
         "only once"},
        {"<section fit='page'><p>x</p></section>", "E416", "in the document itself"},
        {"<p clas='x'>x</p>", "E414", "did you mean \"class\""},
        {"<p style='color:red'>x</p>", "E414", "no attribute style"},
        {"<chart kind='symbol' of='4' months='x'/>", "E414", "of a chart of kind symbol"},
        {"<page-break id='x'/>", "E414", "no attribute id"},
        {"<p><a>x</a></p>", "E415", "<a> needs the attribute href"},
        {"<img src='x.png'/>", "E415", "needs the attribute alt"},
        {"<chart kind='scale' alt='x'/>", "E415", "needs the attribute of"},
        {"<chart alt='x'/>", "E415", "needs the attribute kind"},
        {"<figure number='2'><p>x</p></figure>", "E415", "needs the attribute counter"},
        {"<chart kind='bars'><panel label='a'><bar label='b' value='1' words='1'/></panel></chart>",
         "E431", "kind bars has no alternative text"},
        {"<chart kind='symbol' of='4' level='1'/>", "E431", "kind symbol has no alternative text"},
        {"<p><span><chart kind='symbol' of='4' level='1'/></span></p>", "E431",
         "<p> holds nothing but a sign"},
        {"<p><chart kind='progress' alt='' value='0.5'/></p>", "E431", "no alternative text"},
        {"<chart kind='symbl' alt='x' of='4'/>", "E416", "did you mean \"symbol\""},
        {"<chart kind='symbol' of='4' level='4'/>", "E416", "the highest is 3"},
        {"<chart kind='symbol' of='0'/>", "E416", "whole number from 1"},
        {"<chart kind='progress' alt='x' value='1.2'/>", "E416", "share from 0 to 1"},
        {"<chart kind='progress' alt='x' value='41 %'/>", "E416", "share from 0 to 1"},
        {CHART("timeline' months='j f m", "<entry label='x' start-first='2015-02-30'/>"), "E416",
         "YYYY-MM-DD"},
        {CHART("bars", "<panel label='a'><bar label='b' value='1,5'/></panel>"), "E416",
         "decimal point"},
        {"<table><col width='30'/><tbody><tr><td/></tr></tbody></table>", "E416", "auto, or *"},
        {"<toc depth='4'/>", "E416", "one of 1 2 3"},
        {"<p id='1 2'>x</p>", "E416", "expected a name"},
        {"<p xml:lang='dansk!'>x</p>", "E416", "a language"},
        {"<p id='a'>x</p><p id='a'>y</p>", "E417", "used twice"},
        {"<p><ref to='nowhere'/></p>", "E418", "leads nowhere"},
        {"<p id='ending'>x<a href='#endnig'>y</a></p>", "E418", "did you mean \"ending\""},
        {"<p>x<a optional='no' href='#nowhere'>y</a></p>", "E416", "expected yes"},
        {"<section master='bdy'><p>x</p></section>", "E418", "did you mean \"body\""},
        {"<figure counter='figur'><p>x</p></figure>", "E418", "did you mean \"figure\""},
        {"<figure-list counter='tables'/>", "E418", "did you mean \"table\""},
        {"<ul/>", "E420", "<ul> is empty"},
        {"<table/>", "E420", "at least one <tbody>"},
        {"<table><tbody/></table>", "E420", "at least one <tr>"},
        {"<table><tbody><tr/></tbody></table>", "E420", "at least one cell"},
        {"<blockquote/>", "E420", "at least one block"},
        {"<figure><figcaption>x</figcaption></figure>", "E420", "at least one block"},
        {CHART("shares", ""), "E420", "at least one <bar>"},
        {CHART("shares", "<panel label='x'/>"), "E412", "a chart of kind shares takes no <panel>"},
        {CHART("parts", "<row label='x'/>"), "E420", "at least one <part>"},
        {"<p id='p'>x <ref to='p'/></p>", "E421", "has none"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *xml = g_strconcat(HEAD "<section>", CASES[i].content, "</section>" TAIL, NULL);
        made m = make_document(xml, false);
        char *messages = made_messages(&m);
        cr_expect_null(m.document, "accepted: %s", CASES[i].content);
        cr_expect(strstr(messages, CASES[i].code) && strstr(messages, CASES[i].words),
                  "%s: expected %s and \"%s\", got: %s", CASES[i].content, CASES[i].code,
                  CASES[i].words, messages);
        g_free(messages);
        g_free(xml);
        unmake(&m);
    }
}

Test(document, heads_are_checked)
{
    static const struct {
        const char *xml, *code, *words;
    } CASES[] = {
        {"<x xmlns='urn:x-ladle:document'/>", "E410", "<x> is not a document"},
        {"<document version='1'/>", "E410", "is not a document"},
        {"<document xmlns='urn:x-ladle:document' version='1' xml:lang='da' title='x'/>", "E420",
         "at least one <section>"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x'><section/></document>",
         "E415", "xml:lang"},
        {"<document xmlns='urn:x-ladle:document' version='2' title='x' "
         "xml:lang='da'><section/></document>",
         "E416", "expected 1"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' xml:lang='da'><label "
         "id='pages'>s</label><section/></document>",
         "E416", "did you mean \"page\""},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' xml:lang='da'><label "
         "id='page'>side</label><section/></document>",
         "E416", "one %s"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' xml:lang='da'><label "
         "id='continues'>%d %s</label><section/></document>",
         "E416", "one %s"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' xml:lang='da'><label "
         "id='continued'>%s</label><section/></document>",
         "E416", "no %s"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' xml:lang='da'><label "
         "id='shown'>%s</label><section/></document>",
         "E416", "two %s"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' "
         "xml:lang='da'><label>x</label><section/></document>",
         "E415", "attribute id"},
        {"<document xmlns='urn:x-ladle:document' version='1' title='x' "
         "xml:lang='da'><section/><counter id='c'/></document>",
         "E412", "must stand before"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        made m = make_document(CASES[i].xml, false);
        char *messages = made_messages(&m);
        cr_expect_null(m.document, "accepted: %s", CASES[i].xml);
        cr_expect(strstr(messages, CASES[i].code) && strstr(messages, CASES[i].words),
                  "%s: expected %s and \"%s\", got: %s", CASES[i].xml, CASES[i].code,
                  CASES[i].words, messages);
        g_free(messages);
        unmake(&m);
    }
}

Test(document, all_that_is_wrong_is_said_in_one_run)
{
    made m = make_document(
        HEAD "<section><p clas='x'><ref to='y'/></p><ul/><foo/><p><b>x</b></p></section>" TAIL,
        false);
    char *messages = made_messages(&m);
    cr_expect(strstr(messages, "E414") && strstr(messages, "E420") && strstr(messages, "<foo>") &&
                  strstr(messages, "<b>"),
              "%s", messages);
    g_free(messages);
    unmake(&m);
}

Test(document, places_are_lines_in_files_and_paths_in_what_a_template_made)
{
    static const char XML[] = HEAD "<section/>\n<section><p>x</p>\n<table><tbody><tr><td/><td><foo/"
                                   "></td></tr></tbody></table></section>" TAIL;
    made file = make_document(XML, false);
    char *messages = made_messages(&file);
    cr_expect(strstr(messages, "report.xml:3 "), "%s", messages);
    g_free(messages);
    unmake(&file);
    made template = make_document(XML, true);
    messages = made_messages(&template);
    cr_expect(strstr(messages, "final.xsl: /document/section[2]/table/tbody/tr/td[2]"), "%s",
              messages);
    g_free(messages);
    unmake(&template);
}

Test(document, nesting_is_bounded)
{
    for (int depth = 60; depth <= 200; depth += 140) {
        GString *xml = g_string_new(HEAD "<section>");
        for (int i = 0; i < depth; i++)
            g_string_append(xml, "<div>");
        for (int i = 0; i < depth; i++)
            g_string_append(xml, "</div>");
        g_string_append(xml, "</section>" TAIL);
        made m = make_document(xml->str, true);
        char *messages = made_messages(&m);
        cr_expect_eq(m.document != NULL, depth == 60);
        cr_expect_eq(strstr(messages, "E419") != NULL, depth != 60, "%s", messages);
        g_free(messages);
        g_string_free(xml, TRUE);
        unmake(&m);
    }
}

Test(document, attributes_classes_and_languages)
{
    made m = make_document(
        HEAD "<section xml:lang='en-GB'><p id='p' class=' a  bc '>x <em xml:lang='da'>y</em></p>"
             "<table><col width=' 12.5mm ' align='right'/><tbody><tr><td "
             "colspan='2'/></tr></tbody></table></section>" TAIL,
        false);
    cr_assert_not_null(m.document);
    const ladle_node *p = ladle_document_lookup(m.document, "p");
    cr_assert(ladle_node_has_class(p, "a") && ladle_node_has_class(p, "bc"));
    cr_assert_not(ladle_node_has_class(p, "b"));
    cr_assert_not(ladle_node_has_class(p, ""));
    cr_assert_str_eq(p->language, "en-GB");
    cr_assert_str_eq(p->first->language, "en-GB");
    cr_assert_str_eq(find_kind(p, LADLE_NODE_EM)->first->language, "da");
    const ladle_node *col = find_kind(m.document->root, LADLE_NODE_COL);
    cr_assert_str_eq(ladle_node_attribute(col, "width"), "12.5mm");
    cr_assert_null(ladle_node_attribute(col, "id"));
    cr_assert_null(ladle_document_lookup(m.document, "body"), "masters are no targets");
    cr_assert_str_eq(m.document->page_words, "side %s");
    cr_assert_str_eq(m.document->continued, "");
    cr_assert_eq(m.document->n_counters, 5u);
    unmake(&m);
}

Test(document, what_stands_in_a_line_is_marked)
{
    made m = make_document(
        HEAD "<section><aside id='box'><p>x</p></aside><chart id='block' kind='progress' alt='x' "
             "value='1'/>"
             "<p>x <aside id='side'>E-1</aside><chart id='line' kind='symbol' of='4'/></p>"
             "<table><tbody><tr><td><chart id='cell' alt='x' kind='symbol' "
             "of='4'/></td><td><p>a</p><chart "
             "id='among' alt='x' kind='symbol' of='4'/></td></tr></tbody></table></section>" TAIL,
        false);
    cr_assert_not_null(m.document);
    static const struct {
        char id[8];
        bool in_line;
    } CASES[] = {{"box", false}, {"block", false}, {"side", true},
                 {"line", true}, {"cell", true},   {"among", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++)
        cr_expect_eq(ladle_document_lookup(m.document, CASES[i].id)->in_line, CASES[i].in_line,
                     "%s", CASES[i].id);
    unmake(&m);
}
