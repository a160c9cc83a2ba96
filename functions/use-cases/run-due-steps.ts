import type { Services } from '../ports/services.ts';
import type { Due } from '../ports/store.ts';
import { forgetRecording } from './call/forget-recording.ts';
import { endIdleCall } from './call/settle-call.ts';
import { remindDonor } from './remind-donor.ts';
import { runRequestSteps } from './run-request-step.ts';
import { sendMessage } from './send-message.ts';

/** Due items read at once, and handled at once. */
const page = 100;
const atOnce = 10;
/** Pages of one kind in one run: the next minute goes on where this one stopped. */
const pages = 20;

/**
 * The minute's sweep: whatever is due, requests first, then what is to be sent, then reminders, then
 * calls nobody has ended and recordings whose days are over. Missing a minute is
 * harmless, running twice at once too: every step is fenced by a version. Returns how many items were handled.
 */
export const runDueSteps = async (services: Services): Promise<number> => {
  let handled = 0;
  for (const kind of ['request', 'outbox', 'person', 'call', 'recording'] as const) {
    let before = '';
    for (let i = 0; i < pages; i += 1) {
      const due = await services.store.due(kind, services.clock.now(), page);
      const these = due.map((d) => d.id).join();
      // The same again: they all failed, and wait for the next minute.
      if (these === before) break;
      before = these;
      await handleDue(services, due);
      handled += due.length;
      if (due.length < page) break;
    }
  }
  return handled;
};

/** A few at a time, in order; one that fails is logged and comes again next minute, the others go on. */
export const handleDue = async (services: Services, due: Due[]): Promise<void> => {
  const waiting = [...due];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await handleOne(services, item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, worker));
};

const handleOne = async (services: Services, due: Due): Promise<void> => {
  try {
    if (due.kind === 'request') await runRequestSteps(services, due.id);
    else if (due.kind === 'outbox') await sendMessage(services, due.id);
    else if (due.kind === 'person') await remindDonor(services, due.id);
    else if (due.kind === 'call') await endIdleCall(services, due.id);
    else await forgetRecording(services, due.id);
  } catch (error) {
    services.log.error('due-step-failed', {
      kind: due.kind,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
};
