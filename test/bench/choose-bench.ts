import { readFileSync } from 'node:fs';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { renderColumns } from '#infra/local/commands/command.ts';
import { type Askable, chooseStage } from '#shared/matching/choose-stage.ts';
import { scoreCandidate } from '#shared/matching/score-candidate.ts';
import type { ResponseHistory } from '#shared/people/response-history.ts';

/** The longest allowed time for choosing a stage, in milliseconds, by the number of candidates. */
const limits: [candidates: number, ms: number][] = [
  [50, 0.2],
  [5000, 5],
];
const rounds = 200;

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** `npm run bench -- choose`: scores candidates and chooses the smallest stage, compared with a sort of as many numbers. */
export const bench = async (): Promise<void> => {
  const config = hotlineConfigSchema.parse(JSON.parse(readFileSync('hotline.config.json', 'utf8')));
  const { asking } = config.policy;
  const rows = limits.map(([count, limit]) => {
    const numbers = Array.from({ length: count }, (_, i) => (i * 7919) % 10_007);
    const times = Array.from({ length: rounds }, () => {
      const records = freshRecords(count);
      return {
        choice: timed(() => choose(records, asking)),
        sort: timed(() => [...numbers].sort((a, b) => a - b)),
      };
    });
    const choice = median(times.map((t) => t.choice));
    const sort = median(times.map((t) => t.sort));
    if (choice > limit) {
      console.error(`FAILS  ${count} candidates: ${choice.toFixed(3)} ms, at most ${limit}`);
      process.exitCode = 1;
    }
    return [String(count), choice.toFixed(3), sort.toFixed(3), `× ${(choice / sort).toFixed(1)}`];
  });
  for (const line of renderColumns([['candidates', 'ms', 'a plain sort, ms', 'ratio'], ...rows]))
    console.log(line);
};

/** New objects each time, as from the database. */
const freshRecords = (count: number): ResponseHistory[] =>
  Array.from({ length: count }, (_, i) => ({
    tries: (i * 31) % 12,
    saidYes: i % 9 === 0 ? 2 : 0,
    came: i % 9 === 0 ? 1 : 0,
    missed: 0,
    turnedAway: 0,
  }));

const choose = (
  records: ResponseHistory[],
  asking: Parameters<typeof scoreCandidate>[1],
): ReturnType<typeof chooseStage> => {
  const candidates = records.map((record, i): Askable => {
    const distanceKm = i % 20;
    const { yes, gives, chance, ever, worth, weight } = scoreCandidate(
      {
        record,
        woman: i % 5 === 0,
        distanceKm,
        minutesLeft: 300,
        urgency: 'critical',
        ownGroup: i % 3 > 0,
        moment: { recentAlerts: i % 3, night: false },
      },
      asking,
    );
    return { yes, gives, chance, ever, worth, weight, distanceKm, waitsSince: i };
  });
  const situation = { missing: 2, waiting: [] };
  const stage = { situation, wanted: 0.7, most: 20, urgency: 'critical', isFirst: true } as const;
  return chooseStage(candidates, stage, asking);
};
