/* Handlers of <framework>: each makes a part of the model from an open element. */
#include "study/reader.h"
#include "study/values.h"

#include <math.h>

static void define(ladle_reader *reader, const ladle_frame *frame, ladle_kind kind, void *thing)
{
    ladle_names_define(reader->names, kind, ladle_frame_value(frame, "id"), thing,
                       ladle_frame_place(frame, "id"), reader->diagnostics);
}

static unsigned count(const ladle_reader *reader, ladle_list list)
{
    return reader->lists[list]->len;
}

void ladle_start_framework(ladle_reader *reader, ladle_frame *frame)
{
    ladle_framework *framework = LADLE_NEW(reader->arena, ladle_framework);
    framework->pos = frame->pos;
    framework->id = ladle_frame_id(frame);
    framework->language = ladle_frame_value(frame, "xml:lang");
    reader->framework = framework;
}

void ladle_end_framework(ladle_reader *reader, ladle_frame *frame)
{
    ladle_framework *f = reader->framework;
    (void)frame;
    f->sectors = ladle_reader_take_list(reader, LADLE_LIST_SECTORS, &f->n_sectors);
    f->levels = ladle_reader_take_list(reader, LADLE_LIST_LEVELS, &f->n_levels);
    f->dimensions = ladle_reader_take_list(reader, LADLE_LIST_DIMENSIONS, &f->n_dimensions);
    f->elements = ladle_reader_take_list(reader, LADLE_LIST_ELEMENTS, &f->n_elements);
    f->columns = ladle_reader_take_list(reader, LADLE_LIST_COLUMNS, &f->n_columns);
    f->indicators = ladle_reader_take_list(reader, LADLE_LIST_INDICATORS, &f->n_indicators);
    f->redesigns = ladle_reader_take_list(reader, LADLE_LIST_REDESIGNS, &f->n_redesigns);
    f->phases = ladle_reader_take_list(reader, LADLE_LIST_PHASES, &f->n_phases);
    f->factors = ladle_reader_take_list(reader, LADLE_LIST_FACTORS, &f->n_factors);
    f->guides = ladle_reader_take_list(reader, LADLE_LIST_GUIDES, &f->n_guides);
    f->questions = ladle_reader_take_list(reader, LADLE_LIST_QUESTIONS, &f->n_questions);
}

void ladle_end_sector(ladle_reader *reader, ladle_frame *frame)
{
    ladle_sector *sector = LADLE_NEW(reader->arena, ladle_sector);
    *sector = (ladle_sector){count(reader, LADLE_LIST_SECTORS), frame->pos, ladle_frame_id(frame),
                             ladle_frame_words(reader, frame)};
    LADLE_ADD(reader, LADLE_LIST_SECTORS, sector);
    define(reader, frame, LADLE_KIND_SECTOR, sector);
    ladle_frame_call(reader, frame, LADLE_KIND_SECTOR, sector->name);
}

void ladle_end_level(ladle_reader *reader, ladle_frame *frame)
{
    ladle_level *level = LADLE_NEW(reader->arena, ladle_level);
    *level =
        (ladle_level){count(reader, LADLE_LIST_LEVELS), frame->pos, ladle_frame_id(frame),
                      ladle_frame_words(reader, frame), ladle_frame_choice(frame, "type") != 1};
    LADLE_ADD(reader, LADLE_LIST_LEVELS, level);
    define(reader, frame, LADLE_KIND_LEVEL, level);
    ladle_frame_call(reader, frame, LADLE_KIND_LEVEL, level->name);
}

void ladle_end_dimension(ladle_reader *reader, ladle_frame *frame)
{
    ladle_dimension *dimension = LADLE_NEW(reader->arena, ladle_dimension);
    *dimension = (ladle_dimension){count(reader, LADLE_LIST_DIMENSIONS), frame->pos,
                                   ladle_frame_id(frame), ladle_frame_words(reader, frame)};
    LADLE_ADD(reader, LADLE_LIST_DIMENSIONS, dimension);
    define(reader, frame, LADLE_KIND_DIMENSION, dimension);
    ladle_frame_call(reader, frame, LADLE_KIND_DIMENSION, dimension->name);
}

/* -------------------------------------------------------------------------------- elements */

