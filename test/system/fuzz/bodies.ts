/*
 * Invalid webhook bodies: known fields with random values, unknown fields, and bytes that are no form. The same random
 * numbers give the same bodies.
 */

import { messageSid } from '../../fixtures/message-sid.ts';

/** Returns a whole number from 0 to below `below`. */
export type RandomBelow = (below: number) => number;

export type Webhook = { path: string; contentType: string; body: Uint8Array<ArrayBuffer> };

/** Values from the hotline's answers, to be used in later bodies. */
export type Seen = { phones: string[]; codes: string[]; calls: string[]; messages: string[] };

export const formType = 'application/x-www-form-urlencoded';

const words = [
  ...'JOIN BLOOD DONE DROP PAUSE ON OFF GAVE STATUS CLOSE MORE OK NO MENU FORGET LANG HI EN'.split(
    ' ',
  ),
  ...'CALLS TEXTS HIDE SHOW TRUST UNTRUST STOP START HELP YES haan nahi khoon chahiye'.split(' '),
  ...[
    'need',
    'B+',
    'O-',
    'AB pos',
    '2 units',
    'SRN hospital',
    '211001',
    'urgent',
    'patient Ramesh',
  ],
  ...['खून', 'चाहिए', 'बी पॉजिटिव', 'हाँ', 'नहीं', '१', '२', 'तुरंत', 'मरीज', 'जुड़ें'],
  ...[
    '1',
    '2',
    '3',
    '0',
    '9',
    '*',
    '#',
    '12/10',
    '1990',
    '30',
    '4821',
    '999999',
    'F',
    'M',
    'hangup',
  ],
];
export const wild = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u0007',
    '\r\n',
    '\t',
    '\ufeff',
    '\uffff',
    '\u202e',
    '\u200d',
    '🙏',
    '👨‍👩‍👧‍👦',
  ],
  ...['%', '%%', '%zz', '%00', '%ED%A0%80', '%F0%9F', '&', '=', '&&==', '+', ';', '"', "'", '\\'],
  ...['<Response>', ']]>', '&amp;', '&#0;', '<!--', '$1', '{{7*7}}', '../../etc', "'; DROP TABLE"],
  ...['NaN', '-1', '1e309', '0x10', 'Infinity', '9'.repeat(400), '00000001', '1.5', 'null', 'true'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'PERSON#',
    'INCOMING#',
    '[object Object]',
    '[]',
    '{}',
  ],
];
/** Very long texts. They are slow to parse, so they are rare. */
const long = [
  'a'.repeat(1600),
  'क'.repeat(700),
  '🩸'.repeat(300),
  'B+ '.repeat(300),
  '#'.repeat(1000),
];
const phones = [
  ...[
    '',
    '+',
    'anonymous',
    'whatsapp:',
    'client:eve',
    'sip:a@b',
    '57575',
    'VM-HDFCBK',
    '+266696687',
  ],
  ...['+12025550123', 'whatsapp:+12025550123', '+91', '+919', '+9198000000000000', '9415012345'],
];
const statuses = [
  ...['queued', 'sent', 'delivered', 'read', 'failed', 'undelivered', 'canceled', 'accepted'],
  ...[
    'initiated',
    'ringing',
    'in-progress',
    'completed',
    'busy',
    'no-answer',
    'answered',
    'DELIVERED',
  ],
];
const errors = ['21610', '30003', '30005', '30006', '63016', '13325', '13520', '11200', '0', 'x'];
const contentTypes = [
  ...['', 'application/json', 'multipart/form-data; boundary=x', 'text/plain', 'text/xml', '*/*'],
  ...[`${formType}; charset=utf-8`, `${formType}; charset=utf-16`, formType.toUpperCase(), 'a;;b'],
];

const pick = <T>(randomBelow: RandomBelow, list: readonly T[], instead: T): T =>
  list[randomBelow(list.length)] ?? instead;

/** A few words, some of them random. */
export const text = (randomBelow: RandomBelow, seen: Seen): string =>
  Array.from({ length: 1 + randomBelow(randomBelow(4) === 0 ? 9 : 3) }, () => {
    if (randomBelow(100) === 0) return pick(randomBelow, long, '');
    const from = randomBelow(10);
    if (from < 6) return pick(randomBelow, words, '');
    if (from < 8) return pick(randomBelow, wild, '');
    return pick(randomBelow, [...seen.codes, ...seen.phones], '');
  }).join(pick(randomBelow, [' ', ' ', ' ', '', '\n', ', '], ' '));

/** Mostly one of these, sometimes a random text. */
const oneOf = (randomBelow: RandomBelow, seen: Seen, list: readonly string[]): string =>
  randomBelow(8) === 0 ? text(randomBelow, seen) : pick(randomBelow, list, '');

