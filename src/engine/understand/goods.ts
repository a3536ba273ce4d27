import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'

/*
 * Everyday nouns for things that shops sell, and the plain words that describe them. Who says one of these means a kind
 * ("tienen guantes"); who says a word that the language does not have means one thing by its name ("tienen Kong").
 */
const GOODS = `
taladro martillo destornillador alicate llave sierra serrucho esmeril lijadora lija escalera pintura latex esmalte barniz brocha rodillo
cemento yeso arena ladrillo madera tabla fierro clavo tornillo tuerca perno tarugo silicona pegamento adhesivo cinta huincha cable
enchufe interruptor ampolleta foco lampara linterna pila bateria cargador alargador candado cerradura manguera tijera pala rastrillo
carretilla macetero maceta planta semilla tierra abono fertilizante sustrato pasto flor rosa girasol orquidea cactus suculenta arbol
arbusto ramo arreglo corona peluche juguete muneca auto autito pelota puzzle rompecabezas bloque juego tablero carta dado disfraz
globo vela cotillon pinata serpentina vaso plato cubierto servilleta mantel copa botella termo taza mug jarro olla sarten cuchillo
tabla batidora licuadora hervidor tostador horno microondas refrigerador lavadora secadora cocina estufa ventilador aire aspiradora
plancha televisor tele tv pantalla monitor computador notebook laptop tablet celular telefono audifono parlante microfono camara
teclado mouse impresora tinta toner router disco memoria pendrive consola control joystick mando silla escritorio mesa comedor sofa
sillon cama colchon almohada sabana cobertor frazada manta cortina alfombra cojin estante repisa closet comoda velador espejo cuadro
marco reloj polera poleron camisa blusa pantalon jeans buzo short falda vestido chaqueta parka abrigo chaleco sweater calcetin media
panty ropa calzon sosten boxer pijama traje bikini bano gorro jockey sombrero bufanda guante cinturon corbata cartera bolso mochila
maleta billetera zapato zapatilla bota botin sandalia chala pantufla taco lente gafa anteojo aro collar pulsera anillo cadena joya
perfume colonia crema shampoo acondicionador jabon desodorante labial rimel base maquillaje esmalte una pincel brocha tinte tintura
mascarilla serum protector bloqueador locion aceite balsamo cepillo peineta secador plancha alisadora afeitadora maquina rasuradora
pasta dental enjuague hilo toalla panal algodon gasa parche venda alcohol termometro remedio medicamento pastilla jarabe capsula
comprimido vitamina suplemento proteina creatina colageno omega magnesio melatonina condon preservativo test lubricante
libro novela cuento comic manga cuaderno lapiz boligrafo plumon destacador goma corrector regla compas carpeta archivador agenda
papel cartulina pegamento tempera acuarela pincel oleo atril estuche mochila torta pastel queque kuchen pie tartaleta alfajor
galleta brownie cupcake muffin dona berlin empanada sopaipilla pan marraqueta hallulla dobladita baguette sandwich completo
hamburguesa pizza sushi roll gyoza ceviche papa pollo carne lomo posta asado costillar chuleta longaniza chorizo vienesa jamon queso
leche yogurt mantequilla huevo arroz fideo tallarin harina azucar sal aceite vinagre salsa mayonesa ketchup mostaza te cafe mate
jugo bebida agua cerveza vino pisco ron whisky vodka gin espumante champana licor chocolate dulce caramelo gomita helado mermelada
manjar miel nuez almendra mani fruta verdura tomate palta lechuga manzana platano naranja limon pescado marisco congelado conserva
snack papas granola cereal avena proteina barra cigarro encendedor papelillo moledor grinder pipa bong vaporizador vapo vape
filtro carpa extractor medidor riego aceite flor hierba tabaco perro gato alimento comida saco croqueta lata sobre premio hueso
correa collar arnes transportadora jaula pecera acuario pez arena rascador pipeta antipulga desparasitante bebedero comedero casa
cucha ropa impermeable placa bicicleta bici casco luz candado inflador neumatico camara cadena pedal asiento manubrio freno
llanta aceite bujia filtro amortiguador pastilla bateria ampolleta parabrisas limpiaparabrisas alfombra radio alarma gata
pesa mancuerna barra colchoneta mat banda cuerda elastico guante raqueta balon pelota camiseta short zapato carpa saco cooler
linterna cocinilla mochila baston trekking guitarra ukelele bajo piano teclado bateria violin flauta cuerda pua afinador
amplificador atril baqueta pandero cajon cuna coche mamadera chupete silla andador mudador panalera body pilucho babero sonajero
detergente cloro lavaloza suavizante desinfectante limpiador esponja trapero escoba pala basurero bolsa papel confort nova
insecticida veneno trampa repelente ambientador difusor incienso sahumerio aceite esencial piedra cuarzo tarot velon
tela hilo aguja boton cierre lana palillo crochet maquina costura encaje cinta elastico molde patron
consola videojuego juego gift tarjeta suscripcion membresia codigo procesador placa tarjeta video grafica ram fuente gabinete ssd
cooler ventilador volante asiento microfono webcam capturadora switch hub adaptador cable hdmi usb soporte funda carcasa lamina
mica smartwatch reloj pulsera banda dron proyector chromecast antena decodificador ampolleta sensor timbre
kit set pack caja combo canasta gift regalo tarjeta accesorio repuesto herramienta insumo articulo producto servicio
colorante molde manga decoracion topper vela numero
`

/** Words that describe goods rather than name them. */
const TRAITS = `
negro blanco rojo azul verde amarillo rosado morado cafe gris beige celeste dorado plateado naranjo color chico chica grande mediano
pequeno largo corto ancho delgado grueso nuevo usado original generico importado nacional chileno artesanal casero natural organico
vegano vegetariano integral light zero diet dulce salado picante acido fresco congelado seco humedo liquido polvo granel entero
molido tostado inalambrico electrico manual automatico digital portatil plegable ajustable regulable recargable impermeable
resistente termico acolchado suave duro liviano pesado alto bajo rapido silencioso profesional escolar infantil juvenil adulto
cachorro gatito senior bebe nino nina hombre mujer dama varon unisex deportivo formal casual urbano elegante fiesta matrimonio verano
invierno interior exterior jardin bano cocina dormitorio oficina auto viaje playa camping gamer barato economico premium
madera metal acero aluminio plastico vidrio ceramica cuero lana algodon lino seda plata oro cobre goma
feminizada autofloreciente auto indica sativa hibrida medicinal terapeutico relajante energetico
`

const GOODS_STEMS = new Set(
  [...GOODS.trim().split(/\s+/), ...TRAITS.trim().split(/\s+/)].map((word) => stem(fold(word))),
)

/** Whether a folded word is an everyday word for goods: then a kind is meant, not one thing by its name. */
export function isCommonGood(word: string): boolean {
  return GOODS_STEMS.has(stem(word))
}
