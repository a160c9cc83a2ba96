import { describe, expect, test } from 'vitest';
import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { phrases } from '#shared/messages/catalog/phrases.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Language } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { type Kit, paramsFrom, sampleKit, sampleNow } from '#test/fixtures/messages.ts';

/* A donor who reads an alert sees first who sends it. Only the longest names of hospitals leave no room for that. */

const number = phoneNumberSchema.parse('+915320000000');
const everyDay: [Language, string, Partial<Kit>][] = [
  ['hi', 'स्वरूप रानी अस्पताल, प्रयागराज', { units: 1 }],
  ['hi', 'केजीएमयू, लखनऊ', { units: 1, component: 'platelets' }],
  ['hi', 'बीएचयू, वाराणसी', { units: 3, group: 'AB+', component: 'red-cells' }],
  ['hi', 'जिला अस्पताल, फतेहपुर', { units: 4, group: 'O-' }],
  ['hi-Latn', 'SRN Hospital, Prayagraj', { units: 1 }],
  ['hi-Latn', 'KGMU, Lucknow', { units: 1, component: 'platelets' }],
  ['hi-Latn', 'BHU, Varanasi', { units: 3, group: 'AB+', component: 'plasma' }],
  ['hi-Latn', 'Beli Hospital, Prayagraj', { units: 4, group: 'O-' }],
  ['hi-Latn', 'District Hospital, Jaunpur', { units: 4, group: 'O-' }],
  ['en', 'SRN Hospital, Prayagraj', { units: 1 }],
  ['en', 'KGMU, Lucknow', { units: 1, component: 'platelets' }],
  ['en', 'BHU, Varanasi', { units: 3, group: 'AB+', component: 'plasma' }],
  ['en', 'District Hospital, Jaunpur', { units: 4, group: 'O-' }],
];

describe('an alert of every day', () => {
  test.each(everyDay)('in %s, at %s, begins with the name of the group', (language, at, what) => {
    const groupName = language === 'hi' ? 'पुलिस मित्र' : 'Police Mitra';
    const context: MessageContext = { now: sampleNow, groupName, number };
    const [hospital = '', place = ''] = at.split(', ');
    const kit = { ...sampleKit, ...what, hospital, place };
    const params = paramsFrom(kit).alert;
    const text = formatMessage({ key: 'alert', params }, language, context);
    expect(text.startsWith(`${groupName}: ${phrases[language].needForDonor(kit)}`), text).toBe(
      true,
    );
    expect(text).toContain(at);
  });
});
