#!/bin/sh
# check.sh FILE.pdf...: what must hold of every PDF Ladle writes, seen by other people's programs.
# Prints a line for each fault; the exit status is 1 when there was any.
status=0
fault() {
    echo "$pdf: $1" >&2
    status=1
}
for pdf in "$@"; do
    qpdf --check "$pdf" >/dev/null 2>&1 || fault "qpdf finds faults"
    pdffonts "$pdf" | tail -n +3 | grep -q . || fault "no fonts at all"
    pdffonts "$pdf" | tail -n +3 | grep -v ' yes yes yes ' && fault "a font not embedded, subset and mapped"
    pdffonts "$pdf" | grep -q CairoFont && fault "a font without a name"
    pdfimages -list "$pdf" | tail -n +3 | awk '$10 == "yes"' | grep -q . && fault "a smoothed image"
    info=$(TZ=UTC pdfinfo -isodates "$pdf")
    for fact in 'Title: *[^ ]' 'CreationDate: *[0-9]' 'Tagged: *yes' 'PDF version: *1.7' \
        'Encrypted: *no' 'JavaScript: *no'; do
        echo "$info" | grep -q "^$fact" || fault "pdfinfo does not say $fact"
    done
    facts=$(qpdf --json=2 --json-key=qpdf --json-key=outlines --json-key=pagelabels "$pdf" | jq -r '
        .qpdf[1] as $all | $all.trailer.value as $trailer |
        ($all["obj:" + $trailer["/Root"]].value) as $root |
        def need($what; $good): if $good then empty else $what end;
        [$all[] | .value? | select(type == "object" and .["/Subtype"] == "/Link")] as $links |
        need("catalog: /Lang"; $root["/Lang"]),
        need("catalog: /StructTreeRoot"; $root["/StructTreeRoot"]),
        need("catalog: DisplayDocTitle"; $root["/ViewerPreferences"]["/DisplayDocTitle"]),
        need("trailer: /ID"; $trailer["/ID"]),
        need("attachments: as many as associated, each with all that is said of it";
             [$all[] | .value? | select(type == "object" and .["/Type"] == "/Filespec")] as $files |
             ($files | length) == ($root["/AF"] | length) and ($files | length) > 2 and
             ($root["/Names"]["/EmbeddedFiles"]["/Names"] | length) == 2 * ($files | length) and
             all($files[]; .["/F"] == .["/UF"] and .["/Desc"] and
                 (.["/AFRelationship"] | IN("/Source", "/Data", "/Supplement")) and
                 ($all["obj:" + .["/EF"]["/F"]].stream.dict |
                     .["/Type"] == "/EmbeddedFile" and (.["/Subtype"] | IN("/text/csv", "/text/xml")) and
                     .["/Params"]["/Size"] and .["/Params"]["/CheckSum"] and .["/Params"]["/ModDate"]))),
        need("outline"; .outlines | length > 0),
        need("page labels"; .pagelabels | length > 0),
        need("links: print, words, one target each";
             all($links[]; .["/F"] == 4 and .["/Contents"] and ((.["/Dest"] != null) != (.["/A"] != null)))),
        need("ActualText"; all($all[]; (.value? | tostring | contains("/ActualText")) | not))')
    [ -z "$facts" ] || fault "missing: $facts"
    xmp=$(pdfinfo -meta "$pdf")
    for claim in 'pdfaid:part>3<' 'pdfaid:conformance>A<' 'pdfuaid:part>1<' 'pdfaProperty:name>part<'; do
        echo "$xmp" | grep -q "$claim" || fault "the metadata do not say $claim"
    done
    pdftotext -raw "$pdf" - | grep -q . || fault "no text"
done
exit $status
