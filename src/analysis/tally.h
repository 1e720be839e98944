/* Counts of visits, firms and money by axis. */
#ifndef LADLE_ANALYSIS_TALLY_H
#define LADLE_ANALYSIS_TALLY_H

#include "analysis/results.h"

typedef struct ladle_tallies ladle_tallies;

ladle_tallies *ladle_tallies_new(void);
void ladle_tallies_free(ladle_tallies *tallies);
void ladle_tallies_clear(ladle_tallies *tallies);

void ladle_tally_meeting(ladle_tallies *tallies);
/* A held visit; joint: with two sectors or more present. */
void ladle_tally_visit(ladle_tallies *tallies, const ladle_record *visit, bool joint);
void ladle_tally_account(ladle_tallies *tallies, const ladle_record *account);

/* What a target has come to. */
double ladle_tally_of(const ladle_tallies *tallies, const ladle_target *target);

/* The axes with held visits, or with account papers, in byte order (without an axis first). The
 * array is the arena's. */
const ladle_axis *ladle_tally_visits(const ladle_tallies *tallies, ladle_arena *arena, unsigned *n);
const ladle_axis *ladle_tally_spending(const ladle_tallies *tallies, ladle_arena *arena,
                                       unsigned *n);

#endif
