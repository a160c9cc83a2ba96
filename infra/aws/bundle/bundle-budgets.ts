/**
 * The most a function's bundle may weigh, in bytes, by its file in functions/ (test/system/infra/bundle-budgets.test.ts). About 3 %
 * above what it weighs: a sentence more in the catalog fits, a package does not. What weighs what:
 * `npm run bench -- bundles`.
 */
export const bundleBudgets = {
  'receive-sms': 935_000,
  'receive-call': 895_000,
  'receive-status': 607_000,
  'send-outbox': 816_000,
  'run-due-steps': 816_000,
  website: 703_000,
} as const satisfies Record<string, number>;
