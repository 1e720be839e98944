/* How the model at the head of names.c is worked out.
 *
 * A tie says that a person may appear beside a partnership in a wave, and whether the person counts
 * as one of its people. Ties are sorted, so that a partnership's stand together (its place) and
 * those of one wave in it too (a view). Everybody starts with the finest label. Where a label in a
 * view is borne by too few, it is taken from its bearers, or a finer one is taken from others who
 * then bear it too; where some people of a place have lost a label, all of its bearers there lose
 * it. Labels are only ever taken, so this comes to rest; it has come to rest when a pass over all
 * places takes nothing. */
#include "report/attribution_private.h"
#include "study/members.h"

#include <string.h>

enum { NOBODY = G_MAXUINT, UNLISTED = G_MAXUINT - 1 };

typedef ladle_tie tie;

/* What is needed only while it is worked out. */
typedef struct {
    ladle_attribution *result;
    ladle_pairs *members; /* partnership and organisation */
    GArray *ties;         /* of tie, sorted */
    unsigned *sector_of_role;
    unsigned *people; /* one a label: how many of the view's people bear it */
    bool *marked;     /* one a label; all false between two uses */
    unsigned *first;  /* one a label: of those tied to the programme, somebody who bears it */
    unsigned *next;   /* one a person: the next one who bears its label */
    unsigned first_sector, participant, none, n_labels;
} making;

/* ------------------------------------------------------------------------------- small parts */

const ladle_sector *ladle_sector_of(const ladle_person *person)
{
    return person->organisation ? person->organisation->sector : NULL;
}

bool ladle_seat_is_held(const ladle_seat *seat, const ladle_wave *wave)
{
    return (!seat->from || seat->from->first <= wave->dates.last) &&
           (!seat->to || seat->to->last >= wave->dates.first);
}

unsigned ladle_first_sector_label(const ladle_attribution *attribution)
{
    return attribution->n_roles;
}

unsigned ladle_participant_label(const ladle_attribution *attribution)
{
    return attribution->n_roles + attribution->study->framework->n_sectors;
}

unsigned ladle_none_label(const ladle_attribution *attribution)
{
    return ladle_participant_label(attribution) + 1;
}

unsigned ladle_label_of(const ladle_attribution *attribution, unsigned person)
{
    switch ((ladle_told)attribution->told[person]) {
    case LADLE_TOLD_BY_ROLE:
        return attribution->role[person];
    case LADLE_TOLD_BY_SECTOR:
        return ladle_first_sector_label(attribution) +
               ladle_sector_of(attribution->study->persons[person])->index;
    case LADLE_TOLD_AS_PARTICIPANT:
        return ladle_participant_label(attribution);
    case LADLE_TOLD_NOT:
        break;
    }
    return ladle_none_label(attribution);
}

static unsigned label_of(const making *self, unsigned person)
{
    return ladle_label_of(self->result, person);
}

static bool has_member(const making *self, const ladle_partnership *partnership,
                       const ladle_organisation *organisation)
{
    return organisation && ladle_pairs_has(self->members, partnership->index, organisation->index);
}

/* Roles of a sector that differ in case only are one. */
static void number_roles(making *self)
{
    ladle_attribution *result = self->result;
    GHashTable *numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < result->study->n_persons; i++) {
        const ladle_person *person = result->study->persons[i];
        const ladle_sector *sector = ladle_sector_of(person);
        result->role[i] = LADLE_NO_ROLE;
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
                if (ladle_seat_is_held(seat, study->waves[w]))
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
                has_member(self, record->partnerships[i], person->organisation));
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
                partnership && has_member(self, partnership, text->speaker->organisation));
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
 * `sector` unless that is LADLE_NO_ROLE; n_labels: none is borne. */
static unsigned smallest_of(const making *self, range view, unsigned first, unsigned end,
                            unsigned sector)
{
    unsigned smallest = self->n_labels;
    for (guint i = 0; i < view.n; i++) {
        unsigned label = label_of(self, view.ties[i].person);
        if (label < first || label >= end ||
            (sector != LADLE_NO_ROLE && self->sector_of_role[label] != sector))
            continue;
        if (smallest == self->n_labels || self->people[label] < self->people[smallest] ||
            (self->people[label] == self->people[smallest] && label < smallest))
            smallest = label;
    }
    return smallest;
}

/* Roles that too few of the view's people bear, all in one go: there may be as many as people. */
static bool take_scarce_roles(making *self, range place, range view)
{
    const ladle_attribution *result = self->result;
    bool any = false;
    for (guint i = 0; i < view.n; i++) {
        unsigned label = label_of(self, view.ties[i].person);
        if (label < self->first_sector && self->people[label] < result->smallest)
            self->marked[label] = any = true;
    }
    for (guint i = 0; i < place.n && any; i++) {
        unsigned label = label_of(self, place.ties[i].person);
        if (label < self->first_sector && self->marked[label])
            result->told[place.ties[i].person] = LADLE_TOLD_BY_SECTOR;
    }
    for (guint i = 0; i < view.n && any; i++)
        if (result->role[view.ties[i].person] != LADLE_NO_ROLE)
            self->marked[result->role[view.ties[i].person]] = false;
    return any;
}

/* Too few bear a sector or something coarser: somebody who bears a finer label joins them, the
 * smallest such label first; where nobody does, they lose theirs. */
