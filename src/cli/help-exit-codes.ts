/** What every command may end with: the numbers of exit-code.ts and main.ts, in the words of the README. */
export const anyCommand = {
  0: 'done',
  64: 'wrong usage',
  70: 'a bug: the only case with a stack trace',
  74: 'the results could not be written',
  78: 'configuration: a .env that cannot be read',
  '130, 143': 'ended by SIGINT, SIGTERM',
};

/** What a command may end with that reads a vault. */
export const reading = {
  ...anyCommand,
  0: 'done, also where nothing is stored yet',
  64: 'wrong usage, also a run, a period or a video that is not there',
  74: 'the database or the disk failed',
  78: 'configuration: no vault but another file, a vault made by another version, a server that refuses, a .env that cannot be read',
};

/** What a command may end with that changes a vault. */
export const changing = {
  ...reading,
  0: anyCommand[0],
  64: anyCommand[64],
  75: 'try later: another run holds the vault',
};

/** What a run may end with: first what is in the vault, then, where nothing is, why. */
export const fetching = {
  ...changing,
  0: 'every region is stored (or has no such chart), or the run was not due',
  3: 'some regions are stored, some failed',
  69: 'no region could be fetched',
  75: "try later: another run holds the vault, the day's quota is spent, or YouTube asked for a longer wait",
  77: 'the key was refused',
  78: 'configuration: no key, no vault but another file, a vault made by a newer version, a run that no day has quota for',
  '130, 143': 'ended by SIGINT, SIGTERM; what had arrived is stored',
};

/** What a diagnosis may end with: the code of what failed worst. */
export const diagnosing = {
  ...anyCommand,
  0: 'nothing failed; a warning is no failure',
  69: 'the API cannot be reached (--online), or nothing was stored for three times the pace',
  74: 'the vault is damaged, cannot be written, lies on a network file system, or the disk is full',
  75: "the day's quota is spent (--online)",
  77: 'the key is refused (--online)',
  78: 'no key, no vault but another file, a newer format, a clock that is hours off, too small a quota',
};
