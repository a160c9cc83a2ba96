import type { Message } from '../messages/message-keys.ts';
import type { Question } from '../people/person.ts';
import type { PhoneNumber } from '../terms/phone-number.ts';

/** What must be done because of a decision; data, carried out by the use case in the same transaction. */
export type Effect =
  /** Say this to that phone; if it asks something, that is the last thing asked there. */
  | { type: 'tell'; to: PhoneNumber; message: Message; question?: Question }
  /** This donor has given today: the next date is set, thanks are due. */
  | { type: 'note-donation'; phone: PhoneNumber }
  /** What was noted is not true: this donor has not given. */
  | { type: 'unnote-donation'; phone: PhoneNumber };
