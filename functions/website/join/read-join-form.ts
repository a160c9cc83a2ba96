import { addJoinAnswer, nextJoinField } from '#shared/conversation/dialogues/join-dialogue.ts';
import { sexSchema } from '#shared/people/donor.ts';
import type { JoinDraft } from '#shared/people/drafts.ts';
import { bloodGroupSchema } from '#shared/terms/blood-group.ts';
import { dayOf } from '#shared/terms/time.ts';
import type { MemberVisit } from '../frame/visit.ts';
import type { FieldErrors } from '../request/read-request-form.ts';

type ReadJoin = { draft: JoinDraft; errors?: never } | { errors: FieldErrors; draft?: never };

/** Reads the registration with the parsers of texts. Without an explicit yes to the notice nothing is kept. */
export const readJoinForm = (
  { now, site, words: { join } }: MemberVisit,
  field: (name: string) => string,
): ReadJoin => {
  const context = { gazetteer: site.services.gazetteer, now };
  let draft: JoinDraft = {
    ...(field('agree') === '1' && { agreed: true }),
    group: bloodGroupSchema.safeParse(field('group')).data,
    sex: sexSchema.safeParse(field('sex')).data,
    ...(field('last') === '' && { lastDonation: null }),
  };
  const typed = { pin: 'pin', name: 'name', birthYear: 'birthYear', last: 'lastDonation' } as const;
  for (const [name, about] of Object.entries(typed)) {
    const text = field(name);
    if (text !== '') draft = addJoinAnswer(draft, about, { text }, context);
  }
  const isLater = draft.lastDonation != null && draft.lastDonation > dayOf(now);
  const errors = {
    ...(!draft.agreed && { agree: join.agreeWrong }),
    ...(!draft.group && { group: join.groupWrong }),
    ...(!draft.pin && { pin: join.pinWrong }),
    ...(!draft.name && { name: join.nameWrong }),
    ...(!draft.sex && { sex: join.sexWrong }),
    ...(!draft.birthYear && { birthYear: join.birthYearWrong }),
    ...((draft.lastDonation === undefined || isLater) && { last: join.lastWrong }),
  };
  const isWhole = Object.keys(errors).length === 0 && nextJoinField(draft) === undefined;
  return isWhole ? { draft } : { errors };
};
