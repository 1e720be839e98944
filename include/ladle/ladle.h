/* Ladle as a library: read a study, assess it, make its reports.
 *
 *     ladle_session *session = ladle_session_new("my-study", NULL);
 *     size_t bytes;
 *     unsigned char *pdf = ladle_session_report(session, "final", NULL, &bytes);
 *     if (!pdf)
 *         ladle_session_messages(session, print_message, NULL);
 *     ladle_free(pdf);
 *     ladle_session_free(session);
 *
 * A session is used by one thread at a time. All texts are UTF-8. Out of memory ends the process.
 * To build: cc prog.c $(pkg-config --cflags --libs ladle) */
#ifndef LADLE_LADLE_H
#define LADLE_LADLE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* "0.1.0" */
const char *ladle_version(void);

/* The whole program: what `ladle` does with these arguments. Returns ladle(1)'s exit status. */
int ladle_main(int argc, char **argv);

/* A study, read, checked and assessed, and all that was said about it. */
typedef struct ladle_session ladle_session;

/* Reads the study in a folder (or its <study> file). share: the folder with templates/, fonts/ and
 * hyphenation/; NULL: as the program finds it. Never NULL, and yours to free; whether the study can
 * be used is told by ladle_session_errors. */
ladle_session *ladle_session_new(const char *study, const char *share);
void ladle_session_free(ladle_session *session);

/* How many errors there were so far, in the study and in reports made from it. */
unsigned ladle_session_errors(const ladle_session *session);

/* One message. Strings are borrowed for the time of the call. */
typedef struct {
    enum { LADLE_MESSAGE_NOTE, LADLE_MESSAGE_WARNING, LADLE_MESSAGE_ERROR } severity;
    const char *code;      /* "E210"; docs/diagnostics.md lists them */
    const char *file;      /* NULL: about the run as a whole */
    unsigned line, column; /* from 1; 0: not known */
    const char *text;      /* one sentence */
} ladle_message;

/* Tells all messages so far, in the order they came up. */
void ladle_session_messages(const ladle_session *session,
                            void (*hear)(void *self, const ladle_message *message), void *self);

/* The assessment as XML (schema/results.rnc), ended by NUL; *bytes (may be NULL) without it.
 * NULL when the study has errors. Release with ladle_free. */
char *ladle_session_results(const ladle_session *session, size_t *bytes);

/* How reports are made. All zero: as `ladle report` makes them without options. */
typedef struct {
    const char *wave;          /* id of the wave reported; NULL: the last one with records */
    const char *language;      /* "da" or "en"; NULL: the study's */
    const char *template_path; /* an .xsl file in place of the built-in one; NULL: none */
    const char *theme_path;    /* a theme file; NULL: the built-in one */
    bool names;                /* print names; refused where the study does not allow it */
} ladle_report_options;

/* One report as PDF: "final", or a partnership's id or alias. options NULL: all zero. NULL when it
 * could not be made; the messages tell why. Release with ladle_free. */
unsigned char *ladle_session_report(ladle_session *session, const char *which,
                                    const ladle_report_options *options, size_t *bytes);

/* Releases what the functions above gave. NULL is allowed. */
void ladle_free(void *given);

#ifdef __cplusplus
}
#endif

#endif
