import {nameKey} from '../pipeline/language/fold.ts'
import {processArticle} from '../pipeline/run/article.ts'
import type {Article} from '../pipeline/tree/types.ts'
import {turns} from '../pipeline/tree/walk.ts'
import type {Gold} from './eval-gold.ts'

/** Counts over documents; rates are made of them. */
export interface Score {
  documents: number
  gold: number
  found: number
  /** Turns that start at the right character. */
  hits: number
  /** Of those, with the right label, with the right end, and with a speaker the gold names too. */
  labels: number
  spans: number
  speakers: number
  namedSpeakers: number
  spansKnown: number
  falseDocuments: number
}

export const noScore = (): Score => ({
  documents: 0,
  gold: 0,
  found: 0,
  hits: 0,
  labels: 0,
  spans: 0,
  speakers: 0,
  namedSpeakers: 0,
  spansKnown: 0,
  falseDocuments: 0
})

/** The tree of a document, read as a collection without declarations would be. */
export function treeOf(text: string): Article | null {
  return processArticle({
    slug: 'article',
    path: 'eval/article.txt',
    bytes: new TextEncoder().encode(text),
    collection: {id: 'eval'},
    sidecar: {},
    authorities: {entities: [], byId: new Map()}
  }).article
}

/** Adds what was found in a document. @returns the F1 of its turn starts, from 0 to 1 */
export function addScore(score: Score, gold: Gold): number {
  const article = treeOf(gold.text)
  const found = article ? turns(article) : []
  const names = new Map(
    article?.entities.map(({id, names: all}) => [id, all.map(({value}) => nameKey(value))])
  )
  const byStart = new Map(gold.turns.map((turn) => [turn.start, turn]))
  let hits = 0
  for (const turn of found) {
    const match = byStart.get(turn.position.start.offset)
    if (!match) continue
    hits++
    if (labelKey(turn.label?.value) === labelKey(match.label)) score.labels++
    if (match.end !== undefined) {
      score.spansKnown++
      if (turn.position.end.offset === match.end) score.spans++
    }
    if (!turn.label || match.label === null || match.speaker === undefined) continue
    score.namedSpeakers++
    const known = names.get(turn.speaker ?? '') ?? []
    if (known.some((name) => isSame(name, nameKey(match.speaker ?? '')))) score.speakers++
  }
  score.documents++
  score.gold += gold.turns.length
  score.found += found.length
  score.hits += hits
  if (gold.turns.length === 0 && found.length > 0) score.falseDocuments++
  if (gold.turns.length === 0) return found.length === 0 ? 1 : 0
  return f1({...noScore(), gold: gold.turns.length, found: found.length, hits})
}

/** Labels are compared without case, quotation marks and colon. */
const labelKey = (label: string | null | undefined): string =>
  (label ?? '')
    .replace(/[\u200E\u200F\u061C]/gu, '')
    .replace(/^[\s«“"'*•-]+|[\s»”"':：.]+$/gu, '')
    .toLowerCase()

/** One of the names holds the other's words: a title or a function may be on one side only. */
function isSame(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const words = new Set(long.split(' '))
  return short.split(' ').every((word) => words.has(word))
}

export const precision = ({hits, found}: Score): number => (found === 0 ? 1 : hits / found)
export const recall = ({hits, gold}: Score): number => (gold === 0 ? 1 : hits / gold)
export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}
