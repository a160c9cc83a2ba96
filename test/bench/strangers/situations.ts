import { importDonor } from '#functions/use-cases/donors/import-people.ts';
import { pinSchema } from '#shared/places/place.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { Phone } from '#test/world/phone.ts';
import { createWorld, type World } from '#test/world/world.ts';
import type { LabelledText } from './judge-reading.ts';

/* Puts a phone into the situation in which a stranger's text was written. */

export type Scene = { world: World; phone: Phone; code?: string };

const oneUnit =
  'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';

const codeIn = (texts: string[]): string | undefined =>
  texts.join(' ').match(/(?<!\d)[1-9]\d{3,6}(?!\d)/)?.[0];

const openRequest = async (family: Phone, text: string): Promise<string | undefined> => {
  await family.texts(text);
  await family.texts('1');
  const code = codeIn(family.unread().slice(-1));
  family.readsEverything();
  return code;
};

/** A request that a verifier has found genuine, so that donors are asked. */
const searchFor = async (world: World, family: Phone, text: string) => {
  const verifier = await world.volunteer('Kavita');
  const code = await openRequest(family, text);
  verifier.readsEverything();
  await verifier.texts(`OK ${code}`);
  verifier.readsEverything();
  family.readsEverything();
  return code;
};

/** What the family has texted when this is the next question. */
const openings: Record<string, string[]> = {
  group: ['BLOOD'],
  component: ['Need B+ PRBC and FFP 2 units'],
  units: ['Need B+ blood'],
  hospital: ['Need B+ blood 2 units'],
  place: ['Need B+ blood 2 units Shanti nursing home'],
  neededBy: ['Need B+ blood 2 units SRN hospital Prayagraj'],
  patient: ['Need B+ blood 2 units SRN hospital Prayagraj urgent'],
  attendant: ['Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh'],
  summary: [oneUnit.replace('1 unit', '2 units')],
};

const needText = (request: Record<string, unknown>): string =>
  `Need ${request['group'] ?? 'B+'} blood ${request['units'] ?? 2} units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita`;

const family = async (world: World, open: Record<string, unknown>): Promise<Scene> => {
  const phone = world.phone('Sunita');
  const { request, asked } = open;
  if (typeof request === 'object' && request !== null) {
    await world.donor('Amit');
    const code = await searchFor(world, phone, needText(request as Record<string, unknown>));
    return { world, phone, ...(code && { code }) };
  }
  for (const text of openings[String(asked)] ?? []) await phone.texts(text);
  return { world, phone };
};

const donor = async (world: World, open: Record<string, unknown>): Promise<Scene> => {
  const phone = await world.donor('Amit');
  if (!open['alert'] && !open['pledge']) return { world, phone };
  const code = await searchFor(world, world.phone('Sunita'), oneUnit);
  if (open['pledge']) await phone.texts('1');
  return { world, phone, ...(code && { code }) };
};

const verifier = async (world: World, open: Record<string, unknown>): Promise<Scene> => {
  const phone = await world.volunteer('Kavita');
  if (open['alert'] || open['pledge']) {
    // The verifier gives blood as well.
    await importDonor(world.services, {
      phone: phone.number,
      name: 'Kavita',
      group: 'B+',
      sex: 'woman',
      birthYear: 1990,
      pin: pinSchema.parse('211001'),
      language: 'en',
    });
    const code = await searchFor(world, world.phone('Sunita'), oneUnit);
    if (open['pledge']) await phone.texts(`1 ${code}`);
    return { world, phone, ...(code && { code }) };
  }
  if (!open['verification']) return { world, phone };
  const code = await openRequest(world.phone('Sunita'), oneUnit);
  return { world, phone, ...(code && { code }) };
};

const scenes: Record<string, typeof family> = { family, donor, verifier };

/** The phone of this text, with what the label says is open. All its messages so far are read. */
export const setScene = async ({ as, at, open = {} }: LabelledText): Promise<Scene> => {
  const start = at ? epochMs(new Date(at).getTime() - 30 * 60_000) : undefined;
  const world = await createWorld(start ? { start } : {});
  const scene = await (scenes[as]?.(world, open) ?? { world, phone: world.phone('Unknown') });
  scene.phone.readsEverything();
  return scene;
};
