import * as z from 'zod';
import { alertIdSchema, requestIdSchema } from '../../terms/ids.ts';
import {
  type Day,
  dayOf,
  daySchema,
  days,
  type EpochMs,
  epochMs,
  epochMsSchema,
} from '../../terms/time.ts';

/** The messages that are to bring a donor back, each a policy of its own (`policy.afterGift`). */
export const contactKinds = ['news', 'again', 'lapsed'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** A donor's turn for such a message: sent, or held out to compare. `back`: the day of the first gift after it. */
export const contactSchema = z.object({
  what: z.enum(contactKinds),
  at: epochMsSchema,
  held: z.literal(true).optional(),
  back: daySchema.optional(),
});
export type Contact = z.infer<typeof contactSchema>;

/** What is due after a gift to a patient that the family has confirmed. */
export const followUpSchema = z.object({
  what: z.enum(['certificate', 'news']),
  requestId: requestIdSchema,
  alertId: alertIdSchema,
  at: epochMsSchema,
  /** When it was first due; it waits for an evening apart from an alert. */
  since: epochMsSchema,
});
export type FollowUp = z.infer<typeof followUpSchema>;

/** Longer than any time within which a donor comes back. */
const keptFor = days(730);

export const withContact = (contacts: readonly Contact[] = [], contact: Contact): Contact[] => [
  ...contacts.filter(({ at }) => at > contact.at - keptFor),
  contact,
];

/** A gift on that day: everyone who had their turn before it has come back. */
export const withReturn = (contacts: readonly Contact[] | undefined, on: Day) =>
  contacts && {
    contacts: contacts.map(
      (contact): Contact =>
        contact.back === undefined && dayOf(contact.at) < on ? { ...contact, back: on } : contact,
    ),
  };

/** The gift of that day did not happen. */
export const withoutReturn = (contacts: readonly Contact[] | undefined, on: Day | undefined) =>
  contacts && {
    contacts: contacts.map((contact): Contact => {
      if (on === undefined || contact.back !== on) return contact;
      const { back: _, ...rest } = contact;
      return rest;
    }),
  };

/** True when the donor heard, or was held out from, what their gift did since that moment. */
export const hadNewsSince = (contacts: readonly Contact[] = [], since: number): boolean =>
  contacts.some(({ what, at }) => what === 'news' && at > since);

/** A lapsed donor has had their one call and has not written or given since: only a patient's need turns to them. */
export const isLeftInPeace = ({
  lastHeard = epochMs(0),
  donor,
}: {
  lastHeard?: EpochMs | undefined;
  donor?: { contacts?: Contact[] | undefined } | undefined;
}): boolean => {
  const call = donor?.contacts?.findLast(({ what }) => what === 'lapsed');
  return call !== undefined && call.back === undefined && lastHeard <= call.at;
};
