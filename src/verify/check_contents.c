/* What is drawn: each page's contents, and the forms they draw, are run through without drawing.
 *
 * What is watched is which marks are open (tagged, artifact, or neither), which marks there are at
 * all, which letters of which font are shown, and in which colours. A form is run through each time
 * it is drawn, as part of what draws it; one with marks of its own has them in a set of its own. */
#include "verify/checking.h"

enum { MOST_OPERANDS = 64, DEEPEST_FORM = 12, DEEPEST_STATE = 28 };

typedef enum { MARK_PLAIN, MARK_IS_TAGGED, MARK_IS_ARTIFACT } mark_kind;

typedef struct {
    mark_kind kind;
    bool in_text, replaces; /* opened within BT and ET; has ActualText */
} open_mark;

typedef struct {
    verify_font *font;
    bool visible;
} text_state;

typedef struct run run;
struct run {
    checking *c;
    ladle_arena *arena; /* for what is read of this stream */
    verify_marks *marks;
    const pdf_value *resources;
    unsigned page;
    GArray *open; /* open_mark */
    unsigned tagged, artifacts, replaced;
    GArray *saved; /* text_state */
    text_state text;
    bool in_text;
    pdf_value operands[MOST_OPERANDS];
    unsigned n;
    pdf_lexer *lexer;              /* of this stream */
    guint least_saved, least_open; /* what was saved and open where this stream began */
    unsigned depth;
    const pdf_value *forms[DEEPEST_FORM]; /* that are being drawn */
};

static void run_stream(run *r, const char *data, size_t bytes);

static verify_place here(const run *r)
{
    return (verify_place){r->page, NOWHERE, r->marks->object};
}

static const pdf_value *resource(run *r, const char *category, const pdf_value *name)
{
    checking *c = r->c;
    char key[128];
    if (name->kind != PDF_NAME)
        return &ladle_verify_nothing;
    g_snprintf(key, sizeof key, "%.*s", (int)MIN(name->count, sizeof key - 1), name->text);
    const pdf_value *found =
        ladle_verify_find(c->file, ladle_verify_get(c->file, r->resources, category), key);
    if (found->kind == PDF_NULL)
        ladle_verify_fault(c, RULE_CONTENT_RESOURCE, here(r),
                           "page contents name \"%s\", which is not in the page's resources (%s)",
                           key, category);
    return found;
}

/* ---------------------------------------------------------------- marks */

static void note_mark(run *r, gint64 number)
{
    checking *c = r->c;
    gpointer key = GUINT_TO_POINTER((unsigned)number + 1);
    if (number < 0 || number > G_MAXINT32 - 1)
        ladle_verify_fault(c, RULE_MARK_TWICE, here(r), "a mark has no number that can be used");
    else if (g_hash_table_contains(r->marks->seen, key))
        ladle_verify_fault(c, RULE_MARK_TWICE, here(r),
                           "the mark %" G_GINT64_FORMAT " is there twice", number);
    else
        g_hash_table_insert(r->marks->seen, key, GUINT_TO_POINTER(NOWHERE));
}

static void open_a_mark(run *r)
{
    checking *c = r->c;
    open_mark mark = {MARK_PLAIN, r->in_text, false};
    const pdf_value *tag = r->n ? &r->operands[0] : &ladle_verify_nothing;
    const pdf_value *list = r->n > 1 ? &r->operands[1] : &ladle_verify_nothing;
    if (list->kind == PDF_NAME)
        list = ladle_verify_resolve(c->file, resource(r, "Properties", list));
    const pdf_value *number = ladle_verify_get(c->file, list, "MCID");
    if (pdf_name_is(tag, "Artifact"))
        mark.kind = MARK_IS_ARTIFACT;
    else if (number->kind == PDF_INTEGER)
        mark.kind = MARK_IS_TAGGED;
    mark.replaces = ladle_verify_entry_raw(list, "ActualText")->kind != PDF_NULL;
    if (mark.kind == MARK_IS_ARTIFACT && r->tagged)
        ladle_verify_fault(c, RULE_MARK_ARTIFACT, here(r),
                           "an artifact stands within tagged content");
    if (mark.kind == MARK_IS_TAGGED && r->artifacts)
        ladle_verify_fault(c, RULE_MARK_TAGGED, here(r),
                           "tagged content stands within an artifact");
    if (mark.kind == MARK_IS_TAGGED && r->tagged)
        ladle_verify_fault(c, RULE_MARK_NESTED, here(r),
                           "tagged content stands within tagged content");
    if (mark.kind == MARK_IS_TAGGED)
        note_mark(r, number->integer);
    r->tagged += mark.kind == MARK_IS_TAGGED;
    r->artifacts += mark.kind == MARK_IS_ARTIFACT;
    r->replaced += mark.replaces;
    g_array_append_val(r->open, mark);
}

