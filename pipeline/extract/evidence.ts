import {articlesOf, type Head, stringAt} from './head.ts'
import type {Model} from './model.ts'
import {around, type Line, type PrintedPage} from './page.ts'
import {type Template, templatesOf} from './signature.ts'
import {folded, likeness, wordsOf} from './text.ts'
import type {Headline} from './titles.ts'
import {type Weights, weigh} from './weigh.ts'

/** What is known of a page as a whole when its lines are judged. */
export interface Evidence {
  readonly page: PrintedPage
  readonly weights: Weights
  readonly headline: Headline
  readonly templates: readonly Template[]
  /** Folded words of each line. */
  readonly words: readonly (readonly string[])[]
  /** How often a line's text is printed. */
  readonly copies: readonly number[]
  /** Share of a line's words that the body in the page's JSON-LD has in this order; -1 where there is none. */
  readonly covered: readonly number[]
  readonly description: string
}

/** Gathers the evidence, in time linear to the page. */
export function gatherEvidence(
  page: PrintedPage,
  head: Head,
  headline: Headline
): Evidence {
  const words = page.lines.map((line) => wordsOf(line.text))
  const counts = new Map<string, number>()
  const keys = words.map((each) => each.join(' '))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const bodies = articlesOf(head).map(({data}) => stringAt(data, 'articleBody'))
  const body = bodies.reduce(
    (best, each) => (each.length > best.length ? each : best),
    ''
  )
  const description = ['og:description', 'description', 'twitter:description']
    .map((name) => head.meta.get(name)?.[0]?.value ?? '')
    .reduce((best, each) => (each.length > best.length ? each : best), '')
  return {
    page,
    weights: weigh(page, headline.line),
    headline,
    templates: templatesOf(page),
    words,
    copies: keys.map((key) => counts.get(key) ?? 1),
    covered: coverage(words, body),
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

/** Scores of the names around a line: least, greatest, sum, nearest, and of its innermost element. */
export function nameScores(line: Line, names: Model['names']): number[] {
  let least = 0
  let greatest = 0
  let sum = 0
  let nearest = 0
  let levels = 0
  for (const box of around(line.inner)) {
    if (levels++ > 12 || box.tag === 'body') break
    const score = scoreOf(box.tokens, names)
    if (score === 0) continue
    if (nearest === 0) nearest = score
    least = Math.min(least, score)
    greatest = Math.max(greatest, score)
    sum += score
  }
  return [least, greatest, sum, nearest, scoreOf(line.block.tokens, names)]
}

/** The most telling of the words of one element. */
function scoreOf(tokens: readonly string[], names: Model['names']): number {
  let found = 0
  for (const token of tokens) {
    const score = names.get(token) ?? 0
    if (Math.abs(score) > Math.abs(found)) found = score
  }
  return found
}

/** Scores of the words of a line: their mean, and the least. */
export function wordScores(words: readonly string[], known: Model['words']): number[] {
  let sum = 0
  let least = 0
  let greatest = 0
  const looked = words.slice(0, 40)
  for (const word of looked) {
    const score = known.get(word) ?? 0
    sum += score
    least = Math.min(least, score)
    greatest = Math.max(greatest, score)
  }
  return [sum / Math.max(1, looked.length), least, greatest]
}

/** How much a line repeats the headline and the description. */
export function repeats(evidence: Evidence, n: number): number[] {
  const text = evidence.page.lines[n]?.text ?? ''
  if (text.length > 600) return [0, 0]
  return [
    likeness(text, evidence.headline.value),
    evidence.description ? likeness(text, evidence.description) : -1,
    evidence.description &&
    folded(evidence.description).startsWith(folded(text).slice(0, 60))
      ? 1
      : 0
  ].slice(0, 2)
}
