#include "analysis/elements.h"

#include <string.h>

ladle_levels ladle_levels_new(ladle_arena *arena, const ladle_study *study)
{
    const ladle_framework *framework = study->framework;
    unsigned n_levels = framework->n_levels;
    return (ladle_levels){
        .arena = arena,
        .study = study,
        .framework = framework,
        .gatherer = ladle_gatherer_new(arena, study),
        .seats = ladle_seats_new(arena, study),
        .elements = ladle_weights_new(arena, framework->n_elements, n_levels),
        .dimensions = ladle_weights_new(arena, framework->n_dimensions, n_levels),
        .voices = ladle_weights_new(arena, LADLE_GROUP_KINDS + framework->n_sectors, n_levels),
        .statements = LADLE_NEW_ARRAY(arena, unsigned, LADLE_GROUP_KINDS + framework->n_sectors),
        .saved = ladle_weights_new(arena, framework->n_elements, n_levels),
        .shares = LADLE_NEW_ARRAY(arena, double, n_levels),
        .at = LADLE_NEW_ARRAY(arena, unsigned, n_levels),
        .is_touched = LADLE_NEW_ARRAY(arena, bool, framework->n_elements),
        .touched = LADLE_NEW_ARRAY(arena, unsigned, framework->n_elements)};
}

void ladle_levels_free(ladle_levels *levels)
{
    ladle_gatherer_free(&levels->gatherer);
    ladle_seats_free(&levels->seats);
}

static const ladle_piece *piece_at(const ladle_levels *levels, guint i)
{
    return &g_array_index(levels->gatherer.pieces, ladle_piece, i);
}

static const ladle_level *level_of(const ladle_levels *levels, const double *shares)
{
    return levels->framework->levels[ladle_profile_level(shares, levels->framework->n_levels)];
}

/* --------------------------------------------------------------------------------- voices */

static void add_to_voice(ladle_levels *levels, unsigned voice, const ladle_evidence *evidence,
                         bool is_new)
{
    ladle_weights_add(&levels->voices[voice], evidence->record->kind, evidence->level->index,
                      evidence->weight);
    levels->statements[voice] += is_new;
}

/* is_new: the piece is of another statement than the one before. All pieces of a statement have the
 * same voices. */
static void add_to_voices(ladle_levels *levels, const ladle_piece *piece, bool is_new)
{
    for (unsigned kind = 0; kind < LADLE_GROUP_KINDS; kind++)
        if (piece->kinds & (1u << kind))
            add_to_voice(levels, kind, &piece->evidence, is_new);
    if (piece->sector)
        add_to_voice(levels, LADLE_GROUP_KINDS + piece->sector->index, &piece->evidence, is_new);
}

static unsigned items_of(const ladle_weights *weights)
{
    unsigned items = 0;
    for (unsigned i = 0; i < LADLE_METHODS; i++)
        items += weights->items[i];
    return items;
}

/* Moves the voices that have spoken into `found`, and empties them. Returns their number. */
static unsigned take_voices(ladle_levels *levels, ladle_voice *found)
{
    unsigned n = 0;
    for (unsigned i = 0; i < LADLE_GROUP_KINDS + levels->framework->n_sectors; i++) {
        ladle_weights *voice = &levels->voices[i];
        if (ladle_weights_profile(voice, levels->shares) == 0)
            continue;
        found[n++] = (ladle_voice){
            .kind = i < LADLE_GROUP_KINDS ? (ladle_group_kind)i : LADLE_GROUP_OTHER,
            .sector =
                i < LADLE_GROUP_KINDS ? NULL : levels->framework->sectors[i - LADLE_GROUP_KINDS],
            .level = level_of(levels, levels->shares),
            .items = items_of(voice),
            .statements = levels->statements[i]};
        ladle_weights_clear(voice);
        levels->statements[i] = 0;
    }
    return n;
}

const ladle_voice *ladle_group_voice(const ladle_element_result *result, ladle_group_kind kind)
{
    for (unsigned i = 0; i < result->n_voices; i++)
        if (!result->voices[i].sector && result->voices[i].kind == kind)
            return &result->voices[i];
    return NULL;
}

static bool is_split(const ladle_element_result *result)
{
    const ladle_voice *steering = ladle_group_voice(result, LADLE_GROUP_STEERING);
    const ladle_voice *consultant = ladle_group_voice(result, LADLE_GROUP_CONSULTANT);
    return steering && consultant && steering->level != consultant->level;
}

/* ------------------------------------------------------------------------------- elements */

static ladle_support support_of(const ladle_element_result *result)
{
    if (result->records < 2 || result->methods < 2)
        return LADLE_SUPPORT_WEAK;
    if (result->records >= 3 && result->methods >= 3 && result->agreement >= 0.5 - 1e-9)
        return LADLE_SUPPORT_STRONG;
    return LADLE_SUPPORT_MODERATE;
}

/* Pieces of one element, as places among all pieces, and the evidence copied from them. */
typedef struct {
    const guint *places;
    ladle_evidence *evidence;
} own_pieces;

bool ladle_same_statement(const ladle_evidence *a, const ladle_evidence *b)
{
    return a->statement && a->statement == b->statement;
}

