/** `schemas/tei-warraq.rng` as the validator reads it, converted by `tools/make-tei-grammar.ts`. */
export const grammar: object
