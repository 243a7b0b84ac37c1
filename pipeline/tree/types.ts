/* Generated from schemas/ by `make types`; never edited. */

/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "slug".
 */
export type Slug = string
/**
 * BCP 47; `und` where nothing tells.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "languageTag".
 */
export type LanguageTag = string
/**
 * The authority file's id, or `speaker-01`… for one known from the labels of this article alone.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "entityId".
 */
export type EntityId = string
/**
 * stated: it stands in the source at `position`; inferred: a named rule worked it out; declared: an archivist wrote it down.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "basis".
 */
export type Basis = 'stated' | 'inferred' | 'declared'
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "articleChild".
 */
export type ArticleChild =
  Heading | Paragraph | Dialogue | List | Table | Figure | Blockquote
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "inline".
 */
export type Inline = Text | Stage | Quotation | Mention | DateExpression | Link
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "leaf".
 */
export type Leaf = Text | Link
/**
 * As the page writes it, what no address may hold percent-encoded; made absolute only where the page states its own address or a base.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "address".
 */
export type Address = string
/**
 * @minItems 1
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "inlines".
 */
export type Inlines = Inline[]
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "dialogueChild".
 */
export type DialogueChild = Heading | Narration | Turn | Figure
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "turnChild".
 */
export type TurnChild = Utterance | Figure
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "flow".
 */
export type Flow = Paragraph | List
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "tableChild".
 */
export type TableChild = TableRow | Paragraph

/**
 * The article tree: a unist tree that every output is a projection of. Offsets are UTF-16 code units of the decoded source, from 0; lines and columns from 1.
 */
export interface Article {
  type: 'article'
  id: Slug
  /**
   * The folder of `sources/` the article lies in.
   */
  collection: string
  language: LanguageTag
  dir: 'rtl' | 'ltr'
  metadata: Metadata
  source: Source
  /**
   * Everybody and everything the tree refers to, in the order of first reference, with what the authority file says of it.
   */
  entities: Entity[]
  children: ArticleChild[]
  position: Position
}
/**
 * Facts by field, named as schema.org's NewsArticle has it; in each list the fact that holds comes first, what lost is kept.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "metadata".
 */
