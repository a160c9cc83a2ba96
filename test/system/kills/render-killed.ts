import type { KillCounts } from './kill-counts.ts';
import type { Killed } from './run-kills.ts';

/** Renders the counts for the terminal and for docs/kills.md. */
export const renderKilled = (
  killed: Killed,
  { findings, requests, answers, promises, alerts, texts, calls, log }: KillCounts,
): string =>
  [
    `kills ${killed.kills}, ${killed.halfStarted} of them while it started, ${killed.amidAnswers} while texts waited for their answer; the slowest start after one ${killed.slowestStartMs} ms`,
    `requests ${requests.opened}: lost ${requests.lost}, not ended ${requests.notEnded}, with more confirmed than units ${requests.tooManyConfirmed}`,
    `answers  ${answers.heard}, ${answers.repeated} of them to a text that came more than once, ${answers.late} by text; ${answers.unheard} not heard and asked for again: lost ${answers.lost}, contradicted ${answers.contradicted}`,
    `promises ${promises.promises}: lost ${promises.lost}`,
    `alerts   ${alerts.heard}: lost ${alerts.lost}, doubled ${alerts.doubled}`,
    `texts    ${texts.heard}: lost ${texts.lost}, doubled ${texts.doubled}, not ended ${texts.notEnded}; ${texts.shared} whose words the phone had already`,
    `calls    ${calls.rung}: lost ${calls.lost}, doubled ${calls.doubled}`,
    `log      ${log.lines} lines: people found in it ${log.leaks}`,
    ...findings,
  ].join('\n');
