#include "document/theme_private.h"
#include "xml/document.h"

#include <stdlib.h>
#include <string.h>

#define THEME_NAMESPACE "urn:x-ladle:theme"

/* ------------------------------------------------------------------ messages */

ladle_pos ladle_theme_pos(const theme_reader *reader)
{
    ladle_pos pos = reader->element ? ladle_xml_pos(reader->element) : (ladle_pos){0};
    return (ladle_pos){reader->file, pos.line, pos.column};
}

void ladle_theme_error(theme_reader *reader, ladle_diag_code code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ladle_diag_add(reader->diagnostics, code, ladle_theme_pos(reader), "%s", message);
    g_free(message);
    reader->errors += ladle_diag_severity(code) == LADLE_ERROR;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **ladle_theme_keys(GHashTable *table)
{
    guint n;
    const char **keys = (const char **)g_hash_table_get_keys_as_array(table, &n);
    qsort(keys, n, sizeof(*keys), by_name);
    return keys;
}

/* ------------------------------------------------------------------ elements */

/* The attribute's value in the arena, or NULL. */
static const char *attribute(theme_reader *reader, const char *name)
{
    xmlChar *value = xmlGetNoNsProp((xmlNode *)reader->element, (const xmlChar *)name);
    const char *kept = ladle_arena_strdup(reader->theme->arena, (const char *)value);
    xmlFree(value);
    return kept;
}

static const char *needed(theme_reader *reader, const char *name)
{
    const char *value = attribute(reader, name);
    if (!value)
        ladle_theme_error(reader, LADLE_DIAG_THEME_MISSING, "<%s> needs the attribute %s",
                          (const char *)reader->element->name, name);
    return value;
}

/* Names each attribute that is not one of `names`, ended by NULL. */
static void check_attributes(theme_reader *reader, const char *const *names)
{
    for (xmlAttr *a = reader->element->properties; a; a = a->next) {
        const char *name = (const char *)a->name;
        if (g_strv_contains((const char *const *)names, name))
            continue;
        char *guess = ladle_theme_guess(name, names);
        ladle_theme_error(reader, LADLE_DIAG_THEME_NAME, "<%s> has no attribute %s%s",
                          (const char *)reader->element->name, name, guess);
        g_free(guess);
    }
}

static void read_colour(theme_reader *reader)
{
    static const char *const NAMES[] = {"name", "value", NULL};
    check_attributes(reader, NAMES);
    const char *name = needed(reader, "name"), *value = needed(reader, "value");
    ladle_colour *colour = LADLE_NEW(reader->theme->arena, ladle_colour);
    /* A name with a wrong value stays known: what uses it is not wrong as well. */
    if (value)
        ladle_theme_colour_read(reader, value, colour);
    if (name)
        g_hash_table_insert(reader->theme->colours, (char *)name, colour);
}

static void read_font(theme_reader *reader)
{
    static const char *const NAMES[] = {"name", "family", NULL};
    check_attributes(reader, NAMES);
    const char *name = needed(reader, "name"), *family = needed(reader, "family");
    if (name && family)
        g_hash_table_insert(reader->theme->fonts, (char *)name, (char *)family);
}

/* Reads a length attribute; `given` says whether it was there. */
static bool read_length(theme_reader *reader, const char *name, ladle_length *length)
{
    const char *value = needed(reader, name);
    if (!value)
        return false;
    if (ladle_length_parse(value, length) && *length >= 0)
        return true;
    ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                      "%s=\"%s\": expected a length with its unit, such as 12pt or 34mm", name,
                      value);
    return false;
}

