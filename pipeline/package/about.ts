import type {Edition} from '../source/types.ts'
import type {Creator} from '../tree/types.ts'
import {mainText} from './wording.ts'

/** What is known of an edition, in the forms that its descriptions need; nothing that is not declared. */
export interface About {
  /** Its title in its main language, else its address. */
  readonly name: string
  readonly description?: string
  readonly url: string
  readonly doiUrl?: string
  readonly license?: Licence
  /** `2025-11-26`; no more precise than the edition's date. */
  readonly day?: string
  readonly year?: string
}

/** A licence: an SPDX identifier, or an address. */
export interface Licence {
  readonly name: string
  readonly url: string
  readonly isSpdx: boolean
}

/** What an edition declares of itself. */
export function about(edition: Edition): About {
  const description = mainText(edition.description, edition)
  const day = /^\d{4}-\d\d-\d\d/u.exec(edition.date ?? '')?.[0]
  const year = /^\d{4}/u.exec(edition.date ?? '')?.[0]
  return {
    name: mainText(edition.title, edition) ?? edition.baseUrl,
    ...(description ? {description} : {}),
    url: edition.baseUrl,
    ...(edition.doi ? {doiUrl: `https://doi.org/${edition.doi}`} : {}),
    ...(edition.license ? {license: licence(edition.license)} : {}),
    ...(day ? {day} : {}),
    ...(year ? {year} : {})
  }
}

/** @see https://spdx.org/licenses/ */
export const licence = (declared: string): Licence =>
  declared.includes('://')
    ? {name: declared, url: declared, isSpdx: false}
    : {name: declared, url: `https://spdx.org/licenses/${declared}`, isSpdx: true}

/** The English title in lower-case letters, digits and hyphens, for names of files; empty without one. */
export function latinName({title}: Edition): string {
  const latin = (title.en ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return latin.replace(/^-|-$/g, '')
}

/** The address of an ORCID. */
export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`

/** What identifies a creator: an ORCID, else an address of theirs, else nothing. */
export const creatorUrl = ({orcid, url}: Creator): string | undefined =>
  orcid ? orcidUrl(orcid) : url

/** A person where that is declared or an ORCID or family name is; the schema of edition.yaml says so. */
export const isPerson = ({type, orcid, familyName}: Creator): boolean =>
  type === 'person' || (type === undefined && Boolean(orcid ?? familyName))

/** schema.org's type of a creator or publisher. */
export const agentType = (agent: Creator): string =>
  isPerson(agent) ? 'Person' : 'Organization'

/** A property that is there where its value is. */
export const given = <Value>(
  key: string,
  value: Value | undefined
): Readonly<Record<string, Value>> =>
  value === undefined || value === '' ? {} : {[key]: value}
