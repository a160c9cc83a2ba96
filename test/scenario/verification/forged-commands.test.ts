import { expect, test } from 'vitest';
import { commandTraits, type TextCommand } from '#shared/conversation/commands/text-command.ts';
import { scenario } from '../../world/scenario.ts';
import { donors, waitsForCheck } from '../../world/steps/scenario-steps.ts';
import type { World } from '../../world/world.ts';

/*
 * A forger texts every command in the name of every role and reads none of their phones. Eve is the forger: her own
 * request waits to be checked. The forger knows both requests' codes.
 */

/** What may change by forged texts in one name. Everything else that `factsOf` looks at must stay. */
type Fact = keyof Awaited<ReturnType<typeof factsOf>>;
type Role = 'verifier' | 'coordinator' | 'alerted' | 'pledged' | 'family';
type Row = { texts: string[]; may?: Partial<Record<Role, Fact[]>> };

const roles: readonly Role[] = ['verifier', 'coordinator', 'alerted', 'pledged', 'family'];

const everyRole = (fact: Fact): Partial<Record<Role, Fact[]>> =>
  Object.fromEntries(roles.map((role) => [role, [fact]]));
const everyDonor = (fact: Fact): Partial<Record<Role, Fact[]>> => ({
  alerted: [fact],
  pledged: [fact],
});

/** EVE and SEARCH stand for the codes, PHONE for Eve's number. A command without a row does not compile. */
const rows: Record<TextCommand['type'], Row> = {
  // A place is taken or freed: the other digit undoes it.
  answer: { texts: ['1', '2', '1 EVE', '1 SEARCH'], may: everyDonor('pledges') },
  blood: { texts: ['BLOOD'], may: everyRole('draft') },
  join: {
    texts: ['JOIN'],
    may: { verifier: ['draft'], coordinator: ['draft'], family: ['draft'] },
  },
  // The other side hears at once.
  done: {
    texts: ['DONE', 'DONE SEARCH'],
    may: { pledged: ['given', 'pledges', 'donations'], family: ['given', 'pledges'] },
  },
  drop: { texts: ['DROP', 'DROP SEARCH'], may: { pledged: ['pledges'] } },
  pause: { texts: ['PAUSE 30'], may: everyDonor('pause') },
  on: { texts: ['ON'] },
  off: { texts: ['OFF'], may: { verifier: ['duty'], coordinator: ['duty'] } },
  gave: { texts: ['GAVE 12/10'], may: everyDonor('donations') },
  status: { texts: ['STATUS', 'STATUS EVE', 'STATUS SEARCH'] },
  // One text ends nothing; CLOSE and a blind 1 end the search, as docs/security.md says.
  close: { texts: ['CLOSE', 'CLOSE EVE', 'CLOSE SEARCH'] },
  more: { texts: ['MORE 2', 'MORE 2 SEARCH'], may: { family: ['units'] } },
  // To the donor who was asked, OK is a yes.
  ok: {
    texts: ['OK', 'OK EVE', 'haan EVE', 'EVE genuine case', 'OK 9001'],
    may: { alerted: ['pledges'], family: ['language'] },
  },
  no: {
    texts: ['NO', 'NO EVE fake', 'NO SEARCH fake', 'NO EVE no answer'],
    may: { pledged: ['pledges'] },
  },
  menu: { texts: ['MENU'] },
  calls: { texts: ['CALLS'], may: everyDonor('calls') },
  // No one in this story has chosen calls.
  texts: { texts: ['TEXTS'] },
  hide: { texts: ['HIDE'], may: everyRole('sharing') },
  show: { texts: ['SHOW'], may: everyRole('sharing') },
  mydata: { texts: ['MYDATA'] },
  forget: { texts: ['FORGET', '482913'] },
  lang: { texts: ['LANG HI'], may: everyRole('language') },
  trust: { texts: ['TRUST PHONE', '482913'] },
  untrust: { texts: ['UNTRUST PHONE'] },
  // Shown only with a code that the coordinator's phone alone has.
  story: { texts: ['STORY', 'STORY EVE', 'STORY 4821'] },
  untell: { texts: ['UNTELL', 'UNTELL 4821'] },
  audit: { texts: ['AUDIT'] },
  camp: { texts: ['CAMP', 'SRN Blood Centre'] },
  campIn: { texts: ['IN 4821'] },
  campGave: { texts: ['GAVE 4821'] },
  back: { texts: ['BACK 4821 1'] },
  new: { texts: ['NEW B+ 9415012345'] },
};

