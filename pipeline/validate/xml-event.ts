/** An attribute, as pointers and ids are; those that declare a namespace are left out. */
export interface XmlAttribute {
  readonly element: string
  readonly name: string
  readonly uri: string
  readonly local: string
  readonly value: string
  readonly line: number
}

/** The start of an element. */
export interface XmlElement {
  readonly type: 'open'
  readonly name: string
  readonly uri: string
  readonly local: string
  readonly attributes: readonly XmlAttribute[]
  readonly line: number
}

/** What a reader meets in an XML document; text in one piece between two tags. */
export type XmlEvent =
  | XmlElement
  | {
      readonly type: 'close'
      readonly name: string
      readonly uri: string
      readonly local: string
      readonly line: number
    }
  | {readonly type: 'text'; readonly text: string; readonly line: number}
  /** Not well-formed. */
  | {readonly type: 'fault'; readonly problem: string; readonly line: number}
