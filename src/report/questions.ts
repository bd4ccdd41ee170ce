/** What a report answers, in this order: how each question is asked, and what its answer is called in a list of them. */
export const questions = [
  { id: 'runs', name: 'Runs', question: 'Is the fetcher healthy?' },
  { id: 'top', name: 'On top now', question: 'What is on top now?' },
  { id: 'ranks', name: 'How it got there', question: 'How did it get there?' },
  { id: 'movers', name: 'Rising, new, gone', question: 'What is rising, new, gone?' },
  { id: 'spread', name: 'Spread', question: 'How does a hit spread from country to country?' },
  { id: 'shared', name: 'Shared', question: 'How much do regions share?' },
  { id: 'kinds', name: 'Categories, languages', question: 'Which categories and languages fill the charts?' },
] as const;

export type QuestionId = (typeof questions)[number]['id'];

/** What is said where there is nothing else to say. */
export const nothing = {
  compared: 'No run before the last one got any of its charts: there is nothing to compare it with yet.',
  spread: 'No video of these charts reached a second region while the vault was watching.',
} as const;

/** YouTube's developer policies, III.E.4. */
export const retentionRule = 'YouTube allows data of its API to be kept for 30 days, then it has to be refreshed or deleted';
