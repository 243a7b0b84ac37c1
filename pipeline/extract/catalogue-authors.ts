import type {Head, Stated} from './head.ts'
import {asCandidate, type Candidate, metaValues} from './sought.ts'

/** Authors as catalogues name them (Highwire, Dublin Core): family name first, as often as not. */
const catalogueNames = [
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor'
]

/** Authors that the head of a page states, under some names and for catalogues, as people say their names. */
export const statedAuthors = (head: Head, names: readonly string[]): Candidate[] => [
  ...metaValues(head, names).map(asCandidate('extract/meta')),
  ...metaValues(head, catalogueNames).map(inNaturalOrder)
]

/** “Lind, Anna” is Anna Lind. */
function inNaturalOrder(stated: Stated): Candidate {
  const [, family, given] =
    /^([^\s,]+(?:\s[^\s,]+)?),\s*([^\s,]+(?:\s[^\s,]+)?)$/u.exec(stated.value.trim()) ??
    []
  const isInverted = family && given && !(family.includes(' ') && given.includes(' '))
  return isInverted
    ? {value: `${given} ${family}`, text: stated.value, rule: 'extract/meta', stated}
    : asCandidate('extract/meta')(stated)
}
