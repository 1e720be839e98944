/* Line breaking, total fit.
 *
 * First fit fills each line without a thought for the next, and pays for it with a hole where a
 * long word did not fit and with a last line of two letters. This breaker looks at the paragraph as
 * a whole, as Knuth and Plass taught (Breaking paragraphs into lines, 1981), for ragged setting:
 *
 *   - The text has places where a line may end: after spaces, and inside words where a hyphen may
 *     stand. A line from place a to place b is fit when it is not wider than its room.
 *   - Of all ways to set the text the ones in the fewest lines are taken, so that no page grows.
 *   - Of those, the one that costs least. A line costs the square of its slack, counted in
 *     thousandths of the measure, so that one line 20 % short is as bad as four 10 % short. On top
 *     come, in the same unit, a hyphen (less at a joint of a compound), a line that ends in a word
 *     of a letter or two that leads to the next ("i", "at"), a word parted from the number after it
 *     ("figur 8"), a line that ends in a hyphen above or below another that does, and a last line
 *     that is very short. The slack of the last line is free.
 *   - No line ends where words should stay together (keep.c).
 *   - Two lines running never end in a hyphen that was put there, nor does the last but one part
 *     the last word: as with first fit.
 *
 * The best way to a place is the best of (best way to an earlier place) + (the line between), so
 * places are taken in order and each looks back as far as a line reaches. Costs are whole numbers,
 * and of two ways that cost the same the one whose last line began earlier is taken: the outcome is
 * the same everywhere.
 *
 * What keeps it cheap: first fit runs before and says how many lines there may be, L. A place that
 * k lines lead to is given up when what remains cannot go into L - k lines. The places left for the
 * end of one line reach over no more than the slack of the last one, and only words that lie there
 * are looked up for hyphens. A text of one line is done after first fit, and so is one with forced
 * breaks, with words that stay together and are wider than a line, or of more than MOST_CLUSTERS
 * (six pages): there no eye can tell, and the sums stay small. */
#include "layout/break_private.h"

#include "document/hyphenate.h"

enum { MOST_CLUSTERS = 20000 };

/* A place where a line may end and the next one begin. */
typedef struct {
    unsigned at;      /* the first cluster of the next line */
    unsigned from;    /* index of the place before it on the best way here */
    int begins;       /* width of the text before the next line */
    int ends;         /* width of the text when the line ends here, with its hyphen */
    gint64 cost;      /* of the best way here */
    unsigned lines;   /* of it; 0: none leads here, or it is the beginning */
    unsigned penalty; /* for ending here */
    bool hyphen;      /* one is put here */
    bool hyphened;    /* there is one, put here or written */
} place;

typedef struct {
    const ladle_break_problem *problem;
    GArray *places;   /* of place, rising; the first is the beginning */
    unsigned limit;   /* lines that first fit takes */
    int total, spare; /* width of it all; the widest space that can hang at a line's end */
} weighing;

/* Whether what follows `begins` can go into the lines that are left after `lines`. */
static bool can_end(const weighing *w, int begins, unsigned lines)
{
    if (lines >= w->limit)
        return begins >= w->total;
    gint64 left = w->limit - lines;
    return w->total - begins <= left * ((gint64)w->problem->width + w->spare);
}

static gint64 cost_of_line(const weighing *w, const place *from, const place *to, int room)
{
    int width = to->ends - from->begins;
    gint64 cost = to->penalty;
    if (from->hyphened && to->hyphened)
        cost += LADLE_COST_LADDER;
    if (to->at < w->problem->n) {
        gint64 slack = (gint64)(room - width) * 1000 / MAX(room, 1);
        cost += slack * slack;
    } else if (width < room / LADLE_STUMP)
        cost += LADLE_COST_STUMP;
    return cost;
}

/* Adds a place with the best way to it, where one is worth following. */
static void add_place(weighing *w, place to)
{
    const place *places = (const place *)(void *)w->places->data;
    int widest = MAX(w->problem->first_width, w->problem->width);
    for (unsigned i = w->places->len; i > 0; i--) {
        const place *from = &places[i - 1];
        int room = i == 1 ? w->problem->first_width : w->problem->width;
        if (to.ends - from->begins > widest)
            break;
        if (to.ends - from->begins > room || (from->hyphen && to.hyphen))
            continue;
        unsigned lines = from->lines + 1;
        if (to.lines && lines > to.lines)
            continue;
        gint64 cost = from->cost + cost_of_line(w, from, &to, room);
        if (lines == to.lines && cost > to.cost)
            continue;
        to.lines = lines;
        to.cost = cost;
        to.from = i - 1;
    }
    if (to.lines && can_end(w, to.begins, to.lines))
        g_array_append_val(w->places, to);
}

/* ---------------------------------------------------------------------------------------- places
 */

static gunichar character_of(const ladle_break_problem *problem, unsigned cluster)
{
    return g_utf8_get_char(problem->text + problem->clusters[cluster].start);
}

static bool is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010;
}

/* What it costs to end a line behind the word first .. end, before the one that begins at `next`.
 */
