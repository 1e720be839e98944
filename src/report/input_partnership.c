#include "report/input_private.h"

#include <math.h>
#include <string.h>

static void add_members(const ladle_input *input, xmlNode *parent,
                        const ladle_partnership *partnership)
{
    ladle_printing *names = input->options->names;
    for (unsigned i = 0; i < partnership->n_municipalities; i++) {
        const char *name = ladle_name_of_municipality(names, partnership->municipalities[i]);
        if (name)
            ladle_input_said(input, parent, "municipality", name, NULL);
    }
    for (unsigned i = 0; i < partnership->n_members; i++) {
        const ladle_organisation *member = partnership->members[i];
        const char *name = ladle_name_of_organisation(names, member);
        const char *language =
            ladle_printing_partnerships(names) ? NULL : ladle_input_framework_language(input);
        xmlNode *node = ladle_input_said(input, parent, "member", name, language);
        ladle_input_set(node, "sector", member->sector->id);
    }
}

static bool held_in(const ladle_seat *seat, const ladle_wave *wave)
{
    return (!seat->from || seat->from->first <= wave->dates.last) &&
           (!seat->to || seat->to->last >= wave->dates.first);
}

/* Seats held in the wave; those that are printed alike are counted, in the order of the first. */
static void add_seats(const ladle_input *input, xmlNode *parent, const ladle_group *group)
{
    for (unsigned i = 0; i < group->n_seats; i++) {
        const ladle_person *person = group->seats[i].person;
        if (!held_in(&group->seats[i], input->options->wave))
            continue;
        const char *words = ladle_name_of_person(input->options->names, person);
        const ladle_sector *its_sector = ladle_sector_of_person(input->options->names, person);
        const char *sector = its_sector ? its_sector->id : NULL;
        xmlNode *alike = NULL;
        for (xmlNode *seat = parent->children; seat && !alike; seat = seat->next) {
            xmlChar *there = xmlNodeGetContent(seat);
            xmlChar *that_sector = xmlGetNoNsProp(seat, BAD_CAST "sector");
            if (g_str_equal((const char *)there, words ? words : "") &&
                g_strcmp0((const char *)that_sector, sector) == 0)
                alike = seat;
            xmlFree(there);
            xmlFree(that_sector);
        }
        if (alike) {
            xmlChar *count = xmlGetNoNsProp(alike, BAD_CAST "count");
            ladle_input_count(alike, "count",
                              (unsigned)g_ascii_strtoull((const char *)count, NULL, 10) + 1);
            xmlFree(count);
        } else {
            xmlNode *seat = ladle_input_words(input, parent, "seat", words);
            ladle_input_set(seat, "sector", sector);
            ladle_input_count(seat, "count", 1);
        }
    }
}

static void add_groups(const ladle_input *input, xmlNode *parent,
                       const ladle_partnership *partnership)
{
    for (unsigned i = 0; i < partnership->n_all_groups; i++) {
        const ladle_group *group = partnership->all_groups[i];
        xmlNode *node = ladle_input_child(input, parent, "group");
        ladle_input_set(node, "kind", ladle_group_kind_name(group->kind));
        if (group->owner != partnership)
            ladle_input_set(node, "shared", "yes");
        add_seats(input, node, group);
    }
}

static void add_material(const ladle_input *input, xmlNode *parent, const ladle_wave_result *result)
{
    unsigned records[LADLE_RECORD_KINDS] = {0}, statements[LADLE_RECORD_KINDS] = {0};
    for (unsigned i = 0; i < result->n_records; i++) {
        records[result->records[i]->kind]++;
        statements[result->records[i]->kind] +=
            result->records[i]->n_statements + result->records[i]->n_answers;
    }
    for (unsigned kind = 0; kind < LADLE_METHODS; kind++) {
        if (!records[kind])
            continue;
        xmlNode *node = ladle_input_child(input, parent, "material");
        ladle_input_set(node, "method", ladle_record_kind_name(kind));
        ladle_input_count(node, "records", records[kind]);
        ladle_input_count(node, "statements", statements[kind]);
    }
}

/* ------------------------------------------------------------------------------- assessment */

/* The next ideal type above a placement; NULL at the top. */
static const ladle_level *next_level(const ladle_input *input, const ladle_level *placement)
{
    const ladle_framework *framework = input->options->study->framework;
    if (!placement || placement->index + 1 >= framework->n_levels)
        return NULL;
    return framework->levels[placement->index + 1];
}

static double share_from(const ladle_element_result *result, const ladle_level *level,
                         unsigned n_levels)
{
    double share = 0;
    for (unsigned i = level->index; i < n_levels; i++)
        share += result->shares[i];
    return MIN(share, 1);
}

