#include "study/strays.h"

#include <glib.h>
#include <string.h>

#define INTO_RECORDS " in a file with the root <records>"

/* Endings of files, parted by spaces, and what to do with such a file; NULL: it may lie there. */
static const struct {
    const char *endings, *way;
} kinds[] = {
    {"png jpg jpeg svg gif tif tiff webp bmp heic md txt pdf", NULL},
    {"xlsx xlsm xls ods csv tsv",
     "a table is not read; enter its rows as <statement>, <visit>, <account> or "
     "<questionnaire>" INTO_RECORDS},
    {"docx doc odt rtf pages",
     "a text of a word processor is not read; copy its paragraphs into a <section> in a file with "
     "the root <texts>, or what somebody said into a <statement>" INTO_RECORDS},
    {"ics", "a calendar is not read; enter its meetings as <meeting>" INTO_RECORDS},
    {"qdpx qdc qde nvp nvpx mx mx20 mx22 mx24 atlproj",
     "a project of a program for coding is not read; enter its passages as <statement>, with a "
     "<coding> for each code" INTO_RECORDS},
    {"mp3 m4a wav ogg flac aac mp4 mov avi mkv webm",
     "a recording is not read; enter what was said as <statement>" INTO_RECORDS},
    {"zip 7z rar tar gz tgz", "an archive is not read; unpack it into the folder of the study"},
    {"xsl xslt", "a template is no part of a study; name it with --template"},
    {"html htm", "a web page is not read; copy its text into a <section> in a file with the root "
                 "<texts>, or into a <statement>" INTO_RECORDS},
};

static const char *const any_other = "it is not XML and was not read; enter what it holds in a "
                                     "file with the root <records> or <texts>";

static bool ends_with(const char *name, const char *ending)
{
    size_t n = strlen(name), m = strlen(ending);
    return n >= m && g_ascii_strcasecmp(name + n - m, ending) == 0;
}

bool ladle_is_xml_name(const char *name)
{
    return ends_with(name, ".xml");
}

bool ladle_is_editors_file(const char *name)
{
    static const char *const endings[] = {"~", ".bak", ".swp", ".swo", ".tmp", ".lock"};
    static const char *const whole[] = {"thumbs.db", "desktop.ini"};
    if (g_str_has_prefix(name, "~$") || (name[0] == '#' && g_str_has_suffix(name, "#")))
        return true;
    for (unsigned i = 0; i < G_N_ELEMENTS(endings); i++)
        if (ends_with(name, endings[i]))
            return true;
    for (unsigned i = 0; i < G_N_ELEMENTS(whole); i++)
        if (g_ascii_strcasecmp(name, whole[i]) == 0)
            return true;
    return false;
}

/* Whether one of the words is `ending`, in any case of letters. */
static bool is_among(const char *words, const char *ending)
{
    size_t n = strlen(ending);
    for (const char *word = words; *word;) {
        size_t length = strcspn(word, " ");
        if (length == n && g_ascii_strncasecmp(word, ending, n) == 0)
            return true;
        word += length + (word[length] == ' ');
    }
    return false;
}

/* What to do with a file of this name; NULL: it may lie there. */
static const char *way_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (unsigned i = 0; dot && i < G_N_ELEMENTS(kinds); i++)
        if (is_among(kinds[i].endings, dot + 1))
            return kinds[i].way;
    return any_other;
}

/* The name that the file was meant to have where another ending hangs on .xml, as in
 * "records.xml.txt"; else NULL. To be freed. */
static char *meant_name(const char *base)
{
    const char *dot = strrchr(base, '.');
    char *stem = dot ? g_strndup(base, (size_t)(dot - base)) : NULL;
    if (stem && ladle_is_xml_name(stem) && strlen(stem) > strlen(".xml"))
        return stem;
    g_free(stem);
    return NULL;
}

void ladle_note_stray(const char *name, ladle_diagnostics *diagnostics)
{
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    char *meant = meant_name(base);
    const char *way = way_of(base);
    if (meant)
        ladle_diag_add(diagnostics, LADLE_DIAG_STRAY_FILE, (ladle_pos){name, 0, 0},
                       "its name does not end in .xml, so it was not read; if it is a part of the "
                       "study, name it %s (an editor may have added the other ending)",
                       meant);
    else if (way)
        ladle_diag_add(diagnostics, LADLE_DIAG_STRAY_FILE, (ladle_pos){name, 0, 0}, "%s", way);
    g_free(meant);
}
