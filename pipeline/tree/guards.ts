import type {
  Article,
  ArticleChild,
  DateExpression,
  Dialogue,
  DialogueChild,
  Figure,
  Heading,
  Inline,
  Link,
  List,
  ListItem,
  Mention,
  Named,
  Narration,
  Paragraph,
  Quantity,
  Quotation,
  Stage,
  Table,
  TableCell,
  TableRow,
  Turn,
  Utterance,
  Work
} from './types.ts'

/** Any node of the article tree. */
export type Node =
  | Article
  | ArticleChild
  | DialogueChild
  | Utterance
  | Inline
  | List
  | ListItem
  | Table
  | TableRow
  | TableCell

/** A node that holds inline nodes directly. */
export type TextBlock = Heading | Paragraph | Narration | Utterance | TableCell

export const isStage = (node: Node): node is Stage => node.type === 'stage'
export const isQuotation = (node: Node): node is Quotation => node.type === 'quotation'
export const isMention = (node: Node): node is Mention => node.type === 'mention'
export const isDate = (node: Node): node is DateExpression => node.type === 'date'
export const isHeading = (node: Node): node is Heading => node.type === 'heading'
export const isDialogue = (node: Node): node is Dialogue => node.type === 'dialogue'
export const isFigure = (node: Node): node is Figure => node.type === 'figure'
export const isLink = (node: Node): node is Link => node.type === 'link'
export const isUtterance = (node: Node): node is Utterance => node.type === 'utterance'
export const isTurn = (node: Node): node is Turn => node.type === 'turn'

const textBlocks = new Set([
  'heading',
  'paragraph',
  'narration',
  'utterance',
  'tableCell'
])
export const isTextBlock = (node: Node): node is TextBlock => textBlocks.has(node.type)

/** What a reader wrote below an article. */
export const isComment = (node: Node): boolean =>
  node.type === 'paragraph' && node.role === 'comment'

type Value = string | boolean | number | Named | Quantity | Work
export const isQuantity = (value: Value): value is Quantity =>
  typeof value === 'object' && 'unitCode' in value
/** A person, organisation or place (a work has a publisher or an address beside its name). */
export const isNamed = (value: Value): value is Named =>
  typeof value === 'object' &&
  'name' in value &&
  !('publisher' in value) &&
  !('url' in value)
/** A house, an agency or a desk rather than a person, where the source or the name says so. */
export const isHouse = (value: Value): boolean =>
  isNamed(value) && value.type === 'organisation'
export const isWork = (value: Value): value is Work =>
  typeof value === 'object' && 'name' in value && !('id' in value)
