/* The study in memory: what the documents say, and what is left when something is broken. */
#include "study/load.h"
#include "study/reveal.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    ladle_arena *arena;
    ladle_diagnostics *diagnostics;
    ladle_study *study;
    char *folder;
} loaded;

static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

#define SPACE "xmlns=\"urn:x-ladle:study\" version=\"1\""

static const char plain_study[] =
    "<study " SPACE " xml:lang=\"en\" id=\"s\"><title>T</title><author>A</author>"
    "<wave id=\"w1\" dates=\"2015\">One</wave>"
    "<partnership id=\"n\" alias=\"N\"><name>Northfield</name></partnership>"
    "<partnership id=\"s\" alias=\"S\"><name>Southfield</name></partnership></study>";

static loaded load(const char *path, const char *share, bool keep_going)
{
    loaded l = {.arena = ladle_arena_new(), .diagnostics = ladle_diagnostics_new()};
    ladle_load_options options = {.share = share, .keep_going = keep_going};
    l.study = ladle_study_load(l.arena, path, &options, l.diagnostics);
    return l;
}

/* A study of the given files: name and contents by turns, ended by NULL. */
static loaded load_files(bool keep_going, const char *const *files)
{
    char *folder = g_dir_make_tmp("ladle-XXXXXX", NULL);
    for (unsigned i = 0; files[i]; i += 2) {
        char *path = g_build_filename(folder, files[i], NULL);
        char *contents = g_strconcat(head, files[i + 1], NULL);
        cr_assert(g_file_set_contents(path, contents, -1, NULL));
        g_free(contents);
        g_free(path);
    }
    loaded l = load(folder, LADLE_BUILD_SHARE, keep_going);
    l.folder = folder;
    return l;
}

static void unload(loaded l, const char *const *files)
{
    for (unsigned i = 0; files && files[i]; i += 2) {
        char *path = g_build_filename(l.folder, files[i], NULL);
        unlink(path);
        g_free(path);
    }
    if (l.folder)
        rmdir(l.folder);
    g_free(l.folder);
    ladle_diagnostics_free(l.diagnostics);
    ladle_arena_free(l.arena);
}

static bool told(const loaded *l, const char *code)
{
    for (unsigned i = 0; i < ladle_diag_total(l->diagnostics); i++)
        if (strcmp(ladle_diag_text(ladle_diag_at(l->diagnostics, i)->code), code) == 0)
            return true;
    return false;
}

static const ladle_record *record_named(const ladle_study *study, const char *id)
{
    for (unsigned i = 0; i < study->n_records; i++)
        if (strcmp(study->records[i]->id, id) == 0)
            return study->records[i];
    return NULL;
}

/* ---------------------------------------------------------------------------- what is read */

#define WHOLE LADLE_TEST_DATA "/regress/check/whole"

Test(study_load, reads_the_head_and_the_people)
{
    loaded l = load(WHOLE, LADLE_BUILD_SHARE, false);
    const ladle_study *s = l.study;
    cr_assert_not_null(s);
    cr_expect_str_eq(s->id, "whole");
    cr_expect_str_eq(s->language, "en-GB");
    cr_expect_str_eq(s->titles[0]->text, "A study that uses every element once");
    cr_expect_str_eq(s->subtitles[0]->text, "Made for tests");
    cr_expect_str_eq(s->programme, "Programme");
    cr_expect_str_eq(s->publisher, "Publisher");
    cr_expect_str_eq(s->place, "Place");
    cr_expect_str_eq(s->published[0]->date.text, "2016-12-31");
    cr_expect_eq(s->n_authors, 2);
    cr_expect_str_eq(s->authors[1], "Second Author");
    cr_expect(s->partnerships_named && !s->people_named);
    cr_expect_eq(s->smallest_group, 2);
    cr_expect_str_eq(ladle_reveal(s->secrets[0]), "Operation Kingfisher");
    cr_expect_eq(s->n_waves, 2);
    cr_expect_str_eq(s->waves[1]->name, "Follow-up");
    cr_expect_eq(s->waves[0]->dates.first, ladle_day_from(2015, 10, 1));
    cr_expect_str_eq(s->organisations[1]->sector->id, "employment");
    cr_expect_str_eq(ladle_reveal(s->persons[0]->name), "Ann Example");
    cr_expect_str_eq(s->persons[0]->role, "consultant");
    cr_expect_eq(s->persons[0]->organisation, s->organisations[0]);
    cr_expect_null(ladle_confidential_new(l.arena, NULL));
    cr_expect_null(ladle_reveal(NULL));
    cr_expect_eq(s->waves[0]->last_day, ladle_day_from(2016, 2, 11),
                 "of a paper that was handed in");
    cr_expect_eq(s->waves[1]->last_day, ladle_day_from(2016, 6, 1), "and of no deadline");
    cr_expect_eq(s->first_round, s->waves[0]);
    cr_expect_eq(s->n_files, 4);
    cr_expect_eq(s->pos.line, 2);
    unload(l, NULL);
}