/* Records without which the placement would be another, named by kind and date. */
static void add_pivotal(const ladle_input *input, xmlNode *parent, const ladle_wave_result *result)
{
    for (unsigned i = 0; i < result->n_pivotal; i++) {
        const ladle_record *record = result->pivotal[i];
        xmlNode *node = ladle_input_child(input, parent, "pivotal");
        ladle_input_set(node, "kind", ladle_record_kind_name(record->kind));
        ladle_input_set(node, "form", ladle_input_form(record));
        ladle_input_date(input, node, &record->date);
    }
}

static void add_counts(const ladle_input *input, xmlNode *parent, const ladle_wave_result *result)
{
    const ladle_framework *framework = input->options->study->framework;
    for (unsigned l = 0; l < framework->n_levels; l++) {
        unsigned at = 0, reached = 0;
        for (unsigned e = 0; e < framework->n_elements; e++) {
            const ladle_level *level = result->elements[e].level;
            at += level && level->index == l;
            reached += level && level->index >= l;
        }
        xmlNode *node = ladle_input_child(input, parent, "count");
        ladle_input_set(node, "level", framework->levels[l]->id);
        ladle_input_count(node, "elements", at);
        ladle_input_count(node, "reached", reached);
    }
}

static void add_before(const ladle_input *input, xmlNode *node, const ladle_wave_result *result,
                       const ladle_element_result *element)
{
    if (result->wave->index == 0)
        return;
    const ladle_wave *wave = input->options->study->waves[result->wave->index - 1];
    const ladle_element_result *before =
        &ladle_result_of(input->options->results, result->partnership, wave)
             ->elements[element->element->index];
    if (!before->level)
        return;
    ladle_input_set(node, "before", before->level->id);
    ladle_input_count(node, "before-n", before->level->index);
    if (!element->level)
        return;
    ladle_step step = ladle_step_between(before, element);
    char by[16];
    g_snprintf(by, sizeof by, "%d", step.by);
    ladle_input_set(node, "by", by);
    ladle_input_yes_no(node, "firm", step.firm);
}

/* A level is attributed to a group or sector only where that gives nobody away. */
static bool may_tell_voice(const ladle_input *input, const ladle_wave_result *wave,
                           const ladle_voice *voice)
{
    const ladle_printing *names = input->options->names;
    return voice->sector
               ? ladle_printing_tells_sector(names, wave->partnership, wave->wave, voice->sector)
               : ladle_printing_tells_kind(names, wave->partnership, wave->wave, voice->kind);
}

static void add_voices(const ladle_input *input, xmlNode *parent, const ladle_wave_result *wave,
                       const ladle_element_result *result)
{
    for (unsigned i = 0; i < result->n_voices; i++) {
        const ladle_voice *voice = &result->voices[i];
        if (!may_tell_voice(input, wave, voice))
            continue;
        xmlNode *node = ladle_input_child(input, parent, "voice");
        if (voice->sector)
            ladle_input_set(node, "sector", voice->sector->id);
        else
            ladle_input_set(node, "group", ladle_group_kind_name(voice->kind));
        ladle_input_set(node, "level", voice->level->id);
        ladle_input_count(node, "items", voice->items);
        ladle_input_count(node, "statements", voice->statements);
    }
}

/* A split is told when both groups may be. */
static bool is_told_split(const ladle_input *input, const ladle_wave_result *wave,
                          const ladle_element_result *result)
{
    const ladle_voice *steering = ladle_group_voice(result, LADLE_GROUP_STEERING);
    const ladle_voice *consultant = ladle_group_voice(result, LADLE_GROUP_CONSULTANT);
    return result->split && may_tell_voice(input, wave, steering) &&
           may_tell_voice(input, wave, consultant);
}

static void add_methods(const ladle_input *input, xmlNode *parent,
                        const ladle_element_result *result)
{
    unsigned items[LADLE_RECORD_KINDS] = {0}, statements[LADLE_RECORD_KINDS] = {0};
    for (unsigned i = 0; i < result->items; i++) {
        const ladle_evidence *evidence = &result->evidence[i];
        items[evidence->record->kind]++;
        statements[evidence->record->kind] +=
            i == 0 || !ladle_same_statement(evidence - 1, evidence);
    }
    for (unsigned kind = 0; kind < LADLE_METHODS; kind++) {
        if (!items[kind])
            continue;
        xmlNode *node = ladle_input_child(input, parent, "method");
        ladle_input_set(node, "id", ladle_record_kind_name(kind));
        ladle_input_count(node, "items", items[kind]);
        ladle_input_count(node, "statements", statements[kind]);
    }
}

