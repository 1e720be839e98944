/* PDFs from pages built by hand, read back with other people's programs. */
#include "output_pages.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <locale.h>

static const ladle_colour RED = {156, 58, 30, false};
static const ladle_colour INK = {35, 31, 28, false};

/* Two pages with everything that is not a picture. */
static book sample(void)
{
    book b = open_book();
    ladle_pages *p = b.pages;
    p->title = "Prøverapport — to sider";
    p->author = "Ladle";
    p->subject = "Prøve & <forsøg>";
    p->date = "2016-03-31";
    unsigned section = add_node(&b, "Sect", 0), heading = add_node(&b, "H1", section);
    unsigned text = add_node(&b, "P", section), link = add_node(&b, "Link", text);
    unsigned foot = 0;
    add_node(&b, "Span", text); /* nothing is drawn of it, so it is left out */
    ladle_page *first = add_page(&b, "iv");
    add_box(&b, first, foot, 70, 60, 96, 2, RED)->artifact = LADLE_ARTIFACT_LAYOUT;
    add_text(&b, first, heading, 70, 100, SANS_BOLD, "Første afsnit om partnerskaber");
    add_text(&b, first, text, 70, 130, SERIF,
             "Øfingers affald, fjord og flid på 41\u00a0% ½ × ≥ € § ");
    add_text(&b, first, link, 70, 150, SERIF, "se figur 4 ");
    add_text(&b, first, text, 130, 150, ITALIC, "og det var partnerskabsafta\u00adle");
    double end = add_text(&b, first, text, 70, 170, SERIF, "og mere virksomhedsbe");
    ladle_measure *m = ladle_fonts_measure(b.fonts);
    ladle_text_span span = {0, 1, SERIF, "da"};
    ladle_shaped *hyphen = m->shape(m, b.arena, "-", 1, &span, 1);
    hyphen->text = "\u00ad";
    hyphen->bytes = 2;
    add_run(&b, first, text, end, 170, hyphen, 0, 1);
    add_text(&b, first, text, 70, 184, SERIF, "søg til sidst.");
    ladle_page *second = add_page(&b, "1");
    add_text(&b, second, text, 70, 100, SERIF, "Anden side fortsætter.");
    unsigned note = add_node(&b, "Note", section);
    add_text(&b, second, note, 70, 700, SERIF, "1 En note.");
    add_text(&b, second, 0, 70, 800, SERIF, "Side 1 af 2");
    ((ladle_page_item *)second->items->pdata[second->items->len - 1])->artifact =
        LADLE_ARTIFACT_PAGINATION;
    ladle_destination d = {"figur-4", 1, 70 * LADLE_PT, 90 * LADLE_PT};
    g_array_append_val(p->destinations, d);
    ladle_link to_figure = {70 * LADLE_PT, 140 * LADLE_PT, 50 * LADLE_PT, 12 * LADLE_PT,
                            "#figur-4",    "Figur 4",      link};
    ladle_link to_web = {130 * LADLE_PT,
                         140 * LADLE_PT,
                         (int)(50.5 * LADLE_PT),
                         12 * LADLE_PT,
                         "https://example.org/a(b)?q=æ",
                         "Kilde",
                         link};
    g_array_append_val(first->links, to_figure);
    g_array_append_val(first->links, to_web);
    ladle_outline_entry entries[] = {{"Første afsnit", 1, 0, 90 * LADLE_PT},
                                     {"Underafsnit", 2, 0, 120 * LADLE_PT},
                                     {"Andet afsnit", 1, 1, 90 * LADLE_PT}};
    g_array_append_vals(p->outline, entries, 3);
    return b;
}

static char *written(book *b)
{
    GByteArray *out = g_byte_array_new();
    bool good = ladle_pdf_write(b->pages, NULL, b->fonts, out, b->diagnostics);
    cr_assert(good, "%s", good ? "" : ladle_diag_at(b->diagnostics, 0)->message);
    char *path = temporary_file(".pdf", out->data, out->len);
    g_byte_array_unref(out);
    return path;
}

static char *ask(const char *path, const char *before, const char *after)
{
    char *command = g_strdup_printf("%s %s %s", before, path, after);
    char *answer = output_of(command);
    g_free(command);
    return answer;
}

static void discard(book *b, char *path)
{
    g_unlink(path);
    g_free(path);
    close_book(b);
}

#define ASSERT_HAS(text, part) cr_assert(strstr(text, part), "no “%s” in: %s", part, text)
#define ASSERT_HAS_NOT(text, part) cr_assert_not(strstr(text, part), "“%s” in: %s", part, text)

