import { z } from 'zod'
import { DEFAULT_PROFILE, type BotProfile } from '../../engine/reply/profile.ts'
import { BotctlError } from '../../errors.ts'

const sentence = (max: number) => z.string().trim().min(1).max(max).nullable()

/** What an operator may save. Unknown fields are refused: a typo must not look like a setting that works. */
export const profileSchema = z.strictObject({
  greeting: sentence(400),
  closing: sentence(300),
  tone: z.enum(['cercano', 'formal']),
  emojis: z.enum(['none', 'some']),
  length: z.enum(['short', 'normal']),
  policies: z.strictObject({
    hours: sentence(300),
    address: sentence(300),
    contact: sentence(300),
    shipping: sentence(600),
    payment: sentence(600),
    returns: sentence(800),
    other: sentence(800),
  }),
  termsUrl: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable(),
  checkout: z.strictObject({
    required: z.array(z.enum(['name', 'delivery', 'address', 'comuna', 'email', 'rut', 'phone', 'notes'])).max(8),
    pickup: z.boolean(),
  }),
  minimumAge: z.int().min(14).max(99).nullable(),
  model: z.strictObject({
    enabled: z.boolean(),
    threshold: z.number().min(0).max(1),
    prose: z.boolean(),
    dailyBudgetMicros: z.int().min(0).max(100_000_000),
    personBudgetMicros: z.int().min(0).max(100_000_000),
    turnBudgetMicros: z.int().min(0).max(100_000_000),
    instructions: sentence(1000),
  }),
})

/** The whole profile, checked; what `body` lacks is at its default. Throws `profile_invalid` with the fields at fault. */
export function parseProfile(body: unknown): BotProfile {
  const given =
    typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : null
  if (given === null) {
    throw new BotctlError('profile_invalid', 'a profile is a JSON object', {
      hint: 'botctl tenant profile show --json prints one',
    })
  }
  const merged = merge(DEFAULT_PROFILE as unknown as Record<string, unknown>, given)
  const parsed = profileSchema.safeParse(merged)
  if (parsed.success) return parsed.data
  throw new BotctlError('profile_invalid', 'the profile has fields that cannot be used', {
    hint: 'mend the fields named in details; botctl tenant profile show prints all there are',
    details: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issue.message })),
  })
}

/** Objects field by field, everything else replaced. */
export function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const before = base[key]
    merged[key] = isObject(before) && isObject(value) ? merge(before, value) : value
  }
  return merged
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
