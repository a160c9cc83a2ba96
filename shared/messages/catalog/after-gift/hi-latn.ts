import { longestStory } from '../../../terms/after-gift/story-rules.ts';
import { inLatinLetters } from '../../format/truncate.ts';
import { phrases } from '../phrases.ts';
import type { AfterGiftCatalog } from './after-gift-catalog.ts';

const { personName, truncate } = inLatinLetters;
const w = phrases['hi-Latn'];

export const hiLatnAfterGiftMessages: AfterGiftCatalog = {
  giftCertificate: ({ count, link }) =>
    `Parivaar ne bataya ki aapne khoon diya. Hamari jaankari mein yeh daan number ${count} hai. Dhanyavaad! Aapka praman patra: ${link}`,
  giftNews: ({ hospital, place }, context) =>
    `Aapke khoon dene se ${w.where({ hospital, place }, context)} ke mareez ko zaroorat ka khoon mil gaya. Yeh parivaar ne bataya hai. Hum sabki or se dhanyavaad. Aapko kuchh karna nahi hai. ${context.groupName}`,
  giftReachedAsk: ({ code }, { groupName }) =>
    `${groupName}: umeed hai sab theek hoga. Kya hamare donor ka khoon aapke mareez ko mil gaya (code ${code})? 1 = haan, 2 = nahi. Bas ek baar pooch rahe hain, taaki donor ko sach hi batayein.`,
  giftReachedThanks: ({ reached }) =>
    reached
      ? 'Batane ke liye dhanyavaad. Hum yeh baat khoon dene walon ko bina naam ke batayenge. Aapke mareez ko hamari shubhkamnayein.'
      : 'Batane ke liye dhanyavaad, humein afsos hai. Hum donor ko nahi batayenge ki mil gaya. Hamare saathi se baat karni ho to call karke 0 dabayein. Abhi khoon chahiye to BLOOD bhejein.',
  giftLongAgo: () =>
    'Aapne kuchh saal pehle khoon diya tha: dhanyavaad. Paas ke mareez ko zaroorat hogi to phir poochhenge. Iski yaad dobara nahi dilayenge.',
  storyAsk: ({ code }, { groupName }) =>
    `${groupName}: kuchh din pehle hamare donor ne aapke mareez ke liye khoon diya (code ${code}). Kya hum doosron ko batayein ki kaisa raha, taaki aur log dein? 1 = haan, 2 = nahi. Bas ek baar pooch rahe hain.`,
  storyWords: () =>
    'Dhanyavaad. Ek message mein likhein, ya call karke batayein. Hum na naam dikhate hain, na number. Abhi khoon chahiye to BLOOD bhejein.',
  storyNo: () =>
    'Theek hai. Hum kuchh nahi batayenge, aur kuchh nahi rakhenge. Aapko shubhkamnayein.',
  storyReadBack: ({ story, name = '' }) =>
    `Hum yeh dikhayenge: "${truncate(story, longestStory)}" 1 = bina naam dikhayein, 2 = na dikhayein${personName(name) ? `, 3 = ${personName(name)} naam ke saath dikhayein` : ''}. Ya phir se likhein. Khoon chahiye? BLOOD`,
  storyUnsafe: () =>
    'Kripya phone number, link aur paise ki baat ke bina phir likhein: yeh hum aage nahi bhejte.',
  storyWaits: () =>
    'Dhanyavaad. Hamare ek saathi padhenge, phir yeh hamare page par aayegi. Hatana ho to kabhi bhi UNTELL bhejein.',
  storyPhotoAsk: () =>
    'Aapki photo mili. Kya hum yahi photo aapki kahani ke saath page par sabko dikhayein? Tabhi, jab usmein dikhne wale sab raazi hon aur koi bachcha na ho. 1 = dikhayein, 2 = mita dein. UNTELL bhejne par kabhi bhi hat jayegi.',
  storyPhotoNo: () => 'Theek hai. Photo nahi dikhayenge, uska kuchh nahi rakha.',
  storyPhotoWaits: () =>
    'Dhanyavaad. Pehle hamare ek saathi photo dekhenge. Hatana ho to kabhi bhi UNTELL bhejein.',
  storyPhotoCheck: ({ link }) =>
    `Ek parivaar apni kahani ke saath photo dikhane ko raazi hai. Kripya dekhein ki dikha sakte hain ya nahi: ${link}`,
  storyPhotoDone: ({ shown }) =>
    shown
      ? 'Aapki photo kahani ke saath dikh rahi hai. Dono hatane ke liye UNTELL bhejein.'
      : 'Photo ke liye dhanyavaad. Ise nahi dikhaya, aur iska kuchh nahi rakha. Kahani waisi hi hai; hatane ke liye UNTELL bhejein.',
  storyPhotoChecked: ({ shown }) =>
    shown
      ? 'Photo dikhai gayi, parivaar ko bata diya.'
      : 'Photo nahi dikhai aur mita di. Parivaar ko bata diya.',
  storyHeard: () =>
    'Dhanyavaad. Hamare ek saathi sunkar aapke shabd likhenge. Phir aap padhkar ya sunkar tay karenge ki dikhana hai ya nahi.',
  storySpoken: ({ seconds, link }) =>
    `Ek parivaar ne phone par bataya ki kaisa raha (${seconds} second). Kripya sunein aur bina naam ke unke shabd likhein: ${link}`,
  storyWritten: () => 'Dhanyavaad. Parivaar yeh shabd padhkar aur sunkar tay karega.',
  storyShown: ({ link }) =>
    `Aapki kahani hamare page par hai: ${link} Isse aur log khoon dene aa sakte hain. Hatane ke liye UNTELL bhejein.`,
  storyNotShown: () =>
    'Aapki kahani ke liye dhanyavaad. Hamare saathiyon ne ise na dikhane ka faisla kiya hai, aur iska kuchh nahi rakha. Aapko shubhkamnayein.',
  storyDown: () => 'Aapki kahani hata di gayi, uska kuchh nahi rakha.',
  storyUnknown: () => 'Aisi koi kahani hamare paas nahi hai.',
  storyCheck: ({ story, own, name = '' }) =>
    `Ek parivaar batata hai: "${truncate(story, longestStory)}" ${personName(name) ? `Naam: ${personName(name)}.` : 'Bina naam.'} Kisi aur ka naam ya dukh dene wali baat to nahi? Dikhayein: STORY ${own}, na dikhayein: UNTELL ${own}. Console mein bhi.`,
  storyDone: ({ shown }) =>
    shown
      ? 'Kahani dikhai gayi, parivaar ko bata diya.'
      : 'Kahani nahi dikhai aur mita di. Parivaar ko bata diya.',
  storyDecided: () => 'Is kahani ka faisla ho chuka hai, ya parivaar abhi likh raha hai.',
};
