import { isIP } from 'node:net'
import { connect } from 'node:tls'
import type { Config } from '../../config.ts'
import type { SecretBox } from '../../secrets.ts'
import type { Store } from '../../store/store.ts'
import { openChannels } from '../channels/open-channels.ts'
import { createChannelVerifier } from '../channels/verify-channel.ts'
import type { ChannelVerdict } from '../channels/verify-channel.ts'
import type { FlowEnvironment, FlowSecrets } from '../payments/directory.ts'
import { findings } from './check.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'

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
        // It is there and its papers are wrong: the next check says how.
        if (isCertificateError(code)) return []
        return [problem(`${url} is out of reach (${code})`, 'check DNS, firewall (80 and 443) and the proxy')]
      }
    },
  },
  {
    id: 'certificate',
    title: "PUBLIC_URL's certificate is trusted, and good for a while",
    needs: ['network'],
    async run({ config, now }) {
      const { problem, warning } = findings('certificate')
      if (config.publicUrl === null || !config.publicUrl.startsWith('https:')) return []
      const url = new URL(config.publicUrl)
      const seen = await lookAtCertificate(url)
      if (seen === null) return []
      const days = Math.floor((seen.until - now) / 86_400_000)
      if (days < 0) return [problem('the certificate has expired', RENEW)]
      if (seen.distrust !== null)
        return [
          problem(
            `providers do not trust the certificate of ${url.hostname} (${seen.distrust})`,
            CERTIFICATE_REMEDIES[seen.distrust] ?? RENEW,
          ),
        ]
      return days < CERTIFICATE_DAYS ? [warning(`the certificate ends in ${days} days`, RENEW)] : []
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
    async run({ config, store, secrets }) {
      const found = await askFlow(
        config,
        'our keys',
        'check FLOW_API_KEY, FLOW_SECRET_KEY, and that FLOW_API_URL is of the same world (sandbox or production)',
      )
      for (const account of await ownFlowAccounts(config, store, secrets))
        found.push(
          ...(await askFlow(
            account,
            `the keys of ${account.tenant}`,
            `botctl payment add flow --tenant ${account.tenant} --api-key-file FILE --secret-key-file FILE`,
          )),
        )
      return found
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
          found.push(problem(`${verdict.provider} of ${verdict.tenant}: ${text}`, remedyFor(verdict, check.name)))
        }
      }
    }
    return found
  } finally {
    await channels.close()
  }
}

/** New credentials mend what the provider says; the way in is mended at the daemon and the proxy. */
function remedyFor(verdict: ChannelVerdict, check: ChannelVerdict['checks'][number]['name']): string {
  const { provider, tenant, address, id } = verdict
  if (check === 'webhook')
    return `set PUBLIC_URL to the address providers call, restart botctl serve, check the proxy (deploy/nginx.conf); then: botctl channel verify ${id}`
  return provider === 'meta'
    ? `botctl channel add meta --tenant ${tenant} --phone-number-id ${address} --token-file FILE (docs/operating/meta.md)`
    : `botctl channel add twilio --tenant ${tenant} --number ${address} --auth-token-file FILE (docs/operating/twilio.md)`
}

type FlowKeys = Pick<Config, 'flowApiUrl' | 'flowApiKey' | 'flowSecretKey'>

/** What Flow says to these keys; nothing where there are none. */
async function askFlow(keys: FlowKeys, whose: string, remedy: string): Promise<Finding[]> {
  const { problem } = findings('flow')
  const { flowApiUrl, flowApiKey, flowSecretKey } = keys
  if (flowApiKey === null || flowSecretKey === null) return []
  const [{ createFlowClient }, { flowUrl }] = await Promise.all([
    import('../../payments/flow/client.ts'),
    import('../payments/directory.ts'),
  ])
  const client = createFlowClient(
    { apiUrl: flowUrl(null, flowApiUrl), apiKey: flowApiKey, secretKey: flowSecretKey },
    { deadlineMs: DEADLINE_MS },
  )
  try {
    // A payment that cannot exist: Flow looks at the keys first, and "not found" means that they are right.
    await client.get('/payment/getStatusByCommerceId', { commerceId: 'botctl-doctor' })
    return []
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'payment_credentials') return [problem(`Flow refuses ${whose}`, remedy)]
    if (code === 'payment_unavailable') return [problem('Flow is out of reach', 'check FLOW_API_URL and the firewall')]
    return []
  }
}

/** Shops that collect with keys of their own. Keys that cannot be opened are another check's finding. */
async function ownFlowAccounts(
  config: Config,
  store: Store | null,
  secrets: SecretBox | null,
): Promise<Array<FlowKeys & { tenant: string }>> {
  if (store === null || secrets === null) return []
  const { flowUrl } = await import('../payments/directory.ts')
  const rows = await store.db
    .selectFrom('payment_account')
    .innerJoin('tenant', 'tenant.id', 'payment_account.tenant_id')
    .select(['tenant.slug', 'tenant.id', 'payment_account.secrets', 'payment_account.environment'])
    .where('payment_account.provider', '=', 'flow')
    .where('payment_account.status', '=', 'active')
    .orderBy('tenant.slug')
    .execute()
  return rows.flatMap((row) => {
    if (row.secrets === null) return []
    try {
      const own = secrets.openJson(row.secrets, row.id) as FlowSecrets
      const flowApiUrl = flowUrl(row.environment as FlowEnvironment | null, config.flowApiUrl)
      return [{ tenant: row.slug, flowApiUrl, flowApiKey: own.apiKey, flowSecretKey: own.secretKey }]
    } catch {
      return []
    }
  })
}

const RENEW = 'certbot renew && systemctl reload nginx (Caddy renews by itself: see its log)'

/** What providers' clients find wrong with certificates in practice, by Node's name for it. */
const CERTIFICATE_REMEDIES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'get one from a public authority: certbot --nginx, or deploy/Caddyfile, which does it alone',
  SELF_SIGNED_CERT_IN_CHAIN:
    'get one from a public authority: certbot --nginx, or deploy/Caddyfile, which does it alone',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'serve the whole chain: ssl_certificate must name fullchain.pem (deploy/nginx.conf)',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'serve the whole chain: ssl_certificate must name fullchain.pem (deploy/nginx.conf)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for other names: set PUBLIC_URL to one of them, or certbot --expand -d NAME',
}

function isCertificateError(code: string): boolean {
  return code in CERTIFICATE_REMEDIES || code.startsWith('CERT_')
}

/** When the certificate ends (epoch ms) and why a provider would refuse it; null where there is no TLS to be had. */
function lookAtCertificate(url: URL): Promise<{ until: number; distrust: string | null } | null> {
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  return new Promise((resolve) => {
    // Expired or self-signed: we want to look at it, and send nothing through it.
    const socket = connect({
      host,
      port: Number(url.port || 443),
      ...(isIP(host) === 0 && { servername: host }),
      rejectUnauthorized: false,
    })
    const done = (value: { until: number; distrust: string | null } | null): void => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(DEADLINE_MS, () => done(null))
    socket.once('error', () => done(null))
    socket.once('secureConnect', () => {
      const until = Date.parse(socket.getPeerCertificate().valid_to)
      const reason = socket.authorizationError as unknown as { code?: string } | string | null
      const distrust = socket.authorized ? null : typeof reason === 'string' ? reason : (reason?.code ?? 'untrusted')
      done(Number.isNaN(until) ? null : { until, distrust })
    })
  })
}
