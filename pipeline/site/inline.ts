import {directionOf} from '../language/index.ts'
import {isLink} from '../tree/guards.ts'
import {plainText} from '../tree/text.ts'
import type {
  Article,
  DateExpression,
  Entity,
  Inline,
  Link,
  Position
} from '../tree/types.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {type Reading, readingOf} from './readings.ts'
import {fill, type Interface} from './words.ts'

/** What the text of an article is shown with. */
export interface TextContext {
  readonly article: Article
  readonly ui: Interface
  readonly entities: ReadonlyMap<string, Entity>
  readonly readings: readonly Reading[]
  /** The way to a line of the source in the proof. */
  readonly proofOf: (line: number) => string
  /** True within a link, which can hold no other. */
  readonly isInLink?: boolean
}

/** True for an address outside of the edition; one that the page wrote for its own site leads nowhere here. */
export const leadsOut = (url: string): boolean => /^(?:https?|mailto):/iu.test(url)

/** Language and direction of a passage that has its own. */
export const passage = ({language}: {readonly language?: string}): Html | null =>
  language === undefined ? null : html` lang="${language}" dir="${directionOf(language)}"`

/** The way from a part of the article to its line in the proof; its sign is drawn by the style. */
export const sourceLink = (
  {position}: {readonly position: Position},
  {ui, proofOf}: TextContext
): Html => {
  const {line} = position.start
  return html`<a class="src-link" href="${proofOf(line)}" aria-label="${fill(ui.words.sourceLine, line)}"></a>`
}

/** Inline nodes, their characters unchanged. */
export const inlines = (nodes: readonly Inline[], context: TextContext): Html[] =>
  nodes.map((node) => inline(node, context))

function inline(node: Inline, context: TextContext): Html {
  if (node.type === 'text') return html`${node.value}`
  if (node.type === 'link') return link(node, context)
  const holdsLink = node.children.some(isLink)
  const children = inlines(node.children, context)
  switch (node.type) {
    case 'stage':
      return html`<span class="stage">${children}</span>`
    case 'mention': {
      const entity = context.entities.get(node.entity)
      return entity?.basis === 'declared' && !context.isInLink && !holdsLink
        ? html`<a class="name" href="../../${entityPath(entity)}">${children}</a>`
        : html`<span class="name">${children}</span>`
    }
    case 'quotation':
      return html`<span class="quoted" data-kind="${node.kind}">${children}</span>`
    case 'date':
      return date(node, children, context)
  }
}

/** Words that lead to another part of the article, or out of the edition. */
function link({url, target, children}: Link, context: TextContext): Html {
  const words = inlines(children, {...context, isInLink: true})
  if (target !== undefined) return html`<a href="#${target}">${words}</a>`
  return url !== undefined && leadsOut(url)
    ? html`<a href="${url}" rel="external nofollow noreferrer">${words}</a>`
    : html`<span class="link">${words}</span>`
}

/** Dates of a calendar that HTML knows; what was worked out is marked, and leads to the note that says why. */
function date(node: DateExpression, children: Html[], context: TextContext): Html {
  const {ui, readings, isInLink} = context
  const time = isHtmlDate(node.value)
    ? html`<time datetime="${node.value}">${children}</time>`
    : html`<span data-date="${node.value}">${children}</span>`
  if (node.basis !== 'inferred') return time
  const note = readingOf(readings, node.value, plainText(node.children))
  const title = note?.text ?? fill(ui.words.readAs, node.value)
  return note && !isInLink && !node.children.some(isLink)
    ? html`<a class="worked-out" href="#${note.id}" title="${title}">${time}</a>`
    : html`<span class="worked-out" title="${title}">${time}</span>`
}

/** A year, a month, a day or a moment. @see https://html.spec.whatwg.org/#datetime-value */
export const isHtmlDate = (value: string): boolean =>
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/u.test(
    value
  )