Test(study_load, reads_partnerships_groups_and_events)
{
    loaded l = load(WHOLE, LADLE_BUILD_SHARE, false);
    const ladle_study *s = l.study;
    const ladle_partnership *north = s->partnerships[0], *south = s->partnerships[1];
    cr_expect_str_eq(north->alias, "A");
    cr_expect_eq(north->lead, s->organisations[0]);
    cr_expect_str_eq(ladle_reveal(north->municipalities[0]), "Northfield Town");
    cr_expect_eq(north->n_members, 2);
    cr_expect_eq(north->n_groups, 2);
    cr_expect_eq(north->groups[0]->kind, LADLE_GROUP_CONSULTANT);
    cr_expect_eq(north->groups[0]->owner, north);
    cr_expect_eq(north->n_all_groups, 2);
    cr_expect_eq(south->n_groups, 0);
    cr_expect_eq(south->n_all_groups, 1);
    cr_expect_eq(south->all_groups[0], north->groups[1], "a shared group");
    cr_expect_str_eq(north->groups[0]->seats[1].from->text, "2015-10");
    cr_expect_eq(north->n_targets, 2);
    cr_expect_eq(north->targets[0].measure, LADLE_MEASURE_VISITS);
    cr_expect_eq(north->targets[0].value, 10);
    cr_expect_str_eq(north->targets[0].revised->text, "2016-12-31");
    cr_expect_eq(north->targets[1].measure, LADLE_MEASURE_SPENDING);
    cr_expect_null(north->targets[1].axis);
    cr_expect(ladle_has_seat(north, s->persons[0], LADLE_GROUP_CONSULTANT, s->waves[0]));
    cr_expect_not(ladle_has_seat(north, s->persons[0], LADLE_GROUP_STEERING, s->waves[0]));
    cr_expect_not(ladle_has_seat(south, s->persons[0], LADLE_GROUP_CONSULTANT, s->waves[0]));
    cr_expect_eq(s->n_events, 2);
    cr_expect_eq(s->events[0]->kind, LADLE_EVENT_FORMED);
    cr_expect_eq(s->events[0]->partnership, north);
    cr_expect_eq(s->events[1]->kind, LADLE_EVENT_OTHER);
    cr_expect_str_eq(s->events[1]->revised->text, "2016-12-31");
    unload(l, NULL);
}

