/** An element of a page. Names are in lower case, as HTML has them. */
export interface Element {
  readonly tagName: string
  /** In their order, each name followed by its value. */
  readonly attributes: readonly string[]
  readonly children: (Element | string)[]
}
