import type {Article} from '../tree/types.ts'
import {block} from './tei-blocks.ts'
import type {TeiContext} from './tei-ids.ts'
import {type BesideBlocks, besideBlocks} from './tei-masthead.ts'
import {transcript} from './tei-transcript.ts'
import {type Xml, xml} from './xml.ts'

/**
 * The text of an article in the order of its source: masthead, then divisions of narrative and
 * transcript; a heading opens a division. What was set aside is kept as `fw`, so that the source can be rebuilt.
 */
export function body(context: TeiContext): Xml {
  const {article} = context
  const beside = besideBlocks(context)
  const first = article.children[0]?.position.start.offset ?? Number.POSITIVE_INFINITY
  const top = beside.take(first).map((each) => each.make('top'))
  return xml(
    'body',
    {},
    xml(
      'div',
      {type: 'article', 'xml:id': context.id('article')},
      top,
      divisions(article, context, beside)
    )
  )
}

interface Division {
  readonly attributes: Readonly<Record<string, string | number>>
  readonly parts: readonly Xml[]
}

function divisions(article: Article, context: TeiContext, beside: BesideBlocks): Xml[] {
  const done: Xml[] = []
  let open: Division | null = null
  const add = (parts: readonly Xml[]): void => {
    if (parts.length === 0) return
    const {attributes, parts: before} = open ?? {
      attributes: {type: 'narrative'},
      parts: []
    }
    open = {attributes, parts: [...before, ...parts]}
  }
  const close = (next: Division | null): void => {
    if (open) done.push(xml('div', open.attributes, open.parts))
    open = next
  }
  const addBeside = (offset: number): void =>
    add(beside.take(offset).map((each) => each.make('within')))
  for (const child of article.children) {
    addBeside(child.position.start.offset)
    if (child.type === 'dialogue') {
      close(null)
      done.push(transcript(child, context, beside))
    } else if (child.type === 'heading') {
      close({
        attributes: {type: 'section', n: child.depth},
        parts: [block(child, context)]
      })
    } else add([block(child, context)])
    beside.skip(child.position.end.offset)
  }
  addBeside(Number.POSITIVE_INFINITY)
  close(null)
  return done
}
