import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'

/** SHA-256 of bytes in hexadecimal: by Node where it runs there, thirty times faster than what browsers are left with. */
export function sha256Of(bytes: Uint8Array): string {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')
  return crypto
    ? crypto.createHash('sha256').update(bytes).digest('hex')
    : bytesToHex(sha256(bytes))
}
