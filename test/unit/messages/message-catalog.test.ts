import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { phrases } from '#shared/messages/catalog/phrases.ts';
import { truncate } from '#shared/messages/format/truncate.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import {
  callCutQuestions,
  donorChanges,
  type Message,
  type MessageKey,
  messageKeys,
  messageSchema,
  refusalReasons,
} from '#shared/messages/message-keys.ts';
import { segmentBudget } from '#shared/messages/segment-budgets.ts';
import { segmentsOf } from '#shared/messages/segments.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { components } from '#shared/terms/component.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { daySchema, epochMs, fromCalendar } from '#shared/terms/time.ts';
import { type Kit, longestKit, paramsFrom, sampleKit, sampleNow } from '#test/fixtures/messages.ts';
import { anyText } from '#test/property/any-text.ts';

const keys = Object.keys(messageKeys) as MessageKey[];
const number = phoneNumberSchema.parse('+915320000000');
const context: MessageContext = { now: sampleNow, groupName: 'Police Mitra X', number };
const saying = (key: MessageKey, kit: Kit, language: Language, from = context): string =>
  formatMessage({ key, params: paramsFrom(kit)[key] } as Message, language, from);

/** Every message in every language with these parameters. */
const everything = (kit: Kit) =>
  keys.flatMap((key) =>
    languages.map((language) => ({ key, language, text: saying(key, kit, language) })),
  );

/** The longest parameters, and others that make another part of a sentence longer. */
const longest: readonly Kit[] = [
  longestKit,
  { ...longestKit, bridged: true },
  { ...longestKit, said: true },
  { ...longestKit, person: '', bridged: true, said: true },
  ...refusalReasons.map((why) => ({ ...longestKit, why })),
  ...donorChanges.map((what) => ({ ...longestKit, what })),
  { ...longestKit, component: 'platelets' },
  { ...longestKit, group: 'Oh' },
  { ...longestKit, component: 'platelets', exchange: true },
  { ...longestKit, at: fromCalendar({ year: 2026, month: 11, day: 24, hour: 12, minute: 35 }) },
  {
    ...longestKit,
    person: 'p'.repeat(300),
    hospital: 'Hospital '.repeat(30),
    place: 'Place '.repeat(30),
    reason: 'because '.repeat(40),
  },
];

