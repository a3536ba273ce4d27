/**
 * How well the classifier alone understands labelled messages of shops it was not trained on.
 *   node training/evaluate.ts MESSAGES.jsonl[,…] CATALOG-FOLDER [--errors]
 */
import { readFileSync } from 'node:fs'
import { evidenceFor } from '../src/engine/catalog/evidence.ts'
import type { CatalogIndex } from '../src/engine/catalog/types.ts'
import { createUnderstanding } from '../src/engine/understand/create-understanding.ts'
import { readModel, type UnderstandingModel } from '../src/engine/understand/model.ts'
import { readMessages, readShops } from './checking-data.ts'
import { indexShops, NO_CONTEXT, type Labelled } from './dataset.ts'

export interface Score {
  messages: number
  accuracy: number
  /** Expected calibration error over ten bins. */
  calibration: number
  perShop: Record<string, number>
  confusions: Array<{ from: string; to: string; texts: string[] }>
  meanMs: number
}

export function scoreModel(
  model: UnderstandingModel,
  messages: readonly Labelled[],
  indexes: ReadonlyMap<string, CatalogIndex>,
): Score {
  const understand = createUnderstanding(model)
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sure: 0 }))
  const shops = new Map<string, { count: number; right: number }>()
  const wrong = new Map<string, string[]>()
  let right = 0
  let spent = 0
  for (const message of messages) {
    const index = indexes.get(message.shop)
    if (!index) continue
    const evidence = evidenceFor(index, message.text)
    const start = performance.now()
    const { intent, confidence } = understand(message.text, { ...NO_CONTEXT, ...message.context, evidence })
    spent += performance.now() - start
    const good = intent === message.intent
    right += Number(good)
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
    bin.count++
    bin.right += Number(good)
    bin.sure += confidence
    const shop = shops.get(message.shop) ?? { count: 0, right: 0 }
    shops.set(message.shop, { count: shop.count + 1, right: shop.right + Number(good) })
    if (!good) {
      const key = `${message.intent}\t${intent}`
      wrong.set(key, [...(wrong.get(key) ?? []), message.text])
    }
  }
  return {
    messages: messages.length,
    accuracy: right / messages.length,
    calibration: bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.sure) / messages.length, 0),
    perShop: Object.fromEntries([...shops].map(([id, shop]) => [id, shop.right / shop.count])),
    confusions: [...wrong]
      .map(([key, texts]) => ({ from: key.split('\t')[0] ?? '', to: key.split('\t')[1] ?? '', texts }))
      .sort((a, b) => b.texts.length - a.texts.length),
    meanMs: spent / messages.length,
  }
}

if (import.meta.main) {
  const [files = '', folder = '', flag] = process.argv.slice(2)
  const model = readModel(readFileSync(new URL('../assets/understanding.model', import.meta.url)))
  const score = scoreModel(model, files.split(',').flatMap(readMessages), indexShops(readShops(folder)))
  const { confusions, ...figures } = score
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  for (const { from, to, texts } of confusions.slice(0, flag ? 400 : 20)) {
    process.stdout.write(
      `${String(texts.length).padStart(4)}  ${from} → ${to}: ${texts.slice(0, flag ? 40 : 3).join(' ¦ ')}\n`,
    )
  }
}
