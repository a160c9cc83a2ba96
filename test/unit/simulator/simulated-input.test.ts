import { describe, expect, test } from 'vitest';
import { soundOf, soundType } from '#infra/local/simulator/calls/sim-recordings.ts';
import { seconds } from '#shared/terms/time.ts';
import {
  account,
  anita,
  bimla,
  chetan,
  twimlHotline as world,
} from '../../fixtures/twiml-hotline.ts';

const menu =
  '<Gather action="key" numDigits="1"><Say language="en-IN">Press one or two</Say></Gather>';

describe('Gather', () => {
  test('accepts a key during the prompt, and none after the last digit', async () => {
    const w = world({ voice: menu, key: '<Say>Thank you</Say>' });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).waitsFor).toEqual({ type: 'keys', most: 1, speech: false });
    expect(w.calls.isSpeaking(sid)).toBe(true);
    await w.pass(100);
    await w.calls.press(sid, '12');
    expect(w.last('key')?.form).toMatchObject({ Digits: '1', CallStatus: 'in-progress' });
    expect(w.see(sid)).toMatchObject({ lines: ['Press one or two', 'Thank you'], waitsFor: null });
  });

  test('stops the rest of the prompt at a key', async () => {
    const w = world({
      voice:
        '<Gather action="key" numDigits="2"><Say>One</Say><Pause length="2"/><Say>Two</Say></Gather>',
      key: '<Say>Got it</Say>',
    });
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(1));
    await w.calls.press(sid, '4');
    await w.pass(seconds(4));
    expect(w.see(sid).lines).toEqual(['One']);
    await w.calls.press(sid, '2');
    expect(w.last('key')?.form['Digits']).toBe('42');
  });

  test('waits its time-out from the end of the prompt, then goes on in the document', async () => {
    const w = world({
      voice: `${menu.replace('numDigits', 'timeout="4" numDigits')}<Redirect>none?nothing=1</Redirect>`,
      none: '<Say>Are you there</Say>',
    });
    const { sid } = await w.calls.call(anita);
    await w.pass(1739 + 3999);
    expect(w.calls.isSpeaking(sid)).toBe(false);
    expect(w.paths()).toEqual(['voice']);
    await w.pass(2);
    expect(w.paths()).toEqual(['voice', 'none?nothing=1']);
  });

  test('posts the keys pressed before the time-out, without the key that ends it', async () => {
    const gather = '<Gather action="key" finishOnKey="#" timeout="3"/><Redirect>none</Redirect>';
    const w = world({ voice: gather, key: '<Pause/>', none: '<Pause/>' });
    const first = await w.calls.call(anita);
    await w.calls.press(first.sid, '21');
    await w.pass(seconds(2));
    await w.calls.press(first.sid, '10');
    await w.pass(2999);
    expect(w.last('key')).toBeUndefined();
    await w.pass(1);
    expect(w.last('key')?.form['Digits']).toBe('2110');
    const second = await w.calls.call(bimla);
    await w.calls.press(second.sid, '77#8');
    expect(w.last('key')?.form['Digits']).toBe('77');
    const third = await w.calls.call(chetan);
    await w.calls.press(third.sid, '#');
    expect(w.paths().at(-1)).toBe('none');
  });

  test('accepts # and * as keys when no key ends it', async () => {
    const w = world({ voice: '<Gather action="key" finishOnKey="" numDigits="3"/>', key: '' });
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '*#0');
    expect(w.last('key')?.form['Digits']).toBe('*#0');
    await expect(w.calls.press(sid, 'one')).rejects.toThrow(RangeError);
    await expect(w.calls.press('CA1', '1')).rejects.toThrow(RangeError);
  });

  test('posts an empty result with actionOnEmptyResult; otherwise the call ends after the last verb', async () => {
    const w = world({
      voice: '<Gather action="key" actionOnEmptyResult="true"/>',
      key: '<Pause/>',
    });
    await w.calls.call(anita);
    await w.pass(seconds(5));
    expect(w.last('key')?.form['Digits']).toBe('');
    w.pages['voice'] = '<Gather action="key"/>';
    const { sid } = await w.calls.call(bimla);
    await w.pass(seconds(5));
    expect(w.see(sid).status).toBe('completed');
  });

  test('posts to its own document without an action', async () => {
    const w = world({ voice: '<Gather numDigits="1"/>' });
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '5');
    expect(w.paths()).toEqual(['voice', 'voice']);
    expect(w.asked[1]?.form['Digits']).toBe('5');
  });

  test('accepts words only with speech input', async () => {
    const w = world({ voice: menu, key: '<Say>Yes</Say>' });
    const deaf = await w.calls.call(anita);
    await w.calls.speak(deaf.sid, 'Lucknow');
    expect(w.last('key')).toBeUndefined();
    w.pages['voice'] =
      '<Gather action="key" input="dtmf speech" language="hi-IN" hints="a, b"><Say>Which one</Say></Gather>';
    const { sid } = await w.calls.call(bimla);
    expect(w.see(sid).waitsFor).toMatchObject({ speech: true });
    await w.calls.speak(sid, 'दो यूनिट');
    expect(w.last('key')?.form).toMatchObject({ SpeechResult: 'दो यूनिट', Confidence: '0.9' });
    expect(w.last('key')?.form).not.toHaveProperty('Digits');
    w.pages['voice'] = '<Gather action="key" input="speech" timeout="9"/>';
    const voiceOnly = await w.calls.call(chetan);
    const before = w.asked.length;
    await w.calls.press(voiceOnly.sid, '1');
    expect(w.asked).toHaveLength(before);
  });

  test('loses keys that no verb waits for', async () => {
    const w = world({ voice: `<Say>Please listen first</Say>${menu}`, key: '<Pause/>' });
    const { sid } = await w.calls.call(anita);
    await w.calls.press(sid, '1');
    await w.pass(seconds(2));
    expect(w.see(sid).waitsFor).not.toBeNull();
    expect(w.last('key')).toBeUndefined();
  });
});

