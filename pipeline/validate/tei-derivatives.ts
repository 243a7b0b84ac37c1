import type {WrittenPattern} from '#tei-patterns'
import {
  createPatterns,
  type Pair,
  type Pattern,
  type PatternMaker,
  type Taken,
  type Taking
} from './tei-pattern.ts'

interface WrittenGrammar {
  readonly start: WrittenPattern
  readonly elements: Readonly<Record<string, readonly [string, WrittenPattern]>>
}

interface Wanted {
  readonly taken: Taken
  readonly name: string
}

/**
 * The derivatives of a grammar, each of which is worked out when it is first asked for and kept: after an article
 * or two every step is a look into a table.
 * @see https://relaxng.org/jclark/derivative.html James Clark, An algorithm for RELAX NG validation
 */
export class Derivatives {
  readonly start: Pattern
  readonly make: PatternMaker
  private readonly contents = new Map<string, Pattern>()
  private readonly grammar: WrittenGrammar

  constructor(grammar: WrittenGrammar) {
    this.grammar = grammar
    this.make = createPatterns((of) => grammar.elements[of]?.[0] ?? '')
    this.start = this.make.read(grammar.start)
  }

  /** Every way to take what has a name; ways with the same rest are one. */
  takings(pattern: Pattern, taken: Taken, name: string): readonly Taking[] {
    const known = pattern.known[taken]
    return known.get(name) ?? this.find(pattern, taken, name)
  }

  private find(pattern: Pattern, taken: Taken, name: string): readonly Taking[] {
    const found: Taking[] = []
    for (const {inner, rest} of this.waysOf(pattern, taken, name)) {
      const same = found.findIndex((each) => each.rest === rest)
      const before = found[same]
      if (before) found[same] = {inner: this.make.choice(before.inner, inner), rest}
      else found.push({inner, rest})
    }
    pattern.known[taken].set(name, found)
    return found
  }

  /** What is left at the end of a start tag, where an attribute that is still wanted is missing. */
  withoutAttributes(pattern: Pattern): Pattern {
    pattern.closed ??= this.close(pattern)
    return pattern.closed
  }

  private waysOf(pattern: Pattern, taken: Taken, name: string): readonly Taking[] {
    const {empty, group, choice} = this.make
    switch (pattern.kind) {
      case 'empty':
      case 'notAllowed':
        return []
      case 'text':
        return taken === 'words' ? [{inner: pattern, rest: pattern}] : []
      case 'leaf':
        return taken === 'words' ? [{inner: pattern, rest: empty}] : []
      case 'attribute':
      case 'element': {
        if (taken !== pattern.kind || name !== pattern.name) return []
        const inner =
          pattern.kind === 'attribute' ? pattern.one : this.contentOf(pattern.of)
        return [{inner, rest: empty}]
      }
      case 'oneOrMore':
        return this.followed(pattern.one, {taken, name}, (rest) =>
          group(rest, choice(pattern, empty))
        )
      case 'choice':
        return [
          ...this.takings(pattern.one, taken, name),
          ...this.takings(pattern.two, taken, name)
        ]
      case 'group':
      case 'interleave':
        return this.waysOfPair(pattern, {taken, name})
    }
  }

  /** Attributes come in any order; of other things what stands behind is only taken where nothing before it is wanted. */
  private waysOfPair(
    {kind, one, two}: Pattern & {readonly kind: Pair},
    wanted: Wanted
  ): Taking[] {
    const both = kind === 'interleave' ? this.make.interleave : this.make.group
    const first = this.followed(one, wanted, (rest) => both(rest, two))
    if (kind === 'interleave' || wanted.taken === 'attribute')
      return [...first, ...this.followed(two, wanted, (rest) => both(one, rest))]
    return one.nullable
      ? [...first, ...this.takings(two, wanted.taken, wanted.name)]
      : first
  }

  private followed(
    pattern: Pattern,
    {taken, name}: Wanted,
    by: (rest: Pattern) => Pattern
  ): Taking[] {
    return this.takings(pattern, taken, name).map(({inner, rest}) => ({
      inner,
      rest: by(rest)
    }))
  }

  private contentOf(element: string): Pattern {
    const [, written = 'notAllowed'] = this.grammar.elements[element] ?? []
    const content = this.contents.get(element) ?? this.make.read(written)
    this.contents.set(element, content)
    return content
  }

  private close(pattern: Pattern): Pattern {
    switch (pattern.kind) {
      case 'attribute':
        return this.make.notAllowed
      case 'oneOrMore':
        return this.make.oneOrMore(this.withoutAttributes(pattern.one))
      case 'choice':
      case 'group':
      case 'interleave': {
        const [one, two] = [pattern.one, pattern.two]
        return this.make[pattern.kind](
          this.withoutAttributes(one),
          this.withoutAttributes(two)
        )
      }
      default:
        return pattern
    }
  }
}
