#include "base/file.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;

static void make_folder(void)
{
    folder = g_dir_make_tmp("ladle-XXXXXX", NULL);
}

/* Removes the folder, which must hold `left` files. */
static void remove_folder(unsigned left)
{
    unsigned n = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir), n++) {
        char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    cr_expect_eq(n, left, "nothing is left over");
    rmdir(folder);
    g_free(folder);
}

static void expect_contents(const char *path, const char *expected)
{
    char *contents = NULL;
    cr_expect(g_file_get_contents(path, &contents, NULL, NULL));
    cr_expect_str_eq(contents ? contents : "", expected);
    g_free(contents);
}

Test(file, appears_whole_or_not_at_all)
{
    make_folder();
    char *path = g_build_filename(folder, "a.pdf", NULL), *error = NULL;
    cr_assert(ladle_file_replace(path, "old", 3, &error));
    ladle_file *file = ladle_file_open(path, &error);
    cr_assert_not_null(file);
    ladle_file_write(file, "new", 3);
    fputs(" and more", ladle_file_stream(file));
    expect_contents(path, "old");
    cr_assert(ladle_file_commit(file, &error));
    expect_contents(path, "new and more");
    file = ladle_file_open(path, &error);
    ladle_file_write(file, "given up", 8);
    ladle_file_abandon(file);
    ladle_file_abandon(NULL);
    expect_contents(path, "new and more");
    cr_expect_null(error);
    g_free(path);
    remove_folder(1);
}

Test(file, passes_over_what_a_killed_run_left)
{
    make_folder();
    char *path = g_build_filename(folder, "a.pdf", NULL), *error = NULL;
    char *left = g_strdup_printf("%s/.a.pdf.%ld-0", folder, (long)getpid());
    cr_assert(g_file_set_contents(left, "half", 4, NULL));
    cr_assert(ladle_file_replace(path, "whole", 5, &error));
    expect_contents(path, "whole");
    expect_contents(left, "half");
    g_free(left);
    g_free(path);
    remove_folder(2);
}

Test(file, tells_what_is_wrong_and_the_cure)
{
    make_folder();
    char *missing = g_build_filename(folder, "none", "a.pdf", NULL), *error = NULL;
    char *taken = g_build_filename(folder, "taken", NULL);
    cr_expect_null(ladle_file_open(missing, &error));
    cr_expect(strstr(error, "none/a.pdf cannot be written (") && strstr(error, "make its folder"),
              "%s", error);
    g_free(error);
    cr_assert_eq(mkdir(taken, 0700), 0);
    cr_expect_not(ladle_file_replace(taken, "x", 1, &error));
    cr_expect(strstr(error, "a folder of this name"), "%s", error);
    g_free(error);
    cr_expect_not(ladle_file_replace(missing, "x", 1, NULL));
    g_free(missing);
    g_free(taken);
    remove_folder(1);
}

Test(file, tells_of_a_full_disk)
{
    /* Nothing can be made beside /dev/full, so the write itself is what fails: bytes that the
     * stream holds back must be missed when they are flushed. */
    make_folder();
    char *path = g_build_filename(folder, "a.pdf", NULL), *error = NULL;
    cr_assert(ladle_file_replace(path, "old", 3, &error));
    ladle_file *file = ladle_file_open(path, &error);
    cr_assert_not_null(file);
    cr_assert_not_null(freopen("/dev/full", "w", ladle_file_stream(file)));
    ladle_file_write(file, "new", 3);
    cr_expect_not(ladle_file_commit(file, &error));
    cr_expect(strstr(error, "free some space"), "%s", error);
    expect_contents(path, "old");
    g_free(error);
    g_free(path);
    remove_folder(1);
}

Test(file, what_lies_inside_is_told_through_links)
{
    char *top = g_dir_make_tmp("ladle-XXXXXX", NULL);
    char *inner = g_build_filename(top, "in", NULL), *file = g_build_filename(inner, "a", NULL);
    char *link = g_build_filename(inner, "out", NULL), *up = g_build_filename(inner, "..", NULL);
    char *beside = g_strconcat(inner, "ner", NULL), *none = g_build_filename(inner, "b", NULL);
    cr_assert_eq(g_mkdir(inner, 0777), 0);
    cr_assert(g_file_set_contents(file, "", 0, NULL) && g_file_set_contents(beside, "", 0, NULL));
    cr_assert_eq(symlink(beside, link), 0);
    cr_expect(ladle_file_is_inside(file, inner));
    cr_expect(ladle_file_is_inside(file, top));
    cr_expect(ladle_file_is_inside(file, "/"));
    cr_expect_not(ladle_file_is_inside(link, inner));
    cr_expect_not(ladle_file_is_inside(up, inner));
    cr_expect_not(ladle_file_is_inside(beside, inner));
    cr_expect_not(ladle_file_is_inside(none, inner));
    cr_expect_not(ladle_file_is_inside(inner, inner));
    char *const made[] = {link, file, beside, inner, top};
    for (gsize i = 0; i < G_N_ELEMENTS(made); i++)
        g_remove(made[i]);
    char *const names[] = {top, inner, file, link, up, beside, none};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        g_free(names[i]);
}
