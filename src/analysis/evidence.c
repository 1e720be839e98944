#include "analysis/evidence.h"

#include <string.h>

/* ---------------------------------------------------------------------------------- seats */

ladle_seats ladle_seats_new(ladle_arena *arena, const ladle_study *study)
{
    return (ladle_seats){.study = study,
                         .kinds = LADLE_NEW_ARRAY(arena, unsigned char, study->n_persons),
                         .seated = g_array_new(FALSE, FALSE, sizeof(unsigned))};
}

void ladle_seats_free(ladle_seats *seats)
{
    g_array_free(seats->seated, TRUE);
}

/* An end that is missing or open lies before, or after, every day of a wave. */
static bool is_held(const ladle_seat *seat, const ladle_wave *wave)
{
    ladle_day first = seat->from ? seat->from->first : LADLE_OPEN_FIRST;
    ladle_day last = seat->to ? seat->to->last : LADLE_OPEN_LAST;
    return first <= wave->dates.last && last >= wave->dates.first;
}

static void seat_person(ladle_seats *seats, const ladle_person *person, ladle_group_kind kind)
{
    if (!seats->kinds[person->index])
        g_array_append_val(seats->seated, person->index);
    seats->kinds[person->index] |= (unsigned char)(1u << kind);
}

void ladle_seats_set(ladle_seats *seats, const ladle_partnership *partnership,
                     const ladle_wave *wave)
{
    for (guint i = 0; i < seats->seated->len; i++)
        seats->kinds[g_array_index(seats->seated, unsigned, i)] = 0;
    g_array_set_size(seats->seated, 0);
    for (unsigned g = 0; g < partnership->n_all_groups; g++) {
        const ladle_group *group = partnership->all_groups[g];
        for (unsigned i = 0; i < group->n_seats; i++)
            if (is_held(&group->seats[i], wave))
                seat_person(seats, group->seats[i].person, group->kind);
    }
}

/* -------------------------------------------------------------------------------- weights */

/* What a coding rates: an element or a dimension; NULL for other codes. */
static const void *rated(const ladle_coding *coding)
{
    return coding->kind == LADLE_CODE_ELEMENT     ? (const void *)coding->element
           : coding->kind == LADLE_CODE_DIMENSION ? (const void *)coding->dimension
                                                  : NULL;
}

static unsigned rated_index(const ladle_coding *coding)
{
    return coding->kind == LADLE_CODE_ELEMENT ? coding->element->index : coding->dimension->index;
}

/* By what is rated, then by coder: those without a name are one coder and come first. */
static gint compare_codings(gconstpointer a, gconstpointer b)
{
    const ladle_coding *left = ((const ladle_placed_coding *)a)->coding;
    const ladle_coding *right = ((const ladle_placed_coding *)b)->coding;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    if (rated_index(left) != rated_index(right))
        return rated_index(left) < rated_index(right) ? -1 : 1;
    return g_strcmp0(left->coder, right->coder);
}

static const ladle_coding *coding_at(const GArray *order, guint i)
{
    return g_array_index(order, ladle_placed_coding, i).coding;
}

static void sort_codings(ladle_gatherer *gatherer, const ladle_statement *statement)
{
    g_array_set_size(gatherer->order, 0);
    g_array_set_size(gatherer->weights, statement->n_codings);
    for (unsigned i = 0; i < statement->n_codings; i++) {
        ladle_placed_coding placed = {&statement->codings[i], i};
        if (rated(placed.coding))
            g_array_append_val(gatherer->order, placed);
    }
    g_array_sort(gatherer->order, compare_codings);
}

/* The end of the run of codings, from `start`, that rate the same thing (by the same coder). */
static guint run_end(const GArray *order, guint start, bool same_coder)
{
    const ladle_coding *first = coding_at(order, start);
    guint end = start + 1;
    while (end < order->len && rated(coding_at(order, end)) == rated(first) &&
           (!same_coder || g_strcmp0(coding_at(order, end)->coder, first->coder) == 0))
        end++;
    return end;
}

/* Weighs every rating of the statement: its strength, over the number of coders who rated the same
 * thing, over the number of this coder's ratings of it. So a statement says no more for having been
 * coded by many. */
