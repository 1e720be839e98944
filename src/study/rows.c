/* The table of all elements of a study; compare schema/study.rnc. */
#include "study/grammar.h"
#include "study/reader.h"

#include <glib.h>

#define DATED "id=id! partnership=refs date=edtf! wave=ref source=words "
#define BLOCK "p|list|table|quote/block|recommendation|place/block|image"
#define INLINE "em|strong|br|q|note/inline|ref|evidence|cite|link|foreign"

#define NOTHING LADLE_HOLDS_NOTHING, NULL
#define ELEMENTS(model) LADLE_HOLDS_ELEMENTS, model
#define WORDS LADLE_HOLDS_WORDS, NULL
#define TEXT LADLE_HOLDS_TEXT, NULL
#define MIXED LADLE_HOLDS_MIXED, "(" INLINE ")*"
#define EITHER LADLE_HOLDS_EITHER, "(" INLINE ")*|(" BLOCK ")+"

/* clang-format off */
const ladle_row ladle_study_rows[] = {
    /* ---------------------------------------------------------------- study */
    {"study", "version=(1)! xml:lang=lang! id=id!", NULL,
     ELEMENTS("title+ subtitle* programme? publisher? place? published* author+ confidentiality? "
              "leave-out? wave+ organisation* person* partnership+ event*"),
     ladle_start_study, ladle_end_study},
    {"title", "wave=ref", NULL, WORDS, NULL, ladle_end_title},
    {"subtitle", "wave=ref", NULL, WORDS, NULL, ladle_end_subtitle},
    {"programme", NULL, NULL, WORDS, NULL, ladle_end_programme},
    {"publisher", NULL, NULL, WORDS, NULL, ladle_end_publisher},
    {"place", NULL, NULL, WORDS, NULL, ladle_end_place},
    {"published", "wave=ref date=edtf!", NULL, NOTHING, ladle_start_published, NULL},
    {"author", NULL, NULL, WORDS, NULL, ladle_end_author},
    {"confidentiality", "partnerships=(named|anonymous) people=(named|anonymous) smallest-group=count",
     NULL, ELEMENTS("(secret|free)*"), ladle_start_confidentiality, NULL},
    {"secret", NULL, NULL, WORDS, NULL, ladle_end_secret},
    {"free", NULL, NULL, WORDS, NULL, ladle_end_free},
    {"leave-out", "part=refs!", NULL, NOTHING, ladle_start_leave_out, NULL},
    {"wave", "id=id! dates=edtf! short=words", NULL, WORDS, NULL, ladle_end_wave},
    {"organisation", "id=id! sector=ref!", NULL, WORDS, NULL, ladle_end_organisation},
    {"person", "id=id! organisation=ref role=words email=words", NULL, WORDS, NULL, ladle_end_person},
    {"partnership", "id=id! alias=words! lead=ref", NULL,
     ELEMENTS("name municipality* member* group* shared-group* target*"),
     ladle_start_partnership, ladle_end_partnership},
    {"name", NULL, NULL, WORDS, NULL, ladle_end_name},
    {"municipality", NULL, NULL, WORDS, NULL, ladle_end_municipality},
    {"member", "organisation=ref!", NULL, NOTHING, ladle_start_member, NULL},
    {"group", "id=id! kind=(steering|consultant|other)!", NULL, ELEMENTS("seat*"),
     ladle_start_group, ladle_end_group},
    {"seat", "person=ref! from=edtf to=edtf", NULL, NOTHING, ladle_start_seat, NULL},
    {"shared-group", "group=ref!", NULL, NOTHING, ladle_start_shared_group, NULL},
    {"target",
     "measure=(visits|joint-visits|firms-identified|firms-committed|meetings|spending)! axis=words "
     "value=goal! due=edtf! revised=edtf",
     NULL, NOTHING, ladle_start_target, NULL},
    {"event",
     "date=edtf! revised=edtf partnership=ref "
     "kind=(funding|launch|formed|meeting|research|deadline|other)",
     NULL, WORDS, NULL, ladle_end_event},

    /* -------------------------------------------------------------- records */
    {"records", "version=(1)! xml:lang=lang", NULL,
     ELEMENTS("(meeting|observation|interview|questionnaire|document|visit|account)+"), NULL, NULL},
    {"meeting", DATED "group=ref status=(held|cancelled|moved) moved-to=edtf", NULL,
     ELEMENTS("title/record? present* item* statement*"), ladle_start_record, ladle_end_record},
    {"observation", DATED "meeting=ref observer=words", NULL, ELEMENTS("present* statement*"),
     ladle_start_record, ladle_end_record},
    {"interview", DATED "form=(focus-group|single)! group=ref interviewer=words", NULL,
     ELEMENTS("participant* statement*"), ladle_start_record, ladle_end_record},
    {"questionnaire", DATED "guide=ref! respondent=ref", NULL, ELEMENTS("answer*"),
     ladle_start_record, ladle_end_record},
    {"document", DATED "kind=(terms-of-reference|target-paper|minutes|other)! meeting=ref", NULL,
     ELEMENTS("title/record? statement*"), ladle_start_record, ladle_end_record},
    {"visit",
     DATED "axis=words firm=words agreement=(identified|committed) status=(held|cancelled|moved)",
     NULL, ELEMENTS("present* statement*"), ladle_start_record, ladle_end_record},
    {"account", DATED "axis=words spent=amount! submitted=edtf", NULL, NOTHING, ladle_start_record,
     ladle_end_record},
    {"title/record", NULL, NULL, WORDS, NULL, ladle_end_record_title},
    {"present", "person=ref organisation=ref", "person|organisation", NOTHING, ladle_start_present,
     NULL},
    {"item", "kind=(calendar|operations|development|evaluation|learning|economy|other)! minutes=count",
     NULL, WORDS, NULL, ladle_end_item},
    {"participant", "person=ref!", NULL, NOTHING, ladle_start_participant, NULL},
    {"answer", "question=ref! value=words", NULL, TEXT, NULL, ladle_end_answer},
    {"statement", "id=id! speaker=ref source=words", NULL, ELEMENTS("(quote|note) coding*"),
     ladle_start_statement, ladle_end_statement},
    {"quote", NULL, NULL, WORDS, NULL, ladle_end_quote},
    {"note", NULL, NULL, WORDS, NULL, ladle_end_quote},
    {"coding",
     "coder=words strength=strength element=ref dimension=ref level=ref indicator=ref redesign=ref "
     "factor=ref",
     "element level|dimension level|indicator|redesign|factor", NOTHING, ladle_start_coding, NULL},

    /* ------------------------------------------------------------ framework */
    {"framework", "version=(1)! xml:lang=lang! id=id!", NULL,
     ELEMENTS("sector+ level+ dimension* element+ leadership? redesign* phase* factor* guide*"),
     ladle_start_framework, ladle_end_framework},
    {"sector", "id=id!", NULL, WORDS, NULL, ladle_end_sector},
    {"level", "id=id! type=(yes|no)", NULL, WORDS, NULL, ladle_end_level},
    {"dimension", "id=id!", NULL, WORDS, NULL, ladle_end_dimension},
    {"element", "id=id! dimension=ref", NULL, ELEMENTS("name about? ideal*"), ladle_start_element,
     ladle_end_element},
    {"about", NULL, NULL, WORDS, NULL, ladle_end_about},
    {"ideal", "level=ref!", NULL, ELEMENTS("line+"), ladle_start_ideal, ladle_end_ideal},
    {"line", NULL, NULL, WORDS, NULL, ladle_end_line},
    {"leadership", NULL, NULL, ELEMENTS("column+"), NULL, NULL},
    {"column", "id=id!", NULL, ELEMENTS("name indicator+"), ladle_start_column, ladle_end_column},
    {"indicator", "id=id!", NULL, WORDS, NULL, ladle_end_indicator},
    {"redesign", "id=id!", NULL, WORDS, NULL, ladle_end_redesign},
    {"phase", "id=id!", NULL, WORDS, NULL, ladle_end_phase},
    {"factor", "id=id! kind=(benefit|drawback)!", NULL, ELEMENTS("name about?"),
     ladle_start_factor, NULL},
    {"guide", "id=id! for=(consultant|steering|other)!", NULL,
     ELEMENTS("title/guide intro? question+"), ladle_start_guide, ladle_end_guide},
    {"title/guide", NULL, NULL, WORDS, NULL, ladle_end_guide_title},
    {"intro", NULL, NULL, WORDS, NULL, ladle_end_intro},
    {"question", "id=id! element=ref!", NULL, ELEMENTS("text (option+|band+)?"),
     ladle_start_question, ladle_end_question},
    {"text", NULL, NULL, WORDS, NULL, ladle_end_question_text},
    {"option", "value=words! level=ref", NULL, NOTHING, ladle_start_option, NULL},
    {"band", "from=amount! to=amount level=ref!", NULL, NOTHING, ladle_start_band, NULL},

    /* ---------------------------------------------------------------- texts */
    {"texts", "version=(1)! xml:lang=lang", NULL, ELEMENTS("(chapter|section|finding|message|box|bibliography)+"),
     NULL, NULL},
    {"chapter", "id=ref! partnership=ref wave=ref", NULL, ELEMENTS("title/inline"),
     ladle_start_text, ladle_end_text},
    {"message", "part=ref! partnership=ref wave=ref", NULL, MIXED, ladle_start_text,
     ladle_end_text},
    {"section", "chapter=ref! partnership=ref wave=ref id=id", NULL,
     ELEMENTS("title/inline? (" BLOCK "|box|section/in)*"), ladle_start_text, ladle_end_text},
    {"section/in", "id=id", NULL, ELEMENTS("title/inline (" BLOCK "|box)*"), ladle_start_text,
     ladle_end_text},
    {"finding", "element=ref! wave=ref partnership=ref", NULL, ELEMENTS("(" BLOCK ")+"),
     ladle_start_text, ladle_end_text},
    {"box", "kind=(case|effect|quote|expectations|note)! id=id partnership=ref wave=ref chapter=ref", NULL,
     ELEMENTS("title/inline? ((" BLOCK ")+|side+) by?"), ladle_start_text, ladle_end_text},
    {"side", NULL, NULL, ELEMENTS("title/inline (" BLOCK ")+"), ladle_start_text, ladle_end_text},
    {"by", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"title/inline", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"bibliography", "cite=(number|author-year)", NULL, ELEMENTS("source+"), ladle_start_text, ladle_end_text},
    {"source", "id=id! short=words", NULL, MIXED, ladle_start_text, ladle_end_text},
    {"p", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"list", "kind=(bullets|numbers)", NULL, ELEMENTS("item/list+"), ladle_start_text,
     ladle_end_text},
    {"item/list", NULL, NULL, EITHER, ladle_start_text, ladle_end_text},
    {"table", "id=id", NULL, ELEMENTS("caption? row+"), ladle_start_text, ladle_end_text},
    {"caption", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"row", NULL, NULL, ELEMENTS("cell+"), ladle_start_text, ladle_end_text},
    {"cell", "head=(yes)", NULL, MIXED, ladle_start_text, ladle_end_text},
    {"quote/block", "statement=ref speaker=ref", NULL, MIXED, ladle_start_text, ladle_end_text},
    {"recommendation", "id=id to=words element=refs statement=refs", NULL, EITHER,
     ladle_start_text, ladle_end_text},
    {"place/block", "part=ref!", NULL, NOTHING, ladle_start_text, ladle_end_text},
    {"image", "src=uri! alt=text! width=words", NULL, ELEMENTS("caption?"), ladle_start_text,
     ladle_end_text},
    {"em", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"strong", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"br", NULL, NULL, NOTHING, ladle_start_text, ladle_end_text},
    {"q", "statement=ref", NULL, MIXED, ladle_start_text, ladle_end_text},
    {"note/inline", NULL, NULL, MIXED, ladle_start_text, ladle_end_text},
    {"ref", "to=ref!", NULL, NOTHING, ladle_start_text, ladle_end_text},
    {"evidence", "statement=refs record=ref question=ref", "statement|record question", NOTHING,
     ladle_start_text, ladle_end_text},
    {"cite", "source=ref! pages=words", NULL, NOTHING, ladle_start_text, ladle_end_text},
    {"link", "href=uri!", NULL, MIXED, ladle_start_text, ladle_end_text},
    {"foreign", "xml:lang=lang!", NULL, MIXED, ladle_start_text, ladle_end_text},
};
/* clang-format on */

const unsigned ladle_study_n_rows = G_N_ELEMENTS(ladle_study_rows);
