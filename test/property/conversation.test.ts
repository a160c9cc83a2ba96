import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hotlineConfigSchema } from '#functions/hotline-config.ts';
import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { parseBirthYear } from '#shared/conversation/dialogues/parse-birth-year.ts';
import { parseSex } from '#shared/conversation/dialogues/parse-sex.ts';
import { parseBloodGroup } from '#shared/conversation/parse/parse-blood-group.ts';
import { parseComponent } from '#shared/conversation/parse/parse-component.ts';
import { parseDay } from '#shared/conversation/parse/parse-day.ts';
import { parseExchange } from '#shared/conversation/parse/parse-exchange.ts';
import { parseName } from '#shared/conversation/parse/parse-name.ts';
import { parseNeededBy } from '#shared/conversation/parse/parse-needed-by.ts';
import { parseRequest } from '#shared/conversation/parse/parse-request.ts';
import { parseUnits } from '#shared/conversation/replies/parse-unit-count.ts';
import { parseSmallTalk } from '#shared/conversation/replies/small-talk.ts';
import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import { normalize, tokenize } from '#shared/conversation/text/normalize.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Message, MessageKey } from '#shared/messages/message-keys.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import { paramsFrom, sampleKit } from '#test/fixtures/messages.ts';
import { notRequests } from '#test/fixtures/not-requests.ts';
import { englishTexts } from '#test/fixtures/request-texts.en.ts';
import { hindiTexts } from '#test/fixtures/request-texts.hi.ts';
import { latinHindiTexts } from '#test/fixtures/request-texts.hi-latn.ts';
import { anyText } from '#test/property/any-text.ts';
import rawConfig from '../../hotline.config.json' with { type: 'json' };
import { processorPace } from '../world/processor-pace.ts';

const gazetteer = createGazetteer(hotlineConfigSchema.parse(rawConfig));
const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 13 });

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  normalize,
  parseBloodGroup,
  parseComponent,
  parseExchange,
  parseUnits,
  parseName,
  parseSex,
  detectLanguage,
  parseCommand: (text) => parseCommand(text, now),
  parseDay: (text) => parseDay(text, now),
  parseNeededBy: (text) => parseNeededBy(text, now),
  parseBirthYear: (text) => parseBirthYear(text, now),
  parseRequest: (text) => parseRequest(text, { gazetteer, now }),
};