Test(output, is_a_sound_pdf)
{
    book b = sample();
    char *path = written(&b);
    char *said = ask(path, "qpdf --check", "");
    ASSERT_HAS(said, "No syntax or stream encoding errors");
    ASSERT_HAS_NOT(said, "WARNING");
    g_free(said);
    cr_assert_eq(ladle_diag_total(b.diagnostics), 0);
    discard(&b, path);
}

Test(output, embeds_all_fonts_by_name)
{
    book b = sample();
    char *path = written(&b);
    char *fonts = ask(path, "pdffonts", "| tail -n +3");
    ASSERT_HAS(fonts, "NotoSerif");
    ASSERT_HAS(fonts, "NotoSans-Bold");
    ASSERT_HAS(fonts, "NotoSerif-Italic");
    ASSERT_HAS_NOT(fonts, "CairoFont");
    char **lines = g_strsplit(g_strchomp(fonts), "\n", -1);
    for (unsigned i = 0; lines[i]; i++)
        cr_assert(strstr(lines[i], " yes yes yes "), "not embedded, subset and mapped: %s",
                  lines[i]);
    g_strfreev(lines);
    g_free(fonts);
    discard(&b, path);
}

Test(output, gives_its_text_back)
{
    book b = sample();
    char *path = written(&b);
    char *text = ask(path, "pdftotext -raw", "-");
    ASSERT_HAS(text, "Første afsnit om partnerskaber");
    ASSERT_HAS(text, "Øfingers affald, fjord og flid på 41 % ½ × ≥ € §");
    ASSERT_HAS(text, "partnerskabsaftale");
    char **parts = g_strsplit(text, "\u00ad\n", -1); /* what a reader makes of a broken word */
    char *joined = g_strjoinv("", parts);
    ASSERT_HAS(joined, "virksomhedsbesøg");
    g_strfreev(parts);
    g_free(joined);
    g_free(text);
    char *content = ask(path, "qpdf --qdf --object-streams=disable", "- | strings");
    ASSERT_HAS_NOT(content, "ActualText");
    g_free(content);
    discard(&b, path);
}

Test(output, marks_artifacts_and_content)
{
    book b = sample();
    char *path = written(&b);
    char *content = ask(path, "qpdf --qdf --object-streams=disable", "- | strings");
    ASSERT_HAS(content, "/Artifact << /Type /Layout >> BDC");
    ASSERT_HAS(content, "/Artifact << /Type /Pagination >> BDC");
    ASSERT_HAS_NOT(content, "/Private");
    g_free(content);
    char *structure = ask(path, "pdfinfo -struct-text", "");
    ASSERT_HAS(structure, "\"Første afsnit om partnerskaber\"");
    ASSERT_HAS(structure, "Anden side fortsætter.");
    ASSERT_HAS(structure, "Note");
    ASSERT_HAS_NOT(structure, "Side 1 af 2");
    ASSERT_HAS_NOT(structure, "Span");
    cr_assert_lt(strstr(structure, "H1"), strstr(structure, "Note"));
    g_free(structure);
    discard(&b, path);
}

Test(output, says_what_it_is)
{
    book b = sample();
    char *path = written(&b);
    char *info = ask(path, "TZ=UTC pdfinfo -isodates", "");
    ASSERT_HAS(info, "Prøverapport — to sider");
    ASSERT_HAS(info, "2016-03-31T00:00:00Z");
    ASSERT_HAS(info, "Tagged:          yes");
    ASSERT_HAS(info, "PDF version:     1.7");
    g_free(info);
    char *xmp = ask(path, "pdfinfo -meta", "");
    ASSERT_HAS(xmp, "Prøve &amp; &lt;forsøg&gt;");
    ASSERT_HAS(xmp, "<xmp:CreateDate>2016-03-31T00:00:00Z</xmp:CreateDate>");
    g_free(xmp);
    discard(&b, path);
}

/* One fact of the file, by a path in the JSON that qpdf gives. */
static char *fact(const char *path, const char *key, const char *query)
{
    char *command =
        g_strdup_printf("qpdf --json=2 --json-key=%s %s | jq -r '%s'", key, path, query);
    char *answer = output_of(command);
    g_free(command);
    return g_strchomp(answer);
}

#define ASSERT_FACT(path, key, query, expected)                                                    \
    do {                                                                                           \
        char *found = fact(path, key, query);                                                      \
        cr_assert_str_eq(found, expected, "%s", found);                                            \
        g_free(found);                                                                             \
    } while (0)

