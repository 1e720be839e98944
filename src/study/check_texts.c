/* Checks of authors' texts as a whole: quotations against what was said (check 11), texts that no
 * report can hold (check 14), and rounds whose reports would lack one (check 10). Broken texts are
 * dropped by then. */
#include "study/chapters.h"
#include "study/check.h"
#include "study/quotation.h"
#include "study/rounds.h"

#include <string.h>

/* ------------------------------------------------------------------------------ quotations */

/* The words of a text without its notes and numbers. */
static void append_words(GString *out, const ladle_text *text)
{
    switch (text->kind) {
    case LADLE_TEXT_CHARS:
        g_string_append(out, text->chars);
        break;
    case LADLE_TEXT_BR:
        g_string_append_c(out, ' ');
        break;
    case LADLE_TEXT_NOTE:
    case LADLE_TEXT_REF:
    case LADLE_TEXT_EVIDENCE:
    case LADLE_TEXT_CITE:
        break;
    default:
        for (const ladle_text *child = text->first; child; child = child->next)
            append_words(out, child);
        break;
    }
}

static void check_quotation(ladle_reader *reader, const ladle_text *text)
{
    if (!text->statement)
        return;
    GString *words = g_string_new(NULL);
    append_words(words, text);
    char *missing = ladle_quotation_differs(words->str, text->statement->text);
    if (missing) {
        char *cut = ladle_shown(missing);
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_QUOTED_OTHERWISE, text->pos,
                       "the quotation is not what statement %s says: \"%s\" does not stand there; "
                       "mark what is left out with … and what is changed with [ ]",
                       text->statement->id, cut);
        ladle_diag_relate(reader->diagnostics, text->statement->pos, "the statement is here");
        g_free(cut);
    }
    g_free(missing);
    g_string_free(words, TRUE);
}

/* ------------------------------------------------------------------------------ references */

static bool is_printed(ladle_reader *reader, const ladle_wave *wave, const ladle_text *text)
{
    ladle_round_use use =
        ladle_rounds_use(ladle_rounds_new(reader->arena, reader->study, wave), text);
    return use == LADLE_ROUND_OWN || use == LADLE_ROUND_OLDER;
}

/* A reference to what no report that holds the text can hold. */
static void check_reference(ladle_reader *reader, const ladle_rounds *rounds, const ladle_text *ref)
{
    const ladle_text *top = ladle_text_top(ref);
    const ladle_text *target = ref->target ? ladle_text_top(ref->target) : NULL;
    if (!target || target == top)
        return;
    const ladle_wave *wave = ladle_rounds_wave_of(rounds, top);
    const ladle_wave *other = ladle_rounds_wave_of(rounds, target);
    const char *whose = target->partnership ? target->partnership->id : NULL;
    if (target->partnership != top->partnership)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_REF_ELSEWHERE, ref->pos,
                       "%s is in %s%s, and this text is not; here the report says only \"a text of "
                       "another report\", so tell in words what is meant",
                       ref->to, whose ? "the report to partnership " : "the programme's report",
                       whose ? whose : "");
    else if (wave && other && wave != other && !is_printed(reader, wave, target))
        ladle_diag_add(
            reader->diagnostics, LADLE_DIAG_REF_ELSEWHERE, ref->pos,
            "%s is of wave %s and is not printed in the reports of wave %s, where this text "
            "says only \"a text of another report\"; tell in words what is meant",
            ref->to, other->id, wave->id);
    else
        return;
    ladle_diag_relate(reader->diagnostics, ref->target->pos, "it is here");
}

/* -------------------------------------------------------------------- boxes within sections */

