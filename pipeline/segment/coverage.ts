import type {Reading} from '../source/reading.ts'
import type {Node} from '../tree/guards.ts'
import type {Article, Position} from '../tree/types.ts'

/** One of the spans that account for the text of a source. */
export interface Claim {
  readonly start: number
  readonly end: number
  /** Id of the block of a leaf, or what else it is, with its id or field. */
  readonly owner: string
}

/**
 * The spans that account for a source: leaves, labels, stated facts, what is set aside; in the order
 * of the text. Each character that is not white space must lie in exactly one of them.
 */
function claims(article: Article): Claim[] {
  const list: Claim[] = []
  const add = ({start, end}: Position, owner: string): void => {
    list.push({start: start.offset, end: end.offset, owner})
  }
  const visit = (node: Node, owner: string): void => {
    if (node.type === 'text') add(node.position, owner)
    else if ('children' in node) {
      if (node.type === 'turn' && node.label)
        add(node.label.position, `label of ${node.id}`)
      for (const child of node.children) visit(child, 'id' in node ? node.id : owner)
    }
  }
  visit(article, article.id)
  for (const [field, facts] of Object.entries(article.metadata)) {
    for (const fact of facts)
      if (fact.basis === 'stated' && fact.position) add(fact.position, `fact ${field}`)
  }
  for (const entry of article.source.setAside)
    add(entry.position, `set aside as ${entry.reason}`)
  return list.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** What is wrong with the accounting of a source; empty where each character lies in exactly one span. */
export function findUnaccounted(
  article: Article,
  reading: Pick<Reading, 'text'>
): string[] {
  const faults: string[] = []
  let at = 0
  for (const claim of claims(article)) {
    if (claim.start < at)
      faults.push(
        `${claim.owner} (${claim.start}–${claim.end}) overlaps what ends at ${at}`
      )
    const lost = ink(reading.text.slice(at, Math.max(at, claim.start)))
    if (lost) faults.push(`lost \`${lost}\` before ${claim.owner} at ${claim.start}`)
    at = Math.max(at, claim.end)
  }
  const rest = ink(reading.text.slice(at))
  if (rest) faults.push(`lost \`${rest}\` at the end, from ${at}`)
  return faults
}

/** What of a text is not white space; NEL is a line end of ours, though not of JavaScript's. */
const ink = (text: string): string =>
  text === '\n' || text === '' || text === '\n\n'
    ? ''
    : text
        .replace(/[\s\u0085]+/gu, ' ')
        .trim()
        .slice(0, 40)
