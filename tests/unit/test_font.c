/* The folder of fonts: what is there, and what is said of what is not. */
#include "output_pages.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>

/* A new folder with copies of some of the fonts. */
static char *folder_with(const char *const *names)
{
    char *folder = g_dir_make_tmp("ladle-fonts-XXXXXX", NULL);
    for (; *names; names++) {
        char *from = g_build_filename(FONT_FOLDER, *names, NULL);
        char *to = g_build_filename(folder, *names, NULL);
        cr_assert_eq(symlink(from, to), 0);
        g_free(from);
        g_free(to);
    }
    return folder;
}

static void remove_folder(char *folder)
{
    GDir *directory = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(directory));) {
        char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(directory);
    g_rmdir(folder);
    g_free(folder);
}

static void put_file(const char *folder, const char *name, const char *content)
{
    char *path = g_build_filename(folder, name, NULL);
    cr_assert(g_file_set_contents(path, content, -1, NULL));
    g_free(path);
}

/* Opens a folder that must be refused, with this code first and these words in the message. */
static void assert_refused(const char *folder, ladle_diag_code code, const char *words)
{
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    cr_assert_null(ladle_fonts_open(folder, diagnostics));
    cr_assert_geq(ladle_diag_total(diagnostics), 1);
    cr_assert_eq(ladle_diag_at(diagnostics, 0)->code, code);
    cr_assert(strstr(ladle_diag_at(diagnostics, 0)->message, words), "%s",
              ladle_diag_at(diagnostics, 0)->message);
    ladle_diagnostics_free(diagnostics);
}

Test(font, the_list_is_of_the_files_there)
{
    char *list = NULL;
    char *said = output_of("cd " FONT_FOLDER " && sha256sum --quiet -c SHA256SUMS && echo same");
    cr_assert_str_eq(said, "same\n");
    cr_assert(g_file_get_contents(FONT_FOLDER "/SHA256SUMS", &list, NULL, NULL));
    GDir *directory = g_dir_open(FONT_FOLDER, 0, NULL);
    for (const char *name; (name = g_dir_read_name(directory));)
        if (g_str_has_suffix(name, ".ttf"))
            cr_assert(strstr(list, name), "%s is not in the list", name);
    g_dir_close(directory);
    g_free(list);
    g_free(said);
}

Test(font, all_eight_are_found_by_name)
{
    book b = open_book();
    for (int i = 0; i < 8; i++) {
        ladle_font_name name = {i & 1 ? "Noto Serif" : "Noto Sans", i & 2, i & 4, 10240};
        cr_assert(ladle_fonts_require(b.fonts, &name));
    }
    cr_assert_eq(ladle_diag_total(b.diagnostics), 0);
    close_book(&b);
}

Test(font, a_listed_file_that_is_missing)
{
    char *folder = folder_with((const char *[]){"NotoSans-Regular.ttf", "SHA256SUMS", NULL});
    assert_refused(folder, LADLE_DIAG_FONT_FILE_MISSING, "NotoNaskhArabic-Bold.ttf is missing");
    remove_folder(folder);
}

Test(font, an_empty_folder_and_none)
{
    char *folder = folder_with((const char *[]){NULL});
    assert_refused(folder, LADLE_DIAG_FONT_FILE_MISSING, "no font files");
    remove_folder(folder);
    assert_refused("/nowhere/at/all", LADLE_DIAG_FONT_FILE_MISSING, "no font files");
}

Test(font, a_file_that_is_no_font)
{
    char *folder = folder_with((const char *[]){"NotoSans-Regular.ttf", NULL});
    put_file(folder, "Bad.ttf", "not a font at all, whatever it is called");
    assert_refused(folder, LADLE_DIAG_FONT_FILE_BROKEN, "Bad.ttf");
    put_file(folder, "Bad.ttf", "");
    assert_refused(folder, LADLE_DIAG_FONT_FILE_BROKEN, "Bad.ttf");
    remove_folder(folder);
}

Test(font, a_family_or_a_weight_that_is_not_there)
{
    char *folder = folder_with((const char *[]){"NotoSans-Regular.ttf", NULL});
    ladle_diagnostics *diagnostics = ladle_diagnostics_new();
    ladle_fonts *fonts = ladle_fonts_open(folder, diagnostics);
    cr_assert_not_null(fonts);
    ladle_font_name helvetica = {"Helvetica", false, false, 10240};
    ladle_font_name bold = {"Noto Sans", true, false, 10240};
    cr_assert_not(ladle_fonts_require(fonts, &helvetica));
    ladle_fonts_measure(fonts)->metrics(ladle_fonts_measure(fonts), &helvetica);
    ladle_fonts_measure(fonts)->metrics(ladle_fonts_measure(fonts), &bold);
    ladle_fonts_measure(fonts)->metrics(ladle_fonts_measure(fonts), &bold);
    cr_assert_eq(ladle_diag_total(diagnostics), 2, "each is said once");
    cr_assert_eq(ladle_diag_at(diagnostics, 0)->code, LADLE_DIAG_FONT_NOT_THERE);
    cr_assert(strstr(ladle_diag_at(diagnostics, 0)->message, "Helvetica"));
    cr_assert(strstr(ladle_diag_at(diagnostics, 1)->message, "Noto Sans Bold"));
    ladle_fonts_close(fonts);
    ladle_diagnostics_free(diagnostics);
    remove_folder(folder);
}

Test(font, metrics_are_those_of_the_file)
{
    book b = open_book();
    ladle_measure *m = ladle_fonts_measure(b.fonts);
    ladle_font_name thousand = {"Noto Serif", false, false, 1000 * LADLE_PT};
    ladle_font_metrics metrics = m->metrics(m, &thousand);
    cr_assert_eq(metrics.ascent, 1069 * LADLE_PT);
    cr_assert_eq(metrics.descent, 293 * LADLE_PT);
    close_book(&b);
}

Test(font, glyphs_and_characters_lead_to_each_other)
{
    book b = open_book();
    add_page(&b, "1");
    ladle_measure *m = ladle_fonts_measure(b.fonts);
    ladle_text_span span = {0, 1, SERIF, "da"};
    const ladle_face *face = m->shape(m, b.arena, "A", 1, &span, 1)->clusters[0].face;
    cr_assert_eq(ladle_face_character(face, ladle_face_glyph(face, 0xE6)), 0xE6);
    cr_assert_eq(ladle_face_glyph(face, 0x4E2D), 0);
    cr_assert_eq(ladle_face_character(face, 60000), 0);
    close_book(&b);
}
