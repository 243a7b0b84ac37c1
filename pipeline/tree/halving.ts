/**
 * Index of the first place from which on something holds, found by halving; `count` where it holds nowhere.
 * @param holds false for all indexes before that place, true for it and all behind it
 */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
