import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { openAlert, withoutPause } from '#shared/people/donor-updates.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import { declineAlert } from '../alerts/answer-alert.ts';
import { applyDecision } from '../apply-decision.ts';
import { findPledges } from '../pledges/find-pledges.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type OptOut = NonNullable<IncomingText['optOut']>;
type Handler = (work: UnitOfWork, incoming: IncomingText) => Promise<boolean>;

const saysYes = ({ text }: IncomingText): boolean => /^\W*yes\W*$/i.test(text);

/** One handler per key word. Each returns true when the text needs no further reply. */
const handlers: Record<OptOut, Handler> = {
  STOP: async (work, { from }) => {
    await stop(work, from);
    return true;
  },
  START: async (work, incoming) => {
    const person = await work.person(incoming.from);
    const { unreachable: _, ...rest } = person;
    const { donor } = person;
    work.change({
      ...rest,
      optedOut: false,
      ...(donor && { donor: withoutPause(donor, work.services.config.policy) }),
    });
    // "Yes" is START for the carrier and may be an answer for the person. After STOP no question was sent, so there
    // it means START only.
    return person.optedOut || !saysYes(incoming);
  },
  HELP: async () => true,
};

/**
 * Handles the carrier's own key words (docs/facts.md#india). After STOP nothing is sent to this phone until START; the carrier
 * replies to both itself. Returns true when the text needs no further reply.
 */
export const handleOptOut = async (work: UnitOfWork, incoming: IncomingText): Promise<boolean> => {
  const person = await work.person(incoming.from);
  // A number without Advanced Opt-Out resumes on YES and does not report it.
  const optOut = incoming.optOut ?? (person.optedOut && saysYes(incoming) ? 'START' : undefined);
  if (optOut) return handlers[optOut](work, incoming);
  // After STOP, FORGET still erases the person. Nothing else is handled, and nothing is sent.
  if (person.optedOut && parseCommand(incoming.text, work.now)?.type === 'forget') {
    await erasePerson(work, incoming.from);
    work.replies.splice(0);
  }
  return person.optedOut;
};

/** This phone can no longer be reached: other donors get its places, and it gets no message about that. */
const stop = async (work: UnitOfWork, from: IncomingText['from']): Promise<void> => {
  const person = await work.person(from);
  for (const { request, pledge } of await findPledges(work, person)) {
    const drop = { type: 'drop', alertId: pledge.alertId } as const;
    if (holdsPlace(pledge.state)) await applyDecision(work, request, drop, { silent: true });
  }
  const open = openAlert(person, work.now);
  if (open) await declineAlert(work, from, open);
  work.change({ ...(await work.person(from)), optedOut: true });
};
