import * as z from 'zod';
import { type AskedTarget, askTwilio } from './ask-twilio.ts';
import { type CheckResult, fail, pass, renderError, skipped } from './check-result.ts';

/** In the account's currency: a day or less of six requests by SMS at Twilio's price (docs/cost.md). */
const lowBalance = 50;

const balanceSchema = z.object({ balance: z.string(), currency: z.string() });

/** The money left at the carrier: it suspends an account without any, and then takes neither texts nor calls. */
export const checkBalance = async (target: AskedTarget): Promise<CheckResult> => {
  const check = 'carrier’s balance';
  try {
    const response = await askTwilio(target, '/Balance.json');
    const found = balanceSchema.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !found.success)
      return skipped(check, `the carrier answers ${response.status}`);
    const { balance, currency } = found.data;
    const saw = `${balance} ${currency}`;
    return Number(balance) >= lowBalance
      ? pass(check, saw)
      : fail(check, saw, 'Recharge it: without a balance the carrier suspends the account.');
  } catch (error) {
    return fail(check, renderError(error), 'Try again later.');
  }
};
