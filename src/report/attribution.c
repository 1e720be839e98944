/* How the model at the head of names.c is worked out.
 *
 * A tie says that a person may appear beside a partnership in a wave, and whether the person counts
 * as one of its people. Ties are sorted, so that a partnership's stand together (its place) and
 * those of one wave in it too (a view). Everybody starts with the finest label. Where a label in a
 * view is borne by too few, it is taken from its bearers, or a finer one is taken from others who
 * then bear it too; where some people of a place have lost a label, all of its bearers there lose
 * it. Labels are only ever taken, so this comes to rest; it has come to rest when a pass over all
 * places takes nothing. */
#include "report/attribution.h"

#include <glib.h>
#include <string.h>

enum { NO_ROLE = G_MAXUINT };

typedef struct {
    unsigned place, wave, person; /* indices; place n_partnerships: the programme; wave n_waves:
                                     a seat held at any time */
    bool counted;
} tie;

struct ladle_attribution {
    const ladle_study *study;
    unsigned smallest;
    unsigned char *told; /* one a person: ladle_told */
    unsigned *role;      /* one a person: number of its role and sector, or NO_ROLE */
    bool *tells_sector;  /* [partnership][wave][sector] */
    bool *tells_kind;    /* [partnership][wave][kind] */
    unsigned n_roles;
};

/* What is needed only while it is worked out. Labels are numbered from fine to coarse: roles with
 * their sectors, sectors, participant, none. */
typedef struct {
    ladle_attribution *result;
    GArray *ties; /* of tie, sorted */
    unsigned *sector_of_role;
    unsigned *people; /* one a label: how many of the view's people bear it */
    bool *lost;       /* one a label: somebody of the place may not bear it */
    unsigned first_sector, participant, none, n_labels;
} making;

/* ------------------------------------------------------------------------------- small parts */

static const ladle_sector *sector_of(const ladle_person *person)
{
    return person->organisation ? person->organisation->sector : NULL;
}

static bool is_held(const ladle_seat *seat, const ladle_wave *wave)
{
    return (!seat->from || seat->from->first <= wave->dates.last) &&
           (!seat->to || seat->to->last >= wave->dates.first);
}

static bool has_member(const ladle_partnership *partnership, const ladle_organisation *organisation)
{
    for (unsigned i = 0; organisation && i < partnership->n_members; i++)
        if (partnership->members[i] == organisation)
            return true;
    return false;
}

static unsigned label_of(const making *self, unsigned person)
{
    const ladle_attribution *result = self->result;
    switch ((ladle_told)result->told[person]) {
    case LADLE_TOLD_BY_ROLE:
        return result->role[person];
    case LADLE_TOLD_BY_SECTOR:
        return self->first_sector + sector_of(result->study->persons[person])->index;
    case LADLE_TOLD_AS_PARTICIPANT:
        return self->participant;
    case LADLE_TOLD_NOT:
        break;
    }
    return self->none;
}

/* Roles of a sector that differ in case only are one. */
static void number_roles(making *self)
{
    ladle_attribution *result = self->result;
    GHashTable *numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < result->study->n_persons; i++) {
        const ladle_person *person = result->study->persons[i];
        const ladle_sector *sector = sector_of(person);
        result->role[i] = NO_ROLE;
        result->told[i] = sector ? LADLE_TOLD_BY_SECTOR : LADLE_TOLD_AS_PARTICIPANT;
        if (!sector || !person->role)
            continue;
        char *folded = g_utf8_casefold(person->role, -1);
        char *key = g_strdup_printf("%u|%s", sector->index, folded);
        gpointer number;
        if (!g_hash_table_lookup_extended(numbers, key, NULL, &number)) {
            number = GUINT_TO_POINTER(result->n_roles++);
            g_hash_table_insert(numbers, g_strdup(key), number);
        }
        result->role[i] = GPOINTER_TO_UINT(number);
        result->told[i] = LADLE_TOLD_BY_ROLE;
        self->sector_of_role[result->role[i]] = sector->index;
        g_free(key);
        g_free(folded);
    }
    g_hash_table_unref(numbers);
}

/* --------------------------------------------------------------------------------- the ties */

static void add_tie(making *self, const ladle_partnership *partnership, unsigned wave,
                    const ladle_person *person, bool counted)
{
    const ladle_study *study = self->result->study;
    tie new_tie = {.place = partnership ? partnership->index : study->n_partnerships,
                   .wave = wave,
                   .person = person->index,
                   .counted = counted};
    g_array_append_val(self->ties, new_tie);
}