Test(study_load, reads_the_framework)
{
    loaded l = load(WHOLE, LADLE_BUILD_SHARE, false);
    const ladle_framework *f = l.study->framework;
    cr_expect_not(f->built_in);
    cr_expect_eq(f->n_levels, 2);
    cr_expect(!f->levels[0]->is_type && f->levels[1]->is_type);
    cr_expect_eq(f->elements[0]->dimension, f->dimensions[0]);
    cr_expect_str_eq(f->elements[0]->about, "What it is for");
    cr_expect_eq(f->elements[0]->ideals[0].n_lines, 2);
    cr_expect_str_eq(f->elements[0]->ideals[0].lines[1], "Written down");
    cr_expect_eq(f->elements[1]->index, 1);
    cr_expect_eq(f->columns[0]->indicators[1], f->indicators[1]);
    cr_expect_str_eq(f->columns[0]->name, "Actors");
    cr_expect(!f->factors[0]->is_drawback && f->factors[1]->is_drawback);
    cr_expect_str_eq(f->factors[0]->about, "Why it helps");
    cr_expect_eq(f->guides[0]->kind, LADLE_GROUP_CONSULTANT);
    cr_expect_str_eq(f->guides[0]->intro, "Please answer all questions.");
    cr_expect_eq(f->guides[0]->n_questions, 3);
    cr_expect_eq(f->questions[1], f->guides[0]->questions[1]);
    cr_expect_str_eq(f->questions[1]->text, "Hours a week?");
    cr_expect_eq(f->questions[1]->n_bands, 2);
    cr_expect_eq(f->questions[1]->bands[0].to, 7.5);
    cr_expect_gt(f->questions[1]->bands[1].to, 1e300, "open");
    cr_expect_null(f->questions[1]->bands[1].to_text);
    cr_expect_null(f->questions[0]->options[2].level);
    cr_expect_eq(f->redesigns[0]->index + f->phases[0]->index, 0);
    unload(l, NULL);
}

Test(study_load, reads_records_statements_and_answers)
{
    loaded l = load(WHOLE, LADLE_BUILD_SHARE, false);
    const ladle_study *s = l.study;
    const ladle_record *m1 = record_named(s, "m1"), *q1 = record_named(s, "q1");
    cr_expect_eq(s->n_records, 10);
    cr_expect_eq(s->n_statements, 7);
    cr_expect_eq(m1->kind, LADLE_MEETING);
    cr_expect_eq(m1->wave, s->waves[0]);
    cr_expect_not(m1->explicit_wave);
    cr_expect_str_eq(m1->title, "First meeting");
    cr_expect_eq(m1->present[1].person, s->persons[1]);
    cr_expect_eq(m1->present[2].organisation, s->organisations[0]);
    cr_expect(m1->items[0].has_minutes && m1->items[0].minutes == 30);
    cr_expect_not(m1->items[1].has_minutes);
    cr_expect_eq(m1->items[1].kind, LADLE_ITEM_LEARNING);
    const ladle_statement *s1 = m1->statements[0];
    cr_expect(s1->is_quote && !m1->statements[1]->is_quote);
    cr_expect_eq(s1->record, m1);
    cr_expect_eq(s1->speaker, s->persons[0]);
    cr_expect_eq(s1->n_codings, 5);
    static const ladle_code_kind kinds[] = {LADLE_CODE_ELEMENT, LADLE_CODE_DIMENSION,
                                            LADLE_CODE_INDICATOR, LADLE_CODE_REDESIGN,
                                            LADLE_CODE_FACTOR};
    for (unsigned i = 0; i < 5; i++)
        cr_expect_eq(s1->codings[i].kind, kinds[i]);
    cr_expect_eq(s1->codings[0].strength, 3);
    cr_expect_eq(s1->codings[1].strength, 2);
    cr_expect_null(s1->codings[1].coder);
    cr_expect_eq(record_named(s, "m2")->status, LADLE_MOVED);
    cr_expect_str_eq(record_named(s, "m2")->moved_to->text, "2016-02-10");
    cr_expect_eq(record_named(s, "o1")->meeting, m1);
    cr_expect_str_eq(ladle_reveal(record_named(s, "o1")->researcher), "kb");
    cr_expect_eq(record_named(s, "i1")->n_partnerships, 2);
    cr_expect(!record_named(s, "i1")->focus_group && record_named(s, "i2")->focus_group);
    cr_expect_eq(record_named(s, "i1")->participants[0], s->persons[0]);
    cr_expect_eq(q1->guide, s->framework->guides[0]);
    cr_expect_eq(q1->respondent, s->persons[1]);
    cr_expect_eq(q1->answers[0].level, s->framework->levels[1], "case does not matter");
    cr_expect_str_eq(q1->answers[0].text, "It is written down.");
    cr_expect_eq(q1->answers[1].level, s->framework->levels[1], "7,5 is from 7.5");
    cr_expect_str_eq(q1->answers[1].text, "");
    cr_expect_null(q1->answers[2].value);
    cr_expect_str_eq(record_named(s, "d1")->document_kind, "target-paper");
    cr_expect_eq(record_named(s, "d2")->wave, s->waves[0]);
    cr_expect(record_named(s, "d2")->explicit_wave);
    const ladle_record *v1 = record_named(s, "v1");
    cr_expect_eq(v1->agreement, LADLE_COMMITTED);
    cr_expect_str_eq(v1->firm, "f1");
    cr_expect_eq(record_named(s, "a1")->spent, 12500.5);
    cr_expect_str_eq(record_named(s, "a1")->submitted->text, "2016-02-11");
    unload(l, NULL);
}

