/* What a study has to show in a part that an author places. */
#ifndef LADLE_STUDY_PLACED_PART_H
#define LADLE_STUDY_PLACED_PART_H

#include "study/model.h"

/* What the study lacks, so that nothing stands where the part is placed: "targets", "visits to
 * firms" ... NULL: nothing is known to be missing. `of` is whose report it is; NULL: the
 * programme's. `wave` is the round of the text; NULL: not known. */
const char *ladle_placed_part_lacks(const ladle_study *study, const char *part,
                                    const ladle_partnership *of, const ladle_wave *wave);

#endif