static void read_page(theme_reader *reader)
{
    ladle_page_measures *page = &reader->theme->page;
    const struct {
        const char *name;
        ladle_length *length;
    } parts[] = {
        {"width", &page->width},
        {"height", &page->height},
        {"left", &page->left},
        {"right", &page->right},
        {"top", &page->top},
        {"bottom", &page->bottom},
        {"text", &page->text},
        {"gutter", &page->gutter},
        {"side", &page->side},
        {"grid", &page->grid},
        {"head-baseline", &page->head_baseline},
        {"foot-baseline", &page->foot_baseline},
        {"foot-gap", &page->foot_gap},
        {"narrow", &page->narrow},
        {"running", &page->running},
    };
    const char *names[G_N_ELEMENTS(parts) + 1] = {NULL};
    bool good = true;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        names[i] = parts[i].name;
        good = read_length(reader, parts[i].name, parts[i].length) && good;
    }
    check_attributes(reader, names);
    if (!good)
        return;
    ladle_length area = page->width - page->left - page->right;
    if (page->text <= 0 || page->text + page->gutter + page->side > area)
        ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                          "text, gutter and side together are wider than the page between its "
                          "margins");
    if (page->height - page->top - page->bottom < 4 * MAX(page->grid, 10 * LADLE_PT))
        ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                          "the margins leave no room for text on the page");
}

static void read_band(theme_reader *reader)
{
    static const char *const NAMES[] = {"master", "x", "y", "width", "height", "colour", NULL};
    check_attributes(reader, NAMES);
    ladle_page_band band = {.master = needed(reader, "master")};
    bool good = read_length(reader, "x", &band.x);
    good = read_length(reader, "y", &band.y) && good;
    good = read_length(reader, "width", &band.width) && good;
    good = read_length(reader, "height", &band.height) && good;
    const char *colour = needed(reader, "colour");
    if (good && band.master && colour && ladle_theme_colour_read(reader, colour, &band.colour))
        g_array_append_val(reader->theme->bands, band);
}

static void release_array(void *array)
{
    g_array_free(array, TRUE);
}

static GArray *read_declarations(theme_reader *reader)
{
    GArray *declarations = g_array_new(FALSE, FALSE, sizeof(declaration));
    ladle_arena_defer(reader->theme->arena, release_array, declarations);
    for (xmlAttr *a = reader->element->properties; a; a = a->next) {
        const char *name = (const char *)a->name;
        if (strcmp(name, "for") == 0 || strcmp(name, "name") == 0)
            continue;
        const style_property *property = ladle_style_property_lookup(name);
        if (!property) {
            char *guess = ladle_theme_guess(name, ladle_style_property_names());
            ladle_theme_error(reader, LADLE_DIAG_THEME_NAME, "styles have no property %s%s", name,
                              guess);
            g_free(guess);
            continue;
        }
        declaration value;
        if (ladle_declaration_read(reader, property, attribute(reader, name), &value))
            g_array_append_val(declarations, value);
    }
    return declarations;
}

static void read_style(theme_reader *reader)
{
    const char *selector = attribute(reader, "for"), *name = attribute(reader, "name");
    const GArray *declarations = read_declarations(reader);
    if (!selector == !name) {
        ladle_theme_error(reader, LADLE_DIAG_THEME_MISSING,
                          "<style> needs either for (elements) or name");
    } else if (selector) {
        ladle_selector_read(reader, selector, declarations);
    } else {
        named_style *named = LADLE_NEW(reader->theme->arena, named_style);
        *named = (named_style){name, (GArray *)declarations,
                               LADLE_NEW(reader->theme->arena, ladle_style), reader->element};
        g_hash_table_insert(reader->theme->named, (char *)name, named);
    }
}

/* A measure is a length, or a plain number: a ratio, of which 1024 is the whole. */
static bool parse_measure(const char *text, ladle_length *measure)
{
    if (ladle_length_parse(text, measure))
        return true;
    char *with_unit = g_strconcat(text, "pt", NULL);
    bool good = ladle_length_parse(with_unit, measure);
    g_free(with_unit);
    return good;
}

static void read_measure(theme_reader *reader)
{
    static const char *const NAMES[] = {"chart", "name", "value", NULL};
    check_attributes(reader, NAMES);
    const char *chart = needed(reader, "chart"), *name = needed(reader, "name");
    const char *value = needed(reader, "value");
    if (!chart || !name || !value)
        return;
    ladle_length *measure = LADLE_NEW(reader->theme->arena, ladle_length);
    if (!parse_measure(value, measure))
        ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                          "value=\"%s\": expected a length such as 12pt or 34mm, or a ratio such "
                          "as 0.94",
                          value);
    g_hash_table_insert(reader->theme->measures,
                        ladle_arena_printf(reader->theme->arena, "%s/%s", chart, name), measure);
}

