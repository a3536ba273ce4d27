/**
 * Words for one thing in Chile's shops, a line each, mutual. No line knows any particular shop: it is what people call
 * things. Loose pairs belong in `kinds.ts` or `needs.ts`, which point one way only.
 */
export const SYNONYMS = `
televisor, tele, tv, television, smart tv, televisión, pantalla tv
celular, celu, cel, telefono, fono, smartphone, movil, telefono celular
notebook, laptop, portatil, computador portatil, compu portatil, note
computador, compu, pc, ordenador, computadora
computador de escritorio, pc de escritorio, pc armado, torre pc
audifono, auricular, headset, headphone, earbud, cascos, audifonos in ear, fono de oido
parlante, altavoz, bocina, speaker
cargador, adaptador de corriente, enchufe cargador
bateria externa, power bank, powerbank, cargador portatil, bateria portatil
reloj inteligente, smartwatch, reloj smart
pulsera inteligente, smartband, smart band, banda inteligente, pulsera de actividad
tablet, tableta
impresora, multifuncional, printer
camara de seguridad, camara de vigilancia, camara ip, camara wifi, camara vigilancia
pendrive, memoria usb, usb, unidad flash
tarjeta de memoria, microsd, micro sd, memoria microsd
disco duro, disco solido, ssd, hdd, almacenamiento
tarjeta de video, tarjeta grafica, grafica, gpu, placa de video, video
procesador, cpu, micro procesador
memoria ram, ram
teclado, keyboard
mouse, raton
joystick, control, mando, gamepad, palanca, joistick
consola, videoconsola
videojuego, juego de consola
silla gamer, sillon gamer, silla gaming
microfono, mic, micro
gift card, giftcard, tarjeta de regalo, tarjeta regalo, gifcard
playstation, play station, play, plei, ps
playstation 5, ps5, play 5, plei 5, play cinco
playstation 4, ps4, play 4, plei 4
nintendo switch, switch
funda, carcasa, cover, estuche, case, protector
lamina, mica, vidrio templado, protector de pantalla, lamina de vidrio
cable, cordon
vestido, dress
zapato, shoes
zapatilla, sneakers, tenis
gorro, beanie
sombrero, hat
cinturon, belt
torta, cake
pan, bread
galleta, cookie
martillo, hammer
taladro, drill
pintura, paint
tornillo, screw
destornillador, screwdriver
guante, gloves
casco, helmet
bicicleta, bike, bicycle
candado, lock
pantalon, pants
calcetin, socks
mochila, backpack
chaqueta, jacket
silla, chair
ampolleta, light bulb, lightbulb
escalera, ladder
trasera, trasero, de atras, atras, posterior
delantera, delantero, de adelante, adelante, frontal
router, modem, repetidor, extensor wifi
refrigerador, refri, nevera, frigorifico, heladera
lavadora, lava ropa, lavarropa
microondas, horno microondas
cocina, encimera, anafe
hervidor, hervidor electrico, tetera electrica, kettle
licuadora, juguera, batidora de vaso, blender
freidora de aire, air fryer, airfryer, freidora sin aceite
aspiradora, robot aspirador, aspirador
estufa, calefactor, calentador, termoventilador, calefont
ventilador, climatizador, aire acondicionado
plancha, planchita
secador de pelo, secador, secapelo
ampolleta, foco, bombilla, bombillo, luz led, lampara
lampara, luz, luminaria, iluminacion
enchufe, tomacorriente, toma corriente
alargador, extension electrica, zapatilla electrica, alargue, multiple
taladro, perforadora
destornillador, atornillador, desatornillador
martillo, combo
alicate, pinza, caiman
llave inglesa, llave ajustable, llave francesa
serrucho, sierra
galletera, esmeril, esmeril angular, amoladora
huincha de medir, huincha, flexometro, cinta metrica, metro para medir, wincha
tornillo, perno
clavo, puntilla
pintura, latex, esmalte al agua
brocha, pincel
teflon, cinta teflon
pegamento, adhesivo, cola, la gotita, superglue, silicona
candado, cerradura, chapa
manguera, manguera de jardin
carretilla, carretela
pala, palita
cemento, hormigon
zapatilla, tenis, deportiva, calzado deportivo, championes, sneaker
zapato, calzado
bota, botin
sandalia, chala, chancla, hawaiana, ojota
pantufla, zapatilla de levantarse
polera, remera, camiseta, playera, franela, t shirt
poleron, sudadera, buzo, hoodie, canguro
pantalon, jean, blue jean, pantalones
jean, jeans, mezclilla, yin
calza, leggin, legging, leggings
chaqueta, casaca, cortavientos, campera, parka, abrigo, chamarra, cazadora
parka, chaqueta acolchada, plumon, plumifero
chaleco, sweater, sueter, chomba, jersey, pullover
camisa, blusa
vestido, traje de dama
falda, pollera, mini falda
ropa interior, calzon, boxer, calzoncillo, lenceria
sosten, brasier, sujetador, bralette, pequenos sostenes
calcetin, media, calceta, soquete
traje de bano, bikini, bañador
gorro, jockey, gorra, beanie, cap, gorro de lana
bufanda, cuello
guante, mitones
cinturon, correa de pantalon
mochila, bolso escolar, morral, backpack
cartera, bolso, bandolera
billetera, monedero, portadocumentos
maleta, equipaje, valija
lentes de sol, gafas de sol, anteojos de sol, gafas, lentes
anteojos, lentes opticos, lentes, gafas, marcos opticos, armazon
lentes de contacto, lentillas
aro, arito, arete, pendiente, zarcillo
collar, cadena, gargantilla
anillo, argolla, sortija
pulsera, brazalete
labial, rouge, lapiz labial, pintalabios, lipstick, brillo labial
rimel, mascara de pestañas, mascara de pestanas
base de maquillaje, maquillaje base
esmalte de uñas, esmalte, pintura de unas
perfume, colonia, fragancia, eau de parfum, eau de toilette
desodorante, antitranspirante
champu, shampoo, champoo
acondicionador, balsamo
bloqueador, protector solar, bloqueador solar, filtro solar, fps
crema hidratante, humectante, hidratante, crema humectante
serum, suero facial
limpiador facial, gel de limpieza, limpiador
desmaquillante, agua micelar, desmaquillador
toalla higienica, toallas femeninas
panal, panales, pañal
toallita humeda, toallas humedas
mamadera, biberon, tetero
cesped, pasto
chupete, tete, chupon
coche de bebe, coche, cochecito, carrito de bebe
silla de auto, silla para auto, butaca
cuna, moises
mudador, cambiador
remedio, medicamento, medicina, pastilla
pastilla, comprimido, tableta, capsula, gragea
paracetamol, kitadol, panadol, acetaminofeno
ibuprofeno, analgesico antiinflamatorio
antialergico, antihistaminico
jarabe, jarabe para la tos
curita, parche curita, parche
venda, gasa
termometro, medidor de temperatura
mascarilla, tapaboca, barbijo
alcohol gel, alcohol en gel
preservativo, condon
vitamina, suplemento vitaminico, multivitaminico
proteina, whey, whey protein, proteina en polvo
creatina, creatina monohidratada
pesa, mancuerna
colchoneta, mat, mat de yoga, yoga mat
bicicleta, bici, cicla
bicicleta electrica, e bike, ebike
casco, casco de ciclista
camara de bicicleta, camara aro
neumatico, rueda, goma, llanta, cubierta
inflador, bombin
monopatin electrico, scooter electrico, scooter
patin, patines
pelota, balon, bola
cancha, arco
carpa, tienda de campana
saco de dormir, bolsa de dormir
linterna, foco frontal
hielera, cooler, nevera portatil
termo, botella termica, vaso termico
botella, cantimplora
aceite de motor, lubricante, aceite motor
bateria de auto, bateria
plumilla, limpiaparabrisas, escobilla limpiaparabrisas
pastilla de freno, balata, frenos
bujia, bujias
amortiguador, suspension
ampolleta h4, ampolleta h7, foco de auto
filtro de aceite, filtro
sofa, sillon, sitial, seccional, futon
cama, catre, somier
colchon, box spring
velador, mesa de noche, buro
closet, ropero, armario, guardarropa
estante, repisa, librero, estanteria
escritorio, mesa de trabajo
silla, asiento
comedor, mesa de comedor
mesa de centro, mesa ratona
espejo, luna
cortina, roller, persiana
alfombra, tapete, bajada de cama
sabana, juego de sabanas
frazada, manta, cobija, chal
plumon, cobertor, edredon, cubrecama
almohada, cojin
toalla, toallon
olla, cacerola
sarten, wok
cuchillo, cuchilla
plato, vajilla
taza, tazon, mug
vaso, copa
cubierto, cuchilleria, servicio
rosa, rosas rojas
ramo, bouquet, arreglo floral, flores
girasol, maravilla
suculenta, cactus
planta, matita, plantita
maceta, macetero
tierra, sustrato, tierra de hoja
abono, fertilizante, humus, compost
semilla, semillitas
insecticida, pesticida, repelente
libro, novela, texto, lectura
cuaderno, libreta, block
lapiz, lapicera, boligrafo, pluma
lapiz de color, lapices de colores
mochila escolar, mochila de colegio
rompecabeza, puzzle, puzle
juego de mesa, juegos de mesa
muneca, muñeca, barbie
peluche, mono de peluche, osito
auto de juguete, autito, carrito de juguete
bloques, lego, ladrillos
torta, pastel, tarta, queque
queque, bizcocho, keke, kuchen, budin
brownie, browni, bizcocho de chocolate
galleta, galletita, cookie
alfajor, chilenito
empanada, empanadita
cafe, cafecito, cafe de grano, cafe molido
te, infusion, hierbas
vino, vinito, tinto
vino tinto, tinto, cabernet, carmenere, merlot
vino blanco, blanco, sauvignon, chardonnay
espumante, champana, champaña, champan, burbujas
cerveza, chela, birra, pilsener, pilsen
pisco, piscola
whisky, whiskey, güisqui
bebida, gaseosa, refresco, soda
jugo, nectar, zumo
agua mineral, agua
carne, vacuno, res
lomo, lomo vetado, lomo liso
cerdo, chancho, puerco
pollo, ave
cordero, corderito
longaniza, choricillo, chorizo, embutido
hamburguesa, burger
palta, aguacate
tomate, jitomate
papa, patata
zapallo, calabaza
poroto, frijol, legumbre
choclo, maiz, elote
frutilla, fresa
platano, banana
damasco, albaricoque
durazno, melocoton
maracuya, fruta de la pasion
mani, cacahuate
guitarra, guitarra acustica, guitarra criolla
bajo, bajo electrico
teclado musical, piano, organo, sintetizador
bateria musical, bateria acustica, tambor
cuerda, encordadura, encordado
ukelele, ukulele
amplificador, ampli
perro, perrito, can, canino, firulais
gato, gatito, michi, felino, minino
cachorro, perrito chico
comida, alimento, croqueta, pellet, concentrado
pulga, antipulga, antiparasitario
correa, arnes
arnes, pechera
canil, transportadora, jaula, bolso transportador
arena, arena sanitaria
juguete, jueguito
snack, premio, golosina, bocadito
desparasitante, antiparasitario interno
shampoo de perro, jabon de perro
vaporizador, vapo, vaper, vape, vapeador
cigarro electronico, vaper desechable, pod
papelillo, papel para armar, sedas, ocb, papeles
moledor, grinder, picador
pipa, pipita
bong, bongo
encendedor, mechero
tabaco, tabaquito
hierba, marihuana, cannabis, mota, weed
carrete, fiesta, junta, previa
regalo, obsequio, presente, detalle
inalambrico, bluetooth, wireless, sin cable
rapido, veloz
grande, xl
chico, pequeno, mini
barato, economico
rojo, roja, red
negro, negra, black
blanco, blanca, white
azul, celeste, blue
verde, green
rosado, rosa, pink, fucsia
amarillo, yellow
morado, lila, violeta, purple
gris, plomo, plateado, grey
cafe, marron, brown
naranjo, naranja, orange
beige, crema
dorado, gold
hombre, varon, masculino, caballero
mujer, dama, femenino, senora
nino, infantil, cabro chico, kid, nene
nina, infantil, kid
bebe, guagua, recien nacido, lactante
adulto mayor, abuelo, tercera edad, viejito, anciano, senior
sin azucar, sugar free, diabetico, zero
sin gluten, celiaco, gluten free
vegano, vegana, plant based, vegetariano
hidratante, humectante
cumpleanos, cumple
aceite, oleo
gotas, gotero
crema, pomada, unguento
cuota, mensualidad
aro 29, 29 pulgadas
crecimiento, crecer
freidora sin aceite, air fryer
estufa, calefactor
juguera, licuadora
cubrecama, cobertor
tineta, balde de pintura
tela, genero
botella de agua, termo
cuaderno, croquera
mascara, antifaz, careta
guirnalda, banderin
cotillon, articulos de cumpleanos
neumatico, llanta
marco, armazon
coche, carriola
resfrio, gripe, resfriado, catarro
dolor, molestia
pelo, cabello, capilar
cara, rostro, facial
guata, estomago, panza, abdomen
pieza, dormitorio, habitacion
bano, toilette
living, sala, sala de estar
auto, vehiculo, coche
moto, motocicleta
ciclismo, bicicleta
running, correr, trote
trekking, senderismo, outdoor
lavalozas, lavaloza, detergente de loza
cloro, lavandina
confort, papel higienico
toalla nova, toalla de papel, toalla absorbente
ketchup, catsup
vienesa, salchicha, hot dog
posta, carne molida
parrilla, asador, barbacoa
carbon, carbon vegetal
torta de cumpleanos, torta
cupcake, muffin, quequito
pie, tarta
handroll, hand roll
roll, rollo, maki
gyoza, empanadita china
gym, gimnasio
deportivo, deporte, fitness
u lock, ulock
alcohol, alcol, alkohol
lentes de lectura, anteojos para leer, lentes para leer, anteojos de lectura
maleta de cabina, maleta de mano, carry on
`
