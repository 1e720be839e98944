/* Handlers of <texts>: author's prose is kept as written, as a light tree of ladle_text. One pair
 * of handlers serves all its elements, since each becomes a node and its attributes differ only in
 * name. */
#include "study/chapters.h"
#include "study/image.h"
#include "study/reader.h"

#include <string.h>

static const struct {
    const char *key;
    ladle_text_kind kind;
    bool block;
} kinds[] = {
    {"section", LADLE_TEXT_SECTION, false},
    {"section/in", LADLE_TEXT_SECTION, false},
    {"chapter", LADLE_TEXT_CHAPTER, false},
    {"finding", LADLE_TEXT_FINDING, false},
    {"message", LADLE_TEXT_MESSAGE, false},
    {"box", LADLE_TEXT_BOX, false},
    {"side", LADLE_TEXT_SIDE, false},
    {"by", LADLE_TEXT_BY, false},
    {"title/inline", LADLE_TEXT_TITLE, false},
    {"bibliography", LADLE_TEXT_BIBLIOGRAPHY, false},
    {"source", LADLE_TEXT_SOURCE, false},
    {"p", LADLE_TEXT_P, true},
    {"list", LADLE_TEXT_LIST, true},
    {"item/list", LADLE_TEXT_ITEM, false},
    {"table", LADLE_TEXT_TABLE, true},
    {"caption", LADLE_TEXT_CAPTION, false},
    {"row", LADLE_TEXT_ROW, false},
    {"cell", LADLE_TEXT_CELL, false},
    {"quote/block", LADLE_TEXT_QUOTE, true},
    {"recommendation", LADLE_TEXT_RECOMMENDATION, true},
    {"place/block", LADLE_TEXT_PLACE, true},
    {"image", LADLE_TEXT_IMAGE, true},
    {"em", LADLE_TEXT_EM, false},
    {"strong", LADLE_TEXT_STRONG, false},
    {"br", LADLE_TEXT_BR, false},
    {"q", LADLE_TEXT_Q, false},
    {"note/inline", LADLE_TEXT_NOTE, false},
    {"ref", LADLE_TEXT_REF, false},
    {"evidence", LADLE_TEXT_EVIDENCE, false},
    {"cite", LADLE_TEXT_CITE, false},
    {"link", LADLE_TEXT_LINK, false},
    {"foreign", LADLE_TEXT_FOREIGN, false},
};

static unsigned kind_index(const char *key)
{
    unsigned i = 0;
    while (strcmp(kinds[i].key, key) != 0)
        i++;
    return i;
}

bool ladle_text_is_block(const char *key)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].key, key) == 0)
            return kinds[i].block;
    return false;
}

/* ----------------------------------------------------------------------------------- nodes */

static ladle_text *append(ladle_reader *reader, ladle_text_kind kind, ladle_pos pos)
{
    ladle_text *node = LADLE_NEW(reader->arena, ladle_text);
    ladle_text *parent = reader->text;
    node->kind = kind;
    node->pos = pos;
    node->parent = parent;
    if (parent && parent->last)
        parent->last->next = node;
    else if (parent)
        parent->first = node;
    if (parent)
        parent->last = node;
    return node;
}

/* Makes a node of the characters met so far. */
static void end_chars(ladle_reader *reader)
{
    if (!reader->chars->len)
        return;
    ladle_text *node = append(reader, LADLE_TEXT_CHARS, reader->chars_pos);
    node->chars = ladle_arena_strndup(reader->arena, reader->chars->str, reader->chars->len);
    g_string_set_size(reader->chars, 0);
}

static void tell_too_long(ladle_reader *reader, ladle_frame *frame)
{
    frame->told_text = true;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_TEXT_TOO_LONG, frame->pos,
                   "the text of <%s> is longer than %d MiB; divide it", frame->rule->name,
                   LADLE_LONGEST_TEXT / (1024 * 1024));
}

