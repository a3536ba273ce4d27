/** Pets, children, toys, books, crafts. The formats are those of `../synonyms.ts`, `../kinds.ts` and `../needs.ts`. */
export const SYNONYMS = `
puppy, cachorro
guacal, huacal, kennel, transportadora
collar isabelino, cono isabelino, campana isabelina, cono veterinario
bandeja sanitaria, arenero, caja de arena, bano de gato, bandeja de arena, litter box
piedra sanitaria, arena de gato, arena sanitaria
pala sanitaria, pala de arena, recogedor de arena
catnip, hierba gatera, menta gatuna, hierba de gato
poste rascador, torre rascador, rascador, arbol de gato
carnaza, hueso de cuero
palito dental, stick dental, snack dental
deslanador, furminator, cepillo quitapelo, cepillo deslanador
placa de identificacion, placa identificatoria, medalla identificatoria, chapita de perro
correa retractil, correa extensible
casucha, casa de perro, caseta de perro, perrera
cama de perro, cama de mascota, colchon de perro
sabanilla, pano de entrenamiento, pad de entrenamiento, tapete entrenador
gatera, puerta de gato, puerta de mascota
comedero automatico, dispensador de alimento, alimentador automatico
fuente de agua de mascota, bebedero fuente
guarderia canina, hotel canino, pension canina
peluqueria canina, grooming, estetica canina
bandana, panoleta
vermifugo, desparasitante
acuario, pecera
calentador de acuario, calefactor de acuario, termocalentador, termocalefactor
oxigenador, bomba de aire, aireador de acuario
filtro cascada, filtro mochila
sifon de acuario, aspirador de acuario
gravilla, grava
anticloro, declorador, acondicionador de agua
alguicida, antialgas, anti algas
escamas para peces, hojuelas para peces
betta, pez beta, pez luchador
goldfish, carassius, pez dorado, pez japones
guppy, gupi, lebiste
tortuguera, acuaterrario, tortugario
terrario, reptario
lampara uvb, ampolleta uvb, foco uvb
hamster, jamster
cuy, cobaya, conejillo de indias, acure
gazapo, conejo bebe, conejo junior
heno, pasto seco
viruta, aserrin
lecho para roedores, sustrato para roedores, cama para roedores
rueda de hamster, rueda de ejercicio
catita, periquito, cata australiana
ninfa, cockatiel, cocatiel
hueso de jibia, jibia, hueso de sepia
pajarera, jaula de pajaros, jaula para aves
tenebrio, gusano de la harina
pampers, panal
ajuar, set de nacimiento
pilucho, body de bebe, bodie
mameluco, enterizo
tuto de apego, manta de apego, doudou, trapito de apego
swaddle, manta envolvente, arrullo
sacaleche, extractor de leche, tiraleche, breast pump
cojin de lactancia, almohada de lactancia, cojin maternal
disco mamario, disco de lactancia, protector de lactancia, protector mamario, almohadilla de lactancia
sosten de lactancia, sosten maternal, brasier de lactancia
portabebe, canguro de bebe, baby carrier, cargador de bebe
stroller, carreola, coche de bebe
coche paraguas, coche baston
silla huevito, silla nido, autoasiento
alzador, cojin elevador, butaca alzador
packplay, cuna corral, practicuna, cuna de viaje
colecho, minicuna, mini cuna
andador, caminador, andadera
bouncer, mecedora de bebe, silla mecedora de bebe, silla vibratoria
silla de comer, silla alta, periquera, trona, silla comedor bebe
gimnasio de bebe, alfombra de actividades, manta de actividades, gimnasio didactico
sonajero, sonaja
rascaencias, mordillo, mordedor
movil de cuna, movil musical, carrusel de cuna
monitor de bebe, baby call, babycall, vigilabebe
calienta mamadera, calentador de mamadera, calientamamadera
vaso antiderrame, vaso entrenador, vaso de aprendizaje
panalera, bolso maternal, bolso panalero, mochila maternal
leche de formula, formula infantil, leche de inicio, leche maternizada
crema para coceduras, crema antirozaduras, pasta al agua
aspirador nasal, sacamocos, pera nasal, extractor de mocos
banera, tina de bebe, banadera
pelela, bacinica, vasenilla, bacin
adaptador de wc, reductor de wc, asiento reductor
calzon entrenador, calzon de aprendizaje
panal de tela, panal ecologico, panal reutilizable, panal lavable
chupo, chupete
portachupete, cadena de chupete, cinta de chupete, sujetachupete
panito humedo, toallita humeda, wipes
muselina, gasa de bebe, tuto de gasa
reja de escalera, barrera de escalera, puerta de seguridad bebe
faja maternal, faja de embarazo, cinturon maternal
faja postparto, faja post parto, faja posparto
escarpin, patuco, botita tejida
alfombra de goma eva, piso de goma eva, alfombra puzzle, piso eva
jenga, yenga
naipe, baraja, mazo de cartas, naipe ingles
ludo, parchis
memorice, memotest, juego de memoria
taca taca, futbolin, metegol
trompo, peonza
volantin, cometa, papalote, barrilete
canica, bolita de vidrio, bolita de cristal
cuerda para saltar, lazo de saltar, soga de saltar
cama elastica, trampolin, brincolin, cama saltarina
castillo inflable, juego inflable, saltarin inflable
resbalin, tobogan, resbaladera, rodadero
correpasillo, montable, push car
auto a bateria, auto electrico infantil, jeep a bateria
bicicleta de equilibrio, bicicleta sin pedales, balance bike
radiocontrol, radio control, rc, teledirigido
plasticina, plastilina, play doh, playdoh, masa de modelar
arena magica, arena kinetica, arena cinetica, kinetic sand
burbujero, pompero, pompas de jabon, burbujas de jabon
pistola de dardos, lanza dardos, lanzador de dardos
cubo rubik, cubo magico
bebe reborn, muneca reborn
titere, marioneta
tipi, teepee, carpa india
pelotero, piscina de pelotas
bloques magneticos, piezas magneticas, baldosas magneticas
paw patrol, patrulla canina
spiderman, hombre arana, spider man
capibara, carpincho
avengers, vengadores
globo metalico, globo metalizado, globo foil, globo mylar
helio, gas para globos
inflador de globos, bombin de globos
arco de globos, guirnalda de globos, arco organico
letrero feliz cumpleanos, banner feliz cumpleanos, cartel feliz cumpleanos, guirnalda feliz cumpleanos, happy birthday
challa, chaya, confeti, confetti
canon de confeti, lanza confeti, lanza challa
espantasuegra, matasuegra, corneta de cumpleanos
gorro de cumpleanos, gorro de fiesta, bonete
vela volcan, vela bengala, vela chispa
cake topper, topper de torta, adorno de torta
plato desechable, plato de carton, plato de cumpleanos
cintillo, diadema, vincha, balaca
varilla luminosa, pulsera luminosa, glow stick, pulsera neon
pintacarita, maquillaje artistico, pintura facial
papel de regalo, papel de envolver
arbol de navidad, arbol de pascua, pino de navidad
pesebre, nacimiento navideno, portal de belen
viejo pascuero, papa noel, santa claus
comic, historieta, novela grafica
libro album, album ilustrado, libro ilustrado
libro para colorear, libro para pintar
libro pop up, libro desplegable, libro tridimensional
marcapagina, marcalibro, separador de libros, bookmark
bestseller, best seller, superventas
tapa blanda, pasta blanda
tapa dura, pasta dura
ebook, libro digital, libro electronico
ereader, kindle, lector electronico
agenda, planner, planificador
bullet journal, cuaderno punteado, bujo
diario de vida, diario intimo
destacador, resaltador, marcador fluorescente, highlighter
plumon de pizarra, marcador de pizarra
scripto, lapiz scripto, marcador escolar
marcador permanente, plumon permanente, sharpie
lapiz pasta, boligrafo, esfero, birome, lapiz bic
lapiz grafito, lapiz mina, lapiz hb
portamina, lapiz mecanico
corrector liquido, liquid paper, tipex, lapiz corrector
sacapuntas, tajador, afilalapiz, tajalapiz
corchetera, engrapadora, grapadora, engrampadora
corchete, grapa, grampa
sacacorchete, sacagrapa, quitagrapa
cinta scotch, cinta adhesiva, cinta transparente
cinta masking, masking tape, cinta de enmascarar, tirro
cinta doble contacto, cinta doble faz, cinta doble cara
washi tape, cinta washi
stick fix, stic fix, pegamento en barra, barra adhesiva, adhesivo en barra
cola fria, cola blanca, colafria, pva, plasticola
nota adhesiva, postit, sticky notes, taco adhesivo
resma, papel fotocopia, papel bond, papel de impresora, papel multiproposito
archivador, bibliorato
carpeta, folder
acoclip, fastener, gancho legajador
protector de hojas, bolsillo plastico, funda plastica de hojas
termolaminado, plastificado de documentos, enmicado
plastificadora, termolaminadora, enmicadora
anillado, espiralado
timbre de goma, sello de goma, timbre automatico
pizarra acrilica, pizarra blanca, pizarron, whiteboard
pizarra de corcho, panel de corcho
cuaderno cuadriculado, cuaderno matematica, cuaderno de cuadros
sketchbook, croquera, cuaderno de dibujo
papel lustre, papel glase, papel lustrillo
papel volantin, papel de seda, papel china
papel kraft, papel craft, papel estraza
goma eva, foami, foamy, fomi, microporoso
carton pluma, foamboard, foam board
plumavit, tecnopor, icopor, telgopor, poliestireno expandido, aislapol, unicel
pano lenci, panolenci, fieltro
limpiapipa, limpia pipa
escarcha, glitter, brillantina, purpurina, diamantina, mirella
pintura de dedos, dactilopintura, tempera de dedos
lapiz de cera, crayon, crayola
pastel oleo, pastel graso, oleo pastel
cartuchera, estuche escolar, estuche de lapices
lonchera, bolso colacion, lunch bag, bolso termico, portacolacion
lunchbox, caja de colacion, pote de colacion, fiambrera
cotona, delantal escolar, guardapolvo
mochila con ruedas, mochila trolley
metalofono, xilofono
multibase, base diez
papel contact, plastico autoadhesivo, forro autoadhesivo
barra de silicona, silicona en barra
pistola de silicona, pistola encoladora
porcelana fria, ceramica fria
cuchillo cartonero, cutter, cortacarton, trincheta, cartonero
lienzo, canvas, tela para pintar, bastidor entelado
caballete, atril de pintura, atril de pintor
posca, marcador acrilico, marcador de pintura
marcador al alcohol, marcador base alcohol, copic
carboncillo, carbonilla, lapiz carbon
difumino, esfumino
godete, paleta de pintor
tiralineas, micropunta, fineliner, estilografo
brush pen, marcador punta pincel, marcador pincel
resina epoxica, resina epoxi, resina cristal
decoupage, decupage
pintura a la tiza, chalk paint, pintura tizada
stencil, estencil
vinilo textil, vinilo termotransferible, htv
plotter de corte, cricut, silhouette cameo
mdf, trupan, fibrofacil
pirograbador, pirografo
mostacilla, chaquira, rocalla, seed bead
gancho de aro, anzuelo de aro
diamond painting, pintura de diamantes, cuadro de diamantes
pintar por numeros, pintura por numeros, cuadro por numeros, lienzo por numeros
scrapbook, scrapbooking
origami, papiroflexia
pabilo, mecha para velas
fragancia para velas, esencia para velas, aroma para velas
base de jabon, glicerina para jabones, jabon base
hilo macrame, cordon de macrame, algodon macrame
arcilla polimerica, polymer clay, fimo
esteca, estique, herramienta de modelado
taza sublimable, taza para sublimar
aerografo, airbrush
anilina, tinte para ropa, tintura para ropa, colorante textil
modelismo, maqueta para armar
strass, pedreria
aguja de tejer, palillo
palillo circular, aguja circular
crochet, ganchillo, croche
gancho de crochet, aguja de crochet
lana, estambre
ovillo, madeja
lana gruesa, lana chunky, lana xl, maxi lana
hilo de algodon, algodon para tejer
amigurumi, muneco tejido, muneco a crochet
marcador de puntos, marcapuntos
aguja lanera, aguja de lana, aguja estambrera
overlock, remalladora, fileteadora, overlok
recubridora, collareta, collaretera
bobina de maquina, canilla de maquina, bobina de coser
prensatela, pie de maquina
cierre, cremallera, zipper, ziper
velcro, abrojo
broche de presion, boton a presion
alfiler de gancho, imperdible, nodriza
alfiletero, porta alfiler
descosedor, abreojal
huincha de costura, cinta metrica de costura, huincha de modista
tiza de sastre, tiza de costura, tiza de modista, jaboncillo de costura
tijera de sastre, tijera de costura, tijera de modista
bies, cinta al bies, sesgo
cinta de raso, cinta satinada, cinta saten
encaje, blonda
lentejuela, sequin
vellon siliconado, relleno siliconado, delcron, algodon siliconado, napa siliconada, guata de relleno
entretela, fliselina, pellon, friselina
parche termoadhesivo, parche para ropa, parche planchable
hilo de bordar, mouline, hilo dmc, hilo para bordado
tela aida, etamina, tela para punto cruz
bastidor de bordado, aro de bordar, tambor de bordar
molde de costura, patron de costura
polar, fleece, micropolar
tocuyo, crea cruda, lienzo crudo
ecocuero, cuerina, cuero sintetico, cuero ecologico, simil cuero
arpillera, yute
spandex, lycra, licra
chiporro, sherpa
denim, mezclilla
saten, raso, satin
hilo de coser, hilo de costura
ojetillo, ojalillo, ojal metalico
cortador rotatorio, cutter rotatorio
costurero, caja de costura
ojo de seguridad, ojo para amigurumi
quitapelusa, sacapelusa, sacamotas, quitamotas
`

