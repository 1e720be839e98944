#include "document/grammar.h"

#include "document/theme.h"

#include <glib.h>
#include <string.h>

const ladle_word *ladle_word_of(ladle_node_kind kind)
{
    static const ladle_word WORDS[] = {
        {"text", LADLE_CONTEXT_INLINE, LADLE_CONTENT_EMPTY, NULL},
#define LADLE_WORD(name, element, context, content, role)                                          \
    {element, LADLE_CONTEXT_##context, LADLE_CONTENT_##content, role},
#include "document/vocabulary.def"
#undef LADLE_WORD
    };
    return &WORDS[kind];
}

/* ------------------------------------------------------------------ places */

#define K(name) LADLE_NODE_##name

/* Which parts may stand in which element. */
static const struct {
    ladle_node_kind child, parent;
} PARTS[] = {
    {K(LABEL), K(DOCUMENT)},  {K(COUNTER), K(DOCUMENT)},
    {K(MASTER), K(DOCUMENT)}, {K(SECTION), K(DOCUMENT)},
    {K(RUNNING), K(MASTER)},  {K(FIELD), K(RUNNING)},
    {K(LI), K(UL)},           {K(LI), K(OL)},
    {K(DIV), K(COLUMNS)},     {K(FIGCAPTION), K(FIGURE)},
    {K(CAPTION), K(TABLE)},   {K(COL), K(TABLE)},
    {K(THEAD), K(TABLE)},     {K(TBODY), K(TABLE)},
    {K(TFOOT), K(TABLE)},     {K(TR), K(THEAD)},
    {K(TR), K(TBODY)},        {K(TR), K(TFOOT)},
    {K(TH), K(TR)},           {K(TD), K(TR)},
    {K(SLOT), K(CHART)},      {K(ROW), K(CHART)},
    {K(ENTRY), K(CHART)},     {K(PANEL), K(CHART)},
    {K(BAR), K(CHART)},       {K(BAR), K(PANEL)},
    {K(CELL), K(ROW)},        {K(PART), K(ROW)},
    {K(TICK), K(ROW)},        {K(ENTRY), K(ROW)},
};

/* Which data a kind of chart takes, and in which element. */
static const struct {
    const char *chart;
    ladle_node_kind child, parent;
} DATA[] = {
    {"mini-strip", K(SLOT), K(CHART)}, {"cover-matrix", K(ROW), K(CHART)},
    {"cover-matrix", K(CELL), K(ROW)}, {"timeline", K(ENTRY), K(CHART)},
    {"panels", K(PANEL), K(CHART)},    {"panels", K(BAR), K(PANEL)},
    {"bars", K(PANEL), K(CHART)},      {"bars", K(BAR), K(PANEL)},
    {"shares", K(BAR), K(CHART)},      {"parts", K(ROW), K(CHART)},
    {"parts", K(PART), K(ROW)},        {"pair", K(ROW), K(CHART)},
    {"ticks", K(ROW), K(CHART)},       {"ticks", K(TICK), K(ROW)},
    {"reach", K(BAR), K(CHART)},       {"stairs", K(SLOT), K(CHART)},
    {"stairs", K(ROW), K(CHART)},      {"targets", K(SLOT), K(CHART)},
    {"lanes", K(ROW), K(CHART)},       {"lanes", K(ENTRY), K(ROW)},
    {"targets", K(ROW), K(CHART)},     {"targets", K(CELL), K(ROW)},
};

bool ladle_chart_takes(const char *chart, ladle_node_kind child, ladle_node_kind parent)
{
    for (size_t i = 0; i < G_N_ELEMENTS(DATA); i++)
        if (DATA[i].child == child && DATA[i].parent == parent && strcmp(DATA[i].chart, chart) == 0)
            return true;
    return false;
}

static bool is_heading(ladle_node_kind kind)
{
    return kind >= K(H1) && kind <= K(H4);
}

static bool is_part(ladle_node_kind child, ladle_node_kind parent)
{
    for (size_t i = 0; i < G_N_ELEMENTS(PARTS); i++)
        if (PARTS[i].child == child && PARTS[i].parent == parent)
            return true;
    return false;
}

static bool may_be_a_block_in(ladle_node_kind child, const ladle_node *parent)
{
    ladle_context context = ladle_word_of(child)->context;
    if (context != LADLE_CONTEXT_BLOCK && context != LADLE_CONTEXT_BOTH)
        return false;
    if (child == K(SECTION))
        return parent->kind == K(SECTION);
    if (is_heading(child))
        return parent->kind == K(SECTION) || parent->kind == K(DIV);
    return true;
}

bool ladle_may_stand_in(ladle_node_kind child, const ladle_node *parent, bool in_line)
{
    if (is_part(child, parent->kind))
        return true;
    switch (ladle_word_of(parent->kind)->content) {
    case LADLE_CONTENT_BLOCKS:
    case LADLE_CONTENT_INLINES:
    case LADLE_CONTENT_MIXED:
        break;
    default:
        return false;
    }
    if (!in_line)
        return may_be_a_block_in(child, parent);
    ladle_context context = ladle_word_of(child)->context;
    return context == LADLE_CONTEXT_INLINE || context == LADLE_CONTEXT_BOTH;
}

/* ------------------------------------------------------------------ attributes */

#define CHARTS                                                                                     \
    "symbol mini-strip scale move progress mark arrow cover-matrix timeline lanes bars panels "    \
    "shares "                                                                                      \
    "reach stairs targets parts pair ticks"
#define YES_NO LADLE_TYPE_CHOICE, "yes no"
#define ALIGN LADLE_TYPE_CHOICE, "left centre right decimal"
#define DRAWN LADLE_TYPE_DRAWN, NULL
#define METADATA LADLE_TYPE_METADATA, NULL
#define NAME LADLE_TYPE_NAME, NULL
#define COUNT LADLE_TYPE_COUNT, NULL
#define POSITIVE LADLE_TYPE_POSITIVE, NULL
#define DECIMAL LADLE_TYPE_DECIMAL, NULL
#define AMOUNT LADLE_TYPE_AMOUNT, NULL
#define SHARE LADLE_TYPE_SHARE, NULL
#define DAY LADLE_TYPE_DAY, NULL
#define WIDTH LADLE_TYPE_WIDTH, NULL

static const ladle_attribute_rule RULES[] = {
    {K(DOCUMENT), NULL, "version", LADLE_TYPE_CHOICE, "1", true},
    {K(DOCUMENT), NULL, "title", METADATA, true},
    {K(DOCUMENT), NULL, "author", METADATA, false},
    {K(DOCUMENT), NULL, "subject", METADATA, false},
    {K(DOCUMENT), NULL, "date", DAY, false},
    {K(COUNTER), NULL, "label", DRAWN, false},
    {K(COUNTER), NULL, "several", DRAWN, false},
    {K(COUNTER), NULL, "ref", DRAWN, false},
    {K(MASTER), NULL, "folio", LADLE_TYPE_CHOICE, "roman arabic", true},
    {K(MASTER), NULL, "restart", LADLE_TYPE_CHOICE, "yes", false},
    {K(RUNNING), NULL, "place", LADLE_TYPE_CHOICE, "head-left head-right foot-left foot-right",
     true},
    {K(FIELD), NULL, "of", LADLE_TYPE_CHOICE, "page pages chapter", true},
    {K(SECTION), NULL, "master", NAME, false},
    {K(SECTION), NULL, "numbering", LADLE_TYPE_CHOICE, "decimal letter none", false},
    {K(SECTION), NULL, "running", DRAWN, false},
    {K(SECTION), NULL, "contents", YES_NO, false},
    {K(SECTION), NULL, "fit", LADLE_TYPE_CHOICE, "page", false},
    {K(DIV), NULL, "fit", LADLE_TYPE_CHOICE, "last", false},
    {K(TOC), NULL, "depth", LADLE_TYPE_CHOICE, "1 2 3", false},
    {K(FIGURE_LIST), NULL, "counter", NAME, true},
    {K(COLUMNS), NULL, "kind", LADLE_TYPE_CHOICE, "side-by-side flow", false},
    {K(FIGURE), NULL, "counter", NAME, false},
    {K(FIGURE), NULL, "number", POSITIVE, false},
    {K(FIGURE), NULL, "numbers", DRAWN, false},
    {K(TABLE), NULL, "data", LADLE_TYPE_CHOICE, "only no", false},
    {K(COL), NULL, "width", WIDTH, false},
    {K(COL), NULL, "align", ALIGN, false},
    {K(TR), NULL, "keep", LADLE_TYPE_CHOICE, "yes", false},
    {K(TR), NULL, "fit", LADLE_TYPE_CHOICE, "drop", false},
    {K(TH), NULL, "colspan", POSITIVE, false},
    {K(TH), NULL, "scope", LADLE_TYPE_CHOICE, "row col", false},
    {K(TH), NULL, "align", ALIGN, false},
    {K(TD), NULL, "colspan", POSITIVE, false},
    {K(TD), NULL, "scope", LADLE_TYPE_CHOICE, "row col", false},
    {K(TD), NULL, "align", ALIGN, false},
    {K(IMG), NULL, "src", LADLE_TYPE_PATH, NULL, true},
    {K(IMG), NULL, "alt", DRAWN, true},
    {K(IMG), NULL, "width", LADLE_TYPE_LENGTH, NULL, false},
    {K(A), NULL, "href", LADLE_TYPE_LINK, NULL, true},
    {K(A), NULL, "optional", LADLE_TYPE_CHOICE, "yes", false},
    {K(REF), NULL, "to", NAME, true},
    {K(REF), NULL, "show", LADLE_TYPE_CHOICE, "label number page full title", false},
    {K(REF), NULL, "optional", LADLE_TYPE_CHOICE, "yes", false},
    {K(REF), NULL, "none", DRAWN, false},
    {K(BACKLINKS), NULL, "to", NAME, true},
    {K(BACKLINKS), NULL, "else", NAME, false},
    {K(BACKLINKS), NULL, "none", DRAWN, false},

    {K(CHART), NULL, "kind", LADLE_TYPE_CHOICE, CHARTS, true},
    {K(CHART), NULL, "alt", DRAWN, false},
    {K(CHART), "cover-matrix lanes bars panels targets parts ticks", "groups", METADATA, false},
    {K(CHART), "cover-matrix timeline lanes bars panels shares reach stairs targets parts pair",
     "names", METADATA, false},
    {K(CHART), "cover-matrix bars panels shares reach stairs targets parts ticks mini-strip",
     "values", METADATA, false},
    {K(CHART), "bars panels", "parts", METADATA, false},
    {K(CHART), "symbol scale cover-matrix stairs", "of", POSITIVE, true},
    {K(CHART), "move", "of", POSITIVE, false},
    {K(CHART), "symbol scale move", "level", COUNT, false},
    {K(CHART), "scale move", "was", COUNT, false},
    {K(CHART), "scale move", "firm", YES_NO, false},
    {K(CHART), "move", "words", METADATA, false},
    {K(CHART), "move", "was-words", METADATA, false},
    {K(CHART), "scale", "placed", COUNT, false},
    {K(CHART), "progress", "value", SHARE, true},
    {K(CHART), "progress", "threshold", SHARE, false},
    {K(CHART), "reach", "threshold", SHARE, true},
    {K(CHART), "reach", "threshold-label", DRAWN, false},
    {K(CHART), "stairs", "needed", COUNT, false},
    {K(CHART), "stairs", "needed-words", DRAWN, false},
    {K(CHART), "stairs", "total", DRAWN, false},
    {K(CHART), "mark", "of", LADLE_TYPE_CHOICE,
     "day span approximate interval expected deadline moved", true},
    {K(CHART), "timeline lanes", "months", DRAWN, true},
    {K(CHART), "pair", "first", DRAWN, true},
    {K(CHART), "pair", "second", DRAWN, true},
    {K(CHART), "pair targets", "full", DRAWN, false},
    {K(SLOT), "mini-strip", "marks", COUNT, false},
    {K(SLOT), "mini-strip", "share", SHARE, false},
    {K(SLOT), "mini-strip", "heavy", YES_NO, false},
    {K(SLOT), "mini-strip", "label", METADATA, false},
    {K(SLOT), "stairs targets", "label", DRAWN, true},
    {K(SLOT), "targets", "mark", LADLE_TYPE_CHOICE,
     "tick open-tick triangle open-triangle down open-down", false},
    {K(CELL), "targets", "value", DECIMAL, false},
    {K(CELL), "targets", "words", DRAWN, false},
    {K(ROW), "targets", "emphasis", YES_NO, false},
    {K(SLOT), "stairs", "level", COUNT, true},
    {K(SLOT), "stairs", "words", DRAWN, false},
    {K(SLOT), "stairs", "heavy", YES_NO, false},
    {K(CELL), "cover-matrix", "level", COUNT, false},
    {K(CELL), "cover-matrix", "label", METADATA, false},
    {K(CELL), "cover-matrix", "words", METADATA, false},
    {K(ENTRY), "timeline lanes", "label", DRAWN, true},
    {K(ENTRY), "timeline lanes", "start-first", DAY, false},
    {K(ENTRY), "timeline lanes", "start-last", DAY, false},
    {K(ENTRY), "timeline lanes", "end-first", DAY, false},
    {K(ENTRY), "timeline lanes", "end-last", DAY, false},
    {K(ENTRY), "timeline lanes", "interval", YES_NO, false},
    {K(ENTRY), "timeline lanes", "start-approximate", YES_NO, false},
    {K(ENTRY), "timeline lanes", "end-approximate", YES_NO, false},
    {K(ENTRY), "timeline lanes", "end-expected", YES_NO, false},
    {K(ENTRY), "timeline lanes", "deadline", YES_NO, false},
    {K(ENTRY), "timeline lanes", "date", DRAWN, false},
    {K(ENTRY), "timeline lanes", "revised-first", DAY, false},
    {K(ENTRY), "timeline lanes", "revised-last", DAY, false},
    {K(ENTRY), "timeline lanes", "revised", DRAWN, false},
    {K(PANEL), "bars panels", "label", DRAWN, true},
    {K(PANEL), "bars panels", "target", AMOUNT, false},
    {K(PANEL), "bars panels", "target-label", DRAWN, false},
    {K(BAR), "bars panels shares reach", "label", DRAWN, true},
    {K(BAR), "bars panels", "value", AMOUNT, true},
    {K(BAR), "bars panels", "part", AMOUNT, false},
    {K(BAR), "bars panels", "words", DRAWN, false},
    {K(BAR), "shares reach", "value", SHARE, true},
    {K(BAR), "shares reach", "words", DRAWN, true},
    {K(BAR), "shares reach", "emphasis", YES_NO, false},
    {K(ROW), "cover-matrix lanes stairs targets parts pair ticks", "label", DRAWN, true},
    {K(ROW), "pair", "first", SHARE, false},
    {K(ROW), "pair", "second", SHARE, false},
    {K(ROW), "pair", "first-words", DRAWN, false},
    {K(ROW), "pair", "second-words", DRAWN, false},
    {K(ROW), "stairs", "level", COUNT, false},
    {K(ROW), "stairs", "words", METADATA, false},
    {K(ROW), "ticks", "words", DRAWN, false},
    {K(PART), "parts", "label", DRAWN, true},
    {K(PART), "parts", "value", AMOUNT, true},
    {K(PART), "parts", "words", DRAWN, true},
    {K(TICK), "ticks", "on", YES_NO, true},
};

bool ladle_word_in(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *p = list; *p;) {
        size_t n = strcspn(p, " ");
        if (n == length && memcmp(p, word, n) == 0)
            return true;
        p += n + strspn(p + n, " ");
    }
    return false;
}

