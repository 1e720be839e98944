#include "privacy/register.h"

#include "privacy/fold.h"
#include "study/reveal.h"

#include <string.h>

/* ------------------------------------------------------------------------- surface words */

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

static GHashTable *new_words(ladle_arena *arena)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_arena_defer(arena, release_table, table);
    return table;
}

/* A word as it is written but for spelling: "^kantinen" where it begins with a capital. */
static char *surface(const char *folded, bool has_capital)
{
    return g_strconcat(has_capital ? "^" : "", folded, NULL);
}

static void add_surfaces(GHashTable *table, const char *text)
{
    ladle_folded folded = ladle_fold(text);
    for (unsigned i = 0; i < folded.n; i++) {
        const ladle_folded_word *word = &folded.words[i];
        g_hash_table_add(table, surface(word->folded, false));
        if (word->has_capital)
            g_hash_table_add(table, surface(word->folded, true));
    }
    ladle_folded_free(folded);
}

bool ladle_leak_is_own(const GHashTable *surfaces, const char *folded, bool has_capital)
{
    char *key = surface(folded, has_capital);
    bool is = g_hash_table_contains((GHashTable *)surfaces, key);
    g_free(key);
    return is;
}

static void add_terms(GHashTable *table, const ladle_term *const *terms, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        add_surfaces(table, terms[i]->name);
}

static void add_elements(GHashTable *table, const ladle_framework *framework)
{
    for (unsigned i = 0; i < framework->n_elements; i++) {
        const ladle_element *element = framework->elements[i];
        add_surfaces(table, element->name);
        add_surfaces(table, element->about);
        for (unsigned k = 0; k < element->n_ideals; k++)
            for (unsigned line = 0; line < element->ideals[k].n_lines; line++)
                add_surfaces(table, element->ideals[k].lines[line]);
    }
}

static void add_guides(GHashTable *table, const ladle_framework *framework)
{
    for (unsigned i = 0; i < framework->n_guides; i++) {
        add_surfaces(table, framework->guides[i]->title);
        add_surfaces(table, framework->guides[i]->intro);
    }
    for (unsigned i = 0; i < framework->n_questions; i++) {
        const ladle_question *question = framework->questions[i];
        add_surfaces(table, question->text);
        for (unsigned k = 0; k < question->n_options; k++)
            add_surfaces(table, question->options[k].value);
    }
}

static void add_framework(GHashTable *table, const ladle_framework *framework)
{
    for (unsigned i = 0; i < framework->n_sectors; i++)
        add_surfaces(table, framework->sectors[i]->name);
    for (unsigned i = 0; i < framework->n_levels; i++)
        add_surfaces(table, framework->levels[i]->name);
    for (unsigned i = 0; i < framework->n_dimensions; i++)
        add_surfaces(table, framework->dimensions[i]->name);
    for (unsigned i = 0; i < framework->n_columns; i++)
        add_surfaces(table, framework->columns[i]->name);
    for (unsigned i = 0; i < framework->n_factors; i++) {
        add_surfaces(table, framework->factors[i]->name);
        add_surfaces(table, framework->factors[i]->about);
    }
    add_terms(table, (const ladle_term *const *)framework->indicators, framework->n_indicators);
    add_terms(table, (const ladle_term *const *)framework->redesigns, framework->n_redesigns);
    add_terms(table, (const ladle_term *const *)framework->phases, framework->n_phases);
    add_elements(table, framework);
    add_guides(table, framework);
}

/* ------------------------------------------------------------------------------ protecting */

/* What is being registered. */
typedef struct {
    ladle_leak_register *to;
    ladle_named named;
    const char *whole, *part, *given; /* what the forms are called in messages */
    const ladle_partnership *const *seats;
    unsigned n_seats;
} entry;

static void free_protected(void *data)
{
    ladle_protected *form = data;
    g_strfreev(form->words);
    if (form->seats)
        g_ptr_array_unref(form->seats);
    g_free(form);
}

static void free_unprotected(void *data)
{
    ladle_unprotected *form = data;
    g_free(form->form);
    g_free(form);
}

static bool is_word(const ladle_leak_register *self, const char *folded)
{
    return g_utf8_strlen(folded, -1) > 1 && ladle_words_hold(self->words, folded, strlen(folded));
}

static ladle_name_strength strength_of(const ladle_leak_register *self, const ladle_form *form,
                                       ladle_named named)
{
    if (form->kind == LADLE_FORM_GIVEN)
        return LADLE_NAME_GIVEN;
    if (named == LADLE_NAMED_SECRET)
        return LADLE_NAME_SURE;
    bool whole_person = named == LADLE_NAMED_PERSON && form->kind == LADLE_FORM_WHOLE;
    for (unsigned i = 0; i < form->n; i++)
        if (!is_word(self, form->words[i]))
            return LADLE_NAME_SURE;
    return whole_person && form->n > 1 ? LADLE_NAME_SURE : LADLE_NAME_WORD;
}

