import type { CarrierValues } from '../ports/carrier-definition.ts';
import { type CheckResult, pass, skipped } from './check-result.ts';

/** With the main token every request of ours carries what opens the whole account. */
export const checkKey = ({ TWILIO_API_KEY: key }: CarrierValues): CheckResult => {
  const check = 'key for requests';
  return key
    ? pass(check, 'an API key')
    : skipped(
        check,
        'the main token',
        'It opens the whole account: put a restricted API key into TWILIO_API_KEY and TWILIO_API_KEY_SECRET (docs/operate.md, "An API key for requests").',
      );
};
