import { combine, vocabulary } from '../../text/vocabulary.ts';

const englishErase = ['erase', 'delete', 'please erase', 'please delete'];
const englishMine = [
  ...['me', 'my data', 'my details', 'my account', 'my info', 'my name', 'my number', 'my no'],
  ...['my name please', 'my number please', 'my name and number', 'my number from your list'],
  ...['all my data', 'number'],
];
const hindiMine = [
  ...['मुझे', 'मेरा नाम', 'मेरा नंबर', 'मेरा नाम और नंबर', 'मेरा डेटा', 'मेरा डाटा', 'मेरी जानकारी'],
];
const hindiErase = [
  ...['हटा दो', 'हटाओ', 'हटा दीजिए', 'हटा दें', 'मिटा दो', 'मिटाओ', 'मिटा दीजिए', 'मिटा दें'],
  ...['डिलीट करो', 'डिलीट कर दो', 'डिलीट कर दीजिए'],
];
const latinMine = [
  ...['mujhe', 'mera naam', 'mera nam', 'mera number', 'mera no', 'mera naam aur number'],
  ...['mera data', 'meri jankari', 'meri jaankari', 'kripya mera naam', 'kripya mera number'],
];
const latinErase = [
  ...['hata do', 'hatao', 'hata dijiye', 'hata den', 'mita do', 'mitao', 'mita dijiye', 'mita den'],
  ...['delete karo', 'delete kar do', 'delete kar dijiye'],
];

/** It erases, after a confirmation: only words that cannot mean anything else. */
export const forgetWords = vocabulary({
  en: `forget, forget me, remove me, ${combine(englishErase, englishMine)}`,
  hi: `फॉरगेट, भूल जाओ, भूल जाइए, मुझे भूल जाओ, ${combine(hindiMine, hindiErase)}`,
  'hi-Latn': `bhool jao, bhul jao, bhool jaiye, mujhe bhool jao, mujhe bhul jao,
    ${combine(latinMine, latinErase)}`,
});
