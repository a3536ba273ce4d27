import type { Intent } from '../src/engine/types.ts'
import type { Asked, CheckoutField } from '../src/engine/understand/types.ts'
import type { ExampleContext } from './generate.ts'
import type { Random } from './prng.ts'

/** What "sí" and "no" may answer. */
const YES_NO: readonly Asked[] = [
  'add_to_cart',
  'confirm_order',
  'confirm_order',
  'confirm_price',
  'confirm_clear',
  'confirm_cancel',
  'confirm_opt_out',
  'confirm_transcript',
  'start_checkout',
  'human_offer',
  'alternative',
  'age',
  'remember_data',
  'reminders',
]

const FIELDS: readonly CheckoutField[] = ['name', 'delivery', 'address', 'comuna', 'email', 'rut', 'phone', 'notes']

/**
 * Some conversation in which a message of this intent is likely: half of the corpus has one, so that what was asked
 * helps with "sí" and "2" without ruling out a question in the middle of a checkout.
 */
export function plausibleContext(intent: Intent, random: Random): ExampleContext {
  const cart = (): number => random.int(1, 4)
  const listed = (): number => random.int(2, 8)
  switch (intent) {
    case 'affirm':
    case 'deny':
      return { asked: random.pick(YES_NO), focus: random.chance(0.4), cartLines: random.chance(0.6) ? cart() : 0 }
    case 'select_option':
      return { listed: listed(), ...(random.chance(0.3) ? { asked: 'which_product' } : {}), focus: random.chance(0.3) }
    case 'provide_info':
      return { asked: 'checkout_field', field: random.pick(FIELDS), cartLines: cart() }
    case 'change_quantity':
    case 'remove_from_cart':
    case 'view_cart':
    case 'clear_cart':
    case 'checkout':
      return {
        cartLines: cart(),
        focus: random.chance(0.6),
        asked: random.pick(['nothing', 'nothing', 'start_checkout', 'add_to_cart', 'confirm_order'] as const),
        listed: random.chance(0.15) ? listed() : 0,
      }
    case 'order_status':
    case 'cancel_order':
    case 'payment_status':
    case 'complaint':
      return { openOrder: random.chance(0.7), cartLines: random.chance(0.1) ? cart() : 0 }
    case 'buy_product':
      return {
        focus: random.chance(0.6),
        listed: random.chance(0.4) ? listed() : 0,
        cartLines: random.chance(0.4) ? cart() : 0,
        asked: random.pick(['nothing', 'nothing', 'add_to_cart', 'start_checkout', 'alternative'] as const),
      }
    default:
      return {
        focus: random.chance(0.4),
        listed: random.chance(0.35) ? listed() : 0,
        cartLines: random.chance(0.4) ? cart() : 0,
        openOrder: random.chance(0.15),
        ...(random.chance(0.35) ? anyQuestion(random) : {}),
      }
  }
}

/** A question of ours that the shopper leaves unanswered. */
function anyQuestion(random: Random): ExampleContext {
  if (random.chance(0.25)) return { asked: 'checkout_field', field: random.pick(FIELDS) }
  return { asked: random.pick([...YES_NO, 'which_product', 'quantity'] as const) }
}
