/* Registering a name protects it, however it is written. */
#include "privacy/forms.h"

#include <criterion/criterion.h>
#include <string.h>

/* The forms of each kind, parted by "; ". */
static char *listed(const char *name, ladle_named named, ladle_form_kind kind)
{
    GPtrArray *forms = ladle_forms_of(name, named);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < forms->len; i++) {
        const ladle_form *form = g_ptr_array_index(forms, i);
        char *line = g_strjoinv(" ", form->words);
        if (form->kind == kind)
            g_string_append_printf(out, "%s%s", out->len ? "; " : "", line);
        g_free(line);
    }
    g_ptr_array_unref(forms);
    return g_string_free(out, FALSE);
}

static const struct {
    ladle_named named;
    const char *name, *whole, *part, *given;
} table[] = {
    {LADLE_NAMED_PERSON, "Ib Petersen", "ib petersen; petersen ib; ibpetersen; petersenib",
     "petersen", "ib"},
    {LADLE_NAMED_PERSON, "Petersen, Ib", "ib petersen; petersen ib; ibpetersen; petersenib",
     "petersen", "ib"},
    {LADLE_NAMED_PERSON, "Ib Petersen (formand)",
     "ib petersen; petersen ib; ibpetersen; petersenib", "petersen", "ib"},
    {LADLE_NAMED_PERSON, "Ib Petersen, cand.mag.",
     "ib petersen; petersen ib; ibpetersen; petersenib", "petersen", "ib"},
    {LADLE_NAMED_PERSON, "Ib\u00a0Petersen", "ib petersen; petersen ib; ibpetersen; petersenib",
     "petersen", "ib"},
    {LADLE_NAMED_PERSON, "Cher", "cher", "", ""},
};

Test(privacy_forms, of_a_person_hold_the_surname)
{
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        char *whole = listed(table[i].name, table[i].named, LADLE_FORM_WHOLE);
        char *part = listed(table[i].name, table[i].named, LADLE_FORM_PART);
        char *given = listed(table[i].name, table[i].named, LADLE_FORM_GIVEN);
        cr_expect_str_eq(whole, table[i].whole, "%s: %s", table[i].name, whole);
        cr_expect_str_eq(part, table[i].part, "%s: %s", table[i].name, part);
        cr_expect_str_eq(given, table[i].given, "%s: %s", table[i].name, given);
        g_free(whole);
        g_free(part);
        g_free(given);
    }
}

static const struct {
    ladle_named named;
    const char *name, *part;
} parts[] = {
    {LADLE_NAMED_PERSON, "Ib Petersen jun.", "petersen"},
    {LADLE_NAMED_PERSON, "Hr. Ib Petersen", "petersen"},
    {LADLE_NAMED_PERSON, "Birgit Holm-Thygesen", "holm thygesen; holm; thygesen"},
    {LADLE_NAMED_PERSON, "Birgit Holm Thygesen", "holm; thygesen"},
    {LADLE_NAMED_PERSON, "Søren Aagaard Holm", "agard; holm"},
    {LADLE_NAMED_PERSON, "Yusuf Al-Hamdani", "al hamdani; hamdani"},
    {LADLE_NAMED_PERSON, "Jan van der Berg", "berg"},
    {LADLE_NAMED_PERSON, "Karl von Linné", "linne"},
    {LADLE_NAMED_PERSON, "A. B. Thygesen", "thygesen"},
    {LADLE_NAMED_PERSON, "Marek Wałęsa", "walesa"},
    {LADLE_NAMED_ORGANISATION, "Bramslev Maskinfabrik A/S", "bramslev maskinfabrik"},
    {LADLE_NAMED_ORGANISATION, "Bramslev ApS", "bramslev"},
    {LADLE_NAMED_ORGANISATION, "Erhvervsskolen i Gurrelund", "gurrelund"},
    {LADLE_NAMED_ORGANISATION, "Gurrelund Kommune", "gurrelund"},
    {LADLE_NAMED_ORGANISATION, "H&M", ""},
    {LADLE_NAMED_ORGANISATION, "3F Fyn", ""},
    {LADLE_NAMED_PLACE, "Gurrelund Kommune", "gurrelund"},
    {LADLE_NAMED_PLACE, "Stærup og Hvalpsø", "staerup; hvalpso"},
    {LADLE_NAMED_PLACE, "Lyngby-Taarbæk Kommune", "lyngby; tarbaek"},
};

Test(privacy_forms, of_a_name_hold_its_parts)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        char *part = listed(parts[i].name, parts[i].named, LADLE_FORM_PART);
        cr_expect_str_eq(part, parts[i].part, "%s: %s", parts[i].name, part);
        g_free(part);
    }
}

Test(privacy_forms, of_a_secret_is_the_secret)
{
    char *whole = listed("Projekt Ørnerede", LADLE_NAMED_SECRET, LADLE_FORM_WHOLE);
    cr_expect_str_eq(whole, "projekt ornerede");
    g_free(whole);
}
