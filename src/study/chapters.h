/* The chapters and the parts of the built-in templates, for chapter=, part= (docs/study-format.md,
 * "Chapters" and check 13). Their tables are chapters.def and parts.def. */
#ifndef LADLE_STUDY_CHAPTERS_H
#define LADLE_STUDY_CHAPTERS_H

#include <stdbool.h>

/* Built-in templates, as bits. */
enum { LADLE_TEMPLATE_FINAL = 1, LADLE_TEMPLATE_PARTNERSHIP = 2, LADLE_TEMPLATE_BROCHURE = 4 };

typedef struct {
    const char *name;
    unsigned templates; /* that have it, bits */
    enum {
        LADLE_ANY_ROUND,   /* where a round has no text for it, an older one stands, marked */
        LADLE_EVERY_ROUND, /* a text without wave belongs to the reports of every round */
        LADLE_OWN_ROUND    /* a text is printed in the reports of its own round only */
    } rounds;
    const char *called; /* what authors may call it, in small letters, parted by | */
} ladle_chapter;

/* Something that a template prints by itself, and that a text may leave out, place or describe. */
typedef struct {
    const char *name;
    unsigned templates; /* that have it, bits */
    unsigned uses;      /* bits of LADLE_PART_... */
} ladle_part;
enum {
    LADLE_PART_PLACED = 1, /* <place> may put it elsewhere */
    LADLE_PART_MESSAGE = 2 /* it has a line that says what it shows */
};

/* By name; NULL: none. Of figure-4, figure-5 ..., one for each ideal type, this knows the form of
 * the name, and not how many the framework has. */
const ladle_chapter *ladle_chapter_named(const char *name);
const ladle_part *ladle_part_named(const char *name);

/* The name of the chapter or part that is called so, in any case of letters: "recommendations" of
 * "Anbefalinger"; NULL: none. */
const char *ladle_chapter_called(const char *words);

/* All names, each once, ended by NULL. */
const char *const *ladle_chapter_names(void);
const char *const *ladle_part_names(void);

#endif
