import { type Attack, type HostileHotline, runAttacks } from './run-attacks.ts';

const messageId = (n: number): string => `SM${n.toString(16).padStart(32, '0')}`;

type Fields = Record<string, string>;

/** A text as Twilio posts it. */
const webhookOf = (from: string, text: string, accountSid: string): Fields => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  Body: text,
  From: from,
  FromCity: '',
  FromCountry: 'IN',
  FromState: 'UP',
  FromZip: '',
  MessageSid: messageId(1),
  NumMedia: '0',
  NumSegments: '1',
  SmsMessageSid: messageId(1),
  SmsSid: messageId(1),
  SmsStatus: 'received',
  To: '+915320000000',
  ToCountry: 'IN',
});

/** The signed string after the URL. */
const join = (fields: Fields): string =>
  Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('');

/** Cuts the string at these names, in this order, into other fields. */
const cut = (signed: string, names: readonly string[]): Fields => {
  const fields: Fields = {};
  let rest = signed;
  names.forEach((name, i) => {
    const begins = rest.indexOf(name);
    if (begins !== 0) throw new Error(`${name} does not follow`);
    const next = names[i + 1];
    const ends = next === undefined ? rest.length : rest.indexOf(next, name.length);
    fields[name] = rest.slice(name.length, ends);
    rest = rest.slice(ends);
  });
  return fields;
};

/** Sends a text in which other fields are hidden, then the same signature over those. `isDelivered`: the text itself. */
const takeDutyAway = async (
  { createWorld, account, publicUrl, signedForm }: HostileHotline,
  hide: (verifier: string) => { text: string; names: string[] },
  isDelivered = true,
): Promise<string | undefined> => {
  const world = await createWorld();
  const verifier = await world.volunteer('Meena');
  const attacker = world.phone('Eve');
  const { text, names } = hide(verifier.number);
  const own = webhookOf(attacker.number, text, 'AC0123456789abcdef0123456789abcdef');
  const url = `${publicUrl}/twilio/sms`;
  const caught = signedForm(url, new URLSearchParams(own).toString(), account);
  const signature = caught.headers.get('x-twilio-signature') ?? '';
  if (isDelivered) await world.app.fetch(caught);
  const forged = cut(join(own), names);
  const request = new Request(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': signature,
    },
    body: new URLSearchParams(forged).toString(),
  });
  const { status } = await world.app.fetch(request);
  const person = await world.store.person(verifier.number);
  return person?.volunteer?.onDuty ? undefined : `status ${status}, the verifier is off duty`;
};

const guard = {
  module: '#functions/carriers/twilio/inbound/single-reading.ts',
  off: { hasSingleReading: () => true },
};

const attacks: Attack[] = [
  {
    name: "a text of one's own, cut into another sender's text with a fresh id",
    guard,
    strike: (hotline) =>
      takeDutyAway(hotline, (verifier) => ({
        text: `OFFFrom${verifier}MessageSid${messageId(2)}NumMedia`,
        names: ['AccountSid', 'ApiVersion', 'Body', 'From', 'MessageSid', 'NumMedia'],
      })),
  },
  {
    name: "a text of one's own, whose true sender hides in a field of the attacker's naming",
    guard,
    strike: (hotline) =>
      takeDutyAway(
        hotline,
        (verifier) => ({
          text: `OFFFrom${verifier}FromA`,
          names: [
            ...['AccountSid', 'ApiVersion', 'Body', 'From', 'FromAFrom', 'FromCity'],
            ...['FromCountry', 'FromState', 'FromZip', 'MessageSid', 'NumMedia', 'NumSegments'],
            'SmsMessageSid',
          ],
        }),
        false,
      ),
  },
  {
    name: "a text of one's own with every id repeated as the carrier repeats it",
    guard,
    strike: (hotline) =>
      takeDutyAway(hotline, (verifier) => ({
        text: `OFFFrom${verifier}MessageSid${messageId(2)}NumMedia0SmsMessageSid${messageId(2)}ToZip`,
        names: [
          ...['AccountSid', 'ApiVersion', 'Body', 'From', 'MessageSid', 'NumMedia'],
          ...['SmsMessageSid', 'ToZip'],
        ],
      })),
  },
];

runAttacks(attacks);