/** Pieces of real texts, so that random texts reach all branches of the parsers. */
const pieces = [
  ...new Set(
    [...englishTexts, ...latinHindiTexts, ...hindiTexts]
      .flatMap(({ text }) => text.split(/(?=[\s.,:+-])/))
      .concat(notRequests),
  ),
];
const textLike = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: anyText({ maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\ud800', '\udc00', '\u200d', '\0', '٣', '①', '½', '‮'),
      },
      { weight: 1, arbitrary: fc.nat().map(String) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  test.each(Object.entries(parsers))('does not make %s throw', (_, parse) => {
    fc.assert(
      fc.property(fc.oneof(textLike, anyText({ maxLength: 200 })), (text) => {
        parse(text);
      }),
      { numRuns: 400 },
    );
  });

  test('is cut into tokens that stand in order in the original', () => {
    fc.assert(
      fc.property(textLike, (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });

  test('contains the group that is found in it', () => {
    fc.assert(
      fc.property(textLike, (text) => {
        const found = parseBloodGroup(text);
        if (found) expect(text.slice(found.start, found.end).trim()).not.toBe('');
      }),
    );
  });

  // A catastrophic regular expression, or two nested loops over the text, would take minutes here.
  test.each([
    'a',
    'a ',
    'B+ ',
    '1 ',
    '1-',
    '+',
    ' ',
    '\n',
    '9',
    '99 ',
    'no ',
    'ए ',
    'patient ',
    'main ',
    'मरीज ',
    '( ',
    'x.',
    'hospital ',
    'do ',
    'kal ',
    'platelet and ',
    'b or ',
    'join ',
    '🩸',
    '\ud800',
    'call contact ',
    'need 2 unit ',
    'मैं राजू ',
    '1 platelet ',
  ])('is parsed in seconds when it is 10,000 characters of %j', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
    const before = process.cpuUsage();
    for (const parse of Object.values(parsers)) parse(text);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(5_000 * processorPace());
  });
});

const separators = fc.constantFrom('', ' ', '  ');
const letters = {
  A: ['A', 'a', 'Ａ', 'ए', '🅰️'],
  B: ['B', 'b', 'बी', '🅱️'],
  AB: ['AB', 'ab', 'Ab', 'एबी', 'ए बी', '🆎'],
  O: ['O', 'o', 'ओ', '0', '🅾️'],
} as const;
const signs = {
  '+': [
    '+',
    '+ve',
    '(+)',
    '(+ve)',
    ' positive',
    ' Positive',
    ' pos',
    ' plus',
    ' positiv',
    ' पॉजिटिव',
    ' पॉज़िटिव',
    '➕',
  ],
  '-': [
    '-',
    '-ve',
    '(-)',
    '(-ve)',
    ' negative',
    ' NEGATIVE',
    ' neg',
    ' minus',
    ' negetive',
    ' नेगेटिव',
    ' निगेटिव',
    '−',
    '–ve',
  ],
} as const;
const frames = [
  ['', ''],
  ['need ', ' blood'],
  ['Need blood group ', ' urgent'],
  ['mujhe ', ' khoon chahiye'],
  ['blood group: ', '\n2 units'],
  ['मुझे ', ' खून चाहिए'],
  ['2 unit ', ', SRN hospital 211001'],
  ['*', '* required'],
] as const;

describe('a blood group in any notation', () => {
  const notation = fc
    .record({
      abo: fc.constantFrom('A', 'B', 'AB', 'O'),
      sign: fc.constantFrom('+', '-'),
      letter: fc.nat(),
      mark: fc.nat(),
      separator: separators,
      frame: fc.constantFrom(...frames),
    })
    .map(({ abo, sign, letter, mark, separator, frame: [before, after] }) => {
      const written = letters[abo][letter % letters[abo].length] ?? abo;
      const signed = signs[sign][mark % signs[sign].length] ?? sign;
      return {
        group: `${abo}${sign}`,
        text: `${before}${written}${separator}${signed}${after}`,
        separator,
        signed,
      };
    });

  test('is read as that group or as unclear, never as another group', () => {
    fc.assert(
      fc.property(notation, ({ group, text, separator, signed }) => {
        const found = parseBloodGroup(text);
        // A dash with a space before it may divide words.
        const isDash = separator !== '' && ['-', '−'].includes(signed);
        if (isDash) expect(found?.type === 'found' ? found.group : group).toBe(group);
        else expect(found).toMatchObject({ type: 'found', group });
      }),
      { numRuns: 2000 },
    );
  });

  test('is unclear together with a different group', () => {
    fc.assert(
      fc.property(notation, notation, (one, other) => {
        fc.pre(one.group !== other.group);
        const found = parseBloodGroup(`${one.text}\n${other.text}`);
        const isDash = [one, other].some(
          ({ separator, signed }) => separator !== '' && ['-', '−'].includes(signed),
        );
        if (!isDash) expect(found?.type).toBe('unclear');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the words in capitals in our messages', () => {
  const number = phoneNumberSchema.parse('+915320000000');
  const context = { now, groupName: 'Police Mitra', number };
  const params = paramsFrom(sampleKit);
  const texts = (Object.keys(params) as MessageKey[]).flatMap((key) =>
    languages.map((language) =>
      formatMessage({ key, params: params[key] } as Message, language, context),
    ),
  );
  // Names of things and of languages, and the reason after NO.
  const notAsked = new Set('SRN PIN ID BP EN HI HINDI AB LANG SAME'.split(' '));
  const asked = [...new Set(texts.flatMap((text) => text.match(/\b[A-Z]{2,}\b/g) ?? []))].filter(
    (word) => !notAsked.has(word),
  );

  test.each(asked)('%s is a command and not small talk', (word) => {
    expect(asked.length).toBeGreaterThan(15);
    const command = parseCommand(word, now);
    expect(command?.type).toBe(word.toLowerCase());
    expect(parseCommand(word.toLowerCase(), now)).toEqual(command);
    expect(parseSmallTalk(word)).toBeUndefined();
  });
});
