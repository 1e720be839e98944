#include "base/diag.h"

#include <glib.h>
#include <string.h>

enum { PRINTED_PER_FILE = 100 };

struct ladle_diagnostics {
    ladle_arena *arena; /* messages and the names of files */
    GHashTable *files;  /* names of files, each kept once */
    GPtrArray *all;     /* of ladle_diag, in the order they were added */
    unsigned printed;   /* how many of them were printed, or counted as not shown */
    unsigned not_shown;
    unsigned counts[LADLE_ERROR + 1];
    unsigned n_files;
};

typedef struct {
    const char *text, *title, *explanation;
    ladle_severity severity;
} code_facts;

static const code_facts facts[LADLE_DIAG_COUNT] = {
#define LADLE_CODE(name, severity_, code, title_, explanation_)                                    \
    [LADLE_DIAG_##name] = {.text = (code),                                                         \
                           .title = (title_),                                                      \
                           .explanation = (explanation_),                                          \
                           .severity = (severity_)},
#include "base/diag_codes.def"
#undef LADLE_CODE
};

static const char *const severity_names[] = {"note", "warning", "error"};

ladle_diagnostics *ladle_diagnostics_new(void)
{
    ladle_diagnostics *diagnostics = g_new0(ladle_diagnostics, 1);
    diagnostics->arena = ladle_arena_new();
    diagnostics->files = g_hash_table_new(g_str_hash, g_str_equal);
    diagnostics->all = g_ptr_array_new();
    return diagnostics;
}

void ladle_diagnostics_free(ladle_diagnostics *diagnostics)
{
    if (!diagnostics)
        return;
    g_hash_table_destroy(diagnostics->files);
    g_ptr_array_free(diagnostics->all, TRUE);
    ladle_arena_free(diagnostics->arena);
    g_free(diagnostics);
}

/* Whether a character could change how a terminal shows the rest of the line. */
static bool is_treacherous(gunichar c)
{
    return g_unichar_iscntrl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x2028 || c == 0x2029;
}

/* The text as one line that a terminal shows as it is: white space is a space, what else would
 * move the cursor or turn the direction of writing is U+FFFD. Frees `text`. */
static const char *one_line(ladle_arena *arena, char *text)
{
    char *valid = g_utf8_make_valid(text, -1);
    GString *line = g_string_sized_new(strlen(valid));
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\n' || c == '\t' || c == '\r')
            g_string_append_c(line, ' ');
        else
            g_string_append_unichar(line, is_treacherous(c) ? 0xFFFD : c);
    }
    const char *kept = ladle_arena_strndup(arena, line->str, line->len);
    g_string_free(line, TRUE);
    g_free(valid);
    g_free(text);
    return kept;
}

static ladle_pos kept_pos(ladle_diagnostics *diagnostics, ladle_pos pos)
{
    if (!pos.file)
        return (ladle_pos){0};
    char *known = g_hash_table_lookup(diagnostics->files, pos.file);
    if (!known) {
        known = ladle_arena_strdup(diagnostics->arena, pos.file);
        g_hash_table_add(diagnostics->files, known);
    }
    pos.file = known;
    return pos;
}

void ladle_diag_add(ladle_diagnostics *diagnostics, ladle_diag_code code, ladle_pos pos,
                    const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);

    ladle_diag *diag = LADLE_NEW(diagnostics->arena, ladle_diag);
    diag->code = code;
    diag->severity = facts[code].severity;
    diag->pos = kept_pos(diagnostics, pos);
    diag->message = one_line(diagnostics->arena, message);
    diagnostics->counts[diag->severity]++;
    g_ptr_array_add(diagnostics->all, diag);
}

void ladle_diag_take_back(ladle_diagnostics *diagnostics, unsigned total)
{
    unsigned from = MAX(total, diagnostics->printed);
    if (from >= diagnostics->all->len)
        return;
    for (unsigned i = from; i < diagnostics->all->len; i++)
        diagnostics->counts[((const ladle_diag *)diagnostics->all->pdata[i])->severity]--;
    g_ptr_array_set_size(diagnostics->all, (int)from);
}

void ladle_diag_take_back_of(ladle_diagnostics *diagnostics, unsigned total,
                             bool (*follows)(const ladle_diag *diag, const void *context),
                             const void *context)
{
    guint kept = MAX(total, diagnostics->printed);
    for (guint i = kept; i < diagnostics->all->len; i++) {
        ladle_diag *diag = diagnostics->all->pdata[i];
        if (follows(diag, context))
            diagnostics->counts[diag->severity]--;
        else
            diagnostics->all->pdata[kept++] = diag;
    }
    g_ptr_array_set_size(diagnostics->all, (gint)MIN(kept, diagnostics->all->len));
}

