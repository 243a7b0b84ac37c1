import fc from 'fast-check'
import {expect, test} from 'vitest'
import {countWords} from '../../pipeline/tree/text.ts'

const segmenter = new Intl.Segmenter('und', {granularity: 'word'})
const segmented = (text: string): number =>
  [...segmenter.segment(text)].filter(({isWordLike}) => isWordLike).length

/** What joins, parts or hides words: letters of several scripts, marks, joiners, signs between letters, kinds of space. */
const pieces = fc.constantFrom(
  ...'a B é 5 3.4 don’t well-known كلمة שלום слово คำไทย 漢字 かな カナ 한국 हिन्दी 👩‍👩‍👧 🇫🇷 🏽'.split(
    ' '
  ),
  ...[
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u200d',
    '\u200f',
    '\u00ad',
    '\u0301',
    '\u064b',
    '_',
    '.',
    ',',
    ':',
    "'",
    '-',
    '/',
    '\ud800'
  ]
)

const every = Array.from({length: 0x3000}, (_, code) =>
  String.fromCodePoint(code)
).filter((letter) => /[\p{L}\p{M}\p{Nd}]/u.test(letter))
const edges = fc.constantFrom(
  ...'" « » “ ” ( ) [ ] ! ? ؟ , ، ; ؛ . : … – — - _ \' ’ ·'.split(' '),
  ''
)

test('each letter, mark and digit between marks has the words that Intl finds in it', () => {
  for (const letter of every)
    for (const text of [`«${letter}»,`, `(ب${letter}a5)`, `${letter}${letter}.`])
      if (countWords(text) !== segmented(text))
        expect(countWords(text), text).toBe(segmented(text))
})

test('a run of letters between marks has the words that Intl finds in it', () => {
  const letters = fc.array(fc.constantFrom(...every), {minLength: 1, maxLength: 4})
  fc.assert(
    fc.property(edges, letters, edges, edges, (before, run, after, behind) => {
      const text = before + run.join('') + after + behind
      expect(countWords(text), text).toBe(segmented(text))
    }),
    {numRuns: 5_000}
  )
})

test('words are those that Intl finds in the whole text', () => {
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 24}), (parts) => {
      const text = parts.join('')
      expect(countWords(text)).toBe(segmented(text))
    }),
    {numRuns: 2_000}
  )
})
