/* From a numbered, styled document to pages. */
#ifndef LADLE_LAYOUT_LAYOUT_H
#define LADLE_LAYOUT_LAYOUT_H

#include "document/hyphenate.h"
#include "document/node.h"
#include "document/style.h"
#include "layout/measure.h"
#include "layout/pages.h"

/* Natural size of an image file in Pango units (at 96 px an inch where the file names no
 * resolution); false when it cannot be read, with a diagnostic. Given by output/. */
typedef bool ladle_image_size(void *self, const char *path, int *width, int *height);

typedef struct {
    const ladle_theme *theme;
    ladle_measure *measure;
    ladle_image_size *image_size;
    void *image_self;
    const ladle_hyphenator *hyphenator; /* NULL: words are not parted */
    ladle_diagnostics *diagnostics;
} ladle_layout_options;

/* Lays out the document. The pages belong to `arena`. NULL when an error was diagnosed (a
 * character no font has, a reference to nothing). */
ladle_pages *ladle_layout(ladle_arena *arena, const ladle_document *document,
                          const ladle_layout_options *options);

#endif
