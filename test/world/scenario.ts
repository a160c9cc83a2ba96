import { expect, test } from 'vitest';
import { createWorld, type World } from './world.ts';

type Options = NonNullable<Parameters<typeof createWorld>[0]>;

/** A story of people with phones. A message that nobody in it expected fails it, and so does a log that holds a person. */
export const scenario = (
  name: string,
  play: (world: World) => Promise<void>,
  options: Options = {},
): void => {
  test(name, async () => {
    const world = await createWorld(options);
    await play(world);
    await world.settle();
    expect(world.unexpected(), 'messages nobody expected').toEqual([]);
    expect(world.faults(), 'faults in the log').toEqual([]);
    expect(world.leaks(), 'people in the log').toEqual([]);
  });
};

/** The request's code in a message. */
export const codeIn = (text: string): string => {
  const code = text.match(/(?<!\d)[1-9]\d{3,6}(?!\d)/)?.[0];
  expect(code, `a code in: ${text}`).toBeDefined();
  return code ?? '';
};