/* A text as one line: kinds as letters, words in quotation marks. */
static void draw(GString *out, const ladle_text *node)
{
    // clang-format off
    static const char *const names[] = {
        "", "em", "strong", "br", "q", "note", "ref", "evidence", "cite", "link", "foreign", "p",
        "list", "item", "table", "row", "cell", "quote", "recommendation", "place", "image",
        "caption", "title", "section", "finding", "box", "side", "by", "bibliography", "source",
        "chapter", "message"};
    // clang-format on
    if (node->kind == LADLE_TEXT_CHARS) {
        g_string_append_printf(out, "'%s'", node->chars);
        return;
    }
    g_string_append_printf(out, "%s(", names[node->kind]);
    for (const ladle_text *child = node->first; child; child = child->next) {
        cr_expect_eq(child->parent, node);
        draw(out, child);
    }
    g_string_append_c(out, ')');
}

static void expect_drawn(const ladle_text *node, const char *expected)
{
    GString *out = g_string_new(NULL);
    draw(out, node);
    cr_expect_str_eq(out->str, expected);
    g_string_free(out, TRUE);
}

Test(study_load, keeps_texts_as_written)
{
    loaded l = load(WHOLE, LADLE_BUILD_SHARE, false);
    const ladle_study *s = l.study;
    cr_assert_eq(s->n_sections, 1);
    const ladle_text *section = s->sections[0];
    expect_drawn(section,
                 "section(title('Why 'em('this')' study')"
                 "p('See 'ref()' and 'cite()', a 'link('page')' in 'strong('strong')' words'"
                 "note('With a 'foreign('note')'.')'.')"
                 "list(item('One')item(p('Two')list(item('nested 'em('item')))))"
                 "table(caption('Counts')row(cell('Kind')cell('Number'))"
                 "row(cell('Meetings')cell('1')))"
                 "quote('We want the same.')image(caption('A drawing'))"
                 "section(title('Inner')p()box(p('Boxed.'))))");
    cr_expect_str_eq(section->chapter, "background");
    cr_expect_str_eq(section->id, "background");
    const ladle_text *image = section->last->parent->first;
    while (image->kind != LADLE_TEXT_IMAGE)
        image = image->next;
    cr_expect(g_str_has_suffix(image->image_path, "/whole/picture.svg"));
    cr_expect_str_eq(image->width, "50%");
    cr_expect_eq(s->n_findings, 1);
    cr_expect_eq(s->findings[0]->element, s->framework->elements[0]);
    cr_expect_eq(s->findings[0]->partnership, s->partnerships[0]);
    cr_expect_eq(s->findings[0]->wave, s->waves[0]);
    cr_expect_eq(s->n_boxes, 2, "a box inside a section is part of it");
    cr_expect_str_eq(s->boxes[1]->box_kind, "expectations");
    cr_expect_eq(s->n_sources, 1);
    cr_expect_str_eq(s->sources[0]->id, "doe2010");
    unload(l, NULL);
}

