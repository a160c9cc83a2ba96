import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { CarrierDefinition } from '../ports/carrier-definition.ts';
import type { UnansweredNumbers } from '../ports/webhooks.ts';
import type { CarrierChoice } from './chosen-carriers.ts';
import { carrierDefinitions } from './registry.ts';

/** The numbers of the hotline that are rung and never answered, with what they mean. */
const unanswered = {
  MISSED_CALL_NUMBER: 'it is never answered',
  YES_NUMBER: 'a missed call to it is a yes',
  NO_NUMBER: 'a missed call to it is a no',
} as const;
type Name = 'HOTLINE_NUMBER' | keyof typeof unanswered;
const names: readonly (keyof typeof unanswered)[] = [
  'MISSED_CALL_NUMBER',
  'YES_NUMBER',
  'NO_NUMBER',
];

/** The lines about numbers that cannot be used together. */
export const faultsOfNumbers = (
  given: (name: string) => string | undefined,
  carriers: CarrierChoice,
): string[] => {
  const texts: CarrierDefinition = carrierDefinitions[carriers.texts];
  const isAlone = (name: 'YES_NUMBER' | 'NO_NUMBER', other: 'YES_NUMBER' | 'NO_NUMBER') =>
    given(name) && !given(other)
      ? [`${other} is missing, while ${name} is set: a donor must be able to say both`]
      : [];
  return [
    ...names.flatMap((name, i) => {
      const others: Name[] = ['HOTLINE_NUMBER', ...names.slice(0, i)];
      const same = others.find((other) => given(name) && given(name) === given(other));
      return same ? [`${name} must be another number than ${same}: ${unanswered[name]}`] : [];
    }),
    ...isAlone('YES_NUMBER', 'NO_NUMBER'),
    ...isAlone('NO_NUMBER', 'YES_NUMBER'),
    ...(texts.hasHeader && !given('ANSWER_NUMBER')
      ? [
          `ANSWER_NUMBER is missing, while CARRIER_TEXTS is ${carriers.texts}: its texts leave under a header that cannot be answered`,
        ]
      : []),
  ];
};

type Numbers = {
  missedCall?: PhoneNumber | undefined;
  answer?: PhoneNumber | undefined;
  yes?: PhoneNumber | undefined;
  no?: PhoneNumber | undefined;
};

/** The hotline's numbers beside its first, as the use cases need them. */
export const toOtherNumbers = ({ missedCall, answer, yes, no }: Numbers) => ({
  ...(answer && { answerNumber: answer }),
  otherNumbers: [missedCall, answer, yes, no].filter((number) => number !== undefined),
});

/** The same, as the carrier of calls needs them. */
export const toUnanswered = ({ missedCall, yes, no }: Numbers): UnansweredNumbers => ({
  ...(missedCall && { missedCall }),
  ...(yes && { yes }),
  ...(no && { no }),
});
