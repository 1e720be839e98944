#include "analysis/timeline.h"

#include <stdlib.h>

static ladle_timeline_entry event_entry(const ladle_event *event)
{
    return (ladle_timeline_entry){.event = event,
                                  .kind = ladle_event_kind_name(event->kind),
                                  .text = event->text,
                                  .date = &event->date,
                                  .revised = event->revised};
}

static ladle_timeline_entry record_entry(const ladle_record *record)
{
    return (ladle_timeline_entry){.record = record,
                                  .kind = ladle_record_kind_name(record->kind),
                                  .of = record->id,
                                  .text = record->title,
                                  .date = &record->date};
}

static ladle_timeline_entry target_entry(const ladle_target *target)
{
    return (ladle_timeline_entry){.target = target,
                                  .kind = "target",
                                  .of = ladle_measure_name(target->measure),
                                  .date = &target->due,
                                  .revised = target->revised};
}

static int rank(const ladle_timeline_entry *entry)
{
    return entry->event ? 0 : entry->record ? 1 : 2;
}

/* Below, at or above 0 when a comes before, with or after b. */
static int order(long long a, long long b)
{
    return (a > b) - (a < b);
}

/* Document order: events, then records, then targets. The targets of a partnership lie in one
 * array, so their addresses are in order. */
static int compare_places(const ladle_timeline_entry *a, const ladle_timeline_entry *b)
{
    if (rank(a) != rank(b))
        return rank(a) - rank(b);
    if (a->event)
        return order(a->event->index, b->event->index);
    if (a->record)
        return order(a->record->index, b->record->index);
    return order(a->target - b->target, 0);
}

/* Open first days and open last days have numbers below and above all others. */
static int compare_entries(const void *left, const void *right)
{
    const ladle_timeline_entry *a = left, *b = right;
    if (a->date->first != b->date->first)
        return order(a->date->first, b->date->first);
    if (a->date->last != b->date->last)
        return order(a->date->last, b->date->last);
    return compare_places(a, b);
}

static ladle_timeline sorted(ladle_timeline_entry *entries, unsigned n)
{
    qsort(entries, n, sizeof *entries, compare_entries);
    return (ladle_timeline){entries, n};
}

ladle_timeline ladle_timeline_of_programme(ladle_arena *arena, const ladle_study *study)
{
    ladle_timeline_entry *entries = LADLE_NEW_ARRAY(arena, ladle_timeline_entry, study->n_events);
    for (unsigned i = 0; i < study->n_events; i++)
        entries[i] = event_entry(study->events[i]);
    return sorted(entries, study->n_events);
}

ladle_timeline ladle_timeline_of_partnership(ladle_arena *arena, const ladle_index *index,
                                             const ladle_partnership *partnership)
{
    ladle_event_list events = ladle_index_events(index, partnership->index);
    ladle_record_list records = ladle_index_all_records(index, partnership->index);
    ladle_timeline_entry *entries = LADLE_NEW_ARRAY(
        arena, ladle_timeline_entry, (size_t)events.n + records.n + partnership->n_targets);
    unsigned n = 0;
    for (unsigned i = 0; i < events.n; i++)
        entries[n++] = event_entry(events.items[i]);
    for (unsigned i = 0; i < records.n; i++)
        if (records.items[i]->kind != LADLE_ACCOUNT)
            entries[n++] = record_entry(records.items[i]);
    for (unsigned i = 0; i < partnership->n_targets; i++)
        entries[n++] = target_entry(&partnership->targets[i]);
    return sorted(entries, n);
}
