/* What is taken over from cairo's file.
 *
 * From each page of cairo's the references are followed, and what they lead to is copied: streams
 * as they are, byte for byte, everything else value by value with new object numbers. What no page
 * leads to (cairo's catalog, its structure tree, its information) is left behind. Changed on the
 * way:
 *   - page dictionaries are written anew, page contents have their artifacts named;
 *   - a CIDFontType2 says that its codes are its glyphs;
 *   - a font's table of meanings has letters in place of ligatures;
 *   - images are not smoothed by the reader (/Interpolate), which an archive forbids;
 *   - a name that stands twice in a dictionary stands there once.
 */
#include "output/finish_private.h"

#include <string.h>

/* The new number of one of cairo's objects, which is put on the list of those to copy. */
static unsigned renumber(finishing *f, unsigned old)
{
    if (old == 0 || old >= f->drawn.objects) {
        ladle_finish_fault(f, "what was drawn refers to an object that is not there");
        return 0;
    }
    if (f->new_ids[old] == 0) {
        f->new_ids[old] = ladle_finish_reserve(f);
        g_array_append_val(f->to_copy, old);
    }
    return f->new_ids[old];
}

static void append_span(GString *out, pdf_span span)
{
    g_string_append_len(out, span.start, span.end - span.start);
}

static void copy_value(finishing *f, pdf_kind kind, pdf_span value, GString *out);

static void copy_array(finishing *f, pdf_span array, GString *out)
{
    pdf_span rest = ladle_pdf_inside(array), value;
    pdf_kind kind;
    const char *separator = "";
    g_string_append_c(out, '[');
    while ((kind = ladle_pdf_next(&rest, &value)) != PDF_NOTHING) {
        g_string_append(out, separator);
        copy_value(f, kind, value, out);
        separator = " ";
    }
    g_string_append_c(out, ']');
}

/* Where a key was copied to, to tell a repetition from a contradiction. */
typedef struct {
    pdf_span key;
    size_t start, end; /* of the entry in what is written */
} copied_entry;

static bool same_span(pdf_span a, pdf_span b)
{
    size_t length = (size_t)(a.end - a.start);
    return length == (size_t)(b.end - b.start) && memcmp(a.start, b.start, length) == 0;
}

/* Keeps an entry just written if it is the first of its key; removes a repetition. */
static void keep_once(finishing *f, GArray *entries, pdf_span key, size_t start, GString *out)
{
    for (unsigned i = 0; i < entries->len; i++) {
        const copied_entry *first = &g_array_index(entries, copied_entry, i);
        if (!same_span(first->key, key))
            continue;
        if (out->len - start != first->end - first->start ||
            memcmp(out->str + start, out->str + first->start, out->len - start) != 0)
            ladle_finish_fault(f, "a name in what was drawn means two things");
        g_string_truncate(out, start);
        return;
    }
    copied_entry entry = {key, start, out->len};
    g_array_append_val(entries, entry);
}

/* A stream's length is written anew, and readers must not smooth images. */
static bool is_dropped(pdf_span key)
{
    return ladle_pdf_is(key, "/Length") || ladle_pdf_is(key, "/Interpolate");
}

static void note_meanings(finishing *f, pdf_span key, pdf_span value)
{
    unsigned id = ladle_pdf_is(key, "/ToUnicode") ? ladle_pdf_reference(value) : 0;
    if (id > 0 && id < f->drawn.objects)
        f->is_meanings[id] = true;
}

