import type { ChannelProvider } from '../../channels/port.ts'

/** What the provider must be told to call. `baseUrl` is PUBLIC_URL, or the daemon's own address. */
export function webhookUrl(baseUrl: string, provider: ChannelProvider): string {
  const base = baseUrl.replace(/\/+$/, '')
  return provider === 'local' ? `${base}/webhook` : `${base}/webhook/${provider}`
}

/** PUBLIC_URL, or where the daemon listens: good for tests on this machine, of no use to a provider. */
export function baseUrlOf(config: { publicUrl: string | null; host: string; port: number }): string {
  if (config.publicUrl !== null) return config.publicUrl
  const host = config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host
  return `http://${host}:${config.port}`
}
