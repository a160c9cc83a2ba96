import {
  type CountryCode,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import * as z from 'zod';

/** E.164, as carriers write it: +919415012345. */
export const phoneNumberSchema = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .brand<'PhoneNumber'>();
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** A number as people write it ("094150 12345", "+91-9415012345") to E.164; undefined when no phone can have it. */
export const parsePhoneNumber = (
  raw: string,
  home: CountryCode = 'IN',
): PhoneNumber | undefined => {
  const parsed = parsePhoneNumberFromString(raw.trim(), home);
  return parsed?.isPossible() ? phoneNumberSchema.safeParse(parsed.number).data : undefined;
};

/** Is it a number of one of these countries, each written as the beginning of its numbers (`+91`)? */
export const isOfCountries = (phone: string, countries: readonly string[]): boolean =>
  countries.some((country) => phone.startsWith(country));

/** As people at home dial it: 0532 000 0000, 1800 123 4567. A number from elsewhere stays whole: +14155550100. */
export const renderPhoneNumber = (phone: PhoneNumber, home: CountryCode = 'IN'): string => {
  const parsed = parsePhoneNumberFromString(phone);
  return parsed?.countryCallingCode === getCountryCallingCode(home)
    ? parsed.formatNational()
    : phone;
};

/** For logs and lists: country and the last three digits, +91•••••••345. Nobody can call it. */
export const maskPhoneNumber = (phone: string): string =>
  `${phone.slice(0, 3)}${'•'.repeat(Math.max(0, phone.length - 6))}${phone.slice(-3)}`;
