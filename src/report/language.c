#include "report/language.h"

#include "base/file.h"
#include "xml/document.h"

#include <glib.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

struct ladle_language {
    const char *code, *digest;
    GHashTable *labels; /* id to text, both the arena's */
    GPtrArray *order;   /* ids in the order of the file */
};

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

static void release_array(void *array)
{
    g_ptr_array_unref(array);
}

static void take_label(ladle_arena *arena, ladle_language *language, xmlNode *node)
{
    xmlChar *id = xmlGetNoNsProp(node, BAD_CAST "id");
    xmlChar *text = xmlNodeGetContent(node);
    if (id && text) {
        char *key = ladle_arena_strdup(arena, (const char *)id);
        g_hash_table_insert(language->labels, key, ladle_arena_strdup(arena, (const char *)text));
        g_ptr_array_add(language->order, key);
    }
    xmlFree(id);
    xmlFree(text);
}

const char *ladle_language_digest(const ladle_language *language)
{
    return language->digest;
}

const ladle_language *ladle_language_load(ladle_arena *arena, const char *share, const char *code,
                                          ladle_diagnostics *diagnostics)
{
    size_t length = strcspn(code, "-_");
    char *base = g_ascii_strdown(code, (gssize)length);
    char *path = g_strdup_printf("%s/templates/language/%s.xml", share, base);
    char *name = g_strdup_printf("language/%s.xml", base);
    ladle_language *language = NULL;
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        ladle_diag_add(diagnostics, LADLE_DIAG_NO_LANGUAGE, (ladle_pos){0},
                       "there are no words for the language \"%s\": reports can be written in da "
                       "(Danish) and en (English); set xml:lang of the study, or --language",
                       base);
    } else {
        ladle_xml_source source = {.path = path, .name = name};
        xmlDoc *document = ladle_xml_document_read(arena, &source, diagnostics);
        const char *digest = document ? ladle_file_digest(arena, path) : NULL;
        if (document && !digest) {
            ladle_diag_add(diagnostics, LADLE_DIAG_FILE_UNREADABLE, (ladle_pos){name, 0, 0},
                           "the file could not be read a second time; leave it in its place while "
                           "reports are made");
        } else if (document) {
            language = LADLE_NEW(arena, ladle_language);
            language->code = ladle_arena_strdup(arena, base);
            language->digest = digest;
            language->labels = g_hash_table_new(g_str_hash, g_str_equal);
            language->order = g_ptr_array_new();
            ladle_arena_defer(arena, release_table, language->labels);
            ladle_arena_defer(arena, release_array, language->order);
            for (xmlNode *node = xmlDocGetRootElement(document)->children; node; node = node->next)
                if (node->type == XML_ELEMENT_NODE)
                    take_label(arena, language, node);
        }
    }
    g_free(base);
    g_free(path);
    g_free(name);
    return language;
}

const char *ladle_language_code(const ladle_language *language)
{
    return language->code;
}

bool ladle_same_language(const char *a, const char *b)
{
    size_t length = strcspn(a, "-");
    return length == strcspn(b, "-") && g_ascii_strncasecmp(a, b, length) == 0;
}

const char *ladle_label(const ladle_language *language, const char *id)
{
    return g_hash_table_lookup(language->labels, id);
}

bool ladle_label_at(const ladle_language *language, unsigned i, const char **id, const char **text)
{
    if (i >= language->order->len)
        return false;
    *id = g_ptr_array_index(language->order, i);
    *text = ladle_label(language, *id);
    return true;
}

/* --------------------------------------------------------------------------------- words */

static const char *label_or_id(const ladle_language *language, const char *id)
{
    const char *text = ladle_label(language, id);
    return text ? text : id;
}

static void append_number_word(const ladle_language *language, GString *out, const char *number,
                               bool common_gender)
{
    char id[64];
    const char *word = NULL;
    if (common_gender) {
        g_snprintf(id, sizeof id, "number.%s.c", number);
        word = ladle_label(language, id);
    }
    g_snprintf(id, sizeof id, "number.%s", number);
    if (!word)
        word = ladle_label(language, id);
    g_string_append(out, word ? word : number);
}

/* A name as it stands inside a sentence: without the capital it begins with, unless the second
 * letter is one too. */
static void append_small(GString *out, const char *name)
{
    const char *rest = *name ? g_utf8_next_char(name) : name;
    gunichar first = g_utf8_get_char(name);
    if (*name && !g_unichar_isupper(g_utf8_get_char(rest)))
        first = g_unichar_tolower(first);
    if (*name)
        g_string_append_unichar(out, first);
    g_string_append(out, rest);
}

