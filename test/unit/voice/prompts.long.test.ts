import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { messageContext } from '#functions/use-cases/message-context.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { type SpokenLanguage, spokenLanguages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { daySchema, epochMs, fromCalendar } from '#shared/terms/time.ts';
import type { SpeakContext } from '#shared/voice/prompt-keys.ts';
import { isSpoken, type Prompt, type PromptKey, promptKeys } from '#shared/voice/prompt-keys.ts';
import { countWords, maxPromptSeconds, readingSeconds } from '#shared/voice/reading-time.ts';
import { speak } from '#shared/voice/speak.ts';
import { writtenInWords } from '#shared/voice/spoken/spoken-names.ts';
import {
  countInWords,
  digitsInWords,
  groupInWords,
  pairsInWords,
} from '#shared/voice/spoken/spoken-numbers.ts';
import { dayInWords, timeInWords } from '#shared/voice/spoken/spoken-time.ts';
import { paramsFrom, sampleNow } from '#test/fixtures/messages.ts';
import {
  devanagariKit,
  longestSpokenKits,
  promptParams,
  type SpokenKit,
  sampleSpokenKit,
} from '#test/fixtures/prompts.ts';
import { anyText } from '#test/property/any-text.ts';

const context: SpeakContext = { now: sampleNow, groupName: 'Police Mitra X' };
const saying = (key: PromptKey, kit: SpokenKit, language: SpokenLanguage, from = context): string =>
  speak({ key, params: promptParams(kit)[key] } as Prompt, language, from);

/** It says a person's own words, at most 200 letters of them; its keys are in a prompt of their own. */
const ownWords: PromptKey = 'storyReadBack';
const ours = promptKeys.filter((key) => key !== ownWords);

/** Every prompt of ours in both languages with these parameters. */
const everything = (kit: SpokenKit, from = context) =>
  ours.flatMap((key) =>
    spokenLanguages.map((language) => ({ key, language, text: saying(key, kit, language, from) })),
  );

const bare: SpokenKit = { ...sampleSpokenKit, person: '', donors: ['', ''] };
const usual: readonly SpokenKit[] = [
  sampleSpokenKit,
  devanagariKit,
  bare,
  { ...sampleSpokenKit, donor: true, onDuty: false, hidden: true, byCall: true, to: 'donor' },
  { ...sampleSpokenKit, units: 1, count: 0, more: false, donors: [], why: 'no-paper' },
];
const all = [...usual, ...longestSpokenKits].flatMap((kit) => everything(kit));
const breaking = (rule: (said: (typeof all)[number]) => boolean) => all.filter(rule);

describe('the length of a prompt', () => {
  test('takes less than twenty seconds with any parameters', () => {
    expect(promptKeys.length).toBeGreaterThan(150);
    const over = breaking(({ text }) => readingSeconds(text) >= maxPromptSeconds);
    expect(over.map((o) => ({ ...o, words: countWords(o.text) }))).toEqual([]);
  });

  test('leaves nothing out with usual parameters', () => {
    for (const kit of [sampleSpokenKit, devanagariKit])
      for (const language of spokenLanguages) {
        for (const key of ['alert', 'alertYesConfirmed', 'pledgeConfirmed'] as const)
          expect(saying(key, kit, language)).toMatch(/Prayagraj|प्रयागराज|[Pp]rayaag/);
        expect(saying('requestSummary', kit, language)).toMatch(/Sun[ie]+l|सुनील/);
      }
  });

  test('counts 45 words as 20 seconds', () => {
    expect(countWords('खून चाहिए तो एक दबाएँ। For English, press two.')).toBe(9);
    expect(countWords('SRN Hospital - A B, "SGPGI"')).toBe(8);
    expect(readingSeconds('one '.repeat(45))).toBe(20);
  });
});

