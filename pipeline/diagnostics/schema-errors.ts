/** The part of an ajv error that a sentence is made of. */
interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly message?: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Where a schema error is, as a path of keys, and what is wrong there, in words. */
export function wordSchemaError(error: SchemaError): {
  path: string[]
  problem: string
  /** The key that the path ends in is what is wrong, not its value. */
  isKey?: true
} {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const extra = error.params.additionalProperty ?? error.params.propertyName
  if (typeof extra === 'string')
    return {
      path: [...path, extra],
      problem: `there is no such key as \`${extra}\``,
      isKey: true
    }
  const missing = error.params.missingProperty
  if (typeof missing === 'string') return {path, problem: `\`${missing}\` is missing`}
  const allowed = error.params.allowedValues
  if (Array.isArray(allowed)) {
    return {
      path,
      problem: `expected one of ${allowed.map((value) => `\`${String(value)}\``).join(', ')}`
    }
  }
  return {path, problem: error.message ?? error.keyword}
}
