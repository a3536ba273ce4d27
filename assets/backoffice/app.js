// The shop owners' page: plain DOM over the API. Everything from outside becomes text, never markup.
const $ = (id) => document.getElementById(id)
const TABS = { hoy: 'Hoy', conversaciones: 'Conversaciones', pedidos: 'Pedidos', productos: 'Productos', analisis: 'Análisis' }
const STATUS = {
  pending_payment: 'por pagar',
  paid: 'pagado',
  preparing: 'en preparación',
  shipped: 'enviado',
  delivered: 'entregado',
  cancelled: 'anulado',
  expired: 'vencido',
  refunded: 'reembolsado',
}
const MODE = { bot: 'responde el bot', waiting: 'espera a una persona', human: 'la atiende una persona' }
const FROM = { shopper: 'cliente', bot: 'bot', operator: 'tú o tu equipo', owner: 'la tienda', system: 'sistema' }
const TICK = { queued: '◷', sent: '✓', delivered: '✓✓', read: '✓✓ leído', failed: '✖ no llegó' }

// The access token lives in this page alone; the refresh token in this tab, so that a reload does not log out.
let access = null
let me = null
let timer = null
let turn = 0

const pesos = (amount) => `$${Math.round(amount).toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`
const when = (iso) => (iso ? new Date(iso).toLocaleString('es-CL', { dateStyle: 'short', timeStyle: 'short' }) : '–')
const percent = (share) => (share === null ? '–' : `${Math.round(share * 100)} %`)

function el(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') node.addEventListener('click', value)
    else if (value !== null && value !== undefined) node.setAttribute(key, value)
  }
  node.append(...children.filter((child) => child !== null).map((child) => (child instanceof Node ? child : String(child))))
  return node
}

async function send(path, options = {}, retry = true) {
  const answer = await fetch(path, {
    ...options,
    headers: {
      ...(access && { authorization: `Bearer ${access}` }),
      ...(options.body && { 'content-type': 'application/json' }),
    },
  })
  if (answer.status === 401 && retry && (await refresh())) return send(path, options, false)
  const body = await answer.json().catch(() => null)
  if (!answer.ok) throw Object.assign(new Error(body?.error?.message ?? 'sin respuesta'), { status: answer.status, code: body?.error?.code })
  return body
}

// Two requests that find the token old must not both spend the refresh token: its second use would end the session.
let refreshing = null
function refresh() {
  refreshing ??= doRefresh().finally(() => (refreshing = null))
  return refreshing
}

async function doRefresh() {
  const token = sessionStorage.getItem('refresh')
  if (!token) return false
  const answer = await fetch('/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refresh_token: token }),
  })
  if (!answer.ok) return false
  keep(await answer.json())
  return true
}

function keep(session) {
  access = session.access_token
  sessionStorage.setItem('refresh', session.refresh_token)
}

const post = (path, body) => send(path, { method: 'POST', body: JSON.stringify(body ?? {}) })

async function logIn(event) {
  event.preventDefault()
  $('login-error').textContent = ''
  const login = $('email').value.trim()
  try {
    keep(await send('/auth/login', { method: 'POST', body: JSON.stringify({ [login.includes('@') ? 'email' : 'username']: login, password: $('password').value }) }, false))
    $('password').value = ''
    await start()
  } catch (error) {
    $('login-error').textContent =
      error.status === 401
        ? 'El usuario o la contraseña no son correctos.'
        : error.status === 429
          ? 'Demasiados intentos: espera un minuto y prueba de nuevo.'
          : 'No hay conexión con la tienda. Prueba de nuevo.'
  }
}

async function logOut() {
  const token = sessionStorage.getItem('refresh')
  sessionStorage.removeItem('refresh')
  access = null
  if (token) await fetch('/auth/logout', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ refresh_token: token }) }).catch(() => {})
  showLogin()
}