describe('every prompt', () => {
  test('says numbers in words, and no phone number', () => {
    expect(breaking(({ text }) => /\p{Nd}/u.test(text))).toEqual([]);
    const told = {
      ...sampleSpokenKit,
      person: 'Sunil 9415012345',
    };
    const loud = everything(told).filter(({ text }) =>
      /nine,? four|forty one|नौ चार|इकतालीस/.test(text),
    );
    expect(loud).toEqual([]);
  });

  test('is written in the script of its language; only the first question is in both', () => {
    const from = { ...context, groupName: 'पुलिस मित्र' };
    const hindi = everything(devanagariKit, from).filter(
      ({ key, language, text }) =>
        language === 'hi' && key !== 'chooseLanguage' && /[A-Za-z]/.test(text),
    );
    expect(hindi).toEqual([]);
    const english = everything(devanagariKit).filter(
      ({ key, language, text }) =>
        language === 'en' && key !== 'chooseLanguage' && /\p{Script=Devanagari}/u.test(text),
    );
    expect(english).toEqual([]);
    for (const language of spokenLanguages)
      expect(saying('chooseLanguage', sampleSpokenKit, language)).toMatch(
        /^हमारे साथी .*शून्य दबाएँ, हिंदी .*एक दबाएँ। .*English.*two/,
      );
  });

  test('uses no words of software or bureaucracy', () => {
    const software =
      /\b(invalid|session|error|input|option|menu item|system|server|user|submit|select|enter|verify|verification|undefined|null|NaN)\b|\[object/i;
    const office =
      /इनपुट|अमान्य|विकल्प|सत्यापन|अनुरोध|रक्त|त्रुटि|सत्र|सिस्टम|यूज़र|उपयोगकर्ता|दर्ज|पंजीकरण|पुष्टि|रद्द|चयन|उपलब्ध|आवश्यक|सूचना|प्राप्त|संपर्क|कृपया/;
    expect(breaking(({ text }) => software.test(text) || office.test(text))).toEqual([]);
  });

  test('says आप throughout', () => {
    const familiar = /(^|\s)(तुम|तू|तुम्हारा|तुम्हें|करो|बोलो|दबाओ|आओ|सुनो|बताओ|निकालो)(?=[\s।,?!]|$)/;
    expect(breaking(({ text }) => familiar.test(text))).toEqual([]);
  });

  test('does not guess the sex of the listener', () => {
    const guessed =
      /आप (नहीं )?(आ|दे|कर|सुन|पहुँच) ?(पाएँगे|पाएँगी|सकते थे|रहे हैं|रही हैं|गए|गई|चुके)|आ रहे हैं|डोनर [^।]*(आ पाएँगे|आएँगे|चाहते हैं|चाहती हैं)/;
    expect(breaking(({ language, text }) => language === 'hi' && guessed.test(text))).toEqual([]);
  });

  test('leaves no gap for an unknown value', () => {
    const hole = / {2}|^\s|\s$|[,:] ?[.।,]|\.\.|।।|।\.|\s[.।,:?]|\bof any group of\b|: ?$(?<!(:))/;
    expect(breaking(({ text }) => hole.test(text))).toEqual([]);
    for (const language of spokenLanguages)
      for (const key of [
        'verifyAsk',
        'requestSummary',
        'alertYesConfirmed',
        'legDonor',
        'legFamily',
      ] as const) {
        const text = saying(key, bare, language);
        expect(text, key).not.toMatch(/the patient is\b|For \.|Ask for|मरीज़ का नाम|से मिलें|,\s*को/i);
      }
  });

  test('names the purpose first and its key last', () => {
    const first =
      /(^|[.?!।:] )(press|to press|[a-z]+ दबाएँ|(एक|दो|तीन|चार|पाँच|छह|सात|शून्य|नौ) दबाएँ)/i;
    expect(
      breaking(({ text }) => first.test(text)).filter(
        ({ text }) =>
          !/four digits|two digits|PIN|one to nine|two to nine|six digits|its four|from one|from two/i.test(
            text,
          ),
      ),
    ).toEqual([]);
  });
});

/** The keys that a comment of prompt-keys.ts names: "1 yes, 2 no". */
const source = readFileSync('shared/voice/prompt-keys.ts', 'utf8');
const namedKeys = source.split('\n').flatMap((line) => {
  const found = /^ {2}'?(?<key>\w+)'?[:,].*?\/\/ (?<comment>.*)$/.exec(line)?.groups;
  const key = promptKeys.find((k) => k === found?.['key']);
  const keys = [...new Set(found?.['comment']?.match(/(?<![\w-])\d(?!\w)/g) ?? [])].map(Number);
  return key && keys.length > 0 ? [{ key, keys }] : [];
});

describe('the content of a prompt', () => {
  test.each(namedKeys)('$key says its keys $keys', ({ key, keys }) => {
    for (const language of spokenLanguages) {
      const kit = { ...sampleSpokenKit, donor: key.startsWith('settings') };
      const said = new Set(saying(key, kit, language).split(/[\s।.,:;?]+/));
      const languages: readonly SpokenLanguage[] =
        key === 'chooseLanguage' ? spokenLanguages : [language];
      for (const k of keys)
        expect(
          languages.some((l) => said.has(countInWords(k, l))),
          `${k}: ${[...said]}`,
        ).toBe(true);
    }
  });
  test('has comments that name its keys', () => {
    expect(namedKeys.length).toBeGreaterThan(38);
    expect(namedKeys.find(({ key }) => key === 'mainMenu')?.keys).toEqual([1, 2, 3, 4, 0, 9]);
  });

  test.each<PromptKey>([
    'welcome',
    'requestOpened',
    'requestOpenedTrusted',
    'donorComing',
    'alertYesConfirmed',
    'standbyPromoted',
    'alreadyConfirmed',
    'donorReminder',
    'onTheWayThanks',
    'connecting',
    'legDonor',
    'legFamily',
    'legFamilyByVolunteer',
    'bloodIsFree',
  ])('%s says never to pay', (key) => {
    for (const kit of [...usual, ...longestSpokenKits]) {
      expect(saying(key, kit, 'en')).toMatch(/never pay anyone/i);
      expect(saying(key, kit, 'hi')).toContain('किसी को पैसे न दें');
    }
  });

  test('tells a donor who said yes where, by when, the person to ask for, and how to prepare', () => {
    for (const kit of [...usual, ...longestSpokenKits]) {
      const en = saying('alertYesConfirmed', kit, 'en');
      expect(en).toMatch(/Eat and sleep well.*no alcohol.*bring an ID/);
      expect(en).toContain(timeInWords(kit.at, sampleNow, 'en'));
      const hi = saying('alertYesConfirmed', kit, 'hi');
      expect(hi).toMatch(/खाना खाकर.*नींद.*शराब न पिएँ.*पहचान पत्र/);
      expect(hi).toContain(timeInWords(kit.at, sampleNow, 'hi'));
    }
    expect(saying('alertYesConfirmed', sampleSpokenKit, 'en')).toContain('Ask for Sunil');
    expect(saying('alertYesConfirmed', devanagariKit, 'hi')).toContain('सुनील से मिलें');
  });

  test.each(spokenLanguages)(
    '%s: says in an alert what, where and until when, and no name',
    (language) => {
      for (const kit of [...usual, ...longestSpokenKits]) {
        const text = saying('alert', kit, language);
        expect(text).toContain(timeInWords(kit.at, sampleNow, language));
        expect(text).toContain(
          writtenInWords('hospital', kit.hospital, language) ||
            { en: 'the hospital', hi: 'अस्पताल' }[language],
        );
        if (!kit.exchange) expect(text).toContain(groupInWords(kit.group, language));
        expect(text).not.toMatch(/Sunil|सुनील/);
      }
    },
  );

  test.each(spokenLanguages)('%s: says the code digit by digit', (language) => {
    const digits = digitsInWords('4821', language);
    for (const key of [
      'requestOpened',
      'donorComing',
      'pledgeConfirmed',
      'legFamily',
      'requestCode',
      'verifyAsk',
    ] as const)
      expect(saying(key, sampleSpokenKit, language)).toContain(digits);
  });

  test('does not invite a donor to become one', () => {
    const donor = { ...sampleSpokenKit, donor: true };
    expect(saying('mainMenu', donor, 'en')).not.toMatch(/give blood, two/);
    expect(saying('mainMenu', donor, 'hi')).not.toMatch(/दो।/);
  });

  test('says a message only when the prompt catalog has it', () => {
    const params = paramsFrom(sampleSpokenKit);
    expect(isSpoken({ key: 'alert', params: params.alert })).toBe(true);
    expect(isSpoken({ key: 'menu', params: params.menu })).toBe(false);
  });
});

describe('spoken numbers', () => {
  test('have a Hindi word of their own from 0 to 99', () => {
    const words = Array.from({ length: 100 }, (_, n) => countInWords(n, 'hi'));
    expect(new Set(words).size).toBe(100);
    for (const word of words) expect(word).toMatch(/^[\u0900-\u097f]+$/);
    // Each ten rhymes from its one to its eight; its nine is "one less" than the next ten.
    const rhymes = ['', 'ह', 'स', 'तीस', 'लीस', 'न', 'सठ', 'हत्तर', 'सी', 'नवे'];
    for (const n of words.keys())
      if (n > 10 && n % 10 !== 0 && n % 10 !== 9)
        expect(words[n], `${n}`).toMatch(new RegExp(`${rhymes[Math.floor(n / 10)]}$`));
    for (const n of [19, 29, 39, 49, 59, 69, 79]) expect(words[n]).toMatch(/^उन/);
  });

  test.each([
    [18, 'अठारह', 'eighteen'],
    [21, 'इक्कीस', 'twenty one'],
    [28, 'अट्ठाईस', 'twenty eight'],
    [35, 'पैंतीस', 'thirty five'],
    [46, 'छियालीस', 'forty six'],
    [53, 'तिरपन', 'fifty three'],
    [65, 'पैंसठ', 'sixty five'],
    [69, 'उनहत्तर', 'sixty nine'],
    [79, 'उन्यासी', 'seventy nine'],
    [83, 'तिरासी', 'eighty three'],
    [89, 'नवासी', 'eighty nine'],
    [99, 'निन्यानवे', 'ninety nine'],
    [100, 'एक सौ', 'one hundred'],
    [120, 'एक सौ बीस', 'one hundred twenty'],
    [1250, 'एक हज़ार दो सौ पचास', 'one thousand two hundred fifty'],
  ])('%i: %s, %s', (n, hi, en) => {
    expect(countInWords(n, 'hi')).toBe(hi);
    expect(countInWords(n, 'en')).toBe(en);
  });

  test('read codes digit by digit and PINs in pairs', () => {
    expect(digitsInWords('4821', 'en')).toBe('four eight two one');
    expect(digitsInWords('4821', 'hi')).toBe('चार आठ दो एक');
    expect(pairsInWords('211001', 'en')).toBe('twenty one, ten, zero one');
    expect(pairsInWords('211001', 'hi')).toBe('इक्कीस, दस, शून्य एक');
    expect(pairsInWords('226003', 'hi')).toBe('बाईस, साठ, शून्य तीन');
  });

  test('spell blood groups', () => {
    expect(bloodGroups.map((g) => groupInWords(g, 'en'))).toContain('A B negative');
    expect(groupInWords('B+', 'en')).toBe('B positive');
    expect(groupInWords('AB-', 'hi')).toBe('ए बी नेगेटिव');
    expect(groupInWords('O+', 'hi')).toBe('ओ पॉज़िटिव');
    expect(groupInWords('Oh', 'hi')).toBe('बॉम्बे ग्रुप');
    expect(groupInWords('Oh', 'en')).toBe('Bombay group');
  });
});

describe('spoken times', () => {
  const at = (day: number, hour: number, minute = 0) =>
    fromCalendar({ year: 2026, month: 11, day, hour, minute });
  test.each([
    [at(23, 17, 30), 'today at half past five in the evening', 'आज शाम साढ़े पाँच बजे'],
    [at(24, 10), 'tomorrow morning at ten', 'कल सुबह दस बजे'],
    [at(24, 12), 'tomorrow at noon', 'कल दोपहर बारह बजे'],
    [at(24, 13, 30), 'tomorrow afternoon at half past one', 'कल दोपहर डेढ़ बजे'],
    [at(23, 14, 30), 'today at half past two in the afternoon', 'आज दोपहर ढाई बजे'],
    [at(23, 16, 15), 'today at quarter past four in the evening', 'आज शाम सवा चार बजे'],
    [at(23, 12, 45), 'today at quarter to one in the afternoon', 'आज दोपहर पौने एक बजे'],
    [at(23, 21), 'tonight at nine', 'आज रात नौ बजे'],
    [at(24, 1), 'tonight at one', 'आज रात एक बजे'],
    [at(24, 0), 'tonight at quarter to twelve', 'आज रात पौने बारह बजे'],
    [at(23, 18, 7), 'today at six in the evening', 'आज शाम छह बजे'],
    [at(25, 10), 'twenty fifth November at ten in the morning', 'पच्चीस नवंबर सुबह दस बजे'],
    [at(30, 12), 'thirtieth November at noon', 'तीस नवंबर दोपहर बारह बजे'],
    [at(21, 2), 'twenty first November at two at night', 'इक्कीस नवंबर रात दो बजे'],
  ])('%# %s', (moment, en, hi) => {
    expect(timeInWords(moment, at(23, 14), 'en')).toBe(en);
    expect(timeInWords(moment, at(23, 14), 'hi')).toBe(hi);
  });

  test('say dates with the month', () => {
    expect(dayInWords(daySchema.parse('2026-12-12'), 'hi')).toBe('बारह दिसंबर');
    expect(dayInWords(daySchema.parse('2026-12-12'), 'en')).toBe('twelfth December');
    expect(dayInWords(daySchema.parse('2027-01-31'), 'en')).toBe('thirty first January');
    expect(dayInWords(daySchema.parse('2027-02-20'), 'en')).toBe('twentieth February');
  });

  test('say any moment at any other in at most ten words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (a, b) => {
        for (const language of spokenLanguages) {
          const text = timeInWords(epochMs(a), epochMs(b), language);
          expect(text).not.toMatch(/\p{Nd}|undefined| {2}/u);
          expect(countWords(text)).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

describe('written words, spoken', () => {
  test.each([
    ['hospital', 'SRN Hospital', 'en', 'SRN Hospital'],
    ['hospital', 'Ward 12, SRN', 'en', 'Ward twelve, SRN'],
    ['hospital', 'Prayagraj 211001', 'hi', 'Prayagraj इक्कीस, दस, शून्य एक'],
    [
      'hospital',
      'Vivekananda Polyclinic and Research Institute',
      'en',
      'Vivekananda Polyclinic and',
    ],
    ['name', 'Sunil 9415012345', 'en', 'Sunil'],
    ['name', '94150 12345', 'en', ''],
    ['name', 'सुनील', 'hi', 'सुनील'],
    ['name', 'Asha 🙏', 'en', 'Asha'],
    ['place', 'Gautam Buddha Nagar', 'en', 'Gautam Buddha Nagar'],
  ] as const)('%s %j in %s is %j', (what, raw, language, said) => {
    expect(writtenInWords(what, raw, language)).toBe(said);
  });

  test('fit their limit for any text', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 200 }), (raw) => {
        for (const language of spokenLanguages) {
          const text = writtenInWords('hospital', raw, language);
          expect(countWords(text)).toBeLessThanOrEqual(5);
          expect(text).not.toMatch(/[0-9\n]/);
        }
      }),
    );
  });

  test('name a place in the listener’s language', () => {
    const named = { ...context, placeName: () => 'प्रयागराज' };
    expect(saying('alert', sampleSpokenKit, 'hi', named)).toContain('SRN Hospital, प्रयागराज में');
    expect(
      saying('alert', { ...sampleSpokenKit, hospital: 'KGMU Lucknow', place: 'Lucknow' }, 'en'),
    ).toContain('KGMU Lucknow, two units');
  });
});

