import {checksums} from '../package/checksums.ts'
import type {Edition} from '../source/types.ts'
import {code} from './code.ts'
import {createEntries, DamagedEntryError} from './entries.ts'
import type {RefusedEntry} from './items.ts'
import type {KnownArticle} from './manifest.ts'
import {openPacks, type PackReader} from './pack.ts'
import {printIndex, type ShardArticle, type ShardHead, shardFiles} from './shard-file.ts'
import {packaging} from './stale.ts'
import {summarise, writeMessages} from './summary.ts'
import type {Renewal} from './survey.ts'
import {placesOf} from './swap.ts'
import {createFileWriter, type FileWriter} from './write-files.ts'

/**
 * Lays what a merge needs beside the articles of a share: what is kept of each, in one file; what it is a share
 * of; the digest of every file. The same sources give the same bytes.
 */
export async function makeShard(
  renewal: Renewal,
  articles: readonly KnownArticle[],
  {
    edition,
    refused
  }: {
    readonly edition: Edition
    readonly refused: readonly RefusedEntry[]
  }
) {
  const {workplace, options} = renewal
  const packs = openPacks(workplace.cache)
  const writer = createFileWriter(workplace.staging)
  try {
    const members = copyEntries(articles, packs, writer)
    for (const bytes of printIndex(headOf(renewal), members))
      writer.write({path: shardFiles.index, bytes}, packaging)
    writer.finish()
    const entries = createEntries(articles, refused, packs)
    for (const files of [...entries.filesByPath(), writer.written()])
      for (const file of checksums.describe(files, edition)) writer.write(file, packaging)
    writer.finish()
    const files = writer.written()
    writeMessages(`${placesOf(options.out).messages}.next`, entries, [])
    const summary = summarise(articles, files, refused)
    return {files, found: [], pending: [], unchecked: [], summary}
  } finally {
    packs.close()
  }
}

function headOf({
  options,
  sources,
  listing,
  edition: {authorities, ...edition},
  editionDigest
}: Renewal): Omit<ShardHead, 'form'> {
  const {shard = {index: 0, count: 1}, sourceDateEpoch, languages, extraction} = options
  const {only, pack} = options
  return {
    code: code ?? '',
    shard,
    settings: {
      ...(sourceDateEpoch === undefined ? {} : {sourceDateEpoch}),
      languages: languages ?? [],
      extraction: extraction ?? {},
      ...(only ? {only} : {}),
      ...(pack ? {pack} : {})
    },
    edition,
    entities: authorities.entities,
    editionDigest,
    listing,
    refused: sources.refused
  }
}

/** Copies what is kept of each article behind that of the one before. @returns where it lies now */
function copyEntries(
  articles: readonly KnownArticle[],
  packs: PackReader,
  writer: FileWriter
): ShardArticle[] {
  let offset = 0
  return articles.map(({around: _around, made: _made, ...known}) => {
    const bytes = packs.bytes(known.place)
    if (!bytes) throw new DamagedEntryError(known.slug)
    writer.write({path: shardFiles.pack, bytes: Uint8Array.from(bytes)}, packaging)
    const place = {...known.place, pack: shardFiles.pack, offset}
    offset += bytes.length
    return {...known, place}
  })
}
