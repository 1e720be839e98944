/* What cairo wrote and must be changed: page dictionaries, the names of artifacts in page
 * contents, and what fonts say of their letters. */
#include "output/draw.h"
#include "output/finish_private.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- page contents */

/* The end of a literal string that begins at `at`. */
static size_t end_of_string(const char *text, size_t bytes, size_t at)
{
    unsigned depth = 0;
    for (; at < bytes; at++) {
        if (text[at] == '\\')
            at++;
        else if (text[at] == '(')
            depth++;
        else if (text[at] == ')' && --depth == 0)
            return at + 1;
    }
    return bytes;
}

static bool stands_at(const char *text, size_t bytes, size_t at, const char *word)
{
    size_t length = strlen(word);
    return bytes - at >= length && memcmp(text + at, word, length) == 0;
}

/* What a mark's start is replaced by, and how long it is; NULL: it stays. */
static const char *artifact_start(const char *text, size_t bytes, size_t at, size_t *length)
{
    static const struct {
        const char *was, *becomes;
    } names[] = {
        {"/" LADLE_LEAF_PAGINATION " <<", "/Artifact << /Type /Pagination >> BDC"},
        {"/" LADLE_LEAF_LAYOUT " <<", "/Artifact << /Type /Layout >> BDC"},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!stands_at(text, bytes, at, names[i].was))
            continue;
        const char *end = memmem(text + at, bytes - at, "BDC", strlen("BDC"));
        if (!end)
            return NULL;
        *length = (size_t)(end - text) - at + strlen("BDC");
        return names[i].becomes;
    }
    return NULL;
}

/* Copies a page's content with artifacts named as such; counts the marks. */
static GString *rename_artifacts(const char *text, size_t bytes, unsigned *marks)
{
    GString *out = g_string_sized_new(bytes + 256);
    size_t kept = 0;
    *marks = 0;
    for (size_t at = 0; at < bytes;) {
        size_t length = 0;
        const char *becomes = NULL;
        if (text[at] == '(') {
            at = end_of_string(text, bytes, at);
        } else if (text[at] == '/' && (becomes = artifact_start(text, bytes, at, &length))) {
            g_string_append_len(out, text + kept, (gssize)(at - kept));
            g_string_append(out, becomes);
            at = kept = at + length;
            ++*marks;
        } else {
            *marks += text[at] == 'B' && stands_at(text, bytes, at, "BDC");
            at++;
        }
    }
    g_string_append_len(out, text + kept, (gssize)(bytes - kept));
    return out;
}

/* Some operators make cairo put a whole page, marks and all, into a form, where the structure
 * would not find them: so there must be as many marks as were made. */
static void mend_contents(finishing *f, qpdf_oh page, unsigned index)
{
    const GArray *made = f->marks->pdata[index];
    unsigned char *content = NULL;
    size_t bytes = 0;
    qpdf_oh_get_page_content_data(f->qpdf, page, &content, &bytes);
    if (!content || qpdf_has_error(f->qpdf)) {
        free(content);
        f->fault = "a page's content cannot be read";
        return;
    }
    unsigned marks;
    GString *mended = rename_artifacts((const char *)content, bytes, &marks);
    if (marks != made->len)
        f->fault = "a page's content is not marked as it was drawn";
    qpdf_oh stream = qpdf_oh_get_key(f->qpdf, page, "/Contents");
    qpdf_oh none = qpdf_oh_new_null(f->qpdf);
    qpdf_oh_replace_stream_data(f->qpdf, stream, (unsigned char *)mended->str, mended->len, none,
                                none);
    g_string_free(mended, TRUE);
    free(content);
}

/* ---------------------------------------------------------------- fonts and images */

/* Puts plain letters where a font's table of meanings has a ligature's own character. Cairo
 * writes them as four hexadecimal digits: <fb01>. */
static GString *spell_out(const char *table, size_t bytes)
{
    GString *out = NULL;
    size_t kept = 0;
    for (size_t at = 0; at + 6 <= bytes; at++) {
        if (table[at] != '<' || table[at + 5] != '>' || (table[at + 1] | 0x20) != 'f')
            continue;
        char *letters = ladle_plain_letters((gunichar)g_ascii_strtoull(table + at + 1, NULL, 16));
        if (!letters)
            continue;
        if (!out)
            out = g_string_sized_new(bytes + 64);
        g_string_append_len(out, table + kept, (gssize)(at + 1 - kept));
        glong units;
        gunichar2 *utf16 = g_utf8_to_utf16(letters, -1, NULL, &units, NULL);
        for (glong i = 0; i < units; i++)
            g_string_append_printf(out, "%04x", utf16[i]);
        kept = at + 5;
        g_free(utf16);
        g_free(letters);
    }
    if (out)
        g_string_append_len(out, table + kept, (gssize)(bytes - kept));
    return out;
}

static void mend_meanings(finishing *f, qpdf_oh font)
{
    qpdf_oh stream = qpdf_oh_get_key(f->qpdf, font, "/ToUnicode");
    unsigned char *table = NULL;
    size_t bytes = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    if (!qpdf_oh_is_stream(f->qpdf, stream))
        return;
    qpdf_oh_get_stream_data(f->qpdf, stream, qpdf_dl_all, &filtered, &table, &bytes);
    GString *spelled = table ? spell_out((const char *)table, bytes) : NULL;
    if (spelled) {
        qpdf_oh none = qpdf_oh_new_null(f->qpdf);
        qpdf_oh_replace_stream_data(f->qpdf, stream, (unsigned char *)spelled->str, spelled->len,
                                    none, none);
        g_string_free(spelled, TRUE);
    }
    free(table);
}

