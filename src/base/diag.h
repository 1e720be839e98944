/* Diagnostics: what a run has to say about its input, with places.
 *
 * One ladle_diagnostics a run, no globals. Every message has a code; all codes stand in
 * diag_codes.def with their severity, title and explanation. Messages are collected, and printed
 * in order of file, most severe first within a file (and what is wrong with the file as a whole
 * before the rest), then line. At most 100 a file are printed;
 * the summary counts the rest. */
#ifndef LADLE_BASE_DIAG_H
#define LADLE_BASE_DIAG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>

/* A place in a file. file is relative to the study (or a template's name); line and column count
 * from 1, the column in characters; 0: not known. */
typedef struct {
    const char *file;
    unsigned line, column;
} ladle_pos;

typedef enum { LADLE_NOTE, LADLE_WARNING, LADLE_ERROR } ladle_severity;

typedef enum {
#define LADLE_CODE(name, severity, code, title, explanation) LADLE_DIAG_##name,
#include "base/diag_codes.def"
#undef LADLE_CODE
    LADLE_DIAG_COUNT
} ladle_diag_code;

typedef struct {
    ladle_diag_code code;
    ladle_severity severity;
    ladle_pos pos;       /* file NULL: about the run as a whole */
    const char *message; /* one sentence, no full stop, no line break */
    ladle_pos related;   /* file NULL: none */
    const char *about;   /* what stands at `related`, such as "first defined here" */
} ladle_diag;

typedef struct ladle_diagnostics ladle_diagnostics;

ladle_diagnostics *ladle_diagnostics_new(void);
void ladle_diagnostics_free(ladle_diagnostics *diagnostics);

/* Adds a message. pos.file and the message are copied. */
void ladle_diag_add(ladle_diagnostics *diagnostics, ladle_diag_code code, ladle_pos pos,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Takes back the messages added since there were `total` of them, such as those about a try that is
 * not kept. What was printed stays. */
void ladle_diag_take_back(ladle_diagnostics *diagnostics, unsigned total);

/* The same, but only of those that `follows` says of that they follow from something that is told
 * by itself. */
void ladle_diag_take_back_of(ladle_diagnostics *diagnostics, unsigned total,
                             bool (*follows)(const ladle_diag *diag, const void *context),
                             const void *context);

/* Adds a second place to the message added last. */
void ladle_diag_relate(ladle_diagnostics *diagnostics, ladle_pos pos, const char *about);

/* How many messages of this severity there are. */
unsigned ladle_diag_count(const ladle_diagnostics *diagnostics, ladle_severity severity);

/* How many messages there are in all, and the i-th in the order they were added (borrowed). */
unsigned ladle_diag_total(const ladle_diagnostics *diagnostics);
const ladle_diag *ladle_diag_at(const ladle_diagnostics *diagnostics, unsigned i);

/* Notes that this many files were read, for the summary line. */
void ladle_diag_files(ladle_diagnostics *diagnostics, unsigned files);

/* Prints all messages added since the last print, and with `summary` the closing line
 * ("2 errors, 5 warnings in 14 files"). json: JSON lines, one object a message. */
void ladle_diag_print(ladle_diagnostics *diagnostics, FILE *out, bool json, bool summary);

/* The facts of a code, and the code with this text ("E210"), or LADLE_DIAG_COUNT. */
const char *ladle_diag_text(ladle_diag_code code);        /* "E210" */
const char *ladle_diag_title(ladle_diag_code code);       /* a few words */
const char *ladle_diag_explanation(ladle_diag_code code); /* what it means, how to mend it */
ladle_severity ladle_diag_severity(ladle_diag_code code);
ladle_diag_code ladle_diag_lookup(const char *text);

/* The candidate nearest to `name` in edit distance, if near enough to be a slip (at most a third
 * of its length, two at least); NULL otherwise. Borrowed from `candidates`, which NULL ends. */
const char *ladle_nearest_name(const char *name, const char *const *candidates);

#endif
