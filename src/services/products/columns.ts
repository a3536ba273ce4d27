/** The columns that botctl knows, and what else shops call them. All others become the product's attributes. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  sku: ['codigo', 'cod', 'code', 'id producto', 'codigo sku', 'referencia'],
  name: ['nombre', 'producto', 'titulo', 'title', 'nombre producto'],
  description: ['descripcion', 'detalle', 'desc'],
  category: ['categoria', 'rubro', 'familia', 'tipo'],
  price: ['precio', 'valor', 'precio normal', 'precio clp', 'price clp'],
  currency: ['moneda'],
  stock: ['existencias', 'existencia', 'cantidad', 'inventario', 'inventory', 'available', 'disponible'],
  tags: ['etiquetas', 'palabras clave', 'keywords'],
  aliases: ['alias', 'sinonimos', 'tambien llamado'],
  sale_price: ['precio oferta', 'precio rebajado', 'oferta', 'saleprice'],
  sale_from: ['oferta desde', 'salefrom'],
  sale_until: ['oferta hasta', 'saleuntil'],
  status: ['estado'],
  attributes: ['atributos'],
}

const BY_NAME = new Map<string, string>()
for (const [column, names] of Object.entries(NAMES)) {
  BY_NAME.set(keyOf(column), column)
  for (const name of names) BY_NAME.set(keyOf(name), column)
}

export const KNOWN_COLUMNS: ReadonlySet<string> = new Set(Object.keys(NAMES))

/** The column that a header cell means; its own text, trimmed, where it is none of ours. */
export function headerOf(cell: string): string {
  const name = cell.replace(/^\uFEFF/, '').trim()
  return BY_NAME.get(keyOf(name)) ?? name
}

function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
