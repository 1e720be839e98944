/* A document's data as CSV. */
#include "make_document.h"

#include "document/data.h"

#include <criterion/criterion.h>

#define WORDS                                                                                      \
    "<label id='data.table'>tabel</label><label id='data.chart'>diagram</label>"                   \
    "<label id='data.column'>Kolonne</label><label id='data.yes'>ja</label>"                       \
    "<label id='data.no'>nej</label><label id='data.before'>før</label>"                          \
    "<label id='data.now'>nu</label>"
#define BEGIN                                                                                      \
    "<document xmlns='urn:x-ladle:document' version='1' xml:lang='da' title='Prøve'>" WORDS        \
    "<counter id='figure' label='Figur' several='Figurer' ref='figur'/>"                           \
    "<counter id='table' label='Tabel' ref='tabel'/><section>"
#define END "</section></document>"

/* Names, titles and texts of all tables, each after a line of its own. */
static char *data_of(const char *content)
{
    char *xml = g_strconcat(BEGIN, content, END, NULL);
    made m = make_document(xml, false);
    char *messages = made_messages(&m);
    cr_assert_not_null(m.document, "%s", messages);
    GPtrArray *tables = ladle_document_data(m.arena, m.document);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < tables->len; i++) {
        const ladle_data_table *table = g_ptr_array_index(tables, i);
        cr_expect_eq(strlen(table->csv), table->bytes);
        g_string_append_printf(out, "[%s|%s]\n%s", table->name, table->title, table->csv);
    }
    g_string_replace(out, "\r\n", "$\n", 0);
    g_free(messages);
    g_free(xml);
    unmake(&m);
    return g_string_free(out, FALSE);
}

static void expect_data(const char *content, const char *expected)
{
    char *got = data_of(content);
    cr_expect_str_eq(got, expected, "%s\ngave\n%s\nnot\n%s", content, got, expected);
    g_free(got);
}

#define CELLS(cells) "<table><tbody><tr>" cells "</tr></tbody></table>"

