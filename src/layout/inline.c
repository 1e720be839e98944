/* Inline content into paragraphs.
 *
 * A paragraph is one string of text, so that it is shaped once and lines break where they should
 * whatever elements begin and end there. What is not text is of two sorts. Objects (a symbol, a
 * page number to come, a gap) stand in the text as one character, U+FFFC or a no-break space, whose
 * cluster gets the object's width. Anchors (a footnote, words of the side column, a destination)
 * take no room: they belong to the line that holds the character before them.
 *
 * Soft hyphens are taken out before shaping, so that they never come into the text of the PDF, and
 * kept as places where the word may be parted. */
#include "layout/break.h"
#include "layout/flow.h"

#include <string.h>

/* UTF-8 of the characters that stand for objects. */
#define OBJECT "\xEF\xBF\xBC"
#define NO_BREAK_SPACE "\xC2\xA0"
#define SOFT_HYPHEN "\xC2\xAD"

typedef struct {
    ladle_flow *flow;
    ladle_paragraph *paragraph;
    unsigned groups;
} inline_walk;

static void free_string(void *string)
{
    g_string_free(string, TRUE);
}

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

ladle_paragraph *ladle_paragraph_new(ladle_flow *flow, const ladle_style *style, ladle_pos pos,
                                     unsigned structure)
{
    ladle_paragraph *paragraph = LADLE_NEW(flow->arena, ladle_paragraph);
    paragraph->style = style;
    paragraph->pos = pos;
    paragraph->structure = structure;
    paragraph->text = g_string_new(NULL);
    paragraph->stretches = g_array_new(FALSE, FALSE, sizeof(ladle_stretch));
    paragraph->objects = g_ptr_array_new();
    paragraph->ends = g_array_new(FALSE, FALSE, sizeof(size_t));
    paragraph->soft = g_array_new(FALSE, FALSE, sizeof(size_t));
    paragraph->segments = g_ptr_array_new();
    ladle_arena_defer(flow->arena, free_string, paragraph->text);
    ladle_arena_defer(flow->arena, free_array, paragraph->stretches);
    ladle_arena_defer(flow->arena, free_pointers, paragraph->objects);
    ladle_arena_defer(flow->arena, free_array, paragraph->ends);
    ladle_arena_defer(flow->arena, free_array, paragraph->soft);
    ladle_arena_defer(flow->arena, free_pointers, paragraph->segments);
    return paragraph;
}

/* A format in a style; what is not the style's is taken from `around` (NULL: the paragraph). */
static ladle_format *format_of(ladle_flow *flow, const ladle_paragraph *paragraph,
                               const ladle_style *style, const ladle_format *around)
{
    ladle_format *format = LADLE_NEW(flow->arena, ladle_format);
    if (around)
        *format = *around;
    else {
        format->language = flow->document->language;
        format->structure = paragraph->structure;
    }
    format->font = style->font;
    format->colour = style->colour;
    format->spacing = style->letter_spacing;
    format->rise = style->rise + (around ? around->rise : 0);
    return format;
}

/* The text from here on is in this format. */
static void begin_format(ladle_paragraph *paragraph, const ladle_format *format)
{
    GArray *stretches = paragraph->stretches;
    size_t start = paragraph->text->len;
    if (stretches->len) {
        ladle_stretch *last = &g_array_index(stretches, ladle_stretch, stretches->len - 1);
        if (last->format == format)
            return;
        if (last->start == start) {
            last->format = format;
            return;
        }
    }
    g_array_append_val(stretches, ((ladle_stretch){start, format}));
}

/* Adds text without its soft hyphens, whose places are remembered. */
static void add_text(ladle_paragraph *paragraph, const ladle_format *format, const char *text)
{
    begin_format(paragraph, format);
    for (const char *at = text;;) {
        const char *soft = strstr(at, SOFT_HYPHEN);
        g_string_append_len(paragraph->text, at, soft ? soft - at : (gssize)strlen(at));
        if (!soft)
            return;
        size_t place = paragraph->text->len;
        g_array_append_val(paragraph->soft, place);
        at = soft + strlen(SOFT_HYPHEN);
    }
}

static ladle_object *add_object(ladle_flow *flow, ladle_paragraph *paragraph,
                                ladle_object_kind kind, const ladle_node *node)
{
    ladle_object *object = LADLE_NEW(flow->arena, ladle_object);
    object->kind = kind;
    object->node = node;
    object->offset = paragraph->text->len;
    g_ptr_array_add(paragraph->objects, object);
    return object;
}

