import { urgencies } from '#shared/terms/urgency.ts';
import { type Bin, coveredAtMinutes } from '../measures.ts';
import { createPanel, type Panel, page } from './svg.ts';
import type { Run } from './tables.ts';

/* The two plots of the README: the time to cover requests, and the number of alerts. */

/** Colours that colour-blind people can distinguish (Okabe and Ito). Our policy has the thickest line. */
const colours: Record<string, string> = {
  broadcast: '#999999',
  'one by one': '#56b4e9',
  'nearest few': '#cc79a7',
  ladder: '#e69f00',
  seven: '#009e73',
  ours: '#d55e00',
  informed: '#0072b2',
  oracle: '#000000',
};
const colourOf = (policy: string): string => colours[policy] ?? '#666666';
const widthOf = (policy: string): number => (policy === 'ours' ? 3 : 1.5);

/** Left: the share of requests covered by minute. Right: the share fulfilled in time by month. */
export const plotTime = (runs: Run[]): string => {
  const covered = createPanel({
    title: 'Requests covered within …',
    x: { from: 1, to: 1440, log: true, ticks: [1, 5, 20, 60, 180, 480, 1440], label: 'minutes' },
    y: { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: 'share of requests' },
    at: 0,
  });
  const monthly = createPanel({
    title: 'Fulfilled in time, month by month',
    x: { from: 1, to: 12, ticks: [1, 3, 6, 9, 12], label: 'month' },
    y: { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: 'share of requests' },
    at: 1,
  });
  for (const { job, measures } of runs) {
    const style = { colour: colourOf(job.policy), width: widthOf(job.policy) };
    covered.line(
      measures.coveredWithin.map((share, i) => [coveredAtMinutes[i] ?? 1, share]),
      style,
    );
    monthly.line(
      measures.fulfilledByMonth.map((share, month) => [month + 1, share]),
      style,
    );
  }
  return page(
    'Requests covered within so many minutes, and fulfilled in time month by month',
    [covered, monthly],
    legendOf(runs),
  );
};

/** Alerts a unit against the share fulfilled and against the minutes, and the calibration of the learned probability. */
export const plotAlerts = (runs: Run[]): string => {
  const price = createPanel({
    title: 'What a unit costs in alerts, and what it brings',
    x: {
      from: 1,
      to: 3000,
      log: true,
      ticks: [1, 10, 30, 100, 300, 1000, 3000],
      label: 'alerts a unit given',
    },
    y: { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: 'fulfilled in time' },
    at: 0,
  });
  const frontier = createPanel({
    title: 'What a unit costs in alerts, and how soon',
    x: price.x,
    y: {
      from: 3000,
      to: 3,
      log: true,
      ticks: [3, 10, 30, 100, 300, 1000],
      label: 'minutes to covered, half of the requests',
    },
    at: 1,
  });
  for (const { job, measures } of runs) {
    const colour = colourOf(job.policy);
    draw(price, measures.alertsPerUnit, measures.fulfilledInTime, { colour });
    draw(frontier, measures.alertsPerUnit, measures.medianMinutes, { colour });
    if (job.policy !== 'ours') continue;
    for (const urgency of urgencies) {
      const { alertsPerUnit, fulfilledInTime, medianMinutes } = measures.byUrgency[urgency];
      const style = { colour, text: urgency, hollow: true };
      draw(price, alertsPerUnit, fulfilledInTime, style);
      draw(frontier, alertsPerUnit, medianMinutes, style);
    }
  }
  const calibration = createPanel({
    title: 'The learnt chance: foretold and seen',
    x: {
      from: 0,
      to: 0.5,
      ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
      label: 'chance of a yes, foretold',
    },
    y: { from: 0, to: 0.5, ticks: [0, 0.1, 0.2, 0.3, 0.4, 0.5], label: 'share that said yes' },
    at: 2,
  });
  calibration.line(
    [
      [0, 0],
      [0.5, 0.5],
    ],
    { colour: '#999999', width: 1 },
  );
  const own = runs.find(({ job }) => job.policy === 'ours')?.measures.calibration;
  const points = (bins: Bin[]): [number, number][] =>
    bins
      .filter(({ count }) => count >= 20)
      .map((b) => [b.predicted / b.count, b.observed / b.count]);
  for (const point of points(own?.firstMonth ?? []))
    calibration.dot(point, { colour: colourOf('ours'), hollow: true });
  for (const point of points(own?.year ?? [])) calibration.dot(point, { colour: colourOf('ours') });
  return page(
    'Alerts a unit against the share fulfilled and against the minutes, and the learnt chance foretold and seen',
    [price, frontier, calibration],
    [
      ...legendOf(runs),
      { text: 'right: hollow the first month, full the eleven after', colour: colourOf('ours') },
    ],
  );
};

/** A value that was never reached has no dot. */
const draw = (
  panel: Panel,
  x: number | null,
  y: number | null,
  style: Parameters<Panel['dot']>[1],
): void => {
  if (x !== null && y !== null) panel.dot([x, y], style);
};

const legendOf = (runs: Run[]) =>
  runs.map(({ job }) => ({ text: job.policy, colour: colourOf(job.policy) }));
