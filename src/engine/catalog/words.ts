import { fold } from '../text/fold.ts'
import { editDistance } from '../text/distance.ts'
import { stem } from '../text/stem.ts'

/** Words with no meaning of their own: never searched, never missed. */
const FUNCTION_WORDS = `
a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por segun sin sobre tras
el la lo los las un una unos unas este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
y e ni o u pero sino aunque porque pues como cuando donde mientras si no ya tambien tampoco que q cual cuales quien quienes
cuanto cuanta cuantos cuantas cuyo yo tu vo vos usted ustedes el ella ellos ellas nosotros nos me te se le les lo mi mis mio mia
tu tus tuyo su sus suyo nuestro nuestra nuestros nuestras conmigo contigo ti muy mas menos tan tanto tanta tantos mucho mucha muchos muchas
poco poca pocos pocas algo algun alguno alguna algunos algunas ningun ninguno ninguna nada nadie todo toda todos todas otro otra otros otras
cada cualquier cualquiera mismo misma mismos mismas tal tales ser es son era eran fue fueron sea sean seria seran siendo sido soy eres somos
estar estoy estas estai esta estan estaba estaban estado ha han he has haber hay habia habra hubo haya aqui aca ahi alli alla
the of for and to in on is are do you have what how much i want need my me please with this that it
um uma o os as do da dos das no na em para com que voce tem quero preco
`

/** How shoppers wrap what they want: asking, greeting, courtesy, vocatives, fillers, prices and stock talk. */
const CARRIER_WORDS = `
nah naa basta bastan sobra sobran hola ola holi holis alo buenas buenos buen bueno buena dia dias tarde tardes noche noches wena wenas wenos saludos estimado estimada estimados estimadas
oye oiga oigan ideal estupendo fantastico maravilloso espectacular regia buenisima excelente perfecto perfecta genial buenisimo regio give take get can could would like buy show any some cart whats there it's
sak pase genyen konbyen mwen bezwen pucha chucha chuta chuata cresta rayos mierda uf uy ay oh ah eh uh bah ups epa wow filo espera espere esperate digo tmb tb tbn tambn
mira mire miren disculpe disculpa disculpen perdon mentira mentiras permiso favor porfa porfavor porfis please gracias muchas ok oka okey vale dale listo ya po pos pue pues
quiero quisiera queria quieres quiere queremos querria kiero deseo desea deseamos necesito necesita necesitamos necesitaba busco buscando buscaba busca buscamos ando andaba
dame deme denos damelo das da dan dar doy daria podria podrian podrias puedo puede pueden puedes podemos pueda puedan pueda ponme pone ponga pongas pongan pongame ponle poner mandame mande mandeme manda mandar mandate mandar envia enviame
agrega agregue agregar agregame agregale agregueme suma sume sumar sumale sumame anota anote anotar anotame anoteme echa echale echame mete meteme metele tira tirame tirate
llevo llevar llevare lleva llevarme llevamos llevaria llevaba compro comprar compra compraria comprarme comprame encargar encargo regala regale regalas regalame regaleme reserva reserve reservar reservame reservo guarda guarde guardame aparta pide pido pedir pedi pediria vendeme vende venden vendes vendi vendo
tiene tienen tienes tengo tenemos teni tenis tenes teneis tendra tendran tendras tenga tengan tengai tengas tener tenian manejan maneja trabajan ofrecen ofrece cuentan cuenta hay habra queda quedan quedaba quedo quedara quedaran quedado quedaron llego llega llegan llegaron llegara llegado repones reponen traen
muestra muestre muestrame muestreme muestren mostrar ver veamos viendo saber sabes sabe decir diga dime digame dices consulta consultar consultaba pregunta preguntar preguntaba averiguar cotizar cotizo
cuesta cuestan costaria costo costando vale valen valdra valor valores sale salen saldria precio precios cobra cobras cobran cobrarian lucas luca pesos plata gamba gambas palo palos billete money clp mil
cuanto cuanta cuantos cuantas cto q onda como cual cuales donde cuando
interesa interesan interesaria interesado interesada gusta gustan gustaria encanta tinca tincaria sirve sirven serviria conviene convendria recomienda recomiendas recomiendan recomiendame recomiendeme recomendai recomendar recomendaria recomendacion aconseja aconsejas aconsejan aconsejeme aconsejame sugiere sugieres sugerencia opciones opcion alternativa alternativas modelo modelos tipo tipos clase marca marcas variedad variedades catalogo lista stock disponible disponibles bonjou bonjour bonswa salut oi oie hello hi hey sola solas solos unica unico disponibilidad existencia producto productos articulo articulos item cosa cosas cosita cositas wea weas huea hueas weon weona wn
saca saque sacar sacame sacalo sacala saquela saquelo quita quite quitar quitame quitale elimina elimine eliminar borra borre borrar retire retira retirar bota descarta descarte deje dejar deja fuera final nomas nomah nomás solo solamente mejor cambia cambie cambiar cambieme carro carrito pedido bolsa corrige equivoque
reina amigo amiga amigos amiguita compadre compa hermano hermana bro brother socio loco loca causa pana chamo chama vecino vecina casero casera caserita casinero señor senor señora senora señorita senorita senores jefe jefa mijo mija mijito mijita cabro cabros cabra chiquillos gente caballero dama don dona tio tia wacho perrin maestro veci vecis che parce parcero fomee fome
urgente urgentemente apurate apurese apuren apura apurado apurada apurao apuraa rapidito dejeme dejame dejenme dejale hoy manana ahora ayer altiro tiro luego despues antes siempre nunca todavia aun recien pronto rato semana mes finde sabado domingo domingos sabados lunes martes miercoles jueves viernes
cierto verdad claro obvio bacan demas igual onda tipo eh ah mmm jaja jajaja jeje xd porfi poh pa q k x
queria hacer hago hace haga hacen hizo hecho voy va vas van vamos vaya ir ire iba venir viene vienen vengo trae traen traer traigo trajo traia incluye incluyen sirve funciona funcionan ocupa ocupar usa usan usar uso usarlo
bien entiendo entendido comprendo correcto exacto
recomendado lastima pena oe ee ey oee falta faltan falto faltaba faltaban faltaron lugar ojala dejan dejas dejai veo
rico rica bueno buena buenos buenas bonito bonita lindo linda lindos lindas nuevo nueva nuevos nuevas
ponganme agreguenme alcanza alcanzan alcanzaria andan anda andar entonces eso esas asi ahi tambien ademas aparte tema informacion info detalle detalles foto fotos picture pictures pic pics photo photos imagen imagenes caracteristicas specs especificaciones diferencia diferencias diferencian comparar comparacion versus vs normal original
`

