/* What is left out of a study that is broken in places, and why. Inside study/ only. */
#ifndef LADLE_STUDY_OMISSIONS_H
#define LADLE_STUDY_OMISSIONS_H

#include "base/arena.h"
#include "base/diag.h"
#include "study/model.h"

#include <glib.h>

typedef struct {
    ladle_arena *arena; /* owns all words of the list */
    ladle_diagnostics *diagnostics;
    GArray *list; /* of ladle_omission; to be freed by who opened it */
} ladle_omissions;

/* Why something is left out: what message number `message` is about, without its words, since those
 * quote ids and values, which may be names, and the reason is printed in reports. */
const char *ladle_omission_reason(const ladle_omissions *omissions, unsigned message);

/* Lists something as left out, for the reason that a message gives, at its place. what: "file",
 * "record" or "text"; not copied. */
void ladle_omit_message(ladle_omissions *omissions, const char *what, unsigned message);

/* Lists a file as left out, for the reason of the message added last. name: as messages give it, of
 * the arena. */
void ladle_omit_file(ladle_omissions *omissions, const char *name);

#endif
