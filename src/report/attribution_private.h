/* Between the two halves of the attribution: who bears which label (attribution.c), and which
 * groups and sectors may be told by themselves (attribution_sets.c). */
#ifndef LADLE_REPORT_ATTRIBUTION_PRIVATE_H
#define LADLE_REPORT_ATTRIBUTION_PRIVATE_H

#include "base/pairs.h"
#include "report/attribution.h"

#include <glib.h>

enum { LADLE_NO_ROLE = G_MAXUINT };

/* That a person may appear beside a partnership in a wave. */
typedef struct {
    unsigned place, wave, person; /* indices; place n_partnerships: the programme; wave n_waves:
                                     a seat held at any time */
    bool counted;                 /* as one of the place's people */
} ladle_tie;

struct ladle_attribution {
    const ladle_study *study;
    unsigned smallest;
    unsigned char *told; /* one a person: ladle_told */
    unsigned *role;      /* one a person: number of its role and sector, or LADLE_NO_ROLE */
    unsigned n_roles;
    bool *tells_sector;  /* [partnership][wave][sector] */
    bool *tells_kind;    /* [partnership][wave][kind] */
    bool *large;         /* [group][wave]: its name may be used */
    bool *has_large;     /* [partnership][wave][kind]: some group of that kind is large */
    ladle_pairs *belong; /* partnership and a group of it, own or shared */
    ladle_pairs *fit;    /* group and a label that enough of those ever seated in it bear */
};

/* Labels are numbered from fine to coarse: roles with their sectors, from 0; sectors; participant;
 * none. */
unsigned ladle_label_of(const ladle_attribution *attribution, unsigned person);
unsigned ladle_first_sector_label(const ladle_attribution *attribution);
unsigned ladle_participant_label(const ladle_attribution *attribution);
unsigned ladle_none_label(const ladle_attribution *attribution);

/* NULL: of no sector. */
const ladle_sector *ladle_sector_of(const ladle_person *person);
bool ladle_seat_is_held(const ladle_seat *seat, const ladle_wave *wave);

/* Fills in what is told of groups and sectors, once everybody's label has come to rest. ties: of
 * ladle_tie, sorted by place, wave and person, each once. */
void ladle_attribution_tell_sets(ladle_attribution *attribution, ladle_arena *arena,
                                 const GArray *ties);

#endif
