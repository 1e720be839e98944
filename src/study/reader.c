#include "study/reader.h"

#include "study/date_meant.h"
#include "study/values.h"

#include <string.h>

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

enum { SHOWN_CHARACTERS = 40, LISTED_NAMES = 8 };

/* ------------------------------------------------------------------------------- messages */

#define TELL(reader, code, pos, ...)                                                               \
    do {                                                                                           \
        (reader)->grammar_errors++;                                                                \
        ladle_diag_add((reader)->diagnostics, (code), (pos), __VA_ARGS__);                         \
    } while (0)

char *ladle_shown(const char *value)
{
    if (g_utf8_strlen(value, -1) <= SHOWN_CHARACTERS)
        return g_strdup(value);
    char *cut = g_utf8_substring(value, 0, SHOWN_CHARACTERS);
    char *with_dots = g_strconcat(cut, "…", NULL);
    g_free(cut);
    return with_dots;
}

/* "<a>, <b>, <c>" of the positions in the mask, each name once; `last` stands before the last one.
 * To be freed. */
static char *listed_with(ladle_reader *reader, const ladle_rule *rule, uint64_t mask,
                         const char *last)
{
    GString *out = g_string_new(NULL);
    const char *names[LISTED_NAMES];
    unsigned n = 0;
    bool more = false;
    for (unsigned i = 0; i < rule->n_positions; i++) {
        const char *name = reader->grammar->rules[rule->positions[i].row].name;
        bool known = !(mask >> i & 1);
        for (unsigned j = 0; j < n && !known; j++)
            known = strcmp(names[j], name) == 0;
        if (known)
            continue;
        if (n == LISTED_NAMES) {
            more = true;
            break;
        }
        names[n++] = name;
    }
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(out, "%s<%s>",
                               !i                    ? ""
                               : i + 1 == n && !more ? last
                                                     : ", ",
                               names[i]);
    if (more)
        g_string_append(out, " …");
    return g_string_free(out, FALSE);
}

static char *listed(ladle_reader *reader, const ladle_rule *rule, uint64_t mask)
{
    return listed_with(reader, rule, mask, ", ");
}

/* What an element of a web page is called in a study; NULL: the name is none of those. */
static const char *meant_by_web_name(const char *name)
{
    static const struct {
        const char *name, *meant;
    } table[] = {
        {"b", "strong"},      {"i", "em"},         {"u", "em"},     {"a", "link"},
        {"ul", "list"},       {"ol", "list"},      {"li", "item"},  {"img", "image"},
        {"tr", "row"},        {"td", "cell"},      {"th", "cell"},  {"blockquote", "quote"},
        {"footnote", "note"}, {"figure", "image"}, {"h1", "title"}, {"h2", "title"},
        {"h3", "title"},      {"h4", "title"},     {"br", "br"},    {"strong", "strong"},
        {"em", "em"},
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++)
        if (g_ascii_strcasecmp(table[i].name, name) == 0)
            return table[i].meant;
    return NULL;
}

/* Where emphasis, line breaks and the like stand in words that hold none; "" elsewhere. */
static const char *what_to_do(const ladle_rule *rule, const char *meant)
{
    bool holds_words =
        rule->row->holds == LADLE_HOLDS_WORDS || rule->row->holds == LADLE_HOLDS_TEXT;
    return holds_words && meant ? "; write the words alone" : "";
}

static const char *near_element(const char *name, const char *meant, const char *const *candidates)
{
    if (meant && g_strv_contains(candidates, meant))
        return meant;
    return meant ? NULL : ladle_nearest_name(name, candidates);
}

