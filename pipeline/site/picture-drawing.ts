import type {OpenFace, PictureFace, PictureFaces} from '../source/picture-faces.ts'
import type {Article} from '../tree/types.ts'
import type {Citation} from './citation.ts'
import {setHeadline} from './headline-lines.ts'
import {fullInk, type Paper, paletteOf} from './paper.ts'
import {printText, setText} from './picture-text.ts'
import {pictureSize} from './social.ts'

const {width, height} = pictureSize
/** In pixels. */
const margin = 84
/** As the style of the pages has them: `--bg`, then `--ink`, `--soft`, `--rule`. */
const colours = paletteOf(0xfdfdfb, [0x17191e, 0x555a64, 0xdfded8])
const inks = {ink: 0, soft: 1, rule: 2} as const

/** One line of words. */
interface Line {
  readonly text: string
  /** Of its base line. */
  readonly y: number
  readonly size: number
  readonly ink: number
  readonly face: OpenFace
  /** Which end of the line it stands at, in the direction of the article. */
  readonly at: 'start' | 'end'
}

/**
 * The picture of an article: publisher, headline, date and edition on paper. A line is left out
 * where no face has each of its letters.
 */
export function drawPicture(
  citation: Citation,
  direction: Article['dir'],
  faces: PictureFaces
): Paper {
  const paper = {width, height, rows: ruled().slice(), colours}
  const lines = [
    ...headlineLines(printable(citation.title), direction, faces),
    ...label(citation.publisher, {...above, ink: inks.ink}, faces),
    ...label(citation.date, {...below, at: 'start'}, faces),
    ...label(citation.edition, {...below, at: 'end'}, faces)
  ]
  for (const {text, face, at, ...line} of lines) {
    const set = setText(text, face, direction)
    const isLeft = (at === 'start') === (direction === 'ltr')
    const x = isLeft ? margin : width - margin - (set.width * line.size) / face.unitsPerEm
    printText(paper, set, {...line, x})
  }
  return paper
}

/** The rules across the paper. */
const rules = [
  {from: 140, to: 142, ink: inks.ink},
  {from: 146, to: 147, ink: inks.ink},
  {from: height - 116, to: height - 115, ink: inks.rule}
] as const

let ruledRows: Uint8Array | undefined

/** The rows of a paper with nothing but its rules. */
function ruled(): Uint8Array {
  if (ruledRows) return ruledRows
  ruledRows = new Uint8Array((width + 1) * height)
  for (const {from, to, ink} of rules)
    for (let row = from; row < to; row++) {
      const begin = row * (width + 1) + 1
      ruledRows.fill(fullInk(ink), begin + margin, begin + width - margin)
    }
  return ruledRows
}

const above = {y: 106, at: 'start'} as const
const below = {y: height - 62, ink: inks.soft} as const

/** The headline in the middle between the rules. */
function headlineLines(
  headline: string,
  direction: Article['dir'],
  faces: PictureFaces
): Line[] {
  const face = faceFor(headline, faces.text)?.open()
  if (!face) return []
  const {lines, size} = setHeadline(
    headline,
    width - 2 * margin,
    (text) => setText(text, face, direction).width / face.unitsPerEm
  )
  const leading = size * (direction === 'rtl' ? 1.38 : 1.24)
  const middle = (147 + height - 116) / 2
  const first =
    middle -
    (leading * (lines.length - 1)) / 2 +
    size * (direction === 'rtl' ? 0.24 : 0.33)
  return lines.map((text, n) => ({
    text,
    y: first + n * leading,
    size,
    ink: inks.ink,
    face,
    at: 'start'
  }))
}

/** At most so many letters stand beside each other without touching. */
const longestLabel = 34

function label(
  text: string | undefined,
  place: Pick<Line, 'y' | 'at' | 'ink'>,
  faces: PictureFaces
): Line[] {
  if (text === undefined) return []
  const letters = Array.from(printable(text))
  const shown =
    letters.length > longestLabel
      ? `${letters.slice(0, longestLabel).join('').trimEnd()}…`
      : letters.join('')
  const face = faceFor(shown, [...faces.label, ...faces.text])
  return face ? [{...place, text: shown, size: 28, face: face.open()}] : []
}

/** The first face that has every letter of a text, so that no line is drawn in two. */
export const faceFor = (
  text: string,
  faces: readonly PictureFace[]
): PictureFace | undefined =>
  faces.find(({ranges}) =>
    Array.from(text, (letter) => letter.codePointAt(0) ?? 0).every((code) =>
      ranges.some(([first, last]) => first <= code && code <= last)
    )
  )

/** Without control characters and marks of direction, which end with their line. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
