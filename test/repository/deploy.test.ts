import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createMetrics } from '../../src/daemon/http/metrics.ts'

const read = (path: string) => readFileSync(new URL(`../../deploy/${path}`, import.meta.url), 'utf8')

it('alerts and the Grafana board ask for metrics that there are', async () => {
  const page = await createMetrics({ takeSnapshot: () => Promise.reject(new Error('away')), now: () => 0 }).read()
  const known = new Set([...page.matchAll(/^# HELP (botctl_\S+)/gm)].map((match) => match[1]))
  const asked = [read('prometheus/botctl-alerts.yml'), read('grafana/botctl.json')].flatMap((text) =>
    [...text.matchAll(/\bbotctl_[a-z_]+/g)].map((match) => match[0]),
  )
  expect(asked.length).toBeGreaterThan(15)
  expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([])
})

it('a crash writes no memory to a disk, and the database knows the daemon as no superuser', () => {
  expect(read('botctl.service')).toMatch(/^LimitCORE=0$/m)
  const compose = readFileSync(new URL('../../compose.yaml', import.meta.url), 'utf8')
  expect(compose).toContain('ulimits: { core: 0 }')
  expect(compose).not.toContain('POSTGRES_USER')
  expect(compose).toContain('./deploy/postgres-role.sh:/docker-entrypoint-initdb.d/')
  expect(read('postgres-role.sh')).toContain('NOSUPERUSER NOBYPASSRLS')
})
