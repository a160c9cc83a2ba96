import type { Policy } from '../terms/policy.ts';
import { after, days, type EpochMs } from '../terms/time.ts';

/*
 * Who may donate, as India's blood centres publish it (NBTC donor selection guidelines; docs/facts.md#eligibility). The
 * doctor at the blood centre always decides; these rules avoid asking donors who would only be sent home.
 */

type Rules = Policy['donation'] & Pick<Policy, 'deferralDays'>;

/** Until when: the policy's days from the event named in `from`, or in words. */
type Until = ((rules: Rules) => number) | 'while it lasts' | 'for good';

export type DonationRule = {
  /** What the blood centre requires. */
  rule: string;
  /** The event that starts the rest. */
  from: string;
  until: Until;
  source: string;
  /** A: two sources or the guideline itself; B: one; C: schedules differ. The policy can change B and C. */
  sure: 'A' | 'B' | 'C';
};

const rashtrotthana = 'NBTC guidelines, Rashtrotthana Blood Centre';
const centres = 'NBTC guidelines as blood centres publish them';

const always = (rule: string): DonationRule => ({
  ...{ rule, from: 'always', until: 'while it lasts', source: rashtrotthana, sure: 'A' },
});
const daysAfter = (
  from: string,
  sure: 'B' | 'C',
  key: keyof Policy['deferralDays'],
  rule = `rest after ${from}`,
): DonationRule => ({
  ...{ rule, from, until: ({ deferralDays }) => deferralDays[key], source: centres, sure },
});
const forGood = (from: string): DonationRule => ({
  ...{ rule: 'does not give blood', from, until: 'for good', source: centres, sure: 'B' },
});

/** The rules for every donor; `whyNotEligible` (eligibility.ts) checks them by the same names. */
export const standingRules = {
  'too young': always('18 years at least'),
  'too old': always('65 years at most'),
  'first donation too late': always('a first donation at 60 at the latest'),
  'too old for apheresis': always('platelets and plasma: 60 years at most'),
  'weighs too little': always('45 kg for 350 ml, 50 kg for platelets and plasma'),
  resting: always(
    'whole blood: 90 days men, 120 days women; platelets: 48 hours, 28 days after whole blood and before it',
  ),
} satisfies Record<string, DonationRule>;

/** What the doctor at the blood centre finds, as the donor reports it by one key. */
export const onSite = {
  haemoglobin: daysAfter('too little haemoglobin', 'C', 'haemoglobin', '12.5 g/dL at least'),
  'weight-or-pressure': daysAfter(
    'weight or blood pressure out of bounds',
    'C',
    'weight-or-pressure',
  ),
  illness: daysAfter('being ill', 'C', 'illness'),
  other: daysAfter('anything else', 'C', 'other'),
} satisfies Record<string, DonationRule>;

/** What donors report themselves: PAUSE and the word for it (shared/conversation/words/deferral-words.ts). */
export const selfReported = {
  alcohol: daysAfter('alcohol', 'B', 'alcohol'),
  aspirin: daysAfter('aspirin', 'B', 'aspirin', 'no platelets for 72 hours'),
  antibiotics: daysAfter('antibiotics', 'B', 'antibiotics'),
  vaccine: daysAfter('a vaccine of dead germs', 'B', 'vaccine'),
  'live-vaccine': daysAfter('a vaccine of living germs', 'B', 'live-vaccine'),
  rabies: daysAfter('the bite of a dog, or the vaccine for it', 'B', 'rabies'),
  malaria: daysAfter('malaria', 'B', 'malaria'),
  typhoid: daysAfter('typhoid', 'B', 'typhoid'),
  dengue: daysAfter('dengue or chikungunya', 'C', 'dengue'),
  tattoo: daysAfter('a tattoo, piercing or acupuncture', 'C', 'tattoo'),
  surgery: daysAfter('a major operation, or blood received', 'C', 'surgery'),
  birth: daysAfter('giving birth', 'B', 'birth'),
  /** The rest begins with a birth that is still to come: counted as if the pregnancy had just begun. */
  pregnancy: daysAfter(
    'the beginning of a pregnancy',
    'B',
    'pregnancy',
    '12 months after delivery',
  ),
  miscarriage: daysAfter('a miscarriage or abortion', 'B', 'miscarriage'),
} satisfies Record<string, DonationRule>;
export type SelfReportedDeferral = keyof typeof selfReported;

/** The hotline neither asks about these nor stores them: they are between the donor and the doctor. */
export const clinicianDecides = {
  menstruation: {
    ...{ rule: 'not during it', from: 'its first day', until: 'while it lasts' },
    ...{ source: centres, sure: 'B' },
  },
  'breast-feeding': {
    ...{ rule: 'once the child is weaned', from: 'birth', until: 'while it lasts' },
    ...{ source: centres, sure: 'B' },
  },
  'insulin-treated diabetes': forGood('diabetes that needs insulin'),
  'heart disease': forGood('a disease of the heart'),
  cancer: forGood('cancer'),
  'hepatitis B or C': forGood('hepatitis B or C'),
  HIV: forGood('HIV'),
} satisfies Record<string, DonationRule>;

/** Until when a donor rests who reports this today. */
export const restsUntil = (
  reported: SelfReportedDeferral,
  today: EpochMs,
  policy: Policy,
): EpochMs => after(today, days(policy.deferralDays[reported]));
