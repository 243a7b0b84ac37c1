import {languageOf} from '../language/index.ts'
import {isName} from './author-names.ts'
import {leads} from './byline-words.ts'
import {printedMoments} from './moments.ts'
import type {Candidate, Sought} from './sought.ts'

/** “By Anna Lind” around the headline or behind the text; the name may stand in a line of its own behind “By”. */
export function printedBylines(sought: Sought): Candidate[] {
  const {page, headline, reasons, tag} = sought
  const first = headline.line >= 0 ? headline.line : reasons.indexOf(null)
  const last = reasons.lastIndexOf(null)
  const words = languageOf(tag).bylineWords
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3]
    .map((step) => first + step)
    .concat([0, 1, 2, 3].map((step) => last + step))) {
    const line = page.lines[n]
    if (!line || line.text.length > 110) continue
    const isAlone = lead(`${line.text} x`, words) === line.text.length + 1
    const next = isAlone ? page.lines[n + 1] : undefined
    if (next && next.text.length < 60)
      return [ofLine(n + 1, 0, next.text.length, next.text)]
    const from = lead(line.text, words) || behindDay(line.text, tag, words)
    if (from > 0) return [ofLine(n, from, line.text.length, line.text)]
  }
  return []
}

/** A name that the next line begins with as well, before or behind the text: “Anna Lind” above “Anna Lind is a reporter…”. */
export function beforeBiography({page, headline, reasons}: Sought): Candidate[] {
  const first = headline.line >= 0 ? headline.line : reasons.indexOf(null)
  const last = reasons.lastIndexOf(null)
  const near = [-2, -1, 1, 2, 3, 4, 5, 6].map((step) => first + step)
  const behind = Array.from({length: 16}, (_, step) => last - 4 + step)
  for (const n of [...near, ...behind]) {
    const name = page.lines[n]?.text ?? ''
    if (name.length > 40 || !name.includes(' ') || !isName(name)) continue
    const tells = [1, 2].some((step) => {
      const next = page.lines[n + step]?.text ?? ''
      return next.startsWith(`${name} `) && next.length > name.length + 20
    })
    if (tells) return [ofLine(n, 0, name.length, name)]
  }
  return []
}

const ofLine = (line: number, start: number, end: number, text: string): Candidate => ({
  value: text.slice(start, end),
  rule: 'extract/byline',
  printed: {line, start, end}
})

/** Where the name begins in “3 March 2017 by Anna Lind”. */
function behindDay(text: string, tag: string, words: readonly string[]): number {
  const day = /\d/u.test(text) ? printedMoments(text, tag)[0] : undefined
  if (!day || day.start > 20) return 0
  const rest = text.slice(day.end)
  const gap = /^[\s|,·•–—-]*/u.exec(rest)?.[0].length ?? 0
  const length = lead(rest.slice(gap), words)
  return length > 0 ? day.end + gap + length : 0
}

/** Length of the byline word that a text begins with, and what parts it from the name. */
function lead(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase()
  let length = leads.exec(text)?.[0].length ?? 0
  for (const word of words) {
    const behind = lower.startsWith(word)
      ? /^(?:\s*[:：]\s*|\s+)(?=\S)/u.exec(text.slice(word.length))
      : null
    if (behind) length = Math.max(length, word.length + behind[0].length)
  }
  return length
}
