import { reading } from './help-exit-codes.ts';
import type { HelpPage } from './help-page.ts';

/** What is asked about the charts that were stored. */
export const askingPages = {
  top: {
    about: [
      'Shows the videos of the last run that stored something, the most viewed first: their views, the growth per hour since the run ' +
        'before that saw them, and their ranks in every region. Of one region it is the chart itself, by rank.',
      'Instead of the last run --run names another, and --since and --until a period, of which each video is shown as it was last seen.',
    ],
    exitCodes: reading,
    examples: [
      ['vault top', 'what is on top now'],
      ['vault top --region PL --limit 50', 'the chart of Poland'],
      ['vault top --since 7d --category 10', "a week's music"],
      ['vault top --run 12 --json', 'run 12, for another program'],
    ],
    seeAlso: ['vault movers', 'vault video', 'vault search', 'vault report'],
  },
  movers: {
    about: [
      'Shows what is new in the charts, gone from them, risen, fallen and growing fastest since the run before; with --since or --until, ' +
        'between the first and the last run of that period.',
      'Only charts that both runs got whole are compared. A count that fell, because YouTube corrected it, is said to have fallen, and is ' +
        'no rate.',
    ],
    exitCodes: reading,
    examples: [
      ['vault movers', 'since the run before'],
      ['vault movers --region PL,NL', 'in two regions'],
      ['vault movers --since 7d --limit 20 --json', 'in a week, twenty of each kind, for another program'],
    ],
    seeAlso: ['vault top', 'vault video', 'vault report', 'docs/data.md'],
  },
  video: {
    about: [
      'Shows all that is known of a video: what it is, its views and how they grew, its ranks in each chart and the hours there, and how ' +
        'it spread from region to region.',
    ],
    exitCodes: reading,
    examples: [
      ['vault video dQw4w9WgXcQ', 'by its id'],
      ['vault video https://youtu.be/dQw4w9WgXcQ --json', 'by its address, for another program'],
      ['vault video -- -xQw4w9WgXc', 'an id that begins with a dash'],
    ],
    seeAlso: ['vault search', 'vault top', 'vault movers'],
  },
  overlap: {
    about: [
      'Shows how many videos each two regions share, in the last run, in another, or in a period, and their Jaccard index: the shared ' +
        'videos per videos in either of the two.',
    ],
    exitCodes: reading,
    examples: [
      ['vault overlap', 'in the last run'],
      ['vault overlap --since 30d --region PL,NL,SE,NO,AT', 'of five regions, in a month'],
      ['vault overlap --run 12 --json', 'run 12, for another program'],
    ],
    seeAlso: ['vault top', 'vault report', 'docs/data.md'],
  },
  search: {
    about: [
      'Finds videos by words of their title, channel, tags and description, in this order. All words have to be there; of the last one ' +
        'the beginning is enough. Accents do not matter: lodz finds Łódź.',
      'A vault that an older version made gets its index of words with the next vault fetch.',
    ],
    exitCodes: { ...reading, 64: 'wrong usage, also words without a letter or a digit' },
    examples: [
      ['vault search lodz', 'one word'],
      ['vault search official music --language pl --since 30d', 'two words, in Polish, within a month'],
      ['vault search 東京 --json', 'in any writing, for another program'],
    ],
    seeAlso: ['vault video', 'vault top', 'vault export'],
  },
} satisfies Readonly<Record<string, HelpPage>>;
