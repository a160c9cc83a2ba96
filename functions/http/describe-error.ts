/** What the log may say about an error: its name and where it was thrown. Its message may hold numbers, names and texts. */
export const describeError = (error: unknown): { error: string; where: string } => {
  if (!(error instanceof Error)) return { error: typeof error, where: '' };
  const frame = /^\s+at (.*)$/m.exec(error.stack ?? '')?.[1] ?? '';
  return { error: error.name, where: frame };
};