export const KINDS = `
gato > kitten
antipulga > pipeta, collar antipulgas, bravecto, nexgard, simparica, frontline, seresto, advantage
antiparasitario > pipeta, bravecto, nexgard, simparica, frontline, drontal, milbemax, desparasitante
alimento humedo > pouch, pate gato, pate perro
comida humeda > pouch, pate gato, pate perro
snack perro > galleta perro, hueso, dental, carnaza, oreja de cerdo
snack gato > churu, cremoso gato, catnip, pouch
vacuna mascota > sextuple, octuple, antirrabica, triple felina
feromona > feliway, adaptil
juguete gato > varita, laser, tunel, catnip, rascador, raton de juguete
juguete perro > kong, mordedor, hueso, frisbee, cuerda, pelota
quiltro > perro
roedor > hamster, cuy, cobaya, chinchilla, jerbo, degu
pajaro > canario, catita, loro, ninfa, agapornis, cockatiel
pez > betta, guppy, goldfish, molly, platy, tetra, corydora, koi, ciclido
reptil > tortuga, gecko, pogona, iguana
comida peces > escamas, hojuelas, artemia, tubifex, pellet peces, granulado peces
alimento peces > escamas, hojuelas, artemia, tubifex, pellet peces, granulado peces
comida pajaro > alpiste, mixtura, negrillo, semilla aves
comida hamster > mixtura, pellet roedor, alimento roedor
comida conejo > heno, pellet conejo, timothy
comida tortuga > gammarus, tubifex, pellet tortuga, stick tortuga
planta acuario > anubia, elodea, vallisneria, musgo, cabomba
filtro acuario > filtro cascada, filtro interno, canister, filtro esponja
decoracion acuario > tronco, roca, grava, planta artificial
ropa bebe > body, pilucho, enterito, ajuar, escarpin
ropa guagua > body, pilucho, enterito, ajuar, escarpin
ropa maternal > calza maternal, jeans maternal, vestido maternal, sosten de lactancia
ajuar > body, enterito, pilucho, escarpin, manta bebe
portabebe > fular, mei tai, mochila portabebe
juguete bebe > sonajero, mordedor, movil de cuna, gimnasio de bebe, apilable
juguete guagua > sonajero, mordedor, movil de cuna, gimnasio de bebe, apilable
mueble bebe > cuna, mudador, moises, comoda, silla de comer
leche guagua > nan, similac, enfamil, nutrilon, nidal, formula
papilla > colado, compota, cereal infantil, picado bebe
juego de mesa > catan, monopoly, metropolis, jenga, ajedrez, domino, ludo, bingo, scrabble, dobble, dixit
juego de cartas > naipe, baraja, pokemon, dobble, mazo
juguete didactico > puzzle, encaje, abaco, apilable, memorice, tangrama, bloque
juego patio > resbalin, columpio, cama elastica, balancin
figura coleccionable > funko, figura
fidget > popit, spinner, antiestres, squishy
cotillon > gorro de fiesta, serpentina, challa, antifaz, espantasuegra, collar hawaiano
decoracion cumpleanos > globo, guirnalda, banderin, letrero, cortina metalizada, centro de mesa
adorno cumpleanos > globo, guirnalda, banderin, letrero, adorno de torta
desechable > plato de carton, vaso de carton, plato desechable, vaso desechable
popote > bombilla
adorno navidad > arbol de navidad, guirnalda navidena, corona navidena, esfera navidena
libro chileno > neruda, mistral, allende, bolano, lemebel, donoso, baradit
autor chileno > neruda, mistral, allende, bolano, lemebel, donoso, baradit
poesia > poema, verso, neruda, mistral, benedetti
anime > naruto, dragon ball, one piece, demon slayer, jujutsu
literatura clasica > quijote, iliada, odisea, shakespeare, dostoievski, tolstoi
material oficina > archivador, corchetera, clip, resma, carpeta, destacador
insumo oficina > archivador, corchetera, clip, resma, carpeta, destacador
pegamento > stick fix, cola fria, agorex, silicona liquida, uhu
lapiz > portamina, boligrafo, scripto, tiralineas, crayon
marcador > posca, sharpie, scripto, plumon de pizarra
geometria > regla, escuadra, compas
arte visual > tempera, pincel, acuarela, block de dibujo, plasticina
material arte > tempera, pincel, acuarela, acrilico, oleo, lienzo
papel escolar > papel lustre, papel volantin, papel crepe, papel kraft, celofan
material didactico > abaco, puzzle, tangrama, memorice, multibase, encaje
uniforme escolar > jumper, cotona, polera escolar, falda escolar, pantalon escolar, buzo escolar
pintura artistica > oleo, acrilico, acuarela, tempera, gouache
pintura cuadro > oleo, acrilico, acuarela
diluyente > aguarras, trementina, thinner
manualidad > goma eva, fieltro, cartulina, escarcha, limpiapipa, mostacilla, pistola de silicona, barra de silicona
material bisuteria > mostacilla, abalorio, dije, mosqueton, hilo elastico, gancho de aro
insumo bisuteria > mostacilla, abalorio, dije, mosqueton, hilo elastico, gancho de aro
insumo vela > cera de soya, pabilo, fragancia para velas, parafina para velas, molde de vela
insumo jabon > base de jabon, glicerina, molde de jabon, esencia para jabon
merceria > hilo, aguja, boton, cierre, elastico, encaje, alfiler, bies
costura > hilo, aguja, maquina de coser, tijera de costura, alfiler, cierre, boton, bies
pasamaneria > encaje, bies, fleco, borla, greca
tela > popelina, crea, gabardina, tul, brocato, cretona, panolenci, entretela
maquina coser > overlock, maquina recta, recubridora, bordadora
bordado > mouline, bastidor, tela aida, punto cruz
insumo tejido > lana, palillo, crochet, ovillo, marcador de puntos
accesorio costura > alfiler, dedal, descosedor, huincha de costura, enhebrador
mameluco > enterito
libro manga > naruto, one piece, dragon ball, demon slayer, jujutsu
comic > condorito, marvel, mafalda
`

