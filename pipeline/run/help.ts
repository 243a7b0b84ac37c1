/** What `--help` prints: examples first. */
export const help = `warraq: from the text of an article to a published edition

Examples
  warraq build                          sources/ becomes dist/
  warraq build sources --out public     another folder
  warraq check                          says what a build would find, writes nothing
  warraq check sources/sinai-news       one collection, or one file
  warraq explain segment/no-date        what a message means, and how to mend its cause
  warraq extract page.html --format markdown
                                        one page, file or archive, without an edition
  warraq stage < records.ndjson         one article a line in, one a line out
  warraq deposit                        sources/ and dist/ as one archive for keeping
  warraq verify build/deposit/x.zip     whether each file is as it was

Commands
  build [sources]    build the edition        --out DIR (dist), --jobs N, --explain, --fresh, --json, --quiet
  check [paths…]     look for problems        --json, --quiet, --explain-segmentation
  extract [FILES…]   articles of files, folders, archives or standard input
                     --format json|text|markdown|tei|jsonld|csv, --out DIR, --url URL, --authorities FILE
  stage              NDJSON in, NDJSON out    --authorities FILE
  explain [RULE]     explain a message; without RULE, list all
  deposit [sources] [dist]   a BagIt bag in a ZIP archive   --out DIR (build/deposit)
  verify DIR|ZIP     name each file that is changed, missing or extra   --json
  serve [dist]       show a built edition to this machine   --port N (8017), --watch

Options of build, check and extract
  --precision, --recall   of a web page leave out what is doubtful, or keep it
  --comments, --no-tables, --no-links, --no-images
  --lang TAGS             articles in these languages only, such as ar,en-GB

Options
  --json       one JSON object on standard output, and nothing else there
  --quiet      errors only
  --explain    why each article is made anew
  --fresh      make everything anew
  --explain-segmentation
               how each text was parted into turns, and why
  --no-color   plain text (also NO_COLOR)
  --help       this text
  --version    the version

Exit status  0 nothing wrong · 1 errors in some source, or a file not as it was · 2 wrong usage
Add an article: put its text into sources/<collection>/<slug>.txt and run warraq build.
`
