import fc from 'fast-check'

/** A place of a text, how many code units go there, and what is put in. */
interface Edit {
  readonly at: number
  readonly removed: number
  readonly put: string
}

/** Some edits of a text, at least one. @param bits what may be put in, with bars between */
export const editsOf = (
  text: string,
  bits: string,
  maxLength: number
): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      at: fc.nat(text.length),
      removed: fc.nat(2),
      put: fc.constantFrom('', ...bits.split('|'))
    }),
    {minLength: 1, maxLength}
  )

/** A text after edits, one after the other. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  edits.reduce(
    (before, {at, removed, put}) =>
      before.slice(0, at) + put + before.slice(at + removed),
    text
  )
