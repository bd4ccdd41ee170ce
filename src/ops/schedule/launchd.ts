import type { ScheduleFile, Setting } from './schedule.ts';
import { stepOf } from './trigger.ts';
import { fetchWords, minutesOf, randomDelay, scheduleCall, shellWord } from './words.ts';

const label = 'org.viralvidvault.fetch';

/** A property list for the user's own launchd. */
export function renderLaunchd(setting: Setting): readonly ScheduleFile[] {
  const { node, script, folder, everyMs, database } = setting;
  const everyMinutes = minutesOf(everyMs);
  const delaySeconds = Math.min(240, Math.floor(everyMinutes * 60 * 0.02));
  // The words of the command are arguments of the shell, so that it reads none of them.
  const words = [
    '/bin/sh',
    '-c',
    `${randomDelay(delaySeconds)}; exec "$0" "$@"`,
    node,
    script,
    ...fetchWords(everyMinutes * 60_000, database),
  ];
  const name = `${label}.plist`;
  const install = `${scheduleCall('launchd', setting, { write: commentWord })} ${commentWord('--into')} ~/Library/LaunchAgents`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Install: ${install} && launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/${name}
     launchd skips the intervals that fall into sleep, and starts no job twice. So it looks more often than it fetches, and the age of the
     last run decides; a missed or failed run is made up for at the next look. Settings are read from .env in the working directory. -->
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${label}</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${escapeXml(word)}</string>`).join('\n')}
  </array>
  <key>WorkingDirectory</key>
  <string>${escapeXml(folder)}</string>
  <key>StartInterval</key>
  <integer>${stepOf(everyMinutes) * 60}</integer>
  <key>RunAtLoad</key>
  <true/>
  <key>ProcessType</key>
  <string>Background</string>
  <key>StandardOutPath</key>
  <string>${escapeXml(`${folder}/vault.log`)}</string>
  <key>StandardErrorPath</key>
  <string>${escapeXml(`${folder}/vault.log`)}</string>
</dict>
</plist>
`;
  return [{ name, text }];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A word of a shell's command line without two hyphens in a row, which spoil a comment: the shell reads the same. */
function commentWord(word: string): string {
  const written = shellWord(word);
  // Within quotes, they are closed and opened again between the two.
  return written.replaceAll(/(?<=-)-/g, written === word ? String.raw`\-` : "''-");
}
