#include "report/names.h"

#include "base/stem.h"

#include "study/reveal.h"

#include <glib.h>
#include <string.h>

struct ladle_printing {
    ladle_arena *arena;
    ladle_printing_options options;
    GHashTable *role_groups;        /* "sector index|role folded" to how many people of the scope */
    unsigned *sector_people;        /* one count a sector: people of the scope */
    unsigned *organisation_numbers; /* one an organisation: its number within its sector, from 1 */
    GPtrArray *stems;               /* one a partnership, made when first asked for */
};

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

static char *role_key(const ladle_person *person)
{
    char *role = g_utf8_casefold(person->role, -1);
    char *key = g_strdup_printf("%u|%s", person->organisation->sector->index, role);
    g_free(role);
    return key;
}

/* Whether a person can appear in the report: everybody in the programme's; in a partnership's the
 * people of its groups and of its member organisations. */
static bool in_scope(const ladle_partnership *scope, const ladle_person *person)
{
    if (!scope)
        return true;
    for (unsigned i = 0; i < scope->n_members; i++)
        if (scope->members[i] == person->organisation)
            return true;
    for (unsigned i = 0; i < scope->n_all_groups; i++)
        for (unsigned k = 0; k < scope->all_groups[i]->n_seats; k++)
            if (scope->all_groups[i]->seats[k].person == person)
                return true;
    return false;
}

static void count_person(ladle_printing *names, const ladle_person *person)
{
    if (!person->organisation || !in_scope(names->options.scope, person))
        return;
    names->sector_people[person->organisation->sector->index]++;
    if (!person->role)
        return;
    char *key = role_key(person);
    gpointer count = g_hash_table_lookup(names->role_groups, key);
    g_hash_table_insert(names->role_groups, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1));
}

ladle_printing *ladle_printing_new(ladle_arena *arena, const ladle_printing_options *options)
{
    const ladle_study *study = options->study;
    ladle_printing *names = LADLE_NEW(arena, ladle_printing);
    names->arena = arena;
    names->options = *options;
    names->role_groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ladle_arena_defer(arena, release_table, names->role_groups);
    names->sector_people = LADLE_NEW_ARRAY(arena, unsigned, study->framework->n_sectors);
    for (unsigned i = 0; i < study->n_persons; i++)
        count_person(names, study->persons[i]);

    unsigned *numbers = LADLE_NEW_ARRAY(arena, unsigned, study->framework->n_sectors);
    names->organisation_numbers = LADLE_NEW_ARRAY(arena, unsigned, study->n_organisations);
    for (unsigned i = 0; i < study->n_organisations; i++)
        names->organisation_numbers[i] = ++numbers[study->organisations[i]->sector->index];
    return names;
}

bool ladle_printing_partnerships(const ladle_printing *names)
{
    return names->options.names && names->options.study->partnerships_named;
}

bool ladle_printing_people(const ladle_printing *names)
{
    return names->options.names && names->options.study->people_named;
}

const char *ladle_name_of_partnership(ladle_printing *names, const ladle_partnership *partnership)
{
    return ladle_printing_partnerships(names) ? ladle_reveal(partnership->name)
                                              : partnership->alias;
}

const char *ladle_name_of_organisation(ladle_printing *names,
                                       const ladle_organisation *organisation)
{
    if (ladle_printing_partnerships(names))
        return ladle_reveal(organisation->name);
    return ladle_arena_printf(names->arena, "%s\u00A0%u",
                              ladle_wording_sector(names->options.wording, organisation->sector),
                              names->organisation_numbers[organisation->index]);
}

const char *ladle_name_of_municipality(ladle_printing *names,
                                       const ladle_confidential *municipality)
{
    return ladle_printing_partnerships(names) ? ladle_reveal(municipality) : NULL;
}

bool ladle_printing_may_tell_sector(const ladle_printing *names, const ladle_sector *sector)
{
    return ladle_printing_people(names) ||
           names->sector_people[sector->index] >= names->options.study->smallest_group;
}

static bool role_is_large_enough(ladle_printing *names, const ladle_person *person)
{
    if (!person->role)
        return false;
    char *key = role_key(person);
    unsigned people = GPOINTER_TO_UINT(g_hash_table_lookup(names->role_groups, key));
    g_free(key);
    return people >= names->options.study->smallest_group;
}

const char *ladle_name_of_person(ladle_printing *names, const ladle_person *person)
{
    const ladle_language *language = names->options.language;
    const char *participant = ladle_language_words(language, names->arena, "participant", NULL, 0);
    if (ladle_printing_people(names))
        return ladle_reveal(person->name);
    if (!person->organisation)
        return participant;
    const ladle_sector *sector = person->organisation->sector;
    if (role_is_large_enough(names, person)) {
        char *small_sector =
            g_utf8_strdown(ladle_wording_sector(names->options.wording, sector), -1);
        const char *arguments[] = {ladle_capitalised(names->arena, person->role), small_sector};
        const char *words =
            ladle_language_words(language, names->arena, "person.role-sector", arguments, 2);
        g_free(small_sector);
        return words;
    }
    if (ladle_printing_may_tell_sector(names, sector)) {
        char *small_sector =
            g_utf8_strdown(ladle_wording_sector(names->options.wording, sector), -1);
        const char *arguments[] = {participant, small_sector};
        const char *words =
            ladle_language_words(language, names->arena, "person.sector", arguments, 2);
        g_free(small_sector);
        return words;
    }
    return participant;
}

/* ---------------------------------------------------------------------------------- stems */

static void make_stems(ladle_printing *names)
{
    const ladle_study *study = names->options.study;
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    names->stems = g_ptr_array_new();
    ladle_arena_defer(names->arena, release_array, names->stems);
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        char *base = ladle_stem_fold(ladle_name_of_partnership(names, study->partnerships[i]));
        char *stem = ladle_stem_take(taken, *base ? base : "partnership");
        g_ptr_array_add(names->stems, ladle_arena_strdup(names->arena, stem));
        g_free(stem);
        g_free(base);
    }
    g_hash_table_unref(taken);
}

const char *ladle_name_stem(ladle_printing *names, const ladle_partnership *partnership)
{
    if (!names->stems)
        make_stems(names);
    return g_ptr_array_index(names->stems, partnership->index);
}