/* An object that takes room, in place of `character`. */
static ladle_object *add_solid(ladle_flow *flow, ladle_paragraph *paragraph,
                               const ladle_format *format, ladle_object_kind kind,
                               const ladle_node *node, const char *character)
{
    begin_format(paragraph, format);
    ladle_object *object = add_object(flow, paragraph, kind, node);
    g_string_append(paragraph->text, character);
    return object;
}

static int width_of_words(ladle_flow *flow, const ladle_format *format, const char *words)
{
    size_t bytes = strlen(words);
    ladle_text_span span = {0, bytes, format->font, format->language};
    ladle_measure *measure = flow->options->measure;
    ladle_shaped *shaped = measure->shape(measure, flow->arena, words, bytes, &span, 1);
    int width = 0;
    for (unsigned i = 0; i < shaped->n_clusters; i++)
        width += shaped->clusters[i].advance;
    return width;
}

/* Room for a page number: what it is when that is known, else three digits. */
static int page_width(ladle_flow *flow, const ladle_format *format, const ladle_node *target)
{
    const ladle_place *place = ladle_place_lookup(flow, target);
    if (place) {
        GPtrArray *sheets = ladle_builder_sheets(flow->builder);
        return width_of_words(flow, format, ladle_sheet_label(flow, sheets->pdata[place->page]));
    }
    return width_of_words(flow, format, "000");
}

static void add_page(ladle_flow *flow, ladle_paragraph *paragraph, const ladle_format *format,
                     const ladle_node *target)
{
    ladle_object *field = add_solid(flow, paragraph, format, LADLE_OBJECT_FIELD, target, OBJECT);
    field->width = page_width(flow, format, target);
}

/* ------------------------------------------------------------------------ links and references */

static ladle_format *link_format(inline_walk *walk, const ladle_node *node,
                                 const ladle_style *style, const ladle_format *around,
                                 const char *words)
{
    ladle_format *format = format_of(walk->flow, walk->paragraph, style, around);
    format->link = node;
    format->words = words;
    if (node->language)
        format->language = node->language;
    format->structure = ladle_structure_add(walk->flow, "Link", around->structure, node);
    add_object(walk->flow, walk->paragraph, LADLE_OBJECT_PLACE, node);
    return format;
}

static void add_reference(inline_walk *walk, const ladle_node *node, const ladle_format *around)
{
    const ladle_document *document = walk->flow->document;
    const char *words = ladle_reference_words(document, node);
    ladle_format *format = link_format(walk, node, node->style, around, words);
    ladle_reference_show show = ladle_reference_shows(node);
    if (show != LADLE_SHOW_PAGE)
        add_text(walk->paragraph, format, words);
    if (show == LADLE_SHOW_WORDS)
        return;
    if (show == LADLE_SHOW_WORDS_PAGE)
        add_text(walk->paragraph, format, ", ");
    ladle_format *page = LADLE_NEW(walk->flow->arena, ladle_format);
    *page = *format;
    page->group = format->group ? format->group : ++walk->groups;
    const char *place = strstr(document->page_words, "%s");
    char *before =
        place ? g_strndup(document->page_words, place - document->page_words) : g_strdup("");
    add_text(walk->paragraph, page, before);
    add_page(walk->flow, walk->paragraph, page, ladle_reference_target(document, node));
    if (place)
        add_text(walk->paragraph, page, place + strlen("%s"));
    g_free(before);
}

