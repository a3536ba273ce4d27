import { parseObject } from '../answer.ts'
import { readObject, readText } from '../parsed.ts'
import type { ChannelAccount } from '../port.ts'
import { callTwilio } from './send.ts'
import type { TwilioApi } from './send.ts'

/** Asks Twilio whether SID and token belong together and the account is active. */
export async function verifyTwilio(
  api: TwilioApi,
  account: ChannelAccount,
): Promise<{ ok: boolean; findings: string[] }> {
  const { accountSid, authToken } = account.secrets
  if (!accountSid || !authToken) {
    const what = accountSid ? 'auth token: every webhook will be refused' : 'account SID'
    return { ok: false, findings: [`there is no ${what}, and nothing can be sent`] }
  }
  const answer = await callTwilio(api, account, {
    method: 'GET',
    url: `${api.apiUrl}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}.json`,
  })
  if (!answer.ok) return { ok: false, findings: [`Twilio is out of reach (${answer.code}): ${answer.detail}`] }
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
    return { ok: false, findings: ['Twilio refuses this account SID and auth token'] }
  }
  if (answer.status !== 200) return { ok: false, findings: [`Twilio answered with HTTP ${answer.status}`] }
  const status = parseObject(answer.text)?.status
  const findings =
    status === 'active' || status === undefined
      ? await senderFindings(api, account)
      : ['the Twilio account is suspended or closed']
  return { ok: findings.length === 0, findings }
}

/**
 * Whether Twilio sends what this number hears to us. The sandbox's number and those inside a messaging service are not
 * among the account's senders: of those nothing can be told.
 */
async function senderFindings(api: TwilioApi, account: ChannelAccount): Promise<string[]> {
  const answer = await callTwilio(api, account, {
    method: 'GET',
    url: `${api.messagingUrl}/v2/Channels/Senders?Channel=whatsapp&PageSize=100`,
  })
  if (!answer.ok || answer.status !== 200) return []
  const list = parseObject(answer.text)?.senders
  const sender = (Array.isArray(list) ? (list as unknown[]) : [])
    .map(readObject)
    .find((entry) => entry?.sender_id === `whatsapp:${account.address}`)
  if (!sender) return []
  const findings: string[] = []
  const status = readText(sender.status, 50)
  if (status !== null && !status.startsWith('ONLINE')) findings.push(`the WhatsApp sender is ${status} at Twilio`)
  if (api.webhookUrl === null) return findings
  // What follows # tells Twilio how often to try again.
  const called = readText(readObject(sender.webhook)?.callback_url, 1000)?.split('#')[0]
  if (called !== api.webhookUrl)
    findings.push(`Twilio sends messages to ${called ? called : 'nowhere'} and not to ${api.webhookUrl}`)
  return findings
}
