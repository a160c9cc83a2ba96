import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { livedByKeys } from '../../bench/calls/key-lives.ts';
import { keysBefore } from '../../bench/calls/keys-before.ts';

const page = readFileSync('docs/calls.md', 'utf8');

test('a life by keys alone is short, and is docs/calls.md', async () => {
  const lives = await livedByKeys();
  const [request] = lives;
  expect(request?.first).toMatch(/शून्य/);
  expect(request?.keys).toBeLessThanOrEqual(7);
  expect(request?.seconds).toBeLessThanOrEqual(45);
  expect(lives.find(({ what }) => what.startsWith('verification'))?.keys).toBe(1);

  const rows = lives.map(({ what, keys, seconds }) => {
    const before = keysBefore[what];
    return `| ${what} | ${keys} | ${seconds} | ${before?.keys ?? ''} | ${before?.seconds ?? ''} |`;
  });
  const measured = `Measured by \`test/scenario/calls/keys-and-seconds.test.ts\` (\`npm run bench -- calls\`). A carrier that shares no code with the hotline (\`test/world/servers/twiml-player.ts\`) plays the TwiML by Twilio's documentation, in Hindi. Its voice says 135 words a minute; the caller hears a sentence that names the key to its end, needs one second, and half a second for each further key. "Before" is the same player on the menu before the critical path, by the same people.

The first sentence of a call is: "${request?.first}।"

| What | Keys | Seconds | Keys before | Seconds before |
|---|---|---|---|---|
${rows.join('\n')}`;
  const whole = page.replace(
    /<!-- keys -->[\s\S]*?<!-- \/ -->/,
    () => `<!-- keys -->\n${measured}\n<!-- / -->`,
  );
  await expect(whole).toMatchFileSnapshot('../../../docs/calls.md');
});

test('each of the sixteen faults has a test, by its title', () => {
  const rows = [...page.matchAll(/^\| (\d+) \|.*\| `(test\/[^`]+)`: (.+) \|$/gm)];
  const faults = new Set(rows.map(([, fault]) => Number(fault)));
  expect([...faults].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  for (const [, fault, file = '', title = ''] of rows)
    expect(readFileSync(file, 'utf8'), `fault ${fault}`).toContain(`'${title}'`);
});