void ladle_text_hear(ladle_reader *reader, const char *bytes, size_t n, ladle_pos pos)
{
    GString *chars = reader->chars;
    ladle_frame *frame = &reader->frames[reader->depth - 1];
    if (frame->told_text)
        return;
    if (chars->len + n > LADLE_LONGEST_TEXT) {
        tell_too_long(reader, frame);
        return;
    }
    if (!chars->len)
        reader->chars_pos = pos;
    for (size_t i = 0; i < n; i++) {
        bool blank = strchr(" \t\r\n", bytes[i]) != NULL;
        bool after_blank = chars->len && chars->str[chars->len - 1] == ' ';
        if (!blank)
            g_string_append_c(chars, bytes[i]);
        else if (!after_blank)
            g_string_append_c(chars, ' ');
    }
}

/* ------------------------------------------------------------------------------ attributes */

static void check_chapter(ladle_reader *reader, const ladle_frame *frame, const char *name)
{
    const char *chapter = ladle_frame_value(frame, name);
    if (!chapter || ladle_chapter_named(chapter) || ladle_part_named(chapter))
        return;
    const char *called = ladle_chapter_called(chapter);
    const char *near = called ? called : ladle_nearest_name(chapter, ladle_chapter_names());
    char *all = g_strjoinv(", ", (char **)ladle_chapter_names());
    char *what =
        g_strdup_printf("no built-in template has the chapter \"%s\", so this is printed in "
                        "no built-in report",
                        chapter);
    if (near)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_UNKNOWN_CHAPTER,
                       ladle_frame_place(frame, name), "%s (did you mean \"%s\"?)", what, near);
    else
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_UNKNOWN_CHAPTER,
                       ladle_frame_place(frame, name), "%s; the chapters are %s", what, all);
    g_free(what);
    g_free(all);
}

static void find_image(ladle_reader *reader, const ladle_frame *frame, ladle_text *node)
{
    const char *wrong;
    if (!node->to)
        return;
    node->image_path =
        ladle_image_find(reader->arena, reader->root, reader->file_folder, node->to, &wrong);
    if (wrong)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_IMAGE_MISSING,
                       ladle_frame_place(frame, "src"), "the image \"%s\" cannot be used: %s",
                       node->to, wrong);
}

/* Whether the words are one with a dot and the ending of a picture, as "visit.jpg". */
static bool looks_like_a_file(const char *words)
{
    static const char *const endings[] = {"png", "jpg", "jpeg", "svg",
                                          "gif", "tif", "tiff", "webp"};
    const char *dot = strrchr(words, '.');
    for (size_t i = 0; dot && !strpbrk(words, " \t\r\n") && i < G_N_ELEMENTS(endings); i++)
        if (g_ascii_strcasecmp(dot + 1, endings[i]) == 0)
            return true;
    return false;
}

/* Whether the words are a file's name: the image's own with or without its folder, or any. */
static bool is_file_name(const char *words, const char *src)
{
    char *plain = g_uri_unescape_string(src, NULL);
    char *base = g_path_get_basename(plain ? plain : src);
    bool is =
        g_str_equal(words, src) || g_ascii_strcasecmp(words, base) == 0 || looks_like_a_file(words);
    g_free(base);
    g_free(plain);
    return is;
}

/* A blank alt, or the name of the file, says nothing; that there is none is seen elsewhere. */
static void check_alt(ladle_reader *reader, const ladle_frame *frame, const ladle_text *node)
{
    const char *src = node->to ? node->to : "";
    if (!node->alt)
        return;
    if (!node->alt[strspn(node->alt, " \t\r\n")])
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_IMAGE_ALT, ladle_frame_place(frame, "alt"),
                       "the image \"%s\" has an empty alt; say in a sentence or two what it shows, "
                       "for those who cannot see it",
                       src);
    else if (is_file_name(node->alt, src))
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_ALT_IS_A_NAME,
                       ladle_frame_place(frame, "alt"),
                       "alt=\"%s\" is the name of a file and says nothing about the picture; say "
                       "in a sentence or two what it shows, for those who cannot see it",
                       node->alt);
}

static const char *first_value(const ladle_frame *frame, const char *const *names)
{
    for (; *names; names++)
        if (ladle_frame_value(frame, *names))
            return ladle_frame_value(frame, *names);
    return NULL;
}

