import { processorPace } from '../../world/processor-pace.ts';
import { type Attack, type HostileHotline, runAttacks } from './run-attacks.ts';

/** As many different names as 64 KB hold. */
const manyNames = (): string => {
  const names: string[] = [];
  for (let length = 0; length < 64_000; length += (names.at(-1)?.length ?? 0) + 1)
    names.push(names.length.toString(36));
  return names.join('&');
};

/** Milliseconds of processor time that one unsigned form costs. */
const costOf = async ({ createWorld, publicUrl }: HostileHotline, body: string) => {
  const { app } = await createWorld();
  const request = () =>
    new Request(`${publicUrl}/twilio/sms`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': `${'A'.repeat(27)}=`,
      },
      body,
    });
  await app.fetch(request());
  const before = process.cpuUsage();
  await app.fetch(request());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What one body may cost (docs/fuzz.md). */
const budgetMs = 50;

/** The parser before the bound: it looks every name up in the whole list. */
const parseSlowly = (_: string | undefined, body: string): object => {
  const fields = new URLSearchParams(body);
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
};

const attacks: Attack[] = [
  {
    name: 'one unsigned form with 17,000 names stops the hotline for a second',
    guard: {
      module: '#functions/http/form.ts',
      off: { hasTooManyFields: () => false, parseForm: parseSlowly },
    },
    strike: async (hotline) => {
      const ms = await costOf(hotline, manyNames());
      return ms < budgetMs * processorPace() ? undefined : `${ms} ms of processor`;
    },
  },
];

runAttacks(attacks);
