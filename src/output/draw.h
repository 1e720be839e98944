/* Drawing page items with cairo: what the PDF and the picture have in common. */
#ifndef LADLE_OUTPUT_DRAW_H
#define LADLE_OUTPUT_DRAW_H

#include "layout/pages.h"

#include <cairo.h>

/* Room for the glyphs of a run, kept from one to the next. */
typedef struct {
    GArray *glyphs, *clusters; /* of cairo_glyph_t, cairo_text_cluster_t */
    GString *text;
} ladle_glyph_room;

void ladle_glyph_room_init(ladle_glyph_room *room);
void ladle_glyph_room_clear(ladle_glyph_room *room);

/* Draws a run on cr, whose unit is the point. The text goes along, cluster by cluster, in the form
 * that a PDF gives back without crutches (see draw.c). */
void ladle_draw_glyphs(cairo_t *cr, ladle_glyph_room *room, const ladle_page_item *item);

void ladle_draw_path(cairo_t *cr, const ladle_page_item *item);

/* The letters a character of compatibility stands for (U+FB01 for "fi"), as a PDF's text should
 * have them; NULL for every other character. Yours to free. */
char *ladle_plain_letters(gunichar character);

#endif
