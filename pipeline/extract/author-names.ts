import {printedMoments} from './moments.ts'
import {wordsOf} from './text.ts'
import {isFor, wordingsOf} from './wording.ts'

/** Words before a name, where no language's own list has them. */
export const leads =
  /^(?:(?:written|posted|reported|published|authored|contributed|compiled|story|text|words|photos?|article|interview|analysis|review|opinion)\s+by|words\s+(?:&|and)\s+(?:images|photos)|(?:geschrieben|verfasst|veröffentlicht)\s+von|(?:écrit|publié)\s+par|(?:escrito|publicado)\s+por|by|von|par|por|di|od|автор|author|autor|autore|auteur|contributors?|كتب(?:ت)?|بقلم|تحرير|حوار|نویسنده|گزارش(?:گر)?|خبرنگار)\s*[:：]?\s+/iu
/** Where a name ends and something else about the person begins. */
const tail =
  /[|•·–—(/]|\s-\s|, ?(?:(?:ph\.?\s?d|m\.?d|mba|jr|rn|esq)\b|(?:senior|staff|political|special|chief|managing|editor|reporter|correspondent|contributor|writer|columnist|analyst|associated press|reuters|cnn|bbc|usa today|the )\b)|\b(?:published|updated|posted|staff writer|follow|\d{1,2}[./]\d|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|@|https?:/iu
/** Words that lead from a name to a day. */
const beforeDay = /\s+(?:am|vom|on|at|le|el|il|em|den|dne|в|في|بتاريخ)\s*$/iu
const noName =
  /^(?:admin|administrator|editor|staff|redaktion|redaction|team|webmaster|root|user|guest|anonymous|none|null|undefined|unknown|author|share|follow|view (?:all|profile)|more|here|posts?|facebook|twitter|website|online|news desk|editorial (?:team|staff))$|^(?:developed|powered|designed) by|https?:|www\.|\.(?:com|org|net|de)$|@|\d{2}/iu
/** What somebody is, where a name may stand. */
const role =
  /\b(?:reporters?|correspondents?|writers?|editors?|contributors?|columnists?|producers?|photographers?|analysts?|directors?|journalists?|redakteur(?:in)?|expert|staff)$/iu
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
  const bare = withoutLead(withoutLead(text).replace(/^[\s|:]+/u, ''))
  const separator = new RegExp(
    `\\s*[,;&،、]\\s*(?!\\s*(?:jr|sr|ph|m\\.?d)\\b)(?:(?:and|${linkOf(tag)})\\s+)?|\\s+(?:and|with|${linkOf(tag)})\\s+`,
    'iu'
  )
  const [first = '', ...others] = bare
    .split(separator)
    .filter((part, n) => n === 0 || !role.test(part))
  const isWhole = (part: string): boolean => part.includes(' ')
  const isList = isWhole(first)
    ? others.filter((part) => isWhole(part) && isName(part))
    : others.every((part) => !isWhole(part)) && !/[,;،]/u.test(bare)
      ? others
      : []
  return [first, ...isList].flatMap((part) => {
    const name = beforeTail(withoutLead(part)).replace(/^[\s:.,-]+|[\s:,-]+$/gu, '')
    return isPossible(name) ? [name] : []
  })
}

const withoutLead = (text: string): string => text.replace(leads, '')

const isPossible = (name: string): boolean =>
  name.length <= 60 &&
  name.split(' ').length <= 6 &&
  !noName.test(name) &&
  /\p{L}{2}|[\p{Script=Han}\p{Script=Hangul}]/u.test(name) &&
  !/^\p{Lu}{2}$/u.test(name)

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