static void tell_unknown_element(ladle_reader *reader, const ladle_frame *parent,
                                 const ladle_xml_tag *tag)
{
    const char *candidates[LADLE_MODEL_POSITIONS + 1];
    const ladle_rule *rule = parent->rule;
    bool foreign = g_strcmp0(tag->uri, LADLE_STUDY_NAMESPACE) != 0;
    for (unsigned i = 0; i < rule->n_positions; i++)
        candidates[i] = reader->grammar->rules[rule->positions[i].row].name;
    candidates[rule->n_positions] = NULL;
    const char *meant = meant_by_web_name(tag->name);
    const char *near = near_element(tag->name, meant, candidates);
    char *name = ladle_shown(tag->name), *all = listed(reader, rule, ~(uint64_t)0);
    ladle_diag_code code = LADLE_DIAG_UNKNOWN_TAG;
    if (foreign)
        TELL(reader, code, tag->pos, "<%s> in <%s> is not of the namespace %s", name, rule->name,
             LADLE_STUDY_NAMESPACE);
    else if (near)
        TELL(reader, code, tag->pos, "unknown element <%s> in <%s> (did you mean <%s>?)", name,
             rule->name, near);
    else if (*all)
        TELL(reader, code, tag->pos, "unknown element <%s> in <%s>, which may hold %s", name,
             rule->name, all);
    else
        TELL(reader, code, tag->pos, "unknown element <%s> in <%s>, which may hold no elements%s",
             name, rule->name, what_to_do(rule, meant));
    g_free(name);
    g_free(all);
}

/* Something that had to stand before was left out: told once, and reading goes on behind it. */
static void tell_left_out(ladle_reader *reader, const ladle_frame *parent, const char *name,
                          ladle_pos pos, uint64_t needed)
{
    if (parent->lost_child)
        return; /* it may be what was unknown */
    char *missing = listed(reader, parent->rule, needed);
    TELL(reader, LADLE_DIAG_MISSING_TAG, pos, "<%s> lacks %s, which must stand before <%s>",
         parent->rule->name, missing, name);
    g_free(missing);
}

static void tell_misplaced(ladle_reader *reader, const ladle_frame *parent, const char *name,
                           ladle_pos pos)
{
    char *next = listed(reader, parent->rule, parent->state.next);
    if (parent->had_text)
        TELL(reader, LADLE_DIAG_MISPLACED_TAG, pos,
             "<%s> may not stand beside text in <%s>; put the text into a <p>", name,
             parent->rule->name);
    else if (*next)
        TELL(reader, LADLE_DIAG_MISPLACED_TAG, pos,
             "<%s> may not stand here in <%s>; here may follow %s%s", name, parent->rule->name,
             next, parent->state.may_end ? " or its end" : "");
    else
        TELL(reader, LADLE_DIAG_MISPLACED_TAG, pos,
             "<%s> may not stand here in <%s>, which must end here", name, parent->rule->name);
    g_free(next);
}

/* ------------------------------------------------------------------------------ attributes */

static int attribute_index(const ladle_rule *rule, const char *name)
{
    for (unsigned i = 0; i < rule->n_attributes; i++)
        if (strcmp(rule->attributes[i].name, name) == 0)
            return (int)i;
    return -1;
}

static void tell_unknown_attribute(ladle_reader *reader, const ladle_frame *frame, const char *name,
                                   ladle_pos pos)
{
    const char *candidates[LADLE_ROW_ATTRIBUTES + 1];
    for (unsigned i = 0; i < frame->rule->n_attributes; i++)
        candidates[i] = frame->rule->attributes[i].name;
    candidates[frame->rule->n_attributes] = NULL;
    const char *near = ladle_nearest_name(name, candidates);
    char *cut = ladle_shown(name);
    if (near)
        TELL(reader, LADLE_DIAG_UNKNOWN_ATTRIBUTE, pos,
             "unknown attribute %s on <%s> (did you mean %s?)", cut, frame->rule->name, near);
    else
        TELL(reader, LADLE_DIAG_UNKNOWN_ATTRIBUTE, pos, "unknown attribute %s on <%s>", cut,
             frame->rule->name);
    g_free(cut);
}

/* What the attribute refers to, where it takes ids; -1: nothing that has a name. */
static int kind_of_reference(const ladle_attribute_rule *rule)
{
    static const struct {
        const char *attribute;
        ladle_kind kind;
    } table[] = {
        {"wave", LADLE_KIND_WAVE},         {"organisation", LADLE_KIND_ORGANISATION},
        {"lead", LADLE_KIND_ORGANISATION}, {"person", LADLE_KIND_PERSON},
        {"speaker", LADLE_KIND_PERSON},    {"respondent", LADLE_KIND_PERSON},
        {"sector", LADLE_KIND_SECTOR},     {"partnership", LADLE_KIND_PARTNERSHIP},
        {"level", LADLE_KIND_LEVEL},       {"dimension", LADLE_KIND_DIMENSION},
        {"element", LADLE_KIND_ELEMENT},   {"indicator", LADLE_KIND_INDICATOR},
        {"redesign", LADLE_KIND_REDESIGN}, {"factor", LADLE_KIND_FACTOR},
        {"guide", LADLE_KIND_GUIDE},       {"question", LADLE_KIND_QUESTION},
        {"meeting", LADLE_KIND_RECORD},    {"record", LADLE_KIND_RECORD},
        {"source", LADLE_KIND_SOURCE},
    };
    bool refers = rule->type == LADLE_VALUE_ID || rule->type == LADLE_VALUE_REFS;
    for (unsigned i = 0; refers && i < G_N_ELEMENTS(table); i++)
        if (strcmp(table[i].attribute, rule->name) == 0)
            return (int)table[i].kind;
    return -1;
}

