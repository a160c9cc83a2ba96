import { describe, expect } from 'vitest';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { JoinDraft, RequestDraft } from '#shared/people/drafts.ts';
import { newPerson } from '#shared/people/person.ts';
import { pinSchema } from '#shared/places/place.ts';
import { type RecordingId, recordingIdSchema, requestCodeSchema } from '#shared/terms/ids.ts';
import { after, days, hours, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import type { World } from '../../world/world.ts';

const ours = '0532 000 0000';

/** Stores a recording of what this phone has said in a call. Returns its id. */
const said = async (world: World, by: Phone, about: Recording['about']): Promise<RecordingId> => {
  const at = world.services.clock.now();
  const id = recordingIdSchema.parse(world.services.ids.next());
  const kept = { kind: 'recording', id, version: 0, about, by: by.number, seconds: 3, at } as const;
  const carrierId = `RE${'0'.repeat(32)}`;
  await world.store.save([{ put: { ...kept, carrierId, dueAt: after(at, days(30)) } }]);
  return id;
};

/** Stores the drafts of a call that ended early. */
const saveDrafts = async (
  world: World,
  phone: Phone,
  drafts: { requestDraft?: RequestDraft; joinDraft?: JoinDraft },
): Promise<void> => {
  const at = world.services.clock.now();
  const person = { ...newPerson(phone.number, at), language: 'en', languageChosen: true } as const;
  const question = drafts.joinDraft
    ? ({ about: 'join', field: 'sex', at } as const)
    : ({ about: 'request-summary', at } as const);
  await world.store.save([{ put: { ...person, ...drafts, question } }]);
};

/** A complete request draft with spoken names. */
const completeDraft = async (world: World, family: Phone) => {
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

describe('a draft begun in a call', () => {
  scenario(
    'continues by text as a request, and the volunteer hears the names in a call',
    async (world) => {
      const family = world.phone('Sunita');
      const verifier = await world.volunteer('Kavita');
      const { requestDraft, spoken } = await completeDraft(world, family);
      await saveDrafts(world, family, { requestDraft });
      await family.texts('2 units');
      family.hearsOnly(says.summary, '2 units', 'as you said it');
      await family.texts('1');
      const code = codeIn(family.hearsOnly(says.opened));
      verifier.hearsOnly(says.pleaseCheck, 'said aloud', ours, family.number);
      expect((await world.file(code)).request).toMatchObject({
        spoken,
        patient: '',
        attendant: '',
      });
    },
  );

  scenario('continues by text as a registration, and keeps the spoken name', async (world) => {
    const anita = world.phone('Anita');
    const nameSpoken = await said(world, anita, 'name');
    const pin = pinSchema.parse('211001');
    const joinDraft = { agreed: true, group: 'B+', pin, name: '', nameSpoken } as const;
    await saveDrafts(world, anita, { joinDraft });
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
  scenario('deletes the recordings of a family, also from its request', async (world) => {
    const family = world.phone('Sunita');
    const verifier = await world.volunteer('Kavita');
    const { requestDraft, spoken } = await completeDraft(world, family);
    await saveDrafts(world, family, { requestDraft });
    await family.texts('1');
    const code = codeIn(family.hearsOnly(says.opened));
    verifier.hearsOnly(says.pleaseCheck);
    await family.forgets();
    family.hearsOnly(says.forgetAfterRequest);
    verifier.readsEverything();
    await world.clock.advance(minutes(2));
    expect((await world.file(code)).request.spoken).toBeUndefined();
    for (const id of Object.values(spoken)) expect(await world.store.recording(id)).toBeUndefined();
  });

  scenario('deletes the recordings of a name, a draft and an unheard reason', async (world) => {
    const anita = world.phone('Anita');
    const { requestDraft, spoken } = await completeDraft(world, anita);
    await saveDrafts(world, anita, { requestDraft });
    const person = await world.store.person(anita.number);
    if (!person) throw new Error('no such person');
    const nameSpoken = await said(world, anita, 'name');
    const recording = await said(world, await world.volunteer('Kavita'), 'reason');
    const toHear = { recording, code: requestCodeSchema.parse('4821') };
    await world.store.save([{ put: { ...person, nameSpoken, toHear } }]);
    await anita.forgets();
    anita.hearsOnly(says.forgotten);
    await world.clock.advance(minutes(2));
    const { hospital, patient } = spoken;
    const ids = [nameSpoken, recording, hospital, patient];
    for (const id of ids) expect(await world.store.recording(id)).toBeUndefined();
  });
});
