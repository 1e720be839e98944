/* Measuring text: the one thing the layout asks of fonts.
 *
 * A paragraph's text is shaped once, as a whole; what comes back is a row of clusters in logical
 * order, each with an advance and with what may happen before it. Line breaking, hyphenation and
 * justification work on clusters, so the layout needs no font library and is tested with a fake
 * measure in which every character is a fixed number of units wide. */
#ifndef LADLE_LAYOUT_MEASURE_H
#define LADLE_LAYOUT_MEASURE_H

#include "base/arena.h"
#include "document/style.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A stretch of the text in one font. */
typedef struct {
    size_t start, end; /* bytes */
    ladle_font_name font;
    const char *language;
} ladle_text_span;

typedef struct ladle_face ladle_face; /* a font at a size; opaque, belongs to the measure */

typedef struct {
    uint32_t glyph;
    int x_offset, y_offset, advance; /* Pango units */
} ladle_glyph;

typedef struct {
    size_t start;                   /* byte where its text begins; it ends where the next begins */
    int advance;                    /* Pango units */
    unsigned first_glyph, n_glyphs; /* in ladle_shaped.glyphs, visual order within the cluster */
    const ladle_face *face;
    unsigned char level; /* bidi embedding level: odd is right to left */
    bool can_break;      /* a line may end before this cluster */
    bool must_break;     /* a line must end before it */
    bool kept;           /* with can_break: only when nothing else helps */
    bool is_space;       /* white space: hangs at a line's end */
    bool missing;        /* no font has it */
} ladle_cluster;

typedef struct {
    const char *text;
    size_t bytes;
    ladle_cluster *clusters;
    unsigned n_clusters;
    ladle_glyph *glyphs;
    unsigned n_glyphs;
    unsigned char base; /* bidi level of the whole: 1 where it begins in a right-to-left script */
} ladle_shaped;

/* Ascent and descent of a font at its size, both positive, Pango units. */
typedef struct {
    int ascent, descent;
} ladle_font_metrics;

typedef struct ladle_measure ladle_measure;
struct ladle_measure {
    /* Shapes text (bytes long, valid UTF-8, no newline); spans cover it without gaps. Memory of
     * the result is the arena's. Never fails: what no font has is marked `missing`. */
    ladle_shaped *(*shape)(ladle_measure *self, ladle_arena *arena, const char *text, size_t bytes,
                           const ladle_text_span *spans, unsigned n_spans);
    ladle_font_metrics (*metrics)(ladle_measure *self, const ladle_font_name *font);
};

#endif