/* Whether a list of ids is the name of one thing, as "Aftaler og møder" is, and its words no ids.
 */
static bool is_name_of_words(ladle_reader *reader, const ladle_attribute_rule *rule,
                             const char *value)
{
    int found = kind_of_reference(rule);
    if (rule->type != LADLE_VALUE_REFS || found < 0 || !strchr(value, ' ') ||
        !ladle_names_called(reader->names, (ladle_kind)found, value))
        return false;
    char **words = g_strsplit(value, " ", -1);
    bool any_id = false;
    for (char **word = words; *word; word++)
        any_id = any_id || ladle_names_lookup(reader->names, (ladle_kind)found, *word);
    g_strfreev(words);
    return !any_id;
}

/* A name in words where an id must stand. False: it is none. */
static bool tell_name_as_id(ladle_reader *reader, const ladle_frame *frame,
                            const ladle_attribute_rule *rule, const char *value, ladle_pos pos)
{
    int found = kind_of_reference(rule);
    ladle_kind kind = (ladle_kind)found;
    const char *ids = found < 0 ? NULL : ladle_names_called(reader->names, kind, value);
    const char *near = found < 0 ? NULL : ladle_names_nearly_called(reader->names, kind, value);
    if (!ids && !near)
        return false;
    const char *name = rule->name, *in = frame->rule->name;
    char *cut = ladle_shown(value);
    if (!ids)
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos,
             "%s=\"%s\" on <%s> is not an id (did you mean %s=\"%s\"?)", name, cut, in, name, near);
    else if (strchr(ids, ','))
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos,
             "%s on <%s> has a name instead of an id, and more than one is called so; write one of "
             "%s",
             name, in, ids);
    else if (ladle_kind_is_confidential(kind))
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos,
             "%s on <%s> has a name instead of an id; write %s=\"%s\"", name, in, name, ids);
    else
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos,
             "%s=\"%s\" on <%s> is a name, not an id; write %s=\"%s\"", name, cut, in, name, ids);
    g_free(cut);
    return true;
}

/* An id whose letters and accents are written apart, as in names of files on a Mac, looks like one
 * that is right. False: it is none. */
static bool tell_letters_apart(ladle_reader *reader, const ladle_frame *frame,
                               const ladle_attribute_rule *rule, const char *value, ladle_pos pos)
{
    bool takes_ids = rule->type == LADLE_VALUE_ID || rule->type == LADLE_VALUE_REFS;
    char *whole = takes_ids ? g_utf8_normalize(value, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;
    bool apart = whole && strcmp(whole, value) != 0 && ladle_value_fits(rule, whole);
    if (apart) {
        char *cut = ladle_shown(whole);
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos,
             "%s=\"%s\" on <%s> has a letter and its accent written as two characters, though it "
             "looks "
             "like one; type the word anew",
             rule->name, cut, frame->rule->name);
        g_free(cut);
    }
    g_free(whole);
    return apart;
}

static bool is_number(ladle_value_type type)
{
    return type == LADLE_VALUE_COUNT || type == LADLE_VALUE_AMOUNT || type == LADLE_VALUE_GOAL;
}