describe('Record and Play', () => {
  const record = '<Record action="heard" maxLength="8" timeout="3"/><Redirect>none</Redirect>';
  const pages = {
    voice: record,
    heard: '<Say>Thank you</Say>',
    none: '<Say>We heard nothing</Say>',
  };

  test('records words until a silence, for the hotline to fetch, play and delete', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    expect(w.see(sid).waitsFor).toEqual({ type: 'record', maxSeconds: 8 });
    await w.calls.speak(sid, 'रमेश कुमार');
    await w.pass(Math.ceil(2000 / 2.3) + 2999);
    expect(w.paths()).toEqual(['voice']);
    await w.pass(1);
    const form = w.last('heard')?.form ?? {};
    expect(form).toMatchObject({ RecordingDuration: '1' });
    expect(form).not.toHaveProperty('Digits');
    expect(form['RecordingSid']).toMatch(/^RE[0-9a-f]{32}$/);
    expect(form['RecordingUrl']).toBe(
      `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${form['RecordingSid']}`,
    );
    const path = `Recordings/${form['RecordingSid']}`;
    const sound = await w.rest(`${path}.mp3`);
    expect(sound.headers.get('content-type')).toBe('audio/wav');
    const bytes = Buffer.from(await sound.arrayBuffer());
    expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12)).toBe('RIFFWAVE');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.toString('utf8')).toContain('रमेश कुमार');
    expect((await w.rest(`${path}.json`, { method: 'DELETE' })).status).toBe(204);
    expect((await w.rest(`${path}.json`, { method: 'DELETE' })).status).toBe(404);
    expect((await w.rest(`${path}.mp3`)).status).toBe(404);
  });

  test('ends at a key, and posts it', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    await w.calls.speak(sid, 'one two three four five six seven');
    await w.calls.press(sid, '#');
    expect(w.last('heard')?.form).toMatchObject({ Digits: '#', RecordingDuration: '3' });
  });

  test('ends at its limit', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    await w.calls.speak(sid, 'word '.repeat(100));
    await w.pass(seconds(8));
    const form = w.last('heard')?.form ?? {};
    expect(form['RecordingDuration']).toBe('8');
    const bytes = await (await w.rest(`Recordings/${form['RecordingSid']}.mp3`)).arrayBuffer();
    expect(Buffer.from(bytes).toString('utf8').match(/word/g)).toHaveLength(18);
  });

  test('posts no empty recording: the document goes on', async () => {
    const w = world({ ...pages });
    const silent = await w.calls.call(anita);
    await w.pass(seconds(3));
    expect(w.see(silent.sid).lines).toEqual(['We heard nothing']);
    const key = await w.calls.call(bimla);
    await w.calls.press(key.sid, '1');
    expect(w.paths().at(-1)).toBe('none');
    expect(w.last('heard')).toBeUndefined();
  });

  test('posts a recording that hanging up ended, and does not play the answer', async () => {
    const w = world({ ...pages });
    const { sid } = await w.calls.call(anita);
    await w.calls.speak(sid, 'Ramesh');
    await w.calls.hangUp(sid);
    await w.carrier.idle();
    expect(w.last('heard')?.form).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
    expect(w.paths().slice(-2)).toEqual(['heard', 'status']);
    expect(w.see(sid).lines).toEqual([]);
    const mute = await w.calls.call(bimla);
    await w.calls.hangUp(mute.sid);
    await w.carrier.idle();
    expect(w.paths().slice(-2)).toEqual(['voice', 'status']);
  });

  test('shows the words of a recording that is played, fetched by a signed GET', async () => {
    const bytes = new Uint8Array(soundOf({ words: 'SRN अस्पताल' }));
    const w = world({
      voice:
        '<Gather numDigits="1"><Say>It is</Say><Play>/rec/1.mp3?until=9&amp;key=a%2Bb</Play></Gather>',
    });
    w.pages['/rec/1.mp3?until=9&key=a%2Bb'] = () =>
      new Response(bytes, { headers: { 'Content-Type': soundType } });
    const { sid } = await w.calls.call(anita);
    await w.pass(seconds(2));
    expect(w.see(sid).heard[1]).toMatchObject({ text: 'SRN अस्पताल', recording: true });
    expect(w.asked.find((a) => a.method === 'GET')).toMatchObject({ signed: true });
    w.pages['/rec/1.mp3?until=9&key=a%2Bb'] = () => new Response('<html>', { status: 404 });
    w.pages['voice/fallback'] = '<Say>Sorry</Say>';
    await w.calls.call(bimla);
    await w.pass(seconds(2));
    expect(w.last('voice/fallback')?.form).toMatchObject({ ErrorCode: '11200' });
  });
});
