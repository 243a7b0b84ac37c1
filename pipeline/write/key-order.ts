/** A key as it is compared: runs of digits, and each other character. */
type KeyParts = readonly string[]

const partsOf = (key: string): KeyParts => key.match(/\d+|\D/gu) ?? []

function compareParts(lefts: KeyParts, rights: KeyParts): number {
  for (const [index, one] of lefts.entries()) {
    const other = rights[index]
    if (other === undefined) return 1
    const order = one === other ? 0 : comparePart(one, other)
    if (order !== 0) return order
  }
  return lefts.length - rights.length
}

function comparePart(one: string, other: string): number {
  const difference = Number(one) - Number(other)
  if (difference) return difference
  // Equal numbers may differ in their leading zeros.
  return (
    one.length - other.length || (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)
  )
}

/**
 * Rows in the order of their key: by code point, but runs of digits by their number, so that `turn-999` stands
 * before `turn-1000`. The same on every machine, whatever its locale.
 */
export const sortByKey = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string
): Row[] =>
  rows
    .map((row) => ({row, parts: partsOf(keyOf(row))}))
    .sort((one, other) => compareParts(one.parts, other.parts))
    .map(({row}) => row)