const begin = async (world: World) => {
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  const [alerted, pledged, coming] = await donors(world, 3);
  if (!alerted || !pledged || !coming) throw new Error('three donors');
  const { family, verifier, code: search } = await waitsForCheck(world, need('Sunita', 3));
  await verifier.texts(`OK ${search}`);
  await pledged.texts('1');
  await coming.texts('1');
  const eve = world.phone('Eve');
  await eve.texts(need('Mohan', 1));
  await eve.texts('1');
  const code = (await world.store.person(eve.number))?.requests[0]?.code ?? '';
  return { world, verifier, coordinator, alerted, pledged, coming, family, eve, search, code };
};
type Story = Awaited<ReturnType<typeof begin>>;

const need = (patient: string, units: number): string =>
  `Need B+ blood ${units} units SRN hospital Prayagraj urgent patient ${patient} attendant Gopal`;

/** What a forger may want to change. */
const factsOf = async ({ world, eve, code, search }: Story, phone: Story['eve']) => {
  const person = await world.store.person(phone.number);
  const { request } = await world.file(search);
  const donor = person?.donor;
  return {
    /** Eve's request: what the forger wants above all. */
    attack: (await world.file(code)).request.phase.type,
    trusted: (await world.store.person(eve.number))?.trusted,
    erased: person === undefined,
    role: person?.volunteer?.role,
    duty: person?.volunteer?.onDuty,
    search: request.phase.type === 'covered' ? 'searching' : request.phase.type,
    units: request.units,
    given: request.pledges.filter(({ state }) => state === 'donated').length,
    pledges: request.pledges.filter(({ state }) => state !== 'donated').map((p) => p.state),
    pause: donor?.pausedUntil,
    donations: [donor?.donations, donor?.lastDonation],
    calls: person?.prefersCalls,
    sharing: person?.sharing,
    language: person?.language,
    draft: [person?.requestDraft, person?.joinDraft],
  };
};

/** Sends the texts in the name of one role. Returns what has changed. */
const forge = async (story: Story, role: Role, texts: string[]): Promise<string[]> => {
  const phone = story[role];
  const before = await factsOf(story, phone);
  for (const text of texts)
    await phone.forges(
      text
        .replace('EVE', story.code)
        .replace('SEARCH', story.search)
        .replace('PHONE', story.eve.number),
    );
  const after = await factsOf(story, phone);
  return Object.entries(before).flatMap(([fact, value]) =>
    JSON.stringify(value) === JSON.stringify(Object.entries(after).find(([f]) => f === fact)?.[1])
      ? []
      : [fact],
  );
};

test('every command has a row', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(commandTraits).sort());
});

for (const [command, { texts, may = {} }] of Object.entries(rows))
  scenario(
    `${command.toUpperCase()} in another name changes only what the table says`,
    async (world) => {
      const story = await begin(world);
      const changed: Partial<Record<Role, string[]>> = {};
      for (const role of roles) {
        const facts = await forge(story, role, texts);
        if (facts.length > 0) changed[role] = facts;
      }
      expect(changed).toEqual(may);
      const told = story.eve.unread().join(' ');
      for (const { number } of [story.alerted, story.pledged, story.coming])
        expect(told).not.toContain(number.slice(-10));
      for (const phone of world.phones()) phone.readsEverything();
    },
  );
