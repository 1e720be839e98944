#include "output/finish.h"
#include "output/finish_private.h"

#include <string.h>

gint64 ladle_finish_up(const finishing *f, unsigned page, gint64 down)
{
    return ((const ladle_page *)f->pages->pages->pdata[page])->height - down;
}

unsigned ladle_finish_page(const finishing *f, unsigned page)
{
    return g_array_index(f->page_ids, finish_page, page).id;
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
        ladle_finish_fault(f, "a text is not valid UTF-8");
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

/* ---------------------------------------------------------------- the file as a whole */

static void write_catalog(finishing *f)
{
    ladle_finish_begin(f, f->catalog);
    g_string_append_printf(f->text,
                           "<< /Type /Catalog /Version /1.7 /Pages %u 0 R /StructTreeRoot %u 0 R "
                           "/MarkInfo << /Marked true >> /Metadata %u 0 R "
                           "/ViewerPreferences << /DisplayDocTitle true >> /Lang ",
                           f->page_tree, f->structure_root, f->metadata);
    if (!f->pages->language)
        ladle_finish_fault(f, "the document names no language");
    ladle_finish_text(f, f->pages->language ? f->pages->language : "");
    g_string_append_printf(f->text,
                           "\n/OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 "
                           "/OutputConditionIdentifier (sRGB) /Info (sRGB) "
                           "/DestOutputProfile %u 0 R >> ]\n",
                           f->intent_profile);
    if (f->outline_root)
        g_string_append_printf(f->text, "/Outlines %u 0 R /PageMode /UseOutlines\n",
                               f->outline_root);
    ladle_finish_labels(f);
    ladle_finish_attachment_lists(f);
    g_string_append(f->text, " >>");
    ladle_finish_end(f);
}

static void write_objects(finishing *f)
{
    f->catalog = ladle_finish_reserve(f);
    ladle_finish_links(f);
    ladle_finish_pages(f);
    ladle_finish_structure(f);
    ladle_finish_outline(f);
    ladle_finish_metadata(f);
    ladle_finish_attachments(f);
    write_catalog(f);
}

static void free_finishing(finishing *f)
{
    ladle_pdf_close(&f->drawn);
    g_free(f->new_ids);
    g_free(f->is_meanings);
    g_array_unref(f->page_ids);
    g_array_unref(f->to_copy);
    g_string_free(f->text, TRUE);
    g_array_unref(f->small);
    g_array_unref(f->places);
    g_array_unref(f->annotations);
    if (f->nodes)
        g_array_unref(f->nodes);
    if (f->attached)
        g_hash_table_unref(f->attached);
}

bool ladle_finish(const GByteArray *drawn, const ladle_pages *pages, const GPtrArray *marks,
                  const GPtrArray *attachments, ladle_fonts *fonts, GByteArray *out,
                  ladle_diagnostics *diagnostics)
{
    finishing f = {.pages = pages,
                   .marks = marks,
                   .fonts = fonts,
                   .attachments = attachments,
                   .out = out,
                   .page_ids = g_array_new(FALSE, FALSE, sizeof(finish_page)),
                   .to_copy = g_array_new(FALSE, FALSE, sizeof(unsigned)),
                   .text = g_string_sized_new(1 << 16),
                   .small = g_array_new(FALSE, FALSE, sizeof(unsigned)),
                   .places = g_array_new(FALSE, FALSE, sizeof(finish_place)),
                   .annotations = g_array_new(FALSE, FALSE, sizeof(finish_annotation))};
    ladle_finish_open_file(&f);
    if (ladle_finish_open_drawn(&f, drawn))
        write_objects(&f);
    if (!f.fault)
        ladle_finish_close_file(&f);
    if (f.fault) {
        g_byte_array_set_size(out, (guint)f.before);
        ladle_diag_add(diagnostics, LADLE_DIAG_PDF_FINISHING_FAILED, (ladle_pos){NULL, 0, 0},
                       "the PDF could not be finished (%s), so the report was not written; please "
                       "report this as a fault of Ladle",
                       f.fault);
    }
    free_finishing(&f);
    return f.fault == NULL;
}
