/* Image files: PNG, JPEG and SVG, told apart by their first bytes, not by their names.
 *
 * An image is read once for a set of images. It may come from anywhere, so its size is looked at
 * before any of its pixels are: see base/limits.h.
 * An SVG picture gets the report's fonts and nothing else from outside itself. */
#ifndef LADLE_OUTPUT_IMAGES_H
#define LADLE_OUTPUT_IMAGES_H

#include "font/fonts.h"

#include <cairo.h>

typedef struct ladle_images ladle_images;

/* An empty set; yours to close. fonts (for text in SVG; NULL: such text is not drawn with them)
 * and diagnostics are borrowed until then. */
ladle_images *ladle_images_open(ladle_fonts *fonts, ladle_diagnostics *diagnostics);
void ladle_images_close(ladle_images *images);

/* The natural size of an image in Pango units: by the resolution the file names, else 96 pixels
 * an inch. `self` is a ladle_images, so that this is a ladle_image_size of the layout. False,
 * with a diagnostic (once for each file), when the image cannot be used. */
bool ladle_images_size(void *self, const char *path, int *width, int *height);

/* Draws an image into a box, in points. `pass_through`: a JPEG goes into a PDF as it is. False,
 * with a diagnostic, when it cannot be used. */
bool ladle_images_draw(ladle_images *images, cairo_t *cr, const char *path, double x, double y,
                       double width, double height, bool pass_through);

#endif
