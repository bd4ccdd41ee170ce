import { allowedDays } from '../../core/retention.ts';
import type { ScheduleFile, Setting } from './schedule.ts';
import { planTrigger } from './trigger.ts';
import { describeTrigger, fetchWords, minutesOf } from './words.ts';

/** A workflow for a repository that holds this program, packed; the paths of this machine mean nothing there. */
export function renderGithubActions({ everyMs, minute, isOnServer = false }: Setting): readonly ScheduleFile[] {
  const everyMinutes = minutesOf(everyMs);
  const trigger = planTrigger(everyMinutes, minute);
  const words = ['vault', ...fetchWords(trigger.guarded ? everyMinutes * 60_000 : undefined)].join(' ');
  const why = describeTrigger(trigger, everyMinutes, 'In UTC, which no summer time moves.');
  const delay = Math.max(1, Math.min(60, trigger.delaySeconds));
  const vault = isOnServer ? onServer : inCache;
  const text = `# Install: save this as .github/workflows/vault.yml in a private repository that holds what npm pack made of this program, and add ${vault.secrets}.
# ${why}
# GitHub starts schedules late or not at all when it is busy, at most every 5 minutes, and none after 60 days without a commit.
# What .env holds elsewhere goes into env below. ${vault.note}
name: vault
on:
  schedule:
    - cron: "${trigger.fields}"
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: vault
  cancel-in-progress: false
jobs:
  fetch:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    defaults:
      run:
        working-directory: \${{ github.workspace }}
    env:
      YOUTUBE_API_KEY: \${{ secrets.YOUTUBE_API_KEY }}
      VAULT_DB: ${vault.database}
      VAULT_RETENTION_DAYS: "${allowedDays}"
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install --global --allow-scripts=better-sqlite3 ./viralvidvault-*.tgz
${vault.before}      - name: Fetch
        run: sleep $((RANDOM % ${delay})) && ${words}
${vault.after}`;
  return [{ name: 'vault.yml', text }];
}

/** How a workflow comes by the vault, and what it does with it afterwards. */
interface Keeping {
  readonly secrets: string;
  readonly note: string;
  readonly database: string;
  readonly before: string;
  readonly after: string;
}

const onServer: Keeping = {
  secrets: 'the secrets YOUTUBE_API_KEY and VAULT_DB',
  note: 'The server of the vault has to let GitHub in: sslmode=verify-full in its address.',
  database: '${{ secrets.VAULT_DB }}',
  before: '',
  after: '',
};

const inCache: Keeping = {
  secrets: 'the secret YOUTUBE_API_KEY',
  note: `The vault is kept as a cache, and as an artifact for ${allowedDays} days: YouTube's rule.`,
  database: '${{ github.workspace }}/vault.db',
  before: `      - name: Bring the vault back
        uses: actions/cache/restore@v4
        with:
          path: vault.db
          key: vault-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: vault-
      - name: Remember what it holds
        id: before
        run: echo "hash=\${{ hashFiles('vault.db') }}" >> "$GITHUB_OUTPUT"
`,
  after: `      - name: Keep the vault
        if: \${{ !cancelled() && hashFiles('vault.db') != steps.before.outputs.hash }}
        uses: actions/cache/save@v4
        with:
          path: vault.db
          key: vault-\${{ github.run_id }}-\${{ github.run_attempt }}
      - name: Copy the vault
        if: \${{ !cancelled() && hashFiles('vault.db') != steps.before.outputs.hash }}
        run: vault backup copy.db --force
      - name: Keep the copy
        if: \${{ !cancelled() && hashFiles('copy.db') != '' }}
        uses: actions/upload-artifact@v4
        with:
          name: vault
          path: copy.db
          retention-days: ${allowedDays}
`,
};
