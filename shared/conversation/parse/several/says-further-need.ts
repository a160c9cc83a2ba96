import type { BloodGroup } from '../../../terms/blood-group.ts';
import type { Component } from '../../../terms/component.ts';
import { tokenize } from '../../text/normalize.ts';
import { mentions } from '../../text/vocabulary.ts';
import { severalWords } from '../../words/several/several-words.ts';
import type { ParsedRequest } from '../parse-request.ts';

/**
 * True when a text asks for something beside the open request: "plasma bhi chahiye", "also 2 units B+ for his brother".
 * Without such a word another component or group corrects the request; "B+ bhi chalega" asks for nothing more.
 */
export const saysFurtherNeed = (
  text: string,
  said: ParsedRequest,
  open: { component: Component; group: BloodGroup },
): boolean => {
  const tokens = tokenize(text);
  if (!mentions(tokens, severalWords.further) || mentions(tokens, severalWords.either))
    return false;
  const isOtherComponent = said.component !== undefined && said.component !== open.component;
  const isOtherGroup = said.group !== undefined && said.group !== open.group;
  return isOtherComponent || (isOtherGroup && said.units !== undefined);
};
