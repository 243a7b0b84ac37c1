/**
 * Keeps what was made for a text, for what takes far longer to make than to find again, as objects of `Intl` do.
 * @param make has no effect but its result
 * @param most texts that are remembered; beyond them all are forgotten
 */
export function remember<Value>(
  make: (text: string) => Value,
  most = 1_024
): (text: string) => Value {
  const known = new Map<string, {readonly value: Value}>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.value
    const value = make(text)
    if (known.size >= most) known.clear()
    known.set(detached(text), {value})
    return value
  }
}

/** A text without a hold on the longer one that it was cut out of, which the engine would keep for its sake. */
const detached = (text: string): string => ` ${text}`.slice(1)
