import { afterEach, expect, it } from 'vitest'
import { describeStores, type TestDatabase } from '../../../test/support/databases.ts'
import { NOON, plantShop } from '../../../test/support/shop.ts'
import { createTurns } from '../turns/create-turns.ts'
import { createTester } from '../turns/test-message.ts'
import { previewProfile } from './preview-profile.ts'
import { diffProfiles, editProfile, profileHistory, rollbackProfile, showProfile } from './profiles.ts'

describeStores('a bot profile', (open) => {
  let database: TestDatabase
  afterEach(() => database.remove())

  async function shop() {
    database = await open()
    const { store } = database
    await plantShop(store.db, 'tienda')
    const deps = { store, now: () => NOON }
    const edit = (changes: Record<string, unknown>) =>
      editProfile(deps, { slug: 'tienda', changes, author: 'ana', note: null })
    return { deps, edit }
  }

  it('is versioned: every edit adds one, and an old one comes back as the newest', async () => {
    const { deps, edit } = await shop()
    expect((await showProfile(deps, 'tienda')).version).toBe(0)
    await edit({ tone: 'formal', policies: { hours: 'de 10 a 19' } })
    await edit({ emojis: 'none' })
    expect(await showProfile(deps, 'tienda')).toMatchObject({
      version: 2,
      profile: { tone: 'formal', emojis: 'none', policies: { hours: 'de 10 a 19', returns: null } },
    })
    expect(await diffProfiles(deps, 'tienda', 1)).toEqual([{ field: 'emojis', before: 'some', after: 'none' }])
    await rollbackProfile(deps, { slug: 'tienda', version: 0, author: 'ana' })
    expect(await showProfile(deps, 'tienda')).toMatchObject({ version: 3, profile: { tone: 'cercano' } })
    expect((await profileHistory(deps, 'tienda')).map((each) => each.version)).toEqual([3, 2, 1])
  })

  it('refuses what it does not know, by field, and writes nothing', async () => {
    const { deps, edit } = await shop()
    for (const changes of [
      { tono: 'formal' },
      { tone: 'pirata' },
      { termsUrl: 'http://x.test' },
      { minimumAge: 3 },
      { policies: { horario: 'x' } },
      { model: { threshold: 2 } },
    ]) {
      await expect(edit(changes)).rejects.toMatchObject({ code: 'profile_invalid' })
    }
    await expect(rollbackProfile(deps, { slug: 'tienda', version: 9, author: 'ana' })).rejects.toMatchObject({
      code: 'profile_not_found',
    })
    expect(await profileHistory(deps, 'tienda')).toEqual([])
  })

  it('is what the live bot says with its very next message, and the preview says the same before', async () => {
    const { deps, edit } = await shop()
    const { drive } = await createTurns({ ...deps, config: { host: '127.0.0.1', port: 9001 }, model: null })
    const test = createTester({ ...deps, drive })
    const ask = async () =>
      (await test({ tenant: 'tienda', from: '+56911111111', text: '¿hasta qué hora atienden?' })).replies[0]?.text ?? ''
    expect(await ask()).not.toContain('de 9 a 18')
    const changes = { policies: { hours: 'Lunes a viernes de 9 a 18' }, emojis: 'none' }
    const [preview] = await previewProfile(deps, { slug: 'tienda', changes, say: ['¿hasta qué hora atienden?'] })
    expect(preview?.replies[0]?.text).toContain('Lunes a viernes de 9 a 18')
    expect(await ask()).not.toContain('de 9 a 18')
    await edit(changes)
    const live = await ask()
    expect(live).toContain('Lunes a viernes de 9 a 18')
    expect(live).not.toMatch(/\p{Extended_Pictographic}/u)
  })
})
