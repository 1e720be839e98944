#include "output/images_private.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/* libjpeg ends the process on an error unless it is taken out of its hands. */
typedef struct {
    struct jpeg_error_mgr manager; /* first: libjpeg knows only this part */
    jmp_buf out;
} jpeg_errors;

static void leave(j_common_ptr info)
{
    longjmp(((jpeg_errors *)info->err)->out, 1);
}

static void say_nothing(j_common_ptr info)
{
    (void)info;
}

static void start(struct jpeg_decompress_struct *info, jpeg_errors *errors)
{
    memset(info, 0, sizeof *info);
    info->err = jpeg_std_error(&errors->manager);
    errors->manager.error_exit = leave;
    errors->manager.output_message = say_nothing;
}

bool ladle_jpeg_facts(const unsigned char *data, size_t bytes, ladle_image_facts *facts)
{
    struct jpeg_decompress_struct info;
    jpeg_errors errors;
    start(&info, &errors);
    if (setjmp(errors.out)) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, data, bytes);
    jpeg_read_header(&info, TRUE);
    double unit = info.density_unit == 1 ? 1 : info.density_unit == 2 ? 2.54 : 0;
    *facts = (ladle_image_facts){
        info.image_width, info.image_height, info.saw_JFIF_marker ? unit * info.X_density : 0,
        info.saw_JFIF_marker ? unit * info.Y_density : 0, info.num_components == 4};
    jpeg_destroy_decompress(&info);
    return true;
}

/* Decodes all lines, into `surface` or, when that is NULL, into nothing at an eighth of the size.
 * False when anything was damaged: a file that breaks off is a warning to libjpeg, an error here.
 */
static bool decode(const unsigned char *data, size_t bytes, cairo_surface_t *surface)
{
    struct jpeg_decompress_struct info;
    jpeg_errors errors;
    JSAMPLE *volatile line = NULL;
    start(&info, &errors);
    if (setjmp(errors.out)) {
        jpeg_destroy_decompress(&info);
        g_free(line);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, data, bytes);
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_RGB;
    info.scale_num = 1;
    info.scale_denom = surface ? 1 : 8;
    jpeg_start_decompress(&info);
    line = g_new(JSAMPLE, (size_t)info.output_width * 3);
    while (info.output_scanline < info.output_height) {
        unsigned y = info.output_scanline;
        JSAMPROW row = line;
        jpeg_read_scanlines(&info, &row, 1);
        if (!surface)
            continue;
        uint32_t *to =
            (uint32_t *)(void *)(cairo_image_surface_get_data(surface) +
                                 (size_t)y * (size_t)cairo_image_surface_get_stride(surface));
        for (unsigned x = 0; x < info.output_width; x++)
            to[x] = (uint32_t)row[3 * x] << 16 | (uint32_t)row[3 * x + 1] << 8 | row[3 * x + 2];
    }
    bool whole = info.err->num_warnings == 0;
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    g_free(line);
    return whole;
}

static cairo_surface_t *empty_surface(const unsigned char *data, size_t bytes)
{
    ladle_image_facts facts;
    if (!ladle_jpeg_facts(data, bytes, &facts))
        return NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)facts.width, (int)facts.height);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}

cairo_surface_t *ladle_jpeg_surface(const unsigned char *data, size_t bytes)
{
    cairo_surface_t *surface = empty_surface(data, bytes);
    if (surface && decode(data, bytes, surface)) {
        cairo_surface_mark_dirty(surface);
        return surface;
    }
    g_clear_pointer(&surface, cairo_surface_destroy);
    return NULL;
}

/* What a camera or an editor noted beside the picture: where and when it was taken, by whom, a
 * small copy. Of the markers APP0 to APP15 only those that say how to draw it are none: JFIF, a
 * profile of colours and Adobe's kind of colours. */
static bool is_note(const unsigned char *segment, size_t bytes)
{
    unsigned char marker = segment[1];
    if (marker == 0xFE)
        return true;
    if (marker < 0xE1 || marker > 0xEF || marker == 0xEE)
        return false;
    return !(marker == 0xE2 && bytes > 16 && memcmp(segment + 4, "ICC_PROFILE", 12) == 0);
}

/* From `at` in coded lines on: the place of the next marker that ends them. */
static size_t end_of_lines(const unsigned char *data, size_t bytes, size_t at)
{
    while (at + 1 < bytes && (data[at] != 0xFF || data[at + 1] == 0 ||
                              (data[at + 1] >= 0xD0 && data[at + 1] <= 0xD7)))
        at++;
    return at + 1 < bytes ? at : bytes;
}

/* The picture and nothing else: a reader of the PDF could take out all that the file holds. The
 * bytes are those of a whole picture (decode); what follows its end is left out. */
static GByteArray *without_notes(const unsigned char *data, size_t bytes)
{
    GByteArray *bare = g_byte_array_sized_new((guint)bytes);
    g_byte_array_append(bare, data, 2);
    size_t at = 2;
    while (at + 4 <= bytes && data[at] == 0xFF && data[at + 1] != 0xD9) {
        if (data[at + 1] == 0xFF) { /* filling */
            at++;
            continue;
        }
        size_t next = at + 2 + ((size_t)data[at + 2] << 8 | data[at + 3]);
        if (next > bytes)
            break;
        if (data[at + 1] == 0xDA)
            next = end_of_lines(data, bytes, next);
        if (!is_note(data + at, next - at))
            g_byte_array_append(bare, data + at, (guint)(next - at));
        at = next;
    }
    g_byte_array_append(bare, (const guint8 *)"\xff\xd9", 2);
    return bare;
}

cairo_surface_t *ladle_jpeg_pass_through(const unsigned char *data, size_t bytes)
{
    cairo_surface_t *surface = empty_surface(data, bytes);
    if (surface && decode(data, bytes, NULL)) {
        GByteArray *bare = without_notes(data, bytes);
        gsize left = bare->len;
        unsigned char *copy = g_byte_array_free(bare, FALSE);
        cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, copy, left, g_free, copy);
        return surface;
    }
    g_clear_pointer(&surface, cairo_surface_destroy);
    return NULL;
}
