import type { EpochMs } from '../../terms/time.ts';
import { answerCommands } from './answer-commands.ts';
import { availabilityCommands } from './availability-commands.ts';
import { campCommands } from './camp-commands.ts';
import { type CommandParsers, type CommandText, isShort, toCommandText } from './command-text.ts';
import { requestCommands } from './request-commands.ts';
import { settingsCommands } from './settings-commands.ts';
import { commandTraits, type TextCommand } from './text-command.ts';
import { verificationCommands } from './verification-commands.ts';
import { volunteerCommands } from './volunteer-commands.ts';

/**
 * A parser for each type of command. They are tried in this order, the order of the groups and of the entries in each
 * group; the first that matches wins.
 */
export const commandParsers: CommandParsers = {
  ...campCommands,
  ...verificationCommands,
  ...answerCommands,
  ...volunteerCommands,
  ...settingsCommands,
  ...requestCommands,
  ...availabilityCommands,
};

/** Only a command that asks for something may have a question mark. */
const parseQuestion = (text: CommandText): TextCommand | undefined => {
  const words = text.words.filter((token) => token.text !== '?');
  if (!isShort(text) || words.length === text.words.length) return undefined;
  const plain = { ...text, words };
  for (const parse of Object.values(commandParsers)) {
    const command = parse(plain);
    if (command && commandTraits[command.type].mayBeAsked) return command;
  }
  return undefined;
};

/**
 * The command that a text is, if it is one and nothing else. Case, script, punctuation, courtesy ("OK sir") and one
 * wrong letter in long words are forgiven. A sentence that only contains such a word is no command.
 */
export const parseCommand = (raw: string, now: EpochMs): TextCommand | undefined => {
  if (raw.length > 1000) return undefined;
  const text = toCommandText(raw, now);
  for (const parse of Object.values(commandParsers)) {
    const command = parse(text);
    if (command) return command;
  }
  return parseQuestion(text);
};
