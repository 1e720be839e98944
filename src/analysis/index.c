/* Both lists are made in two rounds over the study: the first counts what goes into each bin, the
 * second puts it there. */
#include "analysis/index.h"

#include <glib.h>

/* Whether the record names this partnership for the first time with its i-th reference. */
static bool is_first_naming(const ladle_record *record, unsigned i, const ladle_record **latest)
{
    const ladle_record **slot = &latest[record->partnerships[i]->index];
    if (*slot == record)
        return false;
    *slot = record;
    return true;
}

static size_t record_bin(const ladle_study *study, const ladle_record *record, unsigned i)
{
    return (size_t)record->partnerships[i]->index * study->n_waves + record->wave->index;
}

/* Turns counts, kept one place up, into the places where the bins start. */
static void counts_to_starts(size_t *starts, size_t bins)
{
    for (size_t i = 1; i <= bins; i++)
        starts[i] += starts[i - 1];
}

/* One round over the records: counts into starts[bin + 1], or fills, moving starts[bin] on. */
static void records_round(const ladle_study *study, size_t *starts, const ladle_record **fill)
{
    g_autofree const ladle_record **latest = g_new0(const ladle_record *, study->n_partnerships);
    for (unsigned r = 0; r < study->n_records; r++) {
        const ladle_record *record = study->records[r];
        for (unsigned i = 0; i < record->n_partnerships; i++) {
            if (!is_first_naming(record, i, latest))
                continue;
            size_t bin = record_bin(study, record, i);
            if (fill)
                fill[starts[bin]++] = record;
            else
                starts[bin + 1]++;
        }
    }
}

static void events_round(const ladle_study *study, size_t *starts, const ladle_event **fill)
{
    for (unsigned i = 0; i < study->n_events; i++) {
        const ladle_event *event = study->events[i];
        if (!event->partnership)
            continue;
        if (fill)
            fill[starts[event->partnership->index]++] = event;
        else
            starts[event->partnership->index + 1]++;
    }
}

/* Filling has moved every start to the start of the next bin; moves them back. */
static void move_back(size_t *starts, size_t bins)
{
    for (size_t i = bins; i > 0; i--)
        starts[i] = starts[i - 1];
    starts[0] = 0;
}

ladle_index ladle_index_make(ladle_arena *arena, const ladle_study *study)
{
    size_t bins = (size_t)study->n_partnerships * study->n_waves;
    ladle_index index = {.study = study};
    index.record_starts = LADLE_NEW_ARRAY(arena, size_t, bins + 1);
    records_round(study, index.record_starts, NULL);
    counts_to_starts(index.record_starts, bins);
    index.records = LADLE_NEW_ARRAY(arena, const ladle_record *, index.record_starts[bins]);
    records_round(study, index.record_starts, index.records);
    move_back(index.record_starts, bins);

    bins = study->n_partnerships;
    index.event_starts = LADLE_NEW_ARRAY(arena, size_t, bins + 1);
    events_round(study, index.event_starts, NULL);
    counts_to_starts(index.event_starts, bins);
    index.events = LADLE_NEW_ARRAY(arena, const ladle_event *, index.event_starts[bins]);
    events_round(study, index.event_starts, index.events);
    move_back(index.event_starts, bins);
    return index;
}

static ladle_record_list between(const ladle_index *index, size_t first, size_t bins)
{
    size_t start = index->record_starts[first];
    return (ladle_record_list){index->records + start,
                               (unsigned)(index->record_starts[first + bins] - start)};
}

ladle_record_list ladle_index_records(const ladle_index *index, unsigned partnership, unsigned wave)
{
    return between(index, (size_t)partnership * index->study->n_waves + wave, 1);
}

ladle_record_list ladle_index_all_records(const ladle_index *index, unsigned partnership)
{
    size_t waves = index->study->n_waves;
    return between(index, partnership * waves, waves);
}

ladle_event_list ladle_index_events(const ladle_index *index, unsigned partnership)
{
    size_t start = index->event_starts[partnership];
    return (ladle_event_list){index->events + start,
                              (unsigned)(index->event_starts[partnership + 1] - start)};
}