/** Ordinary words that a message may hold without naming a product: they help where they match and cost nothing where not. */
const SOFT_WORDS = `
pieza casa hogar departamento depa oficina pega trabajo trabajar colegio escuela liceo instituto u universidad metro micro calle viaje viajar vacaciones verano invierno
persona personas familia papa mama padre madre hijo hija hijos hijas abuelo abuela abuelos hermanito pololo polola marido esposo esposa señora novio novia guagua nino nina ninos ninas bebe sobrino sobrina nieto nieta suegra suegro yunta jefe profesor profesora compañero companera
gran grande grandes grandota grandote grandotas grandotes chico chica chicos chicas mediano mediana pequeno pequena largo corto ancho alto alta bajo baja
barato barata baratos baratas economico economica economicos caro cara caros caras bonito mejor mejores peor rapido rapida rapidos lento facil faciles dificil comodo comoda fuerte fuertes suave suaves liviano liviana pesado resistente duradero duro dura firme seguro segura
ano anos edad mayor mayores menor menores adulto adultos joven jovenes hombre hombres mujer mujeres
medio media mitad doble triple par pares docena primera primero segunda ultimo ultima unico unica completo completa entero entera
color colores tamano talla medida medidas peso numero cantidad kilo kilos litro litros metro metros gramos ml cm kg unidad unidades
natural especial premium basico basica clasico clasica moderno moderna vip top pro plus max mini super extra
normales originales comun comunes simple simples tradicional tradicionales sencillo sencilla estandar standard
hora horas minuto minutos vez veces rato tiempo mundo lado parte manera forma caso problema problemas
maquina maquinas maquinita maquinitas aparato aparatos aparatito artefacto equipo equipos dispositivo implemento
mano total varios varias hartos hartas harto harta caleta ene montones bastante demasiado demasiada casi apenas
parece parecen creo crees pienso pense acuerdo recuerdo olvide perdi perdio rompio rompe echo echa
`

/** Verbs of use and need, in the forms that shoppers write: taken as written, since their stems are nouns', too. */
const SOFT_VERBS = `
cierra abre prende apaga dura duran durar pesa pesan pesar mide miden medir aguanta aguantan soporta resiste cabe caben llena lleno llenar corre corren suena suenan sonar pega pegue pegan sabe huele siente gasta gasto gastar paga pagar pago cuida cuidar limpia limpiar lava lavar moja mojar toma tomar come comer comen beber bebe dormir duerme juega jugar jueguen regalar regalarle regalo regalon poner ponerle ponerse quede queden cambio servir ayuda ayudar aprender aprende empezar empiezo partir comenzar probar pruebo prueba salir salgo entrar entra subir bajar llegar paso pase pasa pasar pasan piden pide crece crecer viven vivo vivir camina caminar ve ven vea mirar escuchar escucha hablar habla llamar grabar leer lee escribir estudiar estudio
meter pongas sube suba subir subele baja pegue quepa quepan aguante abrigue duerma sirva suene
`