static void close_a_mark(run *r)
{
    if (r->open->len <= r->least_open) {
        ladle_verify_fault(r->c, RULE_MARK_BALANCE, here(r), "a mark is closed that is not open");
        return;
    }
    open_mark mark = g_array_index(r->open, open_mark, r->open->len - 1);
    g_array_set_size(r->open, r->open->len - 1);
    r->tagged -= mark.kind == MARK_IS_TAGGED;
    r->artifacts -= mark.kind == MARK_IS_ARTIFACT;
    r->replaced -= mark.replaces;
    if (mark.in_text != r->in_text)
        ladle_verify_fault(
            r->c, RULE_MARK_BALANCE, here(r),
            "a mark is opened within a text object and closed without, or the other way");
}

static void paint(run *r, const char *what)
{
    if (!r->tagged && !r->artifacts)
        ladle_verify_fault(r->c, RULE_MARK_UNMARKED, here(r),
                           "%s is neither tagged nor an artifact", what);
}

/* ---------------------------------------------------------------- text */

static void set_font(run *r)
{
    if (r->n < 2 || r->operands[0].kind != PDF_NAME)
        return;
    const pdf_value *raw = resource(r, "Font", &r->operands[0]);
    const pdf_value *font = ladle_verify_resolve(r->c->file, raw);
    r->text.font =
        font->kind == PDF_DICTIONARY ? ladle_verify_font_of(r->c, font, verify_number(raw)) : NULL;
}

static void show_string(run *r, const pdf_value *string)
{
    if (string->kind != PDF_STRING || string->count == 0)
        return;
    paint(r, "a text");
    if (r->text.font)
        ladle_verify_font_use(r->text.font, string, r->text.visible, r->replaced > 0);
    else
        ladle_verify_fault(r->c, RULE_CONTENT_RESOURCE, here(r), "a text is shown in no font");
}

static void show_strings(run *r)
{
    const pdf_value *shown = r->n ? &r->operands[r->n - 1] : &ladle_verify_nothing;
    if (shown->kind != PDF_ARRAY) {
        show_string(r, shown);
        return;
    }
    for (unsigned i = 0; i < shown->count; i++)
        show_string(r, &shown->items[i]);
}

/* ---------------------------------------------------------------- states */

static void save(run *r)
{
    g_array_append_val(r->saved, r->text);
    if (r->saved->len == DEEPEST_STATE + 1)
        ladle_verify_fault(r->c, RULE_CONTENT_STATES, here(r),
                           "more than 28 graphics states are saved one in another");
}

static void restore(run *r)
{
    if (r->saved->len <= r->least_saved) {
        ladle_verify_fault(r->c, RULE_CONTENT_STATES, here(r),
                           "a graphics state is restored that was not saved");
        return;
    }
    r->text = g_array_index(r->saved, text_state, r->saved->len - 1);
    g_array_set_size(r->saved, r->saved->len - 1);
}

/* ---------------------------------------------------------------- forms and pictures */

static verify_marks *marks_of(checking *c, unsigned object, unsigned page,
                              const pdf_value *dictionary)
{
    verify_marks *marks = g_hash_table_lookup(c->marks, GUINT_TO_POINTER(object));
    if (marks)
        return marks;
    marks = LADLE_NEW(c->arena, verify_marks);
    *marks = (verify_marks){
        .object = object,
        .page = page,
        .key = pdf_integer(ladle_verify_get(c->file, dictionary, "StructParents"), -1),
        .seen = g_hash_table_new(NULL, NULL)};
    g_hash_table_insert(c->marks, GUINT_TO_POINTER(object), marks);
    return marks;
}

