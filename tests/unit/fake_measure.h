/* A measure without fonts: every character is as wide as half its font's size and a cluster of its
 * own; lines may end after spaces and hyphens. */
#ifndef LADLE_TESTS_FAKE_MEASURE_H
#define LADLE_TESTS_FAKE_MEASURE_H

#include "layout/measure.h"

#include <glib.h>
#include <string.h>

static inline ladle_shaped *fake_shape(ladle_measure *self, ladle_arena *arena, const char *text,
                                       size_t bytes, const ladle_text_span *spans, unsigned n_spans)
{
    (void)self;
    unsigned n = (unsigned)g_utf8_strlen(text, (gssize)bytes), i = 0, span = 0;
    ladle_shaped *shaped = LADLE_NEW(arena, ladle_shaped);
    shaped->text = text;
    shaped->bytes = bytes;
    shaped->clusters = LADLE_NEW_ARRAY(arena, ladle_cluster, n + 1);
    shaped->glyphs = LADLE_NEW_ARRAY(arena, ladle_glyph, n + 1);
    shaped->n_clusters = shaped->n_glyphs = n;
    gunichar before = 0;
    bool directed = false;
    for (const char *at = text; at < text + bytes; at = g_utf8_next_char(at), i++) {
        gunichar c = g_utf8_get_char(at);
        size_t start = (size_t)(at - text);
        while (span + 1 < n_spans && spans[span].end <= start)
            span++;
        int advance = n_spans ? spans[span].font.size / 2 : 0;
        shaped->clusters[i] = (ladle_cluster){
            .start = start,
            .advance = advance,
            .first_glyph = i,
            .n_glyphs = 1,
            .level = c >= 0x590 && c < 0x600 ? 1 : 0,
            .can_break = i > 0 && c != ' ' && (before == ' ' || before == '-'),
            .is_space = c == ' ',
            .missing = c >= 0xE000 && c < 0xF900,
        };
        shaped->glyphs[i] = (ladle_glyph){c, 0, 0, advance};
        if (!directed && g_unichar_isalpha(c)) {
            directed = true;
            shaped->base = shaped->clusters[i].level;
        }
        before = c;
    }
    return shaped;
}

static inline ladle_font_metrics fake_metrics(ladle_measure *self, const ladle_font_name *font)
{
    (void)self;
    return (ladle_font_metrics){font->size * 3 / 4, font->size / 4};
}

static inline ladle_measure fake_measure(void)
{
    return (ladle_measure){fake_shape, fake_metrics};
}

#endif
