import { describe, expect, test } from 'vitest';
import type { Message } from '#shared/messages/message-keys.ts';
import { numberSharing, sharingBetween } from '#shared/people/number-sharing.ts';
import type { RequestCommand } from '#shared/request/commands.ts';
import { decide } from '#shared/request/decide.ts';
import { isStale } from '#shared/request/is-stale.ts';
import type { Pledge } from '#shared/request/request.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { Policy } from '#shared/terms/policy.ts';
import type { Sharing } from '#shared/terms/sharing.ts';
import { aDonor, aRequest, noon, policy } from '#test/fixtures/requests.ts';

const sharing = (usual: Sharing): Policy => ({ ...policy, sharing: usual });

describe('whose number is shown', () => {
  test.each<['woman' | 'man' | 'other', Sharing | undefined, Sharing, Sharing]>([
    ['woman', undefined, 'share', 'bridge'],
    ['woman', 'share', 'share', 'share'],
    ['woman', 'share', 'bridge', 'share'],
    ['man', undefined, 'share', 'share'],
    ['man', undefined, 'bridge', 'bridge'],
    ['man', 'bridge', 'share', 'bridge'],
    ['other', undefined, 'share', 'share'],
  ])('a %s who chose %s, where the policy is %s: %s', (sex, chosen, usual, expected) => {
    const person = aDonor({ sex }, chosen ? { sharing: chosen } : {});
    expect(numberSharing(person, sharing(usual))).toBe(expected);
  });

  test('a family may hide its number from whoever comes', () => {
    const man = aDonor({ sex: 'man' }, { sharing: 'share' });
    expect(sharingBetween(man, { sharing: 'bridge' }, policy)).toBe('bridge');
    expect(sharingBetween(man, {}, policy)).toBe('share');
    expect(sharingBetween(man, undefined, policy)).toBe('share');
  });
});

const family = phoneNumberSchema.parse('+919415000001');
const verifier = phoneNumberSchema.parse('+919415000002');

describe('why a request is refused', () => {
  const waiting = aRequest({
    phase: { type: 'verifying', round: 1, nextRoundAt: noon, asked: [verifier] },
  });
  const toldFamily = (why: Partial<Extract<RequestCommand, { type: 'refuse' }>>) => {
    const command = { type: 'refuse', by: verifier, name: 'Kavita', reason: '', ...why } as const;
    const decision = decide(waiting, command, noon, policy);
    if ('refused' in decision) throw new Error(decision.refused);
    return decision.effects.flatMap((e) =>
      e.type === 'notify' && e.to === family ? e.message : [],
    );
  };
  const code = waiting.code;

  test('in words, by a key, or aloud', () => {
    expect(toldFamily({ reason: 'no paper' })).toEqual([
      { key: 'requestRefused', params: { code, reason: 'no paper' } },
    ]);
    expect(toldFamily({ why: 'not-true' })).toEqual([
      { key: 'requestRefused', params: { code, reason: '', why: 'not-true' } },
    ]);
    expect(toldFamily({ aloud: true })).toEqual([{ key: 'requestRefusedAloud', params: { code } }]);
  });
});

describe('"has agreed to come", when it leaves', () => {
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

  test('is true of whoever still comes, with a number or without', () => {
    for (const shown of [undefined, phone]) {
      expect(isTrue('confirmed', shown)).toBe(true);
      expect(isTrue('dropped', shown)).toBe(false);
    }
    expect(isTrue('confirmed', phoneNumberSchema.parse('+919450000009'))).toBe(false);
  });
});
