import type { Token } from '../text/normalize.ts';
import { type Vocabulary, vocabulary } from '../text/vocabulary.ts';
import { type IsTaken, nameAt, renderName } from './parse-name.ts';

const patientLabel = vocabulary(
  `patient, patients, patinet, pateint, patiant, peshent, paitent, pashent, pt, ptn, mareez, mariz, marij, mareej, mreej, marez, rogi, patient name, patients name, patient s name, pt name, pt s name, name of patient, name of the patient, patient nam, patient ka naam, patient ka nam, patient ka name, patient k naam, patient naam, pt ka naam, pt ka nam, mareez ka naam, mareez ka nam, mariz ka naam, mariz ka nam, marij ka naam, marij ka nam, mareez naam, rogi ka naam, cancer patient, dengue patient, baby of, b/o,
  मरीज, मरीज़, मरिज, रोगी, पेशेंट, पेशेन्ट, पेसेंट, मरीज का नाम, मरीज़ का नाम, रोगी का नाम, पेशेंट का नाम, मरीज नाम, पेशेंट नाम`,
  true,
);
const attendantLabel = vocabulary(
  `attendant, attender, attendent, attendnt, atendent, atendant, attandant, attendant name, attendant ka naam, attendant ka nam, attendent name, contact person, contact name, contact person name, caretaker, care taker, parijan, parijan ka naam, parichit,
  परिजन, अटेंडेंट, अटेंडेन्ट, अटेन्डेन्ट, परिजन का नाम, अटेंडेंट का नाम, संपर्क व्यक्ति`,
  true,
);
/** A name after these counts only beside a telephone number. */
const callLabel = vocabulary(
  'contact, contct, cont, call, sampark, sampark kare, sampark karen, phone, mob, mobile, संपर्क, सम्पर्क, संपर्क करें, कॉल, फोन, मोबाइल, contact no, contact number, contact me',
  true,
);
const linking = vocabulary(
  'is, hai, h, name, naam, nam, ka naam, है, नाम, का नाम, no, number, to, kare, karen',
  true,
);

const possessive = vocabulary(
  'my, mere, meri, mera, hamare, hamari, hamara, our, apne, apni, मेरे, मेरी, मेरा, हमारे, हमारी, हमारा',
  true,
);
const relation = vocabulary(
  `mother, father, brother, sister, son, daughter, wife, husband, uncle, aunt, aunty, friend, frnd, cousin, nephew, niece, grandfather, grandmother, grandma, mom, dad, relative, colleague, neighbour, child, baby, maa, mata, mataji, papa, pita, pitaji, mummy, bhai, behen, bahan, bhabhi, beta, beti, bete, pati, patni, chacha, chachi, mama, mami, dada, dadi, nana, nani, bua, mausi, mausa, dost, padosi, bhatija, bhatije, bhatiji, bhanja, bhanje, jija, jiju, sala, saas, sasur, bahu, damad, bachcha, bachche, bachhe, ladka, ladke, ladki,
  मां, माँ, माता, माताजी, पिता, पिताजी, पापा, मम्मी, भाई, बहन, भाभी, बेटा, बेटी, बेटे, पति, पत्नी, चाचा, चाची, मामा, मामी, दादा, दादी, नाना, नानी, बुआ, मौसी, दोस्त, पड़ोसी, भतीजा, भतीजे, भतीजी, भांजा, भांजे, भांजी, जीजा, साला, सास, ससुर, बहू, दामाद, बच्चा, बच्चे, बच्ची, लड़का, लड़के, लड़की`,
  true,
);
const honorific = vocabulary('ji, jee, sahab, saheb, जी, साहब, in law', true);
/** What follows a name in a sentence about a relative. */
const afterName = vocabulary(
  `ko, ke, ka, ki, hai, h, hain, bharti, admit, admitted, who, is, has, aged, age, needs, requires, at, in, se, ne, ji, ka accident, wo,
  को, के, का, की, है, हैं, भर्ती, ने, से, जी`,
  true,
);

type Found = { name: string; from: number; to: number };
type Context = { tokens: readonly Token[]; raw: string; isTaken: IsTaken };

const isPhone = (token: Token | undefined): boolean => token?.text === 'phone';

/** Over ":", "-", "is", "ka naam", and a telephone number when `phones`; never over a line's end after a word was skipped. */
const skip = ({ tokens }: Context, from: number, phones: boolean): number => {
  let i = from;
  for (let n = 0; n < 8; n++) {
    const token = tokens[i];
    const isMark = token?.kind === 'mark' && ":-=.,(/'".includes(token.text);
    if (isMark || (phones && isPhone(token))) i++;
    else if (linking.at(tokens, i) > 0) i += linking.at(tokens, i);
    else break;
  }
  return i;
};

