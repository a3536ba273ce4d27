import { money } from '../../engine/reply/format.ts'

export interface PaymentPage {
  title: string
  text: string
  shop: string | null
  /** A number in E.164 to go back to; null where none is known. */
  whatsapp: string | null
  order?: { number: string; total: number }
  /** What a tester may say happened. */
  buttons?: ReadonlyArray<readonly [outcome: string, label: string]>
}

/** No script, nothing from elsewhere, in nobody's frame. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** A page for a shopper's phone, in Spanish. Everything in it is escaped. */
export function paymentPage(page: PaymentPage): string {
  const shop = page.shop === null ? '' : `<p class="shop">${escape(page.shop)}</p>`
  const order = page.order
    ? `<p class="order">Pedido <b>${escape(page.order.number)}</b> · <b>${escape(money(page.order.total))}</b></p>`
    : ''
  const buttons = (page.buttons ?? [])
    .map(([outcome, label]) => `<button name="outcome" value="${escape(outcome)}">${escape(label)}</button>`)
    .join('')
  const form = buttons === '' ? '' : `<form method="post">${buttons}</form>`
  const digits = page.whatsapp?.replace(/\D/g, '') ?? ''
  const back = digits === '' ? '' : `<p><a href="https://wa.me/${digits}">Volver a WhatsApp</a></p>`
  return `<!doctype html>
<html lang="es-CL">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(page.title)}</title>
<style>
body{font:18px/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1.2rem;color:#1c1c1c;background:#fafafa}
h1{font-size:1.4rem}.shop{color:#555}a,button{display:inline-block;padding:.7rem 1.2rem;border-radius:.5rem;border:0;background:#0a7c3e;color:#fff;font:inherit;text-decoration:none;margin:.3rem .3rem .3rem 0}
</style>
</head>
<body>
<main>
${shop}
<h1>${escape(page.title)}</h1>
${order}
<p>${escape(page.text)}</p>
${form}
${back}
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
