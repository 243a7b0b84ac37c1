/**
 * Prints how well pages are read, set by set, beside other extractors on the same pages. Our own figures are those of
 * models that have not seen the site of the page (`tools/train-extraction.ts` leaves them in `build/`); where they are
 * missing, the model that comes with warraq is judged, and that is said.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {extractPage} from '../pipeline/extract/index.ts'
import {type Model, type PackedModel, unpackModel} from '../pipeline/extract/model.ts'
import type {ExtractedPage} from '../pipeline/extract/types.ts'
import {defaultExtraction, type ExtractionSettings} from '../pipeline/source/settings.ts'
import {reasonFor} from './eval-reasons.ts'
import {type Figures, loadScorer, type PageScore, type Scorer, valueOf} from './eval-scorer.ts'
import {best, printColumns, printSpeed, printTargets} from './eval-table.ts'
import {judgeWhole, noSoundness, type Soundness} from './eval-whole.ts'
import {type PageRecord, records, siteOf} from './extraction-data.ts'
import {peers, type Prediction} from './extraction-peers.ts'
import {foldOf} from './learn-extraction.ts'
import {addressOf, cacheOf, findBy, type Kept, type PeerCache, quietly} from './peer-cache.ts'
import {trafilatura} from './peer-trafilatura.ts'

/** Pages on which time is taken, one in so many: all tools on one page, one after the other. */
const timedEach = 12
/** The trees of sets are judged whole; the worst pages are those of sets whose gold has bodies. */
const setsWithBodies = ['naeb', 'wcxb', 'rtl']
/** Only what leans to one side tells whether a mode does what it says. */
const setsForModes = ['naeb', 'wcxb']

export interface Options {
  /** Names of sets; all where there is none. */
  readonly sets: readonly string[]
  readonly worst: number
  readonly withPeers: boolean
  /** Folder that our predictions are written to, a file for each set. */
  readonly keep?: string
}

interface Run {
  readonly scorer: Scorer
  readonly models: readonly Model[] | null
  readonly caches: ReadonlyMap<string, PeerCache>
  readonly seconds: Map<string, number>
  readonly soundness: Soundness
  readonly worst: {id: string; value: number; reason: string}[]
  /** Scores by extractor or mode. */
  readonly scores: Map<string, PageScore[]>
  timed: number
  count: number
}

/** @param folder that holds `*_dev.jsonl.gz` and `score.mjs` */
export async function scoreExtraction(folder: string, {sets, worst, withPeers, keep}: Options): Promise<void> {
  const models = unseenModels()
  console.log(models ? `\nextraction: each page by a model that has not seen its site` : '\nextraction: by the model of warraq, which has seen these pages (train-extraction.ts leaves models that have not)')
  const caches = new Map(withPeers ? Object.keys(peers).map((name) => [name, cacheOf(name)]) : [])
  const run: Run = {scorer: await loadScorer(folder), models, caches, seconds: new Map(), soundness: noSoundness(), worst: [], scores: new Map(), timed: 0, count: 0}
  const figures = new Map<string, Map<string, Figures>>()
  const files = readdirSync(folder).filter((name) => name.endsWith('_dev.jsonl.gz')).sort()
  for (const file of files) {
    const set = file.replace('_dev.jsonl.gz', '')
    if (sets.length > 0 && !sets.includes(set)) continue
    run.scores.clear()
    const own = await readSet(run, set, join(folder, file))
    if (keep) writeFileSync(join(keep, `${set}.jsonl`), [...own].map(([id, found]) => JSON.stringify({id, ...found})).join('\n'))
    figures.set(set, new Map([...run.scores].map(([tool, pages]) => [tool, run.scorer.summarise(pages)])))
    console.error(`${set}: ${own.size} pages read`)
  }
  printAll(run, figures, worst)
}

function printAll({seconds, soundness, worst, timed}: Run, figures: ReadonlyMap<string, ReadonlyMap<string, Figures>>, count: number): void {
  const tools = [...Object.keys(peers), best, trafilatura.name, 'warraq'].filter((tool) => [...figures.values()].some((set) => set.has(tool)))
  printTargets(figures, tools)
  if (!tools.includes(trafilatura.name)) console.log(trafilatura.advice)
  printModes(figures)
  printSpeed(seconds, timed)
  printSoundness(soundness)
  console.log(`\nthe ${count} worst pages of ${setsWithBodies.join(', ')}, and why`)
  for (const {id, value, reason} of worst.sort((a, b) => a.value - b.value).slice(0, count)) console.log(`  ${value.toFixed(3)}  ${id}  ${reason}`)
}

/** Whether the two modes lean to where they say. */
function printModes(figures: ReadonlyMap<string, ReadonlyMap<string, Figures>>): void {
  const modes = ['warraq', ...Object.keys(otherModes)]
  const lines = setsForModes.flatMap((set) =>
    modes.flatMap((mode) => {
      const body = figures.get(set)?.get(mode)?.body
      return body ? [[`${set}, ${mode === 'warraq' ? 'neither' : mode}`, ...[body.precision, body.recall, body.f1].map((value) => value.toFixed(3))]] : []
    })
  )
  console.log('')
  printColumns([['body in each mode', 'precision', 'recall', 'F1'], ...lines])
}

