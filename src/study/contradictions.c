#include "study/contradictions.h"

/* ------------------------------------------------------------------------- formed partnerships */

/* Whether the event says more about the partnership than the one known so far: its own events go
 * before those of the whole programme, and of several the earliest counts. */
static bool says_more(const ladle_event *event, const ladle_event *known)
{
    if (!known || (event->partnership && !known->partnership))
        return true;
    return !event->partnership == !known->partnership && event->date.first < known->date.first;
}

/* For each partnership the event that formed it; NULL: not known. */
static const ladle_event **formed_events(const ladle_study *study)
{
    const ladle_event **events = g_new0(const ladle_event *, study->n_partnerships + 1);
    const ladle_event *common = NULL;
    for (unsigned i = 0; i < study->n_events; i++) {
        const ladle_event *event = study->events[i];
        if (event->kind != LADLE_EVENT_FORMED)
            continue;
        const ladle_event **place =
            event->partnership ? &events[event->partnership->index] : &common;
        if (says_more(event, *place))
            *place = event;
    }
    for (unsigned i = 0; i < study->n_partnerships; i++)
        if (!events[i])
            events[i] = common;
    return events;
}

/* -------------------------------------------------------------------------------------- records */

static bool lie_apart(const ladle_date *a, const ladle_date *b)
{
    return a->last < b->first || b->last < a->first;
}

static void look_at_record(GArray *found, const ladle_record *record,
                           const ladle_event *const *formed)
{
    for (unsigned i = 0; i < record->n_partnerships; i++) {
        const ladle_event *event = formed[record->partnerships[i]->index];
        if (!event || record->date.last >= event->date.first)
            continue;
        ladle_contradiction early = {.kind = LADLE_BEFORE_FORMED,
                                     .record = record,
                                     .partnership = record->partnerships[i],
                                     .formed = event};
        g_array_append_val(found, early);
    }
    if (record->kind == LADLE_OBSERVATION && record->meeting &&
        lie_apart(&record->date, &record->meeting->date)) {
        ladle_contradiction other = {.kind = LADLE_OBSERVATION_DATE,
                                     .record = record,
                                     .partnership =
                                         record->n_partnerships ? record->partnerships[0] : NULL};
        g_array_append_val(found, other);
    }
}

/* --------------------------------------------------------------------------------------- groups */

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

static bool names_persons(const ladle_record *record)
{
    for (unsigned i = 0; i < record->n_present; i++)
        if (record->present[i].person)
            return true;
    return false;
}

/* For each group its held meetings that say who was present. */
static GPtrArray **meetings_of_groups(const ladle_study *study)
{
    GPtrArray **meetings = g_new0(GPtrArray *, study->n_groups + 1);
    for (unsigned i = 0; i < study->n_groups; i++)
        meetings[i] = g_ptr_array_new();
    for (unsigned i = 0; i < study->n_records; i++) {
        ladle_record *record = study->records[i];
        if (record->kind == LADLE_MEETING && record->status == LADLE_HELD && record->group &&
            names_persons(record))
            g_ptr_array_add(meetings[record->group->index], record);
    }
    return meetings;
}

/* Only meetings in the time of the seat count. */
static void look_at_seat(GArray *found, const ladle_group *group, const ladle_seat *seat,
                         const GPtrArray *meetings)
{
    unsigned n = 0;
    for (unsigned i = 0; i < meetings->len; i++) {
        if (!in_office(seat, meetings->pdata[i]))
            continue;
        n++;
        if (was_present(seat->person, meetings->pdata[i]))
            return;
    }
    ladle_contradiction absent = {.kind = LADLE_NEVER_PRESENT,
                                  .partnership = group->owner,
                                  .group = group,
                                  .seat = seat,
                                  .n_meetings = n};
    if (n)
        g_array_append_val(found, absent);
}

static void look_at_groups(GArray *found, const ladle_study *study)
{
    GPtrArray **meetings = meetings_of_groups(study);
    for (unsigned i = 0; i < study->n_groups; i++) {
        const ladle_group *group = study->groups[i];
        for (unsigned k = 0; k < group->n_seats; k++)
            look_at_seat(found, group, &group->seats[k], meetings[i]);
        g_ptr_array_free(meetings[i], TRUE);
    }
    g_free(meetings);
}

GArray *ladle_contradictions(const ladle_study *study)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(ladle_contradiction));
    const ladle_event **formed = formed_events(study);
    for (unsigned i = 0; i < study->n_records; i++)
        look_at_record(found, study->records[i], formed);
    look_at_groups(found, study);
    g_free(formed);
    return found;
}
