import { describe, expect, test } from 'vitest';
import { appointment, arrivalDeadline } from '#shared/request/deadlines.ts';
import { after, days, fromCalendar, hours, minutes } from '#shared/terms/time.ts';
import { urgencies } from '#shared/terms/urgency.ts';
import { noon, policy } from '../../fixtures/requests.ts';

const { travelMinutes, noShowAfterMinutes } = policy.arrival;
const clock = (day: number, hour: number, minute = 0) =>
  fromCalendar({ year: 2026, month: 11, day, hour, minute });

describe('by when a donor is awaited', () => {
  test.each(urgencies)('%s, by day: as soon as they can be there', (urgency) => {
    const request = { urgency, neededBy: after(noon, days(2)) };
    expect(arrivalDeadline(request, noon, policy)).toBe(
      after(noon, minutes(travelMinutes[urgency])),
    );
  });

  test.each(urgencies)('%s: whoever does not come is known while another still can', (urgency) => {
    const neededBy = after(
      noon,
      { critical: hours(5), urgent: hours(9), planned: hours(24) }[urgency],
    );
    const known = after(
      arrivalDeadline({ urgency, neededBy }, noon, policy),
      minutes(noShowAfterMinutes),
    );
    expect(after(known, minutes(travelMinutes[urgency]))).toBeLessThanOrEqual(neededBy);
  });

  test('at night for what can wait: the next morning', () => {
    const evening = clock(23, 20);
    const planned = { urgency: 'planned', neededBy: clock(25, 9) } as const;
    expect(arrivalDeadline(planned, evening, policy)).toBe(clock(24, 11));
    const urgent = { urgency: 'urgent', neededBy: clock(24, 18) } as const;
    expect(arrivalDeadline(urgent, evening, policy)).toBe(clock(24, 10));
  });

  test('the earlier in the morning, the sooner it is needed', () => {
    const urgent = { urgency: 'urgent', neededBy: clock(24, 12) } as const;
    expect(arrivalDeadline(urgent, clock(23, 20), policy)).toBe(clock(24, 9));
    const planned = { urgency: 'planned', neededBy: clock(24, 14) } as const;
    expect(arrivalDeadline(planned, clock(23, 18), policy)).toBe(clock(24, 10));
  });

  test('at night for what cannot wait: now', () => {
    const evening = clock(23, 20);
    const urgent = { urgency: 'urgent', neededBy: clock(24, 8) } as const;
    expect(arrivalDeadline(urgent, evening, policy)).toBe(clock(23, 23));
    const critical = { urgency: 'critical', neededBy: clock(25, 8) } as const;
    expect(arrivalDeadline(critical, clock(23, 22), policy)).toBe(clock(23, 23, 30));
  });

  test('nobody is reminded of what they have just been told', () => {
    const request = { urgency: 'urgent', neededBy: after(noon, days(1)) } as const;
    expect(appointment(request, noon, policy).reminded).toBe(false);
    const short = { ...policy, arrival: { ...policy.arrival, reminderBeforeMinutes: 160 } };
    expect(appointment(request, noon, short).reminded).toBe(true);
  });
});
