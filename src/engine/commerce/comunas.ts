/** Chile's 346 comunas by region, as the state names them: a zone by region then works for whoever only tells a comuna. */
const COMUNAS_BY_REGION: Readonly<Record<string, string>> = {
  'Arica y Parinacota': 'Arica, Camarones, Putre, General Lagos',
  Tarapacá: 'Iquique, Alto Hospicio, Pozo Almonte, Camiña, Colchane, Huara, Pica',
  Antofagasta:
    'Antofagasta, Mejillones, Sierra Gorda, Taltal, Calama, Ollagüe, San Pedro de Atacama, Tocopilla, María Elena',
  Atacama: 'Copiapó, Caldera, Tierra Amarilla, Chañaral, Diego de Almagro, Vallenar, Alto del Carmen, Freirina, Huasco',
  Coquimbo:
    'La Serena, Coquimbo, Andacollo, La Higuera, Paihuano, Vicuña, Illapel, Canela, Los Vilos, Salamanca, Ovalle, Combarbalá, Monte Patria, Punitaqui, Río Hurtado',
  Valparaíso:
    'Valparaíso, Casablanca, Concón, Juan Fernández, Puchuncaví, Quintero, Viña del Mar, Isla de Pascua, Los Andes, Calle Larga, Rinconada, San Esteban, La Ligua, Cabildo, Papudo, Petorca, Zapallar, Quillota, La Calera, Hijuelas, La Cruz, Nogales, San Antonio, Algarrobo, Cartagena, El Quisco, El Tabo, Santo Domingo, San Felipe, Catemu, Llay-Llay, Panquehue, Putaendo, Santa María, Quilpué, Limache, Olmué, Villa Alemana',
  Metropolitana:
    'Santiago, Cerrillos, Cerro Navia, Conchalí, El Bosque, Estación Central, Huechuraba, Independencia, La Cisterna, La Florida, La Granja, La Pintana, La Reina, Las Condes, Lo Barnechea, Lo Espejo, Lo Prado, Macul, Maipú, Ñuñoa, Pedro Aguirre Cerda, Peñalolén, Providencia, Pudahuel, Quilicura, Quinta Normal, Recoleta, Renca, San Joaquín, San Miguel, San Ramón, Vitacura, Puente Alto, Pirque, San José de Maipo, Colina, Lampa, Tiltil, San Bernardo, Buin, Calera de Tango, Paine, Melipilla, Alhué, Curacaví, María Pinto, San Pedro, Talagante, El Monte, Isla de Maipo, Padre Hurtado, Peñaflor',
  "O'Higgins":
    'Rancagua, Codegua, Coinco, Coltauco, Doñihue, Graneros, Las Cabras, Machalí, Malloa, Mostazal, Olivar, Peumo, Pichidegua, Quinta de Tilcoco, Rengo, Requínoa, San Vicente, Pichilemu, La Estrella, Litueche, Marchigüe, Navidad, Paredones, San Fernando, Chépica, Chimbarongo, Lolol, Nancagua, Palmilla, Peralillo, Placilla, Pumanque, Santa Cruz',
  Maule:
    'Talca, Constitución, Curepto, Empedrado, Maule, Pelarco, Pencahue, Río Claro, San Clemente, San Rafael, Cauquenes, Chanco, Pelluhue, Curicó, Hualañé, Licantén, Molina, Rauco, Romeral, Sagrada Familia, Teno, Vichuquén, Linares, Colbún, Longaví, Parral, Retiro, San Javier, Villa Alegre, Yerbas Buenas',
  Ñuble:
    'Chillán, Bulnes, Chillán Viejo, El Carmen, Pemuco, Pinto, Quillón, San Ignacio, Yungay, Quirihue, Cobquecura, Coelemu, Ninhue, Portezuelo, Ránquil, Treguaco, San Carlos, Coihueco, Ñiquén, San Fabián, San Nicolás',
  Biobío:
    'Concepción, Coronel, Chiguayante, Florida, Hualqui, Lota, Penco, San Pedro de la Paz, Santa Juana, Talcahuano, Tomé, Hualpén, Lebu, Arauco, Cañete, Contulmo, Curanilahue, Los Álamos, Tirúa, Los Ángeles, Antuco, Cabrero, Laja, Mulchén, Nacimiento, Negrete, Quilaco, Quilleco, San Rosendo, Santa Bárbara, Tucapel, Yumbel, Alto Biobío',
  'La Araucanía':
    'Temuco, Carahue, Cunco, Curarrehue, Freire, Galvarino, Gorbea, Lautaro, Loncoche, Melipeuco, Nueva Imperial, Padre Las Casas, Perquenco, Pitrufquén, Pucón, Saavedra, Teodoro Schmidt, Toltén, Vilcún, Villarrica, Cholchol, Angol, Collipulli, Curacautín, Ercilla, Lonquimay, Los Sauces, Lumaco, Purén, Renaico, Traiguén, Victoria',
  'Los Ríos':
    'Valdivia, Corral, Lanco, Los Lagos, Máfil, Mariquina, Paillaco, Panguipulli, La Unión, Futrono, Lago Ranco, Río Bueno',
  'Los Lagos':
    'Puerto Montt, Calbuco, Cochamó, Fresia, Frutillar, Los Muermos, Llanquihue, Maullín, Puerto Varas, Castro, Ancud, Chonchi, Curaco de Vélez, Dalcahue, Puqueldón, Queilén, Quellón, Quemchi, Quinchao, Osorno, Puerto Octay, Purranque, Puyehue, Río Negro, San Juan de la Costa, San Pablo, Chaitén, Futaleufú, Hualaihué, Palena',
  Aysén: "Coyhaique, Lago Verde, Aysén, Cisnes, Guaitecas, Cochrane, O'Higgins, Tortel, Chile Chico, Río Ibáñez",
  Magallanes:
    'Punta Arenas, Laguna Blanca, Río Verde, San Gregorio, Cabo de Hornos, Antártica, Porvenir, Primavera, Timaukel, Natales, Torres del Paine',
}

