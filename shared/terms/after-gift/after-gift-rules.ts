import * as z from 'zod';

const whole = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One message that is to bring a donor back. Each can be switched off, and each is measured (docs/thanks.md). */
const contactRules = z.strictObject({
  on: z.boolean(),
  /** The share of donors, chosen by a hash of the person, who do not get it: those it is compared with. */
  holdOut: share,
  /** A donor who gives again within so many days has come back. */
  backWithinDays: whole.min(1),
});

/** What is sent after a gift. Figures are from docs/facts.md#return; those marked "assumed" have no published source. */
export const afterGiftRulesSchema = z.strictObject({
  /** The evening in which thanks and news are sent. */
  evening: z.strictObject({ from: clock, to: clock }),
  /** Days before and after the news without an alert, an invitation or a reminder (assumed). */
  apartDays: whole,
  /** The news waits so many days for that, and is then not sent (assumed). */
  waitDays: whole,
  /** The number of the gift and its certificate, on the evening of a gift to a patient. */
  certificate: z.strictObject({ on: z.boolean() }),
  /**
   * "The patient got your unit", so many days after the request was closed as given. The family is asked first, after
   * `askAfterDays`, and once, whether the blood reached the patient: only its yes is passed on.
   */
  news: contactRules.extend({ afterDays: whole.min(1), askAfterDays: whole.default(1) }),
  /** "You may give again", when the rest is over. */
  again: contactRules,
  /** One call to a donor who has not given for so many days; then silence. */
  lapsed: contactRules.extend({ afterDays: whole.min(1) }),
});
export type AfterGiftRules = z.infer<typeof afterGiftRulesSchema>;

export const usualAfterGiftRules: AfterGiftRules = {
  evening: { from: '18:00', to: '20:00' },
  apartDays: 3,
  waitDays: 14,
  certificate: { on: true },
  news: { on: true, holdOut: 0.2, backWithinDays: 180, afterDays: 21, askAfterDays: 1 },
  // Reminders are known to help (docs/facts.md#return), so that no one is left out until an operator wants to measure.
  again: { on: true, holdOut: 0, backWithinDays: 90 },
  // A call to the long lapsed made no difference where it was tried: half of them are the comparison.
  lapsed: { on: true, holdOut: 0.5, backWithinDays: 90, afterDays: 730 },
};
