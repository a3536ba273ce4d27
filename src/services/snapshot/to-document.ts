/**
 * The outside's spelling: what leaves botctl as JSON has snake_case keys, at every depth. Values are left alone, and so
 * are keys that are data (they hold something else than a camelCase word).
 */
export function toDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toDocument)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), toDocument(inner)]))
}

function snake(key: string): string {
  if (!/^[a-z][A-Za-z0-9]*$/.test(key)) return key
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