function showLogin() {
  clearInterval(timer)
  $('app').hidden = true
  $('login').hidden = false
  $('view').replaceChildren()
  $('email').focus()
}

async function start() {
  me = await send('/api/me')
  const { items } = await send('/api/clients')
  $('shop').replaceChildren(
    ...(items.length > 1 ? [el('option', { value: '' }, 'Todas')] : []),
    ...items.map((shop) => el('option', { value: shop.slug }, shop.name)),
  )
  $('who').textContent = me.name
  $('login').hidden = true
  $('app').hidden = false
  clearInterval(timer)
  timer = setInterval(() => document.visibilityState === 'visible' && ['hoy', 'conversaciones'].includes(route()[0]) && !route()[2] && draw(), 5000)
  await draw()
}

const route = () => (location.hash.slice(1) || 'hoy').split('/').map(decodeURIComponent)
const shopQuery = (more = {}) => new URLSearchParams({ ...($('shop').value && { tenant: $('shop').value }), ...more })

async function draw() {
  const mine = ++turn
  const [tab, ...rest] = route()
  $('tabs').replaceChildren(
    ...Object.entries(TABS).map(([id, name]) => el('a', { href: `#${id}`, 'aria-current': id === tab ? 'page' : null }, name)),
  )
  try {
    const content = await (VIEWS[tab] ?? VIEWS.hoy)(...rest)
    // A slow answer for a section that was left must not replace the one being looked at.
    if (mine === turn) $('view').replaceChildren(...content)
  } catch (error) {
    if (error.status === 401) return showLogin()
    if (mine === turn) $('view').replaceChildren(el('p', { class: 'bad', role: 'alert' }, error.status === 404 ? 'Eso ya no existe.' : `No se pudo cargar: ${error.message}`))
  }
}

function table(headers, rows, empty) {
  if (rows.length === 0) return el('p', { class: 'quiet' }, empty)
  const head = headers.map((header) => el('th', { class: header.number ? 'number' : null, scope: 'col' }, header.name))
  const body = rows.map((row) => el('tr', {}, ...headers.map((header) => el('td', { class: header.number ? 'number' : null }, header.value(row)))))
  return el('div', { class: 'scroll' }, el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)))
}

const card = (title, value, note = '', level = null) => el('div', { class: 'card' }, el('span', { class: 'quiet' }, title), el('b', { class: level }, value), el('span', { class: level ?? 'quiet' }, note))
const bar = (value, most) => el('progress', { value, max: Math.max(1, most), 'aria-label': `${value} de ${most}` })

async function today() {
  const now = await send(`/api/today?${shopQuery()}`)
  $('state').textContent = { serving: '● atendiendo', troubled: '▲ con problemas', stopped: '✖ nadie responde' }[now.state]
  $('state').className = { serving: '', troubled: 'warn', stopped: 'bad' }[now.state]
  const steps = [['conversaciones', 'chat'], ['con carrito', 'cart'], ['con link de pago', 'link'], ['pagadas', 'paid']]
  return [
    el('div', { class: 'cards' },
      card('Ventas de hoy', pesos(now.revenue), `${now.paid} de ${now.orders} pedidos pagados`),
      card('Esperan a una persona', now.waiting, now.waiting ? 'revisa Conversaciones' : 'nadie', now.waiting ? 'bad' : null),
      card('Mensajes', `${now.messages.in_per_second.toFixed(1)}/s`, `respuesta en ${now.latency_ms.p95 === null ? '–' : `${Math.round(now.latency_ms.p95)} ms`}`),
      card('Sin enviar', now.outbox.depth, now.dead_letters ? `${now.dead_letters} no se pudieron entregar` : 'todo al día', now.dead_letters ? 'warn' : null)),
    el('h2', {}, 'De la conversación a la venta'),
    table(
      [{ name: 'Paso', value: (step) => step[0] }, { name: 'Hoy', number: true, value: (step) => now.funnel[step[1]] }, { name: '', value: (step) => bar(now.funnel[step[1]], now.funnel.chat) }],
      steps,
      '',
    ),
  ]
}

