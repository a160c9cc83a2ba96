import { topicOf } from '#shared/conversation/understand/situation.ts';
import { gazetteer } from '../strangers/configured-gazetteer.ts';
import type { LabelledText } from '../strangers/judge-reading.ts';
import { actLabelsOf } from './act-labels.ts';
import { situationOf } from './load-texts.ts';

/** A set that fewer texts of a topic have is an accident. */
const leastCount = 2;

/** One line a topic: its name, then each set of acts with the number of its texts, the most frequent first. */
export const countActSets = (texts: readonly LabelledText[]): string => {
  const topics = new Map<string, Map<string, number>>();
  for (const label of texts) {
    const topic = topicOf(situationOf(label, gazetteer));
    const counts = topics.get(topic) ?? new Map<string, number>();
    const acts = actLabelsOf(label).filter((name) => !name.startsWith('ask '));
    const key = acts.sort().join('+');
    topics.set(topic, counts.set(key, (counts.get(key) ?? 0) + 1));
  }
  return [...topics]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, counts]) => {
      const kept = [...counts].filter(([, count]) => count >= leastCount);
      const sorted = kept.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [topic, ...sorted.map(([key, count]) => `${key}=${count}`)].join(' ');
    })
    .join('\n');
};
