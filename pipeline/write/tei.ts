import {editionAround} from '../source/edition.ts'
import type {Edition, Result} from '../source/types.ts'
import {editionTitle} from './iris.ts'
import type {Output, OutputFile, Sink} from './output.ts'
import {body} from './tei-body.ts'
import {header} from './tei-header.ts'
import {type TeiContext, teiContext} from './tei-ids.ts'
import {serialise, type Xml, xml} from './xml.ts'

const namespace = 'http://www.tei-c.org/ns/1.0'
const schema =
  'https://www.tei-c.org/Vault/P5/4.12.0/xml/tei/custom/schema/relaxng/tei_all.rng'
const prolog = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="${schema}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="${schema}" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
`

/**
 * TEI P5: the transcript as transcribed speech (`u` and `seg`), the narrative beside it; one file an
 * article, and the edition as one corpus whose ids have the article's slug before them.
 */
export const tei: Output<string | null, {readonly isFilled: boolean}> = {
  name: 'tei',
  article: (article, edition) => [
    {
      path: `articles/${article.id}/article.tei.xml`,
      bytes: `${prolog}${serialise(document(teiContext(article, edition, 'file'), true))}\n`
    }
  ],
  part: corpusPart,
  edition: corpus,
  runs: openCorpus
}

function document(context: TeiContext, isRoot: boolean): Xml {
  const {article, id} = context
  const text = xml('text', {'xml:lang': article.language}, body(context))
  return xml(
    'TEI',
    {
      ...(isRoot ? {xmlns: namespace, version: '4.12.0'} : {}),
      'xml:id': isRoot ? `${article.id}.tei` : id('tei'),
      'xml:lang': article.language
    },
    header(context, text),
    text
  )
}

const path = 'data/corpus.tei.xml'

async function* corpus(
  parts: AsyncIterable<string | null>,
  edition: Edition
): AsyncIterable<OutputFile> {
  const sink = openCorpus(edition)
  for await (const part of parts) {
    sink.add(part)
    const {between, files} = sink.endRun()
    yield* [...between, ...files]
  }
  yield* sink.end()
}

/** Written article by article. An edition without one has no corpus: TEI knows no empty one. */
function openCorpus(edition: Edition): Sink<string | null, {readonly isFilled: boolean}> {
  let isOpen = false
  let waiting: string[] = []
  const open = (isFilled: boolean): OutputFile[] => {
    if (isOpen || !isFilled) return []
    isOpen = true
    return [{path, bytes: opening(edition)}]
  }
  return {
    add(part) {
      if (part !== null) waiting.push(part)
      return []
    },
    endRun() {
      const kept = {isFilled: waiting.length > 0}
      const files = waiting.map((bytes) => ({path, bytes}))
      waiting = []
      return {between: open(kept.isFilled), files, kept}
    },
    takeRun: (kept) => ({between: open(kept.isFilled), kept}),
    end: () => (isOpen ? [{path, bytes: '</teiCorpus>\n'}] : [])
  }
}

/** An article as it stands in the corpus. @returns null for a source that gave no article */
export function corpusPart({article}: Result, edition: Edition): string | null {
  if (!article) return null
  const context = teiContext(article, editionAround(article, edition), 'corpus')
  return ` ${serialise(document(context, false), ' ')}\n`
}

function opening(edition: Edition): string {
  const title = editionTitle(edition, 'en') ?? 'warraq'
  const [language] = edition.languages
  const head = xml(
    'teiHeader',
    {'xml:lang': 'en'},
    xml(
      'fileDesc',
      {},
      xml('titleStmt', {}, xml('title', {type: 'main'}, title)),
      xml(
        'publicationStmt',
        {},
        xml('publisher', {}, edition.publisher?.name ?? title),
        edition.date !== undefined &&
          xml('date', {when: edition.date.slice(0, 10)}, edition.date.slice(0, 10)),
        xml(
          'availability',
          {status: 'unknown'},
          edition.rights && xml('p', {}, edition.rights),
          xml('p', {}, 'Each article says in its own header what is known of its rights.')
        ),
        xml('idno', {type: 'URI'}, edition.baseUrl)
      ),
      xml(
        'sourceDesc',
        {},
        xml('p', {}, 'Each article names its source file in its own header.')
      )
    )
  )
  const lang = language ? ` xml:lang="${language}"` : ''
  return `${prolog}<teiCorpus xmlns="${namespace}" version="4.12.0"${lang}>\n ${serialise(head, ' ')}\n`
}
