import { buildCatalogIndex } from '../src/engine/catalog/build-index.ts'
import { searchCatalog } from '../src/engine/catalog/search.ts'
import { loadTrainingShops } from '../training/shops.ts'

/*
 * Search over the fictitious shops of training/data/shops, whose catalogs nobody tuned to: every way a product is called
 * must find it, every kind must find something, and what a shop does not carry must find nothing.
 * Usage: node scripts/evaluate-mentions.ts [--errors]
 */
const showErrors = process.argv.includes('--errors')
const tally = {
  mention: [0, 0, 0],
  kind: [0, 0],
  need: [0, 0],
  situation: [0, 0],
  absentKind: [0, 0],
  absentProduct: [0, 0],
}
const errors: string[] = []
for (const shop of loadTrainingShops()) {
  const index = buildCatalogIndex(shop.products)
  const find = (text: string, mode: 'named' | 'kind' | 'need') => searchCatalog(index, { text, mode })
  const name = (sku: string | undefined) => shop.products.find((product) => product.sku === sku)?.name ?? '–'
  for (const mention of shop.mentions) {
    const shown = find(`quiero ${mention.text}`, 'named').map((hit) => hit.product.sku)
    tally.mention[0]!++
    if (shown[0] === mention.sku) tally.mention[1]!++
    if (shown.slice(0, 3).includes(mention.sku)) tally.mention[2]!++
    if (shown[0] !== mention.sku)
      errors.push(`mention ${shop.id}: ${mention.text} → ${name(shown[0])} | want ${name(mention.sku)}`)
  }
  for (const kind of shop.kinds) {
    const hits = find(`tienen ${kind.many}?`, 'kind')
    tally.kind[0]!++
    if (hits.length > 0) tally.kind[1]!++
    else errors.push(`kind ${shop.id}: ${kind.many}`)
  }
  for (const [key, texts] of [
    ['need', shop.needs],
    ['situation', shop.situations],
  ] as const) {
    for (const text of texts) {
      const hits = find(key === 'need' ? `algo ${text}` : text, 'need')
      tally[key][0]!++
      if (hits.length > 0) tally[key][1]!++
      errors.push(
        `${key} ${shop.id}: ${text} → ${hits
          .slice(0, 3)
          .map((hit) => `${hit.product.name} ${hit.score.toFixed(2)}`)
          .join(' | ')}`,
      )
    }
  }
  for (const [key, texts] of [
    ['absentKind', shop.absentKinds.map((kind) => kind.many)],
    ['absentProduct', shop.absentProducts.map((noun) => noun.text)],
  ] as const) {
    for (const text of texts) {
      const hits = find(`tienen ${text}?`, key === 'absentKind' ? 'kind' : 'named')
      tally[key][0]!++
      if (hits.length === 0) tally[key][1]!++
      else
        errors.push(
          `${key} ${shop.id}: ${text} → ${hits
            .slice(0, 3)
            .map((hit) => `${hit.product.name} ${hit.score.toFixed(2)}`)
            .join(' | ')}`,
        )
    }
  }
}
if (showErrors) process.stdout.write(`${errors.join('\n')}\n`)
process.stdout.write(`${JSON.stringify(tally)}\n`)
