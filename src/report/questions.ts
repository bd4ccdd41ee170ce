import { allowedDays } from '../core/retention.ts';
import type { ReportFacts, StoredFacts } from './facts.ts';

/** What a report answers, in this order: how each question is asked, and what its answer is called in a list of them. */
const questions = [
  { id: 'runs', name: 'Runs', question: 'Is the fetcher healthy?' },
  { id: 'top', name: 'On top now', question: 'What is on top now?' },
  { id: 'ranks', name: 'How it got there', question: 'How did it get there?' },
  { id: 'movers', name: 'Rising, new, gone', question: 'What is rising, new, gone?' },
  { id: 'spread', name: 'Spread', question: 'How does a hit spread from country to country?' },
  { id: 'shared', name: 'Shared', question: 'How much do regions share?' },
  { id: 'kinds', name: 'Categories, languages', question: 'Which categories and languages fill the charts?' },
] as const;

type Question = (typeof questions)[number];

/** How a form of the report answers each question, `undefined` where there is nothing to say; the compiler misses an answer. */
export type Answers<Answer> = Readonly<
  Record<'runs', (facts: ReportFacts) => Answer | undefined> &
    Record<Exclude<Question['id'], 'runs'>, (stored: StoredFacts) => Answer | undefined>
>;

/** The questions that there is anything to say to, each with its answer. */
export function answerQuestions<Answer>(facts: ReportFacts, answers: Answers<Answer>): (Question & { readonly answer: Answer })[] {
  return questions.flatMap((question) => {
    const { id } = question;
    const answer = id === 'runs' ? facts.health.runs > 0 && answers.runs(facts) : facts.stored && answers[id](facts.stored);
    return answer === undefined || answer === false ? [] : [Object.assign({ answer }, question)];
  });
}

/** What is said where there is nothing else to say. */
export const nothing = {
  compared: 'No run before the last one got any of its charts: there is nothing to compare it with yet.',
  spread: 'No video of these charts reached a second region while the vault was watching.',
} as const;

/** What a report says of itself. */
export const retentionRule = `YouTube allows data of its API to be kept for ${allowedDays} days, then it has to be refreshed or deleted`;
