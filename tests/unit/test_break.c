/* Where lines end. A line of 60 units takes ten characters. */
#include "document/hyphenate.h"
#include "fake_measure.h"
#include "layout/break_private.h"

#include <criterion/criterion.h>

typedef struct {
    ladle_arena *arena;
    ladle_shaped *shaped;
    const char *points; /* under each character: - part here, = at a joint, ~ soft hyphen */
} fixture;

static int hyphen_width(void *self, unsigned cluster)
{
    (void)self;
    (void)cluster;
    return 6;
}

static void ranks(void *self, unsigned first, unsigned end, unsigned char *out)
{
    const fixture *f = self;
    for (unsigned i = first; i < end; i++) {
        char mark = f->points && i < strlen(f->points) ? f->points[i] : ' ';
        out[i - first] = mark == '-'   ? LADLE_HYPHEN_PLAIN
                         : mark == '=' ? LADLE_HYPHEN_JOINT
                         : mark == '~' ? LADLE_HYPHEN_SOFT
                                       : 0;
    }
}

typedef void breaker(const ladle_break_problem *problem, GArray *lines);

/* The lines divided by "|", hyphens drawn as "-", hanging spaces as "_". */
static char *broken_by(breaker *by, const char *text, const char *points, ladle_parting parting,
                       int width)
{
    fixture f = {.arena = ladle_arena_new(), .points = points};
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    f.shaped = fake_shape(NULL, f.arena, text, strlen(text), &span, 1);
    ladle_break_problem problem = {text,
                                   f.shaped->clusters,
                                   f.shaped->n_clusters,
                                   width,
                                   width,
                                   parting,
                                   true,
                                   &f,
                                   hyphen_width,
                                   ranks};
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(ladle_break));
    by(&problem, lines);
    GString *out = g_string_new(NULL);
    unsigned expected = 0;
    for (unsigned i = 0; i < lines->len; i++) {
        const ladle_break *line = &g_array_index(lines, ladle_break, i);
        cr_assert_eq(line->start, expected, "lines follow each other");
        cr_assert_gt(line->end, line->start);
        expected = line->end;
        g_string_append_len(out, text + line->start, line->end - line->spaces - line->start);
        for (unsigned s = 0; s < line->spaces; s++)
            g_string_append_c(out, '_');
        g_string_append(out, line->hyphen ? "-|" : "|");
        cr_assert_eq((unsigned)line->width,
                     (line->end - line->spaces - line->start + line->hyphen) * 6);
    }
    cr_assert_eq(expected, f.shaped->n_clusters, "all is placed");
    g_array_free(lines, TRUE);
    ladle_arena_free(f.arena);
    return g_string_free(out, FALSE);
}

static char *broken(const char *text, const char *points, ladle_parting parting, int width)
{
    return broken_by(ladle_break_first_fit, text, points, parting, width);
}

static void check(const char *text, const char *points, ladle_parting parting, const char *expected)
{
    char *got = broken(text, points, parting, 60);
    cr_expect_str_eq(got, expected, "got %s for %s", got, expected);
    g_free(got);
}

Test(break, first_fit)
{
    check("", "", LADLE_PART_NEVER, "");
    check("et to tre", "", LADLE_PART_NEVER, "et to tre|");
    check("et to tre fire", "", LADLE_PART_NEVER, "et to tre_|fire|");
    check("fire firer fem", "", LADLE_PART_NEVER, "fire firer_|fem|");
    check("fire  firer   fem", "", LADLE_PART_NEVER, "fire__|firer___|fem|");
}

Test(break, spaces_hang_at_the_end)
{
    check("ti tegn er  ord", "", LADLE_PART_NEVER, "ti tegn er__|ord|");
    check("ti tegn er ", "", LADLE_PART_NEVER, "ti tegn er_|");
}

Test(break, words_are_parted_where_they_may)
{
    /*     0123456789012345 */
    check("vi partnerskab nu", "   ----", LADLE_PART_ALWAYS, "vi par-|tnerskab_|nu|");
    check("vi partnerskab nu", "      -  -", LADLE_PART_ALWAYS, "vi partne-|rskab nu|");
    check("vi partnerskab nu", "      -  -", LADLE_PART_NEVER, "vi_|partnerska|b nu|");
}

Test(break, the_joint_of_a_compound_is_preferred)
{
    check("vi partnerskab nu", "      = -", LADLE_PART_ALWAYS, "vi par-|tnerskab_|nu|");
}

Test(break, soft_hyphens_count_where_nothing_else_does)
{
    check("vi partnersk nu", "       ~", LADLE_PART_NEVER, "vi part-|nersk nu|");
}

