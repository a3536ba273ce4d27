import { parseObject } from '../answer.ts'
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
  if (status === 'active' || status === undefined) return { ok: true, findings: [] }
  return { ok: false, findings: ['the Twilio account is suspended or closed'] }
}
