import {type Evidence, wordScores} from './evidence.ts'
import type {Model} from './model.ts'
import type {Line} from './page.ts'
import {isFor} from './wording.ts'

/** The lines from one heading to the next, and what the heading says of them. */
export interface Section {
  /** Index of the line of the heading. */
  readonly line: number
  /** 1 to 6; 7 for a short line in bold. */
  readonly level: number
  /** Mean score of its words. */
  readonly score: number
  /** 0 for none; what the heading names: other articles 1, comments 2, a newsletter 3, to share 4, what else stands on a page 5. */
  readonly wordings: number
  /** Of the lines behind it: the share in links, running text by line, their number. */
  linked: number
  prose: number
  lines: number
  /** Headings of furniture since the headline. */
  readonly furnitureBefore: number
}

/** The section that each line is in; undefined before the first heading. */
export function sectionsOf(
  {page, texts, headline, weights}: Evidence,
  words: Model['words']
): (Section | undefined)[] {
  let section: Section | undefined
  let furniture = 0
  const finish = (end: number): void => {
    if (!section) return
    const span = {first: section.line + 1, last: end}
    const of = (sums: Float64Array): number =>
      (sums[span.last] ?? 0) - (sums[span.first] ?? 0)
    section.lines = Math.log2(1 + Math.max(0, span.last - span.first))
    section.linked = of(weights.linked) / Math.max(1, of(weights.chars))
    section.prose = of(weights.prose) / Math.max(1, span.last - span.first)
  }
  const sections = page.lines.map((line, n) => {
    const level = levelOf(line)
    if (level === 0) return section
    finish(n)
    const text = texts[n]
    const wordings = kindOf(text?.wordings ?? 0)
    if (wordings > 0 && n > headline.line) furniture++
    section = {
      line: n,
      level,
      wordings,
      score: wordScores(text?.words ?? [], words)[0],
      linked: 0,
      prose: 0,
      lines: 0,
      furnitureBefore: Math.min(9, furniture)
    }
    return section
  })
  finish(page.lines.length)
  return sections
}

function levelOf({block, text, bold}: Line): number {
  if (/^h[1-6]$/u.test(block.tag)) return Number(block.tag[1])
  return text.length < 80 && bold > text.length * 0.9 ? 7 : 0
}

function kindOf(wordings: number): number {
  if (isFor(wordings, 'related')) return 1
  if (isFor(wordings, 'comment')) return 2
  if (isFor(wordings, 'newsletter')) return 3
  if (isFor(wordings, 'share')) return 4
  return isFor(wordings, 'notice') || isFor(wordings, 'rights') ? 5 : 0
}
