#include "study/members.h"

ladle_pairs *ladle_member_pairs(const ladle_study *study)
{
    ladle_pairs *pairs = ladle_pairs_new();
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *p = study->partnerships[i];
        for (unsigned j = 0; j < p->n_members; j++)
            if (p->members[j])
                ladle_pairs_add(pairs, i, p->members[j]->index);
    }
    return pairs;
}

ladle_pairs *ladle_group_pairs(const ladle_study *study)
{
    ladle_pairs *pairs = ladle_pairs_new();
    for (unsigned i = 0; i < study->n_partnerships; i++) {
        const ladle_partnership *p = study->partnerships[i];
        for (unsigned j = 0; j < p->n_all_groups; j++)
            ladle_pairs_add(pairs, i, p->all_groups[j]->index);
    }
    return pairs;
}