static void add_element(const ladle_input *input, xmlNode *parent, const ladle_wave_result *wave,
                        const ladle_element_result *result)
{
    const ladle_framework *framework = input->options->study->framework;
    const ladle_level *next = next_level(input, wave->placement);
    xmlNode *node = ladle_input_child(input, parent, "element");
    ladle_input_set(node, "id", result->element->id);
    if (result->level) {
        ladle_input_set(node, "level", result->level->id);
        ladle_input_count(node, "level-n", result->level->index);
        ladle_input_real(node, "agreement", result->agreement);
    }
    ladle_input_set(node, "support", ladle_support_name(result->support));
    ladle_input_count(node, "items", result->items);
    ladle_input_count(node, "statements", result->statements);
    ladle_input_count(node, "records", result->records);
    ladle_input_count(node, "methods", result->methods);
    ladle_input_count(node, "unmapped", result->unmapped);
    ladle_input_yes_no(node, "split", is_told_split(input, wave, result));
    if (result->level && next)
        ladle_input_real(node, "towards-next", share_from(result, next, framework->n_levels));
    add_before(input, node, wave, result);
    if (!result->level)
        return;
    for (unsigned i = 0; i < framework->n_levels; i++) {
        xmlNode *share = ladle_input_child(input, node, "share");
        ladle_input_set(share, "level", framework->levels[i]->id);
        ladle_input_real(share, "value", result->shares[i]);
    }
    add_voices(input, node, wave, result);
    if (wave->wave == input->options->wave)
        ladle_input_for_and_against(input, node, wave->partnership, result->element, result->level);
    add_methods(input, node, result);
}

static void add_placement(const ladle_input *input, xmlNode *node, const ladle_wave_result *result)
{
    const ladle_level *next = next_level(input, result->placement);
    ladle_input_set(node, "placement", result->placement->id);
    ladle_input_count(node, "placement-n", result->placement->index);
    ladle_input_count(node, "assessed", result->assessed);
    ladle_input_count(node, "elements", input->options->study->framework->n_elements);
    ladle_input_set(node, "lowest", result->lowest->id);
    ladle_input_set(node, "highest", result->highest->id);
    ladle_input_count(node, "slack", result->slack);
    if (next) {
        ladle_input_count(node, "to-next", result->to_next);
        ladle_input_set(node, "next", next->id);
    }
    ladle_input_count(node, "needed", result->assessed / 2 + 1);
    ladle_input_yes_no(node, "provisional", result->provisional);
    ladle_input_count(node, "runs", result->runs);
    ladle_input_count(node, "kept", result->kept);
    add_pivotal(input, node, result);
    for (unsigned i = 0; i < result->n_memberships; i++) {
        xmlNode *membership = ladle_input_child(input, node, "membership");
        ladle_input_set(membership, "type", result->memberships[i].type->id);
        ladle_input_real(membership, "minimum", result->memberships[i].minimum);
        ladle_input_real(membership, "majority", result->memberships[i].majority);
    }
}

static void add_assessment(const ladle_input *input, xmlNode *parent,
                           const ladle_wave_result *result)
{
    const ladle_framework *framework = input->options->study->framework;
    xmlNode *node = ladle_input_child(input, parent, "assessment");
    ladle_input_set(node, "wave", result->wave->id);
    if (result->placement) {
        add_placement(input, node, result);
    } else {
        ladle_input_count(node, "assessed", 0);
        ladle_input_count(node, "elements", framework->n_elements);
    }
    add_counts(input, node, result);
    for (unsigned e = 0; e < framework->n_elements; e++)
        add_element(input, node, result, &result->elements[e]);
    for (unsigned d = 0; d < framework->n_dimensions; d++) {
        const ladle_dimension_result *dimension = &result->dimensions[d];
        if (!dimension->level)
            continue;
        xmlNode *child = ladle_input_child(input, node, "dimension");
        ladle_input_set(child, "id", dimension->dimension->id);
        ladle_input_set(child, "level", dimension->level->id);
        ladle_input_count(child, "level-n", dimension->level->index);
        ladle_input_count(child, "of", dimension->of);
    }
    ladle_input_activity(input, node, result);
}

void ladle_input_partnership(const ladle_input *input, xmlNode *root,
                             const ladle_partnership *partnership)
{
    const ladle_input_options *options = input->options;
    const ladle_wave_result *result = ladle_result_of(options->results, partnership, options->wave);
    xmlNode *node = ladle_input_child(input, root, "partnership");
    ladle_input_count(node, "n", partnership->index + 1);
    ladle_input_set(node, "alias", ladle_name_of_partnership(options->names, partnership));
    ladle_input_set(node, "short", ladle_short_name_of_partnership(options->names, partnership));
    ladle_input_yes_no(node, "studied", result->assessed > 0);
    if (partnership->lead)
        ladle_input_set(node, "lead",
                        ladle_name_of_organisation(options->names, partnership->lead));
    ladle_input_count(node, "municipalities", partnership->n_municipalities);
    add_members(input, node, partnership);
    add_groups(input, node, partnership);
    add_material(input, node, result);
    for (unsigned w = 0; w <= options->wave->index; w++)
        add_assessment(input, node,
                       ladle_result_of(options->results, partnership, options->study->waves[w]));
    ladle_input_drawings(input, node, result);
    ladle_input_timeline(input, node, &options->results->partnerships[partnership->index].timeline);
}
