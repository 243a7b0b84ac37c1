import {isAgency, isCollective, partAgency} from './agencies.ts'
import {behindName, leads} from './byline-words.ts'
import {printedMoments} from './moments.ts'
import {wordsOf} from './text.ts'
import {isFor, wordingsOf} from './wording.ts'

/** Where a name ends and something else about the person begins. */
const tail =
  /[|•·–—/]|\((?!\p{L}+\) \p{L})|\s-\s|, ?(?:(?:ph\.?\s?d|m\.?d|mba|jr|rn|esq)\b|(?:senior|staff|political|special|chief|managing|editor|reporter|correspondent|contributor|writer|columnist|analyst|associated press|reuters|cnn|bbc|usa today|the )\b)|(?<=\p{Ll})(?=(?:Updated|Published|Posted|Reviewed|Veröffentlicht|Aktualisiert)\b)|\b(?:published|updated|posted|veröffentlicht|aktualisiert|on behalf of|(?:illustration(?:en)?|fotos?|photos?|photography|bilder)\s*(?:von|by|par|:)|staff writer|follow|\d{1,2}[./]\d|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|@|https?:/iu
/** Words that lead from a name to a day. */
const beforeDay = /\s+(?:am|um|vom|on|at|le|el|il|em|den|dne|в|في|بتاريخ)\s*$/iu
const noName =
  /^(?:admin|administrator|editor|webmaster|root|user|guest|anonymous|none|null|undefined|unknown|(?:no )?author|by|von|par|por|text|texte?|stand|beitrag|published|updated|veröffentlicht|aktualisiert|share|follow|view (?:all|profile)|(?:learn|read|show) more|more|here|posts?|nachricht|xing|linkedin|instagram|bluesky|mastodon|facebook|twitter|website|online|datum|xing)$|^(?:developed|powered|designed) by|https?:|www\.|\.(?:com|org|net|de)$|@|\d{2}/iu
/** What somebody is, where a name may stand or behind it, with the words that tell which. */
const role =
  /(?:^|\s+)(?:(?:senior|junior|staff|contributing|deputy|political|chief|managing|executive|news|guest|special|associate|assistant|lead|research|content|marketing|features?|freelance|opinion|sports?|business|tech(?:nology)?|general|online)\s+)*(?:reporters?|correspondents?|writers?|editors?|contributors?|columnists?|producers?|photographers?|analysts?|directors?|journalists?|journalistin|redakteur(?:in)?|experts?|staff|publisher|founder|co-founder|president|manager|strategist|executive|intern)$/iu
/** An office, and whatever is behind it. */
const officeBehind =
  /,\s*(?:head|vice president|director|chief|founder|co-founder|editor|manager|professor|member) (?:of|and|&)\s.*$/iu
/** Words of names that are written small. */
const particles = new Set(
  'van von der den de del della di da do dos das du des la le lo el al bin ibn bint ben abu of y e i af av zu zur zum ter ten te und and'.split(
    ' '
  )
)

/** The word between the last two of a list in a language. @see CLDR, list patterns, through `Intl` */
const links = new Map<string, string>()
function linkOf(tag: string): string {
  const known = links.get(tag)
  if (known !== undefined) return known
  const format = new Intl.ListFormat(tag, {type: 'conjunction'})
  const link = format.format(['A', 'B']).slice(1, -1).trim() || 'and'
  links.set(tag, link)
  return link
}

/**
 * The names in what stands for the author: several parted, words around them dropped, degrees, agencies and
 * offices behind a comma too. @param tag language of the page
 */
export function namesIn(written: string, tag: string): string[] {
  const whole = written.replace(/\s+/gu, ' ').trim()
  if (/^https?:/u.test(whole) || whole.length > 300) return []
  const day = printedMoments(whole, tag)[0]
  const text = day?.start ? whole.slice(0, day.start).replace(beforeDay, '') : whole
  const bare = withoutLead(withoutLead(text).replace(/^[\s|:]+/u, '')).replace(
    officeBehind,
    ''
  )
  const separator = new RegExp(
    `\\s*[,;&،、]\\s*(?!\\s*(?:jr|sr|ph|m\\.?d)\\b)(?:(?:and|${linkOf(tag)})\\s+)?|\\s+(?:and|with|${linkOf(tag)})\\s+`,
    'iu'
  )
  const [first = '', ...others] = bare
    .split(separator)
    .filter((part, n) => n === 0 || !role.test(part))
  const isWhole = (part: string): boolean => part.includes(' ') || isAgency(part)
  const isList = isWhole(first)
    ? untilTold(others).filter(
        (part) => isAgency(part) || (isWhole(part) && isName(part))
      )
    : others.every((part) => !isWhole(part)) && !/[,;،]/u.test(bare)
      ? others
      : []
  return [first, ...isList]
    .flatMap((part) => (tag === 'ar' ? twoInArabic(part) : [part]))
    .flatMap((part) => partAgency(bareName(part)).filter(isPossible))
}

/** Names up to what is told of the last of them in small letters: “Anna Lind, physician, Harbour Hospital”. */
function untilTold(parts: readonly string[]): readonly string[] {
  const end = parts.findIndex(
    (part) => /^\p{Ll}/u.test(part) && !particles.has(part.split(' ')[0] ?? '')
  )
  return end < 0 ? parts : parts.slice(0, end)
}

/** “Ahmad Ali and Salma Hasan”: in Arabic, *and* is a letter before the word, which begins many a name as well. */
function twoInArabic(part: string): string[] {
  const [, one, other] =
    /^(\S+ \S+(?: \S+)?) \u0648(\S{3,} \S+(?: \S+)?)$/u.exec(part) ?? []
  return one && other ? [one, other] : [part]
}

/** A name without what it is said to be. */
function bareName(part: string): string {
  if (isAgency(part)) return part.trim()
  const text = beforeTail(withoutLead(part))
    .replace(behindName, '')
    .replace(/^[\s:.,-]+|[\s:,-]+$|(?<=\p{Ll}{4})\.$/gu, '')
  const name = isCollective(text) ? text : text.replace(role, '')
  return name.includes(' ') || name === '' || !text.includes(' ') ? name : text
}

/** Without the words of a byline; a particle of a name stays: “Di Stefano”. */
function withoutLead(text: string): string {
  const rest = text.replace(leads, '').replace(/^By(?=\p{Lu}\p{Ll})/u, '')
  return rest.includes(' ') || !particles.has(text.split(' ')[0]?.toLowerCase() ?? '')
    ? rest
    : text
}

const isPossible = (name: string): boolean =>
  name.length <= 60 &&
  name.split(' ').length <= 6 &&
  !noName.test(name) &&
  (isAgency(name) ||
    (/\p{L}{2}|[\p{Script=Han}\p{Script=Hangul}]/u.test(name) &&
      !/^\p{Lu}{2}$/u.test(name)))

/** What stands before something else about the person. */
function beforeTail(part: string): string {
  const ends = [part.search(tail), part.search(/\s\p{Nd}/u)].filter((end) => end >= 0)
  return ends.length > 0 ? part.slice(0, Math.min(...ends)).trimEnd() : part
}

/** The furniture that stands where names do. */
const furniture = [
  'related',
  'credit',
  'newsletter',
  'share',
  'comment',
  'notice',
  'rights'
] as const

/** True for what is written as names are: where a script has capitals, each word but particles begins with one. */
export function isName(text: string): boolean {
  const words = text.split(' ')
  if (words.length > 6) return false
  const wordings = wordingsOf(wordsOf(text), false)
  if (furniture.some((kind) => isFor(wordings, kind))) return false
  return (
    words.length === 1 ||
    words.every((word) => !/^\p{Ll}/u.test(word) || particles.has(word.toLowerCase()))
  )
}
