/* Shaping a paragraph.
 *
 * The text is taken apart into characters once, and every later step works on arrays indexed by
 * character: where lines may end (Pango's algorithm), which way the text runs, its script, and
 * the face that has it. A run is a stretch in which span, direction, script and face stay the
 * same; HarfBuzz shapes run after run, and the glyphs are gathered into clusters in the order of
 * the text. Runs are cut at a space after RUN_CHARACTERS, so that a paragraph of any length costs
 * in proportion to it.
 *
 * Some characters are not given to HarfBuzz as they are. A soft hyphen becomes a zero-width
 * non-joiner: it keeps a cluster of its own without width, so that a line may be broken there,
 * and no ligature is formed across it. White space other than the space keeps its own width where
 * the font has it and is a space otherwise; a tab is a space. More than MARKS_MAX combining
 * marks on one letter cost time with the square of their number and mean nothing: the rest is
 * left out and an error says so. */
#include "font/fonts_private.h"

#include <pango/pango.h>
#include <string.h>

enum { RUN_CHARACTERS = 2000, MARKS_MAX = 32 };

enum { SOFT_HYPHEN = 0xAD, NON_JOINER = 0x200C, FIRST_RIGHT_TO_LEFT = 0x590 };

/* Everything known of each character; of `bytes` and `attributes` there is one more than of
 * characters, for the end. */
typedef struct {
    const char *text;
    unsigned n;
    uint32_t *characters; /* as given to HarfBuzz */
    size_t *bytes;        /* where the character begins */
    PangoLogAttr *attributes;
    guint8 *levels;         /* NULL: all 0 */
    guint8 base;            /* level of the whole */
    unsigned char *surplus; /* a mark that is left out; NULL: none is */
    GUnicodeScript *scripts;
} analysis;

typedef struct {
    unsigned start, end; /* characters */
    ladle_face *face;
    const char *language;
    guint8 level;
    GUnicodeScript script;
} run;

/* Where clusters and glyphs are gathered. */
typedef struct {
    GArray *clusters, *glyphs;
} gathering;

static bool is_mark(gunichar c)
{
    return c >= 0x300 && g_unichar_ismark(c);
}

static bool is_glue(gunichar c)
{
    return c == 0xA0 || c == 0x202F || c == 0x2007;
}

/* Characters that stand for nothing to be seen: which face has them does not matter. */
static bool is_invisible(gunichar c)
{
    return c == SOFT_HYPHEN || c == NON_JOINER || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF) || c == 0x34F ||
           c == 0x61C;
}

static void mark_surplus(ladle_fonts *fonts, ladle_arena *arena, analysis *a)
{
    unsigned marks = 0;
    for (unsigned i = 0; i < a->n; i++) {
        marks = is_mark(a->characters[i]) ? marks + 1 : 0;
        if (marks <= MARKS_MAX)
            continue;
        if (!a->surplus)
            a->surplus = ladle_arena_alloc(arena, a->n);
        a->surplus[i] = 1;
        unsigned shown = i - MIN(i, MARKS_MAX + 30);
        if (marks == MARKS_MAX + 1)
            ladle_diag_add(fonts->diagnostics, LADLE_DIAG_TOO_MANY_MARKS, (ladle_pos){NULL, 0, 0},
                           "more than %d combining marks are stacked on one letter, and no more "
                           "can be set; delete those that are too many (the first of all is "
                           "U+%04X, after \"%.*s\")",
                           MARKS_MAX, a->characters[i - MARKS_MAX],
                           (int)(a->bytes[i - MARKS_MAX] - a->bytes[shown]),
                           a->text + a->bytes[shown]);
    }
}

/* Embedding levels, where anything runs from right to left. */
static void find_levels(ladle_arena *arena, analysis *a, size_t bytes)
{
    bool any = false;
    for (unsigned i = 0; i < a->n && !any; i++)
        any = a->characters[i] >= FIRST_RIGHT_TO_LEFT &&
              !(a->characters[i] >= 0x900 && a->characters[i] < 0x200F);
    if (!any)
        return;
    PangoDirection direction = PANGO_DIRECTION_WEAK_LTR;
    guint8 *levels = pango_log2vis_get_embedding_levels(a->text, (int)bytes, &direction);
    a->base = direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
    a->levels = ladle_arena_alloc(arena, a->n);
    memcpy(a->levels, levels, a->n);
    g_free(levels);
}

/* Scripts; what is common to all (digits, punctuation) takes the script of what stands before it,
 * and at the start of what comes after. */
static void find_scripts(ladle_arena *arena, analysis *a)
{
    a->scripts = ladle_arena_array(arena, a->n, sizeof *a->scripts);
    GUnicodeScript current = G_UNICODE_SCRIPT_COMMON;
    unsigned first = 0;
    for (unsigned i = 0; i < a->n; i++) {
        gunichar c = a->characters[i];
        GUnicodeScript script =
            c >= 'A' && c <= 'z' ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script(c);
        if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED) {
            a->scripts[i] = current;
            continue;
        }
        if (current == G_UNICODE_SCRIPT_COMMON)
            for (unsigned j = first; j < i; j++)
                a->scripts[j] = script;
        first = i;
        a->scripts[i] = current = script;
    }
}

