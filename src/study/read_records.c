/* Handlers of <records>. */
#include "study/reader.h"
#include "study/values.h"

#include <string.h>

static ladle_record *record_at_hand(ladle_reader *reader)
{
    return reader->frames[1].thing; /* records are the children of the root */
}

static ladle_record_kind kind_of(const ladle_frame *frame)
{
    static const char *const names[LADLE_RECORD_KINDS] = {
        [LADLE_MEETING] = "meeting",     [LADLE_OBSERVATION] = "observation",
        [LADLE_INTERVIEW] = "interview", [LADLE_QUESTIONNAIRE] = "questionnaire",
        [LADLE_DOCUMENT] = "document",   [LADLE_VISIT] = "visit",
        [LADLE_ACCOUNT] = "account",
    };
    unsigned kind = 0;
    while (strcmp(names[kind], frame->rule->name) != 0)
        kind++;
    return (ladle_record_kind)kind;
}

/* The partnerships that partnership="a b" names, each once; those that are unknown are told. */
static void resolve_partnerships(ladle_reader *reader, const ladle_frame *frame,
                                 ladle_record *record)
{
    const char *refs = ladle_frame_value(frame, "partnership");
    /* One name of two words looks like two ids. */
    bool is_name = refs && strchr(refs, ' ') &&
                   ladle_names_called(reader->names, LADLE_KIND_PARTNERSHIP, refs);
    char **ids = g_strsplit(refs ? refs : "", is_name ? "\n" : " ", -1);
    unsigned n = g_strv_length(ids);
    GHashTable *known = g_hash_table_new(NULL, NULL);
    record->partnerships = LADLE_NEW_ARRAY(reader->arena, const ladle_partnership *, n);
    for (unsigned i = 0; i < n; i++) {
        const ladle_partnership *partnership =
            ladle_names_resolve(reader->names, LADLE_KIND_PARTNERSHIP, ids[i], frame->rule->name,
                                ladle_frame_place(frame, "partnership"), reader->diagnostics);
        if (partnership && g_hash_table_add(known, (gpointer)partnership))
            record->partnerships[record->n_partnerships++] = partnership;
    }
    g_hash_table_destroy(known);
    g_strfreev(ids);
}

static void read_dated(ladle_reader *reader, const ladle_frame *frame, ladle_record *record)
{
    const ladle_date *date = ladle_frame_date(reader, frame, "date");
    record->id = ladle_frame_id(frame);
    record->source = ladle_frame_value(frame, "source");
    record->language = ladle_reader_language(reader);
    if (date)
        record->date = *date;
    record->wave = ladle_frame_refers(reader, frame, "wave", LADLE_KIND_WAVE);
    record->explicit_wave = ladle_frame_value(frame, "wave") != NULL;
    resolve_partnerships(reader, frame, record);
}

/* An attribute that holds a researcher's name, straight into confidential text. */
static const ladle_confidential *named(ladle_reader *reader, const ladle_frame *frame,
                                       const char *name)
{
    return ladle_confidential_new(reader->arena, ladle_frame_value(frame, name));
}

static void read_by_kind(ladle_reader *reader, const ladle_frame *frame, ladle_record *record)
{
    int status = ladle_frame_choice(frame, "status");
    record->group = ladle_frame_refers(reader, frame, "group", LADLE_KIND_GROUP);
    record->status = status < 0 ? LADLE_HELD : (ladle_status)status;
    record->moved_to = ladle_frame_date(reader, frame, "moved-to");
    record->researcher =
        named(reader, frame, record->kind == LADLE_INTERVIEW ? "interviewer" : "observer");
    record->focus_group = record->kind == LADLE_INTERVIEW && ladle_frame_choice(frame, "form") == 0;
    record->document_kind = ladle_frame_value(frame, "kind");
    record->guide = ladle_frame_refers(reader, frame, "guide", LADLE_KIND_GUIDE);
    record->respondent = ladle_frame_refers(reader, frame, "respondent", LADLE_KIND_PERSON);
    record->axis = ladle_frame_value(frame, "axis");
    record->firm = ladle_frame_value(frame, "firm");
    int agreement = ladle_frame_choice(frame, "agreement");
    record->agreement = agreement < 0    ? LADLE_NO_AGREEMENT
                        : agreement == 0 ? LADLE_IDENTIFIED
                                         : LADLE_COMMITTED;
    ladle_frame_number(reader, frame, "spent", &record->spent);
    record->submitted = ladle_frame_date(reader, frame, "submitted");
    ladle_reader_postpone(reader, frame, "meeting", LADLE_KIND_RECORD, (void **)&record->meeting,
                          record);
}

