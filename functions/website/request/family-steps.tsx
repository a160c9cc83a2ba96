/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { countDonated, countSecured, countStandby } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import type { TimelineEntry } from '#shared/request/timeline.ts';
import type { Visit } from '../frame/visit.ts';
import type { StepWords } from '../words/step-words.ts';
import type { WebsiteWords } from '../words/website-words.ts';

const stateOf = ({ phase }: Request, { family }: WebsiteWords): string =>
  phase.type === 'closed' ? family.closed[phase.reason] : family.states[phase.type];

/** How many come, in words. Never who. */
const countsOf = (request: Request, { family }: WebsiteWords, asked: number): string[] => {
  const confirmed = request.pledges.filter(({ state }) => state === 'confirmed');
  const there = confirmed.filter(({ arrivedAt }) => arrivedAt !== undefined).length;
  const donated = countDonated(request);
  const standby = countStandby(request);
  return [
    ...(asked > 0 ? [family.asked(asked)] : []),
    family.secured(countSecured(request), request.units),
    ...(confirmed.length > there ? [family.coming(confirmed.length - there)] : []),
    ...(there > 0 ? [family.there(there)] : []),
    ...(donated > 0 ? [family.given(donated)] : []),
    ...(standby > 0 ? [family.standby(standby)] : []),
  ];
};

const isKnown = (what: string, events: StepWords): what is keyof StepWords =>
  Object.hasOwn(events, what);

/** Where the request stands, how many come, and every step so far with its time, newest first. */
export const FamilySteps = ({
  visit,
  request,
  asked,
  timeline,
}: {
  visit: Visit;
  request: Request;
  asked: number;
  timeline: readonly TimelineEntry[];
}) => {
  const { words, phrases, now } = visit;
  const { stepsTitle } = words.family;
  const events: StepWords = words.family.events;
  const steps = timeline.flatMap(({ what, at, facts }) => {
    const text = isKnown(what, events) ? events[what](facts ?? {}) : '';
    return text === '' ? [] : [{ text, at }];
  });
  return (
    <>
      <p class="card big">{stateOf(request, words)}</p>
      <ul>
        {countsOf(request, words, asked).map((count) => (
          <li>{count}</li>
        ))}
      </ul>
      <h2>{stepsTitle}</h2>
      <ol class="steps">
        {steps.toReversed().map(({ text, at }, i) => (
          <li class={i === 0 ? 'now' : 'done'}>
            {text} <span class="quiet">{phrases.time(at, now)}</span>
          </li>
        ))}
      </ol>
    </>
  );
};
