import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';

/* A form with English labels is answered in English, though its sender has chosen no language. */

const form = (...lines: string[]): string => lines.join('\n');

const forms = [
  {
    patient: 'Ramesh Kumar',
    text: form(
      'Patient Name: Ramesh Kumar',
      'Blood Group: B+',
      'Units: 2',
      'Hospital: SRN Hospital, Prayagraj',
      'Attendant: Sunita',
      'Contact: 9415600741',
    ),
    read: { group: 'B+', units: 2, hospital: 'SRN Hospital', attendant: 'Sunita' },
    contact: '+919415600741',
  },
  {
    patient: 'Kamla Devi',
    text: form(
      'BLOOD REQUIREMENT',
      'Name: Kamla Devi',
      'Blood Group: A+',
      'Units: 1',
      'Hospital: BHU Varanasi',
      'Attendant: Mohan',
      'Mobile: 9415600743',
    ),
    read: { group: 'A+', units: 1, hospital: 'BHU Sir Sunderlal', attendant: 'Mohan' },
    contact: '+919415600743',
  },
  {
    patient: 'Anwar Ali',
    text: form(
      'Patient: Anwar Ali',
      'Blood Group: O-',
      'Units Required: 3',
      'Hospital: KGMU, Lucknow',
      'Attendant: Shabana',
      'Contact No: 9415600742',
    ),
    read: { group: 'O-', units: 3, hospital: 'KGMU Lucknow', attendant: 'Shabana' },
    contact: '+919415600742',
  },
  {
    patient: 'Anwar Khan',
    text: form(
      'Patient: Anwar Khan',
      'Group: O-',
      'Units: 3',
      'Hospital: KGMU, Lucknow',
      'Attendant: Shabana',
      'Contact: 9415600742',
    ),
    read: { group: 'O-', units: 3, hospital: 'KGMU Lucknow', attendant: 'Shabana' },
    contact: '+919415600742',
  },
];

describe('a form in English', () => {
  for (const { patient, text, read, contact } of forms)
    scenario(`is read whole and answered in English: ${patient}`, async (world) => {
      const family = world.phone('Sunita');
      await family.texts(text);
      family.hearsOnly(/^When is it needed\? 1 = now/);
      const person = await world.store.person(family.number);
      expect(person).toMatchObject({ language: 'en', requestDraft: { ...read, patient, contact } });
      await family.texts('today 6 pm');
      family.hearsOnly(says.summary, `will call ${contact}`, `Patient: ${patient}`);
      await family.texts('1');
      family.hears(says.opened, `One will call ${contact}`);
      family.hearsOnly(says.waits);
    });

  scenario('with its day goes to the summary, in English', async (world) => {
    const family = world.phone('Salma');
    await family.texts(
      form(
        'Name of Patient: Imran',
        'Blood Group: AB+',
        'No. of Units: 2',
        'Hospital Name: SRN Hospital',
        'Date: 24 Nov',
        'Attendant Name: Salma',
        'Phone: 9415600744',
      ),
    );
    family.hearsOnly(says.summary, '2 units AB+ blood, SRN Hospital', 'by tomorrow', 'Imran');
  });
});
