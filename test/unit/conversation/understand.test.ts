import { describe, expect, test } from 'vitest';
import type { ActName } from '#shared/conversation/understand/acts/act.ts';
import { nextQuestionAfter } from '#shared/conversation/understand/acts/next-question.ts';
import { renderAct } from '#shared/conversation/understand/acts/render-act.ts';
import type { Situation } from '#shared/conversation/understand/situation.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { epochMs } from '#shared/terms/time.ts';
import { gazetteer } from '../../bench/strangers/configured-gazetteer.ts';

/** Monday 30 November 2026, 10:00 in India. */
const now = epochMs(Date.UTC(2026, 10, 30, 4, 30));
const context = { gazetteer, now };
const place = gazetteer.find('Prayagraj').town?.value;
if (!place) throw new Error('the configuration has no Prayagraj');

const asked: Situation = { as: 'donor', alert: true };
const pledged: Situation = { as: 'donor', pledge: true };
const checking: Situation = { as: 'verifier', verification: true };
const family: Situation = {
  as: 'family',
  request: { group: 'O+', units: 2, hospital: 'SRN Hospital', place, patient: 'Ramesh' },
};
const nothing: Situation = { as: 'anyone' };

const actsOf = (text: string, situation: Situation): ActName[] =>
  understand(text, situation, context).map(({ act }) => act);