static analysis analyse(ladle_fonts *fonts, ladle_arena *arena, const char *text, size_t bytes,
                        const char *language)
{
    unsigned n = (unsigned)g_utf8_strlen(text, (gssize)bytes);
    analysis a = {.text = text, .n = n};
    a.characters = ladle_arena_array(arena, n, sizeof *a.characters);
    a.bytes = ladle_arena_array(arena, n + 1, sizeof *a.bytes);
    a.attributes = ladle_arena_array(arena, n + 1, sizeof *a.attributes);
    const char *p = text;
    for (unsigned i = 0; i < n; i++, p = g_utf8_next_char(p)) {
        a.characters[i] = g_utf8_get_char(p);
        a.bytes[i] = (size_t)(p - text);
    }
    a.bytes[n] = bytes;
    pango_get_log_attrs(text, (int)bytes, -1, pango_language_from_string(language), a.attributes,
                        (int)n + 1);
    mark_surplus(fonts, arena, &a);
    find_levels(arena, &a, bytes);
    find_scripts(arena, &a);
    return a;
}

/* How well a file stands in for another, the less the better: a family whose name goes on from the
 * wanted one ("Noto Serif Hebrew" for "Noto Serif") is drawn to go with it; then the weight counts,
 * then the slope, which most scripts do not have. */
static int unlikeness(const font_file *file, const font_file *wanted)
{
    return !g_str_has_prefix(file->family, wanted->family) * 4 + (file->bold != wanted->bold) * 2 +
           (file->italic != wanted->italic);
}

/* The face for a character: the one asked for, else the file most like it that has it, of equal
 * ones the first; the one asked for when none has it. */
static ladle_face *face_for(ladle_fonts *fonts, ladle_face *wanted, gunichar c)
{
    if (c < 0x20 || is_invisible(c) || ladle_face_glyph(wanted, c) || g_unichar_isspace(c))
        return wanted;
    ladle_face *best = NULL;
    for (unsigned i = 0; i < fonts->files->len; i++) {
        font_file *file = fonts->files->pdata[i];
        if (file == wanted->file ||
            (best && unlikeness(file, wanted->file) >= unlikeness(best->file, wanted->file)))
            continue;
        ladle_face *other = ladle_fonts_face_of_file(fonts, file, wanted->size);
        if (ladle_face_glyph(other, c))
            best = other;
    }
    return best ? best : wanted;
}

/* What HarfBuzz gets for a character. */
static uint32_t shaped_character(const ladle_face *face, gunichar c)
{
    if (c == SOFT_HYPHEN)
        return NON_JOINER;
    if (c == ' ' || c > 0x3000 || !g_unichar_isspace(c))
        return c;
    return c < 0x20 || !ladle_face_glyph(face, c) ? ' ' : c;
}

static ladle_cluster new_cluster(const analysis *a, unsigned character, const run *r,
                                 unsigned first_glyph)
{
    const PangoLogAttr *attribute = &a->attributes[character];
    ladle_cluster cluster = {.start = a->bytes[character],
                             .first_glyph = first_glyph,
                             .face = r->face,
                             .level = r->level,
                             .can_break = attribute->is_line_break && character > 0,
                             .must_break = attribute->is_mandatory_break && character > 0};
    return cluster;
}

/* Whether all characters of a cluster are white space at which a line may end. */
static bool all_space(const analysis *a, unsigned start, unsigned end)
{
    for (unsigned i = start; i < end; i++) {
        gunichar c = g_utf8_get_char(a->text + a->bytes[i]);
        if (!g_unichar_isspace(c) || is_glue(c))
            return false;
    }
    return true;
}

/* Gathers the glyphs [first, last) of HarfBuzz's buffer as the cluster of characters
 * [start, end). */
static void gather_cluster(const analysis *a, const run *r, gathering *into, unsigned start,
                           unsigned end, unsigned first, unsigned last, hb_buffer_t *buffer)
{
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, NULL);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    ladle_cluster cluster = new_cluster(a, start, r, into->glyphs->len);
    for (unsigned i = first; i < last; i++) {
        ladle_glyph glyph = {infos[i].codepoint, positions[i].x_offset, -positions[i].y_offset,
                             positions[i].x_advance};
        g_array_append_val(into->glyphs, glyph);
        cluster.advance += glyph.advance;
        cluster.missing |= glyph.glyph == 0;
    }
    cluster.n_glyphs = last - first;
    cluster.is_space = all_space(a, start, end);
    g_array_append_val(into->clusters, cluster);
}

