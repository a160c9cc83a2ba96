import { existsSync, readFileSync } from 'node:fs';
import { openPerson } from '#functions/use-cases/operator/show-person.ts';
import type { Agreed } from '#shared/people/consent.ts';
import { maskPhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { dayOf } from '#shared/terms/time.ts';
import { type Command, CommandError } from '../command.ts';

const languages = { en: 'English', hi: 'Hindi', 'hi-Latn': 'Hindi in Latin letters' } as const;
const ways = {
  text: 'by a text',
  call: 'by a key in a call',
  import: "in the group's own list, where the signed form is",
  site: "on the hotline's website",
} as const;

/** The words of the notice that was agreed to: the whole file, which has them in every language. */
const wordsOf = ({ notice }: Agreed): string => {
  if (notice === undefined) return 'The list names no notice: the words stand on the signed form.';
  const file = `docs/notices/${notice}.md`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : `${file} is not here.`;
};

const linesOf = (label: string, agreed: Agreed): string[] => [
  `${label.padEnd(10)}${dayOf(agreed.at)} (${new Date(agreed.at).toISOString()}), ${ways[agreed.by]}`,
  `Language  ${languages[agreed.language]}`,
  `Notice    ${agreed.notice ?? 'none named'}`,
];

/** `consent`: what shows a complaint's carrier that a donor agreed, on one page. */
export const showConsent: Command = {
  summary: 'the consent of a donor on one page: who, when, how, in which language, to which words',
  args: ['PHONE'],
  details: `A carrier asks for it within days when a person complains (docs/facts.md#india): name, number, date, and
the words. The page has the whole number and name: give it to the carrier alone. It is written to the audit trail.`,
  async run({ services, args: [raw = ''], terminal }) {
    const phone = parsePhoneNumber(raw);
    if (!phone) throw new CommandError(`"${raw}" is not a phone number`);
    const person = await openPerson(services, phone, 'operator');
    const consent = person?.donor?.consent;
    if (!person || !consent)
      throw new CommandError(`${maskPhoneNumber(phone)} has agreed to nothing as a donor`);
    const { earlier = [] } = consent;
    const lines = [
      `Consent to be asked for blood by ${services.config.groupName}`,
      '',
      `Name      ${person.name ?? ''}`,
      `Number    ${person.phone}`,
      ...linesOf('Agreed', consent),
      ...earlier.toReversed().flatMap((before) => linesOf('Before', before)),
      ...(person.lastHeard === undefined
        ? []
        : [
            `Last text ${dayOf(person.lastHeard)}, from this number; ${person.optedOut ? 'the consent is withdrawn' : 'the consent was not withdrawn'}`,
          ]),
      `Holds     ${person.optedOut ? 'no: the person has opted out' : 'yes'}`,
      '',
      ...new Set([consent, ...earlier].map(wordsOf)),
    ];
    for (const line of lines) terminal.out(line);
    return 0;
  },
};
