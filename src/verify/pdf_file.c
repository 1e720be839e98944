#include "verify/pdf_private.h"

enum { MOST_SEARCHES = 50, LONGEST_CHAIN = 32, INDEXED_FROM = 32 };

/* An object stream: many objects in one compressed text. */
typedef struct {
    const char *data;
    size_t bytes;
    unsigned n;
    guint64 *numbers, *offsets; /* of each object; offsets from data */
} pdf_packed;

void ladle_verify_tell(pdf_file *file, pdf_trouble trouble, unsigned object)
{
    file->listener(file->self, trouble, object);
}

/* ---------------------------------------------------------------- dictionaries */

const pdf_value *ladle_verify_entry_raw(const pdf_value *dictionary, const char *key)
{
    if (!pdf_is_dictionary(dictionary))
        return &ladle_verify_nothing;
    const pdf_entry *entries =
        dictionary->kind == PDF_STREAM ? dictionary->stream->entries : dictionary->entries;
    size_t bytes = strlen(key);
    for (unsigned i = 0; i < dictionary->count; i++)
        if (entries[i].bytes == bytes && memcmp(entries[i].key, key, bytes) == 0)
            return &entries[i].value;
    return &ladle_verify_nothing;
}

static GHashTable *index_of(pdf_file *file, const pdf_value *dictionary)
{
    const pdf_entry *entries =
        dictionary->kind == PDF_STREAM ? dictionary->stream->entries : dictionary->entries;
    GHashTable *index = g_hash_table_lookup(file->indexes, entries);
    if (index)
        return index;
    index = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(file->indexes, (gpointer)entries, index);
    for (unsigned i = 0; i < dictionary->count; i++) {
        char *key = ladle_arena_strndup(file->arena, entries[i].key, entries[i].bytes);
        if (!g_hash_table_contains(index, key))
            g_hash_table_insert(index, key, (gpointer)&entries[i].value);
    }
    return index;
}

const pdf_value *ladle_verify_find(pdf_file *file, const pdf_value *dictionary, const char *key)
{
    if (!pdf_is_dictionary(dictionary) || dictionary->count < INDEXED_FROM)
        return ladle_verify_entry_raw(dictionary, key);
    const pdf_value *found = g_hash_table_lookup(index_of(file, dictionary), key);
    return found ? found : &ladle_verify_nothing;
}

const pdf_value *ladle_verify_resolve(pdf_file *file, const pdf_value *value)
{
    for (unsigned i = 0; value->kind == PDF_REFERENCE; i++) {
        if (i == LONGEST_CHAIN)
            return &ladle_verify_nothing;
        value = ladle_verify_object(file, (unsigned)value->integer);
    }
    return value;
}

const pdf_value *ladle_verify_get(pdf_file *file, const pdf_value *dictionary, const char *key)
{
    return ladle_verify_resolve(file, ladle_verify_find(file, dictionary, key));
}

const pdf_value *ladle_verify_item(pdf_file *file, const pdf_value *array, unsigned i)
{
    return array->kind == PDF_ARRAY && i < array->count
               ? ladle_verify_resolve(file, &array->items[i])
               : &ladle_verify_nothing;
}

/* ---------------------------------------------------------------- objects in the file */

/* Whether "endstream" stands at this place, an end of line before it allowed. */
static bool stream_ends(const pdf_file *file, const char *at)
{
    static const char word[] = "endstream";
    const char *end = file->data + file->bytes;
    if (at < end && *at == '\r')
        at++;
    if (at < end && *at == '\n')
        at++;
    return (size_t)(end - at) >= strlen(word) && memcmp(at, word, strlen(word)) == 0;
}

static size_t search_end(pdf_file *file, const char *start, unsigned number)
{
    ladle_verify_tell(file, PDF_TROUBLE_LENGTH, number);
    if (++file->searches > MOST_SEARCHES)
        return 0;
    const char *end = memmem(start, (size_t)(file->data + file->bytes - start), "endstream", 9);
    if (!end)
        return 0;
    if (end > start && end[-1] == '\n')
        end--;
    if (end > start && end[-1] == '\r')
        end--;
    return (size_t)(end - start);
}

