#include "report/input_private.h"

static xmlNode *add_term(const ladle_input *input, xmlNode *parent, const char *name,
                         const char *id, const char *words)
{
    xmlNode *node = ladle_input_words(input, parent, name, words);
    ladle_input_set(node, "id", id);
    return node;
}

/* Levels that are ideal types are shown as figure 4 and on. */
enum { FIRST_TYPE_FIGURE = 4 };

static void add_levels(const ladle_input *input, xmlNode *parent, const ladle_framework *framework)
{
    unsigned figure = FIRST_TYPE_FIGURE;
    for (unsigned i = 0; i < framework->n_levels; i++) {
        const ladle_level *level = framework->levels[i];
        xmlNode *node = add_term(input, parent, "level", level->id, level->name);
        ladle_input_count(node, "n", i);
        ladle_input_yes_no(node, "type", level->is_type);
        if (level->is_type)
            ladle_input_count(node, "figure", figure++);
    }
}

static void add_element(const ladle_input *input, xmlNode *parent, const ladle_element *element)
{
    xmlNode *node = ladle_input_child(input, parent, "element");
    ladle_input_set(node, "id", element->id);
    ladle_input_count(node, "n", element->index + 1);
    if (element->dimension)
        ladle_input_set(node, "dimension", element->dimension->id);
    ladle_input_words(input, node, "name", element->name);
    if (element->about)
        ladle_input_words(input, node, "about", element->about);
    for (unsigned i = 0; i < element->n_ideals; i++) {
        xmlNode *ideal = ladle_input_child(input, node, "ideal");
        ladle_input_set(ideal, "level", element->ideals[i].level->id);
        for (unsigned k = 0; k < element->ideals[i].n_lines; k++)
            ladle_input_words(input, ideal, "line", element->ideals[i].lines[k]);
    }
}

static void add_columns(const ladle_input *input, xmlNode *parent, const ladle_framework *framework)
{
    for (unsigned i = 0; i < framework->n_columns; i++) {
        const ladle_leadership_column *column = framework->columns[i];
        xmlNode *node = ladle_input_child(input, parent, "column");
        ladle_input_set(node, "id", column->id);
        ladle_input_words(input, node, "name", column->name);
        for (unsigned k = 0; k < column->n_indicators; k++)
            add_term(input, node, "indicator", column->indicators[k]->id,
                     column->indicators[k]->name);
    }
}

static void add_question(const ladle_input *input, xmlNode *guide, const ladle_question *question,
                         unsigned n)
{
    xmlNode *node = ladle_input_child(input, guide, "question");
    ladle_input_count(node, "n", n);
    ladle_input_set(node, "element", question->element->id);
    ladle_input_words(input, node, "text", question->text);
    for (unsigned i = 0; i < question->n_options; i++) {
        xmlNode *option = ladle_input_words(input, node, "option", question->options[i].value);
        if (question->options[i].level)
            ladle_input_set(option, "level", question->options[i].level->id);
    }
    for (unsigned i = 0; i < question->n_bands; i++) {
        xmlNode *band = ladle_input_child(input, node, "band");
        ladle_input_set(band, "from", question->bands[i].from_text);
        ladle_input_set(band, "to", question->bands[i].to_text);
        ladle_input_set(band, "level", question->bands[i].level->id);
    }
}

static void add_guide(const ladle_input *input, xmlNode *parent, const ladle_guide *guide)
{
    xmlNode *node = ladle_input_child(input, parent, "guide");
    ladle_input_set(node, "id", guide->id);
    ladle_input_set(node, "for", ladle_group_kind_name(guide->kind));
    ladle_input_words(input, node, "title", guide->title);
    if (guide->intro)
        ladle_input_words(input, node, "intro", guide->intro);
    const ladle_coverage *coverage = &input->options->results->coverage[guide->index];
    const ladle_framework *framework = input->options->study->framework;
    for (unsigned i = 0; i < framework->n_elements; i++) {
        xmlNode *covers = ladle_input_child(input, node, "covers");
        ladle_input_set(covers, "element", framework->elements[i]->id);
        ladle_input_count(covers, "questions", coverage->questions[i]);
    }
    for (unsigned i = 0; i < guide->n_questions; i++)
        add_question(input, node, guide->questions[i], i + 1);
}

static void add_factors(const ladle_input *input, xmlNode *parent, const ladle_framework *framework)
{
    for (unsigned i = 0; i < framework->n_factors; i++) {
        const ladle_factor *factor = framework->factors[i];
        xmlNode *node = ladle_input_child(input, parent, "factor");
        ladle_input_set(node, "id", factor->id);
        ladle_input_set(node, "kind", factor->is_drawback ? "drawback" : "benefit");
        ladle_input_words(input, node, "name", factor->name);
        if (factor->about)
            ladle_input_words(input, node, "about", factor->about);
    }
}

void ladle_input_framework(const ladle_input *input, xmlNode *root)
{
    const ladle_framework *framework = input->options->study->framework;
    xmlNode *node = ladle_input_child(input, root, "framework");
    ladle_input_set(node, "id", framework->id);
    ladle_input_yes_no(node, "built-in", framework->built_in);
    ladle_input_speak(input, node, ladle_input_framework_language(input));
    for (unsigned i = 0; i < framework->n_sectors; i++)
        add_term(input, node, "sector", framework->sectors[i]->id, framework->sectors[i]->name);
    add_levels(input, node, framework);
    for (unsigned i = 0; i < framework->n_dimensions; i++)
        add_term(input, node, "dimension", framework->dimensions[i]->id,
                 framework->dimensions[i]->name);
    for (unsigned i = 0; i < framework->n_elements; i++)
        add_element(input, node, framework->elements[i]);
    add_columns(input, node, framework);
    for (unsigned i = 0; i < framework->n_redesigns; i++)
        add_term(input, node, "redesign", framework->redesigns[i]->id,
                 framework->redesigns[i]->name);
    for (unsigned i = 0; i < framework->n_phases; i++)
        add_term(input, node, "phase", framework->phases[i]->id, framework->phases[i]->name);
    add_factors(input, node, framework);
    for (unsigned i = 0; i < framework->n_guides; i++)
        add_guide(input, node, framework->guides[i]);
    ladle_wording_apply(input->options->wording, node);
}