static void tell_bad_value(ladle_reader *reader, const ladle_frame *frame,
                           const ladle_attribute_rule *rule, const char *value, ladle_pos pos)
{
    if (tell_letters_apart(reader, frame, rule, value, pos) ||
        tell_name_as_id(reader, frame, rule, value, pos))
        return;
    char *cut = ladle_shown(value);
    if (rule->choices) {
        const char *near = ladle_nearest_name(value, rule->choices);
        char *all = g_strjoinv(", ", (char **)rule->choices);
        if (near)
            TELL(reader, LADLE_DIAG_BAD_VALUE, pos,
                 "%s=\"%s\" on <%s> is none of %s (did you mean \"%s\"?)", rule->name, cut,
                 frame->rule->name, all, near);
        else
            TELL(reader, LADLE_DIAG_BAD_VALUE, pos, "%s=\"%s\" on <%s> is none of %s", rule->name,
                 cut, frame->rule->name, all);
        g_free(all);
    } else if (!*value) {
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos, "%s on <%s> is empty; it must be %s", rule->name,
             frame->rule->name, ladle_value_wanted(rule->type));
    } else {
        char *meant = is_number(rule->type) ? ladle_value_meant(value) : NULL;
        TELL(reader, LADLE_DIAG_BAD_VALUE, pos, "%s=\"%s\" on <%s> is not %s%s%s", rule->name, cut,
             frame->rule->name, ladle_value_wanted(rule->type), meant ? "; write " : "",
             meant ? meant : "");
        g_free(meant);
    }
    g_free(cut);
}

static void check_attribute(ladle_reader *reader, ladle_frame *frame,
                            const ladle_xml_attribute *attribute, GString *buffer)
{
    bool of_xml = g_strcmp0(attribute->uri, XML_NAMESPACE) == 0;
    char name[64];
    g_snprintf(name, sizeof(name), "%s%s", of_xml ? "xml:" : "", attribute->name);
    int i = !attribute->uri || of_xml ? attribute_index(frame->rule, name) : -1;
    if (i < 0) {
        tell_unknown_attribute(reader, frame, name, attribute->pos);
        return;
    }
    const ladle_attribute_rule *rule = &frame->rule->attributes[i];
    g_string_set_size(buffer, 0);
    ladle_collapse(buffer, attribute->value);
    frame->places[i] = attribute->pos;
    if (ladle_value_fits(rule, buffer->str) && !is_name_of_words(reader, rule, buffer->str))
        frame->values[i] = ladle_arena_strndup(reader->arena, buffer->str, buffer->len);
    else
        tell_bad_value(reader, frame, rule, buffer->str, attribute->pos);
}

static void tell_missing_attributes(ladle_reader *reader, const ladle_frame *frame)
{
    for (unsigned i = 0; i < frame->rule->n_attributes; i++)
        if (frame->rule->attributes[i].needed && !frame->places[i].file)
            TELL(
                reader, LADLE_DIAG_MISSING_ATTRIBUTE, frame->pos, "<%s> lacks the attribute %s%s",
                frame->rule->name, frame->rule->attributes[i].name,
                strcmp(frame->rule->attributes[i].name, "alt") == 0
                    ? "; say in a sentence or two what the image shows, for those who cannot see it"
                    : "");
}

/* Of the attributes that stand in any of the rule's sets, exactly those of one set must be there.
 */
static void check_together(ladle_reader *reader, const ladle_frame *frame)
{
    const ladle_rule *rule = frame->rule;
    unsigned there = 0, in_sets = 0;
    for (unsigned i = 0; i < rule->n_attributes; i++)
        there |= (frame->places[i].file != NULL) * (1u << i);
    for (unsigned i = 0; i < rule->n_sets; i++)
        in_sets |= rule->sets[i];
    for (unsigned i = 0; i < rule->n_sets; i++)
        if ((there & in_sets) == rule->sets[i])
            return;
    if (!rule->n_sets)
        return;
    char **parts = g_strsplit(rule->row->together, " ", -1), *with_and = g_strjoinv(" and ", parts);
    char **choices = g_strsplit(with_and, "|", -1), *list = g_strjoinv(", or ", choices);
    TELL(reader, LADLE_DIAG_ATTRIBUTE_CHOICE, frame->pos, "<%s> must have either %s",
         frame->rule->name, list);
    g_strfreev(parts);
    g_strfreev(choices);
    g_free(with_and);
    g_free(list);
}

static void check_attributes(ladle_reader *reader, ladle_frame *frame, const ladle_xml_tag *tag)
{
    GString *buffer = g_string_new(NULL);
    for (unsigned i = 0; i < tag->n_attributes; i++)
        check_attribute(reader, frame, &tag->attributes[i], buffer);
    g_string_free(buffer, TRUE);
    tell_missing_attributes(reader, frame);
    check_together(reader, frame);
}

