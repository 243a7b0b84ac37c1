import type {Node} from './guards.ts'
import type {Article, Metadata, SetAside} from './types.ts'

/**
 * A copy of an article whose nodes, labels, facts and entries of what is set aside can be changed; what these hold is
 * shared, since it is never changed in place.
 */
export function copyArticle(article: Article): Article {
  const copy = copyNode(article)
  const {source} = copy
  const setAside = source.setAside.map((entry): SetAside => ({...entry}))
  copy.source = {...source, setAside}
  return copy
}

function copyNode<Kind extends Node>(node: Kind): Kind {
  const copy = {...node}
  if ('children' in copy)
    Object.assign(copy, {children: copy.children.map((child) => copyNode<Node>(child))})
  if ('metadata' in copy) Object.assign(copy, {metadata: copyFacts(copy.metadata)})
  if ('label' in copy && copy.label) Object.assign(copy, {label: {...copy.label}})
  return copy
}

const copyFacts = (metadata: Metadata): Metadata =>
  Object.fromEntries(
    Object.entries(metadata).map(([field, facts]) => [
      field,
      facts.map((fact) => ({...fact}))
    ])
  )