static bool applies(const ladle_attribute_rule *rule, ladle_node_kind element, const char *chart)
{
    return rule->element == element &&
           (!rule->charts || !chart || ladle_word_in(rule->charts, chart));
}

void ladle_attribute_rules(ladle_node_kind element, const char *chart,
                           void (*visit)(void *self, const ladle_attribute_rule *rule), void *self)
{
    for (size_t i = 0; i < G_N_ELEMENTS(RULES); i++)
        if (applies(&RULES[i], element, chart))
            visit(self, &RULES[i]);
}

const ladle_attribute_rule *ladle_attribute_rule_lookup(ladle_node_kind element, const char *chart,
                                                        const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(RULES); i++)
        if (applies(&RULES[i], element, chart) && strcmp(RULES[i].name, name) == 0)
            return &RULES[i];
    return NULL;
}

/* ------------------------------------------------------------------ values */

static bool is_count(const char *value, guint64 least)
{
    guint64 number;
    return g_ascii_string_to_unsigned(value, 10, least, 1000000, &number, NULL);
}

static bool is_decimal(const char *value, double *number)
{
    const char *p = value + (*value == '-' || *value == '+');
    size_t whole = strspn(p, "0123456789");
    size_t rest = p[whole] == '.' ? strspn(p + whole + 1, "0123456789") : 0;
    bool good = whole + rest > 0 && whole <= 12 && !p[whole + rest + (p[whole] == '.')];
    *number = good ? g_ascii_strtod(value, NULL) : 0;
    return good;
}