static void tie_seats(making *self, const ladle_partnership *partnership)
{
    const ladle_study *study = self->result->study;
    for (unsigned g = 0; g < partnership->n_all_groups; g++) {
        const ladle_group *group = partnership->all_groups[g];
        for (unsigned i = 0; i < group->n_seats; i++) {
            const ladle_seat *seat = &group->seats[i];
            add_tie(self, partnership, study->n_waves, seat->person, true);
            for (unsigned w = 0; w < study->n_waves; w++)
                if (is_held(seat, study->waves[w]))
                    add_tie(self, partnership, w, seat->person, true);
        }
    }
}

/* Somebody of the record, beside each of its partnerships. */
static void tie_person(making *self, const ladle_record *record, const ladle_person *person)
{
    if (!person)
        return;
    for (unsigned i = 0; i < record->n_partnerships; i++)
        add_tie(self, record->partnerships[i], record->wave->index, person,
                has_member(record->partnerships[i], person->organisation));
    if (!record->n_partnerships)
        add_tie(self, NULL, record->wave->index, person, true);
}

static void tie_record(making *self, const ladle_record *record)
{
    tie_person(self, record, record->respondent);
    for (unsigned i = 0; i < record->n_present; i++)
        tie_person(self, record, record->present[i].person);
    for (unsigned i = 0; i < record->n_participants; i++)
        tie_person(self, record, record->participants[i]);
    for (unsigned i = 0; i < record->n_statements; i++)
        tie_person(self, record, record->statements[i]->speaker);
}

/* A quotation in a text may stand in the report of any wave. */
static void tie_text(making *self, const ladle_text *text, const ladle_partnership *partnership)
{
    const ladle_study *study = self->result->study;
    for (unsigned w = 0; text->speaker && w < study->n_waves; w++)
        add_tie(self, partnership, w, text->speaker,
                partnership && has_member(partnership, text->speaker->organisation));
    for (const ladle_text *child = text->first; child; child = child->next)
        tie_text(self, child, partnership);
}

static void tie_texts(making *self, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        tie_text(self, texts[i], texts[i]->partnership);
}

static int compare_ties(gconstpointer a, gconstpointer b)
{
    const tie *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->wave != y->wave)
        return x->wave < y->wave ? -1 : 1;
    return (x->person > y->person) - (x->person < y->person);
}

/* One tie for each person and view. Who holds a seat at any time is one of the place's people
 * wherever he appears. */
static void tidy_ties(making *self)
{
    const ladle_study *study = self->result->study;
    g_array_sort(self->ties, compare_ties);
    guint kept = 0;
    for (guint i = 0; i < self->ties->len; i++) {
        tie *last = kept ? &g_array_index(self->ties, tie, kept - 1) : NULL;
        const tie *next = &g_array_index(self->ties, tie, i);
        if (last && compare_ties(last, next) == 0)
            last->counted = last->counted || next->counted;
        else
            g_array_index(self->ties, tie, kept++) = *next;
    }
    g_array_set_size(self->ties, kept);

    /* From behind: a place's seats of no matter which wave come first. */
    unsigned *counted_in = g_new0(unsigned, study->n_persons + 1); /* place + 1 */
    for (guint i = self->ties->len; i > 0; i--) {
        tie *one = &g_array_index(self->ties, tie, i - 1);
        if (one->counted)
            counted_in[one->person] = one->place + 1;
        else
            one->counted = counted_in[one->person] == one->place + 1;
    }
    g_free(counted_in);
}

static void make_ties(making *self)
{
    const ladle_study *study = self->result->study;
    for (unsigned i = 0; i < study->n_partnerships; i++)
        tie_seats(self, study->partnerships[i]);
    for (unsigned i = 0; i < study->n_records; i++)
        tie_record(self, study->records[i]);
    tie_texts(self, study->sections, study->n_sections);
    tie_texts(self, study->findings, study->n_findings);
    tie_texts(self, study->boxes, study->n_boxes);
    tidy_ties(self);
}

/* -------------------------------------------------------------------------------- one place */

typedef struct {
    const tie *ties;
    guint n;
} range;

static bool take(making *self, range place, unsigned label, ladle_told instead)
{
    bool taken = false;
    for (guint i = 0; i < place.n; i++)
        if (label_of(self, place.ties[i].person) == label) {
            self->result->told[place.ties[i].person] = (unsigned char)instead;
            taken = true;
        }
    return taken;
}

static void count_view(making *self, range view)
{
    for (guint i = 0; i < view.n; i++)
        self->people[label_of(self, view.ties[i].person)] = 0;
    for (guint i = 0; i < view.n; i++)
        self->people[label_of(self, view.ties[i].person)] += view.ties[i].counted;
}

