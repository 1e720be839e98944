/* The one function that every text passes on its way into a report.
 *
 * Whatever is drawn, or written into metadata, outline, link, attachment or file name, or printed
 * on a log line of a report, goes through ladle_gate_text first. There noncharacters and controls
 * become U+FFFD (drawing them would silently end the drawing of all that follows), there characters
 * that turn the direction of a text are left out, and there the
 * leak check listens, before hyphenation, line breaking and ligatures hide anything. */
#ifndef LADLE_BASE_GATE_H
#define LADLE_BASE_GATE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stddef.h>

typedef struct ladle_gate ladle_gate;

/* Where a text is going, as the leak check names it. */
typedef enum {
    LADLE_USE_TEXT,      /* drawn on a page */
    LADLE_USE_METADATA,  /* title, author, subject, language */
    LADLE_USE_OUTLINE,   /* bookmarks and page labels */
    LADLE_USE_LINK,      /* a link's target */
    LADLE_USE_FILE_NAME, /* the name of an output file */
    LADLE_USE_LOG,       /* a line about the report */
    LADLE_USE_ATTACHMENT /* a file inside the report */
} ladle_use;

/* Hears every text, a block's text as one string, so that a name split over several styles is
 * seen whole. */
typedef void ladle_gate_listener(void *self, ladle_use use, ladle_pos pos, const char *text);

/* A gate of one report. listener may be NULL (nothing confidential is about). */
ladle_gate *ladle_gate_new(ladle_arena *arena, ladle_diagnostics *diagnostics,
                           ladle_gate_listener *listener, void *self);

/* The text as it may be used: valid UTF-8 without noncharacters and without control characters
 * but tab and newline; each of those is U+FFFD and a diagnostic tells where. Bidirectional
 * overrides, embeddings and isolates are left out, with a diagnostic. Owned by the arena,
 * or `text` itself. */
const char *ladle_gate_text(ladle_gate *gate, ladle_use use, ladle_pos pos, const char *text);

/* Lets the listener hear a text that is made of parts that passed already (a paragraph of several
 * spans), without changing it. */
void ladle_gate_hear(ladle_gate *gate, ladle_use use, ladle_pos pos, const char *text);

#endif
