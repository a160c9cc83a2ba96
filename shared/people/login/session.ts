import * as z from 'zod';
import { epochMsSchema, hours } from '../../terms/time.ts';

/** How long a person stays logged in. Real milliseconds. */
export const sessionMs = hours(12);
/** The oldest session ends when more browsers log in. */
const most = 10;

/** A browser in which a person has logged in. A cookie opens nothing once its session has left the person's list. */
export const sessionSchema = z.object({
  id: z.string(),
  /** Real time, as in the cookie. */
  since: epochMsSchema,
  /** What the browser says it is, in words: `Chrome, Android`. */
  browser: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

/** The sessions that still open pages, oldest first. `now`: real time. */
export const runningSessions = (
  { sessions = [] }: { sessions?: readonly Session[] | undefined },
  now: number,
): Session[] => sessions.filter(({ since }) => now < since + sessionMs);

export const addSession = (
  person: { sessions?: readonly Session[] | undefined },
  session: Session,
): Session[] => [...runningSessions(person, session.since), session].slice(-most);
