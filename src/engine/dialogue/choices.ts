import type { Intent } from '../types.ts'
import { setTo } from './answers.ts'
import { browseCatalog, browseNamedCategory } from './browse.ts'
import { clearTheCart, emptyTheCart, viewCart } from './view-cart.ts'
import { finishBuying, put } from './put-in-cart.ts'
import { changeAddress, startCheckout } from './checkout.ts'
import { answerConsent } from './consents.ts'
import { confirmOrder, declineOrder } from './confirm-order.ts'
import { cancelNow } from './orders.ts'
import { showCard, tellSoldOut } from './show-products.ts'
import { handOver } from './hand-over.ts'
import { findProduct, note, say, settle, type Talk } from './talk.ts'

/**
 * What a tapped button or list row does. The id is data from outside: it names things of this shop or it does nothing,
 * and what it buys is priced and counted anew. Null: not one of ours, so its title is read like any text.
 */
export function choose(talk: Talk, id: string): Intent | null {
  note(talk, `choice ${id.slice(0, 60)}`)
  const [verb = '', ...rest] = id.split(':')
  const tail = rest.join(':')
  switch (verb) {
    case 'catalog':
      browseCatalog(talk)
      return 'browse_catalog'
    case 'cat':
      browseNamedCategory(
        talk,
        talk.input.catalog.categories.find((each) => each.name === tail)?.name ?? fullName(talk, tail),
      )
      return 'browse_category'
    case 'cart':
      viewCart(talk)
      return 'view_cart'
    case 'checkout':
      startCheckout(talk)
      return 'checkout'
    case 'human':
      handOver(talk, 'asked')
      return 'human_agent'
    case 'show': {
      const product = findProduct(talk, tail)
      if (!product) return gone(talk, 'select_option')
      const pending = talk.state.pending
      if (pending?.kind === 'which_product' && pending.skus.includes(tail))
        finishBuying(talk, put(talk, product, pending.quantity))
      else if (product.stock <= 0) tellSoldOut(talk, product)
      else showCard(talk, product)
      return 'select_option'
    }
    case 'add': {
      const quantity = Number(rest.at(-1))
      const product = findProduct(talk, rest.slice(0, -1).join(':'))
      if (!product || !Number.isSafeInteger(quantity) || quantity < 1) return gone(talk, 'buy_product')
      settle(talk)
      finishBuying(talk, put(talk, product, quantity === 1 ? null : quantity))
      return 'buy_product'
    }
    case 'set': {
      const quantity = Number(rest.at(-1))
      const sku = rest.slice(0, -1).join(':')
      if (!findProduct(talk, sku) || !Number.isSafeInteger(quantity) || quantity < 1)
        return gone(talk, 'change_quantity')
      settle(talk)
      setTo(talk, sku, quantity)
      return 'change_quantity'
    }
    case 'ord':
      return orderButton(talk, rest)
    case 'edit':
      changeAddress(talk)
      return 'provide_info'
    case 'clear':
      if (tail === String(talk.state.cart.version)) emptyTheCart(talk)
      else clearTheCart(talk)
      return tail === '' ? 'clear_cart' : 'affirm'
    case 'pay':
      if (talk.shop.payments.some((each) => each.name === tail)) talk.state.checkout.payment = tail
      startCheckout(talk)
      return 'payment_methods'
    case 'remember':
    case 'remind':
      answerConsent(talk, verb === 'remember' ? 'remember_data' : 'reminders', tail === 'yes')
      return tail === 'yes' ? 'affirm' : 'deny'
    case 'cancel':
      // Asked once, answered here: an old button names an order that is this shopper's or nothing.
      cancelNow(talk, tail)
      return 'affirm'
    default:
      return null
  }
}

/** `ord:<cart version>:<total>:confirm`: a button of another cart or total charges nothing. */
function orderButton(talk: Talk, rest: string[]): Intent {
  const [version, total, verb] = rest
  if (verb === 'edit') {
    declineOrder(talk)
    return 'deny'
  }
  confirmOrder(talk, { cartVersion: Number(version), total: Number(total) })
  return 'affirm'
}

function gone(talk: Talk, intent: Intent): Intent {
  say(
    talk,
    talk.voice.t(
      'Ese producto ya no está disponible. ¿Te muestro otra cosa?',
      'Ese producto ya no está disponible. ¿Le muestro otra cosa?',
      {
        en: 'That product is no longer available. Shall I show you something else?',
        pt: 'Esse produto já não está disponível. Mostro outra coisa?',
      },
    ),
  )
  return intent
}

/** Ids are clipped to the channel's limit; a category's name may be longer. */
function fullName(talk: Talk, clipped: string): string {
  const start = clipped.replace(/…$/, '')
  return talk.input.catalog.categories.find((each) => each.name.startsWith(start))?.name ?? clipped
}