void ladle_diag_relate(ladle_diagnostics *diagnostics, ladle_pos pos, const char *about)
{
    if (!diagnostics->all->len || !pos.file)
        return;
    ladle_diag *last = diagnostics->all->pdata[diagnostics->all->len - 1];
    last->related = kept_pos(diagnostics, pos);
    last->about = one_line(diagnostics->arena, g_strdup(about));
}

unsigned ladle_diag_count(const ladle_diagnostics *diagnostics, ladle_severity severity)
{
    return diagnostics->counts[severity];
}

unsigned ladle_diag_total(const ladle_diagnostics *diagnostics)
{
    return diagnostics->all->len;
}

const ladle_diag *ladle_diag_at(const ladle_diagnostics *diagnostics, unsigned i)
{
    return i < diagnostics->all->len ? diagnostics->all->pdata[i] : NULL;
}

void ladle_diag_files(ladle_diagnostics *diagnostics, unsigned files)
{
    diagnostics->n_files += files;
}

/* -------------------------------------------------------------------------------- printing */

static int compare_numbers(unsigned a, unsigned b)
{
    return (a > b) - (a < b);
}

/* 0 for what is wrong with a file as a whole, which the rest may follow from; else 1. */
static unsigned rank_of(const ladle_diag *diag)
{
    switch (diag->code) {
    case LADLE_DIAG_TEXT_TOO_LONG:
    case LADLE_DIAG_TOO_MANY_THINGS:
    case LADLE_DIAG_READING_STOPPED:
        return 1;
    default:
        return diag->severity == LADLE_ERROR && facts[diag->code].text[1] == '1' ? 0 : 1;
    }
}

/* Files in byte order, what is about no file last; within a file the most severe first, of these
 * what is wrong with the file as a whole (codes from 100), then by place. Messages that are equal
 * in all this keep the order in which they were added. */
static int compare_diags(const void *a, const void *b)
{
    const ladle_diag *x = *(ladle_diag *const *)a, *y = *(ladle_diag *const *)b;
    if (!x->pos.file != !y->pos.file)
        return x->pos.file ? -1 : 1;
    int order = x->pos.file ? strcmp(x->pos.file, y->pos.file) : 0;
    if (!order)
        order = compare_numbers(y->severity, x->severity);
    if (!order)
        order = compare_numbers(rank_of(x), rank_of(y));
    if (!order)
        order = compare_numbers(x->pos.line, y->pos.line);
    return order ? order : compare_numbers(x->pos.column, y->pos.column);
}

static void print_place(FILE *out, ladle_pos pos)
{
    char *shown = g_strdup(pos.file ? pos.file : "ladle");
    ladle_arena *arena = ladle_arena_new();
    fputs(one_line(arena, shown), out);
    ladle_arena_free(arena);
    if (pos.file && pos.line)
        fprintf(out, ":%u", pos.line);
    if (pos.file && pos.line && pos.column)
        fprintf(out, ":%u", pos.column);
}

static void print_plain(FILE *out, const ladle_diag *diag)
{
    print_place(out, diag->pos);
    fprintf(out, ": %s: %s [%s]\n", severity_names[diag->severity], diag->message,
            facts[diag->code].text);
    if (diag->related.file) {
        print_place(out, diag->related);
        fprintf(out, ": note: %s\n", diag->about);
    }
}

static void print_json_string(FILE *out, const char *text)
{
    char *valid = g_utf8_make_valid(text, -1);
    putc('"', out);
    for (const char *p = valid; *p; p++) {
        if (*p == '"' || *p == '\\')
            fprintf(out, "\\%c", *p);
        else if ((unsigned char)*p < 0x20 || *p == 0x7F)
            fprintf(out, "\\u%04x", (unsigned)*p);
        else
            putc(*p, out);
    }
    putc('"', out);
    g_free(valid);
}

static void print_json_place(FILE *out, ladle_pos pos)
{
    if (!pos.file)
        return;
    fputs("\"file\":", out);
    print_json_string(out, pos.file);
    if (pos.line)
        fprintf(out, ",\"line\":%u", pos.line);
    if (pos.line && pos.column)
        fprintf(out, ",\"column\":%u", pos.column);
    putc(',', out);
}

static void print_json(FILE *out, const ladle_diag *diag)
{
    putc('{', out);
    print_json_place(out, diag->pos);
    fprintf(out, "\"severity\":\"%s\",\"code\":\"%s\",\"message\":", severity_names[diag->severity],
            facts[diag->code].text);
    print_json_string(out, diag->message);
    if (diag->related.file) {
        fputs(",\"related\":{", out);
        print_json_place(out, diag->related);
        fputs("\"message\":", out);
        print_json_string(out, diag->about);
        putc('}', out);
    }
    fputs("}\n", out);
}