static void run_form(run *r, const pdf_value *form, unsigned object)
{
    checking *c = r->c;
    for (unsigned i = 0; i < r->depth; i++)
        if (r->forms[i] == form) {
            ladle_verify_fault(c, RULE_READ_LIMIT, here(r), "a form draws itself");
            return;
        }
    if (r->depth == DEEPEST_FORM) {
        ladle_verify_fault(c, RULE_READ_LIMIT, here(r), "forms draw forms too deep");
        return;
    }
    verify_marks *of_page = r->marks, *of_form = marks_of(c, object, r->page, form);
    if (g_hash_table_size(of_form->seen) > 0) {
        ladle_verify_fault(c, RULE_FORM_TWICE, here(r), "a form that holds marks is drawn twice");
        return;
    }
    const char *data;
    size_t bytes;
    ladle_arena *arena = r->arena, *of_this = ladle_arena_new();
    if (!ladle_verify_decode(c->file, form, of_this, &data, &bytes)) {
        ladle_arena_free(of_this);
        return;
    }
    const pdf_value *own = ladle_verify_get(c->file, form, "Resources"), *resources = r->resources;
    text_state text = r->text;
    bool in_text = r->in_text;
    r->forms[r->depth++] = form;
    r->arena = of_this;
    r->resources = own->kind == PDF_DICTIONARY ? own : resources;
    r->marks = of_form;
    r->in_text = false;
    run_stream(r, data, bytes);
    ladle_arena_free(of_this);
    r->arena = arena;
    r->depth--;
    r->marks = of_page;
    r->resources = resources;
    r->text = text;
    r->in_text = in_text;
}

static void draw_object(run *r)
{
    const pdf_value *raw = r->n ? resource(r, "XObject", &r->operands[0]) : &ladle_verify_nothing;
    const pdf_value *object = ladle_verify_resolve(r->c->file, raw);
    if (object->kind != PDF_STREAM)
        return;
    if (pdf_name_is(ladle_verify_get(r->c->file, object, "Subtype"), "Form"))
        run_form(r, object, verify_number(raw));
    else
        paint(r, "a picture");
}

/* The names in an entry of a picture within the contents: filters, or a colour space, which may be
 * a name of the page's resources, judged with those. */
static void inline_names(run *r, const pdf_value *value, bool filter, unsigned depth)
{
    checking *c = r->c;
    if (value->kind == PDF_ARRAY && depth < 4)
        for (unsigned i = 0; i < value->count; i++)
            inline_names(r, &value->items[i], filter, depth + 1);
    if (filter && (pdf_name_is(value, "LZW") || pdf_name_is(value, "LZWDecode") ||
                   pdf_name_is(value, "Crypt")))
        ladle_verify_fault(c, RULE_FILE_FILTER, here(r),
                           "a picture is packed with a filter that is not allowed");
    if (filter)
        return;
    c->uses_cmyk |= pdf_name_is(value, "CMYK") || pdf_name_is(value, "DeviceCMYK");
    c->uses_rgb |= pdf_name_is(value, "RGB") || pdf_name_is(value, "DeviceRGB");
    c->uses_grey |= pdf_name_is(value, "G") || pdf_name_is(value, "DeviceGray");
}

/* A picture within the contents: its entries, and data up to EI. */
static void inline_image(run *r)
{
    pdf_lexer *lexer = r->lexer;
    checking *c = r->c;
    paint(r, "a picture");
    for (;;) {
        pdf_value key = ladle_verify_next(lexer);
        if (key.kind == PDF_END || (key.kind == PDF_WORD && pdf_text_is(&key, "ID")))
            break;
        pdf_value value = ladle_verify_next(lexer);
        if ((pdf_name_is(&key, "I") || pdf_name_is(&key, "Interpolate")) && pdf_is_true(&value))
            ladle_verify_fault(c, RULE_IMAGE_INTERPOLATE, here(r),
                               "a picture asks the viewer to smooth it (Interpolate true)");
        bool filter = pdf_name_is(&key, "F") || pdf_name_is(&key, "Filter");
        if (filter || pdf_name_is(&key, "CS") || pdf_name_is(&key, "ColorSpace"))
            inline_names(r, &value, filter, 0);
    }
    for (const char *at = lexer->at; at + 3 <= lexer->end; at++)
        if (g_ascii_isspace(at[0]) && at[1] == 'E' && at[2] == 'I' &&
            (at + 3 == lexer->end || g_ascii_isspace(at[3]))) {
            lexer->at = at + 3;
            return;
        }
    lexer->at = lexer->end;
    ladle_verify_fault(c, RULE_CONTENT_OPERATOR, here(r), "a picture in the contents does not end");
}

/* ---------------------------------------------------------------- operators */

static void set_colour_space(run *r)
{
    const pdf_value *name = r->n ? &r->operands[0] : &ladle_verify_nothing;
    checking *c = r->c;
    if (pdf_name_is(name, "DeviceRGB"))
        c->uses_rgb = true;
    else if (pdf_name_is(name, "DeviceGray"))
        c->uses_grey = true;
    else if (pdf_name_is(name, "DeviceCMYK"))
        c->uses_cmyk = true;
    else if (!pdf_name_is(name, "Pattern"))
        resource(r, "ColorSpace", name);
}

