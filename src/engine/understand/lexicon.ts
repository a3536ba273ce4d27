import { fold } from '../text/fold.ts'
import { stem } from '../text/stem.ts'

/**
 * Families of words that play the same part in a message. The classifier sees the family beside the word, so that what it
 * learned of "débito" holds for "redcompra", and what it learned of Temuco for Coyhaique.
 */
const FAMILIES: Readonly<Record<string, string>> = {
  have: 'cuentan disponen dispone tienes tiene tienen teni tenis tenes tendras tendra tendran tenian tenga tengas tengan hay habra vendes vende venden vendi vendis manejan maneja manejas trabajan traen venderan tendrian tendrias tendria have sell got tem vendem genyen',
  stock:
    'queda quedan quedara quedaran quedo quedaron stock disponible disponibles disponibilidad llego llegaron agotado agotada agotados agotadas reponen repones repongan reposicion repusieron volvio acabaron acabo existencia existencias inventario',
  want: 'quiero quisiera quisieramos queremos necesito necesitamos busco buscamos buscando ando necesitaria querria deseo deseamos kiero ocupo preciso quero want need vle procuro quere quiere queria looking',
  give: 'dame deme denme ponme pongame pon ponga agrega agregame agregue agregueme agregar anade anadir anademe suma sumame sume sumale echa echame echale echeme mete meteme metele anota anotame anoteme llevo llevare llevamos comprar compro compraria adquirir encargar encargo encargame mandame mandate mande enviame reserva reservame reserveme aparta apartame guardame guardeme vendeme vendame regalame regaleme regala regale regalas pedir pido tirame tirate add buy adicionar comprarlo llevarlo llevarme llevarme pasame paseme',
  remove:
    'saca sacame saque saqueme quita quitame quite quiteme elimina eliminame elimine borra borrame borre borreme retira retire bota botame descarta descarte sacalo sacala quitalo quitala eliminalo borralo sacar quitar eliminar borrar retirar remove remova tira tire',
  change:
    'cambia cambiame cambie cambieme cambiar modifica modificar corrige corrija sube subele subir suba baja bajale bajar baje aumenta aumentar deja dejalo dejame dejemos',
  cost: 'cuesta cuestan costara costaria sale salen saldria vale valen valdra precio precios valor valores cobran cobra cobrai costo costos price cost quanto custa preco much',
  pay: 'pagar pago pague pagado pagamos paguemos pagarle cancelar webpay transferencia transferir transferencias debito credito efectivo cuotas tarjeta tarjetas redcompra deposito depositar mercadopago flow mach khipu servipag cheque paypal cuenta pagare pagarlo cobrar cobrame payment pagamento',
  paid: 'pague pagado pagada transferi deposite pagamos transferimos depositamos cancele abone gire comprobante paid paguei',
  card: 'visa mastercard amex prepago tenpo mach cuentarut redcompra onepay debito credito junaeb edenred sodexo',
  bank: 'bancoestado santander bci itau falabella scotiabank banco ripley cencosud lider bice security chek',
  ship: 'envio envios despacho despachos despachan despachar envian enviar mandan mandar entrega entregas entregan reparto reparten llegan delivery domicilio retiro retirar shipping deliver frete entregam envia despacha entregar repartidor ship',
  courier:
    'starken chilexpress bluexpress blue correos fedex dhl turbus pullman uber rappi pedidosya cabify shipit urbano',
  order:
    'pedido pedidos orden ordenes compra compras encargo paquete order encomienda bulto boleta seguimiento tracking rastreo',
  cart: 'carro carrito bolsa canasta canasto cesta cart carrinho pedido',
  total: 'total suma sumado llevo va vamos cuenta subtotal resumen debo',
  when: 'cuando hoy manana pasado ayer anteayer lunes martes miercoles jueves viernes sabado domingo semana quincena mes tarde noche mediodia feriado festivo horario hora horas anoche recien denante',
  where: 'donde ubicados ubicacion direccion comuna sector zona ubicado queda',
  broken:
    'malo mala malos malas roto rota rotos rotas quebrado quebrada quebro rompio danado danada defectuoso defectuosa fallado fallada falla fallo rayado rayada abollado vencido vencida vencidos podrido podrida abierto abierta incompleto incompleta equivocado equivocada usado sucio trizado trizada quemo quemado quemada despego descosio mojado mojada aplastado aplastada broken',
  anger:
    'pesimo pesima pesimos pesimas vergüenza vergonzoso estafa estafadores estafaron ladrones chanta chantas mentirosos mentira mentiras robo decepcionado decepcionada molesto molesta indignado indignada enojado enojada reclamo reclamar queja denunciar denuncia sernac horrible asco penca fraude nefasto funar funa',
  person:
    'persona humano humana alguien ejecutivo ejecutiva vendedor vendedora asesor asesora encargado encargada dueno duena operador operadora jefe jefa supervisor agente representante human person atendente pessoa gerente administrador administradora',
  talk: 'hablar conversar comunicame comuniqueme derivame derivar contactar llamar llamen llamenme atienda atender atiendan conteste talk speak falar',
  kin: 'mama papa mami papi hijo hija nino nina ninos sobrino sobrina abuela abuelo nieto nieta polola pololo senora esposo esposa marido mujer hermano hermana amigo amiga suegra suegro jefe jefa bebe guagua tia tio prima primo viejo vieja profe profesora ahijado ahijada pareja novia novio cunado cunada padrino madrina companera',
  pet: 'perro perra perrito gato gata gatito cachorro mascota poodle loro conejo tortuga hamster pajaro perrita gatita',
  body: 'espalda cabeza guata estomago rodilla rodillas cuello piel pelo cara pies manos cuerpo cadera garganta muela ojos huesos articulaciones brazo pierna hombro patas oreja orejas vista uñas pecho',
  ache: 'duele duelen dolor dolores alergia alergico alergica insomnio ansiedad estres cansado cansada pica pican picazon fiebre tos resfrio inflamado hinchado calambre calambres mareo',
  feast:
    'cumpleanos cumple aniversario matrimonio navidad fiesta carrete carretes asado regalo regalar regalarle amigo halloween graduacion bautizo funeral despedida pascua dieciocho boda santo quinceanos bienvenida titulacion',
  cheap:
    'barato barata baratos baratas baratito economico economica economicos economicas conveniente rebajado accesible cheap cheapest',
  superl: 'mejor mejores peor mas menos masimo maximo minimo top grande chico potente fuerte best',
  advise:
    'recomienda recomiendas recomiendan recomiendame recomiendeme recomendar recomendacion aconseja aconsejas sugiere sugieres sugerencia conviene aconsejame recommend recomenda recomendais recomendarias',
  promo:
    'promo promos promocion promociones oferta ofertas descuento descuentos cupon cupones codigo rebaja rebajas liquidacion outlet cyber cyberday blackfriday dcto 2x1 3x2 preciecito discount desconto sale yapa',
  back: 'devolver devolucion devoluciones cambio cambios garantia reembolso reembolsan devuelven cambian cambiarlo cambiarla devolverlo devolverla arrepentir retracto refund return troca',
  cancel:
    'cancela cancelar cancelen cancele cancelo anula anular anulen anule anulo cancelalo anulalo cancelacion anulacion desistir cancel arrepenti arrepenti',
  money: 'lucas luca gambas gamba palos palo pesos plata mil presupuesto $ clp quina',
  see: 'muestrame muestreme mostrar muestra mostrame ver viendo ensename veo enviame foto fotos imagen imagenes show mostra muestrenme',
  all: 'todo toda todos todas completo completa general entero entera all tudo',
  catalog:
    'catalogo lista listado carta menu productos producto articulos mercaderia vitrina stock tienda cosas catalog products produtos',
  stop: 'baja desuscribir desuscribirme eliminar spam publicidad molesten molestar escriban manden mensajes notificaciones propaganda stop unsubscribe hinchen webeen avisos difusion suscripcion',
  join: 'alta suscribir suscribirme inscribir inscribirme inscribeme reactivar activar reanudar start subscribe volver novedades avisenme avisame',
  hello: 'hola holi holaa buenas buenos wena wenas alo hello hi oi saludos ola bonjou bonjour hey epa aloha olas holis',
  bye: 'chao chau chaito adios bye vemos luego pronto chaolin hablamos pillamos despido tchau orevwa',
  thank:
    'gracias grax grac agradezco agradecido agradecida pasaste rajaste thanks thank thx obrigado obrigada mesi amable',
  yes: 'si sip sipo sii dale ya yapo bueno ok okey oki okis oka claro obvio vale listo perfecto confirmo correcto exacto yes sim demas clarin clarines wi yep afirmativo',
  no: 'no nop nopo nah nel nunca tampoco jamas negativo nones non nao na nope',
  vulgar:
    'ctm conchetumare culiao culia qliao maricon puta chucha huevon hueon weon wn ql pico tula mierda imbecil idiota tonto tonta inutil estupido chupala chupalo saco',
  insult: 'imbecil idiota estupido estupida inutil tonta tonto chupala chupalo maricon conchetumare ctm pene tula',
  hack: 'instrucciones system sistema prompt ignora ignore olvida rol administrador admin override debug developer sql script json token contrasena password jailbreak modo desarrollador instructions roleplay',
  laugh: 'jaja jajaja jajaj jsjs jsjsjs jeje xd lol jiji ajaj ajajaj jajaja kajaj haha',
  bot: 'robot bot maquina ia chatgpt gpt inteligencia artificial automatico',
  size: 'talla tamano medida medidas porte numero size chico grande mediano mediana chica xl xxl litros kilos gramos ml cm',
  color:
    'negro negra blanco blanca rojo roja azul verde gris rosado rosada amarillo morado cafe beige celeste dorado plateado color negros rojas',
  trait:
    'trae traen incluye incluyen sirve sirven viene vienen dura duran mide miden pesa pesan funciona aguanta resiste soporta contiene lleva alcanza compatible material sabor medidas ingredientes rinde caracteristicas detalles ficha',
  compare: 'diferencia diferencias comparar comparado versus vs cual mejor conviene',
  hours: 'atienden abren cierran horario abierto abiertos abierta trabajan atencion abre cierra abrieron atendiendo',
  place: 'local tienda sucursal ubicados direccion ubicacion metro mall galeria showroom',
  contact: 'telefono fono correo mail email instagram insta facebook pagina web whatsapp redes tiktok sitio',
  street:
    'calle avenida av pasaje pje depto departamento block torre casa villa poblacion condominio parcela camino esquina oficina piso sitio',
  who: 'soy nombre llamo llama apellido',
}

const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(FAMILIES).flatMap(([family, words]) => words.split(' ').map((word) => [fold(word), family] as const)),
)
const FAMILY_OF_STEM: ReadonlyMap<string, string> = new Map(
  [...FAMILY_OF].filter(([word]) => word.length > 4).map(([word, family]) => [stem(word), family] as const),
)

/** The family of a folded word, or null. Exact forms come before stems: "llevo" and "lleva" play different parts. */
export function familyOf(word: string): string | null {
  return FAMILY_OF.get(word) ?? FAMILY_OF_STEM.get(stem(word)) ?? null
}