static const ladle_protected *known(const ladle_leak_register *self, char *const *words, unsigned n)
{
    if (n == 1)
        return g_hash_table_lookup(self->singles, words[0]);
    const GPtrArray *others = g_hash_table_lookup(self->by_first, words[0]);
    for (guint i = 0; others && i < others->len; i++) {
        const ladle_protected *form = g_ptr_array_index(others, i);
        if (g_strv_equal((const char *const *)form->words, (const char *const *)words))
            return form;
    }
    return NULL;
}

static void free_list(void *list)
{
    g_ptr_array_unref(list);
}

static void index_form(ladle_leak_register *self, ladle_protected *form)
{
    if (form->n == 1) {
        g_hash_table_replace(self->singles, form->words[0], form);
        return;
    }
    GPtrArray *others = g_hash_table_lookup(self->by_first, form->words[0]);
    if (!others)
        g_hash_table_insert(self->by_first, form->words[0], others = g_ptr_array_new());
    g_ptr_array_add(others, form);
}

static void add_seats(ladle_protected *form, const entry *of)
{
    if (!form->seats)
        form->seats = g_ptr_array_new();
    for (unsigned i = 0; i < of->n_seats; i++)
        if (!g_ptr_array_find(form->seats, of->seats[i], NULL))
            g_ptr_array_add(form->seats, (gpointer)of->seats[i]);
}

static const char *called(const entry *of, ladle_form_kind kind)
{
    return kind == LADLE_FORM_WHOLE ? of->whole : kind == LADLE_FORM_PART ? of->part : of->given;
}

/* One form; a first name that somebody's surname is as well is a surname. */
static void protect_form(const entry *of, const ladle_form *form, ladle_pos pos)
{
    ladle_leak_register *self = of->to;
    if (!ladle_form_is_long_enough(form) && form->kind != LADLE_FORM_GIVEN) {
        ladle_unprotected *left = g_new(ladle_unprotected, 1);
        *left = (ladle_unprotected){called(of, form->kind), pos, g_strdup(form->words[0])};
        g_ptr_array_add(self->too_short, left);
        return;
    }
    ladle_name_strength strength = strength_of(self, form, of->named);
    ladle_protected *before = (ladle_protected *)known(self, form->words, form->n);
    if (before && (before->strength != LADLE_NAME_GIVEN || strength == LADLE_NAME_GIVEN)) {
        if (before->strength == LADLE_NAME_GIVEN)
            add_seats(before, of);
        return;
    }
    ladle_protected *made = g_new0(ladle_protected, 1);
    *made = (ladle_protected){.words = g_strdupv(form->words),
                              .n = form->n,
                              .strength = strength,
                              .what = called(of, form->kind),
                              .pos = pos};
    if (strength == LADLE_NAME_GIVEN)
        add_seats(made, of);
    g_ptr_array_add(self->forms, made);
    index_form(self, made);
}

static void protect(const entry *of, const ladle_confidential *name, ladle_pos pos)
{
    const char *text = ladle_reveal(name);
    GPtrArray *forms = text ? ladle_forms_of(text, of->named) : NULL;
    for (guint i = 0; forms && i < forms->len; i++)
        protect_form(of, g_ptr_array_index(forms, i), pos);
    if (forms)
        g_ptr_array_unref(forms);
}

/* ------------------------------------------------------------------------- what is in a study */

/* The partnerships in whose groups a person has a seat, or where one is told of. g_ptr_array_unref
 * it. */
static GHashTable *seats_by_person(const ladle_study *study)
{
    GHashTable *seats = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, free_list);
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *partnership = study->partnerships[i];
        for (unsigned k = 0; k < partnership->n_all_groups; k++)
            for (unsigned seat = 0; seat < partnership->all_groups[k]->n_seats; seat++) {
                gpointer person = (gpointer)partnership->all_groups[k]->seats[seat].person;
                GPtrArray *of = g_hash_table_lookup(seats, person);
                if (!of)
                    g_hash_table_insert(seats, person, of = g_ptr_array_new());
                g_ptr_array_add(of, (gpointer)partnership);
            }
    }
    return seats;
}

static void protect_people(ladle_leak_register *self)
{
    const ladle_study *study = self->study;
    GHashTable *seats = seats_by_person(study);
    for (unsigned i = 0; i < study->n_persons; i++) {
        const ladle_person *person = study->persons[i];
        const GPtrArray *of = g_hash_table_lookup(seats, person);
        entry people = {.to = self,
                        .named = LADLE_NAMED_PERSON,
                        .whole = "the name of a person",
                        .part = "the surname of a person",
                        .given = "the first name of a person",
                        .seats = of ? (const ladle_partnership *const *)of->pdata : NULL,
                        .n_seats = of ? of->len : 0};
        protect(&people, person->name, person->pos);
    }
    g_hash_table_unref(seats);
}

