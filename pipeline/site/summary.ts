import {factOf} from '../tree/facts.ts'
import {isDate, isMention, isTurn} from '../tree/guards.ts'
import {countWords, spokenText, utterancesOf} from '../tree/text.ts'
import type {Article, Entity} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import {type Entry, entryOf, newestFirst} from './listing.ts'

/** What the first page needs of one article, small and plain. */
export interface Glance {
  readonly entry: Entry
  readonly conversations: number
  /** By id: what they said. */
  readonly speakers: Readonly<Record<string, Said>>
  /** Speakers that are known from labels alone. */
  readonly others: number
  /** Pairs of speakers on record, and the turns of their conversations. */
  readonly pairs: readonly (readonly [string, string, number])[]
  /** By id: how often it is mentioned. */
  readonly mentions: Readonly<Record<string, number>>
  /** Everybody and everything on record that the article refers to. */
  readonly entities: readonly Entity[]
  /** By day, month or year: how often it is spoken of. */
  readonly told: Readonly<Record<string, number>>
}

interface Said {
  readonly turns: number
  readonly words: number
}

export function glanceAt(article: Article): Glance {
  const entities = article.entities.filter(({basis}) => basis === 'declared')
  const ids = new Set(entities.map(({id}) => id))
  const held = dialogues(article)
  const speakers = new Map<string, Said>()
  const pairs: [string, string, number][] = []
  let others = 0
  for (const {participants, children} of held) {
    const known = participants.filter((id) => ids.has(id)).sort()
    others += participants.length - known.length
    const spoken = children.filter(isTurn)
    for (const turn of spoken) {
      if (turn.speaker === null || !ids.has(turn.speaker)) continue
      const {turns, words} = speakers.get(turn.speaker) ?? {turns: 0, words: 0}
      const more = utterancesOf(turn).reduce(
        (sum, each) => sum + countWords(spokenText(each.children)),
        0
      )
      speakers.set(turn.speaker, {turns: turns + 1, words: words + more})
    }
    for (const [n, one] of known.entries())
      for (const two of known.slice(n + 1))
        pairs.push([
          one,
          two,
          spoken.filter(({speaker}) => speaker === one || speaker === two).length
        ])
  }
  const mentions = new Map<string, number>()
  for (const node of walk(article))
    if (isMention(node) && ids.has(node.entity))
      mentions.set(node.entity, (mentions.get(node.entity) ?? 0) + 1)
  return {
    entry: entryOf(article),
    conversations: held.length,
    speakers: Object.fromEntries(speakers),
    others,
    pairs,
    mentions: Object.fromEntries(mentions),
    entities,
    told: datesTold(article)
  }
}

/** The dates of its text and of its conversations, each at its beginning. */
function datesTold(article: Article): Record<string, number> {
  const told = new Map<string, number>()
  const values = [
    ...[...walk(article)].flatMap((node) => (isDate(node) ? [node.value] : [])),
    ...dialogues(article).flatMap(
      ({metadata}) => factOf(metadata, 'startDate')?.value ?? []
    )
  ]
  for (const value of values) {
    const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\dXu~?%-])/u.exec(String(value))?.[0]
    if (day !== undefined) add(told, day, 1)
  }
  return Object.fromEntries(told)
}

/** The edition at a glance. */
export interface Summary {
  readonly articles: number
  readonly conversations: number
  readonly turns: number
  readonly words: number
  readonly speakers: number
  readonly newest: readonly Entry[]
  readonly dates: readonly {readonly date: string; readonly speaks: boolean}[]
  /** How often a date is spoken of. */
  readonly told: ReadonlyMap<string, number>
  /** Articles of each collection, and in each language. */
  readonly collections: ReadonlyMap<string, number>
  readonly languages: ReadonlyMap<string, number>
  readonly entities: ReadonlyMap<string, Entity>
  readonly said: ReadonlyMap<string, Said>
  readonly mentions: ReadonlyMap<string, number>
  /** By the two ids, a blank between them. */
  readonly pairs: ReadonlyMap<string, number>
}

/** Articles that the first page lists. */
const listed = 12

/** Adds up what is known of each article; it grows with those on record, not with the texts. */
export async function summarise(glances: AsyncIterable<Glance>): Promise<Summary> {
  const totals = {articles: 0, conversations: 0, turns: 0, words: 0, others: 0}
  const newest: Entry[] = []
  const dates: {date: string; speaks: boolean}[] = []
  const collections = new Map<string, number>()
  const languages = new Map<string, number>()
  const entities = new Map<string, Entity>()
  const said = new Map<string, Said>()
  const mentions = new Map<string, number>()
  const told = new Map<string, number>()
  const pairs = new Map<string, number>()
  for await (const glance of glances) {
    const {entry} = glance
    totals.articles++
    totals.conversations += glance.conversations
    totals.turns += entry.turns
    totals.words += entry.words
    totals.others += glance.others
    newest.push(entry)
    newest.sort(newestFirst)
    newest.length = Math.min(newest.length, listed)
    dates.push({date: entry.date.slice(0, 10), speaks: glance.conversations > 0})
    add(collections, entry.collection, 1)
    add(languages, entry.language, 1)
    for (const entity of glance.entities) entities.set(entity.id, entity)
    for (const [id, {turns, words}] of Object.entries(glance.speakers)) {
      const before = said.get(id) ?? {turns: 0, words: 0}
      said.set(id, {turns: before.turns + turns, words: before.words + words})
    }
    for (const [id, times] of Object.entries(glance.mentions)) add(mentions, id, times)
    for (const [date, times] of Object.entries(glance.told)) add(told, date, times)
    for (const [one, two, turns] of glance.pairs) add(pairs, `${one} ${two}`, turns)
  }
  const {articles, conversations, turns, words, others} = totals
  const speakers = said.size + others
  return {
    ...{articles, conversations, turns, words, speakers, newest, dates},
    ...{collections, languages, entities, said, mentions, pairs, told}
  }
}

const add = (map: Map<string, number>, key: string, more: number): void => {
  map.set(key, (map.get(key) ?? 0) + more)
}

/** The largest entries of a tally; equal ones by their keys. */
export const largest = <Key extends string>(
  tally: Iterable<readonly [Key, number]>,
  most: number
): (readonly [Key, number])[] =>
  [...tally].sort(([a, m], [b, n]) => (m === n ? (a < b ? -1 : 1) : n - m)).slice(0, most)
