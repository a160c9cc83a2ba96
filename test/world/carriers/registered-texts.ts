type Fits = (text: string) => boolean;

/** True when a reply, which may hold several messages one below the other, consists of registered texts. */
const consistsOf = (fits: Fits, lines: readonly string[]): boolean => {
  if (lines.length === 0) return true;
  for (let count = lines.length; count > 0; count -= 1)
    if (fits(lines.slice(0, count).join('\n')) && consistsOf(fits, lines.slice(count))) return true;
  return false;
};

/** The texts that fit no registered template: an operator would drop them without a word. */
export const unregisteredTexts = (fits: Fits, texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => !consistsOf(fits, text.split('\n')));
