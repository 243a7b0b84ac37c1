import type {ParquetWriter} from 'hyparquet-writer'

/** What the end of a Parquet file says of groups of rows that follow one another, offsets from where the first begins. */
export interface RowGroups {
  readonly sizeBytes: number
  readonly groups: ParquetWriter['row_groups']
  readonly indexes: ParquetWriter['pendingIndexes']
}

/**
 * Takes down what a writer says of the groups of a run, and makes a writer say it of a run whose bytes were
 * written by another: data pages know nothing of where they stand.
 * @see https://parquet.apache.org/docs/file-format/metadata/
 */
export function trackRowGroups(parquet: ParquetWriter) {
  const {writer} = parquet
  let start = writer.offset
  let groups = 0
  let indexes = 0
  const next = (): void => {
    start = writer.offset
    groups = parquet.row_groups.length
    indexes = parquet.pendingIndexes.length
  }
  return {
    /** Those since the run before. */
    endRun(): RowGroups {
      const own = {
        sizeBytes: writer.offset - start,
        groups: parquet.row_groups.slice(groups),
        indexes: parquet.pendingIndexes.slice(indexes)
      }
      const kept = moved(own, -start)
      next()
      return kept
    },
    /** Those of a run whose bytes come next. */
    takeRun(kept: RowGroups): void {
      const own = moved(kept, writer.offset)
      parquet.row_groups.push(...own.groups)
      parquet.pendingIndexes.push(...own.indexes)
      for (const group of own.groups) parquet.num_rows += group.num_rows
      writer.offset += own.sizeBytes
      next()
    }
  }
}

/** The same at another place in a file. */
function moved(run: RowGroups, by: number): RowGroups {
  const copy = structuredClone(run)
  const distance = BigInt(by)
  for (const {columns} of copy.groups)
    for (const column of columns) {
      column.file_offset += distance
      const {meta_data: own} = column
      if (!own) continue
      own.data_page_offset += distance
      if (own.dictionary_page_offset !== undefined) own.dictionary_page_offset += distance
    }
  for (const {offsetIndex} of copy.indexes)
    for (const page of offsetIndex?.page_locations ?? []) page.offset += distance
  return copy
}