describe('the prompt catalog as a document', () => {
  test('is docs/prompts.md', async () => {
    const config = hotlineConfigSchema.parse(
      JSON.parse(readFileSync('hotline.config.json', 'utf8')),
    );
    const gazetteer = createGazetteer(config);
    const hotlineNumber = phoneNumberSchema.parse('+915320000000');
    const from = messageContext({ config, gazetteer, hotlineNumber }, sampleNow);
    const near = gazetteer.placeOfPin(sampleSpokenKit.pin);
    const hospitals = near ? gazetteer.hospitalsNear(near, 25).slice(0, 3) : [];
    const real = { hospital: 'SRN Hospital', place: 'Prayagraj', district: 'Prayagraj' };
    const seconds = (text: string) => readingSeconds(text).toFixed(1);
    const longest = (key: PromptKey, language: SpokenLanguage) =>
      Math.max(
        ...[...usual, ...longestSpokenKits].map((kit) =>
          readingSeconds(saying(key, kit, language)),
        ),
      );
    const rows = promptKeys.flatMap((key) =>
      spokenLanguages.map((language, i) => {
        const kit = {
          ...(language === 'hi' ? devanagariKit : sampleSpokenKit),
          ...real,
          hospitals: hospitals.map(({ name }) => name),
        };
        const text = saying(key, { ...kit, donor: key.startsWith('settings') }, language, from);
        return `| ${i === 0 ? key : ''} | ${language} | ${text} | ${countWords(text)} | ${seconds(text)} | ${longest(key, language).toFixed(1)} |`;
      }),
    );
    const head = `# Everything the hotline says in a call

Written by \`test/unit/voice/prompts.long.test.ts\` (\`npx vitest run test/unit/voice/prompts.long.test.ts -u\`) from \`shared/voice/prompts\`, with the places of \`hotline.config.json\` and sample parameters, as if it were Monday 23 November 2026, 2 pm. "Seconds" is the time at normal speed (45 words in 20 seconds, reading-time.ts); "At most" is the time with the longest parameters. Each is less than ${maxPromptSeconds}.

| Prompt | | Words said | Words | Seconds | At most |
|---|---|---|---|---|---|
`;
    await expect(`${head}${rows.join('\n')}\n`).toMatchFileSnapshot('../../../docs/prompts.md');
  });
});