const words = (text: string) => new Set(text.trim().split(/\s+/).map(fold))

/** What a thing comes in: the noun after it names the thing. */
export const CONTAINERS = new Set(
  `caja cajas pack packs six sixpack kit set par bolsa bolsas saco sacos botella botellas frasco docena ramo bandeja mix
   porcion lata latas sobre sobres unidad tarro paquete paquetes trio duo tira rollo rollos display pote balde bidon bulto bultos pano panos ovillo ovillos madeja madejas atado atados atao ataos malla fardo manojo`
    .trim()
    .split(/\s+/)
    .map(stem),
)

const CARRIER = words(CARRIER_WORDS)
const STOP = new Set([...words(FUNCTION_WORDS), ...CARRIER])
const SOFT = new Set([...words(SOFT_WORDS), ...words(SOFT_VERBS)])
const SOFT_STEMS = new Set([...words(SOFT_WORDS)].map(stem))

/** Inflected verbs say what the shopper does; a product is a noun. Clitics and gerunds give them away. */
const VERB_SHAPE =
  /(?:[aei]r(?:l[aeo]s?|me|te|se|nos)|(?:a|ie)ndo(?:l[aeo]s?|me|te|se)?|amos|emos|imos|aste|iste|aron|ieron|aria|arian|eria|iria|are|ere|ire|aba|aban|abas|iera|ieran|ara|aran|ase|asen)$/

/** "holaa", "graciasss", "porfaaa": a last letter held long is the same word. */
function drawnOut(word: string): string {
  return word.length > 3 ? word.replace(/([a-z])\1+$/, '$1') : word
}

export type WordClass = 'stop' | 'soft' | 'content'

/**
 * What a word is worth when looking for a product: `stop` is ignored, `soft` helps where it matches and costs nothing
 * where it does not, `content` must be found. Takes a folded word.
 */
export function classOf(said: string): WordClass {
  // "chiquitito"
  const word = said.length > 8 ? said.replace(/(?:it){2,}([ao]s?)$/, 'it$1') : said
  const listed = listedClass(word)
  if (listed !== null) return listed
  return word.length >= 6 && VERB_SHAPE.test(word) ? 'soft' : 'content'
}

/** Courtesy, vocatives, fillers: with no meaning of their own in a message, though a product may be called so. */
export function isCarrier(word: string): boolean {
  return CARRIER.has(word)
}

/** It only looks like a verb ("batería", "carmenere"): a catalog that names a thing so knows better. */
export function looksInflected(word: string): boolean {
  return word.length >= 6 && VERB_SHAPE.test(word) && listedClass(word) === null
}

/** "awww", "uyyy", "mmm", "jajaja": a sound, and no word. */
const SOUND = /^(?:a+w+|o+w+|w+o+w+|u+y+|a+y+|u+f+|o+h+|a+h+|e+h+|m{2,}|(?:j[aeiou]+){2,}j?)$/

function listedClass(word: string): WordClass | null {
  if (SOUND.test(word)) return 'stop'
  if (STOP.has(word) || STOP.has(drawnOut(word))) return 'stop'
  const base = stem(word)
  if (SOFT.has(word) || SOFT_STEMS.has(base) || (CONTAINERS.has(base) && !/^bolsos?$/.test(word))) return 'soft'
  return null
}

/** The commonest words of asking, by which a slip of the thumb is told from a thing that is not carried. */
const ASKING_WORDS =
  'tiene tienes tienen quiero quisiera necesito busco cuanto cuantos precio cuesta valor vende venden llegan cuando donde entonces tambien gracias buenas hola dame deme llevo'.split(
    ' ',
  )

/** "tene salmón", "kuando llega": a slip of a word that asks. Takes a folded word. */
export function isSlipOfAsking(word: string): boolean {
  return (
    word.length > 3 &&
    ASKING_WORDS.some((each) => Math.abs(each.length - word.length) < 2 && editDistance(word, each, 1) <= 1)
  )
}

/** "échele", "súbelo", "anótamelas": an order with what hangs on it, by its accent; "cápsula" and "fórmula" have none of that shape. */
export function isOrder({ raw }: { raw: string }): boolean {
  return /[áéíóú]\p{L}*(?:[aei]|mos)(?:me|te|se|le|lo|la|nos|melo|mela|selo|sela)s?$/iu.test(raw)
}
