import { VaultError } from '../../core/errors.ts';
import { renderCron } from './cron.ts';
import { renderGithubActions } from './github-actions.ts';
import { renderKubernetes } from './kubernetes.ts';
import { renderLaunchd } from './launchd.ts';
import { renderSystemd } from './systemd.ts';

/** Where the program and its vault are, and how often it is to run. Paths are absolute. */
export interface Setting {
  readonly node: string;
  /** The script that node runs. */
  readonly script: string;
  /** The working directory, in which `.env` is. */
  readonly folder: string;
  readonly user: string;
  /** The vault, where neither the default nor `.env` says so: only this machine's own schedulers are told of it. */
  readonly database?: string | undefined;
  /** Whether a server keeps the vault, so that there is nothing to keep beside the program. No file is told of its address. */
  readonly isOnServer?: boolean;
  /** Whole minutes, for no scheduler here but systemd knows seconds. */
  readonly everyMs: number;
  /** Of the hour, 0 to 59: not the same for every vault, so that not all ask at the full hour. */
  readonly minute: number;
}

/** A file as it is to be installed. */
export interface ScheduleFile {
  readonly name: string;
  readonly text: string;
}

const renderers = {
  systemd: renderSystemd,
  cron: renderCron,
  launchd: renderLaunchd,
  'github-actions': renderGithubActions,
  kubernetes: renderKubernetes,
};

export type ScheduleKind = keyof typeof renderers;

/** The files that make a scheduler fetch. Rejects with `usage` a path or a user that no such file can hold: another line would begin. */
export function renderSchedule(kind: ScheduleKind, setting: Setting): readonly ScheduleFile[] {
  const { node, script, folder, database = '', user } = setting;
  const broken = [node, script, folder, database].find(hasControl);
  if (broken !== undefined)
    throw new VaultError('usage', `${JSON.stringify(broken)}: a path with a control character cannot be scheduled; rename the folder`);
  if (hasControl(user))
    throw new VaultError('usage', `${JSON.stringify(user)}: no user has such a name; look at SUDO_USER, or leave sudo out`);
  return renderers[kind](setting);
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
