import { expect, test } from 'vitest';
import { databaseEndpoint } from './servers/test-database.ts';
import { createWorld, type World } from './world.ts';

type Options = NonNullable<Parameters<typeof createWorld>[0]>;

const tell = (play: (world: World) => Promise<void>, options: Options) => async () => {
  const world = await createWorld(options);
  await play(world);
  await world.settle();
  expect(world.unexpected(), 'unexpected messages').toEqual([]);
  expect(world.untemplated(), 'messages without a template').toEqual([]);
  expect(world.unregistered(), 'texts that fit no registered template').toEqual([]);
  expect(world.untrue(), 'sentences that say what is not stored').toEqual([]);
  expect(world.faults(), 'faults in the log').toEqual([]);
  expect(world.leaks(), 'personal data in the log').toEqual([]);
};

/** A story of people with phones. It fails on a message that it does not expect, and on personal data in the log. */
export const scenario = (
  name: string,
  play: (world: World) => Promise<void>,
  options: Options = {},
): void => test(name, tell(play, options));

/** A scenario on a table of its own in a real database. It is skipped on a machine without one. */
export const databaseScenario = (
  name: string,
  play: (world: World) => Promise<void>,
  options: Omit<Options, 'on'> = {},
): void => test.skipIf(!databaseEndpoint)(name, tell(play, { ...options, on: 'database' }));

/** The request's code in a message. */
export const codeIn = (text: string): string => {
  const code = text.match(/(?<!\d)[1-9]\d{3,6}(?!\d)/)?.[0];
  expect(code, `a code in: ${text}`).toBeDefined();
  return code ?? '';
};