static int compare_pages(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* How many pages may come to be shown: those known, each once, and one for each place to come. */
static unsigned backlink_fields(ladle_flow *flow, const ladle_node *const *sources, unsigned n)
{
    int *pages = g_new(int, n + 1);
    unsigned known = 0, count = 0;
    for (unsigned i = 0; i < n; i++) {
        const ladle_place *place = ladle_place_lookup(flow, sources[i]);
        if (place)
            pages[known++] = (int)place->page;
    }
    qsort(pages, known, sizeof *pages, compare_pages);
    for (unsigned i = 0; i < known; i++)
        count += i == 0 || pages[i] != pages[i - 1];
    g_free(pages);
    return count + (n - known);
}

const ladle_node *ladle_backlinks_else(const ladle_flow *flow, const ladle_node *backlinks)
{
    unsigned n = 0;
    const char *to = ladle_node_attribute(backlinks, "to");
    const char *other = ladle_node_attribute(backlinks, "else");
    if (!other)
        return NULL;
    ladle_document_backlinks(flow->document, to ? to : "", &n);
    return n ? NULL : ladle_document_lookup(flow->document, other);
}

/* One field for each page that may be shown, each with room for a comma and a space. */
static void add_backlinks(inline_walk *walk, const ladle_node *node, const ladle_format *around)
{
    const char *to = ladle_node_attribute(node, "to");
    unsigned n = 0;
    const ladle_node *const *sources =
        ladle_document_backlinks(walk->flow->document, to ? to : "", &n);
    if (n == 0 && !ladle_backlinks_else(walk->flow, node)) {
        const char *none = ladle_node_attribute(node, "none");
        add_text(walk->paragraph, around, none ? none : "");
        return;
    }
    unsigned fields = n ? backlink_fields(walk->flow, sources, n) : 1;
    ladle_format *format = format_of(walk->flow, walk->paragraph, node->style, around);
    int width = width_of_words(walk->flow, format, "000, ");
    for (unsigned i = 0; i < fields; i++) {
        ladle_format *one = format_of(walk->flow, walk->paragraph, node->style, around);
        one->link = node;
        one->structure = ladle_structure_add(walk->flow, "Link", around->structure, node);
        ladle_object *field =
            add_solid(walk->flow, walk->paragraph, one, LADLE_OBJECT_FIELD, node, OBJECT);
        field->width = width;
        field->index = i;
        field->count = fields;
    }
}

/* ------------------------------------------------------------------------------ other elements */

/* A place in the text for the note's number to lead back to. */
static const ladle_node *place_of_mark(ladle_flow *flow, const ladle_node *note)
{
    ladle_node *place = LADLE_NEW(flow->arena, ladle_node);
    *place = (ladle_node){.kind = LADLE_NODE_SPAN,
                          .parent = note->parent,
                          .style = note->style,
                          .language = note->language,
                          .pos = note->pos,
                          .order = note->order,
                          .id = ladle_arena_printf(flow->arena, ".%u.mark", note->order)};
    return place;
}

static void add_note(inline_walk *walk, const ladle_node *node, const ladle_format *around)
{
    const ladle_style *style = ladle_theme_named(walk->flow->options->theme, "footnote-mark");
    ladle_format *format = format_of(walk->flow, walk->paragraph, style, around);
    GString *text = walk->paragraph->text;
    unsigned reference = ladle_structure_add(walk->flow, "Reference", around->structure, NULL);
    format->structure = ladle_structure_add(walk->flow, "Link", reference, NULL);
    format->link = node;
    format->words = node->number ? node->number : "";
    format->group = around->group ? around->group : ++walk->groups;
    /* The mark stays with the character before it. */
    if (text->len && walk->paragraph->stretches->len) {
        const char *last = g_utf8_find_prev_char(text->str, text->str + text->len);
        ladle_format *tied = LADLE_NEW(walk->flow->arena, ladle_format);
        *tied = *g_array_index(walk->paragraph->stretches, ladle_stretch,
                               walk->paragraph->stretches->len - 1)
                     .format;
        if (!tied->group && last && *last != ' ') {
            char *copy = g_strdup(last);
            g_string_truncate(text, (gsize)(last - text->str));
            tied->group = format->group;
            begin_format(walk->paragraph, tied);
            g_string_append(text, copy);
            g_free(copy);
        }
    }
    const ladle_node *mark = place_of_mark(walk->flow, node);
    add_object(walk->flow, walk->paragraph, LADLE_OBJECT_PLACE, mark);
    add_text(walk->paragraph, format, format->words);
    ladle_object *anchor = add_object(walk->flow, walk->paragraph, LADLE_OBJECT_NOTE, node);
    anchor->structure = ladle_structure_add(walk->flow, "Note", around->structure, node);
    anchor->place = mark;
}

static void make_artifacts(const ladle_chart_box *box)
{
    for (unsigned i = 0; i < box->items->len; i++)
        ((ladle_page_item *)box->items->pdata[i])->artifact = LADLE_ARTIFACT_LAYOUT;
}

/* A chart or an image that stands in the text. A chart without words of its own (alt) is a
 * decoration of the words beside it, and nothing to those who cannot see it. */
static void add_drawing(inline_walk *walk, const ladle_node *node, const ladle_format *around)
{
    ladle_flow *flow = walk->flow;
    bool decoration = node->kind == LADLE_NODE_CHART && !ladle_node_attribute(node, "alt");
    unsigned structure = decoration ? around->structure
                                    : ladle_structure_add(flow, "Figure", around->structure, node);
    int room = flow->page->text + flow->page->gutter + flow->page->side;
    ladle_chart_box *box = NULL;
    if (node->kind == LADLE_NODE_IMG)
        box = ladle_image_box(flow, node, flow->page->text, structure);
    else {
        GPtrArray *boxes = ladle_chart_layout(flow->arena, node, room, structure, flow->options);
        box = boxes && boxes->len ? boxes->pdata[0] : NULL;
    }
    if (!box)
        return;
    if (decoration)
        make_artifacts(box);
    ladle_object *object =
        add_solid(flow, walk->paragraph, around, LADLE_OBJECT_DRAWING, node, OBJECT);
    object->box = box;
    object->structure = structure;
    object->width = object->box->width + node->style->left + node->style->right;
}

static void walk_inlines(inline_walk *walk, const ladle_node *first, const ladle_node *end,
                         const ladle_format *format);

static void add_span(inline_walk *walk, const ladle_node *node, const ladle_format *around)
{
    ladle_format *format = format_of(walk->flow, walk->paragraph, node->style, around);
    if (node->language && strcmp(node->language, around->language) != 0) {
        format->language = node->language;
        format->structure = ladle_structure_add(walk->flow, "Span", around->structure, node);
    }
    if (!around->group && node->style->nowrap)
        format->group = ++walk->groups;
    walk_inlines(walk, node->first, NULL, format);
}

/* Whether the side column is free beside a line: no columns are around it, and the table whose cell
 * it stands in is as wide as the text. */
static bool stands_beside_side(const ladle_flow *flow, const ladle_node *node)
{
    bool table = false;
    if (!flow->cells) {
        while (node && node->kind != LADLE_NODE_COLUMNS)
            node = node->parent;
        return node == NULL;
    }
    for (node = node->parent; node; node = node->parent) {
        if (node->kind == LADLE_NODE_ASIDE || node->kind == LADLE_NODE_COLUMNS ||
            (node->kind == LADLE_NODE_TABLE && (table || node->style->full_width)) ||
            (node->kind == LADLE_NODE_FIGURE && node->style->full_width))
            return false;
        table = table || node->kind == LADLE_NODE_TABLE;
    }
    return table;
}

static void add_inline(inline_walk *walk, const ladle_node *node, const ladle_format *around)
{
    if (node->id)
        add_object(walk->flow, walk->paragraph, LADLE_OBJECT_PLACE, node);
    switch (node->kind) {
    case LADLE_NODE_TEXT:
        g_hash_table_add(walk->flow->taken, (gpointer)node);
        add_text(walk->paragraph, around, node->text);
        break;
    case LADLE_NODE_BR:
        g_array_append_val(walk->paragraph->ends, walk->paragraph->text->len);
        break;
    case LADLE_NODE_A: {
        const char *words = ladle_node_plain_text(walk->flow->arena, node);
        walk_inlines(walk, node->first, NULL, link_format(walk, node, node->style, around, words));
        break;
    }
    case LADLE_NODE_REF:
        add_reference(walk, node, around);
        break;
    case LADLE_NODE_BACKLINKS:
        add_backlinks(walk, node, around);
        break;
    case LADLE_NODE_NOTE:
        add_note(walk, node, around);
        break;
    case LADLE_NODE_ASIDE:
        if (!stands_beside_side(walk->flow, node)) {
            add_text(walk->paragraph, around, " ");
            add_span(walk, node, around);
            break;
        }
        add_object(walk->flow, walk->paragraph, LADLE_OBJECT_SIDE, node)->structure =
            around->structure;
        break;
    case LADLE_NODE_CHART:
    case LADLE_NODE_IMG:
        add_drawing(walk, node, around);
        break;
    default:
        add_span(walk, node, around);
        break;
    }
}

static void walk_inlines(inline_walk *walk, const ladle_node *first, const ladle_node *end,
                         const ladle_format *format)
{
    for (const ladle_node *node = first; node && node != end; node = node->next)
        add_inline(walk, node, format);
}

void ladle_paragraph_inlines(ladle_flow *flow, ladle_paragraph *paragraph, const ladle_node *first,
                             const ladle_node *end)
{
    /* Groups begun later in the same paragraph get other numbers. */
    inline_walk walk = {flow, paragraph, paragraph->stretches->len + paragraph->objects->len};
    ladle_format *format = format_of(flow, paragraph, paragraph->style, NULL);
    format->rise = 0;
    if (first && first->parent)
        format->language = first->parent->language;
    walk_inlines(&walk, first, end, format);
}

void ladle_paragraph_words(ladle_flow *flow, ladle_paragraph *paragraph, const char *words,
                           const ladle_style *style, const ladle_node *link)
{
    ladle_paragraph_words_in(flow, paragraph, words, style, link, NULL);
}

void ladle_paragraph_words_in(ladle_flow *flow, ladle_paragraph *paragraph, const char *words,
                              const ladle_style *style, const ladle_node *link,
                              const char *language)
{
    ladle_format *format = format_of(flow, paragraph, style, NULL);
    if (language)
        format->language = language;
    format->link = link;
    format->words = link ? words : NULL;
    const char *role =
        g_array_index(flow->pages->structure, ladle_structure, format->structure).role;
    if (link && strcmp(role, "Link") != 0)
        format->structure = ladle_structure_add(flow, "Link", format->structure, link);
    add_text(paragraph, format, words);
}

void ladle_paragraph_leave_out(ladle_flow *flow, ladle_paragraph *paragraph, const ladle_node *node)
{
    if (node->kind == LADLE_NODE_TEXT)
        g_hash_table_add(flow->taken, (gpointer)node);
    else
        add_object(flow, paragraph, LADLE_OBJECT_PLACE, node);
    for (const ladle_node *child = node->first; child; child = child->next)
        ladle_paragraph_leave_out(flow, paragraph, child);
}

void ladle_paragraph_gap(ladle_flow *flow, ladle_paragraph *paragraph, int width,
                         const ladle_style *style)
{
    ladle_format *format = format_of(flow, paragraph, style, NULL);
    add_solid(flow, paragraph, format, LADLE_OBJECT_GAP, NULL, NO_BREAK_SPACE)->width = width;
}

void ladle_paragraph_page(ladle_flow *flow, ladle_paragraph *paragraph, const ladle_node *target,
                          const ladle_node *link, const ladle_style *style)
{
    ladle_format *format = format_of(flow, paragraph, style, NULL);
    format->link = link;
    add_page(flow, paragraph, format, target);
}

bool ladle_paragraph_empty(const ladle_paragraph *paragraph)
{
    for (unsigned i = 0; i < paragraph->objects->len; i++) {
        const ladle_object *object = paragraph->objects->pdata[i];
        if (object->kind != LADLE_OBJECT_PLACE)
            return false;
    }
    return strspn(paragraph->text->str, " \t") == paragraph->text->len;
}

/* ------------------------------------------------------------------------------------- shaping */

static bool same_font(const ladle_format *a, const ladle_format *b)
{
    return a->font.size == b->font.size && a->font.bold == b->font.bold &&
           a->font.italic == b->font.italic && strcmp(a->font.family, b->font.family) == 0 &&
           strcmp(a->language, b->language) == 0;
}

/* Fonts of start .. end, as spans from the segment's start. */
static GArray *spans_of(const ladle_paragraph *paragraph, size_t start, size_t end)
{
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(ladle_text_span));
    const ladle_format *last = NULL;
    for (unsigned i = 0; i < paragraph->stretches->len; i++) {
        const ladle_stretch *stretch = &g_array_index(paragraph->stretches, ladle_stretch, i);
        size_t stop = i + 1 < paragraph->stretches->len ? stretch[1].start : paragraph->text->len;
        size_t from = MAX(stretch->start, start), to = MIN(stop, end);
        if (from >= to)
            continue;
        if (last && same_font(last, stretch->format)) {
            g_array_index(spans, ladle_text_span, spans->len - 1).end = to - start;
            continue;
        }
        ladle_text_span span = {from - start, to - start, stretch->format->font,
                                stretch->format->language};
        g_array_append_val(spans, span);
        last = stretch->format;
    }
    return spans;
}

