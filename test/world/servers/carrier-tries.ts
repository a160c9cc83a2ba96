/*
 * How Twilio repeats a webhook, from its page "Webhooks: Connection Overrides" (docs/facts.md#twilio). It shares no code
 * with infra/local/simulator.
 */

export type Answer = { status: number; body: string };
export type Tried = { tries: number; answer: Answer | undefined };

/** Twilio's time for one webhook with all its tries. */
const allMs = 15_000;

/** What Twilio does when a URL has no overrides. */
const usual = { rc: '1', rp: 'ct', rt: String(allMs) };

const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  typeof error.cause === 'object' &&
  error.cause !== null &&
  'code' in error.cause &&
  error.cause.code === 'ECONNREFUSED';

const troubleOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError') return 'rt';
  return isRefused(error) ? 'ct' : 'cut';
};

/** Posts until an answer below 400 comes, or as often as the fragment of the URL says. Never throws. */
export const postWithTries = async (
  given: string,
  post: (url: string, timeoutMs: number) => Promise<Answer>,
): Promise<Tried> => {
  const [url = '', fragment] = given.split('#');
  const { rc, rp, rt } = { ...usual, ...Object.fromEntries(new URLSearchParams(fragment)) };
  const repeated = rp.split(',');
  const ends = performance.now() + allMs;
  for (let tries = 1; ; tries += 1) {
    const timeoutMs = Math.max(1, Math.min(Number(rt), ends - performance.now()));
    let trouble = '';
    try {
      const answer = await post(url, Math.ceil(timeoutMs));
      if (answer.status < 400) return { tries, answer };
      trouble = answer.status < 500 ? '4xx' : '5xx';
    } catch (error) {
      trouble = troubleOf(error);
    }
    const mayRepeat = repeated.includes('all') || repeated.includes(trouble);
    if (tries > Number(rc) || !mayRepeat || performance.now() >= ends)
      return { tries, answer: undefined };
  }
};
