import {basename, dirname, join} from 'node:path'
import {VFile} from 'vfile'
import type {Validate} from '#validators'
import {messagesOf, type Report, reportTo} from '../diagnostics/report.ts'
import {outside} from '../diagnostics/source-rules.ts'
import type {Message} from '../tree/types.ts'
import {leadsOut, listFolder, readBytes} from './files.ts'
import {type Place, readYaml} from './yaml-file.ts'

/** A source, or a file beside the sources, that cannot be processed. */
export interface Refused {
  /** Below `sources/`. */
  readonly path: string
  readonly messages: readonly Message[]
}

/** Messages by the file they are about. */
export class Inbox {
  private readonly files = new Map<string, VFile>()
  private readonly places = new Map<string, Place>()
  private readonly listed = new Map<string, ReadonlySet<string>>()
  readonly root: string
  constructor(root: string) {
    this.root = root
  }

  readonly on = (path: string): Report => {
    const file = this.files.get(path) ?? new VFile({path})
    this.files.set(path, file)
    return reportTo(file)
  }

  /** A YAML file that was read, and where each part of it stands. */
  at(file: string): {file: string; place: Place} {
    const start = {line: 1, column: 1, offset: 0}
    return {file, place: this.places.get(file) ?? (() => ({start, end: start}))}
  }

  /** The data of a YAML file; null where there is none, or none that holds. */
  yaml<Data extends object>(path: string, validate: Validate): Data | null {
    if (!this.hasFile(path)) return null
    const report = this.on(path)
    if (this.isOutside(path)) {
      report(outside, {name: path}, {file: path})
      return null
    }
    const bytes = readBytes(this.root, path, report)
    if (!bytes) return null
    const isData = (_data: object): _data is Data => true
    const declared = readYaml({file: path, bytes}, validate, report)
    if (!declared) return null
    this.places.set(path, declared.place)
    return isData(declared.data) ? declared.data : null
  }

  private isOutside(path: string): boolean {
    try {
      return leadsOut(this.root, path)
    } catch {
      // A link to nothing, or into a closed folder: why it cannot be read is said where it is.
      return false
    }
  }

  /** Folders are listed once: they may hold many sidecars. */
  private hasFile(path: string): boolean {
    const folder = dirname(path)
    const names = this.listed.get(folder) ?? new Set(listFolder(join(this.root, folder)))
    this.listed.set(folder, names)
    return names.has(basename(path))
  }

  hasErrors(path: string): boolean {
    return this.files.get(path)?.messages.some((message) => message.fatal) ?? false
  }

  refused(): Refused[] {
    return [...this.files.values()]
      .filter((file) => file.messages.length > 0)
      .map((file) => ({path: file.path, messages: messagesOf(file)}))
  }
}
