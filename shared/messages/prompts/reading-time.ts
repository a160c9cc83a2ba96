/** Every prompt is heard in less than this. */
export const mostSeconds = 20;

/** The issue's own measure: about 45 words in 20 seconds, a calm voice on a bad line. */
const wordsPerSecond = 45 / 20;

export const wordsIn = (text: string): number =>
  text.split(/[\s।,.:;?!]+/).filter((word) => word !== '').length;

/** Seconds to read it aloud at normal speed. */
export const readingSeconds = (text: string): number => wordsIn(text) / wordsPerSecond;
