/** What is said of a command. */
interface CommandHelp {
  /** Behind `warraq`. */
  readonly usage: string
  readonly does: string
  /** Options and what they do, those of all commands left out. */
  readonly options: Readonly<Record<string, string>>
  readonly examples: readonly string[]
}

const ofPages = {
  '--precision': 'of a web page leave out what is doubtful',
  '--recall': 'of a web page keep what is doubtful',
  '--comments': 'keep comments of readers',
  '--no-tables': 'leave out tables',
  '--no-links': 'leave out links',
  '--no-images': 'leave out images',
  '--lang TAGS': 'articles in these languages only, such as ar,en-GB'
}
const threads = {'--jobs N': 'threads that make articles (one for each core)'}

/** Every command, in the order of its use. */
export const commandHelp = {
  build: {
    usage: 'build [sources]',
    does: 'builds the edition; only a finished one replaces the old',
    options: {
      '--out DIR': 'where it goes (dist)',
      '--explain': 'say why each article is made anew',
      '--fresh': 'make everything anew',
      '--thorough':
        'have whole parsers and validators read every file of an article, however plain',
      '--watch': 'build again whenever a source changes, until Ctrl-C',
      '--only PARTS':
        'site, data, json, jsonld, tei, text, markdown, csv, cite: some of them, with commas between',
      '--pack': 'files of articles in archives; for editions without pages',
      ...threads,
      '--shard I/N': 'make one of N shares, counted from 0, to be merged',
      ...ofPages
    },
    examples: ['build', 'build sources --out public', 'build --shard 0/4 --out shard-0']
  },
  merge: {
    usage: 'merge DIR…',
    does: 'makes one edition of all shards',
    options: {'--out DIR': 'where it goes (dist)', ...threads},
    examples: ['merge shard-0 shard-1 shard-2 shard-3 --out dist']
  },
  check: {
    usage: 'check [paths…]',
    does: 'says what a build would find, writes nothing',
    options: {
      '--explain-segmentation': 'how each text was parted into turns, and why',
      ...ofPages
    },
    examples: ['check', 'check sources/sinai-news']
  },
  extract: {
    usage: 'extract [FILES…]',
    does: 'articles of files, folders, archives or standard input, without an edition',
    options: {
      '--format NAME': 'json (usual), text, markdown, tei, jsonld or csv',
      '--out DIR': 'a file for each article',
      '--url URL': 'where it was published; relative links count from it',
      '--files-from LIST': 'files and folders, a line each; - is standard input',
      '--no-metadata': 'of text and markdown the running text alone',
      '--deduplicate': 'without articles that nearly repeat one before them',
      '--authorities FILE': 'who is who',
      ...ofPages
    },
    examples: [
      'extract page.html --format markdown',
      'extract crawl.warc.gz --out articles'
    ]
  },
  stage: {
    usage: 'stage',
    does: 'one article a line in, one a line out, in the same order: NDJSON',
    options: {
      '--authorities FILE': 'who is who',
      '--line-limit MB': 'longer records are refused (64)',
      '--time-limit S': 'records that take more seconds are refused (300)'
    },
    examples: ['stage < records.ndjson > results.ndjson']
  },
  explain: {
    usage: 'explain [RULE]',
    does: 'what a message means and how to mend its cause; without RULE, lists all',
    options: {},
    examples: ['explain segment/no-date']
  },
  deposit: {
    usage: 'deposit [sources] [dist]',
    does: 'packs sources and edition for an archive: a BagIt bag in a ZIP archive',
    options: {'--out DIR': 'where it goes (build/deposit)'},
    examples: ['deposit']
  },
  verify: {
    usage: 'verify DIR|ZIP',
    does: 'names each file that is changed, missing or extra, and what is damaged within',
    options: {},
    examples: ['verify dist', 'verify build/deposit/x.zip']
  },
  serve: {
    usage: 'serve [dist]',
    does: 'shows a built edition to this machine until Ctrl-C',
    options: {
      '--port N': 'where (8017; 0 takes a free one)',
      '--watch': 'show it again when it was built again'
    },
    examples: ['serve']
  }
} as const satisfies Readonly<Record<string, CommandHelp>>

const shared = {
  '--json': 'one JSON object on standard output, and nothing else there',
  '--quiet': 'errors only',
  '--no-color': 'plain text (also NO_COLOR)',
  '--help': 'what a command does, and how'
}

const exits =
  'Exit status  0 nothing wrong · 1 errors in some source, or a file not as it was · 2 wrong usage\n' +
  '             70 a fault of warraq · 74 the system refused to read or write\n'

/** Rows of two columns. */
const columns = (rows: Readonly<Record<string, string>>): string =>
  Object.entries(rows)
    .map(([name, does]) => `  ${name.padEnd(24)} ${does}\n`)
    .join('')

/** What `warraq COMMAND --help` prints. */
export function helpFor(name: keyof typeof commandHelp): string {
  const {usage, does, options, examples}: CommandHelp = commandHelp[name]
  const shown = examples.map((example) => `  warraq ${example}\n`).join('')
  return `warraq ${usage}
  ${does}

Options
${columns({...options, ...shared})}
${examples.length > 1 ? 'Examples' : 'Example'}
${shown}
${exits}`
}

const usages = Object.fromEntries(
  Object.values(commandHelp).map(({usage, does}) => [usage, does])
)

/** What `warraq --help` prints: examples first. */
export const help = `warraq: from the text of an article to a published edition

Examples
  warraq build                          sources/ becomes dist/
  warraq check                          says what a build would find, writes nothing
  warraq explain segment/no-date        what a message means, and how to mend its cause
  warraq extract page.html --format markdown
                                        one page, file or archive, without an edition
  warraq stage < records.ndjson         one article a line in, one a line out
  warraq verify build/deposit/x.zip     whether each file is as it was

Commands (warraq COMMAND --help has the options of each)
${columns(usages)}
Options of all
${columns({...shared, '--version': 'the version'})}
${exits}Add an article: put its text into sources/<collection>/<slug>.txt and run warraq build.
`
