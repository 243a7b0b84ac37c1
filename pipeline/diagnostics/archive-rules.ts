import {defineRule} from './rule.ts'

/** What is wrong in a file that holds other files, and where. */
interface Damage {
  readonly found: string
  readonly expected: string
  /** Byte of the file, from 0. */
  readonly offset?: number
}

const place = ({offset}: Damage): string =>
  offset === undefined ? '' : ` at byte ${offset}`

export const brokenArchive = defineRule<Damage>({
  id: 'read/broken-archive',
  severity: 'error',
  title: 'A container that is damaged or ends too early',
  message: (damage) =>
    `Unexpected ${damage.found}${place(damage)}, expected ${damage.expected}`,
  why: 'What cannot be unpacked cannot be published, and a page that is missing in silence would be a page lost.',
  fix: 'What stands before the place was read. Fetch or save the file again; for a WARC, `warcio check` and `warcio recompress` name and mend damage.',
  since: '0.1.0'
})

export const archiveLimit = defineRule<{found: string; limit: string}>({
  id: 'read/archive-limit',
  severity: 'error',
  title: 'A container that unpacks to more than the limit',
  message: ({found, limit}) => `Unexpected ${found}, expected at most ${limit}`,
  why: 'A small file can be made to unpack to terabytes; one file must not take the memory of the whole build.',
  fix: 'If the file is honest, unpack the article and add it as a file of its own. The number of articles of a file is one of the `limits` of collection.yaml and edition.yaml.',
  since: '0.1.0'
})

export const unsafeEntry = defineRule<{name: string}>({
  id: 'read/unsafe-entry',
  severity: 'warning',
  title: 'A name in an archive that leads out of it',
  message: ({name}) =>
    `Unexpected name \`${name}\` in the archive, expected one that stays inside`,
  why: 'Unpacked, it could overwrite other files. Nothing of an archive is ever written by its name, and this entry is not read.',
  fix: 'Find out who made the archive before you trust it.',
  since: '0.1.0'
})

export const passedOver = defineRule<{counts: Readonly<Record<string, number>>}>({
  id: 'read/passed-over',
  severity: 'info',
  title: 'Records of an archive that are no pages',
  message: ({counts}) =>
    `Passed over ${Object.entries(counts)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}; articles are read from pages that were answered with 200`,
  why: 'An archive holds all that a page was shown with; only pages can be articles.',
  fix: 'Nothing is to be done. To publish one of them, save it as a file of its own.',
  since: '0.1.0'
})

export const noPage = defineRule<{expected: string}>({
  id: 'read/no-page',
  severity: 'error',
  title: 'A container without a page',
  message: ({expected}) => `Unexpected container without a page, expected ${expected}`,
  why: 'There is nothing in it that could be an article.',
  fix: 'Save the article again as a complete page, or remove the file.',
  since: '0.1.0'
})

export const noArticle = defineRule<{url: string}>({
  id: 'read/no-article',
  severity: 'info',
  title: 'A page of an archive without an article',
  message: ({url}) => `Unexpected page without an article (${url}), expected text`,
  why: 'An archive also holds frames, start pages and error pages; they are named here and not published.',
  fix: 'Nothing is to be done, unless the page should be an article.',
  since: '0.1.0'
})

export const digestDiffers = defineRule<{declared: string; found: string}>({
  id: 'read/digest-differs',
  severity: 'warning',
  title: 'A record that is not as it was written',
  message: ({declared, found}) =>
    `Unexpected digest \`${found}\` of the record, expected \`${declared}\` as it states`,
  why: 'The bytes changed after the record was written, or it was written wrongly: it is no proof of what was published.',
  fix: 'Compare it with another copy of the archive, if there is one.',
  since: '0.1.0'
})
