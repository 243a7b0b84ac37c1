import {isMention, isTurn} from '../tree/guards.ts'
import {countWords, spokenText, utterancesOf} from '../tree/text.ts'
import type {Article, Dialogue, Entity} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import {type Entry, entryOf, newestFirst} from './listing.ts'

/** What one article says of somebody or something. */
interface Share {
  readonly mentions: number
  readonly turns: number
  readonly words: number
  /** By id, those who speak in the same dialogues, and the turns of the two in them. */
  readonly others: Readonly<Record<string, number>>
}

/** Those of the authority file that an article refers to. */
export interface AppearancePart {
  readonly entry: Entry
  readonly shares: readonly (readonly [Entity, Share])[]
}

/** An article in which somebody or something appears. */
export interface Appearance extends Omit<Share, 'others'> {
  readonly entry: Entry
}

/** An entity of the authority file with the articles it appears in. */
export interface EntityEntry {
  readonly entity: Entity
  /** Articles in all. */
  readonly articles: number
  readonly totals: Readonly<Record<'mentions' | 'turns' | 'words', number>>
  /** The newest articles, as many as a page lists. */
  readonly newest: readonly Appearance[]
  readonly others: ReadonlyMap<string, number>
}

/** Articles that the page of somebody lists; the tables have all of them. */
const listed = 100

interface Growing extends EntityEntry {
  articles: number
  readonly totals: Record<'mentions' | 'turns' | 'words', number>
  readonly newest: Appearance[]
  readonly others: Map<string, number>
}

/**
 * Everybody and everything that an authority file knows and an article refers to, by id. What is
 * kept grows with those on record, not with the articles.
 */
export async function indexEntities(
  parts: AsyncIterable<AppearancePart | null>
): Promise<ReadonlyMap<string, EntityEntry>> {
  const entries = new Map<string, Growing>()
  for await (const part of parts)
    for (const [entity, share] of part?.shares ?? []) {
      const known = entries.get(entity.id) ?? newEntry(entity)
      entries.set(entity.id, known)
      if (part) include(known, part.entry, share)
    }
  for (const {newest} of entries.values()) keepNewest(newest)
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const newEntry = (entity: Entity): Growing => ({
  entity,
  articles: 0,
  totals: {mentions: 0, turns: 0, words: 0},
  newest: [],
  others: new Map()
})

function include(known: Growing, entry: Entry, {others, ...share}: Share): void {
  known.articles++
  for (const field of ['mentions', 'turns', 'words'] as const)
    known.totals[field] += share[field]
  for (const [id, turns] of Object.entries(others))
    known.others.set(id, (known.others.get(id) ?? 0) + turns)
  known.newest.push({entry, ...share})
  if (known.newest.length >= listed * 2) keepNewest(known.newest)
}

function keepNewest(newest: Appearance[]): void {
  newest.sort((a, b) => newestFirst(a.entry, b.entry))
  newest.length = Math.min(newest.length, listed)
}

/** What the pages of those on record need of one article. */
export function appearancesIn(article: Article): AppearancePart {
  const mentions = new Map<string, number>()
  for (const node of walk(article))
    if (isMention(node)) mentions.set(node.entity, (mentions.get(node.entity) ?? 0) + 1)
  for (const {value} of article.metadata.mentions ?? []) {
    const named = typeof value === 'object' && 'id' in value ? value.id : undefined
    if (named) mentions.set(named, (mentions.get(named) ?? 0) + 1)
  }
  const shares = article.entities
    .filter(({basis}) => basis === 'declared')
    .map((entity): [Entity, Share] => [
      entity,
      {mentions: mentions.get(entity.id) ?? 0, ...speechOf(article, entity.id)}
    ])
  return {entry: entryOf(article), shares}
}

function speechOf(article: Article, id: string): Omit<Share, 'mentions'> {
  const held = dialogues(article).filter(({participants}) => participants.includes(id))
  const said = held.flatMap((dialogue) => turnsOf(dialogue, id))
  return {
    turns: said.length,
    words: said.reduce((sum, words) => sum + words, 0),
    others: othersIn(held, id)
  }
}

function othersIn(held: readonly Dialogue[], id: string): Record<string, number> {
  const others = new Map<string, number>()
  for (const {participants, children} of held)
    for (const other of participants) {
      if (other === id) continue
      const both = children.filter(
        (child) => isTurn(child) && (child.speaker === id || child.speaker === other)
      )
      others.set(other, (others.get(other) ?? 0) + both.length)
    }
  return Object.fromEntries(others)
}

/** The words of each turn of a speaker, stage directions not counted. */
const turnsOf = ({children}: Dialogue, id: string): number[] =>
  children.flatMap((child) =>
    child.type === 'turn' && child.speaker === id
      ? [
          utterancesOf(child).reduce(
            (sum, each) => sum + countWords(spokenText(each.children)),
            0
          )
        ]
      : []
  )
