import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { openAlert, withoutPause } from '#shared/people/donor-updates.ts';
import { holdsPlace } from '#shared/request/pledge-counts.ts';
import type { IncomingText } from '../../ports/inbound.ts';
import { answerAlert } from '../alerts/answer-alert.ts';
import { pledgesOf } from '../pledges/pledges.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/**
 * The carrier's own key words (FACTS §5). After STOP nothing is sent to this phone until START; the carrier
 * answers both itself. Returns true when there is nothing else to understand in the text.
 */
export const handleOptOut = async (turn: UnitOfWork, incoming: IncomingText): Promise<boolean> => {
  const person = await turn.person(incoming.from);
  const saysYes = /^\W*yes\W*$/i.test(incoming.text);
  // A number without Advanced Opt-Out resumes on YES, and does not say so.
  switch (incoming.optOut ?? (person.optedOut && saysYes ? 'START' : undefined)) {
    case 'STOP':
      await stop(turn, incoming.from);
      return true;
    case 'START': {
      const { unreachable: _, ...rest } = person;
      const { donor } = person;
      turn.change({
        ...rest,
        optedOut: false,
        ...(donor && { donor: withoutPause(donor, turn.services.config.policy) }),
      });
      // "Yes" opts in as far as the carrier knows, and is an answer as far as the person knows; but whoever had
      // stopped was asked nothing since, and means only that.
      return person.optedOut || !saysYes;
    }
    case 'HELP':
      return true;
  }
  // Whoever stopped the texts may still be erased; nothing else is understood, and nothing is said.
  if (person.optedOut && parseCommand(incoming.text, turn.now)?.type === 'forget') {
    await erasePerson(turn, incoming.from);
    turn.replies.splice(0);
  }
  return person.optedOut;
};

/** Nobody can reach this phone any more: places it holds go to others, and it hears nothing of that. */
const stop = async (turn: UnitOfWork, from: IncomingText['from']): Promise<void> => {
  const person = await turn.person(from);
  for (const { request, pledge } of await pledgesOf(turn, person)) {
    if (holdsPlace(pledge.state))
      await turn.decide(request, { type: 'drop', alertId: pledge.alertId });
  }
  const open = openAlert(person, turn.now);
  if (open) await answerAlert(turn, from, { digit: 2, code: open.code });
  turn.replies.splice(0);
  turn.change({ ...(await turn.person(from)), optedOut: true });
};
