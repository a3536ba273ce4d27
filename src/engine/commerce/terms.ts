/** How long promises live, a shop. Kept in the tenant's settings under `money`; what is not set is at its default. */
export interface MoneyTerms {
  /** How long units are kept for an unpaid order, and how long its link can be paid. */
  reservationMinutes: number
  /** The same for a bank transfer, which people make in the evening, from another device. */
  transferHours: number
  /** The same once a cash coupon was issued: it can be paid at a till for days. */
  cashHours: number
  /** Links offered for one order before its units go back: a card that fails three times will fail again. */
  paymentAttempts: number
  /** The days in which a shopper may withdraw, from delivery (Ley 19.496, art. 3 bis: ten). */
  withdrawalDays: number
  /** Cart reminders: at most `reminders`, the first after `reminderHours`, a day between. 0 sends none. */
  reminders: number
  reminderHours: number
  /** The templates that notices use where the 24 hours are over: name by notice ("paid", "shipped" …). */
  templates: Readonly<Record<string, string>>
  /** Kept for so many days: what was said, personal data in closed orders. Null keeps it for ever. */
  retention: { messagesDays: number | null; ordersDays: number | null }
}

export const DEFAULT_TERMS: MoneyTerms = {
  reservationMinutes: 30,
  transferHours: 48,
  cashHours: 72,
  paymentAttempts: 3,
  withdrawalDays: 10,
  reminders: 2,
  reminderHours: 3,
  templates: {},
  // The tax authority wants six years of sales; what was chatted serves nobody after two.
  retention: { messagesDays: 730, ordersDays: 2190 },
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** The terms in a tenant's settings over the defaults; what is no sensible number counts as not set. */
export function moneyTerms(settings: Readonly<Record<string, unknown>>): MoneyTerms {
  const given = (typeof settings.money === 'object' && settings.money !== null ? settings.money : {}) as Partial<
    Record<keyof MoneyTerms, unknown>
  >
  const whole = (key: keyof MoneyTerms, least: number, most: number): number => {
    const value = given[key]
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : (DEFAULT_TERMS[key] as number)
  }
  const retention = (typeof given.retention === 'object' && given.retention !== null ? given.retention : {}) as Record<
    string,
    unknown
  >
  const days = (key: keyof MoneyTerms['retention']): number | null => {
    const value = retention[key]
    if (value === null) return null
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : DEFAULT_TERMS.retention[key]
  }
  return {
    // Flow refuses nothing below, but a link must outlive the walk to the card; a day is the longest a shelf should wait.
    reservationMinutes: whole('reservationMinutes', 5, 1440),
    transferHours: whole('transferHours', 1, 336),
    cashHours: whole('cashHours', 1, 336),
    paymentAttempts: whole('paymentAttempts', 1, 10),
    withdrawalDays: whole('withdrawalDays', 10, 365),
    reminders: whole('reminders', 0, 2),
    reminderHours: whole('reminderHours', 1, 72),
    templates:
      typeof given.templates === 'object' && given.templates !== null
        ? (given.templates as Record<string, string>)
        : {},
    retention: { messagesDays: days('messagesDays'), ordersDays: days('ordersDays') },
  }
}

/** How long a fresh order's units are kept, in milliseconds. */
export function reservationMs(terms: MoneyTerms, paymentMethod: string): number {
  return paymentMethod === 'transfer' ? terms.transferHours * HOUR_MS : terms.reservationMinutes * MINUTE_MS
}
