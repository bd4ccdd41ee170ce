/** What simulated uploaders say in Swedish; every channel, artist, club and film is invented. */
export const swedish = `
@10 Linnea Sommar; Regnkapporna; Elias Åberg; Halvmåne; FREJA KUNG; Andra Fiolen; Norrskensrådet; DJ Blåbär; Måns Öde; Köksradion; Maja Överallt; Ungdomskören Hornö; Sent Ljus
#ny musik; musik
{channel} – {song} (Officiell video)
{channel} – {song} [Official Audio]
{channel} – {song} (Lyric Video)
{channel} feat. {guest} – {song}
{channel} – {song} (akustisk version)
{channel} – {song} | live {in}
{channel} – {song} (pianoversion) 🎹
{channel} – {song} (prod. {producer})
Så skrev vi ”{song}” | {channel} i studion
Hela publiken sjunger ”{song}” 🥹 | {channel}
!🔴 Lugna beats för att {activity} – dygnet runt 🎧
$song Över taken; Sötare än regn; Halv åtta; Gröna ljus; Längtan bort; Sista bussen; För alltid maj; Gatlyktor; Små ord; Molnfritt; Fram till bron; Ingen plan; En vacker dag
$guest Lilla Kråkan; Rosa Lind-Blå; Stora Teo; Yara Söndag; Bagarn; Nelly Natt; Frasse; Lotta Lo; Unga Vilda
$producer Källarbarn; Plåt; Tolvton; Bakgård; Snedsteg; Eko Syd; Grus; Långsam; Motvind
$activity plugga; jobba; läsa; sova; laga mat; rita; sticka; koda; städa
$in i Luleå; i Göteborg; i Malmö; på Gotland; i Umeå; i Örebro; i Östersund; i Växjö; på Öland; i Gävle; i Jönköping
@24 Soffan Söder; Stora Chansen; Team Tulpan; Källarbion; Lördag Klockan Åtta; Bror & Syster; Utan Manus; Två Vänsterfötter; Frågeköket; Den Gula Bussen
#utmaning; underhållning
24 timmar {spot} 😱
Sist kvar {spot} vinner!
En hel vecka: vi {feat}
{contest}: barn mot mor- och farföräldrar
{show} | Säsong {n}, avsnitt 1 (hela avsnittet)
{show}: den stora finalen 🏆
Jag bygger {build} i trädgården
Ni bestämmer {decision}
Vi byter {swap} med varandra i en dag
$spot i ett tomt äventyrsbad; i ett slott av kartong; på en öde ö; i en pytteliten husvagn; i en trädkoja utan stege; i världens tystaste rum; på en hoppborg; i en majslabyrint; i en gammal fyr; i en glaskub
$feat levde utan mobil; åt bara grön mat; gick upp klockan 4; pratade bara i frågor; gick överallt till fots; levde som på 80-talet; lagade mat utan recept; skrev med vänster hand; sov i hängmatta
$contest Kurragömma i mörker; Kuddkrig; Charader; Vattenballongskrig; Stora frågesporten; Skattjakt; Säcklöpning; Schackturnering; Karaoke utan text
$show Stora Bakladan; Främlingarnas Ö; Slå Urmakaren; Röster i Ring; Gåthuset; Kök på Kanten; Dans genom Tiden; Skatter på Vinden; Granne mot Granne
$build en berg- och dalbana; ett hemligt bibliotek; en utomhusbio; en gigantisk kulbana; en bastu av lastpallar; en pizzaugn; en minigolfbana; ett flytande hus; en hängbro
$decision vår frukost; resrutten; min frisyr; namnet på vår båt; färgen i vardagsrummet; mina kläder; middagen; bröllopspresenten; kvällens film
$swap lägenhet; jobb; mobil; kläder; roller; bil; cykel; schema; kök
@20 PixelPetra; Farbror Respawn; Soffkapten; GrodanSpelar; Nattläge; Tant Tangent; LaggLasse; TvåMynt; Mossmästaren; Gamermormor
#låt oss spela; gaming
Jag överlevde 100 dagar i {game}
{game}, men allt är {twist}
~{game} – officiell trailer
Det hemliga slutet i {game} som ingen hittade
Jag klarar {game} {handicap}
{game} #{n}: {event}
Stor uppdatering av {game}: {change}!
!🔴 LIVE: {game} med tittare – häng på
$twist upp och ner; av ost; tio gånger snabbare; osynligt; slumpmässigt; svartvitt; pyttelitet; av snö; röststyrt
$handicap på dansmatta; med ratt; med en hand; utan karta; med mormor; med gitarr; med förbundna ögon; utan att hoppa; med katten på tangentbordet
$event Första natten går åt skogen; Vi bygger ett slott; Draken är tillbaka; Allt är borta; Den hemliga gången; Den stora resan; En ny medlem; Drömgården; En boss som dansar
$change Äntligen båtar; Tama drakar; Samarbetsläge; Nattmarknad; Fyra årstider; Egna hus; Luftskepp; Fiske; Ridbara getter
@17 Slutsignal; Norra Läktaren; Grusplanen TV; Sista Varvet; Hörnflaggan; Skidspåret; Fri Ring; Sport vid Köksbordet; Trepoängaren
#höjdpunkter; sport
{team} – {rival} {score} | Höjdpunkter
Galen avslutning! {team} – {rival} {score} 🔥
Mål från egen planhalva! {team} mot {rival}
Nytt rekord! {athlete} – {discipline}
Vi tränar med {athlete}
$score 3–1; 2–2; 4–0; 1–0; 5–4; 2–1; 3–3; 0–2; 6–2
$team Björkenäs IF; Lönnsta BK; Lindåsa FF; IK Grönbäck; Kvarnmarkens SK; Stenbro IF; Körsbärsdals BK; Sjövikens IF; Dalhems BoIS; Högmossens IK
$rival Alkällans IF; Ängsfälts BK; IF Korpsten; Överö FF; Falkrike SK; Videbäckens GIF; Saltfors IK; Bokhultens IF; Åängens BK
$athlete Linn Brobäck; Axel Ahrén; Moa Öhrling; Jakob Stenlöf; Amira Haddad; Filip Zetterlöv; Nora Vitsjö; Tim Kåberg; Saga Granlöf
$discipline stavhopp; maraton; 400 meter häck; längdhopp; kajak 500 meter; speedklättring; slägga; fem mil längdskidor; 200 meter frisim
@22 Anna Ärligt; Vårt Gamla Hus; Lukas på Landet; Något Varje Dag; Kajsa & Bruno; Livet på Båten; Rum 12; Syster Ola; Promenad med Ulf; Stugan vid Skogen
#vardag; vlogg
En dag i mitt liv som {job}
Vi köpte {property} och vet inte vad vi ska göra…
Husvisning: {property} efter renoveringen 🏡
Jag måste berätta något: {update}
Gör dig i ordning med mig {occasion}
Jag svarar på era frågor {where}
$job fyrvaktare; nattsköterska; lokförare; biodlare; veterinär på djurpark; bokhandlare; skogvaktare; färjekapten; konditor; polarforskare
$property en övergiven bondgård; en gammal brandstation; ett 300 år gammalt torp; en kanalbåt; en byskola; en väderkvarn; en stuga på en ö; en järnvägsvagn; ett gammalt bageri
$update vi flyttar; jag säger upp mig; det blir tvillingar!; jag klarade provet 🎉; hunden kommer hem; vi är förlovade; vi säljer husbilen; vi öppnar butik; jag sprang ett maraton
$occasion inför min systers bröllop; inför första dejten; inför studenten; inför tentan; inför jobbintervjun; inför teatern; en regnig måndag; inför konserten; inför mormors födelsedag
$where på promenaden; medan jag lagar mat; på tåget; i trädgården; vid frukosten; på cykeln; i kanoten; i svampskogen; på väg till havet
@23 Källarkabarén; Torr Humor; Svågern TV; Minuten Nonsens; Herr Smörgås; Tredje Skiftet; Sketch att ta med; Skratt i Trapphuset; Grannen där Uppe
#sketch; humor
När {situation} 😂
POV: {situation} #shorts
{scene} | Sketch, avsnitt {n}
Ståupp: {subject}
$situation mormor upptäcker röstmeddelanden; skrivaren känner din rädsla; pappa ser att lampan är tänd; katten dyker upp i videomötet; någon har ”en snabb fråga”; du försöker gå hem från en fest; wifi ligger nere i fem minuter; grannen börjar borra; gruppchatten planerar en resa
$scene Hos läkaren; Årsstämman i bostadsrätten; Kusinens bröllop; Anställningsintervjun; På myndigheten; Kön på bageriet; Föräldramötet; Första dagen på gymmet; Middag hos svärföräldrarna
$subject Varför jag inte förstår yoga; Min svärfar och grillen; Semester med barn; Det smarta kylskåpet; Bonuskort; Grannar med borrmaskin; Skolpjäsen; Tält i regn; Uppkörningen
@1 Biograf Fyren; Pappersbåten; Studio Lysmask; Trailerveckan; Andra Rullen; Under Duken; En Bildruta; Nordanfilm
#trailer; film
~{film} – Officiell trailer
{film}: slutet förklarat
”{film}” | Kortfilm
~{film} | Exklusivt klipp
$film Den sista lykttändaren; Aska och glöd; Dit gässen flyger; Kartan över tysta platser; Elva dörrar; Saltvägen; Snömekanikern; God natt, kapten; Båtbyggarens dotter; Midnatt på Lindgatan
@26 Köket under Linden; Snabba Pannan; Bröd & Tid; Söndagskakan
#mat; recept
{dish}: receptet som alltid lyckas
{dish} som mormor gjorde 😋
@26 Rut Reparerar; Nål & Tråd; Den Tålmodiga Odlaren; Verkstan på Höjden; Ordning och Reda
#tips; gör det själv
Så kan du {task} – enkelt
Alla gör samma fel: rätt sätt att {task}
$dish Kanelbullar; Ärtsoppa; Köttbullar; Prinsesstårta; Tomatsoppa; Kalops; Kladdkaka; Linssoppa; Pannkakor; Räksmörgås; Västerbottenpaj
$task måla en gammal dörr; beskära rosor; slipa en kniv; laga en droppande kran; odla örter på fönsterbrädan; sy en väska; packa i en enda ryggsäck; vika ett dra-på-lakan; laga en cykelpunktering
@25 Morgonsvepet; Stadsblicken; Nytt från Torget; Nio Noll Nio; Väderrummet; Bygden Nu; Rundan
#nyheter; aktuellt
{headline} {in}
Vädret {in}: {weather}
Kort förklarat: därför {topic}
$headline Ny bro invigd; Rekord på bokmässan; Gammal biograf räddad; Första nattåget framme; Stor lyktparad; Jättelik väggmålning avtäckt; Tusentals på marknaden; Tranorna är tillbaka; Skolklass vinner forskarpris
$weather skyfall till fredag; årets första frost; storm i natt; tät dimma; åska i kväll; värmen håller i sig; snöblandat regn; äntligen sol; plötsligt kallare
$topic blir tågen tystare; trivs bin i städer; ställer vi fortfarande om klockan; kommer papperskartan tillbaka; bakar alla bröd igen; ändrar floder riktning; är biblioteken fulla igen; ser månen större ut; är nattbussen tillbaka
@28 Garagelabbet; Nyfikna Kretsar; Vetenskap med Kaffe; Isärskruvat; Omloppsbana; Batteri 5 %; Djupa Fältet
#recension; teknik
{gadget} – recension efter 30 dagar
Jag skruvar isär {gadget}. Vad finns inuti?
Vad händer om {experiment}?
$experiment man fryser honung; en klocka ringer i vakuum; man förstorar sand 500 gånger; 1 000 ljus möter ett isblock; vatten snurrar jättefort; man filmar regn i ultrarapid; man staplar 500 magneter; man kokar vatten på en fjälltopp; en drönare flyger in i en såpbubbla
@15 Djuren på Gården; Katten Kansler; Två Hundar En Soffa; Igelkotten i Trädgården; Getter & Co; Uttern Otto
#djur; söta djur
{animal} ser {sight} för första gången 🥹
{animal} vägrar {refusal}
$animal Valp; Sömnig katt; Liten killing; Gammal vallhund; Papegojan Göran; Pytteliten igelkott; Jättekanin; Blyg åsna; Rävunge
$sight snö; havet; en robotdammsugare; en spegel; ankungar; såpbubblor; en badpool; höstlöv; en enorm boll
$refusal lämna badkaret; ge tillbaka toffeln; gå av bussen; flytta på sig; vakna; gå ut i regnet; sluta sjunga; släppa in hunden; dela med sig
@2 Garaget utan Tak; Rostiga Skatter; Under Spänning; Tvåtakt; Högerfilen; Lada & Motor
#renovering; bilar
Vi startar {car} efter 30 år i ladan
Tvärs genom Sverige {ride}
$car farfars traktor; en bortglömd skåpbil; en husbil från 70-talet; en gammal buss; en första moped; en brandbil; en liten kupé; en postbil; en gammal skoter
$ride på traktor; i gammal buss; på sparkcykel; med husvagn; på moped; på dressin; med elbil på en laddning; som liftare; på lådcykel
@19 Ryggsäck & Karta; Nattågsanteckningar; Lågsäsong; Enkel Resa; Med Färjan
#resevlogg; resor
{journey} – är det värt det?
$journey 48 timmar på nattåget; Färjans billigaste hytt; En vecka till fots i fjällen; Tälta på en frusen sjö; Ett hotell av is; Med den brantaste linbanan; Tre öar på en dag; Cykla längs kusten; En natt i en fyr
@27 Krita & Tavla; Historia på Hjul; Sifferträdgården; Ordmuseet; Frågornas Atlas
#förklarat; utbildning
Varför {question}? | Förklarat på 10 minuter
$question ljuger alla kartor; har borgar runda torn; kom nollan så sent; landar katter på tassarna; är himlen mörk på natten; slingrar sig floder; sjunger broar; säger vi ”hej”; saknas det dagar i kalendern
>Tack för att du tittade! Ny video varje vecka.
>Prenumerera och tryck på klockan så missar du inget 🔔
>Inspelad under tre dagar med ett mycket litet team.
>Skriv i kommentarerna vad vi ska testa härnäst.
>Musiken används med artisternas tillåtelse.
>Stort tack till alla som hjälpte till bakom kulisserna.
>Fler bilder: https://example.com/mer
>Hela serien finns i spellistan.
>Undertexter finns – slå på dem med CC-knappen.
>Samarbeten: hej@example.com
>Skicka videon till någon som behöver ett leende i dag.
`;
