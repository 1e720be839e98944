#include "batch/interrupt.h"

#include <signal.h>
#include <stddef.h>

/* Signals belong to the process, so this is one of its few variables. */
static volatile sig_atomic_t interrupted;

static void note(int number)
{
    (void)number;
    interrupted = 1;
}

static void handle(void (*handler)(int))
{
    struct sigaction action = {.sa_flags = (int)SA_RESETHAND};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

void ladle_interrupt_listen(void)
{
    interrupted = 0;
    handle(note);
}

void ladle_interrupt_ignore(void)
{
    handle(SIG_DFL);
}

bool ladle_interrupted(void)
{
    return interrupted != 0;
}
