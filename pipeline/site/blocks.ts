import type {
  ArticleChild,
  Dialogue,
  Figure,
  Flow,
  List,
  Paragraph,
  Table,
  TableCell
} from '../tree/types.ts'
import {type Html, html} from './html.ts'
import {inlines, leadsOut, passage, sourceLink, type TextContext} from './inline.ts'

/** A block of the narrative. */
export function block(node: Exclude<ArticleChild, Dialogue>, context: TextContext): Html {
  switch (node.type) {
    case 'paragraph':
    case 'list':
      return flow(node, context)
    case 'heading':
      return node.depth <= 2
        ? html`<h2 id="${node.id}"${passage(node)}>${inlines(node.children, context)}</h2>\n`
        : html`<h3 id="${node.id}"${passage(node)}>${inlines(node.children, context)}</h3>\n`
    case 'blockquote':
      return html`<blockquote class="quote"${node.url && html` cite="${node.url}"`}>${flows(node.children, context)}</blockquote>\n`
    case 'table':
      return table(node, context)
    case 'figure':
      return figure(node, context)
  }
}

const flows = (children: readonly Flow[], context: TextContext): Html[] =>
  children.map((each) => flow(each, context))

const flow = (node: Flow, context: TextContext): Html =>
  node.type === 'list' ? list(node, context) : paragraph(node, context)

function paragraph(node: Paragraph, context: TextContext): Html {
  const words = inlines(node.children, context)
  // A parser of HTML drops a line end that opens a pre.
  return node.role === 'preformatted'
    ? html`<pre id="${node.id}"${passage(node)} tabindex="0">\n${words}</pre>\n`
    : html`<p id="${node.id}"${passage(node)}${node.role && node.role !== 'body' && html` class="${node.role}"`}>${words}${sourceLink(node, context)}</p>\n`
}

function list(node: List, context: TextContext): Html {
  if (node.definitions)
    return html`<dl>${node.children.map((item) =>
      item.term
        ? html`<dt>${flows(item.children, context)}</dt>\n`
        : html`<dd>${flows(item.children, context)}</dd>\n`
    )}</dl>\n`
  const items = node.children.map(
    (item) => html`<li>${flows(item.children, context)}</li>\n`
  )
  return node.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`
}

function table({children}: Table, context: TextContext): Html {
  const captions = children.flatMap((each) =>
    each.type === 'paragraph' ? [paragraph(each, context)] : []
  )
  const rows = children.flatMap((each) =>
    each.type === 'tableRow'
      ? [html`<tr>${each.children.map((cell) => tableCell(cell, context))}</tr>\n`]
      : []
  )
  return html`<div class="scroll" tabindex="0"><table>${captions.length > 0 && html`<caption>${captions}</caption>\n`}<tbody>\n${rows}</tbody></table></div>\n`
}

function tableCell(
  {header, columns, rows, children}: TableCell,
  context: TextContext
): Html {
  const spans = html`${columns && html` colspan="${columns}"`}${rows && html` rowspan="${rows}"`}`
  const words = inlines(children, context)
  return header ? html`<th${spans}>${words}</th>` : html`<td${spans}>${words}</td>`
}

/** An image is not loaded from where it was published: what stands for it leads there. */
export function figure(node: Figure, context: TextContext): Html {
  const {words, tag, dir} = context.ui
  const name = node.alt ?? html`<span lang="${tag}" dir="${dir}">${words.image}</span>`
  const place =
    node.url !== undefined && leadsOut(node.url)
      ? html`<a href="${node.url}" rel="external nofollow noreferrer">${name}</a>`
      : name
  const captions = node.children.map((each) => paragraph(each, context))
  return html`<figure id="${node.id}" class="picture"><p class="alt">${place}</p>${captions.length > 0 && html`<figcaption>${captions}</figcaption>`}</figure>\n`
}
