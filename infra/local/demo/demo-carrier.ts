import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Services } from '#functions/ports/services.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Environment } from '../environment.ts';
import { type PhoneOwner, phoneOwnerOf } from '../phones/phone-owner.ts';
import { createPhonesApp } from '../phones/phones-app.ts';
import { type RequestView, requestViewOf } from '../phones/request-view.ts';
import type { ScaledClock } from '../runtime/scaled-clock.ts';
import { openJournal } from '../simulator/messages/journal-file.ts';
import { createSimulatedCarrier } from '../simulator/simulated-carrier.ts';
import { demoFamily, exampleOf, loadDemoData } from './demo-data.ts';

/** The phones page shows the newest requests, at most this many. */
const shownRequests = 10;

/**
 * For a hotline without a carrier's credentials: the simulated carrier, demo data in an empty database, and the phones
 * page. `open` mounts them once the services exist.
 */
export const createDemoCarrier = (env: Environment, clock: ScaledClock) => {
  const base = `http://127.0.0.1:${env.port}`;
  // Only this process knows the token, so only it can sign webhooks.
  const account = { accountSid: 'ACsimulated', authToken: randomBytes(24).toString('hex') };
  const carrier = createSimulatedCarrier({
    ...account,
    publicUrl: env.publicUrl,
    hotlineNumber: env.hotlineNumber,
    ...(env.missedCallNumber && { missedCallNumber: env.missedCallNumber }),
    moreNumbers: [env.yesNumber, env.noNumber].filter((number) => number !== undefined),
    now: clock.now,
    later: (ms, run) => void setTimeout(run, clock.toReal(ms)).unref(),
    // The hotline listens here, also when its public URL is another.
    webhook: (request) => fetch(new Request(request.url.replace(env.publicUrl, base), request)),
    journal: openJournal(join(env.dataDir, 'carrier.jsonl')),
  });

  return {
    /** The simulated carrier answers as Twilio does. */
    carrierValues: {
      twilio: {
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authToken,
        TWILIO_API_URL: `${base}/carrier`,
      },
    },
    async open(
      services: Services,
      advance: (ms: number) => Promise<void>,
      app: Hono,
    ): Promise<void> {
      if (await isEmpty(services)) await loadDemoData(services);
      const phones = createPhonesApp({
        carrier,
        clock: { now: clock.now, advance },
        people: () => phoneOwners(services),
        requests: requestsOf(services),
        example: exampleOf(services),
      });
      app.route('/carrier', carrier.app);
      app.route('/phones', phones);
    },
    resume: carrier.resume,
    stop: carrier.stop,
  };
};

const isEmpty = async ({ store }: Services): Promise<boolean> => {
  for await (const _ of store.everyone()) return false;
  return true;
};

/** The demo family first, then everyone the hotline knows. */
const phoneOwners = async ({ store }: Services): Promise<PhoneOwner[]> => {
  const known: PhoneOwner[] = [];
  for await (const person of store.everyone()) known.push(phoneOwnerOf(person));
  const family: PhoneOwner = { ...demoFamily, role: 'family', detail: 'outside the hospital' };
  return [family, ...known.filter((p) => p.phone !== family.phone)];
};

/** The requests that are open or were open since the start, newest first. */
const requestsOf = ({ store, clock }: Services): (() => Promise<RequestView[]>) => {
  const seen = new Set<RequestId>();
  return async () => {
    for (const due of await store.due('request', after(clock.now(), days(400)), 100)) {
      if (due.kind === 'request') seen.add(due.id);
    }
    const files = await Promise.all([...seen].map((id) => store.requestFile(id)));
    return files
      .filter((file) => file !== undefined)
      .sort((a, b) => b.request.createdAt - a.request.createdAt)
      .slice(0, shownRequests)
      .map(requestViewOf);
  };
};