static void weigh(ladle_gatherer *gatherer, const ladle_statement *statement)
{
    sort_codings(gatherer, statement);
    const GArray *order = gatherer->order;
    for (guint start = 0, end; start < order->len; start = end) {
        end = run_end(order, start, false);
        unsigned coders = 0;
        for (guint own = start; own < end; own = run_end(order, own, true))
            coders++;
        for (guint own = start, next; own < end; own = next) {
            next = run_end(order, own, true);
            for (guint i = own; i < next; i++)
                g_array_index(gatherer->weights, double,
                              g_array_index(order, ladle_placed_coding, i).place) =
                    coding_at(order, i)->strength / ((double)coders * (next - own));
        }
    }
}

/* --------------------------------------------------------------------------------- voices */

static void set_person(ladle_piece *piece, const ladle_person *person, const ladle_seats *seats)
{
    piece->kinds = seats->kinds[person->index];
    piece->sector = person->organisation ? person->organisation->sector : NULL;
}

/* Without a speaker, the voice of a statement is that of the group that met or was asked. */
static void set_statement_voice(ladle_piece *piece, const ladle_statement *statement,
                                const ladle_seats *seats)
{
    const ladle_record *record = statement->record;
    const ladle_group *group = record->meeting ? record->meeting->group : record->group;
    if (statement->speaker)
        set_person(piece, statement->speaker, seats);
    else if (group)
        piece->kinds = (unsigned char)(1u << group->kind);
}

/* ------------------------------------------------------------------------------ gathering */

ladle_gatherer ladle_gatherer_new(ladle_arena *arena, const ladle_study *study)
{
    return (ladle_gatherer){.pieces = g_array_new(FALSE, FALSE, sizeof(ladle_piece)),
                            .order = g_array_new(FALSE, FALSE, sizeof(ladle_placed_coding)),
                            .weights = g_array_new(FALSE, TRUE, sizeof(double)),
                            .unmapped =
                                LADLE_NEW_ARRAY(arena, unsigned, study->framework->n_elements)};
}

void ladle_gatherer_free(ladle_gatherer *gatherer)
{
    g_array_free(gatherer->pieces, TRUE);
    g_array_free(gatherer->order, TRUE);
    g_array_free(gatherer->weights, TRUE);
}

static void gather_statement(ladle_gatherer *gatherer, const ladle_statement *statement,
                             const ladle_seats *seats)
{
    weigh(gatherer, statement);
    for (unsigned i = 0; i < statement->n_codings; i++) {
        const ladle_coding *coding = &statement->codings[i];
        if (!rated(coding))
            continue;
        ladle_piece piece = {.evidence = {.record = statement->record,
                                          .statement = statement,
                                          .coding = coding,
                                          .level = coding->level,
                                          .weight = g_array_index(gatherer->weights, double, i)},
                             .element = coding->kind == LADLE_CODE_ELEMENT ? coding->element : NULL,
                             .dimension =
                                 coding->kind == LADLE_CODE_DIMENSION ? coding->dimension : NULL};
        set_statement_voice(&piece, statement, seats);
        g_array_append_val(gatherer->pieces, piece);
    }
}

static void gather_answer(ladle_gatherer *gatherer, const ladle_record *record,
                          const ladle_answer *answer, const ladle_seats *seats)
{
    const ladle_element *element = answer->question->element;
    if (!answer->level) {
        gatherer->unmapped[element->index]++;
        return;
    }
    ladle_piece piece = {
        .evidence = {.record = record, .answer = answer, .level = answer->level, .weight = 2},
        .element = element,
        .kinds = (unsigned char)(1u << record->guide->kind)};
    if (record->respondent)
        set_person(&piece, record->respondent, seats);
    g_array_append_val(gatherer->pieces, piece);
}

void ladle_gather(ladle_gatherer *gatherer, const ladle_framework *framework,
                  ladle_record_list records, const ladle_seats *seats)
{
    g_array_set_size(gatherer->pieces, 0);
    memset(gatherer->unmapped, 0, sizeof(unsigned) * framework->n_elements);
    for (unsigned r = 0; r < records.n; r++) {
        const ladle_record *record = records.items[r];
        for (unsigned i = 0; i < record->n_statements; i++)
            gather_statement(gatherer, record->statements[i], seats);
        for (unsigned i = 0; i < record->n_answers; i++)
            gather_answer(gatherer, record, &record->answers[i], seats);
    }
}
