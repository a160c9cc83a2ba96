/** The result of one check. */
export type CheckResult = {
  /** The name of the check: "a text, rightly signed". */
  check: string;
  /** skipped: it cannot be checked from here, which is not a failure. */
  state: 'pass' | 'fail' | 'skipped';
  saw: string;
  /** What to do about it. */
  todo?: string;
};

export const pass = (check: string, saw: string): CheckResult => ({ check, state: 'pass', saw });
export const fail = (check: string, saw: string, todo: string): CheckResult => ({
  check,
  state: 'fail',
  saw,
  todo,
});
export const skipped = (check: string, saw: string, todo?: string): CheckResult => ({
  check,
  state: 'skipped',
  saw,
  ...(todo !== undefined && { todo }),
});

/** An error in a few words; for a failed `fetch` its cause. */
export const renderError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
};
