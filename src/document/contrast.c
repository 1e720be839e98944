#include "document/contrast.h"

#include <math.h>

/* WCAG 2.1, "relative luminance", for a component of sRGB. */
static double linear(unsigned char component)
{
    double c = component / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(ladle_colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double ladle_contrast(ladle_colour one, ladle_colour other)
{
    double a = luminance(one), b = luminance(other);
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}