export interface Metadata {
  /**
   * @minItems 1
   */
  [k: string]: Fact[]
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "fact".
 */
export interface Fact {
  value: string | boolean | number | Named | Quantity | Work
  basis: Basis
  /**
   * What read it, worked it out, or where it was declared: `segment/masthead-date`, `source/sidecar`.
   */
  rule: string
  position?: Position
  /**
   * What is printed at `position`, where that is not the value itself: the words of a date line.
   */
  text?: string
  /**
   * Inferred facts only.
   */
  confidence?: number
  /**
   * The reason in a sentence: who declared it and why, or what the rule saw.
   */
  because?: string
}
/**
 * A person, organisation or place; `id` is the entity's, where it is known.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "named".
 */
export interface Named {
  id?: EntityId
  name: string
  /**
   * What the source says that it is, or its name does, as those of news agencies; absent where neither says so.
   */
  type?: 'person' | 'organisation'
  /**
   * A news agency or another house of the press.
   */
  kind?: 'media'
}
/**
 * An amount no more precise than the text: more than five minutes is `{minValue: 5, unitCode: 'MIN'}`. `unitCode` is UN/CEFACT's.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "quantity".
 */
export interface Quantity {
  value?: number
  minValue?: number
  maxValue?: number
  unitCode: 'SEC' | 'MIN' | 'HUR' | 'DAY'
  /**
   * The words as printed.
   */
  text: string
}
/**
 * Another work that this one is based on.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "work".
 */
export interface Work {
  name: string
  publisher?: Named
  url?: string
}
/**
 * As unist defines it: `end` is the first point after the span.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "position".
 */
export interface Position {
  start: Point
  end: Point
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "point".
 */
export interface Point {
  line: number
  column: number
  offset: number
}
/**
 * The file as it was received.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "source".
 */
export interface Source {
  /**
   * Below `sources/`, with forward slashes.
   */
  path: string
  mediaType: string
  /**
   * Of the bytes as received; of a file that articles were unpacked from, of the unpacked bytes of this one.
   */
  sha256: string
  bytes: number
  /**
   * Label of the WHATWG Encoding Standard, lower case.
   */
  encoding: string
  /**
   * True where a byte order mark was dropped; offsets count from after it.
   */
  bom?: boolean
  newline: 'lf' | 'crlf' | 'cr' | 'nel' | 'ls' | 'mixed' | 'none'
  lines: number
  /**
   * Offset of every character of two code units, ascending; absent where there is none. With it any offset turns into code points.
   *
   * @minItems 1
   */
  astral?: number[]
  url?: string
  retrieved?: string
  /**
   * What made text of a file that holds none, such as `mammoth 1.13.0` of a Word document: positions count in the HTML it gives.
   */
  conversion?: string
  container?: SourceContainer
  rights?: string
  /**
   * How much of its words the files of data carry, where that is not all of them.
   */
  textInData?: 'snippet' | 'none'
  setAside: SetAside[]
}
/**
 * The file as it was received, where the bytes of the article were unpacked from it.
 */
export interface SourceContainer {
  mediaType: string
  /**
   * Of the whole file.
   */
  sha256: string
  bytes: number
  /**
   * Of the record, as it states it: `WARC-Record-ID`, `Content-ID`.
   */
  id?: string
  /**
   * First byte of the record in the file.
   */
  offset?: number
  /**
   * Bytes of the record in the file, packed as they are there.
   */
  length?: number
}
/**
 * A span of the source that is no part of the article, and why.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "setAside".
 */
export interface SetAside {
  value: string
  /**
   * `repeated-masthead`, `byte-order-mark`, `separator`, `navigation`…
   */
  reason: string
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "entity".
 */
export interface Entity {
  id: EntityId
  type: 'person' | 'organisation' | 'place'
  /**
   * In the article's language where the authority file has it, else its first name.
   */
  name: string
  language: LanguageTag
  /**
   * Every name and spelling on record, the preferred one first.
   *
   * @minItems 1
   */
  names: Name[]
  /**
   * declared: from authorities.yaml; inferred: from the labels of this article.
   */
  basis: 'inferred' | 'declared'
  rule: string
  /**
   * media, government, party… for organisations; country, region, city, building… for places.
   */
  kind?: string
  occupation?: string
  gender?: string
  organisation?: EntityId
  containedIn?: EntityId
  country?: string
  latitude?: number
  longitude?: number
  /**
   * @minItems 1
   */
  sameAs?: SameAs[]
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "name".
 */
export interface Name {
  value: string
  language: LanguageTag
  kind?: 'preferred' | 'variant' | 'short' | 'nickname' | 'label'
}
/**
 * The same thing in another catalogue, once a person has reviewed it.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "sameAs".
 */
export interface SameAs {
  scheme: 'wikidata' | 'viaf' | 'geonames' | 'ror' | 'isni' | 'orcid'
  id: string
  reviewedBy: string
  reviewedOn?: string
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "heading".
 */
export interface Heading {
  type: 'heading'
  id: string
  /**
   * BCP 47; `und` where nothing tells.
   */
  language?: string
  depth: number
  children: Inlines
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "text".
 */
export interface Text {
  type: 'text'
  value: string
  position: Position
}
/**
 * A stage direction: what is done, not said, brackets included.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "stage".
 */
export interface Stage {
  type: 'stage'
  /**
   * As ParlaMint types them: laughter, applause, interruption, noise, pause… where the words tell.
   */
  kind?: string
  /**
   * @minItems 1
   */
  children: Leaf[]
  position: Position
}
/**
 * Words that lead elsewhere: to an address, or within this tree. Links whose address would run code or carry data are not kept.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "link".
 */
export interface Link {
  type: 'link'
  url?: Address
  /**
   * Id of the node of this tree that it leads to, such as the note of a note mark.
   */
  target?: string
  /**
   * @minItems 1
   */
  children: Inline[]
  position: Position
}
/**
 * Words in quotation marks, the marks included.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "quotation".
 */
export interface Quotation {
  type: 'quotation'
  /**
   * direct: somebody's words; title: a name or work; scare: any other words the author sets off.
   */
  kind: 'direct' | 'scare' | 'title'
  speaker?: EntityId
  /**
   * The verb of saying, as printed.
   */
  cue?: string
  rule?: string
  confidence?: number
  /**
   * @minItems 1
   */
  children: Inline[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "mention".
 */
export interface Mention {
  type: 'mention'
  entity: EntityId
  rule: string
  confidence: number
  /**
   * @minItems 1
   */
  children: Leaf[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "date".
 */
export interface DateExpression {
  type: 'date'
  /**
   * EDTF level 1 (ISO 8601-2), no more precise than the text and its anchor allow.
   */
  value: string
  /**
   * EDTF of what is printed alone, where that is less: `XXXX-10-14`.
   */
  printed?: string
  basis: 'stated' | 'inferred'
  rule: string
  /**
   * What a missing part was counted from: `datePublished`, or the id of the dialogue whose date it is.
   */
  anchor?: string
  calendar?: 'gregorian' | 'hijri' | 'jalali'
  confidence?: number
  because?: string
  /**
   * @minItems 1
   */
  children: Leaf[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "paragraph".
 */
export interface Paragraph {
  type: 'paragraph'
  id: string
  /**
   * BCP 47; `und` where nothing tells.
   */
  language?: string
  /**
   * credit: who made an image; note: a footnote; comment: what a reader wrote below the article, kept where comments are wanted; preformatted: lines and spaces stand as they are printed.
   */
  role?: 'lede' | 'body' | 'caption' | 'credit' | 'note' | 'comment' | 'preformatted'
  children: Inlines
  position: Position
}
/**
 * A conversation; its `metadata` holds facts about the conversation itself: `name`, `startDate`, `duration`, `isBasedOn`.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "dialogue".
 */
export interface Dialogue {
  type: 'dialogue'
  id: string
  kind: 'call' | 'interview' | 'debate' | 'chat' | 'hearing' | 'drama' | 'unknown'
  participants: EntityId[]
  metadata: Metadata
  /**
   * @minItems 1
   */
  children: DialogueChild[]
  position: Position
}
/**
 * Text between turns that nobody in the dialogue says.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "narration".
 */
export interface Narration {
  type: 'narration'
  /**
   * BCP 47; `und` where nothing tells.
   */
  language?: string
  id: string
  children: Inlines
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "turn".
 */
export interface Turn {
  type: 'turn'
  id: string
  n: number
  label: Label | null
  speaker: EntityId | null
  attribution?: Attribution
  children: TurnChild[]
  position: Position
}
/**
 * What is printed to open a turn: `before`, `value` and `after` side by side are the source at `position`.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "label".
 */
export interface Label {
  /**
   * Bullet, dash or time code before the label, with the space behind it.
   */
  before?: string
  /**
   * The label itself.
   */
  value: string
  /**
   * The delimiter, and a time code that follows it.
   */
  after?: string
  position: Position
}
/**
 * How the speaker was found.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "attribution".
 */
export interface Attribution {
  basis: 'inferred' | 'declared'
  rule: string
  confidence: number
  because?: string
}
/**
 * One paragraph of speech.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "utterance".
 */
export interface Utterance {
  type: 'utterance'
  id: string
  /**
   * BCP 47; `und` where nothing tells.
   */
  language?: string
  /**
   * The source between the utterance before it and this one, white space as a rule; absent on a turn's first.
   */
  gap?: string
  /**
   * Why a paragraph without a label was joined to this turn.
   */
  rule?: string
  confidence?: number
  children: Inlines
  position: Position
}
/**
 * An image of the article; its caption and credit are its children.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "figure".
 */
export interface Figure {
  type: 'figure'
  id: string
  url?: Address
  /**
   * What the page says in place of the image.
   */
  alt?: string
  children: Paragraph[]
  position: Position
}
/**
 * A list as the page marks it up, lists within its items as their children.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "list".
 */
export interface List {
  type: 'list'
  ordered: boolean
  /**
   * A list of terms and what they mean.
   */
  definitions?: true
  /**
   * @minItems 1
   */
  children: ListItem[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "listItem".
 */
export interface ListItem {
  type: 'listItem'
  /**
   * In a list of definitions: a term; the items behind it, up to the next term, say what it means.
   */
  term?: true
  /**
   * @minItems 1
   */
  children: Flow[]
  position: Position
}
/**
 * A table of data: its caption, if it has one, as paragraphs, and its rows. Tables that only lay out a page leave no trace.
 *
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "table".
 */
export interface Table {
  type: 'table'
  /**
   * @minItems 1
   */
  children: TableChild[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "tableRow".
 */
export interface TableRow {
  type: 'tableRow'
  /**
   * @minItems 1
   */
  children: TableCell[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "tableCell".
 */
export interface TableCell {
  type: 'tableCell'
  header?: boolean
  /**
   * Columns it spans, where that is more than its own.
   */
  columns?: number
  /**
   * Rows it spans, where that is more than its own.
   */
  rows?: number
  children: Inline[]
  position: Position
}
/**
 * This interface was referenced by `Article`'s JSON-Schema
 * via the `definition` "blockquote".
 */
export interface Blockquote {
  type: 'blockquote'
  /**
   * As the page writes it, what no address may hold percent-encoded; made absolute only where the page states its own address or a base.
   */
  url?: string
  /**
   * @minItems 1
   */
  children: Flow[]
  position: Position
}

/**
 * This interface was referenced by `EditionFile`'s JSON-Schema
 * via the `definition` "localised".
 */
export type Localised =
  | string
  | {
      [k: string]: string
    }

/**
 * sources/edition.yaml: what the archivist says of the edition as a whole. Nothing in it is required.
 */
export interface EditionFile {
  /**
   * One string, or one a language.
   */
  title?:
    | string
    | {
        [k: string]: string
      }
  description?: Localised
  /**
   * @minItems 1
   */
  languages?: string[]
  /**
   * The language of the pages' own words, where all are to have one; else they follow the article.
   */
  interface?: string
  /**
   * Where the edition is published; ends in a slash.
   */
  baseUrl?: string
  version?: string
  /**
   * SPDX id or URL of the licence of the edition's own work.
   */
  license?: string
  /**
   * A statement of rights in the edition's own work, in words.
   */
  rights?: string
  /**
   * How much of the sources' words the files of data carry, where neither a collection nor a sidecar says; full without it.
   */
  text?: 'full' | 'snippet' | 'none'
  tdm?: TdmReservation
  /**
   * Whether a picture of each headline is made for where articles are shared; true without it.
   */
  pictures?: boolean
  doi?: string
  creators?: Creator[]
  publisher?: Creator
  /**
   * The largest source that is read, where a collection does not say.
   */
  limits?: {
    /**
     * Of a source, as a file or unpacked from one, in 1,048,576 bytes; 16 without it.
     */
    megabytes?: number
    /**
     * Of a source; a million without it.
     */
    lines?: number
    /**
     * Of a file that holds several; 100,000 without it.
     */
    articles?: number
    /**
     * For an article, where threads make them; 300 without it.
     */
    seconds?: number
  }
  /**
   * How the article is taken out of a web page.
   */
  extraction?: {
    /**
     * Leave out what is doubtful, or keep it.
     */
    favour?: 'precision' | 'recall'
    /**
     * Comments of readers: left out, unless true.
     */
    comments?: boolean
    /**
     * Kept, unless false.
     */
    tables?: boolean
    /**
     * Kept, unless false; their text always is.
     */
    links?: boolean
    /**
     * Kept, unless false.
     */
    images?: boolean
  }
}
/**
 * Whether rights in text and data mining are reserved, as TDMRep (W3C community report, 2024) has it.
 *
 * This interface was referenced by `EditionFile`'s JSON-Schema
 * via the `definition` "tdm".
 */
export interface TdmReservation {
  reservation: boolean
  /**
   * Address of the terms under which mining is allowed.
   */
  policy?: string
}
/**
 * This interface was referenced by `EditionFile`'s JSON-Schema
 * via the `definition` "creator".
 */
export interface Creator {
  name: string
  /**
   * Where it is left out: a person if there is an ORCID or a family name, else an organisation.
   */
  type?: 'person' | 'organisation'
  /**
   * Part of a person's name, for citations; nobody guesses it.
   */
  givenName?: string
  familyName?: string
  url?: string
  orcid?: string
}

/**
 * sources/<collection>/collection.yaml: what holds for every article of a collection. Nothing in it is required.
 */
export interface CollectionFile {
  title?: string
  /**
   * Id of an organisation in authorities.yaml.
   */
  publisher?: string
  /**
   * The publisher's name, where it is in no authority file.
   */
  publisherName?: string
  url?: string
  /**
   * IANA name, for times the sources print without an offset.
   */
  timeZone?: string
  language?: string
  /**
   * WHATWG label, for files that are neither UTF-8 nor marked by a byte order mark.
   */
  encoding?: string
  /**
   * How numeric dates are printed, where the language does not settle it.
   */
  dateOrder?: 'dmy' | 'mdy' | 'ymd'
  rights?: string
  license?: string
  /**
   * How much of the sources' words the files of data carry: all, the beginning of each passage, or none.
   */
  text?: 'full' | 'snippet' | 'none'
  /**
   * Who says so, and on what ground.
   */
  because?: string
  /**
   * The largest source that is read.
   */
  limits?: {
    /**
     * Of a source, as a file or unpacked from one, in 1,048,576 bytes; 16 without it.
     */
    megabytes?: number
    /**
     * Of a source; a million without it.
     */
    lines?: number
    /**
     * Of a file that holds several; 100,000 without it.
     */
    articles?: number
  }
  /**
   * How the article is taken out of a web page.
   */
  extraction?: {
    /**
     * Leave out what is doubtful, or keep it.
     */
    favour?: 'precision' | 'recall'
    /**
     * Comments of readers: left out, unless true.
     */
    comments?: boolean
    /**
     * Kept, unless false.
     */
    tables?: boolean
    /**
     * Kept, unless false; their text always is.
     */
    links?: boolean
    /**
     * Kept, unless false.
     */
    images?: boolean
  }
}

/**
 * sources/<collection>/<slug>.yaml: what an archivist declares or corrects about one article, each with a reason.
 */
export interface Sidecar {
  slug?: string
  encoding?: string
  language?: string
  timeZone?: string
  url?: string
  retrieved?: string
  /**
   * Rights in this one source; for a licence declare metadata.license.
   */
  rights?: string
  /**
   * How much of this source's words the files of data carry.
   */
  text?: 'full' | 'snippet' | 'none'
  /**
   * How the article is taken out of a web page.
   */
  extraction?: {
    /**
     * Leave out what is doubtful, or keep it.
     */
    favour?: 'precision' | 'recall'
    /**
     * Comments of readers: left out, unless true.
     */
    comments?: boolean
    /**
     * Kept, unless false.
     */
    tables?: boolean
    /**
     * Kept, unless false; their text always is.
     */
    links?: boolean
    /**
     * Kept, unless false.
     */
    images?: boolean
  }
  /**
   * Facts by schema.org term, such as headline, datePublished, authors.
   */
  metadata?: {
    [k: string]: Declaration | Declaration[]
  }
  /**
   * Which person a printed label stands for.
   */
  speakers?: SpeakerDeclaration[]
  /**
   * Facts about the conversations of the article, in their order.
   */
  dialogues?: DialogueDeclaration[]
}
/**
 * A value and why; `quote` names the words of the source it rests on, which must stand there exactly once or more.
 *
 * This interface was referenced by `Sidecar`'s JSON-Schema
 * via the `definition` "declaration".
 */
export interface Declaration {
  value:
    | string
    | {
        id?: string
        name: string
        publisher?: {
          id?: string
          name: string
        }
        url?: string
      }
    | {
        value?: number
        minValue?: number
        maxValue?: number
        unitCode: 'SEC' | 'MIN' | 'HUR' | 'DAY'
        text: string
      }
  quote?: string
  because: string
}
export interface SpeakerDeclaration {
  label: string
  person: string
  because: string
}
export interface DialogueDeclaration {
  kind?: 'call' | 'interview' | 'debate' | 'chat' | 'hearing' | 'drama'
  name?: Declaration
  startDate?: Declaration
  duration?: Declaration
  isBasedOn?: Declaration
}

/**
 * This interface was referenced by `AuthoritiesFile`'s JSON-Schema
 * via the `definition` "id".
 */
export type Id = string
/**
 * This interface was referenced by `AuthoritiesFile`'s JSON-Schema
 * via the `definition` "externalIds".
 */
export type ExternalIds = ExternalId[]

/**
 * sources/authorities.yaml: the people, organisations and places the edition knows, with every spelling its sources use.
 */
export interface AuthoritiesFile {
  people?: PersonAuthority[]
  organisations?: OrganisationAuthority[]
  places?: PlaceAuthority[]
}
/**
 * This interface was referenced by `AuthoritiesFile`'s JSON-Schema
 * via the `definition` "person".
 */
export interface PersonAuthority {
  id: Id
  names: Names
  occupation?: string
  gender?: string
  organisation?: Id
  sameAs?: ExternalIds
  because?: string
}
/**
 * By language tag: the preferred name first, then spellings and short forms.
 *
 * This interface was referenced by `AuthoritiesFile`'s JSON-Schema
 * via the `definition` "names".
 */
export interface Names {
  [k: string]: string | string[]
}
export interface ExternalId {
  scheme: 'wikidata' | 'viaf' | 'geonames' | 'ror' | 'isni' | 'orcid'
  id: string
  reviewedBy: string
  reviewedOn?: string
}
/**
 * This interface was referenced by `AuthoritiesFile`'s JSON-Schema
 * via the `definition` "organisation".
 */
export interface OrganisationAuthority {
  id: Id
  names: Names
  kind?: 'media' | 'government' | 'party' | 'other'
  sameAs?: ExternalIds
  because?: string
}
/**
 * This interface was referenced by `AuthoritiesFile`'s JSON-Schema
 * via the `definition` "place".
 */
export interface PlaceAuthority {
  id: Id
  names: Names
  kind?: 'country' | 'region' | 'city' | 'building' | 'other'
  containedIn?: Id
  country?: string
  latitude?: number
  longitude?: number
  sameAs?: ExternalIds
  because?: string
}

/**
 * What the build found, and how to mend it.
 */
export interface Message {
  rule: string
  severity: 'error' | 'warning' | 'info'
  /**
   * One line: what was found and what was expected.
   */
  message: string
  /**
   * How to mend the cause.
   */
  fix: string
  /**
   * The file the place is in, below the folder of sources.
   */
  file?: string
  line?: number
  /**
   * UTF-16 code units.
   */
  column?: number
  endLine?: number
  endColumn?: number
  /**
   * The line of the source the place is in, cut to 160 characters around it.
   */
  excerpt?: string
  /**
   * Where in `excerpt` the place starts.
   */
  excerptColumn?: number
}

/**
 * One line into `warraq stage`.
 */
export interface StageRecord {
  id: string
  text?: string
  html?: string
  url?: string
  collection?: string
  sidecar?: {
    [k: string]: unknown
  }
}
