import { phrases } from '../phrases.ts';
import type { AfterGiftCatalog } from './after-gift-catalog.ts';

const w = phrases['hi-Latn'];

export const hiLatnAfterGiftMessages: AfterGiftCatalog = {
  giftCertificate: ({ count, link }) =>
    `Parivaar ne bataya ki aapne khoon diya. Hamari jaankari mein yeh daan number ${count} hai. Dhanyavaad! Aapka praman patra: ${link}`,
  giftNews: ({ hospital, place }, context) =>
    `Aapke khoon dene se ${w.where({ hospital, place }, context)} ke mareez ko zaroorat ka khoon mil gaya. Yeh parivaar ne bataya hai. Hum sabki or se dhanyavaad. Aapko kuchh karna nahi hai. ${context.groupName}`,
  giftLongAgo: () =>
    'Aapne kuchh saal pehle khoon diya tha: dhanyavaad. Paas ke mareez ko zaroorat hogi to phir poochhenge. Iski yaad dobara nahi dilayenge.',
};
