/** What the ack path is measured against: the same fastify with the same options, which checks nothing and stores nothing. */
import fastify from 'fastify'
import { BODY_LIMIT } from '../src/daemon/http/app.ts'

const app = fastify({ logger: false, bodyLimit: BODY_LIMIT })
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
  done(null, body)
})
app.post('/webhook/meta', (_request, reply) => reply.type('text/plain').send('EVENT_RECEIVED'))
app.get('/health', () => ({ status: 'ok' }))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
