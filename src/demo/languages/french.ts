/** What simulated uploaders say in French; every channel, artist, club and film is invented. */
export const french = `
@10 Lila Sauvage; Les Parapluies Bleus; Noé Amande; Demi-Lune; CÉLESTE ROY; La Troisième Corde; DJ Clémentine; Max Personne; Radio Cuisine; Fanfare du Quai; Inès et la Mer; Petit Tonnerre
#nouveauté; musique
{channel} – {song} (Clip officiel)
{channel} – {song} [Audio officiel]
{channel} – {song} (Paroles)
{channel} ft. {guest} – {song}
{channel} – {song} (version acoustique)
{channel} – {song} | En concert {in}
Comment on a écrit « {song} » | {channel} en studio
Toute la salle chante « {song} » 🥹 | {channel}
!🔴 Musique calme pour {activity} 24h/24 🎧
$song Sans parapluie; Encore janvier; Feux verts; Reste un peu; Le dernier bus; Je te raconterai; Rue sans nom; Cœur de papier; Doucement, rivière; Pourvu qu’il pleuve; Cinq balcons; Sucre et sel
$guest Petit Nuage; Rose Citron; Le Boulanger; Yara Dimanche; Tom Fenêtre; Nina Nuit; Monsieur Café; Lola Lion; Les Voisins
$activity étudier; travailler; lire; dormir; cuisiner; dessiner; tricoter; se détendre; coder
$in à Nantes; à Besançon; à Orléans; en Ardèche; à Brest; à Nîmes; en Alsace; à Angoulême; à Béziers; en Corrèze
$in@LU à Luxembourg; à Esch; à Echternach; à Vianden; à Clervaux; à Diekirch; à Mersch; à Remich; à Wiltz
@24 Canapé Sud; Le Grand Pari; L’Équipe Tulipe; Samedi Vingt Heures; Sans Scénario; Deux Pieds Gauches; Quiz en Cuisine; Le Van Jaune; Les Frères Sabot
#défi; divertissement
24 heures {spot} 😱
Le dernier {spot} gagne !
Une semaine {feat} : voilà le résultat
{contest} : enfants contre grands-parents
{show} | Saison {n}, épisode 1
{show} : la grande finale 🏆
Je construis {build} dans mon jardin
$spot dans un parc aquatique vide; dans un château en carton; sur une île déserte; dans une caravane minuscule; dans une cabane perchée; dans la pièce la plus silencieuse du monde; sur un château gonflable; dans un labyrinthe de maïs; dans un vieux phare; dans un cube de verre
$feat sans téléphone; à ne manger que du vert; à se lever à 4 h; à ne parler qu’en questions; à tout faire à pied; comme en 1985; à cuisiner sans recette; à écrire de la main gauche; à dormir en hamac
$contest Cache-cache dans le noir; Bataille d’oreillers; Mimes; Bombes à eau; Le grand quiz; Chasse au trésor; Course en sac; Tournoi d’échecs; Karaoké sans paroles
$show La Grande Fournée; L’Île des Inconnus; Battez l’Horloger; Voix en Cercle; La Maison des Énigmes; Cuisine au Bord; Danse des Décennies; Trésors du Grenier; Voisins contre Voisins
$build des montagnes russes; une bibliothèque secrète; un cinéma en plein air; une piste de billes géante; un sauna en palettes; un four à pizza; un minigolf; une maison flottante; un pont suspendu
@20 PixelPaulette; Tonton Respawn; Capitaine Canapé; GrenouilleJoue; Mode Nuit; LagLucie; DeuxJetons; Mamie Manette; MousseMaster
#gameplay; jeux vidéo
J’ai survécu 100 jours dans {game}
{game}, mais tout est {twist}
~{game} – Bande-annonce officielle
La fin secrète de {game} que personne n’a trouvée
Je finis {game} {handicap}
{game} #{n} : {event}
!🔴 LIVE : {game} avec vous
$twist en fromage; dix fois plus rapide; invisible; aléatoire; en noir et blanc; minuscule; en neige; à la voix; à l’envers
$handicap avec un tapis de danse; au volant; d’une seule main; sans carte; avec ma grand-mère; à la guitare; les yeux bandés; sans sauter; avec le chat sur le clavier
$event La première nuit tourne mal; On bâtit un château; Le dragon est revenu; J’ai tout perdu; Le passage secret; Le grand voyage; Un nouveau membre; La ferme de rêve; Un boss qui danse
@17 Coup de Sifflet; Tribune Nord; Terrain Vague TV; Le Dernier Tour; Corner; Sport à Table; Panier à Trois; Grand Large
#résumé; sport
{team} {score} {rival} | Le résumé
Fin de match folle ! {team} {score} {rival} 🔥
But du milieu de terrain ! {team} – {rival}
Nouveau record ! {athlete} – {discipline}
$score 3-1; 2-2; 4-0; 1-0; 5-4; 2-1; 3-3; 0-2; 6-2
$team AS Tilleul; FC Roseraie; Union Moulins-Neufs; Étoile de la Prairie; SC Grandchêne; US Pont-Clair; Racing Vallon; Faucons de Rivebelle; Jeunesse Aubépine
$rival FC Clairfontaine-Est; AS Ravin; Nautique Salines; SC Étangs; Condors du Sud; US Cerisaie; Cheminots de Lande; Saint-Telme FC; Olympique Pierreblanche
$athlete Lucie Brunel; Paul Hortal; Maëlle Penvern; Jules Rivoire; Amira Haddad; Émile Zérah; Noa Quéméneur; Thomas Caste; Sophie Grangé
$discipline saut à la perche; marathon; 400 mètres haies; saut en longueur; kayak; escalade de vitesse; lancer du marteau; marche; 200 mètres nage libre
@22 Anna Sans Filtre; Notre Vieille Maison; Lucas aux Champs; Un Peu Chaque Jour; Katia & Bruno; Vivre en Péniche; Appart 12; Balades avec Rémi; Cabane des Bois
#quotidien; vlog
Une journée dans ma vie : {job}
On a acheté {property} et on ne sait plus quoi faire…
J’ai quelque chose à vous dire : {update}
Préparez-vous avec moi pour {occasion}
$job gardien de phare; infirmière de nuit; conductrice de train; apiculteur; vétérinaire au zoo; libraire; garde forestier; capitaine de ferry; pâtissière; chercheuse polaire
$property une ferme abandonnée; une caserne de pompiers; une maison de 300 ans; une péniche; une école de village; un moulin; une cabane sur une île; un wagon; une ancienne boulangerie
$update on déménage; je démissionne; ce sont des jumeaux !; j’ai réussi l’examen 🎉; le chien arrive; on se marie; on vend le van; on ouvre une boutique; j’ai couru un marathon
$occasion le mariage de ma sœur; un premier rendez-vous; le bal; l’examen; un entretien; le théâtre; un lundi de pluie; le concert; l’anniversaire de mamie
@23 Cabaret de la Cave; Humour Sec; Beauf TV; Une Minute Absurde; Monsieur Tartine; La Troisième Équipe; Rires dans l’Escalier; Le Voisin du Dessus
#sketch; humour
Quand {situation} 😂
POV : {situation} #shorts
{scene} | Sketch {n}
$situation mamie découvre les messages vocaux; l’imprimante sent ta peur; papa voit une lumière allumée; le chat rejoint la visio; quelqu’un a « une petite question »; tu essaies de quitter une fête; le wifi saute cinq minutes; le voisin commence à percer; le groupe organise un voyage
$scene Chez le médecin; La réunion de copropriété; Le mariage du cousin; L’entretien; Au guichet; La queue à la boulangerie; La réunion parents-profs; Premier jour de sport; Dîner chez les beaux-parents
@1 Cinéma du Phare; Bateau de Papier; Studio Luciole; Deuxième Bobine; Sous l’Écran; Films du Nord-Est
#bande-annonce; cinéma
~{film} – Bande-annonce officielle
{film} : la fin expliquée
« {film} » | Court métrage
$film Le dernier allumeur; Cendre et braise; Où vont les oies; La carte des lieux calmes; Onze portes; La route du sel; La mécanicienne des neiges; Bonne nuit, capitaine; Minuit rue du Tilleul
@26 Cuisine Sous le Tilleul; Poêle Express; Pain et Temps
#cuisine; recette
{dish} : la recette toujours réussie
{dish} comme chez mamie 😋
@26 Rita Répare; Fil & Aiguille; Le Jardinier Patient; Tout en Ordre
#bricolage; tuto
Comment {task} facilement
$dish Tarte aux pommes; Crêpes; Gratin dauphinois; Soupe à l’oignon; Madeleines; Pot-au-feu; Mousse au chocolat; Quiche aux poireaux; Brioche
$task repeindre une vieille porte; tailler les rosiers; aiguiser un couteau; réparer un robinet qui fuit; cultiver des herbes à la fenêtre; coudre un sac; voyager avec un sac à dos; plier un drap-housse; réparer une crevaison
@25 Tour du Matin; Regard sur la Ville; Nouvelles du Marché; Neuf Heures Pile; La Météo Demain; La Ronde
#actualité; infos
{headline} {in}
Météo {in} : {weather}
$headline Un nouveau pont ouvre; Record au salon du livre; Le vieux cinéma rouvre; Premier train de nuit; Grand défilé de lanternes; Une fresque géante; Foule au marché; Les cigognes sont de retour; Une école primée
$weather pluie jusqu’à vendredi; première gelée; vent fort cette nuit; brouillard épais; orages ce soir; la chaleur persiste; enfin du soleil; chute des températures; ciel dégagé
@28 Labo du Garage; Circuits Curieux; Sciences au Café; Démonté; En Orbite
#test; technologie
{gadget} : la vérité après 30 jours
Je démonte : {gadget}. Qu’y a-t-il dedans ?
Que se passe-t-il si {experiment} ?
$experiment on congèle du miel; une cloche sonne dans le vide; on grossit du sable 500 fois; mille bougies touchent la glace; l’eau tourne très vite; on filme la pluie au ralenti; on empile 500 aimants; on fait bouillir de l’eau en altitude; un drone entre dans une bulle
@15 Bêtes de la Cour; Chat Chancelier; Deux Chiens Un Canapé; Otto la Loutre
#mignon; animaux
{animal} découvre {sight} pour la première fois 🥹
$animal Chiot; Chat endormi; Petite chèvre; Vieux berger; Le perroquet Gaston; Minuscule hérisson; Lapin géant; Âne timide; Renardeau
$sight la neige; la mer; un robot aspirateur; un miroir; des canetons; des bulles; une piscine; les feuilles d’automne; un énorme ballon
@2 Garage en Plein Air; Trésors Rouillés; Deux Temps; Grange & Moteur
#restauration; auto
On démarre {car} après 30 ans en grange
$car le tracteur de papi; une camionnette oubliée; un camping-car des années 70; un vieux bus; une première mobylette; un camion de pompiers; un petit coupé; une voiture postale; un vieux scooter
@19 Sac et Carte; Carnets de Train; Hors Saison; Aller Simple
#voyage; vlog voyage
{journey} : ça vaut le coup ?
$journey 48 heures en train-couchettes; La cabine la moins chère; Une semaine à pied; Camper sur un lac gelé; Un hôtel de glace; Le téléphérique le plus haut; Trois îles en un jour; La côte à vélo; Une nuit dans un phare
@27 Craie & Tableau; L’Histoire sur Roues; Jardin des Nombres; Musée des Mots
#expliqué; éducation
Pourquoi {question} ? Expliqué en 10 minutes
$question les cartes mentent; les châteaux ont des tours rondes; le zéro est venu si tard; les chats retombent sur leurs pattes; la nuit est noire; les rivières serpentent; les ponts chantent; on dit « salut »; il manque des jours au calendrier
>Merci d’avoir regardé ! Une nouvelle vidéo chaque semaine.
>Abonnez-vous et activez la cloche pour ne rien manquer 🔔
>Tourné en trois jours avec une toute petite équipe.
>Dites-nous en commentaire ce qu’on doit essayer ensuite.
>Musique utilisée avec l’accord des artistes.
>Un grand merci à tous ceux qui ont aidé en coulisses.
>Plus de photos : https://example.com/plus
>Toute la série est dans la playlist.
>Sous-titres disponibles avec le bouton CC.
>Contact : bonjour@example.com
>Envoyez cette vidéo à quelqu’un qui a besoin d’un sourire.
`;
