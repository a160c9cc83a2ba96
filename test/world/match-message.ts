/** True when the text contains the string or matches the pattern. */
export const matchesText = (text: string, pattern: RegExp | string): boolean =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
