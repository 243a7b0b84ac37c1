import {readFileSync} from 'node:fs'
import {validateArticle} from '../build/validators.mjs'
import type {Article} from '../pipeline/tree/types.ts'

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
const escape = (text: string): string => text.replace(/[&<>"]/gu, (character) => escapes[character] ?? character)
const kinds = [/^\s*$/u, /^[\p{L}\p{M} ]{2,40}:/u, /\d{4}|\d{1,2}:\d{2}/u, /[.!?؟]$/u]

interface Line {
  readonly type: 'paragraph'
  readonly kind: number
  readonly position: object
  readonly children: readonly {readonly type: 'text'; readonly value: string; readonly position: object}[]
}

/**
 * The least that any program has to do for a text: read it, decode it, look whether it is in NFC, split it into lines
 * and tell four kinds of them apart, make a flat tree with positions, validate a tree, print it as JSON, JSON-LD,
 * TEI and HTML by putting texts together. None of it understands anything.
 * @param article what is validated: the tree of the same text
 */
export function floorSteps(path: string, article: Article): number {
  const text = new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(path))
  if (text !== text.normalize('NFC')) throw new Error('not NFC')
  const lines: Line[] = []
  let offset = 0
  for (const [n, value] of text.split('\n').entries()) {
    const position = {start: {line: n + 1, column: 1, offset}, end: {line: n + 1, column: value.length + 1, offset: offset + value.length}}
    offset += value.length + 1
    lines.push({type: 'paragraph', kind: kinds.findIndex((kind) => kind.test(value)), position, children: [{type: 'text', value, position}]})
  }
  if (!validateArticle(article)) throw new Error('not valid')
  const json = JSON.stringify({type: 'article', children: lines})
  const graph = lines.map((line, n) => ({'@type': 'Message', '@id': `https://edition.example/#${n}`, position: n, text: line.children[0]?.value}))
  const jsonLd = JSON.stringify({'@context': 'https://schema.org', '@graph': graph}, null, 1)
  let tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
  let html = '<!DOCTYPE html><html><body>'
  for (const [n, line] of lines.entries()) {
    const words = escape(line.children[0]?.value ?? '')
    tei += `<u xml:id="l${n}"><seg>${words}</seg></u>\n`
    html += `<p id="l${n}">${words}</p>\n`
  }
  return json.length + jsonLd.length + tei.length + html.length
}
