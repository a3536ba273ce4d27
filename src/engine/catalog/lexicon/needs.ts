/**
 * A need, an occasion or a complaint, and the words by which shops say that they answer it: `said > answered`, strongest
 * first. One way only. Phrases are matched over content words, so "me duele harto la espalda" is "dolor espalda".
 */
export const NEEDS = `
dormir > dormir, sueno, insomnio, melatonina, relajo, relajante, valeriana, descanso, ansiedad, cbd
insomnio > dormir, sueno, melatonina, relajo, valeriana
desvelo > dormir, sueno
bajar > relajo, relajar, calmar, ansiedad, dormir, sin thc
volao > relajo, relajar, calmar, ansiedad
volado > relajo, relajar, calmar, ansiedad
volar > thc, potente, fuerte
relajar > relajo, relajante, relajar, calmar, ansiedad, spa, lavanda
estres > relajo, relajante, relajar, ansiedad, calmar
ansiedad > ansiedad, relajo, calmar, relajar
nervio > ansiedad, relajo, calmar
pegue > fuerte, potente, carrete
pegar > fuerte, potente
fuerte > potente, fuerte, intenso
potente > fuerte, potente, intenso
suave > suave, moderado, ligero
carrete > carrete, fiesta, compartir, parlante, karaoke
fiesta > fiesta, carrete, compartir, parlante, luces, cumpleanos
asado > parrilla, carbon, carne, compartir, carrete, vino, cerveza
junta > compartir, carrete, fiesta
cumpleanos > regalo, cumpleanos, fiesta, torta, compartir
matrimonio > novia, regalo, elegante, formal, boda
graduacion > regalo, elegante, formal
aniversario > regalo, romantico, rosa, chocolate, joya
pololo > regalo, hombre, pareja
polola > regalo, mujer, pareja, romantico
enamorada > rosa, romantico, regalo
san valentin > rosa, romantico, regalo, chocolate
dia de la madre > regalo, mama, mujer, flores
mama > regalo, mujer, dama, madre
papa > regalo, hombre, padre
abuelo > adulto mayor, senior, facil
abuela > adulto mayor, senior, facil, mujer
regalar > regalo
regalo > regalo, gift, set, caja, pack
amigo secreto > regalo, economico
navidad > regalo, navidad
dolor > dolor, analgesico, alivio, muscular, articular, crema
duele > dolor, analgesico, alivio, muscular
doler > dolor, analgesico, alivio
dolor de cabeza > paracetamol, analgesico, jaqueca, migrana, dolor
dolor de espalda > lumbar, ergonomica, muscular, dolor, ortopedico, espalda, faja
duele espalda > lumbar, ergonomica, muscular, dolor, espalda, articular
espalda > lumbar, ergonomica, espalda, muscular, ortopedico
artritis > articular, articulaciones, dolor, muscular, antiinflamatorio
articulacion > articulaciones, articular, glucosamina, colageno, dolor
gym > muscular, musculos, proteina, creatina, deporte, entrenar
molido > muscular, dolor
musculo > muscular, musculos, proteina
juanete > juanetes, pie, ancho, comodo, plantilla, separador
pie plano > plantilla, arco, soporte
gripe > antigripal, gripe, resfrio, paracetamol, vitamina c
resfrio > antigripal, gripe, resfrio, paracetamol, vitamina c
resfriado > antigripal, gripe, resfrio, paracetamol, vitamina c
tos > jarabe, tos, expectorante
fiebre > paracetamol, ibuprofeno, fiebre, termometro
alergia > antialergico, alergia, hipoalergenico, loratadina, cetirizina, sin cereales
acidez > antiacido, acidez, omeprazol
guata > estomago, digestion, antiacido, probiotico
estomago > antiacido, digestion, digestivo, probiotico
estitico > fibra, laxante
diarrea > diarrea, sales, probiotico
cana > resaca, electrolito, hidratacion
caña > resaca, electrolito, hidratacion
quemadura > quemadura, aloe, sulfadiazina
picadura > picadura, repelente, antihistaminico
zancudo > repelente, mosquito, insecticida
mosquito > repelente, insecticida
acne > acne, espinilla, salicilico, grasa, purificante
espinilla > acne, espinilla, salicilico, purificante, grasa
arruga > antiedad, arrugas, retinol, colageno, hialuronico
mancha > manchas, vitamina c, aclarante, niacinamida
ojera > ojeras, contorno
piel seca > hidratante, humectante, seca, nutritiva, hialuronico
piel grasa > grasa, matificante, oil free, salicilico
piel > piel, dermatologico, hipoalergenico, sensible
caspa > caspa, anticaspa
pelo seco > hidratante, reparador, nutritivo, argan, keratina
caida del pelo > anticaida, biotina, crecimiento
sol > bloqueador, solar, fps, uv
playa > playa, bloqueador, bikini, toalla, quitasol, resistente al agua
piscina > sumergible, agua, bikini, natacion
ducha > resistente al agua, agua, bolsillo
frio > invierno, termico, calefaccionado, polar, abrigo, termico, lana, estufa, manta, frazada
friolento > invierno, polar, termico, lana, abrigo
calor > verano, ventilador, fresco, lino
lluvia > impermeable, lluvia, agua, paraguas
llueve > impermeable, lluvia, agua
nieve > nieve, impermeable, termico
llueve ventana > silicona, sellador, filtracion
llueve techo > impermeabilizante, sellador, membrana
gotera > impermeabilizante, sellador, silicona, membrana
filtracion > impermeabilizante, sellador, silicona, teflon
tapado > destapador, desatascador, soda caustica, sopapo
tapo > destapador, desatascador, soda caustica
oxido > antioxido, anticorrosivo, oxido
humedad > deshumidificador, antihumedad, antihongos
hongo > antihongos, antimicotico, fungicida
colgar cuadro > taladro, tarugo, clavo, gancho
colgar > soporte, gancho, tarugo
agujero > taladro, broca, masilla, pasta muro
hoyo > taladro, broca, pala
pintar > pintura, brocha, rodillo, latex, esmalte
corte de luz > linterna, generador, vela, recargable
luz > luz, led, lampara
robo > candado, seguridad, alarma, camara
robar > candado, seguridad, alarma, camara
vigilar > seguridad, camara
seguridad > seguridad, camara, alarma, candado
guagua > guagua, bebe, recien nacido
bateria > bateria, mah, carga, power bank
quedo sin bateria > power bank, bateria externa, cargador
descargar > carga, cargador, base de carga
descargan > carga, cargador, base de carga
enchufe > enchufe, power bank, bateria externa
camping > camping, exterior, viaje, carpa, bateria externa
viajar > viaje, viajes, portatil, maleta, transportadora
viaje > viaje, viajes, portatil, maleta
avion > viaje, viajes, cabina
metro > portatil, in ear, liviano, bluetooth
discreto > discreto, portatil, elegante, pequeno
llevar a todos lados > portatil, discreto, liviano
ruido > cancelacion de ruido, ruido, silencioso, aislacion
concentrar > cancelacion de ruido, ruido
foto > camara, foto, mp, fotos
espacio > almacenamiento, memoria, disco, gb
lento > ssd, ram, memoria, rapido
netflix > smart, streaming, chromecast, netflix
pelicula > tele, cine, proyector, streaming, 4k
partido > grande, 4k, tele, futbol
musica > musica, parlante, audifono, bluetooth
escucha mal > sonido, barra de sonido, parlante
imprimir > impresora, tinta, imprime
tarea > impresora, notebook, estudio, escolar
estudiar > estudio, estudiar, notebook, oficina
universidad > estudio, estudiar, notebook, economico
trabajo > trabajo, oficina, trabajar, liviano
pega > trabajo, oficina, trabajar
programar > notebook, ram, procesador
disenar > notebook, tablet, dibujar, edicion
dibujar > dibujar, dibujo, tablet, lapiz, croquera
editar video > edicion, ram, video
stream > stream, streaming, microfono, camara
streamear > stream, microfono, audifono
correr > correr, running, deporte, gps, zapatilla
trotar > correr, running, deporte
running > correr, running, deporte
trekking > trekking, cerro, outdoor, bota
cerro > trekking, outdoor, exterior
entrenar > entrenar, entrenamiento, deporte, mancuerna
yoga > yoga, mat, colchoneta
nadar > natacion, sumergible
futbol > futbol, pelota
pasos > pasos, pulsera, smartband
medir sueno > sueno, pulsera, smartband
adelgazar > light, bajo en calorias, fibra, quemador
bajar de peso > light, peso, bajo en calorias, fibra
gordo > peso, light, control de peso
esterilizado > esterilizado, castrado, peso
castrado > esterilizado, castrado
viejito > senior, mayor, mayores, viejito
viejo > senior, mayor, mayores
cachorro > cachorro, cachorros, junior
pulga > pulgas, antipulgas, garrapatas
garrapata > garrapatas, pulgas
lombriz > lombrices, desparasitante, parasitos, interno
parasito > antiparasitario, parasitos, pulgas, desparasitante, lombrices
bicho > plagas, insecticida, bichos, pulgones
plaga > plagas, insecticida, pulgones
mal aliento > aliento, dental, sarro, menta, enjuague
aliento > aliento, dental, sarro, dientes
sarro > sarro, dental
rasca > piel, alergia, hipoalergenico, pulgas
pica > piel, alergia, hipoalergenico, picazon
pelo > pelo, cepillo, muda
pelos > pelo, cepillo, quitapelo, muda
muerde > morder, resistente, muerden
rompe > resistente, indestructible, rascador
sillon rasgunado > rascador
aburre > juguete, entretener, juego
entretener > juguete, juego, rellenable, ansiedad
solo > ansiedad, juguete
jala > antitirones, arnes
tirar paseo > antitirones, arnes
paseo > paseo, correa, arnes
arranca > extensible, correa, arnes, collar
perder > identificacion, placa, gps, nombre
pipi > panos, sabanillas, entrenamiento, pipi
caca > bolsas, caca
olor > olor, olores, hermetico, desodorante, aromatico, control de olor
frizz > anti frizz, alisado, argan
come rapido > antivoracidad, rapido, lento
articulaciones perro > glucosamina, senior
cadera > cadera, ortopedica, articulaciones
principiante > principiante, facil, inicial, kit, partir
empezar > principiante, inicial, kit, starter, partir, inicio, iniciacion
partir > principiante, inicial, kit, partir, inicio, iniciacion, combo
nuevo > principiante, facil
aprender > principiante, inicial, estudio
balcon > balcon, patio chico, compacta
departamento > compacto, chico, interior, balcon
poco espacio > compacto, plegable, chico
cosecha > productiva, produccion, cosecha
florecer > floracion, florece
cogollo > floracion, cogollos, engorda
energia > energia, energetico, activo
medicinal > medicinal, terapeutico, cbd
terapeutico > medicinal, terapeutico, cbd
reir > risa, divertido, carrete, fuerte
compartir > compartir, pack, caja, familiar
familia > familia, familiar, multijugador
ninos > ninos, nino, infantil
dulce > dulce, galleta, chocolate, gomita
humo > comestible, vaporizador
celiaco > sin gluten, gluten free
diabetico > sin azucar, diabetico, stevia, endulzante
vegano > vegano, vegana, sin lactosa
intolerante lactosa > sin lactosa, vegano
hipertension > sin sal, bajo sodio
desayuno > desayuno, cafe, cereal, granola, avena
once > pan, te, kuchen, queque, galleta
mariscos > vino blanco, sauvignon, blanco, espumante
pescado > vino blanco, sauvignon, blanco
carne roja > cabernet, carmenere, tinto, syrah
brindar > espumante, champana, vino
sed > agua, bebida, jugo
elegante > elegante, formal, vestir, premium
formal > formal, vestir, elegante, oficina
entrevista > formal, camisa, vestir, terno
embarazada > embarazo, maternal, prenatal
embarazo > embarazo, maternal, prenatal
lactancia > lactancia, extractor de leche
destete > papilla, cuchara
dentadura > encias, mordedor, dientes
dientes > dental, dientes, mordedor, cepillo
colegio > escolar, colegio, mochila, cuaderno
oficina > oficina, escritorio, trabajo
living > living, sofa, mesa de centro, alfombra
dormitorio > dormitorio, cama, velador
bano > bano, ducha, toalla
terraza > terraza, exterior, jardin
patio > patio, exterior, jardin
sombra > sombra, poca luz, interior
poca luz > sombra, interior, poca luz
se me mueren > resistente, facil, suculenta
riego > riego, manguera, goteo
pinchazo > parche, camara, neumatico, inflador
pincho > parche, camara, neumatico
pincho bici > parche, camara, neumatico
pincho rueda > parche, camara, neumatico
freno > freno, pastilla, frenos
partida > bateria, arranque
aceite > aceite, lubricante
nocturno > noche, nocturno, luz
ver de lejos > binocular, optico, lentes
vista > lentes, lectura, optico, anteojos
leer > lectura, lentes, libro
computador todo el dia > luz azul, filtro azul, ergonomico
cansancio > energia, vitamina, magnesio
defensas > vitamina c, zinc, defensas, propoleo
memoria > memoria, omega
llorar > drama, romance
terror > terror, suspenso, miedo
miedo > terror, suspenso
amor > romance, romantico, amor
risa > humor, comedia
tocar > instrumento, guitarra, principiante
cantar > microfono, karaoke
ojera > ojeras, contorno, corrector, cafeina
puntas partidas > reparador, aceite, argan, keratina, puntas
reseco > hidratante, reparador, nutritivo, humectante, argan, mascarilla
decolorado > matizador, reparador, keratina, mascarilla
alisar > alisador, plancha, keratina, anti frizz
poros > poros, niacinamida, arcilla
grano > acne, salicilico, corrector, granitos
grasa > grasa, salicilico, matificante, niacinamida, oil free, quitagrasa, desengrasante
sensible > sensible, hipoalergenico, calmante, sin fragancia
quemado sol > aloe, post solar, calmante
maquillar > labial, sombra, base, rimel, mascara de pestanas, paleta
uñas > esmalte, unas, lima
afeitar > afeitar, rasuradora, maquina de afeitar
depilar > depilar, cera, depiladora
resaca > resaca, sales, electrolito, hidratacion, antiacido, suero
acidez estomacal > antiacido, acidez, omeprazol
guata hinchada > gases, simeticona, digestivo, probiotico
gases > gases, simeticona, colicos, digestivo
colico > colicos, anticolicos, gases
presion alta > tensiometro, presion
presion > tensiometro, presion
azucar en la sangre > glucometro, glicemia
calambre > magnesio, calambres, potasio
congestionado > descongestionante, nasal, antigripal, vaporub, suero fisiologico
congestion > descongestionante, nasal, antigripal, vaporub
nariz tapada > descongestionante, nasal, suero fisiologico
garganta > garganta, pastillas, spray, propoleo
corte > curita, parche, gasa, povidona, venda
herida > curita, parche, gasa, povidona, venda, cicatrizante
cicatriz > cicatrizante, rosa mosqueta
irritado > irritacion, pasta lassar, hipoglos, calmante, crema
cocedura > coceduras, hipoglos, pasta lassar
hinchado > hinchazon, antiinflamatorio, compresion, medias
varices > compresion, varices, medias
cansado > energia, vitamina, magnesio, hierro
decaido > energia, vitamina, hierro, electrolito
anemia > hierro
colesterol > omega, omega 3
mareo > mareo, dramamine
lentillas > solucion, lentes de contacto, gotas
ojo seco > lagrimas, gotas, colirio
oido > gotas oticas, oido
mano seca > crema de manos, hidratante
pie hinchado > pies, compresion, plantilla
embarazo nausea > nauseas
test embarazo > test
piojos > piojos, pediculicida, peine
ceramica > ceramica, esmeril, disco, cortador
concreto > percutor, concreto, tarugo, broca
perforar > taladro, broca
cortar > sierra, esmeril, tijera, cuchillo, cortador
lijar > lija, lijadora
sellar > silicona, sellador, teflon, masilla
filtra > silicona, sellador, teflon, impermeabilizante
gotea > teflon, silicona, sellador, flexible, llave, sifon
llover techo > impermeabilizante, membrana, sellador, zinc
armar mueble > atornillador, destornillador, llave allen, taladro
perno > llave, dado, wd 40, aflojatodo
oxidado > antioxidante, aflojatodo, lubricante, wd 40, llave
cerradura > cerradura, candado, cilindro
porton > candado, motor, cerradura
alumbrar > led, foco, ampolleta, linterna, xenon
alumbre > led, foco, ampolleta, linterna
oscuro > luz, lampara, linterna, sombra, ampolleta
soldar > soldadora, electrodo, careta
proteger > guante, casco, lente, proteccion, funda, antiparra
nevar > nieve, impermeable, termico, parka
nieve > nieve, impermeable, termico, parka, guante, primera capa
entrevista de trabajo > formal, camisa, blazer, vestir, terno
carretear > fiesta, vestido, top, brillo
salir noche > fiesta, vestido, elegante
oficina > oficina, escritorio, trabajo, formal
gimnasio > deportivo, calza, gimnasio, entrenar, proteina, mancuerna, toalla
embarazada > embarazo, maternal, prenatal, elasticado
gala > fiesta, gala, largo, elegante
fiesta de gala > fiesta, gala, largo, elegante
dieciocho > fiestas patrias, chileno, dieciocho, empanada, asado, parrilla, huaso
fiestas patrias > fiestas patrias, chileno, tricolor, dieciocho, empanada, parrilla
halloween > disfraz, halloween, calabaza, terror, mascara
disfraz > disfraz, mascara, peluca
baby shower > baby shower, bebe, regalo, panal, celeste, rosado
revelacion > bebe, celeste, rosado, globo
despedida de soltera > novia, fiesta, copa, corona
decorar > decoracion, guirnalda, globo, cuadro, vela, adorno
bautizo > bautizo, blanco, recuerdo
quinceañera > rosas, rosado, ramo, quince
quinceanera > rosas, rosado, ramo, quince
funeral > corona, funebre, condolencias, blanco
murio > corona, funebre, condolencias, blanco
difunto > corona, funebre, condolencias
perdon > rosa, ramo, chocolate, peluche
enojada > rosa, ramo, chocolate, peluche
conquistar > rosa, ramo, chocolate, peluche
felicitar > ramo, globo, caja, girasol, felicitaciones
nacio > bebe, nacimiento, globo, peluche, recien nacido
clinica > ramo, globo, planta, mejorate
enfermo > ramo, globo, mejorate
recibio > graduacion, girasol, globo, felicitaciones
titulo > graduacion, girasol, globo
novia > novia, bouquet, regalo
dure harto > durable, preservado, planta, orquidea
se muere > resistente, facil, suculenta, cactus, poca agua
mueren > resistente, facil, suculenta, cactus, poca agua
departamento oscuro > sombra, poca luz, interior, zamioculca, potus, sansevieria
tapar reja > enredadera, cerco, hiedra, trepadora
enredadera > enredadera, trepadora, hiedra, jazmin
huerto > almacigo, tomate, albahaca, semilla, hierba, compost
espantar zancudo > citronela, repelente, lavanda
toxico > no toxica, pet friendly
sol fuerte > pleno sol, exterior, cactus
agua verde > anti algas, alguicida, algas
algas > anti algas, alguicida
pecera > acuario, filtro, pecera
mascota > hamster, pez, conejo, facil, principiante
huele > olor, aromatizante, desodorante, neutralizador, limpieza
ratones > raton, veneno, trampa, raticida
hormigas > hormiga, insecticida, cebo
cucaracha > cucaracha, insecticida, cebo
polilla > polilla, naftalina
desague > destapador, desague, soda caustica, sifon
desengrasar > quitagrasa, desengrasante
quemado olla > quitagrasa, esponja, virutilla
vidrio > limpiavidrios, vidrio
piso > lavapisos, cera, mopa, trapero
brillar > brillo, cera, abrillantador, lustramuebles
mancha ropa > quitamanchas, oxigeno activo
mancha vino > quitamanchas, oxigeno activo
alfombra manchada > quitamanchas, limpia alfombras
manchada > quitamanchas
moho > antihongos, cloro, antimoho
barrer > escoba, aspiradora, robot
trapear > mopa, trapero
lavar auto > shampoo auto, cera, esponja
mantencion > filtro, aceite, bujia, mantencion
chilla > pastilla de freno, frenos, balata
frenar > pastilla de freno, frenos, liquido de freno, balata
patina > embrague, correa, neumatico
recalienta > refrigerante, anticongelante, termostato
no parte auto > bateria, bujia, arranque
pinta auto > cubreasiento, llanta, volante, cubrevolante, alfombra
wifi lento > router, repetidor, mesh, extensor
wifi > router, repetidor, mesh, wifi, extensor
clases online > webcam, audifono, notebook, tablet, microfono
videollamada > webcam, microfono, audifono
zoom > webcam, microfono, audifono
respaldar > disco, disco externo, pendrive, respaldo
grabar > microfono, interfaz, camara, grabar
luces voz > ampolleta inteligente, alexa, google home, smart
alexa > alexa, echo, parlante inteligente
pyme > impresora, notebook, punto de venta, factura
cuello > soporte, elevador, ergonomico, cervical, almohada
llegar tarde > express
seis años > infantil, aro 16
dos años > didactico, infantil, encaje, blando
regalo niño > juguete, lego, auto, pelota
bulla > silencioso, puzzle, rompecabezas, juego de mesa
aburrido > juego, juego de mesa, puzzle, juguete, manualidad
vacaciones > playa, piscina, viaje, juego, aire libre
princesa > princesa, elsa, frozen, disney, muneca
dinosaurio > dinosaurio, jurassic
superheroe > superheroe, spiderman, batman, marvel
auto de carrera > auto, pista, hot wheels
estimular > didactico, sonajero, gimnasio, sensorial
no pegado celular > juego de mesa, puzzle, libro, lego
historia > historia, historico, chile
invertir > finanzas, inversion, dinero
finanzas > finanzas, inversion, dinero
autoayuda > autoayuda, habitos, desarrollo personal
habito > habitos, autoayuda
pena > poesia, romance, autoayuda
bajoneado > autoayuda, humor, novela
estresado > relajo, mindfulness, colorear, te, lavanda
suspenso > suspenso, thriller, policial, misterio, crimen
policial > policial, crimen, suspenso, misterio
enganche > thriller, suspenso, bestseller
ciencia ficcion > ciencia ficcion, fantasia, distopia
fantasia > fantasia, saga, dragones, magia
lectura escolar > infantil, lectura complementaria, escolar
lista escolar > escolar, cuaderno, lapiz, goma, estuche
leyendo > infantil, cuento, primeros lectores
organizar > agenda, planner, organizador
guardar ropa > closet, comoda, cajonera, organizador
guardar > organizador, caja, estante, comoda, cajonera
trabajar sentado > ergonomica, silla, lumbar
home office > escritorio, silla, ergonomica
mellizos > camarote, cuna, doble
visita > sofa cama, futon, inflable
casado > matrimonial, 2 plazas, hogar
dos plazas > 2 plazas, matrimonial, queen
gato sillon > rascador
calentar > estufa, calefactor, oleoelectrica, calientacama, parafina
friolenta > estufa, calefactor, calientacama, polar
hielo > estufa, calefactor, hielera, calientacama
casa fria > estufa, calefactor
secar ropa > secadora, tendedero
jugo > juguera, licuadora, extractor, exprimidor, jugo
poco aceite > freidora de aire, air fryer, teflon
freir > freidora, aceite, sarten
hornear > horno, molde, harina, bandeja
pastel de choclo > choclo, pino, carne molida, albahaca
completo > vienesa, pan, palta, mayonesa, ketchup
completos > vienesa, pan, palta, mayonesa, ketchup
choripan > longaniza, chorizo, choricillo, pan
cazuela > osobuco, asado, zapallo, papa, pollo
mechada > posta, mechada, punta picana
milanesa > posta, pechuga, escalopa
porotos > porotos, legumbre, longaniza
sopaipilla > harina, zapallo
hambre > snack, galleta, papas fritas, sandwich, colacion
bajon > snack, dulce, chocolate, papas fritas, pizza
antojo > dulce, chocolate, torta, helado, snack
canasta familiar > arroz, fideos, aceite, azucar, harina
sin sal > sin sal, bajo en sodio
prohibieron sal > sin sal, bajo en sodio
prohibieron azucar > sin azucar, stevia, endulzante
dejando azucar > sin azucar, stevia, endulzante
dieta > light, bajo en calorias, integral, pechuga, sin azucar, ensalada
sano > integral, natural, organico, saludable
blando > blando, tierno, filete, lomo, suave
jugoso > lomo vetado, entrana, punta picana
despertar > cafe, espresso, intenso, energetica
quite el sueño > descafeinado, infusion, hierbas
cafeina > descafeinado, cafe
descafeinado > descafeinado
amargo > suave, cacao, tonica
pescado crudo > panko, tempura, pollo, vegano, cocido
vegetariano > vegano, vegetariano, verduras
caña > electrolito, resaca, sin alcohol
sin alcohol > sin alcohol, cero
sobremesa > licor, bajativo, oporto, late harvest, cafe
queso > vino, tinto, tabla
pasta > vino tinto, salsa, carmenere
sushi > sauvignon, espumante, blanco
piscola > pisco, bebida
terremoto > pipeño, granadina
principiante vino > suave, joven, merlot, carmenere
celebrar > espumante, champana, torta, globo
cita > vino, espumante, romantico, chocolate
bici trabajo > urbana, ciudad
ir a la pega > urbana, mochila, ciudad
ciudad > urbana, ciudad, paseo
ciclovia > urbana, casco, luz
andar de noche > luz, reflectante, linterna
noche > luz, nocturno, reflectante, noche
subir cerro > mtb, trekking, montana
enduro > mtb, doble suspension, rodillera
montaña > mtb, trekking, montana
rueda pinchada > camara, parche, neumatico, inflador
pincho > parche, camara, neumatico, inflador
mano fria > guante, guantes
congelan manos > guante invierno, guante termico, calefaccionado, guante, guantes
congela > guante, termico, polar
rodilla > rodillera, rodilla, articular
ganar masa > proteina, creatina, ganador, whey
masa muscular > proteina, creatina, ganador, whey
bajar guata > quemador, cinturon, abdominal, l carnitina
acampar > carpa, saco de dormir, colchoneta, cocinilla, linterna
pelota > pelota, balon, futbol
piscinear > bano, traje de bano, antiparra, toalla
primeriza > recien nacido, kit, panal, mamadera
primerizo > recien nacido, principiante, kit
duerma de corrido > dormir, ruido blanco, saco de dormir, movil, swaddle
sacar leche > extractor de leche, lactancia
pecho > mamadera, formula, lactancia
dientes guagua > mordedor
papilla > papilla, cuchara, babero, silla de comer
ducha bebe > banera, shampoo bebe
paseo guagua > coche, portabebe, panalera
auto guagua > silla de auto, butaca
tejer > lana, palillo, crochet
bordar > bordado, bastidor, hilo, aguja
coser > maquina de coser, hilo, aguja, tela
cortina > tela, cortina, roller
poncho > lana, polar, tela
tocata > cuerda, microfono, amplificador
ensayar > audifono, bateria electronica, interfaz
vecinos > audifono, silencioso, electronico
zurdo > zurdo
coro > microfono, atril, partitura
banda > bateria, amplificador, microfono, guiro, acordeon
clase de musica > flauta, metalofono, melodica, ukelele
manejar noche > antirreflejo, polarizado, amarillo
computador > notebook, luz azul, filtro azul, antirreflejo
playa sol > polarizado, uv, lentes de sol, bloqueador
inquieto > flexible, irrompible, resistente, infantil
nariz > liviano, plaquetas
leer celular > lectura, aumento
lentes ver cerca > lectura, aumento
cocido > coceduras, hipoglos, pasta lassar
cocida > coceduras, hipoglos, pasta lassar
romantica > romance, amor, romantico
romantico > romance, amor, romantica
ahorrar > finanzas, ahorro, dinero
invertir > finanzas, inversion, dinero
duermo > dormir, sueno, insomnio, relajo, melatonina
duerme > dormir, sueno, insomnio, relajo, melatonina
ansiosa > ansiedad, relajo, calmar, relajar
ansioso > ansiedad, relajo, calmar, relajar
robaron > candado, alarma, antirrobo, cadena, camara
leer noche > luz lectura, lampara, lamparita
pinchazo > parche, reparador, pinchazos
robar > candado, seguridad, alarma, camara, u lock
pinchar > parche, camara, neumatico, inflador
mojar > impermeable, resistente al agua, agua
caer > lamina, carcasa, protector, funda
quebrar > lamina, carcasa, protector, vidrio templado
trizar > lamina, carcasa, protector, vidrio templado
abonar > abono, fertilizante, humus, compost, nutriente
bicho > insecticida, jabon potasico, neem
tomar > bebida, jugo, agua mineral, nectar, cerveza, limonada
resfriado > eucalipto, mentol
tapado > descongestionante, eucalipto, mentol, nasal
respirar > eucalipto, mentol, nasal, dilatador nasal
polen > hepa, antialergico, purificador, loratadina
agua caliente > termo electrico, calefont, ducha electrica, hervidor
encima colchon > topper, sobrecolchon, cubrecolchon
gato bebe > gatito, kitten, gatitos
perro bebe > cachorro, puppy
perro viejo > senior, articular, adulto mayor
perro viejito > senior, articular, adulto mayor
cuesta pararse > senior, articular, condroprotector, baston
cuesta caminar > articular, condroprotector, baston, andador
guardar arroz > hermetico, contenedor, frasco
guardar porotos > hermetico, contenedor, frasco
guardar comida > hermetico, contenedor, pote, vianda
marque vestido > sin costura, seamless, invisible
marquen vestido > sin costura, seamless, invisible
morena > tono medio, tono oscuro
piel morena > tono medio, tono oscuro, canela
piel clara > tono claro, porcelana
hojas secas > rastrillo, soplador, escoba de jardin
barrer hojas > rastrillo, soplador, escoba de jardin
derretir > mantecoso, mozzarella, gauda, chanco
poco espacio > plegable, compacto, apilable
maleta mano > cabina, carry on
juguete bebe > gimnasio, sonajero, mordedor, movil
juguete meses > gimnasio, sonajero, mordedor, movil
dibujar > lapices de colores, acuarela, block, croquera
calentar pecera > termocalefactor, termocalentador, calentador
entre agua > impermeable, waterproof, repelente
entra agua > impermeable, waterproof, repelente
filtre agua > impermeable, waterproof, repelente
pase frio > termico, polar, abrigado, primera capa
trasnochar > energetica, cafe, cafeina
desabrido > especia, condimento, alino, merken
picar > picoteo, coctel, tabla de picoteo
sobremesa > cafe, te, bajativo, chocolate
poca plata > economico, basico
`
