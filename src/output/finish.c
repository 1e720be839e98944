#include "output/finish.h"
#include "output/finish_private.h"

#include <string.h>

unsigned ladle_finish_reserve(finishing *f)
{
    size_t nowhere = 0;
    g_array_append_val(f->offsets, nowhere);
    return f->first_id + f->offsets->len - 1;
}

void ladle_finish_begin(finishing *f, unsigned id)
{
    g_array_index(f->offsets, size_t, id - f->first_id) = f->text->len;
    g_string_append_printf(f->text, "%u 0 obj\n", id);
}

void ladle_finish_end(finishing *f)
{
    g_string_append(f->text, "\nendobj\n");
}

gint64 ladle_finish_up(const finishing *f, unsigned page, gint64 down)
{
    return ((const ladle_page *)f->pages->pages->pdata[page])->height - down;
}

unsigned ladle_finish_page(const finishing *f, unsigned page)
{
    return g_array_index(f->page_ids, unsigned, page);
}

static bool is_plain(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || (unsigned char)*text > 0x7E)
            return false;
    return true;
}

void ladle_finish_text(finishing *f, const char *utf8)
{
    if (is_plain(utf8)) {
        g_string_append_c(f->text, '(');
        for (; *utf8; utf8++) {
            if (strchr("()\\", *utf8))
                g_string_append_c(f->text, '\\');
            g_string_append_c(f->text, *utf8);
        }
        g_string_append_c(f->text, ')');
        return;
    }
    glong units = 0;
    gunichar2 *utf16 = g_utf8_to_utf16(utf8, -1, NULL, &units, NULL);
    if (!utf16)
        f->fault = "a text is not valid UTF-8";
    g_string_append(f->text, "<FEFF");
    for (glong i = 0; i < units; i++)
        g_string_append_printf(f->text, "%04X", utf16[i]);
    g_string_append_c(f->text, '>');
    g_free(utf16);
}

void ladle_finish_points(finishing *f, gint64 length)
{
    gint64 thousandths = (length * 1000 + (length < 0 ? -LADLE_PT : LADLE_PT) / 2) / LADLE_PT;
    gint64 magnitude = ABS(thousandths);
    g_string_append_printf(f->text, " %s%" G_GINT64_FORMAT, thousandths < 0 ? "-" : "",
                           magnitude / 1000);
    if (magnitude % 1000)
        g_string_append_printf(f->text, ".%03d", (int)(magnitude % 1000));
}

void ladle_finish_stream(finishing *f, unsigned id, const char *entries, const void *data,
                         size_t bytes)
{
    ladle_finish_begin(f, id);
    g_string_append_printf(f->text, "<< %s /Length %zu >>\nstream\n", entries, bytes);
    g_string_append_len(f->text, data, (gssize)bytes);
    g_string_append(f->text, "\nendstream");
    ladle_finish_end(f);
}

/* ---------------------------------------------------------------- reading what cairo wrote */

/* The last occurrence of a word in bytes that may hold anything; NULL when there is none. */
static const char *last_occurrence(const char *text, size_t bytes, const char *word)
{
    const char *last = NULL;
    size_t length = strlen(word);
    for (const char *at = text; (at = memmem(at, (size_t)(text + bytes - at), word, length)); at++)
        last = at;
    return last;
}

/* The number after the last occurrence of a word; 0 when there is none. */
static guint64 number_after(const char *text, size_t bytes, const char *word)
{
    const char *at = last_occurrence(text, bytes, word);
    return at ? g_ascii_strtoull(at + strlen(word), NULL, 10) : 0;
}

/* Finds the page tree, the only object of cairo's file that the added ones refer into: it is one
 * flat list of the pages. */
static bool find_pages(finishing *f, const char *drawn, size_t bytes)
{
    static const char kids[] = "/Kids [";
    const char *type = last_occurrence(drawn, bytes, " 0 obj\n<< /Type /Pages");
    if (!type)
        return false;
    const char *digits = type;
    while (digits > drawn && g_ascii_isdigit(digits[-1]))
        digits--;
    f->page_tree = (unsigned)g_ascii_strtoull(digits, NULL, 10);
    const char *at = memmem(type, (size_t)(drawn + bytes - type), kids, strlen(kids));
    for (at = at ? at + strlen(kids) : NULL; at;) {
        char *end;
        unsigned id = (unsigned)g_ascii_strtoull(at, &end, 10);
        if (id == 0 || strncmp(end, " 0 R", 4) != 0)
            break;
        g_array_append_val(f->page_ids, id);
        at = end + strlen(" 0 R");
    }
    return f->page_tree > 0 && f->page_ids->len == f->pages->pages->len;
}

static bool read_drawn(finishing *f, const GByteArray *drawn)
{
    const char *text = (const char *)drawn->data;
    size_t tail = MIN(drawn->len, 1024);
    f->drawn_bytes = drawn->len;
    f->drawn_xref = number_after(text + drawn->len - tail, tail, "startxref\n");
    f->first_id = (unsigned)number_after(text + drawn->len - tail, tail, "/Size ");
    return f->drawn_xref > 0 && f->first_id > 0 && find_pages(f, text, drawn->len);
}

/* ---------------------------------------------------------------- the file as a whole */