const caller = (randomBelow: RandomBelow, seen: Seen): string => {
  if (randomBelow(12) === 0) return pick(randomBelow, phones, '');
  if (randomBelow(12) === 0)
    return `+91${String(7_000_000_000 + randomBelow(3_000_000)).slice(0, 10)}`;
  return `${randomBelow(8) === 0 ? 'whatsapp:' : ''}${pick(randomBelow, seen.phones, '')}`;
};

const id = (randomBelow: RandomBelow, prefix: string): string =>
  randomBelow(20) === 0 ? 'x'.repeat(randomBelow(200)) : `${prefix}${randomBelow(100_000_000)}`;

const textId = (randomBelow: RandomBelow): string =>
  randomBelow(20) === 0 ? id(randomBelow, 'SM') : messageSid(String(randomBelow(100_000_000)));

type Fields = [string, string][];

const smsFields = (randomBelow: RandomBelow, seen: Seen): Fields =>
  [
    ['MessageSid', textId(randomBelow)],
    ['From', caller(randomBelow, seen)],
    ['To', oneOf(randomBelow, seen, ['+915320000000'])],
    ['Body', text(randomBelow, seen)],
    ['NumMedia', oneOf(randomBelow, seen, ['0', '0', '0', '1', '12'])],
    ...(randomBelow(10) === 0
      ? [['OptOutType', oneOf(randomBelow, seen, ['STOP', 'START', 'HELP'])] as const]
      : []),
  ].map(([name, value]) => [String(name), String(value)]);

const voiceFields = (randomBelow: RandomBelow, seen: Seen): Fields => {
  const fields: Fields = [
    [
      'CallSid',
      randomBelow(2) === 0 ? pick(randomBelow, seen.calls, 'CA1') : id(randomBelow, 'CA'),
    ],
    ['From', caller(randomBelow, seen)],
    [
      'To',
      oneOf(randomBelow, seen, [
        '+915320000000',
        '+915320000000',
        '+915320000001',
        caller(randomBelow, seen),
      ]),
    ],
  ];
  const more: Fields = [
    [
      'Digits',
      oneOf(randomBelow, seen, [
        '1',
        '2',
        '3',
        '4',
        '9',
        '0',
        '*',
        '#',
        '211001',
        '4821',
        'hangup',
      ]),
    ],
    ['SpeechResult', text(randomBelow, seen)],
    ['RecordingUrl', oneOf(randomBelow, seen, ['https://api.twilio.com/Recordings/RE12ab', 'RE1'])],
    ['RecordingSid', oneOf(randomBelow, seen, ['RE0123', 'RE', ''])],
    ['RecordingDuration', oneOf(randomBelow, seen, ['0', '1', '7', '119'])],
    ['DialCallStatus', oneOf(randomBelow, seen, statuses)],
    ['DialBridged', oneOf(randomBelow, seen, ['true', 'false', 'TRUE'])],
    ['CallStatus', oneOf(randomBelow, seen, statuses)],
    ['ErrorCode', oneOf(randomBelow, seen, errors)],
    ['ErrorUrl', oneOf(randomBelow, seen, ['https://hotline.test/recordings/x.mp3?k=1', ''])],
  ];
  // Most steps of a call have one key; the other fields are rare.
  return [...fields, ...more.filter((_, i) => randomBelow(i === 0 ? 2 : 8) === 0)];
};

const statusFields = (randomBelow: RandomBelow, seen: Seen): Fields => {
  const fields: Fields = [
    ['MessageSid', id(randomBelow, 'SM')],
    ['MessageStatus', oneOf(randomBelow, seen, statuses)],
    [
      'CallSid',
      randomBelow(2) === 0 ? pick(randomBelow, seen.calls, 'CA1') : id(randomBelow, 'CA'),
    ],
    ['CallStatus', oneOf(randomBelow, seen, statuses)],
    ['ErrorCode', oneOf(randomBelow, seen, errors)],
    ['SmsStatus', oneOf(randomBelow, seen, statuses)],
  ];
  return fields.filter(() => randomBelow(3) > 0);
};

const query = (randomBelow: RandomBelow, values: Record<string, string>): string => {
  const pairs = Object.entries(values)
    .filter(() => randomBelow(10) > 0)
    .map(
      ([name, value]) =>
        `${name}=${randomBelow(12) === 0 ? pick(randomBelow, wild, '') : encodeURIComponent(value)}`,
    );
  if (randomBelow(25) === 0) pairs.push(pick(randomBelow, pairs, 'c=%zz'));
  return pairs.join('&').replaceAll('#', '%23');
};

/** The form of each of the carrier's webhooks, by path. */
const webhooks: Record<
  string,
  (randomBelow: RandomBelow, seen: Seen) => { fields: Fields; query: string }