/* The label from `first` to before `end` that the fewest people of the view bear, roles only of
 * `sector` unless that is NO_ROLE; n_labels: none is borne. */
static unsigned smallest_of(const making *self, range view, unsigned first, unsigned end,
                            unsigned sector)
{
    unsigned smallest = self->n_labels;
    for (guint i = 0; i < view.n; i++) {
        unsigned label = label_of(self, view.ties[i].person);
        if (label < first || label >= end ||
            (sector != NO_ROLE && self->sector_of_role[label] != sector))
            continue;
        if (smallest == self->n_labels || self->people[label] < self->people[smallest] ||
            (self->people[label] == self->people[smallest] && label < smallest))
            smallest = label;
    }
    return smallest;
}

/* Too few bear a label: somebody who bears a finer one joins them, the smallest such label first;
 * where nobody does, they lose theirs. */
static bool mend(making *self, range place, range view, unsigned label)
{
    unsigned borne;
    if (label < self->first_sector)
        return take(self, place, label, LADLE_TOLD_BY_SECTOR);
    if (label < self->participant) {
        borne = smallest_of(self, view, 0, self->first_sector, label - self->first_sector);
        if (borne < self->n_labels)
            return take(self, place, borne, LADLE_TOLD_BY_SECTOR);
        return take(self, place, label, LADLE_TOLD_AS_PARTICIPANT);
    }
    if (label == self->none && take(self, place, self->participant, LADLE_TOLD_NOT))
        return true;
    borne = smallest_of(self, view, self->first_sector, self->participant, NO_ROLE);
    if (borne < self->n_labels)
        return take(self, place, borne, LADLE_TOLD_AS_PARTICIPANT);
    borne = smallest_of(self, view, 0, self->first_sector, NO_ROLE);
    if (borne < self->n_labels)
        return take(self, place, borne, LADLE_TOLD_BY_SECTOR);
    return label == self->participant && take(self, place, label, LADLE_TOLD_NOT);
}

static bool settle_view(making *self, range place, range view)
{
    bool taken = false;
    for (;;) {
        unsigned scarce = self->n_labels;
        count_view(self, view);
        for (guint i = 0; i < view.n; i++) {
            unsigned label = label_of(self, view.ties[i].person);
            if (self->people[label] < self->result->smallest && label < scarce)
                scarce = label;
        }
        if (scarce == self->n_labels || !mend(self, place, view, scarce))
            return taken;
        taken = true;
    }
}

/* Where one of the place's people has lost a label, so have all who would bear it. */
static bool level_out(making *self, range place)
{
    const ladle_attribution *result = self->result;
    bool taken = false, again = true;
    while (again) {
        again = false;
        memset(self->lost, 0, self->n_labels * sizeof *self->lost);
        for (guint i = 0; i < place.n; i++) {
            unsigned person = place.ties[i].person;
            const ladle_sector *sector = sector_of(result->study->persons[person]);
            ladle_told told = result->told[person];
            if (result->role[person] != NO_ROLE && told < LADLE_TOLD_BY_ROLE)
                self->lost[result->role[person]] = true;
            if (sector && told < LADLE_TOLD_BY_SECTOR)
                self->lost[self->first_sector + sector->index] = true;
            if (told < LADLE_TOLD_AS_PARTICIPANT)
                self->lost[self->participant] = true;
        }
        for (guint i = 0; i < place.n; i++) {
            unsigned person = place.ties[i].person;
            while (self->lost[label_of(self, person)]) {
                result->told[person]--;
                again = taken = true;
            }
        }
    }
    return taken;
}

static bool settle_place(making *self, range place)
{
    bool taken = false, again = true;
    while (again) {
        again = level_out(self, place);
        for (guint start = 0, end; start < place.n; start = end) {
            unsigned wave = place.ties[start].wave;
            for (end = start; end < place.n && place.ties[end].wave == wave;)
                end++;
            if (wave < self->result->study->n_waves)
                again |= settle_view(self, place, (range){place.ties + start, end - start});
        }
        taken |= again;
    }
    return taken;
}

/* Beside no letter all people of the study count, whose labels have been settled elsewhere: only
 * who appears there alone may have to lose one. */
static bool settle_programme(making *self, range programme)
{
    const ladle_study *study = self->result->study;
    bool taken = false, again = true;
    while (again) {
        again = false;
        memset(self->people, 0, self->n_labels * sizeof *self->people);
        for (unsigned i = 0; i < study->n_persons; i++)
            self->people[label_of(self, i)]++;
        for (guint i = 0; i < programme.n && !again; i++) {
            unsigned label = label_of(self, programme.ties[i].person);
            if (label != self->none && self->people[label] < self->result->smallest)
                again = take(self, programme, label,
                             (ladle_told)(self->result->told[programme.ties[i].person] - 1));
        }
        taken |= again;
    }
    return taken;
}

