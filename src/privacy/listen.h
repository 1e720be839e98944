/* Whether a text says what the register protects.
 *
 * A text is folded into words (privacy/fold.h) and compared with the protected forms: exact, with
 * an ending, as the first part of a compound, parted by a hyphen, spaced out letter by letter,
 * closed up with other words, or with a note's digit. What a match means depends on how it stands
 * there (listen.c says how). */
#ifndef LADLE_PRIVACY_LISTEN_H
#define LADLE_PRIVACY_LISTEN_H

#include "privacy/fold.h"
#include "privacy/register.h"

/* Where a text stands. */
typedef struct {
    const ladle_partnership *const *partnerships; /* whose report prints it; none: the final one */
    unsigned n_partnerships;
    bool composed;  /* Ladle's own words are in it, which are not heard */
    bool is_source; /* of the literature: its authors may share a participant's surname */
} ladle_leak_place;

typedef struct {
    const char *what;     /* "the surname of a person" */
    ladle_pos registered; /* where; without file: a number, an address, a secret */
    size_t from, to;      /* its bytes in the text */
    bool certain;         /* a hit; else a warning */
} ladle_leak_finding;

typedef struct ladle_listener ladle_listener;

/* Owned by the arena; the register is borrowed. It remembers words it has judged. */
ladle_listener *ladle_listener_new(ladle_arena *arena, const ladle_leak_register *protects);

/* All findings of a text, in its order: an array of ladle_leak_finding to be given back by
 * g_array_unref. NULL: there are none. */
GArray *ladle_listen(ladle_listener *listener, const char *text, const ladle_leak_place *place);

#endif
