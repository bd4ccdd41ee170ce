/** Beginnings and ends of titles as they chart, in the scripts in which they do; one of each makes 60 to 100 characters. */
const beginnings = [
  'I Survived 100 Days in a Nuclear Bunker and This Is What Happened Next',
  '【公式】劇場版「夜明けのヴィザード」特報映像第二弾・主題歌初解禁・全国劇場ロードショー',
  'OFICJALNY ZWIASTUN: Najdłuższa podróż świata — Żółć, gęś i jaźń na ścieżce',
  '[MV] 별빛 아래에서 우리가 다시 만날 때까지 기다릴게요 (Under the Starlight)',
  'مسلسل ليالي الشتاء الحلقة الخامسة والعشرون كاملة بجودة عالية مع الترجمة',
  'दिल की बात | नया हिंदी गाना 2026 | सबसे दर्द भरा लव सॉन्ग | पूरा वीडियो',
  'GOL NO ÚLTIMO MINUTO! Melhores momentos da final do campeonato brasileiro',
  '史上最強的對決！冠軍賽最後三分鐘完整重播，全場觀眾都站起來了，太不可思議',
  'Официальный трейлер: Последний поезд на север, премьера уже этой зимой',
  'Why Does Nobody Talk About This? The Engineering Behind a 3,000 Year Old Dam',
] as const;

const ends = [
  ' | Official Video',
  ' ft. DJ Łukasz & MØ',
  ' 🔥🔥🔥',
  ' (4K)',
  ' #shorts',
  ' – Part 2',
  ' 完全版',
  ' ❤️‍🔥 LIVE',
  ' [ENG SUB]',
] as const;

/** The title of a video, by its number. */
export function madeUpTitle(video: number): string {
  return `${beginnings[video % beginnings.length]}${ends[video % ends.length]} ${video % 89}`;
}