Test(output, has_outline_labels_and_catalog)
{
    book b = sample();
    char *path = written(&b);
    ASSERT_FACT(path, "outlines",
                "[.outlines[] | .title, (.kids[] | .title), .destpageposfrom1] "
                "| map(tostring) | join(\",\")",
                "Første afsnit,Underafsnit,1,Andet afsnit,2");
    ASSERT_FACT(path, "pagelabels",
                "[.pagelabels[] | .label | .[\"/S\"], .[\"/St\"]] | map(tostring) | join(\",\")",
                "/r,4,/D,1");
    ASSERT_FACT(path, "qpdf",
                ".qpdf[1] | .[\"obj:\" + .trailer.value[\"/Root\"]].value | "
                "[.[\"/Lang\"], .[\"/PageMode\"], .[\"/ViewerPreferences\"][\"/DisplayDocTitle\"], "
                ".[\"/MarkInfo\"][\"/Marked\"], .[\"/OutputIntents\"][0][\"/S\"]] | "
                "map(tostring) | join(\",\")",
                "u:da,/UseOutlines,true,true,/GTS_PDFA1");
    discard(&b, path);
}

static unsigned add_cell(book *b, ladle_page *page, unsigned row, const char *role,
                         const char *scope, unsigned colspan, double x, double y)
{
    unsigned cell = add_node(b, role, row);
    ladle_structure *s = &g_array_index(b->pages->structure, ladle_structure, cell);
    s->scope = scope;
    s->colspan = colspan;
    add_text(b, page, cell, x, y, SERIF, role);
    return cell;
}

/* A figure with a caption and a table of two rows of heads and two rows, the last one short. */
static book table_sample(void)
{
    book b = open_book();
    ladle_page *page = add_page(&b, "1");
    unsigned figure = add_node(&b, "Sect", 0), caption = add_node(&b, "Caption", figure);
    add_text(&b, page, caption, 70, 80, SERIF, "Tabel");
    unsigned table = add_node(&b, "Table", figure), head = add_node(&b, "THead", table);
    unsigned row = add_node(&b, "TR", head);
    add_cell(&b, page, row, "TH", "Column", 1, 70, 100);
    add_cell(&b, page, row, "TH", "Column", 2, 170, 100);
    row = add_node(&b, "TR", head);
    for (unsigned i = 0; i < 3; i++)
        add_cell(&b, page, row, "TH", "Column", 1, 70 + 100 * i, 120);
    unsigned body = add_node(&b, "TBody", table);
    row = add_node(&b, "TR", body);
    add_cell(&b, page, row, "TH", "Row", 1, 70, 140);
    add_cell(&b, page, row, "TD", NULL, 1, 170, 140);
    add_cell(&b, page, row, "TD", NULL, 1, 270, 140);
    row = add_node(&b, "TR", body);
    add_cell(&b, page, row, "TH", "Row", 1, 70, 160);
    add_cell(&b, page, row, "TD", NULL, 1, 170, 160);
    unsigned list = add_node(&b, "L", 0), heading = add_node(&b, "H3", 0);
    g_array_index(b.pages->structure, ladle_structure, list).numbering = "Decimal";
    unsigned item = add_node(&b, "LI", list);
    add_text(&b, page, add_node(&b, "LBody", item), 70, 200, SERIF, "Punkt");
    add_text(&b, page, heading, 70, 230, SERIF, "Overskrift");
    return b;
}

/* The elements of the structure of one kind, each by `what`. */
#define ELEMENTS(kind, what)                                                                       \
    "[.qpdf[1][] | .value? | select(type == \"object\" and .[\"/S\"] == \"/" kind                  \
    "\" and .[\"/P\"] != null) | " what "] | map(tostring) | join(\" \")"

Test(output, cells_say_which_heads_they_stand_under)
{
    book b = table_sample();
    char *path = written(&b);
    ASSERT_FACT(path, "qpdf", ELEMENTS("TH", ".[\"/ID\"]"),
                "u:n0000006 u:n0000007 u:n0000009 u:n0000010 u:n0000011 u:n0000014 u:n0000018");
    ASSERT_FACT(path, "qpdf", ELEMENTS("TD", ".[\"/A\"][\"/Headers\"] | join(\",\")"),
                "u:n0000007,u:n0000010,u:n0000014 u:n0000007,u:n0000011,u:n0000014 "
                "u:n0000007,u:n0000010,u:n0000011,u:n0000018");
    ASSERT_FACT(path, "qpdf", ELEMENTS("TD", ".[\"/A\"][\"/ColSpan\"]"), "null null 2");
    ASSERT_FACT(path, "qpdf",
                ".qpdf[1] as $all | $all[\"obj:\" + $all.trailer.value[\"/Root\"]]"
                ".value[\"/StructTreeRoot\"] | $all[\"obj:\" + .].value[\"/IDTree\"][\"/Names\"] | "
                "length",
                "14");
    discard(&b, path);
}

