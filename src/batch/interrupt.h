/* Interruption: the first Ctrl-C (or SIGTERM) lets the report at hand end and then stops the run
 * with the old delivery in place; a second one ends the program at once. */
#ifndef LADLE_BATCH_INTERRUPT_H
#define LADLE_BATCH_INTERRUPT_H

#include <stdbool.h>

/* Listens from now on. */
void ladle_interrupt_listen(void);

/* Leaves the signals to the system again. */
void ladle_interrupt_ignore(void);

/* Whether a signal came since listening. */
bool ladle_interrupted(void);

#endif