static void assess_element(ladle_levels *levels, ladle_element_result *result, own_pieces own)
{
    const ladle_evidence *latest = NULL;
    double *shares = LADLE_NEW_ARRAY(levels->arena, double, levels->framework->n_levels);
    for (unsigned i = 0; i < result->items; i++) {
        const ladle_piece *piece = piece_at(levels, own.places[i]);
        own.evidence[i] = piece->evidence;
        result->records += !latest || latest->record != piece->evidence.record;
        bool is_new = !latest || !ladle_same_statement(latest, &piece->evidence);
        result->statements += is_new;
        latest = &piece->evidence;
        add_to_voices(levels, piece, is_new);
    }
    result->evidence = own.evidence;
    result->methods = ladle_weights_profile(&levels->elements[result->element->index], shares);
    result->shares = shares;
    result->level = level_of(levels, shares);
    result->agreement = ladle_agreement(shares, levels->framework->n_levels);
    result->support = support_of(result);
    unsigned room = LADLE_GROUP_KINDS + levels->framework->n_sectors;
    g_autofree ladle_voice *voices = g_new(ladle_voice, room);
    result->n_voices = take_voices(levels, voices);
    ladle_voice *kept = LADLE_NEW_ARRAY(levels->arena, ladle_voice, result->n_voices);
    for (unsigned i = 0; i < result->n_voices; i++)
        kept[i] = voices[i];
    result->voices = kept;
    result->split = is_split(result);
}

/* Sums the weights of all pieces, and counts the items of each element. */
static void sum_pieces(ladle_levels *levels, ladle_element_result *elements)
{
    for (unsigned i = 0; i < levels->framework->n_elements; i++)
        ladle_weights_clear(&levels->elements[i]);
    for (unsigned i = 0; i < levels->framework->n_dimensions; i++)
        ladle_weights_clear(&levels->dimensions[i]);
    for (guint i = 0; i < levels->gatherer.pieces->len; i++) {
        const ladle_piece *piece = piece_at(levels, i);
        if (piece->element)
            elements[piece->element->index].items++;
        ladle_weights_add(piece->element ? &levels->elements[piece->element->index]
                                         : &levels->dimensions[piece->dimension->index],
                          piece->evidence.record->kind, piece->evidence.level->index,
                          piece->evidence.weight);
    }
}

/* The places of the pieces, element by element, each in document order. */
static guint *sort_pieces(const ladle_levels *levels, const ladle_element_result *elements)
{
    unsigned n_elements = levels->framework->n_elements;
    guint *places = g_new(guint, levels->gatherer.pieces->len);
    g_autofree guint *next = g_new0(guint, n_elements);
    for (unsigned i = 1; i < n_elements; i++)
        next[i] = next[i - 1] + elements[i - 1].items;
    for (guint i = 0; i < levels->gatherer.pieces->len; i++) {
        const ladle_piece *piece = piece_at(levels, i);
        if (piece->element)
            places[next[piece->element->index]++] = i;
    }
    return places;
}

/* ----------------------------------------------------------------------------- dimensions */

/* A dimension is placed as a partnership is, by the levels of its assessed elements; what is coded
 * for it directly counts as one more, at the level of its profile. */
static void assess_dimension(ladle_levels *levels, const ladle_element_result *elements,
                             ladle_dimension_result *result)
{
    const ladle_framework *framework = levels->framework;
    unsigned n_levels = framework->n_levels, own = result->dimension->index;
    memset(levels->at, 0, sizeof(unsigned) * n_levels);
    for (unsigned i = 0; i < framework->n_elements; i++)
        if (framework->elements[i]->dimension == result->dimension && elements[i].level) {
            levels->at[elements[i].level->index]++;
            result->of++;
        }
    if (ladle_weights_profile(&levels->dimensions[own], levels->shares) > 0) {
        levels->at[ladle_profile_level(levels->shares, n_levels)]++;
        result->of++;
    }
    if (result->of > 0)
        result->level = framework->levels[ladle_place(levels->at, n_levels, result->of)];
}

static const ladle_dimension_result *assess_dimensions(ladle_levels *levels,
                                                       const ladle_element_result *elements)
{
    const ladle_framework *framework = levels->framework;
    ladle_dimension_result *dimensions =
        LADLE_NEW_ARRAY(levels->arena, ladle_dimension_result, framework->n_dimensions);
    for (unsigned i = 0; i < framework->n_dimensions; i++) {
        dimensions[i].dimension = framework->dimensions[i];
        assess_dimension(levels, elements, &dimensions[i]);
    }
    return dimensions;
}

void ladle_assess_elements(ladle_levels *levels, ladle_wave_result *result)
{
    const ladle_framework *framework = levels->framework;
    ladle_gather(&levels->gatherer, framework,
                 (ladle_record_list){result->records, result->n_records}, &levels->seats);
    ladle_element_result *elements =
        LADLE_NEW_ARRAY(levels->arena, ladle_element_result, framework->n_elements);
    sum_pieces(levels, elements);
    g_autofree guint *places = sort_pieces(levels, elements);
    own_pieces own = {places,
                      LADLE_NEW_ARRAY(levels->arena, ladle_evidence, levels->gatherer.pieces->len)};
    for (unsigned i = 0; i < framework->n_elements; i++) {
        elements[i].element = framework->elements[i];
        elements[i].unmapped = levels->gatherer.unmapped[i];
        if (elements[i].items == 0)
            continue;
        assess_element(levels, &elements[i], own);
        own.places += elements[i].items;
        own.evidence += elements[i].items;
        result->assessed++;
    }
    result->elements = elements;
    result->dimensions = assess_dimensions(levels, elements);
}
