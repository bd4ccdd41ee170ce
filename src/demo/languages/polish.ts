/** What simulated uploaders say in Polish; every channel, artist, club and film is invented. */
export const polish = `
@10 Lena Wicher; Nocne Tramwaje; Kuba Zięba; Żółty Sweter; MARTA ŚLIWA; Bracia Głuszec; Fala i Piasek; DJ Wrzos; Olek Mróz; Siódma Rano; Iga Łąka; Chór Sąsiadów; Południk Zero
#nowość; muzyka
{channel} – {song} (Official Video)
{channel} – {song} [Official Audio]
{channel} – {song} (Lyric Video)
{channel} feat. {guest} – {song}
{channel} – {song} (wersja akustyczna)
{channel} – {song} | na żywo w studiu
{channel} – {song} (prod. {producer})
{channel} – {song} (koncert {in})
Jak powstała piosenka „{song}”? | {channel}
Cała sala śpiewa „{song}”! Ciarki 🥹 | {channel}
!🔴 Spokojne bity do {activity} 24/7 🎧
$song Łąki; Zanim zaśniesz; Żółte światła; Cisza po burzy; Do świtu; Piąte piętro; Gdzieś nad rzeką; Tańcz ze mną; Szeptem; Nie mów nikomu; Ślady na śniegu; Wrócę jutro; Miętowy
$guest Zuza Pióro; Młody Jesion; Hania Brzask; Tymek Gaj; Ola Świt; Wujek Staszek; Sara Deszcz; Borys Ćma; Nela Wrona
$producer Kłos; Niski Sufit; DrugiPlan; Zgrzyt; Popiół; Mały Zbyszek; Echo303; Wąski; Hałas
$activity nauki; pracy; czytania; snu; gotowania; rysowania; sprzątania; medytacji; programowania
$in w Łodzi; w Krakowie; we Wrocławiu; w Gdańsku; w Poznaniu; na Podlasiu; w Rzeszowie; w Białymstoku; na Śląsku; w Bieszczadach; w Toruniu
@24 Kanał Na Spontanie; Ekipa z Poddasza; Wielki Sprawdzian; Kanapa Show; Rodzina Zawadów; Trzy Ćwierci; Zakład o Pączka; Sobota Wieczór TV; Duet z Parteru; Bez Scenariusza
#wyzwanie; rozrywka
Spędziliśmy 24 godziny {spot} 😱
Ostatnia osoba {spot} wygrywa 10 000 zł!
Przez tydzień {feat} – oto efekty
{contest}: dzieci kontra dziadkowie
{show} | Sezon {n}, pierwszy odcinek
{show} – wielki finał! Kto wygrał?
Zbudowałem {build} w ogródku
Widzowie wybierają {decision}! Skończyło się tak…
Zamieniliśmy się {swap} na jeden dzień
$spot w pustym aquaparku; w zamku z kartonu; na bezludnej wyspie; w przyczepie kempingowej; w domku na drzewie; w najcichszym pokoju świata; na dmuchanym zamku; w labiryncie z kukurydzy; w starej latarni morskiej; w szklanej kostce
$feat nie używaliśmy telefonów; jedliśmy tylko zielone rzeczy; wstawaliśmy o 4 rano; mówiliśmy samymi pytaniami; chodziliśmy wszędzie pieszo; żyliśmy jak w latach 90.; gotowaliśmy bez przepisów; pisaliśmy lewą ręką; ani razu nie narzekaliśmy
$contest Chowany po ciemku; Bitwa na poduszki; Turniej kalamburów; Wojna na balony; Wielki quiz; Podchody; Wyścig w workach; Turniej szachowy; Karaoke bez tekstu
$show Kuchnia na Krawędzi; Wyspa Nieznajomych; Mistrzowie Poddasza; Głosy Miasta; Pokój Zagadek; Taniec przez Dekady; Skarb z Piwnicy; Randka na Rowerach; Sąsiedzi kontra Sąsiedzi
$build kolejkę górską; tajną bibliotekę; kino letnie; tor do minigolfa; saunę z palet; wielki tor dla kulek; piec do pizzy; domek na kółkach; most linowy
$decision nasze śniadanie; trasę podróży; moją fryzurę; imię dla łódki; kolor salonu; mój strój; naszą kolację; prezent dla żony; film na wieczór
$swap mieszkaniami; pracą; telefonami; ubraniami; rolami w domu; samochodami; rowerami; kontami w grze; planem dnia
@20 Pikselowa Pani; Wujek Respawn; GrzybGra; Kanapowy Kapitan; Zośka Gra; LagowyLeon; Nocny Tryb; Kubek i Pad; ŻabaGaming; Dwa Żetony
#zagrajmy; gry
Przeżyłem 100 dni w {game}
{game}, ale wszystko jest {twist}
~{game} – oficjalny zwiastun
Ukryte zakończenie {game}, którego nikt nie zauważył
Przechodzę {game} {handicap}
{game} #{n} – {event}
Nowa aktualizacja {game}: {change}! 🐉
!🔴 LIVE: {game} z widzami – wpadajcie
$twist do góry nogami; z sera; 10 razy szybsze; niewidzialne; losowe; czarno-białe; malutkie; ze śniegu; sterowane głosem
$handicap na macie do tańczenia; na kierownicy; jedną ręką; bez mapy; z babcią; na gitarze; z zamkniętymi oczami; bez skakania; z kotem na klawiaturze
$event Pierwsza noc i od razu wpadka; Budujemy zamek; Smok wrócił; Zgubiłem wszystko; Tajne przejście; Wielka wyprawa; Nowy członek ekipy; Farma marzeń; Boss, który tańczy
$change wreszcie łodzie; smoki do oswojenia; tryb współpracy; nocny targ; cztery pory roku; domy graczy; sterowce; łowienie ryb; jazda na kozach
@17 Skrót Dnia; Trybuna Północ; Boisko za Blokiem; Sport od Kuchni; Rzut za Trzy; Ostatnia Prosta; Narożnik TV; Śnieg i Narty; Ring Wolny
#skrót meczu; sport
{team} – {rival} {score} | Skrót meczu
Szalona końcówka! {team} – {rival} {score} 🔥
Gol z połowy boiska! {team} – {rival}
Nowy rekord! {athlete} – {discipline}
Kulisy treningu: {athlete}
$team Sokół Modrzewo; Orkan Lipnica; Huragan Jaworowo; Iskra Dębowiec; Grom Wierzbno; Kolejarz Olszany; Stal Zielony Most; Fala Brody; Błyskawica Stawy; Tęcza Łęgi
$rival Czarni Wrzosów; Leśnik Borowo; Metal Kuźnica; Rybak Jezioro; Górnik Skałka; Zryw Polana; Wiatrak Młyny; Delta Przystań; Jutrzenka Sady
$athlete Maja Wróblewska; Antoni Głaz; Kacper Dudziński; Hanna Zorza; Szymon Krępa; Julia Świerk; Natan Wołek; Ewa Łoś; Bartek Żuraw
$discipline skok o tyczce; maraton; 400 m przez płotki; skok w dal; kajak na 500 m; wspinaczka na czas; rzut młotem; chód na 20 km; 200 m stylem dowolnym
@22 Ania bez Filtra; Nasz Stary Dom; Piotrek na Wsi; Codziennie Coś; Kasia i Bruno; Życie na Barce; Mieszkanie 12; Pielęgniarka Ola; Spacer z Wojtkiem; Domek pod Lasem
#codzienność; vlog
Mój dzień w pracy | {job}
Kupiliśmy {property} i nie wiemy, co dalej…
Pokazujemy {property} po remoncie 🏡
Muszę wam coś powiedzieć: {update}
Szykuj się ze mną {occasion}
Odpowiadam na wasze pytania {where}
$job latarnik; maszynistka; pszczelarka; nocny piekarz; weterynarz w zoo; księgarka; leśniczy; kapitan promu; cukiernik; badaczka Arktyki
$property opuszczone gospodarstwo; starą remizę; stuletnią chatę; barkę; wiejską szkołę; wiatrak; domek na wyspie; wagon kolejowy; dawną piekarnię
$update przeprowadzamy się; rzucam pracę; będą bliźniaki!; zdałam egzamin 🎉; adoptowaliśmy psa; zaręczyliśmy się; sprzedajemy kampera; otwieramy sklep; przebiegłem maraton
$occasion na wesele siostry; na pierwszą randkę; na studniówkę; na egzamin; na rozmowę o pracę; do teatru; na deszczowy poniedziałek; na koncert; na urodziny babci
$where na spacerze; podczas gotowania; w pociągu; w ogrodzie; przy śniadaniu; na rowerze; w kajaku; na grzybach; w drodze nad morze
@23 Kabaret Pod Ręką; Śmiech na Klatce; Szwagier TV; Minuta Absurdu; Pan Kanapka; Trzecia Zmiana; Skecz na Wynos; Standup w Piwnicy; Sąsiad z Góry
#skecz; komedia
Kiedy {situation} 😂
POV: {situation} #shorts
{scene} | Skecz, odcinek {n}
Stand-up: {subject}
$situation babcia odkrywa wiadomości głosowe; drukarka wyczuwa strach; tata widzi zapalone światło; kot dołącza do wideorozmowy; ktoś mówi „mam krótkie pytanie”; próbujesz wyjść z imprezy; internet nie działa od pięciu minut; sąsiad zaczyna wiercić; grupa planuje wspólny wyjazd
$scene U lekarza; Zebranie wspólnoty; Wesele u kuzyna; Rozmowa o pracę; W urzędzie; Kolejka na poczcie; Przegląd samochodu; Pierwszy dzień na siłowni; Obiad u teściów
$subject dlaczego nie rozumiem jogi; mój teść i grill; wakacje z dziećmi; inteligentna lodówka; karta lojalnościowa; sąsiedzi i wiertarka; szkolne przedstawienie; biwak w deszczu; kurs prawa jazdy
@1 Kino Latarnia; Papierowa Łódka; Studio Świetlik; Zwiastun Tygodnia; Druga Szpula; Pod Ekranem; Mała Klatka; Północ Film
#zwiastun; film
~{film} – oficjalny zwiastun
„{film}” – zakończenie wyjaśnione
„{film}” – film krótkometrażowy
~{film} | Fragment filmu
$film Ostatni latarnik; Popiół i żar; Dokąd lecą gęsi; Mapa cichych miejsc; Jedenaścioro drzwi; Droga solna; Zimowy mechanik; Dobranoc, kapitanie; Córka szkutnika; Dom przy Lipowej
@26 Kuchnia Pod Lipą; Szybka Patelnia; Chleb i Zakwas; Ciasto na Niedzielę
#kuchnia; przepis
{dish} – przepis, który zawsze się udaje
{dish} jak u babci 😋
@26 Naprawia Kryśka; Igła i Nitka; Cierpliwy Ogrodnik; Warsztat u Zenka; Porządek Musi Być
#zrób to sam; poradnik
Jak {task}? Prosty sposób
Wszyscy popełniają ten błąd! Jak {task}
$dish Pierogi ruskie; Żurek; Sernik; Placki ziemniaczane; Rosół; Szarlotka; Gołąbki; Barszcz; Kopytka; Racuchy; Bigos
$task odnowić stare drzwi; przyciąć róże; naostrzyć nóż; naprawić cieknący kran; zasiać szczypiorek na parapecie; uszyć torbę; spakować się w jeden plecak; złożyć prześcieradło z gumką; wyczyścić piekarnik
@25 Poranny Przegląd; Wieści z Rynku; Puls Okolicy; Serwis o Dziewiątej; Obiektyw na Miasto; Pogoda na Jutro; Głos Doliny
#informacje; wiadomości
{headline} {in}
Pogoda {in}: {weather}
Wyjaśniamy: dlaczego {topic}
$headline Nowy most otwarty; Rekordowe targi książki; Uratowane kino znów działa; Pierwszy nocny pociąg; Wielka parada lampionów; Największy mural w kraju; Tłumy na jarmarku; Bociany już są; Szkoła z nagrodą za robota
$weather ulewy do piątku; pierwszy przymrozek; silny wiatr w nocy; gęsta mgła na drogach; burze wieczorem; upał nie odpuszcza; śnieg z deszczem; wreszcie słońce; nagłe ochłodzenie
$topic pociągi są coraz cichsze; pszczoły lubią miasta; wciąż przestawiamy zegarki; wracają papierowe mapy; wszyscy pieką chleb; rzeki zmieniają bieg; biblioteki znów są pełne; księżyc wydaje się większy; tramwaje wracają do miast
@28 Laboratorium w Garażu; Ciekawe Obwody; Nauka przy Herbacie; Rozkręcone; Orbita; Bateria 5%; Głębokie Pole
#recenzja; technologia
{gadget} – recenzja po 30 dniach
Rozkręciłem {gadget}. Co jest w środku?
Co się stanie, gdy {experiment}?
$experiment zamrozisz miód; zadzwonisz dzwonkiem w próżni; powiększysz piasek 500 razy; zapalisz tysiąc świeczek na lodzie; zakręcisz wodą bardzo szybko; nagrasz deszcz w zwolnionym tempie; połączysz 500 magnesów; zagotujesz wodę na szczycie góry; dron wleci w bańkę mydlaną
@15 Zwierzaki z Podwórka; Kot Prezes; Psia Kanapa; Jeż w Ogrodzie; Kozy i Spółka; Wydra Wanda
#śmieszne zwierzęta; zwierzęta
{animal} pierwszy raz widzi {sight} 🥹
{animal} nie chce {refusal}
$animal Szczeniak; Rudy kot; Mała kózka; Stary owczarek; Papuga Gienek; Jeżyk; Wielki królik; Osiołek; Lisek
$sight śnieg; morze; odkurzacz; swoje odbicie; kaczątka; bańki mydlane; dmuchany basen; jesienne liście; wielką piłkę
$refusal wyjść z wanny; oddać kapcia; wysiąść z autobusu; zejść z kanapy; wstać z łóżka; iść na spacer w deszczu; przestać śpiewać; wpuścić psa; oddać poduszki
@2 Garaż pod Chmurką; Zardzewiałe Skarby; Na Prądzie; Dwusuw; Powolny Pas; Stodoła i Silnik
#renowacja; motoryzacja
Odpalamy {car} po 30 latach w stodole
Przez całą Polskę {ride}
$car traktor dziadka; zapomnianą furgonetkę; kampera z lat 70.; stary autobus; pierwszy motorower; wóz strażacki; małe coupé; ciężarówkę pocztową; zabytkowy skuter
$ride traktorem; starym autobusem; na hulajnodze; kamperem bez silnika; skuterem; drezyną; elektrykiem na jednym ładowaniu; motorowerem; autostopem
@19 Plecak i Mapa; Nocny Wagon; Poza Sezonem; Bilet w Jedną Stronę; Promem Dookoła
#blog podróżniczy; podróże
{journey} – czy warto?
$journey 48 godzin w pociągu sypialnym; Najtańsza kajuta na promie; Tydzień pieszo przez góry; Biwak na zamarzniętym jeziorze; Hotel z lodu; Kolejka na sam szczyt; Trzy wyspy w jeden dzień; Rowerem wzdłuż wybrzeża; Noc w schronisku
@27 Kreda i Tablica; Historia na Kółkach; Ogród Liczb; Muzeum Słów; Ciekawy Atlas
#ciekawostki; edukacja
Dlaczego {question}? Wyjaśniamy w 10 minut
$question mapy zawsze kłamią; zamki mają okrągłe wieże; zero wymyślono tak późno; koty spadają na cztery łapy; nocą niebo jest ciemne; rzeki meandrują; mosty śpiewają; mówimy „cześć”; z kalendarza zniknęły dni
>Dzięki za oglądanie! Nowy film co tydzień.
>Zasubskrybuj kanał i kliknij dzwoneczek, żeby niczego nie przegapić 🔔
>Nagranie zajęło nam trzy dni i bardzo dużo herbaty.
>Napiszcie w komentarzach, co mamy zrobić następnym razem.
>Muzyka wykorzystana za zgodą autorów.
>Ogromne podziękowania dla wszystkich, którzy pomagali za kulisami.
>Więcej zdjęć: https://example.com/wiecej
>Cała seria czeka na playliście.
>Dostępne są napisy – włącz je przyciskiem CC.
>Współpraca: kontakt@example.com
>Wyślij ten film komuś, kto potrzebuje dziś uśmiechu.
`;