Test(break, narrow_parts_only_what_fits_no_line)
{
    check("vi partners nu", "       -", LADLE_PART_NARROW, "vi_|partners_|nu|");
    check("vi partnerskabet nu", "       -  -", LADLE_PART_NARROW, "vi part-|nerskabet_|nu|");
}

Test(break, never_two_hyphens_running_nor_in_the_last_word)
{
    check("aaa bbbbbbbbb ccccccccc dd", "      -   -     -     ", LADLE_PART_ALWAYS,
          "aaa bb-|bbbbbbb_|ccccccccc_|dd|");
    check("aaa bbbbbbbbb", "      -", LADLE_PART_ALWAYS, "aaa_|bbbbbbbbb|");
}

Test(break, a_word_wider_than_the_line_breaks)
{
    check("abcdefghijklmnopqrstuvw", "", LADLE_PART_NEVER, "abcdefghij|klmnopqrst|uvw|");
    check("a bcdefghijklmnopqrstuvw", "", LADLE_PART_NEVER, "a_|bcdefghijk|lmnopqrstu|vw|");
}

Test(break, a_line_narrower_than_a_character_takes_one)
{
    char *got = broken("abc", "", LADLE_PART_NEVER, 1);
    cr_expect_str_eq(got, "a|b|c|");
    g_free(got);
}

Test(break, widths)
{
    ladle_arena *arena = ladle_arena_new();
    const char *text = "et langtord til  ";
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    ladle_shaped *s = fake_shape(NULL, arena, text, strlen(text), &span, 1);
    int least, natural;
    ladle_break_widths(s->clusters, s->n_clusters, &least, &natural);
    cr_expect_eq(least, 8 * 6);
    cr_expect_eq(natural, 15 * 6);
    ladle_arena_free(arena);
}

/* ------------------------------------------------------------------------------------- total fit
 */

static void check_total(const char *text, const char *points, const char *expected)
{
    char *got = broken_by(ladle_break_total_fit, text, points, LADLE_PART_ALWAYS, 60);
    cr_expect_str_eq(got, expected, "got %s for %s", got, expected);
    g_free(got);
}

Test(break, total_fit_evens_out)
{
    check_total("", "", "");
    check_total("et to tre", "", "et to tre|");
    check("aaaaa bbbb cc dddddddd ee", "", LADLE_PART_NEVER, "aaaaa bbbb_|cc_|dddddddd_|ee|");
    check_total("aaaaa bbbb cc dddddddd ee", "", "aaaaa_|bbbb cc_|dddddddd_|ee|");
    /* Not in more lines than needed. */
    check_total("aaaa bbbbb cccc ddddd", "", "aaaa bbbbb_|cccc ddddd|");
}

Test(break, total_fit_avoids_weak_ends)
{
    const char *text = "aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaa i bbbbbbbbb";
    char *got = broken_by(ladle_break_total_fit, text, "", LADLE_PART_NEVER, 39 * 6);
    cr_expect_str_eq(got, "aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa aaaa_|i bbbbbbbbb|");
    g_free(got);
    text = "aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa bbbb dd";
    got = broken_by(ladle_break_total_fit, text, "", LADLE_PART_NEVER, 37 * 6);
    cr_expect_str_eq(got, "aaaaaaaaaa aaaaaaaaaa aaaaaaaaaa_|bbbb dd|", "no lone short word");
    g_free(got);
}

Test(break, total_fit_falls_back_where_a_word_is_too_wide)
{
    check_total("a bcdefghijklmnopqrstuvw", "", "a_|bcdefghijk|lmnopqrstu|vw|");
}

/* Every way to set a text, tried out. */
typedef struct {
    const ladle_break_problem *problem;
    const fixture *f;
    unsigned best_lines;
    gint64 best_cost;
} trial;

static bool written_hyphen(const trial *t, unsigned start, unsigned end)
{
    while (end > start && t->problem->clusters[end - 1].is_space)
        end--;
    return end > start && t->f->shaped->text[end - 1] == '-';
}

