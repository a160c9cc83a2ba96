import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import type { IncomingText } from '../../../ports/incoming-text.ts';

/** Who sends or calls, as Twilio writes it. No phone: a short code, a name of letters, or a hidden number. */
export type SenderAddress = { channel: IncomingText['channel']; phone?: PhoneNumber };

/** A mobile number of India as its own networks write it: 919415600751, 00919415600752, 09415600753. */
const homeNumber = /^(?:(?:00)?91|0)?([6-9]\d{9})$/;

/** Accepts whatsapp:+91…, rcs:+91… and sip:+91…@host too: one person may reach us in several ways. */
export const parseSenderAddress = (address: string): SenderAddress => {
  const [, channel, rest = ''] = /^(?:(whatsapp|rcs|sip):)?([^@]*)/is.exec(address.trim()) ?? [];
  const written = rest.trim();
  const digits = homeNumber.exec(written)?.[1];
  const phone = phoneNumberSchema.safeParse(digits === undefined ? written : `+91${digits}`);
  return {
    channel: channel?.toLowerCase() === 'whatsapp' ? 'whatsapp' : 'sms',
    ...(phone.success && { phone: phone.data }),
  };
};
