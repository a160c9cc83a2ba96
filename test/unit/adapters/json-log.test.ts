import { expect, it } from 'vitest';
import { createJsonLog } from '#functions/adapters/system/json-log.ts';

const lines: string[] = [];
const log = createJsonLog(
  (line) => lines.push(line),
  () => 1_700_000_000_123,
);
const logged = (what: string, facts?: Record<string, string | number | boolean>): unknown => {
  lines.length = 0;
  log.info(what, facts);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
  return JSON.parse(lines[0] ?? '');
};

it('writes one line of JSON', () => {
  expect(logged('sent', { to: '+91•••••••345', tries: 2, ok: true, said: 'a\nb' })).toEqual({
    at: '2023-11-14T22:13:20.123Z',
    level: 'info',
    what: 'sent',
    to: '+91•••••••345',
    tries: 2,
    ok: true,
    said: 'a\nb',
  });
  log.error('lost', {});
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ level: 'error', what: 'lost' });
});

it.each([
  '+919415012345',
  'call 94150 12345 now',
  '+91-94150-12345',
  '(0532) 246-0123',
  'whatsapp:+919415012345',
  '९४१५०१२३४५',
])('masks %s', (text) => {
  const fact = (logged(text, { text }) as { text: string; what: string }).text;
  expect(fact).toContain('•••');
  expect(fact.match(/\p{Nd}/gu)?.length).toBeLessThanOrEqual(6);
});

it('masks a phone number given as a number or as a fact’s name', () => {
  const line = JSON.stringify(logged('x', { a: 9415012345, b: 919415012345, '+919415012345': 1 }));
  expect(line).not.toMatch(/94150/);
});

it.each([
  '2026-11-23T08:01:45.123Z',
  '01jd3k5x7z0123456789abcdef',
  'SM0123456789abcdef0123456789abcdef',
  '127.0.0.1:33117',
  'code 4821, PIN 211001',
])('does not mask %s', (text) => {
  expect(logged('x', { text })).toMatchObject({ text });
});

it('does not mask times and amounts', () => {
  expect(logged('x', { at2: 1_700_000_000_123, ms: 45 })).toMatchObject({
    at2: 1_700_000_000_123,
    ms: 45,
  });
});
