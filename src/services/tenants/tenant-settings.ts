import { DEFAULT_TERMS, moneyTerms } from '../../engine/commerce/terms.ts'
import type { NoticeKind } from '../../engine/commerce/notices.ts'
import { BotctlError, EXIT } from '../../errors.ts'
import { fromJson, toJson } from '../../store/json.ts'
import type { Db, Store } from '../../store/store.ts'
import { requireTenant, updateTenant, type Tenant } from '../../store/tenants.ts'
import { recordBy, type AuditedBy } from '../audit/record-audit.ts'
import { isOpeningKey, OPENING_SETTINGS, openingText, writeOpening, type OpeningKey } from './opening-settings.ts'

type Value = number | string | null

interface Setting {
  /** Where it stands in the tenant's `settings.money`. */
  path: readonly string[]
  least: number
  most: number
  /** Null, written `never`, switches it off. */
  nullable?: true
  help: string
}

const WHOLE: Readonly<Record<string, Setting>> = {
  reservation_minutes: {
    path: ['reservationMinutes'],
    least: 5,
    most: 1440,
    help: 'units of an unpaid order are kept, and its link can be paid',
  },
  transfer_hours: { path: ['transferHours'], least: 1, most: 336, help: 'the same for a bank transfer' },
  cash_hours: { path: ['cashHours'], least: 1, most: 336, help: 'the same once a cash coupon was issued' },
  payment_attempts: { path: ['paymentAttempts'], least: 1, most: 10, help: 'links offered for one order' },
  withdrawal_days: { path: ['withdrawalDays'], least: 10, most: 365, help: 'to withdraw, counted from delivery' },
  reminders: { path: ['reminders'], least: 0, most: 2, help: 'about a cart left behind; 0 sends none' },
  reminder_hours: { path: ['reminderHours'], least: 1, most: 72, help: 'until the first of them' },
  retention_messages_days: {
    path: ['retention', 'messagesDays'],
    least: 1,
    most: 36_500,
    nullable: true,
    help: 'what was said is kept',
  },
  retention_orders_days: {
    path: ['retention', 'ordersDays'],
    least: 1,
    most: 36_500,
    nullable: true,
    help: 'personal data in closed orders is kept',
  },
}

const DEBOUNCE = { least: 0, most: 60_000, help: 'of silence before a burst is answered as one; 0 answers each' }

/** A template for a notice outside the 24 hours is `template.<notice>`. */
const NOTICES = [
  'link',
  'transfer',
  'paid',
  'rejected',
  'cash',
  'expired',
  'late_paid',
  'refund_started',
  'refunded',
  'refund_rejected',
  'payment_trouble',
  'cancelled',
  'preparing',
  'shipped',
  'ready',
  'delivered',
  'cart',
] as const satisfies ReadonlyArray<NoticeKind | 'cart'>

export interface SettingDocument {
  key: string
  value: Value
  default: Value
  /** True where the shop set it itself. */
  set: boolean
  /** What may be given: `5 to 1440`. */
  allowed: string
  help: string
}

export interface TenantSettings {
  tenant: string
  settings: SettingDocument[]
}

/** A shop's settings for money, care and hours, each with its default. Throws `tenant_not_found` (66). */
export async function showSettings(deps: { db: Db }, slug: string): Promise<TenantSettings> {
  const tenant = await requireTenant(deps.db, slug)
  return describe(tenant, await readDebounce(deps.db, tenant.id))
}

/**
 * Changes settings, all or none: `key` to a value as typed, `default` (or nothing) back to the default, `never` to keep
 * for ever. Daemons follow with their next look at the shop; orders that were placed keep what they were promised.
 * Throws `tenant_not_found` (66), `setting_unknown` or `setting_invalid` (65), `nothing_to_change` (64).
 */
export function changeSettings(
  deps: AuditedBy & { store: Store },
  request: { tenant: string; changes: Readonly<Record<string, string>> },
): Promise<TenantSettings & { changed: string[] }> {
  const changes = Object.entries(request.changes)
  if (changes.length === 0) {
    throw new BotctlError('nothing_to_change', 'no setting was given', {
      hint: 'botctl tenant settings set reservation_minutes=45 --tenant SLUG',
      exit: EXIT.usage,
    })
  }
  return deps.store.transaction(async (trx) => {
    const tenant = await requireTenant(trx, request.tenant)
    const before = describe(tenant, await readDebounce(trx, tenant.id))
    const money = structuredClone((tenant.settings.money ?? {}) as Record<string, unknown>)
    const hours = structuredClone((tenant.settings.hours ?? {}) as Record<string, unknown>)
    for (const [key, text] of changes) {
      if (key === 'debounce_ms') await writeDebounce(trx, tenant.id, readDebounceText(text), deps.now())
      else if (isOpeningKey(key)) writeOpening(hours, key, isDefault(text) ? undefined : text)
      else write(money, key, text)
    }
    await updateTenant(trx, tenant.id, { settings: { ...tenant.settings, money, hours } }, deps.now())
    const after = describe(await requireTenant(trx, tenant.slug), await readDebounce(trx, tenant.id))
    const old = new Map(before.settings.map((each) => [each.key, each.value]))
    const differ = after.settings.filter((each) => (old.get(each.key) ?? null) !== each.value)
    const gone = before.settings.filter((each) => !after.settings.some((other) => other.key === each.key))
    const changed = [...differ, ...gone].map((each) => each.key)
    if (changed.length > 0) {
      await recordBy(deps, trx, {
        tenantId: tenant.id,
        action: 'tenant.settings',
        object: tenant.slug,
        before: Object.fromEntries(changed.map((key) => [key, old.get(key) ?? null])),
        after: Object.fromEntries(
          changed.map((key) => [key, after.settings.find((each) => each.key === key)?.value ?? null]),
        ),
      })
    }
    return { ...after, changed }
  })
}

