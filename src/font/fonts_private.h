/* What the files of font/ know of each other. */
#ifndef LADLE_FONT_FONTS_PRIVATE_H
#define LADLE_FONT_FONTS_PRIVATE_H

#include "font/fonts.h"

#include <hb.h>

/* One font file, mapped into memory; FreeType opens it only when it is drawn with. */
typedef struct {
    char *path, *family;
    bool bold, italic;
    hb_blob_t *blob;
    hb_face_t *shape_face;
    cairo_font_face_t *draw_face; /* NULL until needed */
    gunichar *characters;         /* by glyph, 0: none; NULL until needed */
    unsigned n_glyphs;
} font_file;

/* A font file at a size. */
struct ladle_face {
    ladle_fonts *fonts;
    font_file *file;
    ladle_length size;
    hb_font_t *shape_font;
    cairo_scaled_font_t *scaled; /* NULL until needed */
    ladle_font_metrics metrics;
};

struct ladle_fonts {
    ladle_measure measure; /* first, so that a measure is its fonts */
    char *folder;
    ladle_diagnostics *diagnostics;
    GPtrArray *files;       /* of font_file, by name of the file */
    GPtrArray *faces;       /* of ladle_face, oldest first */
    GHashTable *complaints; /* fonts found wanting, each said once */
    hb_buffer_t *buffer;
    bool serves_pictures; /* fontconfig has these fonts */
    ladle_shaping_work work;
};

/* The face of a font name, made on first use; never NULL. */
ladle_face *ladle_fonts_face(ladle_fonts *fonts, const ladle_font_name *name);

/* The same font in another file, at the same size. */
ladle_face *ladle_fonts_face_of_file(ladle_fonts *fonts, font_file *file, ladle_length size);

/* ladle_measure.shape (shape.c). */
ladle_shaped *ladle_fonts_shape(ladle_measure *self, ladle_arena *arena, const char *text,
                                size_t bytes, const ladle_text_span *spans, unsigned n_spans);

#endif
