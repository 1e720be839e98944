#include "report/input_private.h"

static const char *const kinds[] = {
    [LADLE_BEFORE_FORMED] = "before-formed",
    [LADLE_OBSERVATION_DATE] = "observation-date",
    [LADLE_NEVER_PRESENT] = "never-present",
};

static bool belongs(const ladle_input *input, const ladle_contradiction *contradiction)
{
    const ladle_partnership *partnership = input->options->partnership;
    if (partnership && contradiction->partnership != partnership)
        return false;
    return !contradiction->record ||
           contradiction->record->wave->index <= input->options->wave->index;
}

static void add_date(const ladle_input *input, xmlNode *parent, const char *name,
                     const ladle_date *date)
{
    ladle_input_date(input, ladle_input_child(input, parent, name), date);
}

static void add_contradiction(const ladle_input *input, xmlNode *root,
                              const ladle_contradiction *contradiction)
{
    xmlNode *node = ladle_input_child(input, root, "contradiction");
    ladle_input_set(node, "kind", kinds[contradiction->kind]);
    if (contradiction->partnership)
        ladle_input_count(node, "partnership", contradiction->partnership->index + 1);
    if (contradiction->record)
        ladle_input_set(node, "record", ladle_record_kind_name(contradiction->record->kind));
    if (contradiction->seat)
        ladle_input_set(node, "who",
                        ladle_name_of_seated(input->options->names, contradiction->seat->person,
                                             contradiction->group));
    if (contradiction->group)
        ladle_input_set(node, "group", ladle_group_kind_name(contradiction->group->kind));
    if (contradiction->record)
        add_date(input, node, "date", &contradiction->record->date);
    if (contradiction->kind == LADLE_BEFORE_FORMED)
        add_date(input, node, "other", &contradiction->formed->date);
    if (contradiction->kind == LADLE_OBSERVATION_DATE)
        add_date(input, node, "other", &contradiction->record->meeting->date);
}

void ladle_input_contradictions(const ladle_input *input, xmlNode *root)
{
    const GArray *found = input->options->contradictions;
    for (guint i = 0; i < found->len; i++) {
        const ladle_contradiction *contradiction = &g_array_index(found, ladle_contradiction, i);
        if (belongs(input, contradiction))
            add_contradiction(input, root, contradiction);
    }
}
