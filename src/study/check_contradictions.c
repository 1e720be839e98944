/* What records say against each other and against the study; warnings, as either side may be
 * right. */
#include "study/check.h"

#include <string.h>

static const char *id_of(const ladle_record *record)
{
    return record->id ? record->id : "";
}

/* ----------------------------------------------------------------- the same meeting entered twice */

static void check_twice(ladle_reader *reader, GHashTable *seen, const ladle_record *record)
{
    if (record->kind != LADLE_MEETING || !record->group || record->status != LADLE_HELD ||
        !record->date.text || !ladle_date_is_day(&record->date))
        return;
    char *key = g_strdup_printf("%u/%d", record->group->index, record->date.first);
    const ladle_record *first = g_hash_table_lookup(seen, key);
    if (!first) {
        g_hash_table_insert(seen, key, (void *)record);
        return;
    }
    g_free(key);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_MEETING_TWICE, record->pos,
                   "group %s meets twice on %s: meetings %s and %s", record->group->id,
                   record->date.text, id_of(first), id_of(record));
    ladle_diag_relate(reader->diagnostics, first->pos, "the first meeting is here");
}

/* -------------------------------------------------------------------------- who was present */

static bool has_member(const ladle_partnership *p, const ladle_organisation *organisation)
{
    if (p->lead == organisation)
        return true;
    for (unsigned i = 0; i < p->n_members; i++)
        if (p->members[i] == organisation)
            return true;
    return false;
}

/* Whether the organisation is a member or the lead of a partnership of the record. */
static bool is_member(const ladle_record *record, const ladle_organisation *organisation)
{
    for (unsigned i = 0; organisation && i < record->n_partnerships; i++)
        if (has_member(record->partnerships[i], organisation))
            return true;
    return false;
}

static void check_present(ladle_reader *reader, const ladle_record *record)
{
    for (unsigned i = 0; record->n_partnerships && i < record->n_present; i++) {
        const ladle_presence *presence = &record->present[i];
        const ladle_person *person = presence->person;
        const ladle_organisation *organisation =
            person ? person->organisation : presence->organisation;
        if (is_member(record, organisation))
            continue;
        if (person)
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_PRESENT_OUTSIDER, presence->pos,
                           "person %s, present at %s, is of no member organisation of its "
                           "partnership",
                           person->id, id_of(record));
        else
            ladle_diag_add(reader->diagnostics, LADLE_DIAG_PRESENT_OUTSIDER, presence->pos,
                           "organisation %s, present at %s, is no member of its partnership",
                           organisation->id, id_of(record));
    }
}

/* ----------------------------------------------------------------------------------- dates */

/* For each partnership the first day on which it may have been formed: of its own events, else of
 * those of the whole programme; LADLE_OPEN_FIRST: not known. */
static ladle_day *days_formed(const ladle_study *study, const ladle_event **events)
{
    ladle_day *days = g_new(ladle_day, study->n_partnerships);
    for (unsigned i = 0; i < study->n_partnerships; i++)
        days[i] = LADLE_OPEN_FIRST;
    for (unsigned own = 0; own < 2; own++) {
        for (unsigned i = 0; i < study->n_events; i++) {
            const ladle_event *event = study->events[i];
            if (event->kind != LADLE_EVENT_FORMED || !event->date.text ||
                (event->partnership != NULL) != (own == 1))
                continue;
            unsigned from = own ? event->partnership->index : 0;
            unsigned to = own ? from + 1 : study->n_partnerships;
            for (unsigned p = from; p < to; p++) {
                bool of_programme = events[p] && !events[p]->partnership && own;
                if (events[p] && !of_programme && days[p] <= event->date.first)
                    continue;
                days[p] = event->date.first;
                events[p] = event;
            }
        }
    }
    return days;
}

