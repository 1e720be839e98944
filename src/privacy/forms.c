#include "privacy/forms.h"

#include "privacy/fold.h"

#include <string.h>

/* ------------------------------------------------------------------------- what is no name */

/* Folded. Beside a name they say what its bearer is; alone they are words of the language. */
static const char *const titles[] = {
    "cand",     "mag",       "merc",   "polit",  "jur", "oecon", "phil",    "scient",
    "soc",      "phd",       "ph",     "d",      "dr",  "prof",  "jr",      "jun",
    "junior",   "sen",       "senior", "hr",     "fru", "frk",   "mr",      "mrs",
    "ms",       "msc",       "ma",     "mba",    "bsc", "ba",    "formand", "leder",
    "direktor", "konsulent", "chef",   "lektor", "ing", "ii",    "iii",     NULL};

/* Between first name and surname, or the first part of it. */
static const char *const particles[] = {
    "af", "al",  "el",  "van", "von", "de", "der", "den", "du", "da",  "di", "dos", "das", "la",
    "le", "bin", "ibn", "ben", "abu", "zu", "ter", "ten", "st", "mac", "mc", "o",   NULL};

/* What a firm's or an organisation's name ends with by law or habit; by their words. */
static const char *const legal_forms[] = {
    "a s",    "aps",          "ap s", "i s",     "k s", "p s", "amba", "a m b a",
    "fmba",   "ivs",          "smba", "holding", "ltd", "inc", "llc",  "plc",
    "gmbh",   "gmb h",        "ag",   "ab",      "as",  "oy",  "co",   "kommune",
    "region", "municipality", "city", "council", NULL};

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

/* ------------------------------------------------------------------------------------ forms */

static void free_form(void *data)
{
    ladle_form *form = data;
    g_strfreev(form->words);
    g_free(form);
}

bool ladle_form_is_long_enough(const ladle_form *form)
{
    enum { SHORTEST = 2 };
    return form->n > 1 || g_utf8_strlen(form->words[0], -1) >= SHORTEST ||
           g_ascii_isdigit(form->words[0][0]);
}

static bool is_known(const GPtrArray *forms, char *const *words)
{
    for (guint i = 0; i < forms->len; i++) {
        const ladle_form *form = g_ptr_array_index(forms, i);
        if (g_strv_equal((const char *const *)form->words, (const char *const *)words))
            return true;
    }
    return false;
}

/* Adds a form; `words` is given away. */
static void add(GPtrArray *forms, char **words, ladle_form_kind kind)
{
    if (!words[0] || is_known(forms, words)) {
        g_strfreev(words);
        return;
    }
    ladle_form *form = g_new(ladle_form, 1);
    *form = (ladle_form){words, g_strv_length(words), kind};
    g_ptr_array_add(forms, form);
}

static void add_line(GPtrArray *forms, const char *line, ladle_form_kind kind)
{
    char *folded = ladle_fold_line(line);
    add(forms, *folded ? g_strsplit(folded, " ", -1) : g_new0(char *, 1), kind);
    g_free(folded);
}

/* Words closed up, as in addresses and links: "ibpetersen". */
static void add_closed_up(GPtrArray *forms, char *const *words)
{
    enum { SHORTEST = 5 };
    char *together = g_strjoinv("", (char **)words);
    char **one = g_new0(char *, 2);
    one[0] = together;
    if (strlen(together) >= SHORTEST)
        add(forms, one, LADLE_FORM_WHOLE);
    else
        g_strfreev(one);
}

/* ---------------------------------------------------------------------------------- persons */

/* Without what stands in parentheses. g_free it. */
static char *without_parentheses(const char *name)
{
    GString *out = g_string_new(NULL);
    unsigned depth = 0;
    for (const char *at = name; *at; at++) {
        if (*at == '(' || *at == '[')
            depth++;
        if (depth == 0)
            g_string_append_c(out, *at);
        if ((*at == ')' || *at == ']') && depth > 0)
            depth--;
    }
    return g_string_free(out, FALSE);
}

static bool is_title(const char *folded)
{
    char **words = g_strsplit(folded, " ", -1);
    bool all = true;
    for (char **word = words; *word && all; word++)
        all = is_one_of(*word, titles);
    g_strfreev(words);
    return all;
}

/* A name in the order in which it is spoken, without titles: "Petersen, Ib, cand.mag." is
 * "Ib Petersen". g_free it. */
static char *in_spoken_order(const char *name)
{
    char **parts = g_strsplit(name, ",", -1);
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; parts[i]; i++) {
        char *folded = ladle_fold_line(parts[i]);
        if (out->len == 0)
            g_string_append(out, parts[i]);
        else if (*folded && !is_title(folded)) {
            g_string_prepend(out, " ");
            g_string_prepend(out, parts[i]);
        }
        g_free(folded);
    }
    g_strfreev(parts);
    return g_string_free(out, FALSE);
}

/* The parts between white space, since a hyphen joins the halves of one. */
static GPtrArray *parts_of(const char *name)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    const char *from = NULL;
    for (const char *at = name;; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        bool apart = !sign || g_unichar_isspace(sign);
        if (apart && from)
            g_ptr_array_add(parts, g_strndup(from, (gsize)(at - from)));
        if (apart)
            from = NULL;
        else if (!from)
            from = at;
        if (!sign)
            return parts;
    }
}

static bool is_initial(const char *folded)
{
    return !folded[0] || g_utf8_strlen(folded, -1) == 1;
}