/* So many characters around one that is missing are shown, for it to be found in the study. */
enum { SHOWN_BEFORE = 30, SHOWN_AFTER = 15 };

/* Each character is told once, with what stands around it: whoever wrote it searches for that. */
static void missing_glyph(ladle_flow *flow, const ladle_paragraph *paragraph,
                          const ladle_shaped *shaped, size_t at)
{
    const char *text = shaped->text, *from = text + at, *to = from;
    gunichar character = g_utf8_get_char(from);
    if (!g_hash_table_add(flow->missing, GUINT_TO_POINTER(character)))
        return;
    char utf8[8] = {0};
    g_unichar_to_utf8(character, utf8);
    for (unsigned i = 0; i < SHOWN_BEFORE && from > text; i++)
        from = g_utf8_prev_char(from);
    for (unsigned i = 0; i < SHOWN_AFTER && to < text + shaped->bytes; i++)
        to = g_utf8_next_char(to);
    ladle_diag_add(flow->options->diagnostics, LADLE_DIAG_MISSING_GLYPH, paragraph->pos,
                   "no font has the character U+%04X (%s), first met in \"%s%.*s%s\"; write it in "
                   "another way",
                   character, utf8, from > text ? "\xE2\x80\xA6" : "", (int)(to - from), from,
                   to < text + shaped->bytes ? "\xE2\x80\xA6" : "");
}

