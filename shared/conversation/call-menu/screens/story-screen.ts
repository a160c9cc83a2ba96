import { nextOpenItem } from '../landing-screen.ts';
import { goTo, run } from '../menu-action.ts';
import { ask, oneKey, record, type Screens } from './define-screen.ts';

/* A family tells by voice how it went, and hears the words that a coordinator has written down. */

export const storyScreens: Screens<'story-ask' | 'story-tell' | 'story-show'> = {
  'story-ask': {
    render: ask({ key: 'storyTellAsk', params: {} }),
    handleKey: (state, keys, { caller }) =>
      ({
        1: goTo({ at: 'story-tell' }),
        2: run({ type: 'story-answer', digit: 2 }),
        5: goTo(nextOpenItem(state, caller)),
      })[Number(keys)],
  },
  'story-tell': {
    render: record({ key: 'storyTell', params: {} }, 'story'),
    handleRecording: (_, isRecorded) =>
      isRecorded
        ? run({ type: 'keep-recording' })
        : goTo({ at: 'story-ask' }, [{ key: 'storyNotHeard', params: {} }]),
  },
  'story-show': {
    render: (_, { story }) =>
      story && {
        say: [
          { key: 'storyReadBack', params: story },
          { key: 'storyShowKeys', params: { named: story.name !== undefined } },
        ],
        listen: oneKey,
      },
    handleKey: (_, keys, { story }) =>
      ({
        1: run({ type: 'story-answer', digit: 1 }),
        2: run({ type: 'story-answer', digit: 2 }),
        3: story?.name ? run({ type: 'story-answer', digit: 3 }) : undefined,
        4: goTo({ at: 'story-tell' }),
      })[Number(keys)],
  },
};
