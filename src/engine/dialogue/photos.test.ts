import { beforeAll, describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { createShopper } from '../../../test/support/shopper.ts'
import { loadFaculties } from '../../services/turns/load-faculties.ts'
import type { Faculties } from '../turn-types.ts'

const URL_OF = 'https://cdn.example.cl/taladro.jpg'
const DRILL = HARDWARE.find((each) => /taladro/i.test(each.name))?.sku ?? ''
let faculties: Faculties

beforeAll(async () => {
  faculties = await loadFaculties()
})

function shopper(image_url: string | null = URL_OF, stock?: number) {
  return createShopper({
    faculties,
    products: HARDWARE.map((each) =>
      each.sku === DRILL
        ? { ...each, ...(stock === undefined ? {} : { stock }), attributes: image_url === null ? {} : { image_url } }
        : each,
    ),
  })
}

describe('a photo', () => {
  it.each([
    ['cuánto sale el taladro', 'tienes foto?'],
    ['tienen taladros?', 'mándame una foto porfa'],
    ['cuánto sale el taladro', 'a ver, muéstramelo'],
    ['cuánto sale el taladro', 'y cómo es?'],
    ['hola', 'quiero ver una foto del taladro'],
    ['Hi, do you have drills?', 'can you send me a picture please?'],
  ])('is sent with its caption: "%s", "%s"', (before, asking) => {
    const customer = shopper()
    customer.say(before)
    const { replies, products, intent } = customer.say(asking)
    expect(intent).toBe('product_info')
    expect(products).toEqual([DRILL])
    expect(replies).toHaveLength(1)
    expect(replies[0]).toMatchObject({ type: 'image', url: URL_OF })
    expect(replies[0]?.text).toMatch(/taladro.*\$/is)
  })

  it('leaves the question of its caption open', () => {
    const customer = shopper()
    customer.say('cuánto sale el taladro')
    customer.say('tienes foto?')
    customer.say('ya, dale')
    expect(customer.cart()).toEqual({ [DRILL]: 1 })
  })

  it('is said to be missing where the shop has none, or none that a provider may be handed', () => {
    for (const url of [null, 'http://cdn.example.cl/taladro.jpg', 'https://169.254.169.254/a.jpg']) {
      const customer = shopper(url)
      customer.say('cuánto sale el taladro')
      const { replies } = customer.say('tienes foto?')
      expect(replies.every((reply) => reply.type !== 'image')).toBe(true)
      expect(customer.text).toMatch(/no tengo foto de/i)
    }
  })

  it('is not sent unasked, nor where the shopper sends one', () => {
    const customer = shopper()
    customer.say('cuánto sale el taladro')
    expect(customer.last.replies[0]?.type).not.toBe('image')
    customer.say('llegó malo, te mando una foto')
    expect(customer.last.replies.every((reply) => reply.type !== 'image')).toBe(true)
  })

  it('of what is sold out says so', () => {
    const customer = shopper(URL_OF, 0)
    customer.say('tienen taladro percutor?')
    const { replies } = customer.say('tienes foto?')
    expect(replies[0]).toMatchObject({ type: 'image', url: URL_OF })
    expect(customer.text).toMatch(/agotado/)
  })
})
