import { describe, expect, it } from 'vitest';
import { mayCallBack } from '#shared/people/calls/call-back.ts';
import { newPerson, type Person } from '#shared/people/person.ts';
import { requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs, hours, minutes } from '#shared/terms/time.ts';
import { callingConfig } from '../../world/world.ts';

const { calls } = callingConfig().policy;
const calledBackAt = epochMs(1_800_000_000_000);
const person = (more: Partial<Person> = {}): Person => ({
  ...newPerson(phoneNumberSchema.parse('+919415012345'), calledBackAt),
  calledBackAt,
  ...more,
});
const waits = {
  requests: [
    {
      requestId: requestIdSchema.parse('r1'),
      code: requestCodeSchema.parse('4821'),
      open: true,
      at: calledBackAt,
    },
  ],
};

describe('a missed call', () => {
  it.each([
    ['after a call back with a key', {}, minutes(3)],
    ['after one call back without a key', { callsWithoutKey: 1 }, minutes(3)],
    ['after two', { callsWithoutKey: 2 }, hours(1)],
    ['after three', { callsWithoutKey: 3 }, hours(24)],
    ['after many', { callsWithoutKey: 9 }, hours(24)],
    ['after three, of a family that waits', { callsWithoutKey: 3, ...waits }, hours(1)],
  ])('%s is returned only after the pause', (_, more, pause) => {
    const at = (ms: number) => mayCallBack(person(more), epochMs(calledBackAt + ms), calls);
    expect(at(pause)).toBe(false);
    expect(at(pause + 1)).toBe(true);
  });

  it('is returned at once when it is the first', () => {
    const { calledBackAt: at = calledBackAt, ...first } = person();
    expect(mayCallBack(first, at, calls)).toBe(true);
  });
});