void ladle_start_element(ladle_reader *reader, ladle_frame *frame)
{
    ladle_element *element = LADLE_NEW(reader->arena, ladle_element);
    element->index = count(reader, LADLE_LIST_ELEMENTS);
    element->pos = frame->pos;
    element->id = ladle_frame_id(frame);
    element->dimension = ladle_frame_refers(reader, frame, "dimension", LADLE_KIND_DIMENSION);
    frame->thing = element;
    LADLE_ADD(reader, LADLE_LIST_ELEMENTS, element);
    define(reader, frame, LADLE_KIND_ELEMENT, element);
}

void ladle_end_element(ladle_reader *reader, ladle_frame *frame)
{
    ladle_element *element = frame->thing;
    element->ideals = ladle_reader_take_parts(reader, LADLE_PARTS_IDEALS, &element->n_ideals);
}

void ladle_end_about(ladle_reader *reader, ladle_frame *frame)
{
    ladle_frame *parent = ladle_frame_parent(reader, frame);
    const char *words = ladle_frame_words(reader, frame);
    if (ladle_frame_is(parent, "element"))
        ((ladle_element *)parent->thing)->about = words;
    else
        ((ladle_factor *)parent->thing)->about = words;
}

void ladle_start_ideal(ladle_reader *reader, ladle_frame *frame)
{
    ladle_ideal *ideal = LADLE_NEW(reader->arena, ladle_ideal);
    ideal->pos = frame->pos;
    ideal->level = ladle_frame_refers(reader, frame, "level", LADLE_KIND_LEVEL);
    frame->thing = ideal;
}

void ladle_end_ideal(ladle_reader *reader, ladle_frame *frame)
{
    ladle_ideal *ideal = frame->thing;
    ideal->lines = ladle_reader_take_list(reader, LADLE_LIST_LINES, &ideal->n_lines);
    g_array_append_val(reader->parts[LADLE_PARTS_IDEALS], *ideal);
}

void ladle_end_line(ladle_reader *reader, ladle_frame *frame)
{
    LADLE_ADD(reader, LADLE_LIST_LINES, ladle_frame_words(reader, frame));
}

/* ---------------------------------------------------------------------- terms and factors */

void ladle_start_column(ladle_reader *reader, ladle_frame *frame)
{
    ladle_leadership_column *column = LADLE_NEW(reader->arena, ladle_leadership_column);
    column->index = count(reader, LADLE_LIST_COLUMNS);
    column->pos = frame->pos;
    column->id = ladle_frame_id(frame);
    frame->thing = column;
    LADLE_ADD(reader, LADLE_LIST_COLUMNS, column);
    define(reader, frame, LADLE_KIND_COLUMN, column);
}

void ladle_end_column(ladle_reader *reader, ladle_frame *frame)
{
    ladle_leadership_column *column = frame->thing;
    column->indicators =
        ladle_reader_take_list(reader, LADLE_LIST_COLUMN_INDICATORS, &column->n_indicators);
}

static ladle_term *add_term(ladle_reader *reader, const ladle_frame *frame, ladle_list list,
                            ladle_kind kind)
{
    ladle_term *term = LADLE_NEW(reader->arena, ladle_term);
    *term = (ladle_term){count(reader, list), frame->pos, ladle_frame_id(frame),
                         ladle_frame_words(reader, frame)};
    LADLE_ADD(reader, list, term);
    define(reader, frame, kind, term);
    ladle_frame_call(reader, frame, kind, term->name);
    return term;
}

void ladle_end_indicator(ladle_reader *reader, ladle_frame *frame)
{
    ladle_term *term = add_term(reader, frame, LADLE_LIST_INDICATORS, LADLE_KIND_INDICATOR);
    LADLE_ADD(reader, LADLE_LIST_COLUMN_INDICATORS, term);
}

void ladle_end_redesign(ladle_reader *reader, ladle_frame *frame)
{
    add_term(reader, frame, LADLE_LIST_REDESIGNS, LADLE_KIND_REDESIGN);
}

void ladle_end_phase(ladle_reader *reader, ladle_frame *frame)
{
    add_term(reader, frame, LADLE_LIST_PHASES, LADLE_KIND_PHASE);
}

void ladle_start_factor(ladle_reader *reader, ladle_frame *frame)
{
    ladle_factor *factor = LADLE_NEW(reader->arena, ladle_factor);
    factor->index = count(reader, LADLE_LIST_FACTORS);
    factor->pos = frame->pos;
    factor->id = ladle_frame_id(frame);
    factor->is_drawback = ladle_frame_choice(frame, "kind") == 1;
    frame->thing = factor;
    LADLE_ADD(reader, LADLE_LIST_FACTORS, factor);
    define(reader, frame, LADLE_KIND_FACTOR, factor);
}

