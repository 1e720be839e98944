/* Text that can be copied out of a PDF.
 *
 * Cairo writes for each glyph the text it stands for, once for the whole font. Where a glyph's
 * text differs from what the font itself says of the glyph, or a cluster is not one glyph, it
 * writes a crutch (an ActualText span) that many programs read badly. So clusters are brought
 * into a form that needs none:
 *   - a ligature gets the character that Unicode keeps for it ("fi" is U+FB01); the finishing
 *     pass writes the plain letters into the font's table afterwards;
 *   - a letter with an accent of its own character gets that;
 *   - letters and marks that are one glyph each become clusters of their own;
 *   - the hyphen at a line's end is drawn with the glyph that the font has for U+00AD, which is
 *     how a PDF tells it from a hyphen that belongs to the word;
 *   - what cannot be seen and takes no room (unused soft hyphens, joiners) is left out. */
#include "output/draw.h"

#include "font/fonts.h"

#include <string.h>

enum { SOFT_HYPHEN = 0xAD };

void ladle_glyph_room_init(ladle_glyph_room *room)
{
    room->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    room->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
    room->text = g_string_new(NULL);
}

void ladle_glyph_room_clear(ladle_glyph_room *room)
{
    g_array_unref(room->glyphs);
    g_array_unref(room->clusters);
    g_string_free(room->text, TRUE);
}

static bool is_invisible(gunichar c)
{
    return c == SOFT_HYPHEN || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE0FFF) || c == 0x34F || c == 0x61C;
}

char *ladle_plain_letters(gunichar c)
{
    if (!((c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE)))
        return NULL;
    char utf8[6];
    return g_utf8_normalize(utf8, g_unichar_to_utf8(c, utf8), G_NORMALIZE_NFKC);
}

/* Whether a text reads the same as a character that the font has for its glyph. */
static bool reads_as(const char *text, size_t bytes, gunichar character)
{
    char utf8[6];
    char *a = g_utf8_normalize(text, (gssize)bytes, G_NORMALIZE_NFKC);
    char *b = g_utf8_normalize(utf8, g_unichar_to_utf8(character, utf8), G_NORMALIZE_NFKC);
    bool same = a && b && strcmp(a, b) == 0;
    g_free(a);
    g_free(b);
    return same;
}

/* The run being taken apart: where the pen is, and the face. */
typedef struct {
    ladle_glyph_room *room;
    const ladle_face *face;
    int x, y;
} pen;

static void put_glyph(pen *p, const ladle_glyph *glyph, uint32_t index)
{
    cairo_glyph_t drawn = {index, (double)(p->x + glyph->x_offset) / LADLE_PT,
                           (double)(p->y + glyph->y_offset) / LADLE_PT};
    g_array_append_val(p->room->glyphs, drawn);
    p->x += glyph->advance;
}

static void put_cluster(pen *p, const char *text, size_t bytes, int n_glyphs)
{
    cairo_text_cluster_t cluster = {(int)bytes, n_glyphs};
    g_array_append_val(p->room->clusters, cluster);
    g_string_append_len(p->room->text, text, (gssize)bytes);
}

/* One glyph for one or more characters. */
static void put_single(pen *p, const char *text, size_t bytes, const ladle_glyph *glyph)
{
    gunichar first = g_utf8_get_char(text);
    uint32_t index = glyph->glyph;
    if (first == SOFT_HYPHEN && ladle_face_glyph(p->face, SOFT_HYPHEN))
        index = ladle_face_glyph(p->face, SOFT_HYPHEN);
    gunichar known = ladle_face_character(p->face, index);
    bool one = bytes == (size_t)g_unichar_to_utf8(first, NULL);
    char utf8[6];
    put_glyph(p, glyph, index);
    if (known == 0 || (one && known == first) || !reads_as(text, bytes, known))
        put_cluster(p, text, bytes, 1);
    else
        put_cluster(p, utf8, (size_t)g_unichar_to_utf8(known, utf8), 1);
}

/* Whether there is one glyph for each character, in the same order, none moved up or down: a reader
 * that goes by place takes a mark that is moved for one on another line. */
static bool one_to_one(const pen *p, const char *text, size_t bytes, const ladle_glyph *glyphs,
                       unsigned n)
{
    if ((size_t)g_utf8_strlen(text, (gssize)bytes) != n)
        return false;
    for (unsigned i = 0; i < n; i++, text = g_utf8_next_char(text))
        if (glyphs[i].y_offset != 0 ||
            ladle_face_glyph(p->face, g_utf8_get_char(text)) != glyphs[i].glyph)
            return false;
    return true;
}

/* The text of a cluster without what cannot be seen, in `into`, as long as `text` at most. */
static size_t visible_text(const char *text, size_t bytes, char *into)
{
    size_t length = 0;
    for (const char *c = text; c < text + bytes; c = g_utf8_next_char(c))
        if (!is_invisible(g_utf8_get_char(c)))
            length += (size_t)g_unichar_to_utf8(g_utf8_get_char(c), into + length);
    return length;
}

