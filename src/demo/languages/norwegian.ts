/** What simulated uploaders say in Norwegian; every channel, artist, club and film is invented. */
export const norwegian = `
@10 Ingrid Sommer; Regnjakkene; Elias Åsgård; Halvmåne; FRØYA KONGE; Annenfiolinen; Nordlysrådet; DJ Blåbær; Magnus Øde; Kjøkkenradioen; Maja Overalt; Skolekorpset Sør; Sent Lys
#ny musikk; musikk
{channel} – {song} (Offisiell video)
{channel} – {song} [Official Audio]
{channel} – {song} (Lyric Video)
{channel} feat. {guest} – {song}
{channel} – {song} (akustisk versjon)
{channel} – {song} | live {in}
{channel} – {song} (pianoversjon) 🎹
{channel} – {song} (prod. {producer})
Slik skrev vi «{song}» | {channel} i studio
Hele salen synger «{song}» 🥹 | {channel}
!🔴 Rolige beats til å {activity} til – døgnet rundt 🎧
$song Over takene; Søtere enn regn; Halv åtte; Grønt lys; Borte; Siste buss; For alltid mai; Gatelykter; Små ord; Skyfritt; Fram til brua; Ingen plan; En vakker dag
$guest Lille Kråke; Rosa Lindblå; Store Teo; Yara Søndag; Bakeren; Nelly Natt; Frøken Fjell; Lotte Løve; Unge Ville
$producer Kjellerbarn; Blikk; Tolvtone; Bakgård; Skråplan; Ekko Sør; Grus; Langsom; Motvind
$activity lese; jobbe; studere; sove; lage mat; tegne; strikke; kode; rydde
$in i Tromsø; i Bergen; i Trondheim; på Svalbard; i Bodø; i Ålesund; i Stavanger; i Lofoten; på Røros; i Tønsberg; i Førde
@24 Sofa Sør; Den Store Sjansen; Team Tulipan; Kjellerkino; Lørdag Klokka Åtte; Bror & Søster; Uten Manus; To Venstrebein; Quizkjøkkenet; Den Gule Bussen
#utfordring; underholdning
24 timer {spot} 😱
Sistemann {spot} vinner!
En hel uke: vi {feat}
{contest}: barn mot besteforeldre
{show} | Sesong {n}, episode 1 (hele episoden)
{show}: den store finalen 🏆
Jeg bygger {build} i hagen
Dere bestemmer {decision}
Vi bytter {swap} med hverandre én dag
$spot i et tomt badeland; i et slott av papp; på en øde øy; i en bitte liten campingvogn; i en trehytte uten stige; i verdens stilleste rom; på et hoppeslott; i en maislabyrint; i et gammelt fyr; i en glasskube
$feat levde uten mobil; spiste bare grønn mat; sto opp klokka 4; snakket bare i spørsmål; gikk overalt til fots; levde som på 80-tallet; lagde mat uten oppskrift; skrev med venstre hånd; sov i hengekøye
$contest Gjemsel i mørket; Putekrig; Mimelek; Vannballongkrig; Den store quizen; Skattejakt; Sekkeløp; Sjakkturnering; Karaoke uten tekst
$show Den Store Bakelåven; De Fremmedes Øy; Slå Urmakeren; Stemmer i Ring; Gåtehuset; Kjøkken på Kanten; Dans gjennom Tida; Skatter på Loftet; Nabo mot Nabo
$build en berg-og-dal-bane; et hemmelig bibliotek; en utekino; en gigantisk kulebane; en badstue av paller; en pizzaovn; en minigolfbane; et flytende hus; en hengebru
$decision frokosten vår; reiseruta; frisyren min; navnet på båten; fargen i stua; klærne mine; middagen; bryllupsgaven; kveldens film
$swap leilighet; jobb; mobil; klær; roller; bil; sykkel; timeplan; kjøkken
@20 PikselPetra; Onkel Respawn; Sofakaptein; FroskenSpiller; Nattmodus; Tante Tast; LaggLars; ToMynter; Mosemester; Gamerbestemor
#la oss spille; gaming
Jeg overlevde 100 dager i {game}
{game}, men alt er {twist}
~{game} – offisiell trailer
Den hemmelige slutten i {game} som ingen fant
Jeg fullfører {game} {handicap}
{game} #{n}: {event}
Stor oppdatering av {game}: {change}!
!🔴 LIVE: {game} med seere – bli med
$twist opp ned; av brunost; ti ganger raskere; usynlig; tilfeldig; i svart-hvitt; bitte lite; av snø; stemmestyrt
$handicap på dansematte; med ratt; med én hånd; uten kart; med bestemor; med gitar; med bind for øynene; uten å hoppe; med katten på tastaturet
$event Første natt går helt galt; Vi bygger et slott; Dragen er tilbake; Alt er borte; Den hemmelige gangen; Den store reisen; Et nytt medlem; Drømmegården; En sjef som danser
$change Endelig båter; Tamme drager; Samarbeidsmodus; Nattmarked; Fire årstider; Egne hus; Luftskip; Fiske; Geiter å ri på
@17 Sluttsignal; Tribune Nord; Løkka TV; Siste Runde; Hjørneflagget; Skiløypa; Fri Ring; Sport ved Kjøkkenbordet; Trepoenger
#høydepunkter; sport
{team} – {rival} {score} | Høydepunkter
Vill avslutning! {team} – {rival} {score} 🔥
Mål fra egen banehalvdel! {team} mot {rival}
Ny rekord! {athlete} – {discipline}
På trening med {athlete}
$score 3–1; 2–2; 4–0; 1–0; 5–4; 2–1; 3–3; 0–2; 6–2
$team Bjørkenes IL; Lønnås BK; Lindøy FK; IL Grønnbekk; Kverndal SK; Steinbru IL; Kirsebærdalen BK; Sjøvika IF; Dalheim FK; Høymyra IL
$rival Orkilden IL; Engsletta BK; IF Ravnstein; Ytterøya Nord FK; Falkerike SK; Vierbekken IL; Saltfossen IK; Bøkelia IF; Åsenga BK
$athlete Linn Brubakk; Aksel Ahrnes; Mari Øverlien; Jakob Steinløs; Amira Haddad; Filip Sæterli; Nora Hvitsjø; Tim Kåsbøl; Saga Granløv
$discipline stavsprang; maraton; 400 meter hekk; lengde; kajakk 500 meter; fartsklatring; slegge; femmila på ski; 200 meter fri
@22 Anna Ærlig; Det Gamle Huset Vårt; Lukas på Landet; Noe Hver Dag; Kaja & Bruno; Livet på Båten; Rom 12; Søster Ola; På Tur med Ulf; Hytta ved Skogen
#hverdag; vlogg
En dag i livet mitt som {job}
Vi kjøpte {property} og vet ikke hva vi gjør nå…
Omvisning: {property} etter oppussingen 🏡
Jeg må fortelle dere noe: {update}
Bli klar med meg {occasion}
Jeg svarer på spørsmålene deres {where}
$job fyrvokter; nattsykepleier; lokfører; birøkter; veterinær i dyrepark; bokhandler; skogvokter; fergekaptein; konditor; polarforsker
$property en forlatt gård; en gammel brannstasjon; en 300 år gammel husmannsplass; en kanalbåt; en grendeskole; ei gammel mølle; ei hytte på en øy; en togvogn; et gammelt bakeri
$update vi flytter; jeg sier opp; det blir tvillinger!; jeg besto eksamen 🎉; hunden kommer hjem; vi er forlovet; vi selger bobilen; vi åpner butikk; jeg løp maraton
$occasion til søsterens bryllup; til første date; til russefesten; til eksamen; til jobbintervju; til teateret; på en regnfull mandag; til konserten; til bestemors bursdag
$where på tur; mens jeg lager mat; på toget; i hagen; ved frokosten; på sykkelen; i kanoen; på sopptur; på vei til havet
@23 Kjellerkabareten; Tørr Humor; Svogeren TV; Ett Minutt Tull; Herr Brødskive; Tredje Skift; Sketsj til å ta med; Latter i Oppgangen; Naboen Oppe
#sketsj; humor
Når {situation} 😂
POV: {situation} #shorts
{scene} | Sketsj, episode {n}
Standup: {subject}
$situation bestemor oppdager talemeldinger; skriveren merker at du er redd; pappa ser at lyset står på; katten dukker opp i videomøtet; noen har «et kjapt spørsmål»; du prøver å gå hjem fra en fest; nettet er nede i fem minutter; naboen begynner å bore; gruppechatten planlegger hyttetur
$scene Hos legen; Årsmøtet i borettslaget; Fetterens bryllup; Jobbintervjuet; På kontoret til kommunen; Køen på bakeriet; Foreldremøtet; Første dag på treningssenteret; Middag hos svigerforeldrene
$subject Hvorfor jeg ikke forstår yoga; Svigerfar og grillen; Ferie med barn; Det smarte kjøleskapet; Bonuskort; Naboer med drill; Skoleforestillingen; Telttur i regn; Oppkjøringen
@1 Kino Fyret; Papirbåten; Studio Ildflue; Traileruka; Andre Spole; Under Lerretet; Ett Bilde; Nordfilm Sør
#trailer; film
~{film} – Offisiell trailer
{film}: slutten forklart
«{film}» | Kortfilm
~{film} | Eksklusivt klipp
$film Den siste lyktetenneren; Aske og glør; Dit gjessene flyr; Kartet over stille steder; Elleve dører; Saltveien; Snømekanikeren; God natt, kaptein; Båtbyggerens datter; Midnatt i Lindegata
@26 Kjøkkenet under Linden; Kjapp Panne; Brød & Tid; Søndagskaka
#mat; oppskrift
{dish}: oppskriften som alltid lykkes
{dish} slik bestemor lagde det 😋
@26 Rut Reparerer; Nål & Tråd; Den Tålmodige Gartneren; Verkstedet på Høyden; Orden i Sysakene
#tips; gjør det selv
Slik kan du {task} – helt enkelt
Alle gjør samme feil: riktig måte å {task} på
$dish Kanelboller; Ertesuppe; Kjøttkaker; Fårikål; Tomatsuppe; Lapskaus; Sjokoladekake; Fiskesuppe; Pannekaker; Lefser; Rømmegrøt
$task male en gammel dør; beskjære roser; slipe en kniv; fikse en kran som drypper; dyrke urter i vinduskarmen; sy en veske; pakke alt i én sekk; brette et strekklaken; lappe et sykkeldekk
@25 Morgenrunden; Byblikk; Nytt fra Torget; Ni Null Ni; Værrommet; Bygda Nå; Dagens Tur
#nyheter; aktuelt
{headline} {in}
Været {in}: {weather}
Kort forklart: derfor {topic}
$headline Ny bru åpnet; Rekord på bokmessa; Gammel kino reddet; Første nattog framme; Stor lyktefest; Kjempestort veggmaleri avduket; Tusenvis på markedet; Tranene er tilbake; Skoleklasse vinner forskerpris
$weather styrtregn til fredag; årets første frost; storm i natt; tett tåke; torden i kveld; varmen holder seg; sludd; endelig sol; plutselig kaldere
$topic blir togene stillere; trives bier i byer; stiller vi fortsatt klokka; kommer papirkartet tilbake; baker alle brød igjen; endrer elver retning; er bibliotekene fulle igjen; ser månen større ut; er nattbussen tilbake
@28 Garasjelaben; Nysgjerrige Kretser; Vitenskap med Kaffe; Skrudd Fra Hverandre; I Bane; Batteri 5 %; Dypt Felt
#anmeldelse; teknologi
{gadget} – anmeldelse etter 30 dager
Jeg skrur fra hverandre {gadget}. Hva er inni?
Hva skjer hvis {experiment}?
$experiment du fryser honning; en klokke ringer i vakuum; du forstørrer sand 500 ganger; 1000 lys møter en isblokk; vann snurrer kjempefort; du filmer regn i sakte film; du stabler 500 magneter; du koker vann på en fjelltopp; en drone flyr inn i en såpeboble
@15 Dyra på Gården; Katten Kansler; To Hunder Én Sofa; Pinnsvinet i Hagen; Geiter & Co; Oteren Otto
#dyr; søte dyr
{animal} ser {sight} for første gang 🥹
{animal} nekter å {refusal}
$animal Valp; Søvnig katt; Lite geitekje; Gammel gjeterhund; Papegøyen Gøran; Bitte lite pinnsvin; Kjempekanin; Sjenert esel; Revevalp
$sight snø; havet; en robotstøvsuger; et speil; andunger; såpebobler; et badebasseng; høstløv; en enorm ball
$refusal gå ut av badekaret; gi tilbake tøffelen; gå av bussen; flytte seg; våkne; gå ut i regnet; slutte å synge; slippe inn hunden; dele
@2 Garasje uten Tak; Rustne Skatter; Under Spenning; Totakt; Høyrefila; Låve & Motor
#restaurering; biler
Vi starter {car} etter 30 år på låven
På tvers av Norge {ride}
$car bestefars traktor; en glemt varebil; en bobil fra 70-tallet; en gammel buss; en første moped; en brannbil; en liten kupé; en postbil; en gammel scooter
$ride på traktor; i gammel buss; på sparkesykkel; med campingvogn; på moped; på dresin; med elbil på én lading; som haiker; på lastesykkel
@19 Sekk & Kart; Nattognotater; Lavsesong; Enveisbillett; Med Ferga
#reisevlogg; reise
{journey} – er det verdt det?
$journey 48 timer på nattoget; Den billigste lugaren på ferga; En uke til fots i fjellet; Telt på et islagt vann; Et hotell av is; Med den bratteste taubanen; Tre øyer på én dag; På sykkel langs kysten; En natt i et fyr
@27 Kritt & Tavle; Historie på Hjul; Tallhagen; Ordmuseet; Spørsmålsatlaset
#forklart; utdanning
Hvorfor {question}? | Forklart på 10 minutter
$question lyver alle kart; har borger runde tårn; kom nullen så seint; lander katter på beina; er himmelen mørk om natta; svinger elver; synger bruer; sier vi «hei»; mangler det dager i kalenderen
>Takk for at du så på! Ny video hver uke.
>Abonner og trykk på bjella, så går du ikke glipp av noe 🔔
>Spilt inn på tre dager med et veldig lite team.
>Skriv i kommentarfeltet hva vi skal prøve neste gang.
>Musikken er brukt med artistenes tillatelse.
>Tusen takk til alle som hjalp til bak kulissene.
>Flere bilder: https://example.com/mer
>Hele serien ligger i spillelista.
>Teksting finnes – slå den på med CC-knappen.
>Samarbeid: hei@example.com
>Send videoen til noen som trenger et smil i dag.
`;