static void check_number_of_records(ladle_reader *reader, ladle_pos pos)
{
    if (reader->lists[LADLE_LIST_RECORDS]->len < LADLE_MOST_RECORDS || reader->too_many_told)
        return;
    reader->too_many_told = true;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_TOO_MANY_THINGS, pos,
                   "the study has more than %d records; divide it", LADLE_MOST_RECORDS);
}

void ladle_start_record(ladle_reader *reader, ladle_frame *frame)
{
    ladle_record *record = LADLE_NEW(reader->arena, ladle_record);
    frame->thing = record;
    record->pos = frame->pos;
    record->kind = kind_of(frame);
    check_number_of_records(reader, frame->pos);
    read_dated(reader, frame, record);
    read_by_kind(reader, frame, record);
    ladle_names_define(reader->names, LADLE_KIND_RECORD, ladle_frame_value(frame, "id"), record,
                       ladle_frame_place(frame, "id"), reader->diagnostics);
}

void ladle_end_record(ladle_reader *reader, ladle_frame *frame)
{
    ladle_record *r = frame->thing;
    r->present = ladle_reader_take_parts(reader, LADLE_PARTS_PRESENCES, &r->n_present);
    r->items = ladle_reader_take_parts(reader, LADLE_PARTS_ITEMS, &r->n_items);
    r->answers = ladle_reader_take_parts(reader, LADLE_PARTS_ANSWERS, &r->n_answers);
    r->participants = ladle_reader_take_list(reader, LADLE_LIST_PARTICIPANTS, &r->n_participants);
    r->statements = ladle_reader_take_list(reader, LADLE_LIST_STATEMENTS, &r->n_statements);
    LADLE_ADD(reader, LADLE_LIST_RECORDS, r);
}

void ladle_end_record_title(ladle_reader *reader, ladle_frame *frame)
{
    ladle_record *record = record_at_hand(reader);
    record->title = ladle_frame_words(reader, frame);
    ladle_frame_call(reader, ladle_frame_parent(reader, frame), LADLE_KIND_RECORD, record->title);
}

void ladle_start_present(ladle_reader *reader, ladle_frame *frame)
{
    ladle_presence presence = {
        frame->pos, ladle_frame_refers(reader, frame, "person", LADLE_KIND_PERSON),
        ladle_frame_refers(reader, frame, "organisation", LADLE_KIND_ORGANISATION)};
    if (presence.person || presence.organisation)
        g_array_append_val(reader->parts[LADLE_PARTS_PRESENCES], presence);
}

void ladle_end_item(ladle_reader *reader, ladle_frame *frame)
{
    int kind = ladle_frame_choice(frame, "kind");
    const char *minutes = ladle_frame_value(frame, "minutes");
    ladle_item item = {.pos = frame->pos,
                       .kind = kind < 0 ? LADLE_ITEM_OTHER : (ladle_item_kind)kind,
                       .has_minutes = minutes != NULL,
                       .minutes = minutes ? ladle_value_number(minutes) + 0.0 : 0,
                       .text = ladle_frame_words(reader, frame)};
    g_array_append_val(reader->parts[LADLE_PARTS_ITEMS], item);
}

void ladle_start_participant(ladle_reader *reader, ladle_frame *frame)
{
    void *person = ladle_frame_refers(reader, frame, "person", LADLE_KIND_PERSON);
    if (person)
        LADLE_ADD(reader, LADLE_LIST_PARTICIPANTS, person);
}

/* --------------------------------------------------------------------------------- answers */

/* The first option whose value equals the answer's when case is folded; of those, one with a level
 * goes before one without. NULL: none. */
static const ladle_option *option_of(const ladle_question *question, const char *value)
{
    const ladle_option *option = NULL;
    char *folded = g_utf8_casefold(value, -1);
    for (unsigned i = 0; i < question->n_options && !(option && option->level); i++)
        if (strcmp(question->options[i].folded, folded) == 0 &&
            (!option || question->options[i].level))
            option = &question->options[i];
    g_free(folded);
    return option;
}