> = {
  '/twilio/sms': (randomBelow, seen) => ({ fields: smsFields(randomBelow, seen), query: '' }),
  '/twilio/status': (randomBelow, seen) => {
    const about =
      randomBelow(3) === 0
        ? { c: pick(randomBelow, seen.messages, 'x') }
        : { m: pick(randomBelow, seen.messages, 'x') };
    return { fields: statusFields(randomBelow, seen), query: query(randomBelow, about) };
  },
  '/twilio/voice': (randomBelow, seen) => ({
    fields: voiceFields(randomBelow, seen),
    query:
      randomBelow(6) === 0 ? query(randomBelow, { c: pick(randomBelow, seen.messages, 'x') }) : '',
  }),
  '/twilio/voice/heard': (randomBelow, seen) => ({
    fields: voiceFields(randomBelow, seen),
    query: query(randomBelow, {
      c: pick(randomBelow, seen.calls, 'CA1'),
      s: String(1 + randomBelow(9)),
      ...(randomBelow(6) === 0 && { d: 'out' }),
      ...(randomBelow(8) === 0 && { nothing: '1' }),
    }),
  }),
  '/twilio/voice/fallback': (randomBelow, seen) => ({
    fields: voiceFields(randomBelow, seen),
    query: query(randomBelow, {
      c: pick(randomBelow, seen.calls, 'CA1'),
      s: String(randomBelow(9)),
    }),
  }),
  '/twilio/voice/leg': (randomBelow, seen) => ({
    fields: voiceFields(randomBelow, seen),
    query: query(randomBelow, {
      c: pick(randomBelow, seen.calls, 'CA1'),
      i: String(randomBelow(3)),
    }),
  }),
  '/twilio/voice/leg/heard': (randomBelow, seen) => ({
    fields: voiceFields(randomBelow, seen),
    query: query(randomBelow, {
      c: pick(randomBelow, seen.calls, 'CA1'),
      i: String(randomBelow(3)),
    }),
  }),
  '/twilio/voice/elsewhere': (randomBelow, seen) => ({
    fields: voiceFields(randomBelow, seen),
    query: '',
  }),
};
export const paths = Object.keys(webhooks);
/** Texts and keys reach the most code, so they are more frequent. */
const often = [
  ...paths,
  ...paths,
  '/twilio/sms',
  '/twilio/sms',
  '/twilio/sms',
  '/twilio/voice/heard',
];

/** Removes, duplicates, replaces or reorders fields. */
const shuffleFields = (randomBelow: RandomBelow, fields: Fields, seen: Seen): Fields => {
  const kept = randomBelow(12) === 0 ? fields.filter(() => randomBelow(4) > 0) : fields;
  const doubled = kept.filter(() => randomBelow(60) === 0);
  const strange: Fields =
    randomBelow(20) === 0 ? [[pick(randomBelow, wild, 'x'), text(randomBelow, seen)]] : [];
  return [...kept, ...doubled, ...strange];
};

const bytesOf = (randomBelow: RandomBelow, fields: Fields): Uint8Array<ArrayBuffer> => {
  const isRaw = randomBelow(15) === 0;
  const written = isRaw
    ? fields.map(([name, value]) => `${name}=${value}`).join('&')
    : new URLSearchParams(fields).toString();
  const bytes = new TextEncoder().encode(written);
  // Changes a few bytes.
  if (randomBelow(15) === 0)
    for (let i = 0; i < 4 && bytes.length > 0; i += 1)
      bytes[randomBelow(bytes.length)] = randomBelow(256);
  if (randomBelow(60) === 0) return bytes.slice(0, randomBelow(bytes.length + 1));
  return bytes;
};

/** Larger than the limit for a form. */
export const tooLarge = 64 * 1024;

/** A webhook to one of the paths, sometimes with an empty or huge body or another content type. */
export const aWebhook = (randomBelow: RandomBelow, seen: Seen): Webhook => {
  const tried = pick(randomBelow, often, '/twilio/sms');
  const door = tried === '/twilio/voice/elsewhere' && randomBelow(5) > 0 ? '/twilio/sms' : tried;
  const made = webhooks[door]?.(randomBelow, seen) ?? { fields: [], query: '' };
  const path = made.query ? `${door}?${made.query}` : door;
  const contentType = randomBelow(30) === 0 ? pick(randomBelow, contentTypes, formType) : formType;
  const odd = randomBelow(120);
  const fields =
    odd === 0
      ? []
      : odd === 1 && randomBelow(5) === 0
        ? [...made.fields, ['Extra', 'a'.repeat(tooLarge)] satisfies [string, string]]
        : shuffleFields(randomBelow, made.fields, seen);
  return { path, contentType, body: bytesOf(randomBelow, fields) };
};
