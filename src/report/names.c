/* How people are attributed, and why nobody is given away by it.
 *
 * A voice is printed with an attribution: a role and its sector ("Konsulent, uddannelse"), a sector
 * ("Uddannelse"), or "Deltager"; or with none. Most voices stand beside the letter of a
 * partnership, and those who read the report know who sits in it. So the smallest group is counted
 * inside each partnership, never over the programme:
 *
 *   The people of a partnership in a wave are those who hold a seat in one of its groups (shared
 *   ones too) in that wave, and those of its member organisations, or with a seat at another time,
 *   who appear in one of its records of the wave. Whoever else appears there is a guest: he is
 *   attributed like the others, but hides nobody.
 *
 *   1. An attribution is used beside a partnership only where at least `smallest-group` of its
 *      people, in each wave, bear exactly this attribution: people who bear a finer one do not
 *      count, since a reader can exclude them.
 *   2. All who fit an attribution that is used, and have no finer one, bear it. So the people that
 *      a reader must consider are those of rule 1, not fewer.
 *   3. Where too few are left with a coarser attribution, the finer one of the smallest group
 *      beside them is not used either, until enough bear the coarser one: first a role in the same
 *      sector, then a sector. Where a partnership has too few people in all, there is none.
 *
 * Rules 1 to 3 hold in every partnership beside whose letter a person may appear, and a person has
 * one attribution in all the study, the finest that they all allow. So a statement from a meeting
 * of two partnerships is safe in both, and has the same attribution in the final report, in the
 * partnerships' own, and in the reports of all waves. Nothing of it depends on the report; it is
 * worked out once (attribution.c). Beside no letter (the programme's own records) all people of the
 * study are counted.
 *
 * A group's name ("Konsulentgruppe") attributes what no person in particular said. It is used where
 * enough people hold a seat in the group in that wave, and where those of them who are not told by
 * their role are none or enough.
 *
 * Figures of a group or a sector (its level among the voices, how often it was there) are told
 * where enough of the partnership's people stand behind them, and where the people behind none of
 * the told ones are none or enough, since their figures may follow by subtraction. */
#include "report/names.h"

#include "analysis/results.h"
#include "base/stem.h"
#include "report/short_names.h"

#include "study/reveal.h"

#include <glib.h>
#include <string.h>

struct ladle_printing {
    ladle_arena *arena;
    ladle_printing_options options;
    unsigned *organisation_numbers; /* one an organisation: its number within its sector, from 1 */
    GPtrArray *stems;               /* one a partnership, made when first asked for */
    const char **shorts;            /* the same */
};

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

ladle_printing *ladle_printing_new(ladle_arena *arena, const ladle_printing_options *options)
{
    const ladle_study *study = options->study;
    ladle_printing *names = LADLE_NEW(arena, ladle_printing);
    names->arena = arena;
    names->options = *options;
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

/* ---------------------------------------------------------------------------------- people */

bool ladle_printing_tells_sector(const ladle_printing *names, const ladle_partnership *partnership,
                                 const ladle_wave *wave, const ladle_sector *sector)
{
    return ladle_printing_people(names) ||
           ladle_attribution_tells_sector(names->options.attribution, partnership, wave, sector);
}

bool ladle_printing_tells_kind(const ladle_printing *names, const ladle_partnership *partnership,
                               const ladle_wave *wave, ladle_group_kind kind)
{
    return ladle_printing_people(names) ||
           ladle_attribution_tells_kind(names->options.attribution, partnership, wave, kind);
}

const ladle_sector *ladle_sector_of_person(const ladle_printing *names, const ladle_person *person)
{
    bool tell = ladle_printing_people(names) ||
                ladle_attribution_of(names->options.attribution, person) >= LADLE_TOLD_BY_SECTOR;
    return tell && person->organisation ? person->organisation->sector : NULL;
}

const char *ladle_name_of_person(ladle_printing *names, const ladle_person *person)
{
    if (ladle_printing_people(names))
        return ladle_reveal(person->name);
    const ladle_language *language = names->options.language;
    ladle_told told = ladle_attribution_of(names->options.attribution, person);
    if (told == LADLE_TOLD_NOT)
        return NULL;
    if (told == LADLE_TOLD_AS_PARTICIPANT)
        return ladle_language_words(language, names->arena, "participant", NULL, 0);
    const char *sector = ladle_wording_sector(names->options.wording, person->organisation->sector);
    if (told == LADLE_TOLD_BY_SECTOR)
        return ladle_capitalised(names->arena, sector);
    char *small_sector = g_utf8_strdown(sector, -1);
    const char *arguments[] = {ladle_capitalised(names->arena, person->role), small_sector};
    const char *words =
        ladle_language_words(language, names->arena, "person.role-sector", arguments, 2);
    g_free(small_sector);
    return words;
}

const char *ladle_name_of_seated(ladle_printing *names, const ladle_person *person,
                                 const ladle_group *group)
{
    if (!ladle_printing_people(names) &&
        !ladle_attribution_fits_group(names->options.attribution, person, group))
        return NULL;
    return ladle_name_of_person(names, person);
}

const char *ladle_name_of_group(ladle_printing *names, const ladle_record *record)
{
    ladle_group_kind kind;
    if (!ladle_attribution_group_of(names->options.attribution, record, &kind))
        return NULL;
    const char *label = ladle_arena_printf(names->arena, "group.%s", ladle_group_kind_name(kind));
    return ladle_language_words(names->options.language, names->arena, label, NULL, 0);
}

const char *ladle_short_name_of_partnership(ladle_printing *names,
                                            const ladle_partnership *partnership)
{
    const ladle_study *study = names->options.study;
    if (!names->shorts) {
        const char **all = g_new(const char *, study->n_partnerships);
        for (unsigned i = 0; i < study->n_partnerships; i++)
            all[i] = ladle_name_of_partnership(names, study->partnerships[i]);
        names->shorts = ladle_short_names(names->arena, all, study->n_partnerships);
        g_free(all);
    }
    return names->shorts[partnership->index];
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
