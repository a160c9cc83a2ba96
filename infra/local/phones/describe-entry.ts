import type { RequestEvent } from '#shared/request/events.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';

export type DescribedEntry = { id: string; at: number; text: string };

type What = RequestEvent['type'] | 'opened' | 'opened-by-trusted-phone';
type Facts = NonNullable<TimelineEntry['facts']>;

const count = (facts: Facts, name: string): number => Number(facts[name] ?? 0);
const several = (n: number, one: string, many = `${one}s`): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`;
const are = (n: number): string => (n === 1 ? 'is' : 'are');

/** A sentence by kind of entry; a kind without one is shown by its name. `who` is a role and a masked number. */
const sentences: Partial<Record<What, (facts: Facts, who: string) => string>> = {
  opened: () => 'The family has told all that is needed.',
  'opened-by-trusted-phone': () => 'A trusted phone asks for blood: nothing to verify.',
  'volunteers-asked': (facts) => {
    const asked = count(facts, 'asked');
    if (asked === 0) return 'There is no volunteer to ask.';
    const role = count(facts, 'round') === 3 ? 'coordinator' : 'volunteer';
    const more = count(facts, 'round') === 2 ? 'more ' : '';
    return `${several(asked, more + role)} ${are(asked)} asked to verify it.`;
  },
  'family-not-reached': (_, who) => `${who} called the family and could not reach it.`,
  'asked-to-call-again': (facts) =>
    `${several(count(facts, 'asked'), 'volunteer')} ${are(count(facts, 'asked'))} asked to call again.`,
  verified: (_, who) => `Verified by ${who}.`,
  refused: (_, who) => `Refused by ${who}.`,
  'stage-started': (facts) => {
    const asked = count(facts, 'asked');
    return asked === 0
      ? 'Nobody suitable so near: looking further.'
      : `${several(asked, 'donor')} ${are(asked)} asked.`;
  },
  'unanswered-called': (facts) =>
    `${several(count(facts, 'called'), 'phone')} that had not answered ${count(facts, 'called') === 1 ? 'rings' : 'ring'}.`,
  'refusals-replaced': (facts) => {
    const asked = count(facts, 'asked');
    return asked === 0
      ? 'Nobody left here to ask instead.'
      : `${several(asked, 'other donor')} ${are(asked)} asked instead.`;
  },
  'stage-postponed': () => 'Quiet hours: asking goes on in the morning.',
  'search-widened': () => 'The search goes further out.',
  'everyone-asked': (facts) =>
    `Everyone suitable has been asked (${count(facts, 'asked')}, ${count(facts, 'said no')} said no). The coordinators know.`,
  'alert-refused': (_, who) => `${who} can't come.`,
  'alert-undelivered': (_, who) => `${who} could not be reached.`,
  'donor-confirmed': (_, who) => `${who} is coming.`,
  'donor-on-standby': (_, who) => `${who} is on standby.`,
  'standby-promoted': (_, who) => `${who} moves up from standby and is coming.`,
  'donor-dropped': (_, who) => `${who} can't come after all.`,
  'standby-dropped': (_, who) => `${who} leaves the standby.`,
  'donor-did-not-come': (_, who) => `${who} did not come.`,
  'donor-turned-away': (_, who) => `${who} could not give today.`,
  'donor-reminded': (_, who) => `${who} is reminded.`,
  'arrival-asked': (_, who) => `${who} is asked whether they have arrived.`,
  'donor-arrived': (_, who) => `${who} has arrived.`,
  'visit-moved': (_, who) => `The ${who} comes at another time.`,
  'donor-on-the-way': (_, who) => `${who} is on the way.`,
  'donation-asked': (_, who) => `${who} is asked whether they gave.`,
  donated: (_, who) => `${who} gave blood.`,
  'donation-denied': (_, who) => `${who} did not give after all.`,
  covered: () => 'Enough donors are coming: nobody else is asked.',
  'search-resumed': () => 'Donors are missing again: the search goes on.',
  fulfilled: () => 'All the blood has been given.',
  'blood-reached': () => 'The family says that the blood reached the patient.',
  'blood-not-reached': () => 'The family says that the blood did not reach the patient.',
  'still-needed-asked': () => 'The family is asked whether it is still needed.',
  extended: () => 'The family needs more time.',
  'units-added': (facts) => `${several(count(facts, 'units'), 'more unit')} needed.`,
  corrected: (facts) =>
    `The family has corrected: ${Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
  'donor-released': (_, who) => `${who} is released and need not come.`,
  'alerts-withdrawn': (facts) =>
    `${several(count(facts, 'told'), 'donor')} whom it no longer suits ${count(facts, 'told') === 1 ? 'hears' : 'hear'} so.`,
  closed: (facts) => `Closed: ${String(facts['reason'] ?? 'over')}.`,
  'alerts-closed': (facts) => {
    const told = count(facts, 'told');
    return `${several(told, 'donor')} who had not answered ${told === 1 ? 'hears' : 'hear'} that it is settled.`;
  },
};

const byName = new Map<string, (facts: Facts, who: string) => string>(Object.entries(sentences));

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A timeline entry in plain words; an unknown kind keeps its name. */
export const describeEntry = ({ id, at, what, who, facts }: TimelineEntry): DescribedEntry => {
  const sentence = byName.get(what);
  const text = sentence ? sentence(facts ?? {}, who ?? 'someone') : `${what.replaceAll('-', ' ')}.`;
  return { id, at, text: capitalize(text) };
};
