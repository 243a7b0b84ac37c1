import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {startWarraq, warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const talk = (place: string, answer = 'Nothing.'): string =>
  `A talk at the ${place}\n5 March 2024\n\nAnna Lind: What happened at the ${place}?\nBo Ek: ${answer}\n`

const sources = (): string =>
  writeSources({
    'edition.yaml': 'baseUrl: https://press.example/\npictures: false\n',
    'press/harbour.txt': talk('harbour'),
    'press/market.txt': talk('market')
  })

/** `warraq build --watch --json` at work, with what it said so far. */
function watching(root: string, out: string) {
  const child = startWarraq(['build', root, '--out', out, '--watch', '--json'])
  let said = ''
  let complaints = ''
  child.stdout.on('data', (bytes) => {
    said += String(bytes)
  })
  child.stderr.on('data', (bytes) => {
    complaints += String(bytes)
  })
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await new Promise((done) => setTimeout(done, 20))
  }
  const rebuilds = (): {stage: string; made: string[]}[] =>
    said
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))
  /** Changes something, and waits until the edition has it. */
  const change = async (work: () => void): Promise<string[]> => {
    const before = rebuilds().length
    work()
    await until(() =>
      rebuilds()
        .slice(before)
        .some(({stage}) => stage === 'data')
    )
    return [
      ...new Set(
        rebuilds()
          .slice(before)
          .flatMap(({made}) => made)
      )
    ]
  }
  return {child, ended, until, change, complaints: () => complaints}
}

const running: ReturnType<typeof startWarraq>[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Starts to watch, and waits for the first edition. */
async function start(root: string) {
  const out = join(newFolder(), 'dist')
  expect(warraq(['build', root, '--out', out, '--quiet']).status).toBe(0)
  const watch = watching(root, out)
  running.push(watch.child)
  // Nothing tells that folders are watched: the first change may be made again.
  let made: string[] = []
  for (let n = 0; made.length === 0; n++)
    made = await Promise.race([
      watch.change(() =>
        writeFileSync(join(root, 'press/market.txt'), talk(`fair ${n}`))
      ),
      new Promise<string[]>((done) => setTimeout(() => done([]), 4_000))
    ])
  return {out, ...watch}
}

const cleanBuild = (root: string): Record<string, string> => {
  const out = join(newFolder(), 'dist')
  warraq(['build', root, '--out', out, '--quiet'])
  return digestsOf(out)
}

test('whatever happens to the sources, the edition follows and is as if it were built anew', async () => {
  const root = sources()
  const {out, change} = await start(root)
  const inPress = (name: string): string => join(root, 'press', name)

  expect(
    await change(() => writeFileSync(inPress('harbour.txt'), talk('harbour', 'A fire.')))
  ).toEqual(['press/harbour.txt'])
  expect(digestsOf(out)).toEqual(cleanBuild(root))

  await change(() => writeFileSync(inPress('library.txt'), talk('library')))
  await change(() => renameSync(inPress('harbour.txt'), inPress('port.txt')))
  await change(() => rmSync(inPress('market.txt')))
  await change(() => {
    mkdirSync(join(root, 'weekly'))
    writeFileSync(join(root, 'weekly/school.txt'), talk('school'))
  })
  await change(() => writeFileSync(join(root, 'weekly/bridge.txt'), talk('bridge')))
  await change(() =>
    writeFileSync(
      join(root, 'authorities.yaml'),
      'people: [{id: bo-ek, names: {en: Bo Ek}}]\n'
    )
  )
  expect(digestsOf(out)).toEqual(cleanBuild(root))
})

test('an error in a source is said, the other articles stay, and the next change mends it', async () => {
  const root = sources()
  const {out, change, complaints} = await start(root)
  const harbour = join(root, 'press/harbour.txt')
  await change(() => writeFileSync(harbour, Buffer.from([0x41, 0xff, 0xfe, 0x41])))
  expect(complaints()).toContain('read/invalid-bytes')
  expect(Object.keys(digestsOf(out))).toContain('articles/market/index.html')
  await change(() => writeFileSync(join(root, 'press/collection.yaml'), 'publisher: [\n'))
  await change(() => rmSync(join(root, 'press/collection.yaml')))
  await change(() => writeFileSync(harbour, talk('harbour')))
  expect(digestsOf(out)).toEqual(cleanBuild(root))
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143]
] as const)('%s ends it with status %i and leaves no lock', async (signal, status) => {
  const root = sources()
  const {out, child, ended} = await start(root)
  child.kill(signal)
  expect(await ended).toBe(status)
  expect(warraq(['build', root, '--out', out]).stdout).toContain('nothing changed')
})

test('a server that watches shows what a build that watches makes, and neither keeps the other from ending', async () => {
  const root = sources()
  const {out, child, ended, change} = await start(root)
  const server = startWarraq(['serve', out, '--port', '0', '--watch'])
  running.push(server)
  const served = new Promise<number | null>((done) => server.on('exit', done))
  const address = await new Promise<string>((done) => {
    let said = ''
    server.stdout.on('data', (bytes) => {
      said += String(bytes)
      const url = /http:\/\/[\d.:]+\//u.exec(said)?.[0]
      if (url) done(url)
    })
  })
  const page = async (): Promise<string> =>
    (await fetch(`${address}articles/harbour/`)).text()
  expect(await page()).toContain('Nothing.')
  for (const answer of ['A fire.', 'A flood.']) {
    await change(() =>
      writeFileSync(join(root, 'press/harbour.txt'), talk('harbour', answer))
    )
    expect(await page()).toContain(answer)
  }
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(await page()).toContain('A flood.')
  server.kill('SIGINT')
  expect(await served).not.toBeNull()
  expect(digestsOf(out)).toEqual(cleanBuild(root))
})