function printSoundness({pages, refused, crashed, hung, tei, marked, invalid, foreign}: Soundness): void {
  const named = (list: readonly string[]): string => list.slice(0, 5).map((each) => `\n    ${each}`).join('')
  console.log(`\nthe whole chain on ${pages} pages (targets: all valid, 0, 0, 0)`)
  console.log(`  TEI that is valid: ${tei - invalid.length} of ${tei}, ${marked} of them with links or images${named(invalid)}`)
  console.log(`  pages with a word in the tree that is not in the page: ${foreign.length}${named(foreign)}`)
  console.log(`  pages that crash: ${crashed.length}${named(crashed)}`)
  console.log(`  pages that hang (more than 5 s of CPU time): ${hung.length}${named(hung)}`)
  console.log(`  pages without an article, with an error that says why: ${refused}`)
}

/** Reads each page of a set in every way. @returns what we find */
async function readSet(run: Run, set: string, path: string): Promise<Map<string, Prediction>> {
  const found = new Map<string, Prediction>()
  const further = run.caches.size > 0 ? await trafilatura.read(path) : null
  for await (const record of records(path)) {
    const model = run.models?.[foldOf(siteOf(record))]
    if (run.count++ % timedEach === 0) await time(run, record, model)
    const page = extractPage(record.html, defaultExtraction, model)
    const own = predictionOf(page)
    found.set(record.id, own)
    const score = add(run, 'warraq', record, own)
    if (score.f1 !== undefined && score.f1 < 0.6 && setsWithBodies.includes(set))
      run.worst.push({id: `${set} ${record.id}`, value: valueOf(score), reason: reasonFor(page, record.truth.body ?? '')})
    if (setsForModes.includes(set))
      for (const [mode, settings] of Object.entries(otherModes)) add(run, mode, record, predictionOf(extractPage(record.html, settings, model)))
    await addPeers(run, record)
    if (further) add(run, trafilatura.name, record, further.get(record.id))
    await judgeWhole(run.soundness, `${set} ${record.id}`, record.html)
  }
  return found
}

const otherModes: Readonly<Record<string, ExtractionSettings>> = {
  '--precision': {...defaultExtraction, favour: 'precision'},
  '--recall': {...defaultExtraction, favour: 'recall'}
}

function add({scorer, scores}: Run, tool: string, record: PageRecord, found: Kept | undefined): PageScore {
  const score = scorer.scorePage(record, found)
  const list = scores.get(tool) ?? []
  scores.set(tool, list)
  list.push(score)
  return score
}

/** What each of the others finds, and the best of them, as if somebody chose by the gold for each page. */
async function addPeers(run: Run, record: PageRecord): Promise<void> {
  const each: PageScore[] = []
  for (const [name, cache] of run.caches) {
    const peer = peers[name]
    if (peer) each.push(add(run, name, record, await findBy(peer, cache, record)))
  }
  const [first] = each.sort((a, b) => valueOf(b) - valueOf(a))
  if (!first) return
  // Facts of the page are no part of the choice.
  const {f1, snip} = first
  if (f1 === undefined && !snip) return
  const {title, authors, date, ...body} = {title: null, authors: null, date: null, ...first}
  run.scores.set(best, [...(run.scores.get(best) ?? []), body])
}

/** Takes the time of every tool on a page, one after the other; the first pages warm the compiler. */
async function time(run: Run, record: PageRecord, model: Model | undefined): Promise<void> {
  if (run.caches.size === 0) return
  const isWarm = run.count > timedEach
  if (isWarm) run.timed++
  const take = async (name: string, read: () => unknown): Promise<void> => {
    const before = process.cpuUsage()
    await read()
    const {user, system} = process.cpuUsage(before)
    if (isWarm) run.seconds.set(name, (run.seconds.get(name) ?? 0) + (user + system) / 1e6)
  }
  await take('warraq, body and facts', () => extractPage(record.html, defaultExtraction, model))
  await take('warraq, the whole chain with its TEI', () => judgeWhole(noSoundness(), record.id, record.html))
  for (const [name, peer] of Object.entries(peers)) await take(name, () => quietly(() => peer.read(record.html, addressOf(record))).catch(() => null))
}

/** Models that have not seen one part of the sites each, if they were trained for the features of today. */
function unseenModels(): Model[] | null {
  const path = new URL('../build/extraction-parts.json', import.meta.url).pathname
  if (!existsSync(path)) return null
  const packed: PackedModel[] = JSON.parse(readFileSync(path, 'utf8'))
  return packed.map(unpackModel)
}

const values = (page: ExtractedPage, field: string): string[] =>
  page.facts.filter((each) => each.field === field).map(({fact: {value}}) => (typeof value === 'object' && 'name' in value ? String(value.name) : String(value)))

const predictionOf = (page: ExtractedPage): Prediction => ({
  title: values(page, 'headline')[0] ?? '',
  authors: values(page, 'authors'),
  date_published: values(page, 'datePublished')[0] ?? '',
  body: page.lines.filter((_, n) => page.reasons[n] === null).map(({text}) => text).join('\n')
})
