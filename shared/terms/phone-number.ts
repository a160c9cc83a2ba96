import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import * as z from 'zod';
import { indianNumbers } from './phones/indian-numbers.ts';

/** E.164, as carriers write it: +919415012345. */
export const phoneNumberSchema = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .brand<'PhoneNumber'>();
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** A number as people write it ("094150 12345", "+91-9415012345") in E.164; undefined when it is impossible. */
export const parsePhoneNumber = (raw: string): PhoneNumber | undefined => {
  const written = raw.trim();
  const parsed = parsePhoneNumberFromString(written, 'IN', indianNumbers);
  if (!parsed) return parseForeignNumber(written);
  return parsed.isPossible() ? phoneNumberSchema.safeParse(parsed.number).data : undefined;
};

/** With the code of its country: "+1 (415) 555-0100". Its length is not checked: each country has its own. */
const parseForeignNumber = (written: string): PhoneNumber | undefined => {
  const [, digits = ''] = /^(?:\+|00)(?!91)([\d\s().-]+)$/.exec(written) ?? [];
  return phoneNumberSchema.safeParse(`+${digits.replaceAll(/\D/g, '')}`).data;
};

/** True for a number of one of these countries, each given as its prefix (`+91`). */
export const isOfCountries = (phone: string, countries: readonly string[]): boolean =>
  countries.some((country) => phone.startsWith(country));

/** As people in India dial it: 0532 000 0000, 1800 123 4567. A foreign number stays in E.164: +14155550100. */
export const renderPhoneNumber = (phone: PhoneNumber): string =>
  parsePhoneNumberFromString(phone, indianNumbers)?.formatNational() ?? phone;

/** The same without spaces, where each character of a text counts: 05320000000. */
export const renderCompactNumber = (phone: PhoneNumber): string =>
  renderPhoneNumber(phone).replaceAll(' ', '');

/** For logs and lists: country and the last three digits, +91•••••••345. It cannot be called. */
export const maskPhoneNumber = (phone: string): string =>
  `${phone.slice(0, 3)}${'•'.repeat(Math.max(0, phone.length - 6))}${phone.slice(-3)}`;
