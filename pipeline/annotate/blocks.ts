import type {TextBlock} from '../tree/guards.ts'
import type {
  Article,
  ArticleChild,
  Dialogue,
  DialogueChild,
  Figure,
  Flow,
  Inline,
  TableChild
} from '../tree/types.ts'

/** Where a block stands. */
export interface Place {
  readonly dialogue: Dialogue | null
}
/** What becomes of a block: its inline nodes, and its language where that is not the article's. */
export interface Rewritten {
  readonly children: Inline[]
  readonly language?: string
}
export type Rewrite = (block: TextBlock, place: Place) => Rewritten

/** Makes a new tree with the inline nodes of every block rewritten. */
export const mapBlocks = (article: Article, rewrite: Rewrite): Article => ({
  ...article,
  children: article.children.map((child) => mapChild(child, rewrite))
})

/** The same for the blocks outside of dialogues. */
export const mapNarrative = (article: Article, rewrite: Rewrite): Article => ({
  ...article,
  children: article.children.map((child) =>
    child.type === 'dialogue' ? child : mapChild(child, rewrite)
  )
})

const narrative: Place = {dialogue: null}

function mapChild(child: ArticleChild, rewrite: Rewrite): ArticleChild {
  switch (child.type) {
    case 'heading':
      return {...child, ...rewrite(child, narrative)}
    case 'paragraph':
    case 'list':
      return mapFlow(child, rewrite)
    case 'dialogue':
      return {
        ...child,
        children: child.children.map((each) => mapInDialogue(each, child, rewrite))
      }
    case 'blockquote':
      return {...child, children: child.children.map((each) => mapFlow(each, rewrite))}
    case 'figure':
      return mapFigure(child, rewrite)
    case 'table':
      return {...child, children: child.children.map((each) => mapRow(each, rewrite))}
  }
}

const mapFlow = (node: Flow, rewrite: Rewrite): Flow =>
  node.type === 'paragraph'
    ? {...node, ...rewrite(node, narrative)}
    : {
        ...node,
        children: node.children.map((item) => ({
          ...item,
          children: item.children.map((each) => mapFlow(each, rewrite))
        }))
      }

const mapFigure = (figure: Figure, rewrite: Rewrite): Figure => ({
  ...figure,
  children: figure.children.map((each) => ({...each, ...rewrite(each, narrative)}))
})

const mapRow = (row: TableChild, rewrite: Rewrite): TableChild =>
  row.type === 'paragraph'
    ? {...row, ...rewrite(row, narrative)}
    : {
        ...row,
        children: row.children.map((cell) => ({
          ...cell,
          children: rewrite(cell, narrative).children
        }))
      }

function mapInDialogue(
  child: DialogueChild,
  dialogue: Dialogue,
  rewrite: Rewrite
): DialogueChild {
  if (child.type === 'figure') return mapFigure(child, rewrite)
  if (child.type !== 'turn') return {...child, ...rewrite(child, {dialogue})}
  return {
    ...child,
    children: child.children.map((each) =>
      each.type === 'figure'
        ? mapFigure(each, rewrite)
        : {...each, ...rewrite(each, {dialogue})}
    )
  }
}