Test(study_load, refuses_a_language_without_words_unless_another_is_asked_for)
{
    char **parts = g_strsplit(plain_study, "xml:lang=\"en\"", 2);
    char *study = g_strconcat(parts[0], "xml:lang=\"de\"", parts[1], NULL);
    const char *files[] = {"study.xml", study, NULL};
    loaded l = load_files(false, files);
    cr_expect_null(l.study);
    cr_expect(told(&l, "E650"));
    ladle_load_options options = {.share = LADLE_BUILD_SHARE, .other_language = true};
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_arena *arena = ladle_arena_new();
    const ladle_study *read = ladle_study_load(arena, l.folder, &options, diagnostics);
    cr_assert_not_null(read);
    cr_expect_str_eq(read->framework->language, "da");
    ladle_diagnostics_free(diagnostics);
    ladle_arena_free(arena);
    unload(l, files);
    g_free(study);
    g_strfreev(parts);
}

Test(study_load, takes_the_built_in_framework_of_the_language)
{
    static const char *const languages[] = {"da", "en", "en-GB", "DA"};
    static const char *const expected[] = {"da", "en", "en", "da"};
    for (unsigned i = 0; i < G_N_ELEMENTS(languages); i++) {
        char **parts = g_strsplit(plain_study, "xml:lang=\"en\"", 2);
        char *study = g_strconcat(parts[0], "xml:lang=\"", languages[i], "\"", parts[1], NULL);
        const char *files[] = {"study.xml", study, NULL};
        loaded l = load_files(false, files);
        cr_assert_not_null(l.study);
        cr_expect(l.study->framework->built_in);
        cr_expect_str_eq(l.study->framework->language, expected[i]);
        cr_expect_eq(l.study->framework->n_elements, 11);
        cr_expect_eq(l.study->framework->n_questions, 38);
        cr_expect(told(&l, "N324"));
        unload(l, files);
        g_free(study);
        g_strfreev(parts);
    }
}

Test(study_load, takes_the_path_of_the_study_file_too)
{
    loaded l = load(WHOLE "/study.xml", LADLE_BUILD_SHARE, false);
    cr_assert_not_null(l.study);
    cr_expect_str_eq(l.study->directory, WHOLE);
    unload(l, NULL);
    l = load(WHOLE "//", LADLE_BUILD_SHARE, false);
    cr_expect_str_eq(l.study->directory, WHOLE);
    unload(l, NULL);
}

/* ------------------------------------------------------------------------- what is refused */

Test(study_load, tells_of_a_missing_folder_and_a_missing_framework)
{
    loaded l = load("/nowhere/at/all", LADLE_BUILD_SHARE, false);
    cr_expect(!l.study && told(&l, "E102"));
    unload(l, NULL);
    const char *files[] = {"study.xml", plain_study, NULL};
    l = load_files(false, files);
    loaded without = load(l.folder, "/nowhere", true);
    cr_expect(!without.study && told(&without, "E120"));
    unload(without, NULL);
    unload(l, files);
}

Test(study_load, limits_the_text_of_a_statement)
{
    for (unsigned more = 0; more < 2; more++) {
        char *text = g_strnfill(1024 * 1024 + more, 'x');
        char *records = g_strconcat("<records " SPACE "><document id=\"d\" partnership=\"n\" "
                                    "date=\"2015\" kind=\"other\"><statement id=\"s\"><note>",
                                    text, "</note></statement></document></records>", NULL);
        const char *files[] = {"study.xml", plain_study, "records.xml", records, NULL};
        loaded l = load_files(false, files);
        cr_expect_eq(l.study == NULL, more == 1);
        cr_expect_eq(told(&l, "E117"), more == 1);
        unload(l, files);
        g_free(records);
        g_free(text);
    }
}

