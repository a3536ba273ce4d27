import { signMetaBody } from '../../src/channels/meta/signature.ts'

export const APP_SECRET = 'app_secret_123'
export const PHONE_NUMBER_ID = '106540352242922'

/** The published fixtures of Meta's inbound messages, by what they are. */
export const MESSAGES = {
  text: { from: '56912345678', id: 'wamid.TEST0001', timestamp: '1795360000', type: 'text', text: { body: 'Hola' } },
  button: {
    from: '56912345678',
    from_user_id: 'CL.1a2b3c',
    id: 'wamid.B1',
    timestamp: '1795348801',
    type: 'interactive',
    context: { from: '56223456789', id: 'wamid.OUT1' },
    interactive: { type: 'button_reply', button_reply: { id: 'ord:42:confirm', title: 'Confirmo' } },
  },
  list: {
    from: '56912345678',
    from_user_id: 'CL.1a2b3c',
    id: 'wamid.L1',
    timestamp: '1795348802',
    type: 'interactive',
    context: { from: '56223456789', id: 'wamid.OUT2' },
    interactive: {
      type: 'list_reply',
      list_reply: { id: 'sku:EMP-PINO', title: 'Empanada de pino', description: '$2.500' },
    },
  },
  order: {
    from_user_id: 'CL.1a2b3c',
    id: 'wamid.O1',
    timestamp: '1795348803',
    type: 'order',
    order: {
      catalog_id: '194836987003835',
      text: 'para las 8',
      product_items: [{ product_retailer_id: 'EMP-PINO', quantity: 2, item_price: 2500, currency: 'CLP' }],
    },
  },
  voice: {
    from: '56912345678',
    id: 'wamid.V1',
    timestamp: '1795348804',
    type: 'audio',
    audio: { id: '900001', mime_type: 'audio/ogg; codecs=opus', sha256: 'c2hh', voice: true },
  },
  image: {
    from: '56912345678',
    id: 'wamid.I1',
    timestamp: '1795348805',
    type: 'image',
    image: { id: '900002', mime_type: 'image/jpeg', sha256: 'c2hh', caption: 'tienen esto?' },
  },
  place: {
    from: '56912345678',
    id: 'wamid.P1',
    timestamp: '1795348806',
    type: 'location',
    location: { latitude: -33.4489, longitude: -70.6693, name: 'Casa', address: 'Ñuñoa' },
  },
  tap: {
    from: '56912345678',
    id: 'wamid.T1',
    timestamp: '1795348807',
    type: 'button',
    context: { from: '56223456789', id: 'wamid.TPL1' },
    button: { payload: 'cart:resume', text: 'Seguir comprando' },
  },
  oddity: {
    from: '56912345678',
    id: 'wamid.U1',
    timestamp: '1795348808',
    type: 'unsupported',
    errors: [{ code: 131051, title: 'Message type unknown' }],
  },
} as const

export const STATUSES = [
  {
    id: 'wamid.OUT1',
    status: 'delivered',
    timestamp: '1795348810',
    recipient_id: '56912345678',
    recipient_user_id: 'CL.1a2b3c',
    biz_opaque_callback_data: 'ob_01',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
  },
  {
    id: 'wamid.OUT3',
    status: 'failed',
    timestamp: '1795348811',
    recipient_id: '56912345678',
    errors: [
      {
        code: 131047,
        title: 'Re-engagement message',
        message: 'Re-engagement message',
        error_data: { details: 'More than 24 hours have passed' },
      },
    ],
  },
] as const

/** A text message as Meta writes it. `from` is digits without +. */
export function metaText(id: string, from: string, body: string, seconds = 1_795_360_000): Record<string, unknown> {
  return { from, id, timestamp: String(seconds), type: 'text', text: { body } }
}

/** `value` of a change of field `messages`. */
export function metaValue(parts: Record<string, unknown>, phoneNumberId = PHONE_NUMBER_ID): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '56223456789', phone_number_id: phoneNumberId },
    ...parts,
  }
}

export function metaBody(...values: Array<Record<string, unknown>>): Record<string, unknown> {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: values.map((value) => ({ value, field: 'messages' })) }],
  }
}

/** A signed request for `app.inject` or `fetch`. */
export function signedMeta(
  body: unknown,
  secret = APP_SECRET,
): { payload: string; headers: { 'content-type': string; 'x-hub-signature-256': string } } {
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    payload,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signMetaBody(payload, secret) },
  }
}