/* ---------------------------------------------------------------------------------- events */

static bool give_up(ladle_reader *reader, ladle_pos pos)
{
    if (reader->passed_over > LADLE_MOST_PASSED_OVER)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_READING_STOPPED, pos,
                       "after %d elements inside unknown ones the rest of the file was not read",
                       LADLE_MOST_PASSED_OVER);
    else if (reader->grammar_errors >= LADLE_MOST_GRAMMAR_ERRORS)
        ladle_diag_add(reader->diagnostics, LADLE_DIAG_READING_STOPPED, pos,
                       "after %u errors the rest of the file was not read", reader->grammar_errors);
    else
        return false;
    reader->gave_up = true;
    return true;
}

/* The rule for a child; NULL when it is unknown, which is told. A child in the wrong place is told
 * and read all the same, so that what is wrong inside it is told too. */
static const ladle_rule *rule_of_child(ladle_reader *reader, ladle_frame *parent,
                                       const ladle_xml_tag *tag)
{
    int row = -1;
    if (g_strcmp0(tag->uri, LADLE_STUDY_NAMESPACE) == 0)
        row = ladle_model_child(reader->grammar, parent->rule, tag->name);
    if (row < 0) {
        parent->lost_child = true;
        tell_unknown_element(reader, parent, tag);
        return NULL;
    }
    const ladle_rule *rule = &reader->grammar->rules[row];
    bool beside_text = parent->rule->row->holds == LADLE_HOLDS_EITHER && parent->had_text &&
                       ladle_text_is_block(rule->row->key);
    uint64_t needed = 0, next = parent->state.next;
    if (beside_text)
        tell_misplaced(reader, parent, tag->name, tag->pos);
    else if (ladle_model_take(parent->rule, &parent->state, (unsigned)row))
        return rule;
    else if (ladle_model_skip(parent->rule, &parent->state, (unsigned)row, &needed))
        tell_left_out(reader, parent, tag->name, tag->pos, needed ? needed : next);
    else
        tell_misplaced(reader, parent, tag->name, tag->pos);
    return rule;
}

static void push(ladle_reader *reader, const ladle_rule *rule, const ladle_xml_tag *tag)
{
    ladle_frame *frame = &reader->frames[reader->depth++];
    GString *text = frame->text ? frame->text : g_string_new(NULL);
    g_string_set_size(text, 0);
    *frame = (ladle_frame){
        .rule = rule, .state = ladle_model_start(rule), .pos = tag->pos, .text = text};
    check_attributes(reader, frame, tag);
    if (rule->row->start)
        rule->row->start(reader, frame);
}

static bool hear_start(void *self, const ladle_xml_tag *tag)
{
    ladle_reader *reader = self;
    if (give_up(reader, tag->pos))
        return false;
    if (reader->skipped) {
        reader->skipped++;
        reader->passed_over++;
        return true;
    }
    if (reader->depth == 1)
        ladle_reader_begin_owner(reader); /* the children of the root own their errors */
    const ladle_rule *rule;
    if (reader->depth)
        rule = rule_of_child(reader, &reader->frames[reader->depth - 1], tag);
    else
        rule = ladle_grammar_root(reader->grammar, tag->name);
    if (rule)
        push(reader, rule, tag);
    else
        reader->skipped = 1;
    return true;
}

static bool is_all_blank(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr(" \t\r\n", bytes[i]))
            return false;
    return true;
}

static bool has_blocks(const ladle_reader *reader, const ladle_frame *frame)
{
    for (unsigned i = 0; i < frame->rule->n_positions; i++)
        if ((frame->state.next >> i & 1) &&
            !ladle_text_is_block(reader->grammar->rules[frame->rule->positions[i].row].row->key))
            return false;
    return true;
}

static void tell_stray(ladle_reader *reader, ladle_frame *frame, ladle_pos pos)
{
    if (frame->told_text)
        return;
    frame->told_text = true;
    TELL(reader, LADLE_DIAG_STRAY_TEXT, pos, "text may not stand in <%s>; put it into an element",
         frame->rule->name);
}