/* Cost of the line start .. end by what break_private.h says, or -1 when it is not allowed. */
static gint64 cost_of(const trial *t, unsigned start, unsigned end, bool hyphen, bool hyphen_above,
                      bool hyphened_above)
{
    const ladle_break_problem *p = t->problem;
    const char *text = t->f->shaped->text;
    bool last = end == p->n;
    int room = start == 0 ? p->first_width : p->width;
    unsigned seen = end;
    while (!hyphen && seen > start && p->clusters[seen - 1].is_space)
        seen--;
    int width = (int)(seen - start + hyphen) * 6;
    if (width > room || (hyphen && hyphen_above))
        return -1;
    gint64 cost = 0;
    if (hyphen)
        cost += t->f->points[end] == '-' ? LADLE_COST_HYPHEN : LADLE_COST_JOINT;
    if ((hyphen || written_hyphen(t, start, end)) && hyphened_above)
        cost += LADLE_COST_LADDER;
    if (last)
        return cost + (width < room / LADLE_STUMP ? LADLE_COST_STUMP : 0);
    gint64 slack = (gint64)(room - width) * 1000 / room;
    cost += slack * slack;
    unsigned word = seen;
    while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '-')
        word--;
    if (!hyphen && seen - word == 1)
        cost += LADLE_COST_ONE_LETTER;
    if (!hyphen && seen - word == 2)
        cost += LADLE_COST_TWO_LETTERS;
    return cost;
}

static bool in_last_word(const trial *t, unsigned at)
{
    while (at < t->problem->n && t->f->shaped->text[at] != ' ' && t->f->shaped->text[at] != '-')
        at++;
    if (at < t->problem->n && t->f->shaped->text[at] == '-')
        at++;
    while (at < t->problem->n && t->f->shaped->text[at] == ' ')
        at++;
    return at == t->problem->n;
}

static void try_all(trial *t, unsigned start, unsigned lines, gint64 cost, bool hyphen,
                    bool hyphened)
{
    const ladle_break_problem *p = t->problem;
    if (start == p->n) {
        if (lines < t->best_lines || (lines == t->best_lines && cost < t->best_cost)) {
            t->best_lines = lines;
            t->best_cost = cost;
        }
        return;
    }
    for (unsigned end = start + 1; end <= p->n; end++) {
        bool plain = end == p->n || p->clusters[end].can_break;
        bool part = end < p->n && strchr("-=~", t->f->points[end]) && !in_last_word(t, end);
        if (!plain && !part)
            continue;
        gint64 more = cost_of(t, start, end, !plain, hyphen, hyphened);
        if (more >= 0)
            try_all(t, end, lines + 1, cost + more, !plain,
                    !plain || written_hyphen(t, start, end));
    }
}

/* A text of words of some letters, and the places where they may be parted. */
static char *random_text(GRand *rand, int words, char **points)
{
    GString *text = g_string_new(NULL), *marks = g_string_new(NULL);
    for (int i = 0; i < words; i++) {
        int letters = g_rand_int_range(rand, 1, g_rand_int_range(rand, 0, 3) ? 6 : 12);
        for (int j = 0; j < letters; j++) {
            g_string_append_c(text, (char)('a' + g_rand_int_range(rand, 0, 26)));
            bool inside = j > 1 && j + 1 < letters;
            g_string_append_c(marks, inside ? "   -=~"[g_rand_int_range(rand, 0, 6)] : ' ');
        }
        g_string_append_c(text, g_rand_int_range(rand, 0, 12) || i + 1 == words ? ' ' : '-');
        g_string_append_c(marks, ' ');
    }
    *points = g_string_free(marks, FALSE);
    return g_string_free(text, FALSE);
}

/* Lines and cost of what the breaker gave; false when it is not among the ways that are weighed. */
static bool cost_of_answer(const trial *t, const GArray *lines, gint64 *cost)
{
    bool hyphen = false, hyphened = false;
    *cost = 0;
    for (unsigned i = 0; i < lines->len; i++) {
        const ladle_break *line = &g_array_index(lines, ladle_break, i);
        gint64 more = cost_of(t, line->start, line->end, line->hyphen, hyphen, hyphened);
        bool plain = line->end == t->problem->n || t->problem->clusters[line->end].can_break;
        if (more < 0 || (!plain && !line->hyphen))
            return false;
        *cost += more;
        hyphen = line->hyphen;
        hyphened = hyphen || written_hyphen(t, line->start, line->end);
    }
    return true;
}