export const NEEDS = `
gata prenada > kitten, gestacion, lactancia, cachorro, gatito
prenada > gestacion, gestante, lactancia, cachorro, kitten
cachorro nacido > leche maternizada, sustituto lacteo, starter, mamadera
gatito nacido > leche maternizada, sustituto lacteo, kitten, mamadera
gatito huerfano > leche maternizada, sustituto lacteo, kitten, mamadera
bola de pelo > hairball, malta gato, pasta de malta
vomita pelo > hairball, malta gato, pasta de malta
perro vomita > gastrointestinal, digestion sensible, digestivo, probiotico
gato vomita > gastrointestinal, hairball, malta gato, digestion sensible
perro diarrea > gastrointestinal, probiotico, digestion sensible
gato diarrea > gastrointestinal, probiotico, digestion sensible
gato manoso > pouch, alimento humedo, pate, churu
perro manoso > alimento humedo, pouch, pate, topping
perro flaco > alta energia, recuperacion, cachorro, vitaminico
perro gordo > light, obesidad, control de peso, weight
gato gordo > light, obesidad, control de peso, esterilizado, weight
obeso > obesidad, light, control de peso, satiety, metabolic
renal > renal, kidney
gato rinon > renal, kidney, urinario
cristales orina > urinario, urinary
gato tapado > urinary, urinario
gato orina > arena sanitaria, bandeja sanitaria, urinario, feromona, educador
infeccion urinaria > urinario, arandano, cranberry, urinary
olor pipi > enzimatico, eliminador de olores, neutralizador, educador
pichi > sabanilla, enzimatico, eliminador de olores, educador, panal
aullar > feromona, calmante, adaptil, rellenable
ladrar > antiladrido, ultrasonido
perro fuegos artificiales > calmante, feromona, adaptil, antiestres
perro nervioso > calmante, feromona, adaptil, antiestres
gato nervioso > feliway, feromona, calmante, antiestres
mordisquear > mordedor, masticable, kong
come muebles > repelente, mordedor, masticable, rascador
destrozar > indestructible, kong, mordedor
arana sillon > rascador
perro auto > cinturon de seguridad mascota, cubreasiento, funda asiento, transportadora, canil
perro frio > chaleco, capa, sweater, polar, abrigo
ropa perro > capa, chaleco, sweater, polera, impermeable, disfraz
perro lluvia > capa, impermeable, piloto
perro calor > refrescante, bebedero, cooling
banar perro > shampoo, shampoo en seco, toalla, secador
banar gato > shampoo en seco, toallitas, espuma
perro hediondo > shampoo, shampoo en seco, perfume, colonia
hediondo > desodorante, eliminador de olores, neutralizador, aromatizante
nudos pelo > desenredante, carda, cepillo, peine
pelechar > deslanador, cepillo, furminator, quitapelo, omega
sarna > acaricida, sarna, ivermectina, simparica, bravecto, shampoo medicado
hongos perro > clorhexidina, ketoconazol, shampoo medicado
otitis > otico, limpiador otico, gotas oticas
orejas perro > otico, limpiador otico, gotas oticas
lagana > limpiador ocular, limpia lagrimas, oftalmica, colirio
perro operado > collar isabelino, isabelino, body recuperacion, recuperacion
gata operada > collar isabelino, isabelino, body recuperacion, recuperacion, esterilizado
operaron gato > collar isabelino, isabelino, recuperacion, esterilizado
lame herida > collar isabelino, isabelino, cicatrizante
almohadillas patas > balsamo, protector de patas, zapatos perro
cojear > condroprotector, articular, glucosamina
perro anciano > senior, condroprotector, rampa, geriatrico
gato anciano > senior, geriatrico, renal
alergico pollo > cordero, salmon, hipoalergenico, hidrolizado, pescado
alergia alimentaria > hipoalergenico, hidrolizado, sin cereales, grain free
dieta natural perro > barf, deshidratado, natural, liofilizado
adopte gato > arena sanitaria, bandeja sanitaria, rascador, transportadora, kitten
adopte perro > correa, pechera, cachorro, plato perro, cama perro
primer gato > arena sanitaria, bandeja sanitaria, rascador, kitten
perro callejero > 20 kg, 15 kg, 18 kg
entrenar perro > premio, snack, clicker, entrenamiento, silbato
adiestrar > clicker, premio, entrenamiento, silbato
tironear > antitirones, pechera, arnes
perro agresivo > bozal, collar de ahorque, martingale
perra celo > panal perra, panal, calzon sanitario
perro incontinente > panal, sabanilla
incontinencia > panal adulto, aposito, sabanilla, ropa interior absorbente, panal
gato escapa > malla de seguridad, collar gato, gps, arnes gato
gato balcon > malla gato, malla de seguridad
gato aburrido > varita, laser, catnip, tunel, rascador
gato toma agua > fuente de agua, bebedero
alimentar gato vacaciones > dispensador de alimento, comedero automatico
cumpleanos perro > torta perro, galleta perro, snack perro, bandana
subir cama perro > escalera mascota, rampa
raza chica > raza pequena, small, mini
raza pequena > small, mini, toy
raza grande > large, maxi, gigante
poodle > raza pequena, small, mini
chihuahua > raza pequena, small, mini
perro salchicha > raza pequena, small, mini
labrador > raza grande, large, maxi
golden retriever > raza grande, large, maxi
pastor aleman > raza grande, large, maxi
pitbull > raza grande, large, resistente
agua turbia > clarificador, bacterias, carbon activado, anticloro
agua lechosa > clarificador, bacterias
vidrio algas > iman, raspador, limpiador magnetico
peces mueren > anticloro, bacterias, acondicionador, test, oxigenador
murio pez > anticloro, bacterias, acondicionador, test
pez puntos blancos > punto blanco, ich, azul de metileno, verde malaquita
pez hongos > azul de metileno, fungicida, sal de acuario
pez enfermo > azul de metileno, fungicida, bactericida, sal de acuario, punto blanco
boquear > oxigenador, bomba de aire, piedra difusora
falta oxigeno > oxigenador, bomba de aire, piedra difusora
pecera fria > calentador, termocalentador, termostato, termometro
temperatura pecera > calentador, termometro, termostato
agua pecera > anticloro, acondicionador, sifon
limpiar pecera > sifon, iman, raspador, clarificador
limpiar acuario > sifon, iman, raspador, clarificador
empezar acuario > kit acuario, acuario, filtro, anticloro, grava
armar acuario > kit acuario, acuario, filtro, calentador, grava, anticloro
armar pecera > kit acuario, pecera, filtro, calentador, grava, anticloro
primera pecera > kit acuario, pecera, betta, goldfish
pez facil > betta, goldfish, guppy
pez sin filtro > betta
acuario plantado > sustrato, co2, fertilizante, led
planta acuario amarilla > fertilizante, co2, abono
vacaciones peces > bloque vacaciones, alimentador automatico
alevin > alevines, artemia, paridera
guppy prenada > paridera, alevin
luz acuario > lampara acuario, led acuario
fondo acuario > grava, sustrato, arena de acuario, lamina de fondo
caparazon > calcio, uvb, gammarus
tortuga ojos > gotas oftalmicas, oftalmica
tortuga sol > uvb, plataforma, isla
tortuga frio > calentador de acuario, uvb
hamster aburrido > rueda, tunel, esfera, laberinto
hamster olor > viruta, lecho, sanitario roedor
olor jaula > viruta, lecho, sanitario roedor
roer > bloque mineral, piedra mineral, snack roedor
conejo dientes > piedra mineral, bloque mineral, heno
conejo bebe > gazapo, conejo junior
conejo bano > bandeja esquinera, sanitario roedor, viruta
conejo suelto > corral, arnes conejo
bano chinchilla > arena de chinchilla, polvo de bano, arena volcanica
cuy vitamina > vitamina c, pellet cuy, heno
pajaro plumas > vitamina aves, muda, antiparasitario aves
desplumar > vitamina aves, muda
canario cante > negrillo, canto, vitamina aves
catita aburrida > columpio, juguete aves
catita huevos > nidal, nido aves, jibia, calcio, pasta de cria
piojillo > acaricida, piojicida, ivermectina, antiparasitario
estanque peces > koi, bomba sumergible, filtro estanque
mascota facil > hamster, betta, catita
estrias > antiestrias, estrias, rosa mosqueta, centella
pezon > lanolina, pezonera, crema pezones
duele amamantar > lanolina, pezonera, compresas
amamantar > lactancia, cojin de lactancia, sacaleche, pezonera, sosten de lactancia
gotea leche > discos mamarios, disco de lactancia, protector de lactancia
guardar leche > bolsas leche, almacenamiento leche, contenedor leche
congelar leche > bolsas leche, almacenamiento leche, contenedor leche
guagua dormir > swaddle, saco de dormir, ruido blanco, movil de cuna, bouncer
guagua colicos > anticolico, colicos, simeticona, faja semillas
guagua llora > chupete, sonajero, anticolico, bouncer, ruido blanco
regurgitar > antirreflujo, reflujo, babero
reflujo guagua > antirreflujo, reflujo, cojin antirreflujo
encia > encias, mordedor, gel encias
babear > babero, mordedor
poto cocido > coceduras, hipoglos, pasta lassar, oxido de zinc
poto rojo > coceduras, hipoglos, pasta lassar, oxido de zinc
costra lactea > costra lactea, aceite bebe, cepillo bebe
atopico > atopica, emoliente, hipoalergenico, avena
mocos > aspirador nasal, suero fisiologico, nasal
guagua resfriada > aspirador nasal, suero fisiologico, humidificador
guagua fiebre > termometro, paracetamol gotas, paracetamol
gatear > rodillera bebe, alfombra goma eva, corral, protector esquinas, reja de escalera
empieza caminar > andador, primeros pasos, correpasillo, zapato bebe
empieza comer > silla de comer, papilla, babero, cuchara bebe, plato con ventosa
blw > plato con ventosa, silla de comer, babero, cuchara silicona
control esfinter > pelela, adaptador de wc, calzon entrenador
avisa pipi > pelela, adaptador de wc, calzon entrenador
moja cama > cubrecolchon impermeable, protector impermeable, sabanilla, calzon absorbente
orina cama > cubrecolchon impermeable, protector impermeable, sabanilla, calzon absorbente
pipi cama > cubrecolchon impermeable, protector impermeable, sabanilla, calzon absorbente
prematuro > prematuro, rn
guagua nacida > ajuar, set de nacimiento, rn, nacido
nacer bebe > ajuar, bolso maternal, cuna, moises, rn
bolso clinica > bolso maternal, panalera, ajuar
postparto > faja postparto, calzon desechable, toalla maternal
cesarea > faja postparto, calzon desechable, cicatrizante
regalo nacimiento > ajuar, set de nacimiento, manta bebe, peluche, sonajero
regalo guagua > ajuar, set de nacimiento, manta bebe, sonajero, peluche, mordedor
baby shower regalo > torta de panales, ajuar, panal
nacido auto > silla huevito, silla de auto, autoasiento
viajar guagua > coche paraguas, cuna de viaje, portabebe, panalera
guagua frio > manta, saco de dormir, enterito, gorro, escarpin
guagua calor > muselina, ventilador coche, body manga corta
guagua piscina > panal de agua, flotador
panal piscina > panal de agua
sol guagua > quitasol coche, bloqueador bebe, parasol, gorro
mellizos > coche doble, coche gemelar, cuna doble
gemelos coche > coche doble, coche gemelar
guagua escalera > reja de escalera, barrera de escalera, puerta de seguridad
dedos enchufe > protector de enchufe, tapa enchufe
golpea esquinas > protector de esquinas, esquinero
abre cajones > traba, seguro de cajon
cae cama > baranda de cama, barrera de cama
escuchar guagua > monitor de bebe, baby call, camara wifi
muda guagua > mudador, panal, toallitas humedas, panalera
guagua brazos > portabebe, fular, bouncer
pierde chupete > portachupete, cadena de chupete
lavar mamadera > cepillo mamadera, esterilizador, escurridor
lavar ropa guagua > detergente bebe, hipoalergenico
embarazada dormir > almohada embarazo, cojin maternal
embarazada espalda > faja maternal, almohada embarazo
embarazada guata > faja maternal, calza maternal, antiestrias
buscar embarazo > acido folico, test ovulacion, prenatal
ovular > test ovulacion, ovulacion
atraso regla > test de embarazo
rechaza mamadera > tetina, anticolico, boca ancha
destetar > vaso antiderrame, vaso entrenador, papilla, mamadera
cargar guagua > portabebe, fular, mochila portabebe
ahijado > infantil, juguete, muneca, didactico
nino 1 ano > apilable, encaje, correpasillo, didactico
nino 3 anos > triciclo, plasticina, encaje, didactico, puzzle
nino 4 anos > puzzle, plasticina, memorice, triciclo, didactico
nino 5 anos > puzzle, lego, memorice, juego de mesa, plasticina
nino 7 anos > lego, juego de mesa, puzzle, kit cientifico
nino 8 anos > lego, juego de mesa, kit cientifico, puzzle
nino 10 anos > juego de mesa, kit cientifico, lego, dron
regalo cumpleanos nino > juguete, lego, pelota, juego de mesa
jugar familia > juego de mesa, bingo, ludo, naipe, domino
jugar grupo > juego de mesa, juego de cartas
juego tomar > beer pong, ruleta, shot, cartas
previa juego > beer pong, ruleta, shot, cartas
juego pareja > juego de pareja, cartas pareja, juego de mesa
acertijo > logica, escape room, misterio, ingenio
juego estrategia > estrategia, catan, ajedrez, risk
juego viaje > magnetico, naipe
jugar patio > columpio, resbalin, cama elastica, pelota
jugar afuera > aire libre, pelota, resbalin, columpio, volantin
jugar agua > pistola de agua, globos de agua, piscina
jugar arena > balde playa, pala playa, set de playa, arena magica
arena playa nino > balde playa, pala playa, set de playa
jugar doctor > set doctor, maletin doctor, set medico
jugar cocina > cocina de juguete, ollas de juguete, frutas de juguete, set de cocina
jugar supermercado > caja registradora, alimentos de juguete
jugar peluqueria > set de belleza, set peluqueria
jugar profesora > pizarra, tiza, plumon de pizarra
mago > set de magia, magia, varita
autismo > sensorial, fidget, pictograma, mordedor
tdah > sensorial, fidget, antiestres, concentracion
antiestres > fidget, squishy, popit, spinner
motricidad > encaje, ensartar, didactico, plasticina, montessori
aprender colores > encaje, apilable, didactico
aprender numeros > abaco, didactico, numeros
aprender hora > reloj didactico
coleccionar > coleccionable, funko
viejito pascuero > navidad, santa, papa noel, pascuero
inflar globos > inflador, bombin, helio
globos vuelen > helio
globo techo > helio
rellenar pinata > dulces, sorpresas, juguete surtido, caramelo
rellenar bolsas sorpresa > dulces, sorpresas, juguete surtido, caramelo
invitar cumpleanos > invitacion, tarjeta de invitacion
soplar vela > vela de cumpleanos, vela numero, vela
primer cumpleanos > vela numero, globo numero, globo, guirnalda
decorar cumpleanos > globo, guirnalda, banderin, cortina metalizada, letrero, centro de mesa
decorar arbol > esfera navidena, guirnalda navidena, luces navidad
fiesta hawaiana > collar hawaiano, hawaiano
fiesta neon > neon, luminosa, fluorescente, luz negra
fiesta mexicana > sombrero mexicano, mexicano, papel picado, bigote
fiesta disfraces > disfraz, antifaz, peluca
revelacion genero > globo revelacion, canon de confeti, challa, humo
comunion > vela, rosario, cruz, recuerdo comunion
licenciatura > birrete, toga, globo graduacion, ramo, felicitaciones
cueca > huaso, vestido de china, panuelo, espuela
alentar partido > bandera, corneta, pintacarita, bombo
mesa dulces > candy bar, cupcake, dulces
animar cumpleanos > pintacarita, castillo inflable, titere, animacion
envolver regalo > papel de regalo, papel kraft, cinta de regalo
regalo lector > novela, marcapagina, libro, bestseller
ruptura > autoayuda, amor propio, duelo
autoestima > amor propio, autoestima, autoayuda
crianza > crianza, apego, maternidad, disciplina positiva
pataleta > crianza, emociones, disciplina positiva
emociones nino > emociones, monstruo de colores, cuento
aprender cocinar > recetas, recetario, libro de cocina
meditar > mindfulness, meditacion, incienso, zafu
emprender > negocios, emprendimiento, marketing, finanzas
ejercitar mente > sudoku, sopa de letras, crucigrama, puzzle
ejercitar memoria > memorice, sudoku, sopa de letras, crucigrama
alzheimer > memorice, sopa de letras, sudoku, puzzle
crucigrama > sopa de letras, sudoku, crucigrama
paes > preuniversitario, paes, ensayo, facsimil
prueba admision > preuniversitario, paes, ensayo, facsimil
letra grande > letra grande, macrotipo, lupa
letra chica > lupa, lentes lectura, letra grande
aprender leer > silabario, abecedario, letras, cuento, primeros lectores
primeros lectores > cuento, silabario, infantil
guagua libro > libro de tela, libro de carton, libro de bano, sensorial
asesino > thriller, policial, crimen, misterio
detective > policial, misterio, sherlock, agatha christie, crimen
segunda guerra mundial > historica, historia, belica, nazi
golpe militar > historia, chile, dictadura
mitologia > mitologia, griega, dioses
tarot > tarot, oraculo, baraja tarot
aprender ingles > ingles, diccionario, flashcards
regalo profesora > agenda, taza, libreta, planta
subrayar > destacador, resaltador, bicolor
apuntes > cuaderno, destacador, lapiz gel, nota adhesiva
archivar > archivador, carpeta, acoclip, caja archivo
ordenar papeles > archivador, carpeta, bandeja de papel, organizador
guardar papeles > archivador, carpeta, caja archivo
juntar hojas > clip, corchetera, acoclip, perforadora de papel
corchetear > corchetera, corchete
plastificar > termolaminado, plastificadora, mica para plastificar
anillar trabajo > anillado, espiral
empastar > empaste, encuadernacion, anillado
imprimir tesis > impresion, anillado, empaste
embalar > cinta de embalaje, plastico burbuja, film, caja de carton
mudanza > caja de carton, cinta de embalaje, plastico burbuja, film
caligrafia > caligrafia, pluma, lettering, brush pen
escribir pizarra > plumon de pizarra, tiza
marcar ropa > etiqueta, lapiz tela, marcador permanente
etiquetar cuadernos > etiqueta, sticker, autoadhesiva
nombre utiles > etiqueta, sticker, autoadhesiva
forrar cuadernos > forro, papel contact, papel lustre, cubre cuaderno
pegar papel > stick fix, cola fria
pegar goma eva > silicona liquida, barra de silicona, agorex
pegar carton > cola fria, silicona liquida, barra de silicona
pegar madera > cola fria, agorex
pegar tela > pegamento tela, termoadhesivo, agorex
pegar zapato > agorex, la gotita, neopren
pegar plastico > la gotita, epoxico, agorex
pegar pared > cinta doble contacto, command, cinta masking, gancho adhesivo
cortar carton > cuchillo cartonero, tijera
calendario > calendario, planner, agenda
vuelta clases > escolar, cuaderno, mochila, lapiz, estuche
entrada clases > escolar, cuaderno, mochila, lapiz, estuche
primero basico > escolar, caligrafia, silabario, lapiz grafito, cuaderno
prekinder > tempera, plasticina, cotona, tijera punta roma, mochila
arte > tempera, acuarela, pincel, lienzo, croquera
matematica > cuaderno cuadriculado, calculadora, regla, abaco, multibase
educacion fisica > buzo, zapatilla, polera deportiva, bolso deportivo
maqueta > plumavit, carton piedra, cartulina, madera balsa, cuchillo cartonero, carton pluma
maqueta planetas > esfera plumavit, bola plumavit, tempera
sistema solar > esfera plumavit, bola plumavit, tempera
disertar > cartulina, papelografo, plumon, papel kraft
diario mural > goma eva, cartulina, panel de corcho, guirnalda
experimento > kit cientifico, kit de ciencia, microscopio
mochila pesada > mochila con ruedas, mochila trolley, ergonomica
almuerzo colegio > lonchera, termo comida, fiambrera, bolso termico
almuerzo pega > lonchera, termo comida, fiambrera, bolso termico
comida caliente colegio > termo comida, lonchera
agua colegio > botella, cantimplora, antiderrame
derramar > antiderrame, hermetico
guardar lapices > estuche, portalapices, organizador
guardar dibujos > portafolio, carpeta dibujo, tubo portaplanos
agarrar lapiz > triangular, grip, jumbo
aprender escribir > caligrafia, lapiz triangular, pizarra, abecedario
aprender multiplicar > tabla multiplicar, didactico
calcular > calculadora
dibujo tecnico > tiralineas, escuadra, compas, regla t, portamina
estudiar arquitectura > escalimetro, tiralineas, croquera, carton pluma, cuchillo cartonero, portaplanos
medir angulos > transportador, escuadra, compas
punta lapiz > sacapuntas, portamina, mina
empezar pintar > set de pintura, acrilico, acuarela, lienzo, pincel, kit
pintar cuadro > oleo, acrilico, lienzo, pincel, caballete
pintar tela > pintura textil, pintura para tela, lapiz textil, posca
pintar polera > pintura textil, pintura para tela, lapiz textil, anilina, posca
pintar ropa > pintura textil, pintura para tela, anilina, posca
tenir ropa > anilina, tinte, colorante
tenir polera > anilina, tinte, tie dye
tie dye > tie dye, anilina, tinte
pintar vidrio > pintura vitral, vitral, posca
pintar ceramica > esmalte ceramico, pintura ceramica, acrilico, posca
pintar madera > acrilico, barniz, pintura a la tiza, esmalte
pintar mueble > pintura a la tiza, esmalte, lija, barniz
pintar zapatillas > posca, pintura cuero, acrilico
pintar yeso > acrilico, figura de yeso, tempera
pintar mural > latex, acrilico, pintura spray
pintar nino > tempera, pintura de dedos, acuarela, libro para colorear, lavable
pintar cara > pintacarita, maquillaje artistico
pintar miniaturas > acrilico, pincel fino, vallejo, imprimante
pintar relajarse > mandala, pintar por numeros, acuarela, libro para colorear
colorear > libro para colorear, mandala, lapiz de color, scripto
mandala > libro para colorear, mandala, lapiz de color
aprender dibujar > croquera, lapiz grafito, carboncillo, set de dibujo
retrato > carboncillo, lapiz grafito, difumino, croquera
dibujar manga > tiralineas, marcador al alcohol, croquera
punta fina > tiralineas, micropunta
graffiti > pintura spray, posca, marcador
armar pulsera > mostacilla, hilo elastico, abalorio, dije, kit pulseras
armar collar > mostacilla, abalorio, dije, mosqueton, hilo nylon
tejer pulsera > hilo mouline, mostacilla, hilo encerado, kit pulseras
fabricar vela > cera de soya, pabilo, molde, fragancia para velas
fabricar jabon > base de jabon, glicerina, molde, esencia
trabajar resina > resina epoxica, molde silicona, pigmento
personalizar taza > taza sublimable, sublimacion, vinilo
estampar polera > vinilo textil, sublimacion, dtf, serigrafia, estampado
restaurar mueble > lija, pintura a la tiza, barniz, removedor, betun de judea
envejecer madera > betun de judea, patina, cera
tallar madera > gubia, formon
esculpir > greda, arcilla, esteca, plasticina
modelar figuras > arcilla polimerica, porcelana fria, plasticina, greda, esteca
taller ceramica > greda, arcilla, esteca, esmalte ceramico
decorar cuaderno > washi tape, sticker, lapiz gel
pegar mostacilla > e6000, b7000, agorex
pegar piedra fantasia > e6000, b7000
armar avion > modelismo, maqueta
mosaico > venecita, tesela, frague
marroquineria > cuero, sacabocado, hilo encerado, remache
enmarcar > marco, passepartout
empezar tejer > kit principiante, kit tejido, palillo, crochet, lana, principiante
aprender tejer > kit principiante, kit tejido, palillo, crochet, lana, principiante
aprender crochet > kit crochet, kit principiante, gancho de crochet, hilo de algodon
aprender coser > maquina de coser, kit de costura, principiante, costurero
empezar coser > maquina de coser, kit de costura, principiante, costurero
aprender bordar > kit de bordado, bastidor, mouline, tela aida
tejer gorro > lana gruesa, palillo circular, lana
tejer bufanda > lana gruesa, palillo, lana
tejer chaleco > lana, palillo, palillo circular
tejer guagua > lana bebe, algodon, hipoalergenica, lana
tejer bolso > trapillo, hilo macrame, algodon
tejer manta > lana gruesa, merino, lana
tejer verano > algodon, bambu, hilo de algodon
tejer muneco > amigurumi, hilo de algodon, vellon siliconado, ojo de seguridad
tejer calcetines > lana calcetin, palillo doble punta, merino
tejer alfombra > trapillo, lana gruesa
lana pique > merino, algodon, bambu, suave
lana suave > merino, lana bebe, chenille, algodon
duele tejer > ergonomico, gancho ergonomico, palillo circular, bambu
contar vueltas > contador de vueltas, marcador de puntos
basta pantalon > cinta termoadhesiva, hilo de coser, aguja
subir basta > cinta termoadhesiva, hilo de coser, aguja
dobladillo > cinta termoadhesiva, hilo de coser, aguja
pegar boton > hilo de coser, aguja, boton, costurero
boton cayo > boton, hilo de coser, aguja, costurero
cierre malo > cierre, cremallera, cursor
parchar pantalon > parche termoadhesivo, rodillera, mezclilla
parchar ropa > parche termoadhesivo, hilo de coser, aguja
hoyo pantalon > parche termoadhesivo, hilo de coser, aguja
zurcir > aguja, hilo de coser, huevo de zurcir
descoser > descosedor
descosio > hilo de coser, aguja, costurero
ajustar cintura > elastico, hilo de coser
coser cuero > aguja cuero, hilo encerado, lezna
coser jeans > aguja jeans, hilo grueso
coser lycra > aguja elasticada, aguja stretch, overlock
coser cortinas > cinta cortina, argolla, ojetillo, hilo de coser
coser mano > aguja, hilo de coser, dedal
enhebrar > enhebrador
maquina coser trabada > aceite de maquina, bobina, aguja de maquina
salta puntada > aguja de maquina, bobina
tela fiesta > saten, gasa, tul, encaje, lentejuela
tela novia > tul, encaje, saten, organza
tela verano > lino, viscosa, popelina
tela invierno > polar, chiporro, pano, lanilla
tela guagua > muselina, franela, algodon, minky
tela cojin > lino, tapiz, jacquard, felpa
tela sillon > tapiz, felpa, ecocuero, chenille
tapizar > tapiz, ecocuero, felpa, espuma
tela mantel > hule, antimanchas, crea
tela exterior > lona, outdoor, impermeable
tela uniforme > gabardina, popelina, piquet
tela deportiva > dry fit, lycra, piquet
tela pijama > franela, polar, algodon
tela disfraz > tul, lentejuela, raso, panolenci
tela patchwork > popelina, algodon, patchwork
rellenar cojin > vellon siliconado, relleno, napa, plumon
rellenar peluche > vellon siliconado, relleno
bordar nombre > mouline, bastidor, bordado
macrame empezar > hilo macrame, argolla, kit macrame
marcar tela > tiza de sastre, jaboncillo, lapiz textil
cortar tela > tijera de sastre, cortador rotatorio, base de corte
medir cuerpo > huincha de costura, cinta metrica
pelusa ropa > quitapelusa, rodillo adhesivo
bolitas chaleco > quitapelusa, quitamotas
pelo ropa > quitapelusa, rodillo adhesivo, quitapelo
guardar lanas > bolso tejido, organizador, canasto
guardar hilos > costurero, organizador, caja de costura
emprender costura > overlock, maquina de coser, maquina recta, maniqui
abuela teje > lana, palillo, crochet
fieltrar > vellon, aguja de fieltro
perro prenada > gestacion, lactancia, cachorro, puppy
perro grande > raza grande, large, maxi
perro chico > raza pequena, small, mini
perro mediano > raza mediana, medium
gato rasguna > rascador, cortaunas
vacunar perro > sextuple, octuple, antirrabica, vacuna
vacunar gato > triple felina, antirrabica, vacuna
alimento gallina > ponedora, postura
ciclar acuario > bacterias, acondicionador de agua, test
murio perro > urna, cremacion, anfora
guagua duerma > swaddle, saco de dormir, ruido blanco, movil de cuna, bouncer
guagua 6 meses > mordedor, papilla, silla de comer, sonajero
bebe 6 meses > mordedor, papilla, silla de comer, sonajero
parto hospital > ajuar, bolso maternal, camisa de parto, calzon desechable
parto clinica > ajuar, bolso maternal, camisa de parto, calzon desechable
2 jugadores > ajedrez, juego de damas, juego de cartas
entra kinder > tempera, plasticina, cotona, croquis, mochila
utiles kinder > tempera, plasticina, cotona, croquis, mochila
forrar libro > forro, papel contact, papel kraft
recortar papel > tijera, cuchillo cartonero
recortar cartulina > tijera, cuchillo cartonero
`