static void add_text(ladle_reader *reader, ladle_frame *frame, const char *bytes, size_t n)
{
    if (frame->told_text)
        return;
    if (frame->text->len + n <= LADLE_LONGEST_TEXT) {
        g_string_append_len(frame->text, bytes, (gssize)n);
        return;
    }
    frame->told_text = true;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_TEXT_TOO_LONG, frame->pos,
                   "the text of <%s> is longer than %d MiB; divide it", frame->rule->name,
                   LADLE_LONGEST_TEXT / (1024 * 1024));
}

static bool hear_text(void *self, const char *bytes, size_t n, ladle_pos pos)
{
    ladle_reader *reader = self;
    if (reader->skipped || !reader->depth)
        return true;
    ladle_frame *frame = &reader->frames[reader->depth - 1];
    ladle_holds holds = frame->rule->row->holds;
    bool blank = is_all_blank(bytes, n);
    if (holds == LADLE_HOLDS_WORDS || holds == LADLE_HOLDS_TEXT) {
        add_text(reader, frame, bytes, n);
    } else if (holds == LADLE_HOLDS_MIXED || holds == LADLE_HOLDS_EITHER) {
        bool in_blocks = holds == LADLE_HOLDS_EITHER && has_blocks(reader, frame);
        if (in_blocks && !blank)
            tell_stray(reader, frame, pos);
        if (in_blocks)
            return true;
        frame->had_text = frame->had_text || !blank;
        ladle_text_hear(reader, bytes, n, pos);
    } else if (!blank) {
        tell_stray(reader, frame, pos);
    }
    return true;
}

static void check_end(ladle_reader *reader, ladle_frame *frame)
{
    if (frame->rule->row->holds == LADLE_HOLDS_WORDS && !frame->told_text &&
        is_all_blank(frame->text->str, frame->text->len)) {
        TELL(reader, LADLE_DIAG_EMPTY_TEXT, frame->pos, "<%s> is empty; it must hold some text",
             frame->rule->name);
        return;
    }
    if (frame->state.may_end || frame->lost_child)
        return;
    char *next = listed_with(reader, frame->rule, frame->state.next, " or ");
    TELL(reader, LADLE_DIAG_MISSING_TAG, frame->pos, "<%s> is incomplete; it lacks %s",
         frame->rule->name, next);
    g_free(next);
}

static void hear_end(void *self)
{
    ladle_reader *reader = self;
    if (reader->skipped) {
        reader->skipped--;
        return;
    }
    ladle_frame *frame = &reader->frames[reader->depth - 1];
    check_end(reader, frame);
    if (frame->rule->row->end)
        frame->rule->row->end(reader, frame);
    reader->depth--;
    if (reader->depth == 1 && frame->thing)
        ladle_reader_end_owner(reader, frame->thing);
}

/* What a file that broke off left in the hands of its handlers. */
static void forget_unfinished(ladle_reader *reader)
{
    static const ladle_list lists[] = {
        LADLE_LIST_MUNICIPALITIES, LADLE_LIST_MEMBERS,           LADLE_LIST_OWN_GROUPS,
        LADLE_LIST_LINES,          LADLE_LIST_COLUMN_INDICATORS, LADLE_LIST_GUIDE_QUESTIONS,
        LADLE_LIST_PARTICIPANTS,   LADLE_LIST_STATEMENTS,
    };
    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_set_size(reader->lists[lists[i]], 0);
    for (unsigned i = 0; i < LADLE_PARTS; i++)
        g_array_set_size(reader->parts[i], 0);
    g_string_set_size(reader->chars, 0);
    reader->text = NULL;
}

static bool is_of_place(ladle_diag_code code)
{
    return code == LADLE_DIAG_UNKNOWN_TAG || code == LADLE_DIAG_MISPLACED_TAG ||
           code == LADLE_DIAG_MISSING_TAG || code == LADLE_DIAG_STRAY_TEXT;
}

static bool is_before(ladle_pos a, ladle_pos b)
{
    return a.line < b.line || (a.line == b.line && a.column <= b.column);
}

/* context: the place of the element that is open. */
static bool follows_from_open_tag(const ladle_diag *diag, const void *context)
{
    return is_of_place(diag->code) && !is_before(diag->pos, *(const ladle_pos *)context);
}

void ladle_reader_take_back(ladle_reader *reader, unsigned first,
                            bool (*follows)(const ladle_diag *diag, const void *context),
                            const void *context)
{
    GHashTableIter iter;
    void *message;
    ladle_diag_take_back_of(reader->diagnostics, first, follows, context);
    g_hash_table_iter_init(&iter, reader->broken);
    while (g_hash_table_iter_next(&iter, NULL, &message))
        if (GPOINTER_TO_UINT(message) > first)
            g_hash_table_iter_replace(&iter, NULL);
}

