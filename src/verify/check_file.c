/* The file as such: its first and last bytes, its trailer, and what may stand in no object. */
#include "verify/checking.h"

static void check_header(checking *c)
{
    static const char start[] = "%PDF-1.";
    const unsigned char *data = (const unsigned char *)c->data;
    bool begins = c->bytes > 9 && memcmp(data, start, strlen(start)) == 0 && data[7] >= '0' &&
                  data[7] <= '7' && (data[8] == '\n' || data[8] == '\r');
    if (!begins) {
        ladle_verify_fault(c, RULE_FILE_HEADER, ON_FILE,
                           "the first line is not %%PDF-1.0 to %%PDF-1.7 and nothing else");
        return;
    }
    const unsigned char *second = data + (data[8] == '\r' && data[9] == '\n' ? 10 : 9);
    bool binary = c->bytes > 15 && second[0] == '%';
    for (unsigned i = 1; binary && i <= 4; i++)
        binary = second[i] > 127;
    if (!binary)
        ladle_verify_fault(
            c, RULE_FILE_BINARY, ON_FILE,
            "the second line is no comment with four bytes above 127, so that the file may "
            "be taken for text");
}

static void check_end(checking *c)
{
    static const char marker[] = "%%EOF";
    const char *end = c->data + c->bytes;
    if (c->bytes > 0 && end[-1] == '\n')
        end--;
    if (end > c->data && end[-1] == '\r')
        end--;
    if (end - c->data < 5 || memcmp(end - 5, marker, 5) != 0)
        ladle_verify_fault(c, RULE_FILE_END, ON_FILE, "something follows the last %%%%EOF");
}

static void check_trailer(checking *c)
{
    const pdf_value *trailer = ladle_verify_trailer(c->file),
                    *id = ladle_verify_get(c->file, trailer, "ID");
    if (id->kind != PDF_ARRAY || id->count != 2 ||
        ladle_verify_item(c->file, id, 0)->kind != PDF_STRING ||
        ladle_verify_item(c->file, id, 1)->kind != PDF_STRING ||
        ladle_verify_item(c->file, id, 0)->count == 0)
        ladle_verify_fault(c, RULE_FILE_ID, ON_FILE, "the trailer has no ID of two strings");
    if (ladle_verify_entry_raw(trailer, "Encrypt")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FILE_ENCRYPTED, ON_FILE,
                           "the file is encrypted, so nothing else of it was judged");
}

void ladle_verify_check_file(checking *c)
{
    check_header(c);
    check_end(c);
    check_trailer(c);
}

/* ---------------------------------------------------------------- every object */

enum { DEEPEST_VALUE = 100 };

static bool is_one_of(const pdf_value *name, const char *const *names)
{
    for (; *names; names++)
        if (pdf_name_is(name, *names))
            return true;
    return false;
}

static void check_stream(checking *c, const pdf_value *stream, unsigned object)
{
    static const char *const external[] = {"F", "FFilter", "FDecodeParms"};
    for (unsigned i = 0; i < G_N_ELEMENTS(external); i++)
        if (ladle_verify_entry_raw(stream, external[i])->kind != PDF_NULL)
            ladle_verify_fault(c, RULE_FILE_EXTERNAL, ON_OBJECT(object),
                               "a stream is kept in another file (%s)", external[i]);
    static const char *const allowed[] = {"ASCIIHexDecode",  "ASCII85Decode",  "FlateDecode",
                                          "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode",
                                          "DCTDecode",       "JPXDecode",      NULL};
    const pdf_value *filter = ladle_verify_get(c->file, stream, "Filter");
    unsigned n = filter->kind == PDF_ARRAY ? filter->count : filter->kind != PDF_NULL;
    for (unsigned i = 0; i < n; i++) {
        const pdf_value *one =
            filter->kind == PDF_ARRAY ? ladle_verify_item(c->file, filter, i) : filter;
        if (!is_one_of(one, allowed))
            ladle_verify_fault(c, RULE_FILE_FILTER, ON_OBJECT(object),
                               "a stream is packed with a filter that is not allowed");
    }
}

static void check_action(checking *c, const pdf_value *dictionary, const pdf_value *kind,
                         unsigned object)
{
    static const char *const never[] = {
        "JavaScript",  "Launch",    "Sound", "Movie",      "ResetForm", "ImportData", "Hide",
        "SetOCGState", "Rendition", "Trans", "GoTo3DView", "SetState",  "NOP",        NULL};
    static const char *const pages[] = {"NextPage", "PrevPage", "FirstPage", "LastPage", NULL};
    if (is_one_of(kind, never))
        ladle_verify_fault(c, RULE_FILE_ACTIONS, ON_OBJECT(object), "an action is of the kind %.*s",
                           (int)kind->count, kind->text);
    else if (pdf_name_is(kind, "Named") &&
             !is_one_of(ladle_verify_get(c->file, dictionary, "N"), pages))
        ladle_verify_fault(c, RULE_FILE_ACTIONS, ON_OBJECT(object),
                           "a named action does more than turn pages");
}

static void check_image(checking *c, const pdf_value *image, unsigned object)
{
    if (pdf_is_true(ladle_verify_get(c->file, image, "Interpolate")))
        ladle_verify_fault(c, RULE_IMAGE_INTERPOLATE, ON_OBJECT(object),
                           "a picture asks the viewer to smooth it (Interpolate true)");
    if (ladle_verify_entry_raw(image, "Alternates")->kind != PDF_NULL ||
        ladle_verify_entry_raw(image, "OPI")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_IMAGE_ALTERNATES, ON_OBJECT(object),
                           "a picture has stand-ins (Alternates or OPI)");
}

