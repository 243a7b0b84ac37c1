import {defineRule} from './rule.ts'

/** A change on disk, or a look at it, that the system refuses. */
export interface Refusal {
  /** What was to be done: `write`, `open`, `rename`… */
  readonly call: string
  /** The system's name of the reason, such as `ENOSPC`. */
  readonly code: string
  /** The same in the system's words. */
  readonly reason: string
}

const found = ({call, code, reason}: Refusal): string =>
  `Unexpected ${code} (${reason}) at \`${call}\``

export const diskFull = defineRule<Refusal>({
  id: 'run/disk-full',
  severity: 'error',
  title: 'A disk that is full',
  message: (refusal) => `${found(refusal)}, expected room for what is written`,
  why: 'The disk, or what you may use of it, has no room for the edition. A new edition stands beside the old one until it is whole: it needs as much room again.',
  fix: 'Free some space, or choose a folder on another disk with --out. Then run the same command again.',
  since: '0.1.0'
})

export const noPermission = defineRule<Refusal>({
  id: 'run/no-permission',
  severity: 'error',
  title: 'A folder or file that is closed to you',
  message: (refusal) => `${found(refusal)}, expected a place that you may read and write`,
  why: 'The edition is put in its place by renaming folders: whoever builds must be allowed to write in the folder that the edition lies in, and in the edition.',
  fix: 'Look at the owner and the permissions of the path and of the folders above it, or choose another folder with --out. Then run the same command again.',
  since: '0.1.0'
})

export const readOnlyDisk = defineRule<Refusal>({
  id: 'run/read-only-disk',
  severity: 'error',
  title: 'A disk that takes no changes',
  message: (refusal) => `${found(refusal)}, expected a disk that can be written to`,
  why: 'Nothing can be published where nothing can be written. A disk that was writable and is no longer may have met a fault.',
  fix: 'Choose a folder on another disk with --out, or mount the disk so that it can be written to. Then run the same command again.',
  since: '0.1.0'
})

export const tooManyFiles = defineRule<Refusal>({
  id: 'run/too-many-files',
  severity: 'error',
  title: 'More open files than the system allows',
  message: (refusal) => `${found(refusal)}, expected to be allowed a few files more`,
  why: 'The system refuses to open a file that is needed. Nothing is published that could not be read.',
  fix: 'Raise the number of open files (`ulimit -n 1024`), or end programs that hold many. Then run the same command again.',
  since: '0.1.0'
})

export const diskFault = defineRule<Refusal>({
  id: 'run/disk-fault',
  severity: 'error',
  title: 'A fault of the disk or the system',
  message: (refusal) => `${found(refusal)}, expected the system to do it`,
  why: 'The system could not do what it was asked to. Nothing is published that may be damaged.',
  fix: 'Look after the disk (`dmesg`, its own checks) and the path. Then run the same command again; `warraq verify` says whether the edition is whole.',
  since: '0.1.0'
})
