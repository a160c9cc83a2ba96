/** What one check saw. */
export type CheckResult = {
  /** What was looked at: "a text, signed". */
  check: string;
  /** skipped: it could not be looked at from here, which is no illness. */
  state: 'well' | 'ill' | 'skipped';
  saw: string;
  /** What to do about it. */
  todo?: string;
};

export const pass = (check: string, saw: string): CheckResult => ({ check, state: 'well', saw });
export const fail = (check: string, saw: string, todo: string): CheckResult => ({
  check,
  state: 'ill',
  saw,
  todo,
});
export const skipped = (check: string, saw: string, todo?: string): CheckResult => ({
  check,
  state: 'skipped',
  saw,
  ...(todo !== undefined && { todo }),
});

/** An error in a few words, the reason beneath a failed `fetch` first. */
export const renderError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
};
