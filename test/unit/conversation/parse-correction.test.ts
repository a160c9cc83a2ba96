import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { parseCorrection } from '#shared/conversation/replies/parse-correction.ts';
import { isPlainAgreement } from '#shared/conversation/replies/plain-agreement.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { dayOf, fromCalendar } from '#shared/terms/time.ts';
import rawConfig from '../../../hotline.config.json' with { type: 'json' };
import { aRequest } from '../../fixtures/requests.ts';

const gazetteer = createGazetteer(hotlineConfigSchema.parse(rawConfig));
const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 11 });
const request = aRequest({ group: 'B+', units: 2, hospital: 'SRN Hospital', patient: 'Ramesh' });
const read = (text: string) => parseCorrection(text, request, { gazetteer, now });
const changes = (text: string) => {
  const found = read(text);
  return typeof found === 'object' ? found.changes : found;
};

describe('a correction of an open request', () => {
  test.each([
    ['sorry group is B- not B+', 'B-'],
    ['B+ nahi B- hai', 'B-'],
    ['B- hai B+ nahi', 'B-'],
    ['बी पॉजिटिव नहीं बी नेगेटिव है', 'B-'],
    ['group galat tha, O+ hai', 'O+'],
    ['it is AB- instead of B+', 'AB-'],
    ['not B+ its O-', 'O-'],
    ['sorry need O+ blood not B+', 'O+'],
    ['change B+ to B-', 'B-'],
    ['B-', 'B-'],
  ])('"%s" names the group %s', (text, group) => {
    expect(changes(text)).toEqual({ group });
  });

  test.each([
    ['2 nahi 1 unit hi chahiye', 1],
    ['1 unit hi chahiye, 2 nahi', 1],
    ['2 nahi 1 chahiye', 1],
    ['only 1 unit needed', 1],
    ['we need 3 more units', 5],
    ['doctor ne bola 1 unit aur chahiye', 3],
    ['डॉक्टर 2 यूनिट और माँग रहे हैं', 4],
    ['अब सिर्फ 1 यूनिट चाहिए', 1],
    ['not 2 units, 3 units', 3],
    ['sorry 3 units', 3],
  ])('"%s" asks for %i units', (text, units) => {
    expect(changes(text)).toEqual({ units });
  });

  test.each([
    ['shift to Beli hospital', 'Beli Hospital'],
    ['patient ko Beli hospital shift kar diya', 'Beli Hospital'],
    ['SRN nahi Beli me aaiye', 'Beli Hospital'],
    ['not SRN but Beli', 'Beli Hospital'],
    ['अस्पताल बदल गया, बेली अस्पताल', 'Beli Hospital'],
    ['SRN se Beli shift ho gaye', 'Beli Hospital'],
    ['now we are in Beli hospital', 'Beli Hospital'],
    ['refer kar diya Lucknow KGMU', 'KGMU Lucknow'],
  ])('"%s" names the hospital %s', (text, hospital) => {
    expect(changes(text)).toMatchObject({ hospital });
    expect(changes(text)).not.toHaveProperty('group');
    expect(changes(text)).not.toHaveProperty('neededBy');
  });

  test.each([
    ['kal nahi parso', '2026-11-25'],
    ['aaj nahi kal chahiye', '2026-11-24'],
    ['कल नहीं परसों', '2026-11-25'],
    ['operation postponed, friday', '2026-11-27'],
  ])('"%s" names the day %s', (text, day) => {
    const found = changes(text);
    expect(typeof found === 'object' && found.neededBy && dayOf(found.neededBy)).toBe(day);
  });

  test.each([
    ['platelets chahiye khoon nahi', { component: 'platelets' }],
    ['not blood, platelets', { component: 'platelets' }],
    ['attendant is Mohan now', { attendant: 'Mohan' }],
    ['Mohan se milna', { attendant: 'Mohan' }],
    ['patient name is Rakesh', { patient: 'Rakesh' }],
  ])('"%s" changes %j', (text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  test.each(['group galat hai', 'sorry B or O', 'B+ nahi hai'])('"%s" names no group', (text) => {
    expect(changes(text)).not.toMatchObject({ group: expect.anything() });
  });

  test.each([
    'Need A+ blood 1 unit KGMU Lucknow urgent patient Gita',
    'dusre mareez ke liye A+ chahiye',
    'we are waiting here',
    'band karo',
    'bahut dhanyavaad bhaiya',
    'please hurry, not yet',
    'how long will it take',
    'kya aap doctor se baat karenge',
    'B+ hi hai',
    'Need A+ blood 2 units at Colvin',
  ])('"%s" corrects nothing', (text) => {
    const found = changes(text);
    const differs = typeof found === 'object' ? { ...found, group: undefined } : {};
    expect(found === undefined || Object.values(differs).every((v) => v === undefined)).toBe(true);
    expect(typeof found === 'object' ? (found.group ?? 'B+') : 'B+').toBe('B+');
  });

  test.each([
    ['haan badal do', true],
    ['yes please', true],
    ['जी सही है', true],
    ['haan B- hai', false],
    ['yes but 3 units', false],
    ['', false],
  ])('"%s" is plain agreement: %s', (text, expected) => {
    expect(isPlainAgreement(text)).toBe(expected);
  });
});
