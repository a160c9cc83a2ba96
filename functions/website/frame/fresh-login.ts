import { minutes } from '#shared/terms/time.ts';
import type { MemberVisit } from './visit.ts';

/** Real milliseconds after a login in which harm may be done: a phone that lies about open does none later. */
const freshMs = minutes(15);

export const hasFreshLogin = ({ session }: MemberVisit): boolean =>
  Date.now() < session.since + freshMs;
