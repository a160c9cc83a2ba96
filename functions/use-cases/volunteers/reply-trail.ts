import type { TextCommand } from '#shared/conversation/commands/text-command.ts';
import type { Message, Params } from '#shared/messages/message-keys.ts';
import type { AuditEntry } from '#shared/people/audit/audit-entry.ts';
import type { Person } from '#shared/people/person.ts';
import { readTrail } from '../operator/read-trail.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** How many entries one reply has: a few segments. The command line shows them all. */
const shown = 5;

type Deed = Params<'auditEntry'>['deed'];
const deedOf: Record<AuditEntry['what'], (facts: NonNullable<AuditEntry['facts']>) => Deed> = {
  'volunteer-duty': ({ onDuty }) => (onDuty === true ? 'on-duty' : 'off-duty'),
  'volunteer-trusts': ({ trusted }) => (trusted === true ? 'trusted' : 'no-longer-trusted'),
  'volunteer-removed': () => 'removed',
  'person-shown': () => 'shown',
  'person-forgotten': () => 'erased',
  'person-blocked': () => 'blocked',
  'person-unblocked': () => 'unblocked',
  'units-added': () => 'added-units',
  'person-rung': () => 'rang',
  'list-imported': () => 'imported',
  'story-shown': () => 'showed-story',
  'story-removed': () => 'removed-story',
};

/** `x345` for +91•••••••345: signs that every phone shows. '' for the operator. */
const endingOf = (masked: string): string => (masked === 'operator' ? '' : `x${masked.slice(-3)}`);

/** False for a volunteer's word from another person: there it is a word like any other. */
export const isCommandOf = ({ volunteer }: Person, { type }: TextCommand): boolean => {
  switch (type) {
    case 'audit':
    case 'camp':
      return volunteer?.role === 'coordinator';
    case 'campIn':
    case 'back':
    case 'new':
      return volunteer !== undefined;
    default:
      return true;
  }
};

/** An entry of the trail as a message. */
export const auditEntryMessage = ({
  at,
  what,
  who,
  phone = who,
  facts = {},
}: AuditEntry): Message<'auditEntry'> => ({
  key: 'auditEntry',
  params: { at, deed: deedOf[what](facts), byPhone: endingOf(who), ofPhone: endingOf(phone) },
});

/** AUDIT: the newest entries of the trail, newest first. `isCommandOf` has found a coordinator. */
export const replyTrail = async (work: UnitOfWork): Promise<void> => {
  const entries = await readTrail(work.services, shown);
  work.reply({ key: entries.length > 0 ? 'auditTrail' : 'auditEmpty', params: {} });
  for (const entry of entries) work.reply(auditEntryMessage(entry));
};
