/* Attached files: named, described, related to the document, and readable. */
#include "verify/checking.h"

enum { DEEPEST_VALUE = 100 };

static void check_data(checking *c, const pdf_value *specification, const char *name,
                       verify_place place)
{
    const pdf_value *files = ladle_verify_get(c->file, specification, "EF"),
                    *file = ladle_verify_get(c->file, files, "F");
    const char *data;
    size_t bytes;
    if (!ladle_verify_decode(c->file, file, c->arena, &data, &bytes)) {
        ladle_verify_fault(c, RULE_ATTACHMENT_DATA, place, "the attached file %s cannot be read",
                           name);
        return;
    }
    const pdf_value *type = ladle_verify_get(c->file, file, "Subtype");
    if (type->kind != PDF_NAME || !memchr(type->text, '/', type->count))
        ladle_verify_fault(c, RULE_ATTACHMENT_TYPE, place,
                           "the attached file %s does not name its media type (Subtype)", name);
    const pdf_value *params = ladle_verify_get(c->file, file, "Params"),
                    *size = ladle_verify_get(c->file, params, "Size");
    if (!ladle_verify_says(c, params, "ModDate"))
        ladle_verify_fault(c, RULE_ATTACHMENT_DATE, place,
                           "the attached file %s does not say when it was changed (ModDate)", name);
    if (size->kind == PDF_INTEGER && (guint64)size->integer != bytes)
        ladle_verify_fault(
            c, RULE_ATTACHMENT_DATA, place,
            "the attached file %s is of %zu bytes, and said to be of %" G_GINT64_FORMAT, name,
            bytes, size->integer);
}

static void check_file(checking *c, const pdf_value *specification, unsigned object)
{
    static const char *const relations[] = {"Source",     "Data",        "Alternative",
                                            "Supplement", "Unspecified", "EncryptedPayload",
                                            "FormData",   "Schema"};
    verify_place place = ON_OBJECT(object);
    char *name = ladle_verify_utf8(c->arena, ladle_verify_get(c->file, specification, "UF"));
    if (!ladle_verify_says(c, specification, "F") || !ladle_verify_says(c, specification, "UF"))
        ladle_verify_fault(c, RULE_ATTACHMENT_NAMES, place,
                           "an attachment does not have its file name twice (F and UF)");
    name = name ? name : "without a name";
    if (!ladle_verify_says(c, specification, "Desc"))
        ladle_verify_fault(c, RULE_ATTACHMENT_WORDS, place,
                           "the attachment %s does not say what it is (Desc)", name);
    bool known = false;
    for (unsigned i = 0; i < G_N_ELEMENTS(relations); i++)
        known |=
            pdf_name_is(ladle_verify_get(c->file, specification, "AFRelationship"), relations[i]);
    if (!known)
        ladle_verify_fault(
            c, RULE_ATTACHMENT_RELATION, place,
            "the attachment %s does not say what it is to the document (AFRelationship)", name);
    if (!g_hash_table_contains(c->associated, specification))
        ladle_verify_fault(c, RULE_ATTACHMENT_LINKED, place,
                           "the attachment %s is associated with nothing (AF)", name);
    check_data(c, specification, name, place);
}

/* One that may be a file specification, met where it stands or where something names it. */
static void check_specification(checking *c, const pdf_value *value, unsigned object)
{
    if (value->kind == PDF_DICTIONARY && ladle_verify_entry_raw(value, "EF")->kind != PDF_NULL &&
        g_hash_table_add(c->attached, (gpointer)value))
        check_file(c, value, object);
}

/* Those within an object that are no objects of their own. */
static void look_within(checking *c, const pdf_value *value, unsigned object, unsigned depth)
{
    check_specification(c, value, object);
    if (depth > DEEPEST_VALUE)
        return;
    if (value->kind == PDF_ARRAY)
        for (unsigned i = 0; i < value->count; i++)
            look_within(c, &value->items[i], object, depth + 1);
    const pdf_entry *entries = value->kind == PDF_STREAM       ? value->stream->entries
                               : value->kind == PDF_DICTIONARY ? value->entries
                                                               : NULL;
    for (unsigned i = 0; entries && i < value->count; i++)
        look_within(c, &entries[i].value, object, depth + 1);
}

void ladle_verify_check_attachments(checking *c)
{
    for (unsigned i = 1; i < ladle_verify_objects(c->file); i++)
        look_within(c, ladle_verify_object(c->file, i), i, 0);
}
