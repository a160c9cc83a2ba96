import type { AccountReader } from '../ports/account-reader.ts';
import { type CheckResult, fail, pass, renderError, skipped } from './check-result.ts';

/** Functions at once below which one stage can take the room of a family's text (docs/operate.md, step 4). */
const leastFunctions = 100;

/** How many functions the account runs at once: a new one runs ten. */
export const checkFunctionLimit = (
  reader: Pick<AccountReader, 'functionsAtOnce'>,
): Promise<CheckResult> =>
  lookAt('functions at once', async (check) => {
    const limit = await reader.functionsAtOnce();
    return limit >= leastFunctions
      ? pass(check, String(limit))
      : fail(
          check,
          String(limit),
          `Ask for 1000 in Service Quotas (Lambda). Below ${leastFunctions} no number goes on a poster: a large stage leaves no function for a text.`,
        );
  });

type Expected = { sourceFunctions: readonly string[]; topic: string };

/** The account at AWS: its limit, the event sources, and whether an alarm reaches a mailbox. */
export const checkAwsAccount = (
  reader: AccountReader,
  { sourceFunctions, topic }: Expected,
): Promise<CheckResult[]> =>
  Promise.all([
    checkFunctionLimit(reader),
    lookAt('event sources', async (check) => {
      const states = await Promise.all(sourceFunctions.map((name) => reader.sourceStates(name)));
      const off = states.flat().filter((state) => state !== 'Enabled');
      return off.length === 0 && states.every((found) => found.length > 0)
        ? pass(check, `${states.flat().length}, all enabled`)
        : fail(
            check,
            off.length > 0 ? off.join(', ') : 'a function has none',
            'Enable them in Lambda: until then messages leave once a minute, and late texts wait.',
          );
    }),
    lookAt('alarm mail', async (check) => {
      const { confirmed, pending } = await reader.subscriptions(topic);
      const saw = `${confirmed} confirmed, ${pending} pending`;
      return confirmed > 0 && pending === 0
        ? pass(check, saw)
        : fail(check, saw, 'Press the link in the mail "Subscription Confirmation".');
    }),
  ]);

const lookAt = async (
  check: string,
  look: (check: string) => Promise<CheckResult>,
): Promise<CheckResult> => {
  try {
    return await look(check);
  } catch (error) {
    return skipped(check, renderError(error), 'Does the role allow it?');
  }
};
