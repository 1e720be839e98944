/* Handlers of <study>. */
#include "study/reader.h"
#include "study/values.h"

#include <string.h>

static void define(ladle_reader *reader, const ladle_frame *frame, ladle_kind kind, void *thing)
{
    ladle_names_define(reader->names, kind, ladle_frame_value(frame, "id"), thing,
                       ladle_frame_place(frame, "id"), reader->diagnostics);
}

/* A date that is needed; one that is wrong was told, and the study is refused. */
static ladle_date needed_date(ladle_reader *reader, const ladle_frame *frame, const char *name)
{
    const ladle_date *date = ladle_frame_date(reader, frame, name);
    return date ? *date : (ladle_date){0};
}

static const ladle_confidential *secret_words(ladle_reader *reader, const ladle_frame *frame)
{
    return ladle_confidential_new(reader->arena, ladle_frame_words(reader, frame));
}

void ladle_start_study(ladle_reader *reader, ladle_frame *frame)
{
    ladle_study *study = reader->study;
    study->pos = frame->pos;
    study->id = ladle_frame_id(frame);
    study->language = ladle_frame_value(frame, "xml:lang");
    study->smallest_group = 3;
}

void ladle_end_study(ladle_reader *reader, ladle_frame *frame)
{
    ladle_study *s = reader->study;
    (void)frame;
    s->titles = ladle_reader_take_list(reader, LADLE_LIST_TITLES, &s->n_titles);
    s->subtitles = ladle_reader_take_list(reader, LADLE_LIST_SUBTITLES, &s->n_subtitles);
    s->published = ladle_reader_take_list(reader, LADLE_LIST_PUBLISHED, &s->n_published);
    s->authors = ladle_reader_take_list(reader, LADLE_LIST_AUTHORS, &s->n_authors);
    s->secrets = ladle_reader_take_list(reader, LADLE_LIST_SECRETS, &s->n_secrets);
    s->free_words = ladle_reader_take_list(reader, LADLE_LIST_FREE_WORDS, &s->n_free_words);
    s->left_out = ladle_reader_take_list(reader, LADLE_LIST_LEFT_OUT, &s->n_left_out);
    s->waves = ladle_reader_take_list(reader, LADLE_LIST_WAVES, &s->n_waves);
    s->organisations =
        ladle_reader_take_list(reader, LADLE_LIST_ORGANISATIONS, &s->n_organisations);
    s->persons = ladle_reader_take_list(reader, LADLE_LIST_PERSONS, &s->n_persons);
    s->partnerships = ladle_reader_take_list(reader, LADLE_LIST_PARTNERSHIPS, &s->n_partnerships);
    s->groups = ladle_reader_take_list(reader, LADLE_LIST_GROUPS, &s->n_groups);
    s->events = ladle_reader_take_list(reader, LADLE_LIST_EVENTS, &s->n_events);
}

/* A line of the title page; its wave stands further down, see ladle_resolve_title_page. */
static ladle_round_line *round_line(ladle_reader *reader, const ladle_frame *frame, ladle_list list)
{
    ladle_round_line *line = LADLE_NEW(reader->arena, ladle_round_line);
    line->pos = frame->pos;
    line->wave_id = ladle_frame_value(frame, "wave");
    line->wave_pos = ladle_frame_place(frame, "wave");
    LADLE_ADD(reader, list, line);
    return line;
}

void ladle_end_title(ladle_reader *reader, ladle_frame *frame)
{
    round_line(reader, frame, LADLE_LIST_TITLES)->text = ladle_frame_words(reader, frame);
}

void ladle_end_subtitle(ladle_reader *reader, ladle_frame *frame)
{
    round_line(reader, frame, LADLE_LIST_SUBTITLES)->text = ladle_frame_words(reader, frame);
}

void ladle_end_programme(ladle_reader *reader, ladle_frame *frame)
{
    reader->study->programme = ladle_frame_words(reader, frame);
}

void ladle_end_publisher(ladle_reader *reader, ladle_frame *frame)
{
    reader->study->publisher = ladle_frame_words(reader, frame);
}

void ladle_end_place(ladle_reader *reader, ladle_frame *frame)
{
    reader->study->place = ladle_frame_words(reader, frame);
}