/* Gives clusters their formats and objects, and the objects their room. */
static void dress(ladle_flow *flow, const ladle_paragraph *paragraph, ladle_segment *segment,
                  unsigned *stretch, unsigned *next_object)
{
    ladle_shaped *shaped = segment->shaped;
    GPtrArray *objects = paragraph->objects;
    const ladle_stretch *stretches = (const ladle_stretch *)(void *)paragraph->stretches->data;
    for (unsigned i = 0; i < shaped->n_clusters; i++) {
        ladle_cluster *cluster = &shaped->clusters[i];
        size_t place = segment->start + cluster->start;
        while (*stretch + 1 < paragraph->stretches->len && stretches[*stretch + 1].start <= place)
            (*stretch)++;
        segment->formats[i] = stretches[*stretch].format;
        while (*next_object < objects->len) {
            ladle_object *object = objects->pdata[*next_object];
            if (object->offset > place)
                break;
            if (object->kind < LADLE_OBJECT_NOTE && object->offset == place)
                segment->objects[i] = object;
            (*next_object)++;
        }
        const ladle_object *object = segment->objects[i];
        bool after_space = i > 0 && shaped->clusters[i - 1].is_space;
        if (object) {
            cluster->advance = object->width;
            cluster->n_glyphs = 0;
            cluster->missing = cluster->is_space = false;
            cluster->can_break = after_space || object->index > 0;
        } else if (i > 0 && segment->objects[i - 1])
            cluster->can_break = false;
        const ladle_format *before = i > 0 ? segment->formats[i - 1] : NULL;
        if (before && before->group && before->group == segment->formats[i]->group)
            cluster->can_break = false;
        if (segment->formats[i]->spacing && cluster->n_glyphs && !object) {
            cluster->advance += segment->formats[i]->spacing;
            shaped->glyphs[cluster->first_glyph + cluster->n_glyphs - 1].advance +=
                segment->formats[i]->spacing;
        }
        if (cluster->missing)
            missing_glyph(flow, paragraph, shaped, cluster->start);
    }
}

