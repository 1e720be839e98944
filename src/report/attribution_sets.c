/* Which groups and sectors may be told by themselves.
 *
 * Everybody's label is known by then. For each partnership and wave, and for each group, it is
 * worked out once who stands behind a name, since it is asked again for each statement of a report.
 */
#include "report/attribution_private.h"
#include "study/members.h"

/* ------------------------------------------------------------------------- sectors and kinds */

/* Of some sets of people, which may be told by themselves: those of enough people, while the
 * people in no such set are none or enough. in[i]: the sets that the i-th person is in, as bits. */
static guint64 told_sets(const guint64 *in, guint n, unsigned n_sets, unsigned smallest)
{
    guint64 told = 0;
    unsigned people[64] = {0};
    for (guint i = 0; i < n; i++)
        for (unsigned set = 0; set < n_sets; set++)
            people[set] += (in[i] >> set) & 1;
    for (unsigned set = 0; set < n_sets; set++)
        if (people[set] >= smallest)
            told |= G_GUINT64_CONSTANT(1) << set;
    while (told) {
        unsigned rest = 0, least = n_sets;
        for (guint i = 0; i < n; i++)
            rest += !(in[i] & told);
        if (rest == 0 || rest >= smallest)
            break;
        for (unsigned set = 0; set < n_sets; set++)
            if ((told >> set & 1) && (least == n_sets || people[set] < people[least]))
                least = set;
        told &= ~(G_GUINT64_CONSTANT(1) << least);
    }
    return told;
}

/* Of one partnership and wave. */
typedef struct {
    const ladle_study *study;
    const ladle_partnership *partnership;
    const ladle_wave *wave;
    guint64 *kinds; /* one a person: kinds of groups it has a seat in, as bits; else all 0 */
} view_of_groups;

static void set_kinds(const view_of_groups *view, bool seated)
{
    for (unsigned g = 0; g < view->partnership->n_all_groups; g++) {
        const ladle_group *group = view->partnership->all_groups[g];
        for (unsigned i = 0; i < group->n_seats; i++)
            if (ladle_seat_is_held(&group->seats[i], view->wave)) {
                guint64 *kinds = &view->kinds[group->seats[i].person->index];
                *kinds = seated ? *kinds | G_GUINT64_CONSTANT(1) << group->kind : 0;
            }
    }
}

static size_t place_of(const ladle_attribution *attribution, const ladle_partnership *partnership,
                       const ladle_wave *wave)
{
    return (size_t)partnership->index * attribution->study->n_waves + wave->index;
}

static void tell_view(ladle_attribution *result, guint64 *kinds_of, const ladle_tie *ties, guint n)
{
    const ladle_study *study = result->study;
    view_of_groups view = {study, study->partnerships[ties[0].place], study->waves[ties[0].wave],
                           kinds_of};
    unsigned all_sectors = study->framework->n_sectors, n_sectors = MIN(all_sectors, 64);
    guint64 *sectors = g_new0(guint64, n), *kinds = g_new0(guint64, n);
    guint people = 0;
    set_kinds(&view, true);
    for (guint i = 0; i < n; i++) {
        if (!ties[i].counted)
            continue;
        const ladle_sector *sector = ladle_sector_of(study->persons[ties[i].person]);
        if (sector && sector->index < n_sectors)
            sectors[people] = G_GUINT64_CONSTANT(1) << sector->index;
        kinds[people++] = kinds_of[ties[i].person];
    }
    set_kinds(&view, false);
    guint64 told = told_sets(sectors, people, n_sectors, result->smallest);
    size_t place = place_of(result, view.partnership, view.wave);
    for (unsigned s = 0; s < n_sectors; s++)
        result->tells_sector[place * all_sectors + s] = (told >> s) & 1;
    told = told_sets(kinds, people, LADLE_GROUP_KINDS, result->smallest);
    for (unsigned k = 0; k < LADLE_GROUP_KINDS; k++)
        result->tells_kind[place * LADLE_GROUP_KINDS + k] = (told >> k) & 1;
    g_free(sectors);
    g_free(kinds);
}

static void tell_views(ladle_attribution *result, const GArray *all)
{
    const ladle_study *study = result->study;
    const ladle_tie *ties = (const ladle_tie *)(const void *)all->data;
    guint64 *kinds = g_new0(guint64, study->n_persons + 1);
    for (guint start = 0, end; start < all->len; start = end) {
        for (end = start; end < all->len && ties[end].place == ties[start].place &&
                          ties[end].wave == ties[start].wave;)
            end++;
        if (ties[start].place < study->n_partnerships && ties[start].wave < study->n_waves)
            tell_view(result, kinds, ties + start, end - start);
    }
    g_free(kinds);
}

/* ------------------------------------------------------------------------------------ groups */

/* Counts people with seats in one group, each once. */
typedef struct {
    ladle_attribution *result;
    unsigned *seen;    /* one a person: the round of counting that saw it last */
    unsigned round;    /* from 1 */
    unsigned *bearing; /* one a label: people of the group who bear it */
} seat_count;

static bool is_first(seat_count *count, const ladle_seat *seat)
{
    bool first = count->seen[seat->person->index] != count->round;
    count->seen[seat->person->index] = count->round;
    return first;
}

/* A group's name is used where it is large enough, and those of its people who are told by their
 * role leave none or enough. */
static bool is_large(seat_count *count, const ladle_group *group, const ladle_wave *wave)
{
    unsigned people = 0, finer = 0, smallest = count->result->smallest;
    count->round++;
    for (unsigned i = 0; i < group->n_seats; i++) {
        const ladle_seat *seat = &group->seats[i];
        if (!ladle_seat_is_held(seat, wave) || !is_first(count, seat))
            continue;
        people++;
        finer += ladle_attribution_of(count->result, seat->person) == LADLE_TOLD_BY_ROLE;
    }
    return people >= smallest && (people == finer || people - finer >= smallest);
}

