const anyCommand = {
  0: 'done',
  64: 'wrong usage',
  70: 'a bug: the only case with a stack trace',
  74: 'the results could not be written',
  78: 'configuration: a .env that cannot be read',
  '130, 143': 'ended by SIGINT, SIGTERM',
};

const reading = {
  ...anyCommand,
  0: 'done, even if nothing is stored yet',
  64: 'wrong usage, or a run, a period or a video that is not there',
  74: 'the database or the disk failed',
  78: 'configuration: a file that is not a vault, a vault made by another version, a server that refuses, a .env that cannot be read',
};

const changing = {
  ...reading,
  0: anyCommand[0],
  64: anyCommand[64],
  75: 'try later: another run holds the vault',
};

/**
 * What a command may end with, whether it has nothing to do with a vault, reads one, or changes one: the numbers of exit-code.ts and
 * main.ts, in the words of the README.
 */
export const exitCodes = { anyCommand, reading, changing };
