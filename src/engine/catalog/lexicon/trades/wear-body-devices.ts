/** What is worn, the body, sport, devices, music. The formats are those of `../synonyms.ts`, `../kinds.ts` and `../needs.ts`. */
export const SYNONYMS = `
musculosa, polera sin mangas, esqueletico, franelilla, bividi, tank top
polera pique, polo pique, polera con cuello, camisa polo, chomba pique
crop top, ombliguera, top corto
peto deportivo, top deportivo, sosten deportivo, sport bra, brasier deportivo, corpino deportivo
beatle, cuello tortuga, cuello alto, turtleneck, polera cuello alto
jardinera de jeans, overol de mezclilla, jardinera de mezclilla, salopette
jumpsuit, enterizo, mono largo
piyama, pijama, payama, pajama
camison, camisa de dormir, dormilona
salto de cama, bata de levantarse, bata de dormir
colaless, tanga, hilo dental, thong
pantaleta, calzon, bombacha, trusa
panty, pantimedia, pantymedia, medias de nylon
faja reductora, faja colombiana, faja modeladora, body reductor, shapewear, faja moldeadora
baby doll, babydoll, negligee
corpino, sosten, soutien, formador
portaligas, liguero
primera capa, ropa termica, camiseta termica, long john
fleece, micropolar, chaqueta polar
pantalon de buzo, jogger, jogging, mono deportivo
pantaloneta, short, pantalon corto
ropa de bano, traje de bano, vestido de bano, malla de bano, trikini
zunga, sunga, slip de bano
tacones, zapatos de taco, tacos altos, zapatos altos
alpargata, espadrille
mocasin, loafer
ballerina, balerina, flats, valerina
zueco, crocs, clog
botas de agua, botas de lluvia, botas de goma, botas pantaneras
sayonara, hawaiana, chola, flip flop
bototo, borcegui, botas militares
babucha, pantufla, chinela
humita de vestir, corbatin, bow tie, corbata humita
suspensores, tirantes, tiradores, suspenders
terno, flux, traje formal, traje de hombre, traje de vestir
veston, blazer, chaqueta de vestir
gilet, chaqueta sin mangas, parka sin mangas, chaleco acolchado
cardigan, chaleco abierto, chaleco con botones
chompa, chaleco, sweater, sueter
pashmina, foulard, panuelo de cuello, panoleta
pasamontanas, balaclava, verdugo
cuello polar, bandana tubular, cuello tubular, braga de cuello, buff
vaquero, jean, bluyin
acampanado, pata de elefante, flare, oxford ancho
pantalon cargo, pantalon con bolsillos
plus size, talla grande, curvy, tallas especiales
ropa usada, ropa americana, segunda mano, thrift
pilucho, body manga corta, body de bebe
mameluco de bebe, enterito de bebe, pijama entero de bebe, osito de bebe
yoqui, jockey, gorra, snapback, cachucha
overol, buzo piloto, buzo de trabajo, coverall, mameluco de trabajo
zapato de seguridad, bototo de seguridad, botas de seguridad, calzado de seguridad, botin de seguridad, zapato punta de acero
chaleco reflectante, geologo, chaleco geologo, chaleco reflectivo, chaleco fluor, chaleco de seguridad
casco de seguridad, casco de obra, casco minero, casco de construccion
antiparra de seguridad, lente de seguridad, gafas de seguridad, lente de proteccion, anteojos de seguridad
tapon auditivo, tapon de oido, earplug
orejera antirruido, fono auditivo, protector auditivo, fono protector, orejera de ruido
cabo de vida, cuerda de vida, estrobo
respirador, mascara de gases, mascara con filtro, respirador medio rostro, mascara medio rostro
n95, kn95, ffp2
careta facial, protector facial, visor facial
mascara de soldar, careta de soldar, mascara de soldador
guante de cabritilla, guante de cuero, guante de vaqueta, guante de carnaza
guante de examen, guante de procedimiento, guante desechable
mandil, delantal, pechera de cocina
cotona, delantal escolar, delantal de colegio
bata de laboratorio, delantal blanco, guardapolvo, bata medica, delantal clinico
scrub, uniforme clinico, traje clinico, pijama clinico, uniforme medico, uniforme de enfermera
chaqueta de chef, chaqueta de cocinero, chaquetilla, chaqueta de cocina
cofia, gorro desechable, redecilla, malla para el pelo
cubrezapato, cubre calzado, cubrecalzado
traje de agua, traje impermeable, ropa de agua, traje pvc
capa de agua, poncho de lluvia, capa impermeable, poncho impermeable
tyvek, buzo desechable, traje desechable, overol desechable
cinta de peligro, cinta de demarcacion, cinta de advertencia
extintor, extinguidor, matafuego
botiquin, kit de primeros auxilios, maletin de primeros auxilios
legionario, cubrenuca, gorro legionario
faja lumbar, cinturon lumbar, faja de carga, faja de trabajo
senaletica, letrero de seguridad, cartel de seguridad, senal de seguridad
barbiquejo, mentonera de casco
argollas de matrimonio, alianza, anillo de matrimonio, anillo de boda
anillo de compromiso, solitario, anillo de pedida
dije, colgante, charm
aro pegado, stud, broquel
candonga, aro argolla, arracada, hoop
ear cuff, earcuff, aro sin perforacion, aro de presion
trepador de oreja, ear climber, climber
choker, gargantilla, collar corto
camandula, rosario
gold filled, goldfield, golfi, laminado en oro
enchapado, banado en oro, chapado en oro, bano de oro
acero quirurgico, acero inoxidable, stainless steel
circon, circonia, zirconia, cubic zirconia
pulsera de tobillo, tobillera joya, cadena de tobillo
mostacilla, chaquira, abalorio
piercing, pirsin, percing
alhajero, joyero, cofre de joyas, caja para joyas
correa de reloj, pulso de reloj, malla de reloj, pulsera de reloj
pila de reloj, pila boton, bateria de reloj
reloj analogo, reloj analogico, reloj de manecillas, reloj de agujas
antirreflejo, antireflex, anti reflejo, antireflejo
fotocromatico, transitions
multifocal, progresivo
lentes de lectura, lentes de cerca, lentes con aumento, lentes para leer, lentes presbicia
cordon de lentes, sujetador de lentes, cadena de lentes, colgador de lentes
blue light, filtro azul, luz azul, filtro luz azul
body mist, body splash, splash, bruma corporal, colonia corporal
mancuernillas, colleras, gemelos de camisa
tintura, tinte de pelo, coloracion, color de pelo, tinte capilar
decolorante, polvo decolorante, polvo azul, aclarador de pelo
oxigenta, oxidante en crema, crema oxigenada, revelador de tintura, peroxido en crema
matizador, shampoo violeta, shampoo morado, shampoo matizador, shampoo silver
laceado, alisado, alisado brasileno, keratina brasilena, alaciado
alisadora, plancha de pelo, plancha alisadora, alaciadora
ondulador, rizador, tenaza de pelo, enrulador, buclera
cepillo secador, cepillo de aire caliente, cepillo voluminizador
cortapelo, clipper, maquina de cortar pelo, rapadora, maquina de peluqueria
patillera, trimmer, delineadora de barba, terminadora, recortadora
prestobarba, gillette, rasuradora desechable, maquina de afeitar desechable, afeitadora desechable
hoja de afeitar, hojilla, cuchilla de afeitar
capa de corte, capa de peluqueria, capa de barbero
after shave, aftershave, locion post afeitado, balsamo post afeitado
cera modeladora, cera para peinar, pomada para el pelo, hair wax, cera de pelo
gomina, gel de pelo, gel fijador, gelatina de pelo
laca, fijador de pelo, spray fijador de pelo, hairspray
bano de crema, mascarilla capilar, masaje capilar, tratamiento capilar, mascarilla de pelo
oleo capilar, aceite capilar, aceite para el pelo
kanekalon, pelo para trenzas, pelo sintetico, trenza sintetica, jumbo braid
extensiones de pelo, extension capilar
bigudi, rulero, tubos de pelo
colet, scrunchie, elastico de pelo, liga de pelo, gomita de pelo
vincha, cintillo, diadema, balaca
pinza de pelo, claw, gancho de pelo, garra de pelo
peineta, peine, peinilla
encrespador de pestanas, rizador de pestanas, arqueador de pestanas, crespo de pestanas
rubor, colorete, blush
delineador, eyeliner, lapiz de ojos
corrector de ojeras, concealer, tapa ojeras
iluminador, highlighter
bronzer, polvo bronceante, polvo bronceador
gloss, lip gloss, lipgloss, brillo labial
balsamo labial, chapstick, labello, protector labial, manteca de cacao
tinta labial, lip tint
semipermanente, esmalte permanente, gelish, esmalte en gel
lampara uv led, cabina uv, horno uv, lampara de manicure
quitaesmalte, acetona, removedor de esmalte
exfoliante, scrub facial, exfoliador
depiladora, epilator, maquina depilatoria
beauty blender, esponja de maquillaje
tylenol, paracetamol, atamel, winasorb
aspirina, acido acetilsalicilico
dipirona, metamizol, novalgina
anticonceptivo, pastilla anticonceptiva, pildora anticonceptiva
test de embarazo, prueba de embarazo, predictor
suero fisiologico, solucion salina, cloruro de sodio
suero oral, sales de rehidratacion, pedialyte, rehidratante oral
sal de fruta, eno, sal de andrews
povidona, povidona yodada, yodopovidona, betadine, isodine
vaporub, vick, vick vaporub
tensiometro, toma presion, tomapresion, esfigmomanometro, baumanometro
saturometro, oximetro, saturimetro, oximetro de pulso
glucometro, hemoglucotest, hgt, medidor de glucosa, glucosimetro, medidor de glicemia
tiras reactivas, cintas reactivas, tiras de glicemia
nebulizador, maquina de nebulizar
aerocamara, espaciador, inhalocamara
andador, burrito ortopedico, caminador, andador ortopedico
baston canadiense, muleta codera, muleta canadiense
panal de adulto, ropa interior absorbente, ropa interior desechable
sabanilla, empapador, salvacama, protector de cama
urinal, pato urinario, papagayo urinario, orinal
cuello ortopedico, collarin, cuello cervical, collar cervical
cabestrillo, inmovilizador de brazo
kinesiotape, kinesio tape, cinta kinesiologica, cinta neuromuscular, tape kinesiologico
guatero, bolsa de agua caliente, guatero de goma
compresa de gel, gel frio calor, compresa frio calor, cold pack
medias de compresion, medias antiembolicas, calcetas de compresion, medias para varices
micropore, tela adhesiva, esparadrapo, cinta quirurgica
jeringa, inyectadora, jeringuilla
protector diario, salvaslip, pantiprotector
pasta dental, pasta de dientes, crema dental, dentifrico
enjuague bucal, colutorio, listerine
adhesivo dental, corega, adhesivo para protesis
leche de formula, formula infantil, formula lactea
propoleo, propolis
psyllium, psilium, plantago
aloe vera, sabila, aloe
curcuma, turmeric
toronjil, melisa
cedron, hierba luisa
menta, hierbabuena
flores de bach, esencias florales, rescue remedy
vinagre de manzana, vinagre de sidra
lubricante intimo, gel lubricante, gel intimo lubricante
trotadora, maquina de correr, cinta de correr, caminadora, treadmill
bicicleta estatica, bici estatica, bicicleta fija, bicicleta de spinning
barra de dominadas, barra de puerta, barra pull up
pesa rusa, kettlebell, kettel
banda elastica, banda de resistencia, elastico de ejercicio, resistance band, liga de ejercicio
saco de boxeo, saco de box, saco de golpeo, punching bag
cuerda de saltar, cordel de saltar, soga de saltar, jump rope
pelota de pilates, pelota de yoga, fitball, swiss ball, balon de pilates
tobilleras con peso, pesas de tobillo, tobilleras lastradas
rueda abdominal, rodillo abdominal, ab wheel
foam roller, rodillo de masaje, rodillo de espuma
pistola de masaje, pistola masajeadora, masajeador muscular, massage gun
shaker, vaso mezclador, vaso shaker, mezclador de proteina
straps, correas de levantamiento
canillera, espinillera
chuteadores, zapatos de futbol, guayos, chimpunes, botines de futbol, tacos de futbol
zapatilla de futbolito, zapatilla de baby futbol, multitaco
camiseta de futbol, polera de futbol, casaquilla
guante de arquero, guante de portero, guante de golero
antiparra de natacion, lentes de natacion, gafas de natacion, lentes para nadar
aletas de natacion, patas de rana, chapaletas
snorkel, esnorkel, esnorquel
traje de neopreno, wetsuit, traje de surf, neopreno
bodyboard, morey, boogie
stand up paddle, paddle board, tabla de remo
paleta de padel, pala de padel, raqueta de padel
ping pong, pimpon
pelota de basquetbol, balon de basquetbol, pelota de basket, balon de baloncesto
pelota de voleibol, balon de voleibol, pelota de voley
ganador de masa, gainer, ganador de peso
pre entreno, preentreno, pre workout, preworkout
quemador de grasa, termogenico, fat burner
bcaa, aminoacidos, aminos
isolate, proteina aislada, whey isolate
barra de proteina, protein bar, barra proteica
isotonico, bebida isotonica, bebida hidratante
proteina vegetal, proteina vegana, plant protein
protector bucal, bucal, mouthguard
judogi, kimono de judo
karategi, kimono de karate
dobok, uniforme de taekwondo
mountain bike, mtb, bicicleta de montana, mountainbike
bicicleta de ruta, rutera, bicicleta de carrera
cleta, bicicleta
bicicleta de equilibrio, balance bike, bicicleta sin pedales, bicicleta de balance
bmx, bicross
rueditas de aprendizaje, rueditas de apoyo, ruedas laterales, ruedas estabilizadoras
sillin, asiento de bicicleta
tija, tubo de asiento, poste de asiento
cassette de cambios, pinon
catalina, volante de bicicleta, plato palanca
manubrio, manillar, handlebar
pata de apoyo, caballete, parador, pata lateral
tapabarros, guardabarros, guardafango, salpicadera
portabicicletas, rack de bicicleta, porta bicicleta
ciclocomputador, velocimetro, cuentakilometros
badana, culotte, calza de ciclismo, calza con badana
tricota, maillot, polera de ciclismo
sellante, liquido tubeless, sellador de neumaticos
skate, skateboard, patineta, tabla de skate
patin en linea, rollers, patines rollerblade, patines inline
patin quad, patines de cuatro ruedas, patin artistico
hoverboard, patineta electrica
griptape, lija de skate
alforja, pannier
cocinilla, hornillo, anafre, cocinilla a gas
cartucho de gas, tarro de gas, gas para cocinilla, gas butano
bastones de trekking, bastones de senderismo
linterna frontal, linterna de cabeza, linterna minera, headlamp
cortaplumas, navaja suiza, navaja de bolsillo
multiherramienta, multitool, leatherman
chinchorro, hamaca, hamaca paraguaya
gazebo, toldo plegable, toldo arana, carpa toldo
quitasol, sombrilla, parasol de playa
reposera, silla de playa, perezosa, tumbona
dry bag, bolso seco, bolso estanco, saco estanco
mochila de hidratacion, camelbak, bolso de hidratacion
manta termica, manta de emergencia, manta de aluminio
cana de pescar, cana de pesca, vara de pescar
reel, carrete de pesca, molinete
carnada, cebo de pesca, carnaza
wader, pantalon de vadeo, traje de pesca
chinguillo, salabre, copo de pesca
binocular, largavista, larga vista, prismatico
poston, balines, diabolos
bafle, caja acustica, parlante activo, caja activa
subwoofer, woofer, subufer, sub woofer
radio de auto, autoradio, estereo de auto, reproductor de auto
soundbar, barra de sonido
manos libres, handsfree, audifono con microfono
airpods, eirpods, inpods, audifonos tws
cargador de auto, cargador vehicular, cargador para encendedor
cargador inalambrico, carga inalambrica, cargador wireless
cabezal de carga, cubo cargador, cubito de carga, cabezal cargador
cable usb c, cable type c
lightning, cable de iphone
holder, soporte para celular, porta celular
selfie stick, monopie, baston selfie
aro de luz, ring light, anillo de luz
chip de celular, sim card, simcard, tarjeta sim
reacondicionado, refurbished, renewed
iphone, aifon, ifon, ayfon
ipad, aipad
xbox, equis box
playstation 3, ps3, play 3
gabinete, chasis de pc, torre gamer
fuente de poder, psu, power supply, fuente de alimentacion
placa madre, motherboard, tarjeta madre, mainboard
refrigeracion liquida, watercooling, water cooling, enfriamiento liquido
pasta termica, pasta disipadora
base refrigerante, cooler para notebook, base ventilada, cooler pad
monitor, pantalla de pc, pantalla de computador
docking, dock station, docking station, replicador de puertos
hub usb, multipuerto, ladron usb, adaptador multipuerto
cable de red, cable ethernet, patch cord, cable utp, cable rj45, cable de internet
webcam, camara web, camara para pc
cartucho de tinta, tinta de impresora
boletera, impresora termica, impresora de boletas, ticketera
lector de codigo de barras, pistola de codigo, lector de barras, escaner de codigo
escaner, scanner
proyector, datashow, videobeam, video beam, beamer
mousepad, mouse pad, alfombrilla de mouse, pad mouse
tableta grafica, tableta digitalizadora, tablet de dibujo, wacom
stylus, lapiz optico, lapiz tactil
tv box, android tv box, tvbox, caja android
soporte de tele, soporte tv, rack de tele, soporte para televisor
control remoto, control de tele, control tv
volante gamer, volante de carreras, volante de juegos
realidad virtual, lentes vr, oculus, meta quest, visor vr
consola retro, family game, game stick, consola de juegos antiguos
pavos de fortnite, vbucks, v bucks
game pass, gamepass
capturadora, capture card, capturadora de video
walkie talkie, handy, radio comunicador, boquitoqui
mesa de mezcla, mixer, mezcladora, consola de audio, consola de sonido, mesa de sonido
corbatero, microfono de solapa, lavalier, microfono de corbata
interfaz de audio, placa de sonido, tarjeta de sonido
cable aux, cable auxiliar, miniplug, mini jack
cable xlr, cable cannon, cable canon, cable balanceado
reflex, dslr, camara profesional
mirrorless, camara sin espejo
instax, camara instantanea, polaroid
camara analoga, camara de rollo, camara analogica
rollo fotografico, rollo 35mm, pelicula 35mm
gopro, camara de accion, go pro, action cam
gimbal, estabilizador de camara
tripode, tripie
teleobjetivo, lente zoom, telefoto
objetivo fotografico, lente de camara, lente fotografico
croma, pantalla verde, chroma, fondo verde, green screen
dashcam, camara para auto, dvr de auto
camara espia, camara oculta
lector de tarjetas, card reader, lector sd
protoboard, breadboard, placa de pruebas
dupont, jumper, cables jumper
resistencia electronica, resistor
condensador, capacitor
cautin, cautil, soldador de estano, lapiz de soldar
multimetro, tester, multitester, polimetro
rele, relay, relevador
step down, buck, reductor de voltaje
step up, boost, elevador de voltaje
termoretractil, termocontraible, espagueti termico
desoldador, chupa estano, succionador de estano
servo, servomotor
motor paso a paso, stepper, nema 17
raspberry pi, raspberry, raspi
impresora 3d, impresora de filamento, maquina de impresion 3d
nozzle, boquilla 3d, boquilla de impresora
cama magnetica, placa pei, build plate, cama pei
secador de filamento, caja secadora de filamento, deshidratador de filamento
lapiz 3d, boligrafo 3d, pluma 3d
tpu, filamento flexible
estacion de curado, curadora, wash and cure, lavado y curado
guitarra clasica, guitarra espanola, guitarra de nylon
guitarra folk, guitarra cuerdas de metal, guitarra cuerdas metalicas
uneta, pua, plectro
capodastro, cejilla, capotraste, capotasto
afinador, tuner
funda de guitarra, bolso de guitarra, forro de guitarra, gig bag
estuche rigido, hard case, estuche duro
correa de guitarra, strap de guitarra, tahali
clavijero, clavijas de guitarra, maquinas de afinar
pickup, capsula de guitarra, pastilla de guitarra, microfono de guitarra
pedalera, multiefecto, procesador de efectos
pedal de efecto, efecto de guitarra, stompbox
baqueta, palillos de bateria, baquetas de bateria, drumstick
platillo, plato de bateria, cymbal
redoblante, tarola, snare, caja de bateria
cajon peruano, cajon flamenco, cajon acustico
conga, tumbadora
pandereta, pandero
bateria electronica, bateria digital
controlador midi, teclado midi
flauta dulce, flauta de colegio, flauta soprano
flauta traversa, flauta transversal
melodica, pianica
armonica, harmonica
zampona, sicu, siku
saxofon, saxo, sax
cello, violoncello, violonchelo
colofonia, resina de violin, rosin, pez rubia
piano digital, piano electrico
pedal de sustain, pedal de piano
vinilo de musica, lp, elepe, long play, disco de vinilo
tornamesa, tocadiscos, toca discos, giradiscos, turntable, vitrola
aguja de tornamesa, pua de tocadiscos, aguja de tocadiscos
cassette de musica, casette, caset
pre phono, preamplificador phono, preamplificador de tornamesa
skinny, chupin, jeans pitillo, pantalon pitillo
coleto de cuero, coleto de soldador, delantal de soldador, pechera de cuero, mandil de cuero
horquilla de pelo, traba de pelo, pinche de pelo
levonorgestrel, postday, escapel, anticonceptivo de emergencia
walker, botas ortopedicas, botas inmovilizadoras
lienza de pesca, nylon de pesca, sedal, monofilamento
hisopo, cotonito, cotonete
montura de lentes, armazon, marco de lentes
edp, eau de parfum
edt, eau de toilette
prebase, pre base, primer de maquillaje
cuadricoptero, dron
`