function describe(tenant: Tenant, debounce: number): TenantSettings {
  const terms = moneyTerms(tenant.settings) as unknown as Record<string, unknown>
  const own = (tenant.settings.money ?? {}) as Record<string, unknown>
  const settings: SettingDocument[] = Object.entries(WHOLE).map(([key, setting]) => ({
    key,
    value: at(terms, setting.path) as Value,
    default: at(DEFAULT_TERMS, setting.path) as Value,
    set: at(own, setting.path) !== undefined,
    allowed: `${setting.least} to ${setting.most}${setting.nullable ? ', or never' : ''}`,
    help: setting.help,
  }))
  settings.push({
    key: 'debounce_ms',
    value: debounce,
    default: 0,
    set: debounce !== 0,
    allowed: `${DEBOUNCE.least} to ${DEBOUNCE.most}`,
    help: DEBOUNCE.help,
  })
  for (const [key, { allowed, help }] of Object.entries(OPENING_SETTINGS)) {
    const value = openingText(tenant.settings, key as OpeningKey)
    const usual = key === 'holiday_hours' ? 'closed' : null
    settings.push({ key, value: value ?? usual, default: usual, set: value !== null, allowed, help })
  }
  for (const [notice, name] of Object.entries(moneyTerms(tenant.settings).templates)) {
    const about = { allowed: 'a template’s name', help: `sent for “${notice}” after the 24 hours` }
    settings.push({ key: `template.${notice}`, value: name, default: null, set: true, ...about })
  }
  return { tenant: tenant.slug, settings }
}

function write(money: Record<string, unknown>, key: string, text: string): void {
  if (key.startsWith('template.')) return writeTemplate(money, key.slice('template.'.length), text)
  const setting = WHOLE[key]
  if (setting === undefined) throw unknown(key)
  const value = isDefault(text) ? undefined : readWhole(key, setting, text)
  const [name = '', inner] = setting.path
  if (inner === undefined) {
    if (value === undefined) delete money[name]
    else money[name] = value
    return
  }
  const part = { ...(money[name] as Record<string, unknown> | undefined) }
  if (value === undefined) delete part[inner]
  else part[inner] = value
  money[name] = part
}

function readWhole(
  key: string,
  { least, most, nullable }: { least: number; most: number; nullable?: true },
  text: string,
): number | null {
  if (nullable && text === 'never') return null
  const value = Number(text)
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value
  throw new BotctlError(
    'setting_invalid',
    `${key} is a whole number from ${least} to ${most}${nullable ? ', or never' : ''}`,
    { hint: `${key}=default puts it back`, exit: EXIT.badData, details: { key } },
  )
}

function writeTemplate(money: Record<string, unknown>, notice: string, text: string): void {
  if (!(NOTICES as readonly string[]).includes(notice)) throw unknown(`template.${notice}`)
  const templates = { ...(money.templates as Record<string, unknown> | undefined) }
  if (isDefault(text)) delete templates[notice]
  // As Meta names templates.
  else if (/^[a-z0-9_]{1,512}$/.test(text)) templates[notice] = text
  else {
    throw new BotctlError('setting_invalid', 'a template’s name has small letters, digits and underscores', {
      hint: 'it stands in the WhatsApp manager under message templates',
      exit: EXIT.badData,
      details: { key: `template.${notice}` },
    })
  }
  money.templates = templates
}

function unknown(key: string): BotctlError {
  return new BotctlError('setting_unknown', 'there is no such setting', {
    hint: `there are ${[...Object.keys(WHOLE), 'debounce_ms', ...Object.keys(OPENING_SETTINGS)].join(', ')} and template.NOTICE`,
    exit: EXIT.badData,
    details: { key: key.slice(0, 60), notices: NOTICES },
  })
}

function readDebounceText(text: string): number {
  return isDefault(text) ? 0 : (readWhole('debounce_ms', DEBOUNCE, text) ?? 0)
}

/** The daemon reads it from each channel; a shop has one, whatever its channels. */
async function readDebounce(db: Db, tenantId: string): Promise<number> {
  const rows = await db.selectFrom('channel').select('settings').where('tenant_id', '=', tenantId).execute()
  const values = rows.map((row) => fromJson<{ debounce_ms?: unknown }>(row.settings).debounce_ms)
  return Math.max(0, ...values.filter((value) => typeof value === 'number'))
}

async function writeDebounce(db: Db, tenantId: string, ms: number, now: number): Promise<void> {
  const rows = await db.selectFrom('channel').select(['id', 'settings']).where('tenant_id', '=', tenantId).execute()
  for (const row of rows) {
    const settings = { ...fromJson<Record<string, unknown>>(row.settings), debounce_ms: ms }
    await db
      .updateTable('channel')
      .set({ settings: toJson(settings), updated_at: now })
      .where('id', '=', row.id)
      .execute()
  }
}

function isDefault(text: string): boolean {
  return text === '' || text === 'default'
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
