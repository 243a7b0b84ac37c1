import {
  bidiControl,
  controlCharacter,
  replacementCharacter
} from '../diagnostics/read-rules.ts'
import type {Report} from '../diagnostics/report.ts'
import type {Locator} from '../tree/position.ts'
import type {SetAside} from '../tree/types.ts'

/** C0 and C1 controls but tab and the line ends; noncharacters, which XML refuses too. */
const controls = /(?![\t\n\r\u0085])[\p{Cc}\p{Noncharacter_Code_Point}]/gu
/** LRE, RLE, PDF, LRO, RLO. Isolates and marks are kept. @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing */
const overrides = /[\u202A-\u202E]/gu

/** Any of all that is looked for: most texts have none. */
const any = new RegExp(`${controls.source}|${overrides.source}|\uFFFD`, 'u')

/** Characters that no output may carry are set aside, each with a message for the first of its kind. */
export function setInvisiblesAside(
  text: string,
  at: Locator,
  report: Report
): SetAside[] {
  if (!any.test(text)) return []
  const lost = [...text.matchAll(/\uFFFD/gu)]
  const first = lost[0]
  if (first)
    report(
      replacementCharacter,
      {count: lost.length},
      {position: at.span(first.index, first.index + 1)}
    )
  const entries = [
    ...gather(text, controls, 'control-character', at),
    ...gather(text, overrides, 'bidi-control', at)
  ].sort((a, b) => a.position.start.offset - b.position.start.offset)
  const firsts = new Map<string, {entry: SetAside; count: number}>()
  for (const entry of entries) {
    const known = firsts.get(entry.value)
    if (known) known.count++
    else firsts.set(entry.value, {entry, count: 1})
  }
  for (const {entry, count} of firsts.values()) reportFirst(entry, count, report)
  return entries
}

/** Entries of what is set aside, cut around the invisible characters in them; both sorted. */
export function besideInvisibles(
  entries: readonly SetAside[],
  invisibles: readonly SetAside[],
  at: Locator
): SetAside[] {
  if (entries.length === 0) return [...invisibles]
  const out: SetAside[] = [...invisibles]
  let next = 0
  for (const entry of entries) {
    const base = entry.position.start.offset
    const end = entry.position.end.offset
    while ((invisibles[next]?.position.end.offset ?? end) < base) next++
    let from = base
    for (let n = next; from < end; n++) {
      const hole = invisibles[n]?.position
      const to = Math.max(from, Math.min(end, hole?.start.offset ?? end))
      const value = entry.value.slice(from - base, to - base)
      if (value.trim()) out.push({...entry, value, position: at.span(from, to)})
      from = to < end ? (hole?.end.offset ?? end) : end
    }
  }
  return out.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

function gather(text: string, pattern: RegExp, reason: string, at: Locator): SetAside[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: match[0],
    reason,
    position: at.span(match.index, match.index + match[0].length)
  }))
}

function reportFirst(entry: SetAside, count: number, report: Report): void {
  const rule = entry.reason === 'bidi-control' ? bidiControl : controlCharacter
  const code = `U+${(entry.value.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  report(rule, {code, count}, {position: entry.position})
}
