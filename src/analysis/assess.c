/* Assessment goes partnership by partnership, and within each wave by wave: seats, evidence,
 * levels, placement, activity. What the programme shows is summed up from these afterwards, so no
 * partnership's results can depend on another's. */
#include "analysis/activity.h"
#include "analysis/coders.h"
#include "analysis/elements.h"
#include "analysis/programme.h"
#include "analysis/timeline.h"

typedef struct {
    ladle_arena *arena;
    const ladle_study *study;
    ladle_index index;
    ladle_levels levels;
    ladle_counter counter;
} assessor;

static void assess_wave(assessor *self, const ladle_partnership *partnership,
                        const ladle_wave *wave, ladle_wave_result *result)
{
    ladle_record_list records = ladle_index_records(&self->index, partnership->index, wave->index);
    result->partnership = partnership;
    result->wave = wave;
    result->records = records.items;
    result->n_records = records.n;
    ladle_seats_set(&self->levels.seats, partnership, wave);
    ladle_assess_elements(&self->levels, result);
    ladle_assess_placement(&self->levels, result);
    ladle_count_activity(&self->counter, &self->levels.seats, result);
}

static ladle_partnership_result assess_partnership(assessor *self,
                                                   const ladle_partnership *partnership)
{
    const ladle_study *study = self->study;
    ladle_wave_result *waves = LADLE_NEW_ARRAY(self->arena, ladle_wave_result, study->n_waves);
    ladle_counter_start(&self->counter);
    for (unsigned w = 0; w < study->n_waves; w++)
        assess_wave(self, partnership, study->waves[w], &waves[w]);
    return (ladle_partnership_result){
        .partnership = partnership,
        .waves = waves,
        .timeline = ladle_timeline_of_partnership(self->arena, &self->index, partnership)};
}

const ladle_results *ladle_assess(ladle_arena *arena, const ladle_study *study)
{
    assessor self = {.arena = arena,
                     .study = study,
                     .index = ladle_index_make(arena, study),
                     .levels = ladle_levels_new(arena, study),
                     .counter = ladle_counter_new(arena, study)};
    ladle_partnership_result *partnerships =
        LADLE_NEW_ARRAY(arena, ladle_partnership_result, study->n_partnerships);
    for (unsigned p = 0; p < study->n_partnerships; p++)
        partnerships[p] = assess_partnership(&self, study->partnerships[p]);
    ladle_levels_free(&self.levels);
    ladle_counter_free(&self.counter);

    ladle_results *results = LADLE_NEW(arena, ladle_results);
    results->study = study;
    results->partnerships = partnerships;
    ladle_sum_programme(arena, &self.index, results);
    ladle_assess_coders(arena, results);
    results->timeline = ladle_timeline_of_programme(arena, study);
    return results;
}

const ladle_wave_result *ladle_result_of(const ladle_results *results,
                                         const ladle_partnership *partnership,
                                         const ladle_wave *wave)
{
    return &results->partnerships[partnership->index].waves[wave->index];
}
