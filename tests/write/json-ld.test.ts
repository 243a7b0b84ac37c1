import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {turnText} from '../../pipeline/tree/text.ts'
import {turns} from '../../pipeline/tree/walk.ts'
import {expandSafely, toStatements} from '../../pipeline/validate/json-ld.ts'
import {checkVocabulary} from '../../pipeline/validate/vocabulary.ts'
import {fullGraph} from '../../pipeline/write/json-ld.ts'
import {embedJsonLd} from '../../pipeline/write/json-ld-embed.ts'
import {escapeForScript, type JsonLdNode} from '../../pipeline/write/json-ld-nodes.ts'
import {toQuads} from '../../pipeline/write/n-quads.ts'
import {processSeed, processText, seedSources} from '../support/edition.ts'

const {article, edition} = processSeed()
const graph = fullGraph(article, edition)
const document = {'@context': 'https://schema.org', '@graph': graph}
const embed = embedJsonLd(article, edition)
const byType = (type: string): JsonLdNode[] =>
  graph.filter((node) => [node['@type']].flat().includes(type))
const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && '@id' in value
    ? String(value['@id'])
    : ''

describe('the graph of the seed', () => {
  test('uses schema.org as its vocabulary has it, in both profiles', async () => {
    expect(checkVocabulary(document)).toEqual([])
    expect(checkVocabulary(embed)).toEqual([])
    expect(await expandSafely(document)).toBeNull()
    expect(await expandSafely(embed)).toBeNull()
  })

  test('has 44 turns, numbered without gaps, with the text of the tree', () => {
    const messages = byType('Message')
    expect(messages.map((node) => node.position)).toEqual(
      Array.from({length: 44}, (_, n) => n + 1)
    )
    expect(messages.map((node) => node.text)).toEqual(turns(article).map(turnText))
  })

  test('has a sender and another recipient on each turn, both participants of the call', () => {
    const participants = [byType('Event')[0]?.participant ?? []].flat().map(idOf)
    for (const node of byType('Message')) {
      const sender = idOf(node.sender)
      expect(participants).toContain(sender)
      expect(idOf(node.creator)).toBe(sender)
      expect(idOf(node.recipient)).not.toBe(sender)
      expect(participants).toContain(idOf(node.recipient))
    }
  })

  test('holds only strings of the source, of declarations, and five claims of ours', () => {
    const source = readFileSync(
      `${seedSources}/sinai-news/witkoff-ushakov-call.txt`,
      'utf8'
    )
    const declared =
      readFileSync(`${seedSources}/authorities.yaml`, 'utf8') +
      readFileSync(`${seedSources}/edition.yaml`, 'utf8')
    const fields = ['headline', 'description', 'name', 'alternateName', 'text'] as const
    for (const node of graph) {
      if (node['@type'] === 'Claim') continue
      for (const field of fields) {
        for (const value of [node[field] ?? []].flat()) {
          for (const paragraph of String(value).split('\n\n')) {
            const known = source.includes(paragraph) || declared.includes(paragraph)
            expect(
              known || node['@type'] === 'MediaObject',
              `${field}: ${paragraph}`
            ).toBe(true)
          }
        }
      }
    }
    expect(byType('Claim')).toHaveLength(5)
  })

  test('states no author, address, image, agent or sameAs that nothing states', () => {
    const text = JSON.stringify(graph)
    for (const key of [
      '"author"',
      '"image"',
      '"agent"',
      '"sameAs"',
      '"translator"',
      '"dateModified"'
    ]) {
      expect(text).not.toContain(key)
    }
  })

  test('dates the call and the meeting, with no false precision', () => {
    expect(byType('Event')[0]?.startDate).toBe('2025-10-14')
    expect(byType('Claim').filter((node) => node.temporal === '2025-10-17')).toHaveLength(
      3
    )
    expect(JSON.stringify(graph)).not.toMatch(/PT5M|T00:00/u)
    expect(byType('QuantitativeValue')[0]).toMatchObject({minValue: 5, unitCode: 'MIN'})
  })

  test('has the digest of the bytes, and a publisher that is not our site', () => {
    const file = byType('MediaObject')[0]
    expect(file?.sha256).toBe(
      'd9d6a7af201002c6b7e516dbf6901b9d26f052aedb1afad8a5aaa0fd6cf5bafd'
    )
    const news = byType('NewsArticle')[0]
    expect(idOf(news?.publisher)).not.toBe(idOf(news?.sdPublisher))
  })

  test('gives the same statements as a JSON-LD processor', async () => {
    const quads = await toStatements(document)
    expect([...new Set(toQuads(graph))].sort().join('')).toBe(
      `${quads.split('\n').filter(Boolean).sort().join('\n')}\n`
    )
  })

  test('agrees with the embedded profile on each shared id, and that stays below five times the body', () => {
    const shared = JSON.stringify(embed).match(/"@id":"[^"]+"/gu) ?? []
    const known = new Set(graph.map((node) => `"@id":"${node['@id']}"`))
    for (const id of shared) expect(known).toContain(id)
    const body = Buffer.byteLength(String(embed.articleBody))
    expect(Buffer.byteLength(JSON.stringify(embed))).toBeLessThan(5 * body)
  })
})

test('a hostile headline neither ends the script nor is lost', () => {
  const headline = 'A </script><!-- \u2028 &quot; "b" headline'
  const {article: hostile, edition: other} = processText(
    `${headline}\n\nThe first paragraph says something.\n`
  )
  const printed = escapeForScript(JSON.stringify(embedJsonLd(hostile, other)))
  expect(printed).not.toMatch(/[<>\u2028\u2029&]/u)
  expect(JSON.parse(printed).headline).toContain('</script><!--')
})