void ladle_paragraph_shape(ladle_flow *flow, ladle_paragraph *paragraph)
{
    ladle_measure *measure = flow->options->measure;
    size_t start = 0;
    unsigned stretch = 0, object = 0;
    g_array_append_val(paragraph->ends, paragraph->text->len);
    for (unsigned i = 0; i < paragraph->ends->len; i++) {
        size_t end = g_array_index(paragraph->ends, size_t, i);
        ladle_segment *segment = LADLE_NEW(flow->arena, ladle_segment);
        segment->start = start;
        segment->end = end;
        GArray *spans = spans_of(paragraph, start, end);
        const char *text =
            ladle_arena_strndup(flow->arena, paragraph->text->str + start, end - start);
        segment->shaped = measure->shape(measure, flow->arena, text, end - start,
                                         (const ladle_text_span *)(void *)spans->data, spans->len);
        g_array_free(spans, TRUE);
        unsigned n = segment->shaped->n_clusters;
        ladle_keep_together(segment->shaped);
        segment->objects = LADLE_NEW_ARRAY(flow->arena, ladle_object *, n + 1);
        segment->formats = LADLE_NEW_ARRAY(flow->arena, const ladle_format *, n + 1);
        if (n)
            dress(flow, paragraph, segment, &stretch, &object);
        g_ptr_array_add(paragraph->segments, segment);
        start = end;
    }
}

void ladle_paragraph_widths(const ladle_flow *flow, const ladle_paragraph *paragraph, int *least,
                            int *natural)
{
    (void)flow;
    *least = *natural = 0;
    for (unsigned i = 0; i < paragraph->segments->len; i++) {
        const ladle_segment *segment = paragraph->segments->pdata[i];
        int a, b;
        ladle_break_widths(segment->shaped->clusters, segment->shaped->n_clusters, &a, &b);
        *least = MAX(*least, a);
        *natural = MAX(*natural, b);
    }
}