/* The things that an attribute with several ids names, those that are unknown left out and told. */
static void *all_named(ladle_reader *reader, const ladle_frame *frame, const char *name,
                       ladle_kind kind, unsigned *n)
{
    const char *refs = ladle_frame_value(frame, name);
    char **ids = g_strsplit(refs ? refs : "", " ", -1);
    void **things = LADLE_NEW_ARRAY(reader->arena, void *, g_strv_length(ids));
    *n = 0;
    for (char **id = ids; *id; id++) {
        void *thing = ladle_names_resolve(reader->names, kind, *id, frame->rule->name,
                                          ladle_frame_place(frame, name), reader->diagnostics);
        bool known = !thing;
        for (unsigned i = 0; i < *n && !known; i++)
            known = things[i] == thing;
        if (!known)
            things[(*n)++] = thing;
    }
    g_strfreev(ids);
    return things;
}

static const ladle_answer *answer_to(const ladle_record *record, const ladle_question *question)
{
    for (unsigned i = 0; i < record->n_answers; i++)
        if (record->answers[i].question == question)
            return &record->answers[i];
    return NULL;
}

/* <evidence record= question=>: the answer of a questionnaire. */
static void find_answer(ladle_reader *reader, const ladle_frame *frame, ladle_text *node)
{
    const ladle_record *record = ladle_frame_refers(reader, frame, "record", LADLE_KIND_RECORD);
    const ladle_question *question =
        ladle_frame_refers(reader, frame, "question", LADLE_KIND_QUESTION);
    if (!record || !question)
        return;
    node->record = record;
    node->answer = answer_to(record, question);
    /* A record that is broken may have lost the answer. */
    if (!node->answer && !g_hash_table_contains(reader->broken, record))
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_NO_SUCH_ANSWER,
                       ladle_frame_place(frame, "question"),
                       "record %s has no answer to question %s; name a record and a question that "
                       "it answers",
                       record->id, question->id);
}

/* What the text refers to. */
static void read_references(ladle_reader *reader, const ladle_frame *frame, ladle_text *node)
{
    node->wave = ladle_frame_refers(reader, frame, "wave", LADLE_KIND_WAVE);
    node->partnership = ladle_frame_refers(reader, frame, "partnership", LADLE_KIND_PARTNERSHIP);
    node->speaker = ladle_frame_refers(reader, frame, "speaker", LADLE_KIND_PERSON);
    switch (node->kind) {
    case LADLE_TEXT_FINDING:
        node->element = ladle_frame_refers(reader, frame, "element", LADLE_KIND_ELEMENT);
        break;
    case LADLE_TEXT_QUOTE:
    case LADLE_TEXT_Q:
        node->statement = ladle_frame_refers(reader, frame, "statement", LADLE_KIND_STATEMENT);
        break;
    case LADLE_TEXT_EVIDENCE:
        find_answer(reader, frame, node);
        node->statements =
            all_named(reader, frame, "statement", LADLE_KIND_STATEMENT, &node->n_statements);
        break;
    case LADLE_TEXT_RECOMMENDATION:
        node->elements = all_named(reader, frame, "element", LADLE_KIND_ELEMENT, &node->n_elements);
        node->statements =
            all_named(reader, frame, "statement", LADLE_KIND_STATEMENT, &node->n_statements);
        break;
    case LADLE_TEXT_CITE:
        node->to = ladle_frame_value(frame, "source");
        ladle_reader_postpone(reader, frame, "source", LADLE_KIND_SOURCE, NULL,
                              reader->frames[1].thing);
        break;
    case LADLE_TEXT_REF:
        if (node->to && !g_str_has_prefix(node->to, "figure-"))
            ladle_reader_postpone(reader, frame, "to", LADLE_KIND_TEXT, (void **)&node->target,
                                  reader->frames[1].thing);
        break;
    default:
        break;
    }
}

/* The first bibliography that says how to cite decides for all. */
static void read_bibliography(ladle_reader *reader, const ladle_text *node)
{
    ladle_study *study = reader->study;
    bool author_year = g_strcmp0(node->box_kind, "author-year") == 0;
    if (!node->box_kind || study->cites_author_year == author_year)
        return;
    if (reader->cite_told)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_CITES_DIFFER, node->pos,
                       "this bibliography says cite=\"%s\", but the one before says otherwise; "
                       "the first was used",
                       node->box_kind);
    else
        study->cites_author_year = author_year;
}

