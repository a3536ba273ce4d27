/** What is eaten and drunk. The formats are those of `../synonyms.ts`, `../kinds.ts` and `../needs.ts`. */
export const SYNONYMS = `
arveja, alverja, guisante
betarraga, remolacha, betabel
poroto verde, ejote, judia verde
poroto negro, caraota, frijol negro
pimenton, pimiento, morron
cilantro, culantro
zapallo italiano, zucchini, calabacin
pina, anana, abacaxi
sandia, patilla
papaya, lechosa
arandano, blueberry
frambuesa, raspberry
mora, zarzamora, blackberry
mandarina, tangerina
pomelo, toronja
limon de pica, limon sutil
lechuga costina, lechuga romana
repollito de bruselas, col de bruselas
champinon, seta, mushroom
camote, batata, boniato
yuca, mandioca
platano macho, platano barraganete, platano de freir
cebollin, cebolla china, cebolla de verdeo
alcachofa, alcaucil
tallarin, espagueti, spaghetti, spaguetti
salsa de tomate, pomarola
manjar, dulce de leche, arequipe
harina de maiz precocida, harina de arepa, masarepa
caldo en cubo, cubo de caldo, caldo maggi
azucar flor, azucar impalpable, azucar glass
azucar rubia, azucar morena
chancaca, panela, papelon, piloncillo
maicena, fecula de maiz, almidon de maiz
polvos de hornear, polvos royal, baking powder
mote, trigo mote
cabritas, palomitas, popcorn, pochoclo, cotufa, crispeta
coca cola, cocacola, coke
bebida energetica, energizante, energy drink
fosforo, cerilla
galleta de soda, galleta de agua, soda cracker
salsa de soya, salsa de soja, sillao, shoyu
soya, soja
aji de color, paprika, pimenton en polvo
achiote, onoto
curcuma, turmeric
jengibre, kion
merken, merquen
sesamo, ajonjoli
mantequilla de mani, crema de mani, peanut butter
sopa instantanea, maruchan, cup noodles, ramen instantaneo
conserva, enlatado
yogurt, yogur, yoghurt
huevo, egg
lasana, lasagna
noqui, gnocchi
ravioli, raviol
fetuccini, fetuchini, fettuccine
bolonesa, bolognesa
punta de ganso, picanha, tapa de cuadril
punta picana, colita de cuadril, tri tip
tapapecho, tapa pecho, brisket
entrana, arrachera
osobuco, ossobuco
prieta, morcilla
costillar, ribs, costilla de cerdo
tocino, panceta, bacon
trutro, tutro, tuto de pollo
camaron, shrimp
chorito, mejillon
ostion, vieira
jaiba, cangrejo
jibia, calamar gigante
albacora, pez espada
kanikama, surimi, palito de cangrejo
papa prefrita, papa baston, papa congelada
helado, gelato, ice cream
cassata, casata
bistec, bistek, bife, steak
escalopa, milanesa
charqui, jerky, carne seca
pan de molde, pan lactal, pan tajado, pan de sandwich
pan de completo, pan de hot dog, pan copihue
pan pita, pan arabe, pan de shawarma
dona, donut, doughnut
berlin, berliner, bola de fraile
medialuna, croissant
sopaipilla, sopaipa
panqueque, crepe
pancake, hotcake
waffle, wafle, gofre
milhojas, hojarasca
selva negra, black forest
pie de limon, lemon pie, tarta de limon
cheesecake, tarta de queso
red velvet, terciopelo rojo
carrot cake, torta de zanahoria
strudel, apfelstrudel
paneton, panettone
cakepop, cake pop, popcake
bombon, praline
fondant, masa elastica
chantilly, crema batida
empanada de pino, empanada de carne
tapadito, canape, finger food
prepizza, masa de pizza, base de pizza
masa madre, sourdough
masa de hojaldre, masa hoja, puff pastry
tequeno, dedito de queso, palito de queso
pandebono, pan de bono
quiche, tarta salada
rol de canela, roll de canela, cinnamon roll
papas fritas, french fries, papas a la francesa
sandwich, sanguche, sanduche, emparedado, bocadillo
pollo asado, pollo a las brasas, pollo rostizado, pollo al spiedo
alitas de pollo, chicken wings, wings
pollo frito, pollo broaster, pollo crispy, fried chicken
shawarma, kebab, doner
arroz chaufa, arroz frito, arroz chino
wantan, wonton
arrollado primavera, rollito primavera, lumpia
ceviche, cebiche, seviche
pepperoni, peperoni
almuerzo, vianda
poke, poke bowl
milkshake, malteada, merengada
anticucho, brocheta
aros de cebolla, onion rings
nachos, totopos, tortilla chips
tabla de picoteo, tabla para picar
descafeinado, decaf, sin cafeina
espresso, expreso, expresso
prensa francesa, french press, cafetera francesa, cafetera de embolo
cafetera italiana, cafetera moka, cafetera greca, bialetti
v60, dripper, pour over
molinillo de cafe, molino de cafe, moledor de cafe
espumador de leche, batidor de leche, cremador de leche
cafe instantaneo, cafe soluble, nescafe
yerba mate, hierba mate
porongo, mate de calabaza
earl grey, bergamota
oolong, wulong
pu erh, puerh
chai, masala chai
latte, cafe con leche
capuchino, cappuccino, capuccino
mocaccino, mocha, mochaccino
cold brew, iced coffee
bubble tea, boba tea
leche vegetal, bebida vegetal
endulzante, edulcorante
manzanilla, camomila, chamomile
cedron, hierba luisa, lemon verbena
melisa, toronjil
hierbabuena, yerbabuena
hibisco, hibiscus, flor de jamaica
limoncillo, lemongrass
gin, ginebra
ron, rum
amaretto, amareto
baileys, crema de whisky, irish cream
vermouth, vermut
jagermeister, jager
cola de mono, colemono
agua tonica, tonic water
schop, cerveza de barril
cerveza artesanal, craft beer
ipa, india pale ale
cerveza de trigo, hefeweizen, weissbier
sin alcohol, alcohol free, cero alcohol, desalcoholizado
vino rose, vino rosado
late harvest, cosecha tardia, vendimia tardia
oporto, vino de oporto
syrah, shiraz
garnacha, grenache
garrafa, damajuana, chuico
sacacorcho, descorchador, abridor de vino
decantador, decanter
lupulo, hops
airlock, trampa de agua, burbujeador
fermentador, balde de fermentacion
densimetro, hidrometro
tapa corona, corcholata
enchapadora, tapadora de botellas
keg, barril cornelius, corny
star san, sanitizante
sidra, cider
vino navegado, vino hervido, gluhwein
petaca, petaquera
nuez, walnut
almendra, almond
caju, castana de caju, cashew, anacardo, merey
avellana, hazelnut
nuez pecana, pecana
nuez de brasil, castana de para, castana de brasil
cranberry, arandano rojo
goji, goji berry
huesillo, durazno deshidratado
ciruela seca, ciruela deshidratada, ciruela pasa
semilla de zapallo, pepa de zapallo, pepita de calabaza
semilla de girasol, semilla de maravilla, pepa de maravilla
linaza, semilla de lino, flaxseed
quinoa, quinua, kinoa
amaranto, kiwicha
trigo sarraceno, alforfon, buckwheat
psyllium, psilio, plantago ovata
alulosa, allulose
monk fruit, fruta del monje
stevia, estevia
agave, nectar de agave
jarabe de maple, sirope de arce, maple syrup, miel de maple
cacao nibs, nibs de cacao
soya texturizada, proteina texturizada, carne de soya
levadura nutricional, nutritional yeast
harina de almendra, almond flour
espirulina, spirulina
chlorella, clorela
maca, maca andina
colageno, collagen
aceite de coco, coconut oil
aceite mct, mct
omega 3, aceite de pescado, fish oil
ghee, mantequilla clarificada
kefir, yogurt de pajaritos, bulgaros
keto, cetogenico, ketogenico
low carb, bajo en carbohidratos
sin lactosa, deslactosado, lactose free
barra de proteina, barra proteica, protein bar
muesli, musli
tahini, tahine, pasta de sesamo
hummus, pasta de garbanzo
queso chanco, queso mantecoso
queso laminado, queso en laminas, queso tajado
mozzarella, mozarela, mozarella, muzarela
queso crema, queso philadelphia, philadelphia, cream cheese
ricota, ricotta, requeson
queso azul, blue cheese
salame, salami
mortadela, mortadella
pepinillo, pepino en vinagre
encurtido, pickle
chucrut, sauerkraut
tomate seco, tomate deshidratado
aceto balsamico, vinagre balsamico
aceite de oliva, olive oil
miel, honey
propoleo, propolis
jalea real, royal jelly
polen, polen de abeja
panal de miel, miel en panal
miel cremada, miel cremosa
cera de abeja, beeswax
grisin, grissini
delicatessen, gourmet
semilla de cesped, semilla de pasto
almaciguera, semillero, bandeja de germinacion
albahaca, basil
romero, rosemary
tomillo, thyme
lavanda, lavender
eneldo, dill
aloe vera, sabila
equinacea, echinacea
aceite esencial, essential oil
flores de bach, esencia floral
homeopatia, homeopatico
incienso, sahumerio
sal de epsom, sal inglesa, sulfato de magnesio
carbon activado, carbon activo
vinagre de manzana, vinagre de sidra
aceite de ricino, castor oil
tea tree, melaleuca, aceite de arbol de te
manteca de karite, manteca de shea
cola de caballo, limpiaplata, equisetum
barba de choclo, pelo de choclo, estigma de maiz
hoja de sen, senna
hiperico, hierba de san juan
pasiflora, passiflora, pasionaria
diente de leon, dandelion
cardo mariano, milk thistle
crataegus, crategus, espino blanco
ginkgo, ginko
graviola, guanabana
sangre de drago, sangre de grado
llanten, plantago major
paico, epazote
melena de leon, lions mane
arroz, rice, diri
leche, milk
azucar, sugar, sik
queso, cheese
mantequilla, butter
harina, flour
`

