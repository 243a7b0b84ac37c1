/** A pattern of the simple form of RELAX NG, as `build/tei-patterns.mjs` writes it. */
export type WrittenPattern =
  | 'empty'
  | 'notAllowed'
  | 'text'
  | readonly ['choice' | 'group' | 'interleave', WrittenPattern, WrittenPattern]
  | readonly ['oneOrMore', WrittenPattern]
  | readonly ['list', WrittenPattern]
  | readonly ['attribute', name: string, WrittenPattern]
  | readonly ['ref', element: string]
  | readonly ['value', string]
  | readonly ['data', type: string, params: Readonly<Record<string, string>>]

/** What a document may be; and of each element its name and what it holds. */
export const grammar: {
  readonly start: WrittenPattern
  readonly elements: Readonly<Record<string, readonly [string, WrittenPattern]>>
}
