#include "report/tools.h"

#include "base/file.h"
#include "document/theme.h"
#include "xml/document.h"

#include <glib.h>

struct ladle_report_tools {
    const ladle_theme *theme;
    const ladle_hyphenator *hyphenator;
    const char *theme_digest, *hyphenation_digest, *font_digest;
    GHashTable *templates; /* path to ladle_template */
};

static void free_template(void *template)
{
    ladle_template_free(template);
}

static void release_table(void *table)
{
    g_hash_table_unref(table);
}

/* The digest of a file that every report is made with; NULL with a diagnostic. */
static const char *digest_of(ladle_arena *arena, const char *folder, const char *file,
                             ladle_diagnostics *diagnostics)
{
    char *path = g_build_filename(folder, file, NULL);
    const char *digest = ladle_file_digest(arena, path);
    if (!digest)
        ladle_diag_add(diagnostics, LADLE_DIAG_FILE_UNREADABLE,
                       (ladle_pos){ladle_arena_strdup(arena, path), 0, 0},
                       "the file cannot be read, so it cannot be said what reports are made from; "
                       "put it back, or install Ladle again");
    g_free(path);
    return digest;
}

static const char *font_digest(ladle_arena *arena, const char *share,
                               ladle_diagnostics *diagnostics)
{
    char *folder = g_build_filename(share, "fonts", NULL);
    const char *digest = digest_of(arena, folder, "SHA256SUMS", diagnostics);
    g_free(folder);
    return digest;
}

/* A file of patterns that is not there was warned of, and is told apart from an empty one. */
static const char *hyphenation_digest(ladle_arena *arena, const char *folder)
{
    GString *digests = g_string_new(NULL);
    for (unsigned i = 0; ladle_hyphenation_file(i); i++) {
        char *path = g_build_filename(folder, ladle_hyphenation_file(i), NULL);
        const char *digest = ladle_file_digest(arena, path);
        g_string_append_printf(digests, "%s\n", digest ? digest : "none");
        g_free(path);
    }
    char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, digests->str, -1);
    const char *kept = ladle_arena_strdup(arena, digest);
    g_free(digest);
    g_string_free(digests, TRUE);
    return kept;
}

static const ladle_theme *load_theme(ladle_report_tools *tools, ladle_arena *arena,
                                     const char *share, const char *theme,
                                     ladle_diagnostics *diagnostics)
{
    char *built_in = g_build_filename(share, "templates", "theme.xml", NULL);
    const char *path = theme ? theme : built_in;
    char *name = g_path_get_basename(path);
    ladle_xml_source source = {.path = path, .name = ladle_arena_strdup(arena, name)};
    xmlDoc *tree = ladle_xml_document_read(arena, &source, diagnostics);
    const ladle_theme *loaded = tree ? ladle_theme_load(arena, tree, diagnostics) : NULL;
    if (loaded)
        tools->theme_digest = digest_of(arena, "", path, diagnostics);
    g_free(name);
    g_free(built_in);
    return loaded;
}

static bool open_template(ladle_report_tools *tools, ladle_arena *arena, const char *share,
                          const char *path, ladle_diagnostics *diagnostics)
{
    if (g_hash_table_contains(tools->templates, path))
        return true;
    char *built_in = g_build_filename(share, "templates", NULL);
    char *name = g_path_get_basename(path);
    ladle_template *template =
        ladle_template_open(path, ladle_arena_strdup(arena, name), built_in, diagnostics);
    if (template)
        g_hash_table_insert(tools->templates, ladle_arena_strdup(arena, path), template);
    g_free(name);
    g_free(built_in);
    return template != NULL;
}

const ladle_report_tools *ladle_report_tools_open(ladle_arena *arena, const char *share,
                                                  const char *theme, const char *const *paths,
                                                  unsigned n_paths, ladle_diagnostics *diagnostics)
{
    ladle_report_tools *tools = LADLE_NEW(arena, ladle_report_tools);
    tools->templates = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_template);
    ladle_arena_defer(arena, release_table, tools->templates);
    tools->theme = load_theme(tools, arena, share, theme, diagnostics);
    tools->font_digest = font_digest(arena, share, diagnostics);
    bool opened = tools->theme_digest != NULL && tools->font_digest != NULL;
    for (unsigned i = 0; i < n_paths; i++)
        opened = open_template(tools, arena, share, paths[i], diagnostics) && opened;
    char *patterns = g_build_filename(share, "hyphenation", NULL);
    tools->hyphenator = ladle_hyphenator_new(arena, patterns, diagnostics);
    tools->hyphenation_digest = hyphenation_digest(arena, patterns);
    g_free(patterns);
    return opened ? tools : NULL;
}

const ladle_theme *ladle_report_tools_theme(const ladle_report_tools *tools)
{
    return tools->theme;
}

const ladle_hyphenator *ladle_report_tools_hyphenator(const ladle_report_tools *tools)
{
    return tools->hyphenator;
}

const char *ladle_report_tools_theme_digest(const ladle_report_tools *tools)
{
    return tools->theme_digest;
}

const char *ladle_report_tools_hyphenation_digest(const ladle_report_tools *tools)
{
    return tools->hyphenation_digest;
}

const char *ladle_report_tools_font_digest(const ladle_report_tools *tools)
{
    return tools->font_digest;
}

const ladle_template *ladle_report_tools_template(const ladle_report_tools *tools, const char *path)
{
    return g_hash_table_lookup(tools->templates, path);
}
