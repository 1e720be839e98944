/* Sheets into pages: lines become glyph runs, page numbers are filled in, running heads are set.
 *
 * All places are known now, so this is where a page number gets its text: what follows it on its
 * line closes up. Bands come first, then what was placed in the order it was placed, which is
 * reading order, then running heads. */
#include "layout/flow.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"

/* The page being made. */
typedef struct {
    ladle_flow *flow;
    ladle_page *page;
    const ladle_sheet *sheet;
    GHashTable *missing; /* targets already complained of */
} emit_work;

/* A piece of a line as it is set: in visual order, with its width. */
typedef struct {
    const ladle_piece *piece;
    const ladle_shaped *shaped; /* of a field, or the segment's */
    unsigned first, end;        /* clusters */
    int width, seen;            /* seen: hanging spaces left out */
    const ladle_node *target;   /* of the link it is part of; NULL: by its format */
    const char *words;
    int link_width; /* fields: without the comma */
} piece_setting;

/* ---------------------------------------------------------------------------------------- names */

static const char *place_name(ladle_flow *flow, const ladle_node *node)
{
    if (node->id)
        return node->id;
    return ladle_arena_printf(flow->arena, ".%u", node->order);
}

static char *roman(unsigned number)
{
    static const struct {
        unsigned value;
        const char *letters;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    GString *out = g_string_new(NULL);
    for (unsigned i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            g_string_append(out, steps[i].letters);
    return g_string_free(out, FALSE);
}

static const char *number_label(ladle_flow *flow, unsigned number, bool is_roman)
{
    if (!is_roman || number > 3999)
        return ladle_arena_printf(flow->arena, "%u", number);
    char *letters = roman(number);
    const char *label = ladle_arena_strdup(flow->arena, letters);
    g_free(letters);
    return label;
}

const char *ladle_sheet_label(ladle_flow *flow, const ladle_sheet *sheet)
{
    return number_label(flow, sheet->number, sheet->roman);
}

int ladle_sheet_width(const ladle_flow *flow, const ladle_sheet *sheet)
{
    return sheet->turned ? flow->page->height : flow->page->width;
}

int ladle_sheet_height(const ladle_flow *flow, const ladle_sheet *sheet)
{
    return sheet->turned ? flow->page->width : flow->page->height;
}

static const char *page_label(ladle_flow *flow, unsigned page)
{
    return ladle_sheet_label(flow, ladle_builder_sheets(flow->builder)->pdata[page]);
}

/* --------------------------------------------------------------------------------------- fields */

static int compare_places(const void *a, const void *b)
{
    const ladle_node *const *x = a, *const *y = b;
    if ((*x)->order != (*y)->order)
        return (*x)->order < (*y)->order ? -1 : 1;
    return (int)((*x)->kind == LADLE_NODE_NOTE) - (int)((*y)->kind == LADLE_NODE_NOTE);
}

/* The first link on each page that leads to what a backlinks names, in order of pages. */
static GPtrArray *linking_places(ladle_flow *flow, const ladle_node *backlinks)
{
    unsigned n = 0;
    const char *to = ladle_node_attribute(backlinks, "to");
    const ladle_node *const *sources = ladle_document_backlinks(flow->document, to ? to : "", &n);
    GPtrArray *found = g_ptr_array_new();
    GHashTable *pages = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < n; i++) {
        const ladle_place *place = ladle_place_lookup(flow, sources[i]);
        if (place && g_hash_table_add(pages, GUINT_TO_POINTER(place->page + 1)))
            g_ptr_array_add(found, (gpointer)sources[i]);
    }
    g_hash_table_destroy(pages);
    g_ptr_array_sort(found, compare_places);
    return found;
}

static const ladle_shaped *shape_words(ladle_flow *flow, const char *words,
                                       const ladle_format *format)
{
    ladle_measure *measure = flow->options->measure;
    ladle_text_span span = {0, strlen(words), format->font, format->language};
    return measure->shape(measure, flow->arena, words, strlen(words), &span, 1);
}

static void no_target(emit_work *work, const ladle_node *link)
{
    if (!g_hash_table_add(work->missing, (gpointer)link))
        return;
    const char *to = ladle_node_attribute(link, "to");
    to = to ? to : ladle_node_attribute(link, "href");
    ladle_diag_add(work->flow->options->diagnostics, LADLE_DIAG_LINK_TO_NOTHING, link->pos,
                   "the link to %s leads to nothing that stands on a page",
                   to ? to : "a heading or figure");
}

static void fill_field(emit_work *work, piece_setting *setting, const ladle_object *field)
{
    ladle_flow *flow = work->flow;
    const ladle_node *target = field->node;
    const char *words = "";
    bool more = false;
    if (target && target->kind == LADLE_NODE_BACKLINKS) {
        GPtrArray *places = linking_places(flow, target);
        target = field->index < places->len ? places->pdata[field->index] : NULL;
        more = field->index + 1 < places->len;
        g_ptr_array_free(places, TRUE);
        if (!target)
            target = ladle_backlinks_else(flow, field->node);
    } else if (!ladle_place_lookup(flow, target))
        no_target(work, setting->piece->format->link ? setting->piece->format->link : target);
    const ladle_place *place = ladle_place_lookup(flow, target);
    if (place)
        words = page_label(flow, place->page);
    size_t own = strlen(words);
    if (more)
        words = ladle_arena_printf(flow->arena, "%s, ", words);
    setting->shaped = shape_words(flow, words, setting->piece->format);
    setting->first = 0;
    setting->end = setting->shaped->n_clusters;
    setting->target = field->node && field->node->kind == LADLE_NODE_BACKLINKS ? target : NULL;
    setting->words = ladle_arena_strndup(flow->arena, words, own);
    for (unsigned i = 0; i < setting->end; i++) {
        const ladle_cluster *cluster = &setting->shaped->clusters[i];
        setting->width += cluster->advance;
        setting->link_width += cluster->start < own ? cluster->advance : 0;
    }
    setting->seen = more ? setting->link_width : setting->width;
}

/* ------------------------------------------------------------------------------------ glyph runs
 */

/* Appends clusters of shaped text to a run under construction. */
typedef struct {
    GArray *glyphs, *clusters;
    GString *text;
} run_builder;

static size_t cluster_end(const ladle_shaped *shaped, unsigned i)
{
    return i + 1 < shaped->n_clusters ? shaped->clusters[i + 1].start : shaped->bytes;
}

static void add_cluster(run_builder *run, const ladle_shaped *shaped, unsigned i, const char *text)
{
    const ladle_cluster *cluster = &shaped->clusters[i];
    size_t bytes = cluster_end(shaped, i) - cluster->start;
    struct ladle_run_cluster step = {(unsigned short)bytes, (unsigned short)cluster->n_glyphs};
    g_string_append_len(run->text, shaped->text + cluster->start, (gssize)bytes);
    if (text) { /* other words for the same glyphs */
        g_string_truncate(run->text, run->text->len - bytes);
        g_string_append(run->text, text);
        step.bytes = (unsigned short)strlen(text);
    }
    g_array_append_vals(run->glyphs, shaped->glyphs + cluster->first_glyph, cluster->n_glyphs);
    g_array_append_val(run->clusters, step);
}

/* From right to left: clusters and glyphs as they stand, from the left, but text as it is read. */
static void add_backwards(run_builder *run, const piece_setting *setting)
{
    const ladle_shaped *shaped = setting->shaped;
    for (unsigned i = setting->end; i > setting->first; i--)
        add_cluster(run, shaped, i - 1, NULL);
    size_t start = shaped->clusters[setting->first].start;
    size_t end = cluster_end(shaped, setting->end - 1);
    g_string_truncate(run->text, 0);
    g_string_append_len(run->text, shaped->text + start, (gssize)(end - start));
}

static ladle_glyph_run *make_run(ladle_flow *flow, const piece_setting *setting)
{
    static const char soft_hyphen[] = "\xC2\xAD";
    const ladle_shaped *shaped = setting->shaped;
    const ladle_format *format = setting->piece->format;
    run_builder out = {g_array_new(FALSE, FALSE, sizeof(ladle_glyph)),
                       g_array_new(FALSE, FALSE, sizeof(struct ladle_run_cluster)),
                       g_string_new(NULL)};
    bool backwards = setting->piece->level % 2 == 1 && !setting->piece->object;
    if (backwards)
        add_backwards(&out, setting);
    else
        for (unsigned i = setting->first; i < setting->end; i++)
            add_cluster(&out, shaped, i, NULL);
    if (setting->piece->hyphen) {
        const ladle_shaped *hyphen = ladle_line_hyphen(flow, format);
        for (unsigned i = 0; i < hyphen->n_clusters; i++)
            add_cluster(&out, hyphen, i, soft_hyphen);
    }
    ladle_glyph_run *run = LADLE_NEW(flow->arena, ladle_glyph_run);
    run->face = setting->first < setting->end ? shaped->clusters[setting->first].face : NULL;
    run->font = format->font;
    run->colour = format->colour;
    run->n_glyphs = out.glyphs->len;
    run->n_clusters = out.clusters->len;
    run->right_to_left = backwards;
    ladle_glyph *glyphs = LADLE_NEW_ARRAY(flow->arena, ladle_glyph, MAX(run->n_glyphs, 1));
    struct ladle_run_cluster *clusters =
        LADLE_NEW_ARRAY(flow->arena, struct ladle_run_cluster, MAX(run->n_clusters, 1));
    if (run->n_glyphs)
        memcpy(glyphs, out.glyphs->data, run->n_glyphs * sizeof *glyphs);
    if (run->n_clusters)
        memcpy(clusters, out.clusters->data, run->n_clusters * sizeof *clusters);
    run->glyphs = glyphs;
    run->clusters = clusters;
    run->bytes = out.text->len;
    run->text = ladle_arena_strndup(flow->arena, out.text->str, out.text->len);
    g_array_free(out.glyphs, TRUE);
    g_array_free(out.clusters, TRUE);
    g_string_free(out.text, TRUE);
    return run;
}

/* ---------------------------------------------------------------------------------------- lines */

static piece_setting set_piece(emit_work *work, const ladle_piece *piece)
{
    piece_setting setting = {
        .piece = piece, .shaped = piece->segment->shaped, .first = piece->first, .end = piece->end};
    if (piece->object && piece->object->kind == LADLE_OBJECT_FIELD) {
        fill_field(work, &setting, piece->object);
        return setting;
    }
    for (unsigned i = piece->first; i < piece->end; i++)
        setting.width += setting.shaped->clusters[i].advance;
    if (piece->hyphen) {
        const ladle_shaped *hyphen = ladle_line_hyphen(work->flow, piece->format);
        for (unsigned i = 0; i < hyphen->n_clusters; i++)
            setting.width += hyphen->clusters[i].advance;
    }
    setting.seen = setting.width;
    return setting;
}

/* Rule L2 of the Unicode bidirectional algorithm, on pieces: from the highest level down to 1,
 * turn round what is at that level or above. */
static void order_pieces(piece_setting *settings, unsigned n)
{
    unsigned char highest = 0;
    for (unsigned i = 0; i < n; i++)
        highest = MAX(highest, settings[i].piece->level);
    for (unsigned char level = highest; level > 0; level--)
        for (unsigned i = 0; i < n; i++) {
            unsigned end = i;
            while (end < n && settings[end].piece->level >= level)
                end++;
            for (unsigned a = i, b = end; a + 1 < b; a++, b--) {
                piece_setting other = settings[a];
                settings[a] = settings[b - 1];
                settings[b - 1] = other;
            }
            i = MAX(i, end);
        }
}

/* Takes the hanging spaces at the line's end out of the widths that are seen; their width. */
static int hang_spaces(const ladle_line *line, piece_setting *settings)
{
    unsigned spaces = line->spaces;
    int hanging = 0;
    for (unsigned i = line->n_pieces; i > 0 && spaces > 0; i--) {
        piece_setting *last = &settings[i - 1];
        if (last->piece->object)
            break;
        for (unsigned c = last->end; c > last->first && spaces > 0; c--, spaces--) {
            last->seen -= last->shaped->clusters[c - 1].advance;
            hanging += last->shaped->clusters[c - 1].advance;
        }
    }
    return hanging;
}

/* Where the line's first piece from the left begins, in a box whose left edge is 0. A line that
 * runs from right to left has its spaces hanging at its left. */
static int start_of(const ladle_line *line, const piece_setting *settings, int hanging)
{
    int before = line->backwards ? hanging : 0, natural = -before;
    for (unsigned i = 0; i < line->n_pieces; i++)
        natural += i + 1 < line->n_pieces || line->backwards ? settings[i].width : settings[i].seen;
    switch (line->align) {
    case LADLE_ALIGN_CENTRE:
        return line->shift + (line->width - natural) / 2 - before;
    case LADLE_ALIGN_RIGHT:
        return line->shift + line->width - natural - before;
    default:
        return line->backwards ? line->width - natural - before : line->shift;
    }
}

static ladle_page_item *new_item(emit_work *work, ladle_page_item_kind kind, unsigned structure,
                                 ladle_artifact artifact)
{
    ladle_page_item *item = LADLE_NEW(work->flow->arena, ladle_page_item);
    item->kind = kind;
    item->structure = artifact ? 0 : structure;
    item->artifact = artifact;
    g_ptr_array_add(work->page->items, item);
    return item;
}

static void emit_drawing(emit_work *work, const ladle_object *object, int x, int baseline,
                         ladle_artifact artifact)
{
    const ladle_chart_box *box = object->box;
    int top = baseline + box->baseline - box->height;
    x += object->node->style->left;
    for (unsigned i = 0; i < box->items->len; i++) {
        const ladle_page_item *from = box->items->pdata[i];
        ladle_page_item *item = new_item(work, from->kind, from->structure, artifact);
        ladle_artifact own = from->artifact;
        unsigned structure = item->structure;
        *item = *from;
        item->x += x;
        item->y += top;
        item->artifact = artifact ? artifact : own;
        item->structure = structure;
    }
}

/* The glyphs of text that runs from right to left are written as they stand, from the left, which
 * is how programs that copy expect them; for those who hear the text it is kept as it is read. */
static unsigned reading_order(emit_work *work, unsigned structure, const ladle_glyph_run *run)
{
    if (!run->right_to_left || run->n_clusters < 2)
        return structure;
    unsigned span = ladle_structure_add(work->flow, "Span", structure, NULL);
    g_array_index(work->flow->pages->structure, ladle_structure, span).actual = run->text;
    return span;
}

static void emit_run(emit_work *work, const piece_setting *setting, int x, int baseline,
                     ladle_artifact artifact)
{
    const ladle_format *format = setting->piece->format;
    if (setting->first == setting->end && !setting->piece->hyphen)
        return;
    ladle_measure *measure = work->flow->options->measure;
    ladle_font_metrics metrics = measure->metrics(measure, &format->font);
    ladle_glyph_run *run = make_run(work->flow, setting);
    unsigned structure = artifact ? 0 : reading_order(work, format->structure, run);
    ladle_page_item *item = new_item(work, LADLE_ITEM_GLYPHS, structure, artifact);
    item->x = x;
    item->y = baseline - format->rise;
    item->width = setting->seen;
    item->height = metrics.ascent + metrics.descent;
    item->ascent = metrics.ascent;
    item->run = run;
}

/* ---------------------------------------------------------------------------------------- links */

static const ladle_node *link_target(emit_work *work, const ladle_node *link, const char **address)
{
    switch (link->kind) {
    case LADLE_NODE_A:
        *address = ladle_node_attribute(link, "href");
        return ladle_reference_target(work->flow->document, link);
    case LADLE_NODE_REF:
        return ladle_reference_target(work->flow->document, link);
    case LADLE_NODE_BACKLINKS:
        return NULL;
    default:
        return link; /* contents: the heading itself */
    }
}

/* What a reference to a page says: "side 31". */
static const char *page_words(emit_work *work, const ladle_node *target)
{
    const ladle_place *place = ladle_place_lookup(work->flow, target);
    const char *words = work->flow->document->page_words, *gap = strstr(words, "%s");
    if (!place)
        return "";
    const char *label = page_label(work->flow, place->page);
    return gap ? ladle_arena_printf(work->flow->arena, "%.*s%s%s", (int)(gap - words), words, label,
                                    gap + strlen("%s"))
               : label;
}

static void add_link(emit_work *work, const piece_setting *setting, ladle_link link)
{
    const ladle_node *source = setting->piece->format->link;
    const char *address = NULL;
    const ladle_node *target =
        setting->target ? setting->target : link_target(work, source, &address);
    if (target) {
        if (!ladle_place_lookup(work->flow, target)) {
            no_target(work, source);
            return;
        }
        g_hash_table_add(work->flow->wanted, (gpointer)target);
        link.target = ladle_arena_printf(work->flow->arena, "#%s", place_name(work->flow, target));
    } else if (address && address[0] != '#')
        link.target = address;
    else {
        if (source->kind != LADLE_NODE_BACKLINKS)
            no_target(work, source);
        return;
    }
    if (!link.words || !*link.words)
        link.words = setting->words ? setting->words : page_words(work, target);
    g_array_append_val(work->page->links, link);
}

/* The link in the structure that words of a link are part of: what is clicked belongs to it, though
 * some of its words be in a span of another language. */
static unsigned link_around(const emit_work *work, unsigned structure)
{
    const GArray *tree = work->flow->pages->structure;
    unsigned link = structure;
    while (link && strcmp(g_array_index(tree, ladle_structure, link).role, "Link") != 0)
        link = g_array_index(tree, ladle_structure, link).parent;
    return link ? link : structure;
}

/* Links of a line: neighbours of one link have one rectangle. */
static void emit_links(emit_work *work, const piece_setting *settings, const int *xs, unsigned n,
                       const ladle_line *line, int top)
{
    for (unsigned i = 0; i < n;) {
        const ladle_format *format = settings[i].piece->format;
        unsigned end = i + 1;
        if (!format->link) {
            i = end;
            continue;
        }
        unsigned structure = link_around(work, format->structure);
        while (end < n && settings[end].piece->format->link == format->link &&
               link_around(work, settings[end].piece->format->structure) == structure)
            end++;
        const piece_setting *last = &settings[end - 1];
        int stop = xs[end - 1] + (last->target ? last->link_width : last->seen);
        ladle_link link = {xs[i], top, stop - xs[i], line->height, NULL, format->words, structure};
        if (link.width > 0)
            add_link(work, &settings[i], link);
        i = end;
    }
}

/* Which of the settings, as they stand, is the i-th to be read. */
static unsigned as_read(const ladle_line *line, const piece_setting *settings, unsigned i)
{
    if (settings[i].piece == &line->pieces[i])
        return i;
    unsigned at = 0;
    while (settings[at].piece != &line->pieces[i])
        at++;
    return at;
}

/* Sets a line whose box's top left corner is at x, y. */
static void emit_line(emit_work *work, const ladle_line *line, int x, int y,
                      ladle_artifact artifact)
{
    unsigned n = line->n_pieces;
    piece_setting *settings = g_new0(piece_setting, n + 1);
    int *xs = g_new0(int, n + 1);
    for (unsigned i = 0; i < n; i++) {
        settings[i] = set_piece(work, &line->pieces[i]);
        if (!line->repeated)
            work->flow->clusters_set += line->pieces[i].end - line->pieces[i].first;
    }
    int hanging = hang_spaces(line, settings);
    order_pieces(settings, n);
    int at = x + start_of(line, settings, hanging);
    for (unsigned i = 0; i < n; i++) {
        xs[i] = at;
        at += settings[i].width;
    }
    for (unsigned i = 0; i < n; i++) {
        unsigned read = as_read(line, settings, i);
        const ladle_object *object = settings[read].piece->object;
        if (object && object->box)
            emit_drawing(work, object, xs[read], y + line->ascent, artifact);
        else
            emit_run(work, &settings[read], xs[read], y + line->ascent, artifact);
    }
    if (!artifact)
        emit_links(work, settings, xs, n, line, y);
    g_free(xs);
    g_free(settings);
}

/* ----------------------------------------------------------------------------------------- page */

static void emit_bands(emit_work *work)
{
    unsigned n = 0;
    const ladle_page_band *bands = ladle_theme_bands(work->flow->options->theme, &n);
    const char *master = work->sheet->master ? work->sheet->master->id : NULL;
    for (unsigned i = 0; i < n; i++) {
        if (!master || !bands[i].master || strcmp(bands[i].master, master) != 0)
            continue;
        int width = bands[i].width ? bands[i].width : work->page->width;
        ladle_page_item *item = ladle_item_rectangle(work->flow, bands[i].x, bands[i].y, width,
                                                     bands[i].height, bands[i].colour);
        g_ptr_array_add(work->page->items, item);
    }
}

static void emit_placed(emit_work *work, const ladle_placed *placed)
{
    ladle_artifact artifact = placed->artifact ? LADLE_ARTIFACT_LAYOUT : LADLE_ARTIFACT_NONE;
    if (placed->line) {
        emit_line(work, placed->line, placed->x, placed->y, artifact);
        return;
    }
    ladle_page_item *item = new_item(work, placed->item->kind, 0, artifact);
    *item = *placed->item;
    item->x += placed->x;
    item->y += placed->y;
    if (artifact) {
        item->artifact = artifact;
        item->structure = 0;
    }
}

/* The words of a running head or foot on this page. */
static char *running_words(emit_work *work, const ladle_node *running)
{
    ladle_flow *flow = work->flow;
    GString *words = g_string_new(NULL);
    for (const ladle_node *node = running->first; node; node = node->next) {
        if (node->kind == LADLE_NODE_TEXT)
            g_string_append(words, node->text);
        const char *of = node->kind == LADLE_NODE_FIELD ? ladle_node_attribute(node, "of") : NULL;
        if (of && strcmp(of, "page") == 0)
            g_string_append(words, ladle_sheet_label(flow, work->sheet));
        if (of && strcmp(of, "chapter") == 0 && work->sheet->begins)
            g_string_append(words, ladle_running_chapter(flow->document, work->sheet->begins));
        if (of && strcmp(of, "pages") == 0) {
            GPtrArray *sheets = ladle_builder_sheets(flow->builder);
            unsigned last = work->sheet->number;
            for (unsigned i = 0; i < sheets->len; i++) {
                const ladle_sheet *sheet = sheets->pdata[i];
                if (sheet->run == work->sheet->run)
                    last = MAX(last, sheet->number);
            }
            g_string_append(words, number_label(flow, last, work->sheet->roman));
        }
    }
    return g_string_free(words, FALSE);
}

static int paragraph_width(const ladle_flow *flow, const ladle_paragraph *text)
{
    int least, natural;
    ladle_paragraph_widths(flow, text, &least, &natural);
    return natural;
}

static ladle_paragraph *running_paragraph(emit_work *work, const char *words,
                                          const ladle_style *style, ladle_pos pos)
{
    ladle_paragraph *text = ladle_paragraph_new(work->flow, style, pos, 0);
    ladle_paragraph_words(work->flow, text, words, style, NULL);
    ladle_paragraph_shape(work->flow, text);
    return text;
}

/* Shorter by a word; where there is but one, by some of its letters. False when it cannot be. */
static bool shorten(char *words)
{
    char *space = strrchr(words, ' ');
    if (space && space != words) {
        *space = '\0';
        return true;
    }
    long letters = g_utf8_strlen(words, -1);
    if (letters < 2)
        return false;
    *g_utf8_offset_to_pointer(words, letters - 1 - letters / 16) = '\0';
    return true;
}

/* Cuts at a word, with an ellipsis, until the words fit their width. */
static ladle_paragraph *fit_running(emit_work *work, char *words, const ladle_style *style,
                                    ladle_pos pos)
{
    ladle_paragraph *text = running_paragraph(work, words, style, pos);
    bool by_word = strchr(words, ' ');
    while (paragraph_width(work->flow, text) > work->flow->page->running && shorten(words)) {
        char *cut = g_strconcat(words, by_word ? " " ELLIPSIS : ELLIPSIS, NULL);
        by_word = strchr(words, ' ');
        text = running_paragraph(work, cut, style, pos);
        g_free(cut);
    }
    return text;
}

static void emit_running(emit_work *work)
{
    const ladle_page_measures *page = work->flow->page;
    const ladle_node *master = work->sheet->master;
    for (const ladle_node *node = master ? master->first : NULL; node; node = node->next) {
        const char *place =
            node->kind == LADLE_NODE_RUNNING ? ladle_node_attribute(node, "place") : NULL;
        if (!place)
            continue;
        const ladle_style *style = ladle_theme_named(work->flow->options->theme, place);
        char *words = running_words(work, node);
        if (*words) {
            ladle_paragraph *text = fit_running(work, words, style, node->pos);
            ladle_line *line = ladle_lay_line(work->flow, text, 0);
            int baseline = g_str_has_prefix(place, "head")
                               ? page->head_baseline
                               : work->page->height - page->height + page->foot_baseline;
            bool right = g_str_has_suffix(place, "right");
            line->align = right ? LADLE_ALIGN_RIGHT : LADLE_ALIGN_LEFT;
            emit_line(work, line, right ? work->page->width - page->right : page->left,
                      baseline - line->ascent, LADLE_ARTIFACT_PAGINATION);
        }
        g_free(words);
    }
}

static void free_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

static void free_array(void *array)
{
    g_array_free(array, TRUE);
}

static void emit_page(emit_work *work, const ladle_sheet *sheet)
{
    ladle_flow *flow = work->flow;
    work->sheet = sheet;
    work->page = LADLE_NEW(flow->arena, ladle_page);
    work->page->items = g_ptr_array_new();
    work->page->links = g_array_new(FALSE, FALSE, sizeof(ladle_link));
    ladle_arena_defer(flow->arena, free_pointers, work->page->items);
    ladle_arena_defer(flow->arena, free_array, work->page->links);
    work->page->label = ladle_sheet_label(flow, sheet);
    work->page->master = sheet->master ? sheet->master->id : NULL;
    work->page->width = ladle_sheet_width(flow, sheet);
    work->page->height = ladle_sheet_height(flow, sheet);
    emit_bands(work);
    for (unsigned i = 0; i < sheet->placed->len; i++)
        emit_placed(work, &g_array_index(sheet->placed, ladle_placed, i));
    emit_running(work);
    g_ptr_array_add(flow->pages->pages, work->page);
}

/* ------------------------------------------------------------------- destinations and bookmarks */

static void emit_destinations(ladle_flow *flow)
{
    GPtrArray *nodes = g_ptr_array_new();
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, flow->places);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const ladle_node *node = key;
        if (node->id || g_hash_table_contains(flow->wanted, node))
            g_ptr_array_add(nodes, key);
    }
    if (nodes->len)
        qsort(nodes->pdata, nodes->len, sizeof *nodes->pdata, compare_places);
    for (unsigned i = 0; i < nodes->len; i++) {
        const ladle_node *node = nodes->pdata[i];
        const ladle_place *place = ladle_place_lookup(flow, node);
        ladle_destination destination = {place_name(flow, node), place->page, place->x, place->y};
        g_array_append_val(flow->pages->destinations, destination);
    }
    g_ptr_array_free(nodes, TRUE);
}

static void emit_outline(ladle_flow *flow)
{
    unsigned n = 0;
    const ladle_entry *entries = ladle_document_contents(flow->document, &n);
    for (unsigned i = 0; i < n; i++) {
        const ladle_place *place = ladle_place_lookup(flow, entries[i].node);
        if (!place)
            continue;
        ladle_outline_entry entry = {entries[i].words, entries[i].level, place->page, place->y};
        g_array_append_val(flow->pages->outline, entry);
    }
}

void ladle_emit(ladle_flow *flow)
{
    emit_work work = {.flow = flow, .missing = g_hash_table_new(NULL, NULL)};
    GPtrArray *sheets = ladle_builder_sheets(flow->builder);
    for (unsigned i = 0; i < sheets->len; i++)
        emit_page(&work, sheets->pdata[i]);
    emit_destinations(flow);
    emit_outline(flow);
    g_hash_table_destroy(work.missing);
}
