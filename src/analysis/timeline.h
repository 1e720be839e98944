/* Timelines: of the programme, and of each partnership. */
#ifndef LADLE_ANALYSIS_TIMELINE_H
#define LADLE_ANALYSIS_TIMELINE_H

#include "analysis/index.h"
#include "analysis/results.h"

/* All events of the study, in order of time. */
ladle_timeline ladle_timeline_of_programme(ladle_arena *arena, const ladle_study *study);

/* The events that name the partnership, its records but account papers, and its targets. */
ladle_timeline ladle_timeline_of_partnership(ladle_arena *arena, const ladle_index *index,
                                             const ladle_partnership *partnership);

#endif
