/** House, garden, tools, cars. The formats are those of `../synonyms.ts`, `../kinds.ts` and `../needs.ts`. */
export const SYNONYMS = `
inodoro, wc, excusado, poceta, taza de wc
lavamanos, lavabo
lavaplatos, fregadero
grifo, griferia, llave de agua, canilla de agua
llave de paso, llave de corte, valvula de paso
challa de ducha, regadera de ducha, cabezal de ducha
caneria, tuberia
sopapo, desatascador de bano, chupon de bano
golilla, arandela
tarugo, taquete, chazo, ramplug, taco fischer, taco fisher
broca, mecha para taladro
thinner, tiner, tinner
interruptor, apagador, suiche, interruptor de luz
disyuntor, breaker, termomagnetico, interruptor automatico, automatico electrico
huincha aisladora, cinta aislante, cinta aisladora, teipe electrico, tape electrico
masking tape, cinta de enmascarar, cinta masking, cinta de pintor, tirro
amarra plastica, amarracables, precinto plastico, tie wrap, tirrap, cintillo plastico
multimetro, multitester, multimetro digital
generador electrico, grupo electrogeno, planta electrica
hidrolavadora, karcher, lavadora a presion, hidrolimpiadora
volcanita, yeso carton, drywall, durlock, tablayeso
terciado, triplay, contrachapado, plywood
zinc acanalado, calamina, plancha de zinc
fierro estriado, cabilla, fierro de construccion
neopren, agorex, pegamento de contacto, adhesivo de contacto
aflojatodo, wd40, wd 40, afloja tuercas
cola fria, cola de carpintero, cola blanca
pasta muro, enduido, mastique
anticorrosivo, antioxido, anti oxido
cerradura digital, cerradura inteligente, chapa digital, smart lock
manilla de puerta, manija, picaporte, pomo de puerta
estanque de agua, tanque de agua, tinaco
zapato de seguridad, calzado de seguridad, botin de seguridad, bototo de seguridad
lentes de seguridad, gafas de seguridad, lentes de proteccion, antiparra de seguridad
extintor, extinguidor, matafuego
cortadora de pasto, cortacesped, podadora de pasto, cortapasto
orilladora, bordeadora
desmalezadora, desbrozadora, motoguadana
motosierra, sierra de cadena, chainsaw
tijera de podar, tijera podadora, podadera
programador de riego, temporizador de riego, controlador de riego, timer de riego
pasto sintetico, pasto artificial, cesped sintetico, cesped artificial, grama sintetica
herbicida, matamaleza, mata maleza
quitasol, sombrilla
malla raschel, malla sombra, malla de sombreo, media sombra, polisombra
piscina, alberca, pileta de natacion
alguicida, algicida, antialgas, anti algas
recogehojas, sacahojas, recoge hojas, red de piscina
limpiafondo, barrefondo, robot de piscina, aspiradora de piscina
almacigo, plantin, plantula
almaciguera, bandeja de almacigo, bandeja germinadora, semillero
humus de lombriz, vermicompost, lombricompost
compostera, compostador, vermicompostera
fibra de coco, sustrato de coco, coco peat
potus, pothos
monstera, costilla de adan
sansevieria, sanseviera, lengua de suegra
espatifilo, spathiphyllum, lirio de paz
cardenal, geranio, malvon
buganvilia, bugambilia, buganvilla, trinitaria
aloe vera, sabila, aloe
carpa de cultivo, carpa indoor, growbox, grow box, grow tent
led de cultivo, quantum board, lampara de cultivo, grow light, panel de cultivo
filtro de carbon, filtro carbon activado, filtro anti olor
autofloreciente, autofloracion, autoflower, semilla automatica
blunt, hemp wrap, papel blunt
filtro de carton, tips, boquilla de carton
rolling tray, bandeja para armar, bandeja para enrolar, bandeja para rolar
enroladora, liadora, maquina para enrolar
cbd, cannabidiol
aceite de cbd, gotas de cbd, tintura de cbd
liquido de vaper, liquido para vapear, eliquid, esencia para vaper
coil, resistencia de vaper
cartucho 510, cartridge 510, cartucho de vaporizador
enraizante, raizante, estimulador de raices, hormona de enraizamiento, clonex
macetero geotextil, smart pot, maceta de tela, macetero textil
medidor de ph, phmetro, peachimetro, tester de ph
temporizador, timer, timer digital
higrometro, termohigrometro, higrotermometro
arcilla expandida, hydroton, arlita
lana de roca, rockwool
jiffy, pastilla de turba, pellet de turba
boveda, integra boost, regulador de humedad
malla secadora, malla de secado
cono prerolado, preroll, pre roll
shisha, hookah, narguile, cachimba
soplete, torch, antorcha a gas
gramera, balanza de precision, balanza gramera
incienso, sahumerio, sahumo
sillon reclinable, reclinable, recliner
puf, pouf, puff
taburete, piso de bar, silla de bar, bar stool
perchero, perchero de pie, colgador de pie
colgador de ropa, gancho de ropa, percha de ropa, hanger
rack tv, mueble tv, mesa de tv, mueble para televisor
arrimo, mesa de arrimo, mueble recibidor
camarote, litera
cama nido, cama marinera
cabecera, respaldo de cama
zapatero, organizador de zapatos, mueble para zapatos
canasto, cesto
lampara de pared, aplique de muro, aplique de pared
cinta led, manguera led, led strip
foco embutido, ojo de buey, downlight, spot embutido
reflector led, proyector led, foco led exterior
guirnalda de luces, guirnalda led, luces de hadas
florero, jarron
portarretrato, portaretrato, porta retrato
biombo, separador de ambiente, division de ambiente
hamaca, chinchorro
reposera, tumbona, chaise longue
silla de escritorio, silla de oficina, silla pc, silla de computador
tocador, peinadora, mesa de maquillaje
aparador, mueble buffet, vajillero
cubrecolchon, cubre colchon, protector de colchon, funda de colchon, forro de colchon
sabana bajera, sabana ajustable, sabana con elastico
funda de almohada, fundon
funda de plumon, funda nordica, cubre plumon
quilt, colcha
sobrecolchon, topper de colchon
calientacama, calienta cama, frazada electrica, manta electrica, cobija electrica
blackout, black out, oscurecedora
visillo, cortina de velo, cortina traslucida
barra de cortina, barral de cortina, cortinero
pano de cocina, repasador, pano de platos, limpion
delantal de cocina, mandil, pechera de cocina
cortina de bano, cortina de ducha
piso de bano, alfombra de bano, tapete de bano
felpudo, limpiapies, alfombra de entrada
viscoelastica, memory foam, espuma con memoria
sherpa, chiporro
polar, fleece, micropolar
mosquitero, toldillo
plaza y media, 1.5 plazas
camino de mesa, runner de mesa
cubre sofa, funda de sofa, forro de sofa, protector de sofa, cubresofa
manta ponderada, manta con peso, weighted blanket
tupper, tupperware, taper, tapper, tuper
lonchera, lunchera, lunch box, porta vianda, lunch bag
olla a presion, olla express
arrocera, olla arrocera, rice cooker
cafetera italiana, cafetera moka, greca, moka italiana
prensa francesa, french press, cafetera francesa, cafetera de embolo
budare, comal, plancha para arepas, sarten para arepas
uslero, rodillo de cocina
colador, cernidor, cedazo, tamiz
rallador, rayador
pelapapas, pela papas, pelador de papas, pelaverduras
abrelatas, abridor de latas, abre latas
sacacorchos, descorchador, tirabuzon
destapador de botella, abrebotellas, abridor de botellas
tabla de picar, tabla de cortar, tabla de cocina
fuente de horno, asadera, pirex, pyrex, fuente refractaria
manga pastelera, manga de reposteria, manga para decorar
posavasos, portavasos, coaster
escurridor de platos, secaplatos, escurreplatos, escurridor de loza
bowl, bol, cuenco
bombilla reutilizable, popote, bombilla para beber
tenaza de cocina, pinza de cocina, tenaza parrillera
fierro anticucho, pincho anticucho, brocheta metalica
disco de arado, disco para asado, disco de acero
schopero, jarro cervecero, vaso cervecero
afilador de cuchillos, afilacuchillos
alusa plast, film plastico, film adherente, papel film, alusa
papel aluminio, alusa foil
papel mantequilla, papel manteca, papel para hornear, papel de horno
ziploc, ziplock, zip lock
trapero, trapeador, coleto, trapo de piso
mopa, lampazo, mop
escoba, escobillon
pala de basura, recogedor, pala de aseo
basurero, papelero, tacho de basura, caneca, bote de basura
esponja, estropajo
virutilla, lana de acero, esponja de acero, virulana
limpiavidrios, limpia vidrios, limpiacristales
suavizante, suavizante de ropa, softlan
jabon en polvo, detergente en polvo
quitamanchas, sacamanchas, vanish, desmanchador
quitagrasa, desengrasante
desinfectante en aerosol, lysoform, lysol, desinfectante en spray
lustramuebles, lustra muebles, blem
plumero, sacudidor, quitapolvo
desodorante ambiental, aromatizante, ambientador, aromatizador, desodorante de ambiente
pastilla wc, canastillo wc, pastilla de estanque
tendedero, tendal, tendedor de ropa
tabla de planchar, burro de planchar, planchador de ropa
escobilla de bano, escobilla wc, escobilla de inodoro, churrusco
caja de carton, caja corrugada, caja de embalaje
cinta de embalaje, huincha de embalaje, cinta embalar, huincha embalar
cinta adhesiva, cinta scotch, cinta transparente
plastico burbuja, papel burbuja, bubble wrap, poliburbuja
film stretch, stretch film, film de embalaje, film paletizado
plumavit, aislapol, poliestireno expandido, tecnopor, icopor, telgopor
papel kraft, papel de envolver
papel de seda, papel volantin
mondadientes, palillo de dientes, escarbadientes
sticker, calcomania, pegatina
califont, calefon, calentador de agua
termo electrico, termotanque
congelador, freezer
frigobar, minibar, mini bar
lavaseca, lavasecadora, lavadora secadora
secadora de ropa, secarropas
campana de cocina, campana extractora, extractor de cocina
split, minisplit, mini split
oleoelectrica, estufa oleo, radiador electrico, radiador de aceite
parafina, kerosene, querosen
combustion lenta, estufa a lena, bosca, salamandra
balon de gas, cilindro de gas, bombona de gas, garrafa de gas, galon de gas
batidora de pedestal, batidora planetaria
minipimer, mini pimer, batidora de inmersion, licuadora de mano, mixer de mano
sandwichera, sanguchera, sandwich maker
tostador, toaster
cafetera, coffee maker, maquina de cafe
olla multifuncional, multicooker, instant pot
plancha vertical, steamer, vaporizador de ropa, vaporizador de prendas
enfriador de aire, air cooler, climatizador evaporativo
cocinilla, hornilla
gata hidraulica, gata de auto, gata tijera
luneta, vidrio trasero auto
parachoque, paragolpes
tapabarro, guardabarro, guardafango, salpicadera
maletero, portamaletas, cajuela
neblinero, antiniebla, faro neblinero
optico delantero, foco delantero, faro delantero
intermitente, senalero, luz de viraje, luz direccional
bocina de auto, claxon
radio de auto, autoradio, autorradio, radio android
camara de retroceso, camara de reversa
sensor de retroceso, sensor de reversa, sensor de estacionamiento
dashcam, dash cam, camara de auto
cubreasiento, cubre asiento, forro de asiento, funda de asiento
cubrevolante, cubre volante, funda de volante, forro de volante, forro de timon
alfombra de auto, piso de goma auto, tapete de auto
cobertor de auto, funda de auto, lona de auto, cubre auto
parasol de auto, tapasol, cubre parabrisas
portaequipaje, porta equipaje, parrilla de techo, barra de techo
portabicicletas, porta bicicletas, rack de bicicletas
enganche de remolque, bola de arrastre, coco de arrastre
roba corriente, cable puente, pasa corriente, cables de arranque
partidor de bateria, arrancador de bateria, jump starter
compresor de auto, inflador de neumaticos, compresor portatil
trabavolante, traba volante, baston antirrobo
cortacorriente, corta corriente
lamina polarizada, papel ahumado, film polarizado
tapacubo, tapa de rueda
refrigerante, anticongelante, coolant
correa de distribucion, correa de tiempo, kit de distribucion
embrague, croche
bencina, gasolina, nafta
bomba de bencina, bomba de combustible, bomba de gasolina
tubo de escape, silenciador de escape, mofle, exosto
motor de partida, motor de arranque, burro de arranque
scanner automotriz, obd2, obdii, escaner automotriz
renovador de plasticos, armor all, silicona para tablero, abrillantador de tablero
pulimento, pasta de pulir, compound
aromatizante de auto, desodorante de auto, perfume de auto, pinito aromatizante
top case, topcase, baul de moto, maleta de moto
intercomunicador, intercom, manos libres casco
soporte de celular auto, porta celular auto, holder auto
chaleco reflectante, chaleco reflectivo
kit de emergencia auto, kit de seguridad auto, kit carretera
dracaena, dracena, tronco del brasil
`

