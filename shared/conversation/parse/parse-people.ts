import type { Token } from '../text/normalize.ts';
import { endsBefore, type Vocabulary } from '../text/vocabulary.ts';
import { correctionWords as corrections } from '../words/corrections/correction-words.ts';
import { peopleWords as words } from '../words/people-words.ts';
import { type IsTaken, nameAt, renderName } from './parse-name.ts';

type Found = { name: string; from: number; to: number };
type Context = { tokens: readonly Token[]; raw: string; isTaken: IsTaken };

const isPhone = (token: Token | undefined): boolean => token?.text === 'phone';

/** Skips ":", "-", "is" and "ka naam", and telephone numbers when `phones`. Stops at the end of a line. */
const skipLinking = ({ tokens }: Context, from: number, phones: boolean): number => {
  let i = from;
  for (let n = 0; n < 8; n++) {
    const token = tokens[i];
    const isMark = token?.kind === 'mark' && ":-=.,(/'".includes(token.text);
    if (isMark || (phones && isPhone(token))) i++;
    else if (words.linking.at(tokens, i) > 0) i += words.linking.at(tokens, i);
    else break;
  }
  return i;
};

const findName = (context: Context, at: number): Found | undefined => {
  const name = nameAt(context.tokens, at, context.isTaken);
  return name && { name: renderName(name.words, context.raw), from: at, to: name.next };
};

const findAfterLabel = (context: Context, label: Vocabulary, phones = false): Found | undefined => {
  for (let i = 0; i < context.tokens.length; i++) {
    const length = label.at(context.tokens, i);
    if (length === 0) continue;
    const found = findName(context, skipLinking(context, i + length, phones));
    if (found) return found;
    i += length - 1;
  }
  return undefined;
};

export type LabelledName = Found & { label: 'patient' | 'attendant' };

/** The name that a correction puts in the place of one that ends at `at`: "Ramesh nahi Suresh", "Ramesh, sorry Suresh". */
const findCorrectedName = (context: Context, at: number): Found | undefined => {
  const { tokens } = context;
  const isComma = (i: number): boolean => tokens[i]?.kind === 'mark' && tokens[i]?.text !== '\n';
  let i = at;
  while (isComma(i) && i < at + 3) i++;
  const length =
    corrections.sorry.at(tokens, i) ||
    corrections.notAfter.at(tokens, i) ||
    corrections.but.at(tokens, i) ||
    (tokens[i]?.text === 'no' ? 1 : 0);
  i += length;
  while (length > 0 && isComma(i) && i < at + 8) i++;
  return length > 0 ? findName(context, i) : undefined;
};

/** All names after "patient" or "attendant", and those that correct them. */
export const findLabelledNames = (context: Context): LabelledName[] =>
  (['patient', 'attendant'] as const).flatMap((label) =>
    context.tokens.flatMap((_, i) => {
      const length = words[label].at(context.tokens, i);
      if (length === 0) return [];
      const linked = skipLinking(context, i + length, label === 'attendant');
      const at = linked + corrections.notBefore.at(context.tokens, linked);
      const found = findName(context, at);
      const corrected = found && findCorrectedName(context, found.to);
      return [found, corrected].flatMap((name) => (name ? [{ ...name, label }] : []));
    }),
  );

const hasCapitals = (raw: string): boolean =>
  raw !== raw.toUpperCase() && raw !== raw.toLowerCase();

/** A name after a relative, when the sentence continues as after a name: "for my mother Kamla at …", "मेरी माँ कमला देवी को". */
const findAfterRelation = (context: Context): Found | undefined => {
  const { tokens, raw } = context;
  for (let i = 0; i < tokens.length; i++) {
    const own = words.possessive.at(tokens, i);
    const relationLength = own > 0 ? words.relation.at(tokens, i + own) : 0;
    if (relationLength === 0) continue;
    const at = i + own + relationLength;
    const from = at + words.honorific.at(tokens, at);
    const found = findName(context, from);
    if (!found) continue;
    const first = raw[tokens[found.from]?.start ?? 0] ?? '';
    const isCapital = hasCapitals(raw) && first !== first.toLowerCase();
    const next = tokens[found.to];
    const isEnd = next === undefined || (next.kind === 'mark' && next.text !== "'");
    if (isCapital || isEnd || words.afterName.at(tokens, found.to) > 0) return found;
  }
  return undefined;
};

