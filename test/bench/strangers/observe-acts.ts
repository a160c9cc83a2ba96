import type { MessageKey } from '#shared/messages/message-keys.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import type { Request } from '#shared/request/request.ts';
import { findMessages } from '../../faults/rules/message-meaning.ts';
import type { LabelledAct, LabelledText } from './judge-reading.ts';
import { type Scene, setScene } from './situations.ts';

/* What the hotline does with a text, seen from outside: the change in the store, and the keys of its replies. */

type State = { person: Person | undefined; request: Request | undefined };

const stateOf = async ({ world, phone, code }: Scene): Promise<State> => ({
  person: await world.store.person(phone.number),
  request: code === undefined ? undefined : (await world.file(code)).request,
});

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** The fields of a draft that the text added or changed, in the names of the labels. */
const detailsOf = (draft: RequestDraft, before: RequestDraft = {}): Record<string, unknown> => {
  const details: Record<string, unknown> = {
    group: draft.group,
    component: draft.component === 'red-cells' ? 'packed-cells' : draft.component,
    units: draft.units,
    place: draft.hospital ?? draft.place?.name,
    neededBy: iso(draft.neededBy),
    urgency: draft.urgency,
    patient: draft.patient,
    attendant: draft.attendant,
    phone: 'phone' in draft ? draft.phone : undefined,
    exchange: draft.exchange,
  };
  const old: Record<string, unknown> = Object.keys(before).length === 0 ? {} : detailsOf(before);
  return Object.fromEntries(
    Object.entries(details).filter(([name, value]) => value !== undefined && value !== old[name]),
  );
};

/** Replies that answer a question, and what the question was about. */
const answerKeys: Partial<Record<string, string>> = {
  bloodIsFree: 'cost',
  menu: 'how-it-works',
  menuDonor: 'how-it-works',
  menuRequester: 'how-it-works',
  menuVolunteer: 'how-it-works',
};
/** Replies that only ask again or say how to answer. */
const askingAgain = new Set<string>([
  'notUnderstood',
  'verifyHow',
  'verifyWhich',
  'nothingToAnswer',
  'summaryUnclear',
  'groupUnclear',
  'alert',
  'howToClose',
  'alreadyConfirmed',
  'alreadyStandby',
]);

const changed = <T>(before: T, after: T): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

const pledgeOf = ({ request }: State, phone: string) =>
  request?.pledges.find((pledge) => pledge.donor?.phone === phone);

/** Acts shown by a change of the donor's pledge. */
const pledgeActs = (before: State, after: State, phone: string): LabelledAct[] => {
  const [old, now] = [pledgeOf(before, phone), pledgeOf(after, phone)];
  if (!now) return [];
  if (!old && (now.state === 'confirmed' || now.state === 'standby')) return [{ act: 'yes' }];
  if (now.state !== old?.state)
    return now.state === 'donated' ? [{ act: 'gave' }] : [{ act: 'drop' }];
  if (now.arrivedAt !== old.arrivedAt) return [{ act: 'arrived' }];
  return now.arriveBy === old.arriveBy ? [] : [{ act: 'later', time: iso(now.arriveBy) }];
};

const personActs = (before: State, after: State, keys: Set<string>): LabelledAct[] => {
  const [old, now] = [before.person, after.person];
  if (old && !now) return [{ act: 'stop-messages' }];
  if (keys.has('sorryForLoss')) return [{ act: 'died' }];
  if (keys.has('wrongPerson')) return [{ act: 'wrong-person' }];
  if (now?.optedOut && !old?.optedOut) return [{ act: 'stop-messages' }];
  const isAlertGone = old?.alerts.at(-1)?.state === 'open' && now?.alerts.at(-1)?.state !== 'open';
  const isPaused = changed(old?.donor?.pausedUntil, now?.donor?.pausedUntil);
  if (isPaused) return [{ act: keys.has('alertsEnded') ? 'stop-messages' : 'pause' }];
  return isAlertGone ? [{ act: 'no' }] : [];
};

