import type { Reply } from '../../engine/types.ts'
import type { BotProfile } from '../../engine/reply/profile.ts'
import type { Language } from '../../engine/understand/language.ts'
import { createVoice } from '../../engine/reply/voice.ts'

/**
 * A notice in the shop's manner. Notices are written to a friend; for a shop that says usted, every way in which they
 * address the shopper is reworded, phrase by phrase. Lines of goods are the shop's own words and stay.
 */
export function noticeInVoice(
  reply: Reply,
  profile: Pick<BotProfile, 'tone' | 'emojis'>,
  language: Language = 'es',
): Reply {
  const { text } = reply
  const worded =
    profile.tone === 'formal' && language === 'es'
      ? text
          .split('\n')
          .map((line) => (line.startsWith('• ') ? line : formal(line)))
          .join('\n')
      : text
  if (profile.emojis === 'none') {
    const voice = createVoice(profile as BotProfile)
    return { ...reply, text: voice.finish(worded) }
  }
  return { ...reply, text: worded }
}

function formal(line: string): string {
  return PHRASES.reduce((text, [tu, usted]) => text.replaceAll(tu, usted), line)
}

/** Longer ones first where one stands inside another. */
const PHRASES: ReadonlyArray<readonly [RegExp, string]> = [
  [/puedes pasar a buscarlo cuando quieras/g, 'puede pasar a buscarlo cuando quiera'],
  [/cuando puedas pasar/g, 'cuando pueda pasar'],
  [/Si todavía los quieres, escríbeme/g, 'Si todavía los quiere, escríbame'],
  [/no pudo confirmar que eras tú/g, 'no pudo confirmar que era usted'],
  [/para arrepentirte/g, 'para arrepentirse'],
  [/devolverte/g, 'devolverle'],
  [/cuéntame/g, 'cuénteme'],
  [/mándame/g, 'envíeme'],
  [/\btienes\b/g, 'tiene'],
  [/\bPuedes probar\b/g, 'Puede probar'],
  [/\bRevísala y prueba\b/g, 'Revísela y pruebe'],
  [/\bRevisa el número o prueba\b/g, 'Revise el número o pruebe'],
  [/\bEspera un poco o prueba\b/g, 'Espere un poco o pruebe'],
  [/\bPrueba (de nuevo|con otr)/g, 'Pruebe $1'],
  [/\blo cancelaste\b/g, 'lo canceló'],
  [/\blo anulaste\b/g, 'lo anuló'],
  [/\bPaga (aquí|\$|con)/g, 'Pague $1'],
  [/\btransfiere \*/g, 'transfiera *'],
  [/^Pon \*/g, 'Ponga *'],
  [/\bTe mando\b/g, 'Le envío'],
  [/\bte manda\b/g, 'le envía'],
  [/\bTe\b/g, 'Le'],
  [/\bte\b/g, 'le'],
  [/\bTus\b/g, 'Sus'],
  [/\btus\b/g, 'sus'],
  [/\bTu\b/g, 'Su'],
  [/\btu\b/g, 'su'],
]