/** A name after a title: "surgery of Mr. Vinod Mishra", "for Smt Kamla". */
const findAfterTitle = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 1; i < tokens.length; i++)
    if (words.title.at(tokens, i) > 0 && words.of.at(tokens, i - 1) > 0)
      return findName(context, i);
  return undefined;
};

/** A name beside a telephone number: "contact Mohan 9415…", "call: 9415… (Suresh)". */
const findBesidePhone = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 0; i < tokens.length; i++) {
    const length = words.contact.at(tokens, i);
    if (length === 0) continue;
    const at = skipLinking(context, i + length, true);
    const found = findName(context, at);
    const isBefore = tokens.slice(i, at).some(isPhone);
    const isAfter = found !== undefined && tokens.slice(found.to, found.to + 5).some(isPhone);
    if (found && (isBefore || isAfter)) return found;
  }
  return undefined;
};

/** The sender's own name: "mai raju bol raha hu", "I am Deepak from …", "मैं राजू।". */
const findSender = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 0; i < tokens.length; i++) {
    const length = words.introduction.at(tokens, i);
    if (length === 0) continue;
    const found = findName(context, i + length);
    const next = found && tokens[found.to];
    const isEnd =
      found !== undefined &&
      (next === undefined ||
        isPhone(next) ||
        (next.kind === 'mark' && ',.\n;-('.includes(next.text)));
    // "srn me, mai Dinesh": "me" is Hindi for "in", so only "mai" and "main" introduce a name.
    const isLocative = words.inOrMe.at(tokens, i) > 0;
    const isFrom = words.from.at(tokens, found?.to ?? tokens.length) > 0;
    if (found && !isLocative && !isFrom && (isEnd || words.afterSender.at(tokens, found.to) > 0))
      return found;
  }
  return undefined;
};

/** "Naam Ramkishor hai", "unka naam Ramnath": no other person's name. */
const findPlainName = (context: Context): Found | undefined => {
  const { tokens } = context;
  for (let i = 0; i < tokens.length; i++) {
    const length = words.nameLabel.at(tokens, i);
    if (length === 0 || endsBefore(tokens, i, words.othersName)) continue;
    const found = findName(context, skipLinking(context, i + length, false));
    const isDenied = found !== undefined && corrections.notAfter.at(tokens, found.to) > 0;
    if (found && !isDenied) return found;
  }
  return undefined;
};

/** The patient's name, where the text marks it as one. */
export const findPatient = (context: Context): Found | undefined =>
  findAfterLabel(context, words.patient) ??
  findAfterRelation(context) ??
  findAfterTitle(context) ??
  findPlainName(context);

/** "Hamza bhai se baat karein", "Sub Maj Harpal Singh this side": the name before these words. */
const findNameBefore = (context: Context, follows: Vocabulary): Found | undefined => {
  const { tokens } = context;
  for (let i = 2; i < tokens.length; i++) {
    if (follows.at(tokens, i) === 0) continue;
    const end = endsBefore(tokens, i, words.honorificAfter) ? i - 1 : i;
    for (const from of [end - 2, end - 1]) {
      const found = from >= 0 ? findName(context, from) : undefined;
      if (found?.to === end) return found;
    }
  }
  return undefined;
};

/** The attendant's name: marked as one, beside a telephone number, to be spoken to, or the sender's own. */
export const findAttendant = (context: Context): Found | undefined =>
  findAfterLabel(context, words.attendant, true) ??
  findBesidePhone(context) ??
  findNameBefore(context, words.speakTo) ??
  findSender(context) ??
  findNameBefore(context, words.speaking);

/** "Hum hi hain, Pramod Yadav 87…": the name before a telephone number. */
export const findNameBeforeNumber = (tokens: readonly Token[], raw: string): string | undefined =>
  findNameBefore({ tokens, raw, isTaken: () => false }, { at: (all, i) => Number(isPhone(all[i])) })
    ?.name;
