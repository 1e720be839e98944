/* Values of a theme: lengths, colours, rules, and the properties of a style. */
#include "document/theme_private.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* 1 mm is 72/25.4 pt of 1024 units each. */
static const double UNITS_PER_MM = 72.0 / 25.4 * LADLE_PT;

enum { LONGEST_MM = 10000 };

#define AT(member) offsetof(ladle_style, member)

static const style_property PROPERTIES[] = {
    {"font", VALUE_FONT, AT(font.family)},
    {"weight", VALUE_BOLD, AT(font.bold)},
    {"slant", VALUE_ITALIC, AT(font.italic)},
    {"size", VALUE_LENGTH, AT(font.size)},
    {"leading", VALUE_LENGTH, AT(leading)},
    {"colour", VALUE_COLOUR, AT(colour)},
    {"align", VALUE_ALIGN, AT(align)},
    {"hyphenate", VALUE_HYPHENATE, AT(hyphenate)},
    {"nowrap", VALUE_YES_NO, AT(nowrap)},
    {"grid", VALUE_YES_NO, AT(on_grid)},
    {"letter-spacing", VALUE_SIGNED, AT(letter_spacing)},
    {"before", VALUE_LENGTH, AT(before)},
    {"after", VALUE_LENGTH, AT(after)},
    {"left", VALUE_LENGTH, AT(left)},
    {"right", VALUE_LENGTH, AT(right)},
    {"indent", VALUE_LENGTH, AT(indent)},
    {"hanging", VALUE_LENGTH, AT(hanging)},
    {"width", VALUE_WIDTH, AT(width)},
    {"height", VALUE_LENGTH, AT(height)},
    {"padding", VALUE_PADDING, 0},
    {"padding-top", VALUE_LENGTH, AT(padding_top)},
    {"padding-bottom", VALUE_LENGTH, AT(padding_bottom)},
    {"padding-left", VALUE_LENGTH, AT(padding_left)},
    {"padding-right", VALUE_LENGTH, AT(padding_right)},
    {"rise", VALUE_LENGTH, AT(rise)},
    {"number-gap", VALUE_LENGTH, AT(number_gap)},
    {"number-colour", VALUE_COLOUR, AT(number_colour)},
    {"number-weight", VALUE_REGULAR, AT(number_regular)},
    {"background", VALUE_COLOUR, AT(background)},
    {"rule-above", VALUE_RULE, AT(rule_above)},
    {"rule-below", VALUE_RULE, AT(rule_below)},
    {"rule-left", VALUE_RULE, AT(rule_left)},
    {"row-rule", VALUE_RULE, AT(row_rule)},
    {"head-rule", VALUE_RULE, AT(head_rule)},
    {"rule-width", VALUE_LENGTH, AT(rule_width)},
    {"valign", VALUE_VALIGN, AT(valign)},
    {"gutter", VALUE_LENGTH, AT(gutter)},
    {"widths", VALUE_WIDTHS, AT(widths)},
    {"mark", VALUE_WORDS, AT(mark)},
    {"mark-colour", VALUE_COLOUR, AT(mark_colour)},
    {"full-width", VALUE_YES_NO, AT(full_width)},
    {"page-before", VALUE_YES_NO, AT(page_before)},
    {"run-on", VALUE_LENGTH, AT(run_on)},
    {"keep", VALUE_YES_NO, AT(keep)},
    {"one-a-page", VALUE_YES_NO, AT(one_a_page)},
    {"keep-next", VALUE_COUNT, AT(keep_next)},
    {"keep-previous", VALUE_COUNT, AT(keep_previous)},
    {"orphans", VALUE_COUNT, AT(orphans)},
    {"widows", VALUE_COUNT, AT(widows)},
    {"baseline", VALUE_BASELINE, AT(baseline)},
    {"across", VALUE_LENGTH, AT(across)},
    {"chart-size", VALUE_LENGTH, AT(size)},
    {"corner", VALUE_YES_NO, AT(corner)},
    {"most-lines", VALUE_COUNT, AT(most_lines)},
    {"smaller", VALUE_STYLE, AT(smaller)},
};

