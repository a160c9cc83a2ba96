import { describe, expect, test } from 'vitest';
import type { Contact } from '#shared/people/after-gift/contact.ts';
import { withReturn } from '#shared/people/after-gift/contact.ts';
import { isHeldOut } from '#shared/people/after-gift/hold-out.ts';
import { differenceOf, measureReturn } from '#shared/people/after-gift/measure-return.ts';
import { eveningFrom } from '#shared/people/after-gift/when-to-tell.ts';
import { usualAfterGiftRules as rules } from '#shared/terms/after-gift/after-gift-rules.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, dayOf, days, fromCalendar, minutes, toCalendar } from '#shared/terms/time.ts';

const phones = Array.from({ length: 10_000 }, (_, i) =>
  phoneNumberSchema.parse(`+9194150${String(i).padStart(5, '0')}`),
);
const noon = fromCalendar({ year: 2026, month: 11, day: 23, hour: 12 });

describe('the share of people who are held out', () => {
  test('is as large as the policy says, among neighbouring numbers too', () => {
    const held = phones.filter((phone) => isHeldOut('news', phone, 0.2)).length;
    expect(held / phones.length).toBeGreaterThan(0.19);
    expect(held / phones.length).toBeLessThan(0.21);
  });
  test('is drawn for each message by itself', () => {
    const [news, lapsed] = (['news', 'lapsed'] as const).map(
      (what) => new Set(phones.filter((phone) => isHeldOut(what, phone, 0.5))),
    );
    const both = [...(news ?? [])].filter((phone) => lapsed?.has(phone)).length;
    expect(both / phones.length).toBeGreaterThan(0.23);
    expect(both / phones.length).toBeLessThan(0.27);
  });
  test('is no one at 0, and everyone at 1', () => {
    expect(phones.some((phone) => isHeldOut('again', phone, 0))).toBe(false);
    expect(phones.every((phone) => isHeldOut('again', phone, 1))).toBe(true);
  });
});

describe('the evening', () => {
  test('is between 18:00 and 20:00 of the same day, at different minutes for different people', () => {
    const moments = phones.map((phone) => eveningFrom(noon, { phone }, rules.evening));
    expect(new Set(moments.map(dayOf))).toEqual(new Set(['2026-11-23']));
    expect(new Set(moments.map((moment) => toCalendar(moment).hour))).toEqual(new Set([18, 19]));
    expect(new Set(moments).size).toBe(120);
  });
  test('is the next one from its end on, and never before the moment asked for', () => {
    const wrong = phones.slice(0, 50).flatMap((phone) =>
      Array.from({ length: 96 }, (_, quarter) => {
        const from = after(fromCalendar({ year: 2026, month: 11, day: 23 }), minutes(quarter * 15));
        return { from, moment: eveningFrom(from, { phone }, rules.evening) };
      }).filter(
        ({ from, moment }) =>
          moment < from || moment - from >= days(1) || ![18, 19].includes(toCalendar(moment).hour),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('who came back', () => {
  const turn = (daysAgo: number, more: Partial<Contact> = {}): Contact => ({
    what: 'news',
    at: after(noon, -days(daysAgo)),
    ...more,
  });
  const newsOf = (contacts: Contact[]) => measureReturn(contacts, noon, rules)[0];

  test('is counted with and without the message, once its time is over', () => {
    const back = dayOf(after(noon, -days(100)));
    const late = dayOf(noon);
    expect(
      newsOf([
        turn(200, { back }),
        turn(200),
        turn(190, { back: late }),
        turn(200, { held: true }),
        turn(200, { held: true, back }),
        turn(10, { back: late }),
        turn(179),
      ]),
    ).toEqual({
      what: 'news',
      withinDays: 180,
      with: { people: 3, back: 1 },
      without: { people: 2, back: 1 },
      running: 2,
    });
  });
  test('is the first gift after the turn, not one on its day', () => {
    const contacts = [turn(30), turn(0)];
    const given = withReturn(contacts, dayOf(noon))?.contacts;
    expect(given?.map(({ back }) => back)).toEqual([dayOf(noon), undefined]);
    const later = withReturn(given, dayOf(after(noon, days(5))))?.contacts;
    expect(later?.map(({ back }) => back)).toEqual([dayOf(noon), dayOf(after(noon, days(5)))]);
  });
  test('gives a difference with its interval, and no difference while one side is empty', () => {
    const difference = differenceOf({
      with: { people: 1000, back: 300 },
      without: { people: 1000, back: 200 },
    });
    expect(difference?.points).toBeCloseTo(0.1);
    // Newcombe's interval of 300/1000 against 200/1000.
    expect(difference?.low).toBeCloseTo(0.0622, 3);
    expect(difference?.high).toBeCloseTo(0.1374, 3);
    const one = { people: 1, back: 1 };
    expect(differenceOf({ with: one, without: { people: 0, back: 0 } })).toBeUndefined();
  });
});