const nameFrom = (context: Context, at: number): Found | undefined => {
  const name = nameAt(context.tokens, at, context.isTaken);
  return name && { name: renderName(name.words, context.raw), from: at, to: name.next };
};

const afterLabel = (context: Context, label: Vocabulary, phones = false): Found | undefined => {
  for (let i = 0; i < context.tokens.length; i++) {
    const length = label.at(context.tokens, i);
    if (length === 0) continue;
    const found = nameFrom(context, skip(context, i + length, phones));
    if (found) return found;
    i += length - 1;
  }
  return undefined;
};

const hasCapitals = (raw: string): boolean =>
  raw !== raw.toUpperCase() && raw !== raw.toLowerCase();

/** "for my mother Kamla at …", "मेरी माँ कमला देवी को": a name after a relative, if the sentence goes on as after a name. */
const afterRelation = (context: Context): Found | undefined => {
  const { tokens, raw } = context;
  for (let i = 0; i < tokens.length; i++) {
    const own = possessive.at(tokens, i);
    const whose = own > 0 ? relation.at(tokens, i + own) : 0;
    if (whose === 0) continue;
    const at = i + own + whose;
    const from = at + honorific.at(tokens, at);
    const found = nameFrom(context, from);
    if (!found) continue;
    const first = raw[tokens[found.from]?.start ?? 0] ?? '';
    const isCapital = hasCapitals(raw) && first !== first.toLowerCase();
    const next = tokens[found.to];
    const isEnd = next === undefined || (next.kind === 'mark' && next.text !== "'");
    if (isCapital || isEnd || afterName.at(tokens, found.to) > 0) return found;
  }
  return undefined;
};

const genitive = vocabulary('of, for, के, को', true);
const title = vocabulary(
  'mr, mrs, ms, smt, shri, sri, shrimati, km, kumari, श्री, श्रीमती, कुमारी',
  true,
);

/** "surgery of Mr. Vinod Mishra", "for Smt Kamla". */
const afterTitle = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 1; i < tokens.length; i++)
    if (title.at(tokens, i) > 0 && genitive.at(tokens, i - 1) > 0) return nameFrom(context, i);
  return undefined;
};

/** "contact Mohan 9415…", "call: 9415… (Suresh)". */
const besidePhone = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 0; i < tokens.length; i++) {
    const length = callLabel.at(tokens, i);
    if (length === 0) continue;
    const at = skip(context, i + length, true);
    const found = nameFrom(context, at);
    const isBefore = tokens.slice(i, at).some(isPhone);
    const isAfter = found !== undefined && tokens.slice(found.to, found.to + 5).some(isPhone);
    if (found && (isBefore || isAfter)) return found;
  }
  return undefined;
};

const introduction = vocabulary(
  'my name is, i am, i m, im, myself, this is, mera naam, mera nam, main, mai, me, मेरा नाम, मैं, मै',
  true,
);
const afterIntroduction = vocabulary(
  'bol, baat, bat, hu, hoon, hun, hai, h, from, calling, speaking, here, son, brother, and, se, bol raha, father, husband, बोल, बात, हूं, हूँ, हु, है, से, और',
  true,
);

/** "mai raju bol raha hu", "I am Deepak from …", "मैं राजू।": who writes. */
const introduced = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 0; i < tokens.length; i++) {
    const length = introduction.at(tokens, i);
    if (length === 0) continue;
    const found = nameFrom(context, i + length);
    const next = found && tokens[found.to];
    const isEnd =
      found !== undefined &&
      (next === undefined || (next.kind === 'mark' && ',.\n;-('.includes(next.text)));
    // "srn me, mai Dinesh": only "mai" and "main" before a name at the very end.
    const isLocative = ['me'].includes(tokens[i]?.text ?? '');
    if (found && !isLocative && (isEnd || afterIntroduction.at(tokens, found.to) > 0)) return found;
  }
  return undefined;
};

/** The patient's name where the text says it is one. */
export const findPatient = (context: Context): Found | undefined =>
  afterLabel(context, patientLabel) ?? afterRelation(context) ?? afterTitle(context);

/** Who is with the patient: named so, named beside a telephone number, or the one who writes. */
export const findAttendant = (context: Context): Found | undefined =>
  afterLabel(context, attendantLabel, true) ?? besidePhone(context) ?? introduced(context);