static void write_catalog(finishing *f)
{
    ladle_finish_begin(f, f->catalog);
    g_string_append_printf(f->text,
                           "<< /Type /Catalog /Version /1.7 /Pages %u 0 R /StructTreeRoot %u 0 R "
                           "/MarkInfo << /Marked true >> /Metadata %u 0 R "
                           "/ViewerPreferences << /DisplayDocTitle true >> /Lang ",
                           f->page_tree, f->structure_root, f->metadata);
    ladle_finish_text(f, f->pages->language ? f->pages->language : "da");
    g_string_append_printf(f->text,
                           "\n/OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 "
                           "/OutputConditionIdentifier (sRGB) /Info (sRGB) "
                           "/DestOutputProfile %u 0 R >> ]\n",
                           f->intent_profile);
    if (f->outline_root)
        g_string_append_printf(f->text, "/Outlines %u 0 R /PageMode /UseOutlines\n",
                               f->outline_root);
    ladle_finish_labels(f);
    g_string_append(f->text, " >>");
    ladle_finish_end(f);
}

/* The table of where the added objects begin, and the trailer that leads to cairo's table. */
static void write_update(finishing *f)
{
    size_t start = f->drawn_bytes + f->text->len;
    unsigned n = f->offsets->len;
    g_string_append_printf(f->text, "xref\n%u %u\n", f->first_id, n);
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(f->text, "%010zu 00000 n \n",
                               f->drawn_bytes + g_array_index(f->offsets, size_t, i));
    g_string_append_printf(f->text,
                           "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %zu >>\n"
                           "startxref\n%zu\n%%%%EOF\n",
                           f->first_id + n, f->catalog, f->info, f->drawn_xref, start);
}

static void write_objects(finishing *f)
{
    f->catalog = ladle_finish_reserve(f);
    ladle_finish_links(f);
    ladle_finish_structure(f);
    ladle_finish_outline(f);
    ladle_finish_metadata(f);
    write_catalog(f);
    write_update(f);
}

/* Whether anything went wrong in qpdf. It warns where cairo names an image twice in a page's
 * resources, which does no harm and is gone when the file is written anew. */
static bool has_trouble(finishing *f)
{
    bool trouble = qpdf_has_error(f->qpdf);
    while (!trouble && qpdf_more_warnings(f->qpdf)) {
        qpdf_error warning = qpdf_next_warning(f->qpdf);
        trouble = !strstr(qpdf_get_error_message_detail(f->qpdf, warning), "duplicated key");
    }
    if (trouble && !f->fault)
        f->fault = "the PDF library found a fault in what was drawn";
    return f->fault != NULL;
}

/* Reads both parts through qpdf, mends cairo's, and writes the whole anew. */
static void rewrite(finishing *f, const GByteArray *drawn, GByteArray *out)
{
    GByteArray *whole = g_byte_array_sized_new((guint)(drawn->len + f->text->len));
    g_byte_array_append(whole, drawn->data, drawn->len);
    g_byte_array_append(whole, (const guint8 *)f->text->str, (guint)f->text->len);
    f->qpdf = qpdf_init();
    qpdf_silence_errors(f->qpdf);
    qpdf_set_suppress_warnings(f->qpdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(f->qpdf, QPDF_FALSE);
    qpdf_read_memory(f->qpdf, "report", (const char *)whole->data, whole->len, NULL);
    if (!has_trouble(f))
        ladle_finish_content(f);
    if (!has_trouble(f)) {
        qpdf_init_write_memory(f->qpdf);
        qpdf_set_deterministic_ID(f->qpdf, QPDF_TRUE);
        qpdf_set_object_stream_mode(f->qpdf, qpdf_o_generate);
        qpdf_force_pdf_version(f->qpdf, "1.7");
        qpdf_write(f->qpdf);
    }
    if (!has_trouble(f))
        g_byte_array_append(out, qpdf_get_buffer(f->qpdf), (guint)qpdf_get_buffer_length(f->qpdf));
    qpdf_cleanup(&f->qpdf);
    g_byte_array_unref(whole);
}

bool ladle_finish(const GByteArray *drawn, const ladle_pages *pages, const GPtrArray *marks,
                  ladle_fonts *fonts, GByteArray *out, ladle_diagnostics *diagnostics)
{
    finishing f = {.pages = pages,
                   .marks = marks,
                   .fonts = fonts,
                   .page_ids = g_array_new(FALSE, FALSE, sizeof(unsigned)),
                   .text = g_string_sized_new(1 << 16),
                   .offsets = g_array_new(FALSE, FALSE, sizeof(size_t)),
                   .annotations = g_array_new(FALSE, FALSE, sizeof(finish_annotation))};
    if (!read_drawn(&f, drawn))
        f.fault = "the drawn file is not built as expected";
    if (!f.fault)
        write_objects(&f);
    if (!f.fault)
        rewrite(&f, drawn, out);
    if (f.fault)
        ladle_diag_add(diagnostics, LADLE_DIAG_PDF_FINISHING_FAILED, (ladle_pos){NULL, 0, 0},
                       "the PDF could not be finished (%s), so the report was not written; please "
                       "report this as a fault of Ladle",
                       f.fault);
    g_array_unref(f.page_ids);
    g_string_free(f.text, TRUE);
    g_array_unref(f.offsets);
    g_array_unref(f.annotations);
    return f.fault == NULL;
}
