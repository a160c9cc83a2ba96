import type { Carrier, SendResult } from '../../ports/carrier.ts';

/** As many as a sweep hands over at once (functions/use-cases/due-steps.ts): one round without an answer. */
const mostSilences = 10;

/**
 * The carrier with a circuit breaker: `isSilent` once ten requests in a row found it away or busy. A sweep then leaves
 * the rest for the next minute, which tries ten again: a carrier that hangs for 10 s each time would otherwise hold a
 * sweep until it is killed in the middle of a message. What waits uses up none of its tries.
 */
export const watchCarrier = (carrier: Carrier): { carrier: Carrier; isSilent(): boolean } => {
  let silences = 0;
  const heard = (): void => {
    silences = 0;
  };
  const missed = (): void => {
    silences += 1;
  };
  const watched =
    <Args extends unknown[], Result>(
      ask: (...args: Args) => Promise<Result>,
      isAnswer: (result: Result) => boolean = () => true,
    ) =>
    async (...args: Args): Promise<Result> => {
      try {
        const result = await ask(...args);
        if (isAnswer(result)) heard();
        else missed();
        return result;
      } catch (error) {
        missed();
        throw error;
      }
    };
  /** Who is told when to come again has been answered. */
  const isSent = (result: SendResult): boolean =>
    result.type === 'busy' ? result.afterMs !== undefined : result.type !== 'unknown';
  return {
    carrier: {
      ...carrier,
      send: watched((message) => carrier.send(message), isSent),
      call: watched((call) => carrier.call(call), isSent),
      find: watched((message, since) => carrier.find(message, since)),
      findCall: watched((call, since) => carrier.findCall(call, since)),
      deletePhoto: watched((id) => carrier.deletePhoto(id)),
      deleteSound: watched((id) => carrier.deleteSound(id)),
    },
    isSilent: () => silences >= mostSilences,
  };
};
