import { parseObject } from '../answer.ts'
import { readObject, readText } from '../parsed.ts'
import type { ChannelAccount } from '../port.ts'
import { callGraph, readFailure } from './send.ts'
import type { MetaApi } from './send.ts'

/** Asks Meta for the number and its health (meta.md §16): what does not work, in plain words. */
export async function verifyMeta(api: MetaApi, account: ChannelAccount): Promise<{ ok: boolean; findings: string[] }> {
  const findings = missingSecrets(account)
  if (!account.secrets.token) return { ok: false, findings }
  const answer = await callGraph(api, account, {
    method: 'GET',
    path: `${encodeURIComponent(account.address)}?fields=display_phone_number,verified_name,quality_rating,health_status`,
  })
  if (!answer.ok)
    return { ok: false, findings: [...findings, `Meta is out of reach (${answer.code}): ${answer.detail}`] }
  if (answer.status !== 200) {
    const failure = readFailure(answer)
    const what =
      failure.class === 'auth'
        ? 'Meta refuses the access token'
        : failure.class === 'bad_request'
          ? 'Meta does not know this phone number id, or the token may not see it'
          : 'Meta answered with an error'
    return { ok: false, findings: [...findings, `${what} (${failure.code}): ${failure.detail}`] }
  }
  const number = parseObject(answer.text)
  findings.push(...healthFindings(number), ...(await subscriptionFindings(api, account, number)))
  return { ok: findings.length === 0, findings }
}

/**
 * Whether any app hears this number's account. A callback URL that Meta verified is not enough: without a subscription
 * nothing is ever sent to it. A token that may not look tells nothing, which is no fault.
 */
async function subscriptionFindings(
  api: MetaApi,
  account: ChannelAccount,
  number: Readonly<Record<string, unknown>> | null,
): Promise<string[]> {
  const entities = readObject(number?.health_status)?.entities
  const owner = (Array.isArray(entities) ? (entities as unknown[]) : [])
    .map(readObject)
    .find((entity) => entity?.entity_type === 'WABA')
  const id = readText(owner?.id, 50)
  if (id === null) return []
  const answer = await callGraph(api, account, { method: 'GET', path: `${encodeURIComponent(id)}/subscribed_apps` })
  if (!answer.ok || answer.status !== 200) return []
  const apps = parseObject(answer.text)?.data
  if (!Array.isArray(apps) || apps.length > 0) return []
  return [
    `no app is subscribed to the WhatsApp account ${id}: Meta sends its messages to nobody (POST /${id}/subscribed_apps)`,
  ]
}

function missingSecrets(account: ChannelAccount): string[] {
  const findings: string[] = []
  if (!account.secrets.token) findings.push('there is no access token: nothing can be sent')
  if (!account.secrets.appSecret) findings.push('there is no app secret: every webhook will be refused')
  if (!account.secrets.verifyToken) findings.push('there is no verify token: Meta cannot verify the webhook')
  return findings
}

function healthFindings(number: Readonly<Record<string, unknown>> | null): string[] {
  const health = readObject(number?.health_status)
  const state = health?.can_send_message
  const findings: string[] = []
  if (number?.quality_rating === 'RED') findings.push("Meta rates this number's quality RED: it may be limited soon")
  if (state !== 'BLOCKED' && state !== 'LIMITED') return findings
  findings.push(state === 'BLOCKED' ? 'Meta blocks sending from this number' : 'Meta limits sending from this number')
  for (const entry of Array.isArray(health?.entities) ? (health.entities as unknown[]) : []) {
    const entity = readObject(entry)
    if (entity === null || entity.can_send_message === 'AVAILABLE') continue
    for (const problem of Array.isArray(entity.errors) ? (entity.errors as unknown[]) : []) {
      const fields = readObject(problem)
      const what = readText(fields?.error_description, 300) ?? 'no reason given'
      const solution = readText(fields?.possible_solution, 300)
      findings.push(`${readText(entity.entity_type, 50) ?? 'account'}: ${what}${solution ? ` – ${solution}` : ''}`)
    }
  }
  return findings
}
