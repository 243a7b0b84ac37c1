/** The parts of Citation.js that tests use; it brings no types. */
declare module '@citation-js/core' {
  /** A name as CSL has it, or as it was read. */
  export type Name = string | {literal?: string; given?: string; family?: string}
  export interface Item {
    readonly title?: string
    readonly URL?: string
    readonly 'container-title'?: string
    readonly issued?: unknown
    readonly author?: Name | Name[]
    readonly reporter?: Name | Name[]
  }
  export class Cite {
    constructor(data: unknown)
    readonly data: readonly Item[]
    format(
      name: 'bibliography',
      options: {template: string; lang: string; format: 'text'}
    ): string
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-ris' {}