static void check_box_in_section(ladle_reader *reader, const ladle_rounds *rounds,
                                 ladle_text *section, const ladle_text *box)
{
    const ladle_wave *wave = ladle_rounds_wave_of(rounds, section);
    bool other_wave = box->wave && box->wave != wave;
    bool other_partnership = box->partnership && box->partnership != section->partnership;
    if (!other_wave && !other_partnership)
        return;
    const void *of_section = other_wave ? (const void *)wave : (const void *)section->partnership;
    ladle_diag_add(
        reader->diagnostics, LADLE_DIAG_BOX_OF_OTHERS, box->pos,
        "the box names a %s, but belongs to the section it stands in, which has %s; "
        "leave the attribute out, or put the box behind the section and give it a chapter",
        other_wave ? "wave" : "partnership", of_section ? "another" : "none");
    ladle_diag_relate(reader->diagnostics, section->pos, "the section is here");
    ladle_reader_break(reader, section);
}

static void check_boxes_in(ladle_reader *reader, const ladle_rounds *rounds, ladle_text *section,
                           const ladle_text *text)
{
    for (const ladle_text *child = text->first; child; child = child->next) {
        if (child->kind == LADLE_TEXT_BOX)
            check_box_in_section(reader, rounds, section, child);
        check_boxes_in(reader, rounds, section, child);
    }
}

void ladle_check_boxes(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    if (!study->n_waves)
        return;
    ladle_resolve_rounds(study);
    const ladle_rounds *rounds = ladle_rounds_new(reader->arena, study, study->waves[0]);
    for (unsigned i = 0; i < study->n_sections; i++)
        check_boxes_in(reader, rounds, study->sections[i], study->sections[i]);
}

static void check_tree(ladle_reader *reader, const ladle_rounds *rounds, const ladle_text *text)
{
    if (text->kind == LADLE_TEXT_REF)
        check_reference(reader, rounds, text);
    if (text->kind == LADLE_TEXT_QUOTE || text->kind == LADLE_TEXT_Q)
        check_quotation(reader, text);
    for (const ladle_text *child = text->first; child; child = child->next)
        check_tree(reader, rounds, child);
}

/* ------------------------------------------------------------------ what no report can hold */

static const char *what(const ladle_text *text)
{
    switch (text->kind) {
    case LADLE_TEXT_FINDING:
        return "finding";
    case LADLE_TEXT_BOX:
        return "box";
    case LADLE_TEXT_MESSAGE:
        return "message";
    case LADLE_TEXT_CHAPTER:
        return "chapter title";
    default:
        return "section";
    }
}

#define NOWHERE(reader, text, format, ...)                                                         \
    ladle_diag_add((reader)->diagnostics, LADLE_DIAG_PRINTED_NOWHERE, (text)->pos,                 \
                   "no report holds this %s: " format, what(text), __VA_ARGS__)

/* The templates that have the place a text is for, bits; 0: unknown, which is told elsewhere. */
static unsigned templates_of(const ladle_text *text)
{
    const char *name = text->kind == LADLE_TEXT_MESSAGE ? text->part : text->chapter;
    const ladle_chapter *chapter =
        name && text->kind != LADLE_TEXT_MESSAGE ? ladle_chapter_named(name) : NULL;
    const ladle_part *part = name && !chapter ? ladle_part_named(name) : NULL;
    return chapter ? chapter->templates : part ? part->templates : 0;
}

static bool has_message(const char *part)
{
    return (ladle_part_named(part)->uses & LADLE_PART_MESSAGE) != 0;
}

static bool is_placed(const ladle_study *study, const char *part)
{
    for (unsigned i = 0; i < study->n_sections; i++)
        for (ladle_text *at = study->sections[i]; at; at = ladle_text_next(study->sections[i], at))
            if (at->kind == LADLE_TEXT_PLACE && at->part && strcmp(at->part, part) == 0)
                return true;
    return false;
}

/* The part that the study leaves out and this one goes with: itself, or the one whose name its own
 * begins with ("activity-visits"), unless a text places it. NULL: none. Of the arena. */
static const char *left_out_with(const ladle_reader *reader, const char *part)
{
    if (ladle_leaves_out(reader->study, part))
        return part;
    const char *dash = strchr(part, '-');
    const char *whole =
        dash ? ladle_arena_strndup(reader->arena, part, (size_t)(dash - part)) : NULL;
    return whole && ladle_leaves_out(reader->study, whole) && !is_placed(reader->study, part)
               ? whole
               : NULL;
}

