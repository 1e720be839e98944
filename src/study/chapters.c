#include "study/chapters.h"

#include <stddef.h>

const char *const ladle_chapters[] = {
    /* final report */
    "foreword", "background", "design", "work", "content", "structure", "process", "baseline",
    "benefits", "drawbacks", "development", "future", "recommendations", "appendix",
    /* a partnership's report: has baseline and recommendations too */
    "summary", "participants", "activity",
    /* brochure: has foreword too */
    "introduction", "external", "internal", "perspectives", NULL};
