import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createRequester } from './request.ts'

it('writes nothing once its time is past, however the wait came about', async () => {
  let calls = 0
  const server = createServer((_, response) => {
    calls += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const requester = createRequester()
  const call = { method: 'POST', url: `http://127.0.0.1:${port}/`, headers: {}, body: 'x' } as const
  expect(await requester({ ...call, notAfter: Date.now() - 1 })).toMatchObject({
    ok: false,
    class: 'transient',
    code: 'TOO_LATE',
  })
  expect(calls).toBe(0)
  expect(await requester({ ...call, notAfter: Date.now() + 60_000 })).toMatchObject({ ok: true, status: 200 })
  expect(calls).toBe(1)
  await requester.close()
  server.close()
})
