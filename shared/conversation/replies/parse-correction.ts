import type { Correction } from '../../people/drafts.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Place } from '../../places/place.ts';
import type { BloodGroup } from '../../terms/blood-group.ts';
import type { EpochMs } from '../../terms/time.ts';
import { findUnitsLeft } from '../parse/corrections/units-left.ts';
import { findGroupMentions } from '../parse/parse-blood-group.ts';
import { blank } from '../parse/parse-hospital.ts';
import { isLabelled, parseName } from '../parse/parse-name.ts';
import { parseNeededBy, saysUrgent } from '../parse/parse-needed-by.ts';
import { type ParsedRequest, parseRequest } from '../parse/parse-request.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { mentions, type Vocabulary } from '../text/vocabulary.ts';
import { changedRequestWords as words } from '../words/corrections/changed-request-words.ts';
import { parseUnits, readMore } from './parse-unit-count.ts';

/*
 * What a family with an open request changes in it: "B+ nahi B- hai", "shift to Beli hospital". The change is read back
 * before it counts, so a doubtful reading costs a question and no more.
 */

/** The request as it stands. */
export type StandingRequest = {
  group: BloodGroup;
  units: number;
  hospital: string;
  place: Place;
  patient: string;
};
type Context = { gazetteer: Gazetteer; now: EpochMs };

/** `group-unclear`: another group is meant, but it is not certain which. */
export type ReadCorrection = { changes: Correction } | 'group-unclear' | undefined;

/** A text without a word of change is a correction only when it is this short. */
const maxUnmarked = 8;

type Denial = { from: number; to: number; isBefore: boolean };

/** The first word that denies what follows it, or what stands before it. */
const findDenial = (tokens: readonly Token[]): Denial | undefined => {
  for (let i = 0; i < tokens.length; i++) {
    const before = words.notBefore.at(tokens, i);
    const after = words.notAfter.at(tokens, i);
    if (before + after > 0)
      return { from: i, to: i + Math.max(before, after), isBefore: before > 0 };
  }
  return undefined;
};

const indexOf = (tokens: readonly Token[], word: Vocabulary): number =>
  tokens.findIndex((_, i) => word.at(tokens, i) > 0);

