import type { AddedChannel } from './add-channel.ts'

/** What was done and what is left to do at the provider, as lines for people. */
export function describeAdded(added: AddedChannel): string {
  const whose = added.account === 'own' ? 'with its own account' : "with the environment's account"
  const done = added.created ? 'connected' : 'replaced the secrets of'
  const lines = [`${done} ${added.tenant} through ${added.provider}, ${added.address}, ${whose}`]
  if (added.provider === 'meta') {
    lines.push(
      'in the Meta app, under WhatsApp, Configuration:',
      `  callback URL  ${added.webhook_url}`,
      `  verify token  ${added.verify_token ?? 'the one you gave'}`,
      '  subscribe to  messages (and smb_message_echoes, account_update, message_template_status_update)',
    )
  } else {
    lines.push(
      "in Twilio's console, at the WhatsApp sender:",
      `  when a message comes in  ${added.webhook_url}  (POST)`,
      `  status callback          ${added.webhook_url}/status  (POST)`,
    )
  }
  if (!added.webhook_url.startsWith('https://')) {
    lines.push('providers cannot call this address yet: set PUBLIC_URL to the https address of this daemon')
  }
  if (added.shared_with.length > 0) {
    lines.push(
      `${added.shared_with.join(', ')} use this number too: say who talks to whom with botctl tenant route PHONE --tenant ${added.tenant}`,
    )
  }
  lines.push(`next: botctl channel verify ${added.id}`)
  return lines.join('\n')
}
