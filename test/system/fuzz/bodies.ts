/*
 * Webhook bodies as nobody should send them: right fields with wild values, wild fields, and bytes that are no form at
 * all. The same dice, the same bodies.
 */

/** A whole number from 0 up to below. */
export type Dice = (below: number) => number;

export type Webhook = { path: string; contentType: string; body: Uint8Array<ArrayBuffer> };

/** What has been seen in the hotline's own answers, to be asked about in turn. */
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
/** As long as a text can be, and longer: dear to read, so seldom. */
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

const pick = <T>(dice: Dice, list: readonly T[], instead: T): T =>
  list[dice(list.length)] ?? instead;

/** A few words, some of them wild. */
export const text = (dice: Dice, seen: Seen): string =>
  Array.from({ length: 1 + dice(dice(4) === 0 ? 9 : 3) }, () => {
    if (dice(100) === 0) return pick(dice, long, '');
    const from = dice(10);
    if (from < 6) return pick(dice, words, '');
    if (from < 8) return pick(dice, wild, '');
    return pick(dice, [...seen.codes, ...seen.phones], '');
  }).join(pick(dice, [' ', ' ', ' ', '', '\n', ', '], ' '));

/** Mostly one of these; sometimes anything. */
const oneOf = (dice: Dice, seen: Seen, list: readonly string[]): string =>
  dice(8) === 0 ? text(dice, seen) : pick(dice, list, '');

const caller = (dice: Dice, seen: Seen): string => {
  if (dice(12) === 0) return pick(dice, phones, '');
  if (dice(12) === 0) return `+91${String(7_000_000_000 + dice(3_000_000)).slice(0, 10)}`;
  return `${dice(8) === 0 ? 'whatsapp:' : ''}${pick(dice, seen.phones, '')}`;
};

const id = (dice: Dice, prefix: string): string =>
  dice(20) === 0 ? 'x'.repeat(dice(200)) : `${prefix}${dice(100_000_000)}`;

type Fields = [string, string][];

const smsFields = (dice: Dice, seen: Seen): Fields =>
  [
    ['MessageSid', id(dice, 'SM')],
    ['From', caller(dice, seen)],
    ['To', oneOf(dice, seen, ['+915320000000'])],
    ['Body', text(dice, seen)],
    ['NumMedia', oneOf(dice, seen, ['0', '0', '0', '1', '12'])],
    ...(dice(10) === 0
      ? [['OptOutType', oneOf(dice, seen, ['STOP', 'START', 'HELP'])] as const]
      : []),
  ].map(([name, value]) => [String(name), String(value)]);

const voiceFields = (dice: Dice, seen: Seen): Fields => {
  const fields: Fields = [
    ['CallSid', dice(2) === 0 ? pick(dice, seen.calls, 'CA1') : id(dice, 'CA')],
    ['From', caller(dice, seen)],
    [
      'To',
      oneOf(dice, seen, ['+915320000000', '+915320000000', '+915320000001', caller(dice, seen)]),
    ],
  ];
  const more: Fields = [
    [
      'Digits',
      oneOf(dice, seen, ['1', '2', '3', '4', '9', '0', '*', '#', '211001', '4821', 'hangup']),
    ],
    ['SpeechResult', text(dice, seen)],
    ['RecordingUrl', oneOf(dice, seen, ['https://api.twilio.com/Recordings/RE12ab', 'RE1'])],
    ['RecordingSid', oneOf(dice, seen, ['RE0123', 'RE', ''])],
    ['RecordingDuration', oneOf(dice, seen, ['0', '1', '7', '119'])],
    ['DialCallStatus', oneOf(dice, seen, statuses)],
    ['DialBridged', oneOf(dice, seen, ['true', 'false', 'TRUE'])],
    ['CallStatus', oneOf(dice, seen, statuses)],
    ['ErrorCode', oneOf(dice, seen, errors)],
    ['ErrorUrl', oneOf(dice, seen, ['https://hotline.test/recordings/x.mp3?k=1', ''])],
  ];
  // One key is what a call is about: the others now and then.
  return [...fields, ...more.filter((_, i) => dice(i === 0 ? 2 : 8) === 0)];
};

const statusFields = (dice: Dice, seen: Seen): Fields => {
  const fields: Fields = [
    ['MessageSid', id(dice, 'SM')],
    ['MessageStatus', oneOf(dice, seen, statuses)],
    ['CallSid', dice(2) === 0 ? pick(dice, seen.calls, 'CA1') : id(dice, 'CA')],
    ['CallStatus', oneOf(dice, seen, statuses)],
    ['ErrorCode', oneOf(dice, seen, errors)],
    ['SmsStatus', oneOf(dice, seen, statuses)],
  ];
  return fields.filter(() => dice(3) > 0);
};

