/* The key to confidential text; see confidential.h for who may include this. */
#ifndef LADLE_STUDY_REVEAL_H
#define LADLE_STUDY_REVEAL_H

#include "study/confidential.h"

/* The text; owned by the arena it was made in. NULL gives NULL. */
const char *ladle_reveal(const ladle_confidential *text);

#endif
