import { randomUUID } from 'node:crypto';

/** An id in Twilio's form: the resource's prefix and 32 hexadecimal digits. */
export const newSid = (prefix: 'SM' | 'MM' | 'CA' | 'RE' | 'HX'): string =>
  prefix + randomUUID().replaceAll('-', '');
