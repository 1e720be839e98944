/* A JPEG goes into the PDF without what was noted beside the picture. */
#include "output/images_private.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

static const unsigned char profile[] = "ICC_PROFILE\0\1\1colours";

/* A picture of 40 by 30 with notes in it and behind it. */
static GByteArray *noted_picture(bool progressive)
{
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    unsigned char *data = NULL, line[40 * 3];
    unsigned long bytes = 0;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &data, &bytes);
    info.image_width = 40;
    info.image_height = 30;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    info.restart_interval = 2;
    if (progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    jpeg_write_marker(&info, JPEG_APP0 + 1, (const JOCTET *)"Exif Kanarifugl", 15);
    jpeg_write_marker(&info, JPEG_APP0 + 2, profile, sizeof profile);
    jpeg_write_marker(&info, JPEG_APP0 + 2, (const JOCTET *)"MPF Kanarifugl", 14);
    jpeg_write_marker(&info, JPEG_APP0 + 13, (const JOCTET *)"Photoshop Kanarifugl", 20);
    jpeg_write_marker(&info, JPEG_COM, (const JOCTET *)"Kanarifugl", 10);
    for (unsigned y = 0; y < 30; y++) {
        for (unsigned x = 0; x < sizeof line; x++)
            line[x] = (unsigned char)(x * 37 + y * 91);
        JSAMPROW row = line;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    GByteArray *picture = g_byte_array_new();
    g_byte_array_append(picture, data, (guint)bytes);
    g_byte_array_append(picture, (const guint8 *)"\xff\xd8Kanarifugl", 12);
    free(data);
    return picture;
}

static void expect_bare(bool progressive)
{
    GByteArray *picture = noted_picture(progressive);
    cairo_surface_t *passed = ladle_jpeg_pass_through(picture->data, picture->len);
    cr_assert_not_null(passed);
    const unsigned char *bare;
    unsigned long bytes;
    cairo_surface_get_mime_data(passed, CAIRO_MIME_TYPE_JPEG, &bare, &bytes);
    cr_assert_not_null(bare);
    cr_expect_null(memmem(bare, bytes, "Kanarifugl", 10));
    cr_expect_not_null(memmem(bare, bytes, profile, sizeof profile));
    cr_expect_lt(bytes, picture->len - 5 * 10);
    /* The same picture, dot by dot. */
    cairo_surface_t *before = ladle_jpeg_surface(picture->data, picture->len);
    cairo_surface_t *after = ladle_jpeg_surface(bare, bytes);
    cr_assert_not_null(before);
    cr_assert_not_null(after);
    cr_expect_arr_eq(cairo_image_surface_get_data(before), cairo_image_surface_get_data(after),
                     30 * (size_t)cairo_image_surface_get_stride(before));
    cairo_surface_destroy(before);
    cairo_surface_destroy(after);
    cairo_surface_destroy(passed);
    g_byte_array_unref(picture);
}

Test(image, notes_of_a_camera_stay_outside)
{
    expect_bare(false);
    expect_bare(true);
}
