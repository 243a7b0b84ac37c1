import type {TextBlock} from '../tree/guards.ts'
import type {
  Article,
  ArticleChild,
  Dialogue,
  DialogueChild,
  Inline
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

function mapChild(child: ArticleChild, rewrite: Rewrite): ArticleChild {
  const place = {dialogue: null}
  switch (child.type) {
    case 'heading':
    case 'paragraph':
      return {...child, ...rewrite(child, place)}
    case 'dialogue':
      return {
        ...child,
        children: child.children.map((each) => mapInDialogue(each, child, rewrite))
      }
    case 'blockquote':
    case 'figure':
      return {
        ...child,
        children: child.children.map((each) => ({
          ...each,
          ...rewrite(each, place)
        }))
      }
    case 'list':
      return {
        ...child,
        children: child.children.map((item) => ({
          ...item,
          children: item.children.map((each) => ({
            ...each,
            ...rewrite(each, place)
          }))
        }))
      }
    case 'table':
      return {
        ...child,
        children: child.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({
            ...cell,
            children: rewrite(cell, place).children
          }))
        }))
      }
  }
}

function mapInDialogue(
  child: DialogueChild,
  dialogue: Dialogue,
  rewrite: Rewrite
): DialogueChild {
  if (child.type !== 'turn') return {...child, ...rewrite(child, {dialogue})}
  return {
    ...child,
    children: child.children.map((each) => ({
      ...each,
      ...rewrite(each, {dialogue})
    }))
  }
}