export const KINDS = `
abarrote > arroz, fideos, azucar, harina, aceite, lentejas, porotos, conserva, salsa de tomate, atun, pure instantaneo
mercaderia > arroz, fideos, azucar, harina, aceite, lentejas, porotos, conserva, atun
fruta verdura > tomate, lechuga, papa, cebolla, zanahoria, manzana, platano, naranja, limon, palta, sandia, melon, uva, pera
fruta fresca > manzana, platano, naranja, limon, sandia, melon, uva, pera, kiwi, ciruela, cereza, mandarina, pina
hortaliza > tomate, lechuga, zanahoria, acelga, espinaca, repollo, pepino, betarraga, apio, coliflor
verdura hoja > lechuga, espinaca, acelga, rucula, repollo, kale
citrico > limon, naranja, mandarina, pomelo, clementina
berries > frutilla, arandano, frambuesa, mora
frutos rojos > frutilla, arandano, frambuesa, mora, cranberry
fruta tropical > pina, mango, papaya, maracuya, coco, guayaba
carozo > durazno, ciruela, damasco, nectarin, cereza
guinda > cereza
legumbre > porotos, lentejas, garbanzos, arveja partida
menestra > porotos, lentejas, garbanzos
condimento > oregano, comino, merken, pimienta, paprika, curcuma, ajo en polvo, alino completo, laurel
especia > oregano, comino, merken, pimienta, canela, curcuma, clavo de olor, nuez moscada, cardamomo, azafran
alino > oregano, comino, merken, pimienta, paprika, ajo en polvo, vinagre
aderezo > mayonesa, ketchup, mostaza, vinagreta, balsamico
salsa > mayonesa, ketchup, mostaza, barbecue, salsa de soya, pesto, tartara, salsa de tomate
fideo > spaghetti, tallarin, corbata, espiral, quifaro, cabello de angel, mostaccioli, penne, canuto
pasta > spaghetti, tallarin, lasana, ravioli, noqui, fetuccini, penne, canelones
cereal > avena, granola, muesli, quinoa, arroz inflado, corn flakes
jalea > gelatina
picoteo > papas fritas, mani, suflitos, cabritas, aceituna, salame, nachos
bebida energetica > red bull, monster, score
isotonica > gatorade, powerade
leche nido > leche en polvo
vacuno > lomo, posta, filete, entrana, asado carnicero, plateada, osobuco, tapapecho, huachalomo, sobrecostilla, punta de ganso, punta picana, abastero, pollo ganso, asiento
cerdo > costillar, chuleta, pernil, tocino, malaya, pulpa de cerdo
pollo > pechuga, trutro, alitas, muslo
marisco > camaron, chorito, almeja, ostion, jaiba, calamar, cholga, ostra, piure
pescado > salmon, reineta, merluza, congrio, corvina, albacora, trucha, atun, tilapia, lenguado, jurel
menudencia > higado, guatita, lengua de vacuno, corazon de vacuno, molleja
embutido > longaniza, chorizo, prieta, vienesa, butifarra, salame, salchichon
cecina > jamon, salame, mortadela, vienesa, longaniza, salchichon, pate
parrillada > longaniza, chuleta, costillar, prieta, entrana, chorizo, sobrecostilla
congelado > papa prefrita, nuggets, verdura congelada, pulpa de fruta, hamburguesa, helado, choclo congelado
carne exotica > jabali, avestruz, ciervo, conejo
bife chorizo > lomo liso
ojo bife > lomo vetado
rib eye > lomo vetado
ribeye > lomo vetado
solomillo > filete
carne picada > carne molida
muslo pollo > trutro
pierna pollo > trutro
panaderia > hallulla, marraqueta, amasado, dobladita, baguette, pan de molde
pan batido > marraqueta
pan frances > marraqueta, baguette
pan integral > multigrano, centeno
pasteleria > torta, pie, kuchen, cheesecake, tartaleta, berlin, milhojas
reposteria > torta, galleta, brownie, cupcake, alfajor, queque
bolleria > croissant, medialuna, berlin, dona, brioche, rol de canela
torta > milhojas, selva negra, tres leches, merengue, red velvet, panqueque
dulce chileno > alfajor, chilenito, empolvado, mantecado
dulce ligua > alfajor, chilenito, empolvado, mantecado
chocolateria > bombon, trufa, chocolate
coctel > tapadito, mini empanada, petit four, brocheta, pisco sour
comida rapida > completo, hamburguesa, papas fritas, pizza, churrasco, sandwich, salchipapa
comida chatarra > completo, hamburguesa, papas fritas, pizza, churrasco, salchipapa
fast food > completo, hamburguesa, papas fritas, pizza, churrasco, sandwich
comida china > chaufa, wantan, arrollado primavera, chapsui, mongoliano
comida peruana > ceviche, lomo saltado, aji de gallina, chaufa, anticucho, papa a la huancaina
comida mexicana > taco, burrito, quesadilla, fajita, nachos, enchilada
comida venezolana > arepa, tequeno, cachapa, pabellon, hallaca, patacon
comida colombiana > bandeja paisa, arepa, patacon, sancocho, pandebono
comida arabe > shawarma, falafel, hummus, hoja de parra, kubbe
comida italiana > pizza, lasana, ravioli, noqui, canelones, fetuccini
comida japonesa > sushi, ramen, gyoza, handroll, tempura, sashimi
comida chilena > cazuela, pastel de choclo, porotos, charquican, empanada
sandwich > churrasco, barros luco, barros jarpa, chacarero, aliado, ave mayo
hot dog > completo, vienesa
pizza > pepperoni, napolitana, margarita
almuerzo > colacion, plato de fondo, cazuela, guiso, lasana, menu
acompanamiento > arroz, papas fritas, pure, ensalada
sushi > handroll, nigiri, sashimi, california roll, futomaki, uramaki
batido > milkshake, smoothie
infusion > manzanilla, menta, boldo, rooibos, cedron, melisa, hibisco, tilo, poleo, jengibre
cafe especialidad > arabica, tueste, origen, etiopia, colombia, blend
cafetera > prensa francesa, bialetti, aeropress, chemex, v60, espresso
cafe filtrado > v60, chemex, kalita, aeropress, dripper
barista > tamper, molinillo, espumador, portafiltro, jarro espumador
set matero > yerba mate, bombilla mate, termo, porongo, yerbera
capsula cafe > nespresso, dolce gusto, caffitaly
leche vegetal > leche de almendra, leche de avena, leche de coco, leche de soya, leche de arroz
whisky > bourbon, scotch, single malt, johnnie walker, jack daniels, ballantines, chivas, jim beam
pisco > mistral, capel, alto del carmen, horcon quemado
ron > havana club, bacardi, barcelo, flor de cana
vodka > absolut, stolichnaya, smirnoff, eristoff
gin > beefeater, bombay, tanqueray, hendricks, gordons
tequila > jose cuervo, olmeca
cerveza artesanal > ipa, apa, stout, amber ale, porter, golden ale
cerveza negra > stout, porter, schwarzbier
cerveza roja > amber, red ale
cerveza rubia > lager, golden, blonde, pilsner
cerveza importada > heineken, corona, stella artois, budweiser
cerveza nacional > escudo, cristal, royal guard, austral, kunstmann, becker
espumante > brut, demi sec, prosecco, moscato, champagne
champagne > espumante, brut, demi sec
vino dulce > late harvest, moscato, oporto
bajativo > amaretto, limoncello, baileys, fernet, araucano, oporto
aperitivo > vermouth, aperol, campari, ramazzotti, pisco sour
destilado > pisco, ron, vodka, whisky, gin, tequila
insumo cervecero > malta, lupulo, levadura cervecera, star san, tapa corona
shaker > coctelera
fruta deshidratada > huesillo, ciruela seca, cranberry, higo, datil, damasco turco
superalimento > maca, spirulina, chia, goji, cacao, moringa, maqui, quinoa, matcha
superfood > maca, spirulina, chia, goji, cacao, moringa, maqui, quinoa, matcha
mix semillas > chia, linaza, sesamo, semilla de zapallo, semilla de girasol
endulzante > stevia, alulosa, eritritol, sucralosa, agave, monk fruit, tagatosa
harina sin gluten > harina de almendra, harina de arroz, harina de coco, harina de garbanzo, harina de avena, tapioca
proteina vegetal > proteina de arveja, soya texturizada, tofu, seitan, tempeh
carne vegetal > soya texturizada, tofu, seitan, hamburguesa vegana, tempeh
snack saludable > fruto seco, barra de cereal, fruta deshidratada, galleta de arroz, granola, mani
queso > gouda, mantecoso, chanco, brie, camembert, mozzarella, parmesano, ricota, cheddar, edam, quesillo, gruyere, feta, manchego
queso maduro > parmesano, manchego, gruyere, grana padano, pecorino
queso fresco > quesillo
queso azul > roquefort, gorgonzola
queso rallado > parmesano, reggianito, grana padano
jamon crudo > serrano, prosciutto, iberico
charcuteria > jamon, salame, prosciutto, chorizo, pate, mortadela, coppa
encurtido > pepinillo, aceituna, cebolla perla, alcaparra, chucrut
miel > ulmo, multiflora, tiaca
colmena > miel, propoleo, polen, jalea real, cera de abeja
apicultura > ahumador, velo apicola, traje apicola, cera estampada, colmena
untable > pate, queso crema, hummus, mermelada, tapenade
hierba > manzanilla, menta, boldo, melisa, cedron, matico, oregano, romero
hierba medicinal > boldo, matico, manzanilla, menta, llanten, melisa, ruda, calendula, cedron, bailahuen
planta medicinal > boldo, matico, manzanilla, llanten, melisa, ruda, calendula, aloe vera
hierba aromatica > albahaca, perejil, cilantro, oregano, romero, tomillo, ciboulette, menta
semilla hortaliza > semilla de tomate, semilla de lechuga, semilla de zanahoria, semilla de acelga, semilla de zapallo
semilla flor > semilla de girasol, cosmos, zinnia, calendula, amapola, petunia
brotes > alfalfa, microgreen, germinado
remedio natural > propoleo, tintura, pomada, aceite esencial, flores de bach, hierba medicinal
medicina natural > propoleo, tintura, pomada, aceite esencial, flores de bach, homeopatia
aromaterapia > aceite esencial, difusor, incienso, lavanda, eucalipto
adaptogeno > ashwagandha, rhodiola, maca, ginseng, reishi
hongo medicinal > reishi, melena de leon, cordyceps
mondongo > guatita
vainita > poroto verde
picada > tabla de picoteo
cambur > platano
choclo desgranado > choclo congelado
bebida > coca cola, fanta, sprite, pepsi, bilz, crush, ginger ale
gaseosa > coca cola, fanta, sprite, pepsi, bilz, crush
golosina > caramelo, caluga, gomita, chocolate, confite
hongo > champinon, portobello, shiitake
lwil > aceite
poul > pollo
frango > pollo
chicken > pollo
beef > vacuno
vyann > carne
fish > pescado
pwason > pescado
pwa > porotos
seafood > marisco, camaron
`

