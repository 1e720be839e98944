/* The folder of finished reports: what stands after each way a run can go. */
#include "batch/delivery.h"

#include <criterion/criterion.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    char *top, *folder;
    ladle_diagnostics *diagnostics;
} place;

static place new_place(void)
{
    place at = {.top = g_dir_make_tmp("ladle-delivery-XXXXXX", NULL)};
    at.folder = g_build_filename(at.top, "out", NULL);
    at.diagnostics = ladle_diagnostics_new();
    return at;
}

static void free_place(place *at)
{
    char *command = g_strdup_printf("rm -rf '%s'", at->top);
    cr_assert_eq(system(command), 0);
    g_free(command);
    g_free(at->folder);
    g_free(at->top);
    ladle_diagnostics_free(at->diagnostics);
}

/* What a file of the place holds, "" when it is not there; freed with the process. */
static const char *held(const place *at, const char *name)
{
    char *path = g_build_filename(at->top, name, NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        text = g_strdup("");
    g_free(path);
    const char *kept = g_intern_string(text);
    g_free(text);
    return kept;
}

static void put(const place *at, const char *name, const char *text)
{
    char *path = g_build_filename(at->top, name, NULL), *folder = g_path_get_dirname(path);
    cr_assert_eq(g_mkdir_with_parents(folder, 0777), 0);
    cr_assert(g_file_set_contents(path, text, -1, NULL));
    g_free(folder);
    g_free(path);
}

static void link_to(const place *at, const char *target, const char *name)
{
    char *path = g_build_filename(at->top, name, NULL), *folder = g_path_get_dirname(path);
    cr_assert_eq(g_mkdir_with_parents(folder, 0777), 0);
    cr_assert_eq(symlink(target, path), 0);
    g_free(folder);
    g_free(path);
}

static ladle_delivery *opened(const place *at, const char *kind)
{
    ladle_delivery *delivery = NULL;
    cr_assert_eq(ladle_delivery_open(at->folder, kind, &delivery, at->diagnostics),
                 LADLE_DELIVERY_OPEN);
    return delivery;
}

static bool add(const place *at, ladle_delivery *delivery, const char *name, const char *text)
{
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
    bool added = ladle_delivery_add(delivery, name, bytes, at->diagnostics);
    g_byte_array_unref(bytes);
    return added;
}

/* Delivers "final.pdf" and "partnerships/NAME.pdf" with a text. */
static bool deliver(const place *at, const char *name, const char *text)
{
    ladle_delivery *delivery = opened(at, "anonymous");
    char *inner = g_strdup_printf("partnerships/%s.pdf", name);
    bool done = add(at, delivery, "final.pdf", text) && add(at, delivery, inner, text) &&
                ladle_delivery_publish(delivery, false, at->diagnostics);
    ladle_delivery_close(delivery);
    g_free(inner);
    return done;
}

Test(delivery, the_new_set_takes_the_place_of_the_old)
{
    place at = new_place();
    cr_assert(deliver(&at, "a", "old"));
    put(&at, "out/partnerships/mine.pdf", "mine");
    cr_assert(deliver(&at, "b", "new"));
    cr_assert_str_eq(held(&at, "out/final.pdf"), "new");
    cr_assert_str_eq(held(&at, "out/partnerships/b.pdf"), "new");
    cr_assert_str_eq(held(&at, "out/partnerships/a.pdf"), "");
    cr_assert_str_eq(held(&at, "out/partnerships/mine.pdf"), "mine");
    cr_assert_str_eq(held(&at, "out/.ladle/list"), "final.pdf\npartnerships/b.pdf\n");
    cr_assert_eq(ladle_diag_total(at.diagnostics), 0);
    free_place(&at);
}

Test(delivery, what_is_kept_stays_on_the_list_but_not_what_failed)
{
    place at = new_place();
    cr_assert(deliver(&at, "a", "old"));
    ladle_delivery *delivery = opened(&at, "anonymous");
    cr_assert(add(&at, delivery, "final.pdf", "new"));
    cr_assert(ladle_delivery_publish(delivery, true, at.diagnostics));
    ladle_delivery_close(delivery);
    cr_assert_str_eq(held(&at, "out/partnerships/a.pdf"), "old");
    cr_assert_str_eq(held(&at, "out/.ladle/list"), "final.pdf\npartnerships/a.pdf\n");

    delivery = opened(&at, "anonymous");
    cr_assert(add(&at, delivery, "final.pdf", "newer"));
    ladle_delivery_drop(delivery, "partnerships/a.pdf");
    cr_assert(ladle_delivery_publish(delivery, true, at.diagnostics));
    ladle_delivery_close(delivery);
    cr_assert_str_eq(held(&at, "out/partnerships/a.pdf"), "");
    cr_assert_str_eq(held(&at, "out/.ladle/list"), "final.pdf\n");
    free_place(&at);
}

Test(delivery, what_is_not_published_leaves_nothing)
{
    place at = new_place();
    cr_assert(deliver(&at, "a", "old"));
    ladle_delivery *delivery = opened(&at, "anonymous");
    cr_assert(add(&at, delivery, "final.pdf", "new"));
    ladle_delivery_close(delivery);
    cr_assert_str_eq(held(&at, "out/final.pdf"), "old");
    cr_assert_str_eq(held(&at, "out/.ladle/next/final.pdf"), "");
    free_place(&at);
}

/* As a run leaves it that was killed between two renames. */
Test(delivery, a_sealed_set_is_brought_to_its_end)
{
    place at = new_place();
    cr_assert(deliver(&at, "a", "old"));
    put(&at, "out/final.pdf", "new");
    put(&at, "out/.ladle/next/partnerships/b.pdf", "new");
    put(&at, "out/.ladle/next/list", "final.pdf\npartnerships/b.pdf\n");
    put(&at, "out/.ladle/next/seal",
        "add final.pdf\nadd partnerships/b.pdf\nremove partnerships/a.pdf\n\nend\n");
    ladle_delivery_close(opened(&at, "anonymous"));
    cr_assert_str_eq(held(&at, "out/final.pdf"), "new");
    cr_assert_str_eq(held(&at, "out/partnerships/b.pdf"), "new");
    cr_assert_str_eq(held(&at, "out/partnerships/a.pdf"), "");
    cr_assert_str_eq(held(&at, "out/.ladle/list"), "final.pdf\npartnerships/b.pdf\n");
    cr_assert_str_eq(held(&at, "out/.ladle/next/seal"), "");
    free_place(&at);
}

Test(delivery, half_a_seal_is_none)
{
    place at = new_place();
    cr_assert(deliver(&at, "a", "old"));
    put(&at, "out/.ladle/next/final.pdf", "new");
    put(&at, "out/.ladle/next/seal", "add final.pdf\nremove partnerships/a.p");
    ladle_delivery_close(opened(&at, "anonymous"));
    cr_assert_str_eq(held(&at, "out/final.pdf"), "old");
    cr_assert_str_eq(held(&at, "out/partnerships/a.pdf"), "old");
    free_place(&at);
}

Test(delivery, a_place_that_is_taken_leaves_the_old_set)
{
    place at = new_place();
    cr_assert(deliver(&at, "a", "old"));
    put(&at, "out/partnerships/b.pdf/in-the-way", "mine");
    cr_assert_not(deliver(&at, "b", "new"));
    cr_assert_str_eq(held(&at, "out/final.pdf"), "old");
    cr_assert_str_eq(held(&at, "out/partnerships/a.pdf"), "old");
    cr_assert_eq(ladle_diag_count(at.diagnostics, LADLE_ERROR), 1);
    free_place(&at);
}

Test(delivery, links_in_the_folder_are_not_followed)
{
    place at = new_place();
    put(&at, "mine/keep", "mine");
    put(&at, "out/.ladle/kind", "anonymous\n");
    link_to(&at, "../../mine", "out/.ladle/next");
    ladle_delivery_close(opened(&at, "anonymous"));
    cr_assert_str_eq(held(&at, "mine/keep"), "mine");

    link_to(&at, "../mine", "out/partnerships");
    cr_assert_not(deliver(&at, "a", "new"));
    cr_assert_str_eq(held(&at, "mine/a.pdf"), "");
    cr_assert_str_eq(held(&at, "out/final.pdf"), "");
    free_place(&at);
}

Test(delivery, the_folder_of_the_work_is_no_link)
{
    place at = new_place();
    put(&at, "mine/next/keep", "mine");
    link_to(&at, "../mine", "out/.ladle");
    ladle_delivery *delivery;
    cr_assert_eq(ladle_delivery_open(at.folder, "anonymous", &delivery, at.diagnostics),
                 LADLE_DELIVERY_FAILED);
    cr_assert_str_eq(held(&at, "mine/next/keep"), "mine");
    free_place(&at);
}

Test(delivery, names_that_would_leave_the_folder_are_refused)
{
    place at = new_place();
    ladle_delivery *delivery = opened(&at, "anonymous");
    static const char *const names[] = {"../a.pdf", "/a.pdf", ".a.pdf", "a/b/c.pdf",
                                        "a\nb.pdf", "",       "a//b"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        cr_assert_not(add(&at, delivery, names[i], "x"), "%s", names[i]);
    ladle_delivery_close(delivery);
    free_place(&at);
}

Test(delivery, named_and_anonymous_do_not_share_a_folder)
{
    place at = new_place();
    ladle_delivery_close(opened(&at, "named")); /* delivers nothing */
    cr_assert(deliver(&at, "a", "old"));
    ladle_delivery *delivery;
    cr_assert_eq(ladle_delivery_open(at.folder, "named", &delivery, at.diagnostics),
                 LADLE_DELIVERY_REFUSED);
    cr_assert_null(delivery);
    free_place(&at);
}

Test(delivery, a_second_run_is_told_to_wait)
{
    place at = new_place();
    ladle_delivery *first = opened(&at, "anonymous"), *second;
    cr_assert_eq(ladle_delivery_open(at.folder, "anonymous", &second, at.diagnostics),
                 LADLE_DELIVERY_BUSY);
    cr_assert(add(&at, first, "final.pdf", "new"));
    cr_assert(ladle_delivery_publish(first, false, at.diagnostics));
    ladle_delivery_close(first);
    cr_assert_str_eq(held(&at, "out/final.pdf"), "new");
    free_place(&at);
}
