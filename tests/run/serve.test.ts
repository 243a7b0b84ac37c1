import {once} from 'node:events'
import {readFileSync, renameSync, symlinkSync, writeFileSync} from 'node:fs'
import {connect} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {type Serving, serveEdition} from '../../pipeline/run/serve.ts'
import {startWarraq, warraq} from '../support/command.ts'
import {seedSources} from '../support/edition.ts'
import {newFolder} from '../support/files.ts'

const work = newFolder()
const folder = join(work, 'dist')
const page = 'articles/witkoff-ushakov-call/'
let serving: Serving

beforeAll(async () => {
  await buildEdition({sources: seedSources, out: folder})
  writeFileSync(join(work, 'secret.txt'), 'secret')
  symlinkSync(join(work, 'secret.txt'), join(folder, 'leak.txt'))
  symlinkSync(work, join(folder, 'leak'))
  serving = await serveEdition({folder, port: 0, isWatching: false})
})
afterAll(() => serving.close())

/** Sends a request as it is, which no client would. */
async function raw(target: string, more = ''): Promise<string> {
  const socket = connect(Number(new URL(serving.url).port), '127.0.0.1')
  socket.write(
    `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${more}\r\n`
  )
  let answer = ''
  socket.on('data', (data) => {
    answer += data.toString('utf8')
  })
  await once(socket, 'close')
  return answer
}

test.each([
  '/../secret.txt',
  '/articles/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%252e%252e/secret.txt',
  '//../secret.txt',
  '/....//secret.txt',
  '/leak.txt',
  '/leak/secret.txt',
  '/index.html%00.txt',
  '/%ff%fe',
  '/%',
  'http://other.example/../secret.txt',
  '../secret.txt'
])('%s leads nowhere', async (target) => {
  const answer = await raw(target)
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u)
  expect(answer).not.toContain('\r\n\r\nsecret')
})

test('it is heard on this machine alone, and by no other name', async () => {
  expect(new URL(serving.url).hostname).toBe('127.0.0.1')
  const socket = connect(Number(new URL(serving.url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n')
  const [data] = await once(socket, 'data')
  expect(String(data)).toMatch(/^HTTP\/1\.1 421 /u)
  socket.destroy()
})

test.each([
  ['', 'text/html; charset=utf-8'],
  [page, 'text/html; charset=utf-8'],
  [`${page}article.jsonld`, 'application/ld+json; charset=utf-8'],
  [`${page}article.tei.xml`, 'application/tei+xml; charset=utf-8'],
  [`${page}cite.bib`, 'application/x-bibtex'],
  ['data/turns.csv', 'text/csv; charset=utf-8'],
  ['data/turns.parquet', 'application/vnd.apache.parquet'],
  ['assets/search.js', 'text/javascript; charset=utf-8'],
  ['assets/style.css', 'text/css; charset=utf-8']
])('%s is given as %s, under the policy of the pages', async (path, type) => {
  const answer = await fetch(serving.url + path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  expect(
    Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(folder, file)))
  ).toBe(true)
})

test('a folder without its slash is sent to the address with it', async () => {
  const answer = await fetch(serving.url + page.slice(0, -1), {redirect: 'manual'})
  expect([answer.status, answer.headers.get('location')]).toEqual([301, `/${page}`])
})

test('what is not there gets the page that says so', async () => {
  const answer = await fetch(`${serving.url}nothing/here`)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe(readFileSync(join(folder, '404.html'), 'utf8'))
})

describe('parts of a file', () => {
  const whole = () => readFileSync(join(folder, 'data/turns.parquet'))
  test.each([
    ['bytes=0-3', 0, 4],
    ['bytes=-4', -4, undefined],
    ['bytes=10-', 10, undefined]
  ])('%s', async (range, start, end) => {
    const answer = await fetch(`${serving.url}data/turns.parquet`, {headers: {range}})
    expect(answer.status).toBe(206)
    expect(
      Buffer.from(await answer.arrayBuffer()).equals(whole().subarray(start, end))
    ).toBe(true)
  })

  test('outside of it there is none', async () => {
    const answer = await fetch(`${serving.url}data/turns.parquet`, {
      headers: {range: 'bytes=99999999-'}
    })
    expect(answer.status).toBe(416)
  })
})

test('HEAD has the headers alone, and nothing can be changed', async () => {
  const head = await fetch(serving.url, {method: 'HEAD'})
  expect(head.headers.get('content-length')).toBe(
    String(readFileSync(join(folder, 'index.html')).length)
  )
  expect(await head.text()).toBe('')
  expect((await fetch(serving.url, {method: 'POST', body: 'x'})).status).toBe(405)
})

test('watched, a page hears of a new build; unwatched, it carries no script for it', async () => {
  expect(await (await fetch(serving.url)).text()).not.toContain('.warraq')
  const live = await serveEdition({folder, port: 0, isWatching: true})
  const text = await (await fetch(live.url)).text()
  expect(text).toContain('<script defer src="/.warraq/reload.js"></script>')
  expect(text).toContain("connect-src 'self'")
  const events = await fetch(`${live.url}.warraq/events`)
  const reader = events.body?.getReader()
  await reader?.read()
  renameSync(folder, `${folder}.old`)
  renameSync(`${folder}.old`, folder)
  const {value} = (await reader?.read()) ?? {}
  expect(new TextDecoder().decode(value)).toBe('data: built\n\n')
  await live.close()
})

test('the command says where it is, and stops when it is told to', async () => {
  const child = startWarraq(['serve', folder, '--port', '0'])
  const [line] = await once(child.stdout, 'data')
  expect(String(line)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ shows /u)
  child.kill('SIGINT')
  const [status] = await once(child, 'exit')
  expect(status).toBe(0)
})

test('wrong usage is said', () => {
  expect(warraq(['serve', work]).status).toBe(2)
  expect(warraq(['serve', folder, '--port', 'x']).stderr).toContain('--port')
})