static void read_words(ladle_reader *reader, const ladle_frame *frame, ladle_text *node)
{
    static const char *const targets[] = {"to", "href", "src", NULL};
    static const char *const kind_names[] = {"kind", "cite", NULL};
    bool is_chapter = node->kind == LADLE_TEXT_CHAPTER;
    node->id = is_chapter ? NULL : ladle_frame_value(frame, "id");
    node->chapter = ladle_frame_value(frame, is_chapter ? "id" : "chapter");
    node->part = ladle_frame_value(frame, "part");
    node->box_kind = first_value(frame, kind_names);
    node->to = first_value(frame, targets);
    node->short_name = ladle_frame_value(frame, "short");
    node->alt = ladle_frame_value(frame, "alt");
    node->width = ladle_frame_value(frame, "width");
    node->pages = ladle_frame_value(frame, "pages");
    node->language = node->kind == LADLE_TEXT_FOREIGN ? ladle_frame_value(frame, "xml:lang")
                     : !node->parent || node->kind == LADLE_TEXT_SOURCE
                         ? ladle_reader_language(reader)
                         : NULL;
    node->head = ladle_frame_value(frame, "head") != NULL;
}

static void read_attributes(ladle_reader *reader, const ladle_frame *frame, ladle_text *node)
{
    read_words(reader, frame, node);
    read_references(reader, frame, node);
    if (node->kind == LADLE_TEXT_IMAGE) {
        find_image(reader, frame, node);
        check_alt(reader, frame, node);
    }
    if (node->kind == LADLE_TEXT_BIBLIOGRAPHY) {
        read_bibliography(reader, node);
        reader->cite_told = reader->cite_told || node->box_kind;
    }
    check_chapter(reader, frame, node->kind == LADLE_TEXT_CHAPTER ? "id" : "chapter");
    if (node->id)
        ladle_names_define(reader->names,
                           node->kind == LADLE_TEXT_SOURCE ? LADLE_KIND_SOURCE : LADLE_KIND_TEXT,
                           node->id, node, ladle_frame_place(frame, "id"), reader->diagnostics);
}

/* -------------------------------------------------------------------------------- handlers */

void ladle_start_text(ladle_reader *reader, ladle_frame *frame)
{
    /* White space before the first block of a list item is layout of the source. */
    bool only_blank = strcmp(reader->chars->str, " ") == 0;
    if (only_blank && ladle_text_is_block(frame->rule->row->key))
        g_string_set_size(reader->chars, 0);
    end_chars(reader);
    ladle_text *node = append(reader, kinds[kind_index(frame->rule->row->key)].kind, frame->pos);
    frame->thing = node;
    reader->text = node;
    read_attributes(reader, frame, node);
}

void ladle_end_text(ladle_reader *reader, ladle_frame *frame)
{
    end_chars(reader);
    ladle_text *node = frame->thing;
    reader->text = node->parent;
    bool top = reader->depth == 2; /* a child of the root */
    if (top && node->kind == LADLE_TEXT_SECTION)
        LADLE_ADD(reader, LADLE_LIST_SECTIONS, node);
    else if (top && node->kind == LADLE_TEXT_FINDING)
        LADLE_ADD(reader, LADLE_LIST_FINDINGS, node);
    else if (top && node->kind == LADLE_TEXT_BOX)
        LADLE_ADD(reader, LADLE_LIST_BOXES, node);
    else if (top && node->kind == LADLE_TEXT_MESSAGE)
        LADLE_ADD(reader, LADLE_LIST_MESSAGES, node);
    else if (top && node->kind == LADLE_TEXT_CHAPTER)
        LADLE_ADD(reader, LADLE_LIST_CHAPTERS, node);
    else if (node->kind == LADLE_TEXT_SOURCE)
        LADLE_ADD(reader, LADLE_LIST_SOURCES, node);
}
