import type { Reply } from '../../engine/types.ts'

/** Said once about a message that could not be handled after all tries; the next message is answered as usual. */
export const APOLOGY: Reply = {
  type: 'text',
  text: 'Disculpa, tuve un problema con tu mensaje y no pude procesarlo. ¿Me lo escribes de otra forma, por favor?',
}