export const KINDS = `
herramienta electrica > taladro, esmeril, caladora, lijadora, sierra circular, rotomartillo, atornillador, pulidora
herramienta manual > martillo, alicate, destornillador, serrucho, cincel, formon, nivel
ferreteria > tornillo, clavo, tarugo, martillo, taladro, cerradura, silicona, candado
plomeria > caneria, teflon, sifon, flexible, codo, sopapo, griferia
fijacion > tornillo, clavo, perno, tarugo, golilla, tuerca, autoperforante
material electrico > cable, enchufe, interruptor, ampolleta, canaleta, disyuntor, huincha aisladora
proteccion personal > casco, guante, antiparra, chaleco reflectante, zapato de seguridad, respirador, protector auditivo
quincalleria > bisagra, manilla, cerradura, pestillo, tornillo, tirador
artefacto sanitario > inodoro, wc, lavamanos, vanitorio, tina
pegamento > epoxi, poxipol, agorex, neopren, cola fria, bekron
plancha de madera > terciado, osb, mdf, melamina
revestimiento > ceramica, porcelanato, papel mural, piso flotante
barniz > lasur, cerestain, vitrificante, protector de madera
planta de interior > monstera, potus, sansevieria, zamioculca, ficus, helecho, calathea, espatifilo
planta de exterior > lavanda, buganvilia, cardenal, rosal, hortensia, romero, jazmin
planta colgante > potus, helecho, hiedra, lazo de amor, sedum
arbol frutal > limonero, naranjo, palto, manzano, ciruelo, higuera, mandarino
frutal > limonero, palto, manzano, ciruelo, higuera, mandarino
hierba aromatica > albahaca, oregano, romero, tomillo, ciboulette, menta, melisa
bulbo > tulipan, narciso, jacinto, gladiolo, dalia, freesia
herramienta de jardin > pala, rastrillo, tijera de podar, azadon, horqueta, chuzo
jardineria > manguera, pala, tijera de podar, sustrato, macetero, rastrillo, fertilizante, semilla
riego > manguera, aspersor, goteo, regadera, programador
quimico piscina > cloro, alguicida, clarificador, floculante
accesorio piscina > limpiafondo, recogehojas, skimmer, cobertor, flotador, escobilla
plaguicida > insecticida, fungicida, herbicida, acaricida, neem
sustrato > perlita, turba, fibra de coco, humus, vermiculita
growshop > semilla, fertilizante, sustrato, carpa de cultivo, papelillo, moledor, bong
parafernalia > pipa, bong, papelillo, moledor, enroladora, encendedor, cenicero
fertilizante > guano, humus, npk, salitre, urea, biobizz, calmag
ventilacion > extractor, ventilador, ducto, intractor
iluminacion cultivo > quantum board, led de cultivo, sodio hps
vapear > vaporizador, vaper, pod, eliquid
decoracion > cuadro, florero, espejo, vela, lampara, cojin, guirnalda, figura
deco > cuadro, florero, espejo, vela, lampara, cojin, guirnalda, figura
adorno > figura, florero, cuadro, escultura, guirnalda
organizador > caja organizadora, canasto, cajonera, zapatero, repisa
iluminacion > plafon, aplique, cinta led, ampolleta, reflector, guirnalda de luces
mueble de cocina > despensero, alacena, isla de cocina, mueble microondas
mueble de living > sofa, sillon, mesa de centro, rack, arrimo, poltrona
mueble de dormitorio > cama, velador, comoda, closet, respaldo
mueble de oficina > escritorio, silla de escritorio, archivador, librero, kardex
mueble de jardin > reposera, quitasol, juego de terraza, mesa de exterior
sillon > poltrona, bergere, butaca
ropa de cama > sabana, plumon, frazada, cubrecama, almohada, quilt, cubrecolchon
blanqueria > sabana, toalla, plumon, frazada, mantel
textil hogar > toalla, sabana, cortina, mantel, cojin, alfombra
cortina > blackout, visillo, roller, persiana
cortinaje > cortina, roller, visillo, blackout, riel, barra de cortina
manteleria > mantel, mantel individual, camino de mesa, servilleta
colcha > cubrecama, cobertor, edredon
menaje > olla, sarten, plato, vaso, taza, cubierto, cuchillo, fuente, jarro
utensilio > cuchara, espatula, cucharon, batidor, espumadera, rallador, pelador, colador
bateria de cocina > olla, sarten, set de ollas
vajilla > plato, tazon, pocillo, bowl, ensaladera
loza > vajilla, plato, tazon, pocillo, taza
cristaleria > copa, vaso, jarro, decantador
reposteria > molde, manga pastelera, boquilla pastelera, batidor, cortador de galletas, fondant
accesorio parrilla > tenaza, fierro anticucho, brocha parrilla, soplador, escobilla de parrilla
contenedor de comida > tupper, pote, hermetico
limpieza > detergente, cloro, limpiador, desinfectante, escoba, mopa, lavaloza, esponja, desengrasante
desechable > vaso polipapel, vaso plastico, plato de carton, cubierto plastico, bandeja de aluminio, plumavit
embalaje > caja de carton, plastico burbuja, cinta de embalaje, film stretch
packaging > caja de carton, plastico burbuja, cinta de embalaje, papel kraft, etiqueta
detergente > jabon en polvo, omo, ariel, rinso
trapo > pano, trapero, huaipe, microfibra
lavado de ropa > detergente, suavizante, quitamanchas
linea blanca > refrigerador, lavadora, secadora, congelador, lavavajillas, microondas, cocina a gas
electro > refrigerador, lavadora, microondas, hervidor, licuadora, aspiradora, freidora, tostador
pequeno electrodomestico > hervidor, licuadora, tostador, batidora, sandwichera, cafetera, minipimer
calefaccion > estufa, calefactor, oleoelectrica, termoventilador, convector, combustion lenta
climatizacion > aire acondicionado, ventilador, split, estufa, calefactor
estufa > oleoelectrica, termoventilador, convector, toyotomi, infrarroja, halogena, turbo calefactor
califont > calefont
calentador de agua > calefont, termo electrico
roomba > robot aspirador, aspiradora robot
frigider > refrigerador
autoparte > filtro, bujia, amortiguador, alternador, radiador, embrague
tren delantero > amortiguador, rotula, terminal de direccion, bieleta, cazoleta
luces auto > neblinero, h4, h7, barra led, xenon
accesorio auto > cubreasiento, cubrevolante, alfombra de auto, parasol, aromatizante, soporte de celular auto
audio auto > radio de auto, parlante, subwoofer, amplificador, 6x9
corneta auto > parlante, 6x9
detailing > cera, shampoo auto, pulimento, microfibra, descontaminante, renovador
frenos > pastilla de freno, disco de freno, balata, liquido de frenos
equipamiento moto > casco, guante moto, chaqueta moto, rodillera, impermeable moto
herramienta auto > gata hidraulica, llave de rueda, scanner automotriz, llave de torque
4x4 > snorkel, barra led, malacate, eslinga
gavetero > comoda, cajonera
sobrecolchon > topper
`

