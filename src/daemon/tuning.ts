/** The pipeline's times and sizes. Defaults are for production; tests and chaos runs make the waits shorter. */
export interface Tuning {
  /** A dead daemon's conversations are taken over after this. Renewed at a third of it, so two renewals may fail. */
  leaseMs: number
  /** Never start a send with less than this left on the lease: another daemon may be about to take over. */
  leaseMarginMs: number
  /** The safety net looks this often for what no hint announced. */
  sweepMs: number
  /**
   * How long the status callback of a send that was cut off may take before it is sent again. Callbacks come within
   * seconds; too short and a shopper reads something twice, too long and the answer comes late after a crash.
   */
  ambiguousMs: number
  /** Tries before a message is set aside. */
  turnTries: number
  /** Conversations under way at once, in all and of one shop. */
  active: number
  activePerTenant: number
  /**
   * And of one shop while others are about. A provider takes 80 messages a second of a number and some 0.4 s for each, so
   * about so many are on their way at that rate; more under way only makes the other shops' next message wait for them.
   */
  activeAmongOthers: number
  /**
   * A stop lets work under way finish for this long. What it takes besides (connections, the farewell in the database) must
   * still fit in ten seconds: on a machine that is too slow for ten of drain, eleven came of it.
   */
  drainMs: number
}

export const DEFAULT_TUNING: Tuning = {
  leaseMs: 10_000,
  leaseMarginMs: 500,
  sweepMs: 500,
  ambiguousMs: 15_000,
  turnTries: 5,
  active: 256,
  activePerTenant: 192,
  activeAmongOthers: 32,
  drainMs: 8000,
}

/** Overrides from the environment: `BOTCTL_TUNE=leaseMs=2000,ambiguousMs=1500`. For chaos runs; unknown names are refused. */
export function tuningFrom(text: string | undefined): Tuning {
  const tuning = { ...DEFAULT_TUNING }
  for (const part of (text ?? '').split(',').filter((entry) => entry.trim() !== '')) {
    const [name = '', value = ''] = part.split('=').map((entry) => entry.trim())
    if (!(name in tuning) || !/^\d+$/.test(value)) throw new TypeError(`BOTCTL_TUNE: ${part} is not name=number`)
    tuning[name as keyof Tuning] = Number(value)
  }
  return tuning
}