/* ------------------------------------------------------------------ the whole */

static void read_element(theme_reader *reader)
{
    static const struct {
        const char *name;
        void (*read)(theme_reader *reader);
    } ELEMENTS[] = {
        {"colour", read_colour}, {"font", read_font},   {"page", read_page},
        {"band", read_band},     {"style", read_style}, {"measure", read_measure},
    };
    static const char *const NAMES[] = {"colour", "font", "page", "band", "style", "measure", NULL};
    const xmlNode *element = reader->element;
    const char *name = (const char *)element->name;
    bool ours = element->ns && strcmp((const char *)element->ns->href, THEME_NAMESPACE) == 0;
    for (size_t i = 0; ours && i < G_N_ELEMENTS(ELEMENTS); i++)
        if (strcmp(ELEMENTS[i].name, name) == 0) {
            ELEMENTS[i].read(reader);
            return;
        }
    char *guess = ladle_theme_guess(name, NAMES);
    ladle_theme_error(reader, LADLE_DIAG_THEME_ELEMENT, "themes have no element <%s>%s", name,
                      guess);
    g_free(guess);
}

static void release_table(void *table)
{
    g_hash_table_destroy(table);
}

static void release_pointers(void *array)
{
    g_ptr_array_free(array, TRUE);
}

static GHashTable *table_of_names(ladle_arena *arena)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    ladle_arena_defer(arena, release_table, table);
    return table;
}

static GPtrArray *list_of_rules(ladle_arena *arena)
{
    GPtrArray *list = g_ptr_array_new();
    ladle_arena_defer(arena, release_pointers, list);
    return list;
}

static ladle_theme *new_theme(ladle_arena *arena)
{
    ladle_theme *theme = LADLE_NEW(arena, ladle_theme);
    theme->arena = arena;
    theme->colours = table_of_names(arena);
    theme->fonts = table_of_names(arena);
    theme->measures = table_of_names(arena);
    theme->named = table_of_names(arena);
    theme->bands = g_array_new(FALSE, FALSE, sizeof(ladle_page_band));
    ladle_arena_defer(arena, release_array, theme->bands);
    theme->rules = list_of_rules(arena);
    for (int kind = 0; kind < KINDS; kind++)
        theme->by_kind[kind] = list_of_rules(arena);
    theme->computed = ladle_computed_styles_new();
    ladle_arena_defer(arena, release_table, theme->computed);
    return theme;
}