Test(study_load, limits_the_number_of_partnerships)
{
    GString *study =
        g_string_new("<study " SPACE " xml:lang=\"en\" id=\"s\"><title>T</title><author>A</author>"
                     "<wave id=\"w1\" dates=\"2015\">One</wave>");
    for (unsigned i = 0; i < 100001; i++)
        g_string_append_printf(
            study, "<partnership id=\"p%u\" alias=\"P%u\"><name>N</name></partnership>\n", i, i);
    g_string_append(study, "</study>");
    const char *files[] = {"study.xml", study->str, NULL};
    loaded l = load_files(false, files);
    cr_expect(!l.study && told(&l, "E118"));
    cr_expect_eq(ladle_diag_count(l.diagnostics, LADLE_ERROR), 1);
    unload(l, files);
    g_string_free(study, TRUE);
}

Test(study_load, lists_some_of_very_many_that_are_called_alike)
{
    GString *study =
        g_string_new("<study " SPACE " xml:lang=\"en\" id=\"s\"><title>T</title><author>A</author>"
                     "<wave id=\"w1\" dates=\"2015\">One</wave>");
    for (unsigned i = 0; i < 100; i++)
        g_string_append_printf(
            study, "<partnership id=\"p%u\" alias=\"P%u\"><name>N</name></partnership>", i, i);
    g_string_append(study, "</study>");
    const char *files[] = {"study.xml", study->str, "r.xml",
                           "<records " SPACE "><meeting id=\"m\" date=\"2015-01-01\" wave=\"w1\" "
                           "partnership=\"N\" arena=\"meeting\"/></records>",
                           NULL};
    loaded l = load_files(true, files);
    unsigned listed = 0;
    for (unsigned i = 0; i < ladle_diag_total(l.diagnostics); i++) {
        const char *message = ladle_diag_at(l.diagnostics, i)->message;
        listed += strstr(message, "write one of p0, p1, ") && g_str_has_suffix(message, ", …");
    }
    cr_expect_eq(listed, 1);
    unload(l, files);
    g_string_free(study, TRUE);
}

Test(study_load, reads_no_flood_of_unknown_elements)
{
    for (unsigned more = 0; more < 2; more++) {
        GString *records = g_string_new("<records " SPACE "><bogus>");
        for (unsigned i = 0; i < 10000 + more; i++)
            g_string_append(records, "<x/>");
        g_string_append(records, "</bogus><bogus/></records>");
        const char *files[] = {"study.xml", plain_study, "records.xml", records->str, NULL};
        loaded l = load_files(false, files);
        cr_expect_eq(told(&l, "E119"), more == 1);
        cr_expect_eq(ladle_diag_count(l.diagnostics, LADLE_ERROR), 2);
        unload(l, files);
        g_string_free(records, TRUE);
    }
}

Test(study_load, tells_no_names)
{
    const char *study =
        "<study " SPACE " xml:lang=\"en\" id=\"s\"><title>T</title><author>A</author>"
        "<confidentiality><secret>Kingfisher</secret><secret/></confidentiality>"
        "<wave id=\"w1\" dates=\"2015\">One</wave>"
        "<organisation id=\"o\" sector=\"x\">Kingfisher</organisation>"
        "<person id=\"p\" organisation=\"q\">Kingfisher</person>"
        "<person id=\"p\">Kingfisher<em/></person>"
        "<partnership id=\"n\" alias=\"kingfisher\"><name>Kingfisher</name>"
        "<municipality>Kingfisher</municipality></partnership></study>";
    const char *records = "<records " SPACE "><interview id=\"i\" date=\"2015\" form=\"x\" "
                          "interviewer=\"Kingfisher\"/><visit id=\"i\" date=\"20151\" "
                          "firm=\"Kingfisher\"/></records>";
    const char *files[] = {"study.xml", study, "records.xml", records, NULL};
    loaded l = load_files(false, files);
    cr_expect_geq(ladle_diag_count(l.diagnostics, LADLE_ERROR), 9);
    for (unsigned i = 0; i < ladle_diag_total(l.diagnostics); i++)
        cr_expect_not(strstr(ladle_diag_at(l.diagnostics, i)->message, "ingfisher"), "%s",
                      ladle_diag_at(l.diagnostics, i)->message);
    unload(l, files);
}

