import {badJsonLd, badTerm} from '../diagnostics/validate-rules.ts'
import type {ArticleFiles, ArticleGate} from './gate.ts'
import {parseJson} from './json.ts'
import {isPlain} from './json-ld-plain.ts'
import {checkTerms} from './vocabulary.ts'

/**
 * The graph and the embedded data of an article: vocabulary of schema.org, and nothing that a JSON-LD processor drops.
 * Safe mode of a processor says so of what is not plainly right.
 */
export const jsonLdGate: ArticleGate = {
  name: 'json-ld',
  async check({article, edition, files, report}) {
    for (const [name, text] of documentsOf(article.id, files)) {
      const data = parseJson(text)
      for (const fault of checkTerms(data).slice(0, 10))
        report(badTerm, {...fault, node: `${name}: ${fault.node}`})
      const isRight = !edition.isThorough && isPlain(data)
      const problem = isRight ? null : await expandSafely(data)
      if (problem) report(badJsonLd, {problem: `${name}: ${problem}`})
    }
  }
}

function documentsOf(slug: string, files: ArticleFiles['files']): [string, string][] {
  const graph = files.get(`articles/${slug}/article.jsonld`)
  const page = files.get(`articles/${slug}/index.html`)
  const block =
    page && /<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(page)?.[1]
  return [
    ...(graph ? [['article.jsonld', graph] satisfies [string, string]] : []),
    ...(block ? [['index.html', block] satisfies [string, string]] : [])
  ]
}

/** Expands in safe mode, which refuses what would be dropped. @returns what is wrong, or null */
export async function expandSafely(data: unknown): Promise<string | null> {
  try {
    await toStatements(data)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The statements of a document as N-Quads, by a JSON-LD processor that has our context and no network. */
export async function toStatements(data: unknown): Promise<string> {
  const [{default: jsonld}, {default: context}] = await Promise.all([
    import('jsonld'),
    import('../../schemas/vocabulary/schema-org-context.json', {with: {type: 'json'}})
  ])
  const documentLoader = async (url: string) => {
    if (!/^https?:\/\/schema\.org\/?$/u.test(url))
      throw new Error(`a context of \`${url}\`, which is not ours`)
    return {documentUrl: url, document: context}
  }
  const options = {format: 'application/n-quads', safe: true, documentLoader} as const
  const document = typeof data === 'object' && data !== null ? data : {}
  return String(await jsonld.toRDF(document, options))
}
