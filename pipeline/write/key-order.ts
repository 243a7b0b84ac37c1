/**
 * Compares keys by code point, but runs of digits by their number: `turn-999` stands before
 * `turn-1000`. The same on every machine, whatever its locale.
 */
export function compareKeys(left: string, right: string): number {
  const lefts = left.match(/\d+|\D/gu) ?? []
  const rights = right.match(/\d+|\D/gu) ?? []
  for (const [index, one] of lefts.entries()) {
    const other = rights[index]
    if (other === undefined) return 1
    const order = comparePart(one, other)
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

/** Rows in the order of their key. */
export const sortByKey = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string
): Row[] => [...rows].sort((one, other) => compareKeys(keyOf(one), keyOf(other)))