static unsigned penalty_of_word(const ladle_break_problem *problem, unsigned first, unsigned end,
                                unsigned next)
{
    unsigned n = end - first;
    if (n > 0 && g_unichar_isalpha(character_of(problem, end - 1)) &&
        g_unichar_isdigit(character_of(problem, next)))
        return LADLE_COST_NUMBER;
    if (n == 0 || n > 2)
        return 0;
    for (unsigned i = first; i < end; i++)
        if (!g_unichar_isalpha(character_of(problem, i)))
            return 0;
    return n == 1 ? LADLE_COST_ONE_LETTER : LADLE_COST_TWO_LETTERS;
}

/* Least rank of a parting that is allowed in a word of this width; above all ranks: none is. */
static int least_rank(const ladle_break_problem *problem, int width, unsigned end)
{
    bool too_wide = width > problem->width;
    if (ladle_break_ends_text(problem, end))
        return LADLE_HYPHEN_SOFT + 1;
    if (problem->parting == LADLE_PART_ALWAYS ||
        (problem->parting == LADLE_PART_NARROW && too_wide))
        return LADLE_HYPHEN_PLAIN;
    return LADLE_HYPHEN_SOFT;
}

/* Adds the places inside a word, where any line may reach them. */
static void add_partings(weighing *w, unsigned first, unsigned end, int begins, int width)
{
    const ladle_break_problem *problem = w->problem;
    const place *last = &g_array_index(w->places, place, w->places->len - 1);
    int least = least_rank(problem, width, end);
    if (least > LADLE_HYPHEN_SOFT || end <= first + 1 || end - first > LADLE_BREAK_LONGEST_WORD ||
        begins - last->begins > MAX(problem->first_width, problem->width) ||
        !can_end(w, begins + width, MAX(last->lines, 1)))
        return;
    unsigned char ranks[LADLE_BREAK_LONGEST_WORD] = {0};
    problem->ranks(problem->self, first, end, ranks);
    for (unsigned i = first + 1; i < end; i++) {
        begins += problem->clusters[i - 1].advance;
        int rank = ranks[i - first];
        if (rank < least || rank == 0)
            continue;
        place inside = {
            .at = i,
            .begins = begins,
            .ends = begins + problem->hyphen_width(problem->self, i - 1),
            .penalty = rank == LADLE_HYPHEN_PLAIN ? LADLE_COST_HYPHEN : LADLE_COST_JOINT,
            .hyphen = true,
            .hyphened = true,
        };
        add_place(w, inside);
    }
}

/* Goes through the text word by word. */
static void add_places(weighing *w)
{
    const ladle_break_problem *problem = w->problem;
    const ladle_cluster *clusters = problem->clusters;
    int begins = 0;
    for (unsigned first = 0, next; first < problem->n; first = next) {
        unsigned end = first;
        int width = 0, space = 0;
        for (next = first; next < problem->n && (next == first || !clusters[next].can_break);
             next++) {
            space += clusters[next].advance;
            if (clusters[next].is_space)
                continue;
            width += space;
            space = 0;
            end = next + 1;
        }
        add_partings(w, first, end, begins, width);
        place after = {
            .at = next,
            .begins = begins + width + space,
            .ends = begins + width,
            .penalty = next < problem->n ? penalty_of_word(problem, first, end, next) : 0,
            .hyphened = end > first && is_hyphen(character_of(problem, end - 1)),
        };
        if (next == problem->n || !clusters[next].kept)
            add_place(w, after);
        begins = after.begins;
    }
}

/* -------------------------------------------------------------------------------------- the whole
 */

/* Measures the text; false when it is not to be weighed. */
static bool measure(weighing *w)
{
    const ladle_break_problem *problem = w->problem;
    int space = 0;
    if (w->limit < 2 || problem->n > MOST_CLUSTERS)
        return false;
    for (unsigned i = 0; i < problem->n; i++) {
        const ladle_cluster *cluster = &problem->clusters[i];
        if (cluster->must_break && i > 0)
            return false;
        w->total += cluster->advance;
        space = cluster->is_space ? space + cluster->advance : 0;
        w->spare = MAX(w->spare, space);
    }
    return true;
}

/* Puts the lines of the best way to the last place in the stead of those from `first` on. */
static void take_best(const weighing *w, GArray *lines, unsigned first)
{
    const place *places = (const place *)(void *)w->places->data;
    const place *end = &places[w->places->len - 1];
    if (end->at < w->problem->n)
        return;
    g_array_set_size(lines, first + end->lines);
    for (unsigned i = first + end->lines; i > first; i--) {
        const place *start = &places[end->from];
        g_array_index(lines, ladle_break, i - 1) =
            ladle_break_close_line(w->problem, start->at, end->at, end->hyphen);
        end = start;
    }
}

void ladle_break_total_fit(const ladle_break_problem *problem, GArray *lines)
{
    unsigned first = lines->len;
    ladle_break_first_fit(problem, lines);
    weighing w = {.problem = problem, .limit = lines->len - first};
    if (!measure(&w))
        return;
    place beginning = {0};
    w.places = g_array_sized_new(FALSE, FALSE, sizeof(place), problem->n / 4 + 2);
    g_array_append_val(w.places, beginning);
    add_places(&w);
    take_best(&w, lines, first);
    g_array_free(w.places, TRUE);
}
