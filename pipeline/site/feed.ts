/** One article in a feed. */
export interface FeedEntry {
  readonly slug: string
  /** Its address, which is its identifier as well. */
  readonly id: string
  /** RFC 3339 */
  readonly date: string
  readonly title: string
  readonly summary: string | undefined
  readonly authors: readonly string[]
  /** BCP 47 */
  readonly language: string | undefined
}

/** The newest entries of an edition, and what stands above them. */
export interface Feed {
  readonly title: string
  readonly description: string | undefined
  readonly entries: readonly FeedEntry[]
  /** RFC 3339 */
  readonly updated: string
}
