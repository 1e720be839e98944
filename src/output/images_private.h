/* What the readers of image formats share with images.c. */
#ifndef LADLE_OUTPUT_IMAGES_PRIVATE_H
#define LADLE_OUTPUT_IMAGES_PRIVATE_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

/* What a file's first bytes say. */
typedef struct {
    unsigned width, height; /* pixels */
    double across, down;    /* pixels an inch; 0: not said */
    bool press_colours;     /* CMYK */
} ladle_image_facts;

/* Each finds the facts in a whole file's bytes without looking at its pixels; false when it is
 * damaged. */
bool ladle_png_facts(const unsigned char *data, size_t bytes, ladle_image_facts *facts);
bool ladle_jpeg_facts(const unsigned char *data, size_t bytes, ladle_image_facts *facts);

/* Each makes a surface of a file's bytes, yours to destroy; NULL when they are damaged. */
cairo_surface_t *ladle_png_surface(const unsigned char *data, size_t bytes);
cairo_surface_t *ladle_jpeg_surface(const unsigned char *data, size_t bytes);

/* A surface that holds the JPEG's own bytes beside empty pixels, for a PDF to pass on. The pixels
 * are decoded, and thrown away, to know that they are whole. */
cairo_surface_t *ladle_jpeg_pass_through(const unsigned char *data, size_t bytes);

#endif
