import { tokens, type Token } from '../text/tokens.ts'
import type { Language } from './language.ts'

/*
 * What shoppers of every trade ask for, in the words of a Spanish catalog: goods, their kinds, colours and sizes, and what
 * points at a list. One line a translation, "theirs = ours; …"; several words are looked up before one. Words of a catalog
 * stay as they are, and so does what is not here: a name, a street, a brand.
 */
const ENGLISH = `
dog food = alimento perro; cat food = alimento gato; dog bed = cama perro; cat litter = arena gato; litter = arena; dog = perro; dogs = perros;
puppy = cachorro; puppies = cachorros; cat = gato; cats = gatos; kitten = gatito; pet = mascota; pets = mascotas; bird = ave; fish = pez; horse = caballo;
leash = correa; collar = collar; harness = arnes; muzzle = bozal; treat = snack; treats = snacks; bone = hueso; bones = huesos; kibble = alimento;
toy = juguete; toys = juguetes; ball = pelota; balls = pelotas; flea = pulgas; fleas = pulgas; tick = garrapatas; bowl = plato; cage = jaula; food = comida;
cake = torta; cakes = tortas; birthday cake = torta cumpleaños; cookie = galleta; cookies = galletas; bread = pan; chocolate chip = chip chocolate;
pie = pie; muffin = muffin; sandwich = sandwich; cheese = queso; ham = jamon; meat = carne; chicken = pollo; beef = vacuno; pork = cerdo; salmon = salmon;
milk = leche; egg = huevo; eggs = huevos; sugar = azucar; sugar free = sin azucar; gluten free = sin gluten; honey = miel; nuts = nueces; coffee = cafe; tea = te; water = agua;
juice = jugo; beer = cerveza; wine = vino; drink = bebida; drinks = bebidas; fruit = fruta; fruits = frutas; apple = manzana; strawberry = frutilla; lemon = limon; orange = naranja;
vegetable = verdura; vegetables = verduras; potato = papa; tomato = tomate; onion = cebolla; avocado = palta; rice = arroz; pasta = pasta; oil = aceite; salt = sal; butter = mantequilla; breakfast = desayuno; spicy = picante;
shirt = camisa; shirts = camisas; t-shirt = polera; tshirt = polera; t-shirts = poleras; tee = polera; sweater = chaleco; hoodie = poleron; hoodies = polerones; jacket = chaqueta; coat = abrigo;
pants = pantalon; trousers = pantalon; jeans = jeans; shorts = short; skirt = falda; dress = vestido; dresses = vestidos; sock = calcetin; socks = calcetines; shoe = zapato; shoes = zapatos; sneakers = zapatillas;
boot = bota; boots = botas; sandals = sandalias; hat = sombrero; cap = gorro; beanie = gorro; scarf = bufanda; glove = guante; gloves = guantes; belt = cinturon; bag = bolso; bags = bolsos; backpack = mochila; wallet = billetera;
purse = cartera; sunglasses = lentes de sol; glasses = lentes; earring = aro; earrings = aros; ring = anillo; necklace = collar; bracelet = pulsera; watch = reloj; underwear = ropa interior; swimsuit = traje de baño; raincoat = impermeable; umbrella = paraguas;
wool = lana; cotton = algodon; leather = cuero; linen = lino; silver = plata; gold = oro; wooden = madera; wood = madera; steel = acero; glass = vidrio; plastic = plastico; paper = papel;
hammer = martillo; drill = taladro; screw = tornillo; screws = tornillos; nail = clavo; nails = clavos; screwdriver = destornillador; wrench = llave; saw = sierra; paint = pintura; brush = brocha; brushes = brochas; roller = rodillo; ladder = escalera;
tape = cinta; glue = pegamento; cement = cemento; brick = ladrillo; pipe = tubo; hose = manguera; lock = candado; light bulb = ampolleta; bulb = ampolleta; lamp = lampara; wire = cable; cable = cable; battery = bateria; batteries = pilas; plug = enchufe; switch = interruptor; flashlight = linterna; tool = herramienta; tools = herramientas; helmet = casco; sandpaper = lija;
phone = celular; cell phone = celular; laptop = notebook; computer = computador; keyboard = teclado; mouse = mouse; headphones = audifonos; headset = audifonos; earbuds = audifonos; speaker = parlante; charger = cargador; screen = pantalla; monitor = monitor; tv = televisor; camera = camara; printer = impresora; hard drive = disco duro; graphics card = tarjeta de video; memory card = tarjeta de memoria; controller = control; console = consola; game = juego; games = juegos; video game = videojuego; video games = videojuegos; gift card = gift card; chair = silla; gaming chair = silla gamer; desk = escritorio; router = router; case = funda; power bank = power bank;
soap = jabon; shampoo = shampoo; conditioner = acondicionador; toothpaste = pasta dental; toothbrush = cepillo de dientes; sunscreen = protector solar; sunblock = protector solar; cream = crema; moisturizer = crema hidratante; makeup = maquillaje; lipstick = labial; perfume = perfume; deodorant = desodorante; razor = rasuradora; hair = pelo; skin = piel; face = cara; hand = mano; diapers = pañales; vitamins = vitaminas; painkiller = analgesico; cough = tos; fever = fiebre; headache = dolor de cabeza; band-aids = parches; bandage = venda; thermometer = termometro; mask = mascarilla; pills = pastillas; syrup = jarabe; sleep = dormir; pain = dolor;
bed = cama; mattress = colchon; pillow = almohada; blanket = manta; sheets = sabanas; towel = toalla; towels = toallas; curtain = cortina; rug = alfombra; table = mesa; sofa = sofa; shelf = repisa; mirror = espejo; pot = olla; pan = sarten; knife = cuchillo; knives = cuchillos; fork = tenedor; spoon = cuchara; cup = taza; mug = tazon; plate = plato; bottle = botella; candle = vela; candles = velas; trash bags = bolsas de basura; broom = escoba; detergent = detergente; bleach = cloro; toilet paper = papel higienico; napkins = servilletas; vase = florero; flower = flor; flowers = flores; rose = rosa; roses = rosas; plant = planta; plants = plantas; seed = semilla; seeds = semillas; soil = tierra; fertilizer = fertilizante; flowerpot = macetero; succulent = suculenta;
book = libro; books = libros; notebook = cuaderno; pen = lapiz; pens = lapices; pencil = lapiz; pencils = lapices; eraser = goma; scissors = tijeras; ruler = regla; calculator = calculadora; board game = juego de mesa; board games = juegos de mesa; puzzle = rompecabezas; gift = regalo; gifts = regalos; card = tarjeta; balloon = globo; balloons = globos; doll = muñeca; baby = bebe; kids = niños; child = niño; boy = niño; girl = niña; men = hombre; man = hombre; women = mujer; woman = mujer;
bike = bicicleta; bicycle = bicicleta; bikes = bicicletas; tire = neumatico; tires = neumaticos; inner tube = camara; chain = cadena; pedal = pedal; pedals = pedales; saddle = asiento; wheel = rueda; pump = bombin; tent = carpa; sleeping bag = saco de dormir; weights = pesas; dumbbells = mancuernas; yoga mat = mat de yoga; racket = raqueta; skateboard = skate; fishing rod = caña de pescar; car = auto;
rolling papers = papelillos; rolling paper = papelillo; papers = papelillos; joint = porro; weed = marihuana; pipe = pipa; bong = bong; grinder = moledor; lighter = encendedor; vaporizer = vaporizador; gummies = gomitas; gummy = gomita; edibles = comestibles;
black = negro; white = blanco; red = rojo; blue = azul; green = verde; yellow = amarillo; pink = rosado; purple = morado; gray = gris; grey = gris; brown = cafe; small = chico; large = grande; big = grande; medium = mediano; bigger = mas grande; smaller = mas chico; biggest = mas grande; smallest = mas chico; cheaper = mas barato; cheapest = mas barato; cheap = barato; most expensive = mas caro; best = mejor; strongest = mas fuerte; new = nuevo; soft = suave; warm = abrigado; waterproof = impermeable; size = talla;
first = primero; the second = el segundo; second = segundo; third = tercero; fourth = cuarto; last = ultimo; the other = el otro; that one = ese; this one = este; those = esos; these = estos; both = los dos; it = lo; one = uno; two = dos; three = tres; four = cuatro; five = cinco; six = seis; seven = siete; eight = ocho; nine = nueve; ten = diez; dozen = docena; half = medio; pair = par; without = sin; less than = menos de; under = menos de; up to = hasta; pesos = pesos; too = tambien; also = tambien; photo = foto; picture = foto; of those = de esos; of these = de estos; of them = de esos; of that = de ese; store = tienda; shop = tienda; warranty = garantia; refund = devolucion
`

