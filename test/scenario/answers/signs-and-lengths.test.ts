import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { englishPhone } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/* A request with signs that keyboards, forms and copied pages put into it, and a request of the longest text. */

const words =
  'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh Kumar attendant Sunita';
const lines = [
  'Need B+ blood',
  '2 units',
  'SRN hospital Prayagraj',
  'urgent',
  'patient Ramesh Kumar',
  'attendant Sunita',
];
const read = {
  group: 'B+',
  units: 2,
  hospital: 'SRN Hospital',
  urgency: 'critical',
  patient: 'Ramesh Kumar',
  attendant: 'Sunita',
};

/** A family that reads English sends the text, and reads the summary. Returns what is stored of it. */
const draftOf = async (world: World, text: string) => {
  const family = await englishPhone(world, 'Family');
  await family.texts(text);
  family.hearsOnly(says.summary, '2 units B+ blood', 'SRN Hospital', 'Ramesh Kumar', 'Sunita');
  return (await world.store.person(family.number))?.requestDraft;
};

describe('a request is read', () => {
  for (const [what, text] of [
    ['with spaces that do not break', words.replaceAll(' ', '\u00A0')],
    ['with narrow spaces that do not break', words.replaceAll(' ', '\u202F')],
    ['with tabs', words.replaceAll(' ', '\t')],
    ['with tabs and spaces in turn', words.replace(/ (\S+) /g, '\t$1 \t')],
    [
      'as rows of a table',
      'Patient\tRamesh Kumar\r\nGroup\tB+\r\nUnits\t2\r\nHospital\tSRN hospital Prayagraj\r\nNeeded\turgent\r\nAttendant\tSunita',
    ],
    ['in lines that end in CRLF', `${lines.join('\r\n')}\r\n`],
    ['in lines that end in CR', lines.join('\r')],
    ['in lines with blank ones between', lines.join('\r\n\r\n')],
    ['with NUL at its end', `${words}\0`],
    ['with NUL at its start', `\0${words}`],
    ['with NUL in place of spaces', words.replaceAll(' ', '\0')],
    ['with NUL before each space', words.replaceAll(' ', '\0 ')],
    [
      'with curly quotes',
      'Need “B+” blood ‘2 units’ “SRN hospital”, Prayagraj, urgent, patient “Ramesh Kumar”, attendant ‘Sunita’',
    ],
    [
      'with a curly apostrophe',
      'Need B+ blood 2 units SRN hospital Prayagraj urgent, patient’s name Ramesh Kumar, attendant’s name Sunita',
    ],
    [
      'with low and angle quotes',
      'Need „B+“ blood „2“ units SRN hospital Prayagraj urgent patient „Ramesh Kumar“ attendant «Sunita»',
    ],
  ] as const)
    scenario(what, async (world) => {
      expect(await draftOf(world, text)).toMatchObject(read);
    });
});

describe('a request of 1,600 characters is read', () => {
  const longest = 1600;
  const filled = (text: string, filling: string): string =>
    `${text} ${filling.repeat(longest)}`.slice(0, longest);
  const plea = 'Please help us, we are poor people from a village and know nobody here. ';

  for (const [what, text] of [
    ['before a long plea', filled(words, plea)],
    ['after a long plea', `${plea.repeat(30).slice(0, longest - words.length - 1)} ${words}`],
    ['between two halves of a plea', filled(`${plea.repeat(9)}${words}`, plea)],
    ['before a long plea in Hindi', filled(words, 'कृपया मदद करें, हम गाँव के गरीब लोग हैं। ')],
    ['before a row of folded hands', filled(words, '🙏')],
    ['after a row of spaces', words.padStart(longest, ' ')],
    ['after a row of letters', ` ${words}`.padStart(longest, 'a')],
  ] as const)
    scenario(what, async (world) => {
      expect(text.length).toBe(longest);
      expect(await draftOf(world, text)).toMatchObject(read);
    });
});

describe('a landline beside the attendant', () => {
  for (const [written, contact] of [
    ['011-26588500', '+911126588500'],
    ['011 2658 8500', '+911126588500'],
    ['01126588500', '+911126588500'],
    ['(011) 2658 8500', '+911126588500'],
    ['(011) 26588500', '+911126588500'],
    ['+91 11 2658 8500', '+911126588500'],
    ['0532-2256507', '+915322256507'],
    ['०५२२-२२५७५४०', '+915222257540'],
  ] as const)
    scenario(`is the number that the volunteer calls: ${written}`, async (world) => {
      const family = world.phone('Family');
      const kavita = await world.volunteer('Kavita');
      await family.texts(`${words}, phone ${written}`);
      family.hearsOnly(says.summary, `will call ${contact}, not your number`);
      await family.texts('1');
      family.hearsOnly(says.opened, `One will call ${contact}`);
      kavita.hearsOnly(says.pleaseCheck, `Call ${contact}`);
    });
});
