/**
 * A kind of thing, and what belongs to it: `kind > members`. Asking for the kind finds the members, never the other way.
 */
export const KINDS = `
consola > playstation, ps5, xbox, nintendo, switch, steam deck
play > ps5, ps4
playstation > ps5, ps4
ropa > polera, pantalon, vestido, chaqueta, falda, camisa, poleron, chaleco, impermeable, manta, jean, blusa, calza, buzo, short, abrigo, parka, body, pilucho, ajuar, enterito, pijama, calcetin
calzado > zapatilla, zapato, bota, botin, sandalia
herramienta > taladro, martillo, destornillador, alicate, sierra, llave, esmeril, huincha, serrucho
electrodomestico > refrigerador, lavadora, microondas, hervidor, licuadora, aspiradora, freidora, horno, tostador
mueble > sofa, mesa, silla, cama, velador, closet, escritorio, estante, comoda, rack
flores > rosa, tulipan, girasol, lirio, orquidea, clavel, ramo, gerbera
flor > rosa, tulipan, girasol, lirio, orquidea, clavel, gerbera
planta > suculenta, cactus, monstera, potus, helecho, sansevieria, lavanda
pescado > salmon, reineta, merluza, congrio, atun, jurel, albacora, tilapia, corvina, trucha
pan > hallulla, marraqueta, amasado, molde, baguette, ciabatta, dobladita, pita, frica
fruta > manzana, platano, naranja, frutilla, pera, uva, kiwi, palta, durazno, mango
verdura > tomate, lechuga, papa, cebolla, zanahoria, zapallo, brocoli
carne > lomo, asado, posta, costillar, entrana, filete, vacuno, cerdo, pollo, punta
trago > pisco, ron, vodka, whisky, cerveza, vino, gin, tequila, licor
copete > pisco, ron, vodka, whisky, cerveza, vino, gin, tequila, licor
licor > pisco, ron, vodka, whisky, gin, tequila
vino > cabernet, carmenere, merlot, sauvignon, chardonnay, syrah, pinot, malbec, ensamblaje, espumante, rose
tinto > cabernet, carmenere, merlot, syrah, pinot, malbec, ensamblaje
cerveza > lager, ipa, stout, ale, porter
maquillaje > labial, rimel, base, sombra, rubor, corrector, delineador, polvo, iluminador
skincare > serum, crema, limpiador, bloqueador, tonico, mascarilla, hidratante
cosmetico > labial, rimel, base, crema, serum, esmalte
remedio > paracetamol, ibuprofeno, jarabe, comprimido, capsula, aspirina, loratadina, antigripal
juguete > muneca, peluche, puzzle, lego, pelota, autito, pista, bloque, plastilina
joya > aro, collar, anillo, pulsera, cadena, reloj
joyeria > aro, collar, anillo, pulsera, cadena
bisuteria > aro, collar, anillo, pulsera
instrumento > guitarra, bajo, piano, teclado, bateria, ukelele, violin, flauta, saxofon, trompeta, charango
libro > novela, cuento, poesia, manga, comic, biografia, ensayo
dulce > galleta, torta, chocolate, alfajor, caramelo, brownie, queque, gomita, pastel, mermelada
postre > torta, pie, kuchen, cheesecake, tiramisu, brownie, helado, leche asada
pastel > torta, pie, kuchen, cheesecake, queque, tartaleta
comestible > brownie, galleta, gomita, chocolate, dulce
comer > comestible, comida, snack, galleta, gomita
cosas de comer > comestible, brownie, galleta, gomita, chocolate
fumar > pipa, papelillo, moledor, bong, filtro, encendedor, tabaco
vaporizar > vaporizador
semilla > feminizada, autofloreciente
cultivo > semilla, sustrato, fertilizante, carpa, led, macetero, indoor
planta cultivar > semilla
plantita cultivar > semilla
matita cultivar > semilla
cultivar > semilla, sustrato, kit, carpa, macetero
indoor > carpa, extractor, filtro, temporizador, led
periferico > teclado, mouse, audifono, monitor, mousepad, webcam, microfono
accesorio > funda, cargador, cable, carcasa, soporte, correa
almacenamiento > ssd, disco, memoria, pendrive, microsd
apple > iphone, ipad, macbook, airpods, mac
samsung > galaxy
android > samsung, motorola, xiaomi, galaxy, redmi
xiaomi > redmi
sony > playstation, ps5
microsoft > xbox
nintendo > switch
mascota > perro, gato
higiene > shampoo, jabon, cepillo, pano, toalla, desodorante, pasta
aseo > detergente, cloro, limpiador, desinfectante, escoba, lavaloza
colacion > galleta, snack, jugo, barra, cereal, fruto seco
fruto seco > nuez, almendra, mani, pistacho, castana, pasa
lacteo > leche, queso, yogurt, mantequilla
fiambre > jamon, salame, queso, mortadela
deporte > pelota, mancuerna, zapatilla, raqueta, colchoneta, bicicleta
gimnasio > mancuerna, pesa, banda, colchoneta, proteina, guante
camping > carpa, saco de dormir, linterna, cocinilla, hielera, mochila
bicicleta > mtb, ruta, urbana, plegable
repuesto > filtro, bujia, pastilla, correa, amortiguador, bateria, neumatico, plumilla
electricidad > cable, enchufe, interruptor, ampolleta, alargador, automatico
gasfiteria > llave, caneria, teflon, sifon, flexible, codo
construccion > cemento, ladrillo, yeso, fierro, madera, plancha, volcanita
jardin > manguera, pala, tijera, tierra, macetero, rastrillo, podadora
cama > sabana, almohada, plumon, frazada, cubrecama
cocina > olla, sarten, cuchillo, tabla
utiles > cuaderno, lapiz, goma, mochila, regla, tijera, estuche
papeleria > cuaderno, lapiz, papel, carpeta, agenda
transporte > canil, transportadora, bolso
cafe > grano, molido, capsula, espresso
suplemento > proteina, creatina, vitamina, colageno, omega, magnesio
bebe > panal, mamadera, chupete, coche, cuna, body, mudador
animal > perro, gato, conejo, hamster, pajaro, pez
piso > suelo
suelo > piso
piedra > grava, gravilla
calentador > termocalefactor, termocalentador
`