export const NEEDS = `
bano tapado > sopapo, destapador, desatascador, soda caustica
resbaloso > antideslizante
resbala ducha > antideslizante, piso antideslizante, cinta antideslizante, barra de apoyo
caer ducha > barra de apoyo, antideslizante, asiento de ducha
estanque wc > fitting, valvula de admision, valvula de descarga, flotador
corre agua bano > fitting, valvula de descarga, flotador
gotea llave > golilla, teflon, empaquetadura, monomando, griferia
presion agua > bomba presurizadora, hidropack, presurizador, bomba de agua
corte agua > estanque, bidon, balde, tambor
cortaron agua > estanque, bidon, balde, tambor
fuga agua > teflon, masilla epoxica, abrazadera, sellador, llave de paso
fuga gas > detector de gas, regulador de gas, flexible gas, manguera de gas
olor gas > detector de gas, regulador de gas, flexible gas, manguera de gas
caneria rota > copla, abrazadera, pegamento pvc, masilla epoxica, union
salta automatico > disyuntor, diferencial, automatico, termomagnetico
corta luz > recargable, luz de emergencia, pilas
cortaron luz > linterna, generador, vela, recargable, luz de emergencia
apagon > linterna, generador, vela, recargable, luz de emergencia, pilas
baja voltaje > regulador de voltaje, estabilizador
faltan enchufes > alargador, zapatilla electrica, multiple, regleta
enchufe lejos > alargador, extension electrica, carrete electrico
enchufe americano > adaptador de enchufe, adaptador
cables sueltos > canaleta, amarra plastica, organizador de cables
ordenar cables > organizador de cables, canaleta, amarra plastica
luz patio > foco solar, reflector, aplique exterior, estaca solar, guirnalda de luces
luz sin cable > lampara solar, foco solar, recargable, luz a pilas
sin enchufe > recargable, inalambrico, lampara solar, luz a pilas
puerta rechina > wd 40, lubricante, aflojatodo, grafito
puerta golpea > tope de puerta, cierrapuertas, retenedor
chiflon > burlete, sellapuerta, sella puerta, espuma poliuretano
entra frio > burlete, sellapuerta, sella puerta, espuma poliuretano, cortina termica
hoyo pared > pasta muro, masilla, espatula, yeso
pared trizada > pasta muro, sellador, masilla, espatula
grieta pared > pasta muro, sellador, masilla, espatula
pintura descascara > pasta muro, lija, sellador, espatula, latex
pintura vieja > removedor de pintura, decapante, espatula, lija
humedad pared > impermeabilizante, antihumedad, antisalitre, antihongos, latex
pintar pared > latex, rodillo, brocha, masking tape, bandeja
pintar pieza > latex, rodillo, brocha, masking tape, bandeja
pintar reja > esmalte sintetico, esmalte, anticorrosivo, brocha, lija
pintar madera > barniz, lasur, protector de madera, cerestain, esmalte
pintar mueble > pintura tiza, chalk paint, esmalte, barniz, lija, brocha
pintar azulejo > epoxica, esmalte, ceramica
pintar piscina > pintura piscina, impermeabilizante, epoxica
limpiar brocha > aguarras, diluyente, thinner
sin taladrar > adhesivo, gancho adhesivo, autoadhesivo, ventosa, cinta doble
sin taladro > adhesivo, gancho adhesivo, autoadhesivo, ventosa, cinta doble
colgar tele > soporte tv, soporte tele, tarugo
tele pared > soporte tv, soporte tele
colgar repisa > escuadra, mensula, tarugo, tornillo, taladro
colgar cortina > barra de cortina, riel, tarugo
pegar madera > cola fria, adhesivo de montaje
pegar fierro > epoxi, poxipol, soldadora
pegar plastico > epoxi, poxipol, superglue
pegar zapato > neopren, agorex
pegar ceramica > bekron, adhesivo ceramica, fragua, llana
cortar metal > esmeril, disco de corte, sierra, tijera hojalatera
cortar madera > sierra circular, serrucho, caladora, sierra
cortar vidrio > cortavidrio, cortador de vidrio
cortar lena > motosierra, hacha
cortar ramas > tijera de podar, tijeron, serrucho de podar, motosierra
cortar pasto > cortadora de pasto, orilladora, desmalezadora, tijera de pasto
medir pared > flexometro, huincha, medidor laser
tornillo rodado > extractor de tornillos
perno oxidado > aflojatodo, wd 40
perdi llave > cilindro, cerradura
ladron > alarma, camara, cerradura, candado, sensor de movimiento
cerrar terreno > malla, poste, alambre, polin
gallinero > malla hexagonal, malla gallinero, polin
instalar lavadora > llave de lavadora, manguera, flexible, teflon
instalar calefont > flexible gas, ducto, teflon, llave de paso
instalar lavaplatos > sifon, flexible, griferia, silicona, desague
instalar inodoro > sello de cera, flexible, perno de anclaje, silicona
instalar enchufe > caja electrica, cable, canaleta, huincha aisladora
instalar ceramica > bekron, adhesivo ceramica, fragua, llana, cruceta
herramientas basicas > set de herramientas, caja de herramientas, kit de herramientas, maletin
proteger oidos > protector auditivo, tapones
proteger ojos > antiparra, lentes de seguridad, careta
trabajo altura > arnes, cuerda de vida, escalera, casco
llegar techo > escalera, escala telescopica
estucar > cemento, mortero, estuco, llana
tabique > volcanita, montante, perfil, lana mineral
aislar casa > lana de vidrio, lana mineral, aislapol, aislante
aislar ruido > panel acustico, espuma acustica, lana mineral, burlete
proteger madera > protector de madera, barniz, lasur, vitrificante, preservante
hoja amarilla > fertilizante, quelato, hierro, abono
pasto seco > semilla pasto, resembrado, fertilizante, aspersor, pasto en rollo
pasto amarillo > fertilizante, sulfato de hierro, aspersor
pasto pelado > semilla pasto, resembrado, pasto en rollo
maleza > herbicida, matamaleza, malla antimaleza, desmalezadora, azadon
pulgones > jabon potasico, neem, insecticida
arana roja > acaricida, neem
mosca blanca > neem, trampa amarilla, insecticida, jabon potasico
babosas > caracolicida, molusquicida, babosas
caracoles plantas > caracolicida, molusquicida, babosas
conchuela > aceite mineral, neem, jabon potasico, insecticida
chanchito blanco > neem, jabon potasico, aceite mineral, insecticida
oidio > azufre, fungicida
hongos plantas > fungicida, azufre, cobre
comen hojas > insecticida, neem, caracolicida
bichos plantas > neem, insecticida, jabon potasico, trampa
mosquitas plantas > trampa amarilla, neem, bacillus, diatomeas
espantar palomas > pinchos, ahuyentador, malla
espantar gatos > repelente, ahuyentador
pajaros huerto > malla antipajaros, espantapajaros, ahuyentador
avispas > trampa avispas, insecticida avispas, insecticida
arana rincon > aracnicida, insecticida, residual
matar aranas > aracnicida, insecticida
fumigar > insecticida, pulverizador, cipermetrina, fumigador
pulgas patio > cipermetrina, insecticida, pulverizador
pulgas casa > cipermetrina, insecticida
chinches cama > insecticida, cipermetrina, cubrecolchon
laucha > raticida, trampa raton, veneno raton, cebo
guaren > raticida, trampa raton, veneno raton, cebo
regar > manguera, aspersor, regadera, goteo, programador
plantas vacaciones > programador de riego, goteo, autorriego, riego automatico
olvido regar > autorriego, programador de riego, suculenta, cactus
riego automatico > programador de riego, electrovalvula, aspersor, goteo
manguera rota > conector manguera, reparador manguera, union manguera, abrazadera
manguera enreda > porta manguera, carrete, enrollador, extensible
trasplantar > macetero, sustrato, tierra de hoja, enraizante, palita
transplantar > macetero, sustrato, tierra de hoja, enraizante, palita
esqueje > enraizante, sustrato, jiffy
planta triste > fertilizante, abono, sustrato
secan plantas > fertilizante, goteo, autorriego, sustrato
pudre raiz > fungicida, perlita, sustrato
planta crece > fertilizante, humus, abono
salgan flores > fertilizante floracion, floracion, fertilizante
purificar aire > purificador de aire, hepa, sansevieria, espatifilo, potus
planta oficina > zamioculca, potus, sansevieria, suculenta
planta bano > helecho, potus, calathea
planta gato > pet friendly, calathea, helecho, pasto gato
planta regalo > orquidea, suculenta, anturio, bonsai
planta sol > pleno sol, lavanda, cardenal, suculenta, cactus, romero
planta sombra > sombra, helecho, aspidistra, zamioculca, hiedra
plantas heladas > manta termica, manta antiheladas, velo antiheladas, invernadero
plantas frio > manta termica, manta antiheladas, invernadero
tapar vecinos > cerco verde, biombo, hiedra artificial, ligustrina, malla, enredadera
vecinos miran > cerco verde, biombo, hiedra artificial, ligustrina, malla, visillo
cerco vivo > ligustrina, pitosporo, siempreverde, laurel, leylandi
tapar balcon > malla raschel, malla, biombo, hiedra artificial, roller exterior
gato balcon > malla de seguridad, malla balcon, malla
jardin vertical > macetero vertical, muro verde, macetero colgante
huerto balcon > mesa de cultivo, jardinera, almacigo, semilla, macetero
empezar huerto > kit huerto, almacigo, semilla, mesa de cultivo, sustrato
sembrar > semilla, almaciguera, sustrato, almacigo
germinar > germinador, almaciguera, jiffy, propagador, semilla
plantar arbol > tutor, pala, tierra de hoja, chuzo
plantar tomate > almacigo, semilla tomate, tutor, tierra de hoja
barrer hojas > rastrillo, sopladora de hojas, escoba metalica
compostar > compostera, compostador, acelerador de compost
basura organica > compostera, compostador
tierra dura > chuzo, picota, motocultivador, compost, humus
cuidar orquidea > sustrato orquidea, fertilizante orquidea, corteza
colgar planta > macetero colgante, macrame, colgador planta, gancho
piscina verde > alguicida, anti algas, cloro, floculante
piscina turbia > clarificador, floculante, cloro, filtro
agua turbia > clarificador, floculante, filtro
piscina sucia > recogehojas, limpiafondo, cloro, escobilla piscina
piscina rota > parche piscina, parche, kit de reparacion
piscina pinchada > parche piscina, parche, kit de reparacion
armar piscina > piscina estructural, bomba filtro, tapiz piscina, cloro
piscina ninos > piscina inflable, inflable, flotador, alitas
aprenda nadar > alitas, flotador, chaleco flotador, tabla natacion
tapar piscina > cobertor piscina, cobertor, lona
calentar piscina > cobertor solar, manta termica, bomba de calor, calentador piscina
medir cloro > test cloro, medidor de ph, kit test, tiras reactivas
ph piscina > reductor ph, medidor de ph, kit test
piscina invierno > cobertor piscina, alguicida, cloro
mantencion piscina > cloro, alguicida, clarificador, limpiafondo, recogehojas
sombra patio > quitasol, toldo, malla raschel, pergola, vela de sombra
sombra terraza > quitasol, toldo, malla raschel, pergola, vela de sombra
techar patio > policarbonato, toldo, malla raschel, pergola
iluminar jardin > estaca solar, foco solar, reflector, guirnalda de luces
decorar jardin > maicillo, bolon, estaca solar, fuente de agua, figura jardin
armar terrario > musgo, suculenta, fitonia, carbon vegetal, gravilla
cultivar interior > carpa de cultivo, led de cultivo, kit indoor, extractor, filtro de carbon
cultivar closet > carpa de cultivo, led de cultivo, autofloreciente, filtro de carbon
cultivar balcon > autofloreciente, semilla, macetero, sustrato
cultivar patio > feminizada, semilla, macetero, sustrato
cultivar rapido > autofloreciente, fast
primer cultivo > kit, autofloreciente, principiante, semilla, sustrato
semilla rapida > autofloreciente, fast
salga macho > feminizada
engordar cogollos > engorde, pk, floracion, bloom, potasio
moho cogollos > boveda, deshumidificador, fungicida, higrometro
secar cogollos > malla secadora, higrometro
curar cogollos > frasco hermetico, boveda, hermetico, higrometro
guardar cogollos > frasco hermetico, boveda, hermetico
guardar hierba > frasco hermetico, hermetico, anti olor, boveda
olor hierba > anti olor, hermetico, neutralizador, filtro de carbon
olor marihuana > anti olor, hermetico, neutralizador, filtro de carbon
olor indoor > filtro de carbon, neutralizador, extractor, ozono
vecinos olor > filtro de carbon, neutralizador, anti olor
olor cigarro > neutralizador, aromatizante, incienso, ozono, desodorante ambiental
olor cigarrillo > neutralizador, aromatizante, incienso, ozono, desodorante ambiental
luz cultivo > led de cultivo, quantum, panel led, temporizador
lavado raices > flush, limpiador de sales
bajar ph > reductor ph, ph down, medidor de ph
subir ph > elevador ph, ph up, medidor de ph
ph agua > medidor de ph, ph down, ph up
clonar planta > enraizante, clonador, jiffy
deficiencia planta > calmag, micronutrientes, fertilizante
agua dura > calmag, osmosis, ablandador
hidroponia > hidroponico, arcilla expandida, lana de roca, bomba de aire
cultivo organico > organico, humus, guano, biobizz
porro > papelillo, filtro, moledor, encendedor
armar pito > papelillo, filtro, moledor, bandeja, encendedor
armar cuete > papelillo, filtro, moledor, bandeja, encendedor
enrolar > papelillo, enroladora, filtro, bandeja, blunt
armar cigarro > papelillo, tabaco, filtro, enroladora
sin fumar > comestible, vaporizador, gotas, aceite cbd
sin volarse > cbd, sin thc, medicinal
moler hierba > moledor, grinder
dolor cronico > cbd, medicinal, analgesico
limpiar pipa > isopropilico, limpiapipas, escobilla pipa, limpiador
limpiar bong > isopropilico, escobilla bong, limpiador
limpiar vaporizador > isopropilico, limpiador
vaper quemado > resistencia, coil, cartucho, pod
recargar vaper > eliquid, sales de nicotina, liquido
hierba reseca > boveda, humedad
encendedor viento > turbo, torch, antiviento, plasma
regalo fumador > pipa, moledor, encendedor, bandeja, cenicero, bong
tricomas > microscopio, lupa
cosechar planta > tijera trimming, tijera, malla secadora, trimming
hash > bubble, polinizador, malla de extraccion
armar shisha > carbon shisha, tabaco shisha, melaza, boquilla shisha
alojados > sofa cama, futon, colchon inflable, cama nido
pieza chica > cama nido, camarote, plegable, organizador
compartir pieza > camarote, litera, cama nido, biombo
dividir pieza > biombo, separador de ambiente, cortina
separar ambientes > biombo, separador de ambiente, estante
ordenar zapatos > zapatero, organizador de zapatos
guardar zapatos > zapatero, organizador de zapatos
ropa tirada > perchero, canasto de ropa, closet, cajonera
falta closet > closet, perchero, cajonera, closet de tela, zapatero
sin closet > closet, perchero, cajonera, closet de tela
colgar ropa > perchero, colgador, tendedero, gancho, closet
colgar toallas > toallero, gancho
guardar frazadas > baul, caja organizadora
guardar juguetes > baul, caja organizadora, organizador juguetes, canasto, juguetero
ordenar juguetes > caja organizadora, baul, organizador juguetes, canasto, juguetero
guardar libros > librero, estante, repisa
guardar herramientas > caja de herramientas, maletin, panel herramientas, organizador
guardar joyas > joyero, alhajero
guardar maquillaje > organizador de maquillaje, cosmetiquero, neceser
guardar llaves > porta llaves, portallaves, colgador de llaves
guardar documentos > archivador, carpeta, kardex, caja fuerte
guardar dinero > caja fuerte, alcancia, billetera
guardar vinos > botellero, cava vinos, porta botellas
guardar bici > soporte bicicleta, gancho bicicleta, colgador bicicleta
guardar bicicleta > soporte bicicleta, gancho bicicleta, colgador bicicleta
guardar comida > tupper, hermetico, contenedor, film plastico, ziploc
guardar especias > especiero, frasco
guardar remedios > botiquin, pastillero
ordenar closet > organizador, colgador, caja organizadora, repisa, cajonera
ordenar ropa > organizador, cajonera, colgador, perchero, closet
ordenar cocina > especiero, organizador de cocina, repisa, escurridor
ordenar bano > repisa de bano, esquinero, organizador de bano, canasto
ordenar cajones > organizador de cajon, separador, divisor
ordenar escritorio > organizador de escritorio, porta lapices, cajonera
ordenar bodega > rack metalico, estante metalico, caja organizadora, estanteria
desorden > organizador, caja organizadora, cajonera, estante, canasto
desordenado > organizador, caja organizadora, cajonera, estante, canasto
luz tenue > luz calida, guirnalda de luces, vela, regulable, lampara de velador
luz ambiente > cinta led, guirnalda de luces, lampara, luz calida, vela
luz dormitorio > lampara de velador, plafon, cinta led
luz closet > cinta led, luz a pilas, sensor de movimiento
luz cocina > plafon, cinta led, panel led, tubo led
miedo oscuridad > luz nocturna, lampara infantil, velador infantil, proyector de estrellas
ahorrar luz > led, panel solar, sensor de movimiento, temporizador
ahorrar energia > led, panel solar, inverter, temporizador
ahorrar agua > aireador, ahorrador de agua, doble descarga, goteo
luz parpadea > ampolleta, led, dimmer
comer terraza > juego de terraza, comedor de terraza, mesa plegable, quitasol
amoblar terraza > juego de terraza, reposera, quitasol, mesa de exterior
amoblar > cama, comedor, sofa, mesa, velador
descansar terraza > reposera, hamaca, silla colgante
tomar sol > reposera, bloqueador, toalla, quitasol
siesta > hamaca, reposera, antifaz, manta, almohada
teletrabajo > escritorio, silla de escritorio, ergonomica, webcam, lampara de escritorio
comedor chico > plegable, extensible, comedor 4 sillas, redondo
independizar > set de ollas, vajilla, juego de sabanas, colchon, refrigerador, comedor
primer departamento > set de ollas, vajilla, juego de sabanas, colchon, refrigerador, comedor
primer depto > set de ollas, vajilla, juego de sabanas, colchon, refrigerador, comedor
mudanza > caja de carton, cinta de embalaje, plastico burbuja, film stretch, caja organizadora
cambio casa > caja de carton, cinta de embalaje, plastico burbuja, film stretch, caja organizadora
rincon lectura > poltrona, lampara de pie, librero, puf
rincon cafe > mueble cafe, repisa, cafetera
pared vacia > cuadro, espejo, repisa, reloj mural, papel mural
decorar pared > cuadro, papel mural, vinilo, espejo, repisa
decorar living > cojin, cuadro, alfombra, florero, lampara, manta
decorar pieza > cuadro, guirnalda de luces, cojin, vinilo, lampara
decorar mesa > centro de mesa, camino de mesa, florero, vela, mantel
decorar terraza > guirnalda de luces, macetero, farol, pasto sintetico, cojin
entrada casa > arrimo, perchero, felpudo, espejo, zapatero
desayuno cama > bandeja con patas, bandeja, mesa plegable
notebook cama > mesa notebook, bandeja con patas, mesa plegable
sofa manchado > limpia tapiz, quitamanchas, cubre sofa
sofa viejo > cubre sofa, manta, cojin
perro sofa > cubre sofa, manta
raya piso > fieltro, protector de patas, regaton
mesa cojea > regaton, nivelador, fieltro
esquinas mesa > protector de esquinas, esquinero
aromatizar > difusor, vela aromatica, incienso, home spray, aceite esencial
perfumar casa > difusor, vela aromatica, incienso, home spray, aceite esencial
cama fria > calientacama, frazada, sherpa, plumon, guatero
cama helada > calientacama, frazada, sherpa, plumon, guatero
frio cama > calientacama, frazada, sherpa, plumon, guatero
calentar cama > calientacama, guatero, sherpa
frio dormir > calientacama, frazada, sherpa, plumon, guatero
calor dormir > sabana bambu, percal, ventilador, almohada gel
transpiro dormir > bambu, percal, gel, ventilador
cama mojar > cubrecolchon impermeable, cubrecolchon, sabanilla, impermeable
moja cama > cubrecolchon impermeable, cubrecolchon, sabanilla, impermeable
mojar cama > cubrecolchon impermeable, cubrecolchon, sabanilla, impermeable
orina cama > cubrecolchon impermeable, cubrecolchon, sabanilla, impermeable
pipi cama > cubrecolchon impermeable, cubrecolchon, sabanilla, impermeable
acaro > antiacaros, hipoalergenico, cubrecolchon, aspiradora
alergia polvo > antiacaros, hipoalergenico, purificador de aire, hepa, aspiradora
alergia plumas > hipoalergenico, siliconado, microfibra
cuello almohada > almohada cervical, cervical, viscoelastica, ortopedica
torticolis > cervical, almohada cervical, guatero, relajante muscular
ronquido > antirronquidos, tiras nasales, tapones
marido ronca > tapones, antirronquidos, tiras nasales
colchon duro > topper, sobrecolchon, viscoelastica
colchon hundido > topper, colchon, sobrecolchon
colchon incomodo > topper, sobrecolchon, viscoelastica
colchon manchado > cubrecolchon, quitamanchas, limpia tapiz
proteger colchon > cubrecolchon, cubrecolchon impermeable
entra luz > blackout, roller, persiana, antifaz, cortina
entra sol > blackout, roller, persiana, film solar, toldo
tapar sol > blackout, roller, quitasol, toldo, persiana
privacidad ventana > visillo, roller, film esmerilado, vinilo
tapar ventana > cortina, roller, visillo, blackout, film esmerilado
cortina sin taladrar > barra extensible, barra a presion, adhesivo
ruido calle > tapones, cortina acustica, burlete, cancelacion de ruido
salpica ducha > cortina de bano, mampara, piso de bano
moja piso bano > cortina de bano, piso de bano, mampara
piso frio > alfombra, bajada de cama, pantufla
piso helado > alfombra, bajada de cama, pantufla
secar platos > pano de cocina, escurridor, secaplatos
secar loza > pano de cocina, escurridor, secaplatos
cama matrimonial > 2 plazas, king, queen
abrigador > sherpa, termico, polar, lana, pluma
abrigue cama > sherpa, frazada, plumon, polar, calientacama
manta peluda > sherpa, chiporro
sabana suave > microfibra, satin, percal, algodon egipcio, bambu
sin planchar > antiarrugas, microfibra
proteger mesa > mantel, hule, mantel individual, posavasos
mesa navidad > mantel, camino de mesa, servilleta, centro de mesa
zancudos dormir > mosquitero, repelente, repelente enchufable
mosquitos dormir > mosquitero, repelente, repelente enchufable
zancudos ventana > malla mosquitera, mosquitero
zancudo pieza > repelente enchufable, mosquitero, repelente, insecticida
dormir bus > almohada de viaje, antifaz, tapones
dormir avion > almohada de viaje, antifaz, tapones
escara > antiescaras, colchon antiescaras, cojin antiescaras
embarazada dormir > almohada maternal, almohada embarazo, cojin maternal
pega sarten > antiadherente, sarten ceramica, sarten teflon
pega comida > antiadherente, sarten ceramica, sarten teflon
sin teflon > sarten ceramica, acero inoxidable, fierro fundido
cocina induccion > induccion, acero inoxidable, fierro fundido
amasar pan > uslero, harina, levadura, amasadora, batidora de pedestal
cocinar arroz > arrocera, olla arrocera, olla
cocinar rapido > olla a presion, olla multifuncional, microondas, freidora de aire
cocinar vapor > vaporera, olla a vapor
batir huevos > batidor, batidora de mano
batir crema > batidora, minipimer
picar cebolla > picadora, procesadora, cuchillo, tabla de picar
picar verdura > picadora, cortador de verduras, cuchillo, tabla de picar, mandolina
rallar queso > rallador
pelar papas > pelapapas, pelador
exprimir > exprimidor, juguera, extractor de jugo
smoothie > licuadora, juguera, blender
moler cafe > molinillo, molino de cafe
moler carne > moledora de carne, picadora
cortar carne > cuchillo carnicero, cuchillo parrillero, cuchillo, tabla de picar, trinche
cortar pizza > cortador de pizza
cuchillo corta > afilador, piedra de afilar
afilar > afilador, piedra de afilar
abrir vino > sacacorchos, descorchador
abrir botella > sacacorchos, abrebotellas, destapador de botella
abrir lata > abrelatas, abridor
almuerzo pega > lonchera, tupper, termo de comida, bolso termico
almuerzo trabajo > lonchera, tupper, termo de comida, bolso termico
almuerzo oficina > lonchera, tupper, termo de comida, bolso termico
almuerzo colegio > lonchera, termo de comida, tupper
colacion colegio > lonchera, botella, tupper, snack
mantener caliente > termo, termico, lonchera termica
mantener frio > hielera, cooler, bolso termico, gel pack, termico
cafe oficina > cafetera, prensa francesa, mug termico
preparar cafe > cafetera, prensa francesa, cafetera italiana, v60, molinillo
cafe sin maquina > prensa francesa, cafetera italiana, v60
espuma leche > espumador, batidor de leche
tomar mate > matero, bombilla de mate, yerba mate, termo
empezar mate > kit matero, matero, bombilla de mate, yerba mate
hornear torta > molde, batidora, harina, espatula
hornear galletas > cortador de galletas, lata de horno, uslero, papel mantequilla
hornear pan > molde de pan, levadura, harina, lata de horno
decorar torta > manga pastelera, boquilla pastelera, topper de torta, fondant, mostacilla, base giratoria
pega queque > desmoldante, papel mantequilla, molde de silicona, antiadherente
cubos hielo > cubetera, molde de hielo, bandeja de hielo
preparar helado > molde de paletas, maquina de helado
preparar sushi > esterilla, alga nori, arroz sushi, vinagre de arroz
preparar tragos > coctelera, medidor de tragos, shaker, hielera
parrillero > set parrillero, cuchillo parrillero, tabla de asado, tenaza, delantal, parrilla
prender carbon > iniciador de fuego, pastilla de encendido, soplador, encendedor, chimenea encendido
prender parrilla > iniciador de fuego, pastilla de encendido, carbon, soplador, encendedor
prender fuego > iniciador de fuego, pastilla de encendido, encendedor, fosforos, lena
limpiar parrilla > escobilla de parrilla, desengrasante, limpia parrilla
anticucho > fierro anticucho, brocheta
arepa > budare, harina pan, harina de maiz
preparar empanadas > uslero, harina, molde empanada, manteca
servir vino > copa, decantador
picoteo > tabla de picoteo, snack, queso, aceituna, mani, pocillo
platos ninos > melamina, plato infantil, silicona, bambu
plato guagua > ventosa, silicona, melamina, bambu
quiebran platos > melamina, irrompible, plato plastico
quiebran vasos > policarbonato, irrompible, acrilico, vaso plastico
transportar torta > porta torta, portatorta, caja de torta
calentar microondas > apto microondas, borosilicato, tapa microondas
tomar agua > botella, filtro de agua, dispensador de agua, agua mineral
filtrar agua > filtro de agua, purificador de agua, jarra purificadora
congelar comida > tupper, ziploc, congelador, film plastico, sellador al vacio
sellar vacio > selladora al vacio, selladora
medir ingredientes > taza medidora, cuchara medidora, balanza de cocina
regalo cocinero > cuchillo chef, delantal de cocina, set de cuchillos, tabla de picar
sarro bano > antisarro, removedor de sarro, limpiador de bano, acido muriatico
sarro wc > antisarro, removedor de sarro, acido muriatico, pastilla wc
sarro hervidor > descalcificador, antisarro, acido citrico, vinagre
wc manchado > antisarro, cloro gel, pastilla wc
limpiar wc > cloro gel, antisarro, escobilla de bano, limpiador de inodoro, desinfectante
limpiar bano > limpiador de bano, cloro gel, desinfectante, antisarro, escobilla de bano
olor bano > desodorante ambiental, pastilla wc, aromatizante, difusor
hongos ducha > antihongos, cloro gel
limpiar horno > limpiahornos, limpia hornos, quitagrasa, desengrasante
grasa cocina > quitagrasa, desengrasante, limpiador de cocina
limpiar cocina > quitagrasa, desengrasante, limpiador de cocina, esponja
lavar platos > lavaloza, esponja, lavavajillas, guante de goma
lavar loza > lavaloza, esponja, lavavajillas, guante de goma
percudido > oxigeno activo, blanqueador, quitamanchas
blanquear ropa > oxigeno activo, blanqueador, cloro ropa, quitamanchas
mancha grasa > quitamanchas, quitagrasa
mancha sangre > quitamanchas, agua oxigenada, oxigeno activo
mancha tinta > quitamanchas, alcohol isopropilico
mancha sofa > limpia tapiz, quitamanchas, limpiatapiz
mancha colchon > quitamanchas, limpia tapiz, oxigeno activo
mancha polera > quitamanchas, oxigeno activo
ropa destine > atrapa color, atrapacolor, toallita atrapa color
tenir ropa > anilina, tintura para ropa, tinte textil
ropa destenida > anilina, tintura para ropa, tinte textil
olor ropa > suavizante, perfume de ropa
ropa tiesa > suavizante
ropa sucia > detergente, canasto de ropa, quitamanchas
lavar ropa guagua > detergente hipoalergenico, detergente bebe, jabon popeye
alergia detergente > hipoalergenico, detergente bebe, sin fragancia
ropa arrugada > plancha, plancha vertical, tabla de planchar
planchar camisa > plancha, tabla de planchar, plancha vertical
planchar ropa > plancha, tabla de planchar, plancha vertical
pelusas > quitapelusas, rodillo quitapelusas
pelos ropa > quitapelos, rodillo quitapelusas, quitapelusas
pelos mascota > quitapelos, aspiradora, rodillo quitapelusas, guante quitapelos
pelos sofa > quitapelos, aspiradora, rodillo quitapelusas
tender ropa > tendedero, pinza de ropa, cordel
olor orina > eliminador de olores, enzimatico, neutralizador
olor pipi > eliminador de olores, enzimatico, neutralizador
olor refrigerador > absorbe olores, bicarbonato, carbon activado
olor fritura > campana extractora, aromatizante, neutralizador, freidora de aire
polvo muebles > plumero, lustramuebles, pano, microfibra
limpiar ventanas > limpiavidrios, limpiador de vidrios, mopa vidrios
limpiar pantalla > limpia pantallas, microfibra, isopropilico
limpiar sofa > limpia tapiz, limpiatapiz, aspiradora, espuma limpiadora
limpiar alfombra > limpia alfombras, aspiradora, limpia tapiz
limpiar colchon > limpia tapiz, aspiradora, bicarbonato, cubrecolchon
limpiar piso > limpiapisos, lavapisos, mopa, trapero, cera de piso
limpiar piso flotante > limpiador piso flotante, mopa, microfibra, limpiapisos
limpiar madera > limpiador de madera, lustramuebles, cera de muebles
limpiar cuero > limpiador de cuero, acondicionador de cuero
limpiar zapatillas > limpiador de zapatillas, cepillo zapatillas, limpia zapatillas
limpiar joyas > limpia joyas, pano joyas
limpiar patio > hidrolavadora, escobillon, cloro
desinfectar > desinfectante, cloro, amonio cuaternario, alcohol gel
germenes > desinfectante, antibacterial, alcohol gel, cloro
encerar > cera de piso, virutilla, enceradora, cera
vitrificar > vitrificante, barniz, sellador
piso opaco > cera de piso, abrillantador, vitrificante
piso brille > cera de piso, abrillantador, virutilla
manos detergente > guante de goma, crema de manos
sin quimicos > ecologico, biodegradable, natural, vinagre, bicarbonato
rayo pared > esponja magica, borrador magico, limpiador multiuso, latex
despegar etiqueta > removedor de etiquetas
embalar > caja de carton, plastico burbuja, cinta de embalaje, film stretch
envolver regalo > papel de regalo, cinta de regalo, caja de regalo
vender sushi > envase sushi, bandeja sushi, palitos sushi
vender completos > caja completo, bandeja completo, envase completo
vender empanadas > papel kraft, papel mantequilla, caja empanada
vender tortas > caja de torta, base de torta, domo
vender jugos > vaso con tapa, bombilla papel, botella plastica
vender almuerzos > envase, bandeja de aluminio, contenedor, cubierto plastico
vender comida > envase, bandeja de aluminio, contenedor, cubierto plastico, caja delivery
sin lavar platos > desechable, plato de carton, vaso polipapel
platos cumpleanos > desechable, plato de carton, vaso polipapel, servilleta
vasos fiesta > desechable, vaso polipapel, vaso plastico
picnic > canasto picnic, hielera, manta picnic, desechable, cooler
olor humedad > deshumidificador, absorbe humedad, antihumedad, antihongos
humedad pieza > deshumidificador, absorbe humedad, antihumedad, antihongos
humedad closet > absorbe humedad, antihumedad, antipolilla
ventana transpira > deshumidificador, absorbe humedad, antihumedad
ventanas lloran > deshumidificador, absorbe humedad, antihumedad
condensacion > deshumidificador, absorbe humedad, extractor
casa helada > estufa, calefactor, oleoelectrica, calientacama, burlete
pieza helada > estufa, calefactor, oleoelectrica, calientacama, burlete
pieza fria > estufa, calefactor, oleoelectrica, calientacama, burlete
frio oficina > termoventilador, calefactor, estufa, calientapies
pies helados > calientapies, calientacama, guatero, pantufla, calcetin termico
pies frios > calientapies, calientacama, guatero, pantufla, calcetin termico
frio guagua > oleoelectrica, convector, saco de dormir, calefactor
calor pieza > ventilador, aire acondicionado, enfriador de aire, climatizador, blackout
calor dormitorio > ventilador, aire acondicionado, enfriador de aire, climatizador, blackout
calor departamento > ventilador, aire acondicionado, enfriador de aire, climatizador, blackout
calor oficina > ventilador, ventilador usb, aire acondicionado, enfriador de aire
bochorno > ventilador, abanico, aire acondicionado
agua caliente > calefont, termo electrico, ducha electrica, hervidor, guatero
ducha fria > calefont, termo electrico, ducha electrica
ducha helada > calefont, termo electrico, ducha electrica
calefont apaga > membrana, diafragma, pilas, repuesto calefont
gasta luz > inverter, led, eficiente
olor parafina > oleoelectrica, split, inverter, convector
estufa ninos > oleoelectrica, convector, rejilla estufa
aire seco > humidificador
ambiente seco > humidificador
congestion guagua > humidificador, aspirador nasal, suero fisiologico
guagua resfriada > humidificador, aspirador nasal, suero fisiologico
smog > purificador de aire, hepa, kn95
humo incendios > purificador de aire, hepa, kn95
lavar ropa > lavadora, detergente, suavizante, jabon en polvo
lavadora olor > limpia lavadora, descalcificador
limpiar lavadora > limpia lavadora, descalcificador
lavadora salta > antivibracion, soporte lavadora, base lavadora
lavadora mueve > antivibracion, soporte lavadora, base lavadora
enfriar bebidas > hielera, cooler, frigobar, cubetera
enfriar cervezas > hielera, cooler, frigobar, cubetera
enfriar vino > cava vinos, enfriador de vino, hielera, champanera
congelar carne > congelador, ziploc, sellador al vacio
cocinar sin gas > encimera electrica, induccion, anafe, horno electrico, cocina electrica
cocinar pieza > cocinilla, anafe, hervidor, arrocera, horno electrico
cocinar camping > cocinilla, anafe, gas butano
tostar pan > tostador
hervir agua > hervidor, tetera
calentar agua > hervidor, tetera, calefont, termo electrico
calentar comida > microondas, horno electrico, lonchera electrica
calentar almuerzo > microondas, lonchera electrica, termo de comida
waffles > waflera, wafflera
panqueques > panquequera, sarten panqueques, batidor
aspirar > aspiradora, robot aspirador
aspirar auto > aspiradora de auto, aspiradora portatil, aspiradora
chimenea > lena, pastilla de encendido, atizador, encendedor
prender estufa > chispero, encendedor, pastilla de encendido, lena
hollin > deshollinador, limpia canon
ventilar bano > extractor de bano, extractor de aire
bano sin ventana > extractor de bano, extractor de aire, deshumidificador
moscas cocina > matamoscas, lampara mata insectos, trampa moscas
bateria muerta > roba corriente, partidor de bateria, cargador de bateria
bateria descargada > roba corriente, partidor de bateria, cargador de bateria, power bank
botado carretera > kit de emergencia auto, roba corriente, partidor de bateria, inflador, gata hidraulica
neumatico liso > neumatico
rueda baja > inflador, compresor, manometro, parche
neumatico desinflado > inflador, compresor, manometro, parche
neumatico pinchado > reparador de neumaticos, parche, inflador, gata hidraulica, neumatico
presion neumaticos > manometro, inflador, compresor
presion ruedas > manometro, inflador, compresor
vibra volante > neumatico, terminal de direccion, disco de freno, rotula
lomo toro > amortiguador, bieleta, rotula, buje
suena suspension > amortiguador, bieleta, rotula, buje
gasta aceite > aditivo, aceite 20w50, stop leak
pierde aceite > empaquetadura, reten, stop leak
gasta bencina > bujia, limpia inyectores, filtro de aire, aditivo
auto calienta > refrigerante, termostato, radiador, electroventilador
motor calienta > refrigerante, termostato, radiador, electroventilador
check engine > scanner, obd2, sensor de oxigeno
empanan vidrios > antiempanante, desempanante, antivaho
parabrisas empanado > antiempanante, desempanante, antivaho
casco empana > pinlock, antiempanante
raya parabrisas > plumilla, pulimento
parabrisas trizado > reparador de parabrisas, parabrisas
hielo parabrisas > raspador de hielo, descongelante, cubre parabrisas
auto sol > parasol, cobertor de auto, tapasol
calor auto > parasol, tapasol, ventilador auto, polarizada
auto afuera > cobertor de auto, trabavolante, alarma
tapar auto > cobertor de auto
tapar moto > funda moto, cobertor moto
roben auto > trabavolante, alarma auto, cortacorriente, gps
robar auto > trabavolante, alarma auto, cortacorriente, gps
roben ruedas > perno antirrobo, tuerca de seguridad
roben moto > candado de disco, alarma moto, cadena moto, gps
robar moto > candado de disco, alarma moto, cadena moto, gps
portonazo > alarma auto, cortacorriente, gps, dashcam, motor porton
encerrona > cortacorriente, gps, dashcam, alarma auto
grabar choque > dashcam
estacionar auto > sensor de retroceso, camara de retroceso
retroceder > camara de retroceso, sensor de retroceso
punto ciego > espejo punto ciego, espejo convexo
rayon auto > pulimento, lapiz retocador
auto rayado > pulimento, lapiz retocador
abolladura > desabollador, kit desabollador
abollado > desabollador, kit desabollador
brillo auto > cera, pulimento, abrillantador
focos opacos > pulidor de focos, restaurador de focos
focos amarillos > pulidor de focos, restaurador de focos
tablero reseco > renovador de plasticos, silicona para tablero
tapiz sucio > limpia tapiz, limpiatapiz, espuma limpiadora
limpiar tapiz > limpia tapiz, limpiatapiz, espuma limpiadora, aspiradora
asiento roto > cubreasiento
olor auto > aromatizante, eliminador de olores, filtro de cabina
auto hediondo > aromatizante, eliminador de olores, filtro de cabina
limpiar auto > shampoo auto, microfibra, cera, aspiradora, renovador de plasticos
llantas sucias > limpia llantas, cepillo llantas
limpiar motor > desengrasante motor, desengrasante, limpia motor
perro auto > cubreasiento mascota, arnes auto, cinturon mascota, transportadora
bicicleta auto > portabicicletas
bici auto > portabicicletas
equipaje auto > portaequipaje, barra de techo, organizador de maletero
ordenar maletero > organizador de maletero
amarrar carga > eslinga, trinquete, pulpo elastico, cuerda
remolcar > eslinga, enganche de remolque, cable de remolque
revision tecnica > extintor, ampolleta, plumilla, neumatico, triangulo, chaleco reflectante
viaje carretera > kit de emergencia auto, gata hidraulica, inflador, triangulo, soporte de celular auto
subir nieve > cadenas para nieve, anticongelante, raspador de hielo
auto nieve > cadenas para nieve, anticongelante, raspador de hielo
pegado barro > plancha de rescate, eslinga
celular auto > soporte de celular auto, cargador de auto, porta celular
celular moto > soporte celular moto, porta celular moto
cargar celular auto > cargador de auto, cargador 12v
musica auto > radio de auto, parlante, transmisor fm, subwoofer, amplificador
auto sin bluetooth > transmisor fm, radio de auto, receptor bluetooth
retumbe > subwoofer, amplificador, parlante 6x9
espalda manejar > cojin lumbar, respaldo lumbar, cubreasiento
volante gastado > cubrevolante
trabajo uber > soporte de celular auto, dashcam, cargador de auto, cubreasiento
manejo uber > soporte de celular auto, dashcam, cargador de auto, cubreasiento
auto viejo > alto kilometraje, aceite 20w50, aditivo
auto tironea > bujia, limpia inyectores, filtro de bencina, bobina
corcovea > bujia, limpia inyectores, filtro de bencina, bobina
patina embrague > kit de embrague, embrague
direccion dura > liquido hidraulico, aceite direccion, bomba de direccion
freno largo > liquido de frenos, pastilla de freno, bomba de freno
suena freno > pastilla de freno, disco de freno, balata
cambio aceite > aceite motor, filtro de aceite
mantencion auto > aceite motor, filtro de aceite, filtro de aire, bujia
mantencion moto > aceite moto, lubricante de cadena, kit de arrastre, bujia moto
foco quemado > ampolleta, h4, h7
foco auto > h4, h7, ampolleta, neblinero
neblina > neblinero, antiniebla
empezar moto > casco, guante moto, chaqueta moto, candado de disco
primera moto > casco, guante moto, chaqueta moto, candado de disco
moto lluvia > traje de agua, impermeable moto, cubre guante, cubrezapatos
moto frio > guante moto, chaqueta moto, cubremanos, guante calefaccionado, cuello
delivery moto > top case, mochila delivery, soporte celular moto, cubremanos
hablar moto > intercomunicador
musica casco > intercomunicador
caida moto > rodillera, codera, chaqueta moto
equipaje moto > top case, alforja, pulpo elastico
vean moto > chaleco reflectante, reflectante
resbalar > antideslizante
sin perforar pared > adhesivo, gancho adhesivo, autoadhesivo, ventosa
cuello tieso > cervical, almohada cervical, guatero, viscoelastica
paciente postrado > antiescaras, sabanilla, cubrecolchon impermeable, chata, panal adulto
postrado cama > antiescaras, sabanilla, cubrecolchon impermeable, chata, panal adulto
ahumar carne > ahumador, chips de madera
preparar pasta > maquina de pasta, uslero, harina
sobras comida > tupper, hermetico, film plastico
preparar conservas > frasco conservero, frasco
preparar mermelada > frasco conservero, frasco
destine ropa > atrapa color, atrapacolor
separar basura > basurero de reciclaje, contenedor de reciclaje, compostera
preparar sandwich > sandwichera
termitas madera > preservante, antitermitas
matar moscas > matamoscas, trampa moscas, insecticida
moscas casa > matamoscas, trampa moscas, mosquitero, insecticida
`
