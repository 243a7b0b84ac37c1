import type {ArticleChild, Dialogue, Paragraph} from '../tree/types.ts'
import {type Html, html} from './html.ts'
import {inlines, passage, sourceLink, type TextContext} from './inline.ts'

/** A block of the narrative. */
export function block(node: Exclude<ArticleChild, Dialogue>, context: TextContext): Html {
  const paragraphs = (children: readonly Paragraph[]): Html[] =>
    children.map((each) => paragraph(each, context))
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context)
    case 'heading':
      return node.depth <= 2
        ? html`<h2 id="${node.id}"${passage(node)}>${inlines(node.children, context)}</h2>\n`
        : html`<h3 id="${node.id}"${passage(node)}>${inlines(node.children, context)}</h3>\n`
    case 'blockquote':
      return html`<blockquote class="quote">${paragraphs(node.children)}</blockquote>\n`
    case 'list': {
      const items = node.children.map(
        (item) => html`<li>${paragraphs(item.children)}</li>\n`
      )
      return node.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`
    }
    case 'table':
      return html`<div class="scroll" tabindex="0"><table>${node.children.map(
        (row) =>
          html`<tr>${row.children.map((cell) =>
            cell.header
              ? html`<th>${inlines(cell.children, context)}</th>`
              : html`<td>${inlines(cell.children, context)}</td>`
          )}</tr>\n`
      )}</table></div>\n`
    case 'figure':
      return html`<figure class="picture">${node.alt && html`<p class="alt">${node.alt}</p>`}${paragraphs(node.children)}</figure>\n`
  }
}

const paragraph = (node: Paragraph, context: TextContext): Html =>
  html`<p id="${node.id}"${passage(node)}${node.role && node.role !== 'body' && html` class="${node.role}"`}>${inlines(node.children, context)}${sourceLink(node, context)}</p>\n`
