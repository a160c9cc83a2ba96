import { describe, expect, it } from 'vitest';
import type { Request } from '#shared/request/request.ts';
import { nextStep, stuckFirst, whyStuck } from '#shared/request/standing.ts';
import { epochMs, hours, minutes } from '#shared/terms/time.ts';
import { aRequest, noon, policy } from '../../fixtures/requests.ts';

const verifying = (phase: Partial<Request['phase']>): Request =>
  aRequest({
    phase: {
      type: 'verifying',
      round: 1,
      nextRoundAt: noon,
      asked: [],
      ...phase,
    } as Request['phase'],
  });
const asked = ['+919415000009'] as Extract<Request['phase'], { type: 'verifying' }>['asked'];
const why = (request: Request, at: number = noon) => whyStuck(request, epochMs(at), policy);

describe('a stuck request', () => {
  it('is one that needs a person to go on', () => {
    expect(why(verifying({ asked }))).toBeUndefined();
    expect(why(verifying({}))).toBe('no-volunteer');
    expect(why(verifying({ asked, round: 2 }))).toBe('unchecked');
    const exhausted = {
      type: 'searching',
      reach: 0,
      nextStageAt: noon,
      toReplace: 0,
      exhausted: true,
    };
    expect(why(aRequest({ phase: exhausted as Request['phase'] }))).toBe('everyone-asked');
    expect(why(aRequest())).toBeUndefined();
    expect(why(aRequest(), noon + hours(5))).toBe('time-short');
    expect(why(aRequest(), noon + hours(7))).toBe('time-over');
  });

  it('is also one whose confirmed donor should have arrived', () => {
    const pledge = { alertId: 'a', state: 'confirmed', at: noon, arriveBy: noon, reminded: true };
    const request = aRequest({
      phase: { type: 'covered', at: noon },
      pledges: [pledge] as Request['pledges'],
    });
    expect(why(request, noon + minutes(29))).toBeUndefined();
    expect(why(request, noon + minutes(30))).toBe('donor-late');
    expect(nextStep(request)).toEqual({ what: 'donor-arrives', at: noon });
  });

  it('comes before those that go on, the most urgent first', () => {
    const fine = aRequest({ urgency: 'critical' });
    const planned = aRequest({ urgency: 'planned' });
    const stuck = { ...verifying({}), urgency: 'planned' as const };
    expect(stuckFirst([planned, fine, stuck], noon, policy).map(({ request }) => request)).toEqual([
      stuck,
      fine,
      planned,
    ]);
  });
});
