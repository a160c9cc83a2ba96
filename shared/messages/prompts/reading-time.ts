/** Every prompt is heard in less than this. */
export const mostSeconds = 20;

/**
 * The measure of issue 3, in both languages: about 45 words in 20 seconds, 135 a minute, pauses included. People talk at
 * about 150 words a minute and audiobooks are read at 120 to 150 (Wikipedia, "Words per minute"); for Hindi no norm was
 * found, and the same is assumed. Not measured on Polly's voices.
 */
const wordsPerSecond = 45 / 20;

/** "SRN" is spelt out: letters go about twice as fast as words. */
const wordsOf = (token: string): number => {
  const capitals = /^\P{L}*([A-Z]{2,})\P{L}*$/u.exec(token)?.[1];
  return capitals ? Math.ceil(capitals.length / 2) : 1;
};

export const wordsIn = (text: string): number =>
  text
    .split(/[\s।,.:;?!-]+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .reduce((sum, token) => sum + wordsOf(token), 0);

/** Seconds to read it aloud at normal speed. */
export const readingSeconds = (text: string): number => wordsIn(text) / wordsPerSecond;
