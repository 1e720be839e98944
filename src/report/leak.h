/* The leak check: no protected name in a report without names.
 *
 * It hears every text that passes the gate (base/gate.h) and looks for the names of people (also
 * the surname alone), researchers (who are no authors), organisations, partnerships, municipalities
 * and firms of the study, its secrets, and for anything that looks like an e-mail address, a
 * telephone or a CPR number. Case, accents, soft hyphens and other invisible characters do not hide
 * a name, nor do the endings -s, -es and 's. What may be printed by name in this report is not
 * protected. */
#ifndef LADLE_REPORT_LEAK_H
#define LADLE_REPORT_LEAK_H

#include "base/gate.h"
#include "study/model.h"

typedef struct ladle_leak_register ladle_leak_register;
typedef struct ladle_leak_check ladle_leak_check;

/* What no report of a run may hold: all names of the study, but, with_names, those that it allows
 * to be printed. Made once for all reports; owned by the arena, and borrows the study. */
ladle_leak_register *ladle_leak_register_new(ladle_arena *arena, const ladle_study *study,
                                             bool with_names);

/* The check of one report. Owned by the arena; the others are borrowed. */
ladle_leak_check *ladle_leak_check_new(ladle_arena *arena, const ladle_leak_register *protects,
                                       ladle_diagnostics *diagnostics);

/* A ladle_gate_listener; self is the check. A hit is an error that tells where the text stands in
 * the study (or, where a template made it, in the report) and where it is protected, never the
 * name. */
void ladle_leak_hear(void *self, ladle_use use, ladle_pos pos, const char *text);

/* How many hits there were. */
unsigned ladle_leak_hits(const ladle_leak_check *check);

#endif
