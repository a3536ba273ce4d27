import type { TurnDocument } from '../turns/types.ts'

export const PURCHASE_SHOP = 'nueva-tienda-2024'

/** What the demonstration's shopper says, and what ends a question that the bot still has. */
const OPENING = ['hola', 'quiero 2 camaras tapo', 'cuánto va', 'quiero pagar']
const ANSWERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/nombre.*direcci[oó]n|direcci[oó]n.*nombre/i, 'Ana Soto, Los Leones 1212, Providencia'],
  [/confirm|¿todo bien|está bien|correcto/i, 'sí'],
  [/direcci[oó]n|d[oó]nde|despach|comuna|env[ií]/i, 'Los Leones 1212, Providencia'],
  [/correo|e-?mail/i, 'ana.soto@example.com'],
  [/rut/i, '12.345.678-5'],
  [/nombre/i, 'Ana Soto'],
]
/** More questions than any checkout of ours has; a purchase that is not placed by then will not be. */
const MOST_ANSWERS = 8

export interface PlayedTurn {
  said: string
  turn: TurnDocument
}

/**
 * Plays one purchase through the real engine: greets, asks for two cameras, pays. What the bot asks for is answered by
 * what it asks, so that a shop's checkout may ask for more or less. Tells each turn as it comes.
 */
export async function playPurchase(
  test: (message: { tenant: string; from: string; text: string }) => Promise<TurnDocument>,
  options: { from: string; onTurn?: (played: PlayedTurn) => void | Promise<void> },
): Promise<{ turns: PlayedTurn[]; order: TurnDocument['order'] }> {
  const turns: PlayedTurn[] = []
  const say = async (said: string): Promise<TurnDocument> => {
    const turn = await test({ tenant: PURCHASE_SHOP, from: options.from, text: said })
    const played = { said, turn }
    turns.push(played)
    await options.onTurn?.(played)
    return turn
  }
  let last: TurnDocument | undefined
  for (const said of OPENING) last = await say(said)
  for (let asked = 0; asked < MOST_ANSWERS && last !== undefined && last.order === null; asked++) {
    last = await say(answerTo(last))
  }
  return { turns, order: last?.order ?? null }
}

/** The question stands at the end: the last line that asks something decides. */
function answerTo(turn: TurnDocument): string {
  const lines = turn.replies.flatMap((reply) => reply.text.split('\n')).toReversed()
  const question = lines.find((line) => line.includes('?'))
  for (const text of [question ?? '', lines.toReversed().join(' ')]) {
    const answer = ANSWERS.find(([asks]) => asks.test(text))
    if (answer) return answer[1]
  }
  return 'sí'
}
