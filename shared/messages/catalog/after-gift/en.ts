import { phrases } from '../phrases.ts';
import type { AfterGiftCatalog } from './after-gift-catalog.ts';

const w = phrases.en;

export const enAfterGiftMessages: AfterGiftCatalog = {
  giftCertificate: ({ count, link }) =>
    `The family has told us that you gave. It is gift ${count} that we know of. Thank you! Your certificate: ${link}`,
  giftNews: ({ hospital, place }, context) =>
    `Because you gave, the patient at ${w.where({ hospital, place }, context)} got the blood that was needed. The family told us so. From all of us: thank you. You need do nothing. ${context.groupName}`,
  giftLongAgo: () =>
    'You gave blood some years ago: thank you. When a patient near you needs it, we will ask you again. We do not remind you another time.',
};
