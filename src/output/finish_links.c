#include "output/finish_private.h"

#include <string.h>

/* An address as a PDF must have it: plain ASCII, everything else percent-escaped. */
static void append_address(finishing *f, const char *target)
{
    char *escaped = g_uri_escape_string(target, ":/?#[]@!$&'()*+,;=%", FALSE);
    ladle_finish_text(f, escaped);
    g_free(escaped);
}

/* Appends "[page /XYZ x y null]"; y runs up in a PDF. A little room is left above. */
static void append_place(finishing *f, const ladle_destination *place)
{
    enum { ROOM = 8 * LADLE_PT };
    g_string_append_printf(f->text, "[%u 0 R /XYZ", ladle_finish_page(f, place->page));
    ladle_finish_points(f, place->x);
    ladle_finish_points(f, ladle_finish_up(f, place->page, MAX(place->y - ROOM, 0)));
    g_string_append(f->text, " null]");
}

static void append_rectangle(finishing *f, const ladle_link *link, unsigned page)
{
    g_string_append(f->text, " /Rect [");
    ladle_finish_points(f, link->x);
    ladle_finish_points(f, ladle_finish_up(f, page, (gint64)link->y + link->height));
    ladle_finish_points(f, link->x + link->width);
    ladle_finish_points(f, ladle_finish_up(f, page, link->y));
    g_string_append(f->text, " ]");
}

/* Writes a link; one that leads nowhere (the layout has complained of it) is left out. */
static void write_link(finishing *f, GHashTable *places, const ladle_link *link, unsigned page)
{
    const ladle_destination *place = NULL;
    if (link->target[0] == '#' && !(place = g_hash_table_lookup(places, link->target + 1)))
        return;
    unsigned n = f->annotations->len;
    finish_annotation annotation = {ladle_finish_reserve(f), link->structure, page,
                                    f->pages->pages->len + n};
    g_array_append_val(f->annotations, annotation);
    ladle_finish_begin(f, annotation.id);
    g_string_append_printf(f->text,
                           "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /P %u 0 R "
                           "/StructParent %u",
                           ladle_finish_page(f, page), annotation.key);
    append_rectangle(f, link, page);
    g_string_append(f->text, " /Contents ");
    ladle_finish_text(f, link->words && *link->words ? link->words : link->target);
    if (place) {
        g_string_append(f->text, " /Dest ");
        append_place(f, place);
    } else {
        g_string_append(f->text, " /A << /S /URI /URI ");
        append_address(f, link->target);
        g_string_append(f->text, " >>");
    }
    g_string_append(f->text, " >>");
    ladle_finish_end(f);
}

void ladle_finish_links(finishing *f)
{
    GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = f->pages->destinations->len; i-- > 0;) {
        ladle_destination *place = &g_array_index(f->pages->destinations, ladle_destination, i);
        g_hash_table_insert(places, (char *)place->id, place);
    }
    for (unsigned p = 0; p < f->pages->pages->len; p++) {
        const ladle_page *page = f->pages->pages->pdata[p];
        for (unsigned i = 0; i < page->links->len; i++)
            write_link(f, places, &g_array_index(page->links, ladle_link, i), p);
    }
    g_hash_table_unref(places);
}
