/**
 * Makes a case small: leaves out ever smaller pieces as long as the fault stays.
 * @see Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input (2002)
 */
export async function shrunk(
  bytes: Uint8Array,
  isFaulty: (less: Uint8Array) => Promise<boolean>
): Promise<Uint8Array> {
  let small = bytes
  let tries = 0
  for (let size = Math.ceil(small.length / 2); size >= 1 && tries < 1_500; ) {
    let isSmaller = false
    for (let at = 0; at < small.length && tries < 1_500; ) {
      const less = Uint8Array.from([
        ...small.subarray(0, at),
        ...small.subarray(at + size)
      ])
      tries++
      if (await isFaulty(less)) {
        small = less
        isSmaller = true
      } else at += size
    }
    if (!isSmaller || size > small.length) size = size === 1 ? 0 : Math.ceil(size / 2)
  }
  return small
}
