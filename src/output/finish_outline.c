/* The outline (bookmarks) and the page labels. */
#include "output/finish_private.h"

#include <string.h>

/* ---------------------------------------------------------------- outline */

/* Where an entry stands in the tree; indices of entries, NOBODY: none. */
typedef struct {
    unsigned parent, previous, next, first, last, children;
} place;

enum { NOBODY = UINT_MAX };

/* Makes a tree of the levels: an entry is a child of the last one before it with a smaller level,
 * so that a level left out does no harm. */
static place *build_tree(const GArray *entries)
{
    place *places = g_new(place, entries->len + 1);
    unsigned *path = g_new(unsigned, entries->len + 1); /* the last entry of each depth */
    unsigned depth = 0, root = entries->len;
    for (unsigned i = 0; i <= entries->len; i++)
        places[i] = (place){root, NOBODY, NOBODY, NOBODY, NOBODY, 0};
    for (unsigned i = 0; i < entries->len; i++) {
        unsigned level = g_array_index(entries, ladle_outline_entry, i).level;
        while (depth > 0 &&
               g_array_index(entries, ladle_outline_entry, path[depth - 1]).level >= level)
            depth--;
        unsigned parent = depth > 0 ? path[depth - 1] : root;
        places[i].parent = parent;
        places[i].previous = places[parent].last;
        if (places[parent].last != NOBODY)
            places[places[parent].last].next = i;
        else
            places[parent].first = i;
        places[parent].last = i;
        places[parent].children++;
        path[depth++] = i;
    }
    g_free(path);
    return places;
}

static void append_reference(finishing *f, const char *key, unsigned index, unsigned first)
{
    if (index != NOBODY)
        g_string_append_printf(f->text, " %s %u 0 R", key, first + index);
}

/* Entries are shown closed, but for the highest ones, so that a long report's outline fits. */
static void write_entry(finishing *f, const place *places, unsigned i, unsigned first)
{
    const ladle_outline_entry *entry = &g_array_index(f->pages->outline, ladle_outline_entry, i);
    ladle_finish_begin(f, first + i);
    g_string_append(f->text, "<< /Title ");
    ladle_finish_text(f, entry->title);
    append_reference(f, "/Parent", places[i].parent, first);
    append_reference(f, "/Prev", places[i].previous, first);
    append_reference(f, "/Next", places[i].next, first);
    append_reference(f, "/First", places[i].first, first);
    append_reference(f, "/Last", places[i].last, first);
    if (places[i].children > 0)
        g_string_append_printf(f->text, " /Count -%u", places[i].children);
    g_string_append_printf(f->text, " /Dest [%u 0 R /XYZ 0", ladle_finish_page(f, entry->page));
    ladle_finish_points(f, ladle_finish_up(f, entry->page, entry->y));
    g_string_append(f->text, " null] >>");
    ladle_finish_end(f);
}

void ladle_finish_outline(finishing *f)
{
    const GArray *entries = f->pages->outline;
    if (entries->len == 0)
        return;
    unsigned first = ladle_finish_reserve(f);
    for (unsigned i = 0; i < entries->len; i++)
        f->outline_root =
            ladle_finish_reserve(f); /* the last one: the root stands behind the entries */
    place *places = build_tree(entries);
    for (unsigned i = 0; i < entries->len; i++)
        write_entry(f, places, i, first);
    const place *root = &places[entries->len];
    ladle_finish_begin(f, f->outline_root);
    g_string_append(f->text, "<< /Type /Outlines");
    append_reference(f, "/First", root->first, first);
    append_reference(f, "/Last", root->last, first);
    g_string_append_printf(f->text, " /Count %u >>", root->children);
    ladle_finish_end(f);
    g_free(places);
}

/* ---------------------------------------------------------------- page labels */

typedef struct {
    char style; /* 'D' 31, 'r' iv, 'R' IV, 0: the label is all words */
    unsigned number;
} numbering;

static void append_roman(GString *out, unsigned number)
{
    static const struct {
        unsigned value;
        const char *letters;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    for (unsigned i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            g_string_append(out, steps[i].letters);
}

/* The number a roman label stands for; 0 when it is none. */
static unsigned roman_number(const char *label)
{
    static const char letters[] = "ivxlcdm";
    static const unsigned values[] = {1, 5, 10, 50, 100, 500, 1000};
    unsigned number = 0, highest = 0;
    size_t length = strlen(label);
    if (length == 0 || length > 15 || strspn(label, letters) != length)
        return 0;
    for (size_t i = length; i-- > 0;) {
        unsigned value = values[strchr(letters, label[i]) - letters];
        number = value < highest ? number - value : number + value;
        highest = MAX(highest, value);
    }
    GString *again = g_string_new(NULL);
    if (number < 4000)
        append_roman(again, number);
    bool same = strcmp(again->str, label) == 0;
    g_string_free(again, TRUE);
    return same ? number : 0;
}

static numbering numbering_of(const char *label)
{
    size_t digits = strspn(label, "0123456789");
    if (digits > 0 && digits < 9 && label[digits] == '\0' && label[0] != '0')
        return (numbering){'D', (unsigned)g_ascii_strtoull(label, NULL, 10)};
    if (roman_number(label))
        return (numbering){'r', roman_number(label)};
    char *small = g_ascii_strdown(label, -1);
    unsigned number = g_ascii_isupper(label[0]) ? roman_number(small) : 0;
    g_free(small);
    return (numbering){number ? 'R' : 0, number};
}

void ladle_finish_labels(finishing *f)
{
    numbering before = {0, 0};
    g_string_append(f->text, "/PageLabels << /Nums [");
    for (unsigned i = 0; i < f->pages->pages->len; i++) {
        const ladle_page *page = f->pages->pages->pdata[i];
        const char *label = page->label ? page->label : "";
        numbering now = numbering_of(label);
        if (now.style && now.style == before.style && now.number == before.number + 1) {
            before = now;
            continue;
        }
        g_string_append_printf(f->text, " %u << ", i);
        if (now.style) {
            g_string_append_printf(f->text, "/S /%c /St %u", now.style, now.number);
        } else {
            g_string_append(f->text, "/P ");
            ladle_finish_text(f, label);
        }
        g_string_append(f->text, " >>");
        before = now;
    }
    g_string_append(f->text, " ] >>");
}
