import type { RequestDraft } from '../../people/drafts.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Place } from '../../places/place.ts';
import type { EpochMs } from '../../terms/time.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import { tokenize } from '../text/normalize.ts';
import { parseWard } from '../ward/parse-ward.ts';
import { findContact } from './contact/find-contact.ts';
import { correctText } from './corrections/correct-text.ts';
import type { MentionKind } from './corrections/find-mentions.ts';
import { neededGroups } from './corrections/needed-groups.ts';
import { findUnitsLeft } from './corrections/units-left.ts';
import { isRequestText } from './is-request.ts';
import { findGroupMentions, resolveGroup } from './parse-blood-group.ts';
import { findComponents, resolveComponent } from './parse-component.ts';
import { findExchange } from './parse-exchange.ts';
import { parseHospital } from './parse-hospital.ts';
import { findNeededBy } from './parse-needed-by.ts';
import { findAttendant, findPatient } from './parse-people.ts';
import { findUnits } from './parse-units.ts';
import { splitDays } from './several/split-days.ts';
import { type SplitNeeds, splitNeeds } from './several/split-needs.ts';

/**
 * What a text says about a request. A field is present only when the text gives it. Units above the policy's maximum
 * stay as given: the caller replies to them.
 */
export type ParsedRequest = Omit<RequestDraft, 'hospital' | 'place' | 'also'> & {
  /** Other needs in the same text, each with what it shares with this one. */
  others?: readonly ParsedRequest[];
  /** A hospital of the configuration by its name, or another one as the family wrote it, at most 24 characters. */
  hospital?: { name: string; place: Place };
  /** True when the text asks for blood. False for offers, chat and thanks: their fields open no request. */
  isRequest: boolean;
  /** A group is meant, but it is not certain which: ask (groupUnclear), never guess. */
  groupUnclear?: true;
  /** Two components, or only a platelet count: ask, never assume whole blood. */
  componentUnclear?: true;
  /** True when the text takes back what it, or an earlier text, says. Its values replace the earlier ones. */
  corrects?: true;
  /** What the text takes back without saying what is right: "B+ nahi". */
  denied?: readonly MentionKind[];
  /** The place of the town or PIN. Without `hospital`, the hospital must still be asked for. */
  place?: Place;
  /** A hospital that is not in the configuration, without a town: ask for the town or PIN. */
  hospitalName?: string;
};

/** The token indices inside spans [from, to). */
const indicesOf = (spans: readonly (readonly [number, number])[]): Set<number> =>
  new Set(spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)));

/** The text as far as it is read. */
const readable = (raw: string): string => raw.slice(0, tokenize(raw).at(-1)?.end ?? 0);

type Context = { gazetteer: Gazetteer; now: EpochMs };

/**
 * Reads a free text in English, Hindi or Hindi in Latin letters. Never throws; linear in the text's length. Several needs
 * in one text are read one by one.
 */
export const parseRequest = (raw: string, context: Context): ParsedRequest => {
  const whole = parseNeed(raw, context);
  if (whole.corrects || whole.denied) return whole;
  const split = findSplit(readable(raw));
  return split
    ? joinNeeds(
        whole,
        split.parts.map((part) => parseNeed(part, context)),
        split,
      )
    : whole;
};

const findSplit = (text: string): SplitNeeds | undefined => {
  const tokens = tokenizeWithoutPhones(text);
  return splitNeeds({ tokens, text }, findGroupMentions(tokens, text), findComponents(tokens));
};

/** Fields that belong to one need alone, by what the needs differ in. */
const ownFields = {
  group: ['group', 'units', 'component', 'patient'],
  component: ['component', 'units'],
} as const;