export const NEEDS = `
ensalada > lechuga, tomate, palta, rucula, pepino, aderezo
ensalada chilena > tomate, cebolla, cilantro, aji verde
ensalada fruta > platano, naranja, kiwi, manzana, frutilla, durazno
pebre > cilantro, tomate, cebolla, aji verde
guacamole > palta, limon, cilantro, nachos, tortilla
preparar humita > choclo, albahaca, cebolla
charquican > zapallo, papa, choclo, carne molida, charqui, cochayuyo
sopa > zapallo, zanahoria, apio, cabello de angel, caldo en cubo, sopa instantanea
cazuela > zapallo, choclo, papa, trutro, osobuco, tapapecho
lasana > salsa de tomate, mozzarella, carne molida, ricota, bechamel
pure > papa, pure instantaneo
arepa > harina de maiz precocida, queso llanero
harina pan > harina de maiz precocida
cachapa > queso de mano, queso llanero, choclo
patacon > platano macho
toston > platano macho
banan peze > platano macho
platano freir > platano macho
platano verde > platano macho
platano maduro > platano macho
hallaca > harina de maiz precocida, hoja de platano, aceituna, cerdo
pabellon > poroto negro, platano macho, carne mechada
sancocho > yuca, choclo, platano macho, osobuco, cilantro
lomo saltado > aji amarillo, salsa de soya, lomo, papas, cebolla morada, cilantro
aji gallina > aji amarillo, pechuga, queso fresco, nuez
huancaina > aji amarillo, queso fresco, galleta de soda
ceviche > reineta, corvina, limon, cebolla morada, cilantro, camaron
leche tigre > jengibre, aji limo, cilantro, reineta
soup joumou > zapallo, repollo, zanahoria, osobuco
pikliz > repollo, zanahoria, vinagre, aji
panqueque > harina, huevo, leche, manjar, premezcla
queque > premezcla, harina, polvos de hornear, molde
amasar pan > harina, levadura, manteca, harina integral
amasar > harina, levadura, manteca
sopaipilla > zapallo, harina, manteca, chancaca, pebre
jugo natural > naranja, frutilla, pina, pulpa de fruta, mango, melon
smoothie > berries, platano, frutilla, pulpa de fruta, espinaca, leche vegetal
batido fruta > platano, frutilla, berries, pulpa de fruta, leche
jugo verde > espinaca, apio, pepino, pina, jengibre, kale
desintoxicar > jugo verde, detox, apio, alcachofa, diente de leon, chlorella
tomar once > palta, marraqueta, hallulla, jamon, queso, manjar
once > palta, marraqueta, jamon, manjar, mermelada, huevo
desayuno > huevo, avena, yogurt, pan de molde, mermelada, medialuna
colacion jardin > galleta, jugo, yogurt, fruta, barra de cereal
lonchera > jugo, galleta, yogurt, barra de cereal, fruta
vitamina c > naranja, kiwi, limon, pomelo, pimenton, maqui
estitico > ciruela, kiwi, avena, linaza, psyllium, higo
estrenimiento > fibra, ciruela, psyllium, linaza, kiwi, hoja de sen
fibra > psyllium, avena, linaza, salvado, chia, integral
dieta blanda > arroz, pollo, gelatina, zapallo, manzana, galleta de agua
papilla > zapallo, zanahoria, pera, manzana, papa, platano
cine casa > cabritas, nachos, bebida
picotear > papas fritas, mani, aceituna, salame, nachos, tabla de picoteo
picante > aji, merken, rocoto, jalapeno, tabasco, sriracha
sin picante > suave, dulce, neutro
caja mercaderia > canasta familiar, arroz, fideos, aceite
olla comun > arroz, fideos, lentejas, porotos, papas
guiso > acelga, zapallo italiano, arroz, lentejas, carne molida
tortilla verdura > acelga, espinaca, zanahoria, huevo
sopa verduras > zapallo, zanahoria, apio, puerro, primavera
arroz primavera > arroz, primavera, arveja, zanahoria
arroz chino > arroz, salsa de soya, primavera, dientes de dragon, cebollin
chapsui > salsa de soya, dientes de dragon, champinon, pimenton, pollo
sushi > nori, arroz para sushi, sushi, salsa de soya, atun, salmon
mote huesillo > huesillo, mote, chancaca
leche asada > leche, huevo, vainilla, azucar
arroz leche > arroz, leche, canela, leche condensada
sin cocinar > preparado, precocido, instantaneo
cocinar rapido > precocido, instantaneo, congelado
vegetariano > falafel, hummus, tofu, seitan, champinon, soya texturizada
vegano > tofu, seitan, soya texturizada, leche vegetal, falafel, plant based
polenta > chuchoca, semola
tamal > hoja de platano, harina de maiz, chuchoca
asado > longaniza, sobrecostilla, entrana, costillar, punta de ganso, sal parrillera
parrilla > longaniza, chorizo, entrana, costillar, punta de ganso, carbon
parrillar > longaniza, entrana, costillar, punta de ganso, carbon, sal parrillera
asado olla > plateada, huachalomo, sobrecostilla, asado carnicero, punta paleta
carne olla > plateada, huachalomo, osobuco, asado carnicero, punta paleta
olla presion > plateada, osobuco, porotos, huachalomo, tapapecho
carne horno > plateada, pernil, pulpa de cerdo, cordero, lomo, pollo ganso
asado horno > plateada, pernil, pulpa de cerdo, costillar, pavo
estofado > osobuco, posta, huachalomo, papa, zanahoria
carne mechada > punta picana, posta, pollo ganso, plateada
carne deshilachada > plateada, tapapecho, carne mechada, punta paleta
pulled pork > pulpa de cerdo, paleta de cerdo, barbecue
bistec > posta, asiento, lomo, filete
bistec pobre > lomo liso, papas fritas, huevo
lomo pobre > lomo liso, papas fritas, huevo
anticucho > filete, longaniza, pollo ganso, pimenton
ahumar carne > tapapecho, costillar, chips ahumar, pulpa de cerdo
mariscal > surtido de mariscos, chorito, almeja, piure, cilantro
paila marina > surtido de mariscos, chorito, almeja, congrio
caldillo congrio > congrio, papa, cebolla
curanto > chorito, almeja, longaniza, costillar ahumado, milcao, chapalele
pulmay > chorito, almeja, longaniza, costillar ahumado
paella > surtido de mariscos, camaron, chorito, calamar, azafran, arroz
pescado frito > merluza, reineta, congrio
freir pescado > merluza, reineta, congrio, harina, panko
pescado horno > reineta, salmon, corvina, congrio
salmon plancha > salmon, trucha
chicharron > malaya, tocino, panceta, cerdo
cuaresma > pescado, marisco, reineta, merluza, salmon, atun
sin espina > filete de merluza, filete de reineta, filete de salmon, deshuesado, tilapia
espinas pescado > filete de merluza, filete de reineta, filete de salmon, tilapia
barf > carne molida, higado, molleja, hueso
carne sin grasa > posta, filete, asiento, magra, pechuga, pavo
carne magra > posta, filete, asiento, pechuga, pavo
comer proteina > pechuga, huevo, atun, lentejas, quinoa
marmoleada > wagyu, angus, lomo vetado
caldo > hueso, osobuco, caldo en cubo
asado vegetariano > queso parrilla, champinon, pimenton, berenjena, zapallo italiano, hamburguesa vegana
asado vegano > champinon, pimenton, berenjena, zapallo italiano, hamburguesa vegana
cena navidad > pavo, pernil, cordero, lomo relleno, salmon
cena pascua > pavo, pernil, cordero, lomo relleno
cena navidena > pavo, pernil, cordero, lomo relleno
ensalada rusa > papa, zanahoria, arveja, mayonesa
dieciocho > longaniza, anticucho, choripan, prieta, chicha, pipeno
anemia > lentejas, higado, prieta, betarraga, espinaca
pino empanada > carne molida, cebolla, aceituna, uva pasa, huevo
preparar empanada > masa de empanada, carne molida, cebolla, aceituna, queso mantecoso
air fryer > papa prefrita, nuggets, alitas, empanada, tequeno
freidora aire > papa prefrita, nuggets, alitas
menu ninos > menu infantil, nuggets, salchipapa
almuerzo ninos > nuggets, hamburguesa, vienesa, menu infantil
torta personalizada > torta tematica, torta fondant, torta decorada
torta tematica > torta personalizada, torta fondant, torta decorada
torta unicornio > torta tematica, torta personalizada, torta fondant, torta decorada, torta infantil
torta princesa > torta tematica, torta personalizada, torta fondant, torta decorada, torta infantil
torta dinosaurio > torta tematica, torta personalizada, torta fondant, torta decorada, torta infantil
torta novios > torta matrimonio, torta fondant, torta de pisos
torta matrimonio > torta novios, torta fondant, torta de pisos
desayuno sorpresa > bandeja desayuno, desayuno
desayuno cama > desayuno sorpresa, bandeja desayuno
mesa dulce > cupcake, alfajor, macaron, petit four, cakepop
candy bar > cupcake, alfajor, macaron, petit four, cakepop, galleta decorada
reunion oficina > coffee break, coctel, tapadito, medialuna
coffee break > medialuna, galleta, tapadito, queque
evento > coctel, tapadito, mini empanada, petit four, coffee break, banquete
inauguracion > coctel, tapadito, mini empanada, espumante
primera comunion > galleta decorada, torta, cupcake
bautizo > galleta decorada, torta, cupcake
baby shower > cupcake, galleta decorada, cakepop
fiesta infantil > cupcake, galleta decorada, cakepop, torta infantil, mini completo, suflitos
cumple jardin > cupcake, queque, galleta decorada
alergico huevo > sin huevo, vegano
alergia huevo > sin huevo, vegano
alergico leche > sin leche, sin lactosa, vegano, leche vegetal
alergia leche > sin leche, sin lactosa, vegano, leche vegetal
aplv > sin leche, sin lactosa, vegano, leche vegetal
alergico mani > sin mani, sin frutos secos, sin trazas
alergia mani > sin mani, sin frutos secos, sin trazas
alergico nuez > sin nuez, sin frutos secos, sin trazas
alergico gluten > sin gluten, celiaco
intolerante gluten > sin gluten, harina de arroz, maicena
celiaco > sin gluten, harina de arroz, tapioca, quinoa, maicena
torta humeda > tres leches, bizcocho humedo
chocolatero > chocolate, brownie, trufa, selva negra, bombon, cacao
fanatico chocolate > chocolate, brownie, trufa, selva negra, bombon, cacao
amante chocolate > chocolate, brownie, trufa, selva negra, bombon, cacao
fanatico manjar > manjar, alfajor, milhojas
torta fresca > torta frutilla, torta helada, torta pina, cheesecake, pie de limon
torta verano > torta helada, torta frutilla, torta pina, cheesecake, pie de limon
torta calor > torta helada, cassata, cheesecake
pascua resurreccion > huevo chocolate, huevitos, conejo chocolate
conejo pascua > huevo chocolate, huevitos, conejo chocolate
esconder huevitos > huevo chocolate, huevitos
navidad > pan de pascua, cola de mono, galleta jengibre, paneton
halloween > galleta decorada, cupcake
lluvia > sopaipilla, picaron, chocolate caliente, calzones rotos
frio chocolate > chocolate caliente, cacao
sandwich > pan de molde, jamon, queso laminado, ciabatta, frica
pan hamburguesa > brioche, frica
pan churrasco > frica, marraqueta
choripan > marraqueta, pebre
pan tabla > baguette, grisin, cracker, focaccia
masa empanada > disco empanada, hojaldre
decorar torta > boquilla, manga pastelera, fondant, colorante, mostacilla, chantilly
decorar queque > glaseado, azucar flor, mostacilla, boquilla
empezar reposteria > kit reposteria, molde, boquilla, manga pastelera, batidora
preparar torta > premezcla, bizcocho, molde, chantilly, manjar
preparar queque > premezcla, harina, polvos de hornear, molde, vainilla
preparar galletas > cortador galleta, harina, mantequilla, chips chocolate, vainilla
relleno torta > manjar, chantilly, mermelada, ganache, crema pastelera
rellenar torta > manjar, chantilly, mermelada, ganache, crema pastelera
preparar brownie > cacao, chocolate cobertura, nuez, premezcla
preparar cheesecake > queso crema, galleta molida, crema de leche, gelatina
tiramisu > mascarpone, galleta champana
preparar helado > crema de leche, leche condensada, pulpa de fruta, saborizante
preparar pan pascua > fruta confitada, nuez, almendra, uva pasa, clavo de olor
banar chocolate > chocolate cobertura, sucedaneo
fondue chocolate > chocolate cobertura, frutilla, marshmallow
masa levante > levadura, polvos de hornear
leudar > levadura, polvos de hornear, masa madre
individual > porcion, trozo
masas saladas > empanada, quiche, tapadito, croissant
bocado salado > tapadito, mini empanada, quiche, brocheta
acompanar cafe > galleta, queque, kuchen, brownie, alfajor, muffin
pan diabetico > pan integral, centeno, masa madre, sin azucar
pan sano > pan integral, centeno, multigrano, masa madre
pan caja > pan de molde
almorzar > almuerzo, colacion, menu, plato de fondo
almuerzo oficina > colacion, almuerzo, menu, sandwich
cenar > pizza, sushi, hamburguesa, plato de fondo
bajon > completo, hamburguesa, pizza, papas fritas, salchipapa, sushi
compartir > tabla de picoteo, chorrillana, pichanga, familiar
partido futbol > pizza, alitas, papas fritas, cerveza
partido seleccion > pizza, alitas, papas fritas, cerveza
comida liviana > ensalada, wrap, bowl, poke, consome
comer liviano > ensalada, wrap, bowl, poke, consome
comida fit > ensalada, wrap, bowl, pechuga, integral, quinoa
almuerzo fit > ensalada, wrap, bowl, pechuga, integral, quinoa
sin alga > envuelto palta, envuelto queso, panko
sushi vegetariano > palta, champinon, palmito, vegano, veggie
empezar sushi > california roll, panko, tempura, kit sushi
sushi caliente > panko, tempura, hot roll
sushi apanado > panko, tempura, hot roll
levantar muerto > caldo, ceviche, mariscal, paila marina
comida enfermo > consome, caldo, cazuela, arroz, pollo
ave palta > pechuga, palta, mayonesa, pan de molde
salsa papas > mayonesa, ketchup, cheddar, tartara
tomar mate > yerba mate, bombilla mate, porongo, termo, set matero
empezar mate > set matero, kit matero, yerba mate, bombilla mate
cebar mate > yerba mate, bombilla mate, termo, porongo
mate dulce > yerba saborizada, yerba hierbas, stevia
despertar > espresso, guarana, energizante, yerba mate
trasnochar > cafe instantaneo, energizante, guarana, yerba mate, espresso
pasar largo > cafe instantaneo, energizante, guarana, yerba mate
cafe acidez > baja acidez, descafeinado, cold brew, brasil
cafe gastritis > baja acidez, descafeinado, cold brew, cebada
cafe estomago > baja acidez, descafeinado, cold brew
sin cafeina > rooibos, manzanilla, cebada, hibisco, melisa
reemplazar cafe > cebada, achicoria, yerba mate, matcha, rooibos, descafeinado
reemplazo cafe > cebada, achicoria, yerba mate, matcha, rooibos, descafeinado
cafe trigo > cebada, achicoria
infusion embarazada > rooibos, manzanilla, jengibre
infusion ninos > manzanilla, rooibos, infusion frutal
infusion frutal > frutos rojos, hibisco, infusion manzana, infusion frutal
infusion dormir > melisa, tilo, valeriana, manzanilla, pasiflora, lavanda
infusion relajante > melisa, tilo, manzanilla, lavanda, cedron
cafe suave > arabica, blend, brasil
cafe fuerte > espresso, robusta, intenso
cafe cargado > espresso, robusta, intenso
cafe afrutado > etiopia, kenia
cafe oficina > capsula, instantaneo, cafetera
empezar cafe > prensa francesa, v60, cafetera italiana, molinillo, kit barista
barista casa > molinillo, v60, prensa francesa, tamper, espumador
fanatico cafe > grano, molinillo, prensa francesa, v60, especialidad
amante cafe > grano, molinillo, prensa francesa, v60, especialidad
cafe sin cafetera > instantaneo, drip, prensa francesa, v60
cafe viaje > drip, aeropress, instantaneo, termo
cafe camping > cafetera italiana, aeropress, drip, instantaneo
espuma leche > espumador, jarro espumador, vaporizador
leche espumosa > espumador, jarro espumador, barista
moler cafe > molinillo, molino, grano
moler grano > molinillo, molino
colar cafe > filtro papel, v60, dripper, prensa francesa
descalcificar > descalcificador
cafe helado > cold brew, capuchino
leche cafe > barista, leche de avena, espumador, crema cafe
dormir > melisa, tilo, pasiflora, flores de bach, manzanilla
insomnio > melisa, tilo, pasiflora, flores de bach
nervio > melisa, tilo, pasiflora, valeriana, agua de azahar
ansiedad > melisa, pasiflora, tilo, ashwagandha, flores de bach, hiperico
estres > ashwagandha, rhodiola, melisa, magnesio, flores de bach
guata > boldo, hinojo, paico, manzanilla
estomago > boldo, matico, hinojo, manzanilla
digestion > boldo, hinojo, cedron, manzanilla, bajativo
digestivo > boldo, hinojo, cedron, bajativo
indigestion > boldo, hinojo, manzanilla, cedron
comida pesada > boldo, cedron, hinojo, bajativo
empachado > paico, boldo
empacho > paico, boldo
colico > hinojo, anis
gastritis > matico, llanten, linaza, manzanilla
ulcera > matico, llanten
resfrio > jengibre, miel, propoleo, equinacea
gripe > jengibre, miel, propoleo, equinacea
tos > miel, propoleo, tomillo, tilo, hoja de palto
garganta > miel, propoleo, jengibre, salvia, tomillo
ronquera > miel, propoleo, jengibre, salvia
bronquitis > eucalipto, tomillo, gordolobo, propoleo, pulmonaria
asma > eucalipto, gordolobo, tomillo
congestion > eucalipto, vahos
sinusitis > eucalipto, manzanilla
defensas > propoleo, equinacea, jalea real, polen, maqui
alergia primavera > ortiga, quercetina, propoleo, polen
dolor menstrual > manzanilla, jengibre, milenrama, magnesio
dolor regla > manzanilla, jengibre, milenrama, magnesio
menstruacion > milenrama, manzanilla, onagra
menopausia > onagra, isoflavonas, salvia, maca, cimicifuga
bochornos > onagra, isoflavonas, salvia, cimicifuga
ovario poliquistico > inositol, maca, sauzgatillo
infeccion urinaria > cranberry, barba de choclo, cola de caballo, llanten
cistitis > cranberry, barba de choclo, cola de caballo, llanten
retencion liquido > cola de caballo, diente de leon, ortiga, hibisco, diuretico
retener liquido > cola de caballo, diente de leon, ortiga, hibisco, diuretico
rinon > cola de caballo, barba de choclo, diente de leon, ortiga, chancapiedra
calculo renal > chancapiedra, barba de choclo, cola de caballo
calculo vesicula > boldo, alcachofa, cardo mariano
vesicula > boldo, alcachofa, cardo mariano, diente de leon
higado > boldo, cardo mariano, alcachofa, diente de leon
higado graso > cardo mariano, alcachofa, diente de leon, boldo
prostata > ortiga, saw palmetto, palmeto, semilla de zapallo, licopeno
acido urico > ortiga, cola de caballo
colesterol > alcachofa, linaza, chia, avena, hoja de olivo, levadura roja
trigliceridos > omega 3, alcachofa, linaza
presion alta > hoja de olivo, hibisco, crataegus
hipertension > hoja de olivo, hibisco, crataegus, sin sodio
diabetico > alulosa, eritritol, pata de vaca, keto
resistencia insulina > sin azucar, alulosa, stevia, keto, integral, berberina
circulacion > ginkgo, castano de indias, vid roja, hamamelis
varices > castano de indias, hamamelis, vid roja
hemorroides > castano de indias, hamamelis, llanten
piernas cansadas > castano de indias, vid roja
moreton > arnica
esguince > arnica
golpe > arnica
torcedura > arnica
inflamacion > curcuma, jengibre, arnica, boswellia, harpagofito
desinflamar > curcuma, jengibre, arnica, boswellia
artritis > curcuma, harpagofito, ortiga, arnica
reumatismo > harpagofito, ortiga, arnica
osteoporosis > calcio, vitamina d, magnesio, colageno
huesos debiles > calcio, vitamina d, magnesio, colageno
herida > matico, calendula, llanten
quemadura > aloe vera, calendula
dermatitis > calendula, aloe vera, karite
eczema > calendula, aloe vera, karite
psoriasis > calendula, aloe vera, karite
caspa > ortiga, romero, tea tree, quillay
caida pelo > ortiga, romero, biotina, quillay, colageno
verruga > celidonia, tea tree
herpes > propoleo, melisa, lisina
afta > propoleo, salvia, calendula
encias > propoleo, salvia, clavo de olor
dolor muela > clavo de olor, propoleo
aliento > clorofila, propoleo
labios partidos > cera de abeja, karite, balsamo labial
unas quebradizas > biotina, colageno, silicio
migrana > matricaria, jengibre, magnesio
jaqueca > matricaria, jengibre, magnesio
dolor cabeza > matricaria
nausea > jengibre
depresion > hiperico, azafran, flores de bach, melisa, rhodiola
triste > hiperico, flores de bach, melisa, azafran
desanimado > hiperico, rhodiola, maca, ginseng, flores de bach
panico > flores de bach, melisa, valeriana, pasiflora
nino hiperactivo > flores de bach, melisa, magnesio
libido > maca, ginseng, damiana, tribulus
vigor > maca, ginseng, guarana, jalea real
energia > maca, ginseng, guarana, jalea real, polen
memoria > ginkgo, bacopa, melena de leon
concentracion > ginkgo, melena de leon, omega 3, bacopa
lombriz > paico, ajenjo, semilla de zapallo
parasito > paico, ajenjo, semilla de zapallo, tomillo
lactancia > hinojo, fenogreco, anis
mal ojo > ruda, incienso, azabache
mala energia > ruda, incienso, salvia blanca, copal, sal de mar
malas vibras > ruda, incienso, salvia blanca, copal, sal de mar
limpiar energia > incienso, salvia blanca, ruda, copal
limpieza energetica > incienso, salvia blanca, ruda, copal
meditar > incienso, salvia blanca, lavanda, cuenco, vela
meditacion > incienso, salvia blanca, lavanda, cuenco
aromatizar > incienso, difusor, aceite esencial, vela aromatica
bano relajante > sal de epsom, lavanda, sales de bano, aceite esencial
pies hinchados > sal de epsom, castano de indias
antioxidante > matcha, maqui, hibisco, arandano, cacao, resveratrol
adelgazar > alcachofa, centella, garcinia, matcha, pu erh, vinagre de manzana
bajar peso > alcachofa, centella, garcinia, matcha, psyllium, vinagre de manzana
celulitis > centella, cola de caballo, cafe verde
subir peso > granola, mantequilla de mani, avena, almendra, leche en polvo
keto > harina de almendra, eritritol, aceite de coco, mct, psyllium, sin azucar
low carb > keto, harina de almendra, sin azucar, eritritol
bariatrica > proteina, colageno, sin azucar
colon irritable > psyllium, probiotico, hinojo, sin lactosa
flora intestinal > probiotico, kefir, kombucha, psyllium
intolerante lactosa > leche vegetal, leche de almendra, leche de avena, deslactosada
picoteo saludable > fruto seco, mani, almendra, fruta deshidratada, barra de cereal, chips
colacion saludable > fruto seco, almendra, barra de cereal, fruta deshidratada, granola
colacion cerro > fruto seco, barra de cereal, fruta deshidratada, charqui, datil
fruto seco > caju, avellana, nuez pecana, macadamia, nuez de brasil
desayuno saludable > avena, granola, chia, yogurt, mantequilla de mani
preparar granola > avena, miel, coco rallado, almendra, chia, semilla de zapallo
pan keto > harina de almendra, psyllium, harina de coco
preparar hummus > garbanzo, tahini
hummus > garbanzo, tahini, pan pita
queso vegano > caju, levadura nutricional, tapioca, agar agar
hamburguesa vegana > soya texturizada, lentejas, garbanzo, quinoa
gelificar > agar agar, gelatina sin sabor, goma xantana
espesar > maicena, goma xantana, agar agar
reemplazar huevo > linaza, chia, sustituto de huevo, psyllium
reemplazar azucar > stevia, alulosa, eritritol, datil, monk fruit, agave
reemplazar leche > leche de almendra, leche de avena, leche de coco, leche de soya
reemplazar harina > harina de almendra, harina de avena, harina de arroz, harina de garbanzo
reemplazar carne > soya texturizada, tofu, seitan, lentejas, tempeh
reemplazar sal > sin sodio, alino, merken, oregano
endulzar > stevia, miel, alulosa, eritritol, agave
deportista > proteina, barra de proteina, isotonica, creatina, datil
calambre > platano, sal de epsom
tiroides > nuez de brasil, selenio
vista cansada > luteina
tabla quesos > brie, camembert, gouda, queso azul, jamon serrano, aceituna
tabla picoteo > brie, gouda, jamon serrano, salame, aceituna, pepinillo
picoteo vino > brie, jamon serrano, aceituna, salame, manchego, cracker
queso fundir > mantecoso, gouda, mozzarella, raclette, gruyere
queso derretir > mantecoso, gouda, mozzarella, raclette, gruyere
queso derretido > mantecoso, gouda, mozzarella, raclette, gruyere
fondue > gruyere, emmental, raclette
queso pizza > mozzarella
queso pasta > parmesano, pecorino, grana padano
queso tallarin > parmesano, reggianito, grana padano
queso ensalada > queso fresco, feta, mozzarella, quesillo
queso parrilla > provoleta, halloumi, provolone, camembert
queso asado > provoleta, halloumi, provolone, camembert
queso sandwich > gouda, mantecoso, queso laminado, cheddar
queso hamburguesa > cheddar
queso untar > queso crema, brie, camembert
queso arepa > queso llanero, queso de mano, mozzarella
queso empanada > mantecoso, chanco
queso suave > gouda, queso fresco, mozzarella, brie
queso fuerte > roquefort, queso azul, gorgonzola, queso maduro
queso hediondo > roquefort, camembert, queso azul
queso liviano > quesillo, ricota, cottage, queso light
queso dieta > quesillo, ricota, cottage, queso light
untar pan > pate, queso crema, mermelada, mantequilla, hummus, tapenade
untar galletas > pate, queso crema, hummus, tapenade
antipasto > aceituna, tomate seco, alcaparra, jamon serrano, pepinillo
bruschetta > baguette, ciabatta, tomate seco, prosciutto, albahaca, aceite de oliva
carpaccio > alcaparra, parmesano, filete
caprese > mozzarella, tomate, albahaca, balsamico, aceite de oliva
risotto > arroz arborio, parmesano, champinon, azafran
carbonara > tocino, parmesano, spaghetti, crema de leche
sin cerdo > pavo, vacuno, pollo
regalo gourmet > canasta, delicatessen, miel, chocolate, vino
miel pura > cruda, organica, ulmo, multiflora
miel tos > ulmo, propoleo, eucalipto
preparar velas > cera de abeja, mecha, parafina, molde
empezar huerto > kit huerto, semilla, almaciguera, sustrato, humus
huerto > kit huerto, semilla, almaciguera, humus, sustrato
huerto balcon > kit huerto, ciboulette, albahaca, lechuga, tomate cherry
sembrar > semilla, almaciguera, sustrato, humus
germinar > almaciguera, sustrato, germinador, semilla
brotes casa > alfalfa, germinador, microgreen
sembrar otono > haba, arveja, acelga, espinaca, ajo
sembrar invierno > haba, arveja, acelga, espinaca, cebolla
sembrar primavera > tomate, zapallo, albahaca, pimenton, melon
semilla ninos > rabanito, girasol, lechuga, poroto
atraer abejas > borraja, lavanda, calendula, girasol, facelia
atraer mariposas > zinnia, lavanda, cosmos, verbena
sembrar pasto > semilla de cesped, ballica, festuca
sembrar cesped > semilla de cesped, ballica, festuca
pasto pelado > semilla de cesped, ballica, festuca, resiembra
pulgon > jabon potasico, neem, tierra de diatomeas
plaga > jabon potasico, neem, tierra de diatomeas
hormigas > tierra de diatomeas
polilla > lavanda, cedro
zancudo > citronela
condimentar > oregano, merken, comino, alino completo, paprika
alinar > vinagre, aceite de oliva, balsamico
alinar carne > alino completo, merken, oregano, ajo en polvo, sal parrillera
sazonar > alino completo, comino, ajo en polvo, paprika, sazonador
curry > curcuma, leche de coco, jengibre, comino
mojito > ron, menta, limon
roncola > ron, coca cola
ron cola > ron, coca cola
cuba libre > ron, coca cola
gin tonic > gin, agua tonica, pepino, enebro
pisco sour > pisco, limon de pica, jarabe de goma, amargo de angostura
caipirinha > cachaca, limon
coctel margarita > tequila, triple sec, cointreau
spritz > aperol, ramazzotti, espumante, prosecco
negroni > campari, gin, vermouth
moscow mule > vodka, ginger beer
bloody mary > vodka, jugo de tomate, tabasco
pina colada > ron, crema de coco, jugo de pina, malibu
daiquiri > ron, frutilla
michelada > cerveza, clamato, merken, salsa inglesa
jote > vino, coca cola
vino navegado > vino tinto, naranja, canela, clavo de olor
borgona > vino tinto, frutilla
ponche > vino blanco, durazno, frutilla, ginger ale
clery > vino blanco, frutilla, durazno
melvin > melon, vino blanco
melon vino > melon, vino blanco
cola mono > aguardiente, canela, vainilla, clavo de olor, leche
sangria > vino tinto, naranja
tequila sunrise > tequila, jugo de naranja, granadina
coctel mimosa > espumante, jugo de naranja
white russian > vodka, licor de cafe, crema de leche
piscola > ginger ale, coca cola, hielo
terremoto > helado de pina, pipeno, fernet
cerveza casa > kit cervecero, malta, lupulo, levadura, fermentador
fabricar cerveza > kit cervecero, malta, lupulo, levadura, fermentador
elaborar cerveza > kit cervecero, malta, lupulo, levadura, fermentador
cocinar cerveza > kit cervecero, olla macerador, malta, lupulo
empezar cerveza > kit cervecero, kit principiante, malta, fermentador
homebrew > kit cervecero, malta, lupulo, levadura, fermentador
carbonatar > priming, dextrosa, co2
gasificar > priming, dextrosa, co2
cerveza gas > priming, dextrosa, co2, carbonatar
embotellar > botella ambar, tapa corona, enchapadora, corcho, llenador
tapar botellas > tapa corona, enchapadora, corcho
medir alcohol > densimetro, alcoholimetro, refractometro
grados alcohol > densimetro, alcoholimetro, refractometro
desinfectar botellas > star san, metabisulfito, escobillon
enfriar mosto > chiller, serpentin
moler malta > molino de malta
clarificar cerveza > irish moss, whirlfloc, gelatina
fermentar > fermentador, levadura, airlock
fermentacion > fermentador, levadura, airlock
fabricar vino > levadura vinica, damajuana, densimetro, metabisulfito, corcho
fabricar sidra > levadura, damajuana, airlock, densimetro
kombucha > scoby, hongo kombucha
regalo suegro > whisky, vino, reserva, estuche madera
regalar vino > reserva, estuche madera, icono, ensamblaje
vino regalo > reserva, estuche madera, icono, ensamblaje
vino cuerpo > cabernet, syrah, malbec, reserva, petit verdot
vino fresco > sauvignon, vino blanco, vino rose, riesling
vino verano > sauvignon, vino blanco, vino rose, espumante
vino cocinar > vino blanco, vino tinto, tetra, jerez
cocinar vino > vino blanco, vino tinto, tetra, jerez
vino cordero > syrah, cabernet, carmenere, carignan
vino pollo > chardonnay, pinot noir, viognier
vino cerdo > pinot noir, carignan, merlot
vino chocolate > oporto, late harvest, malbec
vino postre > late harvest, oporto, moscato
vino picante > gewurztraminer, riesling, late harvest
vino asado > cabernet, carmenere, malbec, syrah
vino pescado > sauvignon, chardonnay, vino blanco
vino mariscos > sauvignon, vino blanco, espumante
vino queso > cabernet, pinot noir, carmenere, oporto
vino suave > merlot, pinot noir, carmenere
cerveza suave > lager, golden ale, blonde ale, pilsner
cerveza amarga > ipa, apa
cerveza fuerte > imperial stout, tripel, barley wine, strong ale
cerveza dulce > amber ale, porter, cerveza miel, cerveza calafate, red ale
cerveza frutal > cerveza calafate, cerveza maracuya, cerveza frambuesa, sour
probar cerveza > pack degustacion, artesanal, lager, ipa
carrete > pisco, ron, vodka, cerveza, hielo, bebida
previa > pisco, ron, vodka, cerveza, hielo
shot > tequila, jagermeister, sambuca
brindis > espumante, champagne, brut, copa
embarazada brindar > sin alcohol, jugo de uva
manejar tomar > sin alcohol, cero alcohol
conductor designado > sin alcohol, cero alcohol
sin tomar alcohol > sin alcohol, cero alcohol
abrir vino > sacacorcho
abrir botella > sacacorcho, abridor
vino abierto > tapon vino, bomba vacio
oxigenar vino > decantador, aireador
enfriar cerveza > hielo, cooler, hielera
enfriar vino > hielo, enfriador vino, cubeta hielo
enfriar tragos > hielo, hielera
trago dulce > baileys, amaretto, ponche, late harvest
trago suave > sour, espumante, ponche, sidra
trago preparado > sour, coctel, ponche
licor dulce > baileys, amaretto, licor de cafe, licor de menta
digestivo comida > bajativo, menta, araucano, fernet
acompanar fideos > salsa de tomate, queso rallado, bolonesa, pesto
salsa fideos > salsa de tomate, carne molida, bolonesa, pesto
preparar pan > harina, levadura, manteca, harina integral
preparar pizza > prepizza, mozzarella, salsa de tomate, levadura, pepperoni, oregano
preparar mermelada > frutilla, damasco, mora, azucar, pectina
preparar hamburguesa > carne molida, pan de hamburguesa
preparar carbonada > zapallo, papa, choclo, posta
preparar picarones > chancaca, zapallo, harina
preparar pesto > albahaca, parmesano, nuez, aceite de oliva
una limonada > limon, menta, jengibre
un colado > zapallo, pera, manzana, compota
un ramen > fideos ramen, salsa de soya, sopa instantanea
una completada > vienesa, pan de completo, palta, mayonesa, tomate, chucrut
chupe jaiba > jaiba, queso rallado
chupe guatitas > guatita, queso rallado
fiestas patrias > longaniza, anticucho, choripan, chicha, pipeno
pan tostadas > pan de molde, palta, mermelada, mantequilla
regalo cafetero > grano, molinillo, prensa francesa, v60
gases guata > hinojo, anis, carbon activado, paico
guata hinchada > hinojo, anis, boldo, carbon activado
flatulencia > hinojo, anis, carbon activado
duele muela > clavo de olor, propoleo
luto > flores de bach, melisa
agotamiento > maca, ginseng, guarana, jalea real, rhodiola
marinar carne > vinagre, salsa de soya, ajo, merken, mostaza
abonar tierra > humus, compost, fertilizante, guano
abonar plantas > humus, compost, fertilizante, guano
cana > ceviche, mariscal, paila marina, caldo
un hambre > hamburguesa, empanada, pizza, churrasco, sandwich, papas fritas
controlar apetito > psyllium, glucomanano, garcinia, chia
dieta paleo > harina de almendra, aceite de coco, ghee, datil, fruto seco
un navegado > vino tinto, naranja, canela, clavo de olor
destilar alcohol > alambique, alcoholimetro
fabricar pan > harina, levadura, molde
elaborar vino > levadura vinica, damajuana, densimetro, metabisulfito, corcho
pollo papas > pollo asado, papas fritas
ver pelicula > cabritas, papas fritas, nachos, bebida
empezar dieta > integral, avena, granola, sin azucar, chia
empezar keto > harina de almendra, eritritol, aceite de coco, mct
empezar vegano > tofu, soya texturizada, leche vegetal, levadura nutricional
empezar masa madre > kit masa madre, harina de fuerza, harina integral, centeno
empezar aromaterapia > difusor, aceite esencial, kit aromaterapia
empezar apicultura > traje apicola, ahumador, velo apicola, colmena, cera estampada
empezar kombucha > kit kombucha, scoby
picar abeja > traje apicola, velo apicola
huevo campo > gallina libre, huevo de color
algo refrescante > helado, limonada, mote con huesillo
calor > helado, paleta helada, hielo, bebida, cassata
confite > caramelo, caluga, gomita
pinata > caramelo, caluga, confite, dulces surtidos
sorpresa cumpleanos > caramelo, caluga, suflitos
acompanar nachos > guacamole, queso cheddar, jalapeno
pan casa > harina, levadura, harina integral, manteca
pizza casa > prepizza, mozzarella, salsa de tomate, pepperoni
torta casa > premezcla, bizcocho, molde, chantilly, manjar
hamburguesa casa > carne molida, pan de hamburguesa
sin tacc > sin gluten, celiaco
sushi casa > nori, arroz para sushi, kanikama, salsa de soya, wasabi
vino regalar > reserva, estuche madera, icono, ensamblaje
`