export const KINDS = `
lenceria sexy > babydoll, baby doll, portaligas, conjunto encaje, body encaje, colaless
ropa de dormir > pijama, camison, bata, pantufla
ropa de trabajo > overol, buzo piloto, geologo, slack, polar, pantalon cargo
ropa deportiva > calza, peto, short, polera dry fit, buzo, poleron
ropa de abrigo > parka, polar, chaqueta, poleron, chaleco, abrigo, primera capa
ropa de bebe > body, pilucho, osito, panty, ajuar, mameluco
ajuar > body, pilucho, osito, mantilla, gorrito, manopla
zapatos de mujer > taco, ballerina, chala, sandalia, botin, plataforma, mocasin
zapatos de vestir > mocasin, oxford, taco, stiletto, charol
tacos > stiletto, plataforma, chunky, taco
polera > musculosa, crop top, beatle, pique
marroquineria > cartera, billetera, cinturon, bolso, mochila, banano
vestuario > polera, pantalon, vestido, chaqueta, falda, blusa, poleron
prenda de vestir > polera, pantalon, vestido, chaqueta, falda, blusa, poleron
accesorio de pelo > colet, cintillo, pinche, pinza, scrunchie, diadema
outfit > vestido, blusa, falda, pantalon, conjunto, chaqueta
pilcha > polera, pantalon, vestido, chaqueta, poleron, blusa
epp > casco, guante, antiparra, chaleco reflectante, zapato seguridad, arnes, mascarilla, respirador
elemento de proteccion > casco, guante, antiparra, chaleco reflectante, zapato seguridad, arnes, respirador
proteccion personal > casco, guante, antiparra, chaleco reflectante, zapato seguridad, arnes, respirador
proteccion auditiva > tapon, fono, orejera
proteccion ocular > antiparra, lente seguridad, careta
proteccion respiratoria > respirador, mascarilla, n95, filtro, mascara
guante de trabajo > cabritilla, nitrilo, anticorte, multiflex, descarne, vaqueta, dielectrico
uniforme > scrub, overol, delantal, polera pique, pechera, cotona
ropa corporativa > polera pique, camisa, softshell, polar, geologo, gorro
alhaja > aro, collar, anillo, pulsera, cadena, dije
amuleto > ojo turco, san benito, trebol, huayruro, mano de fatima, cuarzo, atrapasueno
piedra energetica > cuarzo, amatista, turmalina, ojo de tigre, obsidiana, lapislazuli
mineral > cuarzo, amatista, turmalina, ojo de tigre, obsidiana, pirita
piercing > septum, nostril, tragus, labret, helix, barbell, industrial
perfume arabe > lattafa, armaf, afnan, maison alhambra, rasasi, asad, khamrah, haramain
arabes > lattafa, armaf, afnan, maison alhambra, rasasi, asad, khamrah
optica > armazon, lentes, cristal optico
signo zodiacal > aries, tauro, geminis, leo, virgo, libra, escorpion, sagitario, acuario, piscis
herramientas de peluqueria > cortapelo, secador, plancha, tijera, navaja, patillera, ondulador
barberia > cortapelo, patillera, navaja, capa, after shave, cera, pomada
afeitado > rasuradora, gel de afeitar, espuma de afeitar, after shave, navaja, prestobarba
manicure > esmalte, lima, lampara, acrilico, semipermanente, removedor, alicate, tips
pedicure > lima, alicate, piedra pomez, separador de dedos, crema de pies
depilacion > cera, depiladora, banda, rasuradora, crema depilatoria, pinza
cuidado capilar > shampoo, acondicionador, mascarilla, serum, aceite, keratina
cuidado facial > serum, limpiador, tonico, hidratante, bloqueador, mascarilla, contorno
cuidado corporal > crema corporal, exfoliante, aceite corporal, locion, manteca corporal
pintura de labios > labial, gloss, tinta labial
analgesico > paracetamol, ibuprofeno, ketorolaco, diclofenaco, aspirina, naproxeno, tramadol
antiinflamatorio > ibuprofeno, diclofenaco, naproxeno, ketoprofeno, meloxicam, celecoxib
antialergico > loratadina, cetirizina, desloratadina, levocetirizina, clorfenamina, fexofenadina
antiespasmodico > viadil, pargeverina, buscapina, nospa, trimebutina
antiacido > omeprazol, esomeprazol, famotidina, sal de fruta, lansoprazol, hidroxido
antimicotico > clotrimazol, terbinafina, ketoconazol, miconazol, ciclopirox
antigripal > tapsin, trioval, desenfriol, paracetamol, clorfenamina, panagesic
antibiotico > amoxicilina, azitromicina, ciprofloxacino, cefadroxilo
expectorante > ambroxol, bromhexina, acetilcisteina, carbocisteina
ortopedia > rodillera, tobillera, munequera, faja, baston, muleta, plantilla, cabestrillo
ayuda tecnica > silla de ruedas, baston, andador, muleta, alza wc, barra de apoyo
movilidad reducida > silla de ruedas, baston, andador, muleta, alza wc, barra de apoyo, scooter electrico
hierba medicinal > manzanilla, boldo, llanten, matico, toronjil, menta, cedron, paico
hierbas > manzanilla, boldo, llanten, matico, toronjil, menta, cedron, tilo
aceite esencial > lavanda, eucalipto, tea tree, menta, romero, citronela
superalimento > maca, espirulina, chia, cacao, moringa, matcha, maqui, quinoa
adaptogeno > ashwagandha, maca, rhodiola, ginseng, reishi
aromaterapia > difusor, aceite esencial, lavanda, eucalipto, humidificador
primeros auxilios > botiquin, gasa, venda, povidona, curita, tela adhesiva
vitamina > vitamina c, vitamina d, b12, complejo b, magnesio, zinc, hierro, multivitaminico
deporte de contacto > guante de box, protector bucal, canillera, casco, coquilla, venda
artes marciales > kimono, karategi, dobok, judogi, cinturon, guantin, peto
boxeo > guante de box, saco de boxeo, venda, bucal, cabezal
box > guante de box, saco de boxeo, venda, bucal
padel > paleta, pelota padel, overgrip, bolso padel
natacion > antiparra, gorra de natacion, aleta, traje de bano, tabla de natacion, pull buoy
surf > tabla, traje de neopreno, leash, quilla, parafina, bodyboard
buceo > snorkel, mascara, aleta, neopreno, regulador
basquetbol > pelota, balon, aro, tablero, malla
voleibol > balon, malla, rodillera, pelota
maquina de ejercicio > trotadora, eliptica, bicicleta estatica, remo, multigimnasio, spinning
calistenia > barra de dominadas, paralelas, anillas, banda elastica
crossfit > calleras, cuerda de saltar, kettlebell, cajon, wall ball, rodillera
rehabilitacion > banda elastica, tens, pelota, pedalera, ultrasonido, kinesiotape
protecciones > rodillera, codera, casco, munequera, canillera
repuesto de bicicleta > camara, neumatico, cadena, cassette, pedal, sillin, manubrio, freno, desviador
accesorio de bicicleta > luz, casco, candado, timbre, bombin, porta celular, tapabarros, parrilla
herramienta de bicicleta > tronchacadena, llave, parche, desmontador, multiherramienta, bombin
movilidad electrica > scooter, monopatin electrico, bicicleta electrica, hoverboard, moto electrica
patines > quad, patin en linea, roller, inline
skate > longboard, penny, trucks, tabla de skate
pesca > cana, carrete, reel, anzuelo, senuelo, nylon, plomada, wader
senuelo > cuchara, chispa, rapala, mosca, vinilo, jig, popper, cucharilla
escalada > arnes, cuerda, mosqueton, pie de gato, magnesio, casco, zapatilla escalada
montanismo > crampones, piolet, mochila, baston, cuerda, bota, primera capa
mochilero > mochila, carpa, saco de dormir, aislante, cocinilla
kayak > remo, chaleco salvavidas, cubierta, dry bag
cocina de camping > cocinilla, marmita, olla, gas, cubiertos, jetboil
supervivencia > cuchillo, pedernal, brujula, silbato, paracord, manta termica, multiherramienta
cornetas > parlante, bafle, 6x9, subwoofer
sonido de auto > radio, parlante, subwoofer, amplificador, 6x9, tweeter
parlante de auto > 6x9, coaxial, tweeter, subwoofer, componente
audio profesional > parlante activo, mixer, microfono, interfaz, monitor de estudio, caja activa
accesorio de celular > carcasa, lamina, cargador, cable, soporte, audifono, power bank
componente de pc > tarjeta de video, procesador, placa madre, ram, ssd, fuente de poder, gabinete
partes de pc > tarjeta de video, procesador, placa madre, ram, ssd, fuente de poder, gabinete
computacion > notebook, mouse, teclado, monitor, pendrive, impresora, disco
streaming > chromecast, fire stick, roku, tv box, google tv
smart home > ampolleta wifi, enchufe wifi, alexa, google home, camara wifi, sensor
domotica > ampolleta wifi, enchufe wifi, interruptor wifi, alexa, google home, sensor
setup > monitor, teclado, mouse, mousepad, silla, brazo monitor, luz led
juego de carreras > forza, gran turismo, mario kart, speed, f1
juego de pelea > mortal kombat, street fighter, tekken, smash bros, dragon ball
juego de terror > resident evil, silent hill, outlast, dead space
juego de disparos > call of duty, battlefield, halo, doom, counter
juego de futbol > fifa, ea sports fc, efootball, pes
juego de aventura > zelda, uncharted, god of war, tomb raider, horizon, spider man
saldo digital > gift card, steam, psn, robux, google play, game pass
conectividad > router, repetidor, switch de red, antena, cable de red
equipo fotografico > camara, lente, tripode, flash, softbox, filtro
fotografia > camara, lente, tripode, flash, softbox, rollo, filtro
iluminacion fotografica > softbox, flash, panel led, aro de luz, paraguas
videovigilancia > camara ip, dvr, nvr, camara wifi, domo
microcontrolador > arduino, esp32, esp8266, raspberry, stm32, attiny, nodemcu
componente electronico > resistencia, condensador, transistor, diodo, led, potenciometro, circuito integrado
electronica > arduino, resistencia, condensador, transistor, multimetro, cautin, protoboard, sensor
sensor > ultrasonico, pir, dht11, dht22, ds18b20, infrarrojo, mq
robotica > arduino, servo, motor, sensor, chasis, puente h
filamento > pla, petg, abs, tpu, asa, nylon
impresion 3d > impresora 3d, filamento, resina, boquilla, pla
instrumento de viento > flauta, saxofon, trompeta, clarinete, quena, zampona, armonica, melodica
instrumento de cuerda > guitarra, violin, ukelele, charango, bajo, cello, mandolina
percusion > cajon, bongo, conga, pandero, bombo, djembe, baqueta, maraca, guiro
instrumento folclorico > charango, quena, zampona, bombo, guitarra, acordeon, cuatro
instrumento andino > charango, quena, zampona, bombo, ronroco, kultrun
instrumento de teclas > teclado, piano, sintetizador, organo, controlador midi
pedal > distorsion, overdrive, delay, reverb, chorus, wah, looper, fuzz
accesorio de guitarra > uneta, correa, capo, afinador, cuerda, funda, atril
musica infantil > xilofono, maraca, pandero, metalofono, sonajero
rock chileno > prisioneros, bunkers, jaivas, lucybell, chancho en piedra
cancion chilena > violeta parra, victor jara, inti illimani, quilapayun
rock argentino > soda stereo, charly garcia, spinetta, cerati, fito paez, virus
rock latino > soda stereo, prisioneros, heroes del silencio, caifanes, enanitos verdes
grunge > nirvana, pearl jam, soundgarden, alice in chains
heavy metal > metallica, iron maiden, black sabbath, slayer, megadeth, judas priest
britpop > oasis, blur, pulp, suede
rock clasico > beatles, rolling stones, led zeppelin, pink floyd, queen, doors
kpop > bts, blackpink, stray kids, twice, seventeen
cueca > panuelo, vestido china, huaso, huasa, espuela
estrenido > laxante, fibra, psyllium, ciruela, lactulosa
papada > reafirmante, rodillo facial, gua sha, banda facial
abrigado > chiporro, polar, termico, lana, plumas, acolchado
short > bermuda
vinilo > lp, long play
`

