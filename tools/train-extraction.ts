/**
 * Trains `pipeline/extract/model.json`, the model that tells the lines of an article from the rest of its page,
 * and prints what it reaches on sites it has not seen: `EVAL_DATA=<folder> npx tsx tools/train-extraction.ts --write`.
 * The models that have not seen one part of the sites each go to `build/extraction-parts.json`, for `make eval`.
 */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type Labelled, label, records} from './extraction-data.ts'
import {learn} from './learn-extraction.ts'

const folder = join(process.env['EVAL_DATA'] ?? '.', 'extraction')
const sets = (process.env['SETS'] ?? 'naeb,wcxb,trafeval,rtl').split(',')
const score: {match(truth: string, body: string): [number, number, number]; aggregate(cells: [number, number, number][]): {f1: number}} =
  await import(join(folder, 'score.mjs'))
const say = (...parts: unknown[]): void => console.error(`${Math.round(process.uptime())} s`, ...parts)

/** F1 of bodies, or of snippets, by set. */
function report(pages: readonly Labelled[], chances: ReadonlyMap<Labelled, readonly number[]>, threshold: number): string {
  const cells = new Map<string, [number, number, number][]>()
  const counts = new Map<string, [number, number, number]>()
  for (const page of pages) {
    const body = page.evidence.page.lines
      .filter((_, n) => (chances.get(page)?.[n] ?? 0) >= threshold)
      .map((line) => line.text)
      .join('\n')
    if (page.truth.body) cells.set(page.set, [...(cells.get(page.set) ?? []), score.match(page.truth.body, body)])
    else {
      const flat = body.replace(/\s+/gu, ' ')
      const sum = counts.get(page.set) ?? [0, 0, 0]
      counts.set(page.set, sum)
      const has = (snippet: string): boolean => flat.includes(snippet.replace(/\s+/gu, ' ').trim())
      for (const each of page.truth.body_with ?? []) sum[has(each) ? 0 : 2]++
      for (const each of page.truth.body_without ?? []) if (has(each)) sum[1]++
    }
  }
  return [
    ...[...cells].map(([set, each]): [string, number] => [set, score.aggregate(each).f1]),
    ...[...counts].map(([set, [tp, fp, fn]]): [string, number] => [set, (2 * tp) / (2 * tp + fp + fn)])
  ]
    .map(([set, f1]) => `${set} ${f1.toFixed(4)}`)
    .join('  ')
}

const pages: Labelled[] = []
for (const set of sets) for await (const record of records(join(folder, `${set}_dev.jsonl.gz`))) pages.push(label(record, set))
say(`${pages.length} pages, ${pages.reduce((sum, page) => sum + page.labels.length, 0)} lines`)
say('by the labels', report(pages, new Map(pages.map((page) => [page, [...page.labels]])), 0.5))
const {chances, whole, without} = learn(pages, say)
for (const threshold of [0.4, 0.45, 0.5, 0.55]) say(threshold, report(pages, chances, threshold))
if (process.argv.includes('--write')) {
  await writeFile(new URL('../pipeline/extract/model.json', import.meta.url), `${JSON.stringify(whole(), null, 2)}\n`)
  await writeFile(new URL('../build/extraction-parts.json', import.meta.url), JSON.stringify(without))
}