const PORTUGUESE = `
ração = alimento; ração para cachorro = alimento perro; ração para gato = alimento gato; cachorro = perro; cachorros = perros; cão = perro; cães = perros; filhote = cachorro; filhotes = cachorros; gato = gato; coleira = collar; guia = correa; brinquedo = juguete; brinquedos = juguetes; bola = pelota; pulga = pulgas; carrapato = garrapatas; osso = hueso; ossos = huesos; areia = arena; peixe = pez; passarinho = ave; bichinho = mascota;
bolo = torta; bolos = tortas; bolo de aniversário = torta cumpleaños; biscoito = galleta; biscoitos = galletas; pão = pan; queijo = queso; presunto = jamon; frango = pollo; peru = pavo; leite = leche; ovo = huevo; ovos = huevos; açúcar = azucar; mel = miel; nozes = nueces; café = cafe; chá = te; água = agua; suco = jugo; cerveja = cerveza; vinho = vino; bebida = bebida; morango = frutilla; maçã = manzana; limão = limon; laranja = naranja; abacate = palta; legumes = verduras; batata = papa; cebola = cebolla; arroz = arroz; azeite = aceite; sal = sal; manteiga = mantequilla; cenoura = zanahoria; abacaxi = piña; bombom = bombon; bombons = bombones; doce = dulce; doces = dulces;
camisa = camisa; camiseta = polera; camisetas = poleras; blusa = blusa; moletom = poleron; casaco = abrigo; jaqueta = chaqueta; calça = pantalon; calças = pantalones; saia = falda; vestido = vestido; meia = calcetin; meias = calcetines; sapato = zapato; sapatos = zapatos; tênis = zapatillas; bota = bota; botas = botas; chinelo = sandalia; chinelos = sandalias; chapéu = sombrero; boné = gorro; gorro = gorro; cachecol = bufanda; luva = guante; luvas = guantes; cinto = cinturon; bolsa = bolso; mochila = mochila; carteira = billetera; óculos = lentes; óculos de sol = lentes de sol; brinco = aro; brincos = aros; anel = anillo; colar = collar; pulseira = pulsera; relógio = reloj; guarda-chuva = paraguas; lã = lana; algodão = algodon; couro = cuero; prata = plata; ouro = oro; madeira = madera; aço = acero; vidro = vidrio; papel = papel;
martelo = martillo; furadeira = taladro; parafuso = tornillo; parafusos = tornillos; prego = clavo; pregos = clavos; chave de fenda = destornillador; serra = sierra; tinta = pintura; pincel = brocha; rolo = rodillo; escada = escalera; fita = cinta; cola = pegamento; cimento = cemento; tijolo = ladrillo; cano = tubo; mangueira = manguera; cadeado = candado; lâmpada = ampolleta; fio = cable; pilha = pila; pilhas = pilas; tomada = enchufe; lanterna = linterna; ferramenta = herramienta; ferramentas = herramientas; capacete = casco; lixa = lija;
celular = celular; computador = computador; teclado = teclado; fone = audifonos; fones = audifonos; fone de ouvido = audifonos; caixa de som = parlante; carregador = cargador; tela = pantalla; televisão = televisor; câmera = camara; impressora = impresora; placa de vídeo = tarjeta de video; controle = control; jogo = juego; jogos = juegos; cadeira = silla; mesa = mesa; capa = funda;
sabonete = jabon; xampu = shampoo; condicionador = acondicionador; pasta de dente = pasta dental; escova de dentes = cepillo de dientes; escova = cepillo; protetor solar = protector solar; creme = crema; maquiagem = maquillaje; batom = labial; perfume = perfume; desodorante = desodorante; cabelo = pelo; pele = piel; rosto = cara; fralda = pañal; fraldas = pañales; vitaminas = vitaminas; tosse = tos; febre = fiebre; dor = dolor; dor de cabeça = dolor de cabeza; curativo = parche; máscara = mascarilla; xarope = jarabe; dormir = dormir; remédio = remedio;
cama = cama; colchão = colchon; travesseiro = almohada; cobertor = manta; lençol = sabana; toalha = toalla; tapete = alfombra; sofá = sofa; prateleira = repisa; espelho = espejo; panela = olla; frigideira = sarten; faca = cuchillo; garfo = tenedor; colher = cuchara; xícara = taza; caneca = tazon; prato = plato; garrafa = botella; vela = vela; velas = velas; vassoura = escoba; papel higiênico = papel higienico; flor = flor; flores = flores; planta = planta; semente = semilla; sementes = semillas; terra = tierra; vaso = macetero; livro = libro; livros = libros; caderno = cuaderno; caneta = lapiz; lápis = lapiz; borracha = goma; tesoura = tijeras; quebra-cabeça = rompecabezas; presente = regalo; presentes = regalos; balão = globo; balões = globos; boneca = muñeca; bebê = bebe; criança = niño; crianças = niños; homem = hombre; mulher = mujer; bicicleta = bicicleta; pneu = neumatico; roda = rueda; corrente = cadena; barraca = carpa; carro = auto;
seda = papelillo; sedas = papelillos; isqueiro = encendedor; maconha = marihuana; triturador = moledor; dichavador = moledor; cachimbo = pipa;
preto = negro; preta = negra; branco = blanco; branca = blanca; vermelho = rojo; vermelha = roja; azul = azul; verde = verde; amarelo = amarillo; amarela = amarilla; rosa = rosado; roxo = morado; cinza = gris; marrom = cafe; pequeno = chico; pequena = chica; grande = grande; médio = mediano; média = mediana; maior = mas grande; menor = mas chico; mais barato = mas barato; mais barata = mas barata; mais caro = mas caro; melhor = mejor; novo = nuevo; tamanho = talla;
primeiro = primero; primeira = primera; segundo = segundo; segunda = segunda; terceiro = tercero; terceira = tercera; último = ultimo; última = ultima; o outro = el otro; a outra = la otra; esse = ese; essa = esa; esses = esos; essas = esas; este = este; os dois = los dos; as duas = las dos; um = un; uma = una; dois = dos; duas = dos; três = tres; quatro = cuatro; cinco = cinco; seis = seis; sete = siete; oito = ocho; nove = nueve; dez = diez; dúzia = docena; meio = medio; meia dúzia = media docena; par = par; sem = sin; menos de = menos de; até = hasta; também = tambien; foto = foto; entregam = despachan; entrega = despacho; frete = despacho; loja = tienda; endereço = direccion; garantia = garantia; tira = saca; coloca = agrega; adiciona = agrega
`

