import { vocabulary } from '../../text/vocabulary.ts';

/** The words below or beside an answer that say who writes. */
export const signatureWords = {
  parts: vocabulary({
    en: `regards, with regards, best regards, warm regards, kind regards, thanks and regards,
      thanks & regards, thanks regards, yours, yours faithfully, yours sincerely, sincerely,
      thanks, thank you, jai hind, constable, head constable, ct, hc, si, asi, sub inspector,
      inspector, insp, so, sho, dsp, co, pno, up police, uttar pradesh police, police mitra,
      police, dr, advocate, adv, prof, er, mr, mrs, ms, md, mob, mobile, mob no, mobile no, ph,
      phone, cell, contact, sent from, from, best wishes`,
    hi: `भवदीय, सादर, धन्यवाद, आपका, आपकी, जय हिंद, जय हिन्द, कांस्टेबल, आरक्षी, मुख्य आरक्षी,
      हेड कांस्टेबल, दरोगा, उपनिरीक्षक, निरीक्षक, डॉ, डॉक्टर, श्री, श्रीमती, मो, मोबाइल, पुलिस मित्र`,
    'hi-Latn': `bhavdiya, saadar, sadar, aapka, apka, aarakshi, daroga, jai shri ram, jai shree ram,
      radhe radhe, dhanyavad, dhanyawad, shri, smt`,
  }),
  /** No name, though it may be written like one. */
  doubt: vocabulary({
    en: `maybe, perhaps, probably, try, trying, will, might, late, soon, confirm, confirming, check,
      checking, think, sorry, busy, unsure, doubtful, depends, hopefully, never, wrong, cancel,
      stop, fake, joking, kidding, lol, just, sure, definitely, wait`,
    hi: 'शायद, कोशिश, देखता, देखती, देखूंगा, पक्का, रुको, मजाक',
    'hi-Latn': `shayad, kosis, koshish, dekhta, dekhti, dekhunga, dekhte, sochta, sochunga, pakka,
      batata, batati, bataunga, karunga, karungi, mazak, majak, puchkar, poochkar`,
  }),
};
