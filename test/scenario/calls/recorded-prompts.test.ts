import { describe, expect, test } from 'vitest';
import { listRecordable } from '#infra/local/recordable-prompts.ts';
import type { PlayedCall } from '../../world/servers/twiml-player.ts';
import { calls, requestOf } from '../../world/steps/played-calls.ts';
import { callingConfig, createWorld } from '../../world/world.ts';

/* A person has recorded the words of calls: the carrier plays them, and the voice says only what varies. */

const all = listRecordable('hi', callingConfig());
const wordsOf = new Map(all.map(({ id, words }) => [id, words]));
const ids = all.map(({ id }) => id);

type Played = { name: string; text: string };

const played = (call: PlayedCall): Played[] =>
  [call.find('Gather')?.inside ?? [], call.find('Say') ?? []].flat();

const fileOf = ({ text }: Played): string => /prompts\/hi\/(\w+)\.mp3$/.exec(text)?.[1] ?? '';

const plain = (words: string): string => words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

/** What the caller hears: the words of each recording in its place. */
const heard = (parts: Played[]): string =>
  plain(parts.map((p) => (p.name === 'Play' ? wordsOf.get(fileOf(p)) : p.text)).join(' '));

/** A critical request in Hindi, up to the question for the hospital: each screen. */
const asks = async (hi: readonly string[], url?: string) => {
  const recordedPrompts = { hi: [...hi], en: [], ...(url && { url }) };
  const config = callingConfig((c) => ({ ...c, recordedPrompts }));
  const world = await createWorld({ config, on: 'memory' });
  const sunita = world.phone('Sunita');
  const call = await calls(world, sunita);
  const screens = [played(call)];
  for (const key of ['1', '1', '2', '1', '1']) {
    await call.presses(key);
    screens.push(played(call));
  }
  const { code = '' } = (await requestOf(world, sunita)) ?? {};
  return { screens, code };
};

describe('prompts that a person has recorded', () => {
  test('are played in place of the voice, which fills in what varies, and nothing is lost', async () => {
    const [voice, recorded] = [await asks([]), await asks(ids)];
    expect(voice.screens.flat().every(({ name }) => name === 'Say')).toBe(true);
    expect(recorded.code).toBe(voice.code);
    recorded.screens.forEach((parts, i) => {
      expect(heard(parts), `screen ${i}`).toBe(heard(voice.screens[i] ?? []));
    });
    const said = recorded.screens.slice(1).flat();
    expect(said.filter(({ name }) => name === 'Play').length).toBeGreaterThan(8);
    // The voice says the code and the group, and not one word more.
    const byVoice = said.filter(({ name }) => name === 'Say').map(({ text }) => plain(text));
    const digits = 'शून्य एक दो तीन चार पाँच छह सात आठ नौ'.split(' ');
    const code = [...recorded.code].map((digit) => digits[Number(digit)]).join(' ');
    expect(byVoice).toContain(code);
    expect(new Set(byVoice)).toEqual(new Set([code, 'बी', 'बी पॉज़िटिव']));
  });

  test('may be few: the voice says the rest of the same sentence', async () => {
    const few = all.filter(({ keys }) => keys.includes('requestStarted')).slice(0, 1);
    const [voice, recorded] = [await asks([]), await asks(few.map(({ id }) => id))];
    const last = recorded.screens.at(-1) ?? [];
    expect(last.some(({ name }) => name === 'Play')).toBe(true);
    expect(last.some(({ name }) => name === 'Say')).toBe(true);
    expect(heard(last)).toBe(heard(voice.screens.at(-1) ?? []));
  });

  test('are fetched from the folder of the deployment, or from another address', async () => {
    const address = async (url?: string) => {
      const { screens } = await asks(ids, url);
      return screens.flat().find(({ name }) => name === 'Play')?.text ?? '';
    };
    expect(await address()).toMatch(/^https:\/\/hotline\.test\/prompts\/hi\/[0-9a-f]{8}\.mp3$/);
    expect(await address('https://sounds.example')).toMatch(/^https:\/\/sounds\.example\/hi\//);
  });
});
