/**
 * The bars of speed: each against its floor or a peer, measured in turn within one run, CPU time, median of seven after
 * a warm-up. A figure of one run says little on a machine that others use; ratios do. Each run is a line of
 * `bench/history.jsonl`; what is not measured is named.
 */
import {spawnSync} from 'node:child_process'
import {appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {processArticle} from '../pipeline/run/article.ts'
import {everything} from '../pipeline/run/everything.ts'
import {createRecorder, openSources, recorded} from '../pipeline/run/records.ts'
import {editionAround} from '../pipeline/source/edition.ts'
import {chainOf, surroundings} from '../tests/fuzz/properties.ts'
import {floorSteps} from './bench-floor.ts'
import {measureMany} from './bench-many.ts'
import {cpuOf, cpuWithin, keepHistory, leaveOut, measure} from './bench-measure.ts'
import {measureResume} from './bench-resume.ts'

const warraq = resolve('build/warraq.mjs')
const place = mkdtempSync(join(tmpdir(), 'warraq-bench-'))
const seedPath = resolve('sources/sinai-news/witkoff-ushakov-call.txt')
const seed = readFileSync(seedPath, 'utf8')

/** The sources of this repository, with so many variants of the article. */
function laySources(name: string, variants: number): void {
  cpSync('sources', join(place, name), {recursive: true})
  for (let n = 0; n < variants; n++) writeFileSync(join(place, name, `sinai-news/variant-${n}.txt`), `${seed}\nسطر ${n}.\n`)
}
const build = (sources: string, out: string): string => `'${process.execPath}' '${warraq}' build ${sources} --out ${out} --quiet`
const anew = (sources: string): string => `rm -rf ${sources}-out ${sources}-out.cache .${sources}-out*; ${build(sources, `${sources}-out`)}`
const empty = (): number => cpuOf(`'${process.execPath}' -e 0`, place)

laySources('kept', 0)
laySources('fresh', 0)
laySources('plain', 0)
appendFileSync(join(place, 'plain/edition.yaml'), '\npictures: false\n')
await measure({name: 'build of one article where nothing changed, against an empty node', target: 1.6, ours: () => cpuOf(build('kept', 'kept-out'), place), other: empty})
await measure({name: 'build of the seed from nothing, against an empty node', target: 8, ours: () => cpuOf(anew('fresh'), place), other: empty})
await measure({name: 'the same without Parquet, SQLite and pictures, against an empty node', target: 4, ours: () => cpuOf(`${anew('plain')} --only site,tei,jsonld`, place), other: empty})

const sources = openSources('sources')
const [job] = sources.jobs
const record = job && (await createRecorder(sources)(recorded(job), () => undefined))
const known = record && processArticle(record).article
if (!record || !known) throw new Error('the seed is not read')
const manyTimes = (work: () => unknown) => () =>
  cpuWithin(() => {
    for (let n = 0; n < 20; n++) work()
  })

/** A text through the chain, then every output of its article; what gathers keep of it is not among them. */
function makeAll(): void {
  if (!record) return
  const {article, messages} = processArticle(record)
  if (!article) throw new Error('the seed is refused')
  const edition = {...editionAround(article, sources.edition), pictures: false as const}
  for (const output of everything) output.article?.(article, edition, {messages})
}
const floor = manyTimes(() => floorSteps(seedPath, known))
await measure({name: 'bulk text: all files of an article but its picture, against the floor steps in the same process', target: 2, ours: manyTimes(makeAll), other: floor})
await measure({name: 'bulk text: the tree of an article, against the floor steps in the same process', target: 2, ours: manyTimes(() => processArticle(record)), other: floor})

const [around] = surroundings
if (!around) throw new Error('no surroundings')
const page = new Uint8Array(readFileSync(resolve('tests/cases/interview-page/input.html')))
const parser = unified().use(rehypeParse)
await measure({
  name: 'bulk pages: the tree of an article, against rehype-parse alone',
  target: 1.5,
  ours: manyTimes(() => chainOf(page, 'html', around)),
  other: manyTimes(() => parser.parse(new TextDecoder().decode(page)))
})

/** What one article more costs, from an edition of many and one of a single one; peers take more for the same precision. */
const many = {ours: 31, peers: 301}
const perArticle = (command: (name: string) => string, count: number) => (): number =>
  (cpuOf(command('many'), place) - cpuOf(command('few'), place)) / (count - 1)
const anArticle = perArticle(anew, many.ours)
laySources('many', many.ours - 1)
laySources('few', 0)

/** The same texts as pages of Markdown, for those who make a site of them. */
function layMarkdown(peer: string, folder: string): void {
  for (const [name, count] of Object.entries({many: many.peers, few: 1})) {
    const content = join(place, `${peer}-${name}`, folder)
    mkdirSync(content, {recursive: true})
    for (let n = 0; n < count; n++) writeFileSync(join(content, `page-${n}.md`), `---\ntitle: Page ${n}\n---\n\n${seed.replaceAll('\n', '\n\n')}\n`)
  }
}

if (spawnSync('hugo', ['version']).status === 0) {
  layMarkdown('hugo', 'content')
  for (const name of ['many', 'few']) {
    mkdirSync(join(place, `hugo-${name}/layouts/_default`), {recursive: true})
    writeFileSync(join(place, `hugo-${name}/layouts/_default/single.html`), '<!DOCTYPE html><title>{{ .Title }}</title>{{ .Content }}')
    writeFileSync(join(place, `hugo-${name}/config.toml`), 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n')
  }
  await measure({name: 'an article with all outputs, against a page by hugo', target: 2, ours: anArticle, other: perArticle((name) => `rm -rf hugo-${name}/public; hugo --quiet --source hugo-${name}`, many.peers)})
} else leaveOut('an article against a page by hugo', 'install hugo')

const eleventy = resolve('build/bench/node_modules/@11ty/eleventy/cmd.cjs')
if (existsSync(eleventy)) {
  layMarkdown('eleventy', '.')
  await measure({
    name: 'an article with all outputs, against a page by eleventy',
    target: 1.2,
    ours: anArticle,
    other: perArticle((name) => `cd eleventy-${name} && rm -rf _site && '${process.execPath}' '${eleventy}' --quiet`, many.peers)
  })
} else leaveOut('an article against a page by eleventy', 'npm install --prefix build/bench @11ty/eleventy@3.1.8')

await measureMany(place, Number(process.env.BENCH_ARTICLES ?? 600))
await measureResume(place, Number(process.env.BENCH_ARTICLES ?? 600))
keepHistory()
rmSync(place, {recursive: true, force: true})