static void check_place(ladle_reader *reader, const ladle_text *text)
{
    const char *name = text->kind == LADLE_TEXT_MESSAGE ? text->part : text->chapter;
    unsigned templates = templates_of(text);
    const char *left_out = text->kind == LADLE_TEXT_FINDING ? left_out_with(reader, "figure-2")
                           : name && text->kind == LADLE_TEXT_MESSAGE ? left_out_with(reader, name)
                                                                      : NULL;
    if (text->kind == LADLE_TEXT_FINDING && left_out)
        NOWHERE(reader, text,
                "findings are printed in %s, which the study leaves out; take it out of "
                "<leave-out>, or "
                "make a section of the text",
                left_out);
    else if (text->kind == LADLE_TEXT_BOX && !text->chapter)
        NOWHERE(reader, text, "%s",
                "it stands alone and names no chapter; give it chapter=, or put it into a section");
    else if (!templates)
        return;
    else if (text->kind == LADLE_TEXT_MESSAGE && !has_message(name))
        NOWHERE(reader, text,
                "the part %s is no chart or table, so it has no message; name a part that is one",
                name);
    else if (left_out)
        NOWHERE(reader, text,
                "the study leaves out %s; remove the message, or take the part out of <leave-out>",
                left_out);
    else if (text->partnership && !(templates & LADLE_TEMPLATE_PARTNERSHIP))
        NOWHERE(reader, text,
                "it is about partnership %s, but reports to partnerships have no %s; leave out "
                "partnership=, or name another chapter",
                text->partnership->id, name);
    else if (!text->partnership && templates == LADLE_TEMPLATE_PARTNERSHIP)
        NOWHERE(reader, text,
                "only reports to partnerships have %s; say with partnership= whose it is, or name "
                "another chapter",
                name);
}

static const char *name_of(const ladle_text *text)
{
    return text->element ? text->element->id : text->part ? text->part : text->chapter;
}

/* What a text is on, in which report. To be freed. */
static char *text_key(const ladle_text *text)
{
    return g_strdup_printf("%d %s %s", (int)text->kind, name_of(text),
                           text->partnership ? text->partnership->id : "");
}

/* Texts of which a report has one: by element, chapter or part, with wave and partnership. */
static void check_single(ladle_reader *reader, GHashTable *seen, const ladle_rounds *rounds,
                         ladle_text *text)
{
    const char *of = name_of(text);
    const ladle_wave *wave = ladle_rounds_wave_of(rounds, text);
    if (!of)
        return;
    char *about = text_key(text), *key = g_strconcat(about, " ", wave ? wave->id : "", NULL);
    g_free(about);
    const ladle_text *first = g_hash_table_lookup(seen, key);
    if (!first) {
        g_hash_table_insert(seen, key, text);
        return;
    }
    g_free(key);
    if (wave)
        NOWHERE(reader, text, "there is one on %s for wave %s already; make the two into one", of,
                wave->id);
    else
        NOWHERE(reader, text, "there is one on %s already; make the two into one", of);
    ladle_diag_relate(reader->diagnostics, first->pos, "the first is here");
}

static void check_texts(ladle_reader *reader, ladle_text **texts, unsigned n, GHashTable *single,
                        const ladle_rounds *rounds)
{
    for (unsigned i = 0; i < n; i++) {
        check_tree(reader, rounds, texts[i]);
        check_place(reader, texts[i]);
        if (single)
            check_single(reader, single, rounds, texts[i]);
    }
}

/* --------------------------------------------------------------------- rounds without texts */

/* The reports of one wave. */
typedef struct {
    ladle_reader *reader;
    const ladle_rounds *rounds;
    const ladle_wave *wave;
    GHashTable *reports; /* the partnerships that have records by then */
    GHashTable *there;   /* texts that it has, or lacks and was told, by text_key */
} round_check;