static bool is_day(const char *value)
{
    unsigned parts[3] = {0, 0, 0};
    if (strlen(value) != 10 || value[4] != '-' || value[7] != '-')
        return false;
    for (int i = 0, part = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            part++;
            continue;
        }
        if (!g_ascii_isdigit(value[i]))
            return false;
        parts[part] = parts[part] * 10 + (unsigned)(value[i] - '0');
    }
    return g_date_valid_dmy((GDateDay)parts[2], (GDateMonth)parts[1], (GDateYear)parts[0]);
}

static bool is_name(const char *value)
{
    const char *p = value;
    for (; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool later = c == '.' || c == '-';
        if (!g_unichar_isalnum(c) && c != '_' && !(later && p > value))
            return false;
    }
    return p > value;
}

static bool is_positive_length(const char *value)
{
    ladle_length length;
    return ladle_length_parse(value, &length) && length > 0;
}

bool ladle_document_value_fits(const ladle_attribute_rule *rule, const char *value,
                               const char **expected)
{
    double number;
    switch (rule->type) {
    case LADLE_TYPE_NAME:
        *expected = "a name of letters, digits, - _ and .";
        return is_name(value);
    case LADLE_TYPE_LINK:
    case LADLE_TYPE_PATH:
        *expected = "something";
        return *value != '\0';
    case LADLE_TYPE_COUNT:
        *expected = "a whole number from 0";
        return is_count(value, 0);
    case LADLE_TYPE_POSITIVE:
        *expected = "a whole number from 1";
        return is_count(value, 1);
    case LADLE_TYPE_DECIMAL:
        *expected = "a number with a decimal point";
        return is_decimal(value, &number);
    case LADLE_TYPE_AMOUNT:
        *expected = "a number from 0 with a decimal point";
        return is_decimal(value, &number) && number >= 0;
    case LADLE_TYPE_SHARE:
        *expected = "a share from 0 to 1, such as 0.41";
        return is_decimal(value, &number) && number >= 0 && number <= 1;
    case LADLE_TYPE_DAY:
        *expected = "a day of the calendar as YYYY-MM-DD";
        return is_day(value);
    case LADLE_TYPE_LENGTH:
        *expected = "a length with its unit, such as 34mm";
        return is_positive_length(value);
    case LADLE_TYPE_WIDTH:
        *expected = "a length with its unit, such as 34mm, or auto, or *";
        return strcmp(value, "auto") == 0 || strcmp(value, "*") == 0 || is_positive_length(value);
    case LADLE_TYPE_CHOICE:
        *expected = rule->choices;
        return ladle_word_in(rule->choices, value);
    default:
        return true;
    }
}
