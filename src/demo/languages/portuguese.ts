/** What simulated uploaders say in Portuguese; every channel, artist, club and film is invented. */
export const portuguese = `
@10 Luna Salgueiro; Os Guarda-Chuvas; Nico Amêndoa; Meia Sereia; VALENTINA SOLAR; A Terceira Corda; DJ Tangerina; Mateus Ninguém; Rádio Cozinha; Orquestra do Quintal; Inês e o Mar; Menino Trovão
#música nova; música
{channel} – {song} (Clipe Oficial)
{channel} – {song} [Áudio Oficial]
{channel} – {song} (Letra)
{channel} ft. {guest} – {song}
{channel} – {song} (versão acústica)
{channel} – {song} | Ao vivo {in}
Como nasceu “{song}” | {channel} no estúdio
Todo mundo canta “{song}” junto! 🥹 | {channel}
!🔴 Música calma para {activity} 24h 🎧
$song Sem guarda-chuva; Outra vez janeiro; Luzes verdes; Fica um pouco; O último ônibus; Amanhã te conto; Rua sem nome; Coração de papel; Devagar, rio; Tomara que chova; Cinco varandas; Açúcar e sal
$guest Nuvem Pequena; Rosa Limão; O Padeiro; Yara Domingo; Tito Janela; Nina Noite; Seu Café; Lola Leão; Os Vizinhos
$activity estudar; trabalhar; ler; dormir; cozinhar; desenhar; tricotar; descansar; programar
$in em Recife; em Curitiba; em Belém; em Salvador; em Goiânia; no Recôncavo; em Florianópolis; em São Luís; em Niterói; em Uberlândia
$in@PT no Porto; em Braga; em Évora; em Coimbra; nos Açores; em Faro; na Madeira; em Setúbal; em Viseu
@24 Sofá do Sul; A Grande Aposta; Equipe Tulipa; Sábado às Oito; Sem Roteiro; Dois Pés Esquerdos; Quiz na Cozinha; A Kombi Azulada; Irmãos Sapateiro
#desafio; entretenimento
24 horas {spot} 😱
O último {spot} ganha!
Uma semana {feat}: olha no que deu
{contest}: crianças contra avós
{show} | Temporada {n}, episódio 1
{show}: a grande final 🏆
Construí {build} no meu quintal
$spot em um parque aquático vazio; em um castelo de papelão; em uma ilha deserta; em um trailer minúsculo; em uma casa na árvore; na sala mais silenciosa do mundo; em um castelo inflável; em um labirinto de milho; em um farol antigo; em um cubo de vidro
$feat sem celular; comendo só verde; acordando às 4; falando só com perguntas; indo a pé para todo lado; vivendo como em 1985; cozinhando sem receita; escrevendo com a esquerda; dormindo na rede
$contest Esconde-esconde no escuro; Guerra de travesseiros; Mímica; Balões de água; O grande quiz; Caça ao tesouro; Corrida do saco; Torneio de xadrez; Karaokê sem letra
$show O Grande Forno; A Ilha dos Estranhos; Vença o Relojoeiro; Vozes em Roda; A Casa dos Enigmas; Cozinha no Limite; Dança das Décadas; Tesouros do Sótão; Vizinhos contra Vizinhos
$build uma montanha-russa; uma biblioteca secreta; um cinema ao ar livre; uma pista de bolinhas gigante; uma sauna de paletes; um forno de pizza; um minigolfe; uma casa flutuante; uma ponte suspensa
@20 PixelPaula; Tio Respawn; Capitão Sofá; SapoJoga; Modo Noturno; LagLúcia; DuasFichas; Vovó Gamer; MusgoMestre
#gameplay; jogos
Sobrevivi 100 dias em {game}
{game}, mas tudo é {twist}
~{game} – Trailer oficial
O final secreto de {game} que ninguém achou
Zerei {game} {handicap}
{game} #{n}: {event}
!🔴 AO VIVO: {game} com inscritos
$twist de queijo; dez vezes mais rápido; invisível; aleatório; em preto e branco; minúsculo; de neve; por voz; ao contrário
$handicap com um tapete de dança; com volante; com uma mão só; sem mapa; com a minha avó; com uma guitarra; de olhos vendados; sem pular; com o gato no teclado
$event A primeira noite deu errado; Construímos um castelo; O dragão voltou; Perdi tudo; A passagem secreta; A grande viagem; Um novo membro; A fazenda dos sonhos; Um chefão que dança
@17 Apito Final; Arquibancada Norte; Várzea TV; A Última Volta; Escanteio; Esporte na Mesa; Cesta de Três; Mar Aberto
#melhores momentos; esportes
{team} {score} {rival} | Melhores momentos
Virada incrível! {team} {score} {rival} 🔥
Gol do meio de campo! {team} x {rival}
Novo recorde! {athlete} – {discipline}
$score 3 x 1; 2 x 2; 4 x 0; 1 x 0; 5 x 4; 2 x 1; 3 x 3; 0 x 2; 6 x 2
$team Atlético Alameda; Ipê-Roxo FC; União Moinhos; Real Pradaria; Jequitibá EC; Ponte Alta SC; Estrela do Vale; Falcões da Ribeira; Juventude do Carvalhal
$rival Fonte Clara FC; Canavial EC; Náutico Salinas; Lagoas FC; Tucanos do Sul; Cerejal SC; Ferroviário do Outeiro; São Telmo FC; Olímpico Pedra Branca
$athlete Lúcia Brandão; Paulo Ortigão; Marina Penalva; Joaquim Rebouças; Amira Haddad; Emílio Zarate; Noa Quintão; Tomás Cáceres; Sofia Granja
$discipline salto com vara; maratona; 400 metros com barreiras; salto em distância; canoagem; escalada; lançamento do martelo; marcha atlética; 200 metros livre
@22 Ana sem Filtro; Nossa Casa Velha; Lucas no Interior; Todo Dia um Pouco; Cata e Bruno; Vida no Barco; Apê 12; Passeios com Raul; Cabana da Mata
#dia a dia; vlog
Um dia na minha vida: {job}
Compramos {property} e não sabemos o que fazer…
Preciso contar uma coisa: {update}
Arrume-se comigo para {occasion}
$job faroleiro; enfermeira da noite; maquinista; apicultora; veterinária do zoológico; livreiro; guarda-florestal; capitã de balsa; confeiteiro; pesquisadora polar
$property uma fazenda abandonada; um quartel de bombeiros; uma casinha de 300 anos; um barco; uma escola rural; um moinho; uma cabana em uma ilha; um vagão de trem; uma antiga padaria
$update vamos nos mudar; pedi demissão; são gêmeos!; passei na prova 🎉; o cachorro chegou; estamos noivos; vendemos a van; abrimos uma loja; corri uma maratona
$occasion o casamento da minha irmã; o primeiro encontro; a formatura; a prova; uma entrevista; o teatro; uma segunda chuvosa; o show; o aniversário da vovó
@23 Cabaré do Porão; Humor Seco; Cunhado TV; Um Minuto Absurdo; Seu Sanduíche; O Terceiro Turno; Risada na Escada; O Vizinho de Cima
#humor; comédia
Quando {situation} 😂
POV: {situation} #shorts
{scene} | Esquete {n}
$situation a vovó descobre o áudio; a impressora sente o seu medo; o pai vê uma luz acesa; o gato entra na chamada; alguém diz “é rapidinho”; você tenta sair de uma festa; o wifi cai por cinco minutos; o vizinho começa a furar; o grupo planeja uma viagem
$scene No médico; A reunião de condomínio; O casamento do primo; A entrevista; No cartório; A fila do pão; A reunião de pais; Primeiro dia de academia; Jantar com os sogros
@1 Cine Farol; Barquinho de Papel; Estúdio Vaga-lume; Segunda Bobina; Sob a Tela; Norte Filmes
#trailer; cinema
~{film} – Trailer oficial
{film}: o final explicado
“{film}” | Curta-metragem
$film O último acendedor; Cinza e brasa; Para onde vão os gansos; Mapa de lugares quietos; Onze portas; O caminho do sal; A mecânica da neve; Boa noite, capitão; Meia-noite na rua da Tília
@26 Cozinha do Limoeiro; Frigideira Rápida; Pão e Tempo
#cozinha; receita
{dish}: a receita que sempre dá certo
{dish} como na casa da vovó 😋
@26 Rita Conserta; Agulha e Linha; Horta Paciente; Tudo em Ordem
#dicas; faça você mesmo
Como {task} do jeito fácil
$dish Pão de queijo; Bolinho de chuva; Feijão tropeiro; Brigadeiro; Canja; Moqueca; Bolo de fubá; Pastel de forno; Arroz-doce
$task pintar uma porta velha; podar roseiras; afiar uma faca; consertar uma torneira; plantar ervas na janela; costurar uma bolsa; viajar com uma mochila; dobrar lençol de elástico; remendar um pneu de bicicleta
@25 Panorama da Manhã; Olhar da Cidade; Notícias da Feira; Nove em Ponto; O Tempo Amanhã; A Ronda
#atualidades; notícias
{headline} {in}
O tempo {in}: {weather}
$headline Nova ponte inaugurada; Recorde na feira do livro; Velho cinema reabre; Chega o primeiro trem noturno; Grande desfile de lanternas; Mural gigante; Multidão na feira; As garças voltaram; Prêmio para uma escola
$weather chuva até sexta; a primeira geada; vento forte à noite; neblina densa; trovoadas à tarde; o calor continua; enfim sol; queda de temperatura; céu limpo
@28 Laboratório da Garagem; Circuitos Curiosos; Ciência com Café; Desmontado; Em Órbita
#análise; tecnologia
{gadget}: a verdade depois de 30 dias
Desmontei: {gadget}. O que tem dentro?
O que acontece se {experiment}?
$experiment você congela mel; um sino toca no vácuo; você amplia areia 500 vezes; mil velas encontram gelo; a água gira muito rápido; você filma chuva em câmera lenta; você empilha 500 ímãs; você ferve água na montanha; um drone entra em uma bolha
@15 Bichos do Quintal; Gato Chanceler; Dois Cães e um Sofá; A Lontra Otto
#fofura; animais
{animal} vê {sight} pela primeira vez 🥹
$animal Filhote; Gato sonolento; Cabritinha; Velho pastor; Papagaio Germano; Ouriço; Coelho gigante; Burrinho tímido; Raposinha
$sight a neve; o mar; um robô aspirador; um espelho; patinhos; bolhas de sabão; uma piscina; folhas secas; uma bola enorme
@2 Garagem ao Ar Livre; Tesouros Enferrujados; Dois Tempos; Celeiro e Motor
#restauração; carros
Ligamos {car} depois de 30 anos
$car o trator do vovô; uma van esquecida; um trailer dos anos 70; um ônibus velho; a primeira mobilete; um caminhão de bombeiros; um cupê pequeno; um carro dos correios; uma lambreta antiga
@19 Mochila e Mapa; Trem da Noite; Baixa Temporada; Só Ida
#viagem; vlog de viagem
{journey}: vale a pena?
$journey 48 horas de trem; A cabine mais barata; Uma semana a pé; Acampar na neve; Um hotel de gelo; O bondinho mais alto; Três ilhas em um dia; O litoral de bicicleta; Uma noite em um farol
@27 Giz e Lousa; História sobre Rodas; Jardim dos Números; Museu das Palavras
#explicado; educação
Por que {question}? Em 10 minutos
$question os mapas mentem; os castelos têm torres redondas; o zero demorou tanto; os gatos caem de pé; o céu é escuro à noite; os rios fazem curvas; as pontes cantam; dizemos oi; faltam dias no calendário
>Obrigado por assistir! Toda semana tem vídeo novo.
>Inscreva-se e ative o sininho para não perder nada 🔔
>Gravado em três dias com uma equipe bem pequena.
>Conte nos comentários o que devemos tentar agora.
>Música usada com permissão dos artistas.
>Muito obrigado a todos que ajudaram nos bastidores.
>Mais fotos: https://example.com/mais
>A série completa está na playlist.
>Tem legenda: ative no botão CC.
>Contato: ola@example.com
>Mande este vídeo para alguém que precisa sorrir hoje.
`;
