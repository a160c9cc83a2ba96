import { describe, expect, test } from 'vitest';
import { spokenLanguages } from '#shared/terms/language.ts';
import { type Prompt, type PromptKey, promptKeys } from '#shared/voice/prompt-keys.ts';
import { secondsToKey } from '#shared/voice/reading-time.ts';
import { speak } from '#shared/voice/speak.ts';
import { sampleNow } from '../../fixtures/messages.ts';
import {
  devanagariKit,
  longestSpokenKits,
  promptParams,
  sampleSpokenKit,
} from '../../fixtures/prompts.ts';
import { keysNamedIn } from '../../world/servers/twiml-player.ts';

/* What a frightened caller can keep in mind: few keys, and the first of them soon. */

const context = { now: sampleNow, groupName: 'Police Mitra X', groupNameInHindi: 'पुलिस मित्र एक्स' };
const menus = [true, false].flatMap((donor) =>
  [true, false].map((more) => ({ ...sampleSpokenKit, donor, volunteer: true, more, donors: [] })),
);
const kits = [
  sampleSpokenKit,
  devanagariKit,
  { ...devanagariKit, asap: true },
  { ...sampleSpokenKit, unplaced: true },
  ...menus,
  ...longestSpokenKits,
];
/** Every prompt in both languages with all parameters. */
const said = kits.flatMap((kit) =>
  promptKeys.flatMap((key) =>
    spokenLanguages.map((language) => {
      const prompt = { key, params: promptParams(kit)[key] } as Prompt;
      const text = speak(prompt, language, context);
      return { key, language, text, keys: keysNamedIn(text) };
    }),
  ),
);
/** 0 is a volunteer and 9 says it again, on every screen. */
const isChoice = ({ key }: { key: string }): boolean => key !== '0' && key !== '9';
/** Its screen names the keys before it. */
const afterItsKeys: ReadonlySet<PromptKey> = new Set(['joinNotice']);

describe('a screen', () => {
  test('names at most four choices', () => {
    expect(said.filter(({ keys }) => keys.filter(isChoice).length > 4)).toEqual([]);
    const most = said.filter(({ keys }) => keys.filter(isChoice).length === 4);
    expect(new Set(most.map(({ key }) => key)).size).toBeGreaterThan(8);
  });

  test('names its first key within twelve seconds, with any parameters', () => {
    const asking = said.filter(
      ({ key, text, keys }) => /दबा|press/i.test(text) && keys.length > 0 && !afterItsKeys.has(key),
    );
    expect(new Set(asking.map(({ key }) => key)).size).toBeGreaterThan(45);
    const late = asking.filter(({ keys }) => (keys[0]?.seconds ?? 0) > 12.01);
    expect(late).toEqual([]);
  });

  test('is worded by the same measure of the first key as the player of the tests takes', () => {
    for (const { key, text, keys } of said)
      if (['alert', 'alertAgain', 'requestSummary', 'pledgeConfirmed'].includes(key))
        expect(Math.abs(secondsToKey(text) - (keys[0]?.seconds ?? 0)), text).toBeLessThan(3);
  });

  test('names each key once, and the keys in their order', () => {
    for (const { text, keys } of said) {
      const choices = keys.filter(isChoice).map(({ key }) => Number(key));
      expect(choices, text).toEqual([...new Set(choices)].toSorted((a, b) => a - b));
    }
  });

  test('says दबाएँ with the first two keys, and never less than once', () => {
    const hindi = said.filter(({ language, keys }) => language === 'hi' && keys.length > 1);
    const bare = hindi.filter(
      ({ key, text }) => key !== 'chooseLanguage' && (text.match(/दबाएँ/g)?.length ?? 0) < 2,
    );
    expect([...new Set(bare.map(({ text }) => text))]).toEqual([]);
  });
});

test('a code is the last thing that a Hindi prompt says, digit by digit', () => {
  const more: ReadonlySet<PromptKey> = new Set(['requestCode', 'loginCode', 'refusalToHear']);
  const code = 'आठ आठ आठ आठ आठ आठ आठ';
  const kit = { ...devanagariKit, code: '8888888' };
  const spoken = promptKeys
    .filter((key) => !more.has(key))
    .map((key) => speak({ key, params: promptParams(kit)[key] } as Prompt, 'hi', context))
    .filter((text) => text.includes(code));
  expect(spoken.length).toBeGreaterThan(35);
  expect(spoken.filter((text) => !text.endsWith(`${code}।`))).toEqual([]);
});
