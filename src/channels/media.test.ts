import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendJson, startFake } from '../../test/support/fake-provider.ts'
import type { FakeServer } from '../../test/support/fake-provider.ts'
import { createMediaFetcher, isPublicAddress } from './media.ts'
import type { ChannelAccount } from './port.ts'

const VOICE = Buffer.from('OggS a voice note')
const SHA = createHash('sha256').update(VOICE).digest('hex')
const meta: ChannelAccount = {
  channelId: 'c',
  tenantId: 't',
  provider: 'meta',
  address: '111',
  secrets: { token: 'EAAG' },
}
const twilio: ChannelAccount = { ...meta, provider: 'twilio', secrets: { accountSid: 'AC', authToken: 'tok' } }

let fake: FakeServer
let stranger: FakeServer
beforeAll(async () => {
  stranger = await startFake((_request, response) => response.end('inside'))
  fake = await startFake((request, response) => {
    const path = request.url.split('?')[0] ?? ''
    if (path === '/v1/900001')
      return sendJson(response, 200, { url: `${fake.url}/file`, mime_type: 'audio/ogg; codecs=opus', sha256: SHA })
    if (path === '/v1/900002')
      return sendJson(response, 200, { url: `${fake.url}/file`, mime_type: 'audio/ogg', sha256: 'wrong' })
    if (path === '/v1/900003')
      return sendJson(response, 200, { url: `${stranger.url}/metadata`, mime_type: 'audio/ogg' })
    if (path === '/v1/900004') return sendJson(response, 200, { url: `${fake.url}/huge`, mime_type: 'image/jpeg' })
    if (path === '/v1/900005') return sendJson(response, 404, {})
    if (path === '/file') return response.writeHead(200, { 'content-type': 'audio/ogg' }).end(VOICE)
    if (path === '/huge') return response.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024 + 1))
    if (path === '/away') return response.writeHead(302, { location: '/file' }).end()
    if (path === '/escape') return response.writeHead(302, { location: `${stranger.url}/metadata` }).end()
    if (path === '/loop') return response.writeHead(302, { location: '/loop' }).end()
    return response.writeHead(404).end()
  })
})
afterAll(() => Promise.all([fake.close(), stranger.close()]))

const fetcher = () =>
  createMediaFetcher({ graphUrl: fake.url, graphVersion: 'v1', twilioUrl: fake.url, deadlineMs: 5000 })

it('fetches a voice note by its id, with the token, and checks its hash', async () => {
  const media = await fetcher()(meta, { id: '900001', mimeType: 'audio/ogg; codecs=opus', voice: true })
  expect(media).toMatchObject({ mimeType: 'audio/ogg; codecs=opus', filename: 'file.ogg' })
  expect(media.bytes.equals(VOICE)).toBe(true)
  expect(fake.heard.map((heard) => heard.headers.authorization)).toEqual(['Bearer EAAG', 'Bearer EAAG'])
})

it("fetches Twilio's by URL with the account, through its redirect", async () => {
  const media = await fetcher()(twilio, { url: `${fake.url}/away`, mimeType: 'audio/ogg' })
  expect(media.bytes.equals(VOICE)).toBe(true)
  expect(fake.heard.at(-1)?.headers.authorization).toMatch(/^Basic /)
})

it.each([
  ['a wrong hash', () => fetcher()(meta, { id: '900002' }), 'media_corrupt'],
  ['a URL that Meta did not give out', () => fetcher()(meta, { id: '900003' }), 'media_refused'],
  ['more than WhatsApp allows', () => fetcher()(meta, { id: '900004' }), 'media_too_large'],
  ['what is gone', () => fetcher()(meta, { id: '900005' }), 'media_unavailable'],
  ['a redirect elsewhere', () => fetcher()(twilio, { url: `${fake.url}/escape` }), 'media_refused'],
  ['a redirect without end', () => fetcher()(twilio, { url: `${fake.url}/loop` }), 'media_refused'],
  ['nothing', () => fetcher()(twilio, {}), 'media_refused'],
])('refuses %s', async (_, fetch, code) => {
  await expect(fetch()).rejects.toMatchObject({ code })
})

it('makes no request to anything but the providers: loopback, metadata, look-alikes, other schemes and ports', async () => {
  for (const url of [
    `${stranger.url}/x`,
    'http://169.254.169.254/latest/meta-data',
    'https://169.254.169.254/',
    'https://[::1]/',
    'https://localhost/',
    'https://twilio.com.evil.example/',
    'https://eviltwilio.com/',
    'http://api.twilio.com/',
    'https://api.twilio.com:8443/',
    'https://user@api.twilio.com/',
    'file:///etc/passwd',
    'ftp://api.twilio.com/',
    'x',
  ]) {
    await expect(fetcher()(twilio, { url }), url).rejects.toMatchObject({ code: 'media_refused' })
  }
  expect(stranger.heard).toEqual([])
})

it('knows an address of ours from one of the world', () => {
  for (const own of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    'x',
  ]) {
    expect([own, isPublicAddress(own)]).toEqual([own, false])
  }
  for (const world of ['157.240.0.1', '8.8.8.8', '2a03:2880::1', '::ffff:8.8.8.8'])
    expect([world, isPublicAddress(world)]).toEqual([world, true])
})
