import { wordList } from '../../terms/language.ts';
import { maySayOn, namesMoney, wordsOf } from '../../terms/safe-words.ts';

/*
 * A volunteer's reason for a refusal, as the family may hear it. "No such patient is admitted" can be corrected. "Fraud,
 * asks for money" frightens a family that may well be honest, and corrects nothing (docs/adr/0046).
 */

/** Blame, insults and money. Beginnings of words, so that "jhooth" also finds "jhoothi". Latin letters are written in many ways; "lying in ward 3" is no lie. */
const blame = wordList({
  en: 'fr[oa]+u?d, fak(?:es?|ed|ing) , phoney, bogus, hoax, prank, scam, cheat, liar, l(?:ies?|ied|ying(?! (?:in|at|on|t?here) )) , thug, crook, criminal, suspicio, dishonest, untrue, truth, mis(?:l[ea]+d|use), stupid, idiot, rascal, shameless, abus, greedy, blackmail, drama, thie[fv], fool, rude , drunk, trick, false, bluff, genuine, sell(?:s|ing)? , sold , jok(?:e|ing), timepass, touts? , pa(?:ys|id|ying) , rs\\d, commission, brib, broker',
  hi: 'फर्जी, फरजी, फेक, फ्र[ॉोा]ड, झ[ूु][ठट], ध[ोौ]ख, ठग, नकली, जाली, ढोंग, नाटक, ड्रामा, बकवास, मजाक, चोर, दलाल, बे[ईइ]मान, बदमाश, बदतमीज, गाली, धमकी, लालची, बेशर्म, कमीन, हराम, कुत्त, बेवकूफ, पागल, चूति, मादर, शराबी, शक , असली, सच , नशे, पैसों, र[ुू]प[यए], कमीशन, रिश्वत, घूस',
  'hi-Latn':
    '(?:ph|f)ar[zj]i, jh(?:u|oo)+t, j(?:u|oo)+th, dhok[hae], thag, na[kq]li, jaali, dhong, na+tak, bak[wv]a+s, ma[zj]a+k , dala+l, be+ima+n, badma+sh, badtam, dhamki, la+lchi, besha?ram, kame+n, kamin[ae] , haram[izk], be[wv]a?[kq]o+f, be[wv]a?kuf, chutiy, ma+darch, b[eh]+nch, sharabi, chor , gaali, sha[kq] , asli, sach , nashe, na+layak, makkar, pagal , kutt[ae] , gadha, paison , rup(?:ya|ye|iya) , rish[wv]at, gho+s ',
});

/** "Galat number hai" is a mistake to correct; "galat bata rahe hain" says that they lie. */
const tellsWrong = [
  '(?:gh?all?ath?|गलत|(?:sahi|सही) (?:na?h?i|nahin|नहीं|नही)) (?:[^ ]+ )?(?:ba?ta|bol|ja+nkari|बता|बोल|जानकारी)',
  '(?:tell|telling|tells|told|giv(?:ing|es)|gave|saying) (?:[^ ]+ ){0,2}wrong ',
];

const accusation = new RegExp(` (?:${[...blame, ...tellsWrong].join('|')})`, 'u');

/** True for words that call a person a liar or a cheat, insult, or speak of money. */
const accuses = (reason: string): boolean => {
  // A nukta more or less is the same word.
  const words = wordsOf(reason).replace(/\u093c/g, '');
  return /₹|\d\s?\/-/.test(reason) || namesMoney(words) || accusation.test(words);
};

/** True for a reason that the family may hear in the volunteer's own words. */
export const mayTellFamily = (reason: string): boolean => maySayOn(reason) && !accuses(reason);
