/* Finding records by partnership and wave, and events by partnership, without searching. */
#ifndef LADLE_ANALYSIS_INDEX_H
#define LADLE_ANALYSIS_INDEX_H

#include "base/arena.h"
#include "study/model.h"

typedef struct {
    const ladle_record *const *items;
    unsigned n;
} ladle_record_list;

typedef struct {
    const ladle_event *const *items;
    unsigned n;
} ladle_event_list;

typedef struct {
    const ladle_study *study;
    const ladle_record **records; /* by partnership, then wave, then document order */
    const ladle_event **events;   /* by partnership, then document order */
    size_t *record_starts;        /* one a partnership and wave, and one more */
    size_t *event_starts;         /* one a partnership, and one more */
} ladle_index;

/* Reads the study's records and events once. */
ladle_index ladle_index_make(ladle_arena *arena, const ladle_study *study);

/* The records of a partnership in a wave, each once, in document order. */
ladle_record_list ladle_index_records(const ladle_index *index, unsigned partnership,
                                      unsigned wave);

/* All records of a partnership, by wave and then in document order. */
ladle_record_list ladle_index_all_records(const ladle_index *index, unsigned partnership);

ladle_event_list ladle_index_events(const ladle_index *index, unsigned partnership);

#endif
