import { describe, expect, test } from 'vitest';
import type { Message } from '#shared/messages/message-keys.ts';
import { numberSharing, sharingBetween } from '#shared/people/number-sharing.ts';
import type { RequestCommand } from '#shared/request/commands.ts';
import { decide } from '#shared/request/decide.ts';
import { isStale } from '#shared/request/is-stale.ts';
import type { Pledge } from '#shared/request/request.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { Policy } from '#shared/terms/policy.ts';
import type { Sharing } from '#shared/terms/sharing.ts';
import { aDonor, aRequest, noon, policy } from '#test/fixtures/requests.ts';

const sharing = (byPolicy: Sharing): Policy => ({ ...policy, sharing: byPolicy });

describe('number sharing', () => {
  test.each<['woman' | 'man' | 'other', Sharing | undefined, Sharing, Sharing]>([
    ['woman', undefined, 'share', 'bridge'],
    ['woman', 'share', 'share', 'share'],
    ['woman', 'share', 'bridge', 'share'],
    ['man', undefined, 'share', 'share'],
    ['man', undefined, 'bridge', 'bridge'],
    ['man', 'bridge', 'share', 'bridge'],
    ['other', undefined, 'share', 'share'],
  ])('for a %s who chose %s, with policy %s: %s', (sex, chosen, byPolicy, expected) => {
    const person = aDonor({ sex }, chosen ? { sharing: chosen } : {});
    expect(numberSharing(person, sharing(byPolicy))).toBe(expected);
  });

  test('bridges when the family hides its number, whatever the donor chose', () => {
    const man = aDonor({ sex: 'man' }, { sharing: 'share' });
    expect(sharingBetween(man, { sharing: 'bridge' }, policy)).toBe('bridge');
    expect(sharingBetween(man, {}, policy)).toBe('share');
    expect(sharingBetween(man, undefined, policy)).toBe('share');
  });
});

const family = phoneNumberSchema.parse('+919415000001');
const verifier = phoneNumberSchema.parse('+919415000002');

describe('the reason of a refusal', () => {
  const waiting = aRequest({
    phase: { type: 'verifying', round: 1, nextRoundAt: noon, asked: [verifier] },
  });
  type Why = Partial<Extract<RequestCommand, { type: 'refuse' }>>;
  const messagesTo = (phone: PhoneNumber, why: Why) => {
    const command = { type: 'refuse', by: verifier, name: 'Kavita', ...why } as const;
    const decision = decide(waiting, command, noon, policy);
    if ('refused' in decision) throw new Error(decision.refused);
    return decision.effects.flatMap((e) =>
      e.type === 'notify' && e.to === phone ? e.message : [],
    );
  };
  const familyMessages = (why: Why) => messagesTo(family, why);
  const code = waiting.code;

  test('reaches the family in words, as a chosen sentence or as a recording', () => {
    expect(familyMessages({})).toEqual([{ key: 'requestRefused', params: { code } }]);
    expect(familyMessages({ reason: 'no paper' })).toEqual([
      { key: 'requestRefused', params: { code, reason: 'no paper' } },
    ]);
    expect(familyMessages({ why: 'not-true' })).toEqual([
      { key: 'requestRefused', params: { code, why: 'not-true' } },
    ]);
    expect(familyMessages({ aloud: true })).toEqual([
      { key: 'requestRefusedAloud', params: { code } },
    ]);
  });

  test('is kept from the family when it accuses, and the volunteer hears so', () => {
    const thanks = (reason: string) => messagesTo(verifier, { reason });
    expect(familyMessages({ reason: 'fraud' })).toEqual(familyMessages({}));
    expect(thanks('fraud')).toEqual([{ key: 'verifyThanksNo', params: { code, kept: true } }]);
    expect(thanks('no paper')).toEqual([{ key: 'verifyThanksNo', params: { code } }]);
  });
});

describe('isStale() for "has agreed to come"', () => {
  const phone = phoneNumberSchema.parse('+919450000001');
  const pledge = (state: Pledge['state']): Pledge => ({
    alertId: alertIdSchema.parse('a1'),
    donor: { phone, name: 'Anita', sex: 'woman', sharing: 'bridge' },
    state,
    at: noon,
    reminded: false,
  });
  const coming = (shown?: typeof phone): Message => ({
    key: 'donorComing',
    params: {
      code: aRequest().code,
      confirmed: 1,
      given: 0,
      units: 2,
      donor: 'Anita',
      ...(shown && { phone: shown }),
      arriveBy: noon,
    },
  });
  const isTrue = (state: Pledge['state'], shown?: typeof phone) =>
    !isStale(coming(shown), family, aRequest({ pledges: [pledge(state)] }));

  test('is false while the donor is still coming, with a number or without', () => {
    for (const shown of [undefined, phone]) {
      expect(isTrue('confirmed', shown)).toBe(true);
      expect(isTrue('dropped', shown)).toBe(false);
    }
    expect(isTrue('confirmed', phoneNumberSchema.parse('+919450000009'))).toBe(false);
  });
});
