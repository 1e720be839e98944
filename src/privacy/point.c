/* The model. A text of the study knows the place of its element. From there on the file's own bytes
 * are read as a reader sees them (tags are nothing, references to characters are these), and
 * folded; the word is the one that comes as often before as it does in the text. */
#include "privacy/point.h"

#include "privacy/fold.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* What a reader sees of a piece of XML, and where each byte of it stands there. */
typedef struct {
    GString *seen;
    GArray *places; /* size_t */
} sight;

static void see(sight *to, const char *bytes, size_t n, size_t place)
{
    g_string_append_len(to->seen, bytes, (gssize)n);
    for (size_t i = 0; i < n; i++)
        g_array_append_val(to->places, place);
}

/* The character that a reference stands for; 0: none that matters here. */
static gunichar referred(const char *from)
{
    static const struct {
        const char *name;
        gunichar letter;
    } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (unsigned i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_has_prefix(from, known[i].name))
            return known[i].letter;
    if (from[1] != '#')
        return 0;
    bool hexadecimal = from[2] == 'x';
    guint64 code = g_ascii_strtoull(from + (hexadecimal ? 3 : 2), NULL, hexadecimal ? 16 : 10);
    return code < 0x110000 && g_unichar_validate((gunichar)code) ? (gunichar)code : 0;
}

static sight look_at(const char *xml, size_t from, size_t length, bool tags)
{
    sight to = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(size_t))};
    bool in_tag = false;
    for (size_t at = from; at < from + length;) {
        size_t step = 1;
        const char *end;
        if (!tags && xml[at] == '<')
            in_tag = true;
        if (!in_tag && xml[at] == '&' && (end = strchr(xml + at, ';'))) {
            char bytes[8];
            gunichar letter = referred(xml + at);
            see(&to, bytes, letter ? (size_t)g_unichar_to_utf8(letter, bytes) : 0, at);
            step = (size_t)(end - (xml + at)) + 1;
        } else if (!in_tag) {
            see(&to, xml + at, 1, at);
        }
        if (xml[at] == '>')
            in_tag = false;
        at += step;
    }
    return to;
}

static void release(sight of)
{
    g_string_free(of.seen, TRUE);
    g_array_free(of.places, TRUE);
}

/* The words of a text that hold its bytes from `from` to `to`. */
typedef struct {
    unsigned first, n;
} words;

static words words_at(const ladle_folded *text, size_t from, size_t to)
{
    words at = {.first = text->n};
    for (unsigned i = 0; i < text->n; i++) {
        if (text->words[i].to <= from || text->words[i].from >= MAX(to, from + 1))
            continue;
        at.first = MIN(at.first, i);
        at.n = i - at.first + 1;
    }
    return at;
}

static bool is_same(const ladle_folded *left, unsigned at, const ladle_folded *right,
                    unsigned other, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (at + i >= left->n || strcmp(left->words[at + i].folded, right->words[other + i].folded))
            return false;
    return true;
}

/* The byte of what is seen at which the words begin; SIZE_MAX: nowhere. */
static size_t find_in(const char *seen, const ladle_folded *text, words at)
{
    unsigned before = 0;
    for (unsigned i = 0; i < at.first; i++)
        before += is_same(text, i, text, at.first, at.n);
    ladle_folded folded = ladle_fold(seen);
    size_t found = SIZE_MAX;
    for (unsigned i = 0; i < folded.n && found == SIZE_MAX; i++)
        if (is_same(&folded, i, text, at.first, at.n) && before-- == 0)
            found = folded.words[i].from;
    ladle_folded_free(folded);
    return found;
}

static size_t start_of_line(const char *xml, unsigned line)
{
    const char *at = xml;
    for (unsigned i = 1; i < line && at; i++)
        at = (at = strchr(at, '\n')) ? at + 1 : NULL;
    return at ? (size_t)(at - xml) : SIZE_MAX;
}

static ladle_pos place_of(const char *xml, size_t at, const char *file)
{
    ladle_pos pos = {.file = file, .line = 1, .column = 1};
    for (size_t i = 0; i < at; i++) {
        bool line_ends = xml[i] == '\n';
        pos.line += line_ends;
        pos.column = line_ends ? 1 : pos.column + ((xml[i] & 0xC0) != 0x80);
    }
    return pos;
}

/* Looks for the words in the file from a byte on, without tags, then (for words of attributes) with
 * them. */
static ladle_pos find_from(const char *xml, size_t start, const ladle_leak_text *text,
                           const ladle_folded *folded, words at)
{
    enum { ROOM = 4000 };
    size_t length = MIN(strlen(xml + start), strlen(text->words) * 4 + ROOM);
    for (unsigned tags = 0; tags < 2; tags++) {
        sight of = look_at(xml, start, length, tags);
        size_t found = g_utf8_validate(of.seen->str, (gssize)of.seen->len, NULL)
                           ? find_in(of.seen->str, folded, at)
                           : SIZE_MAX;
        ladle_pos pos = found == SIZE_MAX ? (ladle_pos){0}
                                          : place_of(xml, g_array_index(of.places, size_t, found),
                                                     text->pos.file);
        release(of);
        if (pos.file)
            return pos;
    }
    return text->pos;
}

ladle_pos ladle_leak_point(const ladle_study *study, const ladle_leak_text *text, size_t from,
                           size_t to)
{
    if (!text->pos.file || !study->directory)
        return text->pos;
    ladle_pos pos = text->pos;
    char *path = g_build_filename(study->directory, text->pos.file, NULL), *xml = NULL;
    ladle_folded folded = ladle_fold(text->words);
    words at = words_at(&folded, from, to);
    size_t start = g_file_get_contents(path, &xml, NULL, NULL) && at.n
                       ? start_of_line(xml, text->pos.line)
                       : SIZE_MAX;
    if (start != SIZE_MAX)
        pos = find_from(xml, start, text, &folded, at);
    ladle_folded_free(folded);
    g_free(xml);
    g_free(path);
    return pos;
}