static bool settle_all(making *self)
{
    const tie *ties = (const tie *)(void *)self->ties->data;
    bool taken = false;
    for (guint start = 0, end; start < self->ties->len; start = end) {
        for (end = start; end < self->ties->len && ties[end].place == ties[start].place;)
            end++;
        range place = {ties + start, end - start};
        taken |= ties[start].place < self->result->study->n_partnerships
                     ? settle_place(self, place)
                     : settle_programme(self, place);
    }
    return taken;
}

/* ------------------------------------------------------------------------ groups and sectors */

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

static guint64 kinds_of(const ladle_partnership *partnership, const ladle_wave *wave,
                        const ladle_person *person)
{
    guint64 kinds = 0;
    for (unsigned g = 0; g < partnership->n_all_groups; g++) {
        const ladle_group *group = partnership->all_groups[g];
        for (unsigned i = 0; i < group->n_seats; i++)
            if (group->seats[i].person == person && is_held(&group->seats[i], wave))
                kinds |= G_GUINT64_CONSTANT(1) << group->kind;
    }
    return kinds;
}

static void tell_view(making *self, const tie *ties, guint n)
{
    ladle_attribution *result = self->result;
    const ladle_study *study = result->study;
    const ladle_partnership *partnership = study->partnerships[ties[0].place];
    const ladle_wave *wave = study->waves[ties[0].wave];
    unsigned n_sectors = MIN(study->framework->n_sectors, 64);
    guint64 *sectors = g_new0(guint64, n), *kinds = g_new0(guint64, n);
    guint people = 0;
    for (guint i = 0; i < n; i++) {
        if (!ties[i].counted)
            continue;
        const ladle_person *person = study->persons[ties[i].person];
        const ladle_sector *sector = sector_of(person);
        if (sector && sector->index < n_sectors)
            sectors[people] = G_GUINT64_CONSTANT(1) << sector->index;
        kinds[people++] = kinds_of(partnership, wave, person);
    }
    guint64 told = told_sets(sectors, people, n_sectors, result->smallest);
    size_t view = (size_t)partnership->index * study->n_waves + wave->index;
    for (unsigned s = 0; s < n_sectors; s++)
        result->tells_sector[view * study->framework->n_sectors + s] = (told >> s) & 1;
    told = told_sets(kinds, people, LADLE_GROUP_KINDS, result->smallest);
    for (unsigned k = 0; k < LADLE_GROUP_KINDS; k++)
        result->tells_kind[view * LADLE_GROUP_KINDS + k] = (told >> k) & 1;
    g_free(sectors);
    g_free(kinds);
}

static void tell_views(making *self)
{
    const ladle_study *study = self->result->study;
    const tie *ties = (const tie *)(void *)self->ties->data;
    for (guint start = 0, end; start < self->ties->len; start = end) {
        for (end = start; end < self->ties->len && ties[end].place == ties[start].place &&
                          ties[end].wave == ties[start].wave;)
            end++;
        if (ties[start].place < study->n_partnerships && ties[start].wave < study->n_waves)
            tell_view(self, ties + start, end - start);
    }
}

/* ----------------------------------------------------------------------------------- public */

/* Who has no tie may still be named as the speaker of something beside no letter. */
static void tie_the_rest(making *self)
{
    const ladle_study *study = self->result->study;
    bool *tied = g_new0(bool, study->n_persons + 1);
    for (guint i = 0; i < self->ties->len; i++)
        tied[g_array_index(self->ties, tie, i).person] = true;
    for (unsigned i = 0; i < study->n_persons; i++)
        if (!tied[i])
            add_tie(self, NULL, 0, study->persons[i], true);
    g_free(tied);
    g_array_sort(self->ties, compare_ties);
}