/* Leaves out the empty glyphs that stand for what cannot be seen; how many are left. */
static unsigned visible_glyphs(const pen *p, const ladle_glyph *glyphs, unsigned n,
                               ladle_glyph *into)
{
    uint32_t space = ladle_face_glyph(p->face, ' ');
    unsigned left = 0;
    for (unsigned i = 0; i < n; i++)
        if (glyphs[i].glyph != space || glyphs[i].advance != 0)
            into[left++] = glyphs[i];
    return left;
}

static void put_text_and_glyphs(pen *p, const char *text, size_t bytes, const ladle_glyph *glyphs,
                                unsigned n)
{
    if (n == 1) {
        put_single(p, text, bytes, glyphs);
    } else if (one_to_one(p, text, bytes, glyphs, n)) {
        for (unsigned i = 0; i < n; i++, text = g_utf8_next_char(text))
            put_single(p, text, (size_t)(g_utf8_next_char(text) - text), &glyphs[i]);
    } else {
        for (unsigned i = 0; i < n; i++)
            put_glyph(p, &glyphs[i], glyphs[i].glyph);
        put_cluster(p, text, bytes, (int)n);
    }
}

static void put(pen *p, const char *text, size_t bytes, const ladle_glyph *glyphs, unsigned n)
{
    int advance = 0;
    for (unsigned i = 0; i < n; i++)
        advance += glyphs[i].advance;
    bool hyphen = bytes == 2 && g_utf8_get_char(text) == SOFT_HYPHEN && advance > 0;
    char *visible = NULL;
    ladle_glyph *seen = NULL;
    if (bytes > 1 && !hyphen) {
        size_t all = bytes;
        visible = g_malloc(bytes);
        bytes = visible_text(text, bytes, visible);
        text = visible;
        if (bytes < all && n > 1) {
            seen = g_new(ladle_glyph, n);
            n = visible_glyphs(p, glyphs, n, seen);
            glyphs = seen;
        }
    }
    if (bytes > 0 && n > 0)
        put_text_and_glyphs(p, text, bytes, glyphs, n);
    else
        p->x += advance;
    g_free(seen);
    g_free(visible);
}

/* Takes the clusters of a run, which stand left to right; the text of one that runs from right to
 * left is in reading order, so its clusters take it from the end. */
static void put_run(pen *p, const ladle_glyph_run *run)
{
    size_t text = run->right_to_left ? run->bytes : 0;
    unsigned glyph = 0;
    for (unsigned i = 0; i < run->n_clusters; i++) {
        unsigned bytes = run->clusters[i].bytes, n = run->clusters[i].glyphs;
        if (run->right_to_left)
            text -= bytes;
        put(p, run->text + text, bytes, run->glyphs + glyph, n);
        if (!run->right_to_left)
            text += bytes;
        glyph += n;
    }
}

void ladle_draw_glyphs(cairo_t *cr, ladle_glyph_room *room, const ladle_page_item *item)
{
    const ladle_glyph_run *run = item->run;
    g_array_set_size(room->glyphs, 0);
    g_array_set_size(room->clusters, 0);
    g_string_truncate(room->text, 0);
    pen p = {room, run->face, item->x, item->y};
    put_run(&p, run);
    cairo_scaled_font_t *font = ladle_face_scaled_font(run->face);
    if (room->glyphs->len == 0 || !font)
        return;
    cairo_set_scaled_font(cr, font);
    cairo_set_source_rgb(cr, run->colour.red / 255.0, run->colour.green / 255.0,
                         run->colour.blue / 255.0);
    cairo_show_text_glyphs(cr, room->text->str, (int)room->text->len,
                           (cairo_glyph_t *)room->glyphs->data, (int)room->glyphs->len,
                           (cairo_text_cluster_t *)room->clusters->data, (int)room->clusters->len,
                           0);
}

static double points(int length)
{
    return (double)length / LADLE_PT;
}

void ladle_draw_path(cairo_t *cr, const ladle_page_item *item)
{
    const ladle_path *path = item->path;
    int x = item->x, y = item->y;
    cairo_new_path(cr);
    for (unsigned i = 0; i < path->n_ops; i++) {
        const ladle_path_op *op = &path->ops[i];
        switch (op->op) {
        case LADLE_MOVE_TO:
            cairo_move_to(cr, points(x + op->x), points(y + op->y));
            break;
        case LADLE_LINE_TO:
            cairo_line_to(cr, points(x + op->x), points(y + op->y));
            break;
        case LADLE_CURVE_TO:
            cairo_curve_to(cr, points(x + op->x1), points(y + op->y1), points(x + op->x2),
                           points(y + op->y2), points(x + op->x), points(y + op->y));
            break;
        case LADLE_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
    if (!path->fill.none) {
        cairo_set_source_rgb(cr, path->fill.red / 255.0, path->fill.green / 255.0,
                             path->fill.blue / 255.0);
        cairo_fill_preserve(cr);
    }
    if (!path->stroke.none) {
        double dash[2] = {points(path->dash_on), points(path->dash_off)};
        cairo_set_dash(cr, dash, path->dash_on > 0 && path->dash_off > 0 ? 2 : 0, 0);
        cairo_set_line_width(cr, points(path->stroke_width));
        cairo_set_source_rgb(cr, path->stroke.red / 255.0, path->stroke.green / 255.0,
                             path->stroke.blue / 255.0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}