Test(data, fields_are_quoted_and_no_formula_gets_through)
{
    static const struct {
        const char *cell, *field;
    } CASES[] = {
        {"a b", "a b"},
        {"a, b", "\"a, b\""},
        {"a \"b\"", "\"a \"\"b\"\"\""},
        {"=SUM(A1)", "'=SUM(A1)"},
        {"+cmd, x", "\"'+cmd, x\""},
        {"-1", "-1"},
        {"-1,5 %", "\"-1,5 %\""},
        {"+2", "+2"},
        {"-", "'-"},
        {"--1", "'--1"},
        {"-1+cmd", "'-1+cmd"},
        {"@x", "'@x"},
        {"1&#160;200", "1 200"},
        {"æ&#173;ø", "æø"},
        {"", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *content = g_strdup_printf(CELLS("<td>%s</td>"), CASES[i].cell);
        char *expected = g_strdup_printf("[tabel-01.csv|Prøve]\nKolonne 1$\n%s$\n", CASES[i].field);
        expect_data(content, expected);
        g_free(expected);
        g_free(content);
    }
}

Test(data, cells_fill_their_columns_and_blocks_their_lines)
{
    expect_data("<table><thead><tr><th/><th colspan='2'>Sted</th></tr>"
                "<tr><th>Navn</th><th>By</th><th>By</th></tr></thead>"
                "<tbody><tr><th>A</th><td><p>x</p><p>y<note>z</note></p></td></tr>"
                "<tr><th colspan='3'>Gruppe</th></tr></tbody>"
                "<tfoot><tr><td>I alt</td><td>2<br/>3</td></tr></tfoot></table>",
                "[tabel-01.csv|Prøve]\nNavn,Sted – By,Sted – By (2)$\nA,\"x\ny\",$\n"
                "Gruppe,Gruppe,Gruppe$\nI alt,\"2\n3\",$\n");
}

Test(data, charts_in_cells_are_their_words)
{
    expect_data(
        CELLS("<td><chart kind='symbol' of='4' level='1' alt='Kantinen'/>&#160;7</td>"
              "<td><span><chart kind='symbol' of='4' level='1'/>&#160;Kantinen</span></td>"),
        "[tabel-01.csv|Prøve]\nKolonne 1,Kolonne 2$\nKantinen 7,Kantinen$\n");
    expect_data(CELLS("<td colspan='3'><chart kind='scale' of='3' level='2' was='0' alt='x'/></td>")
                    CELLS("<td colspan='2'><chart kind='scale' of='2' level='1' alt='x'/></td>")
                        CELLS("<td colspan='2'><chart kind='scale' of='2' alt='ikke'/></td>"),
                "[tabel-01.csv|Prøve]\nKolonne 1,Kolonne 2,Kolonne 3$\nfør,,nu$\n"
                "[tabel-02.csv|Prøve]\nKolonne 1,Kolonne 2$\n,ja$\n"
                "[tabel-03.csv|Prøve]\nKolonne 1,Kolonne 2$\nikke,ikke$\n");
}

Test(data, a_move_over_two_columns_is_both_levels)
{
    expect_data(
        CELLS("<td colspan='2'><div><chart kind='move' of='3' level='2' was='0' words='Høj' "
              "was-words='Lav' alt='x'/></div></td>")
            CELLS("<td colspan='2'><chart kind='move' of='3' level='2' words='Høj' alt='x'/></td>")
                CELLS("<td><chart kind='move' of='3' level='2' was='0' alt='Rykket op.'/></td>"),
        "[tabel-01.csv|Prøve]\nKolonne 1,Kolonne 2$\nLav,Høj$\n"
        "[tabel-02.csv|Prøve]\nKolonne 1,Kolonne 2$\n,Høj$\n"
        "[tabel-03.csv|Prøve]\nKolonne 1$\nRykket op.$\n");
}

Test(data, columns_of_page_numbers_are_left_out)
{
    expect_data("<table><thead><tr><th>Nr.</th><th>Side</th></tr></thead><tbody>"
                "<tr id='e'><td>E-1</td><td><backlinks to='e'/></td></tr></tbody></table>",
                "[tabel-01.csv|Prøve]\nNr.$\nE-1$\n");
}

Test(data, files_are_named_by_their_figures)
{
    GString *content = g_string_new(NULL), *expected = g_string_new(NULL);
    for (int i = 1; i <= 10; i++) {
        g_string_append_printf(
            content,
            "<figure counter='table'><figcaption>T%d</figcaption>" CELLS("<td>%d</td>") "</figure>",
            i, i);
        g_string_append_printf(expected, "[tabel-%02d.csv|Tabel %d T%d]\nKolonne 1$\n%d$\n", i, i,
                               i, i);
    }
    expect_data(content->str, expected->str);
    g_string_free(content, TRUE);
    g_string_free(expected, TRUE);
    expect_data("<figure counter='figure' numbers='4–6'>" CELLS("<td>a</td>")
                    CELLS("<td>b</td>") "</figure><h1>Æbler</h1>" CELLS(
                        "<td>c</td>") "<table><caption>Å</caption><tbody><tr><td>d</td></tr></"
                                      "tbody></table>",
                "[figurer-4-6.csv|Figurer 4–6]\nKolonne 1$\na$\n"
                "[figurer-4-6-2.csv|Figurer 4–6]\nKolonne 1$\nb$\n"
                "[tabel-01.csv|Æbler]\nKolonne 1$\nc$\n[tabel-02.csv|Å]\nKolonne 1$\nd$\n");
}

/* Without labels of the document, columns are called by the ids of the labels. */
Test(data, each_kind_of_chart_has_its_rows)
{
    static const struct {
        const char *chart, *csv;
    } CASES[] = {
        {"<chart kind='bars' groups='Akse' names='Måned' values='Besøg' alt='x'><panel label='4' "
         "target='48.000'><bar label='feb.' value='28.50' part='3' words='28'/></panel></chart>",
         "Akse,Måned,Besøg,part,target$\n4,feb.,28.5,3,48$\n"},
        {"<chart kind='bars' alt='x'><panel label='a'><bar label='b' value='10' words=''/></panel>"
         "</chart>",
         "group,name,value$\na,b,10$\n"},
        {"<chart kind='lanes' groups='Slags' months='j' alt='x'><row label='m'><entry label='b' "
         "start-first='2015-03-01' start-last='2015-03-01'/></row></chart>",
         "Slags,name,deadline,interval,start-first,start-last,end-first,end-last,start-approximate,"
         "end-approximate,end-expected,revised-first,revised-last$\n"
         "m,b,nej,nej,2015-03-01,2015-03-01,,,nej,nej,nej,,$\n"},
        {"<chart kind='targets' groups='Hvem' names='Hvad' alt='x'><slot label='b'/>"
         "<slot label='c'/>"
         "<row label='r'><cell/><cell value='-0.50'/></row></chart>",
         "Hvem,Hvad,share$\nr,b,$\nr,c,-0.5$\n"},
        {"<chart kind='reach' threshold='0.5' alt='x'><bar label='a' value='0.30' words='30 %'/>"
         "</chart>",
         "name,share$\na,0.3$\n"},
        {"<chart kind='stairs' of='3' values='Trin' alt='x'><slot label='b' level='1'/>"
         "<row label='r' level='1' words='b'/><row label='s'/></chart>",
         "name,Trin,number$\nr,b,1$\ns,,$\n"},
        {"<chart kind='shares' alt='x'><bar label='a, b' value='0.30' words='30 %'/></chart>",
         "name,share$\n\"a, b\",0.3$\n"},
        {"<chart kind='parts' alt='x'><row label='r'><part label='p' value='2' words='2'/></row>"
         "</chart>",
         "group,name,value$\nr,p,2$\n"},
        {"<chart kind='pair' first='besøg' second='møder' alt='x'><row label='r' first='0.5'/>"
         "</chart>",
         "name,besøg,møder$\nr,0.5,$\n"},
        {"<chart kind='ticks' alt='x'><row label='r'><tick on='yes'/><tick on='no'/></row></chart>",
         "group,number,value$\nr,1,ja$\nr,2,nej$\n"},
        {"<chart kind='cover-matrix' of='4' alt='x'><row label='A'><cell level='1'/><cell/></row>"
         "</chart>",
         "group,name,level$\nA,1,1$\nA,2,$\n"},
        {"<chart kind='cover-matrix' of='4' alt='x'><row label='A'>"
         "<cell level='1' label='Mål' words='Kantinen'/></row></chart>",
         "group,name,level,number$\nA,Mål,Kantinen,1$\n"},
        {"<chart kind='mini-strip' alt='x'><slot share='0.5'/><slot marks='2' "
         "heavy='yes'/></chart>",
         "level,value,emphasis$\n0,0.5,nej$\n1,2,ja$\n"},
        {"<chart kind='timeline' months='j f m a m j j a s o n d' alt='x'><entry label='a' "
         "start-first='2015-01-01' start-last='2015-01-31' deadline='yes' "
         "revised-first='2016-01-01'/></chart>",
         "name,deadline,interval,start-first,start-last,end-first,end-last,start-approximate,"
         "end-approximate,end-expected,revised-first,revised-last$\n"
         "a,ja,nej,2015-01-01,2015-01-31,,,nej,nej,nej,2016-01-01,$\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        char *expected = g_strconcat("[diagram-01.csv|Prøve]\n", CASES[i].csv, NULL);
        expect_data(CASES[i].chart, expected);
        g_free(expected);
    }
    expect_data("<p><chart kind='symbol' of='4' level='1' alt='x'/></p>", "");
}

Test(data, a_table_may_be_data_alone_or_none)
{
    expect_data(
        "<table data='only'><caption>Belæg, alle</caption><tbody><tr><td>a</td></tr></tbody>"
        "</table><table data='no'><tbody><tr><td>b</td></tr></tbody></table>"
        "<table><tbody><tr><td>c</td></tr></tbody></table>",
        "[belaeg-alle.csv|Belæg, alle]\nKolonne 1$\na$\n"
        "[tabel-01.csv|Prøve]\nKolonne 1$\nc$\n");
}
