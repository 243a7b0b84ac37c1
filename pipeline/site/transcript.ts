import type {Dialogue, Turn} from '../tree/types.ts'
import {figure} from './blocks.ts'
import {type Html, html} from './html.ts'
import {inlines, passage, sourceLink, type TextContext} from './inline.ts'
import {shares, voicesOf} from './shares.ts'
import {fill} from './words.ts'

/** A conversation set like a printed play: numbers hang and are permalinks, names are text. */
export function transcript(dialogue: Dialogue, context: TextContext): Html {
  const {words} = context.ui
  const [first, ...rest] = dialogue.children
  const opens = first?.type === 'heading' ? first : null
  const title = opens
    ? html`<h2 id="${opens.id}">${inlines(opens.children, context)}</h2>`
    : html`<h2 id="${dialogue.id}-heading" lang="${context.ui.tag}" dir="${context.ui.dir}">${words.transcript}</h2>`
  const voices = voicesOf(dialogue)
  const parts = opens ? rest : dialogue.children
  return html`<section id="${dialogue.id}" class="transcript" aria-labelledby="${opens?.id ?? `${dialogue.id}-heading`}">
${title}
${shares(dialogue, voices, context)}
${groups(parts).map((group) =>
  Array.isArray(group)
    ? html`<ol class="turns" role="list">\n${group.map((turn) => turnItem(turn, voices, context))}</ol>\n`
    : group.type === 'figure'
      ? figure(group, context)
      : group.type === 'heading'
        ? html`<h3 id="${group.id}">${inlines(group.children, context)}</h3>\n`
        : html`<p id="${group.id}"${passage(group)} class="narration">${inlines(group.children, context)}</p>\n`
)}</section>
`
}

type Between = Exclude<Dialogue['children'][number], Turn>

/** Runs of turns, and what stands between them. */
function groups(children: Dialogue['children']): (Turn[] | Between)[] {
  const list: (Turn[] | Between)[] = []
  for (const child of children) {
    const last = list.at(-1)
    if (child.type !== 'turn') list.push(child)
    else if (Array.isArray(last)) last.push(child)
    else list.push([child])
  }
  return list
}

function turnItem(
  turn: Turn,
  voices: ReadonlyMap<string, number>,
  context: TextContext
): Html {
  const {ui} = context
  const voice = voices.get(turn.speaker ?? '') ?? 0
  const label = turn.label
    ? html`<b class="who">${turn.label.value}${delimiter(turn)}</b> `
    : html``
  const said = turn.children.map((utterance) =>
    utterance.type === 'figure'
      ? figure(utterance, context)
      : html`<p id="${utterance.id}"${passage(utterance)}${utterance.rule && html` class="joined"`}>${inlines(utterance.children, context)}</p>`
  )
  const link = fill(ui.words.linkToTurn, turn.n)
  return html`<li id="${turn.id}" class="turn v${voice}"${turn.speaker !== null && html` data-speaker="${turn.speaker}"`}><a class="n" href="#${turn.id}" aria-label="${link}">${turn.n}</a>${label}<div class="say">${said}</div>${sourceLink(turn, context)}</li>\n`
}

/** Names run into the text on a phone: a colon parts them, as printed or added by the style of the page. */
const delimiter = ({label}: Turn): string => {
  const printed = label?.after?.trim() ?? ''
  return /^[:：.]$/u.test(printed) ? printed : ':'
}
