import { describe, expect } from 'vitest';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { JoinDraft, RequestDraft } from '#shared/people/drafts.ts';
import { newPerson } from '#shared/people/person.ts';
import { pinSchema } from '#shared/places/place.ts';
import { type RecordingId, recordingIdSchema, requestCodeSchema } from '#shared/terms/ids.ts';
import { after, days, hours, minutes } from '#shared/terms/time.ts';
import { says } from '../../world/expected-messages.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import type { World } from '../../world/world.ts';

const ours = '0532 000 0000';

/** Something this phone has said in a call. */
const said = async (world: World, by: Phone, about: Recording['about']): Promise<RecordingId> => {
  const at = world.services.clock.now();
  const id = recordingIdSchema.parse(world.services.ids.next());
  const kept = { kind: 'recording', id, version: 0, about, by: by.number, seconds: 3, at } as const;
  const carrierId = `RE${'0'.repeat(32)}`;
  await world.store.save([{ put: { ...kept, carrierId, dueAt: after(at, days(30)) } }]);
  return id;
};

/** What was told in a call that has broken off. */
const hasTold = async (
  world: World,
  phone: Phone,
  told: { requestDraft?: RequestDraft; joinDraft?: JoinDraft },
): Promise<void> => {
  const at = world.services.clock.now();
  const person = { ...newPerson(phone.number, at), language: 'en', languageChosen: true } as const;
  const question = told.joinDraft
    ? ({ about: 'join', field: 'sex', at } as const)
    : ({ about: 'request-summary', at } as const);
  await world.store.save([{ put: { ...person, ...told, question } }]);
};

/** A request whose names were said aloud. */
const wholeNeed = async (world: World, family: Phone) => {
  const place = world.services.gazetteer.placeOfPin(pinSchema.parse('211001'));
  if (!place) throw new Error('no such PIN');
  const spoken = {
    hospital: await said(world, family, 'hospital'),
    patient: await said(world, family, 'patient'),
  };
  const requestDraft: RequestDraft = {
    group: 'B+',
    units: 1,
    hospital: 'Prayagraj 211001',
    place,
    neededBy: after(world.services.clock.now(), hours(4)),
    urgency: 'critical',
    patient: '',
    attendant: '',
    spoken,
  };
  return { requestDraft, spoken };
};

describe('what was begun in a call', () => {
  scenario('a request goes on by text; the volunteer hears the names by calling', async (world) => {
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    const { requestDraft, spoken } = await wholeNeed(world, family);
    await hasTold(world, family, { requestDraft });
    await family.texts('2 units');
    family.hearsOnly(says.summary, '2 units', 'as you said it');
    await family.texts('1');
    const code = codeIn(family.hearsOnly(says.opened));
    verifier.hearsOnly(says.pleaseCheck, 'said aloud', ours, family.number);
    expect((await world.file(code)).request).toMatchObject({ spoken, patient: '', attendant: '' });
  });

  scenario('a registration goes on by text, and keeps the name as it was said', async (world) => {
    const anita = world.phone('Anita');
    const nameSpoken = await said(world, anita, 'name');
    const pin = pinSchema.parse('211001');
    const joinDraft = { agreed: true, group: 'B+', pin, name: '', nameSpoken } as const;
    await hasTold(world, anita, { joinDraft });
    await anita.texts('1');
    anita.hearsOnly(says.askBirthYear);
    await anita.texts('1990');
    anita.hearsOnly(says.askLastDonation);
    await anita.texts('1');
    anita.hearsOnly(says.joined);
    const person = await world.store.person(anita.number);
    expect(person).toMatchObject({ nameSpoken, donor: { sex: 'woman' } });
    expect(person?.name).toBeUndefined();
    expect(person?.joinDraft).toBeUndefined();
  });
});

describe('FORGET', () => {
  scenario('deletes what a family has said, in the request too', async (world) => {
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    const { requestDraft, spoken } = await wholeNeed(world, family);
    await hasTold(world, family, { requestDraft });
    await family.texts('1');
    const code = codeIn(family.hearsOnly(says.opened));
    verifier.hearsOnly(says.pleaseCheck);
    await family.texts('FORGET');
    family.hearsOnly(says.forgetAfterRequest);
    verifier.readsEverything();
    await world.clock.advance(minutes(2));
    expect((await world.file(code)).request.spoken).toBeUndefined();
    for (const id of Object.values(spoken)) expect(await world.store.recording(id)).toBeUndefined();
  });

  scenario('deletes a name, a draft, and a reason nobody has heard yet', async (world) => {
    const anita = world.phone('Anita');
    const { requestDraft, spoken } = await wholeNeed(world, anita);
    await hasTold(world, anita, { requestDraft });
    const person = await world.store.person(anita.number);
    if (!person) throw new Error('nobody');
    const nameSpoken = await said(world, anita, 'name');
    const recording = await said(world, await world.volunteer('Kavita'), 'reason');
    const toHear = { recording, code: requestCodeSchema.parse('4821') };
    await world.store.save([{ put: { ...person, nameSpoken, toHear } }]);
    await anita.texts('FORGET');
    anita.hearsOnly(says.forgotten);
    await world.clock.advance(minutes(2));
    const { hospital, patient } = spoken;
    const ids = [nameSpoken, recording, hospital, patient];
    for (const id of ids) expect(await world.store.recording(id)).toBeUndefined();
  });
});