static bool mend(making *self, range place, range view, unsigned label)
{
    unsigned borne;
    if (label < self->participant) {
        borne = smallest_of(self, view, 0, self->first_sector, label - self->first_sector);
        if (borne < self->n_labels)
            return take(self, place, borne, LADLE_TOLD_BY_SECTOR);
        return take(self, place, label, LADLE_TOLD_AS_PARTICIPANT);
    }
    if (label == self->none && take(self, place, self->participant, LADLE_TOLD_NOT))
        return true;
    borne = smallest_of(self, view, self->first_sector, self->participant, LADLE_NO_ROLE);
    if (borne < self->n_labels)
        return take(self, place, borne, LADLE_TOLD_AS_PARTICIPANT);
    borne = smallest_of(self, view, 0, self->first_sector, LADLE_NO_ROLE);
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
        if (take_scarce_roles(self, place, view)) {
            taken = true;
            continue;
        }
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

/* Marks the labels finer than what this person is told by, which it might bear. */
static void mark_lost(making *self, unsigned person, bool lost)
{
    const ladle_attribution *result = self->result;
    const ladle_sector *sector = ladle_sector_of(result->study->persons[person]);
    ladle_told told = lost ? result->told[person] : LADLE_TOLD_NOT;
    if (result->role[person] != LADLE_NO_ROLE && told < LADLE_TOLD_BY_ROLE)
        self->marked[result->role[person]] = lost;
    if (sector && told < LADLE_TOLD_BY_SECTOR)
        self->marked[self->first_sector + sector->index] = lost;
    if (told < LADLE_TOLD_AS_PARTICIPANT)
        self->marked[self->participant] = lost;
}

/* Where one of the place's people has lost a label, so have all who would bear it. */
static bool level_out(making *self, range place)
{
    const ladle_attribution *result = self->result;
    bool taken = false, again = true;
    while (again) {
        again = false;
        for (guint i = 0; i < place.n; i++)
            mark_lost(self, place.ties[i].person, true);
        for (guint i = 0; i < place.n; i++) {
            unsigned person = place.ties[i].person;
            while (self->marked[label_of(self, person)]) {
                result->told[person]--;
                again = taken = true;
            }
        }
        for (guint i = 0; i < place.n; i++)
            mark_lost(self, place.ties[i].person, false);
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

/* Counts who bears what in the whole study, and lists those of them that are tied to the programme.
 */
static void list_bearers(making *self, range programme)
{
    const ladle_study *study = self->result->study;
    for (unsigned label = 0; label < self->n_labels; label++) {
        self->people[label] = 0;
        self->first[label] = NOBODY;
    }
    for (unsigned i = 0; i < study->n_persons; i++)
        self->people[label_of(self, i)]++;
    for (guint i = 0; i < programme.n; i++)
        self->next[programme.ties[i].person] = UNLISTED;
    for (guint i = 0; i < programme.n; i++) {
        unsigned person = programme.ties[i].person, *first = &self->first[label_of(self, person)];
        if (self->next[person] != UNLISTED)
            continue; /* in another wave too */
        self->next[person] = *first;
        *first = person;
    }
}

/* Everybody tied to the programme who bears the label is told by the next coarser one. */
static void take_from_bearers(making *self, unsigned label)
{
    unsigned person = self->first[label];
    self->first[label] = NOBODY;
    while (person != NOBODY) {
        unsigned next = self->next[person];
        self->people[label]--;
        self->result->told[person]--;
        unsigned coarser = label_of(self, person);
        self->people[coarser]++;
        self->next[person] = self->first[coarser];
        self->first[coarser] = person;
        person = next;
    }
}

/* Beside no letter all people of the study count, whose labels have been settled elsewhere: only
 * who appears there alone may have to lose one. One way through will do: what is taken makes labels
 * of people further back no scarcer. */
static bool settle_programme(making *self, range programme)
{
    bool taken = false;
    list_bearers(self, programme);
    for (guint i = 0; i < programme.n; i++) {
        unsigned label = label_of(self, programme.ties[i].person);
        while (label != self->none && self->people[label] < self->result->smallest) {
            take_from_bearers(self, label);
            label = label_of(self, programme.ties[i].person);
            taken = true;
        }
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
    ladle_attribution *result = LADLE_NEW(arena, ladle_attribution);
    result->study = study;
    result->smallest = study->smallest_group;
    result->told = LADLE_NEW_ARRAY(arena, unsigned char, study->n_persons);
    result->role = LADLE_NEW_ARRAY(arena, unsigned, study->n_persons);

    making self = {.result = result,
                   .members = ladle_member_pairs(study),
                   .ties = g_array_new(FALSE, FALSE, sizeof(tie)),
                   .sector_of_role = g_new0(unsigned, study->n_persons + 1),
                   .next = g_new0(unsigned, study->n_persons + 1)};
    number_roles(&self);
    self.first_sector = ladle_first_sector_label(result);
    self.participant = ladle_participant_label(result);
    self.none = ladle_none_label(result);
    self.n_labels = self.none + 1;
    self.people = g_new0(unsigned, self.n_labels);
    self.marked = g_new0(bool, self.n_labels);
    self.first = g_new0(unsigned, self.n_labels);
    make_ties(&self);
    tie_the_rest(&self);
    while (settle_all(&self))
        ;
    ladle_attribution_tell_sets(result, arena, self.ties);
    g_free(self.people);
    g_free(self.marked);
    g_free(self.first);
    g_free(self.next);
    g_free(self.sector_of_role);
    g_array_unref(self.ties);
    ladle_pairs_free(self.members);
    return result;
}

ladle_told ladle_attribution_of(const ladle_attribution *attribution, const ladle_person *person)
{
    return attribution->told[person->index];
}
