import { describe, expect, it } from 'vitest';
import { hoursOnDuty, type Volunteer, withChecked, withDuty } from '#shared/people/volunteer.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { epochMs, hours, minutes } from '#shared/terms/time.ts';
import { noon } from '../../fixtures/requests.ts';

const later = (ms: number) => epochMs(noon + ms);
const kavita: Volunteer = { zone: zoneIdSchema.parse('agra'), role: 'verifier', onDuty: false };

describe('the hours on duty of a volunteer', () => {
  it('are those between ON and OFF, and those of the stretch that runs', () => {
    const on = withDuty(kavita, true, noon);
    expect(hoursOnDuty(on, later(hours(3)))).toBe(3);
    const off = withDuty(on, false, later(hours(3.5)));
    expect(hoursOnDuty(off, later(hours(90)))).toBe(3);
    const again = withDuty(off, true, later(hours(90)));
    expect(hoursOnDuty(again, later(hours(90) + minutes(30)))).toBe(4);
    expect(again.onDuty).toBe(true);
  });

  it('go on from the first ON, and an OFF without an ON adds nothing', () => {
    const twice = withDuty(withDuty(kavita, true, noon), true, later(hours(1)));
    expect(hoursOnDuty(twice, later(hours(2)))).toBe(2);
    expect(hoursOnDuty(withDuty(kavita, false, noon), later(hours(2)))).toBe(0);
    expect(hoursOnDuty(kavita, noon)).toBe(0);
  });
});

it('a check counts, and leaves the hours', () => {
  const on = withDuty(kavita, true, noon);
  const checked = withChecked(withChecked(on));
  expect(checked.service).toEqual({ checked: 2, dutyMs: 0, since: noon });
  expect(withChecked(kavita).service?.checked).toBe(1);
});