/* A font must say which glyph a code means, even if it is the plainest way. */
static void mend_descendants(finishing *f, qpdf_oh font)
{
    qpdf_oh descendants = qpdf_oh_get_key(f->qpdf, font, "/DescendantFonts");
    if (!qpdf_oh_is_array(f->qpdf, descendants))
        return;
    qpdf_oh descendant = qpdf_oh_get_array_item(f->qpdf, descendants, 0);
    qpdf_oh kind = qpdf_oh_get_key(f->qpdf, descendant, "/Subtype");
    if (qpdf_oh_is_name_and_equals(f->qpdf, kind, "/CIDFontType2"))
        qpdf_oh_replace_key(f->qpdf, descendant, "/CIDToGIDMap",
                            qpdf_oh_new_name(f->qpdf, "/Identity"));
}

/* Calls `mend` for each value of one dictionary in the resources, once for each object. */
static void mend_each(finishing *f, qpdf_oh resources, const char *kind, GHashTable *done,
                      void (*mend)(finishing *f, qpdf_oh object, GHashTable *done))
{
    qpdf_oh dictionary = qpdf_oh_get_key(f->qpdf, resources, kind);
    if (!qpdf_oh_is_dictionary(f->qpdf, dictionary))
        return;
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(f->qpdf, dictionary);
    while (qpdf_oh_dict_more_keys(f->qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(f->qpdf)));
    for (unsigned i = 0; i < keys->len; i++) {
        qpdf_oh object = qpdf_oh_get_key(f->qpdf, dictionary, keys->pdata[i]);
        int id = qpdf_oh_get_object_id(f->qpdf, object);
        if (id == 0 || g_hash_table_add(done, GINT_TO_POINTER(id)))
            mend(f, object, done);
    }
    g_ptr_array_unref(keys);
}

static void mend_font(finishing *f, qpdf_oh font, GHashTable *done)
{
    (void)done;
    mend_meanings(f, font);
    mend_descendants(f, font);
}

static void mend_resources(finishing *f, qpdf_oh resources, GHashTable *done);

/* Images with their masks, and forms with resources of their own. */
static void mend_external(finishing *f, qpdf_oh object, GHashTable *done)
{
    if (!qpdf_oh_is_stream(f->qpdf, object))
        return;
    qpdf_oh dictionary = qpdf_oh_get_dict(f->qpdf, object);
    qpdf_oh_remove_key(f->qpdf, dictionary, "/Interpolate");
    mend_external(f, qpdf_oh_get_key(f->qpdf, dictionary, "/SMask"), done);
    qpdf_oh resources = qpdf_oh_get_key(f->qpdf, dictionary, "/Resources");
    if (qpdf_oh_is_dictionary(f->qpdf, resources))
        mend_resources(f, resources, done);
}

/* A soft mask is a form in a graphics state. */
static void mend_state(finishing *f, qpdf_oh state, GHashTable *done)
{
    qpdf_oh mask = qpdf_oh_get_key_if_dict(f->qpdf, state, "/SMask");
    mend_external(f, qpdf_oh_get_key_if_dict(f->qpdf, mask, "/G"), done);
}

static void mend_resources(finishing *f, qpdf_oh resources, GHashTable *done)
{
    mend_each(f, resources, "/Font", done, mend_font);
    mend_each(f, resources, "/XObject", done, mend_external);
    mend_each(f, resources, "/Pattern", done, mend_external);
    mend_each(f, resources, "/ExtGState", done, mend_state);
}

/* ---------------------------------------------------------------- pages */

static qpdf_oh page_annotations(finishing *f, unsigned index)
{
    qpdf_oh list = qpdf_oh_new_array(f->qpdf);
    for (unsigned i = 0; i < f->annotations->len; i++) {
        const finish_annotation *a = &g_array_index(f->annotations, finish_annotation, i);
        if (a->page == index)
            qpdf_oh_append_item(f->qpdf, list, qpdf_get_object_by_id(f->qpdf, (int)a->id, 0));
    }
    return list;
}

void ladle_finish_content(finishing *f)
{
    GHashTable *done = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < f->pages->pages->len && !f->fault; i++) {
        qpdf_oh page = qpdf_get_object_by_id(f->qpdf, (int)ladle_finish_page(f, i), 0);
        qpdf_oh_replace_key(f->qpdf, page, "/StructParents",
                            qpdf_oh_new_integer(f->qpdf, (long long)i));
        qpdf_oh_replace_key(f->qpdf, page, "/Tabs", qpdf_oh_new_name(f->qpdf, "/S"));
        qpdf_oh annotations = page_annotations(f, i);
        if (qpdf_oh_get_array_n_items(f->qpdf, annotations) > 0)
            qpdf_oh_replace_key(f->qpdf, page, "/Annots", annotations);
        mend_contents(f, page, i);
        qpdf_oh resources = qpdf_oh_get_key(f->qpdf, page, "/Resources");
        mend_resources(f, resources, done);
        qpdf_oh_release_all(f->qpdf);
    }
    g_hash_table_unref(done);
}
