/* The reader of cairo's files: what it reads, and that it refuses everything else. */
#include "output/pdf_read.h"

#include <criterion/criterion.h>
#include <string.h>

/* A file with its cross-reference table; each object must begin with "N 0 obj". */
static char *file_of(const char *const *objects, const char *trailer)
{
    GString *text = g_string_new("%PDF-1.5\n");
    GString *table = g_string_new(NULL);
    unsigned n = 1;
    for (; objects[n - 1]; n++) {
        g_string_append_printf(table, "%010zu 00000 n \n", text->len);
        g_string_append_printf(text, "%s\n", objects[n - 1]);
    }
    size_t start = text->len;
    g_string_append_printf(
        text, "xref\n0 %u\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%zu\n%%%%EOF\n", n,
        table->str, trailer, start);
    g_string_free(table, TRUE);
    return g_string_free(text, FALSE);
}

static const char *const sound[] = {
    "1 0 obj\n<< /Type /Catalog % of all\n /Pages 2 0 R >>\nendobj",
    "2 0 obj\n[ (a \\) (b) c) <0BDC> 2 0 R 2 -.5 true << /K [ null ] >> ]\nendobj",
    "3 0 obj\n<< /Length 4 0 R >>\nstream\nendstream\nendstream\nendobj", "4 0 obj\n   9\nendobj",
    NULL};
static const char trailer[] = "<< /Size 5 /Root 1 0 R >>";

Test(pdf_read, gives_objects_and_values)
{
    char *text = file_of(sound, trailer);
    pdf_file file;
    pdf_object object;
    cr_assert(ladle_pdf_open(&file, text, strlen(text)));
    cr_assert_eq(file.objects, 5);
    cr_assert_eq(file.root, 1);
    cr_assert(ladle_pdf_object(&file, 1, &object));
    cr_assert_eq(ladle_pdf_reference(ladle_pdf_lookup(object.value, "/Pages")), 2);
    cr_assert_null(ladle_pdf_lookup(object.value, "/Page").start);
    cr_assert(ladle_pdf_object(&file, 2, &object));
    static const struct {
        pdf_kind kind;
        const char *text;
    } values[] = {{PDF_STRING, "(a \\) (b) c)"},
                  {PDF_STRING, "<0BDC>"},
                  {PDF_REFERENCE, "2 0 R"},
                  {PDF_PLAIN, "2"},
                  {PDF_PLAIN, "-.5"},
                  {PDF_PLAIN, "true"},
                  {PDF_DICTIONARY, "<< /K [ null ] >>"}};
    pdf_span rest = ladle_pdf_inside(object.value), value;
    for (unsigned i = 0; i < G_N_ELEMENTS(values); i++) {
        cr_assert_eq(ladle_pdf_next(&rest, &value), values[i].kind, "%s", values[i].text);
        cr_assert(ladle_pdf_is(value, values[i].text), "%s", values[i].text);
    }
    cr_assert(ladle_pdf_at_end(rest));
    cr_assert(ladle_pdf_object(&file, 3, &object));
    cr_assert(ladle_pdf_is(object.data, "endstream"));
    cr_assert_not(ladle_pdf_object(&file, 0, &object));
    cr_assert_not(ladle_pdf_object(&file, 5, &object));
    ladle_pdf_close(&file);
    g_free(text);
}

/* Whether all objects of a file can be read. */
static bool reads(const char *text, size_t bytes)
{
    pdf_file file;
    pdf_object object;
    bool good = ladle_pdf_open(&file, text, bytes);
    for (unsigned id = 1; good && id < file.objects; id++)
        good = ladle_pdf_object(&file, id, &object);
    ladle_pdf_close(&file);
    return good;
}

Test(pdf_read, refuses_what_cairo_does_not_write)
{
    static const char *const wrong[] = {
        "3 0 obj\n<< /Length 4 0 R >>\nstream\nends\nendstream\nendobj", /* shorter than it says */
        "3 0 obj\n<< /Length 8 >>\nstream\nendstream\nendstream\nendobj",
        "3 0 obj\n<< >>\nstream\nendstream\nendstream\nendobj",
        "3 0 obj\n<< /Length 2 0 R >>\nstream\nendstream\nendstream\nendobj",
        "3 0 obj\n<< /Length 99 0 R >>\nstream\nendstream\nendstream\nendobj",
        "3 1 obj\n1\nendobj",
        "7 0 obj\n1\nendobj",
        "3 0 obj\n1",
        "3 0 obj\n(1\nendobj",
        "3 0 obj\n<< /A 1\nendobj",
        "3 0 obj\n[ 1 1 R ]\nendobj",
        "3 0 obj\n[ <0G> ]\nendobj",
        "3 0 obj\n[ nil ]\nendobj",
        "3 0 obj\n[ 1.2.3 ]\nendobj",
        "3 0 obj\n{ }\nendobj",
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(wrong); i++) {
        const char *objects[] = {sound[0], sound[1], wrong[i], sound[3], NULL};
        char *text = file_of(objects, trailer);
        cr_assert_not(reads(text, strlen(text)), "%s", wrong[i]);
        g_free(text);
    }
    static const char *const trailers[] = {"<< /Size 5 >>", "<< /Root 1 0 R /Prev 9 >>",
                                           "<< /Root 1 0 R /Encrypt 2 0 R >>", "(Root)"};
    for (unsigned i = 0; i < G_N_ELEMENTS(trailers); i++) {
        char *text = file_of(sound, trailers[i]);
        cr_assert_not(reads(text, strlen(text)), "%s", trailers[i]);
        g_free(text);
    }
}

Test(pdf_read, brackets_may_not_go_down_for_ever)
{
    GString *deep = g_string_new("3 0 obj\n");
    for (unsigned i = 0; i < 100000; i++)
        g_string_append_c(deep, '[');
    const char *objects[] = {sound[0], sound[1], deep->str, sound[3], NULL};
    char *text = file_of(objects, trailer);
    cr_assert_not(reads(text, strlen(text)));
    g_free(text);
    g_string_free(deep, TRUE);
}

/* A file cut anywhere, of exactly its bytes so that a sanitizer sees a step too far. */
Test(pdf_read, a_part_of_a_file_is_no_file)
{
    char *text = file_of(sound, trailer);
    size_t bytes = strlen(text);
    cr_assert(reads(text, bytes));
    for (size_t length = 0; length < bytes; length++) {
        char *part = g_memdup2(text, length);
        cr_assert_not(reads(part ? part : "", length), "%zu of %zu bytes", length, bytes);
        g_free(part);
    }
    g_free(text);
}