/** What people write instead: [written, comuna or region]. */
const OTHER_NAMES: ReadonlyArray<readonly [string, string]> = [
  ['conce', 'concepcion'],
  ['vina', 'vina del mar'],
  ['valpo', 'valparaiso'],
  ['stgo', 'santiago'],
  ['santiago centro', 'santiago'],
  ['llay llay', 'llayllay'],
  ['til til', 'tiltil'],
  ['puerto natales', 'natales'],
  ['rinconada de los andes', 'rinconada'],
  ['san vicente de tagua tagua', 'san vicente'],
  ['san francisco de mostazal', 'mostazal'],
  ['trehuaco', 'treguaco'],
  ['calera', 'la calera'],
  ['puerto saavedra', 'saavedra'],
  ['puerto aysen', 'aysen'],
]

const OTHER_REGION_NAMES: ReadonlyArray<readonly [string, string]> = [
  ['rm', 'metropolitana'],
  ['region metropolitana de santiago', 'metropolitana'],
  ['metropolitana de santiago', 'metropolitana'],
  ['santiago', 'metropolitana'],
  ['libertador general bernardo ohiggins', 'ohiggins'],
  ['libertador bernardo ohiggins', 'ohiggins'],
  ['bio bio', 'biobio'],
  ['araucania', 'la araucania'],
  ['aysen del general carlos ibanez del campo', 'aysen'],
  ['aisen', 'aysen'],
  ['magallanes y de la antartica chilena', 'magallanes'],
]

const regionOfComuna = new Map<string, string>()
const nameOfComuna = new Map<string, string>()
const regionNames = new Map<string, string>()
for (const [region, comunas] of Object.entries(COMUNAS_BY_REGION)) {
  regionNames.set(foldPlace(region), region)
  for (const comuna of comunas.split(', ')) {
    regionOfComuna.set(foldPlace(comuna), region)
    nameOfComuna.set(foldPlace(comuna), comuna)
  }
}
const otherNames = new Map(OTHER_NAMES)
const otherRegionNames = new Map(OTHER_REGION_NAMES)

/** All comunas by their official name, in the order of the regions from north to south. */
export const COMUNAS: readonly string[] = [...nameOfComuna.values()]

export const REGIONS: readonly string[] = Object.keys(COMUNAS_BY_REGION)

/** Lower case, no accents, no punctuation, one space: how two spellings of a place are compared. */
export function foldPlace(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`´-]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The official name of a comuna, however it was written; null where there is none of that name. */
export function comunaNamed(text: string): string | null {
  const folded = foldPlace(text).replace(/^comuna (de )?/, '')
  return nameOfComuna.get(otherNames.get(folded) ?? folded) ?? null
}

/** The official name of a region, however it was written ("RM", "región del Biobío"); null where there is none. */
export function regionNamed(text: string): string | null {
  const folded = foldPlace(text).replace(/^region (del |de los |de la |de )?/, '')
  return (
    regionNames.get(otherRegionNames.get(folded) ?? folded) ??
    regionNames.get(`la ${folded}`) ??
    regionNames.get(`los ${folded}`) ??
    null
  )
}

/** The region that a comuna lies in; null for what is no comuna. */
export function regionOf(comuna: string): string | null {
  const name = comunaNamed(comuna)
  return name === null ? null : (regionOfComuna.get(foldPlace(name)) ?? null)
}
