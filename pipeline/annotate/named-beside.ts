import {wordsOf} from '../language/words.ts'
import type {Inline} from '../tree/types.ts'

/** Who says a quotation, and the word that says so. */
export interface Named {
  readonly speaker: string
  readonly cue: string
}
/** Tells whether an id is that of somebody who can say something. */
export type People = (id: string) => boolean
interface Known {
  isVerb(word: string): boolean
  readonly people: People
}

/** Words between a quotation and the name of who says it, at most: an auxiliary, the verb, a title. */
const mostWords = 4

/**
 * The person whose name stands with a verb of saying right beside a quotation, in four orders: “…”, has
 * said mayor NAME; “…” NAME said; according to NAME, “…”; NAME, “…” said. Null where none does.
 */
export function namedBeside(
  nodes: readonly Inline[],
  index: number,
  known: Known
): Named | null {
  const person = (at: number): string | null => {
    const node = nodes[at]
    return node?.type === 'mention' && known.people(node.entity) ? node.entity : null
  }
  const words = (at: number): string[] | null => {
    const node = nodes[at]
    return node?.type === 'text' ? wordsOf(node.value).map(({text}) => text) : null
  }
  const after = clauseStart(nodes[index + 1])
  const before = clauseEnd(nodes[index - 1])
  const behind = person(index + 2)
  if (behind && after && nodes[index + 1]?.type === 'text') {
    const verb = after.whole
      ? after.words.slice(0, mostWords).find(known.isVerb)
      : undefined
    if (verb && after.words.length <= mostWords) return {speaker: behind, cue: verb}
    const next = words(index + 3)?.[0]
    if (after.words.length === 0 && next && known.isVerb(next))
      return {speaker: behind, cue: next}
  }
  const ahead = person(index - 2)
  if (!ahead || !before?.whole || before.words.length > 1) return null
  const lead = clauseEnd(nodes[index - 3])
    ?.words.slice(-mostWords)
    .find(known.isVerb)
  if (lead && (before.words[0]?.length ?? 0) <= 4) return {speaker: ahead, cue: lead}
  const last = after?.words[0]
  return before.words.length === 0 && last && known.isVerb(last)
    ? {speaker: ahead, cue: last}
    : null
}

interface Clause {
  readonly words: readonly string[]
  /** True where the node has no other sentence in it. */
  readonly whole: boolean
}

const sentenceMark = /[.!?\u061F;:\n]/u

/** The words of a text node up to the end of its first sentence. */
function clauseStart(node: Inline | undefined): Clause | null {
  if (node?.type !== 'text') return null
  const [first = '', ...rest] = node.value.split(sentenceMark)
  return {words: wordsOf(first).map(({text}) => text), whole: rest.length === 0}
}

/** The words of a text node since its last sentence began. */
function clauseEnd(node: Inline | undefined): Clause | null {
  if (node?.type !== 'text') return null
  const parts = node.value.split(sentenceMark)
  return {
    words: wordsOf(parts.at(-1) ?? '').map(({text}) => text),
    whole: parts.length === 1
  }
}
