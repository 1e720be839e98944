#include "font/fonts.h"
#include "font/fonts_private.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <string.h>

/* Cairo keeps faces in caches of its own that outlive ours, so a face has its own FreeType and
 * holds on to its bytes until cairo lets it go. */
typedef struct {
    FT_Face face;
    FT_Library freetype;
    hb_blob_t *blob;
} drawn_font;

static const cairo_user_data_key_t drawn_font_key;

static void release_drawn_font(void *memory)
{
    drawn_font *drawn = memory;
    FT_Done_Face(drawn->face);
    FT_Done_FreeType(drawn->freetype);
    hb_blob_destroy(drawn->blob);
    g_free(drawn);
}

static void free_file(void *memory)
{
    font_file *file = memory;
    g_clear_pointer(&file->draw_face, cairo_font_face_destroy);
    hb_face_destroy(file->shape_face);
    hb_blob_destroy(file->blob);
    g_free(file->characters);
    g_free(file->path);
    g_free(file->family);
    g_free(file);
}

static void free_face(void *memory)
{
    ladle_face *face = memory;
    g_clear_pointer(&face->scaled, cairo_scaled_font_destroy);
    hb_font_destroy(face->shape_font);
    g_free(face);
}

/* A name of the font in UTF-8, NULL when it has none. */
static char *font_name_text(hb_face_t *face, hb_ot_name_id_t id)
{
    char text[256];
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text);
    return size ? g_strdup(text) : NULL;
}

/* Reads what a font file calls itself; NULL when it is no font. */
static font_file *open_file(const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    hb_face_t *shape_face = hb_face_create(blob, 0);
    char *family = font_name_text(shape_face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (!family)
        family = font_name_text(shape_face, HB_OT_NAME_ID_FONT_FAMILY);
    if (hb_face_count(blob) == 0 || hb_face_get_glyph_count(shape_face) == 0 || !family) {
        g_free(family);
        hb_face_destroy(shape_face);
        hb_blob_destroy(blob);
        return NULL;
    }
    font_file *file = g_new0(font_file, 1);
    file->path = g_strdup(path);
    file->family = family;
    file->blob = blob;
    file->shape_face = shape_face;
    file->n_glyphs = hb_face_get_glyph_count(shape_face);
    hb_font_t *font = hb_font_create(shape_face);
    file->bold = hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) >= 600;
    file->italic = hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0;
    hb_font_destroy(font);
    return file;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the font files of a folder, sorted, so that nothing depends on the order in which
 * a file system lists them; NULL when the folder cannot be read. */
static GPtrArray *list_fonts(const char *folder)
{
    GDir *directory = g_dir_open(folder, 0, NULL);
    if (!directory)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(directory));)
        if (g_str_has_suffix(name, ".ttf") || g_str_has_suffix(name, ".otf"))
            g_ptr_array_add(names, g_strdup(name));
    g_dir_close(directory);
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* Whether every file that the folder's list names is there. */
static bool check_list(ladle_fonts *fonts)
{
    char *path = g_build_filename(fonts->folder, "SHA256SUMS", NULL);
    char *list = NULL;
    bool complete = true;
    if (g_file_get_contents(path, &list, NULL, NULL)) {
        char **lines = g_strsplit(list, "\n", -1);
        for (unsigned i = 0; lines[i]; i++) {
            const char *name = strstr(lines[i], "  ");
            if (!name)
                continue;
            char *file = g_build_filename(fonts->folder, name + 2, NULL);
            if (!g_file_test(file, G_FILE_TEST_IS_REGULAR)) {
                ladle_diag_add(fonts->diagnostics, LADLE_DIAG_FONT_FILE_MISSING,
                               (ladle_pos){file, 0, 0},
                               "the font file %s is missing, so no report can be typeset; put it "
                               "back, for instance by installing Ladle again",
                               name + 2);
                complete = false;
            }
            g_free(file);
        }
        g_strfreev(lines);
    }
    g_free(list);
    g_free(path);
    return complete;
}