ladle_attribution *ladle_attribution_new(ladle_arena *arena, const ladle_study *study)
{
    size_t views = (size_t)study->n_partnerships * study->n_waves;
    unsigned n_sectors = study->framework->n_sectors;
    ladle_attribution *result = LADLE_NEW(arena, ladle_attribution);
    result->study = study;
    result->smallest = study->smallest_group;
    result->told = LADLE_NEW_ARRAY(arena, unsigned char, study->n_persons);
    result->role = LADLE_NEW_ARRAY(arena, unsigned, study->n_persons);
    result->tells_sector = LADLE_NEW_ARRAY(arena, bool, views *n_sectors);
    result->tells_kind = LADLE_NEW_ARRAY(arena, bool, views *LADLE_GROUP_KINDS);

    making self = {.result = result,
                   .ties = g_array_new(FALSE, FALSE, sizeof(tie)),
                   .sector_of_role = g_new0(unsigned, study->n_persons + 1)};
    number_roles(&self);
    self.first_sector = result->n_roles;
    self.participant = self.first_sector + n_sectors;
    self.none = self.participant + 1;
    self.n_labels = self.none + 1;
    self.people = g_new0(unsigned, self.n_labels);
    self.lost = g_new0(bool, self.n_labels);
    make_ties(&self);
    tie_the_rest(&self);
    while (settle_all(&self))
        ;
    tell_views(&self);
    g_free(self.people);
    g_free(self.lost);
    g_free(self.sector_of_role);
    g_array_unref(self.ties);
    return result;
}

ladle_told ladle_attribution_of(const ladle_attribution *attribution, const ladle_person *person)
{
    return attribution->told[person->index];
}

static bool same_label(const ladle_attribution *attribution, const ladle_person *a,
                       const ladle_person *b)
{
    ladle_told told = ladle_attribution_of(attribution, a);
    if (told != ladle_attribution_of(attribution, b))
        return false;
    if (told == LADLE_TOLD_BY_ROLE)
        return attribution->role[a->index] == attribution->role[b->index];
    return told != LADLE_TOLD_BY_SECTOR || sector_of(a) == sector_of(b);
}

/* Whether the i-th seat is the first of its person among those of the wave (NULL: of any time). */
static bool is_first_seat(const ladle_group *group, unsigned seat, const ladle_wave *wave)
{
    if (wave && !is_held(&group->seats[seat], wave))
        return false;
    for (unsigned i = 0; i < seat; i++)
        if (group->seats[i].person == group->seats[seat].person &&
            (!wave || is_held(&group->seats[i], wave)))
            return false;
    return true;
}

bool ladle_attribution_fits_group(const ladle_attribution *attribution, const ladle_person *person,
                                  const ladle_group *group)
{
    unsigned alike = 0;
    for (unsigned i = 0; i < group->n_seats; i++)
        alike += is_first_seat(group, i, NULL) &&
                 same_label(attribution, group->seats[i].person, person);
    return ladle_attribution_of(attribution, person) != LADLE_TOLD_NOT &&
           alike >= attribution->smallest;
}

/* A group's name is used where it is large enough, and those of its people who are told by their
 * role leave none or enough. */
static bool is_large(const ladle_attribution *attribution, const ladle_group *group,
                     const ladle_wave *wave)
{
    unsigned people = 0, finer = 0;
    for (unsigned i = 0; i < group->n_seats; i++) {
        if (!is_first_seat(group, i, wave))
            continue;
        people++;
        finer += ladle_attribution_of(attribution, group->seats[i].person) == LADLE_TOLD_BY_ROLE;
    }
    return people >= attribution->smallest &&
           (people == finer || people - finer >= attribution->smallest);
}

/* Beside this partnership: the group itself where it is one of its own, else (group NULL, or of
 * another partnership of the record) some group of the kind. */
static bool has_large(const ladle_attribution *attribution, const ladle_partnership *partnership,
                      const ladle_group *group, ladle_group_kind kind, const ladle_wave *wave)
{
    bool large = false;
    for (unsigned i = 0; i < partnership->n_all_groups; i++) {
        const ladle_group *its = partnership->all_groups[i];
        if (its == group)
            return is_large(attribution, its, wave);
        large = large || (its->kind == kind && is_large(attribution, its, wave));
    }
    return large;
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
    return group ? is_large(attribution, group, record->wave) : record->n_partnerships > 0;
}

static size_t view_of(const ladle_attribution *attribution, const ladle_partnership *partnership,
                      const ladle_wave *wave)
{
    return (size_t)partnership->index * attribution->study->n_waves + wave->index;
}

bool ladle_attribution_tells_sector(const ladle_attribution *attribution,
                                    const ladle_partnership *partnership, const ladle_wave *wave,
                                    const ladle_sector *sector)
{
    size_t view = view_of(attribution, partnership, wave);
    return attribution
        ->tells_sector[view * attribution->study->framework->n_sectors + sector->index];
}

bool ladle_attribution_tells_kind(const ladle_attribution *attribution,
                                  const ladle_partnership *partnership, const ladle_wave *wave,
                                  ladle_group_kind kind)
{
    return attribution
        ->tells_kind[view_of(attribution, partnership, wave) * LADLE_GROUP_KINDS + kind];
}
