import { signMetaBody } from '../../channels/meta/signature.ts'
import type { ChannelAccount } from '../../channels/port.ts'
import type { ProviderAnswer, Requester } from '../../channels/request.ts'
import { signTwilioRequest } from '../../channels/twilio/signature.ts'
import type { Store } from '../../store/store.ts'
import { requireChannel } from './find-channel.ts'
import type { Channels } from './open-channels.ts'
import { webhookUrl } from './webhook-url.ts'

export interface ChannelVerdict {
  id: string
  tenant: string
  provider: string
  address: string
  ok: boolean
  /** `credentials`: what the provider says. `webhook`: a signed self-test through the public URL. */
  checks: Array<{ name: 'credentials' | 'webhook'; ok: boolean; findings: string[] }>
}

/**
 * Asks the provider whether the credentials work, and, where a public URL is set, knocks at it as the provider would:
 * a signed request must get through and a forged one must not. Nothing is stored by it.
 */
export function createChannelVerifier(deps: {
  store: Store
  channels: Channels
  publicUrl: string | null
}): (wanted: { channel?: string | undefined; tenant?: string | undefined }) => Promise<ChannelVerdict> {
  return async (wanted) => {
    const row = await requireChannel(deps.store.db, wanted)
    const account = await deps.channels.account(row.id)
    const { id, tenant, provider, address } = row
    if (account === null) {
      const checks = [{ name: 'credentials' as const, ok: false, findings: ['the channel is disabled'] }]
      return { id, tenant, provider, address, ok: false, checks }
    }
    const checks: ChannelVerdict['checks'] = [
      { name: 'credentials', ...(await deps.channels.channel(provider).verify(account)) },
    ]
    if (deps.publicUrl !== null && provider !== 'local') {
      const findings = await testWebhook(deps.channels.request, account, webhookUrl(deps.publicUrl, provider))
      checks.push({ name: 'webhook', ok: findings.length === 0, findings })
    }
    return { id, tenant, provider, address, ok: checks.every((check) => check.ok), checks }
  }
}

/** What is wrong with the way in, in plain words; empty where a signed knock gets through and a forged one does not. */
export async function testWebhook(request: Requester, account: ChannelAccount, url: string): Promise<string[]> {
  const findings: string[] = []
  if (!url.startsWith('https://') && !isThisMachine(url)) {
    findings.push('PUBLIC_URL is not https: Meta does not call it, and what Twilio sends could be read on the way')
  }
  const knock = account.provider === 'meta' ? metaKnock(account, url) : twilioKnock(account, url)
  if (knock === null) return [...findings, 'there is no secret to sign a self-test with']
  const signed = await request({ ...knock, method: 'POST', url })
  if (!signed.ok) return [...findings, `the public URL is out of reach (${signed.code})`]
  if (signed.status !== 200) return [...findings, explainRefusal(signed, account.provider)]
  const forged = await request({ ...knock, headers: forge(knock.headers), method: 'POST', url })
  if (forged.ok && forged.status !== 401) {
    findings.push(`a forged signature was answered with ${forged.status} and not 401: something else serves this URL`)
  }
  if (account.provider === 'meta') findings.push(...(await testVerification(request, account, url)))
  return findings
}

interface Knock {
  headers: Record<string, string>
  body: string
}

/** An empty batch: genuine, and with nothing in it. */
function metaKnock(account: ChannelAccount, _url: string): Knock | null {
  const { appSecret } = account.secrets
  if (!appSecret) return null
  const body = '{"object":"whatsapp_business_account","entry":[]}'
  return {
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signMetaBody(body, appSecret) },
    body,
  }
}

function twilioKnock(account: ChannelAccount, url: string): Knock | null {
  const { accountSid, authToken } = account.secrets
  if (!authToken) return null
  const form: Array<[string, string]> = [
    ['AccountSid', accountSid ?? ''],
    ['BotctlSelfTest', '1'],
    ['To', `whatsapp:${account.address}`],
  ]
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signTwilioRequest(url, form, authToken),
    },
    body: new URLSearchParams(form).toString(),
  }
}

/** The same shape, another content. */
function forge(headers: Record<string, string>): Record<string, string> {
  const turn = (text: string): string => text.replaceAll(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0'))
  const { 'x-hub-signature-256': meta, 'x-twilio-signature': twilio } = headers
  return {
    ...headers,
    ...(meta === undefined ? {} : { 'x-hub-signature-256': `sha256=${turn(meta.slice(7))}` }),
    ...(twilio === undefined ? {} : { 'x-twilio-signature': `${turn(twilio.slice(0, -1))}=` }),
  }
}

async function testVerification(request: Requester, account: ChannelAccount, url: string): Promise<string[]> {
  const { verifyToken } = account.secrets
  if (!verifyToken) return ['there is no verify token, so Meta cannot verify the webhook']
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': '20261122',
    'hub.verify_token': verifyToken,
  })
  const answer = await request({ method: 'GET', url: `${url}?${query.toString()}`, headers: {} })
  if (answer.ok && answer.status === 200 && answer.text === '20261122') return []
  return ["Meta's verification would fail: the challenge did not come back"]
}

function explainRefusal(answer: Extract<ProviderAnswer, { ok: true }>, provider: string): string {
  if (answer.status === 401) {
    return provider === 'twilio'
      ? 'our own signature was refused (401): PUBLIC_URL is not what the daemon was started with, or the proxy changes the path'
      : 'our own signature was refused (401): the daemon runs with other secrets, or the proxy changes the body'
  }
  if (answer.status === 404) return 'the public URL leads elsewhere (404): check the proxy, and that botctl serve runs'
  return `the public URL answered with ${answer.status}`
}

function isThisMachine(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
