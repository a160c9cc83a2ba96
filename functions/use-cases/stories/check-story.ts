import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import type { Story } from '#shared/people/stories/story.ts';
import { requestCodeSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { allCoordinators } from '../volunteers/find-volunteers.ts';
import { loadStory } from './load-story.ts';
import { removeStory } from './remove-story.ts';

/** Coordinators who are asked to read one story; the console has it for all. */
const mostAsked = 5;
/** Own codes of stories that are kept: an old one takes an old story down. */
const mostChecks = 30;

/** Asks coordinators of the zone, or others when it has none, to read the story. Each gets a code of their own. */
export const sendToCoordinators = async (work: UnitOfWork, story: Story): Promise<void> => {
  for (const listed of await coordinatorsOf(work, story)) {
    const person = (await work.otherPerson(listed.phone)) ?? listed;
    const own = freeCode(work, person);
    const others = (person.storyChecks ?? []).filter(({ id }) => id !== story.id);
    const storyChecks = [...others, { id: story.id, own }].slice(-mostChecks);
    work.change({ ...person, storyChecks });
    const { text, name } = story;
    const params = { story: text, own, ...(name && { name }) };
    work.queueText(person.phone, { key: 'storyCheck', params });
  }
};

/** The coordinators who hear about a story: those of its zone, or others when the zone has no coordinator. */
export const coordinatorsOf = async (work: UnitOfWork, { by, zone }: Story): Promise<Person[]> => {
  const all = (await allCoordinators(work.services)).filter(({ phone }) => phone !== by);
  const near = all.filter(({ volunteer }) => volunteer?.zone === zone);
  return (near.length > 0 ? near : all).slice(0, mostAsked);
};

const freeCode = ({ services }: UnitOfWork, { storyChecks = [], ownCodes = [] }: Person) => {
  const taken = new Set([...storyChecks.map(({ own }) => own), ...ownCodes.map((o) => o.code)]);
  for (;;) {
    const own = requestCodeSchema.parse(String(1000 + services.ids.randomBelow(9000)));
    if (!taken.has(own)) return own;
  }
};

/** The story for which this coordinator has that code. */
export const findChecked = async (
  work: UnitOfWork,
  { volunteer, storyChecks = [] }: Person,
  code: string | undefined,
): Promise<Story | undefined> => {
  const check = storyChecks.find(({ own }) => own === code);
  return check && volunteer?.role === 'coordinator' ? loadStory(work, check.id) : undefined;
};

/**
 * A coordinator shows the story, does not, or takes it down. The first decision about words that wait holds; a shown
 * story may be taken down at any time. The family hears it.
 */
export const decideStory = async (
  work: UnitOfWork,
  by: PhoneNumber,
  story: Story,
  shows: boolean,
): Promise<void> => {
  const isDecidable = shows ? story.state === 'waits' : story.state !== 'told';
  if (!isDecidable) return work.reply({ key: 'storyDecided', params: {} });
  if (shows) work.put({ ...story, state: 'shown', shownAt: work.now });
  else await removeStory(work, story);
  work.audit({ what: shows ? 'story-shown' : 'story-removed', who: by, phone: story.by });
  await work.notify(story.by, toFamily(work, shows));
  work.reply({ key: 'storyDone', params: { shown: shows } });
};

const toFamily = ({ services }: UnitOfWork, shown: boolean): Message =>
  shown
    ? { key: 'storyShown', params: { link: `${services.publicUrl}/stories` } }
    : { key: 'storyNotShown', params: {} };
