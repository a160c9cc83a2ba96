import { minutes } from '#shared/terms/time.ts';
import type { MemberVisit } from './visit.ts';

/** Real milliseconds for which a login allows harmful steps: a phone that was left open does no harm later. */
const freshMs = minutes(15);

export const hasFreshLogin = ({ session }: MemberVisit): boolean =>
  Date.now() < session.since + freshMs;
