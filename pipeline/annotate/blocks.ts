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
export type Rewrite = (block: TextBlock, place: Place) => Inline[]

/** Makes a new tree with the inline nodes of every block rewritten. */
export const mapBlocks = (article: Article, rewrite: Rewrite): Article => ({
  ...article,
  children: article.children.map((child) => mapChild(child, rewrite))
})

function mapChild(child: ArticleChild, rewrite: Rewrite): ArticleChild {
  const place = {dialogue: null}
  switch (child.type) {
    case 'heading':
    case 'paragraph':
      return {...child, children: rewrite(child, place)}
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
          children: rewrite(each, place)
        }))
      }
    case 'list':
      return {
        ...child,
        children: child.children.map((item) => ({
          ...item,
          children: item.children.map((each) => ({
            ...each,
            children: rewrite(each, place)
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
            children: rewrite(cell, place)
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
  if (child.type !== 'turn') return {...child, children: rewrite(child, {dialogue})}
  return {
    ...child,
    children: child.children.map((each) => ({
      ...each,
      children: rewrite(each, {dialogue})
    }))
  }
}