static void copy_entries(finishing *f, pdf_span dictionary, GString *out)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(copied_entry));
    pdf_span rest = ladle_pdf_inside(dictionary), key, value;
    while (ladle_pdf_entry(&rest, &key, &value)) {
        pdf_span whole = value;
        size_t start = out->len;
        if (is_dropped(key))
            continue;
        note_meanings(f, key, value);
        append_span(out, key);
        g_string_append_c(out, ' ');
        copy_value(f, ladle_pdf_next(&whole, &value), value, out);
        g_string_append_c(out, ' ');
        keep_once(f, entries, key, start, out);
    }
    if (!ladle_pdf_at_end(rest))
        ladle_finish_fault(f, "a dictionary in what was drawn is not one");
    g_array_unref(entries);
    if (ladle_pdf_is(ladle_pdf_lookup(dictionary, "/Subtype"), "/CIDFontType2") &&
        !ladle_pdf_lookup(dictionary, "/CIDToGIDMap").start)
        g_string_append(out, "/CIDToGIDMap /Identity");
}

static void copy_value(finishing *f, pdf_kind kind, pdf_span value, GString *out)
{
    switch (kind) {
    case PDF_NOTHING:
        ladle_finish_fault(f, "a value in what was drawn is none");
        break;
    case PDF_PLAIN:
    case PDF_NAME:
    case PDF_STRING:
        append_span(out, value);
        break;
    case PDF_ARRAY:
        copy_array(f, value, out);
        break;
    case PDF_DICTIONARY:
        g_string_append(out, "<<");
        copy_entries(f, value, out);
        g_string_append(out, ">>");
        break;
    case PDF_REFERENCE:
        g_string_append_printf(out, "%u 0 R", renumber(f, ladle_pdf_reference(value)));
        break;
    }
}

/* Copies a value of a dictionary that must be there. */
static void copy_key(finishing *f, pdf_span dictionary, const char *key)
{
    pdf_span rest = ladle_pdf_lookup(dictionary, key), value;
    g_string_append_printf(f->text, " %s ", key);
    if (rest.start)
        copy_value(f, ladle_pdf_next(&rest, &value), value, f->text);
    else
        ladle_finish_fault(f, "a page as drawn lacks one of its parts");
}

static void copy_object(finishing *f, unsigned old)
{
    pdf_object object;
    if (!ladle_pdf_object(&f->drawn, old, &object)) {
        ladle_finish_fault(f, "an object of what was drawn cannot be read");
        return;
    }
    if (!object.data.start) {
        pdf_span rest = object.value, value;
        ladle_finish_begin(f, f->new_ids[old]);
        copy_value(f, ladle_pdf_next(&rest, &value), value, f->text);
        ladle_finish_end(f);
        return;
    }
    GString *entries = g_string_new(NULL);
    copy_entries(f, object.value, entries);
    GByteArray *spelled = f->is_meanings[old] ? ladle_finish_meanings(f, &object) : NULL;
    if (spelled)
        ladle_finish_stream(f, f->new_ids[old], entries->str, spelled->data, spelled->len);
    else
        ladle_finish_stream(f, f->new_ids[old], entries->str, object.data.start,
                            (size_t)(object.data.end - object.data.start));
    if (spelled)
        g_byte_array_unref(spelled);
    g_string_free(entries, TRUE);
}

/* ---------------------------------------------------------------- pages */

/* Finds the pages: cairo's tree of them is one flat list. */
static void find_pages(finishing *f)
{
    pdf_object catalog, tree;
    pdf_span kids = {NULL, NULL}, kid;
    if (ladle_pdf_object(&f->drawn, f->drawn.root, &catalog) &&
        ladle_pdf_object(&f->drawn, ladle_pdf_reference(ladle_pdf_lookup(catalog.value, "/Pages")),
                         &tree))
        kids = ladle_pdf_lookup(tree.value, "/Kids");
    if (!kids.start || *kids.start != '[') {
        ladle_finish_fault(f, "the pages as drawn are not listed");
        return;
    }
    kids = ladle_pdf_inside(kids);
    while (ladle_pdf_next(&kids, &kid) == PDF_REFERENCE) {
        finish_page page = {ladle_pdf_reference(kid), ladle_finish_reserve(f)};
        g_array_append_val(f->page_ids, page);
    }
    if (!ladle_pdf_at_end(kids) || f->page_ids->len != f->pages->pages->len)
        ladle_finish_fault(f, "there are not as many pages as were drawn");
}

