#include "analysis/programme.h"

/* ------------------------------------------------------------------------------- material */

/* Counts of all methods in all waves: LADLE_METHODS a wave. */
static void count_records(const ladle_study *study, ladle_material *counts)
{
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        if (record->kind == LADLE_ACCOUNT)
            continue;
        ladle_material *of = &counts[record->wave->index * LADLE_METHODS + record->kind];
        of->records++;
        of->statements += record->n_statements + record->n_answers;
    }
}

static void count_partnerships(const ladle_index *index, unsigned wave, ladle_material *counts)
{
    for (unsigned p = 0; p < index->study->n_partnerships; p++) {
        bool has[LADLE_RECORD_KINDS] = {false};
        ladle_record_list records = ladle_index_records(index, p, wave);
        for (unsigned i = 0; i < records.n; i++)
            has[records.items[i]->kind] = true;
        for (unsigned method = 0; method < LADLE_METHODS; method++)
            counts[method].partnerships += has[method];
    }
}

static void count_material(ladle_arena *arena, const ladle_index *index,
                           ladle_programme_wave *waves)
{
    const ladle_study *study = index->study;
    ladle_material *counts =
        LADLE_NEW_ARRAY(arena, ladle_material, (size_t)study->n_waves * LADLE_METHODS);
    count_records(study, counts);
    for (unsigned w = 0; w < study->n_waves; w++) {
        ladle_material *own = counts + (size_t)w * LADLE_METHODS;
        count_partnerships(index, w, own);
        waves[w].material = own;
        for (unsigned method = 0; method < LADLE_METHODS; method++)
            if (own[method].records > 0) {
                own[waves[w].n_material] = own[method];
                own[waves[w].n_material++].method = (ladle_record_kind)method;
            }
    }
}

/* ------------------------------------------------------------------------------- elements */

/* The highest level that more than half of the counted partnerships are at or above. */
static unsigned dominant(const unsigned *counts, unsigned n_levels, unsigned assessed)
{
    unsigned level = n_levels - 1;
    unsigned long long reached = counts[level];
    while (2 * reached <= assessed)
        reached += counts[--level];
    return level;
}

static void sum_element(const ladle_framework *framework, ladle_programme_element *element)
{
    unsigned low = 0, high = framework->n_levels - 1;
    for (unsigned i = 0; i < framework->n_levels; i++)
        element->assessed += element->counts[i];
    if (element->assessed == 0)
        return;
    while (element->counts[low] == 0)
        low++;
    while (element->counts[high] == 0)
        high--;
    element->low = framework->levels[low];
    element->high = framework->levels[high];
    element->dominant =
        framework->levels[dominant(element->counts, framework->n_levels, element->assessed)];
}

static const ladle_programme_element *sum_elements(ladle_arena *arena, const ladle_results *results,
                                                   unsigned wave)
{
    const ladle_framework *framework = results->study->framework;
    unsigned n_levels = framework->n_levels;
    ladle_programme_element *elements =
        LADLE_NEW_ARRAY(arena, ladle_programme_element, framework->n_elements);
    unsigned *counts = LADLE_NEW_ARRAY(arena, unsigned, (size_t)framework->n_elements *n_levels);
    for (unsigned p = 0; p < results->study->n_partnerships; p++) {
        const ladle_wave_result *result = &results->partnerships[p].waves[wave];
        for (unsigned e = 0; e < framework->n_elements; e++)
            if (result->elements[e].level)
                counts[(size_t)e * n_levels + result->elements[e].level->index]++;
    }
    for (unsigned e = 0; e < framework->n_elements; e++) {
        elements[e].element = framework->elements[e];
        elements[e].counts = counts + (size_t)e * n_levels;
        sum_element(framework, &elements[e]);
    }
    return elements;
}

/* -------------------------------------------------------------------------------- changes */

static int levels_up(const ladle_level *from, const ladle_level *to)
{
    return (int)to->index - (int)from->index;
}

ladle_step ladle_step_between(const ladle_element_result *from, const ladle_element_result *to)
{
    return (ladle_step){.element = to->element,
                        .by = levels_up(from->level, to->level),
                        .firm = from->support != LADLE_SUPPORT_WEAK &&
                                to->support != LADLE_SUPPORT_WEAK};
}

static ladle_change change_between(ladle_arena *arena, const ladle_framework *framework,
                                   const ladle_wave_result *from, const ladle_wave_result *to)
{
    ladle_change change = {.from = from->wave,
                           .to = to->wave,
                           .partnership = to->partnership,
                           .placement = levels_up(from->placement, to->placement)};
    ladle_step *steps = LADLE_NEW_ARRAY(arena, ladle_step, MIN(from->assessed, to->assessed));
    for (unsigned e = 0; e < framework->n_elements; e++)
        if (from->elements[e].level && to->elements[e].level)
            steps[change.n_steps++] = ladle_step_between(&from->elements[e], &to->elements[e]);
    change.steps = steps;
    return change;
}

/* An element assessed in both waves means a placement in both: no change is missed here. */
static void list_changes(ladle_arena *arena, ladle_results *results)
{
    const ladle_study *study = results->study;
    g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(ladle_change));
    for (unsigned w = 1; w < study->n_waves; w++)
        for (unsigned p = 0; p < study->n_partnerships; p++) {
            const ladle_wave_result *from = &results->partnerships[p].waves[w - 1];
            if (!from[0].placement || !from[1].placement)
                continue;
            ladle_change change = change_between(arena, study->framework, &from[0], &from[1]);
            g_array_append_val(changes, change);
        }
    ladle_change *kept = LADLE_NEW_ARRAY(arena, ladle_change, changes->len);
    for (guint i = 0; i < changes->len; i++)
        kept[i] = g_array_index(changes, ladle_change, i);
    results->changes = kept;
    results->n_changes = changes->len;
}

/* ------------------------------------------------------------------------------- coverage */

static const ladle_coverage *count_questions(ladle_arena *arena, const ladle_framework *framework)
{
    ladle_coverage *coverage = LADLE_NEW_ARRAY(arena, ladle_coverage, framework->n_guides);
    for (unsigned g = 0; g < framework->n_guides; g++) {
        const ladle_guide *guide = framework->guides[g];
        unsigned *questions = LADLE_NEW_ARRAY(arena, unsigned, framework->n_elements);
        for (unsigned i = 0; i < guide->n_questions; i++)
            questions[guide->questions[i]->element->index]++;
        coverage[g] = (ladle_coverage){guide, questions};
    }
    return coverage;
}

void ladle_sum_programme(ladle_arena *arena, const ladle_index *index, ladle_results *results)
{
    const ladle_study *study = results->study;
    ladle_programme_wave *waves = LADLE_NEW_ARRAY(arena, ladle_programme_wave, study->n_waves);
    for (unsigned w = 0; w < study->n_waves; w++) {
        waves[w].wave = study->waves[w];
        waves[w].elements = sum_elements(arena, results, w);
    }
    count_material(arena, index, waves);
    ladle_count_codes(arena, index, waves);
    results->waves = waves;
    list_changes(arena, results);
    results->coverage = count_questions(arena, study->framework);
}
