import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { fromCalendar, toCalendar } from '#shared/terms/time.ts';
import rawConfig from '../../../hotline.config.json' with { type: 'json' };

const gazetteer = createGazetteer(hotlineConfigSchema.parse(rawConfig));
/** Monday 30 November 2026, 11:00. */
const now = fromCalendar({ year: 2026, month: 11, day: 30, hour: 11 });

const read = (text: string) => {
  const { hospital, hospitalName, place, neededBy, ...rest } = parseRequest(text, {
    gazetteer,
    now,
  });
  const by = neededBy && toCalendar(neededBy);
  return {
    units: undefined,
    group: undefined,
    groupUnclear: undefined,
    ...rest,
    hospital: hospital?.name ?? hospitalName,
    town: hospital?.place.name ?? place?.name,
    by: by && `${by.day}/${by.month} ${by.hour}:${String(by.minute).padStart(2, '0')}`,
  };
};

describe('a correction inside one text', () => {
  test.each([
    ['pehle 1 unit kaha tha ab 3 unit O+ chahiye Colvin', { units: 3, group: 'O+' }],
    ['pehle 2 ab 4, B+ chahiye SRN', { units: 4 }],
    ['पहले 2 यूनिट कहा था अब 5 यूनिट बी पॉजिटिव चाहिए', { units: 5 }],
    ['earlier we said 2 units, now 3 units B+ SRN', { units: 3 }],
    ['need 4 units B+, got 1, need 3 more, SRN', { units: 3 }],
    ['5 unit chahiye the, 2 mil gaye, 3 aur chahiye, B+ SRN', { units: 3 }],
    ['1 unit mil gaya hai, 2 chahiye B+ Beli', { units: 2 }],
    ['4 unit nahi 3 unit B+ SRN', { units: 3 }],
    ['B+ 2 units sorry 3 units SRN', { units: 3 }],
    ['4 nahi 3', { units: 3 }],
    ['need 4 units B+, got 1, SRN', { units: undefined }],
    ['B+ 2 units needed SRN, 3 units', { units: undefined }],
  ])('takes the units of "%s"', (text, wanted) => expect(read(text)).toMatchObject(wanted));

  test.each([
    ['B+ nahi B- chahiye 2 unit SRN', 'B-'],
    ['not O+ but B+ 2 units needed SRN', 'B+'],
    ['B- hai, B+ nahi', 'B-'],
    ['2 units A+ needed, sorry AB+', 'AB+'],
    ['बी पॉजिटिव नहीं ओ पॉजिटिव खून चाहिए', 'O+'],
    ['B+ 1 unit, galti se likha, O- chahiye', 'O-'],
  ])('takes the group of "%s"', (text, group) =>
    expect(read(text)).toMatchObject({ group, groupUnclear: undefined }),
  );

  test.each(['B+ ya B- chahiye', 'B+ nahi mil raha O+ chahiye', 'O+ 2 units B+ SRN'])(
    'asks for the group of "%s"',
    (text) => expect(read(text)).toMatchObject({ group: undefined, groupUnclear: true }),
  );

  test.each([
    ['platelets nahi prbc chahiye B+ 2 unit', 'red-cells'],
    ['not plasma but platelets B+ 2 units needed', 'platelets'],
    ['B+ 2 unit FFP, sorry platelets', 'plasma', 'platelets'],
  ])('takes the component of "%s"', (text, ...components) =>
    expect(read(text).component).toBe(components.at(-1)),
  );

  test.each([
    ['B- 1 unit, Jaunpur... sorry Ghazipur zila aspatal kal', undefined, 'Ghazipur'],
    [
      'O- 2 units, LB hospital? no sorry Shanti nursing home Gorakhpur',
      'Shanti Nursing Home',
      'Gorakhpur',
    ],
    ['Beli nahi SRN hospital me B+ chahiye', 'SRN Hospital', 'Prayagraj'],
    ['B+ 2 units at Beli not SRN', 'Beli Hospital', 'Prayagraj'],
    ['B+ 2 unit SRN ki jagah Colvin', 'Colvin Hospital', 'Prayagraj'],
    ['B+ 2 unit SRN hospital, Beli se refer hua hai', 'SRN Hospital', 'Prayagraj'],
    [
      'B+ 2 units Sahara hospital Gorakhpur, i mean Sita hospital Gorakhpur',
      'Sita Hospital',
      'Gorakhpur',
    ],
    ['B+ 2 unit SRN Beli kal', undefined, undefined],
  ])('takes the place of "%s"', (text, hospital, town) => {
    const found = read(text);
    if (hospital) expect(found.hospital).toBe(hospital);
    expect(found.town).toBe(town);
  });

  test.each([
    ['kal nahi parso chahiye B+ 2 unit SRN', '2/12 9:00'],
    ['B+ 2 unit SRN, kal, arre sorry aaj hi chahiye', '30/11 20:00'],
    ['O+ 1 unit SRN har 10 din me lagta hai, is baar sunday', '6/12 9:00'],
    ['B+ SRN every 15 days he needs it, this time on friday', '4/12 9:00'],
    ['थैलेसीमिया, हर 20 दिन में लगता है, इस बार बुधवार, बी पॉजिटिव', '2/12 9:00'],
    ['B+ 2 unit har mahine lagta hai', undefined],
  ])('takes the day of "%s"', (text, by) => expect(read(text).by).toBe(by));

  test.each([
    ['patient Ramesh nahi Suresh, B+ 2 unit SRN', { patient: 'Suresh' }],
    ['patient not Ramesh but Suresh, B+ 2 unit', { patient: 'Suresh' }],
    ['patient Ramesh, sorry patient Dinesh, B+ 2 unit', { patient: 'Dinesh' }],
    ['attendant Suresh nahi Mohan 9415600741', { attendant: 'Mohan' }],
  ])('takes the name of "%s"', (text, wanted) => expect(read(text)).toMatchObject(wanted));

  test.each([
    ['B+ nahi', ['group']],
    ['SRN nahi', ['hospital']],
    ['4 unit nahi', ['units']],
  ])('knows what "%s" takes back', (text, denied) => expect(read(text)).toMatchObject({ denied }));

  test.each([
    'Sorry to disturb, need 2 units B+ blood SRN tomorrow',
    'B+ nahi mil raha 2 unit chahiye SRN tomorrow',
    'B+ 2 units SRN tomorrow, sorry for the trouble',
    'bed no 4, B+ 2 units SRN tomorrow, koi donor nahi hai',
  ])('finds no correction in "%s"', (text) =>
    expect(read(text)).toMatchObject({ group: 'B+', units: 2, hospital: 'SRN Hospital' }),
  );
});