/* ---------------------------------------------------------------------------------- guides */

void ladle_start_guide(ladle_reader *reader, ladle_frame *frame)
{
    static const ladle_group_kind kinds[] = {LADLE_GROUP_CONSULTANT, LADLE_GROUP_STEERING,
                                             LADLE_GROUP_OTHER};
    ladle_guide *guide = LADLE_NEW(reader->arena, ladle_guide);
    int kind = ladle_frame_choice(frame, "for");
    guide->index = count(reader, LADLE_LIST_GUIDES);
    guide->pos = frame->pos;
    guide->id = ladle_frame_id(frame);
    guide->kind = kind < 0 ? LADLE_GROUP_OTHER : kinds[kind];
    frame->thing = guide;
    LADLE_ADD(reader, LADLE_LIST_GUIDES, guide);
    define(reader, frame, LADLE_KIND_GUIDE, guide);
}

void ladle_end_guide(ladle_reader *reader, ladle_frame *frame)
{
    ladle_guide *guide = frame->thing;
    guide->questions =
        ladle_reader_take_list(reader, LADLE_LIST_GUIDE_QUESTIONS, &guide->n_questions);
}

void ladle_end_guide_title(ladle_reader *reader, ladle_frame *frame)
{
    ladle_guide *guide = ladle_frame_parent(reader, frame)->thing;
    guide->title = ladle_frame_words(reader, frame);
    ladle_frame_call(reader, ladle_frame_parent(reader, frame), LADLE_KIND_GUIDE, guide->title);
}

void ladle_end_intro(ladle_reader *reader, ladle_frame *frame)
{
    ladle_guide *guide = ladle_frame_parent(reader, frame)->thing;
    guide->intro = ladle_frame_words(reader, frame);
}

void ladle_start_question(ladle_reader *reader, ladle_frame *frame)
{
    ladle_question *question = LADLE_NEW(reader->arena, ladle_question);
    question->index = count(reader, LADLE_LIST_QUESTIONS);
    question->pos = frame->pos;
    question->id = ladle_frame_id(frame);
    question->guide = ladle_frame_parent(reader, frame)->thing;
    question->element = ladle_frame_refers(reader, frame, "element", LADLE_KIND_ELEMENT);
    frame->thing = question;
    LADLE_ADD(reader, LADLE_LIST_QUESTIONS, question);
    LADLE_ADD(reader, LADLE_LIST_GUIDE_QUESTIONS, question);
    define(reader, frame, LADLE_KIND_QUESTION, question);
}

void ladle_end_question(ladle_reader *reader, ladle_frame *frame)
{
    ladle_question *question = frame->thing;
    question->options = ladle_reader_take_parts(reader, LADLE_PARTS_OPTIONS, &question->n_options);
    question->bands = ladle_reader_take_parts(reader, LADLE_PARTS_BANDS, &question->n_bands);
}

void ladle_end_question_text(ladle_reader *reader, ladle_frame *frame)
{
    ladle_question *question = ladle_frame_parent(reader, frame)->thing;
    question->text = ladle_frame_words(reader, frame);
    ladle_frame_call(reader, ladle_frame_parent(reader, frame), LADLE_KIND_QUESTION,
                     question->text);
}

void ladle_start_option(ladle_reader *reader, ladle_frame *frame)
{
    ladle_option option = {frame->pos, ladle_frame_value(frame, "value"), NULL,
                           ladle_frame_refers(reader, frame, "level", LADLE_KIND_LEVEL)};
    if (!option.value)
        return;
    char *folded = g_utf8_casefold(option.value, -1);
    option.folded = ladle_arena_strdup(reader->arena, folded);
    g_free(folded);
    g_array_append_val(reader->parts[LADLE_PARTS_OPTIONS], option);
}

void ladle_start_band(ladle_reader *reader, ladle_frame *frame)
{
    ladle_band band = {.pos = frame->pos,
                       .from_text = ladle_frame_value(frame, "from"),
                       .to_text = ladle_frame_value(frame, "to"),
                       .level = ladle_frame_refers(reader, frame, "level", LADLE_KIND_LEVEL)};
    if (!band.from_text)
        return;
    band.from = ladle_value_number(band.from_text);
    band.to = band.to_text ? ladle_value_number(band.to_text) : INFINITY;
    g_array_append_val(reader->parts[LADLE_PARTS_BANDS], band);
}
