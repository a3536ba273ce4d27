import type { FastifyReply } from 'fastify'

/** An expected refusal: no error object is made, so a flood of forgeries costs little. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  hint: string | null = null,
): FastifyReply {
  return reply.code(status).send({ error: { code, message, hint } })
}

/** The same words for what is not there and what must look as if it were not. */
export function sendMissing(reply: FastifyReply): FastifyReply {
  return refuse(reply, 404, 'not_found', 'there is nothing here')
}
