import * as z from 'zod';
import priceFile from '#infra/aws/prices.json' with { type: 'json' };

/** A list price before tax. `value` is null when it was not found; it is never counted as zero. */
const priceSchema = z.strictObject({
  value: z.number().nonnegative().nullable(),
  currency: z.enum(['USD', 'INR']),
  /** The number of units for that value. */
  per: z.number().positive(),
  unit: z.string().min(1),
  source: z.string().min(1),
  /** The day on which the source was read. */
  seen: z.iso.date(),
  /** As in docs/facts.md: A read at the seller's, B by others, C recalled. */
  grade: z.enum(['A', 'B', 'C']).optional(),
  note: z.string().optional(),
});
export type Price = z.infer<typeof priceSchema>;

const awsItems = [
  'httpRequest',
  'lambdaRequest',
  'lambdaGbSecond',
  'writeUnit',
  'readUnit',
  'tableGbMonth',
  'recoveryGbMonth',
  'streamRead',
  'ruleRun',
  'logGb',
  'logGbMonth',
  'alarm',
  'metric',
  'dashboard',
  'secret',
  'secretRead',
  'keyMonth',
  'egressGb',
] as const;
const carrierItems = [
  'segmentOut',
  'textIn',
  'whatsappMessage',
  'whatsappTemplate',
  'minuteOut',
  'minuteIn',
  'numberMonth',
  'speechCharacter',
  'recordedMinute',
  'dltCharge',
  'answerNumberMonth',
] as const;
export type AwsItem = (typeof awsItems)[number];
export type CarrierItem = (typeof carrierItems)[number];

const pricesSchema = z.strictObject({
  $comment: z.string(),
  rupeesPerDollar: priceSchema.extend({ value: z.number().positive() }),
  aws: z.record(z.enum(awsItems), priceSchema),
  roads: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      sells: z.string(),
      prices: z.record(z.enum(carrierItems), priceSchema),
    }),
  ),
});
export type Prices = z.infer<typeof pricesSchema>;

/** Parses infra/aws/prices.json. Throws when a price has no source or day, or an item no price. */
export const readPrices = (given: unknown = priceFile): Prices => pricesSchema.parse(given);

/** US dollars for one unit; undefined when the price was not found. */
export const dollarsFor = (
  { value, currency, per }: Price,
  rupeesPerDollar: number,
): number | undefined =>
  value === null ? undefined : value / per / (currency === 'INR' ? rupeesPerDollar : 1);
