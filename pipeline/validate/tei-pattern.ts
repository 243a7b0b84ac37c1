import type {WrittenPattern} from '#tei-patterns'
import {type Leaf, leafOf} from './tei-values.ts'

/** What may stand from some place of a document on; the same patterns are one object, so that what follows from them is worked out once. */
export type Pattern = Shape & {
  readonly number: number
  /** Whether nothing need stand there. */
  readonly nullable: boolean
  /** What was worked out: what may follow what, and the pattern without attributes. */
  readonly known: Record<Taken, Map<string, readonly Taking[]>>
  closed?: Pattern
}

type Shape =
  | {readonly kind: 'empty' | 'notAllowed' | 'text'}
  | {readonly kind: Pair; readonly one: Pattern; readonly two: Pattern}
  | {readonly kind: 'oneOrMore'; readonly one: Pattern}
  | {readonly kind: 'attribute'; readonly name: string; readonly one: Pattern}
  | {readonly kind: 'element'; readonly name: string; readonly of: string}
  | {readonly kind: 'leaf'; readonly leaf: Leaf}

export type Pair = 'choice' | 'group' | 'interleave'

/** What is taken; words have no name. */
export type Taken = 'element' | 'attribute' | 'words'

/** A way to take an element, an attribute or words: what these have to be, and what follows. */
export interface Taking {
  readonly inner: Pattern
  readonly rest: Pattern
}

/** Makes patterns. */
export interface PatternMaker {
  readonly empty: Pattern
  readonly notAllowed: Pattern
  choice(one: Pattern, two: Pattern): Pattern
  group(one: Pattern, two: Pattern): Pattern
  interleave(one: Pattern, two: Pattern): Pattern
  oneOrMore(one: Pattern): Pattern
  /** A pattern of the grammar. */
  read(written: WrittenPattern): Pattern
}

type Once = (key: string, nullable: boolean, shape: Shape) => Pattern

/** Makes each pattern once, as simple as can be. @param nameOf the name that elements of a definition have */
export function createPatterns(nameOf: (element: string) => string): PatternMaker {
  const made = new Map<string, Pattern>()
  const once: Once = (key, nullable, shape) => {
    const same = made.get(key)
    if (same) return same
    const known: Pattern['known'] = {
      element: new Map(),
      attribute: new Map(),
      words: new Map()
    }
    const pattern = {...shape, number: made.size, nullable, known}
    made.set(key, pattern)
    return pattern
  }
  const joining = createJoining(once)
  const read = createReading(once, joining, nameOf)
  return {...joining, read}
}

type Joining = Omit<PatternMaker, 'read'>

function createJoining(once: Once): Joining {
  const empty = once('empty', true, {kind: 'empty'})
  const notAllowed = once('notAllowed', false, {kind: 'notAllowed'})
  const pair = (kind: Pair, one: Pattern, two: Pattern): Pattern => {
    const nullable =
      kind === 'choice' ? one.nullable || two.nullable : one.nullable && two.nullable
    return once(`${kind} ${one.number} ${two.number}`, nullable, {kind, one, two})
  }
  const joined =
    (kind: Pair) =>
    (one: Pattern, two: Pattern): Pattern => {
      if (one === notAllowed || two === notAllowed) return notAllowed
      if (one === empty) return two
      return two === empty ? one : pair(kind, one, two)
    }
  return {
    empty,
    notAllowed,
    choice(one, two) {
      if (one === notAllowed || has(two, one)) return two
      return two === notAllowed || has(one, two) ? one : pair('choice', one, two)
    },
    group: joined('group'),
    interleave: joined('interleave'),
    oneOrMore: (one) =>
      one === empty || one === notAllowed
        ? one
        : once(`oneOrMore ${one.number}`, one.nullable, {kind: 'oneOrMore', one})
  }
}

const has = (all: Pattern, each: Pattern): boolean =>
  all === each || (all.kind === 'choice' && (has(all.one, each) || has(all.two, each)))

function createReading(
  once: Once,
  joining: Joining,
  nameOf: (element: string) => string
): PatternMaker['read'] {
  const read: PatternMaker['read'] = (written) => {
    if (written === 'empty' || written === 'notAllowed') return joining[written]
    if (written === 'text') return once('text', true, {kind: 'text'})
    switch (written[0]) {
      case 'choice':
      case 'group':
      case 'interleave':
        return joining[written[0]](read(written[1]), read(written[2]))
      case 'oneOrMore':
        return joining.oneOrMore(read(written[1]))
      case 'attribute': {
        const [kind, name, value] = written
        const one = read(value)
        const key = `attribute ${name} ${one.number}`
        return once(key, false, {kind, name, one})
      }
      case 'ref': {
        const [, of] = written
        return once(`ref ${of}`, false, {kind: 'element', name: nameOf(of), of})
      }
      default:
        return once(JSON.stringify(written), false, {kind: 'leaf', leaf: leafOf(written)})
    }
  }
  return read
}
