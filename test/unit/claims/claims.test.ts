import { describe, expect, test } from 'vitest';
import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { anOutboxRow, aRequest, at, phone } from '../../contract/samples.ts';
import { paramsFrom, sampleKit } from '../../fixtures/messages.ts';
import { claims } from '../../world/claims/claims.ts';
import { watchClaims } from '../../world/claims/claims-of-world.ts';

/** Sentences with a code that ask, explain, or repeat what their reader wrote: whatever is stored, they are true. */
const claimNothing: MessageKey[] = [
  'menuRequester',
  'whereToCome',
  'groupNeeded',
  'unitsNotAdded',
  'verifyUnknown',
  'verifyOwn',
  'familyLink',
  'loginCode',
  'alertYesNotYet',
  'ownTimeTooLate',
  'ownTimeTooLateAgreed',
  'alreadySaidNo',
  'codeUnknown',
  'alertChanged',
  // Their code is that of a half hour at a camp.
  'campBooked',
  'campReminder',
  'campDoor',
  'campAskBack',
  'campDoorUnknown',
];

test('every sentence about one request says what it claims, or claims nothing', () => {
  const withCode = Object.entries(paramsFrom(sampleKit))
    .filter(([, params]) => 'code' in params)
    .map(([key]) => key as MessageKey);
  const unsorted = withCode.filter((key) => !(key in claims) && !claimNothing.includes(key));
  expect(unsorted).toEqual([]);
  expect(claimNothing.filter((key) => key in claims)).toEqual([]);
  expect(Object.keys(claims).filter((key) => !withCode.includes(key as MessageKey))).toEqual([]);
});

describe('a sentence that is stored', () => {
  const closed: Request['phase'] = { type: 'closed', at, reason: 'expired' };
  const searching: Request['phase'] = {
    type: 'searching',
    reach: 0,
    nextStageAt: at,
    toReplace: 0,
    exhausted: false,
  };
  const told = (phase: Request['phase'], message: Message) => {
    const request = requestSchema.parse({ ...aRequest('r1'), phase });
    const row = anOutboxRow('m1', { message, to: phone(2) });
    const watched = watchClaims({ stored: () => [request, row], writerOf: () => phone(2) });
    watched.saved([{ put: row }]);
    watched.saved([
      { add: { kind: 'reply', id: 'SM1', at, text: `Request ${request.code}: verified` } },
    ]);
    return watched.broken();
  };
  const { code } = aRequest('r1');

  test('is found where it is untrue', () => {
    expect(told(searching, { key: 'requestVerified', params: { code } })).toEqual([]);
    expect(told(closed, { key: 'requestVerified', params: { code } })).toHaveLength(1);
    const units = { code, units: aRequest('r1').units };
    expect(told(searching, { key: 'unitsAdded', params: units })).toEqual([]);
    expect(told(searching, { key: 'unitsAdded', params: { code, units: 9 } })).toHaveLength(1);
  });
});