async function conversations(slug, id) {
  if (slug && id) return conversation(slug, id)
  const { items } = await send(`/api/conversations?${shopQuery({ limit: '100' })}`)
  items.sort((a, b) => Number(b.mode === 'waiting') - Number(a.mode === 'waiting'))
  return [
    table(
      [
        { name: 'Cliente', value: (row) => el('a', { href: `#conversaciones/${encodeURIComponent(row.tenant)}/${encodeURIComponent(row.id)}` }, row.name ?? row.who) },
        { name: 'Estado', value: (row) => el('span', { class: row.mode === 'waiting' ? 'bad' : row.mode === 'human' ? 'warn' : 'quiet' }, MODE[row.mode]) },
        { name: 'Carrito', number: true, value: (row) => row.cart_items },
        { name: 'Último mensaje', value: (row) => when(row.last_message_at) },
        { name: 'Tienda', value: (row) => row.tenant },
      ],
      items,
      'Todavía no ha escrito nadie.',
    ),
  ]
}

async function conversation(slug, id) {
  const base = `/api/clients/${encodeURIComponent(slug)}/conversations/${encodeURIComponent(id)}`
  const found = await send(base)
  const act = (path, body) => async () => {
    try {
      await post(`${base}/${path}`, body?.())
      await draw()
    } catch (error) {
      alertLine.textContent = error.status === 403 ? 'No tienes permiso, o la atiende otra persona.' : `No se pudo: ${error.message}`
    }
  }
  const alertLine = el('p', { class: 'bad', role: 'alert' })
  const text = el('textarea', { rows: 2, 'aria-label': 'Tu respuesta', placeholder: 'Escribe tu respuesta', maxlength: 4096 })
  const mayAct = me.role !== 'viewer'
  return [
    el('p', {}, el('a', { href: '#conversaciones' }, '← Conversaciones')),
    el('h1', {}, found.name ?? found.who),
    el('p', { class: 'quiet' }, `${found.who} · ${MODE[found.mode]}`),
    ...found.transcript.map((entry) =>
      el('div', { class: entry.from === 'shopper' ? 'bubble' : 'bubble ours' }, entry.text, el('small', {}, `${FROM[entry.from]} · ${when(entry.at)} ${TICK[entry.delivery] ?? ''}`)),
    ),
    found.cart.length ? el('p', {}, `En el carrito: ${found.cart.map((item) => `${item.quantity} × ${item.name}`).join(', ')}`) : null,
    mayAct ? el('div', { class: 'row' }, text, el('button', { type: 'button', onclick: act('reply', () => ({ text: text.value })) }, 'Responder')) : null,
    mayAct
      ? el('div', { class: 'row' }, found.mode === 'human'
          ? el('button', { type: 'button', class: 'plain', onclick: act('release') }, 'Devolver al bot')
          : el('button', { type: 'button', class: 'plain', onclick: act('takeover') }, 'Atender yo'))
      : null,
    alertLine,
  ].filter((node) => node !== null)
}

async function orders() {
  const { items } = await send(`/api/orders?${shopQuery({ limit: '100' })}`)
  return [
    table(
      [
        { name: 'Pedido', value: (row) => row.number },
        { name: 'Estado', value: (row) => STATUS[row.status] },
        { name: 'Cliente', value: (row) => row.customer?.name ?? '–' },
        { name: 'Productos', value: (row) => row.items.map((item) => `${item.quantity} × ${item.name}`).join(', ') },
        { name: 'Entrega', value: (row) => row.delivery === null ? '–' : row.delivery.method === 'pickup' ? 'retiro' : [row.delivery.address, row.delivery.comuna].filter(Boolean).join(', ') },
        { name: 'Total', number: true, value: (row) => pesos(row.total) },
        { name: 'Fecha', value: (row) => when(row.placed_at) },
      ],
      items,
      'Todavía no hay pedidos.',
    ),
  ]
}

