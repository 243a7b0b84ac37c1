import fc from 'fast-check'
import {materialOf, tokens} from './material.ts'

/** A change of a text; places are shares of its length, so that they stay places when it shrinks. */
type Edit = (text: string) => string

const place = fc.nat({max: 9_999}).map((share) => share / 10_000)
const at = (text: string, share: number): number => Math.floor(text.length * share)
const token = fc.constantFrom(...tokens)
const splice = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to)

const insertion = fc
  .tuple(
    place,
    fc.oneof(
      {weight: 4, arbitrary: token},
      {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})}
    )
  )
  .map(
    ([share, word]): Edit =>
      (text) =>
        splice(text, at(text, share), at(text, share), word)
  )

const repetition = fc.tuple(place, token, fc.integer({min: 2, max: 300})).map(
  ([share, word, times]): Edit =>
    (text) =>
      splice(text, at(text, share), at(text, share), word.repeat(times))
)

const deletion = fc.tuple(place, fc.integer({min: 1, max: 400})).map(
  ([share, length]): Edit =>
    (text) =>
      splice(text, at(text, share), at(text, share) + length, '')
)

const replacement = fc.tuple(place, token).map(
  ([share, word]): Edit =>
    (text) =>
      splice(text, at(text, share), at(text, share) + word.length, word)
)

/** Lines trade places, or one stands there again. */
const shuffle = fc.tuple(place, place, fc.boolean()).map(
  ([from, to, isCopy]): Edit =>
    (text) => {
      const lines = text.split('\n')
      const [line = ''] = lines.splice(Math.floor(lines.length * from), isCopy ? 0 : 1)
      lines.splice(
        Math.floor(lines.length * to),
        0,
        isCopy ? (lines[Math.floor(lines.length * from)] ?? '') : line
      )
      return lines.join('\n')
    }
)

const lineEnds = fc.constantFrom('\r\n', '\r', '\u2028', '\n\n', ' ').map(
  (end): Edit =>
    (text) =>
      text.replaceAll('\n', end)
)

const cut = fc.tuple(place, place).map(
  ([one, other]): Edit =>
    (text) =>
      text.slice(at(text, Math.min(one, other)), at(text, Math.max(one, other)) + 1)
)

const oddities: readonly Edit[] = [
  (text) => text.toUpperCase(),
  (text) => [...text].reverse().join(''),
  (text) => text.normalize('NFKD'),
  (text) => text.replace(/\s/gu, ''),
  (text) => text + text,
  (text) => `\ufeff${text}`
]

/**
 * Longer results are cut: what breaks on much text is looked for by growth, not here. Most are short, so that
 * many can be tried; a few are as long as articles are.
 */
const lengths = fc.oneof(
  {weight: 6, arbitrary: fc.constant(700)},
  {weight: 2, arbitrary: fc.constant(2_500)},
  {weight: 1, arbitrary: fc.constant(20_000)}
)

/** Bytes of a source as somebody could have sent it: one of our files, changed; or nothing but noise. */
export const mutated = (ending: string): fc.Arbitrary<Uint8Array> =>
  changedFrom(materialOf(ending))

/** One of these files, changed; or nothing but noise. */
export function changedFrom(files: readonly Buffer[]): fc.Arbitrary<Uint8Array> {
  const noise = fc.uint8Array({maxLength: 300})
  const scrap = fc
    .array(fc.oneof(token, fc.string({unit: 'grapheme', maxLength: 30})), {maxLength: 60})
    .map((words) => new TextEncoder().encode(words.join('')))
  if (files.length === 0) return fc.oneof(noise, scrap)
  const file = fc.constantFrom(...files.map(materialFrom))
  const transplant = fc.tuple(place, file, place, fc.integer({min: 1, max: 600})).map(
    ([share, {text: words}, from, length]): Edit =>
      (text) =>
        splice(
          text,
          at(text, share),
          at(text, share),
          words.slice(at(words, from), at(words, from) + length)
        )
  )
  const edit = fc.oneof(
    {weight: 6, arbitrary: insertion},
    {weight: 2, arbitrary: repetition},
    {weight: 3, arbitrary: deletion},
    {weight: 4, arbitrary: replacement},
    {weight: 2, arbitrary: shuffle},
    {weight: 3, arbitrary: transplant},
    {weight: 1, arbitrary: lineEnds},
    {weight: 2, arbitrary: cut},
    {weight: 1, arbitrary: fc.constantFrom(...oddities)}
  )
  const changed = fc
    .tuple(
      file,
      fc.array(edit, {maxLength: 12}),
      lengths,
      fc.oneof(fc.constant(0), place)
    )
    .map(([{text: whole, encoding}, edits, longest, share]) => {
      // A page has its article in the middle: half of the cases begin somewhere.
      const from = at(whole, share)
      const text = edits.reduce(
        (before, change) => change(before).slice(0, longest),
        whole.slice(from, from + longest)
      )
      return new Uint8Array(Buffer.from(text, encoding))
    })
  const flipped = fc
    .tuple(
      changed,
      fc.array(fc.tuple(place, fc.nat({max: 255})), {minLength: 1, maxLength: 4})
    )
    .map(([bytes, flips]) => {
      const copy = Uint8Array.from(bytes)
      for (const [share, value] of flips) copy[Math.floor(copy.length * share)] = value
      return copy
    })
  return fc.oneof(
    {weight: 16, arbitrary: changed},
    {weight: 2, arbitrary: flipped},
    {weight: 1, arbitrary: scrap},
    {weight: 1, arbitrary: noise}
  )
}

/** A file as text to be changed: an archive, or a text in an old encoding, a character a byte. */
function materialFrom(bytes: Buffer): {
  readonly text: string
  readonly encoding: 'utf8' | 'latin1'
} {
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), encoding: 'utf8'}
  } catch {
    // A TypeError: it is no UTF-8.
    return {text: bytes.toString('latin1'), encoding: 'latin1'}
  }
}
