import type {Element} from 'hast'
import {isUnsafe, readAddress} from './addresses.ts'
import {attribute} from './parse.ts'
import {pageSpan, type Surroundings, spanOf} from './surroundings.ts'

/** A link of the page. */
export interface Anchor {
  /** First and one-past-last UTF-16 code unit in the page. */
  readonly start: number
  readonly end: number
  readonly url: string | null
  /** Index of the line that it leads to, within the page. */
  readonly line: number | null
  /** True where its address would run code or carry data; it is left out. */
  readonly isUnsafe: boolean
}

/** The links of a page in its order, none within another; a link in a link ends the outer one. */
export function findAnchors(at: Surroundings, base: string | null): Anchor[] {
  const targets = targetsOf(at)
  const anchors: Anchor[] = []
  for (const element of at.parents.keys()) {
    const written = element.tagName === 'a' ? attribute(element, 'href') : ''
    const span = written ? spanOf(element) : null
    if (!span) continue
    const line = written.startsWith('#') ? (targets.get(idIn(written)) ?? null) : null
    const isLost = written === '#' || (written.startsWith('#') && base === null)
    const url = isLost ? null : readAddress(written, base)
    anchors.push({...span, url, line, isUnsafe: isUnsafe(written)})
  }
  anchors.sort((a, b) => a.start - b.start)
  return anchors.map((anchor, n) => ({
    ...anchor,
    end: Math.min(anchor.end, anchors[n + 1]?.start ?? anchor.end)
  }))
}

function idIn(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1))
  } catch {
    return fragment.slice(1)
  }
}

/** For each anchor of the page the first line at or behind it. */
function targetsOf({page, parents}: Surroundings): Map<string, number> {
  const named: {id: string; start: number}[] = []
  for (const element of parents.keys()) {
    const id = nameOf(element)
    const span = id ? spanOf(element) : null
    if (span) named.push({id, start: span.start})
  }
  named.sort((a, b) => a.start - b.start)
  const targets = new Map<string, number>()
  let line = 0
  for (const {id, start} of named) {
    while (line < page.lines.length && endOf(page, line) <= start) line++
    if (!targets.has(id) && line < page.lines.length) targets.set(id, line)
  }
  return targets
}

const endOf = ({lines}: Surroundings['page'], n: number): number => {
  const line = lines[n]
  return line ? pageSpan(line).end : 0
}

const nameOf = (element: Element): string =>
  attribute(element, 'id') || (element.tagName === 'a' ? attribute(element, 'name') : '')
