#include "report/report.h"

#include "base/gate.h"
#include "document/data.h"
#include "document/load.h"
#include "font/fonts.h"
#include "layout/layout.h"
#include "output/images.h"
#include "output/output.h"
#include "report/attach.h"
#include "report/foreign.h"
#include "report/functions.h"
#include "report/input.h"
#include "report/names.h"
#include "report/pictures.h"
#include "verify/verify.h"

#include <stdlib.h>
#include <string.h>

/* One report's making. Every stage's product is kept until the report is done. */
typedef struct {
    const ladle_report_context *context;
    const ladle_report_job *job;
    ladle_diagnostics *diagnostics;
    ladle_arena *arena;
    ladle_printing *names;
    ladle_leak_check *leaks;
    ladle_gate *gate;
    xmlDoc *input, *tree;
    ladle_document *document;
    ladle_pages *pages;
    GPtrArray *attachments;
} making;

/* The day that SOURCE_DATE_EPOCH names; LADLE_OPEN_LAST: none. */
static ladle_day day_of_epoch(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    if (!epoch || !*epoch)
        return LADLE_OPEN_LAST;
    gint64 seconds = g_ascii_strtoll(epoch, &end, 10);
    bool understood = !*end && seconds >= 0 && seconds < G_GINT64_CONSTANT(253000000000);
    return understood ? ladle_day_from(1970, 1, 1) + (ladle_day)(seconds / 86400) : LADLE_OPEN_LAST;
}

ladle_day ladle_report_day(const ladle_study *study, const ladle_wave *wave)
{
    const ladle_date *published = ladle_round_published(study, wave);
    if (published && published->first != LADLE_OPEN_FIRST)
        return published->first;
    ladle_day day = day_of_epoch();
    return day == LADLE_OPEN_LAST ? wave->last_day : day;
}

/* --------------------------------------------------------------------------------- stages */

static void open_gate(making *self)
{
    ladle_printing_options names = {.study = self->context->study,
                                    .attribution = self->context->attribution,
                                    .language = self->context->language,
                                    .wording = self->context->wording,
                                    .names = self->context->names};
    self->names = ladle_printing_new(self->arena, &names);
    self->leaks = ladle_leak_check_new(self->arena, self->context->protects, self->job->partnership,
                                       self->diagnostics);
    self->gate = ladle_gate_new(self->arena, self->diagnostics, ladle_leak_hear, self->leaks);
}

static const ladle_template *template_of(const making *self)
{
    return ladle_report_tools_template(self->context->tools, self->job->template_path);
}

/* How much of the evidence the report holds is said by a parameter of its template. */
static ladle_held_evidence held_evidence(const making *self)
{
    const char *value =
        ladle_template_value(template_of(self), self->context->settings, "evidence");
    return g_strcmp0(value, "cited") == 0  ? LADLE_EVIDENCE_CITED
           : g_strcmp0(value, "none") == 0 ? LADLE_EVIDENCE_NONE
                                           : LADLE_EVIDENCE_ALL;
}

static bool make_input(making *self)
{
    ladle_input_options options = {.study = self->context->study,
                                   .results = self->context->results,
                                   .language = self->context->language,
                                   .names = self->names,
                                   .wording = self->context->wording,
                                   .report = self->job->name,
                                   .evidence = held_evidence(self),
                                   .partnership = self->job->partnership,
                                   .wave = self->context->wave,
                                   .contradictions = self->context->contradictions,
                                   .rounds = self->context->rounds,
                                   .day =
                                       ladle_report_day(self->context->study, self->context->wave)};
    self->input = ladle_input_new(self->arena, &options);
    return true;
}

static bool apply_template(making *self)
{
    ladle_functions functions = {self->arena, self->context->language};
    self->tree = ladle_template_apply(template_of(self), self->input, self->context->settings,
                                      ladle_functions_table(), &functions, self->diagnostics);
    if (!self->tree)
        return false;
    ladle_foreign_mark(self->arena, self->tree, self->context->study, self->context->language,
                       self->context->wording);
    return true;
}

static bool find_pictures(making *self)
{
    char *folder = g_path_get_dirname(self->job->template_path);
    bool found = ladle_pictures_resolve(self->tree, self->context->study->directory, folder,
                                        self->diagnostics);
    g_free(folder);
    return found;
}

/* What is printed besides the document's own texts is heard here: the file's name, the metadata. */
static bool load_document(making *self)
{
    ladle_gate_hear(self->gate, LADLE_USE_FILE_NAME, (ladle_pos){0}, self->job->file_name);
    if (!ladle_pictures_hear(self->tree, self->gate, self->diagnostics))
        return false;
    self->document =
        ladle_document_load(self->arena, self->tree, ladle_report_tools_theme(self->context->tools),
                            self->gate, self->diagnostics);
    return self->document != NULL && ladle_leak_hits(self->leaks) == 0;
}

static const char *day_words(making *self, ladle_day day)
{
    char iso[16];
    return ladle_arena_strdup(self->arena, ladle_day_iso(day, iso));
}

/* A template need not give its document a date: it has that of the report, where one is known. What
 * is attached must have one (the rule attachment-date): else the last day of the round, or the
 * first that such files can name. */
