import { seconds } from '#shared/terms/time.ts';
import type { Phone } from '../phone.ts';
import { codeIn } from '../scenario.ts';
import type { World } from '../world.ts';
import { says } from './expected-messages.ts';

/** A critical request: needed within six hours. */
export const urgentNeed =
  'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';
export const oneUnit =
  'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';

/** A family asks for blood, reads the summary and confirms it. Returns the code. */
export const asksForBlood = async (
  family: Phone,
  text = urgentNeed,
  by: Parameters<Phone['texts']>[1] = {},
): Promise<string> => {
  await family.texts(text, by);
  family.hearsOnly(says.summary);
  await family.texts('1', by);
  return codeIn(family.hears(says.opened));
};

/** The verifier confirms the request. */
export const findsItReal = async (verifier: Phone, family: Phone, code: string): Promise<void> => {
  verifier.hears(says.pleaseCheck, code, family.number);
  await verifier.texts(`OK ${code}`);
  verifier.hears(code, says.thanksOk);
  family.hears(code, says.verified);
};

/** A request with a running search: its family, which was served before, its verifier and its code. */
export const searchedFor = async (world: World, text = urgentNeed) => {
  const family = world.phone('Sunita');
  await world.wasServed(family);
  const verifier = await world.volunteer('Kavita');
  const code = await asksForBlood(family, text);
  await findsItReal(verifier, family, code);
  return { family, verifier, code };
};

/** A request that waits for its check: the family, the verifier who has been asked, and the code. */
export const waitsForCheck = async (world: World, text = urgentNeed) => {
  const family = world.phone('Sunita');
  const verifier = await world.volunteer('Kavita');
  const code = await asksForBlood(family, text);
  verifier.hearsOnly(says.pleaseCheck, code, family.number);
  return { family, verifier, code };
};

/** This many donors who live near the hospital, named by number. */
export const donors = (
  world: World,
  count: number,
  line: Parameters<World['donor']>[1] = {},
): Promise<Phone[]> =>
  Array.from({ length: count }).reduce<Promise<Phone[]>>(
    async (before, _, i) => [...(await before), await world.donor(`Donor ${i + 1}`, line)],
    Promise.resolve([]),
  );

/** The phones with an unread alert, which they read now. */
export const whoIsAsked = (phones: Phone[]): Phone[] =>
  phones.filter((phone) => phone.hearsAll(says.alert) > 0);

/** All phones send the same text at once. Then the effects are awaited. */
export const allAtOnce = async (world: World, phones: Phone[], body: string): Promise<void> => {
  await Promise.all(phones.map((phone) => phone.textsAtOnce(body)));
  await world.clock.advance(seconds(20));
};

/** Counts the unread messages of each kind and marks them as read. Other messages stay unread. */
export const countHeard = <K extends keyof typeof says>(
  phones: Phone[],
  ...kinds: K[]
): Record<K, number> => {
  const counts = kinds.map((kind) => [
    kind,
    phones.reduce((sum, phone) => sum + phone.hearsAll(says[kind]), 0),
  ]);
  return Object.fromEntries(counts) as Record<K, number>;
};

/** All phones read their messages. */
export const readAllMessages = (world: World): void => {
  for (const phone of world.phones()) phone.readsEverything();
};

/** The states of a request's pledges, oldest first. */
export const pledgeStates = async (world: World, code: string): Promise<string[]> =>
  (await world.file(code)).request.pledges.map((pledge) => pledge.state);

/** What the hotline stores of this phone's holder as a donor. */
export const donorOf = async (world: World, phone: Phone) =>
  (await world.store.person(phone.number))?.donor;

/** A new phone whose holder has chosen English. */
export const englishPhone = async (world: World, name: string): Promise<Phone> => {
  const phone = world.phone(name);
  await phone.texts('LANG EN');
  phone.readsEverything();
  return phone;
};
