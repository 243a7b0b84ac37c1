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

/**
 * The picture of an article as SVG: publisher, headline, date and edition on paper. A line is left out
 * where no face has each of its letters.
 */
export function drawPicture(
  citation: Citation,
  direction: Article['dir'],
  setting: Setting
): string {
  const lines = [
    ...headlineLines(printable(citation.title), direction, setting),
    ...label(citation.publisher, {...above, colour: colours.ink}, setting),
    ...label(citation.date, {...below, at: 'start'}, setting),
    ...label(citation.edition, {...below, at: 'end'}, setting)
  ]
  return svg(html`<rect width="${width}" height="${height}" fill="${colours.paper}"/>
<rect x="${margin}" y="140" width="${width - 2 * margin}" height="2" fill="${colours.ink}"/>
<rect x="${margin}" y="146" width="${width - 2 * margin}" height="1" fill="${colours.ink}"/>
<rect x="${margin}" y="${height - 116}" width="${width - 2 * margin}" height="1" fill="${colours.rule}"/>
${lines.map((line) => set(line, direction))}`)
}

const above = {y: 106, at: 'start'} as const
const below = {y: height - 62, colour: colours.soft} as const
/** At what size words are measured. */
const plain = {y: 300, size: 100, colour: colours.ink, at: 'start'} as const

const svg = (content: Html): string =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
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
    (text) => measure(svg(set({...plain, text, face}, 'ltr')), face) / plain.size
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
