import {articlesOf, type Head, stringAt} from './head.ts'
import type {LineText} from './line-texts.ts'
import type {Model} from './model.ts'
import type {PrintedPage} from './page.ts'
import {type Template, templatesOf} from './signature.ts'
import {type Bag, bagOf, likeness, wordsOf} from './text.ts'
import type {Headline} from './titles.ts'
import {type Weights, weigh} from './weigh.ts'

/** What is known of a page as a whole when its lines are judged. */
export interface Evidence {
  readonly page: PrintedPage
  readonly weights: Weights
  readonly headline: Headline
  readonly templates: readonly Template[]
  readonly texts: readonly LineText[]
  /** How often a line's text is printed. */
  readonly copies: readonly number[]
  /** Share of a line's words that the body in the page's JSON-LD has in this order; -1 where there is none. */
  readonly covered: readonly number[]
  /** Folded words of the headline and of the description that the head states. */
  readonly headlineWords: Bag
  readonly descriptionWords: Bag
  readonly description: readonly string[]
}

/** Gathers the evidence, in time linear to the page. */
export function gatherEvidence(
  {page, texts, headline}: Pick<Evidence, 'page' | 'texts' | 'headline'>,
  head: Head
): Evidence {
  const words = texts.map((each) => each.words)
  const counts = new Map<string, number>()
  const keys = words.map((each) => each.join(' '))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const bodies = articlesOf(head).map(({data}) => stringAt(data, 'articleBody'))
  const body = bodies.reduce(
    (best, each) => (each.length > best.length ? each : best),
    ''
  )
  const stated = ['og:description', 'description', 'twitter:description']
    .map((name) => head.meta.get(name)?.[0]?.value ?? '')
    .reduce((best, each) => (each.length > best.length ? each : best), '')
  const description = wordsOf(stated)
  return {
    page,
    weights: weigh(page, texts, headline.line),
    headline,
    templates: templatesOf(page, texts),
    texts,
    copies: keys.map((key) => counts.get(key) ?? 1),
    covered: coverage(words, body),
    headlineWords: bagOf(wordsOf(headline.value)),
    descriptionWords: bagOf(description),
    description
  }
}

function coverage(words: readonly (readonly string[])[], body: string): number[] {
  if (body.length < 200) return words.map(() => -1)
  const known = new Set<string>()
  const all = wordsOf(body.replace(/<[^<>]*>/gu, ' '))
  for (let n = 0; n < all.length; n++) known.add(pairAt(all, n))
  return words.map((line) => {
    if (line.length < 2) return 0
    let hits = 0
    for (let n = 0; n + 1 < line.length; n++) if (known.has(pairAt(line, n))) hits++
    return hits / (line.length - 1)
  })
}

const pairAt = (words: readonly string[], n: number): string =>
  `${words[n]} ${words[n + 1] ?? ''}`

/** Scores of the words of a line: their mean, the least and the greatest. */
export function wordScores(
  words: readonly string[],
  known: Model['words']
): [number, number, number] {
  let sum = 0
  let least = 0
  let greatest = 0
  const count = Math.min(40, words.length)
  for (let n = 0; n < count; n++) {
    const score = known.get(words[n] ?? '')
    if (score === undefined) continue
    sum += score
    if (score < least) least = score
    if (score > greatest) greatest = score
  }
  return [sum / Math.max(1, count), least, greatest]
}

/** How much a line repeats the headline and the description. */
export function repeats(
  {texts, headlineWords, descriptionWords}: Evidence,
  n: number
): [number, number] {
  const words = texts[n]?.words ?? []
  if (words.length > 100) return [0, 0]
  return [
    likeness(words, headlineWords),
    descriptionWords.length > 0 ? likeness(words, descriptionWords) : -1
  ]
}
