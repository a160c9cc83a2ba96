import { longestStory } from '../../../terms/after-gift/story-rules.ts';
import { inLatinLetters } from '../../format/truncate.ts';
import { phrases } from '../phrases.ts';
import type { AfterGiftCatalog } from './after-gift-catalog.ts';

const { personName, truncate } = inLatinLetters;
const w = phrases.en;

export const enAfterGiftMessages: AfterGiftCatalog = {
  giftCertificate: ({ count, link }) =>
    `The family has told us that you gave. It is gift ${count} that we know of. Thank you! Your certificate: ${link}`,
  giftNews: ({ hospital, place }, context) =>
    `Because you gave, the patient at ${w.where({ hospital, place }, context)} got the blood that was needed. The family told us so. From all of us: thank you. You need do nothing. ${context.groupName}`,
  giftReachedAsk: ({ code }, { groupName }) =>
    `${groupName}: we hope all is well. Did the blood of our donors reach your patient (request ${code})? 1 = it did, 2 = it did not. We ask only this once, so that we tell the donors what is true.`,
  giftReachedThanks: ({ reached }) =>
    reached
      ? 'Thank you for telling us. We pass it on to the people who gave, without any name. We wish your patient well with all our heart.'
      : 'Thank you for telling us, and we are sorry. We do not tell the donors that it did. To talk to one of us, call and press 0. If you need blood now, text BLOOD.',
  giftLongAgo: () =>
    'You gave blood some years ago: thank you. When a patient near you needs it, we will ask you again. We do not remind you another time.',
  storyAsk: ({ code }, { groupName }) =>
    `${groupName}: some days ago our donors gave for your patient (request ${code}). May we tell others how it was, so that more people give? 1 = I tell it, 2 = no. We ask only this once.`,
  storyWords: () =>
    'Thank you. Write it in one message, or call us and say it. We show no name and no number. If you need blood now, text BLOOD.',
  storyNo: () =>
    'All right. We tell nothing, and keep nothing of it. All the best to you and yours.',
  storyReadBack: ({ story, name = '' }) =>
    `We would show this: "${truncate(story, longestStory)}" 1 = show it without a name, 2 = do not show it${personName(name) ? `, 3 = show it with the name ${personName(name)}` : ''}. Or write it again. Blood needed? BLOOD`,
  storyUnsafe: () =>
    'Please write it once again, without phone numbers, links or money: we never pass those on.',
  storyWaits: () =>
    'Thank you. One of our volunteers reads it, then it stands on our page. To take it down at any time, text UNTELL.',
  storyPhotoAsk: () =>
    'You have sent a photograph. May we show this photograph with your story on our page, for everyone to see? Only if each person in it agrees, and no child is in it. 1 = show it, 2 = delete it. UNTELL takes it down at any time.',
  storyPhotoNo: () => 'All right. The photograph is not shown, and we keep nothing of it.',
  storyPhotoWaits: () =>
    'Thank you. One of our volunteers looks at the photograph first. To take it down at any time, text UNTELL.',
  storyPhotoCheck: ({ link }) =>
    `A family agrees to show a photograph with its story. Please look whether it may be shown: ${link}`,
  storyPhotoDone: ({ shown }) =>
    shown
      ? 'Your photograph is shown with your story. To take both down, text UNTELL.'
      : 'Thank you for your photograph. It is not shown, and nothing of it is kept. Your story stays as it is; to take it down, text UNTELL.',
  storyPhotoChecked: ({ shown }) =>
    shown
      ? 'The photograph is shown, and the family knows.'
      : 'The photograph is not shown and is deleted. The family knows.',
  storyHeard: () =>
    'Thank you. One of our volunteers listens and writes your words down. Then you read or hear them, and decide whether they are shown.',
  storySpoken: ({ seconds, link }) =>
    `A family has told us by phone how it went (${seconds} seconds). Please listen and write its words down, without names: ${link}`,
  storyWritten: () => 'Thank you. The family reads and hears these words, and decides.',
  storyShown: ({ link }) =>
    `Your story is on our page: ${link} It may move others to give. To take it down, text UNTELL.`,
  storyNotShown: () =>
    'Thank you for your story. Our volunteers have decided not to show it, and nothing of it is kept. All the best to you and yours.',
  storyDown: () => 'Your story is taken down, and nothing of it is kept.',
  storyUnknown: () => 'We have no such story.',
  storyCheck: ({ story, own, name = '' }) =>
    `A family tells: "${truncate(story, longestStory)}" ${personName(name) ? `Name: ${personName(name)}.` : 'Without a name.'} No names of others, nothing hurtful? STORY ${own} shows it, UNTELL ${own} does not. Also in the console.`,
  storyDone: ({ shown }) =>
    shown
      ? 'The story is shown, and the family knows.'
      : 'The story is not shown and is deleted. The family knows.',
  storyDecided: () => 'This story has been decided already, or its family is still writing it.',
};