/** Acts shown by a question that waits for the sender's confirmation. */
const questionActs = (before: State, after: State): { acts: LabelledAct[]; readsBack: boolean } => {
  const question: Record<string, unknown> = after.person?.question ?? {};
  if (!changed(before.person?.question, question)) return { acts: [], readsBack: false };
  if (question['about'] === 'correct')
    return {
      acts: [{ act: 'correct', ...detailsOf((question['changes'] ?? {}) as RequestDraft) }],
      readsBack: true,
    };
  if (question['about'] === 'close')
    return { acts: [{ act: question['loss'] ? 'died' : 'found-elsewhere' }], readsBack: true };
  if (question['about'] === 'received') return { acts: [{ act: 'gave' }], readsBack: true };
  return { acts: [], readsBack: false };
};

const requestActs = ({ request: before }: State, { request: now }: State): LabelledAct[] => {
  if (!before || !now || !changed(before.phase.type, now.phase.type))
    return before && now && now.units > before.units
      ? [{ act: 'more', units: now.units - before.units }]
      : [];
  if (before.phase.type === 'verifying')
    return [{ act: now.phase.type === 'searching' ? 'verified' : 'refused' }];
  return now.phase.type === 'closed' ? [{ act: 'close' }] : [];
};

const keyActs = (keys: Set<MessageKey>): LabelledAct[] => {
  const has = (...names: string[]): boolean => [...keys].some((key) => names.includes(key));
  if (has('donorsExpected', 'donorsThere')) return [{ act: 'nobody-came' }];
  if (has('verifyNotReached', 'verifyLater')) return [{ act: 'unreachable' }];
  if (has('statusVerifying', 'statusSearching', 'statusCovered', 'statusNone'))
    return [{ act: 'status' }];
  if (has('youAreWelcome')) return [{ act: 'thanks' }];
  if ([...keys].some((key) => key.startsWith('askJoin') || key.startsWith('join')))
    return [{ act: 'join' }];
  const topic = [...keys].map((key) => answerKeys[key]).find((about) => about !== undefined);
  if (topic) return [{ act: 'ask', about: topic }];
  return [...keys].some((key) => key.startsWith('answer')) ? [{ act: 'ask', about: 'other' }] : [];
};

/** The reading of one text by the whole hotline, in the form of a label. */
export const readText = async (
  label: LabelledText,
): Promise<{ acts: LabelledAct[]; asks?: string; readsBack: boolean; keys: string[] }> => {
  const scene = await setScene(label);
  const { phone, code } = scene;
  const before = await stateOf(scene);
  const text = code ? label.text.replace(/(?<!\d)[1-9]\d{3}(?!\d)/, code) : label.text;
  await phone.texts(text);
  const after = await stateOf(scene);
  const keys = new Set(
    phone.unread().flatMap((reply) => findMessages(reply).map(({ key }) => key)),
  );
  const draft = detailsOf(after.person?.requestDraft ?? {}, before.person?.requestDraft);
  const isDraft = Object.keys(draft).length > 0 || keys.has('askGroup');
  const { acts: asked, readsBack } = questionActs(before, after);
  const pledged = pledgeActs(before, after, phone.number);
  const found = [
    ...pledged,
    ...asked,
    ...requestActs(before, after),
    ...(pledged.length > 0 ? [] : personActs(before, after, keys)),
    ...(isDraft && !(before.person?.requestDraft && Object.keys(draft).length === 0)
      ? [{ act: label.open?.['asked'] === 'summary' ? 'correct' : 'request', ...draft }]
      : []),
    ...(keys.has('requestOpened') ? [{ act: 'yes' }] : []),
  ];
  const said = found.length > 0 ? found : keyActs(keys);
  const acts = said.length > 0 ? said : [{ act: 'unclear' }];
  const isAsking = [...keys].some((key) => askingAgain.has(key) || key.startsWith('ask'));
  return { acts, readsBack, keys: [...keys], ...(isAsking && { asks: 'again' }) };
};
