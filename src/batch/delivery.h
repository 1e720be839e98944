/* A delivery: the folder of finished reports, which holds the old set or the new one, never a mix.
 *
 * Finished files are gathered in DIR/.ladle/next/, flushed; when all are there, a list of them is
 * written beside them (the seal), and only then is each renamed into its place. A sealed set found
 * at the start of a run is first brought to its end. DIR/.ladle/list names the files of the
 * delivery that stands, so that reports of partnerships that are gone can be removed, and files
 * that are not ours never are. A lock stops a second run. */
#ifndef LADLE_BATCH_DELIVERY_H
#define LADLE_BATCH_DELIVERY_H

#include "base/diag.h"

#include <glib.h>

typedef struct ladle_delivery ladle_delivery;

typedef enum {
    LADLE_DELIVERY_OPEN,
    LADLE_DELIVERY_FAILED, /* disk, permission: a diagnostic tells */
    LADLE_DELIVERY_BUSY,   /* another run holds the folder */
    LADLE_DELIVERY_REFUSED /* holds a delivery of the other kind (with or without names) */
} ladle_delivery_outcome;

/* Opens the folder, made where it is missing. kind: "anonymous" or "named". */
ladle_delivery_outcome ladle_delivery_open(const char *folder, const char *kind,
                                           ladle_delivery **delivery,
                                           ladle_diagnostics *diagnostics);

/* Adds a finished file to the set to come; name is relative, with at most one folder in it. */
bool ladle_delivery_add(ladle_delivery *delivery, const char *name, const GByteArray *bytes,
                        ladle_diagnostics *diagnostics);

/* Removes a file of the standing delivery with the next publishing, also where the rest is kept: a
 * report that failed. */
void ladle_delivery_drop(ladle_delivery *delivery, const char *name);

/* Whether the delivery that stood when the folder was opened has a file of the name. */
bool ladle_delivery_has(const ladle_delivery *delivery, const char *name);

/* Puts all added files into place and removes those of the old delivery that are not
 * added. keep_all: nothing but what was dropped (a run that made only some reports). */
bool ladle_delivery_publish(ladle_delivery *delivery, bool keep_all,
                            ladle_diagnostics *diagnostics);

/* Lets go of the folder. What was added and not published is removed. */
void ladle_delivery_close(ladle_delivery *delivery);

#endif
