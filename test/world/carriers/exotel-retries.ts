import { minutes, seconds } from '#shared/terms/time.ts';

/*
 * Exotel's own policy for incoming texts (docs/facts.md#carriers): it waits ten seconds for a 2xx, tries again after 30
 * seconds, 2 minutes and 10 minutes, and then drops the text. It has no fallback and no list.
 */

/** Milliseconds after which an answer counts for nothing. */
export const exotelPatience = seconds(10);

const waits = [seconds(30), minutes(2), minutes(10)];

type Options = {
  /** Posts the text; true when it was taken. */
  post: () => Promise<boolean>;
  later: (ms: number, run: () => void) => void;
  /** No further try comes. */
  dropped: () => void;
};

/** Posts a text until it is taken or dropped. Settles after the first try. */
export const postByExotel = async (
  { post, later, dropped }: Options,
  triesBefore = 0,
): Promise<void> => {
  if (await post()) return;
  const wait = waits[triesBefore];
  if (wait === undefined) dropped();
  else later(wait, () => void postByExotel({ post, later, dropped }, triesBefore + 1));
};
