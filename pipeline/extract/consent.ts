import type {StatedKind} from './kinds.ts'
import type {LineText} from './line-texts.ts'
import {around, type Line} from './page.ts'
import {pageSpan} from './surroundings.ts'
import {isFor} from './wording.ts'

const consent = /^(?:consent|gdpr|cookies?|privacy)$/u
/** No notice is longer: a page that has consent in the name of its frame may hold an article. */
const most = {lines: 30, characters: 6_000} as const
/** So many of its lines at least speak of cookies, privacy or consent. */
const leastShare = 0.25

/**
 * A page that shows nothing but a notice of consent: what was taken for its article, if all of it stands in elements
 * that are named so and much of it speaks of that. Null for any other page.
 * @param reasons for each line why it is no part of the article; null where it is one
 */
export function findConsentWall(
  lines: readonly Line[],
  texts: readonly LineText[],
  reasons: readonly (string | null)[]
): {reasons: (string | null)[]; kind: StatedKind} | null {
  const own = lines.flatMap((line, n) => (reasons[n] === null ? [{line, n}] : []))
  const [first] = own
  const length = own.reduce((sum, {line}) => sum + line.text.length, 0)
  if (!first || own.length > most.lines || length > most.characters) return null
  const notices = own.filter(({n}) => isFor(texts[n]?.wordings ?? 0, 'notice')).length
  if (notices < own.length * leastShare || !own.every(({line}) => isOfConsent(line)))
    return null
  return {
    reasons: reasons.map((reason) =>
      reason === null || reason === 'headline' ? 'cookie-notice' : reason
    ),
    kind: {
      kind: 'consent-wall',
      stated: {value: first.line.text, ...pageSpan(first.line)}
    }
  }
}

const isOfConsent = (line: Line): boolean =>
  [...around(line.inner)].some(
    ({tag, tokens}) =>
      tag !== 'body' && tag !== 'html' && tokens.some((token) => consent.test(token))
  )
