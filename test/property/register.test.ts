import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Donor, donorSchema } from '#shared/people/donor.ts';
import { type Registration, register } from '#shared/people/register.ts';
import { after, daySchema } from '#shared/terms/time.ts';
import { aDonor, noon, policy } from '../fixtures/requests.ts';

const { donor: fixture } = aDonor();
if (!fixture) throw new Error('no donor');

/** A donor with every field of the schema, new fields included: a field without a value here gets a marker. */
const before = {
  ...Object.fromEntries(Object.keys(donorSchema.shape).map((field) => [field, `any ${field}`])),
  ...fixture,
  weightKg: 71,
  email: 'before@example.org',
  lastDonation: { day: daySchema.parse('2026-03-02'), component: 'platelets' },
  lastWholeBlood: daySchema.parse('2026-01-05'),
  apheresisDays: [daySchema.parse('2026-03-02')],
  donationBefore: { day: daySchema.parse('2026-01-05'), component: 'whole-blood' },
  donations: 4,
  deferredUntil: noon,
  pausedUntil: noon,
  record: { tries: 5, saidYes: 3, came: 2, missed: 1, turnedAway: 0 },
  remindAt: noon,
} as Donor;

const { group, sex, birthYear, pin, place, consent } = fixture;
/** A registration that says the required fields and these optional ones, with values that differ from `before`. */
const optional = { weightKg: 64, email: 'now@example.org', pausedUntil: after(noon, 1) };
const everything: Registration = {
  ...{ group, sex, birthYear, pin, place, consent, lastDonation: null },
  ...optional,
};
const derived = ['cell', 'mayGiveFrom', 'consent', 'lastDonation'];

const without = (fields: string[], value: 'absent' | 'undefined'): Registration => {
  const entries = Object.entries(everything);
  return Object.fromEntries(
    value === 'absent'
      ? entries.filter(([field]) => !fields.includes(field))
      : entries.map(([field, said]) => [field, fields.includes(field) ? undefined : said]),
  ) as Registration;
};

describe('register()', () => {
  it('keeps every donor field that the registration does not say', () => {
    const anyUnsaid = fc.subarray(Object.keys(optional));
    const anyAbsence = fc.constantFrom<'absent' | 'undefined'>('absent', 'undefined');
    fc.assert(
      fc.property(anyUnsaid, anyAbsence, (unsaid, value) => {
        const said = without(unsaid, value);
        const registered: Record<string, unknown> = register(said, before, policy);
        const kept = Object.keys(donorSchema.shape).filter(
          (field) =>
            !derived.includes(field) && (said as Record<string, unknown>)[field] === undefined,
        );
        expect(kept.length).toBeGreaterThanOrEqual(7 + unsaid.length);
        for (const field of kept)
          expect(registered[field], field).toEqual((before as Record<string, unknown>)[field]);
      }),
    );
  });

  it('replaces every donor field that the registration says', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(optional)), (unsaid) => {
        const said = without(unsaid, 'absent');
        const registered: Record<string, unknown> = register(said, before, policy);
        for (const [field, value] of Object.entries(said))
          if (!derived.includes(field)) expect(registered[field], field).toEqual(value);
      }),
    );
  });

  it('stores nothing that is not a donor field', () => {
    const row = { ...everything, phone: '+919450000001', name: 'Amit', language: 'hi' };
    const registered = register(row, undefined, policy);
    const fields = Object.keys(donorSchema.shape);
    expect(Object.keys(registered).filter((field) => !fields.includes(field))).toEqual([]);
    expect(donorSchema.parse(registered)).toEqual(registered);
  });

  it.each([
    ['an earlier day', '2026-02-01', { day: '2026-03-02', component: 'platelets' }],
    ['the same day', '2026-03-02', { day: '2026-03-02', component: 'platelets' }],
    ['a later day', '2026-04-01', { day: '2026-04-01', component: 'whole-blood' }],
    ['never', null, { day: '2026-03-02', component: 'platelets' }],
  ])('keeps the later donation when the registration says %s', (_name, day, expected) => {
    const lastDonation = day === null ? null : daySchema.parse(day);
    expect(register({ ...everything, lastDonation }, before, policy).lastDonation).toEqual(
      expected,
    );
  });

  it('starts without history for a new donor', () => {
    const { donations, record } = register(everything, undefined, policy);
    expect({ donations, record }).toEqual({
      donations: 0,
      record: { tries: 0, saidYes: 0, came: 0, missed: 0, turnedAway: 0 },
    });
  });
});
