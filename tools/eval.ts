/**
 * Accuracy against gold data: `EVAL_DATA=dir make eval`, where `dir` holds `dialogue/`, `extraction/` or both; without it,
 * the conventions of `tests/eval/`. `--worst N` names the worst documents of each set; `--only dialogue|extraction`,
 * `--sets naeb,wcxb` and `--no-peers` do less; `--keep dir` keeps what was found in the pages.
 */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {readDates, scoreDates} from './eval-dates.ts'
import {readGold} from './eval-gold.ts'
import {scoreExtraction} from './eval-extraction.ts'
import {readQuotes, scoreQuotes} from './eval-quotes.ts'
import {addScore, f1, noScore, precision, recall, type Score} from './eval-score.ts'

const {values} = parseArgs({
  options: {
    worst: {type: 'string', default: '0'},
    only: {type: 'string'},
    sets: {type: 'string', default: ''},
    'no-peers': {type: 'boolean', default: false},
    keep: {type: 'string'}
  }
})
const own = new URL('../tests/eval/', import.meta.url).pathname
const data = process.env.EVAL_DATA ?? own
const folder = join(data, 'dialogue')
const pages = join(data, 'extraction')
if (!existsSync(folder) && !existsSync(pages)) {
  console.error(`There is no folder \`${folder}\` or \`${pages}\`: EVAL_DATA must name one that holds either.`)
  process.exit(2)
}
if (values.only === 'extraction') {
  await judgePages()
  process.exit(0)
}

const sets = new Map<string, {score: Score; documents: {id: string; f1: number}[]}>()
for (const gold of existsSync(folder) ? readGold(folder) : []) {
  const set = sets.get(gold.set) ?? {score: noScore(), documents: []}
  sets.set(gold.set, set)
  set.documents.push({id: gold.id, f1: addScore(set.score, gold)})
}

const rate = (part: number, whole: number): string =>
  whole === 0 ? '–' : (part / whole).toFixed(3)
const columns = 'set docs gold found precision recall F1 labels spans speakers false'.split(' ')
const rows = [...sets].map(([name, {score}]) => [
  name,
  String(score.documents),
  String(score.gold),
  String(score.found),
  score.gold === 0 ? '–' : precision(score).toFixed(3),
  score.gold === 0 ? '–' : recall(score).toFixed(3),
  score.gold === 0 ? '–' : f1(score).toFixed(3),
  rate(score.labels, score.hits),
  rate(score.spans, score.spansKnown),
  rate(score.speakers, score.namedSpeakers),
  String(score.falseDocuments)
])
const widths = columns.map((column, n) =>
  Math.max(column.length, ...rows.map((row) => row[n]?.length ?? 0))
)
for (const row of [columns, ...rows])
  console.log(row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join('  '))
console.log('\nlabels, spans (start and end), speakers: of the turns found; false: documents without dialogue in which turns were found')

const dates = scoreDates(readDates(join(own, 'dates.tsv')))
console.log(`\ndates: ${dates.right} of ${dates.total} expressions in ${dates.languages} languages with the right value (${rate(dates.right, dates.total)})`)
for (const {language, expression, expected, found} of dates.wrong)
  console.log(`  ${language}  ${expression}  expected ${expected}, found ${found}`)

const further = scoreDates(readDates(join(own, 'dates-further.tsv')))
console.log(`dates in further languages: ${further.right} of ${further.total} in ${further.languages} languages (${rate(further.right, further.total)})`)

const quotes = scoreQuotes(readQuotes(join(own, 'quotations.tsv')))
console.log(`\nquotations in ${quotes.languages} languages: the speaker of ${quotes.found} found, ${quotes.right} of them right (precision ${rate(quotes.right, quotes.found)}, recall ${rate(quotes.right, quotes.expected)} of ${quotes.expected}); ${quotes.speechRight} of ${quotes.speechFound} called speech are`)
for (const fault of quotes.faults) console.log(`  ${fault}`)

for (const [name, {documents}] of sets) {
  const worst = documents
    .filter((document) => document.f1 < 1)
    .sort((a, b) => a.f1 - b.f1 || (a.id < b.id ? -1 : 1))
    .slice(0, Number(values.worst))
  for (const {id, f1: value} of worst) console.log(`${name}  ${value.toFixed(3)}  ${id}`)
}

if (values.only !== 'dialogue' && existsSync(pages)) await judgePages()

function judgePages(): Promise<void> {
  return scoreExtraction(pages, {
    sets: values.sets.split(',').filter(Boolean),
    worst: Number(values.worst),
    withPeers: !values['no-peers'],
    ...(values.keep ? {keep: values.keep} : {})
  })
}
