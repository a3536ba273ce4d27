import { connect } from 'node:tls'
import type { Config } from '../../config.ts'
import type { SecretBox } from '../../secrets.ts'
import type { Store } from '../../store/store.ts'
import { openChannels } from '../channels/open-channels.ts'
import { createChannelVerifier } from '../channels/verify-channel.ts'
import { findings } from './check.ts'
import type { Check } from './check.ts'

/** Whoever needs longer than this is away for a shopper, too. */
const DEADLINE_MS = 8000
/** Certbot renews at thirty days; below fourteen it has failed for two weeks. */
const CERTIFICATE_DAYS = 14

export const NETWORK_CHECKS: readonly Check[] = [
  {
    id: 'public_url',
    title: 'PUBLIC_URL leads to a healthy daemon',
    needs: ['network'],
    async run({ config }) {
      const { problem } = findings('public_url')
      if (config.publicUrl === null) return []
      const url = `${config.publicUrl}/health`
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE_MS), redirect: 'manual' })
        if (response.ok) return []
        return [problem(`${url} answers ${response.status}`, 'check the proxy: deploy/nginx.conf or deploy/Caddyfile')]
      } catch (error) {
        const code = ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).name
        return [problem(`${url} is out of reach (${code})`, 'check DNS, firewall (80 and 443) and the proxy')]
      }
    },
  },
  {
    id: 'certificate',
    title: "PUBLIC_URL's certificate is good for a while",
    needs: ['network'],
    async run({ config, now }) {
      const { problem, warning } = findings('certificate')
      if (config.publicUrl === null || !config.publicUrl.startsWith('https:')) return []
      const until = await certificateUntil(new URL(config.publicUrl))
      if (until === null) return []
      const days = Math.floor((until - now) / 86_400_000)
      if (days < 0) return [problem('the certificate has expired', 'certbot renew (or let Caddy do it)')]
      if (days < CERTIFICATE_DAYS)
        return [warning(`the certificate ends in ${days} days`, 'certbot renew (or let Caddy do it)')]
      return []
    },
  },
  {
    id: 'providers',
    title: 'providers take our credentials, and a signed knock gets through',
    needs: ['database', 'network'],
    async run({ config, store, secrets, now }) {
      if (secrets === null) return []
      return verifyProviders(config, store as Store, secrets, now)
    },
  },
  {
    id: 'flow',
    title: 'Flow takes our keys',
    needs: ['network'],
    async run({ config }) {
      const { problem } = findings('flow')
      const { flowApiUrl, flowApiKey, flowSecretKey } = config
      if (flowApiKey === null || flowSecretKey === null) return []
      const { createFlowClient } = await import('../../payments/flow/client.ts')
      const apiUrl = flowApiUrl ?? 'https://www.flow.cl/api'
      const client = createFlowClient(
        { apiUrl, apiKey: flowApiKey, secretKey: flowSecretKey },
        { deadlineMs: DEADLINE_MS },
      )
      try {
        // A payment that cannot exist: Flow looks at the keys first, and "not found" means that they are right.
        await client.get('/payment/getStatusByCommerceId', { commerceId: 'botctl-doctor' })
        return []
      } catch (error) {
        const { code } = error as { code?: string }
        if (code === 'payment_credentials')
          return [
            problem(
              'Flow refuses our keys',
              'check FLOW_API_KEY, FLOW_SECRET_KEY, and that FLOW_API_URL is of the same world (sandbox or production)',
            ),
          ]
        if (code === 'payment_unavailable')
          return [problem('Flow is out of reach', 'check FLOW_API_URL and the firewall')]
        return []
      }
    },
  },
  {
    id: 'model',
    title: 'the language model answers',
    needs: ['network'],
    async run({ config }) {
      const { warning } = findings('model')
      if (config.openaiApiKey === null) return []
      const base = config.openaiBaseUrl ?? 'https://api.openai.com/v1'
      try {
        const response = await fetch(`${base}/models`, {
          headers: { authorization: `Bearer ${config.openaiApiKey}` },
          signal: AbortSignal.timeout(DEADLINE_MS),
        })
        if (response.ok) return []
        const why = response.status === 401 ? 'refuses the key' : `answers ${response.status}`
        return [warning(`the model's server ${why}; shops sell without it`, 'check OPENAI_API_KEY and OPENAI_BASE_URL')]
      } catch {
        return [
          warning(
            "the model's server is out of reach; shops sell without it",
            'check OPENAI_BASE_URL and the firewall',
          ),
        ]
      }
    },
  },
]

async function verifyProviders(config: Config, store: Store, secrets: SecretBox, now: number) {
  const { problem } = findings('providers')
  const channels = openChannels({ store, config, secrets, now: () => now })
  try {
    const verify = createChannelVerifier({ store, channels, publicUrl: config.publicUrl })
    const rows = await store.db
      .selectFrom('channel')
      .select('id')
      .where('provider', '!=', 'local')
      .where('status', '=', 'active')
      .execute()
    const found = []
    for (const { id } of rows) {
      const verdict = await verify({ channel: id })
      for (const check of verdict.checks) {
        for (const text of check.ok ? [] : check.findings) {
          found.push(problem(`${verdict.provider} of ${verdict.tenant}: ${text}`, `botctl channel verify ${id}`))
        }
      }
    }
    return found
  } finally {
    await channels.close()
  }
}

/** When the certificate ends, epoch ms; null where there is no TLS to be had (the other check says so). */
function certificateUntil(url: URL): Promise<number | null> {
  return new Promise((resolve) => {
    // Expired or self-signed: we want to look at it, not to trust it.
    const socket = connect({
      host: url.hostname,
      port: Number(url.port || 443),
      servername: url.hostname,
      rejectUnauthorized: false,
    })
    const done = (value: number | null): void => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(DEADLINE_MS, () => done(null))
    socket.once('error', () => done(null))
    socket.once('secureConnect', () => done(Date.parse(socket.getPeerCertificate().valid_to) || null))
  })
}