/* ------------------------------------------------------------------------ what is left out */

Test(study_load, leaves_out_broken_records)
{
    const char *records =
        "<records " SPACE ">\n"
        "<document id=\"d1\" partnership=\"n\" date=\"2015\" kind=\"other\"/>\n"
        "<document id=\"d2\" partnership=\"n s\" date=\"2015-13\" kind=\"other\"/>\n"
        "<document id=\"d3\" partnership=\"x\" date=\"2015\" kind=\"other\"/>\n"
        "<document id=\"d4\" date=\"2011\" kind=\"other\"/>\n"
        "<banana/>\n"
        "<meeting id=\"m1\" partnership=\"s\" date=\"2015\" stat=\"held\"/>\n"
        "<observation id=\"o1\" partnership=\"s\" date=\"2015\" meeting=\"m1\"/>\n"
        "<observation id=\"o2\" partnership=\"s\" date=\"2015\" meeting=\"m9\"/>\n"
        "</records>";
    const char *files[] = {"study.xml",
                           plain_study,
                           "records.xml",
                           records,
                           "texts.xml",
                           "<texts " SPACE "><section chapter=\"design\"/>"
                           "<section chapter=\"design\"><p><cite source=\"x\"/></p>"
                           "</section></texts>",
                           NULL};
    loaded l = load_files(false, files);
    cr_expect_null(l.study, "without keep_going nothing is given");
    loaded kept = load(l.folder, LADLE_BUILD_SHARE, true);
    cr_assert_not_null(kept.study);
    cr_expect_eq(kept.study->n_records, 2);
    cr_expect_str_eq(kept.study->records[0]->id, "d1");
    cr_expect_str_eq(kept.study->records[1]->id, "o1");
    cr_expect_eq(kept.study->records[1]->index, 1);
    cr_expect_null(kept.study->records[1]->meeting, "its meeting was left out");
    cr_expect_eq(kept.study->n_sections, 1);
    static const struct {
        const char *what;
        unsigned line;
        int partnerships; /* -1: any */
    } expected[] = {{"record", 7, -1}, {"record", 4, 2},  {"record", 5, 0}, {"record", 6, 0},
                    {"record", 8, 1},  {"record", 10, 1}, {"text", 2, -1}};
    cr_assert_eq(kept.study->n_omissions, G_N_ELEMENTS(expected));
    for (unsigned i = 0; i < G_N_ELEMENTS(expected); i++) {
        const ladle_omission *o = &kept.study->omissions[i];
        cr_expect_str_eq(o->what, expected[i].what, "%u", i);
        cr_expect_eq(o->pos.line, expected[i].line, "%u: line %u", i, o->pos.line);
        cr_expect_eq(o->partnerships == NULL, expected[i].partnerships < 0, "%u", i);
        if (expected[i].partnerships >= 0)
            cr_expect_eq(o->n_partnerships, (unsigned)expected[i].partnerships, "%u", i);
        cr_expect_gt(strlen(o->reason), 10);
        cr_expect_null(strchr(o->reason, '"'), "quotes nothing: %s", o->reason);
    }
    unload(kept, NULL);
    unload(l, files);
}