/** The pieces of a text in the order in which the new value is expected there. */
const piecesOf = (text: string, tokens: readonly Token[], denial?: Denial): string[] => {
  if (!denial) {
    const to = tokens[indexOf(tokens, words.toPlace)];
    return to ? [text.slice(to.end), text] : [text];
  }
  const before = text.slice(0, tokens[denial.from]?.start);
  const after = text.slice(tokens[denial.to - 1]?.end);
  if (!denial.isBefore) return [after, before];
  const last = after.split(/[,;.]|\bbut\b|\bit'?s\b/i).at(-1) ?? '';
  // "Not in SRN now. Nazareth hospital": each sentence after it, before the whole.
  return [before, last, ...after.split(/[;.।\n]/), after];
};

/** The first value that a piece gives. */
const firstOf = <T>(pieces: readonly string[], read: (piece: string) => T | undefined) => {
  for (const piece of pieces) {
    const value = piece.trim() === '' ? undefined : read(piece);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** The group that is meant, without the one that is denied and the one that stood. */
const readGroup = (
  text: string,
  tokens: readonly Token[],
  denial: Denial | undefined,
  standing: BloodGroup,
): BloodGroup | 'unclear' | undefined => {
  const found = findGroupMentions(tokens, text);
  const denied = denial?.isBefore
    ? found.find(({ from }) => from >= denial.to)
    : found.findLast(({ to }) => denial !== undefined && to <= denial.from);
  const left = found.filter((mention) => mention !== denied);
  const isSure = left.every(({ group }) => group !== undefined);
  const groups = [...new Set(left.flatMap(({ group }) => group ?? []))];
  const others = groups.length > 1 ? groups.filter((group) => group !== standing) : groups;
  if (left.length === 0) return undefined;
  return isSure && others.length === 1 ? others[0] : 'unclear';
};

const readUnits = (pieces: readonly string[], parse: Parse, { units }: StandingRequest) => {
  const read = firstOf(pieces, (piece) => parse(piece).units);
  if (read !== undefined) return read;
  // "2 nahi 1 chahiye": bare numbers, one of them the one that stood.
  const bare = pieces.map((piece) => parseUnits(piece));
  const isShort = pieces.every((piece) => tokenize(piece).length <= 4);
  return isShort && bare.length > 1 && bare.includes(units)
    ? bare.find((n) => n !== units)
    : undefined;
};

type Parse = (piece: string) => ParsedRequest;

/** The new hospital. Without a town of its own it is in the town where the old one is. */
const readHospital = (
  pieces: readonly string[],
  parse: Parse,
  standing: StandingRequest,
): Correction => {
  const found = firstOf(pieces, (piece) => {
    const { hospital, hospitalName, place = standing.place } = parse(piece);
    const named = hospital ?? (hospitalName ? { name: hospitalName, place } : undefined);
    return named && named.name !== standing.hospital ? named : undefined;
  });
  return found ? { hospital: found.name, place: found.place } : {};
};

/** Positions stay the same, so that "2:30" stays an hour. */
const withoutNow = (piece: string): string => {
  const tokens = tokenize(piece);
  const now = tokens.filter((_, i) => words.nowOnly.at(tokens, i) > 0);
  return blank(piece, now).trim();
};

const readTime = (pieces: readonly string[], now: EpochMs): Correction =>
  firstOf(pieces, (piece) => {
    const said = withoutNow(piece);
    const time = saysUrgent(tokenize(said)) ? undefined : parseNeededBy(said, now);
    return time && time.neededBy !== undefined && time.neededBy > now ? time : undefined;
  }) ?? {};

const readNames = (text: string, tokens: readonly Token[], whole: ParsedRequest): Correction => {
  const meet = tokens[indexOf(tokens, words.meetAfter)];
  const at = indexOf(tokens, words.attendant);
  const named = tokens[at + words.attendant.at(tokens, at) - 1];
  const said = meet
    ? text.slice(0, meet.start)
    : at >= 0 && named
      ? text.slice(named.end).split(/\bnot\b|,/i)[0]
      : undefined;
  // "Call my brother Saurabh 97…": beside a number, the only name is that of the person to call.
  const isToCall =
    whole.attendant === undefined &&
    whole.patient !== undefined &&
    tokens.some(({ text: word }) => word === 'phone') &&
    !isLabelled(tokens, whole.patient);
  const patient = isToCall ? undefined : whole.patient;
  const toCall = isToCall ? whole.patient : said && parseName(withoutNow(said));
  const attendant = whole.attendant ?? toCall;
  return {
    ...(patient && { patient }),
    ...(attendant && { attendant }),
    ...(whole.ward && { ward: whole.ward }),
    ...(whole.contact && { contact: whole.contact }),
  };
};

const isSameName = (a: string, b: string): boolean =>
  a
    .toLowerCase()
    .split(/\s+/)
    .some((word) => b.toLowerCase().split(/\s+/).includes(word));

/** What a text changes in a request; undefined when it is about something else, or about another patient. */
export const parseCorrection = (
  text: string,
  standing: StandingRequest,
  { gazetteer, now }: Context,
): ReadCorrection => {
  const tokens = tokenizeWithoutPhones(text);
  const parse: Parse = (piece) => parseRequest(piece, { gazetteer, now });
  const whole = parse(text);
  const isOtherPatient =
    whole.isRequest &&
    whole.patient !== undefined &&
    standing.patient !== '' &&
    !isSameName(whole.patient, standing.patient);
  if (isOtherPatient || mentions(tokens, words.another)) return undefined;
  const denial = findDenial(tokens);
  const isChange = mentions(tokens, words.change);
  const isMarked = isChange || denial !== undefined || mentions(tokens, words.nowOnly);
  if (!isMarked && !whole.isRequest && tokens.length > maxUnmarked) return undefined;
  const group = readGroup(text, tokens, denial, standing.group);
  const hasOld = findGroupMentions(tokens, text).some((m) => m.group === standing.group);
  // A request for another group without a word of change is another request.
  if (whole.isRequest && group !== undefined && group !== standing.group && !isChange && !hasOld)
    return undefined;
  if (group === 'unclear') return 'group-unclear';
  const pieces = piecesOf(text, tokens, denial);
  // "Got 1, only one more needed": what is left, and not one more than was asked for.
  const left = findUnitsLeft(text);
  const more = denial || isChange || left !== undefined ? undefined : readMore(tokens);
  // "Unit 2 nahi 3": where the text itself takes a number back, the other one counts.
  const corrected = whole.corrects ? whole.units : undefined;
  const units = more
    ? standing.units + more
    : (left ?? corrected ?? readUnits(pieces, parse, standing));
  const component = firstOf(pieces, (piece) => parse(piece).component);
  const changes: Correction = {
    ...(group && { group }),
    ...(component && { component }),
    ...(units !== undefined && { units }),
    ...(isMarked || whole.isRequest ? readHospital(pieces, parse, standing) : {}),
    ...(isMarked && !whole.isRequest ? readTime(pieces, now) : {}),
    ...(whole.isRequest ? {} : readNames(text, tokens, whole)),
  };
  return Object.keys(changes).length > 0 ? { changes } : undefined;
};