export const NEEDS = `
gordita > plus size, curvy, talla grande, xxl
talla grande > plus size, xxl, 3xl, curvy, xl
esconder guata > faja, cintura alta, modelador, holgado, control abdomen
disimular guata > faja, cintura alta, modelador, holgado, control abdomen
disimular rollos > faja, cintura alta, modelador, holgado, reductor
marcar cintura > faja, cinturilla, corse, cintura alta, cruzado
levantar poto > push up, levanta cola, cintura alta, pompis
poto plano > push up, levanta cola, pompis
busto grande > reductor, soporte, tirante ancho, copa d, copa c
pechugas grandes > reductor, soporte, tirante ancho, copa d
busto chico > push up, relleno, copa
espalda descubierta > adhesivo, strapless, silicona, espalda baja
vestido escotado > sosten adhesivo, strapless, cubre pezon, plunge
sin tirantes > strapless, adhesivo, tirante removible
pezon > cubre pezon, pezonera, lanolina
blusa transparenta > nude, sin costura, piel, enagua, invisible
calzon marcado > sin costura, invisible, microfibra, colaless
vestido ajustado > sin costura, faja, invisible, colaless, enagua
postparto > faja, maternal, control abdomen, lactancia
cesarea > faja, postparto, cintura alta, parche silicona
amamantar > lactancia, maternal, sosten lactancia, extractor de leche, mantilla
luna miel > babydoll, encaje, lenceria, conjunto encaje, camison
sorprender marido > lenceria, babydoll, encaje, portaligas
sorprender pololo > lenceria, babydoll, encaje, portaligas
sexy > encaje, babydoll, lenceria, portaligas, transparencia
atrevido > encaje, babydoll, lenceria, transparencia
madrina matrimonio > vestido largo, fiesta, gala, satin, tacos
padrino matrimonio > terno, camisa, corbata, humita, colleras
invitada matrimonio > vestido, fiesta, gala, tacos, terno, corbata
licenciatura > vestido, terno, camisa, corbata, fiesta, tacos
primera comunion > comunion, cruz, rosario, medalla, angel
bautizo > medalla, cruz, angel, traje bautizo
huaso > chupalla, manta, faja, botin, espuela, huasa
discoteque > top, lentejuela, brillo, tacos, minifalda
dormir abrigada > pijama polar, franela, pantufla, calcetin termico
pies frios > calcetin termico, pantufla, chiporro, lana, polar
pies helados > calcetin termico, pantufla, chiporro, lana, polar
patas heladas > calcetin termico, pantufla, chiporro, lana
orejas frias > orejera, gorro, cintillo polar
cuello frio > bufanda, cuello polar, beatle
manos heladas > guante, termico, mitones, calientamanos
manos frias > termico, mitones, calientamanos
abrigador > chiporro, polar, termico, lana, plumas, acolchado
media estacion > cardigan, denim, cortaviento, blazer, trench
entretiempo > cardigan, denim, cortaviento, blazer, trench
viento > cortaviento, rompeviento, windbreaker, softshell
transpirar > respirable, dry fit, antitranspirante, algodon, bambu, transpirable
sudar > antitranspirante, dry fit, respirable, transpirable, bambu
olor pies > talco, desodorante pies, antibacterial, bambu, plantilla
olor patas > talco, desodorante pies, antibacterial, bambu, plantilla
zapato aprieta > horma ancha, ensanchador, elasticado, flexible
zapatos aprietan > horma ancha, ensanchador, elasticado, flexible
pie ancho > horma ancha, calce ancho, elasticado, ancho
empeine alto > horma ancha, velcro, elasticado, ajustable
juanete > horma ancha, elasticado, corrector
ampollas pie > parche ampolla, talonera, calcetin, hidrocoloide
ampollas talon > parche ampolla, talonera, hidrocoloide
zapato suelto > talonera, plantilla, calcetin
horas parado > plantilla, memory foam, antifatiga, zueco, medias de compresion
trabajo parada > plantilla, memory foam, zueco, antideslizante, medias de compresion
paso parado > plantilla, memory foam, antifatiga, zueco, medias de compresion
caminar > caminata, walking, plantilla, baston, andador
resbalar > antideslizante, antiderrapante, suela de goma
duelen tacos > plantilla gel, almohadilla, plataforma, taco cuadrado
tacos comodos > taco cuadrado, plataforma, taco ancho
cansan tacos > ballerina, plantilla gel, taco cuadrado
bailar > baile, danza, zumba, parlante, cumbia
ballet > tutu, malla, leotardo, zapatilla media punta, panty
uniforme escolar > jumper, polera pique, pantalon gris, delantal, cotona, buzo
zapato colegio > escolar, zapato escolar, negro
vuelta clases > escolar, mochila, jumper, cotona, lonchera
oficina > blusa, blazer, camisa, pantalon de tela
alergia tela > algodon, hipoalergenico, bambu, organico
alergia elastico > algodon, sin elastico, sin costura
rozan piernas > biker, antirroce, short, bermuda
rozan muslos > biker, antirroce, short, bermuda
sin planchar > inarrugable, wrinkle free, antiarrugas
jardin infantil > delantal, cotona, velcro, buzo, mochila
amarrar cordones > velcro, sin cordones, elasticado
abrochar > velcro, cierre, elasticado
agachar > sin cordones, calzador, alcanzador, velcro
calor > manga corta, sin mangas, short, algodon
nieve > pantalon nieve, softshell, antiparra, botas nieve, polaina
esquiar > antiparra, primera capa, guante, pantalon nieve, parka, impermeable
ski > antiparra, primera capa, guante, pantalon nieve, parka
mastectomia > protesis mamaria, sosten post quirurgico, sin aro
liposuccion > faja, post quirurgica, compresion
lipo > faja, post quirurgica, compresion
abdominoplastia > faja, post quirurgica, compresion
montar caballo > botas, casco equitacion, pantalon equitacion, espuela, polaina
embarazada > faja embarazo, calza maternal, vestido maternal
pies mojados > botas de agua, impermeable, gore tex, goma
charcos > botas de agua, impermeable, goma
aro molesta > sin aro, bralette, algodon, deportivo
sosten comodo > sin aro, bralette, algodon, sin costura
trotar busto > peto deportivo, alto impacto, sport bra
primer sosten > formador, juvenil, corpino, algodon, peto
uñas > tips, acrilico, lampara uv, semipermanente, polygel
zapato bebe > gateo, antideslizante, prewalker
primeros pasos > gateo, antideslizante, suela flexible, prewalker, andador
gatear > gateo, rodillera, antideslizante
faena > zapato de seguridad, geologo, casco, overol, parka, primera capa
minera > zapato de seguridad, geologo, casco, lente seguridad, overol, respirador
trabajo mina > zapato de seguridad, geologo, casco, primera capa, overol
obra construccion > casco, zapato de seguridad, chaleco reflectante, guante, antiparra
trabajo construccion > casco, zapato de seguridad, chaleco reflectante, guante, overol
trabajar construccion > casco, zapato de seguridad, chaleco reflectante, guante, overol
aplastar pie > punta de acero, zapato de seguridad, composite
punta fierro > punta de acero, zapato de seguridad, composite
sin fierro > composite, libre de metal, dielectrico
detector metales > composite, libre de metal
electricista > dielectrico, guante dielectrico, zapato dielectrico, aislado
alta tension > dielectrico, guante dielectrico, aislado
soldador > mascara de soldar, coleto, guante soldador, polaina, descarne, fotosensible
soldar > mascara de soldar, coleto, guante soldador, fotosensible, chaqueta soldador
esmerilar > careta facial, antiparra, lente seguridad, coleto
saltan chispas > careta facial, antiparra, coleto, ignifugo
salpica ojo > antiparra, lente seguridad, careta facial
proteger ojos > antiparra, lente seguridad, careta facial
respiro polvo > respirador, mascarilla, n95, filtro
fumigar > respirador, tyvek, guante nitrilo, antiparra, pulverizador, fumigadora
olor pintura > respirador, filtro vapores, carbon activado, mascara
gases toxicos > respirador, full face, filtro gases, mascara
lana vidrio > mascarilla, tyvek, antiparra, guante
trabajo altura > arnes, cabo de vida, linea de vida, barbiquejo, casco
subir techo > arnes, cabo de vida, escalera
ruido > tapon auditivo, protector auditivo, fono, orejera
ruido maquina > tapon auditivo, protector auditivo, fono, orejera
cortar manos > anticorte, guante anticorte, kevlar, malla acero
corte manos > anticorte, guante anticorte, kevlar, malla acero
carnicero > anticorte, guante malla, pechera, botas blancas, cofia
camara frio > parka frigorifico, termico, guante termico, primera capa
camara frigorifica > parka frigorifico, termico, guante termico, primera capa
lluvia > traje de agua, capa de agua, botas de agua, parka, cortaviento
trabajo sol > legionario, filtro uv, manga larga, sombrero, bloqueador
trabajar sol > legionario, filtro uv, manga larga, sombrero, bloqueador
temporero > legionario, filtro uv, manga larga, sombrero, guante
abejas > traje apicultor, apicultor, velo, ahumador
apicultura > traje apicultor, apicultor, velo, ahumador
cocinero > chaqueta chef, pechera, gorro, zueco, antideslizante
chef > chaqueta chef, pechera, gorro, zueco, cuchillo
garzon > humita, pechera, camisa, delantal, antideslizante
mesero > humita, pechera, camisa, delantal, antideslizante
manipular alimentos > cofia, guante, mascarilla, pechera, delantal
turno hospital > scrub, zueco, uniforme clinico, medias de compresion
paramedico > scrub, fonendoscopio, botiquin, tijera, linterna
estudio medicina > scrub, fonendoscopio, delantal clinico
estudio enfermeria > scrub, fonendoscopio, tensiometro, reloj enfermera
educadora > delantal, pechera, cotona
parvularia > delantal, pechera, cotona
guardia seguridad > uniforme, linterna, chaleco, botas, gorro
trabajo taller > overol, guante nitrilo, zapato de seguridad, slack
quemar manos > guante termico, anticalor, kevlar, aluminizado, manopla
quimicos manos > guante nitrilo, pvc, neopreno
arrodillar > rodillera, cojin rodillas
levantar sacos > faja lumbar, faja, guante
cargar sacos > faja lumbar, guante, zapato de seguridad
prevencionista > casco, geologo, extintor, senaletica, botiquin
inspeccion trabajo > extintor, botiquin, senaletica, casco
incendio > extintor, detector de humo, manta ignifuga
fuego cocina > extintor, manta ignifuga
revision tecnica > extintor, botiquin, triangulo, chaleco reflectante
logo empresa > bordado, estampado, corporativo, personalizado
bordar logo > bordado, corporativo, personalizado
lancha > chaleco salvavidas, salvavidas, ancla, remo
dedo verde > acero quirurgico, 925, oro, gold filled
pierda color > acero quirurgico, gold filled, 925, oro
limpiar joyas > limpia joyas, pano limpiador
alergia aros > acero quirurgico, titanio, 925, hipoalergenico, oro
alergia metal > acero quirurgico, titanio, 925, hipoalergenico
infecta oreja > acero quirurgico, titanio, 925, hipoalergenico, oro
infectan orejas > acero quirurgico, titanio, 925, hipoalergenico, oro
niquel > libre de niquel, acero quirurgico, titanio, hipoalergenico
perforar oreja > abridor, acero quirurgico, titanio, aro bebe
sin perforacion > ear cuff, clip, presion
sin hoyo oreja > ear cuff, clip, presion
pedirle matrimonio > anillo de compromiso, solitario, circon
pedida mano > anillo de compromiso, solitario, argolla
comprometer > anillo de compromiso, solitario, argolla
casamos > argollas, alianza, anillo de matrimonio
aniversario > anillo, collar
grabar nombre > grabado, personalizado, nombre, placa
nombre grabado > grabado, personalizado, nombre, placa
ahijada > medalla, cruz, angel, pulsera, comunion
mal ojo > ojo turco, azabache, huayruro, turmalina, san benito
malas vibras > ojo turco, turmalina, san benito, sahumerio, ruda
envidia > ojo turco, turmalina, san benito, ruda, sahumerio
religioso > cruz, rosario, virgen, medalla, san benito
amistad > mejores amigas, doble, compartido
signo zodiacal > zodiaco, signo, constelacion
mojar reloj > sumergible, resistente al agua, wr, water resistant
reloj agua > sumergible, resistente al agua, wr, water resistant
nadar reloj > sumergible, 50m, 100m, water resistant
buceo > sumergible, snorkel, aleta, neopreno, 200m
reloj parado > pila de reloj, pila
paro reloj > pila de reloj, pila
correa cortada > correa de reloj, correa silicona, correa cuero
aprender hora > reloj infantil, analogo, didactico
ubicar hijo > gps, localizador, reloj gps, airtag
pierdo llaves > airtag, localizador, llavero, smarttag
perder llaves > airtag, localizador, llavero, smarttag
maleta perdida > airtag, localizador, candado tsa
duele cabeza pantalla > luz azul, blue light, antirreflejo, descanso
cansan ojos > luz azul, blue light, descanso, antirreflejo, gotas
vista cansada > lectura, luz azul, descanso, presbicia
ojos cansados > luz azul, descanso, gotas, contorno
letra chica > lupa, lectura, aumento
enhebrar aguja > enhebrador, lupa, lectura, aumento
miope > optico, receta, lentes de contacto
miopia > optico, receta, lentes de contacto
astigmatismo > optico, receta, torico
presbicia > lectura, multifocal, progresivo, aumento
encandilar > polarizado, antirreflejo, fotocromatico, amarillo
oscurecen sol > fotocromatico, transitions
reflejo agua > polarizado
lentes deporte > deportivo, envolvente, policarbonato, sujetador
lentes bici > deportivo, envolvente, fotocromatico
caen lentes > sujetador, cordon de lentes, plaquetas
resbalan lentes > sujetador, plaquetas, cordon de lentes
empanan lentes > antiempanante, antifog, microfibra
rayan lentes > estuche, microfibra, antirayas
limpiar lentes > microfibra, spray lentes, limpia lentes
cara redonda > cuadrado, rectangular, cat eye, hexagonal
cara cuadrada > redondo, ovalado, aviador
cara alargada > cuadrado, oversize, redondo
perfume dulce > vainilla, gourmand, caramelo, tonka, praline
olor dulce > vainilla, gourmand, caramelo, tonka
aroma dulce > vainilla, gourmand, caramelo, tonka
perfume fresco > citrico, acuatico, marino, bergamota, fresco
olor fresco > citrico, acuatico, marino, bergamota, menta
perfume verano > citrico, acuatico, fresco, body splash
perfume invierno > amaderado, oud, ambar, especiado, vainilla, intense
perfume fiesta > elixir, intense, oud, parfum, vainilla
perfume oficina > fresco, citrico, suave, colonia
perfume fuerte > elixir, intense, parfum, oud, extrait
perfume intenso > elixir, intense, parfum, oud, extrait
perfume suave > body mist, colonia, floral, citrico
perfume dure > elixir, intense, parfum, extrait, eau de parfum
dure olor > elixir, intense, parfum, extrait, eau de parfum
probar perfume > decant, muestra, 5 ml, 10 ml
perfume barato > inspirado, decant, tester, arabe, colonia
perfume adolescente > dulce, body mist, frutal, vainilla
perfume nino > infantil, colonia
perfume bebe > colonia bebe, sin alcohol, infantil
olor limpio > musk, jabon, talco, algodon, fresco
olor bebe > colonia bebe, talco, musk
olor madera > amaderado, sandalo, cedro, vetiver
seducir > feromonas, oud, intense, encaje
tapar canas > tintura, cubre canas, retocador, henna
cubrir canas > tintura, cubre canas, retocador, henna
canoso > tintura, cubre canas, matizador, henna
retocar raiz > tintura, retocador, cubre canas
cambio look > tintura, decolorante, extensiones, peluca, fantasia
pelo fantasia > tintura, fantasia, decolorante, semi permanente
crespo > rizos, crema de peinar, definidor, difusor, curly, activador
rizado > rizos, crema de peinar, definidor, difusor, curly
rulos > rizos, crema de peinar, definidor, difusor, curly, ondulador
pelo afro > rizos, kanekalon, manteca karite, satin
sin volumen > volumen, volumizador, texturizador, cepillo termico
pelo aplastado > volumen, volumizador, texturizador, shampoo seco
pelo fino > volumen, volumizador, engrosador, biotina
pelo graso > graso, purificante, arcilla, shampoo seco
engrasa pelo > graso, purificante, arcilla, shampoo seco
pelo maltratado > reparador, keratina, mascarilla, nutritivo, argan
pelo danado > reparador, keratina, mascarilla, plex, argan
pelo quemado > reparador, keratina, mascarilla, plex, reconstructor
pelo chicloso > reparador, plex, reconstructor, keratina
pelo pajoso > nutritivo, mascarilla, argan, keratina, hidratante
pelo opaco > brillo, serum, argan, gloss
pelo amarillo > matizador, violeta, silver
pelo naranjo > matizador azul, matizador
pelo tenido > sin sulfato, color, cabello tenido, protector color
cuidar alisado > sin sal, sin sulfato, keratina
crecer pelo > crecimiento, biotina, romero, minoxidil, anticaida
crezca pelo > crecimiento, biotina, romero, minoxidil, anticaida
cae pelo > anticaida, biotina, minoxidil, crecimiento
caiga pelo > anticaida, biotina, minoxidil, crecimiento
pierdo pelo > anticaida, biotina, minoxidil
calvicie > minoxidil, anticaida, fibras capilares, peluca
calvo > minoxidil, anticaida, fibras capilares
desenredar > desenredante, cepillo desenredante, acondicionador, detangler
enreda pelo > desenredante, cepillo desenredante, acondicionador
pelo esponjado > anti frizz, serum, keratina, argan
proteger pelo > protector termico, termoprotector
planchar pelo > alisadora, protector termico, plancha de pelo
ondas pelo > ondulador, rizador, tenaza
ondular > ondulador, rizador, tenaza, bigudi
rizos sin calor > bigudi, heatless
secar pelo > secador, toalla microfibra, ionico, difusor, cepillo secador
sin lavar pelo > shampoo seco
peinado novia > tocado, laca, horquilla, tiara
pica cabeza > anticaspa, piojos, tea tree
trenzas > kanekalon, cera trenza, elastico de pelo
barba > aceite barba, balsamo barba, recortadora, shampoo barba, patillera, minoxidil
crecer barba > minoxidil, aceite barba, derma roller
crezca barba > minoxidil, aceite barba, derma roller
barba dispareja > minoxidil, aceite barba, derma roller
pica barba > aceite barba, balsamo barba, shampoo barba
irrita afeitar > after shave, gel de afeitar, piel sensible, balsamo
afeitado irrita > after shave, gel de afeitar, piel sensible, balsamo
cabeza rapada > cortapelo, shaver, navaja, maquina
rapar cabeza > cortapelo, shaver, navaja
degradado > clipper, peine guia, patillera, cortapelo
montar barberia > sillon barbero, clipper, capa de corte, navaja, patillera
abrir barberia > sillon barbero, clipper, capa de corte, navaja, patillera
curso barberia > kit, cortapelo, navaja, capa de corte, patillera
cortar pelo > cortapelo, tijera peluqueria, capa de corte, clipper
montar peluqueria > lavapelo, sillon, secador, capa de corte
limpieza facial > limpiador, agua micelar, exfoliante, mascarilla, espuma limpiadora
rutina facial > limpiador, serum, hidratante, tonico, bloqueador
puntos negros > carbon activado, salicilico, exfoliante, arcilla, extractor
rosacea > calmante, centella, azelaico, piel sensible
dermatitis > ceramidas, emoliente, avena, hipoalergenico, sin fragancia
piel atopica > ceramidas, emoliente, avena, atopia, sin fragancia
atopico > ceramidas, emoliente, avena, atopia, sin fragancia
psoriasis > urea, emoliente, alquitran, salicilico, ceramidas
melasma > despigmentante, vitamina c, tranexamico, bloqueador color
manchas sol > despigmentante, vitamina c, niacinamida, bloqueador
labios partidos > balsamo labial, vaselina, manteca cacao, protector labial
labios secos > balsamo labial, vaselina, manteca cacao, protector labial
labial dure > mate, tinta labial, larga duracion, indeleble
labios gruesos > voluminizador, plumping, gloss, delineador labios
maquillaje dure > fijador, primer, waterproof, larga duracion
maquillaje corre > waterproof, fijador, primer, larga duracion
corre rimel > waterproof, a prueba de agua
maquillaje novia > waterproof, fijador, primer, larga duracion, iluminador
maquillaje natural > bb cream, cc cream, rubor crema, balsamo, tinta labial
cara lavada > bb cream, rubor crema, tinta labial, gel cejas
empezar maquillar > set, kit, paleta, brocha
maquillaje nina > infantil, juguete, lavable, brillo labial
piel morena > oscuro, canela, moreno, bronce
pestanas cortas > rimel, alargador, serum pestanas, postizas
cejas > gel cejas, lapiz cejas, pinza, henna, perfilador cejas
cejas ralas > lapiz cejas, gel cejas, henna, serum cejas
brilla cara > matificante, polvo traslucido, oil free, grasa
cara brillosa > matificante, polvo traslucido, oil free, grasa
pelos encarnados > exfoliante, salicilico, guante exfoliante
depilar bigote > banda facial, cera facial, perfilador, hilo
axilas oscuras > aclarante, despigmentante, exfoliante
sin dolor depilar > crema depilatoria, ipl
celulitis > anticelulitico, reafirmante, cafeina, rodillo
estrias > antiestrias, rosa mosqueta, aceite almendras, manteca karite
piel suelta > reafirmante, colageno, elastina
flacidez > reafirmante, colageno, elastina
ojos hinchados > contorno, cafeina, parche ojos, rodillo facial
patas gallo > contorno, retinol, antiedad
talones partidos > urea, crema pies, lima, piedra pomez, vaselina
manos asperas > crema de manos, urea, glicerina
quebradizas > endurecedor, fortalecedor, biotina, calcio
curso manicure > kit, acrilico, lampara, torno, tips, polygel
cuticula > aceite cuticula, alicate cuticula, removedor cuticula
broncear > bronceador, autobronceante, aceite bronceador, zanahoria
tatuaje > crema tatuaje, segunda piel, aftercare, cicatrizante
testeado animales > cruelty free, vegano
crueldad animal > cruelty free, vegano
sin olor > sin fragancia, sin perfume
primera vez afeitar > rasuradora, gel de afeitar, espuma de afeitar, after shave
migrana > jaqueca, ergotamina, paracetamol, ibuprofeno
jaqueca > migrana, ergotamina, paracetamol, ibuprofeno
dolor muela > ketorolaco, ibuprofeno, analgesico, dental, clavo de olor
duele muela > ketorolaco, ibuprofeno, analgesico, dental, clavo de olor
dolor regla > antiespasmodico, guatero, ibuprofeno, naproxeno, mefenamico
duelen ovarios > antiespasmodico, guatero, ibuprofeno, naproxeno, mefenamico
dolores menstruales > antiespasmodico, guatero, ibuprofeno, naproxeno, mefenamico
colicos menstruales > antiespasmodico, guatero, ibuprofeno, mefenamico
menstruacion > toalla higienica, tampon, copa menstrual, calzon menstrual
primera regla > toalla higienica, calzon menstrual, protector diario
lumbago > lumbar, diclofenaco, parche calor, faja, guatero, relajante muscular
ciatica > lumbar, complejo b, diclofenaco, cojin lumbar, faja
torticolis > relajante muscular, guatero, parche calor, cuello ortopedico
contractura > relajante muscular, guatero, parche calor, masajeador, ciclobenzaprina
tendinitis > munequera, codera, diclofenaco, kinesiotape
esguince > tobillera, venda elastica, gel frio, walker
tobillo > tobillera, venda elastica
torcer tobillo > tobillera, venda elastica, gel frio, muleta
fractura > walker, muleta, inmovilizador, cabestrillo, ferula
yeso pierna > muleta, cubre yeso, silla de ruedas
brazo quebrado > cabestrillo, ferula, inmovilizador
brazo yeso > cabestrillo, cubre yeso
moreton > arnica, hirudoid, heparina
chichon > arnica, gel frio, compresa
duele muneca > munequera, ferula, diclofenaco
tunel carpiano > munequera, ferula
duele codo > codera, diclofenaco
duele hombro > hombrera, diclofenaco, parche calor
duele rodilla > rodillera, glucosamina, diclofenaco, colageno
duelen rodillas > rodillera, glucosamina, diclofenaco, colageno
dolor rodilla > rodillera, glucosamina, diclofenaco, colageno
duele cuello > cervical, almohada cervical, cuello ortopedico, guatero
duele talon > talonera, plantilla, espolon
espolon > talonera, plantilla
fascitis > talonera, plantilla, calceta compresion
duelen pies > plantilla, almohadilla, masajeador pies
duelen piernas > medias de compresion, gel piernas, magnesio
pie diabetico > diabetico, sin costura, crema pies, urea
artrosis > glucosamina, colageno, condroitina, rodillera
osteoporosis > calcio, vitamina d
desgaste rodilla > glucosamina, colageno, condroitina, rodillera
hormigueo > complejo b, magnesio
operado cadera > alza wc, andador, baston
operado rodilla > rodillera, muleta, gel frio, andador
escaras > antiescaras, cojin antiescaras, hidrocoloide, oxido zinc
orina cama > sabanilla, panal, cubre colchon impermeable
moja cama > sabanilla, panal, cubre colchon impermeable
incontinencia > panal adulto, toalla incontinencia, sabanilla, pants
escapa pipi > toalla incontinencia, panal adulto, ropa interior absorbente
escapa orina > toalla incontinencia, panal adulto, ropa interior absorbente
caer ducha > barra de apoyo, silla de ducha, piso antideslizante
resbala ducha > piso antideslizante, barra de apoyo, silla de ducha
sentar ducha > silla de ducha, piso ducha
banar abuela > silla de ducha, barra de apoyo, esponja
levantar wc > alza wc, barra de apoyo
camina mal > baston, andador, muleta, silla de ruedas
trasladar abuela > silla de ruedas, silla de traslado, andador
olvida pastillas > pastillero, organizador
partir pastillas > cortador pastillas, triturador
tragar pastillas > gotas, jarabe, efervescente, gomitas
fiebre guagua > paracetamol gotas, infantil, termometro
fiebre nino > paracetamol infantil, jarabe, termometro, infantil
medir fiebre > termometro, infrarrojo
mocos > aspirador nasal, suero fisiologico, spray nasal
sinusitis > lavado nasal, descongestionante, spray nasal
rinitis > antialergico, spray nasal, loratadina, cetirizina
estornudar > antialergico, loratadina, cetirizina, antigripal
alergia primavera > antialergico, loratadina, cetirizina, desloratadina
pica ojo > gotas, antialergico, lagrimas, colirio
ojo rojo > colirio, gotas, lagrimas, nafazolina
conjuntivitis > colirio, gotas, oftalmico
orzuelo > oftalmico, compresa
afonico > pastillas garganta, propoleo, miel, spray garganta
ronquera > pastillas garganta, propoleo, miel, spray garganta
flema > expectorante, ambroxol, bromhexina, acetilcisteina, jarabe
tos seca > antitusivo, jarabe, miel, clobutinol
tos flema > expectorante, ambroxol, bromhexina, acetilcisteina
asma > inhalador, aerocamara, salbutamol, nebulizador
ronquidos > antirronquidos, tiras nasales, dilatador nasal
marido ronca > antirronquidos, tiras nasales, tapon de oido
vomito > domperidona, suero oral, antiemetico, metoclopramida
nausea > domperidona, jengibre, dramamine, antiemetico
mareo auto > dramamine, jengibre, mareo
empacho > digestivo, boldo, sal de fruta, domperidona
indigestion > digestivo, boldo, sal de fruta, antiacido
cayo mal comida > digestivo, boldo, sal de fruta, antiespasmodico
reflujo > omeprazol, esomeprazol, famotidina, antiacido
gastritis > omeprazol, famotidina, antiacido, llanten
colon irritable > antiespasmodico, trimebutina, probiotico, psyllium
estrenimiento > laxante, fibra, psyllium, ciruela, lactulosa
hemorroide > hemorroides, supositorio, cojin hemorroides, bano de asiento
infeccion orina > arandano, cranberry, d manosa
cistitis > arandano, cranberry, d manosa
hongos vaginales > clotrimazol, ovulo, crema vaginal
picazon vaginal > clotrimazol, gel intimo, ovulo
sequedad vaginal > lubricante intimo, gel hidratante, ovulo, hialuronico
higiene intima > jabon intimo, gel intimo, toallita intima
menopausia > isoflavonas, trebol rojo, soya, bochornos
bochorno > isoflavonas, trebol rojo, menopausia, soya
ovulacion > test ovulacion, acido folico
quedar embarazada > acido folico, test ovulacion, prenatal
atraso regla > test de embarazo
rompio condon > levonorgestrel, anticonceptivo emergencia, postday
prostata > saw palmetto, prostata, zinc, semilla zapallo
ereccion > sildenafil, tadalafil, maca
impotencia > sildenafil, tadalafil, maca
eyaculacion > retardante
herpes > aciclovir
fuego labial > aciclovir
fuego boca > aciclovir
afta > gel bucal, enjuague, benzocaina, aftas
encias sangran > encias, cepillo suave, clorhexidina, enjuague
dientes sensibles > sensodyne, sensible, desensibilizante
dientes amarillos > blanqueador, blanqueamiento, whitening, carbon activado
frenillos > ortodoncia, cera ortodoncia, interdental, irrigador
brackets > ortodoncia, cera ortodoncia, interdental, irrigador
protesis dental > adhesivo dental, limpiador protesis, tabletas limpiadoras
rechino dientes > placa, protector bucal, bruxismo
bruxismo > placa, protector bucal
verruga > salicilico, crioterapia, verrugas
sarna > permetrina, azufre
picazon > calamina, hidrocortisona, antialergico, avena
comezon > calamina, hidrocortisona, antialergico, avena
sarpullido > calamina, hidrocortisona, antialergico, oxido zinc
urticaria > antialergico, calamina, cetirizina
ronchas > antialergico, calamina, hidrocortisona
insolacion > suero oral, aloe, post solar
raspillon > povidona, parche, gasa, cicatrizante
herida infectada > povidona, antiseptico, clorhexidina, mupirocina
vicio cigarro > nicotina, parche nicotina, chicle nicotina
azucar alta > glucometro, tiras reactivas, canela, cromo
diabetes > glucometro, tiras reactivas, lancetas, sin azucar, stevia
diabetico > glucometro, tiras reactivas
pinchar dedo > lancetas, glucometro, lancetero
trigliceridos > omega 3, omega
higado graso > cardo mariano, silimarina, boldo
retencion liquido > diuretico, cola de caballo, drenante
detox > depurativo, clorela, cardo mariano
prueba nervios > valeriana, pasiflora, melisa, flores de bach
concentracion > ginkgo, ginseng, omega 3, fosfatidilserina
abrir apetito > apetito, vitamina b, polen
sin apetito > apetito, vitamina b, polen, ensure
flora intestinal > probiotico, kefir, lactobacillus
vegano vitamina > b12, hierro
hongos pies > antimicotico, clotrimazol, terbinafina, talco
pie atleta > antimicotico, clotrimazol, terbinafina, talco
sudan manos > antitranspirante, talco, cloruro aluminio
inyeccion > jeringa, aguja, alcohol, algodon
ombligo guagua > alcohol, gasa, ombligo
dormir embarazada > almohada embarazo, almohada maternal
hernia > faja, cinturon herniario, faja umbilical, faja lumbar
postura > corrector de postura, espaldera, lumbar, ergonomico
coxis > cojin coxis, cojin viscoelastico
linfedema > manga compresion, medias de compresion
piernas pesadas > medias de compresion, castano de indias, gel piernas
piernas cansadas > medias de compresion, castano de indias, gel piernas
trombosis > medias de compresion, antiembolicas
avion piernas > medias de compresion
mala circulacion > medias de compresion, castano de indias, ginkgo
circulacion > medias de compresion, castano de indias, ginkgo
covid > test antigeno, mascarilla, alcohol gel, oximetro
contagiar > mascarilla, alcohol gel
cera oido > gotas oticas, limpieza oido
oido tapado > gotas oticas, otico
agua oido > tapones silicona, gotas oticas, tapon natacion
tonificar > banda elastica, mancuerna, tobilleras con peso
gluteos > banda elastica, tobilleras con peso, banda gluteo
abdominales > rueda abdominal, colchoneta, banco abdominal
brazos flacidos > mancuerna, banda elastica
ejercicio > mancuerna, colchoneta, banda elastica, cuerda de saltar
entrenar casa > mancuerna, colchoneta, banda elastica, cuerda de saltar, set
cardio > trotadora, eliptica, bicicleta estatica, cuerda de saltar
sin impacto > eliptica, bicicleta estatica
subir peso > ganador de masa, gainer, hipercalorico, ensure
engordar > ganador de masa, gainer, hipercalorico, ensure
marcar musculos > quemador, l carnitina, isolate, proteina
quemar grasa > quemador, l carnitina, termogenico, cafeina
bajar rollos > quemador, l carnitina, faja, abdominal
energia entrenar > pre entreno, cafeina, bcaa
fuerza gimnasio > creatina, pre entreno, cinturon
recuperar musculo > glutamina, bcaa, proteina, foam roller, pistola de masaje
adolorido > gel muscular, foam roller, pistola de masaje, analgesico, muscular
proteina lactosa > isolate, vegana, hidrolizada, vegetal
proteina hincha > isolate, hidrolizada, vegetal
empezar gimnasio > proteina, creatina, shaker, guante, toalla
colacion fit > barra de proteina, granola, fruto seco
maraton > gel energetico, running, isotonico, gps, medias de compresion
pronador > estabilidad, amortiguacion, plantilla
pichanga > futbolito, canillera, camiseta, pelota, multitaco
futbolito > zapatilla futbolito, multitaco, turf, canillera
baby futbol > zapatilla futbolito, futsal, turf, canillera
cancha sintetica > turf, futbolito, multitaco
cancha pasto > chuteadores, fg, tapones
cancha cemento > futsal, indoor, zapatilla futbolito
arquero > guante de arquero, rodillera, buzo arquero
seleccion chilena > camiseta chile, camiseta seleccion
nadar > antiparra, gorra, traje de bano, aletas
clases natacion > antiparra, gorra de natacion, traje de bano, tabla, toalla
aprender nadar > flotador, tabla, alitas, chaleco salvavidas
cloro pelo > gorra de silicona, gorra de natacion, gorro
surfear > tabla, traje de neopreno, leash, quilla, parafina
agua helada nadar > neopreno, traje de neopreno
aprender padel > paleta, pelota padel, overgrip
resbala raqueta > overgrip, grip
codo tenista > codera, antivibrador
defensa personal > gas pimienta, alarma personal, baston retractil
manos callos > calleras, guante gimnasio, crema de manos
levantar pesas > cinturon, straps, munequera, mancuerna, faja lumbar
sentadillas > rodillera, cinturon, barra, rack
peso muerto > straps, cinturon
pilates > colchoneta, aro pilates, pelota de pilates, banda elastica, antideslizante
yoga > bloque yoga, strap, calza, calcetin antideslizante
meditar > zafu, cojin, sahumerio, cuenco, incienso
elongar > foam roller, strap, banda elastica, colchoneta
gimnasia ritmica > cinta, clava, malla, leotardo
educacion fisica > buzo, zapatilla, polera deportiva, short
adulto mayor ejercicio > pedalera, banda elastica, pelota, baston
kinesiologo > kinesiotape, banda elastica, pelota, tens
hidratar deporte > isotonico, electrolito, botella, cantimplora
fuerza manos > hand grip, pelota antiestres, grip
aprender bicicleta > equilibrio, rueditas, balance, aro 12, casco
bicicleta 3 anos > equilibrio, balance, aro 12
bicicleta 4 anos > aro 12, aro 14, rueditas
bicicleta 5 anos > aro 16, aro 14, rueditas
bicicleta 6 anos > aro 16, aro 20
bicicleta 8 anos > aro 20
bicicleta 10 anos > aro 24, aro 20
bicicleta 12 anos > aro 24, aro 26
duele poto > sillin gel, cubre asiento, badana, cojin
asiento duro > sillin gel, cubre asiento, cojin
duelen manos bici > puno, guante gel
amarrar bici > candado, ulock, cadena
asegurar bici > candado, ulock, cadena
colgar bici > soporte muro, colgador, gancho, rack
guardar bici > soporte muro, colgador, rack, plegable
bici auto > portabicicletas, rack
bicicleta auto > portabicicletas, rack
canasto bici > canasto, alforja, parrilla
salpica barro > tapabarros, guardabarros
lluvia bici > tapabarros, impermeable, capa de agua
cadena suena > lubricante cadena, lubricante, limpia cadena
salta cadena > cadena, cassette, tensor, desviador
cambios saltan > desviador, piola, pata de cambio, cassette
frenar bici > zapata, pastilla de freno, disco de freno, piola freno
frena bici > zapata, pastilla de freno, disco de freno, piola freno
limpiar bici > desengrasante, cepillo, shampoo bici, limpia cadena
rueda chueca > rayo, aro
arreglar bici > multiherramienta, kit parche, tronchacadena, llave, desmontador
arreglar bicicleta > multiherramienta, kit parche, tronchacadena, llave, desmontador
inflar > inflador, bombin, compresor, bomba de aire
espinas rueda > antipinchazo, tubeless, sellante
antipinchazos > sellante, tubeless, cinta antipinchazo
celular bici > porta celular, soporte celular
celular moto > porta celular, soporte celular, holder
kilometros recorridos > ciclocomputador, velocimetro, gps
entrenar bici casa > rodillo, bicicleta estatica
cicloturismo > alforja, gravel, parrilla, bolso cuadro
sin pedalear > electrica, scooter, monopatin electrico
cansarse pedalear > electrica, scooter
pincha scooter > rueda maciza, camara scooter, sellante
subir metro > plegable, scooter, monopatin
aprender patinar > quad, patines, kit de protecciones, casco, ajustable
aprender skate > skate completo, casco, rodillera, protecciones
patinar > patines, quad, patin en linea, rodillera, casco
caida patines > rodillera, codera, munequera, casco
patines crezca > ajustable, regulable, extensible
dormir carpa > colchoneta, aislante, saco de dormir, inflable
frio carpa > saco de dormir, aislante, manta termica, primera capa
lluvia carpa > impermeable, sobretecho, columna de agua, toldo
armar facil carpa > autoarmable, pop up, instantanea, automatica
cocinar camping > cocinilla, marmita, gas, olla, cubiertos
calentar agua cerro > cocinilla, jetboil, termo, gas
agua rio > filtro de agua, potabilizador, pastillas potabilizadoras
agua cerro > mochila de hidratacion, cantimplora, botella, filtro de agua
cargar camping > panel solar, power bank, bateria externa
sin luz camping > linterna, farol, panel solar, frontal
torres paine > trekking, cortaviento, impermeable, primera capa, mochila, bastones
carretera austral > impermeable, cortaviento, carpa, primera capa, alforja
subir volcan > crampones, piolet, casco, polaina, cortaviento
hielo zapatos > crampones, cadenas nieve, antideslizante
ampollas trekking > calcetin trekking, parche ampolla
rodillas bajar cerro > bastones de trekking, rodillera
mochilear > mochila 60 litros, mochila, saco de dormir, carpa, aislante
sombra playa > quitasol, toldo, carpa playa, gazebo
sentar playa > silla de playa, reposera, silla plegable
enfriar bebidas > cooler, hielera, bolso termico
bebidas heladas > cooler, hielera, bolso termico
mantener frio > cooler, hielera, bolso termico, termo
mantener caliente > termo, mug termico, bolso termico, lonchera termica
cafe caliente > termo, mug termico, vaso termico
almuerzo caliente > lonchera termica, termo comida, vianda termica
picnic > cooler, manta, canasto, mesa plegable, termo
tabanos > repelente, mosquitero, citronela
mosquitos carpa > mosquitero, repelente, citronela
zancudo cama > mosquitero, repelente, enchufable
fogata > pedernal, encendedor, iniciador fuego, hacha
cortar lena > hacha, machete, sierra
perderme cerro > brujula, gps, silbato
mochila emergencia > linterna, radio, manta termica, botiquin, silbato
kit emergencia > linterna, manta termica, botiquin, silbato, triangulo
planetas > telescopio
pajaros mirar > binocular, guia de aves
trucha > mosca, chispa, spinning, cucharilla
pesca mar > surfcasting, plomada, cana larga, variada
pesca orilla > surfcasting, posacana, plomada
pesca rio > wader, spinning, mosca, chispa
empezar pesca > combo, set pesca, telescopica, kit pesca
remar > remo, kayak, chaleco salvavidas
mojar documentos > bolso estanco, dry bag, funda impermeable
ducha camping > ducha solar, ducha portatil
banar camping > ducha solar, ducha portatil, toalla microfibra
bano camping > bano portatil, inodoro portatil
pantalla trizada > display, modulo, pantalla repuesto, lamina
pantalla rota > display, modulo, pantalla repuesto, lamina
celular carga lento > carga rapida, turbo, 20w, 33w
carga rapido > carga rapida, turbo, 20w, 33w, 65w
cargador pelado > cable, cable reforzado, cargador
cable rompe > cable reforzado, trenzado, nylon
bateria inflada > bateria repuesto, bateria notebook
memoria llena > microsd, pendrive, disco externo, 256gb
celular abuelo > teclas grandes, senior, boton sos, basico
celular teclas > teclas grandes, basico, nokia, senior
teclas grandes > senior, boton sos, adulto mayor
celular juegos > gamer, snapdragon, 8gb, 120hz
free fire > gamer, snapdragon, diamantes, 120hz, gatillos
doble chip > dual sim
celular golpes > rugged, ip68, antigolpes, resistente
celular agua > ip68, ip67, sumergible, funda impermeable
celular auto > soporte celular, holder, cargador auto
auto bluetooth > transmisor fm, receptor bluetooth, radio auto
musica auto > transmisor fm, radio auto, 6x9, pendrive
suene auto > subwoofer, 6x9, amplificador, parlante auto
celular tele > chromecast, hdmi, tv box, adaptador
tele antigua > tv box, chromecast, roku, fire stick, conversor
colgar tele > soporte tv, rack, soporte muro
perdi control tele > control remoto, universal
tele sin molestar > audifono, inalambrico
caen audifonos > ear hook, gancho, deportivo, conduccion osea
audifonos deporte > ear hook, gancho, deportivo, conduccion osea, ipx
audifonos correr > ear hook, gancho, deportivo, conduccion osea
audifonos dormir > antifaz, banda, sleep
audifonos piscina > sumergible, ipx8, conduccion osea
audifonos avion > cancelacion de ruido, anc, diadema
parlante ducha > ipx7, resistente al agua, sumergible
parlante playa > ipx7, resistente al agua, portatil
parlante fiesta > torre, partybox, karaoke, 15 pulgadas, rms
iglesia > microfono inalambrico, mixer, bafle, atril, parlante activo
eventos sonido > bafle, parlante activo, mixer, microfono inalambrico
animar fiesta > karaoke, microfono inalambrico, parlante, luces
dj > controlador, mixer, bafle, audifono dj
podcast > microfono, brazo, interfaz, filtro pop
grabar voz > microfono, condensador, interfaz, grabadora
grabar videos celular > tripode, aro de luz, corbatero, gimbal
stream > capturadora, webcam, aro de luz, brazo microfono
notebook calienta > base refrigerante, pasta termica, ventilador notebook
arquitectura > tarjeta de video, rtx, i7, 16gb, workstation
produccion musical > interfaz, midi, monitor de estudio, audifono
jugar computador > gamer, rtx, gtx, ryzen, tarjeta de video
juegos pc > gamer, rtx, gtx, ryzen, tarjeta de video
valorant > gamer, 144hz, gtx, rtx
fortnite > gamer, vbucks, gtx, rtx
minecraft > gamer, gtx
roblox > robux, gift card
fifa > ea sports fc, fc 25, fc 24, fc 26
segundo control > joystick, control, dualsense, dualshock
juego nino consola > mario, kirby, lego, minecraft, sonic
mundo abierto > gta, zelda, red dead, assassins creed
juegos antiguos > consola retro, family game, game stick, arcade
drift > analogo, joystick repuesto, hall effect
espalda jugar > silla gamer, ergonomica
segunda pantalla > monitor, monitor portatil, displayport
faltan puertos > hub usb, multipuerto, docking
conectar proyector > hdmi, vga, adaptador
conectar tele > hdmi, adaptador, chromecast
gasta tinta > tinta continua, ecotank, laser, toner
emitir boletas > impresora termica, punto de venta, papel termico
caja almacen > punto de venta, lector de codigo, gaveta, impresora termica
corte de luz > ups, power bank
corta luz computador > ups, regulador de voltaje
variacion voltaje > regulador de voltaje, ups, supresor
internet segundo piso > repetidor, mesh, extensor, plc
internet campo > router 4g, antena, chip, starlink
computador virus > antivirus
libros digitales > kindle, ebook, lector
ebook > kindle, lector
tablet nino > kids, funda antigolpes, infantil
casa inteligente > ampolleta wifi, enchufe wifi, alexa, google home, sensor
prender luces celular > ampolleta wifi, enchufe wifi, interruptor wifi
mirar guagua > monitor bebe, camara wifi
cuidar casa > camara wifi, alarma, sensor movimiento
ladron > camara, alarma, sensor movimiento, candado
ritmo cardiaco > smartwatch, smartband, pulsometro
pulso cardiaco > smartwatch, smartband, pulsometro, oximetro
contestar llamadas reloj > smartwatch, llamadas
duele muneca mouse > mouse vertical, ergonomico, reposamunecas
mouse suene > silencioso, silent
retrato > 50mm, 85mm, softbox, reflector
fondo borroso > 50mm, 85mm, luminoso
paisaje > gran angular, tripode, filtro nd
video movido > gimbal, estabilizador, tripode
grabar auto > dashcam, camara auto
grabar bici > gopro, camara de accion, soporte manubrio
grabar agua > gopro, sumergible, carcasa sumergible
escucha mal video > microfono, corbatero, boom
viento microfono > antiviento, deadcat
grabar entrevista > corbatero, grabadora, microfono
empezar fotografia > kit 18 55, reflex, principiante, curso
tomas aereas > dron
limpiar lente camara > pera, lenspen, kit limpieza, microfibra
proteger camara > bolso camara, filtro uv, estuche
camara sin internet > 4g, chip, sd
camara parcela > solar, 4g, bateria
vigilar parcela > solar, 4g, camara trampa
animales parcela > camara trampa
aprender electronica > kit, arduino, protoboard, starter
proyecto tecnologia > kit, arduino, motor, led, pila, protoboard
proyecto ciencias > kit, arduino, motor, sensor, pila
armar robot > arduino, servo, chasis, ultrasonico, puente h
riego automatico > programador, temporizador, bomba de agua, sensor humedad, electrovalvula
medir temperatura > termometro, dht22, ds18b20, sensor temperatura
medir distancia > ultrasonico, hc sr04, medidor laser, huincha
medir voltaje > multimetro, tester
detectar movimiento > pir, sensor movimiento
subir voltaje > step up, boost, elevador
bajar voltaje > step down, buck, lm2596, reductor
soldar placa > cautin, estano, flux, tercera mano
soldar electronica > cautin, estano, flux, tercera mano
ordenar cables > organizador cables, amarra, canaleta, espiral, velcro
esconder cables > canaleta, organizador cables, espiral
pelar cables > pelacables, alicate
unir cables > conector, termoretractil, wago, estano
aislar cable > huincha aisladora, termoretractil
pilas recargables > recargable, cargador de pilas, aa
controlar wifi > esp32, esp8266, nodemcu
mover motor > driver, puente h, l298, servo
energia solar > panel solar, controlador de carga, inversor, bateria
sin electricidad > panel solar, inversor, generador, linterna
reparar celular > destornillador precision, kit reparacion, ventosa, pentalobe
desarmar notebook > destornillador precision, torx, kit reparacion
luces pieza > cinta led, rgb
decorar pieza gamer > cinta led, rgb, mousepad
imprimir figuras > impresora 3d, resina, pla, filamento
miniaturas > resina, boquilla 0.2
pieza resistente > petg, abs, asa, nylon, fibra de carbono
filamento sol > asa, petg
filamento blando > tpu, flexible
impresion flexible > tpu, flexible
despega impresion > adhesivo, laca 3d, pei, cama magnetica
tapo boquilla > nozzle, aguja limpieza, filamento limpieza
humedad filamento > secador filamento, silica, caja hermetica
empezar impresion 3d > ender, kit, pla, principiante
imprimir colores > multicolor, ams, combo
lavar resina > isopropilico, wash and cure, lavado
resina huele > lavable al agua, guante nitrilo, respirador
aprender guitarra > principiante, guitarra clasica, pack, ukelele, kit
guitarra nino > 3/4, 1/2, ukelele, junior
manos chicas > 3/4, ukelele, escala corta
duelen dedos > nylon, tension baja, guitarra clasica, calibre 10
cortaron cuerdas > encordado, cuerdas, set cuerdas
desafinar > afinador, clavijas, encordado
afinar > afinador, diapason
tocar metal > distorsion, humbucker, 7 cuerdas, electrica
tocar rock > electrica, distorsion, overdrive
folclore > charango, bombo, quena, zampona, acordeon, guitarra
tocar cueca > pandero, acordeon, tormento, guitarra
cumbia > guiro, acordeon, conga, timbal
batucada > surdo, bombo, repique, caja, agogo
carnaval > bombo, caja, platillo, mascara, disfraz
barra futbol > bombo, corneta, bandera
guitarra viaje > guitalele, ukelele, 3/4, funda
departamento bateria > electronica, pad, apagador, mute
subir tono guitarra > capo, cejilla
colgar guitarra > soporte muro, colgador, atril
guitarra golpes > hard case, estuche rigido, funda acolchada
enchufar guitarra > cable plug, interfaz, amplificador, electroacustica
grabar guitarra > interfaz, cable plug, microfono
aprender piano > teclado, 61 teclas, principiante, atril, banqueta
piano nino > teclado, 37 teclas, 49 teclas, infantil
conservatorio > 88 teclas, teclas pesadas, piano digital, metronomo
flauta colegio > flauta dulce, soprano
musica guagua > maraca, xilofono, sonajero, cuna
violin nino > 1/4, 1/2, 3/4, 1/8
chirria violin > colofonia, resina
limpiar guitarra > pano, limpiador, aceite limon, polish
guitarra seca > humidificador, aceite limon
acople microfono > dinamico, filtro pop, ecualizador
amplificar voz > amplificador de voz, megafono, microfono vincha
profesora voz > amplificador de voz, microfono vincha
terapia sonido > cuenco, handpan, kalimba, tambor, diapason
instrumento relajante > kalimba, handpan, cuenco, ukelele
instrumento facil > ukelele, kalimba, cajon, armonica, melodica
instrumento nino > ukelele, xilofono, melodica, cajon, infantil
regalo musico > uneta, correa, soporte, afinador, vinilo
guitarrista > uneta, correa, capo, pedal, encordado
baterista > baqueta, pad, banqueta, platillo
pianista > banqueta, atril, pedal de sustain, metronomo
empezar vinilos > tornamesa, maletin, parlante incorporado, bluetooth
escuchar vinilos > tornamesa, maletin, parlante incorporado, receiver
discos viejos > tornamesa, aguja, vinilo
salta disco > aguja, capsula, contrapeso, cepillo antiestatico
limpiar vinilos > cepillo antiestatico, limpieza, liquido limpiador
guardar vinilos > funda, portavinilos, mueble vinilos, caja
conectar tornamesa > phono, rca, receiver, preamplificador
digitalizar vinilos > usb, conversor
cassettes viejos > walkman, reproductor cassette, deck
musica antigua > bolero, tango, balada, vinilo
anos ochenta > 80s, synth pop, new wave, cyndi lauper, depeche mode
musica romantica > balada, bolero
invitada boda > vestido, fiesta, gala, tacos, satin
accesorios novia > velo, tocado, liga, tiara
caso novia > vestido novia, velo, tocado, liga, tiara
dormir calentita > pijama polar, guatero, pantufla, frazada, calientacama
vean autos > reflectante, alta visibilidad, luz trasera
atropellen bici > reflectante, luz trasera, alta visibilidad
trabajo carretera > reflectante, alta visibilidad, chaleco reflectante, cono
demarcar estacionamiento > cono, tope estacionamiento, cinta de peligro
uniforme enfermera > scrub, zueco, uniforme clinico
trabajo enfermera > scrub, zueco, fonendoscopio, medias de compresion
uniforme dentista > scrub, delantal clinico, careta facial
orejas perforadas > abridor, acero quirurgico, titanio, 925
letra nombre > inicial, letra, nombre, personalizado
rastrear auto > gps, localizador, tracker
rastrear mascota > gps, airtag, localizador, collar gps
fijacion perfume > parfum, elixir, extrait, intense
cicatriz acne > niacinamida, centella, vitamina c, rosa mosqueta
cae abuelo > baston, andador, barra de apoyo, piso antideslizante
abuelo postrado > antiescaras, panal adulto, sabanilla, cama clinica, urinal
postrado cama > antiescaras, panal adulto, sabanilla, urinal
callos pie > callicida, parche callo, lima, piedra pomez
callo dedo > callicida, parche callo, separador de dedos
piel palida > autobronceante, bronzer, rubor
dolor huesos > calcio, colageno, vitamina d, glucosamina
medir oxigeno > oximetro, saturometro
orientarme cerro > brujula, gps
mirar estrellas > telescopio, mapa estelar, binocular
renderizar > tarjeta de video, rtx, i7, 32gb, workstation
canal youtube > aro de luz, microfono, tripode, softbox
videos tiktok > aro de luz, corbatero, tripode, gimbal
trabajo repartidor > mochila termica, soporte celular, electrica, impermeable
trabajo delivery > mochila termica, soporte celular, electrica, impermeable
subir cuestas > electrica, mtb
control mueve > analogo, joystick repuesto, hall effect
toca timbre > videoportero, timbre wifi
imprimir fotografias > papel fotografico, fotografica, instax
pezon agrietado > lanolina, pezonera
ropa dormir calor > pijama corto, camison, algodon, short
carga celular > cargador, cable, pin de carga
afirmarse ducha > barra de apoyo, pasamano, silla de ducha
`
