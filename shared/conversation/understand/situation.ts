import type { Gazetteer } from '../../places/gazetteer.ts';
import type { EpochMs } from '../../terms/time.ts';
import type { StandingRequest } from '../replies/parse-correction.ts';

/** Who sends a text. `anyone`: a phone that the hotline does not know. */
export const senderRoles = ['family', 'donor', 'verifier', 'anyone'] as const;
export type SenderRole = (typeof senderRoles)[number];

/** What a question of the hotline is about: a field of an unfinished request, or its summary. */
export const askedTopics = [
  'group',
  'component',
  'units',
  'hospital',
  'place',
  'neededBy',
  'patient',
  'attendant',
  'summary',
] as const;
export type AskedTopic = (typeof askedTopics)[number];

/** What is open with the phone that sends a text. */
export type Situation = {
  as: SenderRole;
  /** The sender's own request. */
  request?: StandingRequest;
  /** The sender was asked to give, and has not answered. */
  alert?: boolean;
  /** The sender has agreed to give. */
  pledge?: boolean;
  /** A request waits for this volunteer's verdict. */
  verification?: boolean;
  /** The last question of an unfinished request. */
  asked?: AskedTopic;
  /** The sender's name, if it is known: "I am not Amit". */
  name?: string;
};

/** What reading a text needs beside the text. */
export type ReadingContext = { gazetteer: Gazetteer; now: EpochMs };

/** The one part of a situation that most changes what words mean. */
export const topicOf = ({ as, alert, pledge, verification, asked, request }: Situation): string => {
  if (verification) return 'verification';
  if (pledge) return 'pledge';
  if (alert) return 'alert';
  if (asked) return asked === 'summary' ? 'summary' : 'asked';
  if (request) return 'request';
  return as === 'donor' || as === 'verifier' ? as : 'nothing';
};

/** What a name or number in a text most likely belongs to: the field that was asked for, or what is open. */
export const spanTopicOf = ({
  asked,
  request,
  verification,
}: Partial<Situation>): string | undefined =>
  asked ?? (request ? 'request' : verification ? 'verification' : undefined);
