import { describe, expect, test } from 'vitest';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Alert } from '#shared/request/alert.ts';
import { decide } from '#shared/request/decide.ts';
import { countAsked } from '#shared/request/lifecycle/sent-home.ts';
import type { Pledge } from '#shared/request/request.ts';
import { alertAgainMessage } from '#shared/request/request-messages.ts';
import { alertIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, days, fromCalendar, hours, minutes, seconds } from '#shared/terms/time.ts';
import { aRequest, noon, policy } from '#test/fixtures/requests.ts';

/* What the hotline says of its own deeds is so. */

const family = phoneNumberSchema.parse('+919415000001');
const verifier = phoneNumberSchema.parse('+919415000002');
const donor = (n: number) => phoneNumberSchema.parse(`+91945000000${n}`);
const waiting = aRequest({
  urgency: 'planned',
  neededBy: after(noon, days(3)),
  phase: { type: 'verifying', round: 1, nextRoundAt: noon, asked: [verifier] },
});
const said = { groupName: 'Police Mitra', number: family };

describe('after the check', () => {
  const night = fromCalendar({ year: 2026, month: 11, day: 23, hour: 21, minute: 50 });
  const morning = fromCalendar({ year: 2026, month: 11, day: 24, hour: 7 });
  test.each([
    ['by day', noon, {}],
    ['at night', night, { askFrom: morning }],
  ])('family and volunteer hear when donors are asked: %s', (_, now, expected) => {
    const decision = decide(waiting, { type: 'verify', by: verifier, name: 'Kavita' }, now, policy);
    if ('refused' in decision) throw new Error(decision.refused);
    const notices = decision.effects.flatMap((e) => (e.type === 'notify' ? [e.message] : []));
    for (const key of ['requestVerified', 'verifyThanksOk'])
      expect(notices).toContainEqual({ key, params: { code: waiting.code, ...expected } });
  });
});

describe('the count of people', () => {
  const alert = (n: number, state: Alert['state'], at = noon) =>
    ({ id: alertIdSchema.parse(`a${n}-${at}`), phone: donor(n), state, at }) as Alert;
  test('counts people, and as silent only who never answered', () => {
    const later = after(noon, hours(1));
    const alerts = [
      ...[alert(1, 'yes'), alert(1, 'sent', later)],
      ...[alert(2, 'no'), alert(2, 'sent', later)],
      ...[alert(3, 'sent'), alert(3, 'sent', later)],
      alert(4, 'queued'),
    ];
    expect(countAsked(alerts)).toEqual({ asked: 3, saidNo: 1, silent: 1 });
  });
});

test('a place that is free again says what is missing now', () => {
  const pledge = (n: number, state: Pledge['state']): Pledge => ({
    alertId: alertIdSchema.parse(`a${n}`),
    donor: { phone: donor(n), name: 'Anita', sex: 'woman', sharing: 'bridge' },
    state,
    at: noon,
    reminded: false,
  });
  const request = aRequest({ units: 3, pledges: [pledge(1, 'donated'), pledge(2, 'confirmed')] });
  expect(alertAgainMessage(request, noon).params.units).toBe(1);
});

test('who asks for an exchange is not told again to offer one', () => {
  const text = (byExchange: boolean) =>
    formatMessage({ key: 'everyoneAsked', params: { code: waiting.code, byExchange } }, 'en', {
      ...said,
      now: noon,
    });
  expect(text(false)).toContain('in exchange');
  expect(text(true)).not.toContain('exchange');
});

test('a reminder that is due now names no clock time', () => {
  const text = (callAgainAt: typeof noon) =>
    formatMessage({ key: 'verifyNotReached', params: { code: waiting.code, callAgainAt } }, 'en', {
      ...said,
      now: noon,
    });
  expect(text(after(noon, seconds(7)))).not.toContain('12 noon');
  expect(text(after(noon, minutes(20)))).toContain('12:20 pm');
});
