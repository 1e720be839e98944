#include "output/images.h"
#include "output/images_private.h"

#include "base/limits.h"
#include "layout/pages.h"

#include <librsvg/rsvg.h>
#include <string.h>
#include <sys/stat.h>

typedef enum { FORMAT_UNKNOWN, FORMAT_PNG, FORMAT_JPEG, FORMAT_SVG } image_format;

/* An image file as far as it is known; what failed once stays failed, and is said once. */
typedef struct {
    char *path;
    image_format format;
    unsigned char *data;
    size_t bytes;
    bool refused;
    int width, height;        /* natural size, Pango units */
    cairo_surface_t *surface; /* PNG, JPEG: decoded */
    cairo_surface_t *passed;  /* JPEG: as it is */
    RsvgHandle *drawing;      /* SVG */
    bool needs_pixels;        /* SVG: has what would come out coarse in a PDF */
} image;

struct ladle_images {
    ladle_fonts *fonts;
    ladle_diagnostics *diagnostics;
    GHashTable *by_path; /* of image */
};

enum { SVG_DOTS = 300, PIXELS_AN_INCH = 96 };

static void free_image(void *memory)
{
    image *i = memory;
    g_clear_pointer(&i->surface, cairo_surface_destroy);
    g_clear_pointer(&i->passed, cairo_surface_destroy);
    g_clear_object(&i->drawing);
    g_free(i->data);
    g_free(i->path);
    g_free(i);
}

ladle_images *ladle_images_open(ladle_fonts *fonts, ladle_diagnostics *diagnostics)
{
    ladle_images *images = g_new0(ladle_images, 1);
    images->fonts = fonts;
    images->diagnostics = diagnostics;
    images->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_image);
    return images;
}

void ladle_images_close(ladle_images *images)
{
    if (!images)
        return;
    g_hash_table_unref(images->by_path);
    g_free(images);
}

static bool refuse(ladle_images *images, image *i, ladle_diag_code code, const char *why)
{
    ladle_diag_add(images->diagnostics, code, (ladle_pos){i->path, 0, 0}, "%s", why);
    i->refused = true;
    return false;
}

static bool refuse_broken(ladle_images *images, image *i)
{
    return refuse(images, i, LADLE_DIAG_IMAGE_BROKEN,
                  "this image is damaged, so the report was not written; save it again from its "
                  "source as PNG, JPEG or SVG");
}

static bool load_bytes(ladle_images *images, image *i)
{
    struct stat facts;
    if (stat(i->path, &facts) != 0 || !S_ISREG(facts.st_mode))
        return refuse(images, i, LADLE_DIAG_IMAGE_BROKEN,
                      "this image is not there, so the report was not written; put the file in "
                      "its place, or mend the name in the document");
    if (facts.st_size > LADLE_IMAGE_BYTES_MAX)
        return refuse(images, i, LADLE_DIAG_IMAGE_TOO_LARGE,
                      "this image file is larger than 32 MiB, so the report was not written; save "
                      "a smaller copy and use that");
    char *data;
    if (!g_file_get_contents(i->path, &data, &i->bytes, NULL))
        return refuse(images, i, LADLE_DIAG_IMAGE_BROKEN,
                      "this image cannot be read, so the report was not written; allow the "
                      "program to read the file");
    i->data = (unsigned char *)data;
    return true;
}

static image_format format_of(const image *i)
{
    if (i->bytes > 8 && memcmp(i->data, "\x89PNG\r\n\x1a\n", 8) == 0)
        return FORMAT_PNG;
    if (i->bytes > 3 && memcmp(i->data, "\xff\xd8\xff", 3) == 0)
        return FORMAT_JPEG;
    if (g_strstr_len((char *)i->data, (gssize)MIN(i->bytes, 4096), "<svg"))
        return FORMAT_SVG;
    return FORMAT_UNKNOWN;
}

static int natural_length(unsigned pixels, double an_inch)
{
    double length = pixels * 72.0 / (an_inch >= 1 ? an_inch : PIXELS_AN_INCH) * LADLE_PT;
    return (int)CLAMP(length + 0.5, 1, 1e9);
}

static bool look_at_pixels(ladle_images *images, image *i)
{
    ladle_image_facts facts;
    bool good = i->format == FORMAT_PNG ? ladle_png_facts(i->data, i->bytes, &facts)
                                        : ladle_jpeg_facts(i->data, i->bytes, &facts);
    if (!good)
        return refuse_broken(images, i);
    if ((guint64)facts.width * facts.height > LADLE_IMAGE_PIXELS_MAX ||
        MAX(facts.width, facts.height) > LADLE_IMAGE_SIDE_MAX)
        return refuse(images, i, LADLE_DIAG_IMAGE_TOO_LARGE,
                      "this image has more than 40 million pixels, or more than 20000 on a side, "
                      "so the report was not written; save a smaller copy and use that");
    if (facts.press_colours)
        return refuse(images, i, LADLE_DIAG_IMAGE_COLOURS,
                      "this JPEG is in CMYK, the colours of a printing press, so the report was "
                      "not written; save it as RGB");
    i->width = natural_length(facts.width, facts.across);
    i->height = natural_length(facts.height, facts.down);
    return true;
}

static bool has_word(const image *i, const char *word)
{
    return memmem(i->data, i->bytes, word, strlen(word)) != NULL;
}

/* Reads an SVG without any place to look other files up from: what it refers to outside itself is
 * not drawn. Its natural size is that of its width and height, else of its viewBox. */
