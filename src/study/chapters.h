/* The chapters of the built-in templates, for chapter= (study-format: "Chapters"). */
#ifndef LADLE_STUDY_CHAPTERS_H
#define LADLE_STUDY_CHAPTERS_H

/* All names, each once, ended by NULL. */
extern const char *const ladle_chapters[];

#endif
