/* Attachments, as associated files of the document (ISO 19005-3, annex E). */
#include "output/finish_private.h"

#include <stdlib.h>
#include <string.h>

/* A media type as a name: its slash would end the name. */
static void append_media_type(GString *out, const char *media_type)
{
    for (; *media_type; media_type++) {
        if (g_ascii_isalnum(*media_type) || strchr("-.", *media_type))
            g_string_append_c(out, *media_type);
        else
            g_string_append_printf(out, "#%02x", (unsigned char)*media_type);
    }
}

/* Writes the file itself; its object. */
static unsigned write_file(finishing *f, const ladle_attachment *attachment)
{
    unsigned id = ladle_finish_reserve(f);
    char *digest = g_compute_checksum_for_data(G_CHECKSUM_MD5, attachment->data, attachment->bytes);
    GString *entries = g_string_new("/Type /EmbeddedFile /Subtype /");
    append_media_type(entries, attachment->media_type);
    g_string_append_printf(entries, " /Params << /Size %zu /CheckSum <%s>", attachment->bytes,
                           digest);
    if (*f->date)
        g_string_append_printf(entries, " /ModDate (%s)", f->date);
    g_string_append(entries, " >>");
    ladle_finish_packed(f, id, entries->str, attachment->data, attachment->bytes);
    g_string_free(entries, TRUE);
    g_free(digest);
    return id;
}

/* Writes what says what the file is; its object. */
static unsigned write_specification(finishing *f, const ladle_attachment *attachment)
{
    unsigned file = write_file(f, attachment), id = ladle_finish_reserve(f);
    ladle_finish_begin(f, id);
    g_string_append(f->text, "<< /Type /Filespec /F ");
    ladle_finish_text(f, attachment->name);
    g_string_append(f->text, " /UF ");
    ladle_finish_text(f, attachment->name);
    g_string_append(f->text, " /Desc ");
    ladle_finish_text(f, attachment->description);
    g_string_append_printf(f->text, " /AFRelationship /%s /EF << /F %u 0 R /UF %u 0 R >> >>",
                           attachment->relationship, file, file);
    ladle_finish_end(f);
    return id;
}

static int compare_names(const void *a, const void *b)
{
    const ladle_attachment *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

/* The names in the order that a name tree must have. Names are ASCII, so that they are spelled in
 * the order of their bytes. */
static void append_names(finishing *f, const GPtrArray *attachments, GHashTable *ids)
{
    GPtrArray *sorted = g_ptr_array_copy((GPtrArray *)attachments, NULL, NULL);
    qsort(sorted->pdata, sorted->len, sizeof(void *), compare_names);
    g_string_append(f->text, "/Names << /EmbeddedFiles << /Names [");
    for (unsigned i = 0; i < sorted->len; i++) {
        const ladle_attachment *attachment = sorted->pdata[i];
        if (i > 0 &&
            strcmp(attachment->name, ((const ladle_attachment *)sorted->pdata[i - 1])->name) == 0)
            ladle_finish_fault(f, "two attachments have the same name");
        if (!g_str_is_ascii(attachment->name))
            ladle_finish_fault(f, "an attachment's name is not plain");
        g_string_append_c(f->text, ' ');
        ladle_finish_text(f, attachment->name);
        g_string_append_printf(f->text, " %u 0 R",
                               GPOINTER_TO_UINT(g_hash_table_lookup(ids, attachment)));
    }
    g_string_append(f->text, " ] >> >>\n");
    g_ptr_array_unref(sorted);
}

void ladle_finish_attachments(finishing *f)
{
    f->attached = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; f->attachments && i < f->attachments->len; i++)
        g_hash_table_insert(f->attached, f->attachments->pdata[i],
                            GUINT_TO_POINTER(write_specification(f, f->attachments->pdata[i])));
}

void ladle_finish_attachment_lists(finishing *f)
{
    if (!f->attachments || f->attachments->len == 0)
        return;
    g_string_append(f->text, "/AF [");
    for (unsigned i = 0; i < f->attachments->len; i++)
        g_string_append_printf(
            f->text, " %u 0 R",
            GPOINTER_TO_UINT(g_hash_table_lookup(f->attached, f->attachments->pdata[i])));
    g_string_append(f->text, " ]\n");
    append_names(f, f->attachments, f->attached);
}
