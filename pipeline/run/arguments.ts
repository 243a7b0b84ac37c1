import {existsSync, readdirSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {suggest} from './suggest.ts'

/** What was asked for cannot be done as it was asked, and nothing was: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A path that is there, or an error that names the nearest one that is. */
export function existing(path: string): string {
  if (existsSync(path)) return path
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(path))
    throw new UsageError(
      `\`${path}\` is an address, and nothing is fetched. Name a file by its path; save a page first, or hand it on: \`curl -sL ADDRESS | warraq extract --url ADDRESS\`.`
    )
  const parent = dirname(resolve(path))
  const meant = existsSync(parent)
    ? suggest(basename(path), readdirSync(parent))
    : undefined
  throw new UsageError(
    `there is no \`${path}\`.${meant ? ` Did you mean \`${relative('.', join(parent, meant))}\`?` : ''}`
  )
}

/** A folder that is there, or can be made. */
export function outFolder(path: string): string {
  let at = resolve(path)
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  if (existsSync(at) && !statSync(at).isDirectory())
    throw new UsageError(
      `\`${relative('.', at) || at}\` is no folder; nothing can be put in it.`
    )
  return path
}

/** A folder that is there. */
export function folder(path: string): string {
  const found = existing(path)
  if (!statSync(found).isDirectory())
    throw new UsageError(`\`${path}\` is no folder of sources.`)
  return found
}

/** The address of a page that was typed. @throws UsageError for what is none */
export function addressOf(typed: string): string {
  if (/^https?:\/\/[^/]/iu.test(typed) && URL.canParse(typed)) return typed
  throw new UsageError(
    `\`--url\` takes the address of a page, such as \`https://site.example/page\`, not \`${typed}\`.`
  )
}

/** A whole number that was typed. @throws UsageError for another or for what is none */
export function numberOf(
  option: string,
  typed: string,
  {least, most}: {readonly least: number; readonly most: number}
): number {
  const number = Number(typed)
  if (/^\d{1,9}$/u.test(typed) && number >= least && number <= most) return number
  throw new UsageError(
    `\`--${option}\` takes a number from ${least} to ${most}, not \`${typed}\`.`
  )
}

/** Bytes that a line may have, from the megabytes that were asked for. @throws UsageError for what is no number of them */
export const lineLimitOf = (typed: string | undefined): number | undefined =>
  typed === undefined
    ? undefined
    : numberOf('line-limit', typed, {least: 1, most: 256}) * (1 << 20)

/** Seconds that a record may take. @throws UsageError for what is no number of them */
export function timeLimitOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined
  const seconds = Number(typed)
  if (/^\d{1,5}(?:\.\d{1,3})?$/u.test(typed) && seconds > 0) return seconds
  throw new UsageError(
    `\`--time-limit\` takes a number of seconds above 0 and below 100000, not \`${typed}\`.`
  )
}

/** How many threads were asked for. @throws UsageError for what is no number of threads */
export const jobsOf = (typed: string | undefined): {readonly jobs?: number} =>
  typed === undefined ? {} : {jobs: numberOf('jobs', typed, {least: 1, most: 256})}