static bool look_at_drawing(ladle_images *images, image *i)
{
    if (images->fonts && has_word(i, "<text") && !ladle_fonts_serve_pictures(images->fonts)) {
        i->refused = true;
        return false;
    }
    i->drawing = rsvg_handle_new_from_data(i->data, i->bytes, NULL);
    if (!i->drawing)
        return refuse_broken(images, i);
    rsvg_handle_set_dpi(i->drawing, PIXELS_AN_INCH);
    double width, height;
    gboolean has_box;
    RsvgRectangle box;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(i->drawing, &width, &height)) {
        rsvg_handle_get_intrinsic_dimensions(i->drawing, NULL, NULL, NULL, NULL, &has_box, &box);
        width = has_box ? box.width : 0;
        height = has_box ? box.height : 0;
    }
    if (!(width > 0 && height > 0))
        return refuse(images, i, LADLE_DIAG_IMAGE_BROKEN,
                      "this SVG names neither its width and height nor a viewBox, so the report "
                      "was not written; give the <svg> element a width and a height");
    i->needs_pixels = has_word(i, "<filter") || has_word(i, "<mask") || has_word(i, "blend-mode");
    i->width = (int)CLAMP(width * 72 / PIXELS_AN_INCH * LADLE_PT + 0.5, 1, 1e9);
    i->height = (int)CLAMP(height * 72 / PIXELS_AN_INCH * LADLE_PT + 0.5, 1, 1e9);
    return true;
}

/* The image of a path, known well enough to tell its size; NULL when it cannot be used. */
static image *image_of(ladle_images *images, const char *path)
{
    image *i = g_hash_table_lookup(images->by_path, path);
    if (i)
        return i->refused ? NULL : i;
    i = g_new0(image, 1);
    i->path = g_strdup(path);
    g_hash_table_insert(images->by_path, i->path, i);
    if (!load_bytes(images, i))
        return NULL;
    i->format = format_of(i);
    if (i->format == FORMAT_UNKNOWN)
        refuse(images, i, LADLE_DIAG_IMAGE_BROKEN,
               "this file is neither PNG, JPEG nor SVG, so the report was not written; save the "
               "image as one of these");
    else if (i->format == FORMAT_SVG)
        look_at_drawing(images, i);
    else
        look_at_pixels(images, i);
    return i->refused ? NULL : i;
}

bool ladle_images_size(void *self, const char *path, int *width, int *height)
{
    const image *i = image_of(self, path);
    if (!i)
        return false;
    *width = i->width;
    *height = i->height;
    return true;
}

static cairo_surface_t *surface_of(image *i, bool pass_through)
{
    if (i->format == FORMAT_JPEG && pass_through) {
        if (!i->passed)
            i->passed = ladle_jpeg_pass_through(i->data, i->bytes);
        return i->passed;
    }
    if (!i->surface)
        i->surface = i->format == FORMAT_PNG ? ladle_png_surface(i->data, i->bytes)
                                             : ladle_jpeg_surface(i->data, i->bytes);
    return i->surface;
}

/* Paints a surface into a box at the origin. In a PDF no smoothing is asked of the reader:
 * archived documents must not. The box is filled, as cairo 1.16 loses the marks of a page when
 * the first thing on it is painted without bounds. */
static void paint(cairo_t *cr, cairo_surface_t *surface, double width, double height, bool into_pdf)
{
    cairo_scale(cr, width / cairo_image_surface_get_width(surface),
                height / cairo_image_surface_get_height(surface));
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr),
                             into_pdf ? CAIRO_FILTER_FAST : CAIRO_FILTER_GOOD);
    cairo_rectangle(cr, 0, 0, cairo_image_surface_get_width(surface),
                    cairo_image_surface_get_height(surface));
    cairo_fill(cr);
}

static bool render(image *i, cairo_t *cr, double width, double height)
{
    RsvgRectangle box = {0, 0, width, height};
    return rsvg_handle_render_document(i->drawing, cr, &box, NULL);
}

/* An SVG with filters or masks is drawn as pixels: filters have no form in a PDF, and left to
 * itself the library would draw both as pixels of 72 an inch. */
static bool draw_as_pixels(image *i, cairo_t *cr, double width, double height)
{
    double scale = SVG_DOTS / 72.0;
    int across = (int)CLAMP(width * scale, 1, 6000), down = (int)CLAMP(height * scale, 1, 6000);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, across, down);
    cairo_t *on_surface = cairo_create(surface);
    bool good =
        render(i, on_surface, across, down) && cairo_status(on_surface) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(on_surface);
    if (good)
        paint(cr, surface, width, height, true);
    cairo_surface_destroy(surface);
    return good;
}

bool ladle_images_draw(ladle_images *images, cairo_t *cr, const char *path, double x, double y,
                       double width, double height, bool pass_through)
{
    image *i = image_of(images, path);
    if (!i)
        return false;
    cairo_save(cr);
    cairo_translate(cr, x, y);
    bool good;
    if (i->format == FORMAT_SVG) {
        good = i->needs_pixels && pass_through ? draw_as_pixels(i, cr, width, height)
                                               : render(i, cr, width, height);
    } else {
        cairo_surface_t *surface = surface_of(i, pass_through);
        good = surface != NULL;
        if (good)
            paint(cr, surface, width, height, pass_through);
    }
    cairo_restore(cr);
    return good || refuse_broken(images, i);
}