describe('the cost of a message', () => {
  test('keeps the budget with the longest parameters, in GSM-7 where the language allows', () => {
    // Most sentences do not change with most parameters, and measuring is slow.
    const said = new Map(longest.flatMap(everything).map((m) => [`${m.key} ${m.text}`, m]));
    const over = [...said.values()]
      .map(({ key, language, text }) => ({
        key,
        language,
        text,
        budget: segmentBudget(key, language),
        ...segmentsOf(text),
      }))
      .filter(
        (m) => m.segments > m.budget || m.encoding !== (m.language === 'hi' ? 'UCS-2' : 'GSM-7'),
      );
    expect(over).toEqual([]);
    expect(everything(longestKit)).toHaveLength(keys.length * 3);
  });

  test('keeps a full MYDATA reply within one text of the carrier: 1,600 characters', () => {
    for (const language of languages) {
      const parts = keys.filter((key) => key.startsWith('myData'));
      const said = parts.map((key) => saying(key, longestKit, language)).join('\n');
      expect(parts.length).toBeGreaterThan(12);
      expect(said.length, language).toBeLessThanOrEqual(1600);
    }
  });

  test('keeps the handover to a volunteer who comes on duty within one text of the carrier', () => {
    for (const language of languages) {
      const asks = ['verifyAsk', 'verifyAsk', 'verifyAsk'] as const;
      const parts = (['dutyOn', ...asks, 'moreToVerify'] as const).map((key) =>
        saying(key, longestKit, language),
      );
      expect(parts.join('\n').length, language).toBeLessThanOrEqual(1600);
    }
  });

  test('allows an alert one segment in en and hi-Latn, two in hi', () => {
    const budgets = languages.map((language) => [language, segmentBudget('alert', language)]);
    expect(Object.fromEntries(budgets)).toEqual({ en: 1, 'hi-Latn': 1, hi: 2 });
  });

  test('is at most two segments with usual names, or four in hi', () => {
    const dear = everything(sampleKit).filter(({ key, language, text }) => {
      const { segments } = segmentsOf(text);
      const isLong = key === 'joinNotice' || (key === 'alertYesConfirmed' && language !== 'hi');
      return segments > (language === 'hi' ? 4 : 2) + (isLong ? 1 : 0);
    });
    expect(dear).toEqual([]);
  });

  test('stays GSM-7 and within the budget when a Latin text has names in Devanagari', () => {
    const kit: Kit = {
      ...longestKit,
      person: 'मोहम्मद सिद्धार्थन',
      hospital: 'स्वरूप रानी अस्पताल',
      place: 'संत कबीर नगर',
      reason: 'यहाँ इस नाम का कोई मरीज नहीं है, फोन भी बंद है',
    };
    const over = everything(kit).filter(
      ({ key, language, text }) =>
        language !== 'hi' &&
        (segmentsOf(text).segments > segmentBudget(key, language) ||
          segmentsOf(text).encoding !== 'GSM-7'),
    );
    expect(over).toEqual([]);
  });

  test('is counted in segments as phones count them', () => {
    expect(segmentsOf('a'.repeat(160))).toEqual({
      encoding: 'GSM-7',
      segments: 1,
      characters: 160,
    });
    expect(segmentsOf('a'.repeat(161))).toMatchObject({ segments: 2 });
    expect(segmentsOf(`[${'a'.repeat(159)}`)).toMatchObject({ segments: 2, characters: 161 });
    expect(segmentsOf('क'.repeat(70))).toEqual({ encoding: 'UCS-2', segments: 1, characters: 70 });
    expect(segmentsOf('नमस्ते')).toMatchObject({ characters: 6 });
    expect(segmentsOf('क'.repeat(71))).toMatchObject({ segments: 2 });
  });
});

describe('a message about calls', () => {
  const told = { ...context, number: phoneNumberSchema.parse('+918001234567') };

  test.each(languages)(
    '%s: keeps the budget for any question after a call that broke off',
    (language) => {
      for (const ask of [...callCutQuestions, undefined]) {
        const params = ask ? { ask } : {};
        const text = formatMessage({ key: 'callCut', params }, language, context);
        expect(segmentsOf(text).segments, ask).toBeLessThanOrEqual(
          segmentBudget('callCut', language),
        );
        expect(text).toContain('0532 000 0000');
        if (ask) expect(text).toContain(formatMessage({ key: ask, params: {} }, language, context));
      }
    },
  );

  test.each(languages)('%s: writes the number as people dial it', (language) => {
    for (const key of ['menu', 'menuDonor', 'menuVolunteer', 'notUnderstood'] as const)
      expect(saying(key, sampleKit, language, told)).toContain('080012 34567');
    const foreign = { ...context, number: phoneNumberSchema.parse('+14155550100') };
    expect(saying('menu', sampleKit, language, foreign)).toContain('+14155550100');
  });

  test.each(languages)('%s: shows no other number to people who talk through ours', (language) => {
    for (const key of ['donorComing', 'alertYesConfirmed', 'standbyPromoted'] as const)
      for (const person of ['Sunil', '']) {
        const shared = saying(key, { ...sampleKit, person }, language);
        expect(shared).toContain('+919415012345');
        expect(shared).not.toContain('0532');
        const text = saying(key, { ...sampleKit, person, bridged: true }, language);
        expect(text).not.toMatch(/9415012345/);
        expect(text).toMatch(/0532 000 0000.*1/);
      }
  });

  test("names a hospital as the reader's language says it, and its town once", () => {
    const named = {
      ...context,
      placeName: () => 'प्रयागराज',
      hospitalName: () => 'डफरिन अस्पताल प्रयागराज',
    };
    const text = saying('whereToCome', sampleKit, 'hi', named);
    expect(text).toContain('डफरिन अस्पताल प्रयागराज।');
    expect(text).not.toContain('SRN');
  });

  test.each(languages)('%s: offers the call where names were only spoken', (language) => {
    const text = saying('verifyAsk', { ...sampleKit, person: '', said: true }, language);
    expect(text).toContain('0532 000 0000');
    expect(text).toContain('+919415012345');
  });

  test.each(languages)('%s: keeps a link whole', (language) => {
    const link = `https://${'h'.repeat(50)}.example/recordings/0123456789`;
    const text = formatMessage(
      { key: 'messageLeft', params: { seconds: 120, link } },
      language,
      context,
    );
    expect(text.endsWith(` ${link}`)).toBe(true);
    expect(segmentsOf(text).segments).toBeLessThanOrEqual(segmentBudget('messageLeft', language));
  });

  test.each(languages)("%s: writes a refusal by key in the reader's language", (language) => {
    const said = refusalReasons.map((why) =>
      saying('requestRefused', { ...sampleKit, why }, language),
    );
    expect(new Set(said).size).toBe(refusalReasons.length);
    for (const text of said) expect(text).toContain('0532 000 0000');
  });
});

