#include "privacy/source.h"

#include <glib.h>

typedef struct {
    ladle_leak_visitor *call;
    void *self;
    ladle_leak_text text; /* whose it is, and of what kind; words and place come with each */
} visitor;

static void visit(const visitor *to, ladle_pos pos, const char *words)
{
    ladle_leak_text text = to->text;
    text.pos = pos;
    text.words = words;
    if (words && *words)
        to->call(to->self, &text);
}

static void visit_record(const visitor *all, const ladle_record *record)
{
    visitor to = *all;
    to.text.partnerships = record->partnerships;
    to.text.n_partnerships = record->n_partnerships;
    visit(&to, record->pos, record->title);
    for (unsigned i = 0; i < record->n_items; i++)
        visit(&to, record->items[i].pos, record->items[i].text);
    for (unsigned i = 0; i < record->n_statements; i++)
        visit(&to, record->statements[i]->pos, record->statements[i]->text);
    for (unsigned i = 0; i < record->n_answers; i++) {
        visit(&to, record->answers[i].pos, record->answers[i].value);
        visit(&to, record->answers[i].pos, record->answers[i].text);
    }
}

/* ---------------------------------------------------------------------------- authors' texts */

/* Whether the element's text is read in one go, so that a name may run through its parts. */
static bool is_line(const ladle_text *text)
{
    for (const ladle_text *part = text->first; part; part = part->next)
        if (part->kind <= LADLE_TEXT_FOREIGN)
            return true;
    return false;
}

static void gather(const ladle_text *text, GString *out)
{
    if (text->chars)
        g_string_append(out, text->chars);
    if (text->kind == LADLE_TEXT_BR)
        g_string_append_c(out, ' ');
    for (const ladle_text *part = text->first; part; part = part->next)
        gather(part, out);
}

/* The target of a link or an image, as it reads when percent signs are undone. Reports carry the
 * name that an image has in the study, though they do not print it. */
static void visit_target(const visitor *all, const ladle_text *of)
{
    visitor to = *all;
    to.text.is_file = of->kind == LADLE_TEXT_IMAGE;
    to.text.is_link = of->kind == LADLE_TEXT_LINK;
    char *plain = of->to ? g_uri_unescape_string(of->to, NULL) : NULL;
    visit(&to, of->pos, plain ? plain : of->to);
    g_free(plain);
}

static void visit_targets(const visitor *to, const ladle_text *text)
{
    for (const ladle_text *part = text->first; part; part = part->next) {
        if (part->kind == LADLE_TEXT_LINK)
            visit_target(to, part);
        visit_targets(to, part);
    }
}

static void visit_text(const visitor *to, const ladle_text *text)
{
    if (text->kind == LADLE_TEXT_IMAGE)
        visit_target(to, text);
    visit(to, text->pos, text->alt);
    visit(to, text->pos, text->short_name);
    if (text->kind == LADLE_TEXT_RECOMMENDATION)
        visit(to, text->pos, text->to);
    visit(to, text->pos, text->pages);
    if (is_line(text)) {
        GString *line = g_string_new(NULL);
        gather(text, line);
        visit(to, text->pos, line->str);
        g_string_free(line, TRUE);
        visit_targets(to, text);
    } else {
        for (const ladle_text *part = text->first; part; part = part->next)
            visit_text(to, part);
    }
}

static void visit_texts(const visitor *all, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        visitor to = *all;
        to.text.partnerships = texts[i]->partnership ? &texts[i]->partnership : NULL;
        to.text.n_partnerships = texts[i]->partnership ? 1 : 0;
        visit_text(&to, texts[i]);
    }
}

/* --------------------------------------------------------------------------------- a study */

static void visit_head(const visitor *to, const ladle_study *study)
{
    const char *front[] = {study->programme, study->publisher, study->place};
    for (unsigned i = 0; i < G_N_ELEMENTS(front); i++)
        visit(to, study->pos, front[i]);
    for (unsigned i = 0; i < study->n_titles; i++)
        visit(to, study->titles[i]->pos, study->titles[i]->text);
    for (unsigned i = 0; i < study->n_subtitles; i++)
        visit(to, study->subtitles[i]->pos, study->subtitles[i]->text);
    for (unsigned i = 0; i < study->n_authors; i++)
        visit(to, study->pos, study->authors[i]);
    for (unsigned i = 0; i < study->n_waves; i++) {
        visit(to, study->waves[i]->pos, study->waves[i]->name);
        visit(to, study->waves[i]->pos, study->waves[i]->short_name);
    }
    for (unsigned i = 0; i < study->n_persons; i++)
        visit(to, study->persons[i]->pos, study->persons[i]->role);
    for (unsigned i = 0; i < study->n_partnerships; i++)
        visit(to, study->partnerships[i]->pos, study->partnerships[i]->alias);
}

static void visit_events(const visitor *all, const ladle_study *study)
{
    for (unsigned i = 0; i < study->n_events; i++) {
        visitor to = *all;
        to.text.partnerships =
            study->events[i]->partnership ? &study->events[i]->partnership : NULL;
        to.text.n_partnerships = study->events[i]->partnership ? 1 : 0;
        visit(&to, study->events[i]->pos, study->events[i]->text);
    }
}

void ladle_leak_visit_sources(const ladle_study *study, ladle_leak_visitor *call, void *self)
{
    visitor to = {.call = call, .self = self, .text = {.is_source = true}};
    visit_texts(&to, study->sources, study->n_sources);
}

void ladle_leak_visit(const ladle_study *study, ladle_leak_visitor *call, void *self)
{
    visitor to = {.call = call, .self = self};
    visit_head(&to, study);
    visit_events(&to, study);
    for (unsigned i = 0; i < study->n_records; i++)
        visit_record(&to, study->records[i]);
    visit_texts(&to, study->sections, study->n_sections);
    visit_texts(&to, study->findings, study->n_findings);
    visit_texts(&to, study->boxes, study->n_boxes);
    visit_texts(&to, study->messages, study->n_messages);
    visit_texts(&to, study->chapters, study->n_chapters);
    ladle_leak_visit_sources(study, call, self);
}