Test(output, the_tree_is_brought_into_form)
{
    book b = table_sample();
    char *path = written(&b);
    char *structure = ask(path, "pdfinfo -struct", "");
    ASSERT_HAS(structure, "Table (block)\n      Caption");
    ASSERT_HAS(structure, "H1");
    ASSERT_HAS_NOT(structure, "H3");
    ASSERT_HAS(structure, "/ListNumbering /Decimal");
    g_free(structure);
    discard(&b, path);
}

static const ladle_attachment data = {"b.csv", "text/csv", "Tal på æbler", "Data", "a,b\r\n", 5};
static const ladle_attachment source = {"a.xml", "text/xml", "Grundlag", "Source", "<a/>", 4};

Test(output, carries_its_attachments)
{
    book b = sample();
    GByteArray *out = g_byte_array_new();
    GPtrArray *attachments = g_ptr_array_new();
    g_ptr_array_add(attachments, (void *)&data);
    g_ptr_array_add(attachments, (void *)&source);
    cr_assert(ladle_pdf_write(b.pages, attachments, b.fonts, out, b.diagnostics));
    char *path = temporary_file(".pdf", out->data, out->len);
    char *said = ask(path, "qpdf --check", "");
    ASSERT_HAS(said, "No syntax or stream encoding errors");
    g_free(said);
    said = ask(path, "qpdf --list-attachments", "");
    ASSERT_HAS(said, "a.xml");
    cr_assert_lt(strstr(said, "a.xml"), strstr(said, "b.csv"), "%s", said);
    g_free(said);
    said = ask(path, "qpdf --show-attachment=b.csv", "");
    cr_assert_str_eq(said, "a,b\r\n");
    g_free(said);
    ASSERT_FACT(path, "attachments",
                "[.attachments[] | .description, .streams[\"/F\"].mimetype, "
                ".streams[\"/F\"].checksum] | join(\",\")",
                "Grundlag,text/xml,f019ee9a03978aff9f9b78d0ddf3edb7,"
                "Tal på æbler,text/csv,8f457ad9d573db377e681164b7f5af35");
    ASSERT_FACT(path, "qpdf",
                "[.qpdf[1][] | .stream?.dict? | select(.[\"/Type\"]? == \"/EmbeddedFile\") | "
                ".[\"/Params\"] | .[\"/Size\"], .[\"/ModDate\"]] | map(tostring) | join(\",\")",
                "5,u:D:20160331000000Z,4,u:D:20160331000000Z");
    ASSERT_FACT(
        path, "qpdf",
        ".qpdf[1] as $all | $all[\"obj:\" + $all.trailer.value[\"/Root\"]].value[\"/AF\"] | "
        "map($all[\"obj:\" + .].value[\"/AFRelationship\"]) | join(\",\")",
        "/Data,/Source");
    g_ptr_array_unref(attachments);
    g_byte_array_unref(out);
    discard(&b, path);
}

Test(output, two_attachments_of_one_name_are_an_error)
{
    book b = sample();
    GByteArray *out = g_byte_array_new();
    GPtrArray *attachments = g_ptr_array_new();
    g_ptr_array_add(attachments, (void *)&data);
    g_ptr_array_add(attachments, (void *)&data);
    cr_assert_not(ladle_pdf_write(b.pages, attachments, b.fonts, out, b.diagnostics));
    cr_assert_eq(out->len, 0);
    g_ptr_array_unref(attachments);
    g_byte_array_unref(out);
    close_book(&b);
}

