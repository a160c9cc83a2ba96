import type { RequestDraft } from '../../people/drafts.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Place } from '../../places/place.ts';
import type { EpochMs } from '../../terms/time.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import { tokenize } from '../text/normalize.ts';
import { findContact } from './contact/find-contact.ts';
import { correctText } from './corrections/correct-text.ts';
import type { MentionKind } from './corrections/find-mentions.ts';
import { isRequestText } from './is-request.ts';
import { findGroupMentions, resolveGroup } from './parse-blood-group.ts';
import { findComponents, resolveComponent } from './parse-component.ts';
import { findExchange } from './parse-exchange.ts';
import { parseHospital } from './parse-hospital.ts';
import { findNeededBy } from './parse-needed-by.ts';
import { findAttendant, findPatient } from './parse-people.ts';
import { findUnits } from './parse-units.ts';

/**
 * What a text says about a request. A field is present only when the text gives it. Units above the policy's maximum
 * stay as given: the caller replies to them.
 */
export type ParsedRequest = Omit<RequestDraft, 'hospital' | 'place'> & {
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

/** Reads a free text in English, Hindi or Hindi in Latin letters. Never throws; linear in the text's length. */
export const parseRequest = (
  raw: string,
  { gazetteer, now }: { gazetteer: Gazetteer; now: EpochMs },
): ParsedRequest => {
  const corrected = correctText(readable(raw), { gazetteer, now });
  const { text, unclear, denied } = corrected;
  const tokens = tokenizeWithoutPhones(text);
  const groups = findGroupMentions(tokens, text);
  const components = findComponents(tokens);
  const group = resolveGroup(groups, tokens);
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
  const units =
    unclear.has('units') || (component?.type === 'unclear' && components.length > 1)
      ? undefined
      : (findUnits({ tokens, components, groups }) ?? corrected.units);
  const contact = findContact(tokens, text, attendant);
  const needed = findNeededBy(tokens, now);
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
    ...(units !== undefined && isKnown('units') && { units }),
    ...(isKnown('hospital') ? where : where.place && { place: where.place }),
    ...(isKnown('day') && needed),
    ...(patient && isKnown('patient') && { patient: patient.name }),
    ...(attendant && isKnown('attendant') && { attendant: attendant.name }),
    ...(contact && { contact }),
    ...(corrected.corrects && { corrects: true as const }),
    ...(denied.size > 0 && { denied: [...denied] }),
  };
};
