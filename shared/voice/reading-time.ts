/** Every prompt takes less than this. */
export const maxPromptSeconds = 20;

/** The first key that a prompt names is named by then. */
export const maxSecondsToKey = 12;

/**
 * The project's own measure for both languages: about 45 words in 20 seconds, 135 a minute, pauses included. Average
 * speech and audiobooks in English take 120 to 150 words a minute (reference articles on words per minute, seen in
 * excerpts only). For Hindi no norm was found: the same is assumed. Not measured on Polly's voices.
 */
const wordsPerSecond = 45 / 20;

/** "SRN" is spelt out: letters go about twice as fast as words. */
const countToken = (token: string): number => {
  const capitals = /^\P{L}*([A-Z]{2,})\P{L}*$/u.exec(token)?.[1];
  return capitals ? Math.ceil(capitals.length / 2) : 1;
};

export const countWords = (text: string): number =>
  text
    .split(/[\s।,.:;?!-]+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .reduce((sum, token) => sum + countToken(token), 0);

/** Seconds to read it aloud at normal speed. */
export const readingSeconds = (text: string): number => countWords(text) / wordsPerSecond;

/** Seconds until the first key is named and its sentence over; 0 when none is. The first is named with its verb. */
export const secondsToKey = (text: string): number =>
  readingSeconds(/^.*?(?:दबा[^\s.।?!,]*|\bpress \w+)[^.।?!,]*/i.exec(text)?.[0] ?? '');
