import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {listFiles} from '../../pipeline/run/listing.ts'
import {laySources, resultsOf} from '../chain.ts'
import {newFolder} from '../support/files.ts'
import {plantedSources} from './planted.ts'
import {type Parsed, parseFile} from './strings-of.ts'

/** Stands in every payload; no element, attribute, key, comment or address may come to hold it. */
const mark = 'x5s'

/** Syntax of other languages, as far as one line can hold it. */
const payloads: Readonly<Record<string, string>> = {
  'mark-up': `"'><${mark} on${mark}="1" ${mark}='2'></script></title></textarea><script>${mark}()</script><!-- ${mark} --><![CDATA[ ${mark} ]]><?${mark}?>&${mark};&lt;${mark}&gt;&#60;${mark}`,
  'data and commands': `=HYPERLINK("${mark}")|'a'!A1","${mark}":"1"}],\\"${mark}\\u0022 \\n'); DROP TABLE turns; --${mark} \${${mark}} {{${mark}}} %s%n <http://${mark}> <http://${mark}> "${mark}"@en . # ${mark}`,
  Markdown: `# ${mark} [${mark}](javascript:${mark}) ![${mark}](http://${mark}/) <b>${mark}</b> *${mark}* \`${mark}\` | ${mark} | <http://${mark}.example> http://${mark}.example`,
  YAML: `- ${mark}: &${mark} *${mark} !!js/function ${mark} | > {${mark}: 1} [${mark}] ? ${mark} --- # ${mark} %${mark} @${mark}`,
  'unusual characters': `${mark}\u2067\u2069\u00a0\u00ad\u200b\ufeff😀a\u0301ﷺſ\u{10fffd}\u3000${mark}`
}
/** What a declaration can hold besides: lines of its own. */
const lines: Readonly<Record<string, string>> = {
  'line ends': `one\n---\n${mark}: 1\n# ${mark}\n\n<${mark}>\n\r\n=${mark}\ttab\n`,
  separators: `${mark}\u2028${mark}\u2029${mark}\u0085${mark}`,
  formula: `=cmd|' /C ${mark}'!A0`
}

/** Show no field whole: examples are cut after 60 characters, names of a search after 16 and 48 (OpenSearch 1.1), words of the search stand one by one. */
const excerpts = /^(?:data\/index\.html|opensearch\.xml|search\/terms-\d+\.js)$/u

interface Built {
  readonly files: ReadonlyMap<string, Parsed>
}

