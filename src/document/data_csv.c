/* Grids of texts, and their form as CSV. */
#include "document/data_private.h"

#include <string.h>

static void release_rows(void *rows)
{
    g_ptr_array_unref(rows);
}

ladle_grid ladle_grid_new(ladle_arena *arena, const ladle_document *document)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    ladle_arena_defer(arena, release_rows, rows);
    return (ladle_grid){document, arena, rows};
}

const char *ladle_data_plain(ladle_arena *arena, const char *text)
{
    static const struct {
        const char *of_page, *plain;
    } CHANGES[] = {{"\xC2\xA0", " "}, {"\xE2\x80\xAF", " "}, {"\xC2\xAD", ""}, {"\xE2\x81\xA0", ""},
                   {"  ", " "},       {"\n ", "\n"},         {" \n", "\n"}};
    GString *out = g_string_new(text);
    for (size_t i = 0; i < G_N_ELEMENTS(CHANGES); i++)
        g_string_replace(out, CHANGES[i].of_page, CHANGES[i].plain, 0);
    const char *kept = ladle_arena_strdup(arena, g_strstrip(out->str));
    g_string_free(out, TRUE);
    return kept;
}

void ladle_grid_row(ladle_grid *grid)
{
    g_ptr_array_add(grid->rows, g_ptr_array_new());
}

void ladle_grid_field(ladle_grid *grid, const char *text)
{
    g_ptr_array_add(g_ptr_array_index(grid->rows, grid->rows->len - 1),
                    (char *)ladle_data_plain(grid->arena, text ? text : ""));
}

/* A sign, digits, a decimal mark, a per cent sign: nothing a spreadsheet would run. */
static bool is_number(const char *text)
{
    const char *digits = text + strspn(text, "+-");
    return digits - text <= 1 && g_ascii_isdigit(*digits) &&
           digits[strspn(digits, "0123456789., %")] == '\0';
}

static void append_field(GString *csv, const char *text)
{
    bool formula = *text && strchr("=+-@", *text) && !is_number(text);
    bool quoted = text[strcspn(text, "\",\r\n")] != '\0' || g_ascii_isspace(text[0]) ||
                  (*text && g_ascii_isspace(text[strlen(text) - 1]));
    if (quoted)
        g_string_append_c(csv, '"');
    if (formula)
        g_string_append_c(csv, '\'');
    for (const char *p = text; *p; p++) {
        if (*p == '"')
            g_string_append_c(csv, '"');
        g_string_append_c(csv, *p);
    }
    if (quoted)
        g_string_append_c(csv, '"');
}

const char *ladle_grid_csv(const ladle_grid *grid, size_t *bytes)
{
    GString *csv = g_string_new(NULL);
    guint width = 0;
    for (guint r = 0; r < grid->rows->len; r++)
        width = MAX(width, ((GPtrArray *)g_ptr_array_index(grid->rows, r))->len);
    for (guint r = 0; r < grid->rows->len; r++) {
        const GPtrArray *row = g_ptr_array_index(grid->rows, r);
        for (guint c = 0; c < width; c++) {
            if (c > 0)
                g_string_append_c(csv, ',');
            append_field(csv, c < row->len ? g_ptr_array_index(row, c) : "");
        }
        g_string_append(csv, "\r\n");
    }
    *bytes = csv->len;
    const char *text = ladle_arena_strndup(grid->arena, csv->str, csv->len);
    g_string_free(csv, TRUE);
    return text;
}
