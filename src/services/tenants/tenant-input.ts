import { toE164 } from '../../channels/phone.ts'
import { BotctlError, EXIT } from '../../errors.ts'

/** The kinds of shop that botctl ships a sample catalog for, and `other`. */
export const TENANT_TYPES = ['cannabis', 'gaming', 'pets', 'electronics', 'other'] as const
export type TenantType = (typeof TENANT_TYPES)[number]

/** `/webhook/{slug}` shares its place with the providers' own routes. */
const RESERVED = new Set(['meta', 'twilio', 'flow', 'test', 'status', 'local'])

/** Throws `slug_invalid`, exit 65. The slug stands in URLs, file names and SQL reports, so its alphabet is small. */
export function checkSlug(slug: string): string {
  const problem = RESERVED.has(slug)
    ? 'is reserved for a route of the webhook'
    : /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length >= 2 && slug.length <= 63
      ? null
      : 'must be 2 to 63 lower-case letters, digits and single hyphens, such as nueva-tienda-2024'
  if (problem === null) return slug
  throw new BotctlError('slug_invalid', `the slug ${problem}`, {
    hint: `for example --slug ${slugFrom(slug) || 'mi-tienda'}`,
    exit: EXIT.badData,
  })
}

/** A slug made of a name: "Ñuñoa Café & Té" → "nunoa-cafe-te". Empty where nothing is left. */
export function slugFrom(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '')
}

/** Throws `name_invalid`, exit 65. */
export function checkName(name: string): string {
  const trimmed = name.normalize('NFC').trim()
  if (trimmed.length >= 1 && trimmed.length <= 80 && trimmed.isWellFormed() && !/\p{Cc}/u.test(trimmed)) {
    return trimmed
  }
  throw new BotctlError('name_invalid', 'the name must have 1 to 80 characters and no control characters', {
    exit: EXIT.badData,
  })
}

/** Throws `type_unknown`, exit 65. */
export function checkType(type: string): TenantType {
  const known = TENANT_TYPES.find((one) => one === type)
  if (known !== undefined) return known
  throw new BotctlError('type_unknown', 'there is no such type of shop', {
    hint: `use one of ${TENANT_TYPES.join(', ')}`,
    exit: EXIT.badData,
  })
}

/** The shop's own number in E.164. Throws `phone_invalid`, exit 65. */
export function checkPhone(phone: string): string {
  const e164 = toE164(phone)
  if (e164 !== null) return e164
  throw new BotctlError('phone_invalid', 'that is no phone number', {
    hint: 'write it with its country code, for example --phone +56987654321',
    exit: EXIT.badData,
  })
}

/** Throws `timezone_invalid`, exit 65. */
export function checkTimezone(timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone
  } catch {
    throw new BotctlError('timezone_invalid', 'there is no such time zone', {
      hint: 'for example --timezone America/Santiago or America/Punta_Arenas',
      exit: EXIT.badData,
    })
  }
}