/* An element whose end tag was forgotten swallows what follows, and each of that was told as out of
 * place. When the file then breaks off, only why it did is left to be told. */
static void take_back_what_follows(ladle_reader *reader, unsigned first)
{
    if (reader->depth >= 2)
        ladle_reader_take_back(reader, first, follows_from_open_tag,
                               &reader->frames[reader->depth - 1].pos);
}

/* The record or text that is open when a file breaks off stands in no list yet, but its name is
 * known, and that of what stands in it. */
static void break_open_owner(ladle_reader *reader)
{
    void *owner = reader->depth >= 2 ? reader->frames[1].thing : NULL;
    if (owner)
        g_hash_table_insert(reader->broken, owner, NULL);
}

bool ladle_reader_read(ladle_reader *reader, const ladle_xml_source *source, const char *folder)
{
    static const ladle_xml_handler handler = {hear_start, hear_end, hear_text};
    reader->file = source->name;
    reader->file_folder = folder;
    reader->depth = reader->skipped = reader->grammar_errors = reader->passed_over = 0;
    reader->gave_up = false;
    reader->checked = ladle_diag_total(reader->diagnostics);
    g_array_set_size(reader->orphans, 0);
    forget_unfinished(reader);
    unsigned first = reader->checked;
    ladle_xml_outcome outcome = ladle_xml_read(source, &handler, reader, reader->diagnostics);
    if (outcome == LADLE_XML_REFUSED)
        take_back_what_follows(reader, first);
    if (outcome != LADLE_XML_READ)
        break_open_owner(reader);
    return outcome == LADLE_XML_READ;
}

/* ----------------------------------------------------------------------------- for handlers */

const char *ladle_frame_value(const ladle_frame *frame, const char *name)
{
    int i = attribute_index(frame->rule, name);
    return i < 0 ? NULL : frame->values[i];
}

const char *ladle_frame_id(const ladle_frame *frame)
{
    const char *id = ladle_frame_value(frame, "id");
    return id ? id : "?";
}

ladle_pos ladle_frame_place(const ladle_frame *frame, const char *name)
{
    int i = attribute_index(frame->rule, name);
    return i < 0 || !frame->places[i].file ? frame->pos : frame->places[i];
}

const char *ladle_frame_words(ladle_reader *reader, const ladle_frame *frame)
{
    GString *collapsed = g_string_sized_new(frame->text->len);
    ladle_collapse(collapsed, frame->text->str);
    const char *words = ladle_arena_strndup(reader->arena, collapsed->str, collapsed->len);
    g_string_free(collapsed, TRUE);
    return words;
}

ladle_frame *ladle_frame_parent(ladle_reader *reader, const ladle_frame *frame)
{
    return frame == reader->frames ? NULL : (ladle_frame *)frame - 1;
}

bool ladle_frame_is(const ladle_frame *frame, const char *key)
{
    return strcmp(frame->rule->row->key, key) == 0;
}

const char *ladle_reader_language(const ladle_reader *reader)
{
    return ladle_frame_value(&reader->frames[0], "xml:lang");
}

int ladle_frame_choice(const ladle_frame *frame, const char *name)
{
    int i = attribute_index(frame->rule, name);
    if (i < 0 || !frame->values[i])
        return -1;
    const char **choices = frame->rule->attributes[i].choices;
    for (int choice = 0; choices[choice]; choice++)
        if (strcmp(choices[choice], frame->values[i]) == 0)
            return choice;
    return -1;
}

const ladle_date *ladle_frame_date(ladle_reader *reader, const ladle_frame *frame, const char *name)
{
    const char *text = ladle_frame_value(frame, name);
    if (!text)
        return NULL;
    ladle_date *date = LADLE_NEW(reader->arena, ladle_date);
    const char *wrong = ladle_edtf_parse(text, date);
    if (!wrong)
        return date;
    char *meant = ladle_date_meant(text, &wrong);
    const char *why =
        ladle_date_has_dash(text) ? "a dash stands in it, which looks like a hyphen" : wrong;
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_BAD_DATE, ladle_frame_place(frame, name),
                   "%s=\"%s\" on <%s> is not a date: %s%s%s", name, text, frame->rule->name, why,
                   meant ? "; write " : "", meant ? meant : "");
    g_free(meant);
    return NULL;
}

