/** The library: what programs import from `warraq`. Without files, clock and network, in Node and in browsers. */
export {loadReader} from './read/index.ts'
export {
  type Extraction,
  type ExtractOptions,
  extract,
  type InputName,
  type PrintOptions,
  print
} from './run/extraction.ts'
export {
  type ReadingNode,
  warraqAnnotate,
  warraqExtract,
  warraqRead,
  warraqSegment,
  warraqStringify,
  warraqValidate
} from './run/plugins.ts'
export type {
  Article,
  ArticleChild,
  AuthoritiesFile,
  CollectionFile,
  Dialogue,
  Entity,
  Fact,
  Inline,
  Message,
  Metadata,
  Paragraph,
  Position,
  Sidecar,
  Turn
} from './tree/types.ts'
export type {FormatName} from './write/formats.ts'