/* "the report to partnership north". To be freed. */
static char *report_of(const ladle_text *text)
{
    return text->partnership
               ? g_strdup_printf("the report to partnership %s", text->partnership->id)
               : g_strdup("the programme's report");
}

static void tell_older_chapter(const round_check *c, const ladle_text *text, bool stands)
{
    const char *wave = c->wave->id, *of = ladle_rounds_wave_of(c->rounds, text)->id;
    char *report = report_of(text);
    if (stands)
        ladle_diag_add(c->reader->diagnostics, LADLE_DIAG_OLDER_TEXT, text->pos,
                       "wave %s has no text for the chapter %s of %s; that of wave %s is printed "
                       "there, under a line that says so; write one with wave=\"%s\"",
                       wave, text->chapter, report, of, wave);
    else
        ladle_diag_add(
            c->reader->diagnostics, LADLE_DIAG_OLDER_TEXT, text->pos,
            "wave %s has no text for the chapter %s of %s, and this %s of wave %s is not "
            "printed there; write one with wave=\"%s\"",
            wave, text->chapter, report, what(text), of, wave);
    g_free(report);
}

/* Findings, or messages, of one report that only earlier waves have. */
static void tell_older_ones(const round_check *c, const ladle_text *first, const char *names)
{
    char *report = report_of(first);
    ladle_diag_add(
        c->reader->diagnostics, LADLE_DIAG_OLDER_TEXT, first->pos,
        "wave %s has no %s on %s for %s; what an earlier wave has is not printed there; write one "
        "with wave=\"%s\"",
        c->wave->id, what(first), names, report, c->wave->id);
    g_free(report);
}

static bool is_of_a_report(const round_check *c, const ladle_text *text)
{
    unsigned templates = text->partnership ? LADLE_TEMPLATE_PARTNERSHIP
                                           : LADLE_TEMPLATE_FINAL | LADLE_TEMPLATE_BROCHURE;
    bool has_place = text->kind == LADLE_TEXT_FINDING || (templates_of(text) & templates);
    return has_place &&
           (!text->partnership || g_hash_table_contains(c->reports, text->partnership));
}

static void note_own(round_check *c, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (is_of_a_report(c, texts[i]) && ladle_rounds_use(c->rounds, texts[i]) == LADLE_ROUND_OWN)
            g_hash_table_add(c->there, text_key(texts[i]));
}

static void check_older(round_check *c, ladle_text *const *texts, unsigned n)
{
    for (unsigned i = 0; i < n; i++) {
        ladle_round_use use = ladle_rounds_use(c->rounds, texts[i]);
        bool is_older = use == LADLE_ROUND_OLDER || use == LADLE_ROUND_SILENT;
        if (is_older && is_of_a_report(c, texts[i]) &&
            g_hash_table_add(c->there, text_key(texts[i])))
            tell_older_chapter(c, texts[i], use == LADLE_ROUND_OLDER);
    }
}

/* The same of texts that stand one by one: told together for each report. */
static void check_older_ones(round_check *c, ladle_text *const *texts, unsigned n)
{
    GPtrArray *firsts = g_ptr_array_new();
    GHashTable *names = g_hash_table_new(NULL, NULL); /* partnership to its GString */
    note_own(c, texts, n);
    for (unsigned i = 0; i < n; i++) {
        if (ladle_rounds_use(c->rounds, texts[i]) != LADLE_ROUND_SILENT ||
            !is_of_a_report(c, texts[i]) || !g_hash_table_add(c->there, text_key(texts[i])))
            continue;
        GString *list = g_hash_table_lookup(names, texts[i]->partnership);
        if (!list) {
            list = g_string_new(NULL);
            g_hash_table_insert(names, (void *)texts[i]->partnership, list);
            g_ptr_array_add(firsts, texts[i]);
        }
        g_string_append_printf(list, "%s%s", list->len ? ", " : "", name_of(texts[i]));
    }
    for (unsigned i = 0; i < firsts->len; i++) {
        const ladle_text *first = firsts->pdata[i];
        GString *list = g_hash_table_lookup(names, first->partnership);
        tell_older_ones(c, first, list->str);
        g_string_free(list, TRUE);
    }
    g_hash_table_destroy(names);
    g_ptr_array_free(firsts, TRUE);
}

