declare const __WARRAQ_CODE__: string | undefined

/**
 * Names the program and what it runs on, for what is kept between builds: other code may make other bytes of
 * the same source, and so may another version of Node with its names of months. Null where the program was
 * not compiled; then nothing is reused.
 */
export const code: string | null =
  typeof __WARRAQ_CODE__ === 'undefined'
    ? null
    : `${__WARRAQ_CODE__} ${process.version} ${process.versions.cldr ?? ''}`