/* A round's name with its preposition; a name in quotation marks is one of another language, which
 * cannot be bent into the sentence: "at baseline", "in the round ‘opfølgningen’". */
static void append_round(const ladle_language *language, GString *out, const char *name)
{
    const char *quote = label_or_id(language, "quote.open");
    const char *pattern =
        label_or_id(language, g_str_has_prefix(name, quote) ? "wave.at.quoted" : "wave.at");
    const char *place = strstr(pattern, "{1}");
    g_string_append_len(out, pattern, place ? place - pattern : (gssize)strlen(pattern));
    g_string_append(out, name);
    g_string_append(out, place ? place + strlen("{1}") : "");
}

/* One place, from after its brace; returns what follows the closing brace. */
static const char *fill_place(const ladle_language *language, GString *out, const char *place,
                              const char *const *arguments, unsigned n_arguments)
{
    const char *end = strchr(place, '}');
    unsigned index = (unsigned)(*place - '1');
    if (!end || index >= n_arguments) {
        g_string_append_c(out, '{');
        return place;
    }
    const char *argument = arguments[index];
    if (place[1] == '|') {
        const char *middle = memchr(place + 2, '|', (size_t)(end - place - 2));
        bool one = g_str_equal(argument, "1");
        if (!middle)
            middle = end;
        if (one)
            g_string_append_len(out, place + 2, middle - place - 2);
        else if (middle < end)
            g_string_append_len(out, middle + 1, end - middle - 1);
    } else if (place[1] == 'w' || place[1] == 'c') {
        append_number_word(language, out, argument, place[1] == 'c');
    } else if (place[1] == 's') {
        append_small(out, argument);
    } else if (place[1] == 'r') {
        append_round(language, out, argument);
    } else {
        g_string_append(out, argument);
    }
    return end + 1;
}

const char *ladle_language_words(const ladle_language *language, ladle_arena *arena, const char *id,
                                 const char *const *arguments, unsigned n_arguments)
{
    const char *pattern = label_or_id(language, id);
    GString *out = g_string_new(NULL);
    while (*pattern) {
        if (*pattern == '{' && g_ascii_isdigit(pattern[1]) && pattern[1] != '0')
            pattern = fill_place(language, out, pattern + 1, arguments, n_arguments);
        else
            g_string_append_c(out, *pattern++);
    }
    const char *words = ladle_arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return words;
}

/* --------------------------------------------------------------------------------- dates */

static const char *numbered_label(const ladle_language *language, ladle_arena *arena,
                                  const char *stem, int number)
{
    return label_or_id(language, ladle_arena_printf(arena, "%s.%d", stem, number));
}

/* One side of a date, without its qualifier. */
static const char *side_words(const ladle_language *language, ladle_arena *arena,
                              const ladle_date_part *part, bool full)
{
    char day[16], month[16], year[16];
    g_snprintf(day, sizeof day, "%d", part->day);
    g_snprintf(month, sizeof month, "%d", part->month);
    g_snprintf(year, sizeof year, "%d", part->year);
    switch (part->precision) {
    case LADLE_PRECISION_DAY: {
        const char *arguments[] = {day, month, year,
                                   numbered_label(language, arena, "month", part->month),
                                   numbered_label(language, arena, "month.short", part->month)};
        return ladle_language_words(language, arena, full ? "date.day.full" : "date.day", arguments,
                                    5);
    }
    case LADLE_PRECISION_MONTH: {
        const char *arguments[] = {
            numbered_label(language, arena, full ? "month" : "month.short", part->month), year};
        return ladle_language_words(language, arena, "date.month", arguments, 2);
    }
    case LADLE_PRECISION_SEASON: {
        const char *arguments[] = {
            numbered_label(language, arena, full ? "season.full" : "season", part->month), year};
        return ladle_language_words(language, arena, "date.season", arguments, 2);
    }
    case LADLE_PRECISION_YEAR:
        return ladle_arena_strdup(arena, year);
    case LADLE_PRECISION_DECADE:
    case LADLE_PRECISION_CENTURY: {
        int century = part->precision == LADLE_PRECISION_CENTURY;
        int first, unused_month, unused_day;
        ladle_day_split(part->first, &first, &unused_month, &unused_day);
        char from[16];
        g_snprintf(from, sizeof from, "%d", first);
        const char *arguments[] = {from};
        const char *id = century ? (full ? "date.century.full" : "date.century")
                                 : (full ? "date.decade.full" : "date.decade");
        return ladle_language_words(language, arena, id, arguments, 1);
    }
    case LADLE_PRECISION_OPEN:
        break;
    }
    return "";
}

