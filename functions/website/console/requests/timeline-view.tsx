/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { MemberVisit } from '../../frame/visit.ts';
import { renderTime, wordsFor } from '../console-visit.ts';
import type { TimelineKind } from '../words/en.ts';

/** A request of many rounds has hundreds of entries: the page keeps to the newest. */
const shown = 200;

/** The number in an entry's facts. */
const countOf = ({ facts = {} }: TimelineEntry): number =>
  Number(facts['asked'] ?? facts['called'] ?? facts['told'] ?? facts['units'] ?? 0) || 0;

/** What happened, oldest first. A kind of entry without a sentence is shown by its name. */
export const Timeline = ({
  visit,
  timeline,
}: {
  visit: MemberVisit;
  timeline: readonly TimelineEntry[];
}) => {
  const { timeline: sentences, who, request } = wordsFor(visit);
  const isKnown = (what: string): what is TimelineKind => Object.hasOwn(sentences, what);
  const personOf = (entry: TimelineEntry): string =>
    (entry.who ?? who.someone)
      .replace(/^volunteer\b/, who.volunteer)
      .replace(/^donor\b/, who.donor);
  const entries = [...timeline].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(-shown);
  return (
    <>
      <h2>{request.history}</h2>
      <ol class="steps">
        {entries.map((entry) => (
          <li>
            <span class="quiet">{renderTime(visit, entry.at)}</span>{' '}
            {isKnown(entry.what)
              ? sentences[entry.what](countOf(entry), personOf(entry))
              : entry.what}
          </li>
        ))}
      </ol>
    </>
  );
};