/* Gathers what HarfBuzz made of a run; its clusters count characters from the run's start. */
static void gather_run(const analysis *a, const run *r, gathering *into, hb_buffer_t *buffer)
{
    unsigned n = hb_buffer_get_length(buffer);
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, NULL);
    if (r->level % 2 == 0) {
        for (unsigned i = 0, j; i < n; i = j) {
            for (j = i + 1; j < n && infos[j].cluster == infos[i].cluster;)
                j++;
            gather_cluster(a, r, into, infos[i].cluster, j < n ? infos[j].cluster : r->end, i, j,
                           buffer);
        }
        return;
    }
    for (unsigned j = n, i; j > 0; j = i) {
        for (i = j - 1; i > 0 && infos[i - 1].cluster == infos[j - 1].cluster;)
            i--;
        gather_cluster(a, r, into, infos[i].cluster, i > 0 ? infos[i - 1].cluster : r->end, i, j,
                       buffer);
    }
}

static void shape_run(ladle_fonts *fonts, const analysis *a, const run *r, gathering *into)
{
    hb_buffer_t *buffer = fonts->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_codepoints(buffer, a->characters, (int)a->n, r->start, (int)(r->end - r->start));
    hb_buffer_set_direction(buffer, r->level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer,
                         hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(r->script)));
    hb_buffer_set_language(buffer, hb_language_from_string(r->language, -1));
    hb_shape(r->face->shape_font, buffer, NULL, 0);
    fonts->work.calls++;
    fonts->work.characters += r->end - r->start;
    gather_run(a, r, into, buffer);
}

/* The face of the i-th character, given the one before it: marks and what cannot be seen stay in
 * the face of their letter where it has them. */
static ladle_face *next_face(ladle_fonts *fonts, ladle_face *wanted, ladle_face *before, gunichar c)
{
    if (before && (is_invisible(c) || (is_mark(c) && ladle_face_glyph(before, c))))
        return before;
    return face_for(fonts, wanted, c);
}

/* Shapes the characters [start, end) of one span, run by run. */
static void shape_span(ladle_fonts *fonts, const analysis *a, const ladle_text_span *span,
                       unsigned start, unsigned end, gathering *into)
{
    ladle_face *wanted = ladle_fonts_face(fonts, &span->font);
    run r = {start, start, NULL, span->language, 0, 0};
    bool cut = false;
    for (unsigned i = start; i < end; i++) {
        bool left_out = a->surplus && a->surplus[i];
        gunichar c = a->characters[i];
        guint8 level = a->levels ? a->levels[i] : 0;
        ladle_face *face = next_face(fonts, wanted, i > r.start ? r.face : NULL, c);
        if (i == r.start || cut || left_out || face != r.face || level != r.level ||
            a->scripts[i] != r.script) {
            if (i > r.start)
                shape_run(fonts, a, &r, into);
            r = (run){left_out ? i + 1 : i, i + 1, face, span->language, level, a->scripts[i]};
        }
        r.end = i + 1;
        a->characters[i] = shaped_character(face, c);
        cut = c == ' ' && r.end - r.start >= RUN_CHARACTERS;
    }
    if (r.end > r.start)
        shape_run(fonts, a, &r, into);
}

ladle_shaped *ladle_fonts_shape(ladle_measure *self, ladle_arena *arena, const char *text,
                                size_t bytes, const ladle_text_span *spans, unsigned n_spans)
{
    ladle_fonts *fonts = (ladle_fonts *)self;
    ladle_shaped *shaped = LADLE_NEW(arena, ladle_shaped);
    shaped->text = text;
    shaped->bytes = bytes;
    if (bytes == 0 || n_spans == 0)
        return shaped;
    analysis a = analyse(fonts, arena, text, bytes, spans[0].language);
    gathering into = {g_array_sized_new(FALSE, FALSE, sizeof(ladle_cluster), a.n),
                      g_array_sized_new(FALSE, FALSE, sizeof(ladle_glyph), a.n)};
    unsigned at = 0;
    for (unsigned i = 0; i < n_spans; i++) {
        unsigned start = at;
        while (at < a.n && a.bytes[at] < spans[i].end)
            at++;
        shape_span(fonts, &a, &spans[i], start, at, &into);
    }
    shaped->base = a.base;
    shaped->n_clusters = into.clusters->len;
    shaped->clusters = ladle_arena_array(arena, into.clusters->len, sizeof(ladle_cluster));
    memcpy(shaped->clusters, into.clusters->data, into.clusters->len * sizeof(ladle_cluster));
    shaped->n_glyphs = into.glyphs->len;
    shaped->glyphs = ladle_arena_array(arena, into.glyphs->len, sizeof(ladle_glyph));
    memcpy(shaped->glyphs, into.glyphs->data, into.glyphs->len * sizeof(ladle_glyph));
    g_array_unref(into.clusters);
    g_array_unref(into.glyphs);
    return shaped;
}