/* Chapters whose texts without wave stand in every round, where a later round has a text of its own
 * and the first has none: the author will have meant the older text for the first. */
static void check_beside_newer(round_check *c, ladle_text *const *texts, unsigned n)
{
    const ladle_wave *first = c->reader->study->first_round;
    GHashTable *of_all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (unsigned i = 0; i < n; i++)
        if (!ladle_rounds_wave_of(c->rounds, texts[i]) && texts[i]->chapter)
            g_hash_table_insert(of_all, text_key(texts[i]), texts[i]);
    for (unsigned i = 0; i < n; i++) {
        char *key = text_key(texts[i]);
        if (texts[i]->wave && texts[i]->wave == first)
            g_hash_table_remove(of_all, key);
        g_free(key);
    }
    for (unsigned i = 0; c->wave != first && i < n; i++) {
        char *key = text_key(texts[i]);
        const ladle_text *older = g_hash_table_lookup(of_all, key);
        if (older && texts[i]->wave == c->wave) {
            ladle_diag_add(
                c->reader->diagnostics, LADLE_DIAG_BESIDE_NEWER, older->pos,
                "this %s has no wave, so it stands in every round's %s, also beside the one of "
                "wave %s; give it wave=\"%s\" if it was written for the first round",
                what(older), older->chapter, c->wave->id, first->id);
            ladle_diag_relate(c->reader->diagnostics, texts[i]->pos, "the newer one is here");
            g_hash_table_remove(of_all, key);
        }
        g_free(key);
    }
    g_hash_table_destroy(of_all);
}

/* False: the wave has no records, and so no reports. */
static bool note_reports(round_check *c)
{
    const ladle_study *study = c->reader->study;
    bool any = false;
    for (unsigned i = 0; i < study->n_records; i++) {
        const ladle_record *record = study->records[i];
        any = any || record->wave == c->wave;
        bool by_then = record->wave && record->wave->index <= c->wave->index;
        for (unsigned j = 0; by_then && j < record->n_partnerships; j++)
            g_hash_table_add(c->reports, (void *)record->partnerships[j]);
    }
    return any;
}

static void check_round(ladle_reader *reader, const ladle_wave *wave)
{
    const ladle_study *study = reader->study;
    round_check c = {reader, ladle_rounds_new(reader->arena, study, wave), wave,
                     g_hash_table_new(NULL, NULL),
                     g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    if (note_reports(&c)) {
        check_older(&c, study->sections, study->n_sections);
        check_older(&c, study->boxes, study->n_boxes);
        check_beside_newer(&c, study->sections, study->n_sections);
        check_older_ones(&c, study->findings, study->n_findings);
        check_older_ones(&c, study->messages, study->n_messages);
    }
    g_hash_table_destroy(c.reports);
    g_hash_table_destroy(c.there);
}

void ladle_check_texts(ladle_reader *reader)
{
    ladle_study *study = reader->study;
    if (!study->n_waves)
        return;
    const ladle_rounds *rounds = ladle_rounds_new(reader->arena, study, study->waves[0]);
    GHashTable *single = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    check_texts(reader, study->sections, study->n_sections, NULL, rounds);
    check_texts(reader, study->boxes, study->n_boxes, NULL, rounds);
    check_texts(reader, study->findings, study->n_findings, single, rounds);
    check_texts(reader, study->messages, study->n_messages, single, rounds);
    check_texts(reader, study->chapters, study->n_chapters, single, rounds);
    g_hash_table_destroy(single);
    if (ladle_diag_count(reader->diagnostics, LADLE_ERROR))
        return; /* what is broken would be told as missing */
    for (unsigned i = 0; i < study->n_waves; i++)
        check_round(reader, study->waves[i]);
}
