#include "output/images_private.h"

#include <string.h>

static unsigned big_endian(const unsigned char *p)
{
    return (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
}

/* The size stands at a fixed place; the resolution in a chunk (pHYs) before the pixels. */
bool ladle_png_facts(const unsigned char *data, size_t bytes, ladle_image_facts *facts)
{
    const double METRES_TO_INCHES = 0.0254;
    if (bytes < 33 || memcmp(data + 12, "IHDR", 4) != 0)
        return false;
    *facts = (ladle_image_facts){.width = big_endian(data + 16), .height = big_endian(data + 20)};
    for (size_t at = 33; at + 12 <= bytes;) {
        size_t length = big_endian(data + at);
        const unsigned char *content = data + at + 8;
        if (memcmp(data + at + 4, "IDAT", 4) == 0 || length > bytes - at - 12)
            break;
        if (memcmp(data + at + 4, "pHYs", 4) == 0 && length == 9 && content[8] == 1) {
            facts->across = big_endian(content) * METRES_TO_INCHES;
            facts->down = big_endian(content + 4) * METRES_TO_INCHES;
        }
        at += length + 12;
    }
    return facts->width > 0 && facts->height > 0;
}

typedef struct {
    const unsigned char *data;
    size_t bytes, at;
} reading;

static cairo_status_t read_some(void *closure, unsigned char *data, unsigned length)
{
    reading *r = closure;
    if (length > r->bytes - r->at)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, r->data + r->at, length);
    r->at += length;
    return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *ladle_png_surface(const unsigned char *data, size_t bytes)
{
    reading r = {data, bytes, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &r);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}
