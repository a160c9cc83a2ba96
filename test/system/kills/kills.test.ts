import { beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { isAlert } from '../end-to-end/texting-people.ts';
import { countKills, type Evidence, isFlawless, type KillCounts } from './kill-counts.ts';
import { renderKilled } from './render-killed.ts';
import { account, type Killed, runKills } from './run-kills.ts';

/* Eight of the two hundred kills of docs/kills.md, and tests of the counting, which must find seeded losses. */

describe.skipIf(!isDynoxideInstalled())('kill -9 at random moments, under load', () => {
  let killed: Killed;
  beforeAll(async () => {
    killed = await runKills({ kills: 8, seed: 20261124, donors: 400 });
  }, 300_000);

  test('loses nothing, duplicates nothing, and lets everything end', () => {
    const counted = countKills(killed.evidence);
    console.log(renderKilled(killed, counted));
    expect(isFlawless(counted), renderKilled(killed, counted)).toBe(true);
    expect(counted.requests.opened).toBeGreaterThan(4);
    expect(counted.alerts.heard).toBeGreaterThan(20);
    expect(counted.answers.repeated).toBeGreaterThan(5);
    expect(counted.promises.promises).toBeGreaterThan(0);
  });

  /** Seeded losses and duplicates, and the one count that each must change. */
  const seeded: [string, (evidence: Evidence) => Evidence, (counted: KillCounts) => number][] = [
    [
      'a request is missing',
      (evidence) => {
        const code = evidence.families[0]?.code;
        return without(evidence, (item) => item['kind'] === 'request' && item['code'] === code);
      },
      ({ requests }) => requests.lost,
    ],
    [
      'an answer is missing',
      (evidence) => {
        const sid = evidence.sentTexts.find(({ answers }) => answers.length > 0)?.sid;
        return without(evidence, (item) => item['kind'] === 'reply' && item['id'] === sid);
      },
      ({ answers }) => answers.lost,
    ],
    [
      'a text was never taken in',
      ({ sentTexts, ...rest }) => {
        const lost = { sid: 'SMlost', from: '+919450000000', body: '1', tries: 8, answers: [] };
        return { ...rest, sentTexts: [...sentTexts, lost] };
      },
      ({ answers }) => answers.lost,
    ],
    [
      'a text got two different answers',
      ({ sentTexts, ...rest }) => {
        const at = sentTexts.findIndex(({ answers }) => answers.length > 0);
        const answered = sentTexts[at];
        if (!answered) throw new Error('no text was answered');
        const twice = { ...answered, answers: [...answered.answers, 'Something else.'] };
        return { ...rest, sentTexts: sentTexts.with(at, twice) };
      },
      ({ answers }) => answers.contradicted,
    ],
    [
      'a pledge is missing',
      (evidence) => ({
        ...evidence,
        items: evidence.items.map((item) =>
          item['kind'] === 'request' ? { ...item, pledges: [] } : item,
        ),
      }),
      ({ promises }) => promises.lost,
    ],
    [
      'an alert never arrived',
      ({ messages, ...rest }) => ({
        ...rest,
        messages: messages.toSpliced(firstAlert(messages), 1),
      }),
      ({ alerts }) => alerts.lost,
    ],
    [
      'an alert arrived twice',
      ({ messages, ...rest }) => ({
        ...rest,
        messages: [...messages, ...messages.slice(firstAlert(messages)).slice(0, 1)],
      }),
      ({ alerts }) => alerts.doubled,
    ],
    [
      'a request never ends',
      (evidence) => ({
        ...evidence,
        items: evidence.items.map((item) =>
          item['kind'] === 'request' ? { ...item, dueAt: 1 } : item,
        ),
      }),
      ({ requests }) => requests.notEnded,
    ],
  ];
  const leaks: [string, (evidence: Evidence) => string | undefined][] = [
    ['the recipient of a text', ({ messages }) => messages[0]?.to],
    ['a patient', () => 'Ramesh'],
    ['the key of the account', () => account.authToken],
  ];
  test.each(leaks)('the counting finds %s in the log', (_, leakOf) => {
    const { evidence } = killed;
    const leak = leakOf(evidence);
    const counted = countKills({
      ...evidence,
      log: [...evidence.log, `{"what":"asked","of":"${leak}"}`],
    });
    expect(counted.log.leaks).toBe(1);
    expect(isFlawless(counted)).toBe(false);
  });

  test.each(seeded)('the counting finds it when %s', (_, damage, count) => {
    expect(count(countKills(killed.evidence))).toBe(0);
    const counted = countKills(damage(killed.evidence));
    expect(count(counted)).toBeGreaterThan(0);
    expect(isFlawless(counted)).toBe(false);
  });
});

const firstAlert = (messages: Evidence['messages']): number => {
  const at = messages.findIndex(isAlert);
  if (at < 0) throw new Error('there was no alert');
  return at;
};

const without = (
  evidence: Evidence,
  isMissing: (item: Record<string, unknown>) => boolean,
): Evidence => {
  const items = evidence.items.filter((item) => !isMissing(item));
  if (items.length !== evidence.items.length - 1) throw new Error('not exactly one is missing');
  return { ...evidence, items };
};
