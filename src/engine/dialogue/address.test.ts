import { describe, expect, it } from 'vitest'
import { readAddress } from './address.ts'

const NOTHING = { name: null, address: null, comuna: null, email: null, rut: null, phone: null }

it('takes a name that comes alone only where one was asked for', () => {
  expect(readAddress('Camila Pérez', NOTHING, true)).toEqual({ name: 'Camila Pérez', address: null, comuna: null })
  expect(readAddress('Camila Pérez', NOTHING).name).toBeNull()
})

it('leaves out what leads to the name and to the street', () => {
  const known = { ...NOTHING, name: 'Rosa Diaz', comuna: 'Rancagua' }
  expect(readAddress('me llamo Rosa Diaz vivo en San Martin 455 Rancagua', known)).toEqual({
    name: 'Rosa Diaz',
    address: 'San Martin 455',
    comuna: 'Rancagua',
  })
})

it('takes what stands before the street for the name, where one was asked for', () => {
  const read = readAddress('juan soto av matta 123 santiago', NOTHING, true)
  expect(read).toEqual({ name: 'juan soto', address: 'av matta 123', comuna: 'Santiago' })
})

it('says a comuna once, where it also ends the street', () => {
  const read = readAddress('pasaje Los Alerces 345 depto 12 maipu', { ...NOTHING, comuna: 'Maipú' })
  expect(read).toMatchObject({ address: 'pasaje Los Alerces 345 depto 12', comuna: 'Maipú' })
})

describe('an address as people write it', () => {
  const cases: Array<[string, { name: string | null; address: string; comuna: string | null }]> = [
    ['Camila Rojas, Los Copihues 123, Ñuñoa', { name: 'Camila Rojas', address: 'Los Copihues 123', comuna: 'Ñuñoa' }],
    ['vivo en Los Aromos 455 Maipú', { name: null, address: 'Los Aromos 455', comuna: 'Maipú' }],
    [
      'soy Pedro Soto, Pasaje Uno 12, depto 4, Viña del Mar',
      { name: 'Pedro Soto', address: 'Pasaje Uno 12, depto 4', comuna: 'Viña del Mar' },
    ],
    [
      'Balmaceda 2100, Calama, Yusneidy Contreras',
      { name: 'Yusneidy Contreras', address: 'Balmaceda 2100', comuna: 'Calama' },
    ],
    ['Prat 60, La Serena', { name: null, address: 'Prat 60', comuna: 'La Serena' }],
    [
      'Paty González, condominio Los Robles casa 14, Chicureo',
      { name: 'Paty González', address: 'condominio Los Robles casa 14', comuna: 'Chicureo' },
    ],
    ['no mejor mándalo a mi pega, Alameda 1234, Santiago', { name: null, address: 'Alameda 1234', comuna: 'Santiago' }],
    [
      'a nombre de mi marido Luis Vera, Prat 60, La Serena',
      { name: 'Luis Vera', address: 'Prat 60', comuna: 'La Serena' },
    ],
    ['Lo Ovalle 123, La Cisterna', { name: null, address: 'Lo Ovalle 123', comuna: 'La Cisterna' }],
    ["no, espera, es O'Higgins 770", { name: null, address: "O'Higgins 770", comuna: null }],
  ]
  for (const [text, expected] of cases) {
    it(text, () => {
      const read = readAddress(text, NOTHING)
      expect({ name: read.name, address: read.address }).toEqual({ name: expected.name, address: expected.address })
      if (expected.comuna !== null) expect(read.comuna).toBe(expected.comuna)
    })
  }

  it('leaves out e-mail and RUT', () => {
    const read = readAddress('Ana Díaz, ana@correo.cl, 12.345.678-5, Prat 60, Arica', {
      ...NOTHING,
      email: 'ana@correo.cl',
    })
    expect(read).toMatchObject({ name: 'Ana Díaz', address: 'Prat 60', comuna: 'Arica' })
  })
})
