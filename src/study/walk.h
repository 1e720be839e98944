/* The files of a study. Inside study/ only. */
#ifndef LADLE_STUDY_WALK_H
#define LADLE_STUDY_WALK_H

#include "base/arena.h"
#include "base/diag.h"

typedef struct {
    const char *name;   /* path relative to the study, as messages give it */
    const char *path;   /* real path, to be opened */
    const char *folder; /* real path of the folder that its relative paths start from */
} ladle_study_file;

/* All *.xml files (in any case of letters) in and below `root` (a real path), in byte order of
 * their names: without hidden files and folders, files that editors make for themselves, `output`
 * (NULL: none), and other folders that hold a .ladle. Links that lead out of root are refused with
 * a diagnostic; links to a folder inside it are passed over, since what is in it is found anyway. A
 * file that is not XML is named in a note. */
ladle_study_file *ladle_study_walk(ladle_arena *arena, const char *root, const char *output,
                                   ladle_diagnostics *diagnostics, unsigned *n);

#endif
