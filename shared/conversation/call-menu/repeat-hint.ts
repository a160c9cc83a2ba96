import type { Prompt } from '../../voice/prompt-keys.ts';
import type { CallState } from './call-state.ts';

/** What a screen leaves out at first, so that it names four keys at most; said when it is repeated. */
export const repeatHint = (state: CallState): Prompt[] => {
  if (state.at === 'need-group' || state.at === 'join-group')
    return [{ key: 'needGroupUnknown', params: {} }];
  if (state.at === 'door-back') return [{ key: 'campBackOther', params: {} }];
  const asksForReason = state.at === 'visit' && state.about === 'drop-reason';
  return asksForReason ? [{ key: 'dropOther', params: {} }] : [];
};
