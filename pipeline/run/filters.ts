import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {nearDuplicate, otherLanguage} from '../diagnostics/run-rules.ts'
import type {Result} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {
  createTwinFinder,
  type Signature,
  signatureOf
} from '../validate/near-duplicates.ts'
import type {Output} from '../write/output.ts'

/**
 * Leaves out what is not in one of the languages, with a message.
 * @param languages tags; one of a whole language (`en`) takes in all of its kinds (`en-GB`); empty for all
 */
export function inLanguages(result: Result, languages: readonly string[]): Result {
  const {path, article, messages} = result
  if (!article || languages.length === 0) return result
  const {language} = article
  if (languages.some((tag) => isKindOf(language, tag))) return result
  const file = new VFile({path})
  reportTo(file)(otherLanguage, {language, wanted: languages})
  return {...result, article: null, messages: [...messages, ...messagesOf(file)]}
}

const isKindOf = (language: string, tag: string): boolean =>
  `${language.toLowerCase()}-`.startsWith(`${tag.toLowerCase()}-`)

/** What is kept of a result to find others that say nearly the same. */
export const twinPart = ({article}: Pick<Result, 'article'>): Signature | null =>
  article && signatureOf(article)

/** Keeps that of each article from build to build. */
export const twins: Output<Signature | null> = {
  name: 'near-duplicates',
  part: (result) => twinPart(result)
}

/** Names articles that nearly repeat one before them; results come in the order of their ids, so that the same sources give the same messages. */
export function createTwinNamer(): (
  result: Pick<Result, 'id' | 'path'>,
  signature: Signature | null
) => Message[] {
  const finder = createTwinFinder()
  return ({id, path}, signature) => {
    const twin = signature && finder.add(id, signature)
    if (!twin) return []
    const file = new VFile({path})
    reportTo(file)(nearDuplicate, twin)
    return messagesOf(file)
  }
}