describe('every message', () => {
  const all = [
    sampleKit,
    { ...sampleKit, bridged: true, said: true },
    { ...sampleKit, person: '', bridged: true },
    longestKit,
    { ...sampleKit, units: 1, count: 0 },
  ].flatMap(everything);
  const breaking = (rule: (text: string) => boolean) => all.filter(({ text }) => rule(text));

  test('uses no words of software', () => {
    const forbidden =
      /\b(invalid|session|error|input|system|server|database|user|submit|request id|null|undefined|NaN|click|timeout|failed)\b|\[object|इनपुट|अमान्य|त्रुटि|सत्र|सिस्टम|यूज़र|उपयोगकर्ता|रक्त/i;
    expect(breaking((text) => forbidden.test(text))).toEqual([]);
  });

  test("uses none of the carrier's reserved words, in any case (docs/facts.md#india)", () => {
    const carrier =
      /\b(stop|unsubscribe|end|quit|stopall|revoke|optout|cancel|start|yes|unstop|help|info)\b/i;
    expect(breaking((text) => carrier.test(text))).toEqual([]);
  });

  test('asks for the words of docs/contract.md, and each of them is asked for', () => {
    const ours =
      'BLOOD JOIN STATUS DONE CLOSE MORE DROP PAUSE ON GAVE BACK NEW CALLS TEXTS HIDE SHOW OK NO SAME OFF MENU FORGET LANG TRUST AUDIT STORY UNTELL'.split(
        ' ',
      );
    const notWords = 'SRN PIN ID BP EN HI HINDI AB'.split(' ');
    const asked = new Set(all.flatMap(({ text }) => text.match(/\b[A-Z]{2,}\b/g) ?? []));
    expect([...asked].filter((word) => ![...ours, ...notWords].includes(word))).toEqual([]);
    expect(ours.filter((word) => !asked.has(word))).toEqual([]);
  });

  test('writes digits in Latin in every language', () => {
    expect(breaking((text) => /[०-९]/.test(text))).toEqual([]);
  });

  test('has no double spaces, loose ends or doubled signs', () => {
    expect(breaking((text) => / {2}|^\s|\s$|[,:] ?[.।]|\.\.|।।|।\./.test(text))).toEqual([]);
  });

  test.each(languages)('%s: names the code if it is about a request', (language) => {
    const params = paramsFrom(sampleKit);
    const about = keys.filter(
      (key) => key !== 'loginCode' && ('code' in params[key] || 'codes' in params[key]),
    );
    expect(about.length).toBeGreaterThan(55);
    expect(about.filter((key) => !saying(key, sampleKit, language).includes('4821'))).toEqual([]);
  });

  test('keeps its words when it is stored and read back', () => {
    for (const key of keys) {
      const message = { key, params: paramsFrom(longestKit)[key] } as Message;
      const read = messageSchema.parse(JSON.parse(JSON.stringify(message)));
      expect(formatMessage(read, 'hi', context)).toBe(formatMessage(message, 'hi', context));
    }
  });
});

const neverPay: Record<Language, RegExp> = {
  en: /never pay anyone/i,
  hi: /किसी को पैसे न दें/,
  'hi-Latn': /kisi ko paise na dein/i,
};

describe('the content of a message', () => {
  const speakOfComing: MessageKey[] = [
    'requestOpened',
    'requestOpenedTrusted',
    'requestVerified',
    'everyoneAsked',
    'donorComing',
    'verifyAsk',
    'coordinatorEveryoneAsked',
    'alert',
    'alertYesConfirmed',
    'alertYesStandby',
    'standbyPromoted',
    'alreadyConfirmed',
    'donorReminder',
    'askArrived',
    'onTheWayThanks',
  ];
  test.each(speakOfComing)('%s says never to pay', (key) => {
    for (const language of languages)
      for (const kit of [sampleKit, ...longest])
        expect(saying(key, kit, language)).toMatch(neverPay[language]);
  });

  test.each(languages)('%s: gives a verifier both answers to type', (language) => {
    const text = saying('verifyAsk', sampleKit, language);
    expect(text).toContain('OK 4821');
    expect(text).toContain('NO 4821');
    for (const known of ['Sunil', '+919415012345', 'B+', 'SRN Hospital', 'Prayagraj'])
      expect(text).toContain(known);
  });

  test.each(languages)(
    '%s: offers 1 and 2 in an alert, and says what, where and until when, but no name',
    (language) => {
      for (const kit of [sampleKit, ...longest]) {
        const text = saying('alert', kit, language);
        expect(text).toMatch(/\b1\b.*\b2\b/);
        expect(text).toContain(kit.code);
        if (kit.person) expect(text).not.toContain(kit.person.slice(0, 8));
        expect(text).toContain(phrases[language].time(kit.at, sampleNow));
      }
      const usual = saying('alert', sampleKit, language);
      expect(usual).toContain(context.groupName);
      expect(usual).toContain('SRN Hospital, Prayagraj');
      expect(usual).toContain(phrases[language].need({ ...sampleKit, exchange: false }));
    },
  );

  test.each(languages)('%s: names no patient to a donor', (language) => {
    const toDonors: MessageKey[] = [
      'alert',
      'donationThanks',
      'donationThanksFromFamily',
      'lifeTouched',
      'alertCovered',
      'donorReminder',
    ];
    for (const key of toDonors) expect(saying(key, sampleKit, language)).not.toContain('Sunil');
  });

  test('lists the reasons of a drop in the order of their keys', () => {
    const order: Record<Language, RegExp> = {
      en: /1 = I could not come.*2 = .*haemoglobin.*3 = weight or blood pressure.*4 = fever, illness.*5 = something else/,
      hi: /1 = आना नहीं हो पाया.*2 = .*हीमोग्लोबिन.*3 = वजन या BP.*4 = बुखार, बीमारी.*5 = कुछ और/,
      'hi-Latn':
        /1 = aana nahin ho paya.*2 = .*haemoglobin.*3 = wazan ya BP.*4 = bukhaar, bimari.*5 = kuch aur/,
    };
    for (const language of languages)
      expect(saying('dropThanks', sampleKit, language)).toMatch(order[language]);
  });

  test.each<[MessageKey, number]>([
    ['askComponent', 4],
    ['askNeededBy', 3],
    ['askArrived', 3],
    ['askGave', 3],
    ['dropThanks', 5],
    ['joinAskSex', 3],
    ['joinNotice', 2],
    ['noShowNotice', 2],
    ['requestStillNeeded', 2],
  ])('%s offers the digits 1 to %i', (key, last) => {
    for (const language of languages)
      for (let digit = 1; digit <= last; digit++)
        expect(saying(key, sampleKit, language)).toMatch(
          new RegExp(`(^|[^\\d/])${digit}([^\\d/]|$)`),
        );
  });

  test.each(languages)('%s: leaves no gap for an unknown value', (language) => {
    const bare: Kit = { ...sampleKit, person: '', reason: '' };
    const kits = [bare, { ...bare, bridged: true }, { ...bare, said: true }];
    for (const key of keys)
      for (const kit of kits) {
        const text = saying(key, kit, language);
        expect(text, key).not.toMatch(/ {2}|, ?[,.।]|: ?[.।]| [,.।]/);
      }
    expect(formatMessage({ key: 'verifyUnknown', params: {} }, language, context)).not.toMatch(
      /undefined/,
    );
    expect(formatMessage({ key: 'dropReasonNoted', params: {} }, language, context)).not.toMatch(
      /undefined/,
    );
  });
});

describe('written times', () => {
  const at = (day: number, hour: number, minute = 0) =>
    fromCalendar({ year: 2026, month: 11, day, hour, minute });
  const now = at(23, 14);
  test.each([
    [at(23, 18), 'today 6 pm', 'आज शाम 6 बजे', 'aaj shaam 6 baje'],
    [at(24, 10), 'tomorrow 10 am', 'कल सुबह 10 बजे', 'kal subah 10 baje'],
    [at(25, 10), '25 Nov 10 am', '25 नवंबर सुबह 10 बजे', '25 Nov subah 10 baje'],
    [at(24, 12), 'tomorrow 12 noon', 'कल दोपहर 12 बजे', 'kal dopahar 12 baje'],
    [at(23, 18, 33), 'today 6:30 pm', 'आज शाम 6:30', 'aaj shaam 6:30'],
    [at(23, 21), 'today 9 pm', 'आज रात 9 बजे', 'aaj raat 9 baje'],
    [at(24, 1), 'tonight 1 am', 'आज रात 1 बजे', 'aaj raat 1 baje'],
    [at(24, 0), 'today 11:55 pm', 'आज रात 11:55', 'aaj raat 11:55'],
    [at(25, 2), '25 Nov 2 am', '25 नवंबर रात 2 बजे', '25 Nov raat 2 baje'],
    [at(22, 10), '22 Nov 10 am', '22 नवंबर सुबह 10 बजे', '22 Nov subah 10 baje'],
  ])('%# %s', (moment, en, hi, hiLatn) => {
    expect(phrases.en.time(moment, now)).toBe(en);
    expect(phrases.hi.time(moment, now)).toBe(hi);
    expect(phrases['hi-Latn'].time(moment, now)).toBe(hiLatn);
  });

  test('call the night after midnight tonight', () => {
    expect(phrases.en.time(at(24, 3), at(24, 1))).toBe('tonight 3 am');
    expect(phrases.en.time(at(24, 9), at(24, 1))).toBe('today 9 am');
  });

  test('name the date without a now, and days with their year', () => {
    expect(phrases.en.time(at(23, 18))).toBe('23 Nov 6 pm');
    expect(languages.map((l) => phrases[l].day(daySchema.parse('2026-12-12')))).toEqual([
      '12 Dec 2026',
      '12 दिसंबर 2026',
      '12 Dec 2026',
    ]);
  });

  test('write any moment at any other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (a, b) => {
        for (const language of languages)
          expect(phrases[language].time(epochMs(a), epochMs(b))).toMatch(/\d/);
      }),
    );
  });
});

