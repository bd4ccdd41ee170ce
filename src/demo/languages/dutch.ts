/** What simulated uploaders say in Dutch; every channel, artist, club and film is invented. */
export const dutch = `
@10 Fenna Vlieg; De Regenjassen; Daan Zeeman; Halve Maan; NOOR IJZER; Tweede Thuis; Noordzeekoor; DJ Stroopwafel; Sem Kwartier; Keukenradio; Roos Vermeer-Blauw; Fanfare De Eendracht Zuid; Laat Licht
#nieuwe muziek; muziek
{channel} – {song} (Officiële videoclip)
{channel} – {song} [Official Audio]
{channel} – {song} (Lyric Video)
{channel} ft. {guest} – {song}
{channel} – {song} (akoestisch)
{channel} – {song} | live {in}
{channel} – {song} (pianoversie) 🎹
{channel} – {song} (prod. {producer})
Zo schreven we ‘{song}’ | {channel} in de studio
Hele zaal zingt ‘{song}’ mee 🥹 | {channel}
!🔴 Rustige beats om bij te {activity} – 24/7 🎧
$song Zonder jas; Blijf nog even; Halfzeven; Zee van tijd; Geef me een teken; Laatste trein; Altijd juni; Straatlicht; Zacht geluid; Wolkenvrij; Naar de overkant; Geen plan; Eén keer nog
$guest Kleine Kraai; Roosje Rood; Grote Teun; Yara Zondag; De Bakker; Nina Nacht; Ferre; Lotte Leeuw; Jonge Honden
$producer Kelderkind; Blik; Achterom; Schuine Streep; Echo Zuid; Grind; Langzaam; Brombeer; Tegenwind
$activity studeren; werken; lezen; slapen; koken; tekenen; breien; ontspannen; programmeren
$in in Groningen; in Utrecht; in Den Bosch; op Texel; in Maastricht; in Zwolle; in Nijmegen; op de Veluwe; in Middelburg; in Leeuwarden; in Eindhoven
$in@BE in Gent; in Antwerpen; in Leuven; in Brugge; in Mechelen; in Hasselt; in Oostende; in Kortrijk; in de Ardennen; in Aalst
@24 Bank Zuid; De Grote Gok; Team Tulp; Kelderbios; Zaterdag Acht Uur; Broer en Zus; Zonder Script; Twee Linkerbenen; Quizkeuken; Het Busje
#uitdaging; entertainment
24 uur {spot} 😱
Wie het langst {spot} blijft, wint!
Een week lang {feat}: dit gebeurde er
{contest}: kinderen tegen opa’s en oma’s
{show} | Seizoen {n}, aflevering 1 (hele aflevering)
{show}: de grote finale 🏆
Ik bouw {build} in de achtertuin
Jullie beslissen over {decision}
We ruilen één dag van {swap}
$spot in een leeg zwemparadijs; in een kasteel van karton; op een onbewoond eiland; in een piepkleine caravan; in een boomhut zonder ladder; in de stilste kamer ter wereld; op een springkussen; in een maïsdoolhof; in een oude vuurtoren; in een glazen kubus
$feat zonder telefoon leven; alleen groen eten; om 4 uur opstaan; alleen in vragen praten; overal lopend naartoe; leven als in 1985; koken zonder recept; met links schrijven; slapen in een hangmat
$contest Verstoppertje in het donker; Kussengevecht; Hints; Waterballonnenoorlog; De grote quiz; Speurtocht; Zaklopen; Schaaktoernooi; Karaoke zonder tekst
$show De Grote Bakschuur; Eiland vol Vreemden; Versla de Klokkenmaker; Stemmen in de Kring; Het Raadselhuis; Koken op het Randje; Dansen door de Tijd; Schatten op Zolder; Buren tegen Buren
$build een achtbaan; een geheime bibliotheek; een buitenbioscoop; een reusachtige knikkerbaan; een sauna van pallets; een pizzaoven; een minigolfbaan; een drijvend huis; een touwbrug
$decision ons ontbijt; de reisroute; mijn kapsel; de naam van onze boot; de kleur van de woonkamer; mijn outfit; het avondeten; het huwelijkscadeau; de film van vanavond
$swap huis; baan; telefoon; kleding; rol; auto; fiets; rooster; keuken
@20 PixelPietje; Oom Respawn; BankKapitein; KikkerGamet; Nachtstand; Tante Toets; LagLieke; TweeMunten; MosMeester; GameOma
#gameplay; gaming
Ik overleefde 100 dagen in {game}
{game}, maar alles is {twist}
~{game} – officiële trailer
Het geheime einde van {game} dat niemand vond
Ik speel {game} uit {handicap}
{game} #{n}: {event}
Grote update voor {game}: {change}!
!🔴 LIVE: {game} met kijkers – doe mee
$twist ondersteboven; van kaas; tien keer zo snel; onzichtbaar; willekeurig; zwart-wit; piepklein; van sneeuw; stemgestuurd
$handicap op een dansmat; met een stuurwiel; met één hand; zonder kaart; met mijn oma; met een gitaar; geblinddoekt; zonder te springen; met de kat op het toetsenbord
$event De eerste nacht gaat mis; We bouwen een kasteel; De draak is terug; Alles kwijt; De geheime gang; De grote reis; Een nieuw lid; De droomboerderij; Een eindbaas die danst
$change Eindelijk boten; Tamme draken; Samen spelen; Nachtmarkt; Vier seizoenen; Eigen huizen; Luchtschepen; Vissen; Rijden op geiten
@17 Eindsignaal; Tribune Noord; Trapveldje TV; De Laatste Ronde; Hoekvlag; Natuurijs; Ring Vrij; Sport aan Tafel; Driepunter
#samenvatting; sport
{team} – {rival} {score} | Samenvatting
Bizarre slotfase! {team} – {rival} {score} 🔥
Doelpunt vanaf de middenlijn! {team} tegen {rival}
Nieuw record! {athlete} – {discipline}
Meetrainen met {athlete}
$score 3-1; 2-2; 4-0; 1-0; 5-4; 2-1; 3-3; 0-2; 6-2
$team VV Berkendam; SC Esdoornveen; FC Lindewijk; SV Groenbeek; DVV Molengrond; VV Steenbrug; Unie Kersenrode; RKSV Zeewolde-West; Rood-Wit Dalheim; FC Hoogveen
$rival VV Elzenbron; SV Weidevelt; SC Ravenstein Boys; FC Overhage; SV Valkenrijt; VV Wilgenbeek; Victoria Zoutvoorde; SC Beukenhof; VV Maasweide
$athlete Lotte Brugman; Thijs Arends; Sanne Öz; Jesse Steenstra; Amira Haddou; Floor Zijlstra; Nora de Witte; Tim Kever; Sofie van Gelder
$discipline polsstokhoogspringen; marathon; 400 meter horden; verspringen; kano 500 meter; speedklimmen; kogelslingeren; 1.500 meter schaatsen; 200 meter vrije slag
@22 Anna Eerlijk Gezegd; Ons Oude Huis; Lucas Buiten; Elke Dag Iets; Kaatje & Bruno; Leven op de Boot; Kamer 12; Zuster Ola; Wandelen met Wout; Huisje aan het Bos
#dagelijks leven; vlog
Een dag uit mijn leven als {job}
We kochten {property} en weten niet hoe nu verder…
Rondleiding: {property} na de verbouwing 🏡
Ik moet jullie iets vertellen: {update}
Maak je met mij klaar {occasion}
Ik beantwoord jullie vragen {where}
$job vuurtorenwachter; nachtverpleegkundige; machinist; imker; dierenarts in de dierentuin; boekhandelaar; boswachter; veerbootkapitein; banketbakker; poolonderzoeker
$property een verlaten boerderij; een oude brandweerkazerne; een driehonderd jaar oud huisje; een tjalk; een dorpsschool; een molen; een hutje op een eiland; een treinwagon; een oude bakkerij
$update we gaan verhuizen; ik neem ontslag; het wordt een tweeling!; geslaagd 🎉; de hond komt thuis; we zijn verloofd; we verkopen de camper; we openen een winkel; ik liep een marathon
$occasion voor de bruiloft van mijn zus; voor een eerste date; voor het gala; voor mijn examen; voor een sollicitatie; voor het theater; voor een regenachtige maandag; voor het concert; voor oma’s verjaardag
$where tijdens een wandeling; tijdens het koken; in de trein; in de tuin; aan het ontbijt; op de fiets; in de kano; onder de sterren; onderweg naar zee
@23 Kelderkabaret; Droge Humor; Zwager TV; Minuutje Onzin; Meneer Broodje; De Derde Dienst; Sketch om mee te nemen; Lachen in het Trappenhuis; Buurman van Boven
#sketch; humor
Als {situation} 😂
POV: {situation} #shorts
{scene} | Sketch, aflevering {n}
Stand-up: {subject}
$situation oma spraakberichten ontdekt; de printer je angst ruikt; papa ziet dat het licht nog brandt; de kat in de videovergadering springt; iemand ‘heel even iets’ wil vragen; je van een feestje weg wilt; de wifi vijf minuten uitvalt; de buurman begint te boren; de groepsapp een vakantie plant
$scene Bij de dokter; De bewonersvergadering; Bruiloft van een neef; Het sollicitatiegesprek; Aan het loket; Rij bij de bakker; Ouderavond; De eerste dag in de sportschool; Eten bij de schoonouders
$subject Waarom ik yoga niet snap; Mijn schoonvader en de barbecue; Op vakantie met kinderen; De slimme koelkast; Spaarzegels; Buren met een boormachine; De schoolmusical; Kamperen in de regen; Het rijexamen
@1 Bioscoop De Vuurtoren; Papieren Bootje; Studio Glimworm; Trailerweek; Tweede Spoel; Onder het Doek; Eén Beeldje; Noordfilm
#trailer; film
~{film} – Officiële trailer
{film}: het einde uitgelegd
‘{film}’ | Korte film
~{film} | Exclusief fragment
$film De laatste lantaarnopsteker; As en gloed; Waar de ganzen heen gaan; Kaart van stille plekken; Elf deuren; De zoutweg; De sneeuwmonteur; Welterusten, kapitein; De dochter van de bootbouwer; Middernacht aan de gracht
@26 Keuken onder de Linde; Snelle Pan; Brood & Tijd; Taart op Zondag
#koken; recept
{dish}: het recept dat altijd lukt
{dish} zoals oma het maakt 😋
@26 Riet Repareert; Naald en Draad; De Geduldige Tuinier; Werkplaats Zeger; Opgeruimd
#klussen; zelf maken
Zo kun je {task} – heel eenvoudig
Deze fout maakt iedereen bij het {chore}
$dish Erwtensoep; Appeltaart; Stamppot boerenkool; Poffertjes; Tomatensoep; Stoofvlees; Kaneelbroodjes; Linzensoep; Pannenkoeken; Gevulde speculaas; Nasi
$task een oude deur schilderen; rozen snoeien; een mes slijpen; een lekkende kraan maken; kruiden kweken op de vensterbank; een tas naaien; met één rugzak reizen; een hoeslaken vouwen; een fietsband plakken
$chore schilderen; snoeien; bakken; behangen; naaien; verhuizen; zaaien; schaatsen slijpen; ramen lappen
@25 Ochtendoverzicht; Stadsblik; Nieuws van de Markt; Negen Uur Negen; Weerkamer; Polder Actueel; De Ronde
#nieuws; actueel
{headline} {in}
Het weer {in}: {weather}
Uitgelegd: waarom {topic}
$headline Nieuwe brug geopend; Recorddrukte op boekenbeurs; Oude bioscoop gered; Eerste nachttrein aangekomen; Grote lampionnenoptocht; Reusachtige muurschildering onthuld; Duizenden op straatmarkt; Ooievaars zijn terug; School wint wetenschapsprijs
$weather regen tot vrijdag; de eerste nachtvorst; storm in de nacht; dichte mist; onweer in de avond; de hitte houdt aan; natte sneeuw; eindelijk zon; plotseling koud
$topic treinen stiller worden; bijen van steden houden; we nog steeds de klok verzetten; papieren kaarten terugkomen; iedereen weer brood bakt; rivieren hun loop veranderen; bibliotheken weer vol zitten; de maan groter lijkt; de nachtbus terugkeert
@28 Schuurlab; Nieuwsgierige Draadjes; Wetenschap met Thee; Losgeschroefd; In de Baan; Accu 5%; Diep Veld
#review; techniek
{gadget} getest: de waarheid na 30 dagen
Ik schroef de {gadget} open. Wat zit erin?
Wat gebeurt er als {experiment}?
$experiment je honing invriest; een bel in een vacuüm luidt; je zand 500 keer vergroot; 1.000 kaarsjes op ijs branden; water heel snel draait; je regen superlangzaam filmt; je 500 magneten stapelt; je op een bergtop water kookt; een drone in een zeepbel vliegt
@15 Dieren op het Erf; Kater Koning; Twee Honden Eén Bank; Egel in de Tuin; Geiten & Co; Otter Otto
#dieren; schattige dieren
{animal} ziet voor het eerst {sight} 🥹
{animal} wil niet {refusal}
$animal Puppy; Slaperige kat; Klein geitje; Oude herder; Papegaai Gerrit; Piepkleine egel; Reuzenkonijn; Verlegen ezel; Jong vosje
$sight sneeuw; de zee; een robotstofzuiger; een spiegel; eendjes; zeepbellen; een opblaasbad; herfstbladeren; een enorme bal
$refusal uit bad; de pantoffel teruggeven; uit de bus stappen; van de bank af; opstaan; naar buiten in de regen; stoppen met zingen; de hond binnenlaten; delen
@2 Garage in de Openlucht; Roestige Schatten; Onder Stroom; Tweetakt; Rechterbaan; Schuur & Motor
#restauratie; auto’s
We starten {car} na 30 jaar in de schuur
Dwars door het land {ride}
$car opa’s tractor; een vergeten bestelbus; een camper uit de jaren 70; een oude stadsbus; een eerste brommer; een brandweerwagen; een kleine coupé; een postauto; een oude scooter
$ride op een tractor; in een oude bus; op een step; met de caravan; op de brommer; op een railfiets; elektrisch op één lading; liftend; met de bakfiets
@19 Rugzak en Kaart; Nachttreinnotities; Buiten het Seizoen; Enkele Reis; Met de Pont
#reisvlog; reizen
{journey} – is het de moeite waard?
$journey 48 uur in de slaaptrein; De goedkoopste hut op de veerboot; Een week te voet; Kamperen op een bevroren meer; Een hotel van ijs; Met de steilste kabelbaan; Drie eilanden op één dag; Op de fiets langs de kust; Een nacht in een vuurtoren
@27 Krijt & Bord; Geschiedenis op Wielen; Getallentuin; Woordenmuseum; Vragenatlas
#uitleg; onderwijs
Waarom {question} | Uitgelegd in 10 minuten
$question kaarten altijd liegen; kastelen ronde torens hebben; de nul zo laat kwam; katten op hun pootjes landen; de hemel ’s nachts donker is; rivieren bochten maken; bruggen zingen; we ‘hoi’ zeggen; er dagen uit de kalender verdwenen
>Bedankt voor het kijken! Elke week een nieuwe video.
>Abonneer je en klik op het belletje, dan mis je niets 🔔
>Opgenomen in drie dagen met een heel klein team.
>Laat in de reacties weten wat we hierna moeten proberen.
>Muziek gebruikt met toestemming van de artiesten.
>Veel dank aan iedereen die achter de schermen heeft geholpen.
>Meer foto’s: https://example.com/meer
>De hele reeks staat in de afspeellijst.
>Ondertiteling is beschikbaar – zet die aan met de CC-knop.
>Zakelijk: hallo@example.com
>Stuur deze video naar iemand die vandaag een glimlach kan gebruiken.
`;