interface Entry {
  words: readonly string[]
  ours: string
}

/** By the first word, the longer ones before. */
function read(lines: string): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>()
  for (const line of lines.split(/[;\n]/)) {
    const [theirs = '', ours = ''] = line.split('=').map((part) => part.trim())
    const words = tokens(theirs).map((token) => token.text)
    const first = words[0]
    if (first === undefined || ours === '') continue
    entries.set(
      first,
      [...(entries.get(first) ?? []), { words, ours }].toSorted((a, b) => b.words.length - a.words.length),
    )
  }
  return entries
}

const GLOSSES: Readonly<Record<Exclude<Language, 'es'>, ReadonlyMap<string, readonly Entry[]>>> = {
  en: read(ENGLISH),
  pt: read(PORTUGUESE),
}

/**
 * A message with its goods in the words of a Spanish catalog: "do you have dog food?" asks for "alimento perro". `ours` are
 * the positions of tokens that the shop's own names hold: "rolling papers" stays where a shop sells them by that name.
 */
export function gloss(text: string, language: Language, ours: ReadonlySet<number>): string {
  if (language === 'es') return text
  const list = tokens(text)
  let done = ''
  let from = 0
  for (let at = 0; at < list.length; at++) {
    const entry = entryAt(list, at, GLOSSES[language], ours)
    const first = list[at]
    const last = list[at + (entry?.words.length ?? 1) - 1]
    if (!entry || !first || !last) continue
    done += text.slice(from, first.start) + entry.ours
    from = last.end
    at += entry.words.length - 1
  }
  return done + text.slice(from)
}

function entryAt(
  list: readonly Token[],
  at: number,
  entries: ReadonlyMap<string, readonly Entry[]>,
  ours: ReadonlySet<number>,
): Entry | undefined {
  return entries
    .get(list[at]?.text ?? '')
    ?.find((entry) => entry.words.every((word, step) => list[at + step]?.text === word && !ours.has(at + step)))
}