describe('hospitals and people in plain words', () => {
  test.each([
    ['need B+ 2 units district hospital Basti today', 'District Hospital', 'Basti'],
    ['B- 1 unit Ghazipur zila aspatal kal', 'Zila Aspatal', 'Ghazipur'],
    ['B+ 2 unit mahila aspatal Azamgarh', 'Mahila Aspatal', 'Azamgarh'],
    ['B+ 2 unit Medanta Lucknow urgent', 'Medanta', 'Lucknow'],
    ['B+ 2 unit Fortis, Kanpur', 'Fortis', 'Kanpur'],
  ])('reads the hospital of "%s"', (text, hospital, town) =>
    expect(read(text)).toMatchObject({ hospital, town }),
  );
  test.each([
    ['B+ 2 units today patient Suresh BP 110/70 Hb 7/12', 'Suresh'],
    ['A- 1 unit SRN urgent, patient Kamla Devi sugar 180/90', 'Kamla Devi'],
    ['O+ 3 unit mareez Anil Hb 6/14 BP 100/60', 'Anil'],
  ])('reads no fraction into the name in "%s"', (text, patient) =>
    expect(read(text)).toMatchObject({ patient }),
  );
  test('reads no blood pressure as a name, and the companion as the attendant', () =>
    expect(read('B+ 2 units patient Ramesh BP 90/60 saath mein Kavita')).toMatchObject({
      patient: 'Ramesh',
      attendant: 'Kavita',
    }));
});