static void alternate_text(run *r, bool begins)
{
    if (r->in_text == begins)
        ladle_verify_fault(r->c, RULE_CONTENT_OPERATOR, here(r),
                           "text objects (BT and ET) do not alternate");
    r->in_text = begins;
}

static void begin_text(run *r)
{
    alternate_text(r, true);
}

static void end_text(run *r)
{
    alternate_text(r, false);
}

static void set_rendering(run *r)
{
    r->text.visible = r->operands[0].kind != PDF_INTEGER || r->operands[0].integer != 3;
}

static void paint_path(run *r)
{
    paint(r, "a line or area");
}

static void draw_shading(run *r)
{
    resource(r, "Shading", &r->operands[0]);
    paint(r, "a shading");
}

static void set_state(run *r)
{
    resource(r, "ExtGState", &r->operands[0]);
}

static void set_intent(run *r)
{
    ladle_verify_check_intent(r->c, &r->operands[0], here(r));
}

static void set_pattern(run *r)
{
    if (r->n && r->operands[r->n - 1].kind == PDF_NAME)
        resource(r, "Pattern", &r->operands[r->n - 1]);
}

static void set_rgb(run *r)
{
    r->c->uses_rgb = true;
}

static void set_grey(run *r)
{
    r->c->uses_grey = true;
}

static void set_cmyk(run *r)
{
    r->c->uses_cmyk = true;
}

enum { ANY_NUMBER = -1 };

/* The operators of the standard, how many operands each takes, and what is watched of it. */
static const struct {
    const char *name;
    int operands;
    void (*obey)(run *r); /* NULL: nothing */
} operators[] = {{"q", 0, save},
                 {"Q", 0, restore},
                 {"h", 0, NULL},
                 {"S", 0, paint_path},
                 {"s", 0, paint_path},
                 {"f", 0, paint_path},
                 {"F", 0, paint_path},
                 {"B", 0, paint_path},
                 {"b", 0, paint_path},
                 {"n", 0, NULL},
                 {"W", 0, NULL},
                 {"f*", 0, paint_path},
                 {"B*", 0, paint_path},
                 {"b*", 0, paint_path},
                 {"W*", 0, NULL},
                 {"BT", 0, begin_text},
                 {"ET", 0, end_text},
                 {"T*", 0, NULL},
                 {"BI", 0, inline_image},
                 {"EMC", 0, close_a_mark},
                 {"BX", 0, NULL},
                 {"EX", 0, NULL},
                 {"w", 1, NULL},
                 {"J", 1, NULL},
                 {"j", 1, NULL},
                 {"M", 1, NULL},
                 {"ri", 1, set_intent},
                 {"i", 1, NULL},
                 {"gs", 1, set_state},
                 {"Tc", 1, NULL},
                 {"Tw", 1, NULL},
                 {"Tz", 1, NULL},
                 {"TL", 1, NULL},
                 {"Tr", 1, set_rendering},
                 {"Ts", 1, NULL},
                 {"Tj", 1, show_strings},
                 {"TJ", 1, show_strings},
                 {"'", 1, show_strings},
                 {"CS", 1, set_colour_space},
                 {"cs", 1, set_colour_space},
                 {"G", 1, set_grey},
                 {"g", 1, set_grey},
                 {"sh", 1, draw_shading},
                 {"Do", 1, draw_object},
                 {"MP", 1, NULL},
                 {"BMC", 1, open_a_mark},
                 {"m", 2, NULL},
                 {"l", 2, NULL},
                 {"d", 2, NULL},
                 {"Tf", 2, set_font},
                 {"Td", 2, NULL},
                 {"TD", 2, NULL},
                 {"d0", 2, NULL},
                 {"DP", 2, NULL},
                 {"BDC", 2, open_a_mark},
                 {"RG", 3, set_rgb},
                 {"rg", 3, set_rgb},
                 {"\"", 3, show_strings},
                 {"v", 4, NULL},
                 {"y", 4, NULL},
                 {"re", 4, NULL},
                 {"K", 4, set_cmyk},
                 {"k", 4, set_cmyk},
                 {"c", 6, NULL},
                 {"cm", 6, NULL},
                 {"Tm", 6, NULL},
                 {"d1", 6, NULL},
                 {"SC", ANY_NUMBER, NULL},
                 {"sc", ANY_NUMBER, NULL},
                 {"SCN", ANY_NUMBER, set_pattern},
                 {"scn", ANY_NUMBER, set_pattern}};