/* The level that an answer's value maps to (assessment.md, section 1): that of the option it names,
 * or of the band with from <= value < to. */
static const ladle_level *level_of(const ladle_answer *answer)
{
    const ladle_question *question = answer->question;
    const ladle_level *level = answer->option ? answer->option->level : NULL;
    double number;
    if (!question->n_bands || !ladle_answer_number(answer->value, &number))
        return level;
    for (unsigned i = 0; i < question->n_bands && !level; i++)
        if (question->bands[i].from <= number && number < question->bands[i].to)
            level = question->bands[i].level;
    return level;
}

void ladle_end_answer(ladle_reader *reader, ladle_frame *frame)
{
    ladle_answer answer = {.pos = frame->pos,
                           .question =
                               ladle_frame_refers(reader, frame, "question", LADLE_KIND_QUESTION),
                           .value = ladle_frame_value(frame, "value"),
                           .text = ladle_frame_words(reader, frame)};
    if (!answer.question)
        return;
    if (answer.value) {
        answer.option = option_of(answer.question, answer.value);
        answer.level = level_of(&answer);
    }
    g_array_append_val(reader->parts[LADLE_PARTS_ANSWERS], answer);
}

/* ------------------------------------------------------------------------------ statements */

void ladle_start_statement(ladle_reader *reader, ladle_frame *frame)
{
    ladle_statement *statement = LADLE_NEW(reader->arena, ladle_statement);
    statement->pos = frame->pos;
    statement->id = ladle_frame_id(frame);
    statement->source = ladle_frame_value(frame, "source");
    statement->record = record_at_hand(reader);
    statement->speaker = ladle_frame_refers(reader, frame, "speaker", LADLE_KIND_PERSON);
    frame->thing = statement;
    LADLE_ADD(reader, LADLE_LIST_STATEMENTS, statement);
    ladle_names_define(reader->names, LADLE_KIND_STATEMENT, ladle_frame_value(frame, "id"),
                       statement, ladle_frame_place(frame, "id"), reader->diagnostics);
}

void ladle_end_statement(ladle_reader *reader, ladle_frame *frame)
{
    ladle_statement *statement = frame->thing;
    statement->codings =
        ladle_reader_take_parts(reader, LADLE_PARTS_CODINGS, &statement->n_codings);
}

void ladle_end_quote(ladle_reader *reader, ladle_frame *frame)
{
    ladle_statement *statement = ladle_frame_parent(reader, frame)->thing;
    statement->is_quote = ladle_frame_is(frame, "quote");
    statement->text = ladle_frame_words(reader, frame);
}

void ladle_start_coding(ladle_reader *reader, ladle_frame *frame)
{
    const char *strength = ladle_frame_value(frame, "strength");
    ladle_coding coding = {
        .pos = frame->pos,
        .coder = ladle_frame_value(frame, "coder"),
        .strength = strength ? (unsigned)ladle_value_number(strength) : 2,
        .element = ladle_frame_refers(reader, frame, "element", LADLE_KIND_ELEMENT),
        .dimension = ladle_frame_refers(reader, frame, "dimension", LADLE_KIND_DIMENSION),
        .level = ladle_frame_refers(reader, frame, "level", LADLE_KIND_LEVEL),
        .factor = ladle_frame_refers(reader, frame, "factor", LADLE_KIND_FACTOR)};
    const ladle_term *indicator =
        ladle_frame_refers(reader, frame, "indicator", LADLE_KIND_INDICATOR);
    const ladle_term *redesign = ladle_frame_refers(reader, frame, "redesign", LADLE_KIND_REDESIGN);
    coding.term = indicator ? indicator : redesign;
    coding.kind = coding.element     ? LADLE_CODE_ELEMENT
                  : coding.dimension ? LADLE_CODE_DIMENSION
                  : indicator        ? LADLE_CODE_INDICATOR
                  : redesign         ? LADLE_CODE_REDESIGN
                                     : LADLE_CODE_FACTOR;
    g_array_append_val(reader->parts[LADLE_PARTS_CODINGS], coding);
}
