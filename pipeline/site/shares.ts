import {countWords, spokenText, utterancesOf} from '../tree/text.ts'
import type {Dialogue, Turn} from '../tree/types.ts'
import {type Html, html} from './html.ts'
import type {TextContext} from './inline.ts'
import {barPlot} from './plots.ts'
import {fill, number, percent} from './words.ts'

/** Colours told apart by a class; from the seventh speaker on they come again. */
const colours = 6

/** The number of each speaker, by first turn, from 1; its class is `v1` to `v6`. */
export function voicesOf(dialogue: Dialogue): ReadonlyMap<string, number> {
  const voices = new Map<string, number>()
  for (const child of dialogue.children) {
    if (child.type !== 'turn' || child.speaker === null || voices.has(child.speaker))
      continue
    voices.set(child.speaker, (voices.size % colours) + 1)
  }
  return voices
}

/** Words of a turn, stage directions not counted. */
const wordsIn = (turn: Turn): number =>
  utterancesOf(turn).reduce(
    (sum, {children}) => sum + countWords(spokenText(children)),
    0
  )

interface Share {
  readonly speaker: string | null
  readonly turns: number
  readonly words: number
  readonly longest: {readonly turn: Turn; readonly words: number}
}

/** The speech strip and, as its accessible form, the table of shares. */
export function shares(
  dialogue: Dialogue,
  voices: ReadonlyMap<string, number>,
  context: TextContext
): Html {
  const counted = dialogue.children.flatMap((child) =>
    child.type === 'turn' ? [{turn: child, words: wordsIn(child)}] : []
  )
  if (counted.length < 3 || counted.length > stripLimit) return html``
  const {ui} = context
  const {words} = ui
  const all = sharesOf(counted)
  const total = counted.reduce((sum, each) => sum + each.words, 0)
  const heads = [words.speaker, words.turns, words.wordsHeading]
  return html`<figure class="share" lang="${ui.tag}" dir="${ui.dir}">
${strip(counted, voices, ui.dir)}
<p class="ends" aria-hidden="true"><span>${fill(words.turn, 1)}</span><span>${fill(words.turn, counted.length)}</span></p>
<table><caption>${words.shares}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}<th scope="col" class="wide">${words.ofWords}</th><th scope="col">${words.longest}</th></tr></thead>
<tbody>
${all.map((share) => row(share, {total, voices, context}))}</tbody></table>
<figcaption>${words.sharesNote}</figcaption>
</figure>`
}

function sharesOf(counted: readonly {turn: Turn; words: number}[]): Share[] {
  const shares = new Map<string | null, Share>()
  for (const each of counted) {
    const {speaker} = each.turn
    const known = shares.get(speaker)
    shares.set(speaker, {
      speaker,
      turns: (known?.turns ?? 0) + 1,
      words: (known?.words ?? 0) + each.words,
      longest: known && known.longest.words >= each.words ? known.longest : each
    })
  }
  return [...shares.values()]
}

function row(
  {speaker, turns, words, longest}: Share,
  {
    total,
    voices,
    context
  }: {total: number; voices: ReadonlyMap<string, number>; context: TextContext}
): Html {
  const {article, ui, entities} = context
  const name = entities.get(speaker ?? '')?.name
  const voice = `v${voices.get(speaker ?? '') ?? 0}`
  const share = total === 0 ? 0 : words / total
  const longestLabel = `${fill(ui.words.turn, longest.turn.n)}: ${number(longest.words, ui)}`
  return html`<tr><th scope="row" class="${voice}">${name === undefined ? ui.words.unknownSpeaker : html`<bdi lang="${article.language}">${name}</bdi>`}</th><td>${number(turns, ui)}</td><td>${number(words, ui)}</td><td class="wide">${barPlot(share, ui.dir, voice)}<span>${percent(share, ui)}</span></td><td><a href="#${longest.turn.id}" aria-label="${longestLabel}">${number(longest.words, ui)}</a></td></tr>\n`
}

/** More columns than this cannot be told apart on any screen. */
const stripLimit = 1500

/** Height of the tallest column; two speakers grow away from the axis, more stand on it. */
const height = 80

/** Columns of all turns in the order of reading, the first at the side where reading starts. */
function strip(
  counted: readonly {turn: Turn; words: number}[],
  voices: ReadonlyMap<string, number>,
  dir: 'rtl' | 'ltr'
): Html {
  const tallest = counted.reduce((most, {words}) => Math.max(most, words), 1)
  const isPair = voices.size === 2
  const below = isPair ? tallestOf(counted, voices, 2) : 0
  const scale = height / (isPair ? tallestOf(counted, voices, 1) + below : tallest)
  const axis = height - below * scale
  const columns = counted.map(({turn, words}, n) => {
    const voice = voices.get(turn.speaker ?? '') ?? 0
    const x = dir === 'rtl' ? counted.length - 1 - n : n
    const tall = Math.max(words * scale, 1.2)
    const y = isPair && voice === 2 ? axis + 1 : axis - tall
    return html`<a href="#${turn.id}" tabindex="-1"><rect class="hit" x="${x}" y="0" width="1" height="${height + 4}"/><rect class="v${voice}" x="${(x + 0.14).toFixed(2)}" y="${y.toFixed(1)}" width="0.72" height="${tall.toFixed(1)}"/></a>`
  })
  return html`<svg class="strip" viewBox="0 -2 ${counted.length} ${height + 6}" preserveAspectRatio="none" aria-hidden="true"><path class="axis" d="M0 ${(axis + 0.5).toFixed(1)}H${counted.length}"/>${columns}</svg>`
}

const tallestOf = (
  counted: readonly {turn: Turn; words: number}[],
  voices: ReadonlyMap<string, number>,
  voice: number
): number =>
  counted.reduce(
    (most, {turn, words}) =>
      voices.get(turn.speaker ?? '') === voice ? Math.max(most, words) : most,
    1
  )