Test(study_load, leaves_out_a_file_that_breaks_off)
{
    static const char *const files[] = {
        "study.xml",
        plain_study,
        "a.xml",
        "<records " SPACE "><document id=\"d1\" partnership=\"n\" date=\"2015\" "
        "kind=\"other\"/><document></records>",
        "b.xml",
        "<records " SPACE "><document id=\"d2\" partnership=\"n\" date=\"2015\" "
        "kind=\"other\" meeting=\"d3\"/></records>",
        "c.xml",
        "<texts " SPACE "><bibliography><source id=\"x\">X</source></bibliography>",
        "d.xml",
        "<texts " SPACE "><finding element=\"goals\"><p><cite source=\"y\"/></p>"
        "</finding></texts>",
        "e.xml",
        "<banana " SPACE "/>",
        NULL};
    loaded l = load_files(true, files);
    cr_assert_not_null(l.study);
    cr_expect_eq(l.study->n_records, 1);
    cr_expect_str_eq(l.study->records[0]->id, "d2");
    cr_expect_not(told(&l, "E210"), "what is not found may have stood in the lost files");
    cr_expect_eq(l.study->n_findings, 1);
    cr_expect_eq(l.study->n_sources, 0);
    static const char *const lost[] = {"e.xml", "a.xml", "c.xml"};
    cr_assert_eq(l.study->n_omissions, 3);
    for (unsigned i = 0; i < 3; i++) {
        cr_expect_str_eq(l.study->omissions[i].what, "file");
        cr_expect_str_eq(l.study->omissions[i].pos.file, lost[i]);
        cr_expect_null(l.study->omissions[i].partnerships);
    }
    unload(l, files);
}

Test(study_load, lists_files_that_cannot_be_reached)
{
    static const char *const files[] = {
        "study.xml",
        plain_study,
        "a.xml",
        "<records " SPACE "><document id=\"d1\" partnership=\"n\" date=\"2015\" "
        "kind=\"other\"><statement id=\"s1\"><note>x</note><coding element=\"mine\" "
        "level=\"low\"/></statement></document></records>",
        "f.xml",
        "<!DOCTYPE framework><framework " SPACE "/>",
        NULL};
    loaded l = load_files(true, files);
    cr_expect(told(&l, "E105") && !told(&l, "E210"),
              "the framework may be the file that was refused");
    char *link = g_build_filename(l.folder, "link.xml", NULL);
    cr_assert_eq(symlink("/etc/hostname", link), 0);
    loaded linked = load(l.folder, LADLE_BUILD_SHARE, true);
    cr_assert_not_null(linked.study);
    cr_assert_eq(linked.study->n_omissions, 2);
    cr_expect_str_eq(linked.study->omissions[0].pos.file, "link.xml");
    cr_expect_str_eq(linked.study->omissions[1].pos.file, "f.xml");
    unlink(link);
    g_free(link);
    unload(linked, NULL);
    unload(l, files);
}

Test(study_load, says_once_that_the_study_file_is_refused)
{
    static const char *const files[] = {"study.xml", "<!DOCTYPE study><study " SPACE "/>", NULL};
    loaded l = load_files(false, files);
    cr_expect(!l.study && told(&l, "E105") && !told(&l, "E112"));
    unload(l, files);
}

Test(study_load, does_not_go_on_without_a_sound_foundation)
{
    static const char *const studies[] = {
        "<study " SPACE " xml:lang=\"en\" id=\"s\"><title>T</title>",
        "<study " SPACE " xml:lang=\"en\" id=\"s\"><title>T</title><author>A</author><wave "
        "id=\"w1\" dates=\"2015\">One</wave><wave id=\"w2\" dates=\"2015\">Two</wave><partnership "
        "id=\"n\" alias=\"N\"><name>Northfield</name></partnership></study>",
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(studies); i++) {
        const char *files[] = {"study.xml", studies[i], "records.xml",
                               "<records " SPACE "><document id=\"d1\" partnership=\"n\" "
                               "date=\"2015\" kind=\"other\"/></records>",
                               NULL};
        loaded l = load_files(true, files);
        cr_expect_null(l.study);
        cr_expect_eq(ladle_diag_count(l.diagnostics, LADLE_ERROR), 1,
                     "what follows from the first error is not told");
        unload(l, files);
    }
}