static void protect_places(ladle_leak_register *self)
{
    const ladle_study *study = self->study;
    entry organisations = {.to = self,
                           .named = LADLE_NAMED_ORGANISATION,
                           .whole = "the name of an organisation",
                           .part = "a part of an organisation's name"};
    for (unsigned i = 0; i < study->n_organisations; i++)
        protect(&organisations, study->organisations[i]->name, study->organisations[i]->pos);
    entry partnerships = {.to = self,
                          .named = LADLE_NAMED_PLACE,
                          .whole = "the name of a partnership",
                          .part = "a part of a partnership's name"};
    entry municipalities = {.to = self,
                            .named = LADLE_NAMED_PLACE,
                            .whole = "the name of a municipality",
                            .part = "the name of a municipality"};
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *partnership = study->partnerships[i];
        protect(&partnerships, partnership->name, partnership->pos);
        for (unsigned k = 0; k < partnership->n_municipalities; k++)
            protect(&municipalities, partnership->municipalities[k], partnership->pos);
    }
}

static bool is_author(const ladle_study *study, const char *text)
{
    for (unsigned i = 0; i < study->n_authors; i++)
        if (strcmp(study->authors[i], text) == 0)
            return true;
    return false;
}

/* A firm's key such as "17" or "v12" says nothing; a word is taken for its name. */
static bool looks_like_a_name(const char *firm)
{
    unsigned letters = 0, digits = 0;
    bool capital = false;
    for (const char *at = firm; at && *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        letters += g_unichar_isalpha(letter) != 0;
        digits += g_unichar_isdigit(letter) != 0;
        capital |= g_unichar_isupper(letter);
    }
    return letters >= 4 || (capital && letters >= 2) || (capital && digits && letters);
}

/* Who observed or interviewed, by full name: initials are words like others. Authors are named on
 * the cover. */
static void protect_records(ladle_leak_register *self, bool firms)
{
    const ladle_study *study = self->study;
    entry researchers = {.to = self,
                         .named = LADLE_NAMED_PERSON,
                         .whole = "the name of a researcher",
                         .part = "the surname of a researcher",
                         .given = "the first name of a researcher"};
    entry companies = {.to = self,
                       .named = LADLE_NAMED_ORGANISATION,
                       .whole = "the name of a firm",
                       .part = "a part of a firm's name"};
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        const char *researcher = ladle_reveal(record->researcher);
        if (researcher && g_hash_table_add(seen, (gpointer)researcher) && strchr(researcher, ' ') &&
            !is_author(study, researcher))
            protect(&researchers, record->researcher, record->pos);
        if (firms && looks_like_a_name(record->firm) &&
            g_hash_table_add(seen, (gpointer)record->firm)) {
            GPtrArray *forms = ladle_forms_of(record->firm, LADLE_NAMED_ORGANISATION);
            for (guint k = 0; k < forms->len; k++)
                protect_form(&companies, g_ptr_array_index(forms, k), record->pos);
            g_ptr_array_unref(forms);
        }
    }
    g_hash_table_unref(seen);
}

static void protect_secrets(ladle_leak_register *self)
{
    const ladle_study *study = self->study;
    entry secrets = {.to = self, .named = LADLE_NAMED_SECRET, .whole = "a secret of the study"};
    for (unsigned i = 0; i < study->n_secrets; i++)
        protect(&secrets, study->secrets[i], (ladle_pos){0});
    /* An address is printed in no report, with names or without. */
    entry addresses = {
        .to = self, .named = LADLE_NAMED_SECRET, .whole = "the e-mail address of a person"};
    for (unsigned i = 0; i < study->n_persons; i++)
        protect(&addresses, study->persons[i]->email, study->persons[i]->pos);
}

static void add_roles(ladle_leak_register *self)
{
    for (unsigned i = 0; i < self->study->n_persons; i++)
        if (self->study->persons[i]->role)
            add_surfaces(self->roles, self->study->persons[i]->role);
}

/* -------------------------------------------------------------------------------- register */

static GPtrArray *new_list(ladle_arena *arena, GDestroyNotify free_one)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(free_one);
    ladle_arena_defer(arena, free_list, list);
    return list;
}

ladle_leak_register *ladle_leak_register_new(ladle_arena *arena, const ladle_study *study,
                                             const ladle_leak_options *options)
{
    ladle_leak_register *self = LADLE_NEW(arena, ladle_leak_register);
    *self = (ladle_leak_register){
        .study = study,
        .words = options->words,
        .numbers = ladle_numbers_new(arena),
        .forms = new_list(arena, free_protected),
        .too_short = new_list(arena, free_unprotected),
        .singles = g_hash_table_new(g_str_hash, g_str_equal),
        .by_first = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_list),
        .roles = new_words(arena),
        .framework = new_words(arena),
        .own = new_words(arena),
    };
    ladle_arena_defer(arena, release_table, self->singles);
    ladle_arena_defer(arena, release_table, self->by_first);
    if (study->framework)
        add_framework(self->framework, study->framework);
    for (const char *const *text = options->own; text && *text; text++)
        add_surfaces(self->own, *text);
    add_roles(self);
    protect_secrets(self);
    bool partnerships_named = options->with_names && study->partnerships_named;
    if (!options->with_names || !study->people_named)
        protect_people(self);
    if (!partnerships_named)
        protect_places(self);
    protect_records(self, !partnerships_named);
    return self;
}