static void check_formed(ladle_reader *reader, const ladle_record *record, const ladle_day *days,
                         const ladle_event *const *events)
{
    for (unsigned i = 0; i < record->n_partnerships && record->date.text; i++) {
        const ladle_partnership *p = record->partnerships[i];
        if (!events[p->index] || record->date.last >= days[p->index])
            continue;
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_BEFORE_FORMED, record->pos,
                       "record %s of %s lies before partnership %s was formed (%s)", id_of(record),
                       record->date.text, p->id, events[p->index]->date.text);
        ladle_diag_relate(reader->diagnostics, events[p->index]->pos, "it was formed here");
    }
}

static void check_observation(ladle_reader *reader, const ladle_record *record)
{
    const ladle_record *meeting = record->meeting;
    if (record->kind != LADLE_OBSERVATION || !meeting || !record->date.text || !meeting->date.text)
        return;
    if (record->date.first <= meeting->date.last && meeting->date.first <= record->date.last)
        return;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_OBSERVATION_DATE, record->pos,
                   "observation %s is dated %s, but its meeting %s is dated %s", id_of(record),
                   record->date.text, id_of(meeting), meeting->date.text);
    ladle_diag_relate(reader->diagnostics, meeting->pos, "the meeting is here");
}

/* ----------------------------------------------------------------------------------- seats */

static bool in_office(const ladle_seat *seat, const ladle_record *meeting)
{
    ladle_day first = seat->from ? seat->from->first : LADLE_OPEN_FIRST;
    ladle_day last = seat->to ? seat->to->last : LADLE_OPEN_LAST;
    return first <= meeting->date.last && meeting->date.first <= last;
}

static bool was_present(const ladle_person *person, const ladle_record *meeting)
{
    for (unsigned i = 0; i < meeting->n_present; i++)
        if (meeting->present[i].person == person)
            return true;
    return false;
}

/* Only meetings that say who was present count, and only those in the time of the seat. */
static void check_seat(ladle_reader *reader, const ladle_group *group, const ladle_seat *seat,
                       const GPtrArray *meetings)
{
    unsigned n = 0;
    for (unsigned i = 0; i < meetings->len; i++) {
        const ladle_record *meeting = meetings->pdata[i];
        if (!in_office(seat, meeting))
            continue;
        n++;
        if (was_present(seat->person, meeting))
            return;
    }
    if (n)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_NEVER_PRESENT, seat->pos,
                       "person %s has a seat in group %s, but was present at none of its %u "
                       "meeting%s",
                       seat->person->id, group->id, n, n == 1 ? "" : "s");
}

static bool names_persons(const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_present; i++)
        if (record->present[i].person)
            return true;
    return false;
}

static void check_seats(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    GPtrArray **meetings = g_new0(GPtrArray *, study->n_groups);
    for (unsigned i = 0; i < study->n_groups; i++)
        meetings[i] = g_ptr_array_new();
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (record->kind == LADLE_MEETING && record->group && record->status == LADLE_HELD &&
            record->date.text && names_persons(record))
            g_ptr_array_add(meetings[record->group->index], record);
    }
    for (unsigned i = 0; i < study->n_groups; i++) {
        const ladle_group *group = study->groups[i];
        for (unsigned j = 0; j < group->n_seats; j++)
            check_seat(reader, group, &group->seats[j], meetings[i]);
        g_ptr_array_free(meetings[i], TRUE);
    }
    g_free(meetings);
}

void ladle_check_contradictions(ladle_reader *reader)
{
    const ladle_study *study = reader->study;
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const ladle_event **events = g_new0(const ladle_event *, study->n_partnerships);
    ladle_day *days = days_formed(study, events);
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        if (g_hash_table_contains(reader->broken, record))
            continue;
        check_twice(reader, seen, record);
        check_present(reader, record);
        check_formed(reader, record, days, events);
        check_observation(reader, record);
    }
    check_seats(reader);
    g_free(days);
    g_free(events);
    g_hash_table_destroy(seen);
}