static void read_stream(pdf_file *file, pdf_lexer *lexer, pdf_value *value, unsigned number)
{
    const char *start = lexer->at;
    if (start < lexer->end && *start == '\r')
        start++;
    if (start < lexer->end && *start == '\n')
        start++;
    const pdf_value *length = ladle_verify_resolve(file, ladle_verify_entry_raw(value, "Length"));
    size_t left = (size_t)(lexer->end - start), bytes;
    if (length->kind == PDF_INTEGER && length->integer >= 0 && (guint64)length->integer <= left &&
        stream_ends(file, start + length->integer))
        bytes = (size_t)length->integer;
    else
        bytes = search_end(file, start, number);
    pdf_stream *stream = LADLE_NEW(file->arena, pdf_stream);
    *stream = (pdf_stream){value->entries, start, bytes};
    *value = (pdf_value){.kind = PDF_STREAM, .count = value->count, .stream = stream};
}

bool ladle_verify_read_at(pdf_file *file, guint64 offset, unsigned number, pdf_value *value)
{
    if (offset >= file->bytes)
        return false;
    pdf_lexer lexer;
    ladle_verify_lexer_open(&lexer, file->data + offset, file->bytes - offset, file->arena);
    pdf_value id = ladle_verify_next(&lexer), generation = ladle_verify_next(&lexer),
              keyword = ladle_verify_next(&lexer);
    bool good = id.kind == PDF_INTEGER && (number == 0 || id.integer == number) &&
                generation.kind == PDF_INTEGER && keyword.kind == PDF_WORD &&
                pdf_text_is(&keyword, "obj");
    if (good) {
        lexer.references = true;
        *value = ladle_verify_next(&lexer);
        lexer.references = false;
        const char *before = lexer.at;
        pdf_value after = ladle_verify_next(&lexer);
        if (value->kind == PDF_DICTIONARY && after.kind == PDF_WORD &&
            pdf_text_is(&after, "stream"))
            read_stream(file, &lexer, value, number);
        else
            good = after.kind == PDF_WORD && pdf_text_is(&after, "endobj") && before < lexer.at;
        good &= value->kind != PDF_WORD && value->kind != PDF_END && !lexer.broken;
    }
    ladle_verify_lexer_close(&lexer);
    return good;
}

/* ---------------------------------------------------------------- objects in object streams */

static bool read_index(pdf_file *file, pdf_packed *packed, gint64 n, gint64 first)
{
    if (n < 0 || n > PDF_MOST_OBJECTS || first < 0 || (guint64)first > packed->bytes ||
        (guint64)n > packed->bytes)
        return false;
    packed->n = (unsigned)n;
    packed->numbers = LADLE_NEW_ARRAY(file->arena, guint64, packed->n);
    packed->offsets = LADLE_NEW_ARRAY(file->arena, guint64, packed->n);
    pdf_lexer lexer;
    ladle_verify_lexer_open(&lexer, packed->data, (size_t)first, file->arena);
    bool good = true;
    for (unsigned i = 0; good && i < packed->n; i++) {
        pdf_value number = ladle_verify_next(&lexer), offset = ladle_verify_next(&lexer);
        good = number.kind == PDF_INTEGER && offset.kind == PDF_INTEGER && offset.integer >= 0 &&
               (guint64)(first + offset.integer) <= packed->bytes;
        packed->numbers[i] = (guint64)number.integer;
        packed->offsets[i] = (guint64)(first + offset.integer);
    }
    ladle_verify_lexer_close(&lexer);
    return good;
}

