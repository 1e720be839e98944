#include "cli/cli.h"

int main(int argc, char **argv)
{
    return ladle_main(argc, argv);
}
