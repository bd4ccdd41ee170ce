import { type Random, shuffle } from './random.ts';
import type { TitlePattern } from './vocabulary.ts';

/** A pattern, and which words its gaps take. */
export interface Card {
  readonly pattern: TitlePattern;
  /** Differs between all cards of one category that are dealt in the same round. */
  readonly turn: number;
}

/** Deals the card of a place, which may be negative, to player 0, 1 or 2; the three are a third of the deck apart. */
export type Deck = (place: number, player: number) => Card;

/**
 * Patterns in a shuffled order: each is dealt once before any is dealt again, so that a chart does not repeat itself.
 *
 * Drawing at random could not promise that: among 25 draws from 60 patterns, some nearly always meet.
 */
export function createDeck(random: Random, patterns: readonly TitlePattern[]): Deck {
  const dealt = new Map<number, number>();
  const cards = shuffle(random, patterns).map((pattern) => {
    const seat = dealt.get(pattern.category) ?? 0;
    dealt.set(pattern.category, seat + 1);
    return { pattern, seat };
  });
  return (place, player) => {
    const shifted = place + Math.floor((player * cards.length) / 3);
    const round = Math.floor(shifted / cards.length);
    const { pattern, seat } = cards[shifted - round * cards.length] as (typeof cards)[number];
    return { pattern, turn: seat + 3 * round + player };
  };
}