static bool open_files(ladle_fonts *fonts)
{
    GPtrArray *names = list_fonts(fonts->folder);
    if (!names || names->len == 0) {
        ladle_diag_add(fonts->diagnostics, LADLE_DIAG_FONT_FILE_MISSING,
                       (ladle_pos){fonts->folder, 0, 0},
                       "no font files (*.ttf, *.otf) are in the folder %s, so no report can be "
                       "typeset; install Ladle again, or name a folder that has fonts",
                       fonts->folder);
        g_clear_pointer(&names, g_ptr_array_unref);
        return false;
    }
    bool all = true;
    for (unsigned i = 0; i < names->len; i++) {
        char *path = g_build_filename(fonts->folder, names->pdata[i], NULL);
        font_file *file = open_file(path);
        if (file) {
            g_ptr_array_add(fonts->files, file);
        } else {
            ladle_diag_add(fonts->diagnostics, LADLE_DIAG_FONT_FILE_BROKEN, (ladle_pos){path, 0, 0},
                           "the font file %s is broken or is no font; put a good copy in its "
                           "place, for instance by installing Ladle again",
                           (char *)names->pdata[i]);
            all = false;
        }
        g_free(path);
    }
    g_ptr_array_unref(names);
    return all;
}

static ladle_font_metrics measure_metrics(ladle_measure *self, const ladle_font_name *font)
{
    return ladle_fonts_face((ladle_fonts *)self, font)->metrics;
}

