import { expect, test } from 'vitest';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { languages } from '#shared/terms/language.ts';
import { paramsFrom, sampleKit, sampleNow } from '../../fixtures/messages.ts';
import { config, hotlineNumber } from '../fault-people.ts';
import { meaningsIn } from './message-meaning.ts';

/** As short as one sentence can be: it stands in a longer one too. */
const alsoIn: Record<string, string[]> = {
  callCut: ['askNeededBy', 'callCut'],
  doneWithoutDonor: ['statusSearching', 'doneWithoutDonor'],
};

test('whatever the hotline says is recognised for what it is, in the language in which it is said', () => {
  const params = paramsFrom({ ...sampleKit, phone: '+919450000011', person: 'Kamla' });
  const context = { now: sampleNow, groupName: config.groupName, number: hotlineNumber };
  for (const language of languages)
    for (const key of Object.keys(params) as (keyof typeof params)[]) {
      const text = formatMessage({ key, params: params[key] } as Message, language, context);
      const found = meaningsIn(text);
      expect(found.map((one) => one.language)).toEqual(found.map(() => language));
      // What MYDATA says of somebody is said elsewhere in the same words.
      const keys = found
        .map((one) => one.key)
        .filter((one) => one === key || !one.startsWith('myData'));
      expect([[key], alsoIn[key]], `${language}: ${text}`).toContainEqual(keys);
    }
});
