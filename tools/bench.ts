/**
 * Speed as ratios within one run: each step against reading a text and splitting it into lines, and a
 * text against one ten times as long. Medians of several rounds, one thread, nothing else of ours running.
 */
import {readFileSync} from 'node:fs'
import {annotate} from '../pipeline/annotate/index.ts'
import {reportTo} from '../pipeline/diagnostics/report.ts'
import {read} from '../pipeline/read/index.ts'
import {segment} from '../pipeline/segment/index.ts'
import {VFile} from 'vfile'

const context = {
  slug: 'article',
  collection: {id: 'bench'},
  sidecar: {},
  authorities: {entities: [], byId: new Map()},
  report: reportTo(new VFile({path: 'bench/article.txt'}))
}

/** A conversation of so many turns, in words that vary. */
function transcript(count: number): string {
  const words = 'the harbour and its pier were repaired after the flood by people who live here'.split(' ')
  let text = 'A call between two people\n26 November 2025 10:51\n\n'
  for (let n = 0; n < count; n++) {
    const from = (n * 7) % words.length
    text += `${n % 2 ? 'Adam Smith' : 'Jonas Hill'}: ${words.slice(from).join(' ')} ${n % 3 ? 'said so' : 'on Friday'} ${n}.\n`
  }
  return text
}

interface Times {
  readonly floor: number
  readonly read: number
  readonly segment: number
  readonly annotate: number
}

function timesOf(text: string): Times {
  const bytes = new TextEncoder().encode(text)
  const mark = (): number => performance.now()
  const start = mark()
  const lines = new TextDecoder('utf-8', {fatal: true}).decode(bytes).split('\n')
  const split = mark()
  const reading = read({path: 'bench/article.txt', bytes, sha256: ''}, context)
  const readDone = mark()
  if (!reading || lines.length === 0) throw new Error('nothing was read')
  const tree = segment(reading, context)
  const segmented = mark()
  annotate(tree, reading.text, context)
  const end = mark()
  return {
    floor: split - start,
    read: readDone - split,
    segment: segmented - readDone,
    annotate: end - segmented
  }
}

function medians(text: string, rounds: number): Times {
  const all = Array.from({length: rounds}, () => timesOf(text))
  const middle = (key: keyof Times): number =>
    all.map((times) => times[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  return {floor: middle('floor'), read: middle('read'), segment: middle('segment'), annotate: middle('annotate')}
}

const ms = (time: number): string => `${time.toFixed(1)} ms`.padStart(12)
const ratio = (part: number, whole: number): string => `${(part / whole).toFixed(0)} ×`.padStart(8)

const seed = readFileSync(new URL('../sources/sinai-news/witkoff-ushakov-call.txt', import.meta.url), 'utf8')
medians(transcript(2000), 5)
console.log('                     size       floor        read     segment    annotate   segment + annotate : floor')
let before: {size: number; total: number} | null = null
for (const [name, text, rounds] of [
  ['the seed', seed, 15],
  ['1,000 turns', transcript(1000), 9],
  ['10,000 turns', transcript(10_000), 5],
  ['100,000 turns', transcript(100_000), 3]
] as const) {
  const {floor, read: reading, segment: segmenting, annotate: annotating} = medians(text, rounds)
  const total = reading + segmenting + annotating
  const size = Buffer.byteLength(text)
  const growth = before ? ` time ×${(total / before.total).toFixed(1)} for text ×${(size / before.size).toFixed(1)}` : ''
  console.log(`${name.padEnd(14)} ${String(size).padStart(10)}${ms(floor)}${ms(reading)}${ms(segmenting)}${ms(annotating)}  ${ratio(segmenting + annotating, floor)}${growth}`)
  before = name === 'the seed' ? null : {size, total}
}
