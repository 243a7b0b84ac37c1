/**
 * Lets several programs read one sequence in a single pass: the next item is read when each of them waits
 * for it, so that no item is held for a slow one. Who reads it again takes part in the next pass.
 */
export interface Rendezvous<Item> {
  /** What the programs iterate. */
  readonly items: AsyncIterable<Item>
  /** Runs them together until all are done. */
  run(programs: readonly (() => Promise<void>)[]): Promise<void>
}

interface Waiter<Item> {
  readonly pass: number
  resolve(result: IteratorResult<Item, undefined>): void
  reject(error: unknown): void
}

/** @param open begins a pass */
export function createRendezvous<Item>(open: () => Iterator<Item>): Rendezvous<Item> {
  const meeting = new Meeting(open)
  return {
    items: {
      [Symbol.asyncIterator]() {
        let own: number | null = null
        return {
          next() {
            own ??= meeting.joinablePass()
            return meeting.wait(own)
          },
          return: async () => ({done: true, value: undefined})
        }
      }
    },
    async run(programs) {
      meeting.live = programs.length
      const ended = await Promise.allSettled(
        programs.map((program) => program().finally(() => meeting.leave()))
      )
      for (const each of ended) if (each.status === 'rejected') throw each.reason
    }
  }
}

/** Who waits for the next item, and for which pass. */
class Meeting<Item> {
  live = 0
  private pass = 0
  private source: Iterator<Item> | null = null
  private waiting: Waiter<Item>[] = []
  private readonly open: () => Iterator<Item>
  constructor(open: () => Iterator<Item>) {
    this.open = open
  }

  /** The pass at hand, while nothing of it was read; else the next. */
  joinablePass(): number {
    return this.source === null ? this.pass : this.pass + 1
  }

  wait(pass: number): Promise<IteratorResult<Item, undefined>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({pass, resolve, reject})
      this.proceed()
    })
  }

  leave(): void {
    this.live--
    this.proceed()
  }

  private proceed(): void {
    if (this.waiting.length === 0 || this.waiting.length < this.live) return
    const now = this.waiting.filter(({pass}) => pass === this.pass)
    this.waiting = this.waiting.filter(({pass}) => pass !== this.pass)
    try {
      // Where everybody has left a pass before its end, the next one begins.
      const next = now.length > 0 ? this.read() : null
      if (!next || next.done) {
        this.pass++
        this.source = null
      }
      for (const {resolve} of now)
        resolve(!next || next.done ? {done: true, value: undefined} : next)
    } catch (error) {
      for (const {reject} of now) reject(error)
    }
    if (now.length === 0) this.proceed()
  }

  private read(): IteratorResult<Item> {
    this.source ??= this.open()
    return this.source.next()
  }
}
