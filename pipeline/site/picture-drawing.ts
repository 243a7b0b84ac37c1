import type {PictureFace} from '../source/renderer.ts'
import type {Article} from '../tree/types.ts'
import type {Citation} from './citation.ts'
import {setHeadline} from './headline-lines.ts'
import {type Html, html} from './html.ts'
import {pictureSize} from './social.ts'

const {width, height} = pictureSize
/** In pixels. */
const margin = 84
/** As the style of the pages has them: `--bg`, `--ink`, `--soft`, `--rule`. */
const colours = {
  paper: '#fdfdfb',
  ink: '#17191e',
  soft: '#555a64',
  rule: '#dfded8'
} as const

/** One line of words. */
interface Line {
  readonly text: string
  /** Of its base line. */
  readonly y: number
  readonly size: number
  readonly colour: string
  readonly face: PictureFace
  /** Which end of the line it stands at, in the direction of the article. */
  readonly at: 'start' | 'end'
}

/** What a picture is set with. */
export interface Setting {
  readonly faces: {
    readonly text: readonly PictureFace[]
    readonly label: readonly PictureFace[]
  }
  /** How wide a drawing is, in pixels. */
  measure(svg: string, face: PictureFace): number
}

/** A drawing without the rows of the picture that are blank. */
export interface Drawing {
  readonly svg: string
  /** The row of the drawing that stands at each row of the picture. */
  readonly rows: readonly number[]
}

/**
 * The picture of an article: publisher, headline, date and edition on paper. A line is left out
 * where no face has each of its letters.
 */
export function drawPicture(
  citation: Citation,
  direction: Article['dir'],
  setting: Setting
): Drawing {
  const lines = [
    ...headlineLines(printable(citation.title), direction, setting),
    ...label(citation.publisher, {...above, colour: colours.ink}, setting),
    ...label(citation.date, {...below, at: 'start'}, setting),
    ...label(citation.edition, {...below, at: 'end'}, setting)
  ]
  const {rows, rowAt} = drawnRows([...rules, ...lines.map(extentOf)])
  const content = html`<rect width="${width}" height="${height}" fill="${colours.paper}"/>
${rules.map(({from, to, colour}) => html`<rect x="${margin}" y="${rowAt(from)}" width="${width - 2 * margin}" height="${to - from}" fill="${colour}"/>\n`)}${lines.map((line) => set({...line, y: rowAt(line.y)}, direction))}`
  return {svg: svg(content, Math.max(...rows) + 1), rows}
}

/** Rows of the picture, the last of them excluded. */
interface Extent {
  readonly from: number
  readonly to: number
}

/** The rules across the paper. */
const rules = [
  {from: 140, to: 142, colour: colours.ink},
  {from: 146, to: 147, colour: colours.ink},
  {from: height - 116, to: height - 115, colour: colours.rule}
] as const

/** Where the letters of a line may stand; none of our faces reaches as far. */
const extentOf = ({y, size}: Line): Extent => ({
  from: Math.floor(y - 1.5 * size),
  to: Math.ceil(y + 0.75 * size)
})

/**
 * Which rows are drawn: those where something stands, behind one blank row that stands for all others. A drawing
 * of half the height takes half the time.
 */
function drawnRows(extents: readonly Extent[]) {
  const rows: number[] = []
  let drawn = 1
  for (let row = 0; row < height; row++) {
    const isBlank = !extents.some(({from, to}) => from <= row && row < to)
    rows.push(isBlank ? 0 : drawn++)
  }
  /** Where a place of the picture is in the drawing, between rows too. */
  const rowAt = (y: number): number => y - Math.floor(y) + (rows[Math.floor(y)] ?? 0)
  return {rows, rowAt}
}

const above = {y: 106, at: 'start'} as const
const below = {y: height - 62, colour: colours.soft} as const
/** At what size words are measured. */
const plain = {y: 300, size: 100, colour: colours.ink, at: 'start'} as const

const svg = (content: Html, rows: number): string =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${rows}">
${content}</svg>
`.html

/** The headline in the middle between the rules. */
function headlineLines(
  headline: string,
  direction: Article['dir'],
  {faces, measure}: Setting
): Line[] {
  const face = faceFor(headline, faces.text)
  if (!face) return []
  const {lines, size} = setHeadline(
    headline,
    width - 2 * margin,
    (text) => measure(svg(set({...plain, text, face}, 'ltr'), height), face) / plain.size
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
    colour: colours.ink,
    face,
    at: 'start'
  }))
}

/** At most so many letters stand beside each other without touching. */
const longestLabel = 34

function label(
  text: string | undefined,
  place: Pick<Line, 'y' | 'at' | 'colour'>,
  {faces}: Setting
): Line[] {
  if (text === undefined) return []
  const letters = Array.from(printable(text))
  const shown =
    letters.length > longestLabel
      ? `${letters.slice(0, longestLabel).join('').trimEnd()}…`
      : letters.join('')
  const face = faceFor(shown, [...faces.label, ...faces.text])
  return face ? [{...place, text: shown, size: 28, face}] : []
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

/** One line, isolated in its own direction: the renderer itself takes every line for left-to-right. */
function set({text, y, size, colour, face, at}: Line, direction: Article['dir']): Html {
  const isLeft = (at === 'start') === (direction === 'ltr')
  const x = isLeft ? margin : width - margin
  // RIGHT-TO-LEFT EMBEDDING and POP DIRECTIONAL FORMATTING
  const [opening, closing] = direction === 'rtl' ? ['\u202b', '\u202c'] : ['', '']
  return html`<text x="${x}" y="${y}" text-anchor="${isLeft ? 'start' : 'end'}" font-family="${face.family}" font-weight="${face.weight}" font-size="${size}" fill="${colour}">${opening}${text}${closing}</text>
`
}

/** Without what a line of XML cannot hold, and without marks of direction, which end with their line. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
