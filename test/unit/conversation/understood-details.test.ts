import { describe, expect, test } from 'vitest';
import { renderAct } from '#shared/conversation/understand/acts/render-act.ts';
import type { Situation } from '#shared/conversation/understand/situation.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { epochMs } from '#shared/terms/time.ts';
import { gazetteer } from '../../bench/strangers/configured-gazetteer.ts';

/** Saturday 5 December 2026, 17:00 in India. */
const now = epochMs(Date.UTC(2026, 11, 5, 11, 30));
const context = { gazetteer, now };

const read = (text: string, situation: Situation): Record<string, unknown> => {
  const [act] = understand(text, situation, context);
  if (!act) throw new Error('no act');
  return renderAct(act, { text, ...context });
};
const asked = (field: NonNullable<Situation['asked']>): Situation => ({
  as: 'family',
  asked: field,
});
const alerted: Situation = { as: 'donor', alert: true };
const nobody: Situation = { as: 'anyone' };

describe('the details of a text', () => {
  test.each([
    ['Plazma chahiye 2 packet, O pos, Malkhan Singh hospital Aligarh', { component: 'plasma' }],
    ['FFP 3 packet A+ chahiye SRN hospital', { component: 'plasma', units: 3 }],
    ['F F P four unit group is A positive, SRMS Bareilly', { component: 'plasma' }],
    ['Need platelets. count only 9000. B+. Apollo Lucknow', { component: 'platelets' }],
    ['प्लेटलेट चाहिए। काउंट 12000 है। O+ KGMU', { component: 'platelets' }],
    ['Req 3 units PRBC AB+, rcvd 1, bal 2, Rama hospital Azamgarh', { units: 2 }],
    ['B+ve, PRBC, one (1) unit. Chirayu hospital', { units: 1 }],
    ['O+ 4 units chahiye, bypass 14 December ko hai, Medanta Lucknow', { urgency: 'planned' }],
    ['har 20 din me chadhta hai, is baar 14 tarikh ko B+ 1 unit SRN', { urgency: 'planned' }],
    ['हालत बहुत नाजुक है, O- 1 यूनिट चाहिए SRN', { urgency: 'critical' }],
    ['haalat najuk hai, O- 1 unit chahiye SRN', { urgency: 'critical' }],
  ])('"%s" says them', (text, details) => {
    expect(read(text, nobody)).toMatchObject(details);
  });

  test.each([
    ['2 units A positive kept ready. My cousin is B+ and can donate in exchange', 'A+'],
    ['Need B- 1 unit. His uncle is A+, we can give one donor', 'B-'],
    ['Looking for O+ donors, 6 units. We can give replacement donors (A+, B+)', 'O+'],
    ['हम लोगों के पास AB पॉजिटिव वाले दो आदमी हैं, वो बदले में दे देंगे, हमको O निगेटिव चाहिए', 'O-'],
  ])('"%s" needs %s', (text, group) => {
    expect(read(text, nobody)['group']).toBe(group);
  });

  test.each([
    ['burn patient, KGMU Lucknow, plasma 3 units O+ needed', nobody],
    ['A+ platelets 4 units required urgently, AIIMS Rishikesh', nobody],
    ['मेरठ मेडिकल, एल एल आर एम वाला', asked('hospital')],
    ['A+ 2 unit Mahamana Pandit Madan Mohan Malviya Cancer Centre Varanasi', nobody],
    ['B+ 1 unit Pt Ram Lal cancer centre Agra kal', nobody],
    ['patient is being operated now', nobody],
    ['patient is being referred to SGPGI lucknow', nobody],
    ['patient undergoing surgery, B+ 2 units SRN', nobody],
  ])('"%s" names no patient', (text, situation) => {
    expect(read(text, situation)).not.toHaveProperty('patient');
  });

  test.each([
    [
      'A+ 2 unit Mahamana Pandit Madan Mohan Malviya Cancer Centre Varanasi',
      'MPMM Cancer Varanasi',
    ],
    ['B+ 1 unit मालवीय कैंसर सेंटर वाराणसी में', 'MPMM Cancer Varanasi'],
    ['B+ 1 unit Homi Bhabha Cancer Hospital Varanasi kal', 'Homi Bhabha Cancer, Varanasi'],
    ['B+ 1 unit Pt Ram Lal cancer centre Agra kal', 'Ram Lal Cancer Centre, Agra'],
    ['AB+ 1 unit Kalyan Singh cancer institute Lucknow urgent', 'Kalyan Singh Cancer, Lucknow'],
    [
      'B+ 2 unit Kalyan Singh Super Speciality Cancer Institute, Lucknow',
      'Kalyan Singh Cancer, Lucknow',
    ],
    [
      'B+ 2 unit Kalyan Singh Super Specialty Cancer Hospital, Lucknow',
      'Kalyan Singh Cancer, Lucknow',
    ],
    ['B+ 2 unit Heritage super speciality hospital Varanasi', 'Heritage Hospital, Varanasi'],
    ['B+ 2 unit super speciality hospital Noida', 'Super Speciality, Noida'],
  ])('"%s" is in that hospital, and names no attendant', (text, place) => {
    expect(read(text, nobody)['place']).toBe(place);
    expect(read(text, nobody)).not.toHaveProperty('attendant');
  });

  test.each([
    ['चार यूनिट खून मांगा था दो यूनिट का इंतजाम हो गया है दो यूनिट ए पॉजिटिव और चाहिए', 2],
    ['AB- chahiye KGMU, 5 bottle maang rahe hain, 2 hum log de chuke, 3 bacha hai', 3],
    ['O+ blood SRN hospital 3 unit chahiye tha, 1 mil gaya, 2 baki', 2],
    ['AB+ platelets do koi, Mission hospital Bareilly', undefined],
    ['namaste, ek mahila hai, A positive khoon chahiye, Mahila Aspatal Basti', undefined],
  ])('"%s" needs %s units', (text, units) => {
    expect(read(text, nobody)['units']).toBe(units);
  });

  test.each([
    ['Hb 6 hai, teen likha hai', 'units', { units: 3 }],
    ['ekke botal bhaiya', 'units', { units: 1 }],
    ['sada khoon hi chahiye', 'component', { component: 'whole-blood' }],
    ['I do not know all this. Simple blood only', 'component', { component: 'whole-blood' }],
    ['platelets only', 'component', { component: 'platelets' }],
    ['shabnam naam hai, w/o naushad, umar 34', 'patient', { patient: 'Shabnam' }],
    ['बेबी ऑफ किरन लिखा है', 'patient', { patient: 'किरन' }],
    ['मंगल की सुबह तक', 'neededBy', { neededBy: '2026-12-08T09:00:00+05:30' }],
    ['Monday 7.30 in the morning', 'neededBy', { neededBy: '2026-12-07T07:30:00+05:30' }],
    ['naam galat hai, Ramesh nahi Suresh hai', 'summary', { patient: 'Suresh' }],
    ['teen likha hai parche pe par do bhi mil jaye to chalega', 'units', { units: 3 }],
    ['hospital is Neelkanth not SBD', 'summary', { place: 'Neelkanth' }],
    ['baaki sab theek hai bas hospital Keshlata hai', 'summary', { place: 'Keshlata' }],
    ['Basti. malviya road. pin code 272001', 'place', { place: 'Basti', pin: '272001' }],
    ['bhanja Zubair wahin hai usko call karna 9568301172', 'attendant', { attendant: 'Zubair' }],
  ] as const)('"%s" answers the question about %s', (text, field, details) => {
    expect(read(text, asked(field))).toMatchObject(details);
  });

  test.each([
    ['B+ 2 unit SRN hospital, naam Ramkishor hai', { patient: 'Ramkishor' }],
    ['plasma AB+ 4 unit, Hamza bhai se baat karein 8090014467', { attendant: 'Hamza' }],
    [
      'Need B+ blood 2 units SRN hospital urgent patient Ramesh attendant Sunita 9876543210',
      { patient: 'Ramesh', attendant: 'Sunita' },
    ],
    ['ओ पॉजिटिव 1 यूनिट चाहिए मरीज गोपाल अटेंडेंट लीला', { patient: 'गोपाल', attendant: 'लीला' }],
    ['O+ 1 unit chahiye, संपर्क हरीश ९७१९०४८२६५', { phone: '+919719048265' }],
    ['O- ek unit, दुफरिन कानपुर में भरती है', { place: 'Dufferin Kanpur' }],
  ])('"%s" says who and where', (text, details) => {
    expect(read(text, nobody)).toMatchObject(details);
  });

  test.each([
    'main Mirzapur se bol raha hu, B- do unit khoon chahiye',
    'mai akeli hu, B- do unit khoon chahiye',
  ])('"%s" has no name', (text) => {
    expect(read(text, nobody)).not.toHaveProperty('attendant');
  });

  test.each([
    ['group B- hai, galti se B+ likha tha, 2 unit chahiye', { group: 'B-' }],
    ['O- chahiye 2 unit, by mistake I wrote O+', { group: 'O-' }],
    ['A+ ki 2 unit chahiye, hum badle me O+ denge', { group: 'A+' }],
    ['Blood group Oh hai, O positive mat samajhna. 2 unit SGPGI Lucknow', { group: 'Oh' }],
    [
      'Sister Rekha, Shanti Nursing Home Basti. 2 unit O-. Husband Guddu will talk 9415027731',
      { attendant: 'Guddu' },
    ],
    ['Sub Maj Harpal Singh this side, O- 1 unit chahiye', { attendant: 'Harpal Singh' }],
    ['B+ ka 2 unit chahiye aaj, mai rakesh 9415027738', { attendant: 'Rakesh' }],
    ['AB+ chahiye 2 unit. badle me hum O+ aur B+ de sakte hai jitna chahiye', { group: 'AB+' }],
    ['ए निगेटिव चाहिए 1 यूनिट। बदले में हम ओ पॉजिटिव या बी पॉजिटिव जितना चाहिए दे देंगे', { group: 'A-' }],
    ['mera group A+ hai, par papa ko B- chahiye', { group: 'B-' }],
    ['PRBC x 3, A+, Sun hospital', { units: 3 }],
    ['5 units A+ needed, relatives gave 2 already', { units: 3 }],
    ['A+ chahiye SRN me, unit 2 nahi 3', { units: 3 }],
    ['ए पॉजिटिव चाहिए, यूनिट दो नहीं तीन', { units: 3 }],
  ])('"%s" needs %o', (text, details) => {
    expect(read(text, nobody)).toMatchObject(details);
  });

  test.each([
    'साहब मैं किसान हूं गांव से, B+ दो यूनिट खून चाहिए',
    'sir mai trackman hu, B- do unit khoon chahiye',
  ])('"%s" names no one: a trade is no name', (text) => {
    expect(read(text, nobody)).not.toHaveProperty('attendant');
  });

  test.each([
    ['Yes. What should I bring?', ['yes', 'ask']],
    ['haan aaunga. sath me kya lana hai aadhar card?', ['yes', 'ask']],
    ['Jaundice hua tha june me. Allowed?', ['ask']],
  ])('"%s" says %o, sentence by sentence', (text, acts) => {
    const said = understand(text, alerted, context).map(({ act }) => act);
    expect(said).toEqual(acts);
  });

  test.each([
    ['Four. Hb is 6 only', 4],
    ['बच्चा चार साल का है, एक ही बोतल बोली है', 1],
    ['4 manga tha, 3 bhai log ne de diya', 1],
    ['दो। पहले तो तीन कहे थे', 2],
  ])('"%s" answers the question for units with %i', (text, units) => {
    expect(read(text, { as: 'family', asked: 'units' })).toMatchObject({ units });
  });

  test.each([
    ['bike pancher ho gai, ek ghanta lagega', '2026-12-05T18:00:00+05:30'],
    ['raat 8 baje duty khatam, uske baad aaunga', '2026-12-05T20:00:00+05:30'],
    ['Not tonight. I will come tomorrow morning', '2026-12-06T09:00:00+05:30'],
  ] as const)('"%s" comes later, at %s', (text, time) => {
    expect(read(text, alerted)).toEqual({ act: 'later', time });
  });

  test.each(['छुट्टी मिल गई तो आ जाऊँगा', 'sahab chhutti de diye to aa jaunga'])(
    '"%s" is no yes',
    (text) => {
      expect(read(text, alerted)).toEqual({ act: 'unclear' });
    },
  );
});