/* A part of a surname: whole, and each half of a double one. */
static void add_surname(GPtrArray *forms, const char *part)
{
    char *folded = ladle_fold_line(part);
    if (is_one_of(folded, particles) || is_title(folded) || is_initial(folded)) {
        g_free(folded);
        return;
    }
    add_line(forms, part, LADLE_FORM_PART);
    char **halves = g_strsplit(folded, " ", -1);
    for (char **half = halves; *half; half++)
        if (!is_one_of(*half, particles) && !is_initial(*half))
            add_line(forms, *half, LADLE_FORM_PART);
    g_strfreev(halves);
    g_free(folded);
}

/* First name and surname without what stands between: "Ib Petersen" of "Ib Aagaard Petersen". */
static void add_ends(GPtrArray *forms, const GPtrArray *parts)
{
    const char *first = g_ptr_array_index(parts, 0),
               *last = g_ptr_array_index(parts, parts->len - 1);
    char *short_name = g_strconcat(first, " ", last, NULL),
         *turned = g_strconcat(last, " ", first, NULL);
    add_line(forms, short_name, LADLE_FORM_WHOLE);
    add_line(forms, turned, LADLE_FORM_WHOLE);
    g_free(turned);
    g_free(short_name);
}

static void drop_titles(GPtrArray *parts)
{
    for (guint i = parts->len; i-- > 0;) {
        char *folded = ladle_fold_line(g_ptr_array_index(parts, i));
        if (!*folded || (is_title(folded) && parts->len > 1 && (i == 0 || i + 1 == parts->len)))
            g_ptr_array_remove_index(parts, i);
        g_free(folded);
    }
}

static void add_person(GPtrArray *forms, const char *name)
{
    char *bare = without_parentheses(name), *spoken = in_spoken_order(bare);
    GPtrArray *parts = parts_of(spoken);
    drop_titles(parts);
    for (guint i = 1; i < parts->len; i++)
        add_surname(forms, g_ptr_array_index(parts, i));
    if (parts->len > 1) {
        g_ptr_array_add(parts, NULL);
        char *all = g_strjoinv(" ", (char **)parts->pdata);
        g_ptr_array_remove_index(parts, parts->len - 1);
        add_line(forms, all, LADLE_FORM_WHOLE);
        g_free(all);
        add_ends(forms, parts);
        char *first = ladle_fold_line(g_ptr_array_index(parts, 0));
        if (!is_initial(first))
            add_line(forms, first, LADLE_FORM_GIVEN);
        g_free(first);
    } else if (parts->len == 1) {
        add_line(forms, g_ptr_array_index(parts, 0), LADLE_FORM_WHOLE);
    }
    g_ptr_array_unref(parts);
    g_free(spoken);
    g_free(bare);
}

/* -------------------------------------------------------------------- organisations, places */

/* "bramslev maskinfabrik a s" without "a s"; the same line where nothing ends it. */
static bool cut_legal_form(GString *line)
{
    for (const char *const *form = legal_forms; *form; form++) {
        size_t length = strlen(*form);
        if (line->len > length + 1 && g_str_has_suffix(line->str, *form) &&
            line->str[line->len - length - 1] == ' ') {
            g_string_truncate(line, line->len - length - 1);
            return true;
        }
    }
    return false;
}

/* Each town of "Stærup og Hvalpsø" and of "Stærup-Hvalpsø Kommune". */
static void add_towns(GPtrArray *forms, const char *name)
{
    char **towns = g_strsplit_set(name, "-/,&", -1);
    for (char **town = towns; *town; town++) {
        char *folded = ladle_fold_line(*town);
        char **parts = g_regex_split_simple(" (?:og|and|i|in|ved|pa) ", folded, 0, 0);
        for (char **part = parts; *part; part++) {
            GString *line = g_string_new(*part);
            cut_legal_form(line);
            add_line(forms, line->str, LADLE_FORM_PART);
            g_string_free(line, TRUE);
        }
        g_strfreev(parts);
        g_free(folded);
    }
    g_strfreev(towns);
}

/* "Erhvervsskolen i Gurrelund" names a place. */
static void add_place_of(GPtrArray *forms, const char *name)
{
    char **parts =
        g_regex_split_simple("(?<=\\p{L})\\s+(?:i|in|ved|at|of|på)\\s+(?=\\p{Lu})", name, 0, 0);
    for (unsigned i = 1; parts[0] && parts[i]; i++)
        add_line(forms, parts[i], LADLE_FORM_PART);
    g_strfreev(parts);
}

static void add_organisation(GPtrArray *forms, const char *name)
{
    char *bare = without_parentheses(name), *folded = ladle_fold_line(bare);
    GString *line = g_string_new(folded);
    while (cut_legal_form(line))
        ;
    add_line(forms, line->str, LADLE_FORM_PART);
    add_place_of(forms, bare);
    g_string_free(line, TRUE);
    g_free(folded);
    g_free(bare);
}

/* ------------------------------------------------------------------------------------------ */

GPtrArray *ladle_forms_of(const char *name, ladle_named named)
{
    GPtrArray *forms = g_ptr_array_new_with_free_func(free_form);
    if (named != LADLE_NAMED_PERSON || !strpbrk(name, ",("))
        add_line(forms, name, LADLE_FORM_WHOLE);
    if (named == LADLE_NAMED_PERSON)
        add_person(forms, name);
    else if (named == LADLE_NAMED_ORGANISATION)
        add_organisation(forms, name);
    else if (named == LADLE_NAMED_PLACE)
        add_towns(forms, name);
    guint n = forms->len;
    for (guint i = 0; i < n; i++) {
        const ladle_form *form = g_ptr_array_index(forms, i);
        if (form->n > 1 && named != LADLE_NAMED_SECRET)
            add_closed_up(forms, form->words);
    }
    return forms;
}