/** A label ends at its first colon, and a keyword where the next begins; long ones are none. */
const forLabel = (payload: string): string => payload.replaceAll(':', '')
const forKeyword = (payload: string): string =>
  payload
    .slice(0, 20)
    .replace(/[,;|،#]/gu, ' ')
    .trim()
const forField = (payload: string, field: string): string =>
  field === 'label'
    ? forLabel(payload)
    : field.endsWith('keyword')
      ? forKeyword(payload)
      : payload

async function build(inSource: string, inDeclaration: string): Promise<Built> {
  const number = new Map<string, number>()
  const numbered = (payload: string) => (field: string) => {
    const n = number.get(field) ?? number.size
    number.set(field, n)
    return `${forField(payload, field)} n${n}n`
  }
  const root = laySources(plantedSources(numbered(inSource), numbered(inDeclaration)))
  const out = join(newFolder(), 'dist')
  const {messages} = await buildEdition({
    sources: root,
    out,
    sourceDateEpoch: 1_764_150_660
  })
  expect([...messages].filter(({severity}) => severity === 'error')).toEqual([])
  const files = new Map<string, Parsed>()
  for (const path of listFiles(out)) {
    const parsed = await parseFile(out, path)
    if (parsed) files.set(path, parsed)
  }
  return {files}
}

/** The numbers of the fields that a file carries. */
const fieldsIn = ({strings}: Parsed): string[] => [
  ...new Set(strings.flatMap((text) => text.match(/\bn\d+n\b/gu) ?? []))
]

/** A spreadsheet's copy has an apostrophe before what begins like a formula; page and text fold white space of their own. */
const folded = (text: string): string => text.replace(/\s+/gu, ' ')

let plain: Promise<Built> | null = null
const benign = (): Promise<Built> => (plain ??= build('words', 'words'))

describe.each([
  ...Object.entries(payloads).map(([name, payload]) => [name, payload, payload] as const),
  ...Object.entries(lines).map(([name, payload]) => [name, 'words', payload] as const)
])('%s in every field', (_name, inSource, inDeclaration) => {
  test('becomes no structure of any output, and is read back as it is', async () => {
    const hostile = await build(inSource, inDeclaration)
    const expected = await benign()
    expect([...hostile.files.keys()]).toEqual([...expected.files.keys()])
    for (const [path, parsed] of hostile.files) {
      const found = parsed.structure.filter((name) => name.toLowerCase().includes(mark))
      expect([path, found]).toEqual([path, []])
      const blocks = [parsed, expected.files.get(path)].map(codeBlocks)
      expect([path, blocks[0]]).toEqual([path, blocks[1]])
      if (excerpts.test(path)) continue
      const twin = expected.files.get(path) ?? expect.fail()
      expect([path, lost(parsed, fieldsIn(twin), inSource, inDeclaration)]).toEqual([
        path,
        []
      ])
    }
  })
})

const codeBlocks = (parsed: Parsed | undefined): number | undefined =>
  parsed?.structure.filter((name) => name === 'code').length

/** Fields that stand in a file where words are harmless, but whose words it does not hold whole where they are not. */
function lost(
  parsed: Parsed,
  fields: readonly string[],
  inSource: string,
  inDeclaration: string
): string[] {
  const texts = parsed.strings.map(folded)
  return fields.filter((field) => {
    const wholes = [
      inSource,
      forLabel(inSource),
      forKeyword(inSource),
      inDeclaration,
      forKeyword(inDeclaration),
      // Pages show what turns a line around by its code, where they list what was set aside.
      inSource.replace(
        /[\u2067\u2069]/gu,
        (each) => `<U+${each === '\u2067' ? '2067' : '2069'}>`
      )
    ].map((payload) => folded(`${payload} ${field}`))
    return !texts.some((text) => wholes.some((whole) => text.includes(whole)))
  })
}

/** Controls, halves of characters and overrides, as YAML and JSON can write them. */
const forbidden = {
  NUL: '\u0000',
  escape: '\u001b[31m',
  'a C1 control': '\u009b31m',
  'an override': '\u202eabc',
  'half a character': '\ud83d',
  'a noncharacter': '\ufffe'
}

test.each(Object.entries(forbidden))(
  '%s is refused in each kind of declaration, with its place',
  async (_name, words) => {
    const plain = plantedSources(
      () => 'words',
      () => 'words'
    )
    const hostile = plantedSources(
      () => 'words',
      () => 'WORDS'
    )
    for (const path of Object.keys(plain).filter((name) => name.endsWith('.yaml'))) {
      const escaped = `\\u${(words.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
      const text = (hostile[path] ?? '').replace('WORDS', `"${escaped}"`)
      const root = laySources({...plain, [path]: text})
      const found = (await resultsOf(root)).flatMap(({messages}) => messages)
      const first = found.find(({file}) => file === path)
      expect(first?.rule).toBe('source/bad-declaration')
      expect(first?.line).toBeGreaterThan(0)
    }
  }
)

test('in a source they are set aside, and stand in no output but the records of what was set aside and found', async () => {
  const words = Object.values(forbidden)
    .filter((each) => !/\p{Surrogate}/u.test(each))
    .join('')
  const root = laySources(
    plantedSources(
      () => `before${words}behind`,
      () => 'words'
    )
  )
  const out = join(newFolder(), 'dist')
  await buildEdition({sources: root, out})
  const raw = Object.values(forbidden).map(([first = '']) => first)
  const holding: string[] = []
  for (const path of listFiles(out)) {
    const {strings = []} = (await parseFile(out, path)) ?? {}
    if (strings.some((text) => raw.some((each) => text.includes(each))))
      holding.push(path)
  }
  expect(holding).toEqual([
    'articles/bare/article.json',
    'articles/page/article.json',
    'articles/talk/article.json',
    'report/report.json'
  ])
})

test.each([
  ['edition.yaml', 'creators: [{name: A, url: "javascript:alert(1)"}]\n'],
  ['edition.yaml', 'license: "javascript://%0aalert(1)"\n'],
  ['edition.yaml', 'baseUrl: "https://x.example/\\"onload=/"\n'],
  ['press/collection.yaml', 'url: "https://x.example/<b>"\n'],
  ['press/talk.yaml', 'url: "data:text/html,<script>"\n'],
  [
    'authorities.yaml',
    'people: [{id: a, names: {en: A}, sameAs: [{scheme: viaf, id: "1> <x", reviewedBy: B}]}]\n'
  ]
])('an address in %s that is none, or would run code, is refused', async (path, text) => {
  const root = laySources({
    ...plantedSources(
      () => 'words',
      () => 'words'
    ),
    [path]: text
  })
  const found = (await resultsOf(root)).flatMap(({messages}) => messages)
  const rules = found.filter(({file}) => file === path).map(({rule}) => rule)
  expect(rules).toContain('source/bad-declaration')
})