const query = (dice: Dice, values: Record<string, string>): string => {
  const pairs = Object.entries(values)
    .filter(() => dice(10) > 0)
    .map(
      ([name, value]) =>
        `${name}=${dice(12) === 0 ? pick(dice, wild, '') : encodeURIComponent(value)}`,
    );
  if (dice(25) === 0) pairs.push(pick(dice, pairs, 'c=%zz'));
  return pairs.join('&').replaceAll('#', '%23');
};

/** The paths of the carrier's webhooks, and what is posted there. */
const doors: Record<string, (dice: Dice, seen: Seen) => { fields: Fields; query: string }> = {
  '/twilio/sms': (dice, seen) => ({ fields: smsFields(dice, seen), query: '' }),
  '/twilio/status': (dice, seen) => {
    const about =
      dice(3) === 0 ? { c: pick(dice, seen.messages, 'x') } : { m: pick(dice, seen.messages, 'x') };
    return { fields: statusFields(dice, seen), query: query(dice, about) };
  },
  '/twilio/voice': (dice, seen) => ({
    fields: voiceFields(dice, seen),
    query: dice(6) === 0 ? query(dice, { c: pick(dice, seen.messages, 'x') }) : '',
  }),
  '/twilio/voice/heard': (dice, seen) => ({
    fields: voiceFields(dice, seen),
    query: query(dice, {
      c: pick(dice, seen.calls, 'CA1'),
      s: String(1 + dice(9)),
      ...(dice(6) === 0 && { d: 'out' }),
      ...(dice(8) === 0 && { nothing: '1' }),
    }),
  }),
  '/twilio/voice/fallback': (dice, seen) => ({
    fields: voiceFields(dice, seen),
    query: query(dice, { c: pick(dice, seen.calls, 'CA1'), s: String(dice(9)) }),
  }),
  '/twilio/voice/leg': (dice, seen) => ({
    fields: voiceFields(dice, seen),
    query: query(dice, { c: pick(dice, seen.calls, 'CA1'), i: String(dice(3)) }),
  }),
  '/twilio/voice/leg/heard': (dice, seen) => ({
    fields: voiceFields(dice, seen),
    query: query(dice, { c: pick(dice, seen.calls, 'CA1'), i: String(dice(3)) }),
  }),
  '/twilio/voice/elsewhere': (dice, seen) => ({ fields: voiceFields(dice, seen), query: '' }),
};
export const paths = Object.keys(doors);
/** Texts and keys lead deepest; where there is nothing, once is enough. */
const often = [
  ...paths,
  ...paths,
  '/twilio/sms',
  '/twilio/sms',
  '/twilio/sms',
  '/twilio/voice/heard',
];

/** Fields gone, doubled, strange, or out of order. */
const shaken = (dice: Dice, fields: Fields, seen: Seen): Fields => {
  const kept = dice(12) === 0 ? fields.filter(() => dice(4) > 0) : fields;
  const doubled = kept.filter(() => dice(60) === 0);
  const strange: Fields = dice(20) === 0 ? [[pick(dice, wild, 'x'), text(dice, seen)]] : [];
  return [...kept, ...doubled, ...strange];
};

const bytesOf = (dice: Dice, fields: Fields): Uint8Array<ArrayBuffer> => {
  const isRaw = dice(15) === 0;
  const written = isRaw
    ? fields.map(([name, value]) => `${name}=${value}`).join('&')
    : new URLSearchParams(fields).toString();
  const bytes = new TextEncoder().encode(written);
  // A few bytes of it are not what they were.
  if (dice(15) === 0)
    for (let i = 0; i < 4 && bytes.length > 0; i += 1) bytes[dice(bytes.length)] = dice(256);
  if (dice(60) === 0) return bytes.slice(0, dice(bytes.length + 1));
  return bytes;
};

/** Larger than any form may be. */
export const tooLarge = 64 * 1024;

/** One webhook to any of the paths; now and then an empty body, a huge one, or one of another kind. */
export const aWebhook = (dice: Dice, seen: Seen): Webhook => {
  const tried = pick(dice, often, '/twilio/sms');
  const door = tried === '/twilio/voice/elsewhere' && dice(5) > 0 ? '/twilio/sms' : tried;
  const made = doors[door]?.(dice, seen) ?? { fields: [], query: '' };
  const path = made.query ? `${door}?${made.query}` : door;
  const contentType = dice(30) === 0 ? pick(dice, contentTypes, formType) : formType;
  const odd = dice(120);
  const fields =
    odd === 0
      ? []
      : odd === 1 && dice(5) === 0
        ? [...made.fields, ['Extra', 'a'.repeat(tooLarge)] satisfies [string, string]]
        : shaken(dice, made.fields, seen);
  return { path, contentType, body: bytesOf(dice, fields) };
};
