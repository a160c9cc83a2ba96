import type { RequestDraft } from '../../people/drafts.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Place } from '../../places/place.ts';
import type { EpochMs } from '../../terms/time.ts';
import { tokenizeWithoutPhones } from '../text/find-phones.ts';
import { isRequestText } from './is-request.ts';
import { findGroupMentions, settleGroup } from './parse-blood-group.ts';
import { findComponents, settleComponent } from './parse-component.ts';
import { findExchange } from './parse-exchange.ts';
import { parseHospital } from './parse-hospital.ts';
import { findNeededBy } from './parse-needed-by.ts';
import { findAttendant, findPatient } from './parse-people.ts';
import { findUnits } from './parse-units.ts';

/**
 * What a text says of a request; a field is there only when it was said. Over the policy's maximum, units stay
 * as said: the caller answers.
 */
export type ParsedRequest = Omit<RequestDraft, 'hospital' | 'place'> & {
  /** One of ours by its own name, or one we do not know as the family wrote it, at most 24 characters. */
  hospital?: { name: string; place: Place };
  /** Blood is asked for. False for offers, chat, thanks; the fields are then no reason to open a request. */
  isRequest: boolean;
  /** A group was meant but not safely which: ask (groupUnclear), never guess. */
  groupUnclear?: true;
  /** Two components, or only a platelet count: ask, never take whole blood for granted. */
  componentUnclear?: true;
  /** Town or PIN said. Without `hospital` the hospital is still to be asked, with it nothing is. */
  place?: Place;
  /** A hospital we do not know was named without a town: with the town or PIN asked for, it is the hospital. */
  hospitalName?: string;
};

/** The token indices inside spans [from, to). */
const indicesOf = (spans: readonly (readonly [number, number])[]): Set<number> =>
  new Set(spans.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)));

/** Reads a free text in English, Hindi or Hindi in Latin letters. Never throws; linear in the text's length. */
export const parseRequest = (
  text: string,
  { gazetteer, now }: { gazetteer: Gazetteer; now: EpochMs },
): ParsedRequest => {
  const tokens = tokenizeWithoutPhones(text);
  const groups = findGroupMentions(tokens, text);
  const components = findComponents(tokens);
  const group = settleGroup(groups, tokens);
  const component = settleComponent(components, tokens);
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
    component?.type === 'unclear' && components.length > 1
      ? undefined
      : findUnits({ tokens, components, groups });
  const needed = findNeededBy(tokens, now);
  return {
    isRequest: isRequestText(tokens, {
      hasGroup: group !== undefined,
      hasComponent: component !== undefined,
      hasUnits: units !== undefined,
      hasHospital: where.hospital !== undefined || where.hospitalName !== undefined,
    }),
    ...(group?.type === 'found' ? { group: group.group } : {}),
    ...(group?.type === 'unclear' ? { groupUnclear: true as const } : {}),
    ...(component?.type === 'found' ? { component: component.component } : {}),
    ...(component?.type === 'unclear' ? { componentUnclear: true as const } : {}),
    ...(findExchange(tokens) ? { exchange: true } : {}),
    ...(units === undefined ? {} : { units }),
    ...where,
    ...(needed ?? {}),
    ...(patient ? { patient: patient.name } : {}),
    ...(attendant ? { attendant: attendant.name } : {}),
  };
};
