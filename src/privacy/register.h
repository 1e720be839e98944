/* What no report of a run may hold.
 *
 * The names of people, researchers who are no authors, organisations, partnerships, municipalities
 * and firms of the study, and its secrets, each in its forms (privacy/forms.h). A name that is a
 * word of the language too (privacy/words.h) is judged by how it stands in a text; what the
 * framework and Ladle's own texts say is told apart from it. */
#ifndef LADLE_PRIVACY_REGISTER_H
#define LADLE_PRIVACY_REGISTER_H

#include "privacy/forms.h"
#include "privacy/numbers.h"
#include "privacy/words.h"
#include "study/model.h"

typedef enum {
    LADLE_NAME_SURE, /* no word: a hit in every place and case */
    LADLE_NAME_WORD, /* a word too: a capital within a sentence makes it a name */
    LADLE_NAME_GIVEN /* a first name alone: many bear it */
} ladle_name_strength;

typedef struct {
    char **words; /* folded, ended by NULL */
    unsigned n;
    ladle_name_strength strength;
    const char *what; /* "the surname of a person" */
    ladle_pos pos;    /* where it is registered */
    GPtrArray *seats; /* a first name: the partnerships where its bearers sit; else NULL */
} ladle_protected;

/* Something registered that cannot be looked for, and why. */
typedef struct {
    const char *what;
    ladle_pos pos;
    char *form;
} ladle_unprotected;

typedef struct ladle_leak_register ladle_leak_register;
struct ladle_leak_register {
    const ladle_study *study;
    const ladle_words *words;
    const ladle_numbers *numbers;
    GPtrArray *forms;      /* ladle_protected, in the order of the study */
    GPtrArray *too_short;  /* ladle_unprotected */
    GHashTable *singles;   /* forms of one word, by it: ladle_protected */
    GHashTable *by_first;  /* forms of several, by the first: GPtrArray of ladle_protected */
    GHashTable *roles;     /* folded words of roles */
    GHashTable *framework; /* surface words that are free: "kantinen", "Kantinen" */
    GHashTable *own;       /* surface words of Ladle's own texts */
};

typedef struct {
    bool with_names;          /* names that the study allows to be printed are not protected */
    const ladle_words *words; /* NULL: no name is known to be a word */
    const char *const *own;   /* Ladle's own texts, ended by NULL; NULL: none */
} ladle_leak_options;

/* Made once for all reports; owned by the arena, and borrows the study and the options' words. */
ladle_leak_register *ladle_leak_register_new(ladle_arena *arena, const ladle_study *study,
                                             const ladle_leak_options *options);

/* Whether a surface word ("Kantinen") is in one of the tables `framework` and `own`. */
bool ladle_leak_is_own(const GHashTable *surfaces, const char *folded, bool has_capital);

#endif
