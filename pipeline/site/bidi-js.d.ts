/** What is used of bidi-js; its own types describe a module that it does not publish for Node. */
declare module 'bidi-js' {
  /** The level of each code unit: odd where it stands in text from right to left. */
  export interface Embedding {
    readonly levels: Uint8Array
  }
  export interface Bidi {
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): Embedding
    /** Places of all code units, from left to right. */
    getReorderedIndices(text: string, embedding: Embedding): number[]
  }
  // biome-ignore lint/style/noDefaultExport: it has no other
  export default function bidiFactory(): Bidi
}