const style_property *ladle_style_property_lookup(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(PROPERTIES); i++)
        if (strcmp(PROPERTIES[i].name, name) == 0)
            return &PROPERTIES[i];
    return NULL;
}

const char *const *ladle_style_property_names(void)
{
    static const char *names[G_N_ELEMENTS(PROPERTIES) + 1];
    for (size_t i = 0; i < G_N_ELEMENTS(PROPERTIES); i++)
        names[i] = PROPERTIES[i].name;
    return names;
}

bool ladle_length_parse(const char *text, ladle_length *length)
{
    char *end;
    if (!g_ascii_isdigit(*text) && *text != '-' && *text != '.')
        return false;
    double number = g_ascii_strtod(text, &end);
    if (end == text || strpbrk(text, "eExXnN"))
        return false;
    double units;
    if (strcmp(end, "mm") == 0)
        units = number * UNITS_PER_MM;
    else if (strcmp(end, "pt") == 0)
        units = number * LADLE_PT;
    else if (!*end && number == 0)
        units = 0;
    else
        return false;
    if (!(fabs(units) <= LONGEST_MM * UNITS_PER_MM))
        return false;
    *length = (ladle_length)lround(units);
    return true;
}

bool ladle_colour_parse(const char *text, ladle_colour *colour)
{
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    unsigned char parts[3];
    for (int i = 0; i < 3; i++) {
        int high = g_ascii_xdigit_value(text[1 + 2 * i]);
        int low = g_ascii_xdigit_value(text[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = (unsigned char)(high * 16 + low);
    }
    *colour = (ladle_colour){parts[0], parts[1], parts[2], false};
    return true;
}

char *ladle_theme_guess(const char *name, const char *const *names)
{
    const char *near = ladle_nearest_name(name, names);
    return near ? g_strdup_printf("; did you mean \"%s\"?", near) : g_strdup("");
}

bool ladle_theme_colour_read(theme_reader *reader, const char *text, ladle_colour *colour)
{
    if (strcmp(text, "none") == 0) {
        *colour = (ladle_colour){0, 0, 0, true};
        return true;
    }
    if (text[0] == '#') {
        if (ladle_colour_parse(text, colour))
            return true;
        ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE,
                          "\"%s\" is not a colour: write #RRGGBB, that is, # and six digits of 0 "
                          "to 9 and A to F",
                          text);
        return false;
    }
    const ladle_colour *named = g_hash_table_lookup(reader->theme->colours, text);
    if (named) {
        *colour = *named;
        return true;
    }
    const char **names = ladle_theme_keys(reader->theme->colours);
    char *guess = ladle_theme_guess(text, names);
    ladle_theme_error(reader, LADLE_DIAG_THEME_NAME,
                      "the theme has no colour named \"%s\"%s; a colour of your own is written "
                      "#RRGGBB",
                      text, guess);
    g_free(guess);
    g_free(names);
    return false;
}

static bool not_a_value(theme_reader *reader, const style_property *property, const char *text,
                        const char *expected)
{
    ladle_theme_error(reader, LADLE_DIAG_THEME_VALUE, "%s=\"%s\": expected %s", property->name,
                      text, expected);
    return false;
}

/* Which of the words, parted by "|", the text is; -1 after an error. */
static int choice_of(theme_reader *reader, const style_property *property, const char *text,
                     const char *words)
{
    char **choices = g_strsplit(words, "|", -1);
    int found = -1;
    for (int i = 0; choices[i]; i++)
        if (strcmp(choices[i], text) == 0)
            found = i;
    if (found < 0) {
        char *listed = g_strjoinv(" or ", choices);
        not_a_value(reader, property, text, listed);
        g_free(listed);
    }
    g_strfreev(choices);
    return found;
}

static bool read_length(theme_reader *reader, const style_property *property, const char *text,
                        ladle_length *length)
{
    if (!ladle_length_parse(text, length))
        return not_a_value(reader, property, text, "a length with its unit, such as 12pt or 34mm");
    if (*length < 0 && property->type != VALUE_SIGNED)
        return not_a_value(reader, property, text, "a length of 0 or more");
    return true;
}

/* Words parted by white space; yours to free with g_strfreev. */
static char **split(const char *text, unsigned *n)
{
    GPtrArray *words = g_ptr_array_new();
    char **parts = g_strsplit_set(text, " \t\r\n", -1);
    for (char **part = parts; *part; part++)
        if (**part)
            g_ptr_array_add(words, g_strdup(*part));
    g_strfreev(parts);
    *n = words->len;
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

static bool read_padding(theme_reader *reader, const style_property *property, const char *text,
                         ladle_length sides[4])
{
    unsigned n;
    char **words = split(text, &n);
    bool good = n >= 1 && n <= 4;
    if (!good)
        not_a_value(reader, property, text, "one to four lengths");
    for (unsigned i = 0; good && i < n; i++)
        good = read_length(reader, property, words[i], &sides[i]);
    g_strfreev(words);
    if (n < 2)
        sides[1] = sides[0];
    if (n < 3)
        sides[2] = sides[0];
    if (n < 4)
        sides[3] = sides[1];
    return good;
}

static bool read_rule(theme_reader *reader, const style_property *property, const char *text,
                      ladle_rule *rule)
{
    *rule = (ladle_rule){0, {0, 0, 0, true}};
    if (strcmp(text, "none") == 0)
        return true;
    unsigned n;
    char **words = split(text, &n);
    bool good = n == 2 || not_a_value(reader, property, text,
                                      "a thickness and a colour, such as \"0.35pt G2\", or none");
    good = good && read_length(reader, property, words[0], &rule->thickness) &&
           ladle_theme_colour_read(reader, words[1], &rule->colour);
    g_strfreev(words);
    return good;
}

static bool read_widths(theme_reader *reader, const style_property *property, const char *text,
                        length_list *list)
{
    unsigned n;
    char **words = split(text, &n);
    bool good = n > 0 || not_a_value(reader, property, text, "lengths, or * for what is left");
    list->lengths = LADLE_NEW_ARRAY(reader->theme->arena, ladle_length, n);
    list->n = n;
    for (unsigned i = 0; good && i < n; i++) {
        if (strcmp(words[i], "*") == 0)
            list->lengths[i] = -1;
        else
            good = read_length(reader, property, words[i], &list->lengths[i]);
    }
    g_strfreev(words);
    return good;
}

static bool read_count(theme_reader *reader, const style_property *property, const char *text,
                       int *count)
{
    guint64 number;
    if (!g_ascii_string_to_unsigned(text, 10, 0, 1000, &number, NULL))
        return not_a_value(reader, property, text, "a whole number from 0 to 1000");
    *count = (int)number;
    return true;
}

static bool read_font(theme_reader *reader, const char *text, declaration *value)
{
    value->words = g_hash_table_lookup(reader->theme->fonts, text);
    if (value->words)
        return true;
    const char **names = ladle_theme_keys(reader->theme->fonts);
    char *guess = ladle_theme_guess(text, names);
    ladle_theme_error(reader, LADLE_DIAG_THEME_NAME, "the theme has no font named \"%s\"%s", text,
                      guess);
    g_free(guess);
    g_free(names);
    return false;
}

static const char *choices_of(value_type type)
{
    switch (type) {
    case VALUE_BOLD:
        return "regular|bold";
    case VALUE_ITALIC:
        return "upright|italic";
    case VALUE_REGULAR:
        return "inherit|regular";
    case VALUE_ALIGN:
        return "left|centre|right|decimal";
    case VALUE_VALIGN:
        return "top|middle|bottom";
    case VALUE_HYPHENATE:
        return "no|yes|narrow";
    case VALUE_YES_NO:
        return "no|yes";
    default:
        return NULL;
    }
}

bool ladle_declaration_read(theme_reader *reader, const style_property *property, const char *text,
                            declaration *value)
{
    *value = (declaration){.property = property};
    switch (property->type) {
    case VALUE_FONT:
        return read_font(reader, text, value);
    case VALUE_LENGTH:
    case VALUE_SIGNED:
        return read_length(reader, property, text, &value->length);
    case VALUE_WIDTH:
        value->choice = strcmp(text, "text") == 0;
        return value->choice || read_length(reader, property, text, &value->length);
    case VALUE_BASELINE:
        value->choice = strcmp(text, "none") != 0;
        return !value->choice || read_length(reader, property, text, &value->length);
    case VALUE_PADDING:
        return read_padding(reader, property, text, value->sides);
    case VALUE_COLOUR:
        return ladle_theme_colour_read(reader, text, &value->colour);
    case VALUE_RULE:
        return read_rule(reader, property, text, &value->rule);
    case VALUE_WIDTHS:
        return read_widths(reader, property, text, &value->list);
    case VALUE_COUNT:
        return read_count(reader, property, text, &value->choice);
    case VALUE_WORDS:
    case VALUE_STYLE:
        value->words = ladle_arena_strdup(reader->theme->arena, text);
        return true;
    default:
        value->choice = choice_of(reader, property, text, choices_of(property->type));
        return value->choice >= 0;
    }
}

/* A value that fills several fields. */
static void apply_to_several(const declaration *value, ladle_style *style)
{
    switch (value->property->type) {
    case VALUE_BASELINE:
        style->baseline = value->length;
        style->absolute = value->choice;
        break;
    case VALUE_PADDING:
        style->padding_top = value->sides[0];
        style->padding_right = value->sides[1];
        style->padding_bottom = value->sides[2];
        style->padding_left = value->sides[3];
        break;
    case VALUE_WIDTHS:
        style->widths = value->list.lengths;
        style->n_widths = value->list.n;
        break;
    case VALUE_HYPHENATE:
        style->hyphenate = value->choice > 0;
        style->hyphenate_narrow = value->choice == 2;
        break;
    default:
        break;
    }
}

void ladle_declaration_apply(const ladle_theme *theme, const declaration *value, ladle_style *style)
{
    void *at = (char *)style + value->property->offset;
    switch (value->property->type) {
    case VALUE_FONT:
    case VALUE_WORDS:
        *(const char **)at = value->words;
        break;
    case VALUE_STYLE:
        *(const ladle_style **)at = ladle_theme_named_lookup(theme, value->words);
        break;
    case VALUE_LENGTH:
    case VALUE_SIGNED:
        *(ladle_length *)at = value->length;
        break;
    case VALUE_WIDTH:
        *(ladle_length *)at = value->choice ? theme->page.text : value->length;
        break;
    case VALUE_COLOUR:
        *(ladle_colour *)at = value->colour;
        break;
    case VALUE_RULE:
        *(ladle_rule *)at = value->rule;
        break;
    case VALUE_ALIGN:
        *(ladle_align *)at = (ladle_align)value->choice;
        break;
    case VALUE_VALIGN:
        *(ladle_valign *)at = (ladle_valign)value->choice;
        break;
    case VALUE_COUNT:
        *(unsigned *)at = (unsigned)value->choice;
        break;
    case VALUE_BOLD:
    case VALUE_ITALIC:
    case VALUE_REGULAR:
    case VALUE_YES_NO:
        *(bool *)at = value->choice == 1;
        break;
    case VALUE_BASELINE:
    case VALUE_PADDING:
    case VALUE_WIDTHS:
    case VALUE_HYPHENATE:
        apply_to_several(value, style);
        break;
    }
}
