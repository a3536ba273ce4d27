import { Box, Text, useApp, useInput, useWindowSize } from 'ink'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DashboardActions, DashboardSource } from '../services/snapshot/source.ts'
import { draw } from './draw.ts'
import { keyOf } from './key-of.ts'
import { load } from './load.ts'
import { reduce } from './reduce.ts'
import { currentRoute, initialState, needs, type Action, type Effect, type Event, type State } from './state.ts'
import { paint, type ThemeName } from './theme.ts'

export interface AppProps {
  source: DashboardSource
  actions: DashboardActions | null
  now: () => number
  theme: ThemeName
  screenReader: boolean
  scope: { id: string; slug: string } | null
  /** Between two looks at the database. */
  refreshMs: number
}

/** The shell around the pure screen: it feeds events in, carries effects out, and paints what `draw` returns. */
export function App({ source, actions, now, theme, screenReader, scope, refreshMs }: AppProps) {
  const { exit } = useApp()
  const { columns, rows } = useWindowSize()
  const [state, setState] = useState<State>(() =>
    initialState({ columns, rows, now: now(), readonly: actions === null, screenReader, scope }),
  )
  // Events may come several to a frame; each must see what the one before made of the state.
  const latest = useRef(state)
  const wake = useRef<() => void>(() => {})

  const dispatch = useCallback(
    (event: Event): void => {
      const step = reduce(latest.current, event)
      latest.current = step.state
      setState(step.state)
      for (const effect of step.effects) carryOut(effect)
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- source and actions live as long as the app
    [],
  )

  function carryOut(effect: Effect): void {
    if (effect.type === 'quit') exit()
    else if (effect.type === 'refresh') wake.current()
    else if (actions !== null)
      perform(actions, effect.action).then(
        (text) => dispatch({ type: 'acted', text, now: now() }),
        (error: unknown) => dispatch({ type: 'failed', text: messageOf(error), now: now() }),
      )
  }

  useInput((input, key) => {
    const event = keyOf(input, key)
    if (event !== null) dispatch(event)
  })

  useEffect(() => dispatch({ type: 'resize', columns, rows }), [columns, rows, dispatch])

  useEffect(() => {
    let stopped = false
    let wakeUp: () => void = () => {}
    let asked = true
    wake.current = () => {
      asked = true
      wakeUp()
    }
    const loop = async (): Promise<void> => {
      while (!stopped) {
        if (!latest.current.frozen || asked) {
          asked = false
          const wanted = needs(latest.current)
          try {
            dispatch({ type: 'loaded', load: wanted, data: await load(source, wanted) })
          } catch (error) {
            if (!stopped) dispatch({ type: 'away', at: now(), message: messageOf(error) })
          }
        }
        if (stopped) return
        dispatch({ type: 'tick', now: latest.current.frozen ? latest.current.now : now() })
        if (!asked)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, refreshMs)
            wakeUp = () => {
              clearTimeout(timer)
              resolve()
            }
          })
      }
    }
    void loop()
    return () => {
      stopped = true
      wakeUp()
    }
  }, [source, now, refreshMs, dispatch])

  // The size of this very frame, even before the reducer has heard of it: a root that is larger would scroll the screen.
  const lines = draw({ ...state, columns, rows })
  return (
    <Box flexDirection="column" width={columns} height={rows} aria-label={currentRoute(state).screen}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is its place on the screen
        <Text key={index} wrap="truncate">
          {paint(line, theme)}
        </Text>
      ))}
    </Box>
  )
}

function perform(actions: DashboardActions, action: Action): Promise<string> {
  switch (action.kind) {
    case 'take-over':
      return actions.takeOver(action.tenantId, action.conversationId)
    case 'release':
      return actions.release(action.tenantId, action.conversationId)
    case 'reply':
      return actions.reply(action.tenantId, action.conversationId, action.text)
    case 'retry':
      return actions.retryDeadLetter(action.tenantId, action.id)
    case 'drop':
      return actions.dropDeadLetter(action.tenantId, action.id)
    case 'close-case':
      return actions.closeCase(action.tenantId, action.id)
    case 'pause-shop':
      return actions.pauseShop(action.tenantId)
    case 'resume-shop':
      return actions.resumeShop(action.tenantId)
    case 'resend-link':
      return actions.resendPaymentLink(action.tenantId, action.orderId)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'something went wrong'
}
