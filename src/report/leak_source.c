#include "report/leak_source.h"

#include <glib.h>

typedef struct {
    ladle_leak_visitor *call;
    void *self;
} visitor;

static void visit(const visitor *to, ladle_pos pos, const char *text)
{
    if (text && *text)
        to->call(to->self, pos, text, false);
}

static void visit_record(const visitor *to, const ladle_record *record)
{
    visit(to, record->pos, record->title);
    for (unsigned i = 0; i < record->n_items; i++)
        visit(to, record->items[i].pos, record->items[i].text);
    for (unsigned i = 0; i < record->n_statements; i++)
        visit(to, record->statements[i]->pos, record->statements[i]->text);
    for (unsigned i = 0; i < record->n_answers; i++) {
        visit(to, record->answers[i].pos, record->answers[i].value);
        visit(to, record->answers[i].pos, record->answers[i].text);
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

/* Reports carry the name that an image has in the study, though they do not print it. */
static void visit_image(const visitor *to, const ladle_text *image)
{
    char *name = image->to ? g_uri_unescape_string(image->to, NULL) : NULL;
    if (name && *name)
        to->call(to->self, image->pos, name, true);
    g_free(name);
}

static void visit_text(const visitor *to, const ladle_text *text)
{
    if (text->kind == LADLE_TEXT_IMAGE)
        visit_image(to, text);
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
    } else {
        for (const ladle_text *part = text->first; part; part = part->next)
            visit_text(to, part);
    }
}

static void visit_texts(const visitor *to, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        visit_text(to, texts[i]);
}

void ladle_leak_visit(const ladle_study *study, ladle_leak_visitor *call, void *self)
{
    visitor to = {call, self};
    const char *front[] = {study->programme, study->publisher, study->place};
    for (unsigned i = 0; i < G_N_ELEMENTS(front); i++)
        visit(&to, study->pos, front[i]);
    for (unsigned i = 0; i < study->n_titles; i++)
        visit(&to, study->titles[i]->pos, study->titles[i]->text);
    for (unsigned i = 0; i < study->n_subtitles; i++)
        visit(&to, study->subtitles[i]->pos, study->subtitles[i]->text);
    for (unsigned i = 0; i < study->n_authors; i++)
        visit(&to, study->pos, study->authors[i]);
    for (unsigned i = 0; i < study->n_waves; i++) {
        visit(&to, study->waves[i]->pos, study->waves[i]->name);
        visit(&to, study->waves[i]->pos, study->waves[i]->short_name);
    }
    for (unsigned i = 0; i < study->n_persons; i++)
        visit(&to, study->persons[i]->pos, study->persons[i]->role);
    for (unsigned i = 0; i < study->n_partnerships; i++)
        visit(&to, study->partnerships[i]->pos, study->partnerships[i]->alias);
    for (unsigned i = 0; i < study->n_events; i++)
        visit(&to, study->events[i]->pos, study->events[i]->text);
    for (unsigned i = 0; i < study->n_records; i++)
        visit_record(&to, study->records[i]);
    visit_texts(&to, study->sections, study->n_sections);
    visit_texts(&to, study->findings, study->n_findings);
    visit_texts(&to, study->boxes, study->n_boxes);
    visit_texts(&to, study->messages, study->n_messages);
    visit_texts(&to, study->chapters, study->n_chapters);
    visit_texts(&to, study->sources, study->n_sources);
}
