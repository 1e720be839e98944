/* What a quotation may change of what was said, and what it may not. */
#include "study/quotation.h"

#include <criterion/criterion.h>
#include <glib.h>

static const char said[] = "Vi ringer bare rundt nu, og \"det virker\" altid. Det er ikke hårdt "
                           "arbejde mere … siger lederne.";

static const char *const the_same[] = {
    "Vi ringer bare rundt nu, og \"det virker\" altid.",
    "Vi ringer bare rundt nu",
    "vi ringer bare rundt nu",
    "Ringer bare",
    "  Vi ringer\n\tbare   rundt nu ",
    "Vi\u00a0ringer bare",
    "Vi ring\u00ader bare",
    "og det virker altid",
    "og ”det virker” altid",
    "og »det virker« altid",
    "og „det virker‟ altid",
    "”Vi ringer bare rundt nu”",
    "Vi ringer … altid.",
    "Vi ringer ... altid.",
    "Vi ringer […] altid.",
    "Vi ringer [...] altid.",
    "Vi ringer (…) altid.",
    "Vi ringer (...) altid.",
    "Vi … nu … Det er",
    "… og det virker",
    "[…] det er ikke hårdt arbejde",
    "og det virker …",
    "[Konsulenterne] ringer bare rundt",
    "Vi ringer [til hinanden] rundt nu",
    "Vi ringer bare rundt [i dag], og det",
    "[v]i ringer bare",
    "[D]et virker altid",
    "virker altid. [Men d]et er ikke",
    "hårdt arbejd[e]",
    "Det er ikke ha\u030ardt arbejde",
    "",
    "…",
    "[noget helt andet]",
};

static const char *const different[] = {
    "Vi ringer bare rundt nu, og det virker aldrig.",
    "Vi ringede bare rundt",
    "ring",
    "vi ringe",
    "inger bare",
    "Vi ringer rundt nu",
    "rundt bare",
    "altid … Vi ringer",
    "Vi ringer … Vi ringer",
    "det er hårdt arbejde",
    "Vi Ringer bare rundt",
    "Vi ringer bare rundt nu og det virker",
    "Vi ringer bare rundt nu.",
    "Vi ringer (til hinanden) rundt nu",
    "[Vi] ringet bare",
    "[…] det virker ikke",
    "hardt arbejde",
    "virker altid. [M]en det er ikke",
    "Det er ikke hårdt arbejde mere og siger lederne",
    "nu [,] altid [,] nu",
};

Test(quotation, may_change_so_much)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(the_same); i++) {
        char *missing = ladle_quotation_differs(the_same[i], said);
        cr_expect_null(missing, "\"%s\": \"%s\" is not found", the_same[i], missing);
        g_free(missing);
    }
}

Test(quotation, may_change_no_more)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(different); i++) {
        char *missing = ladle_quotation_differs(different[i], said);
        cr_expect_not_null(missing, "\"%s\" is taken for the same", different[i]);
        g_free(missing);
    }
}

Test(quotation, gives_the_words_that_are_not_there)
{
    char *missing = ladle_quotation_differs("Vi ringer … og så gør vi ikke mere", said);
    cr_expect_str_eq(missing, "og så gør vi ikke mere");
    g_free(missing);
}

Test(quotation, is_quick_with_long_texts)
{
    GString *source = g_string_new(NULL), *quotation = g_string_new(NULL);
    for (unsigned i = 0; i < 20000; i++) {
        g_string_append(source, "a ");
        g_string_append(quotation, i % 2 ? "a … " : "a [b] ");
    }
    g_string_append(quotation, "c");
    char *missing = ladle_quotation_differs(quotation->str, source->str);
    cr_expect_str_eq(missing, "c");
    g_free(missing);
    g_string_free(source, TRUE);
    g_string_free(quotation, TRUE);
}