describe('understand', () => {
  test.each([
    ['sorry group is B- not O+', family, ['correct']],
    ['ab tak koi nahi aaya', family, ['nobody-came']],
    ['on my way', pledged, ['yes']],
    ['cannot come now', pledged, ['drop']],
    ['pahunch gya sir', pledged, ['arrived']],
    ['nahi aa paunga, bukhar hai', asked, ['no']],
    ['number band hai', checking, ['unreachable']],
    ['fake hai, mat bhejo kisi ko', checking, ['refused']],
    ['baat ho gayi, case sahi hai', checking, ['verified']],
    ['need B+ blood 2 units SRN hospital urgent', nothing, ['request']],
    ['mujhe bhi donor banna hai', nothing, ['join']],
    ['who are you people', nothing, ['ask']],
    ['donor aa gaye hain, form bhar rahe hain', family, ['arrived']],
    ['kitne log aa rahe hain aur kab', family, ['status']],
    ['ghar wale keh rahe hain ab zaroorat nahi, khoon mil gaya', pledged, ['found-elsewhere']],
    ['jaam me fasa hu, 40 minute aur lagenge', pledged, ['later']],
    ['अभी फोन करती हूँ', checking, ['yes']],
    ['abhi call karta hu', { ...checking, alert: true }, ['later']],
    ['doctor ne bola hb kam hai mera', pledged, ['drop']],
    ['The family told me they managed from relatives so I go home', pledged, ['found-elsewhere']],
    ['खेत पर हूं अभी, आधे घंटे में फोन करके बताता हूं', checking, ['later']],
    ['I am 24, AB positive, want to become a blood donor', nothing, ['join']],
    ['Patient shifted to Max Dehradun just now, send donor there not SBD', family, ['correct']],
    ['khoon mil gaya hai A+ SRN wala', nothing, ['unclear']],
    ['B+ wale case me blood mil gaya hai, ab zaroorat nahi', nothing, ['unclear']],
    ['unko khoon mil gaya', pledged, ['found-elsewhere']],
    ['attendant mil gaya', pledged, ['unclear']],
    ['hum hospital pahunch gaye hai', family, ['unclear']],
    ['we have reached the hospital', family, ['unclear']],
    ['बात हो गई, उनको मिल गया है', checking, ['found-elsewhere']],
    ["I'm driving right now. I'll get back to you soon", pledged, ['unclear']],
    ['हम सूरत में काम करते हैं, बनारस होते तो जरूर आते', asked, ['no']],
    ['भाई झूठ नहीं है मेरी बीवी मर रही है', nothing, ['unclear']],
    ['abhi duty pe hu, baad me karunga', checking, ['later']],
    [
      'Spoke to the son. They got both units from the blood bank, no need now',
      checking,
      ['found-elsewhere'],
    ],
    ['Do you take money? My mother needs O+ blood, SRN hospital', nothing, ['request', 'ask']],
    ['kya aap log khoon bechte hai? kitna paisa', nothing, ['ask']],
    ['Who is running this? And do you take any charges?', nothing, ['ask', 'ask']],
    ['kahan se aa raha hai donor, kitna door hai wo', family, ['ask']],
  ] as const)('reads "%s" as what it says', (text, situation, acts) => {
    expect(actsOf(text, situation)).toEqual([...acts]);
  });

  test.each([
    ['1', asked, 'yes'],
    ['2', asked, 'no'],
    ['DONE', pledged, 'gave'],
    ['DROP', pledged, 'drop'],
    ['STATUS', family, 'status'],
    ['OK 7315', checking, 'verified'],
  ] as const)('takes the command "%s" as the shortest way to say it', (text, situation, act) => {
    expect(actsOf(text, situation)).toEqual([act]);
  });

  test.each([
    ['👍', asked],
    ['haan 🤔', asked],
    ['I will come if my friend comes', asked],
    ['mera bhai nahi aa raha', pledged],
    ['xyz', nothing],
  ])('asks about "%s"', (text, situation) => {
    expect(actsOf(text, situation)).toEqual(['unclear']);
  });

  test('reads no yes, verdict or drop where nothing is open', () => {
    for (const text of ['haan aa raha hu', 'case sahi hai', 'nahi aa paunga', 'koi nahi aaya'])
      for (const act of actsOf(text, nothing))
        expect(['yes', 'verified', 'drop', 'nobody-came']).not.toContain(act);
  });

  test('gives the details that are said, and no others', () => {
    const text = 'need B+ 2 unit SRN hospital, patient Ramesh, call Sunita 9812345678';
    const [act] = understand(text, nothing, context);
    expect(act && renderAct(act, { text, ...context })).toEqual({
      act: 'request',
      group: 'B+',
      units: 2,
      place: 'SRN Hospital',
      patient: 'Ramesh',
      attendant: 'Sunita',
      phone: '+919812345678',
    });
  });

  test.each([
    ['O- 1 unit chahiye, dist hospital Gonda', { place: 'Dist Hospital, Gonda' }],
    ['B+ 2 unit KGMU Lucknow chahiye', { place: 'KGMU Lucknow' }],
  ])('shows the place of "%s" with the town that is said', (text, details) => {
    const [act] = understand(text, nothing, context);
    expect(act && renderAct(act, { text, ...context })).toMatchObject(details);
  });

  test.each([
    ['पाँच बोले थे उसमें से तीन मिल गया है', { as: 'family', asked: 'units' }, 'request', 2],
    ['ek unit to mil gayi blood bank se, ek aur abhi bhi chahiye', family, 'correct', 1],
    ['3 manga tha 2 mil gaya bahar se', family, 'correct', 1],
    ['got 1 unit from blood bank, so only one more needed', family, 'correct', 1],
  ] as const)('reads "%s" as units that are missing still', (text, situation, act, units) => {
    const [first] = understand(text, situation, context);
    expect(first && renderAct(first, { text, ...context })).toEqual({ act, units });
  });

  test.each([
    ['B+ 1 unit chahiye Kalyan Singh Cancer Institute Lucknow', /^Kalyan Singh Cancer, Lucknow$/],
    ['need O- 1 unit, Rajiv Gandhi Cancer Hospital Meerut', /^Rajiv Gandhi Cancer, Meerut$/],
    ['ओ नेगेटिव 1 यूनिट चाहिए, कल्याण सिंह कैंसर संस्थान लखनऊ', /^कल्याण सिंह कैंसर.*, Lucknow$/],
  ])('reads a cancer centre as a place and no person: "%s"', (text, place) => {
    const [act] = understand(text, nothing, context);
    const said = act && renderAct(act, { text, ...context });
    expect(said).toMatchObject({ act: 'request', place: expect.stringMatching(place) });
    expect(said).not.toHaveProperty('attendant');
    expect(said).not.toHaveProperty('patient');
  });

  test('shows no town that only a PIN gives', () => {
    const text = '273001';
    const [act] = understand(text, { as: 'family', asked: 'place' }, context);
    expect(act && renderAct(act, { text, ...context })).toEqual({ act: 'request', pin: text });
  });

  test('reads a donor’s own time in Indian time', () => {
    const text = 'sham 5 baje aaunga';
    const [act] = understand(text, asked, context);
    expect(act && renderAct(act, { text, ...context })).toEqual({
      act: 'later',
      time: '2026-11-30T17:00:00+05:30',
    });
  });

  test('reads back what changes which donors are asked, and asks what is unclear', () => {
    const read = (text: string, situation: Situation) =>
      nextQuestionAfter(understand(text, situation, context), situation);
    expect(read('sorry group is B- not O+', family)).toEqual({
      asks: 'correction',
      readsBack: true,
    });
    expect(read('xyz', nothing)).toEqual({ asks: 'meaning', readsBack: false });
    expect(read('need B+ blood 2 units', nothing)).toMatchObject({ asks: 'hospital' });
  });
});