static void take_word(run *r, const pdf_value *word)
{
    unsigned i = 0;
    while (i < G_N_ELEMENTS(operators) &&
           (operators[i].name[0] != word->text[0] || !pdf_text_is(word, operators[i].name)))
        i++;
    if (i == G_N_ELEMENTS(operators))
        ladle_verify_fault(r->c, RULE_CONTENT_OPERATOR, here(r), "\"%.*s\" is no operator",
                           (int)MIN(word->count, 20), word->text);
    else if (operators[i].operands > (int)r->n)
        ladle_verify_fault(r->c, RULE_CONTENT_OPERATOR, here(r), "the operator %.*s lacks operands",
                           (int)word->count, word->text);
    else if (operators[i].obey)
        operators[i].obey(r);
    r->n = 0;
}

static void run_stream(run *r, const char *data, size_t bytes)
{
    checking *c = r->c;
    pdf_lexer lexer;
    pdf_lexer *of_outer = r->lexer;
    guint outer_saved = r->least_saved, outer_open = r->least_open;
    r->lexer = &lexer;
    r->least_saved = r->saved->len;
    r->least_open = r->open->len;
    ladle_verify_lexer_open(&lexer, data, bytes, r->arena);
    r->n = 0;
    for (;;) {
        pdf_value value = ladle_verify_next(&lexer);
        if (value.kind == PDF_END)
            break;
        if (!ladle_verify_spend(c, 1))
            break;
        if (value.kind == PDF_WORD)
            take_word(r, &value);
        else if (r->n < MOST_OPERANDS)
            r->operands[r->n++] = value;
    }
    if (lexer.broken)
        ladle_verify_fault(c, RULE_CONTENT_OPERATOR, here(r),
                           "page contents cannot be read to the end");
    if (r->open->len > r->least_open)
        ladle_verify_fault(c, RULE_MARK_BALANCE, here(r), "a mark is not closed");
    if (r->saved->len > r->least_saved)
        ladle_verify_fault(c, RULE_CONTENT_STATES, here(r), "a graphics state is not restored");
    while (r->open->len > r->least_open) {
        r->in_text = g_array_index(r->open, open_mark, r->open->len - 1).in_text;
        close_a_mark(r);
    }
    g_array_set_size(r->saved, r->least_saved);
    r->lexer = of_outer;
    r->least_saved = outer_saved;
    r->least_open = outer_open;
    r->n = 0;
    ladle_verify_lexer_close(&lexer);
}

/* ---------------------------------------------------------------- pages */

static void append_stream(checking *c, const pdf_value *stream, GByteArray *out)
{
    const char *data;
    size_t bytes;
    ladle_arena *arena = ladle_arena_new();
    if (ladle_verify_decode(c->file, stream, arena, &data, &bytes)) {
        g_byte_array_append(out, (const guint8 *)data, (guint)bytes);
        g_byte_array_append(out, (const guint8 *)"\n", 1);
    }
    ladle_arena_free(arena);
}

static void run_page(checking *c, unsigned page)
{
    const verify_page *p = verify_page_at(c, page);
    const pdf_value *contents = ladle_verify_get(c->file, p->dictionary, "Contents");
    run r = {.c = c,
             .arena = ladle_arena_new(),
             .marks = marks_of(c, p->object, page, p->dictionary),
             .resources = p->resources,
             .page = page,
             .open = g_array_new(FALSE, FALSE, sizeof(open_mark)),
             .saved = g_array_new(FALSE, FALSE, sizeof(text_state)),
             .text = {NULL, true}};
    const char *data;
    size_t bytes;
    if (contents->kind == PDF_ARRAY) {
        GByteArray *whole = g_byte_array_new();
        for (unsigned i = 0;
             i < contents->count && whole->len < 1 << 28 && ladle_verify_spend(c, 1); i++)
            append_stream(c, ladle_verify_item(c->file, contents, i), whole);
        run_stream(&r, (const char *)whole->data, whole->len);
        g_byte_array_unref(whole);
    } else if (ladle_verify_decode(c->file, contents, r.arena, &data, &bytes)) {
        run_stream(&r, data, bytes);
    }
    g_array_unref(r.open);
    g_array_unref(r.saved);
    ladle_arena_free(r.arena);
}

void ladle_verify_check_contents(checking *c)
{
    for (unsigned i = 0; i < c->pages->len; i++)
        run_page(c, i);
}