ladle_fonts *ladle_fonts_open(const char *folder, ladle_diagnostics *diagnostics)
{
    ladle_fonts *fonts = g_new0(ladle_fonts, 1);
    fonts->measure.shape = ladle_fonts_shape;
    fonts->measure.metrics = measure_metrics;
    fonts->folder = g_strdup(folder);
    fonts->diagnostics = diagnostics;
    fonts->files = g_ptr_array_new_with_free_func(free_file);
    fonts->faces = g_ptr_array_new_with_free_func(free_face);
    fonts->complaints = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    fonts->buffer = hb_buffer_create();
    bool complete = check_list(fonts);
    if (!open_files(fonts) || !complete) {
        ladle_fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void ladle_fonts_close(ladle_fonts *fonts)
{
    if (!fonts)
        return;
    g_ptr_array_unref(fonts->faces);
    g_ptr_array_unref(fonts->files);
    g_hash_table_unref(fonts->complaints);
    hb_buffer_destroy(fonts->buffer);
    if (fonts->serves_pictures)
        FcFini();
    g_free(fonts->folder);
    g_free(fonts);
}

ladle_measure *ladle_fonts_measure(ladle_fonts *fonts)
{
    return &fonts->measure;
}

const char *ladle_fonts_folder(const ladle_fonts *fonts)
{
    return fonts->folder;
}

ladle_shaping_work ladle_fonts_work(const ladle_fonts *fonts)
{
    return fonts->work;
}

/* The file nearest to a name; *exact tells whether it is the very one. Never NULL. */
static font_file *nearest_file(const ladle_fonts *fonts, const ladle_font_name *name, bool *exact)
{
    font_file *best = NULL;
    int best_score = -1;
    for (unsigned i = 0; i < fonts->files->len; i++) {
        font_file *file = fonts->files->pdata[i];
        int score = (g_ascii_strcasecmp(file->family, name->family) == 0 ? 4 : 0) +
                    (file->bold == name->bold ? 2 : 0) + (file->italic == name->italic ? 1 : 0);
        if (score > best_score) {
            best = file;
            best_score = score;
        }
    }
    *exact = best_score == 7;
    return best;
}

static void complain(ladle_fonts *fonts, const ladle_font_name *name)
{
    char *wanted = g_strdup_printf("%s%s%s", name->family, name->bold ? " Bold" : "",
                                   name->italic ? " Italic" : "");
    if (!g_hash_table_contains(fonts->complaints, wanted)) {
        ladle_diag_add(fonts->diagnostics, LADLE_DIAG_FONT_NOT_THERE,
                       (ladle_pos){fonts->folder, 0, 0},
                       "the font “%s” is wanted by the theme, but no file in %s is that font; put "
                       "its file there (static TrueType or OpenType), or name another font in the "
                       "theme",
                       wanted, fonts->folder);
        g_hash_table_add(fonts->complaints, g_strdup(wanted));
    }
    g_free(wanted);
}

bool ladle_fonts_require(ladle_fonts *fonts, const ladle_font_name *name)
{
    bool exact;
    nearest_file(fonts, name, &exact);
    if (!exact)
        complain(fonts, name);
    return exact;
}

ladle_face *ladle_fonts_face_of_file(ladle_fonts *fonts, font_file *file, ladle_length size)
{
    for (unsigned i = 0; i < fonts->faces->len; i++) {
        ladle_face *face = fonts->faces->pdata[i];
        if (face->file == file && face->size == size)
            return face;
    }
    ladle_face *face = g_new0(ladle_face, 1);
    face->fonts = fonts;
    face->file = file;
    face->size = size;
    face->shape_font = hb_font_create(file->shape_face);
    hb_font_set_scale(face->shape_font, size, size);
    hb_font_extents_t extents;
    hb_font_get_h_extents(face->shape_font, &extents);
    face->metrics = (ladle_font_metrics){extents.ascender, -extents.descender};
    hb_font_make_immutable(face->shape_font);
    g_ptr_array_add(fonts->faces, face);
    return face;
}

ladle_face *ladle_fonts_face(ladle_fonts *fonts, const ladle_font_name *name)
{
    bool exact;
    font_file *file = nearest_file(fonts, name, &exact);
    if (!exact)
        complain(fonts, name);
    return ladle_fonts_face_of_file(fonts, file, name->size);
}

/* The file as cairo draws with it, made on first use; NULL when FreeType refuses it. */
static cairo_font_face_t *drawing_face(font_file *file)
{
    if (file->draw_face)
        return file->draw_face;
    FT_Library freetype;
    if (FT_Init_FreeType(&freetype) != 0)
        return NULL;
    unsigned bytes;
    const char *data = hb_blob_get_data(file->blob, &bytes);
    FT_Face face;
    if (FT_New_Memory_Face(freetype, (const FT_Byte *)data, (FT_Long)bytes, 0, &face) != 0) {
        FT_Done_FreeType(freetype);
        return NULL;
    }
    file->draw_face = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
    drawn_font *drawn = g_new(drawn_font, 1);
    *drawn = (drawn_font){face, freetype, hb_blob_reference(file->blob)};
    cairo_font_face_set_user_data(file->draw_face, &drawn_font_key, drawn, release_drawn_font);
    return file->draw_face;
}

cairo_scaled_font_t *ladle_face_scaled_font(const ladle_face *const_face)
{
    ladle_face *face = (ladle_face *)const_face;
    if (face->scaled)
        return face->scaled;
    cairo_font_face_t *drawing = drawing_face(face->file);
    if (!drawing)
        return NULL;
    cairo_matrix_t size, page;
    double points = (double)face->size / LADLE_PT;
    cairo_matrix_init_scale(&size, points, points);
    cairo_matrix_init_identity(&page);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    face->scaled = cairo_scaled_font_create(drawing, &size, &page, options);
    cairo_font_options_destroy(options);
    return face->scaled;
}

uint32_t ladle_face_glyph(const ladle_face *face, gunichar character)
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(face->shape_font, character, &glyph);
    return glyph;
}

/* Fills the table from glyphs to characters; the lowest character of a glyph wins. */
static void fill_characters(font_file *file)
{
    file->characters = g_new0(gunichar, file->n_glyphs);
    hb_font_t *font = hb_font_create(file->shape_face);
    hb_set_t *all = hb_set_create();
    hb_face_collect_unicodes(file->shape_face, all);
    hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;
    while (hb_set_next(all, &character))
        if (hb_font_get_nominal_glyph(font, character, &glyph) && glyph < file->n_glyphs &&
            file->characters[glyph] == 0)
            file->characters[glyph] = character;
    hb_set_destroy(all);
    hb_font_destroy(font);
}

gunichar ladle_face_character(const ladle_face *face, uint32_t glyph)
{
    font_file *file = face->file;
    if (!file->characters)
        fill_characters(file);
    return glyph < file->n_glyphs ? file->characters[glyph] : 0;
}

#if defined(__SANITIZE_ADDRESS__)
#define LEAKS_ARE_CHECKED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LEAKS_ARE_CHECKED 1
#endif
#endif

/* Fontconfig keeps addresses as differences, which a leak checker cannot follow. */
#ifdef LEAKS_ARE_CHECKED
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

bool ladle_fonts_serve_pictures(ladle_fonts *fonts)
{
    if (fonts->serves_pictures)
        return true;
    FcConfig *config = FcConfigCreate();
    bool taken = config != NULL;
    for (unsigned i = 0; taken && i < fonts->files->len; i++) {
        const font_file *file = fonts->files->pdata[i];
        taken = FcConfigAppFontAddFile(config, (const FcChar8 *)file->path);
    }
    fonts->serves_pictures = taken = taken && FcConfigSetCurrent(config);
    if (config)
        FcConfigDestroy(config);
    if (!taken)
        ladle_diag_add(fonts->diagnostics, LADLE_DIAG_FONT_FILE_BROKEN,
                       (ladle_pos){fonts->folder, 0, 0},
                       "the fonts in %s cannot be given to the drawing of pictures; install Ladle "
                       "again, or use a picture without text in it",
                       fonts->folder);
    return taken;
}
