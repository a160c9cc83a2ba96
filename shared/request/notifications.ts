import type { Effect } from './commands.ts';
import type { RequestEvent } from './events.ts';
import { correctionNotifications } from './lifecycle/correction-notices.ts';
import { endingNotifications } from './lifecycle/ending.ts';
import type { Change, EventOf, Notifications } from './lifecycle/handlers.ts';
import { dayNotifications } from './lifecycle/needed-days.ts';
import { pledgeNotifications } from './lifecycle/pledges.ts';
import { searchNotifications } from './lifecycle/search.ts';
import { verificationNotifications } from './lifecycle/verification.ts';
import { visitNotifications } from './lifecycle/visits.ts';

const notifications: Notifications<RequestEvent> = {
  ...verificationNotifications,
  ...searchNotifications,
  ...pledgeNotifications,
  ...visitNotifications,
  ...correctionNotifications,
  ...dayNotifications,
  ...endingNotifications,
};

/** The messages to people, and the donations to record, that an event causes. */
export const notify = <T extends keyof EventOf>(
  event: EventOf[T] & { type: T },
  change: Change,
): Effect[] => notifications[event.type](event, change);
