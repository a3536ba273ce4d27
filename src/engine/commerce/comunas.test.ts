import { describe, expect, it } from 'vitest'
import { COMUNAS, comunaNamed, REGIONS, regionNamed, regionOf } from './comunas.ts'

describe('comunas', () => {
  it('are the 346 of the 16 regions, each name once', () => {
    expect(REGIONS).toHaveLength(16)
    expect(COMUNAS).toHaveLength(346)
  })

  it.each([
    ['ñuñoa', 'Ñuñoa', 'Metropolitana'],
    ['VINA DEL MAR', 'Viña del Mar', 'Valparaíso'],
    ['conce', 'Concepción', 'Biobío'],
    ['Comuna de Maipú', 'Maipú', 'Metropolitana'],
    ['llay llay', 'Llay-Llay', 'Valparaíso'],
    ['puerto natales', 'Natales', 'Magallanes'],
  ])('%s is %s in %s', (written, comuna, region) => {
    expect(comunaNamed(written)).toBe(comuna)
    expect(regionOf(written)).toBe(region)
  })

  it('know what is none', () => {
    expect(comunaNamed('Springfield')).toBeNull()
    expect(regionOf('')).toBeNull()
  })

  it.each([
    ['RM', 'Metropolitana'],
    ['Región Metropolitana', 'Metropolitana'],
    ['región del bio bio', 'Biobío'],
    ['araucanía', 'La Araucanía'],
    ['los lagos', 'Los Lagos'],
    ['lagos', 'Los Lagos'],
    ["Región de O'Higgins", "O'Higgins"],
  ])('%s is the region %s', (written, region) => {
    expect(regionNamed(written)).toBe(region)
  })
})
