import { countReturns } from '#functions/use-cases/operator/count-returns.ts';
import type { ContactKind } from '#shared/people/after-gift/contact.ts';
import {
  type Arm,
  differenceOf,
  type ReturnFigures,
} from '#shared/people/after-gift/measure-return.ts';
import { type Command, renderColumns } from '../command.ts';

const names: Record<ContactKind, string> = {
  news: 'what the gift did',
  again: 'you may give again',
  lapsed: 'call to the lapsed',
};

/** `returns`: what the messages after a gift bring. */
export const showReturns: Command = {
  summary: 'who gave again after each message that is to bring donors back, with and without it',
  args: [],
  details: `WITHIN: days in which a donor must have given again. WITHOUT: the donors who were held out
(policy.afterGift, holdOut). DIFFERENCE: in points, with its 95 % interval. An interval that holds 0 shows no effect.
RUNNING: donors whose days are not over; they count later.`,
  async run({ services, terminal }) {
    const figures = await countReturns(services);
    const head = ['MESSAGE', 'WITHIN', 'WITH', 'WITHOUT', 'DIFFERENCE', 'RUNNING'];
    const lines = figures.map((row) => [
      ...[names[row.what], String(row.withinDays), shareOf(row.with), shareOf(row.without)],
      ...[renderDifference(row), String(row.running)],
    ]);
    for (const line of renderColumns([head, ...lines])) terminal.out(line);
    return 0;
  },
};

const percent = (share: number): string => (share * 100).toFixed(1);

const shareOf = ({ people, back }: Arm): string =>
  people === 0 ? '-' : `${back} of ${people} (${percent(back / people)} %)`;

const signed = (share: number): string => `${share > 0 ? '+' : ''}${percent(share)}`;

const renderDifference = (figures: ReturnFigures): string => {
  const difference = differenceOf(figures);
  if (!difference) return '-';
  const { points, low, high } = difference;
  return `${signed(points)} (${signed(low)} to ${signed(high)})`;
};
