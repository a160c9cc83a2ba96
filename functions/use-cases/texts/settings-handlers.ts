import type { TextCommandOf } from '#shared/conversation/commands/text-command.ts';
import { canBeChosen, ownLanguages } from '#shared/messages/own-languages.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import { changeCallPreference, changeSharing } from '../donors/contact-preferences.ts';
import { exportMyData } from '../privacy/export-my-data.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { answerAsked } from './answer-asked.ts';
import type { CommandHandlers } from './command-handler.ts';
import { forgetPerson } from './confirm-by-number.ts';
import { replyMenu } from './fallback-reply.ts';

type Phone = Person['phone'];

/** Help, and the settings that every person has (shared/conversation/commands/settings-commands.ts). */
export const settingsHandlers: CommandHandlers<
  'lang' | 'menu' | 'mydata' | 'forget' | 'calls' | 'texts' | 'hide' | 'show'
> = {
  lang: (work, from, command) => changeLanguage(work, from, command),
  menu: replyMenu,
  mydata: exportMyData,
  forget: forgetPerson,
  calls: async (work, from, _command, text) => {
    const isAsked = openAlert(await work.person(from), work.now) !== undefined;
    if (isAsked && (await answerAsked(work, from, text))) return;
    await preferCalls(work, from, true);
  },
  texts: (work, from) => preferCalls(work, from, false),
  hide: (work, from) => changeSharing(work, from, 'bridge'),
  show: (work, from) => changeSharing(work, from, 'share'),
};

const changeLanguage = async (
  work: UnitOfWork,
  from: Phone,
  { language: named, own }: TextCommandOf['lang'],
): Promise<void> => {
  const spoken = own && own === work.services.config.ownLanguage ? ownLanguages[own] : undefined;
  const language = spoken?.besides ?? named;
  if (!language) return work.reply({ key: 'languageUnknown', params: {} });
  const { ownLanguage: _, ...person } = await work.person(from);
  const isOwn = spoken !== undefined && canBeChosen(spoken);
  work.change({
    ...person,
    language,
    languageChosen: true,
    ...(isOwn && own && { ownLanguage: own }),
  });
  work.reply({ key: 'languageSet', params: {} });
};

/** CALLS and TEXTS. "Call me" from a family gets the menu, which says which number to call. */
const preferCalls = async (work: UnitOfWork, from: Phone, calls: boolean): Promise<void> =>
  (await work.person(from)).donor ? changeCallPreference(work, from, calls) : replyMenu(work, from);
