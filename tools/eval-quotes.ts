import {readFileSync} from 'node:fs'
import {processArticle} from '../pipeline/run/article.ts'
import type {Entity} from '../pipeline/tree/types.ts'
import {plainText} from '../pipeline/tree/text.ts'
import {walk} from '../pipeline/tree/walk.ts'

/** A paragraph of narrative and who is quoted in it. */
export interface QuoteCase {
  readonly language: string
  readonly text: string
  /** Quoted speech, in order. */
  readonly quotes: readonly string[]
  /** As printed; null where nobody is named by verb and name, or nothing is said. */
  readonly speaker: string | null
}

/** Reads `tests/eval/quotations.tsv`: language, paragraph with its speech in 【…】, speaker; `#` begins a comment. */
export const readQuotes = (file: string): QuoteCase[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [language = '', marked = '', speaker = ''] = line.split('\t')
      const quotes = [...marked.matchAll(/【(.*?)】/gu)].map((match) => match[1] ?? '')
      return {
        language,
        text: marked.replace(/[【】]/gu, ''),
        quotes,
        speaker: speaker === '-' ? null : speaker
      }
    })

/** Quotations with a speaker: how many were found, are right, and should be; and how many spans of speech are told from other quoted words. */
export function scoreQuotes(cases: readonly QuoteCase[]) {
  const score = {expected: 0, found: 0, right: 0, speech: 0, speechFound: 0, speechRight: 0}
  const faults: string[] = []
  for (const each of cases) {
    const found = quotationsOf(each, cases)
    score.expected += each.speaker === null ? 0 : each.quotes.length
    score.speech += each.quotes.length
    for (const {text, kind, speaker} of found) {
      const isSpeech = each.quotes.some((quote) => text.includes(quote))
      if (kind === 'direct') score.speechFound++
      if (kind === 'direct' && isSpeech) score.speechRight++
      if (speaker === null) continue
      score.found++
      if (isSpeech && speaker === each.speaker) score.right++
      else faults.push(`${each.language}  ${each.text}  expected ${each.speaker}, found ${speaker}`)
    }
    if (each.speaker !== null && !found.some(({speaker}) => speaker !== null))
      faults.push(`${each.language}  ${each.text}  not found`)
  }
  return {...score, languages: new Set(cases.map(({language}) => language)).size, faults}
}

/** The people of the cases in one language are known, as an authority file would have them. */
function quotationsOf({language, text}: QuoteCase, cases: readonly QuoteCase[]) {
  const names = new Set(
    cases.flatMap((each) => (each.language === language && each.speaker ? [each.speaker] : []))
  )
  const entities = [...names].map((name, n): Entity => ({
    id: `person-${n + 1}`,
    type: 'person',
    name,
    language,
    names: [{value: name, language, kind: 'preferred'}],
    basis: 'declared',
    rule: 'source/authorities'
  }))
  const {article} = processArticle({
    slug: 'article',
    path: 'eval/article.txt',
    bytes: new TextEncoder().encode(`Headline\n\n2 March 2024\n\n${text}\n`),
    collection: {id: 'eval', language},
    sidecar: {},
    authorities: {entities, byId: new Map(entities.map((entity) => [entity.id, entity]))}
  })
  return [...(article ? walk(article) : [])].flatMap((node) =>
    node.type === 'quotation'
      ? [
          {
            text: plainText(node.children),
            kind: node.kind,
            speaker: entities.find(({id}) => id === node.speaker)?.name ?? null
          }
        ]
      : []
  )
}
