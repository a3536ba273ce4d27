import { describe, expect, it } from 'vitest'
import { HARDWARE } from '../../../test/support/hardware-shop.ts'
import { photoOf } from './photo.ts'

const photo = (image_url: string) => {
  const [product] = HARDWARE
  if (!product) throw new Error('the shop is empty')
  return photoOf({ ...product, attributes: { image_url } })
}

describe('the picture of a product', () => {
  it.each([
    'https://cdn.example.cl/fotos/martillo.jpg',
    'https://cdn.example.cl/fotos/martillo?w=800',
    'https://xn--ferretera-i2a.cl/a.png',
  ])('is %s', (url) => {
    expect(photo(url)).toBe(url)
  })

  it.each([
    '',
    'martillo.jpg',
    'http://cdn.example.cl/martillo.jpg',
    'ftp://cdn.example.cl/martillo.jpg',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://user:pass@cdn.example.cl/a.jpg',
    'https://cdn.example.cl:8443/a.jpg',
    'https://localhost/a.jpg',
    'https://localhost./a.jpg',
    'https://db.internal/a.jpg',
    'https://nas.local/a.jpg',
    'https://intranet/a.jpg',
    'https://127.0.0.1/a.jpg',
    'https://2130706433/a.jpg',
    'https://0x7f.1/a.jpg',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/a.jpg',
    'https://[::ffff:10.0.0.1]/a.jpg',
    'https://cdn.example.cl/a.webp',
    'https://cdn.example.cl/a.svg',
    `https://cdn.example.cl/${'a'.repeat(3000)}.jpg`,
  ])('is none where the shop typed %s', (url) => {
    expect(photo(url)).toBeNull()
  })
})
