import { type EpochMs, epochMs, hours, minutes } from '#shared/terms/time.ts';
import type { ReceivedText } from '../../ports/carrier.ts';
import type { ReceiveText } from '../../ports/inbound.ts';
import type { Services } from '../../ports/services.ts';
import type { Sweep } from '../../ports/store.ts';

/** How often the carrier's list is read: two REST calls each time (docs/adr/0025). */
const listEvery = minutes(5);
/** A younger text may still come by its webhook or the fallback. */
const settledAfter = minutes(2);
/** An older text is history: its sender has asked again, or called. */
const oldest = hours(24);

/** The moment before which texts can be looked up: younger ones may still come by themselves. */
export const lookedUpBefore = (now: EpochMs): EpochMs => epochMs(now - settledAfter);

/**
 * Reads the carrier's list of incoming texts, and takes in each that never reached us, with its reply as a text. This
 * is the last road: it works after any outage. Returns up to when the texts have been looked up; undefined when it is
 * not time yet, or when it must be done again. Never throws.
 */
export const takeInMissedTexts = async (
  services: Services,
  receiveText: ReceiveText,
  sweep: Sweep | undefined,
): Promise<EpochMs | undefined> => {
  const now = services.clock.now();
  const upTo = lookedUpBefore(now);
  // Its first run has marked where its time begins: older texts are not ours to answer.
  if (sweep?.textsUpTo === undefined) return upTo;
  if (upTo < sweep.textsUpTo + listEvery) return undefined;
  const since = epochMs(Math.max(sweep.textsUpTo, now - oldest));
  try {
    const { texts, complete } = await services.carrier.received(since);
    const settled = texts.filter(({ writtenAt }) => writtenAt < upTo);
    let failed = 0;
    for (const text of settled) failed += (await takeIn(services, receiveText, text)) ? 0 : 1;
    return complete && failed === 0 ? upTo : undefined;
  } catch (error) {
    services.log.error('texts-not-listed', { error: nameOf(error) });
    return undefined;
  }
};

/** False when the store failed: the text stays in the list. */
const takeIn = async (
  services: Services,
  receiveText: ReceiveText,
  { incoming, writtenAt }: ReceivedText,
): Promise<boolean> => {
  try {
    const { store } = services;
    if ((await store.incoming(incoming.id, 'may-lag')) ?? (await store.incoming(incoming.id)))
      return true;
    await receiveText(services, { ...incoming, late: { writtenAt, unanswered: false } });
    const minutesLate = Math.round((services.clock.now() - writtenAt) / minutes(1));
    services.log.error('text-missed', { minutesLate });
    return true;
  } catch (error) {
    services.log.error('missed-text-failed', { error: nameOf(error) });
    return false;
  }
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