void ladle_start_published(ladle_reader *reader, ladle_frame *frame)
{
    round_line(reader, frame, LADLE_LIST_PUBLISHED)->date = needed_date(reader, frame, "date");
}

void ladle_end_author(ladle_reader *reader, ladle_frame *frame)
{
    LADLE_ADD(reader, LADLE_LIST_AUTHORS, ladle_frame_words(reader, frame));
}

/* A number of people; more than any group has is as good as more than can be counted. */
static unsigned group_size(const char *text)
{
    double size = ladle_value_number(text);
    return size > 1e9 ? 1000000000u : size > 0 ? (unsigned)size : 0;
}

void ladle_start_confidentiality(ladle_reader *reader, ladle_frame *frame)
{
    ladle_study *study = reader->study;
    const char *size = ladle_frame_value(frame, "smallest-group");
    study->partnerships_named = ladle_frame_choice(frame, "partnerships") == 0;
    study->people_named = ladle_frame_choice(frame, "people") == 0;
    if (!size)
        return;
    study->smallest_group = group_size(size);
    if (study->smallest_group < 2)
        ladle_diag_add(
            reader->diagnostics, LADLE_DIAG_NOBODY_HIDDEN,
            ladle_frame_place(frame, "smallest-group"),
            "smallest-group=\"%s\" protects nobody: a person is told by role and sector even "
            "where it is the only one; write 3, or leave the attribute out, which means 3",
            size);
}

void ladle_end_secret(ladle_reader *reader, ladle_frame *frame)
{
    LADLE_ADD(reader, LADLE_LIST_SECRETS, secret_words(reader, frame));
}

void ladle_end_free(ladle_reader *reader, ladle_frame *frame)
{
    LADLE_ADD(reader, LADLE_LIST_FREE_WORDS, ladle_frame_words(reader, frame));
}

void ladle_start_leave_out(ladle_reader *reader, ladle_frame *frame)
{
    const char *parts = ladle_frame_value(frame, "part");
    char **names = g_strsplit(parts ? parts : "", " ", -1);
    GPtrArray *list = reader->lists[LADLE_LIST_LEFT_OUT];
    reader->study->left_out_pos = ladle_frame_place(frame, "part");
    for (char **name = names; *name; name++)
        if (!g_ptr_array_find_with_equal_func(list, *name, g_str_equal, NULL))
            LADLE_ADD(reader, LADLE_LIST_LEFT_OUT, ladle_arena_strdup(reader->arena, *name));
    g_strfreev(names);
}

void ladle_end_wave(ladle_reader *reader, ladle_frame *frame)
{
    ladle_wave *wave = LADLE_NEW(reader->arena, ladle_wave);
    wave->index = reader->lists[LADLE_LIST_WAVES]->len;
    wave->pos = frame->pos;
    wave->id = ladle_frame_id(frame);
    wave->name = ladle_frame_words(reader, frame);
    wave->short_name = ladle_frame_value(frame, "short");
    wave->dates = needed_date(reader, frame, "dates");
    LADLE_ADD(reader, LADLE_LIST_WAVES, wave);
    define(reader, frame, LADLE_KIND_WAVE, wave);
    ladle_frame_call(reader, frame, LADLE_KIND_WAVE, wave->name);
    ladle_frame_call(reader, frame, LADLE_KIND_WAVE, wave->short_name);
}

void ladle_end_organisation(ladle_reader *reader, ladle_frame *frame)
{
    ladle_organisation *organisation = LADLE_NEW(reader->arena, ladle_organisation);
    organisation->index = reader->lists[LADLE_LIST_ORGANISATIONS]->len;
    organisation->pos = frame->pos;
    organisation->id = ladle_frame_id(frame);
    organisation->sector = ladle_frame_refers(reader, frame, "sector", LADLE_KIND_SECTOR);
    organisation->name = secret_words(reader, frame);
    LADLE_ADD(reader, LADLE_LIST_ORGANISATIONS, organisation);
    define(reader, frame, LADLE_KIND_ORGANISATION, organisation);
    ladle_frame_call(reader, frame, LADLE_KIND_ORGANISATION, ladle_frame_words(reader, frame));
}

