/* Under which forms a registered name is looked for.
 *
 * Registering a name protects it however it is written: "Petersen, Ib", "Ib Petersen (formand)",
 * "Ib Aagaard-Petersen jun.", "Gurrelund Kommune", "Bramslev Maskinfabrik A/S". */
#ifndef LADLE_PRIVACY_FORMS_H
#define LADLE_PRIVACY_FORMS_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    LADLE_NAMED_PERSON,
    LADLE_NAMED_ORGANISATION, /* also a firm */
    LADLE_NAMED_PLACE,        /* a municipality, a partnership */
    LADLE_NAMED_SECRET        /* looked for as it is written */
} ladle_named;

typedef enum {
    LADLE_FORM_WHOLE, /* all its words */
    LADLE_FORM_PART,  /* a surname, a half of a double one, what is left without "A/S" */
    LADLE_FORM_GIVEN  /* a first name alone */
} ladle_form_kind;

typedef struct {
    char **words; /* folded (privacy/fold.h), ended by NULL */
    unsigned n;
    ladle_form_kind kind;
} ladle_form;

/* The forms of a name, each once, as ladle_form; g_ptr_array_unref frees all. */
GPtrArray *ladle_forms_of(const char *name, ladle_named named);

/* Whether a form can be looked for by itself: a single letter stands in too many texts.
 */
bool ladle_form_is_long_enough(const ladle_form *form);

#endif
