import { describe, expect, test } from 'vitest';
import { toCommandText } from '#shared/conversation/commands/command-text.ts';
import { commandParsers, parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { commandTraits, type TextCommand } from '#shared/conversation/commands/text-command.ts';
import { fromCalendar } from '#shared/terms/time.ts';

type CommandType = TextCommand['type'];

const now = fromCalendar({ year: 2026, month: 11, day: 23, hour: 13 });

/** Each command as people text it, in English, in Hindi with Latin letters and in Devanagari. */
const examples: readonly (readonly [texts: string, command: unknown])[] = [
  ['1 | 1. | (1) | १ | 1️⃣ | yes | haan ji | हाँ', { type: 'answer', digit: 1 }],
  ['2 | २ | nahi | नहीं | 2 nahi', { type: 'answer', digit: 2 }],
  ['1 4821 | 4821 1 | 1-4821 | १ ४८२१', { type: 'answer', digit: 1, code: '4821' }],
  ['BLOOD | blood! | khoon | खून', { type: 'blood' }],
  ['JOIN | judna | जुड़ना', { type: 'join', rest: '' }],
  ['JOIN B+ 211001 Anita | judna hai B+ 211001 Anita', { type: 'join', rest: 'B+ 211001 Anita' }],
  ['DONE | done. | ho gaya | हो गया', { type: 'done' }],
  ['DONE 4821 | 4821 done | हो गया ४८२१', { type: 'done', code: '4821' }],
  ['DROP | chhod do | ड्रॉप | nahi aa paunga | नहीं आ पाऊँगा', { type: 'drop' }],
  ['PAUSE 30 | pause 30 days | roko 30 | 30 din band | 30 दिन बंद', { type: 'pause', days: 30 }],
  ['2 weeks pause | 2 hafte band', { type: 'pause', days: 14 }],
  ['PAUSE | PAUSE 400 | roko', { type: 'pause' }],
  ['PAUSE malaria | maleria roko | मलेरिया रोको', { type: 'pause', deferral: 'malaria' }],
  ['PAUSE polio | live vaccine pause', { type: 'pause', deferral: 'live-vaccine' }],
  ['pause vaccine | टीका लगा रोको', { type: 'pause', deferral: 'vaccine' }],
  ['PAUSE dog bite | कुत्ते ने काटा रोको', { type: 'pause', deferral: 'rabies' }],
  ['PAUSE operation | ऑपरेशन रोको', { type: 'pause', deferral: 'surgery' }],
  ['tatoo pause | टैटू रोको', { type: 'pause', deferral: 'tattoo' }],
  ['pause delivery | बच्चा हुआ रोको', { type: 'pause', deferral: 'birth' }],
  ['ON | chalu | चालू | शुरू', { type: 'on' }],
  ['OFF | band | बंद', { type: 'off' }],
  ['GAVE 12/10 | diya 12/10 | दिया 12/10 | १२/१० को खून दिया', { type: 'gave', day: '2026-10-12' }],
  ['GAVE | GAVE 31/2 | diya', { type: 'gave' }],
  ['STATUS | staus | sthiti | स्थिति', { type: 'status' }],
  ['CLOSE | khatam | ab nahi chahiye | खत्म', { type: 'close' }],
  ['MORE 2 | aur 2 | 2 unit aur chahiye | और 2 | २ और', { type: 'more', units: 2 }],
  ['MORE 2 4821', { type: 'more', units: 2, code: '4821' }],
  ['OK | ok sir | theek hai | ठीक है', { type: 'ok' }],
  ['OK 4821 | ok4821 | 4821 ok | theek 4821 | haan 4821 | ठीक ४८२१', { type: 'ok', code: '4821' }],
  ['NO', { type: 'no' }],
  [
    'NO 4821 No requisition! | 4821 no: No requisition!',
    { type: 'no', code: '4821', reason: 'No requisition!' },
  ],
  ['nahi 4821', { type: 'no', code: '4821' }],
  ['MENU | help | madad | मेनू | ?', { type: 'menu' }],
  ['MYDATA | my data | mera data | मेरा डेटा', { type: 'mydata' }],
  ['FORGET | mujhe bhool jao | मुझे भूल जाओ', { type: 'forget' }],
  ['LANG HI | भाषा हिंदी | हिन्दी', { type: 'lang', language: 'hi' }],
  ['LANG HINDI | bhasha hindi | hinglish', { type: 'lang', language: 'hi-Latn' }],
  ['LANG EN | language english | भाषा अंग्रेज़ी', { type: 'lang', language: 'en' }],
  ['LANG TAMIL', { type: 'lang' }],
  ['CALLS | call me | phone karo | कॉल करो | मुझे फोन करो', { type: 'calls' }],
  ['TEXTS | text me | message karo | मैसेज करो | टेक्स्ट', { type: 'texts' }],
  ['HIDE | hide my number | number chhupao | नंबर छिपाओ', { type: 'hide' }],
  ['SHOW | show number | number dikhao | नंबर दिखाओ', { type: 'show' }],
  [
    'TRUST 94150 12345 | trust +91-9415012345 | भरोसा ९४१५०१२३४५',
    { type: 'trust', phone: '+919415012345' },
  ],
  ['UNTRUST 9415012345', { type: 'untrust', phone: '+919415012345' }],
  ['AUDIT | audit please | lekha jokha | ऑडिट | लेखा जोखा', { type: 'audit' }],
];

const cases = examples.flatMap(([texts, command]) =>
  texts.split(' | ').map((text) => [text, command as TextCommand] as const),
);

describe('parseCommand', () => {
  test.each(cases)('reads %s in any case', (text, command) => {
    expect(parseCommand(text, now)).toEqual(command);
    expect(parseCommand(` ${text.toUpperCase()} \n`, now)).toMatchObject({ type: command.type });
  });

  test.each([
    '2 unit B+ chahiye',
    '1 unit blood needed',
    'no blood available B+ needed',
    'blood chahiye',
    'more blood needed B+',
    'ok i am coming',
    'done with my exam',
    'on monday',
    'close the door',
    'status of my loan',
    'trust me i need blood',
    'abhi nahin diya',
    'अभी नहीं दिया',
    'aaj nahi diya',
    'gave 1 unit to my uncle last year',
    'i forgot',
    'call me when a donor comes',
    'phone number 9415012345',
    'please call the hospital',
    'show me the way to SRN',
    'text me the address of the hospital please',
    'hatao',
    '4821',
    '211001',
    '1985',
    '12/10',
    '1 unit',
    '1/10',
    'B+',
    'Ramesh Kumar',
    'kal subah 10 baje',
    '',
    '🙏',
  ])('finds no command in "%s"', (text) => {
    expect(parseCommand(text, now)).toBeUndefined();
  });
});

/** Texts that the parsers of two commands match. The first of the two must be tried first. */
const overlaps: readonly (readonly [text: string, first: CommandType, second: CommandType])[] = [
  ['4821 nahi chahiye', 'no', 'close'],
  ['4821 nahi aa sakta', 'no', 'drop'],
  ['donated', 'done', 'gave'],
  ['khoon diya 4821', 'done', 'gave'],
  ['join 12/10 diya', 'join', 'gave'],
];

describe('the order of the command parsers', () => {
  test.each(overlaps)('reads "%s" as %s, not as %s', (text, first, second) => {
    const commandText = toCommandText(text, now);
    expect(commandParsers[first](commandText)?.type).toBe(first);
    expect(commandParsers[second](commandText)?.type).toBe(second);
    expect(parseCommand(text, now)?.type).toBe(first);
  });

  test('reads BAND as off, not as a pause without days', () => {
    expect(parseCommand('band', now)).toEqual({ type: 'off' });
    expect(parseCommand('roko', now)).toEqual({ type: 'pause' });
  });
});

describe('a command with a question mark', () => {
  const asked = examples.flatMap(([texts, command]) =>
    commandTraits[(command as TextCommand).type].mayBeAsked
      ? texts
          .split(' | ')
          .filter((text) => text !== '?')
          .map((text) => [text, command] as const)
      : [],
  );

  test.each(asked)('reads "%s?" as the command', (text, command) => {
    expect(parseCommand(`${text}?`, now)).toEqual(command);
  });

  test('asks for a status, the menu, the stored data and blood', () => {
    const types = new Set(asked.map(([, command]) => (command as TextCommand).type));
    expect([...types]).toEqual(expect.arrayContaining(['blood', 'menu', 'mydata', 'status']));
  });

  test.each(['DONE?', 'DROP?', 'OFF?', 'CLOSE?', 'FORGET?', 'HIDE?'])(
    'reads no command in "%s"',
    (text) => {
      expect(parseCommand(text, now)).toBeUndefined();
    },
  );
});
