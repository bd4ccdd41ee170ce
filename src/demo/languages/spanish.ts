/** What simulated uploaders say in Spanish; every channel, artist, club and film is invented. */
export const spanish = `
@10 Luna Salvatierra; Los Paraguas; Nico Almendra; Media Sirena; VALENTINA ROJO-SOL; La Tercera Cuerda; DJ Mandarina; Mateo Nadie; Radio Cocina; Orquesta del Patio; Inés y el Mar; Niño Relámpago
#música nueva; música
{channel} – {song} (Video Oficial)
{channel} – {song} [Audio Oficial]
{channel} – {song} (Letra)
{channel} ft. {guest} – {song}
{channel} – {song} (Versión acústica)
{channel} – {song} | En vivo {in}
Así escribimos «{song}» | {channel} en el estudio
¡Todo el público canta «{song}»! 🥹 | {channel}
!🔴 Música tranquila para {activity} 24/7 🎧
$song Sin paraguas; Otra vez enero; Luces verdes; Quédate un rato; La última guagua; Mañana te cuento; Calle sin nombre; Corazón de papel; Despacio, río; Ojalá lloviera; Cinco balcones; Azúcar y sal
$guest Pequeña Nube; Rosa Limón; El Panadero; Yara Domingo; Tito Ventana; Nina Noche; Don Café; Lola León; Los Vecinos
$activity estudiar; trabajar; leer; dormir; cocinar; dibujar; tejer; descansar; programar
$in en la plaza; junto al mar; en la montaña; en el teatro; en el barrio; en la azotea; en el parque; en la estación; en el mercado
$in@ES en Zaragoza; en Cádiz; en Bilbao; en Málaga; en León; en Girona; en Murcia; en Salamanca; en Menorca; en Logroño
$in@MX en Puebla; en Mérida; en Oaxaca; en Guadalajara; en Morelia; en Querétaro; en Veracruz; en Tijuana; en León
@24 El Sofá del Sur; La Gran Apuesta; Equipo Tulipán; Sábado a las Ocho; Sin Guion; Dos Pies Izquierdos; Quiz en la Cocina; La Furgo Amarilla; Hermanos Zapata
#reto; entretenimiento
24 horas {spot} 😱
El último {spot} gana
Una semana {feat}: esto pasó
{contest}: niños contra abuelos
{show} | Temporada {n}, capítulo 1
{show}: la gran final 🏆
Construyo {build} en mi patio
$spot en un parque acuático vacío; en un castillo de cartón; en una isla desierta; en una caravana diminuta; en una casa del árbol; en la habitación más silenciosa del mundo; en un castillo inflable; en un laberinto de maíz; en un faro antiguo; en un cubo de cristal
$feat sin teléfono; comiendo solo verde; despertando a las 4; hablando solo con preguntas; yendo a pie a todas partes; viviendo como en 1985; cocinando sin receta; escribiendo con la izquierda; durmiendo en hamaca
$contest Escondite a oscuras; Guerra de almohadas; Mímica; Globos de agua; El gran quiz; Búsqueda del tesoro; Carrera de sacos; Torneo de ajedrez; Karaoke sin letra
$show El Gran Horno; La Isla de los Extraños; Gana al Relojero; Voces en Círculo; La Casa de los Enigmas; Cocina al Límite; Baila las Décadas; Tesoros del Desván; Vecinos contra Vecinos
$build una montaña rusa; una biblioteca secreta; un cine de verano; una pista de canicas gigante; una sauna con palés; un horno de pizza; un minigolf; una casa flotante; un puente colgante
@20 PixelPaca; Tío Respawn; Capitán Sofá; RanaJuega; Modo Noche; LagLupe; DosFichas; La Abuela Gamer; MusgoMaster
#gameplay; videojuegos
Sobreviví 100 días en {game}
{game} pero todo es {twist}
~{game} – Tráiler oficial
El final secreto de {game} que nadie encontró
Me paso {game} {handicap}
{game} #{n}: {event}
!🔴 EN DIRECTO: {game} con suscriptores
$twist de queso; diez veces más rápido; invisible; aleatorio; en blanco y negro; diminuto; de nieve; por voz; al revés
$handicap con una alfombra de baile; con volante; con una mano; sin mapa; con mi abuela; con una guitarra; a ciegas; sin saltar; con el gato en el teclado
$event La primera noche sale mal; Construimos un castillo; Ha vuelto el dragón; Lo perdí todo; El pasadizo secreto; El gran viaje; Un nuevo compañero; La granja soñada; Un jefe que baila
@17 Pitido Final; Grada Norte; Potrero TV; La Última Vuelta; Banderín; Deporte en la Mesa; Triple Doble; Mar Abierto
#resumen; deportes
{team} {score} {rival} | Resumen y goles
¡Remontada increíble! {team} {score} {rival} 🔥
¡Gol desde medio campo! {team} – {rival}
¡Nuevo récord! {athlete} – {discipline}
$score 3-1; 2-2; 4-0; 1-0; 5-4; 2-1; 3-3; 0-2; 6-2
$team Atlético Alameda; Deportivo Robledal; Unión Molinos; Real Pradera; Sporting Naranjo; CD Puentealto; Estrella del Valle; Halcones de Ribera; Juventud Encina
$rival CD Fuenclara; Racing Cañaveral; Náutico Salinas; Club Lagunas; Cóndores del Sur; Deportivo Cerezal; Ferroviario Lindero; San Telmo FC; Olímpico Peñablanca
$athlete Lucía Brañas; Pablo Ortuño; Martina Peñalver; Joaquín Robles; Amira Haddad; Emilio Zárate; Noa Quiñones; Tomás Cáceres; Sofía Granel
$discipline salto con pértiga; maratón; 400 metros vallas; salto de longitud; kayak; escalada de velocidad; lanzamiento de martillo; marcha; 200 metros libres
@22 Ana sin Filtros; Nuestra Casa Vieja; Lucas en el Campo; Algo Cada Día; Cata y Bruno; Vida en Barco; Piso 12; Paseos con Raúl; Cabaña del Bosque
#vida diaria; vlog
Un día en mi vida: {job}
Compramos {property} y no sabemos qué hacer…
Tengo que contarles algo: {update}
Arréglate conmigo para {occasion}
$job farero; enfermera de noche; maquinista; apicultora; veterinaria del zoo; librero; guardabosques; capitana de ferry; pastelero; investigadora polar
$property una granja abandonada; una estación de bomberos; una casita de 300 años; un barco; una escuela rural; un molino; una cabaña en una isla; un vagón de tren; una antigua panadería
$update nos mudamos; dejo mi trabajo; ¡son gemelos!; aprobé el examen 🎉; llega el perro a casa; nos casamos; vendemos la furgoneta; abrimos una tienda; corrí un maratón
$occasion la boda de mi hermana; una primera cita; la graduación; el examen; una entrevista; el teatro; un lunes de lluvia; el concierto; el cumpleaños de mi abuela
@23 Cabaret del Sótano; Humor Seco; Cuñado TV; Un Minuto Absurdo; Señor Bocadillo; El Tercer Turno; Risas en la Escalera; El Vecino de Arriba
#humor; comedia
Cuando {situation} 😂
POV: {situation} #shorts
{scene} | Sketch {n}
$situation la abuela descubre los audios; la impresora huele tu miedo; papá ve una luz encendida; el gato entra en la videollamada; alguien dice «una preguntita rápida»; intentas irte de una fiesta; el wifi se cae cinco minutos; el vecino empieza a taladrar; el grupo organiza un viaje
$scene En el médico; La reunión de vecinos; La boda del primo; La entrevista; En la ventanilla; La cola del pan; La reunión de padres; Primer día de gimnasio; Cena con los suegros
@1 Cine El Faro; Barquito de Papel; Estudio Luciérnaga; Segunda Bobina; Bajo la Pantalla; Norte Films
#tráiler; cine
~{film} – Tráiler oficial
{film}: el final explicado
«{film}» | Cortometraje
$film El último farolero; Ceniza y brasa; Adonde van los gansos; Mapa de lugares callados; Once puertas; El camino de la sal; La mecánica de la nieve; Buenas noches, capitán; Medianoche en la calle del Tilo
@26 Cocina Bajo el Limonero; Sartén Rápida; Pan y Tiempo
#cocina; receta
{dish}: la receta que siempre sale bien
{dish} como los de la abuela 😋
@26 Rita Repara; Aguja e Hilo; Huerto Paciente; Todo en Orden
#trucos; hazlo tú mismo
Cómo {task} fácil y rápido
$dish Churros; Buñuelos; Alfajores; Garbanzos guisados; Canelones; Fideos con verduras; Bizcochos de limón; Croquetas; Chiles rellenos
$task pintar una puerta vieja; podar rosales; afilar un cuchillo; arreglar un grifo que gotea; cultivar hierbas en la ventana; coser un bolso; viajar con una mochila; doblar una sábana bajera; parchar una bicicleta
@25 Panorama de la Mañana; Mirada Urbana; Noticias del Mercado; Nueve en Punto; El Tiempo Mañana; La Ronda
#actualidad; noticias
{headline} {in}
El tiempo {in}: {weather}
$headline Nuevo puente abierto; Récord en la feria del libro; Reabre el viejo cine; Llega el primer tren nocturno; Gran desfile de faroles; Un mural gigante; Miles de personas; Vuelven las cigüeñas; Premio para una escuela
$weather lluvia hasta el viernes; la primera helada; viento fuerte esta noche; niebla densa; tormentas por la tarde; sigue el calor; por fin sol; baja la temperatura; cielo despejado
@28 Laboratorio Garaje; Circuitos Curiosos; Ciencia con Café; Desarmado; En Órbita
#reseña; tecnología
{gadget}: la verdad después de 30 días
Desarmo {gadget}: ¿qué hay dentro?
¿Qué pasa si {experiment}?
$experiment congelas miel; suena una campana en el vacío; amplías arena 500 veces; mil velas tocan hielo; el agua gira muy rápido; grabas la lluvia en cámara lenta; apilas 500 imanes; hierves agua en una montaña; un dron entra en una burbuja
@15 Animales del Patio; Gato Canciller; Dos Perros y un Sofá; La Nutria Otto
#mascotas; animales
{animal} ve {sight} por primera vez 🥹
$animal Cachorro; Gato dormilón; Cabrita; Viejo pastor; Loro Germán; Erizo diminuto; Conejo gigante; Burrito tímido; Zorrito
$sight la nieve; el mar; una aspiradora robot; un espejo; patitos; burbujas; una piscina; hojas de otoño; una pelota enorme
@2 Garaje al Aire Libre; Tesoros Oxidados; Dos Tiempos; Granero y Motor
#restauración; motor
Arrancamos {car} después de 30 años
$car el tractor del abuelo; una furgoneta olvidada; una caravana de los 70; un autobús viejo; la primera moto; un camión de bomberos; un cupé pequeño; un coche de correos; una scooter antigua
@19 Mochila y Mapa; Tren de Noche; Temporada Baja; Solo Ida
#viajes; vlog de viajes
{journey}: ¿vale la pena?
$journey 48 horas en tren; El camarote más barato; Una semana a pie; Acampar en la nieve; Un hotel de hielo; El teleférico más alto; Tres islas en un día; La costa en bicicleta; Una noche en un faro
@27 Tiza y Pizarra; Historia con Ruedas; Jardín de Números; Museo de Palabras
#explicado; educación
¿Por qué {question}? Te lo explico en 10 minutos
$question mienten los mapas; los castillos tienen torres redondas; el cero llegó tan tarde; los gatos caen de pie; el cielo es negro de noche; los ríos hacen curvas; cantan los puentes; decimos hola; faltan días en el calendario
>¡Gracias por ver! Un video nuevo cada semana.
>Suscríbete y activa la campanita para no perderte nada 🔔
>Grabado en tres días con un equipo muy pequeño.
>Cuéntanos en los comentarios qué deberíamos probar ahora.
>Música usada con permiso de los artistas.
>Muchas gracias a todos los que ayudaron tras las cámaras.
>Más fotos: https://example.com/mas
>La serie completa está en la lista de reproducción.
>Hay subtítulos: actívalos con el botón CC.
>Contacto: hola@example.com
>Manda este video a alguien que necesite una sonrisa hoy.
`;
