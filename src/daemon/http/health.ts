import type { FastifyInstance } from 'fastify'
import type { Readiness } from '../../services/health/check-readiness.ts'
import type { Metrics } from './metrics.ts'

interface HealthDeps {
  version: string
  checkReadiness: () => Promise<Readiness>
  metrics: Metrics
}

/** `/health` says that the process answers, `/ready` that it should get traffic, `/metrics` how it does. */
export function registerHealth(app: FastifyInstance, deps: HealthDeps): void {
  app.get('/health', async () => ({ status: 'ok', version: deps.version }))

  app.get('/ready', async (_request, reply) => {
    const { ready, reasons } = await deps.checkReadiness()
    if (!ready) void reply.code(503).header('retry-after', '5')
    return { ready, reasons }
  })

  app.get('/metrics', async (_request, reply) => {
    void reply.type(deps.metrics.contentType)
    return deps.metrics.read()
  })
}
