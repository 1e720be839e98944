#!/bin/sh
# An installed program works from any folder, with nothing of the source tree or the build in reach,
# and a program that uses the library can be built against what is installed.
set -eu
ladle=$1 source=$2 work=$3
build=$(dirname "$ladle")
rm -rf "$work" && mkdir -p "$work/elsewhere"
cmake --install "$build" --prefix "$work/prefix" >"$work/install.log"
cd "$work/elsewhere"
unset LADLE_SHARE
run="env -i PATH=/usr/bin:/bin LC_ALL=C ASAN_OPTIONS=${ASAN_OPTIONS:-} $work/prefix/bin/ladle"

$run --version
$run init new
$run check new
$run report new -o out --quiet
$run explain E210 >/dev/null
[ -s out/final.pdf ]
for file in schema/study.rng fonts/NotoSerif-Regular.ttf hyphenation/hyph_da_DK.dic \
        templates/theme.xml templates/init/en/study.xml; do
    [ -s "$work/prefix/share/ladle/$file" ]
done
[ -s "$work/prefix/share/man/man1/ladle.1" ]
[ -s "$work/prefix/share/man/man5/ladle-study.5" ]

# A program of one's own, as the header's first lines have it. Sanitized archives want their runtime.
if ! grep -q '^LADLE_SANITIZE:BOOL=ON' "$build/CMakeCache.txt" &&
    ! grep -q '^LADLE_COVERAGE:BOOL=ON' "$build/CMakeCache.txt"; then
    cat >own.c <<'END'
#include <ladle/ladle.h>
#include <stdio.h>

static void print_message(void *self, const ladle_message *message)
{
    (void)self;
    printf("%s\n", message->text);
}

int main(int argc, char **argv)
{
    ladle_session *session = ladle_session_new(argc > 1 ? argv[1] : ".", argv[2]);
    size_t bytes;
    unsigned char *pdf = ladle_session_report(session, "final", NULL, &bytes);
    if (!pdf)
        ladle_session_messages(session, print_message, NULL);
    FILE *out = pdf ? fopen("own.pdf", "wb") : NULL;
    if (out) {
        fwrite(pdf, 1, bytes, out);
        fclose(out);
    }
    ladle_free(pdf);
    ladle_session_free(session);
    return pdf ? 0 : 1;
}
END
    PKG_CONFIG_PATH=$(dirname "$(find "$work/prefix" -name ladle.pc)")
    export PKG_CONFIG_PATH
    # shellcheck disable=SC2046
    cc -Wall -Werror -o own own.c $(pkg-config --cflags --libs ladle)
    ./own new "$work/prefix/share/ladle"
    cmp own.pdf out/final.pdf
fi

# Moved as a whole, it still works; without its fonts it says so, and does not reach for the source.
mv "$work/prefix" "$work/moved"
run="env -i PATH=/usr/bin:/bin LC_ALL=C ASAN_OPTIONS=${ASAN_OPTIONS:-} $work/moved/bin/ladle"
$run report new -o again --quiet
cmp out/final.pdf again/final.pdf
rm -r "$work/moved/share/ladle/fonts"
status=0
$run report new -o third --quiet 2>"$work/third.err" || status=$?
[ "$status" -eq 3 ]
grep -q 'E60' "$work/third.err"
[ ! -e third/final.pdf ]
