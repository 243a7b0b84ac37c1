import {formatsDisagree} from '../diagnostics/validate-rules.ts'
import {stringOf} from '../tree/facts.ts'
import {plainText, turnText} from '../tree/text.ts'
import type {Article} from '../tree/types.ts'
import {turns, walk} from '../tree/walk.ts'
import {readFormats} from './agreement-formats.ts'
import type {ArticleGate} from './gate.ts'

/**
 * The formats agree: each turn has the same id, text and speaker, each paragraph the same id and
 * text, and the article the same date and headline in every output that has them.
 */
export const agreementGate: ArticleGate = {
  name: 'agreement',
  async check({article, files, report}) {
    const truth = sayingsOf(article)
    for (const {name, sayings, covers} of await readFormats(article.id, files)) {
      for (const [what, expected] of truth) {
        const found = sayings.get(what)
        if (found === undefined && !covers(what)) continue
        if (!isSame(found, expected)) {
          const [kind = '', id = ''] = what.split(' of ')
          const formats = `${brief(found)} in ${name}, ${brief(expected)} in the tree`
          report(formatsDisagree, {id, what: kind, formats})
        }
      }
      for (const [what, said] of sayings)
        if (!truth.has(what) && !standsIn(what, said, article.id))
          report(formatsDisagree, {
            id: what.split(' of ')[1] ?? what,
            what: what.split(' of ')[0] ?? what,
            formats: `present in ${name}, not in the tree`
          })
    }
  }
}

/** A page without a headline is headed by the article's id. */
const standsIn = (what: string, said: string, id: string): boolean =>
  what === 'headline of article' && said === id

const isSame = (found: string | undefined, expected: string): boolean =>
  found === expected || (found !== undefined && unspaced(found) === unspaced(expected))

/** Formats part the paragraphs of a turn in ways of their own; a line may end in NEL, which is no white space to `\s`. */
const unspaced = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim()

const brief = (text: string | undefined): string =>
  text === undefined
    ? 'nothing'
    : `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``

/** What the tree says; an unknown speaker is the empty string. */
function sayingsOf(article: Article): Map<string, string> {
  const sayings = new Map<string, string>()
  for (const field of ['headline', 'datePublished']) {
    const value = stringOf(article.metadata, field)
    if (value !== undefined) sayings.set(`${field} of article`, value)
  }
  for (const node of walk(article))
    if (node.type === 'paragraph')
      sayings.set(`text of ${node.id}`, plainText(node.children))
  for (const turn of turns(article)) {
    sayings.set(`text of ${turn.id}`, turnText(turn))
    sayings.set(`speaker of ${turn.id}`, turn.speaker ?? '')
  }
  return sayings
}
