/** What simulated uploaders say in German; every channel, artist, club and film is invented. */
export const german = `
@10 Lea Sommerfeld; Die Dachrinnen; Jonas Grün; Mondscheinbar; FRIDA KÖNIG; Zweite Geige; Nordlicht Süd; DJ Holunder; Max Öder; Küchenradio; Mia Überall; Blasorchester Halbacht; Kaltes Klares
#neue musik; musik
{channel} – {song} (Offizielles Video)
{channel} – {song} [Official Audio]
{channel} – {song} (Lyric Video)
{channel} feat. {guest} – {song}
{channel} – {song} (akustisch)
{channel} – {song} | live {in}
{channel} – {song} (Piano Version) 🎹
{channel} – {song} (prod. {producer})
So entstand „{song}“ | {channel} im Studio
Der ganze Saal singt „{song}“ 🥹 | {channel}
!🔴 Ruhige Beats zum {activity} 24/7 🎧
$song Über den Dächern; Süßer Regen; Halb acht; Grüne Ampeln; Fernweh; Letzter Bus; Für immer Mai; Straßenlichter; Leise Töne; Wolkenlos; Bis zur Brücke; Kein Plan; Schöner Tag
$guest Kleine Krähe; Rosa Müller-Blau; Toni Tiefgang; Elif Sonntag; Der Bäcker; Nele Nacht; Ferdi; Lotte Löwe; Junge Wilde
$producer Kellerkind; Blech; Zwölfton; Hinterhof; Schräglage; Echo Süd; Kies; Langsam; Brummbär
$activity Lernen; Arbeiten; Lesen; Einschlafen; Kochen; Zeichnen; Aufräumen; Stricken; Programmieren
$in in Leipzig; in Köln; in München; in Lübeck; in Nürnberg; im Schwarzwald; in Görlitz; in Düsseldorf; auf Rügen; in Gießen; an der Mosel
$in@AT in Graz; in Wien; in Linz; im Salzkammergut; in Innsbruck; in Klagenfurt; im Waldviertel; in Sankt Pölten; am Neusiedler See; in Dornbirn; im Zillertal
$in@CH in Zürich; in Bern; in Basel; im Wallis; in Luzern; in Chur; im Emmental; in Winterthur; am Bodensee; in Sankt Gallen
@24 Sofa Süd; Das Große Wagnis; Team Topfpflanze; Kellerkino; Die Wettköche; Samstags um Acht; Bruder & Schwester; Ohne Drehbuch; Zwei Linke Füße; Quizküche
#challenge; unterhaltung
24 Stunden {spot} 😱
Wer als Letzter {spot} bleibt, gewinnt!
Eine Woche lang {feat}: Das ist passiert
{contest}: Kinder gegen Großeltern
{show} | Staffel {n}, Folge 1 (ganze Folge)
{show}: Das große Finale 🏆
Ich baue {build} im Garten
Ihr entscheidet über {decision}
Wir tauschen {swap} für einen Tag
$spot im leeren Schwimmbad; im Schloss aus Karton; auf einer einsamen Insel; im winzigen Wohnwagen; im Baumhaus ohne Leiter; im leisesten Raum der Welt; auf der Hüpfburg; im Maislabyrinth; im alten Leuchtturm; im Glaswürfel
$feat ohne Handy leben; nur grüne Sachen essen; um 4 Uhr aufstehen; nur in Fragen reden; überall zu Fuß gehen; leben wie 1985; ohne Rezept kochen; mit links schreiben; in der Hängematte schlafen
$contest Verstecken im Dunkeln; Kissenschlacht; Pantomime; Wasserbombenschlacht; Das große Quiz; Schnitzeljagd; Sackhüpfen; Schachturnier; Karaoke ohne Text
$show Die Große Backstube; Insel der Fremden; Schlag den Uhrmacher; Stimmen im Kreis; Das Rätselhaus; Küche am Abgrund; Tanz der Jahrzehnte; Schätze vom Dachboden; Nachbarn gegen Nachbarn
$build eine Achterbahn; eine Geheimbibliothek; ein Freiluftkino; eine riesige Murmelbahn; eine Sauna aus Paletten; einen Pizzaofen; eine Minigolfbahn; ein schwimmendes Haus; eine Hängebrücke
$decision unser Frühstück; die Reiseroute; meine Frisur; den Namen unseres Boots; die Farbe im Wohnzimmer; mein Outfit; unser Abendessen; das Hochzeitsgeschenk; den Film des Abends
$swap die Wohnung; den Job; die Handys; die Kleider; die Rollen zu Hause; die Autos; die Fahrräder; den Stundenplan; die Küche
@20 PixelPaula; Onkel Respawn; Sofakapitän; KröteZockt; Nachtmodus; Tante Taste; LaggyLars; ZweiMünzen; Moosmeister; Die Zockeroma
#let's play; gaming
Ich habe 100 Tage in {game} überlebt
{game}, aber alles ist {twist}
~{game} – offizieller Trailer
Das geheime Ende von {game}, das niemand gefunden hat
Ich spiele {game} {handicap} durch
{game} #{n}: {event}
Großes Update für {game}: {change}!
!🔴 LIVE: {game} mit euch – kommt dazu
$twist auf dem Kopf; aus Käse; zehnmal schneller; unsichtbar; zufällig; schwarz-weiß; winzig; aus Schnee; stimmgesteuert
$handicap auf der Tanzmatte; mit dem Lenkrad; mit einer Hand; ohne Karte; mit meiner Oma; mit der Gitarre; blind; ohne zu springen; mit der Katze auf der Tastatur
$event Die erste Nacht geht schief; Wir bauen ein Schloss; Der Drache ist zurück; Alles verloren; Der geheime Gang; Die große Reise; Ein neues Mitglied; Der Traumbauernhof; Ein Boss, der tanzt
$change Endlich Boote; Zahme Drachen; Koop-Modus; Nachtmarkt; Vier Jahreszeiten; Eigene Häuser; Luftschiffe; Angeln; Reitbare Ziegen
@17 Abpfiff; Tribüne Nord; Bolzplatz TV; Die Letzte Runde; Eckfahne; Pulverschnee; Ring Frei; Sport aus der Küche; Dreierwurf
#highlights; sport
{team} – {rival} {score} | Highlights
Wahnsinn in der Nachspielzeit! {team} – {rival} {score} 🔥
Tor aus 50 Metern! {team} gegen {rival}
Neuer Rekord! {athlete} – {discipline}
Zu Gast im Training: {athlete}
$team SV Birkenau-Moor; TSV Ahornfeld; FC Lindenthal Süd; SC Grünbach; Eintracht Mühlgrund; VfR Steinbrück; Union Kirschau; SK Seewinkel; Rot-Weiß Talheim; FC Hochmoos
$rival SpVgg Erlenbrunn; TuS Wiesenfeld; SV Rabenstein; FC Oberau; SC Falkenried; ASK Weidenbach; Viktoria Salzfurt; SV Buchenhain; SK Donauwiese
$athlete Lena Brückner; Paul Ahrens; Marie Öttl; Jakob Steinlechner; Amira Haddad; Felix Zöhrer; Nora Weiß; Timo Käfer; Sophie Gschwend
$discipline Stabhochsprung; Marathon; 400 Meter Hürden; Weitsprung; Kajak 500 Meter; Speedklettern; Hammerwurf; Skispringen; 200 Meter Freistil
@22 Anna ganz ehrlich; Unser Altes Haus; Lukas am Land; Jeden Tag Etwas; Käthe & Bruno; Leben am Hausboot; WG Zimmer 12; Schwester Ola; Spaziergang mit Wolf; Hütte am Wald
#alltag; vlog
Ein Tag in meinem Leben: {job}
Wir haben {property} gekauft und wissen nicht weiter…
Roomtour: {property} nach der Renovierung 🏡
Ich muss euch etwas sagen: {update}
Mach dich mit mir fertig {occasion}
Ich beantworte eure Fragen {where}
$job Leuchtturmwärter; Nachtschwester; Lokführerin; Imkerin; Tierärztin im Zoo; Buchhändler; Försterin; Fährkapitän; Zuckerbäckerin; Polarforscher
$property einen verlassenen Bauernhof; eine alte Feuerwache; ein 300 Jahre altes Häuschen; ein Hausboot; eine Dorfschule; eine Windmühle; eine Hütte am See; einen Eisenbahnwaggon; eine alte Bäckerei
$update wir ziehen um; ich kündige; es werden Zwillinge!; Prüfung bestanden 🎉; der Hund kommt heim; wir sind verlobt; wir verkaufen den Bus; wir eröffnen einen Laden; ich bin Marathon gelaufen
$occasion für die Hochzeit meiner Schwester; fürs erste Date; für den Abschlussball; für die Prüfung; fürs Vorstellungsgespräch; für die Oper; für einen verregneten Montag; fürs Konzert; für Omas Geburtstag
$where beim Spazieren; beim Kochen; im Zug; im Garten; beim Frühstück; am Fahrrad; im Kanu; beim Pilzesuchen; am Weg zum See
@23 Kabarett Kellerloch; Trockener Humor; Schwager TV; Minute Unsinn; Herr Semmel; Die Dritte Schicht; Sketch to go; Lachen im Stiegenhaus; Nachbar von Oben
#sketch; comedy
Wenn {situation} 😂
POV: {situation} #shorts
{scene} | Sketch, Folge {n}
Stand-up: {subject}
$situation Oma Sprachnachrichten entdeckt; der Drucker Angst riecht; Papa das Licht brennen sieht; die Katze im Videocall auftaucht; jemand „nur eine kurze Frage“ hat; du von einer Party gehen willst; das WLAN fünf Minuten weg ist; der Nachbar zu bohren beginnt; die Gruppe einen Urlaub plant
$scene Beim Arzt; Die Hausversammlung; Hochzeit beim Cousin; Das Vorstellungsgespräch; Am Amt; Schlange bei der Post; Elternabend; Der erste Tag im Fitnessstudio; Essen bei den Schwiegereltern
$subject Warum ich Yoga nicht verstehe; Mein Schwiegervater und der Grill; Urlaub mit Kindern; Der kluge Kühlschrank; Bonuskarten; Nachbarn mit Bohrmaschine; Das Schultheater; Zelten im Regen; Die Fahrprüfung
@1 Lichtspiel Leuchtturm; Papierschiff; Studio Glühwurm; Trailerwoche; Zweite Spule; Unter der Leinwand; Einzelbild; Nordfilm
#trailer; film
~{film} – Offizieller Trailer
{film}: Das Ende erklärt
„{film}“ | Kurzfilm
~{film} | Exklusiver Ausschnitt
$film Der letzte Laternenanzünder; Asche und Glut; Wohin die Gänse ziehen; Karte der stillen Orte; Elf Türen; Die Salzstraße; Der Schneemechaniker; Gute Nacht, Kapitän; Die Tochter des Bootsbauers; Mitternacht in der Lindengasse
@26 Küche Unterm Lindenbaum; Schnelle Pfanne; Brot & Zeit; Kuchen am Sonntag
#kochen; rezept
{dish}: Das Rezept, das immer gelingt
{dish} wie von Oma 😋
@26 Repariert von Resi; Nadel & Faden; Der Geduldige Gärtner; Werkstatt Zenz; Ordnung Muss Sein
#selbermachen; anleitung
So kannst du {task} – ganz einfach
Diesen Fehler machen alle: Richtig {task}
$dish Apfelstrudel; Käsespätzle; Kartoffelsuppe; Semmelknödel; Zimtschnecken; Rindsgulasch; Kaiserschmarrn; Linsensuppe; Marmorkuchen; Grießnockerlsuppe; Topfengolatschen
$task eine alte Tür streichen; Rosen schneiden; Messer schärfen; einen tropfenden Hahn reparieren; Kräuter am Fensterbrett ziehen; eine Tasche nähen; mit einem Rucksack packen; ein Spannbetttuch falten; das Backrohr putzen
@25 Morgenüberblick; Stadtblick; Neues vom Hauptplatz; Neun Uhr Neun; Wetterküche; Talschaft Aktuell; Der Rundgang
#nachrichten; aktuell
{headline} {in}
Wetter {in}: {weather}
Kurz erklärt: Warum {topic}
$headline Neue Brücke eröffnet; Rekord bei der Buchmesse; Altes Kino gerettet; Erster Nachtzug angekommen; Großer Laternenumzug; Riesiges Wandbild enthüllt; Tausende beim Straßenmarkt; Die Störche sind zurück; Schulklasse gewinnt Forschungspreis
$weather Starkregen bis Freitag; Der erste Frost; Sturm in der Nacht; Dichter Nebel; Gewitter am Abend; Die Hitze bleibt; Schnee bis in die Täler; Endlich Sonne; Plötzlich kalt
$topic Züge leiser werden; Bienen Städte mögen; wir noch immer die Uhr umstellen; Papierkarten zurückkommen; alle wieder Brot backen; Flüsse ihren Lauf ändern; Büchereien wieder voll sind; der Mond größer wirkt; Nachtbusse zurückkehren
@28 Garagenlabor; Neugierige Schaltkreise; Wissen mit Milch; Aufgeschraubt; Umlaufbahn; Akku 5 %; Tiefes Feld
#test; technik
{gadget} im Test: Die Wahrheit nach 30 Tagen
Ich zerlege: {gadget}. Was steckt drin?
Was passiert, wenn {experiment}?
$experiment man Honig einfriert; eine Glocke im Vakuum läutet; man Sand 500-fach vergrößert; 1.000 Kerzen auf Eis treffen; Wasser sehr schnell rotiert; man Regen in Superzeitlupe filmt; man 500 Magnete stapelt; man am Gipfel Wasser kocht; eine Drohne in eine Seifenblase fliegt
@15 Tiere vom Hof; Kater Kanzler; Zwei Hunde Ein Sofa; Igel im Garten; Ziegen & Co; Otter Otto
#tiere; süße tiere
{animal} sieht zum ersten Mal {sight} 🥹
{animal} will nicht {refusal}
$animal Welpe; Müder Kater; Kleine Ziege; Alter Schäferhund; Papagei Günther; Winziger Igel; Riesenkaninchen; Schüchterner Esel; Junger Fuchs
$sight Schnee; das Meer; einen Staubsauger; einen Spiegel; Entenküken; Seifenblasen; ein Planschbecken; Herbstlaub; einen riesigen Ball
$refusal aus der Wanne; den Pantoffel hergeben; aus dem Bus steigen; vom Sofa runter; aufstehen; bei Regen hinaus; mit dem Singen aufhören; den Hund hereinlassen; teilen
@2 Garage im Freien; Rostige Schätze; Unter Strom; Zweitakter; Langsame Spur; Scheune & Motor
#restaurierung; autos
Wir starten {car} nach 30 Jahren in der Scheune
Quer durchs Land {ride}
$car Opas Traktor; einen vergessenen Lieferwagen; ein Wohnmobil aus den 70ern; einen alten Bus; ein erstes Moped; ein Feuerwehrauto; ein kleines Coupé; einen Postwagen; einen alten Motorroller
$ride mit dem Traktor; im Oldtimerbus; mit dem Tretroller; im Wohnwagen; mit dem Moped; auf der Draisine; im Elektroauto mit einer Ladung; per Anhalter; mit dem Lastenrad
@19 Rucksack & Karte; Nachtzugnotizen; Nebensaison; Einfache Fahrt; Mit der Fähre
#reisevlog; reisen
{journey} – lohnt sich das?
$journey 48 Stunden im Schlafwagen; Die billigste Kabine der Fähre; Eine Woche zu Fuß über die Alpen; Zelten am zugefrorenen See; Ein Hotel aus Eis; Mit der steilsten Bergbahn; Drei Inseln an einem Tag; Mit dem Rad die Küste entlang; Eine Nacht auf der Hütte
@27 Kreide & Tafel; Geschichte auf Rädern; Zahlengarten; Wörtermuseum; Atlas der Fragen
#erklärt; bildung
Warum {question} | Erklärt in 10 Minuten
$question Karten immer lügen; Burgen runde Türme haben; die Null so spät kam; Katzen auf den Pfoten landen; der Himmel nachts dunkel ist; Flüsse Bögen machen; Brücken singen; wir „Servus“ sagen; im Kalender Tage fehlen
>Danke fürs Zuschauen! Jede Woche gibt es ein neues Video.
>Abonniert den Kanal und drückt die Glocke, damit ihr nichts verpasst 🔔
>Gedreht an drei Tagen mit einem sehr kleinen Team.
>Schreibt in die Kommentare, was wir als Nächstes ausprobieren sollen.
>Musik mit freundlicher Genehmigung der Künstler.
>Vielen Dank an alle, die hinter den Kulissen geholfen haben.
>Mehr Fotos: https://example.com/mehr
>Die ganze Reihe findet ihr in der Playlist.
>Untertitel sind verfügbar – einfach über CC einschalten.
>Anfragen: hallo@example.com
>Schickt das Video jemandem, der heute ein Lächeln braucht.
`;
