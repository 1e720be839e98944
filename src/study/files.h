/* The files of a study: what each of them is, which are copies, which is the one <study>. Inside
 * study/ only. */
#ifndef LADLE_STUDY_FILES_H
#define LADLE_STUDY_FILES_H

#include "study/omissions.h"
#include "study/walk.h"
#include "xml/reader.h"

#include <stdbool.h>

typedef enum {
    LADLE_FILE_OTHER, /* no part of the study, or it could not be read that far */
    LADLE_FILE_STUDY,
    LADLE_FILE_FRAMEWORK,
    LADLE_FILE_RECORDS,
    LADLE_FILE_TEXTS,
    LADLE_FILE_KINDS
} ladle_file_kind;

/* All that is pointed to belongs to the arena of `omissions`. */
typedef struct {
    ladle_omissions *omissions;
    ladle_study_file *files;
    ladle_file_kind *kinds; /* of each file */
    ladle_pos *roots;       /* places of the root elements */
    unsigned n;
    int study, framework;           /* which of the files; -1: none */
    bool twice;                     /* there is a second <study> or <framework> */
    bool refused[LADLE_FILE_KINDS]; /* a file of it was not read; OTHER: of which, is unknown */
    const char *language;           /* of the study's root, as its first tag says; NULL: none */
} ladle_files;

/* Finds the files below `root`; root and output are as for ladle_study_walk. */
void ladle_files_find(ladle_files *all, const char *root, const char *output,
                      ladle_omissions *omissions);

/* Looks at the root of each file and says what it is. Files that cannot be read, copies of others
 * and a second study or framework are told; the first two are listed as left out. */
void ladle_files_sort(ladle_files *all);

#endif
