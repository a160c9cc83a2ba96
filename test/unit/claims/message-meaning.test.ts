import { expect, test } from 'vitest';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { languages } from '#shared/terms/language.ts';
import { config, hotlineNumber } from '../../faults/fault-people.ts';
import { paramsFrom, sampleKit, sampleNow } from '../../fixtures/messages.ts';
import { findMessages } from '../../world/claims/message-meaning.ts';

/** Sentences whose fixed words also occur in another message. */
const alsoIn: Record<string, string[]> = {
  alert: ['alert', 'alertAgain'],
  alertAgain: ['alert', 'alertAgain'],
  callCut: ['askNeededBy', 'callCut'],
  requestNotSent: ['askPatient', 'requestNotSent'],
  doneWithoutDonor: ['statusSearching', 'doneWithoutDonor'],
  donorDropped: ['donorNewTime', 'donorDropped'],
};

const flags = ['bridged', 'said', 'asap', 'unplaced'] as const;

test.each([undefined, ...flags])(
  'findMessages recognises every message in its language: %s',
  (flag) => {
    const params = paramsFrom({
      ...sampleKit,
      phone: '+919450000011',
      person: 'Kamla',
      ...(flag && { [flag]: true }),
    });
    const context = { now: sampleNow, groupName: config.groupName, number: hotlineNumber };
    for (const language of languages)
      for (const key of Object.keys(params) as (keyof typeof params)[]) {
        const text = formatMessage({ key, params: params[key] } as Message, language, context);
        const found = findMessages(text);
        expect(found.map((one) => one.language)).toEqual(found.map(() => language));
        // Parts of MYDATA use the same words as other messages.
        const keys = found
          .map((one) => one.key)
          .filter((one) => one === key || !one.startsWith('myData'));
        expect([[key], alsoIn[key]], `${language}: ${text}`).toContainEqual(keys);
      }
  },
);