static void date_pages(making *self)
{
    const ladle_wave *wave = self->context->wave;
    ladle_day day = ladle_report_day(self->context->study, wave);
    if (self->pages->date)
        return;
    if (day != LADLE_OPEN_LAST)
        self->pages->date = day_words(self, day);
    else if (wave->dates.last != LADLE_OPEN_LAST)
        self->pages->file_date = day_words(self, wave->dates.last);
    else
        self->pages->file_date = day_words(self, ladle_day_from(1970, 1, 1));
}

static bool lay_out(making *self)
{
    ladle_images *images = ladle_images_open(self->context->fonts, self->diagnostics);
    ladle_layout_options options = {.theme = ladle_report_tools_theme(self->context->tools),
                                    .measure = ladle_fonts_measure(self->context->fonts),
                                    .image_size = ladle_images_size,
                                    .image_self = images,
                                    .hyphenator =
                                        ladle_report_tools_hyphenator(self->context->tools),
                                    .diagnostics = self->diagnostics};
    self->pages = ladle_layout(self->arena, self->document, &options);
    ladle_images_close(images);
    if (self->pages)
        date_pages(self);
    return self->pages && ladle_pages_verify(self->pages, self->diagnostics) == 0;
}

static bool attach(making *self)
{
    self->attachments = ladle_report_attachments(self->arena, self->context, self->job, self->input,
                                                 self->document, self->gate, self->diagnostics);
    return self->attachments && ladle_leak_hits(self->leaks) == 0;
}

/* Nothing is published that breaks a rule of accessible or archival documents. */
static bool judge(making *self, const GByteArray *pdf)
{
    if (ladle_verify(pdf->data, pdf->len, self->job->file_name, self->diagnostics))
        return true;
    ladle_diag_add(
        self->diagnostics, LADLE_DIAG_VERIFY_REPORT, (ladle_pos){self->job->file_name, 0, 0},
        "the report breaks rules of PDF/UA-1 or PDF/A-3a, which the messages before this "
        "one name, so it was not written; unless a template or theme of your own is to "
        "blame, this is a fault of Ladle: please report it with these messages");
    return false;
}

/* ------------------------------------------------------------------------------------ dump */

static void print_tree(xmlDoc *tree, GByteArray *out)
{
    xmlChar *text = NULL;
    int bytes = 0;
    xmlDocDumpFormatMemoryEnc(tree, &text, &bytes, "UTF-8", 1);
    g_byte_array_append(out, text, (guint)bytes);
    xmlFree(text);
}

/* Each table of data after a line with its name, its size in bytes and its title. */
static void print_data(ladle_arena *arena, const ladle_document *document, GByteArray *out)
{
    GPtrArray *tables = ladle_document_data(arena, document);
    for (guint i = 0; i < tables->len; i++) {
        const ladle_data_table *table = g_ptr_array_index(tables, i);
        char *head = g_strdup_printf("%s %zu %s\n", table->name, table->bytes, table->title);
        g_byte_array_append(out, (const guint8 *)head, (guint)strlen(head));
        g_byte_array_append(out, (const guint8 *)table->csv, (guint)table->bytes);
        g_free(head);
    }
}

static void print_pages(const ladle_pages *pages, GByteArray *out)
{
    GString *text = g_string_new(NULL);
    ladle_pages_print(pages, text);
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    g_string_free(text, TRUE);
}

/* ------------------------------------------------------------------------------------ whole */

static bool make(making *self, ladle_stage stage, GByteArray *out)
{
    open_gate(self);
    if (!make_input(self))
        return false;
    if (stage == LADLE_STAGE_INPUT) {
        print_tree(self->input, out);
        return true;
    }
    if (!apply_template(self))
        return false;
    if (stage == LADLE_STAGE_DOCUMENT) {
        print_tree(self->tree, out);
        return true;
    }
    if (!find_pictures(self) || !load_document(self))
        return false;
    if (stage == LADLE_STAGE_DATA) {
        print_data(self->arena, self->document, out);
        return true;
    }
    if (!lay_out(self))
        return false;
    if (stage == LADLE_STAGE_PAGES) {
        print_pages(self->pages, out);
        return true;
    }
    return attach(self) &&
           ladle_pdf_write(self->pages, self->attachments, self->context->fonts, out,
                           self->diagnostics) &&
           judge(self, out);
}

bool ladle_report_make(const ladle_report_context *context, const ladle_report_job *job,
                       ladle_stage stage, GByteArray *out, unsigned *pages,
                       ladle_diagnostics *diagnostics)
{
    making self = {
        .context = context, .job = job, .diagnostics = diagnostics, .arena = ladle_arena_new()};
    unsigned errors = ladle_diag_count(diagnostics, LADLE_ERROR);
    bool made = make(&self, stage, out) && ladle_diag_count(diagnostics, LADLE_ERROR) == errors;
    if (pages)
        *pages = made && self.pages ? self.pages->pages->len : 0;
    xmlFreeDoc(self.input);
    xmlFreeDoc(self.tree);
    ladle_arena_free(self.arena);
    return made;
}