/* Which labels fit enough of the people ever seated in the group. */
static void note_fitting(seat_count *count, const ladle_group *group)
{
    ladle_attribution *result = count->result;
    count->round++;
    for (unsigned i = 0; i < group->n_seats; i++)
        count->bearing[ladle_label_of(result, group->seats[i].person->index)] = 0;
    for (unsigned i = 0; i < group->n_seats; i++) {
        unsigned label = ladle_label_of(result, group->seats[i].person->index);
        if (is_first(count, &group->seats[i]) && ++count->bearing[label] >= result->smallest)
            ladle_pairs_add(result->fit, group->index, label);
    }
}

static void count_groups(ladle_attribution *result)
{
    const ladle_study *study = result->study;
    seat_count count = {result, g_new0(unsigned, study->n_persons + 1), 0,
                        g_new0(unsigned, ladle_none_label(result) + 1)};
    for (unsigned g = 0; g < study->n_groups; g++) {
        const ladle_group *group = study->groups[g];
        note_fitting(&count, group);
        for (unsigned w = 0; w < study->n_waves; w++)
            result->large[(size_t)g * study->n_waves + w] =
                is_large(&count, group, study->waves[w]);
    }
    g_free(count.seen);
    g_free(count.bearing);
}

static bool name_is_used(const ladle_attribution *attribution, const ladle_group *group,
                         const ladle_wave *wave)
{
    return attribution->large[(size_t)group->index * attribution->study->n_waves + wave->index];
}

static void count_kinds(ladle_attribution *result)
{
    const ladle_study *study = result->study;
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *p = study->partnerships[i];
        for (unsigned g = 0; g < p->n_all_groups; g++)
            for (unsigned w = 0; w < study->n_waves; w++)
                if (name_is_used(result, p->all_groups[g], study->waves[w]))
                    result->has_large[place_of(result, p, study->waves[w]) * LADLE_GROUP_KINDS +
                                      p->all_groups[g]->kind] = true;
    }
}

/* ----------------------------------------------------------------------------------- public */

static void release_pairs(void *pairs)
{
    ladle_pairs_free(pairs);
}

void ladle_attribution_tell_sets(ladle_attribution *attribution, ladle_arena *arena,
                                 const GArray *ties)
{
    const ladle_study *study = attribution->study;
    size_t views = (size_t)study->n_partnerships * study->n_waves;
    size_t kinds = views * LADLE_GROUP_KINDS;
    attribution->tells_sector = LADLE_NEW_ARRAY(arena, bool, views * study->framework->n_sectors);
    attribution->tells_kind = LADLE_NEW_ARRAY(arena, bool, kinds);
    attribution->has_large = LADLE_NEW_ARRAY(arena, bool, kinds);
    attribution->large = LADLE_NEW_ARRAY(arena, bool, (size_t)study->n_groups * study->n_waves);
    attribution->belong = ladle_group_pairs(study);
    attribution->fit = ladle_pairs_new();
    ladle_arena_defer(arena, release_pairs, attribution->belong);
    ladle_arena_defer(arena, release_pairs, attribution->fit);
    tell_views(attribution, ties);
    count_groups(attribution);
    count_kinds(attribution);
}

bool ladle_attribution_fits_group(const ladle_attribution *attribution, const ladle_person *person,
                                  const ladle_group *group)
{
    unsigned label = ladle_label_of(attribution, person->index);
    return label != ladle_none_label(attribution) &&
           (!attribution->smallest || ladle_pairs_has(attribution->fit, group->index, label));
}

/* Beside this partnership: the group itself where it is one of its own, else (group NULL, or of
 * another partnership of the record) some group of the kind. */
static bool has_large(const ladle_attribution *attribution, const ladle_partnership *partnership,
                      const ladle_group *group, ladle_group_kind kind, const ladle_wave *wave)
{
    if (group && ladle_pairs_has(attribution->belong, partnership->index, group->index))
        return name_is_used(attribution, group, wave);
    return attribution
        ->has_large[place_of(attribution, partnership, wave) * LADLE_GROUP_KINDS + kind];
}

bool ladle_attribution_group_of(const ladle_attribution *attribution, const ladle_record *record,
                                ladle_group_kind *kind)
{
    const ladle_group *group = record->group     ? record->group
                               : record->meeting ? record->meeting->group
                                                 : NULL;
    if (!group && !record->guide)
        return false;
    *kind = group ? group->kind : record->guide->kind;
    for (unsigned i = 0; i < record->n_partnerships; i++)
        if (!has_large(attribution, record->partnerships[i], group, *kind, record->wave))
            return false;
    return group ? name_is_used(attribution, group, record->wave) : record->n_partnerships > 0;
}

bool ladle_attribution_tells_sector(const ladle_attribution *attribution,
                                    const ladle_partnership *partnership, const ladle_wave *wave,
                                    const ladle_sector *sector)
{
    size_t view = place_of(attribution, partnership, wave);
    return attribution
        ->tells_sector[view * attribution->study->framework->n_sectors + sector->index];
}

bool ladle_attribution_tells_kind(const ladle_attribution *attribution,
                                  const ladle_partnership *partnership, const ladle_wave *wave,
                                  ladle_group_kind kind)
{
    return attribution
        ->tells_kind[place_of(attribution, partnership, wave) * LADLE_GROUP_KINDS + kind];
}
