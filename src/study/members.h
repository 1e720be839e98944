/* Who is of a partnership, for questions asked once for each record. */
#ifndef LADLE_STUDY_MEMBERS_H
#define LADLE_STUDY_MEMBERS_H

#include "base/pairs.h"
#include "study/model.h"

/* Pairs of the indices of a partnership and of an organisation that is a member of it; the lead is
 * not, unless it is listed. Yours to free. */
ladle_pairs *ladle_member_pairs(const ladle_study *study);

/* Pairs of the indices of a partnership and of a group that is its own or shared with it. Yours to
 * free. */
ladle_pairs *ladle_group_pairs(const ladle_study *study);

#endif
