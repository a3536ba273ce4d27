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
frio > invierno, polar, abrigo, termico, lana, estufa, manta, frazada
friolento > invierno, polar, termico, lana, abrigo
calor > verano, ventilador, fresco, lino
lluvia > impermeable, lluvia, agua, paraguas
llueve > impermeable, lluvia, agua
nieve > nieve, impermeable, termico
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
empezar > principiante, inicial, kit, starter, partir
partir > principiante, inicial, kit, partir
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
ano nuevo > espumante, fiesta
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
freno > freno, pastilla, frenos
no parte > bateria, bujia, arranque
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
`
