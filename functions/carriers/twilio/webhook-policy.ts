/** Why one try brought no answer. `ct`: no connection. `rt`: no answer in time. `cut`: the connection broke later. */
export type Trouble = 'ct' | 'rt' | 'cut' | '4xx' | '5xx';

/** How the carrier repeats one webhook: the connection overrides of its URL's fragment (docs/facts.md#twilio). */
export type WebhookPolicy = {
  /** The URL as it is posted and signed: without the fragment. */
  url: string;
  /** Retries after the first try. */
  retries: number;
  repeats(trouble: Trouble): boolean;
  /** Milliseconds for one answer, and for all tries together. */
  answerMs: number;
  totalMs: number;
};

/** The longest time for one answer, and for all tries. */
export const longestMs = 15_000;

/** Reads the fragment. A key that is missing or out of its range has Twilio's default; a retry needs a failed connection. */
export const readWebhookPolicy = (urlWithOverrides: string): WebhookPolicy => {
  const [url = '', fragment = ''] = urlWithOverrides.split('#');
  const given = new Map(fragment.split('&').map((pair) => splitPair(pair)));
  const whole = (key: string, least: number, most: number, usual: number): number => {
    const value = Number(given.get(key) ?? Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : usual;
  };
  const repeated = new Set((given.get('rp') ?? 'ct').split(','));
  return {
    url,
    retries: whole('rc', 0, 5, 1),
    repeats: (trouble) => repeated.has('all') || repeated.has(trouble),
    answerMs: whole('rt', 100, longestMs, longestMs),
    totalMs: whole('tt', 100, longestMs, longestMs),
  };
};

const splitPair = (pair: string): [string, string] => {
  const [key = '', value = ''] = pair.split('=');
  return [key, value];
};