async function products(query = '') {
  const { items, next_cursor: next } = await send(`/api/products?${shopQuery({ limit: '200', ...(query && { q: query }) })}`)
  const box = el('input', { type: 'search', value: query, placeholder: 'Buscar producto', 'aria-label': 'Buscar producto' })
  box.addEventListener('change', () => (location.hash = `productos/${encodeURIComponent(box.value.trim())}`))
  return [
    el('div', { class: 'row' }, box, el('span', { class: 'quiet' }, `${items.length}${next ? ' o más' : ''} productos`)),
    table(
      [
        { name: 'SKU', value: (row) => row.sku },
        { name: 'Nombre', value: (row) => row.name },
        { name: 'Precio', number: true, value: (row) => pesos(row.sale_price ?? row.price) },
        { name: 'Disponible', number: true, value: (row) => el('span', { class: row.stock === 0 ? 'bad' : null }, row.stock) },
        { name: 'Reservado', number: true, value: (row) => row.reserved },
        { name: 'Vendido', number: true, value: (row) => row.sold },
      ],
      items,
      query ? 'Ningún producto se llama así.' : 'Todavía no hay productos.',
    ),
  ]
}

async function analytics() {
  const query = shopQuery({ days: '30' })
  const [stats, intents, shown, missed] = await Promise.all([
    send(`/api/ai-analytics/conversation-stats?${query}`),
    send(`/api/ai-analytics/intent-analysis?${query}`),
    send(`/api/ai-analytics/products?${query}`),
    send(`/api/ai-analytics/unanswered?${query}`),
  ])
  const most = Math.max(0, ...stats.by_day.map((day) => day.turns))
  return [
    el('div', { class: 'cards' },
      card('Conversaciones, 30 días', stats.conversations),
      card('Mensajes de clientes', stats.turns),
      card('Respondidos por tu equipo', stats.operator_messages),
      card('Seguridad del bot', percent(stats.average_confidence))),
    el('h2', {}, 'Mensajes por día'),
    table([{ name: 'Día', value: (day) => day.day }, { name: 'Mensajes', number: true, value: (day) => day.turns }, { name: '', value: (day) => bar(day.turns, most) }], stats.by_day, 'Nada en estos días.'),
    el('h2', {}, 'Qué quieren tus clientes'),
    table([{ name: 'Intención', value: (row) => row.intent }, { name: 'Veces', number: true, value: (row) => row.count }, { name: 'Parte', number: true, value: (row) => percent(row.share) }, { name: 'Con dudas', number: true, value: (row) => row.unsure }], intents.intents, 'Nada en estos días.'),
    el('h2', {}, 'Productos'),
    table([{ name: 'Producto', value: (row) => row.name }, { name: 'Mostrado', number: true, value: (row) => row.shown }, { name: 'Pagado', number: true, value: (row) => row.paid }, { name: 'Ventas', number: true, value: (row) => pesos(row.revenue) }], shown.products.slice(0, 20), 'Nada en estos días.'),
    el('h2', {}, 'Lo que el bot no entendió'),
    table([{ name: 'Mensaje', value: (row) => row.text }, { name: 'Veces', number: true, value: (row) => row.count }], missed.messages.slice(0, 20), 'Todo se entendió.'),
  ]
}

const VIEWS = { hoy: today, conversaciones: conversations, pedidos: orders, productos: products, analisis: analytics }

$('login-form').addEventListener('submit', (event) => void logIn(event))
$('logout').addEventListener('click', () => void logOut())
$('shop').addEventListener('change', () => void draw())
addEventListener('hashchange', () => {
  if (access) void draw().then(() => $('view').focus())
})
if (await refresh().catch(() => false)) await start().catch(showLogin)
else showLogin()
