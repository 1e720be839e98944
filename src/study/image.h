/* Images that a study's texts show. Inside study/ only. */
#ifndef LADLE_STUDY_IMAGE_H
#define LADLE_STUDY_IMAGE_H

#include "base/arena.h"

/* The real path of the image that src (a relative path, as in a URI) names from the folder, inside
 * root (both real paths). Returns NULL with *wrong, a static sentence, when it is no PNG, JPEG or
 * SVG file inside the study that can be read. */
const char *ladle_image_find(ladle_arena *arena, const char *root, const char *folder,
                             const char *src, const char **wrong);

#endif
