import type {WrittenFile} from '../package/description.ts'
import type {Message} from '../tree/types.ts'
import {disk} from './disk.ts'
import type {Entries} from './entries.ts'
import type {KnownArticle, Summary} from './manifest.ts'

/** Writes down what a build that does nothing says again. */
export function writeMessages(
  path: string,
  entries: Entries,
  found: readonly Message[]
): void {
  let waiting = ''
  disk.write(path, '')
  const say = (messages: readonly Message[], atLeast: number): void => {
    for (const message of messages) waiting += `${JSON.stringify(message)}\n`
    if (waiting.length <= atLeast) return
    disk.append(path, waiting)
    waiting = ''
  }
  for (const messages of entries.messages()) say(messages, 1 << 20)
  say(found, 0)
}

/** Counts what there is. @param others messages that are about no article */
export function summarise(
  articles: readonly KnownArticle[],
  files: readonly WrittenFile[],
  others: readonly {readonly messages: readonly Message[]}[]
): Summary {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {messages} of others) for (const {severity} of messages) counts[severity]++
  const totals = {articles: 0, files: files.length, sizeBytes: 0}
  for (const {sizeBytes} of files) totals.sizeBytes += sizeBytes
  for (const {names, neighbour, sizeBytes, counts: own} of articles) {
    const [error = 0, warning = 0, info = 0] = own.split(' ').map(Number)
    counts.error += error
    counts.warning += warning
    counts.info += info
    if (neighbour) totals.articles++
    if (names === '') continue
    totals.files += names.split('|').length
    totals.sizeBytes += sizeBytes
  }
  return {...totals, counts}
}