void ladle_end_person(ladle_reader *reader, ladle_frame *frame)
{
    ladle_person *person = LADLE_NEW(reader->arena, ladle_person);
    person->index = reader->lists[LADLE_LIST_PERSONS]->len;
    person->pos = frame->pos;
    person->id = ladle_frame_id(frame);
    person->role = ladle_frame_value(frame, "role");
    person->organisation =
        ladle_frame_refers(reader, frame, "organisation", LADLE_KIND_ORGANISATION);
    person->name = secret_words(reader, frame);
    person->email = ladle_confidential_new(reader->arena, ladle_frame_value(frame, "email"));
    LADLE_ADD(reader, LADLE_LIST_PERSONS, person);
    define(reader, frame, LADLE_KIND_PERSON, person);
    ladle_frame_call(reader, frame, LADLE_KIND_PERSON, ladle_frame_words(reader, frame));
}

/* ---------------------------------------------------------------------------- partnerships */

static void check_number_of_partnerships(ladle_reader *reader, ladle_pos pos)
{
    if (reader->lists[LADLE_LIST_PARTNERSHIPS]->len != LADLE_MOST_PARTNERSHIPS)
        return;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_TOO_MANY_THINGS, pos,
                   "the study has more than %d partnerships; divide it", LADLE_MOST_PARTNERSHIPS);
}

void ladle_start_partnership(ladle_reader *reader, ladle_frame *frame)
{
    check_number_of_partnerships(reader, frame->pos);
    ladle_partnership *partnership = LADLE_NEW(reader->arena, ladle_partnership);
    partnership->index = reader->lists[LADLE_LIST_PARTNERSHIPS]->len;
    partnership->pos = frame->pos;
    partnership->id = ladle_frame_id(frame);
    partnership->alias = ladle_frame_value(frame, "alias");
    partnership->lead = ladle_frame_refers(reader, frame, "lead", LADLE_KIND_ORGANISATION);
    frame->thing = partnership;
    LADLE_ADD(reader, LADLE_LIST_PARTNERSHIPS, partnership);
    define(reader, frame, LADLE_KIND_PARTNERSHIP, partnership);
    ladle_frame_call(reader, frame, LADLE_KIND_PARTNERSHIP, partnership->alias);
}

void ladle_end_partnership(ladle_reader *reader, ladle_frame *frame)
{
    ladle_partnership *p = frame->thing;
    p->municipalities =
        ladle_reader_take_list(reader, LADLE_LIST_MUNICIPALITIES, &p->n_municipalities);
    p->members = ladle_reader_take_list(reader, LADLE_LIST_MEMBERS, &p->n_members);
    p->groups = ladle_reader_take_list(reader, LADLE_LIST_OWN_GROUPS, &p->n_groups);
    p->targets = ladle_reader_take_parts(reader, LADLE_PARTS_TARGETS, &p->n_targets);
}

/* <name> stands in a partnership, and in the framework's elements, columns and factors. */
void ladle_end_name(ladle_reader *reader, ladle_frame *frame)
{
    ladle_frame *parent = ladle_frame_parent(reader, frame);
    const char *words = ladle_frame_words(reader, frame);
    ladle_kind kind = LADLE_KIND_FACTOR;
    if (ladle_frame_is(parent, "partnership")) {
        kind = LADLE_KIND_PARTNERSHIP;
        ((ladle_partnership *)parent->thing)->name = ladle_confidential_new(reader->arena, words);
    } else if (ladle_frame_is(parent, "element")) {
        kind = LADLE_KIND_ELEMENT;
        ((ladle_element *)parent->thing)->name = words;
    } else if (ladle_frame_is(parent, "column")) {
        kind = LADLE_KIND_COLUMN;
        ((ladle_leadership_column *)parent->thing)->name = words;
    } else {
        ((ladle_factor *)parent->thing)->name = words;
    }
    ladle_frame_call(reader, parent, kind, words);
}

void ladle_end_municipality(ladle_reader *reader, ladle_frame *frame)
{
    const char *words = ladle_frame_words(reader, frame);
    LADLE_ADD(reader, LADLE_LIST_MUNICIPALITIES, ladle_confidential_new(reader->arena, words));
    ladle_frame_call(reader, ladle_frame_parent(reader, frame), LADLE_KIND_PARTNERSHIP, words);
}

