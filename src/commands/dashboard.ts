import * as Flags from '@oclif/core/flags'
import { BotctlCommand } from '../cli/command.ts'

export default class Dashboard extends BotctlCommand {
  static override summary = 'Watch everything live, and step in'
  static override description = `Messages, latency, queues, sales, shops and a live tail with masked numbers, from the database: it works when
every daemon is dead, and says so. On a terminal it is a screen (? shows its keys, q leaves); --once, --json or a pipe
print one snapshot. Exit 0, 66 no such shop, 69 the database is away.`
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --once --tenant acme-cannabis-2024',
    '<%= config.bin %> <%= command.id %> --json | jq .today.revenue',
    '<%= config.bin %> <%= command.id %> --readonly --theme colour-blind',
  ]
  static override flags = {
    once: Flags.boolean({ description: 'print one snapshot as text and end' }),
    tenant: Flags.string({ char: 't', description: 'only this shop', helpValue: 'SLUG' }),
    readonly: Flags.boolean({ description: 'look, but change nothing' }),
    theme: Flags.string({
      options: ['colour', 'colour-blind', 'none'],
      description: 'how it looks; also BOTCTL_THEME, and NO_COLOR is respected',
    }),
    'screen-reader': Flags.boolean({ description: 'lists and sentences instead of boxes and bars' }),
  }
  static override handlesSignals = true

  async run(): Promise<void> {
    const { flags } = await this.parse(Dashboard)
    const runtime = await this.runtime()
    const deps = await runtime.deps()
    const { requireTenant } = await import('../store/tenants.ts')
    const tenant = flags.tenant === undefined ? null : await requireTenant(deps.store.db, flags.tenant)
    const live = process.stdout.isTTY && process.stdin.isTTY && !flags.once && !this.jsonEnabled()
    if (!live) {
      const { takeSnapshot } = await import('../services/snapshot/take-snapshot.ts')
      const { toDocument } = await import('../services/snapshot/to-document.ts')
      const { describe } = await import('../tui/describe.ts')
      const snapshot = await takeSnapshot({ db: deps.store.db }, { now: deps.now(), tenantId: tenant?.id ?? null })
      await this.print(toDocument(snapshot), () => describe(snapshot))
      if (!flags.once) this.note('there is no terminal for the live screen, so this was one snapshot (--once)')
      return
    }
    const { createDashboard } = await import('../services/snapshot/create-dashboard.ts')
    const { runDashboard } = await import('../tui/run-dashboard.tsx')
    const { chooseTheme } = await import('../tui/theme.ts')
    const { cliActor } = await import('../services/audit/record-audit.ts')
    const { publicUrl, host, port } = deps.config
    const { source, actions } = createDashboard(
      { ...deps, actor: cliActor(), baseUrl: publicUrl ?? `http://${host}:${port}` },
      { readonly: flags.readonly },
    )
    await runDashboard({
      source,
      actions,
      now: deps.now,
      theme: chooseTheme(flags.theme, process.env),
      screenReader: flags['screen-reader'] || process.env.INK_SCREEN_READER === 'true',
      scope: tenant === null ? null : { id: tenant.id, slug: tenant.slug },
    })
  }
}