static void check_form(checking *c, const pdf_value *form, unsigned object)
{
    if (ladle_verify_entry_raw(form, "Ref")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FORM_REFERENCE, ON_OBJECT(object),
                           "a form stands for a page of another file (Ref)");
    if (ladle_verify_entry_raw(form, "PS")->kind != PDF_NULL ||
        pdf_name_is(ladle_verify_get(c->file, form, "Subtype2"), "PS") ||
        ladle_verify_entry_raw(form, "OPI")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FORM_REFERENCE, ON_OBJECT(object),
                           "a form holds PostScript or OPI");
}

/* Files that an AF names, a list or a single one. */
static void note_associated(checking *c, const pdf_value *files)
{
    if (pdf_is_dictionary(files))
        g_hash_table_add(c->associated, (gpointer)files);
    for (unsigned i = 0; files->kind == PDF_ARRAY && i < files->count && ladle_verify_spend(c, 1);
         i++)
        g_hash_table_add(c->associated, (gpointer)ladle_verify_item(c->file, files, i));
}

/* What a dictionary may be is told by its entries. S is the kind of an action, and of an element
 * and a few more; elements are known by being in the tree. */
static void check_dictionary(checking *c, const pdf_value *dictionary, unsigned object)
{
    const pdf_value *kind = ladle_verify_get(c->file, dictionary, "S"),
                    *subtype = ladle_verify_get(c->file, dictionary, "Subtype");
    if (kind->kind == PDF_NAME && !g_hash_table_contains(c->in_tree, dictionary))
        check_action(c, dictionary, kind, object);
    if (ladle_verify_entry_raw(dictionary, "AA")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FILE_TRIGGERS, ON_OBJECT(object),
                           "additional actions (AA) hang on an object");
    if (ladle_verify_entry_raw(dictionary, "XFA")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FILE_FORMS, ON_OBJECT(object), "there is an XFA form");
    note_associated(c, ladle_verify_get(c->file, dictionary, "AF"));
    if (pdf_name_is(subtype, "Image"))
        check_image(c, dictionary, object);
    else if (pdf_name_is(subtype, "Form") && dictionary->kind == PDF_STREAM)
        check_form(c, dictionary, object);
    else if (pdf_name_is(subtype, "PS"))
        ladle_verify_fault(c, RULE_FORM_REFERENCE, ON_OBJECT(object), "an object holds PostScript");
}

static void check_value(checking *c, const pdf_value *value, unsigned object, unsigned depth)
{
    if (depth > DEEPEST_VALUE)
        return;
    switch (value->kind) {
    case PDF_INTEGER:
        if (value->integer > G_MAXINT32 || value->integer < G_MININT32)
            ladle_verify_fault(c, RULE_FILE_SIZES, ON_OBJECT(object),
                               "an integer does not fit into 32 bits");
        break;
    case PDF_STRING:
        if (value->count > 32767)
            ladle_verify_fault(c, RULE_FILE_SIZES, ON_OBJECT(object),
                               "a string is of %u bytes; 32767 are allowed", value->count);
        break;
    case PDF_NAME:
        if (value->count > 127)
            ladle_verify_fault(c, RULE_FILE_SIZES, ON_OBJECT(object),
                               "a name is of %u bytes; 127 are allowed", value->count);
        break;
    case PDF_ARRAY:
        for (unsigned i = 0; i < value->count; i++)
            check_value(c, &value->items[i], object, depth + 1);
        break;
    case PDF_STREAM:
    case PDF_DICTIONARY: {
        const pdf_entry *entries =
            value->kind == PDF_STREAM ? value->stream->entries : value->entries;
        if (value->kind == PDF_STREAM)
            check_stream(c, value, object);
        check_dictionary(c, value, object);
        for (unsigned i = 0; i < value->count; i++)
            check_value(c, &entries[i].value, object, depth + 1);
        break;
    }
    default:
        break;
    }
}

/* What the catalog asks of the viewer. */
static void check_catalog(checking *c)
{
    const pdf_value *names = ladle_verify_get(c->file, c->catalog, "Names"),
                    *form = ladle_verify_get(c->file, c->catalog, "AcroForm");
    if (pdf_is_true(ladle_verify_get(c->file, c->catalog, "NeedsRendering")) ||
        pdf_is_true(ladle_verify_get(c->file, form, "NeedAppearances")))
        ladle_verify_fault(c, RULE_FILE_FORMS, ON_FILE,
                           "the viewer is asked to render what the file does not bring "
                           "(NeedsRendering, NeedAppearances)");
    if (ladle_verify_get(c->file, c->catalog, "Requirements")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FILE_CATALOG, ON_FILE,
                           "the catalog asks for abilities of the viewer (Requirements)");
    if (ladle_verify_get(c->file, names, "AlternatePresentations")->kind != PDF_NULL)
        ladle_verify_fault(c, RULE_FILE_CATALOG, ON_FILE,
                           "the document has other presentations (AlternatePresentations)");
    for (unsigned i = 0; i < c->pages->len; i++)
        if (ladle_verify_entry_raw(verify_page_at(c, i)->dictionary, "PresSteps")->kind != PDF_NULL)
            ladle_verify_fault(c, RULE_FILE_CATALOG, ON_PAGE(i),
                               "a page is shown in steps (PresSteps)");
}

void ladle_verify_check_objects(checking *c)
{
    for (unsigned i = 1; i < ladle_verify_objects(c->file); i++)
        check_value(c, ladle_verify_object(c->file, i), i, 0);
    check_catalog(c);
}
