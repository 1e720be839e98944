/* The leak check: no protected name in a report without names.
 *
 * It hears every text that passes the gate (base/gate.h), and the texts of the study where a person
 * asks before any report is made. What is protected says privacy/register.h, what counts as heard
 * privacy/listen.h. */
#ifndef LADLE_PRIVACY_LEAK_H
#define LADLE_PRIVACY_LEAK_H

#include "base/gate.h"
#include "privacy/register.h"

typedef struct ladle_leak_check ladle_leak_check;

/* The check of one report: of a partnership, or the final one (NULL). Owned by the arena; the
 * others are borrowed. */
ladle_leak_check *ladle_leak_check_new(ladle_arena *arena, const ladle_leak_register *protects,
                                       const ladle_partnership *partnership,
                                       ladle_diagnostics *diagnostics);

/* A ladle_gate_listener; self is the check. A hit is an error that tells where the text stands in
 * the study (or, where a template made it, in the report) and where it is protected, never the
 * name. */
void ladle_leak_hear(void *self, ladle_use use, ladle_pos pos, const char *text);

/* How many hits there were. */
unsigned ladle_leak_hits(const ladle_leak_check *check);

typedef struct {
    bool hits;     /* tell what would stop a report; else only what may be a name */
    bool is_shown; /* say the word itself: for a person at a terminal, who asked for it */
} ladle_leak_telling;

/* Tells of the study's own texts, before any report is made: what would stop one, and (as warnings)
 * what may be a name. */
void ladle_leak_tell(ladle_arena *arena, const ladle_leak_register *protects,
                     const ladle_leak_telling *telling, ladle_diagnostics *diagnostics);

/* What is looked for, form by form, what cannot be, and what the study releases: for a person at a
 * terminal. */
void ladle_leak_list(const ladle_leak_register *protects, GString *out);

#endif