describe('what a person wrote', () => {
  test.each([
    ['Sunil', 20, 'Sunil'],
    ['  Ram \n Lal ', 20, 'Ram Lal'],
    ['Kamla Nehru Memorial Hospital', 24, 'Kamla Nehru Memorial'],
    ['Balrampur Hospital, Lucknow', 20, 'Balrampur Hospital'],
    ['Thiruvananthapuramcity', 20, 'Thiruvananthapuramci'],
    ['“St. Mary’s” – Prayagraj', 30, '"St. Mary\'s" - Prayagraj'],
    ['Asha 🙏', 20, 'Asha'],
    ['किकिकि', 3, 'कि'],
  ])('%j in %i is %j', (raw, length, clipped) => {
    expect(truncate(raw, length)).toBe(clipped);
  });

  test('is truncated to one line of at most that length', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 1, max: 80 }), (raw, length) => {
        const text = truncate(raw, length);
        expect(text).not.toMatch(/[\n\r\t]/);
        expect(text.length).toBeLessThanOrEqual(length);
      }),
    );
  });

  test('names the town once', () => {
    const { where } = phrases.en;
    expect(where({ hospital: 'KGMU Lucknow', place: 'Lucknow' }, context)).toBe('KGMU Lucknow');
    expect(where({ hospital: 'SRN Hospital', place: 'Prayagraj' }, context)).toBe(
      'SRN Hospital, Prayagraj',
    );
    const named = { ...context, placeName: () => 'प्रयागराज' };
    expect(phrases.hi.where({ hospital: 'SRN Hospital', place: 'Prayagraj' }, named)).toBe(
      'SRN Hospital, प्रयागराज',
    );
  });

  test('does not throw for any parameters', () => {
    const code = fc.integer({ min: 1000, max: 9_999_999 }).map(String);
    const moment = fc.integer({ min: 0, max: 4e12 }).map(epochMs);
    const kits: fc.Arbitrary<Kit> = fc.record({
      code,
      codes: fc.array(code, { maxLength: 8 }),
      group: fc.constantFrom(...bloodGroups),
      component: fc.constantFrom(...components),
      units: fc.nat({ max: 1000 }),
      exchange: fc.boolean(),
      hospital: anyText(),
      place: anyText(),
      person: anyText(),
      reason: anyText({ maxLength: 300 }),
      story: anyText({ maxLength: 400 }),
      phone: fc.constantFrom('+919415012345', '+447700900123'),
      at: moment,
      day: fc.constantFrom('2026-12-12', '2027-02-28'),
      count: fc.nat({ max: 1000 }),
      given: fc.nat({ max: 1000 }),
      again: fc.boolean(),
      typed: anyText(),
    });
    fc.assert(
      fc.property(kits, moment, fc.constantFrom(...languages), (kit, now, language) => {
        const params = paramsFrom(kit);
        for (const key of keys) {
          const text = formatMessage({ key, params: params[key] } as Message, language, {
            ...context,
            now,
          });
          expect(text.length).toBeGreaterThan(10);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the catalog as a document', () => {
  test('is docs/messages.md', async () => {
    const from = { now: sampleNow, groupName: 'Police Mitra', number };
    const told = keys.map((key) => {
      const lines = languages.map((language) => {
        const text = saying(key, sampleKit, language, from);
        return `- **${language}** (${segmentsOf(text).segments} of ${segmentBudget(key, language)}): ${text}`;
      });
      return `## ${key}\n${lines.join('\n')}\n`;
    });
    const head =
      '# Everything the hotline texts\n\nWritten by `test/unit/messages/message-catalog.test.ts` (`npx vitest run test/unit/messages/message-catalog.test.ts -u`) from `shared/messages`, with sample parameters, as if it were Monday 23 November 2026, 2 pm. In brackets: the segments of this text, and the most it may take with the longest parameters.\n';
    await expect(`${head}\n${told.join('\n')}`).toMatchFileSnapshot('../../../docs/messages.md');
  });
});

describe('the text to a volunteer about a family that has not said where', () => {
  test.each(languages)('%s: asks to call and to ask where, and leaves no gap', (language) => {
    const kit = { ...sampleKit, unplaced: true, hospital: '', place: '' };
    const text = saying('verifyAsk', kit, language);
    expect(text).not.toMatch(/, ?,| {2}|1 (unit|यूनिट)/);
    expect(text).toMatch(/do not know the hospital|hospital pata nahin|अस्पताल पता नहीं/);
    expect(text).toContain('0532 000 0000');
  });
});

test('no message says that a volunteer is on the phone who may only have been texted', () => {
  const claim = /(are|is) on the phone|फोन पर हैं|phone par hain/i;
  expect(everything(sampleKit).filter(({ text }) => claim.test(text))).toEqual([]);
});