Test(break, total_fit_finds_the_best_of_all_ways)
{
    GRand *rand = g_rand_new_with_seed(3);
    unsigned weighed = 0;
    for (int round = 0; round < 600; round++) {
        char *points, *text = random_text(rand, g_rand_int_range(rand, 2, 12), &points);
        fixture f = {.arena = ladle_arena_new(), .points = points};
        ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
        f.shaped = fake_shape(NULL, f.arena, text, strlen(text), &span, 1);
        int width = 6 * g_rand_int_range(rand, 10, 18);
        ladle_break_problem problem = {.text = text,
                                       .clusters = f.shaped->clusters,
                                       .n = f.shaped->n_clusters,
                                       .width = width,
                                       .first_width = width - 12 * (round % 2),
                                       .parting = LADLE_PART_ALWAYS,
                                       .is_end = true,
                                       .self = &f,
                                       .hyphen_width = hyphen_width,
                                       .ranks = ranks};
        trial t = {&problem, &f, G_MAXUINT, G_MAXINT64};
        try_all(&t, 0, 0, 0, false, false);
        GArray *first = g_array_new(FALSE, FALSE, sizeof(ladle_break));
        GArray *total = g_array_new(FALSE, FALSE, sizeof(ladle_break));
        ladle_break_first_fit(&problem, first);
        ladle_break_total_fit(&problem, total);
        gint64 cost;
        bool regular = cost_of_answer(&t, total, &cost);
        cr_assert_leq(total->len, first->len, "no more lines than first fit: %s", text);
        if (t.best_lines <= first->len && first->len > 1) {
            weighed++;
            cr_assert(regular, "%s", text);
            cr_assert_eq(total->len, t.best_lines, "fewest lines: %s", text);
            cr_assert_eq(cost, t.best_cost, "%s (%s) width %d: %d, and there is %d", text, points,
                         width, (int)cost, (int)t.best_cost);
        }
        g_array_free(first, TRUE);
        g_array_free(total, TRUE);
        ladle_arena_free(f.arena);
        g_free(text);
        g_free(points);
    }
    cr_assert_gt(weighed, 300);
    g_rand_free(rand);
}

Test(break, total_fit_of_any_text_is_whole_and_without_ladders)
{
    GRand *rand = g_rand_new_with_seed(4);
    for (int round = 0; round < 300; round++) {
        char *points, *text = random_text(rand, g_rand_int_range(rand, 1, 300), &points);
        int width = 6 * g_rand_int_range(rand, 12, 60);
        char *once = broken_by(ladle_break_total_fit, text, points, LADLE_PART_ALWAYS, width);
        char *again = broken_by(ladle_break_total_fit, text, points, LADLE_PART_ALWAYS, width);
        cr_assert_str_eq(once, again);
        bool before = false;
        char **lines = g_strsplit(once, "|", -1);
        unsigned clusters = 0;
        for (char **line = lines; *line; line++) {
            size_t length = strlen(*line);
            bool part = length > 1 && (*line)[length - 1] == '-' &&
                        points[clusters + length - 1] != ' ' && text[clusters + length - 1] != '-';
            cr_assert_not(before && part, "two hyphens running: %s", once);
            clusters += (unsigned)length - part;
            before = part;
        }
        g_strfreev(lines);
        g_free(once);
        g_free(again);
        g_free(text);
        g_free(points);
    }
    g_rand_free(rand);
}

/* The number of comparisons cannot be seen from here; what can be is that ten times the text does
 * not take a hundred times as long by the clusters that are asked for ranks. */
static unsigned asked;

static void count_ranks(void *self, unsigned first, unsigned end, unsigned char *out)
{
    asked += end - first;
    ranks(self, first, end, out);
}

static unsigned clusters_asked(unsigned words)
{
    GRand *rand = g_rand_new_with_seed(5);
    char *points, *text = random_text(rand, (int)words, &points);
    fixture f = {.arena = ladle_arena_new(), .points = NULL};
    ladle_text_span span = {0, strlen(text), {"Fake", false, false, 12}, "da"};
    f.shaped = fake_shape(NULL, f.arena, text, strlen(text), &span, 1);
    ladle_break_problem problem = {.text = text,
                                   .clusters = f.shaped->clusters,
                                   .n = f.shaped->n_clusters,
                                   .width = 400,
                                   .first_width = 400,
                                   .parting = LADLE_PART_ALWAYS,
                                   .is_end = true,
                                   .self = &f,
                                   .hyphen_width = hyphen_width,
                                   .ranks = count_ranks};
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(ladle_break));
    asked = 0;
    ladle_break_total_fit(&problem, lines);
    cr_assert_gt(lines->len, words / 30);
    g_array_free(lines, TRUE);
    ladle_arena_free(f.arena);
    g_free(text);
    g_free(points);
    g_rand_free(rand);
    return asked;
}

Test(break, total_fit_looks_no_word_up_more_than_twice)
{
    unsigned few = clusters_asked(300), many = clusters_asked(3000);
    cr_expect_lt(many, 20 * few);
    cr_expect_lt(clusters_asked(30000), 20 * many, "a text of any length is set");
}
