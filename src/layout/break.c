/* Line breaking, first fit.
 *
 * A text is a row of clusters; some have a mark that a line may end before them. This breaker fills
 * one line after the other. It is what ladle_break_total_fit (break_total.c) starts from, and falls
 * back to for texts that it does not weigh.
 *
 * A line takes clusters as long as they fit, not counting spaces at its end, which hang. When one
 * does not fit, the line ends at the last place where it may, unless the word that sticks out can
 * be parted so that its first part and a hyphen fit. Two lines running never end in a hyphen, and
 * the last word of a paragraph is not parted. When nothing else helps, because a word is wider than
 * the line, it is parted anywhere a hyphen may stand, and failing that between two clusters, so
 * that no line is ever wider than its room unless a single cluster is. */
#include "layout/break_private.h"

#include "document/hyphenate.h"

/* What is known of the line that is being filled. */
typedef struct {
    unsigned start;
    unsigned over;      /* the first cluster that does not fit, or n */
    unsigned last;      /* the last place to end, or start */
    unsigned last_kept; /* the same, counting places where words should stay together */
    int room;
    bool after_hyphen;
} state;

static void fill(const ladle_break_problem *problem, state *line)
{
    int width = 0;
    unsigned i = line->start;
    line->last = line->last_kept = line->start;
    for (; i < problem->n; i++) {
        const ladle_cluster *cluster = &problem->clusters[i];
        if (i > line->start && cluster->must_break) {
            line->over = line->last = i;
            return;
        }
        if (i > line->start && cluster->can_break) {
            if (!cluster->kept)
                line->last = i;
            line->last_kept = i;
        }
        width += cluster->advance;
        if (!cluster->is_space && width > line->room)
            break;
    }
    line->over = i;
    if (i == problem->n)
        line->last = i;
    else if (line->last == line->start)
        line->last = line->last_kept;
}

unsigned ladle_break_word_end(const ladle_break_problem *problem, unsigned first)
{
    unsigned end = first + 1;
    while (end < problem->n && end - first < LADLE_BREAK_LONGEST_WORD &&
           !problem->clusters[end].can_break && !problem->clusters[end].must_break)
        end++;
    while (end > first && problem->clusters[end - 1].is_space)
        end--;
    return end;
}

int ladle_break_width_of(const ladle_break_problem *problem, unsigned from, unsigned end)
{
    int width = 0;
    for (unsigned i = from; i < end; i++)
        width += problem->clusters[i].advance;
    return width;
}

bool ladle_break_ends_text(const ladle_break_problem *problem, unsigned end)
{
    while (end < problem->n && problem->clusters[end].is_space)
        end++;
    return problem->is_end && end == problem->n;
}

/* Least rank of a parting that is allowed in this word; above all ranks: none is. */
static int least_rank(const ladle_break_problem *problem, const state *line, unsigned first,
                      unsigned end)
{
    const int none = LADLE_HYPHEN_SOFT + 1;
    int word = ladle_break_width_of(problem, first, end);
    bool too_wide = word > problem->width;
    if (too_wide && first == line->start)
        return problem->parting == LADLE_PART_NEVER ? LADLE_HYPHEN_SOFT : LADLE_HYPHEN_PLAIN;
    if (line->after_hyphen || ladle_break_ends_text(problem, end))
        return none;
    if (problem->parting == LADLE_PART_ALWAYS ||
        (problem->parting == LADLE_PART_NARROW && too_wide))
        return LADLE_HYPHEN_PLAIN;
    return LADLE_HYPHEN_SOFT;
}

/* Where to part the word that sticks out, or 0. The joint of a compound goes before a syllable. */
static unsigned parting(const ladle_break_problem *problem, const state *line)
{
    unsigned first = line->last, end = ladle_break_word_end(problem, first);
    int least = least_rank(problem, line, first, end);
    if (least > LADLE_HYPHEN_SOFT || end <= first + 1)
        return 0;
    unsigned char ranks[LADLE_BREAK_LONGEST_WORD] = {0};
    problem->ranks(problem->self, first, end, ranks);
    int width = ladle_break_width_of(problem, line->start, first);
    unsigned best = 0;
    int best_rank = 0;
    for (unsigned i = first + 1; i < end && i <= line->over; i++) {
        width += problem->clusters[i - 1].advance;
        int rank = ranks[i - first];
        if (rank < least || rank < best_rank)
            continue;
        if (width + problem->hyphen_width(problem->self, i - 1) > line->room)
            break;
        best = i;
        best_rank = rank;
    }
    return best;
}

ladle_break ladle_break_close_line(const ladle_break_problem *problem, unsigned start, unsigned end,
                                   bool hyphen)
{
    ladle_break line = {start, end, 0, 0, hyphen};
    unsigned seen = end;
    while (!hyphen && seen > start && problem->clusters[seen - 1].is_space)
        seen--;
    line.spaces = end - seen;
    line.width = ladle_break_width_of(problem, start, seen);
    if (hyphen)
        line.width += problem->hyphen_width(problem->self, end - 1);
    return line;
}

void ladle_break_first_fit(const ladle_break_problem *problem, GArray *lines)
{
    state line = {.room = problem->first_width};
    while (line.start < problem->n) {
        fill(problem, &line);
        unsigned end = line.last;
        bool hyphen = false;
        if (line.over < problem->n && !problem->clusters[line.over].must_break) {
            unsigned at = parting(problem, &line);
            hyphen = at > 0;
            if (hyphen)
                end = at;
            else if (end == line.start)
                end = MAX(line.over, line.start + 1);
        }
        ladle_break done = ladle_break_close_line(problem, line.start, end, hyphen);
        g_array_append_val(lines, done);
        line = (state){.start = end, .room = problem->width, .after_hyphen = hyphen};
    }
}

void ladle_break_widths(const ladle_cluster *clusters, unsigned n, int *least, int *natural)
{
    int stretch = 0, line = 0, pending = 0, pending_line = 0;
    *least = *natural = 0;
    for (unsigned i = 0; i < n; i++) {
        if (clusters[i].can_break || clusters[i].must_break)
            stretch = pending = 0;
        if (clusters[i].must_break)
            line = pending_line = 0;
        if (clusters[i].is_space) {
            pending += clusters[i].advance;
            pending_line += clusters[i].advance;
            continue;
        }
        stretch += pending + clusters[i].advance;
        line += pending_line + clusters[i].advance;
        pending = pending_line = 0;
        *least = MAX(*least, stretch);
        *natural = MAX(*natural, line);
    }
}
