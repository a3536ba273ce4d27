import type { Reply } from '../../engine/types.ts'

/** Said once about a message that could not be handled after all tries; the next message is answered as usual. */
export const APOLOGY: Reply = {
  type: 'text',
  text: 'Disculpa, tuve un problema con tu mensaje y no pude procesarlo. ¿Me lo escribes de otra forma, por favor?',
}

/** Told to whoever writes faster than anybody reads; what came too fast is kept for the shop to see. */
export const TOO_MANY: Reply = {
  type: 'text',
  text: 'Me llegaron muchísimos mensajes juntos y no alcancé a leerlos todos 🙏 Escríbeme en un solo mensaje qué necesitas.',
}
