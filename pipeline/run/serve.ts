import {
  createReadStream,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
  watch
} from 'node:fs'
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http'
import {dirname, join, sep} from 'node:path'
import {mediaTypeOf} from '../package/catalogue.ts'

export interface ServeOptions {
  /** A built edition. */
  readonly folder: string
  /** 0 takes any that is free. */
  readonly port: number
  /** Whether open pages are loaded again when the edition is built anew. */
  readonly isWatching: boolean
}

/** A server at work. */
export interface Serving {
  readonly url: string
  close(): Promise<void>
}

/** What is heard: this machine alone. */
const host = '127.0.0.1'
/** Where pages listen for a new build, and the script by which they do; no file has such a name. */
const events = '/.warraq/events'
const reloadScript = '/.warraq/reload.js'

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

/** Serves an edition to the browsers of this machine. */
export async function serveEdition(options: ServeOptions): Promise<Serving> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (options.isWatching && request.url === events) listen(response, listeners)
    else answer(request, response, options)
  })
  const watcher = options.isWatching ? watchBuilds(options.folder, listeners) : null
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(options.port, host, done)
  })
  return {
    url: `http://${host}:${portOf(server)}/`,
    close: () =>
      new Promise((done) => {
        watcher?.close()
        server.close(() => done())
        server.closeAllConnections()
      })
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, {'Content-Type': 'text/event-stream'})
  response.write(':\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

/** A build puts a new folder in the place of the old one: the folder around it sees that. */
function watchBuilds(folder: string, listeners: ReadonlySet<ServerResponse>) {
  let timer: NodeJS.Timeout | undefined
  return watch(dirname(folder), () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (statOf(join(folder, 'sha256sums.txt')))
        for (const listener of listeners) listener.write('data: built\n\n')
    }, 80)
  })
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {folder, isWatching}: ServeOptions
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {Allow: 'GET, HEAD'}).end()
    return
  }
  // A page of another site may not read the edition under a name of its own.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(request.headers.host ?? '')) {
    response.writeHead(421).end()
    return
  }
  const path = pathOf(request.url ?? '/')
  if (isWatching && request.url === reloadScript) {
    send(
      response,
      request,
      `new EventSource('${events}').onmessage=()=>location.reload()\n`
    )
    return
  }
  const file = path === null ? null : find(folder, path)
  if (file?.endsWith(`${sep}`)) {
    response.writeHead(301, {Location: `${encodeURI(path ?? '')}/`}).end()
    return
  }
  const missing = find(folder, '/404.html')
  if (file) sendFile(request, response, file, {status: 200, isWatching})
  else if (missing) sendFile(request, response, missing, {status: 404, isWatching})
  else response.writeHead(404).end()
}

/** The path of an address, decoded once; null where it is none that a file could have. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/u)[0] ?? '')
    const isPlain = path.startsWith('/') && !/[\0\\]/u.test(path)
    return isPlain && !path.split('/').some((part) => part.startsWith('..')) ? path : null
  } catch {
    return null
  }
}

const statOf = (path: string): Stats | undefined =>
  statSync(path, {throwIfNoEntry: false})

/** The file behind a path, within the edition even where a link leads out; a folder without its slash ends in one. */
function find(folder: string, path: string): string | null {
  try {
    const root = realpathSync(folder)
    const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path)
    const real = realpathSync(wanted)
    if (!real.startsWith(root + sep)) return null
    const stat = statSync(real)
    if (stat.isFile()) return real
    return stat.isDirectory() && statOf(join(real, 'index.html')) ? real + sep : null
  } catch {
    // There is no such file, or it may not be read.
    return null
  }
}

interface Sending {
  readonly status: number
  readonly isWatching: boolean
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  {status, isWatching}: Sending
): void {
  response.setHeader('Content-Type', contentType(file))
  if (isWatching && file.endsWith('.html')) {
    const page = livePage(readFileSync(file, 'utf8'))
    response.writeHead(status, {'Content-Length': Buffer.byteLength(page)})
    response.end(request.method === 'HEAD' ? '' : page)
    return
  }
  const {size} = statSync(file)
  const range = status === 200 ? rangeOf(request.headers.range, size) : null
  response.setHeader('Accept-Ranges', 'bytes')
  if (range === 'none') {
    response.writeHead(416, {'Content-Range': `bytes */${size}`}).end()
    return
  }
  const [start, end] = range ?? [0, size - 1]
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`)
  response.writeHead(range ? 206 : status, {
    'Content-Length': end - start + 1
  })
  if (request.method === 'HEAD' || size === 0) {
    response.end()
    return
  }
  const stream = createReadStream(file, {start, end})
  stream.on('error', () => response.destroy())
  stream.pipe(response)
}

/** A page that loads itself again: its own policy would let it hear nothing. */
const livePage = (page: string): string =>
  `${page.replace('default-src &#39;none&#39;;', "default-src 'none'; connect-src 'self';")}<script defer src="${reloadScript}"></script>\n`

/** One range of bytes; several, or another unit, are answered with the whole. @see RFC 9110, 14 */
function rangeOf(
  header: string | undefined,
  size: number
): [number, number] | 'none' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === ''))
    return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'none' : [start, end]
}

const webTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems'
}

function contentType(file: string): string {
  const type = webTypes[file.split('.').at(-1) ?? ''] ?? mediaTypeOf(file)
  return /^text\/|xml$|json$|javascript$/u.test(type) ? `${type}; charset=utf-8` : type
}

function send(response: ServerResponse, request: IncomingMessage, script: string): void {
  response.writeHead(200, {'Content-Type': 'text/javascript; charset=utf-8'})
  response.end(request.method === 'HEAD' ? '' : script)
}
