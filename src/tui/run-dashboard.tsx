import { render } from 'ink'
import { App, type AppProps } from './app.tsx'

/** Runs the live screen until `q`; the terminal is as it was when it resolves. */
export async function runDashboard(props: Omit<AppProps, 'refreshMs'> & { refreshMs?: number }): Promise<void> {
  const instance = render(<App refreshMs={1000} {...props} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: true,
    // CI set in someone's shell must not turn the screen off: this is only called where there is a terminal.
    interactive: true,
    isScreenReaderEnabled: false,
  })
  // A closed window or `kill`: leave the alternate screen and give the cursor back before going.
  const leave = (): void => instance.unmount()
  process.once('SIGTERM', leave)
  process.once('SIGHUP', leave)
  try {
    await instance.waitUntilExit()
  } finally {
    process.off('SIGTERM', leave)
    process.off('SIGHUP', leave)
  }
}
