/** "a, b or c": the parts of a choice, the last after the language's word for "or". */
export const choiceOf = (parts: readonly string[], or: string): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(` ${or} `);
