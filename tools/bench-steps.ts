/** CPU time of each step that makes an article, and of each output of the whole edition, per article: where the time of a build goes. */
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {VFile} from 'vfile'
import {annotate} from '../pipeline/annotate/index.ts'
import {reportTo} from '../pipeline/diagnostics/report.ts'
import {read} from '../pipeline/read/index.ts'
import {checkAlone} from '../pipeline/run/alone.ts'
import {processArticle} from '../pipeline/run/article.ts'
import {openDatabase} from '../pipeline/run/database.ts'
import {createRecorder, openSources, recorded} from '../pipeline/run/records.ts'
import {everything} from '../pipeline/run/everything.ts'
import {segment} from '../pipeline/segment/index.ts'
import {editionAround} from '../pipeline/source/edition.ts'
import type {Result} from '../pipeline/source/types.ts'
import {articleGates} from '../pipeline/validate/index.ts'
import {checkTree} from '../pipeline/validate/tree-checks.ts'
import {tableFormats} from '../pipeline/write/index.ts'
import {editionRows, tablePart} from '../pipeline/write/rows.ts'
import {corpusPart} from '../pipeline/write/tei.ts'

const spent = new Map<string, number>()
async function timed<Value>(name: string, work: () => Promise<Value> | Value): Promise<Value> {
  const before = process.cpuUsage()
  try {
    return await work()
  } finally {
    const {user, system} = process.cpuUsage(before)
    spent.set(name, (spent.get(name) ?? 0) + (user + system) / 1000)
  }
}

const count = Number(process.env.BENCH_ARTICLES ?? 100)
const place = mkdtempSync(join(tmpdir(), 'warraq-bench-'))
const given = process.argv[2]
const root = given ? resolve(given) : layVariants()

/** The seed and variants of it that differ in a line. */
function layVariants(): string {
  const folder = join(place, 'sources')
  cpSync('sources', folder, {recursive: true})
  const seed = readFileSync('sources/sinai-news/witkoff-ushakov-call.txt', 'utf8')
  for (let n = 0; n < count; n++)
    writeFileSync(join(folder, `sinai-news/variant-${n}.txt`), `${seed}\nسطر ${n}.\n`)
  return folder
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}
const again = <Item>(items: readonly Item[]): AsyncIterable<Item> => ({[Symbol.asyncIterator]: () => each(items)})

const sources = openSources(root)
const recordOf = createRecorder(sources)
const results: Result[] = []
const parts = new Map<string, unknown[]>()
for (const [n, job] of sources.jobs.entries()) {
  // What is compiled and loaded once is not of the articles.
  if (n === Math.min(10, Math.floor(sources.jobs.length / 4))) spent.clear()
  const report = reportTo(new VFile({path: job.file.path}))
  const record = await recordOf(recorded(job), report)
  if (!record) continue
  const context = {...record, report}
  const reading = await timed('read', () => read({...record, sha256: record.sha256 ?? ''}, context))
  if (!reading) continue
  const tree = await timed('segment', () => segment(reading, context))
  const meant = await timed('annotate', () => annotate(tree, reading.text, context))
  await timed('check tree', () => checkTree(meant, reading.text, report))
  const {article, messages} = processArticle(record)
  if (!article) continue
  const result: Result = {id: job.slug, path: job.file.path, article, messages}
  const edition = await timed('edition around', () => editionAround(article, sources.edition))
  const files = new Map<string, string>()
  for (const output of everything) {
    const make = output.article
    if (make)
      for (const {path, bytes} of await timed(`write ${output.name}`, () => make.call(output, article, edition, {messages})))
        if (typeof bytes === 'string') files.set(path, bytes)
  }
  for (const gate of articleGates) await timed(`gate ${gate.name}`, () => gate.check({article, edition, files, report, onLink: () => undefined}))
  const own: Record<string, unknown> = {}
  for (const {name, part} of everything) if (part) own[name] = await timed(`part ${name}`, () => part(result, edition))
  const added = {rows: tablePart(result, edition), corpus: corpusPart(result, edition), tei: files.get(`articles/${article.id}/article.tei.xml`) ?? null}
  await timed('gate tables and corpus', () => checkAlone(result, added, edition, report))
  // It is kept twice: as it was read, and as it was made.
  await timed('keep', () => JSON.stringify(article) && JSON.parse(JSON.stringify({article, parts: own})))
  for (const [name, part] of Object.entries(own)) parts.set(name, [...(parts.get(name) ?? []), part])
  results.push(result)
}
const warm = results.length - Math.min(10, Math.floor(sources.jobs.length / 4))
const perArticle = [...spent]
spent.clear()

for (const output of everything) {
  const make = output.edition
  if (!make) continue
  await timed(`edition ${output.name}`, async () => {
    for await (const _file of make.call(output, again(parts.get(output.name) ?? []), sources.edition));
  })
}
const batches = await timed('edition rows', async () => {
  const all = []
  for await (const batch of editionRows(again(results), sources.edition)) all.push(batch)
  return all
})
mkdirSync(place, {recursive: true})
for (const format of [...tableFormats, {name: 'sqlite', open: () => openDatabase(join(place, 'tables.sqlite'))}])
  await timed(`edition ${format.name}`, async () => {
    const sink = await format.open(sources.edition)
    for (const batch of batches) sink.add(batch)
    sink.end()
  })
rmSync(place, {recursive: true, force: true})

const row = ([name, ms]: readonly [string, number], of: number): string => `${(ms / of).toFixed(2).padStart(9)}  ${name}`
const total = (all: readonly (readonly [string, number])[]): number => all.reduce((sum, [, ms]) => sum + ms, 0)
console.log(`CPU of an article in ms, over ${warm} articles`)
for (const entry of perArticle.sort((a, b) => b[1] - a[1])) console.log(row(entry, warm))
console.log(row(['all of it', total(perArticle)], warm))
const ofEdition = [...spent].sort((a, b) => b[1] - a[1])
console.log(`CPU of the edition in ms for each of its ${results.length} articles`)
for (const entry of ofEdition) console.log(row(entry, results.length))
console.log(row(['all of it', total(ofEdition)], results.length))
