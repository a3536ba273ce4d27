/** Figures as on-call reads them: short, aligned, never more precise than they matter. */

/** 13980 → $13.980 */
export function pesos(amount: number): string {
  return `$${Math.round(amount)
    .toString()
    .replaceAll(/\B(?=(\d{3})+(?!\d))/g, '.')}`
}

/** 950, 1.2k, 34k, 5.6M */
export function count(n: number): string {
  if (n < 1000) return String(Math.round(n))
  if (n < 9950) return `${(n / 1000).toFixed(1)}k`
  if (n < 999_500) return `${Math.round(n / 1000)}k`
  return `${(n / 1_000_000).toFixed(1)}M`
}

/** Per second: 0, 0.4, 12, 3.5k */
export function rate(perSecond: number): string {
  if (perSecond === 0) return '0'
  return perSecond < 10 ? perSecond.toFixed(1) : count(perSecond)
}

/** 0.4 ms, 12 ms, 1.3 s */
export function duration(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < 10) return `${ms.toFixed(1)} ms`
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`
  return age(ms)
}

/** How long ago or how long waiting: now, 12s, 4m, 3h, 2d */
export function age(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < 1000) return 'now'
  const seconds = Math.floor(ms / 1000)
  if (seconds < 120) return `${seconds}s`
  if (seconds < 7200) return `${Math.floor(seconds / 60)}m`
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)}h`
  return `${Math.floor(seconds / 86_400)}d`
}

/** 512 kB, 84 MB, 1.2 GB */
export function bytes(n: number | null): string {
  if (n === null) return '–'
  if (n < 1_000_000) return `${Math.round(n / 1000)} kB`
  if (n < 1_000_000_000) return `${Math.round(n / 1_000_000)} MB`
  return `${(n / 1_000_000_000).toFixed(1)} GB`
}

/** Wall clock of this machine, 14:03:59. */
export function clock(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':')
}

/** 0.1234 → 12 % */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${Math.round((part / whole) * 100)} %`
}

/** Millionths of a dollar: US$0.0123 */
export function dollars(micros: number): string {
  const amount = micros / 1_000_000
  return `US$${amount < 1 ? amount.toFixed(4) : amount.toFixed(2)}`
}