/** The needs of one text, the first with the others. What a part does not say itself is what the whole text says. */
const joinNeeds = (
  whole: ParsedRequest,
  parts: readonly ParsedRequest[],
  { by, isEach }: SplitNeeds,
): ParsedRequest => {
  const { groupUnclear: _, componentUnclear: __, ...said } = whole;
  const shared = Object.fromEntries(
    Object.entries(said).filter(([name]) => !ownFields[by].some((own) => own === name)),
  );
  const sameComponent = parts.every(
    ({ component }) => component === undefined || component === said.component,
  );
  const needs = parts.map((part) => ({
    ...shared,
    ...(by === 'group' && sameComponent && said.component && { component: said.component }),
    isRequest: whole.isRequest,
    ...pickOwn(part, ownFields[by]),
    ...(isEach && whole.units !== undefined && { units: whole.units }),
  }));
  const [first, ...others] = needs;
  return first ? { ...first, others } : whole;
};

const pickOwn = (part: ParsedRequest, names: readonly (keyof ParsedRequest)[]) =>
  Object.fromEntries(
    names.flatMap((name) => (part[name] === undefined ? [] : [[name, part[name]]])),
  );

const parseNeed = (raw: string, { gazetteer, now }: Context): ParsedRequest => {
  const corrected = correctText(readable(raw), { gazetteer, now });
  const { text, unclear, denied } = corrected;
  const tokens = tokenizeWithoutPhones(text);
  const groups = findGroupMentions(tokens, text);
  const components = findComponents(tokens);
  const group = resolveGroup(neededGroups(groups, tokens), tokens);
  const component = resolveComponent(components, tokens);
  const read = indicesOf([...groups, ...components].map(({ from, to }) => [from, to]));
  const { spans, ...where } = parseHospital(tokens, text, {
    gazetteer,
    isTaken: (i) => read.has(i),
  });
  const taken = new Set([...read, ...indicesOf(spans)]);
  const patient = findPatient({ tokens, raw: text, isTaken: (i) => taken.has(i) });
  const others = patient ? indicesOf([[patient.from, patient.to]]) : new Set<number>();
  const isTaken = (i: number): boolean => taken.has(i) || others.has(i);
  const attendant = findAttendant({ tokens, raw: text, isTaken });
  // Two numbers that look like a correction: one may have come already.
  const left = unclear.has('units') ? findUnitsLeft(readable(raw)) : undefined;
  const units =
    left ??
    (unclear.has('units') || (component?.type === 'unclear' && components.length > 1)
      ? undefined
      : (findUnits({ tokens, components, groups }) ?? corrected.units));
  const ward = parseWard(tokens, text);
  const contact = findContact(tokens, text, attendant);
  const days = splitDays({ tokens, raw: text, now });
  const needed = days ?? findNeededBy(tokens, now);
  const isKnown = (kind: MentionKind): boolean => !unclear.has(kind) && !denied.has(kind);
  return {
    isRequest: isRequestText(tokens, {
      hasGroup: group !== undefined,
      hasComponent: component !== undefined,
      hasUnits: units !== undefined,
      hasHospital: where.hospital !== undefined || where.hospitalName !== undefined,
    }),
    ...(group?.type === 'found' && isKnown('group') && { group: group.group }),
    ...((group?.type === 'unclear' || unclear.has('group')) && { groupUnclear: true as const }),
    // What the text takes back is blank by now, so a component that is left is meant.
    ...(component?.type === 'found' &&
      !unclear.has('component') && { component: component.component }),
    ...((component?.type === 'unclear' || unclear.has('component')) && {
      componentUnclear: true as const,
    }),
    ...(findExchange(tokens) && { exchange: true }),
    ...(units !== undefined && (left !== undefined || isKnown('units')) && !days && { units }),
    ...(isKnown('hospital') ? where : where.place && { place: where.place }),
    ...(isKnown('day') && needed),
    ...(patient && isKnown('patient') && { patient: patient.name }),
    ...(attendant && isKnown('attendant') && { attendant: attendant.name }),
    ...(ward && { ward }),
    ...(contact && { contact }),
    ...(corrected.corrects && { corrects: true as const }),
    ...(denied.size > 0 && { denied: [...denied] }),
  };
};
