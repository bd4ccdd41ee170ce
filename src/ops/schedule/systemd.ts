import { hourMs, writeDuration } from '../../core/duration.ts';
import type { ScheduleFile, Setting } from './schedule.ts';
import { fetchWords, minutesOf, scheduleCall } from './words.ts';

/** A service and the timer that starts it. */
export function renderSystemd(setting: Setting): readonly ScheduleFile[] {
  return [
    { name: 'vault.service', text: renderService(setting) },
    { name: 'vault.timer', text: renderTimer(setting) },
  ];
}

function renderService(setting: Setting): string {
  const { node, script, folder, user, everyMs, database } = setting;
  // An hour must have passed, or half a shorter pace: a machine that is started again and again would fetch each time. Not the whole
  // pace, for the timer counts anew from a start that fetched nothing.
  const afterBootMs = Math.min(hourMs, Math.max(60_000, Math.floor(everyMs / 120_000) * 60_000));
  const words = [script, ...fetchWords(afterBootMs, database)].map((word) => quote(word.replaceAll('$', '$$$$')));
  const install = `${scheduleCall('systemd', setting, { sudo: true })} --into /etc/systemd/system`;
  return `# Install: ${install} && sudo systemctl daemon-reload && sudo systemctl enable --now vault.timer
[Unit]
Description=Fetch YouTube's charts into the vault
Wants=network-online.target
After=network-online.target
# A run that fails is tried again for as long as it takes.
StartLimitIntervalSec=0

[Service]
Type=oneshot
User=${user}
WorkingDirectory=${specifiers(folder)}
EnvironmentFile=-${specifiers(globless(folder))}/.env
# The timer keeps the pace; --if-older-than only keeps a start soon after the last run, as after a reboot, from fetching twice.
ExecStart=${quote(node)} ${words.join(' ')}
# 3: some regions failed, the others are stored. 64, 70, 77 and 78 need somebody to look: see vault doctor.
SuccessExitStatus=3
Restart=on-failure
RestartSec=${span(Math.min(hourMs, everyMs))}
RestartPreventExitStatus=64 70 77 78
NoNewPrivileges=yes
`;
}

function renderTimer({ everyMs }: Setting): string {
  return `[Unit]
Description=Fetch YouTube's charts every ${writeDuration(minutesOf(everyMs) * 60_000)}

[Timer]
# Evenly, from the start of one run to that of the next. A service that is still active is not started twice.
OnUnitActiveSec=${span(minutesOf(everyMs) * 60_000)}
OnBootSec=5min
RandomizedDelaySec=${Math.min(240, minutesOf(everyMs) * 6)}s
AccuracySec=1min

[Install]
WantedBy=timers.target
`;
}

/** As systemd.time(7) writes it, where `m` might be taken for months. */
function span(ms: number): string {
  return writeDuration(ms).replace(/m$/, 'min');
}

/** A word of a command line: systemd.service(5), "Command lines". */
function quote(word: string): string {
  return `"${specifiers(word)
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)}"`;
}

/** A percent sign begins a specifier in every value. */
function specifiers(text: string): string {
  return text.replaceAll('%', '%%');
}

/** EnvironmentFile= is a pattern of files. */
function globless(path: string): string {
  return path.replace(/[*?[\\]/g, String.raw`\$&`);
}
