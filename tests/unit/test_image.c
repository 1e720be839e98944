/* Image files: their sizes, what is refused, and how they stand in a PDF. */
#include "output_pages.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include <jpeglib.h>

typedef struct {
    unsigned char *data;
    unsigned long bytes;
} blob;

static blob new_jpeg(unsigned width, unsigned height, int components, unsigned dots)
{
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    blob b = {NULL, 0};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &b.data, &b.bytes);
    info.image_width = width;
    info.image_height = height;
    info.input_components = components;
    info.in_color_space = components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&info);
    info.density_unit = dots ? 1 : 0;
    info.X_density = info.Y_density = (UINT16)MAX(dots, 1);
    jpeg_start_compress(&info, TRUE);
    unsigned char *line = g_malloc0((size_t)width * (size_t)components);
    for (unsigned y = 0; y < height; y++) {
        for (unsigned x = 0; x < width; x++)
            line[x * (unsigned)components] = 200;
        jpeg_write_scanlines(&info, &line, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    g_free(line);
    return b;
}

static char *jpeg_file(unsigned width, unsigned height, int components, unsigned dots)
{
    blob b = new_jpeg(width, height, components, dots);
    char *path = temporary_file(".jpg", b.data, b.bytes);
    free(b.data);
    return path;
}

static char *png_file(int width, int height)
{
    char *path = temporary_file(".png", "", 0);
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create(s);
    cairo_set_source_rgba(cr, 0, 0.5, 0, 0.5);
    cairo_rectangle(cr, 0, 0, width / 2, height);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_write_to_png(s, path);
    cairo_surface_destroy(s);
    return path;
}

static char *text_file(const char *suffix, const char *text)
{
    return temporary_file(suffix, text, strlen(text));
}

static void assert_size(char *path, double width, double height)
{
    book b = open_book();
    ladle_images *images = ladle_images_open(b.fonts, b.diagnostics);
    int w, h;
    cr_assert(ladle_images_size(images, path, &w, &h), "%s",
              ladle_diag_at(b.diagnostics, 0)->message);
    cr_assert_eq(w, (int)(width * LADLE_PT + 0.5), "%d", w);
    cr_assert_eq(h, (int)(height * LADLE_PT + 0.5), "%d", h);
    ladle_images_close(images);
    close_book(&b);
    g_unlink(path);
    g_free(path);
}

/* The size function refuses the file, twice, and says so once. */
static void assert_refused(char *path, ladle_diag_code code, const char *words)
{
    book b = open_book();
    ladle_images *images = ladle_images_open(b.fonts, b.diagnostics);
    int w, h;
    cr_assert_not(ladle_images_size(images, path, &w, &h));
    cr_assert_not(ladle_images_size(images, path, &w, &h));
    cr_assert_eq(ladle_diag_total(b.diagnostics), 1);
    const ladle_diag *d = ladle_diag_at(b.diagnostics, 0);
    cr_assert_eq(d->code, code);
    cr_assert_str_eq(d->pos.file, path);
    cr_assert(strstr(d->message, words), "%s", d->message);
    ladle_images_close(images);
    close_book(&b);
    g_unlink(path);
    g_free(path);
}

Test(image, sizes_follow_the_resolution)
{
    assert_size(png_file(96, 48), 72, 36);
    assert_size(jpeg_file(300, 150, 3, 300), 72, 36);
    assert_size(jpeg_file(96, 96, 3, 0), 72, 72);
}

Test(image, sizes_of_drawings)
{
    const char *head = "<svg xmlns='http://www.w3.org/2000/svg' ";
    char *measured = g_strconcat(head, "width='25.4mm' height='2in'/>", NULL);
    char *boxed = g_strconcat(head, "viewBox='0 0 96 48'/>", NULL);
    char *bare = g_strconcat(head, "/>", NULL);
    assert_size(text_file(".svg", measured), 72, 144);
    assert_size(text_file(".svg", boxed), 72, 36);
    assert_refused(text_file(".svg", bare), LADLE_DIAG_IMAGE_BROKEN, "viewBox");
    g_free(measured);
    g_free(boxed);
    g_free(bare);
}

Test(image, what_is_no_image)
{
    assert_refused(text_file(".png", "only text"), LADLE_DIAG_IMAGE_BROKEN, "neither");
    assert_refused(text_file(".png", ""), LADLE_DIAG_IMAGE_BROKEN, "neither");
    assert_refused(text_file(".svg", "<svg xmlns='http://www.w3.org/2000/svg'><g>"),
                   LADLE_DIAG_IMAGE_BROKEN, "damaged");
    assert_refused(g_strdup("/nowhere/at/all.png"), LADLE_DIAG_IMAGE_BROKEN, "not there");
    assert_refused(text_file(".png", "\x89PNG\r\n\x1a\n and then nothing"), LADLE_DIAG_IMAGE_BROKEN,
                   "damaged");
}

Test(image, enormous_ones_are_refused_by_their_header)
{
    unsigned char header[64] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06";
    assert_refused(temporary_file(".png", header, sizeof header), LADLE_DIAG_IMAGE_TOO_LARGE,
                   "40 million");
}

Test(image, printing_colours_are_refused)
{
    assert_refused(jpeg_file(20, 20, 4, 0), LADLE_DIAG_IMAGE_COLOURS, "CMYK");
}

static bool write_with(book *b, const char *path, GByteArray *out)
{
    ladle_page *page = add_page(b, "1");
    unsigned figure = add_node(b, "Figure", 0), text = add_node(b, "P", 0);
    node_at(b, figure)->alt = "Et billede";
    add_image(b, page, figure, 100, 100, 72, 36, path);
    add_image(b, page, figure, 100, 200, 72, 36, path);
    add_text(b, page, text, 70, 300, SERIF, "efter billedet");
    return ladle_pdf_write(b->pages, NULL, b->fonts, out, b->diagnostics);
}

/* A picture broken behind its header is found when it is drawn. */
static void assert_not_drawn(char *path)
{
    book b = open_book();
    GByteArray *out = g_byte_array_new();
    cr_assert_not(write_with(&b, path, out));
    cr_assert_eq(out->len, 0);
    cr_assert_eq(ladle_diag_total(b.diagnostics), 1);
    cr_assert_eq(ladle_diag_at(b.diagnostics, 0)->code, LADLE_DIAG_IMAGE_BROKEN);
    g_byte_array_unref(out);
    close_book(&b);
    g_unlink(path);
    g_free(path);
}

Test(image, a_jpeg_that_breaks_off)
{
    blob b = new_jpeg(200, 200, 3, 0);
    char *path = temporary_file(".jpg", b.data, b.bytes - 40);
    free(b.data);
    assert_not_drawn(path);
}

Test(image, a_png_that_breaks_off)
{
    char *whole = png_file(100, 100), *data;
    gsize bytes;
    g_file_get_contents(whole, &data, &bytes, NULL);
    char *path = temporary_file(".png", data, bytes - 30);
    g_free(data);
    g_unlink(whole);
    g_free(whole);
    assert_not_drawn(path);
}

/* What is said by `command` of a PDF with this image in it. */
static char *asked(char *path, const char *command)
{
    book b = open_book();
    GByteArray *out = g_byte_array_new();
    bool good = write_with(&b, path, out);
    cr_assert(good, "%s", good ? "" : ladle_diag_at(b.diagnostics, 0)->message);
    char *pdf = temporary_file(".pdf", out->data, out->len);
    char *line = g_strdup_printf("PDF=%s; %s", pdf, command);
    char *said = output_of(line);
    g_unlink(pdf);
    g_free(pdf);
    g_free(line);
    g_byte_array_unref(out);
    close_book(&b);
    g_unlink(path);
    g_free(path);
    return said;
}

#define ASSERT_HAS(text, part) cr_assert(strstr(text, part), "no “%s” in: %s", part, text)

Test(image, a_jpeg_is_passed_through_once)
{
    char *said = asked(jpeg_file(100, 50, 3, 0), "pdfimages -list $PDF | tail -n +3; "
                                                 "qpdf --qdf $PDF - | strings");
    ASSERT_HAS(said, "jpeg");
    ASSERT_HAS(said, "/Alt (Et billede)");
    ASSERT_HAS(said, "/BBox");
    cr_assert_not(strstr(said, "/Interpolate"));
    char *first = strstr(said, "/DCTDecode");
    cr_assert(first && !strstr(first + 1, "/DCTDecode"), "embedded once");
    g_free(said);
}

Test(image, a_png_with_alpha)
{
    char *said = asked(png_file(100, 50), "qpdf --check $PDF; pdfimages -list $PDF; "
                                          "qpdf --qdf $PDF - | strings");
    ASSERT_HAS(said, "No syntax or stream encoding errors");
    ASSERT_HAS(said, "smask");
    cr_assert_not(strstr(said, "/Interpolate"));
    g_free(said);
}

static const char drawing[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'>"
    "<defs><filter id='f'><feGaussianBlur stdDeviation='2'/></filter></defs>"
    "<rect width='40' height='20' fill='#a00' opacity='0.5'/>"
    "<image href='file:///etc/passwd' width='5' height='5'/>"
    "<text x='5' y='40' font-family='Noto Sans' font-size='14'>Tegning</text></svg>";

/* Its text is real text, in the report's fonts. */
Test(image, a_drawing_stays_a_drawing)
{
    char *plain = g_strdup(drawing);
    char *from = strstr(plain, "<defs>"), *to = strstr(plain, "</defs>") + strlen("</defs>");
    memmove(from, to, strlen(to) + 1);
    char *said = asked(text_file(".svg", plain), "qpdf --check $PDF; pdffonts $PDF; "
                                                 "pdfimages -list $PDF | tail -n +3 | wc -l; "
                                                 "pdftotext $PDF -");
    ASSERT_HAS(said, "No syntax or stream encoding errors");
    ASSERT_HAS(said, "NotoSans-Regular");
    ASSERT_HAS(said, "Tegning");
    ASSERT_HAS(said, "efter billedet");
    ASSERT_HAS(said, "\n0\n");
    g_free(plain);
    g_free(said);
}

/* With a filter it is pixels, and the page's marks stay where they are. */
Test(image, a_drawing_with_a_filter_is_pixels)
{
    char *filtered = g_strdup(drawing);
    char *said = asked(text_file(".svg", filtered), "pdfimages -list $PDF | tail -n +3 | head -1; "
                                                    "pdftotext $PDF -");
    ASSERT_HAS(said, " 300   300 "); /* wide and dots: 72 pt at 300 dots an inch */
    ASSERT_HAS(said, "efter billedet");
    g_free(filtered);
    g_free(said);
}

Test(image, pictures_of_pages_show_images)
{
    char *paths[] = {jpeg_file(100, 50, 3, 0), png_file(100, 50), text_file(".svg", drawing)};
    for (unsigned i = 0; i < 3; i++) {
        book b = open_book();
        ladle_page *page = add_page(&b, "1");
        add_image(&b, page, 0, 0, 0, 72, 36, paths[i]);
        GByteArray *out = g_byte_array_new();
        cr_assert(ladle_png_write(b.pages, 0, 72, b.fonts, out, b.diagnostics));
        char *path = temporary_file(".png", out->data, out->len);
        cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
        const unsigned char *row =
            cairo_image_surface_get_data(surface) + 5 * cairo_image_surface_get_stride(surface);
        cr_assert_neq(row[4 * 10], 255, "%u", i);
        cairo_surface_destroy(surface);
        g_unlink(path);
        g_free(path);
        g_byte_array_unref(out);
        close_book(&b);
        g_unlink(paths[i]);
        g_free(paths[i]);
    }
}
