import type {Output} from '../write/output.ts'

/** Every kind of page, in the order they are written. */
export const pages: readonly Output[] = []
