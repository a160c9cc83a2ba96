import type { RequestDraft } from '../../people/drafts.ts';
import { findComponents } from '../parse/parse-component.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { saysFurtherNeed } from '../parse/several/says-further-need.ts';
import { tokenize } from '../text/normalize.ts';
import { mentions } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { componentWords } from '../words/component-words.ts';
import { severalWords } from '../words/several/several-words.ts';

/* While a need is told, another component is a further need ("platelet bhi"), or is taken back ("platelet nahi, khoon"). */

/** The draft with the further need that a text asks for beside it; undefined without such a need. */
export const withFurtherNeed = (
  draft: RequestDraft,
  text: string,
  said: ParsedRequest,
): RequestDraft | undefined => {
  const { group, component = 'whole-blood', units, also = [] } = draft;
  const isTold = group !== undefined && (units !== undefined || draft.component !== undefined);
  if (!isTold || !said.component || said.corrects || said.others) return undefined;
  if (!saysFurtherNeed(text, said, { group, component })) return undefined;
  const need = {
    component: said.component,
    ...(said.units !== undefined && { units: said.units }),
  };
  return { ...draft, also: [...also, need] };
};

/** True when a text says that plain blood is meant, and not the component of the draft: "khoon chahiye, platelet nahi". */
export const meansWholeBlood = (
  draft: RequestDraft,
  text: string,
  said: ParsedRequest,
): boolean => {
  if (!draft.component || draft.component === 'whole-blood' || said.others) return false;
  const tokens = tokenize(text);
  const isBlood = tokens.some(
    (_, i) =>
      componentWords.blood.at(tokens, i) > 0 && severalWords.bloodOf.at(tokens, i + 1) === 0,
  );
  const isOtherDenied = mentions(tokens, guardWords.not) || mentions(tokens, severalWords.laterOn);
  return isBlood && (findComponents(tokens).length === 0 || isOtherDenied);
};
