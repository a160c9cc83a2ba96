import { describe, expect, it } from 'vitest';
import { newAuditEntry } from '#shared/people/audit/audit-entry.ts';
import { dutyGaps, dutyHours } from '#shared/people/audit/duty-hours.ts';
import { newPerson } from '#shared/people/person.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMs, hours, minutes } from '#shared/terms/time.ts';
import { noon } from '../../fixtures/requests.ts';

const phone = phoneNumberSchema.parse('+919415000123');
const zone = zoneIdSchema.parse('agra');
const volunteer = (onDuty: boolean) => ({
  ...newPerson(phone, noon),
  volunteer: { zone, role: 'verifier' as const, onDuty },
});
const change = (at: EpochMs, onDuty: boolean) =>
  newAuditEntry(
    { what: 'volunteer-duty', who: phone, facts: { onDuty } },
    { now: at, id: 'x', forgetAt: noon },
  );

describe('the hours on duty', () => {
  it('go back from now by the trail, hour by hour', () => {
    const on = epochMs(noon - hours(3) - minutes(10));
    const off = epochMs(noon - hours(1) - minutes(10));
    const found = dutyHours([volunteer(false)], [change(off, false), change(on, true)], noon);
    expect(found).toHaveLength(24);
    expect(found.at(-1)).toEqual({ at: noon, count: 0 });
    expect(
      found.filter(({ count }) => count === 1).map(({ at }) => (noon - at) / hours(1)),
    ).toEqual([3, 2]);
  });

  it('name each stretch without a volunteer once', () => {
    const at = (n: number) => epochMs(noon + hours(n));
    const counts = [1, 0, 0, 2, 0].map((count, i) => ({ at: at(i), count }));
    expect(dutyGaps(counts)).toEqual([
      { from: at(1), to: at(3) },
      { from: at(4), to: at(5) },
    ]);
  });
});
