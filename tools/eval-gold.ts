import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'

/** A document with the turns that a reader marked in it. */
export interface Gold {
  readonly id: string
  readonly set: string
  readonly text: string
  readonly turns: readonly GoldTurn[]
}
/** Offsets in UTF-16 code units; `label` is null where none is printed. */
export interface GoldTurn {
  readonly start: number
  readonly end?: number
  readonly label: string | null
  readonly speaker?: string
}

/** Every document of a folder: `*.jsonl.gz` with one JSON document a line, and marked texts. @see tests/eval/README.md */
export function readGold(folder: string): Gold[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      if (/\.jsonl\.gz$/u.test(name)) return readLines(gunzipSync(bytes).toString('utf8'))
      return name.endsWith('.txt') ? [readMarked(name, bytes.toString('utf8'))] : []
    })
}

const readLines = (text: string): Gold[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Gold => JSON.parse(line))

function readMarked(name: string, marked: string): Gold {
  let text = ''
  const turns: GoldTurn[] = []
  for (const line of marked.trimEnd().split('\n')) {
    const body = line.slice(2)
    if (line.startsWith('> '))
      turns.push({start: text.length, label: /【(.*?)】/u.exec(body)?.[1] || null})
    text += `${body.replace(/【(.*?)】/u, '$1')}\n`
  }
  return {id: name.replace(/\.txt$/u, ''), set: 'conventions', text, turns}
}
