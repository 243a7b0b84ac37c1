import {directionOf} from '../language/index.ts'
import type {Article, DateExpression, Entity, Inline} from '../tree/types.ts'
import {entityPath} from './entity-paths.ts'
import {type Html, html} from './html.ts'
import {fill, type Interface} from './words.ts'

/** What the text of an article is shown with. */
export interface TextContext {
  readonly article: Article
  readonly ui: Interface
  readonly entities: ReadonlyMap<string, Entity>
}

/** Language and direction of a passage that has its own. */
export const passage = ({language}: {readonly language?: string}): Html | null =>
  language === undefined ? null : html` lang="${language}" dir="${directionOf(language)}"`

/** Inline nodes, their characters unchanged. */
export const inlines = (nodes: readonly Inline[], context: TextContext): Html[] =>
  nodes.map((node) => inline(node, context))

function inline(node: Inline, context: TextContext): Html {
  if (node.type === 'text') return html`${node.value}`
  const children = inlines(node.children, context)
  switch (node.type) {
    case 'stage':
      return html`<span class="stage">${children}</span>`
    case 'mention': {
      const entity = context.entities.get(node.entity)
      return entity?.basis === 'declared'
        ? html`<a class="name" href="../../${entityPath(entity)}">${children}</a>`
        : html`<span class="name">${children}</span>`
    }
    case 'quotation':
      return html`<span class="quoted" data-kind="${node.kind}">${children}</span>`
    case 'date':
      return date(node, children, context)
  }
}

/** Dates of a calendar that HTML knows; what was worked out is marked, and said in the notes. */
function date(node: DateExpression, children: Html[], {ui}: TextContext): Html {
  const title = node.basis === 'inferred' ? fill(ui.words.inferredDate, node.value) : null
  const mark = title !== null && html` class="worked-out" title="${title}"`
  return isHtmlDate(node.value)
    ? html`<time datetime="${node.value}"${mark}>${children}</time>`
    : html`<span data-date="${node.value}"${mark}>${children}</span>`
}

/** A year, a month, a day or a moment. @see https://html.spec.whatwg.org/#datetime-value */
export const isHtmlDate = (value: string): boolean =>
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/u.test(
    value
  )