/* The object stream with this number; one without objects when it cannot be read. */
static const pdf_packed *packed_stream(pdf_file *file, guint64 number)
{
    pdf_packed *packed = g_hash_table_lookup(file->packed, GSIZE_TO_POINTER((gsize)number));
    if (packed)
        return packed;
    packed = LADLE_NEW(file->arena, pdf_packed);
    g_hash_table_insert(file->packed, GSIZE_TO_POINTER((gsize)number), packed);
    if (number >= file->places->len ||
        g_array_index(file->places, pdf_place, number).kind != PLACE_FILE)
        return packed;
    const pdf_value *stream = ladle_verify_object(file, (unsigned)number);
    if (stream->kind != PDF_STREAM ||
        !ladle_verify_decode(file, stream, file->arena, &packed->data, &packed->bytes) ||
        !read_index(file, packed, pdf_integer(ladle_verify_get(file, stream, "N"), -1),
                    pdf_integer(ladle_verify_get(file, stream, "First"), -1)))
        packed->n = 0;
    return packed;
}

static bool read_packed(pdf_file *file, const pdf_place *place, unsigned number, pdf_value *value)
{
    const pdf_packed *packed = packed_stream(file, place->where);
    if (place->index >= packed->n || packed->numbers[place->index] != number)
        return false;
    size_t offset = packed->offsets[place->index];
    pdf_lexer lexer;
    ladle_verify_lexer_open(&lexer, packed->data + offset, packed->bytes - offset, file->arena);
    lexer.references = true;
    *value = ladle_verify_next(&lexer);
    bool good = !lexer.broken && value->kind != PDF_WORD && value->kind != PDF_END;
    ladle_verify_lexer_close(&lexer);
    return good;
}

/* While the tables are being read there are no objects yet. */
const pdf_value *ladle_verify_object(pdf_file *file, unsigned number)
{
    if (!file->objects || number >= file->places->len)
        return &ladle_verify_nothing;
    pdf_object_record *record = &file->objects[number];
    if (record->state == OBJECT_READ)
        return &record->value;
    if (record->state == OBJECT_BEING_READ)
        return &ladle_verify_nothing;
    if (file->depth == PDF_DEEPEST_OBJECT) {
        ladle_verify_tell(file, PDF_TROUBLE_LIMIT, number);
        return &ladle_verify_nothing;
    }
    const pdf_place *place = &g_array_index(file->places, pdf_place, number);
    record->state = OBJECT_BEING_READ;
    file->depth++;
    pdf_value value = ladle_verify_nothing;
    bool good = true;
    if (place->kind == PLACE_FILE)
        good = ladle_verify_read_at(file, place->where, number, &value);
    else if (place->kind == PLACE_PACKED)
        good = read_packed(file, place, number, &value);
    file->depth--;
    record->value = good ? value : ladle_verify_nothing;
    record->state = OBJECT_READ;
    if (!good)
        ladle_verify_tell(file, PDF_TROUBLE_OBJECT, number);
    return &record->value;
}

/* ---------------------------------------------------------------- the file */

static void release(void *self)
{
    pdf_file *file = self;
    g_array_unref(file->places);
    g_hash_table_unref(file->packed);
    g_hash_table_unref(file->indexes);
}

pdf_file *ladle_verify_open(const char *data, size_t bytes, ladle_arena *arena,
                            pdf_listener listener, void *self, const char **problem)
{
    pdf_file *file = LADLE_NEW(arena, pdf_file);
    *file = (pdf_file){
        .data = data, .bytes = bytes, .arena = arena, .listener = listener, .self = self};
    file->places = g_array_new(FALSE, TRUE, sizeof(pdf_place));
    file->packed = g_hash_table_new(NULL, NULL);
    file->indexes = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    ladle_arena_defer(arena, release, file);
    if (!ladle_verify_read_tables(file, problem))
        return NULL;
    file->objects = LADLE_NEW_ARRAY(arena, pdf_object_record, file->places->len);
    return file;
}

const pdf_value *ladle_verify_trailer(const pdf_file *file)
{
    return &file->trailer;
}

unsigned ladle_verify_objects(const pdf_file *file)
{
    return file->places->len;
}
