import { askingPages } from './help-asking.ts';
import { fetchingPages } from './help-fetching.ts';
import { keepingPages } from './help-keeping.ts';
import type { HelpPage } from './help-page.ts';
import { runsPages } from './help-runs.ts';
import { sharingPages } from './help-sharing.ts';

/** The help of every command, by its name; loaded only when somebody asks for help. */
export const helpPages: Readonly<Record<string, HelpPage>> = {
  ...fetchingPages,
  ...runsPages,
  ...askingPages,
  ...sharingPages,
  ...keepingPages,
};