static void print_summary(const ladle_diagnostics *diagnostics, FILE *out, bool json)
{
    unsigned errors = diagnostics->counts[LADLE_ERROR];
    unsigned warnings = diagnostics->counts[LADLE_WARNING];
    unsigned files = diagnostics->n_files;
    if (json) {
        fprintf(out,
                "{\"summary\":true,\"errors\":%u,\"warnings\":%u,\"notes\":%u,\"files\":%u,"
                "\"not-shown\":%u}\n",
                errors, warnings, diagnostics->counts[LADLE_NOTE], files, diagnostics->not_shown);
        return;
    }
    fprintf(out, "%u error%s, %u warning%s in %u file%s", errors, errors == 1 ? "" : "s", warnings,
            warnings == 1 ? "" : "s", files, files == 1 ? "" : "s");
    if (diagnostics->not_shown)
        fprintf(out, " (%u more not shown)", diagnostics->not_shown);
    putc('\n', out);
}

void ladle_diag_print(ladle_diagnostics *diagnostics, FILE *out, bool json, bool summary)
{
    unsigned n = diagnostics->all->len - diagnostics->printed;
    GPtrArray *sorted = g_ptr_array_sized_new(n);
    for (unsigned i = diagnostics->printed; i < diagnostics->all->len; i++)
        g_ptr_array_add(sorted, diagnostics->all->pdata[i]);
    g_ptr_array_sort(sorted, compare_diags); /* stable, as GLib sorts by merging */
    const char *file = NULL;
    unsigned of_file = 0;
    for (unsigned i = 0; i < sorted->len; i++) {
        const ladle_diag *diag = sorted->pdata[i];
        if (i == 0 || diag->pos.file != file)
            of_file = 0;
        file = diag->pos.file;
        if (of_file++ >= PRINTED_PER_FILE)
            diagnostics->not_shown++;
        else if (json)
            print_json(out, diag);
        else
            print_plain(out, diag);
    }
    g_ptr_array_free(sorted, TRUE);
    diagnostics->printed = diagnostics->all->len;
    if (summary)
        print_summary(diagnostics, out, json);
}

/* ----------------------------------------------------------------------------------- codes */

const char *ladle_diag_text(ladle_diag_code code)
{
    return facts[code].text;
}

const char *ladle_diag_title(ladle_diag_code code)
{
    return facts[code].title;
}

const char *ladle_diag_explanation(ladle_diag_code code)
{
    return facts[code].explanation;
}

ladle_severity ladle_diag_severity(ladle_diag_code code)
{
    return facts[code].severity;
}

ladle_diag_code ladle_diag_lookup(const char *text)
{
    for (unsigned code = 0; code < LADLE_DIAG_COUNT; code++)
        if (g_ascii_strcasecmp(facts[code].text, text) == 0)
            return (ladle_diag_code)code;
    return LADLE_DIAG_COUNT;
}

/* ------------------------------------------------------------------------------- near names */

enum { LONGEST_COMPARED = 64 };

/* Edit distance (insert, leave out, replace, swap two neighbours) of two short texts. */
static unsigned edit_distance(const gunichar *a, unsigned n, const gunichar *b, unsigned m)
{
    unsigned rows[3][LONGEST_COMPARED + 1];
    unsigned *before = rows[0], *above = rows[1], *row = rows[2];
    for (unsigned j = 0; j <= m; j++)
        above[j] = j;
    for (unsigned i = 1; i <= n; i++) {
        row[0] = i;
        for (unsigned j = 1; j <= m; j++) {
            unsigned best = above[j - 1] + (a[i - 1] != b[j - 1]);
            best = MIN(best, MIN(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = MIN(best, before[j - 2] + 1);
            row[j] = best;
        }
        unsigned *reused = before;
        before = above;
        above = row;
        row = reused;
    }
    return above[m];
}

/* The characters of text; 0 when there are none, too many, or it is not UTF-8. */
static unsigned short_characters(const char *text, gunichar *characters)
{
    if (!g_utf8_validate(text, -1, NULL))
        return 0;
    unsigned n = 0;
    for (; *text && n < LONGEST_COMPARED; text = g_utf8_next_char(text))
        characters[n++] = g_utf8_get_char(text);
    return *text ? 0 : n;
}

const char *ladle_nearest_name(const char *name, const char *const *candidates)
{
    gunichar wanted[LONGEST_COMPARED], offered[LONGEST_COMPARED];
    unsigned n = short_characters(name, wanted);
    const char *nearest = NULL;
    unsigned best = MAX(n / 3, 2) + 1;
    for (; n && *candidates; candidates++) {
        unsigned m = short_characters(*candidates, offered);
        if (!m || (m > n ? m - n : n - m) >= best)
            continue;
        unsigned distance = edit_distance(wanted, n, offered, m);
        if (distance < best && distance < n && distance < m) {
            best = distance;
            nearest = *candidates;
        }
    }
    return nearest;
}