void ladle_frame_call(ladle_reader *reader, const ladle_frame *frame, ladle_kind kind,
                      const char *words)
{
    ladle_names_call(reader->names, kind, ladle_frame_value(frame, "id"), words);
}

bool ladle_frame_number(ladle_reader *reader, const ladle_frame *frame, const char *name,
                        double *number)
{
    const char *text = ladle_frame_value(frame, name);
    if (!text)
        return false;
    *number = ladle_value_number(text) + 0.0; /* no -0 */
    if (!ladle_value_is_doubtful(text))
        return true;
    char *thousands = ladle_value_as_thousands(text), *decimal = ladle_value_as_decimal(text);
    ladle_diag_add(reader->diagnostics, LADLE_DIAG_DOUBTFUL_NUMBER, ladle_frame_place(frame, name),
                   "%s=\"%s\" on <%s> can be read as thousands and as a decimal number; write %s, "
                   "or %s",
                   name, text, frame->rule->name, thousands, decimal);
    g_free(thousands);
    g_free(decimal);
    return false;
}

void *ladle_frame_refers(ladle_reader *reader, const ladle_frame *frame, const char *name,
                         ladle_kind kind)
{
    return ladle_names_resolve(reader->names, kind, ladle_frame_value(frame, name),
                               frame->rule->name, ladle_frame_place(frame, name),
                               reader->diagnostics);
}

void ladle_reader_postpone(ladle_reader *reader, const ladle_frame *frame, const char *name,
                           ladle_kind kind, void **slot, void *owner)
{
    ladle_pending pending = {kind,
                             ladle_frame_value(frame, name),
                             frame->rule->name,
                             ladle_frame_place(frame, name),
                             slot,
                             owner};
    if (pending.id)
        g_array_append_val(reader->pending, pending);
}

void *ladle_reader_take_list(ladle_reader *reader, ladle_list list, unsigned *n)
{
    GPtrArray *grown = reader->lists[list];
    void **copy = LADLE_NEW_ARRAY(reader->arena, void *, grown->len);
    if (grown->len)
        memcpy(copy, grown->pdata, grown->len * sizeof(void *));
    *n = grown->len;
    g_ptr_array_set_size(grown, 0);
    return copy;
}

void *ladle_reader_take_parts(ladle_reader *reader, ladle_parts parts, unsigned *n)
{
    GArray *grown = reader->parts[parts];
    size_t size = g_array_get_element_size(grown);
    void *copy = ladle_arena_array(reader->arena, grown->len, size);
    if (grown->len)
        memcpy(copy, grown->data, grown->len * size);
    *n = grown->len;
    g_array_set_size(grown, 0);
    return copy;
}

void ladle_reader_note_orphans(ladle_reader *reader)
{
    unsigned total = ladle_diag_total(reader->diagnostics);
    for (; reader->checked < total; reader->checked++)
        if (ladle_diag_at(reader->diagnostics, reader->checked)->severity == LADLE_ERROR)
            g_array_append_val(reader->orphans, reader->checked);
}

void ladle_reader_begin_owner(ladle_reader *reader)
{
    ladle_reader_note_orphans(reader);
    reader->first_message = ladle_diag_total(reader->diagnostics);
    reader->first_error = ladle_diag_count(reader->diagnostics, LADLE_ERROR);
}

void ladle_reader_end_owner(ladle_reader *reader, void *owner)
{
    reader->checked = ladle_diag_total(reader->diagnostics);
    if (ladle_diag_count(reader->diagnostics, LADLE_ERROR) == reader->first_error)
        return;
    unsigned i = reader->first_message;
    while (ladle_diag_at(reader->diagnostics, i)->severity != LADLE_ERROR)
        i++;
    g_hash_table_insert(reader->broken, owner, GUINT_TO_POINTER(i + 1));
}

void ladle_reader_break(ladle_reader *reader, void *owner)
{
    unsigned last = ladle_diag_total(reader->diagnostics);
    if (owner && !g_hash_table_contains(reader->broken, owner))
        g_hash_table_insert(reader->broken, owner, GUINT_TO_POINTER(last));
}