Test(output, links_lead_where_they_say)
{
    book b = sample();
    char *path = written(&b);
    ASSERT_FACT(path, "qpdf",
                "[.qpdf[1][] | .value? | select(type == \"object\" and .[\"/Subtype\"] == "
                "\"/Link\") | [.[\"/F\"], .[\"/Contents\"], .[\"/Rect\"][]]] | sort_by(.[2]) | "
                "map(map(tostring) | join(\" \")) | join(\"; \")",
                "4 u:Figur 4 70 690 120 702; 4 u:Kilde 130 690 180.5 702");
    ASSERT_FACT(path, "qpdf",
                "[.qpdf[1][] | .value? | select(type == \"object\" and .[\"/A\"]? != null) | "
                ".[\"/A\"] | .[\"/URI\"]? // empty] | join(\",\")",
                "u:https://example.org/a(b)?q=%C3%A6");
    char *target = fact(path, "qpdf",
                        "[.qpdf[1][] | .value? | select(type == \"object\" and .[\"/Subtype\"] == "
                        "\"/Link\") | .[\"/Dest\"]? // empty] | .[0] | .[1:5] | map(tostring) | "
                        "join(\" \")");
    cr_assert_str_eq(target, "/XYZ 70 760 null", "%s", target);
    g_free(target);
    discard(&b, path);
}

Test(output, same_pages_same_bytes)
{
    GByteArray *files[2];
    for (unsigned i = 0; i < 2; i++) {
        if (i == 1) {
            g_setenv("TZ", "Pacific/Auckland", TRUE);
            g_setenv("LC_ALL", "da_DK.UTF-8", TRUE);
            setlocale(LC_ALL, "");
            g_usleep(1100 * 1000);
        }
        book b = sample();
        files[i] = g_byte_array_new();
        cr_assert(ladle_pdf_write(b.pages, NULL, b.fonts, files[i], b.diagnostics));
        close_book(&b);
    }
    cr_assert_eq(files[0]->len, files[1]->len);
    cr_assert_arr_eq(files[0]->data, files[1]->data, files[0]->len);
    g_byte_array_unref(files[0]);
    g_byte_array_unref(files[1]);
}

/* A text that cairo cannot take must stop the report, not end the drawing in silence. */
Test(output, a_refused_text_is_an_error)
{
    book b = open_book();
    ladle_page *page = add_page(&b, "1");
    add_text(&b, page, 0, 70, 100, SERIF, "godt ");
    ladle_page_item *item = page->items->pdata[0];
    item->run->text = "go\xEF\xB7\x90"; /* a noncharacter, U+FDD0, in the place of "dt " */
    GByteArray *out = g_byte_array_new();
    cr_assert_not(ladle_pdf_write(b.pages, NULL, b.fonts, out, b.diagnostics));
    cr_assert_eq(out->len, 0);
    cr_assert_eq(ladle_diag_at(b.diagnostics, 0)->code, LADLE_DIAG_PDF_DRAWING_FAILED);
    g_byte_array_unref(out);
    close_book(&b);
}

Test(output, a_broken_structure_is_an_error)
{
    book b = open_book();
    ladle_page *page = add_page(&b, "1");
    add_text(&b, page, 7, 70, 100, SERIF, "ingen forælder");
    GByteArray *out = g_byte_array_new();
    cr_assert_not(ladle_pdf_write(b.pages, NULL, b.fonts, out, b.diagnostics));
    cr_assert_eq(out->len, 0);
    cr_assert_eq(ladle_diag_at(b.diagnostics, 0)->code, LADLE_DIAG_PDF_FINISHING_FAILED);
    g_byte_array_unref(out);
    close_book(&b);
}

Test(output, a_page_as_a_picture)
{
    book b = sample();
    GByteArray *out = g_byte_array_new();
    cr_assert(ladle_png_write(b.pages, 0, 72, b.fonts, out, b.diagnostics));
    char *path = temporary_file(".png", out->data, out->len);
    cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
    cr_assert_eq(cairo_image_surface_get_width(surface), 595);
    cr_assert_eq(cairo_image_surface_get_height(surface), 842);
    const unsigned char *row =
        cairo_image_surface_get_data(surface) + 61 * cairo_image_surface_get_stride(surface);
    cr_assert_arr_eq(row + 4 * 100, ((unsigned char[]){30, 58, 156}), 3); /* the bar */
    cr_assert_arr_eq(row + 4 * 20, ((unsigned char[]){255, 255, 255}), 3);
    cairo_surface_destroy(surface);
    g_unlink(path);
    g_free(path);
    g_byte_array_unref(out);
    close_book(&b);
}

Test(output, right_to_left_text_is_read_in_order)
{
    book b = open_book();
    ladle_page *page = add_page(&b, "1");
    unsigned text = add_node(&b, "P", 0);
    add_text(&b, page, text, 70, 100, SERIF, "før e\u0301n efter");
    add_box(&b, page, text, 70, 120, 10, 10, INK);
    char *path = written(&b);
    char *back = ask(path, "pdftotext -raw", "-");
    ASSERT_HAS(back, "før én efter");
    g_free(back);
    discard(&b, path);
}
