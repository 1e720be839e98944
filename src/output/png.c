/* The picture device: one page as PNG. */
#include "output/device.h"
#include "output/draw.h"
#include "output/output.h"

typedef struct {
    ladle_device device;
    cairo_t *cr;
    ladle_glyph_room room;
    ladle_images *images;
    bool image_failed;
} png_device;

static void begin_page(ladle_device *self, const ladle_page *page)
{
    png_device *png = (png_device *)self;
    (void)page;
    cairo_set_source_rgb(png->cr, 1, 1, 1);
    cairo_paint(png->cr);
}

static void draw_glyphs(ladle_device *self, const ladle_page_item *item)
{
    png_device *png = (png_device *)self;
    ladle_draw_glyphs(png->cr, &png->room, item);
}

static void draw_path(ladle_device *self, const ladle_page_item *item)
{
    ladle_draw_path(((png_device *)self)->cr, item);
}

static void draw_image(ladle_device *self, const ladle_page_item *item)
{
    png_device *png = (png_device *)self;
    if (!ladle_images_draw(png->images, png->cr, item->image->path, (double)item->x / LADLE_PT,
                           (double)item->y / LADLE_PT, (double)item->width / LADLE_PT,
                           (double)item->height / LADLE_PT, false))
        png->image_failed = true;
}

static bool end_page(ladle_device *self)
{
    png_device *png = (png_device *)self;
    return cairo_status(png->cr) == CAIRO_STATUS_SUCCESS && !png->image_failed;
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

bool ladle_png_write(const ladle_pages *pages, unsigned index, double dots, ladle_fonts *fonts,
                     GByteArray *out, ladle_diagnostics *diagnostics)
{
    double scale = CLAMP(dots, 10, 600) / 72;
    const ladle_page *page = pages->pages->pdata[index];
    int width = (int)(scale * page->width / LADLE_PT + 0.5);
    int height = (int)(scale * page->height / LADLE_PT + 0.5);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    png_device png = {.device = {begin_page, draw_glyphs, draw_path, draw_image, end_page}};
    png.cr = cairo_create(surface);
    cairo_scale(png.cr, scale, scale);
    png.images = ladle_images_open(fonts, diagnostics);
    ladle_glyph_room_init(&png.room);
    bool good = ladle_device_draw(&png.device, page);
    cairo_status_t status = cairo_status(png.cr);
    if (good)
        status = cairo_surface_write_to_png_stream(surface, append, out);
    if (status != CAIRO_STATUS_SUCCESS) {
        ladle_diag_add(diagnostics, LADLE_DIAG_PDF_DRAWING_FAILED, (ladle_pos){NULL, 0, 0},
                       "page %u could not be drawn as a picture (%s); please report this as a "
                       "fault of Ladle",
                       index + 1, cairo_status_to_string(status));
        good = false;
    }
    ladle_glyph_room_clear(&png.room);
    ladle_images_close(png.images);
    cairo_destroy(png.cr);
    cairo_surface_destroy(surface);
    return good;
}
