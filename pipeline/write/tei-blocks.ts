import type {ArticleChild, Dialogue, List, Paragraph, Table} from '../tree/types.ts'
import {sourceLines, type TeiContext} from './tei-ids.ts'
import {inlines, passage} from './tei-inline.ts'
import {mixed, type Xml, xml} from './xml.ts'

type Block = Exclude<ArticleChild, Dialogue>

/** A block of the narrative. */
export function block(child: Block, context: TeiContext): Xml {
  const source = sourceLines(child.position)
  switch (child.type) {
    case 'paragraph':
      return paragraph(child, context)
    case 'heading': {
      const id = context.id(child.id)
      return mixed(
        'head',
        {'xml:id': id, 'xml:lang': child.language, source},
        inlines(child.children, context)
      )
    }
    case 'blockquote':
      return xml(
        'quote',
        {source},
        child.children.map((each) => paragraph(each, context))
      )
    case 'list':
      return list(child, context)
    case 'table':
      return table(child, context)
    case 'figure':
      return xml(
        'figure',
        {source},
        child.url !== undefined && xml('graphic', {url: encodeURI(child.url)}),
        child.alt ? xml('figDesc', {}, child.alt) : null,
        child.children.map((each) => paragraph(each, context))
      )
  }
}

const paragraph = (node: Paragraph, context: TeiContext): Xml =>
  mixed(
    'p',
    {
      'xml:id': context.id(node.id),
      'xml:lang': node.language,
      rend: node.role === 'body' ? undefined : node.role,
      source: sourceLines(node.position)
    },
    passage(node.children, context)
  )

const list = (node: List, context: TeiContext): Xml =>
  xml(
    'list',
    {rend: node.ordered ? 'numbered' : 'bulleted', source: sourceLines(node.position)},
    node.children.map((item) =>
      xml(
        'item',
        {},
        item.children.map((each) => paragraph(each, context))
      )
    )
  )

const table = (node: Table, context: TeiContext): Xml =>
  xml(
    'table',
    {source: sourceLines(node.position)},
    node.children.map((row) =>
      xml(
        'row',
        {},
        row.children.map((cell) =>
          mixed(
            'cell',
            {role: cell.header ? 'label' : undefined},
            passage(cell.children, context)
          )
        )
      )
    )
  )
