import {hasForm} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {factOf, holdingFacts, stringOf} from '../tree/facts.ts'
import type {Article, Dialogue, Fact} from '../tree/types.ts'
import {dialogues} from '../tree/walk.ts'
import {duration, works} from '../write/json-ld-parts.ts'
import {figures, printDay} from './dates.ts'
import {type Html, html} from './html.ts'
import {isHtmlDate, type TextContext} from './inline.ts'
import {readingOf} from './readings.ts'
import {voicesOf} from './shares.ts'
import {count, fill} from './words.ts'

/** The card beside an article: who, when, where in the page, which other formats. */
export function about(context: TextContext, edition: Edition): Html {
  const {ui, article} = context
  const {words} = ui
  const all = dialogues(article)
  return html`<aside class="card" aria-label="${words.about}">
<dl>
${all.map((dialogue) => speakers(dialogue, context))}${entry(words.publisher, named(article, 'publisher', context))}${entry(words.author, named(article, 'authors', context))}${entry(words.published, published(context))}${all.map((dialogue) => circumstances(dialogue, context))}${entry(words.basedOn, basis(context))}</dl>
${contents(context, edition)}
${otherForms(context, edition)}<p class="as"><a href="proof/index.html">${words.proof}</a> <span>${words.proofLink}</span></p>
</aside>`
}

/** Forms of the article that its page leads to. */
const forms = [
  ['article.jsonld', 'JSON-LD'],
  ['article.tei.xml', 'TEI'],
  ['article.csv', 'CSV'],
  ['article.txt', 'TXT'],
  ['article.json', 'JSON']
] as const

const hasDownloads = (edition: Edition): boolean =>
  forms.some(([file]) => hasForm(edition, file))

function otherForms({ui}: TextContext, edition: Edition): Html | null {
  const there = forms.filter(([file]) => hasForm(edition, file))
  return there.length === 0
    ? null
    : html`<p class="as"><span>${ui.words.pageAs}</span>${there.map(([file, name]) => html` <a href="${file}">${name}</a>`)}</p>\n`
}

const entry = (term: string, value: Html | null): Html | null =>
  value && html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`

const own = ({article, ui}: TextContext): Html | null =>
  article.language === ui.tag
    ? null
    : html` lang="${article.language}" dir="${article.dir}"`

function speakers(dialogue: Dialogue, context: TextContext): Html | null {
  const {ui, entities} = context
  if (dialogue.participants.length === 0) return null
  const voices = voicesOf(dialogue)
  const first = new Map<string, string>()
  const spoken = new Map<string, number>()
  for (const turn of dialogue.children) {
    if (turn.type !== 'turn' || turn.speaker === null) continue
    if (!first.has(turn.speaker)) first.set(turn.speaker, turn.id)
    spoken.set(turn.speaker, (spoken.get(turn.speaker) ?? 0) + 1)
  }
  return entry(
    ui.words.participants,
    html`<ul class="cast" role="list">${dialogue.participants.map((id) => {
      const entity = entities.get(id)
      return html`<li><a class="v${voices.get(id) ?? 0}" href="#${first.get(id) ?? dialogue.id}"><bdi${own(context)}>${entity?.name ?? id}</bdi></a> <small>${count('turns', spoken.get(id) ?? 0, ui)}${entity?.occupation && html` · ${entity.occupation}`}</small></li>`
    })}</ul>`
  )
}

function named(article: Article, field: string, context: TextContext): Html | null {
  const names = holdingFacts(article.metadata, field).flatMap(({value}) =>
    typeof value === 'object' && 'name' in value ? [value.name] : []
  )
  return names.length === 0
    ? null
    : html`${names.map((name, n) => html`${n > 0 && html`<br>`}<bdi${own(context)}>${name}</bdi>`)}`
}

function published(context: TextContext): Html | null {
  const fact = factOf(context.article.metadata, 'datePublished')
  return fact ? moment(fact, context) : null
}

/** A date as it is printed, where it is, else as the page prints its value; and how it was read. */
function moment(fact: Fact, context: TextContext): Html | null {
  const {value, text} = fact
  if (typeof value !== 'string') return null
  const isDay = /^\d{4}(?:-\d{2}){0,2}$/u.test(value)
  const printed =
    text !== undefined
      ? html`<bdi${own(context)}>${text}</bdi>`
      : isDay
        ? html`<bdi>${printDay(value, context.ui.tag)}</bdi>`
        : figures(value)
  const time = isHtmlDate(value)
    ? html`<time datetime="${value}">${printed}</time>`
    : printed
  return html`${time}${explanation(fact, value, context)}`
}

/** What a value that was worked out is, and where the page says why. */
function explanation(
  {basis, text, because}: Fact,
  value: string,
  context: TextContext
): Html | null {
  if (basis !== 'inferred' && because === undefined) return null
  const {ui, readings} = context
  const note = readingOf(readings, value, text ?? '')
  if (!note) return null
  const read = figures(value.replace(/:00(?=[+Z-]|$)/u, ''))
  return html` <small>${text !== undefined && fill(ui.words.readAs, '')}${read} · ${ui.words.inferred} <a href="#${note.id}">${ui.words.whyLink}</a></small>`
}

function circumstances(dialogue: Dialogue, context: TextContext): Html {
  const {words} = context.ui
  const held = factOf(dialogue.metadata, 'startDate')
  const length = duration(dialogue)
  return html`${entry(words.held, held ? moment(held, context) : null)}${entry(words.duration, length ? html`<bdi${own(context)}>${length.text}</bdi>` : null)}`
}

function basis(context: TextContext): Html | null {
  const list = works(context.article).map(
    ({work}) =>
      html`<bdi${own(context)}>${work.name}${work.publisher && html` (${work.publisher.name})`}</bdi>`
  )
  return list.length > 0 ? html`${list}` : null
}

function contents({article, ui}: TextContext, edition: Edition): Html {
  const {words} = ui
  const {tag, dir} = ui
  const sections = [
    ...(article.children.some((child) => child.type !== 'dialogue')
      ? [html`<li><a href="#narrative">${words.narrative}</a></li>`]
      : []),
    ...dialogues(article).map(
      (dialogue, n) =>
        html`<li><a href="#${dialogue.id}">${dialogue.kind === 'unknown' ? words.transcript : words[dialogue.kind]}${n > 0 && ` ${n + 1}`}</a></li>`
    ),
    html`<li><a href="#source">${words.source}</a></li>`,
    ...(hasDownloads(edition)
      ? [html`<li><a href="#downloads">${words.downloads}</a></li>`]
      : []),
    html`<li><a href="#cite">${words.cite}</a></li>`
  ]
  return html`<nav aria-label="${words.contents}" lang="${tag}" dir="${dir}"><ul>${sections}</ul></nav>`
}

/** The headline, or the slug where none is known. */
export const titleOf = (article: Article): string =>
  stringOf(article.metadata, 'headline') ?? article.id