static const char *qualified(const ladle_language *language, ladle_arena *arena,
                             const ladle_date_part *part, bool full)
{
    const char *words = side_words(language, arena, part, full);
    if (part->approximate)
        words = ladle_language_words(
            language, arena, full ? "date.approximate.full" : "date.approximate", &words, 1);
    if (part->uncertain)
        words = ladle_language_words(language, arena, "date.uncertain", &words, 1);
    return words;
}

/* Two months of one year, both certain: the year is said once. */
static bool months_of_a_year(const ladle_date *date)
{
    const ladle_date_part *start = &date->start, *end = &date->end;
    return start->precision == LADLE_PRECISION_MONTH && end->precision == LADLE_PRECISION_MONTH &&
           start->year == end->year && start->month != end->month && !start->approximate &&
           !start->uncertain && !end->approximate && !end->uncertain;
}

const char *ladle_language_date(const ladle_language *language, ladle_arena *arena,
                                const ladle_date *date, bool full)
{
    const char *sides[] = {qualified(language, arena, &date->start, full), NULL};
    if (!date->interval)
        return sides[0];
    sides[1] = qualified(language, arena, &date->end, full);
    if (date->start.precision == LADLE_PRECISION_OPEN)
        return ladle_language_words(language, arena, "date.until", &sides[1], 1);
    if (date->end.precision == LADLE_PRECISION_OPEN)
        return ladle_language_words(language, arena, "date.from", &sides[0], 1);
    /* From a month to the same one: it is that month. */
    if (strcmp(sides[0], sides[1]) == 0)
        return sides[0];
    if (months_of_a_year(date)) {
        const char *stem = full ? "month" : "month.short";
        const char *months[] = {numbered_label(language, arena, stem, date->start.month), sides[1]};
        return ladle_language_words(language, arena, full ? "date.months.full" : "date.months",
                                    months, 2);
    }
    return ladle_language_words(language, arena, full ? "date.interval.full" : "date.interval",
                                sides, 2);
}

/* ------------------------------------------------------------------------------- numbers */

const char *ladle_language_number(const ladle_language *language, ladle_arena *arena, double value,
                                  unsigned decimals)
{
    char format[8], plain[512];
    g_snprintf(format, sizeof format, "%%.%uf", MIN(decimals, 9));
    g_ascii_formatd(plain, sizeof plain, format, fabs(value));
    bool negative = value < 0 && strspn(plain, "0.") != strlen(plain);
    size_t whole = strcspn(plain, ".");
    GString *out = g_string_new(negative ? label_or_id(language, "number.minus") : NULL);
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0 && whole > 3)
            g_string_append(out, label_or_id(language, "number.thousands"));
        g_string_append_c(out, plain[i]);
    }
    if (plain[whole])
        g_string_append_printf(out, "%s%s", label_or_id(language, "number.decimal"),
                               plain + whole + 1);
    const char *words = ladle_arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return words;
}

const char *ladle_capitalised(ladle_arena *arena, const char *text)
{
    if (!*text)
        return text;
    const char *rest = g_utf8_next_char(text);
    char *first = g_utf8_strup(text, rest - text);
    const char *capitalised = ladle_arena_printf(arena, "%s%s", first, rest);
    g_free(first);
    return capitalised;
}

/* Letters that follow z in the language's alphabet (label alphabet.last, such as "æøå") get keys
 * after it; aa sorts as å where the label names it; other letters sort by their plain form. */
const char *ladle_sort_key(const ladle_language *language, ladle_arena *arena, const char *text)
{
    const char *last = ladle_label(language, "alphabet.last");
    char *lower = g_utf8_strdown(text, -1);
    GString *key = g_string_new(NULL);
    for (const char *at = lower; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        const char *place = last ? g_utf8_strchr(last, -1, letter) : NULL;
        gunichar plain[4];
        if (place) {
            g_string_append_printf(key, "~%ld", g_utf8_pointer_to_offset(last, place));
        } else if (g_unichar_fully_decompose(letter, FALSE, plain, 4) &&
                   g_unichar_isalnum(*plain)) {
            g_string_append_unichar(key, *plain);
        } else if (g_unichar_isspace(letter)) {
            g_string_append_c(key, ' ');
        }
    }
    const char *result = ladle_arena_strndup(arena, key->str, key->len);
    g_string_free(key, TRUE);
    g_free(lower);
    return result;
}
