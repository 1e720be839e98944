/* Whether a theme's colours can be read.
 *
 * Text may stand on white paper, on every ground that some style gives and on every band of a page
 * that is high enough for a line. A style that gives a text colour and a ground of its own is held
 * against that ground only, and a ground that comes with a text colour is none for other texts.
 * Charts ask for colours by name, so what they put on what is known: see PAIRS. */
#include "document/contrast.h"
#include "document/theme_private.h"

#include <string.h>

#define PAPER ((ladle_colour){255, 255, 255, false})
enum { LEAST_BAND = 7 * LADLE_PT }; /* lower ones are rules: no text stands on them */

/* Colours that charts draw on others. Hairlines (G2), lines of scales and years (G3) and the ground
 * of a progress bar are not here: they carry no data that is not drawn beside them. G3 and GROUND
 * as fills have an outline or a mark that has the contrast. */
static const struct {
    const char *drawn, *ground;
    bool text;
} PAIRS[] = {
    {"INK", "WHITE", true},   {"G7", "WHITE", true},  {"ACC", "WHITE", true},
    {"INK", "TINT", true},    {"G7", "TINT", true},   {"INK", "G3", true},
    {"INK", "G2", true},      {"WHITE", "INK", true}, {"G5", "WHITE", false},
    {"G4", "WHITE", false},   {"G5", "TINT", false},  {"G4", "TINT", false},
    {"ACC", "TINT", false},   {"G7", "G3", false},    {"G7", "GROUND", false},
    {"INK", "GROUND", false}, {"INK", "G4", false},
};

typedef struct {
    theme_reader *reader;
    GArray *grounds;  /* of ladle_colour */
    GHashTable *told; /* messages that were given */
} contrast_check;

static bool is_same(ladle_colour one, ladle_colour other)
{
    return one.red == other.red && one.green == other.green && one.blue == other.blue;
}

/* "G4 (#8A8178)", or the value alone where the theme has no name for it; to be freed. */
static char *name_of(const ladle_theme *theme, ladle_colour colour)
{
    char *value = g_strdup_printf("#%02X%02X%02X", colour.red, colour.green, colour.blue);
    const char **names = ladle_theme_keys(theme->colours);
    char *words = NULL;
    for (const char **name = names; *name && !words; name++)
        if (is_same(*(const ladle_colour *)g_hash_table_lookup(theme->colours, *name), colour))
            words = g_strdup_printf("%s (%s)", *name, value);
    g_free(names);
    if (!words)
        return value;
    g_free(value);
    return words;
}

static void hold(contrast_check *check, ladle_colour drawn, ladle_colour ground, bool text)
{
    double needed = text ? LADLE_CONTRAST_TEXT : LADLE_CONTRAST_MARK;
    double contrast = ladle_contrast(drawn, ground);
    if (drawn.none || ground.none || contrast >= needed)
        return;
    char *drawn_name = name_of(check->reader->theme, drawn);
    char *ground_name = name_of(check->reader->theme, ground);
    /* Rounded down, so that what fails by a hair does not read as enough. */
    char *message = g_strdup_printf("%s in %s on %s has a contrast of %.2f:1, but needs %.1f:1",
                                    text ? "text" : "a chart's mark", drawn_name, ground_name,
                                    (int)(contrast * 100) / 100.0, needed);
    if (g_hash_table_add(check->told, g_strdup(message)))
        ladle_theme_error(check->reader, LADLE_DIAG_THEME_CONTRAST,
                          "%s; make one of the two darker or lighter", message);
    g_free(message);
    g_free(ground_name);
    g_free(drawn_name);
}

static bool is_text_colour(const declaration *value)
{
    return value->property->type == VALUE_COLOUR &&
           strcmp(value->property->name, "background") != 0;
}

static const declaration *ground_of(const GArray *declarations)
{
    for (unsigned i = 0; i < declarations->len; i++) {
        const declaration *value = &g_array_index(declarations, declaration, i);
        if (strcmp(value->property->name, "background") == 0 && !value->colour.none)
            return value;
    }
    return NULL;
}

static bool has_text_colour(const GArray *declarations)
{
    for (unsigned i = 0; i < declarations->len; i++)
        if (is_text_colour(&g_array_index(declarations, declaration, i)))
            return true;
    return false;
}

static void add_ground(contrast_check *check, ladle_colour colour)
{
    for (unsigned i = 0; i < check->grounds->len; i++)
        if (is_same(g_array_index(check->grounds, ladle_colour, i), colour))
            return;
    g_array_append_val(check->grounds, colour);
}

static void note_ground(contrast_check *check, const GArray *declarations)
{
    const declaration *ground = ground_of(declarations);
    if (ground && !has_text_colour(declarations))
        add_ground(check, ground->colour);
}

static void hold_style(contrast_check *check, const GArray *declarations)
{
    const declaration *own = ground_of(declarations);
    for (unsigned i = 0; i < declarations->len; i++) {
        const declaration *value = &g_array_index(declarations, declaration, i);
        if (!is_text_colour(value))
            continue;
        if (own)
            hold(check, value->colour, own->colour, true);
        for (unsigned g = 0; !own && g < check->grounds->len; g++)
            hold(check, value->colour, g_array_index(check->grounds, ladle_colour, g), true);
    }
}

/* Calls `visit` for the declarations of all styles, in the order of the file: rules, then named. */
static void each_style(contrast_check *check,
                       void (*visit)(contrast_check *check, const GArray *declarations))
{
    const ladle_theme *theme = check->reader->theme;
    const xmlNode *root = check->reader->element;
    const char **names = ladle_theme_keys(theme->named);
    for (unsigned i = 0; i < theme->rules->len; i++) {
        const style_rule *rule = theme->rules->pdata[i];
        check->reader->element = rule->element;
        visit(check, rule->declarations);
    }
    for (const char **name = names; *name; name++) {
        const named_style *named = g_hash_table_lookup(theme->named, *name);
        check->reader->element = named->element;
        visit(check, named->declarations);
    }
    check->reader->element = root;
    g_free(names);
}

void ladle_theme_check_contrast(theme_reader *reader)
{
    const ladle_theme *theme = reader->theme;
    contrast_check check = {.reader = reader,
                            .grounds = g_array_new(FALSE, FALSE, sizeof(ladle_colour)),
                            .told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    add_ground(&check, PAPER);
    for (unsigned i = 0; i < theme->bands->len; i++) {
        const ladle_page_band *band = &g_array_index(theme->bands, ladle_page_band, i);
        if (band->height >= LEAST_BAND)
            add_ground(&check, band->colour);
    }
    each_style(&check, note_ground);
    each_style(&check, hold_style);
    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++) {
        const ladle_colour *drawn = g_hash_table_lookup(theme->colours, PAIRS[i].drawn);
        const ladle_colour *ground = g_hash_table_lookup(theme->colours, PAIRS[i].ground);
        if (drawn && ground)
            hold(&check, *drawn, *ground, PAIRS[i].text);
    }
    g_hash_table_unref(check.told);
    g_array_unref(check.grounds);
}
