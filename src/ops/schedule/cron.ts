import type { ScheduleFile, Setting } from './schedule.ts';
import { planTrigger } from './trigger.ts';
import { describeTrigger, fetchWords, minutesOf, randomDelay, scheduleCall, shellWord } from './words.ts';

/** A line for the user's crontab. */
export function renderCron(setting: Setting): readonly ScheduleFile[] {
  const { node, script, folder, everyMs, minute, database } = setting;
  const everyMinutes = minutesOf(everyMs);
  const trigger = planTrigger(everyMinutes, minute);
  const fetch = [node, script, ...fetchWords(trigger.guarded ? everyMinutes * 60_000 : undefined, database)].map(shellWord).join(' ');
  const command = `cd ${shellWord(folder)} && ${randomDelay(trigger.delaySeconds)} && ${fetch}`;
  const evenNote = 'Cron goes by local time: when clocks change, one gap is an hour longer or shorter.';
  const text = [
    `# Install: (crontab -l; ${scheduleCall('cron', setting)}) | crontab -`,
    `# ${describeTrigger(trigger, everyMinutes, evenNote)}`,
    `# Settings are read from ${folder}/.env. Runs do not overlap: the vault's lock turns a second one away. Cron mails what is printed: failures.`,
    // Cron takes a bare % for the end of the line.
    `${trigger.fields} ${command.replaceAll('%', String.raw`\%`)}`,
    '',
  ];
  return [{ name: 'vault.crontab', text: text.join('\n') }];
}