void ladle_start_member(ladle_reader *reader, ladle_frame *frame)
{
    void *organisation = ladle_frame_refers(reader, frame, "organisation", LADLE_KIND_ORGANISATION);
    if (organisation)
        LADLE_ADD(reader, LADLE_LIST_MEMBERS, organisation);
}

void ladle_start_group(ladle_reader *reader, ladle_frame *frame)
{
    static const ladle_group_kind kinds[] = {LADLE_GROUP_STEERING, LADLE_GROUP_CONSULTANT,
                                             LADLE_GROUP_OTHER};
    ladle_group *group = LADLE_NEW(reader->arena, ladle_group);
    int kind = ladle_frame_choice(frame, "kind");
    group->index = reader->lists[LADLE_LIST_GROUPS]->len;
    group->pos = frame->pos;
    group->id = ladle_frame_id(frame);
    group->kind = kind < 0 ? LADLE_GROUP_OTHER : kinds[kind];
    group->owner = ladle_frame_parent(reader, frame)->thing;
    frame->thing = group;
    LADLE_ADD(reader, LADLE_LIST_GROUPS, group);
    LADLE_ADD(reader, LADLE_LIST_OWN_GROUPS, group);
    define(reader, frame, LADLE_KIND_GROUP, group);
}

void ladle_end_group(ladle_reader *reader, ladle_frame *frame)
{
    ladle_group *group = frame->thing;
    group->seats = ladle_reader_take_parts(reader, LADLE_PARTS_SEATS, &group->n_seats);
}

void ladle_start_seat(ladle_reader *reader, ladle_frame *frame)
{
    ladle_seat seat = {frame->pos, ladle_frame_refers(reader, frame, "person", LADLE_KIND_PERSON),
                       ladle_frame_date(reader, frame, "from"),
                       ladle_frame_date(reader, frame, "to")};
    if (seat.person)
        g_array_append_val(reader->parts[LADLE_PARTS_SEATS], seat);
}

void ladle_start_shared_group(ladle_reader *reader, ladle_frame *frame)
{
    ladle_shared shared = {ladle_frame_parent(reader, frame)->thing,
                           ladle_frame_value(frame, "group"), ladle_frame_place(frame, "group")};
    if (shared.id)
        g_array_append_val(reader->shared, shared);
}

void ladle_start_target(ladle_reader *reader, ladle_frame *frame)
{
    int measure = ladle_frame_choice(frame, "measure");
    ladle_target target = {.pos = frame->pos,
                           .axis = ladle_frame_value(frame, "axis"),
                           .due = needed_date(reader, frame, "due"),
                           .revised = ladle_frame_date(reader, frame, "revised")};
    if (!ladle_frame_number(reader, frame, "value", &target.value) || measure < 0)
        return;
    target.measure = (ladle_measure_kind)measure; /* the table's order is that of the type */
    g_array_append_val(reader->parts[LADLE_PARTS_TARGETS], target);
}

void ladle_end_event(ladle_reader *reader, ladle_frame *frame)
{
    static const ladle_event_kind kinds[] = {
        LADLE_EVENT_FUNDING,  LADLE_EVENT_LAUNCH,   LADLE_EVENT_FORMED, LADLE_EVENT_MEETING,
        LADLE_EVENT_RESEARCH, LADLE_EVENT_DEADLINE, LADLE_EVENT_OTHER};
    ladle_event *event = LADLE_NEW(reader->arena, ladle_event);
    int kind = ladle_frame_choice(frame, "kind");
    event->index = reader->lists[LADLE_LIST_EVENTS]->len;
    event->pos = frame->pos;
    event->kind = kind < 0 ? LADLE_EVENT_OTHER : kinds[kind];
    event->date = needed_date(reader, frame, "date");
    event->revised = ladle_frame_date(reader, frame, "revised");
    event->partnership = ladle_frame_refers(reader, frame, "partnership", LADLE_KIND_PARTNERSHIP);
    event->text = ladle_frame_words(reader, frame);
    LADLE_ADD(reader, LADLE_LIST_EVENTS, event);
}
