/* From a numbered, styled document to pages. */
/*
 * Named styles the layout asks the theme for (ladle_theme_named), and what it uses of each besides
 * font, colour, leading and align:
 *     head-left head-right foot-left foot-right   running words; width: they are cut to it
 *     note-mark             the raised mark of a footnote in the text; rise
 *     note-rule             rule_above, rule_width, after (space between the rule and the notes)
 *     side-more             the words that stand for evidence left out ("m.fl."); widows: how many
 *                           references are shown at most, orphans: how many when more are left out
 *     figure-label          "Figur 2" before a caption; number_gap
 *     continued-caption     the word after the label above a repeated table head; before, after
 *     continues             the note below a table that goes on; before, after
 *     continued             the word below a repeated row name
 *     toc-1 toc-2 toc-3     an entry of the contents; before, left: where the title stands
 *     toc-number-1 .. -3    its number; left
 *     toc-page-1 .. -3      its page number; width: it ends there, flush right
 *     figure-list figure-list-number figure-list-page   the same for a list of figures
 */
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