static int by_weight(const void *a, const void *b)
{
    const style_rule *one = *(const style_rule *const *)a, *other = *(const style_rule *const *)b;
    if (one->classes != other->classes)
        return one->classes < other->classes ? -1 : 1;
    if (one->elements != other->elements)
        return one->elements < other->elements ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

static void sort_rules(ladle_theme *theme)
{
    g_ptr_array_sort(theme->rules, by_weight);
    for (unsigned i = 0; i < theme->rules->len; i++) {
        style_rule *rule = theme->rules->pdata[i];
        rule->order = i;
        int kind = rule->compounds[rule->n_compounds - 1].kind;
        for (int k = 0; k < KINDS; k++)
            if (kind == KIND_ANY || kind == k)
                g_ptr_array_add(theme->by_kind[k], rule);
    }
}

/* The plain style is the document element's; named styles inherit from it. */
static void resolve_named(theme_reader *reader)
{
    ladle_theme *theme = reader->theme;
    const ladle_node document = {.kind = LADLE_NODE_DOCUMENT};
    theme->plain = ladle_style_compute(theme, &document);
    if (!theme->plain->font.family || theme->plain->font.size <= 0 || theme->plain->leading <= 0)
        ladle_theme_error(reader, LADLE_DIAG_THEME_MISSING,
                          "the style for \"document\" must give font, size and leading");
    const char **names = ladle_theme_keys(theme->named);
    for (const char **name = names; *name; name++) {
        named_style *named = g_hash_table_lookup(theme->named, *name);
        ladle_style_inherit(named->style, theme->plain, false);
        for (unsigned i = 0; i < named->declarations->len; i++)
            ladle_declaration_apply(theme, &g_array_index(named->declarations, declaration, i),
                                    named->style);
        ladle_style_resolve(named->style);
    }
    g_free(names);
}

/* A `smaller` style must exist. */
static void check_smaller(theme_reader *reader, const GArray *declarations)
{
    for (unsigned i = 0; i < declarations->len; i++) {
        const declaration *value = &g_array_index(declarations, declaration, i);
        if (value->property->type != VALUE_STYLE ||
            g_hash_table_contains(reader->theme->named, value->words))
            continue;
        const char **names = ladle_theme_keys(reader->theme->named);
        char *guess = ladle_theme_guess(value->words, names);
        ladle_theme_error(reader, LADLE_DIAG_THEME_NAME, "no style is named \"%s\"%s", value->words,
                          guess);
        g_free(guess);
        g_free(names);
    }
}

static bool is_smaller_of_some(const ladle_theme *theme, const char *name)
{
    GPtrArray *lists = g_ptr_array_new();
    for (unsigned i = 0; i < theme->rules->len; i++)
        g_ptr_array_add(lists, (void *)((style_rule *)theme->rules->pdata[i])->declarations);
    GHashTableIter iter;
    void *named;
    g_hash_table_iter_init(&iter, theme->named);
    while (g_hash_table_iter_next(&iter, NULL, &named))
        g_ptr_array_add(lists, ((named_style *)named)->declarations);
    bool found = false;
    for (unsigned l = 0; l < lists->len; l++) {
        const GArray *list = lists->pdata[l];
        for (unsigned i = 0; i < list->len && !found; i++) {
            const declaration *value = &g_array_index(list, declaration, i);
            found = value->property->type == VALUE_STYLE && strcmp(value->words, name) == 0;
        }
    }
    g_ptr_array_free(lists, TRUE);
    return found;
}

static const char *const NEEDED_COLOURS[] = {
#define LADLE_NEED_COLOUR(name) name,
#define LADLE_NEED_STYLE(name)
#define LADLE_NEED_MEASURE(chart, name)
#include "document/theme_needs.def"
    NULL};
#undef LADLE_NEED_COLOUR
#undef LADLE_NEED_STYLE
#define LADLE_NEED_COLOUR(name)
#define LADLE_NEED_STYLE(name) name,
static const char *const NEEDED_STYLES[] = {
#include "document/theme_needs.def"
    NULL};
#undef LADLE_NEED_STYLE
#undef LADLE_NEED_MEASURE
#define LADLE_NEED_STYLE(name)
#define LADLE_NEED_MEASURE(chart, name) chart "/" name,
static const char *const NEEDED_MEASURES[] = {
#include "document/theme_needs.def"
    NULL};

static void check_needs(theme_reader *reader, const char *const *needs, GHashTable *have,
                        const char *what)
{
    for (; *needs; needs++) {
        if (g_hash_table_contains(have, *needs))
            continue;
        const char **names = ladle_theme_keys(have);
        char *guess = ladle_theme_guess(*needs, names);
        ladle_theme_error(reader, LADLE_DIAG_THEME_MISSING, "the theme gives no %s %s%s", what,
                          *needs, guess);
        g_free(guess);
        g_free(names);
    }
}

static void warn_unused(theme_reader *reader, const char *const *needs, GHashTable *have,
                        const char *what)
{
    const char **names = ladle_theme_keys(have);
    for (const char **name = names; *name; name++) {
        if (g_strv_contains(needs, *name) || is_smaller_of_some(reader->theme, *name))
            continue;
        char *guess = ladle_theme_guess(*name, needs);
        ladle_theme_error(reader, LADLE_DIAG_THEME_UNUSED, "nothing asks for the %s %s%s", what,
                          *name, guess);
        g_free(guess);
    }
    g_free(names);
}

static void check_whole(theme_reader *reader)
{
    ladle_theme *theme = reader->theme;
    if (!theme->page.width)
        ladle_theme_error(reader, LADLE_DIAG_THEME_MISSING, "the theme has no <page>");
    for (unsigned i = 0; i < theme->rules->len; i++)
        check_smaller(reader, ((style_rule *)theme->rules->pdata[i])->declarations);
    const char **names = ladle_theme_keys(theme->named);
    for (const char **name = names; *name; name++)
        check_smaller(reader,
                      ((named_style *)g_hash_table_lookup(theme->named, *name))->declarations);
    g_free(names);
    check_needs(reader, NEEDED_COLOURS, theme->colours, "colour");
    check_needs(reader, NEEDED_STYLES, theme->named, "style named");
    check_needs(reader, NEEDED_MEASURES, theme->measures, "measure");
    warn_unused(reader, NEEDED_STYLES, theme->named, "style named");
    warn_unused(reader, NEEDED_MEASURES, theme->measures, "measure");
    if (!reader->errors) /* a colour may be wrong */
        ladle_theme_check_contrast(reader);
}

/* Colours and fonts come first, whatever their place in the file, as the others name them. */
static void read_elements(theme_reader *reader, const xmlNode *root, bool names)
{
    for (const xmlNode *child = root->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        bool gives_name = xmlStrEqual(child->name, (const xmlChar *)"colour") ||
                          xmlStrEqual(child->name, (const xmlChar *)"font");
        reader->element = child;
        if (gives_name == names)
            read_element(reader);
    }
    reader->element = root;
}

ladle_theme *ladle_theme_load(ladle_arena *arena, xmlDoc *tree, ladle_diagnostics *diagnostics)
{
    const xmlNode *root = xmlDocGetRootElement(tree);
    theme_reader reader = {.theme = new_theme(arena),
                           .diagnostics = diagnostics,
                           .file = tree->URL ? (const char *)tree->URL : "theme",
                           .element = root};
    if (!root || !root->ns || strcmp((const char *)root->ns->href, THEME_NAMESPACE) != 0 ||
        strcmp((const char *)root->name, "theme") != 0) {
        ladle_theme_error(&reader, LADLE_DIAG_THEME_ELEMENT,
                          "not a theme: expected <theme xmlns=\"" THEME_NAMESPACE "\">");
        return NULL;
    }
    static const char *const NAMES[] = {"version", NULL};
    check_attributes(&reader, NAMES);
    read_elements(&reader, root, true);
    read_elements(&reader, root, false);
    sort_rules(reader.theme);
    resolve_named(&reader);
    check_whole(&reader);
    return reader.errors ? NULL : reader.theme;
}

/* ------------------------------------------------------------------ asking */

const ladle_page_measures *ladle_theme_page(const ladle_theme *theme)
{
    return &theme->page;
}

const ladle_page_band *ladle_theme_bands(const ladle_theme *theme, unsigned *n)
{
    *n = theme->bands->len;
    return (const ladle_page_band *)theme->bands->data;
}

const ladle_style *ladle_theme_named_lookup(const ladle_theme *theme, const char *name)
{
    const named_style *named = g_hash_table_lookup(theme->named, name);
    return named ? named->style : NULL;
}

const ladle_style *ladle_theme_named(const ladle_theme *theme, const char *name)
{
    const ladle_style *style = ladle_theme_named_lookup(theme, name);
    return style ? style : theme->plain;
}

ladle_length ladle_theme_measure(const ladle_theme *theme, const char *chart, const char *name)
{
    char key[128];
    g_snprintf(key, sizeof(key), "%s/%s", chart, name);
    const ladle_length *measure = g_hash_table_lookup(theme->measures, key);
    return measure ? *measure : 0;
}

ladle_colour ladle_theme_colour(const ladle_theme *theme, const char *name)
{
    const ladle_colour *colour = g_hash_table_lookup(theme->colours, name);
    return colour ? *colour : theme->plain->colour;
}
