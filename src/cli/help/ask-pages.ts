import { exitCodes } from './exit-codes.ts';
import type { HelpGroup } from './pages.ts';

/** How the runs went, and what they found. */
export const askPages = {
  heading: 'Ask what was fetched',
  pages: {
    stats: {
      about: [
        'Shows the last run that ended, or another one: per region and in total, what failed, and when it last succeeded, how many ' +
          'videos are new, how many several regions share, and the quota used today, and when it resets.',
        'With --json it prints the document that vault fetch --json prints at the end of a run.',
      ],
      exitCodes: exitCodes.reading,
      examples: [
        ['vault stats', 'how the last run went'],
        ['vault stats --run 12 --json', 'run 12, for another program'],
      ],
      seeAlso: ['vault runs', 'vault fetch', 'vault top', 'vault doctor'],
    },
    runs: {
      about: [
        'Lists the runs in the vault, the newest first: when each started, how it ended, what it asked for, and how many videos it ' +
          'stored. A run that was killed is shown as interrupted, and holds nothing.',
      ],
      exitCodes: exitCodes.reading,
      examples: [
        ['vault runs', 'the last few'],
        ['vault runs --limit 100 --json', 'a hundred, for another program'],
      ],
      seeAlso: ['vault stats', 'vault doctor', 'vault prune'],
    },
    top: {
      about: [
        'Shows the videos of the last run that stored something, the most viewed first: their views, the growth per hour since the run ' +
          'before that saw them, and their ranks in every region. For a single region it is the chart itself, by rank.',
        '--run picks another run than the last one, and --since and --until a period, in which each video is shown as it was last seen.',
      ],
      exitCodes: exitCodes.reading,
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
        'Shows what is new in the charts, gone from them, risen, fallen and growing fastest since the run before; with --since or ' +
          '--until, between the first and the last run of that period.',
        'Only charts that both runs got whole are compared. Where a count fell, because YouTube corrected it, the fall is shown, and no ' +
          'rate.',
      ],
      exitCodes: exitCodes.reading,
      examples: [
        ['vault movers', 'since the run before'],
        ['vault movers --region PL,NL', 'in two regions'],
        ['vault movers --since 7d --limit 20 --json', 'in a week, twenty of each kind, for another program'],
      ],
      seeAlso: ['vault top', 'vault video', 'vault report', 'docs/data.md'],
    },
    video: {
      about: [
        'Shows all that is known of a video: what it is, its views and how they grew, its ranks in each chart and how many hours it was ' +
          'there, and how it spread from region to region.',
      ],
      exitCodes: exitCodes.reading,
      examples: [
        ['vault video dQw4w9WgXcQ', 'by its id'],
        ['vault video https://youtu.be/dQw4w9WgXcQ --json', 'by its address, for another program'],
        ['vault video -- -xQw4w9WgXc', 'an id that begins with a dash'],
      ],
      seeAlso: ['vault search', 'vault top', 'vault movers'],
    },
    overlap: {
      about: [
        'Shows how many videos each pair of regions shares, in the last run, in another, or in a period, and their Jaccard index: the ' +
          'videos in both, divided by the videos in either.',
      ],
      exitCodes: exitCodes.reading,
      examples: [
        ['vault overlap', 'in the last run'],
        ['vault overlap --since 30d --region PL,NL,SE,NO,AT', 'of five regions, in a month'],
        ['vault overlap --run 12 --json', 'run 12, for another program'],
      ],
      seeAlso: ['vault top', 'vault report', 'docs/data.md'],
    },
    search: {
      about: [
        'Finds videos by words of their title, channel, tags and description; a match in an earlier one of these ranks higher. All ' +
          'words have to be there; of the last one the beginning is enough. Accents do not matter: lodz finds Łódź.',
        'A vault made by an older version gets its index of words at the next vault fetch.',
      ],
      exitCodes: { ...exitCodes.reading, 64: 'wrong usage, or words without a letter or a digit' },
      examples: [
        ['vault search lodz', 'one word'],
        ['vault search official music --language pl --since 30d', 'two words, in Polish, within a month'],
        ['vault search 東京 --json', 'in any writing, for another program'],
      ],
      seeAlso: ['vault video', 'vault top', 'vault export'],
    },
  },
} satisfies HelpGroup;