bool ladle_finish_open_drawn(finishing *f, const GByteArray *drawn)
{
    if (!ladle_pdf_open(&f->drawn, drawn->data, drawn->len)) {
        ladle_finish_fault(f, "the drawn file is not built as expected");
        return false;
    }
    f->new_ids = g_new0(unsigned, f->drawn.objects);
    f->is_meanings = g_new0(bool, f->drawn.objects);
    f->page_tree = ladle_finish_reserve(f);
    find_pages(f);
    return f->fault == NULL;
}

static void append_annotations(finishing *f, unsigned index)
{
    bool any = false;
    for (; f->next_annotation < f->annotations->len; f->next_annotation++, any = true) {
        const finish_annotation *a =
            &g_array_index(f->annotations, finish_annotation, f->next_annotation);
        if (a->page != index)
            break;
        g_string_append_printf(f->text, "%s%u 0 R", any ? " " : " /Annots [", a->id);
    }
    if (any)
        g_string_append_c(f->text, ']');
}

/* Whether a page of cairo's holds what it is known to hold: a part that this does not know would
 * be lost. */
static bool is_known_page(pdf_span page)
{
    static const char *const known[] = {"/Type",  "/Parent",    "/MediaBox",     "/Contents",
                                        "/Group", "/Resources", "/StructParents"};
    pdf_span rest = ladle_pdf_inside(page), key, value;
    while (ladle_pdf_entry(&rest, &key, &value)) {
        bool is_known = false;
        for (unsigned i = 0; i < G_N_ELEMENTS(known); i++)
            is_known |= ladle_pdf_is(key, known[i]);
        if (!is_known)
            return false;
    }
    return ladle_pdf_at_end(rest) && ladle_pdf_is(ladle_pdf_lookup(page, "/Type"), "/Page");
}

static void write_page(finishing *f, unsigned index)
{
    const finish_page *page = &g_array_index(f->page_ids, finish_page, index);
    pdf_object drawn, content;
    if (!ladle_pdf_object(&f->drawn, page->drawn, &drawn) || !is_known_page(drawn.value) ||
        !ladle_pdf_object(
            &f->drawn, ladle_pdf_reference(ladle_pdf_lookup(drawn.value, "/Contents")), &content)) {
        ladle_finish_fault(f, "a page as drawn is not built as expected");
        return;
    }
    unsigned mended = ladle_finish_reserve(f);
    ladle_finish_content(f, mended, &content, f->marks->pdata[index]);
    ladle_finish_begin(f, page->id);
    g_string_append_printf(f->text, "<</Type /Page /Parent %u 0 R /Contents %u 0 R", f->page_tree,
                           mended);
    copy_key(f, drawn.value, "/MediaBox");
    copy_key(f, drawn.value, "/Group");
    copy_key(f, drawn.value, "/Resources");
    g_string_append_printf(f->text, " /StructParents %u /Tabs /S", index);
    append_annotations(f, index);
    g_string_append(f->text, ">>");
    ladle_finish_end(f);
}

static void write_page_tree(finishing *f)
{
    ladle_finish_begin(f, f->page_tree);
    g_string_append_printf(f->text, "<</Type /Pages /Count %u /Kids [", f->page_ids->len);
    for (unsigned i = 0; i < f->page_ids->len; i++)
        g_string_append_printf(f->text, "%u 0 R ", ladle_finish_page(f, i));
    g_string_append(f->text, "]>>");
    ladle_finish_end(f);
}

void ladle_finish_pages(finishing *f)
{
    write_page_tree(f);
    for (unsigned i = 0; i < f->page_ids->len && !f->fault; i++)
        write_page(f, i);
    for (unsigned i = 0; i < f->to_copy->len && !f->fault; i++)
        copy_object(f, g_array_index(f->to_copy, unsigned, i));
}
