/** One line that rewrites itself, on a terminal, for builds that take a while. */
export function progressLine(
  stream: NodeJS.WriteStream
): ((done: number, total: number) => void) | null {
  if (process.env.CI || !stream.isTTY) return null
  const started = performance.now()
  return (done, total) => {
    if (performance.now() - started > 300)
      stream.write(`\r\u001B[K${done} of ${total} articles`)
  }
}
