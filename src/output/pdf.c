/* The PDF device: cairo draws the pages into memory, each piece of content bracketed as a leaf
 * (marks.h), and the finishing pass makes a document of them. Cairo's own structure, links,
 * outline and labels are not used: what it writes of them cannot be made accessible. */
#include "output/device.h"
#include "output/draw.h"
#include "output/finish.h"
#include "output/marks.h"
#include "output/output.h"

#include <cairo-pdf.h>

typedef struct {
    ladle_device device;
    cairo_surface_t *surface;
    int width, height; /* of the page, as the surface has it */
    cairo_t *cr;
    ladle_glyph_room room;
    ladle_images *images;
    GPtrArray *marks; /* of GArray of ladle_mark, by page */
    bool open;        /* a leaf is */
    bool image_failed;
} pdf_device;

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static GArray *page_marks(const pdf_device *pdf)
{
    return pdf->marks->pdata[pdf->marks->len - 1];
}

static const char *leaf_name(ladle_artifact artifact)
{
    return artifact == LADLE_ARTIFACT_NONE         ? LADLE_LEAF_CONTENT
           : artifact == LADLE_ARTIFACT_PAGINATION ? LADLE_LEAF_PAGINATION
                                                   : LADLE_LEAF_LAYOUT;
}

static void close_leaf(pdf_device *pdf)
{
    if (pdf->open) {
        const GArray *marks = page_marks(pdf);
        cairo_tag_end(pdf->cr,
                      leaf_name(g_array_index(marks, ladle_mark, marks->len - 1).artifact));
    }
    pdf->open = false;
}

static void widen(ladle_mark *mark, const ladle_page_item *item)
{
    int top = item->kind == LADLE_ITEM_GLYPHS ? item->y - item->ascent : item->y;
    mark->x1 = MIN(mark->x1, item->x);
    mark->y1 = MIN(mark->y1, top);
    mark->x2 = MAX(mark->x2, item->x + item->width);
    mark->y2 = MAX(mark->y2, top + item->height);
}

/* Opens a leaf for an item, unless the one that is open is of the same node. */
static void enter_leaf(pdf_device *pdf, const ladle_page_item *item)
{
    GArray *marks = page_marks(pdf);
    if (pdf->open) {
        ladle_mark *last = &g_array_index(marks, ladle_mark, marks->len - 1);
        if (last->artifact == item->artifact &&
            (item->artifact != LADLE_ARTIFACT_NONE || last->structure == item->structure)) {
            widen(last, item);
            return;
        }
        close_leaf(pdf);
    }
    ladle_mark mark = {item->structure, item->artifact, INT_MAX, INT_MAX, INT_MIN, INT_MIN};
    widen(&mark, item);
    g_array_append_val(marks, mark);
    cairo_tag_begin(pdf->cr, leaf_name(item->artifact), NULL);
    pdf->open = true;
}

static double points(int length)
{
    return (double)length / LADLE_PT;
}

static void begin_page(ladle_device *self, const ladle_page *page)
{
    pdf_device *pdf = (pdf_device *)self;
    if (page->width != pdf->width || page->height != pdf->height)
        cairo_pdf_surface_set_size(pdf->surface, points(page->width), points(page->height));
    pdf->width = page->width;
    pdf->height = page->height;
    g_ptr_array_add(pdf->marks, g_array_new(FALSE, FALSE, sizeof(ladle_mark)));
}

static void draw_glyphs(ladle_device *self, const ladle_page_item *item)
{
    pdf_device *pdf = (pdf_device *)self;
    enter_leaf(pdf, item);
    ladle_draw_glyphs(pdf->cr, &pdf->room, item);
}

static void draw_path(ladle_device *self, const ladle_page_item *item)
{
    pdf_device *pdf = (pdf_device *)self;
    enter_leaf(pdf, item);
    ladle_draw_path(pdf->cr, item);
}

static void draw_image(ladle_device *self, const ladle_page_item *item)
{
    pdf_device *pdf = (pdf_device *)self;
    enter_leaf(pdf, item);
    if (!ladle_images_draw(pdf->images, pdf->cr, item->image->path, points(item->x),
                           points(item->y), points(item->width), points(item->height), true))
        pdf->image_failed = true;
}

/* Cairo keeps silent about a text it could not draw and leaves out all that follows, so both its
 * statuses are asked after each page. */
static bool end_page(ladle_device *self)
{
    pdf_device *pdf = (pdf_device *)self;
    close_leaf(pdf);
    cairo_show_page(pdf->cr);
    return cairo_status(pdf->cr) == CAIRO_STATUS_SUCCESS &&
           cairo_surface_status(pdf->surface) == CAIRO_STATUS_SUCCESS && !pdf->image_failed;
}

static void free_marks(void *marks)
{
    g_array_unref(marks);
}

static void open_device(pdf_device *pdf, const ladle_pages *pages, ladle_fonts *fonts,
                        GByteArray *drawn, ladle_diagnostics *diagnostics)
{
    pdf->device = (ladle_device){begin_page, draw_glyphs, draw_path, draw_image, end_page};
    pdf->surface = cairo_pdf_surface_create_for_stream(append, drawn, points(pages->width),
                                                       points(pages->height));
    pdf->width = pages->width;
    pdf->height = pages->height;
    pdf->cr = cairo_create(pdf->surface);
    pdf->images = ladle_images_open(fonts, diagnostics);
    pdf->marks = g_ptr_array_new_with_free_func(free_marks);
    ladle_glyph_room_init(&pdf->room);
}

/* Closes cairo's side; its status after the last byte was written. */
static cairo_status_t close_device(pdf_device *pdf)
{
    cairo_status_t status = cairo_status(pdf->cr);
    cairo_destroy(pdf->cr);
    cairo_surface_finish(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(pdf->surface);
    cairo_surface_destroy(pdf->surface);
    ladle_images_close(pdf->images);
    ladle_glyph_room_clear(&pdf->room);
    return status;
}

bool ladle_pdf_write(const ladle_pages *pages, const GPtrArray *attachments, ladle_fonts *fonts,
                     GByteArray *out, ladle_diagnostics *diagnostics)
{
    GByteArray *drawn = g_byte_array_new();
    pdf_device pdf = {0};
    open_device(&pdf, pages, fonts, drawn, diagnostics);
    unsigned done = 0;
    while (done < pages->pages->len && ladle_device_draw(&pdf.device, pages->pages->pdata[done]))
        done++;
    bool good = done == pages->pages->len;
    cairo_status_t status = close_device(&pdf);
    if (!pdf.image_failed && (!good || status != CAIRO_STATUS_SUCCESS)) {
        ladle_diag_add(diagnostics, LADLE_DIAG_PDF_DRAWING_FAILED, (ladle_pos){NULL, 0, 0},
                       "page %u could not be drawn (%s), so the report was not written; please "
                       "report this as a fault of Ladle",
                       done + 1, cairo_status_to_string(status));
        good = false;
    }
    good = good && ladle_finish(drawn, pages, pdf.marks, attachments, fonts, out, diagnostics);
    g_ptr_array_unref(pdf.marks);
    g_byte_array_unref(drawn);
    return good;
}
