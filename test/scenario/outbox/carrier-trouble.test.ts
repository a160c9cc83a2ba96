import { describe, expect } from 'vitest';
import { sendMessage } from '#functions/use-cases/outbox/send-message.ts';
import { markClaimed } from '#shared/outbox/delivery-state.ts';
import { days, hours, minutes, seconds } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { codeIn, scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import {
  asksForBlood,
  donors,
  findsItReal,
  oneUnit,
  readAllMessages,
  searchedFor,
  waitsForCheck,
  whoIsAsked,
} from '../../world/steps/scenario-steps.ts';
import { testConfig, type World } from '../../world/world.ts';

const plannedNeed = oneUnit.replace('urgent', 'by 26/11 10 am');

/** A day later every message has a final state, and its number and text are deleted. A failed one is still listed. */
const expectAllMessagesEnded = async (world: World): Promise<void> => {
  await world.clock.advance(days(1));
  for (const row of await world.outbox()) {
    if (row.state !== 'undelivered')
      expect(row, `${row.state} ${row.error ?? ''}`).not.toHaveProperty('dueAt');
    expect(row).not.toHaveProperty('to');
    expect(row).not.toHaveProperty('text');
    expect(row).not.toHaveProperty('message');
    expect(['sent', 'delivered', 'undelivered', 'withdrawn']).toContain(row.state);
  }
  readAllMessages(world);
};

const oneDonorAStage = {
  config: testConfig((config) => {
    config.policy.stages.critical.maxDonors = 1;
    return config;
  }),
};

const givesUpSoon = {
  config: testConfig((config) => {
    config.policy.sending.giveUpHours = 1;
    return config;
  }),
};

/** The times at which the carrier got such a text for this phone, in minutes after the first. */
const tries = (world: World, phone: Phone, words: string): number[] => {
  const sent = world.carrier
    .messagesOf(phone.number)
    .filter((m) => m.author === 'hotline' && m.text.includes(words));
  return sent.map((m) => Math.round((m.at - (sent[0]?.at ?? 0)) / minutes(1)));
};

/** The newest outbox row for this phone that is not final. */
const rowFor = async (world: World, phone: Phone) => {
  const row = (await world.outbox()).findLast((r) => r.to === phone.number);
  if (!row) throw new Error(`no message for ${phone.name}`);
  return row;
};

describe('a message during carrier trouble', () => {
  scenario('is sent later, once, after too many requests', async (world) => {
    const amit = await world.donor('Amit');
    world.carrier.faults.nextSends = Array(4).fill('too-many-requests');
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(family, oneUnit);
    kavita.hearsNothing();
    await world.clock.advance(minutes(30));
    family.hears(says.waits, code);
    await findsItReal(kavita, family, code);
    await world.clock.advance(minutes(5));
    amit.hearsOnly(says.alert);
    kavita.hearsNothing();
    family.hearsNothing();
    await expectAllMessagesEnded(world);
  });

  scenario('is looked up and sent again after a server error, and arrives once', async (world) => {
    const amit = await world.donor('Amit');
    world.carrier.faults.nextSends = ['server-error', 'server-error'];
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    const code = await asksForBlood(family, oneUnit);
    await world.clock.advance(minutes(4));
    await findsItReal(kavita, family, code);
    amit.hearsOnly(says.alert);
    await expectAllMessagesEnded(world);
  });

  for (const dropCallback of [0, 1]) {
    const news = dropCallback ? 'without callbacks' : 'with callbacks';
    scenario(`arrives once when the connection breaks after acceptance, ${news}`, async (world) => {
      const amit = await world.donor('Amit');
      const { family } = await searchedFor(world, plannedNeed);
      amit.hears(says.alert);
      Object.assign(world.carrier.faults, { cutAfterAccepting: 1, dropCallback });
      await amit.texts('1');
      amit.hears(says.confirmed);
      await world.clock.advance(hours(2));
      family.hearsOnly(says.donorComing);
      Object.assign(world.carrier.faults, { cutAfterAccepting: 0, dropCallback: 0 });
      await expectAllMessagesEnded(world);
    });
  }

  for (const knows of [true, false]) {
    const carrier = knows ? 'a message list' : 'no message list';
    scenario(
      `that may have been an alert is followed by the news that the request is covered, with ${carrier}`,
      async (world) => {
        const amit = await world.donor('Amit');
        const bina = await world.donor('Bina');
        if (!knows) {
          const find = async () => ({ type: 'cannot-tell' }) as const;
          world.services.carrier = { ...world.services.carrier, find };
        }
        const family = world.phone('Sunita');
        const kavita = await world.volunteer('Kavita');
        const code = await asksForBlood(family, oneUnit);
        world.carrier.faults.cutAfterAccepting = 1;
        world.carrier.faults.dropCallback = 1;
        await kavita.texts(`OK ${code}`);
        Object.assign(world.carrier.faults, { cutAfterAccepting: 0, dropCallback: 0 });
        for (const donor of [amit, bina]) donor.hearsOnly(says.alert, code);
        await amit.texts('1');
        amit.hearsOnly(says.confirmed);
        await world.clock.advance(minutes(30));
        bina.hearsOnly(says.alertCovered, code);
        family.hears(says.donorComing);
        await expectAllMessagesEnded(world);
      },
    );
  }

  scenario(
    'arrives once when callbacks are lost, duplicated, reordered and late',
    async (world) => {
      Object.assign(world.carrier.faults, {
        dropCallback: 0.3,
        duplicateWebhook: 0.5,
        reorderCallbacks: 0.5,
        delayWebhook: 0.3,
        delayMs: minutes(3),
      });
      const [amit, bina] = await donors(world, 2);
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      /** Waits for a text that may itself be late. */
      const slowly = async (sent: Promise<void> | undefined): Promise<void> => {
        await world.clock.advance(minutes(4));
        await sent;
      };
      await slowly(family.textsAtOnce(oneUnit));
      family.hearsOnly(says.summary);
      await slowly(family.textsAtOnce('1'));
      const code = codeIn(family.hearsOnly(says.opened));
      kavita.hearsOnly(says.pleaseCheck);
      await slowly(kavita.textsAtOnce(`OK ${code}`));
      kavita.hearsOnly(says.thanksOk);
      family.hearsOnly(says.verified);
      bina?.hearsOnly(says.alert);
      amit?.hearsOnly(says.alert);
      await slowly(amit?.textsAtOnce('1'));
      amit?.hearsOnly(says.confirmed);
      bina?.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
      await slowly(amit?.textsAtOnce('DONE'));
      amit?.hearsOnly(says.thanks);
      kavita.hearsOnly(says.verifierEnd);
      family.hearsOnly(says.fulfilled);
      await expectAllMessagesEnded(world);
    },
  );

  scenario('is given up when the carrier stays unavailable', async (world) => {
    const amit = await world.donor('Amit');
    const family = world.phone('Sunita');
    await world.volunteer('Kavita');
    world.carrier.faults.serverError = 1;
    await asksForBlood(family, oneUnit);
    await world.clock.advance(hours(20));
    family.hearsNothing();
    amit.hearsNothing();
    await expectAllMessagesEnded(world);
  });

  scenario(
    'is given up when the carrier and its message list stay unavailable',
    async (world) => {
      const family = world.phone('Sunita');
      await world.volunteer('Kavita');
      world.carrier.faults.serverError = 1;
      world.services.carrier = {
        ...world.services.carrier,
        find: () => Promise.reject(new Error('away')),
      };
      await asksForBlood(family, oneUnit);
      await world.clock.advance(hours(3));
      await expectAllMessagesEnded(world);
      world.logged.splice(0); // one line for each lookup without an answer
    },
    givesUpSoon,
  );
});

describe('an unreachable number', () => {
  scenario('is tried again after 1, 2, 5, 15 and 30 minutes, and then given up', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world, plannedNeed);
    world.carrier.faults.numbers[family.number] = 30003;
    await kavita.texts(`OK ${code}`);
    kavita.hears(says.thanksOk);
    await world.clock.advance(hours(2));
    const waits = tries(world, family, says.verified);
    expect(waits).toHaveLength(6);
    // The sweep runs every minute, so a wait is at most that much longer.
    for (const [i, wait] of [1, 2, 5, 15, 30].entries()) {
      const waited = (waits[i + 1] ?? 0) - (waits[i] ?? 0);
      expect(waited).toBeGreaterThanOrEqual(wait);
      expect(waited).toBeLessThan(wait + 2);
    }
    await expectAllMessagesEnded(world);
  });

  scenario('on WhatsApp gets it once when the carrier leaves the last try open', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world, plannedNeed);
    await family.texts('STATUS', { channel: 'whatsapp' });
    family.readsEverything();
    // Only the last of six tries reaches the carrier, which answers it with an error.
    Object.assign(world.carrier.faults, { tooManyRequests: 1, dropCallback: 1 });
    await kavita.texts(`OK ${code}`);
    kavita.readsEverything();
    await world.clock.advance(minutes(24));
    Object.assign(world.carrier.faults, { tooManyRequests: 0, errorAfterAccepting: 1 });
    await world.clock.advance(hours(2));
    const heard = family.unread().filter((text) => text.includes(says.verified));
    expect(heard).toHaveLength(1);
    expect((await world.outbox()).filter(({ movedFrom }) => movedFrom)).toEqual([]);
    readAllMessages(world);
  });

  scenario('gets the message once when it is reachable again', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world, plannedNeed);
    world.carrier.faults.numbers[family.number] = 30003;
    await kavita.texts(`OK ${code}`);
    kavita.hears(says.thanksOk);
    await world.clock.advance(minutes(4));
    family.hearsNothing();
    delete world.carrier.faults.numbers[family.number];
    await world.clock.advance(minutes(30));
    family.hears(says.verified);
    family.hearsOnly(says.everyoneAsked);
  });

  scenario('gets the message once when callbacks are reordered and duplicated', async (world) => {
    const { family, verifier: kavita, code } = await waitsForCheck(world, plannedNeed);
    Object.assign(world.carrier.faults, { reorderCallbacks: 1, duplicateWebhook: 1 });
    world.carrier.faults.numbers[family.number] = 30003;
    await kavita.textsAtOnce(`OK ${code}`);
    await world.clock.advance(seconds(30));
    kavita.hears(says.thanksOk);
    family.hearsNothing();
    delete world.carrier.faults.numbers[family.number];
    await world.clock.advance(minutes(30));
    family.hears(says.verified);
    family.hearsOnly(says.everyoneAsked);
    await expectAllMessagesEnded(world);
  });

  scenario(
    'is called for an alert, and another donor is asked when the call is not answered',
    async (world) => {
      const people = await donors(world, 3);
      const [off] = people;
      if (off) world.carrier.faults.numbers[off.number] = 30003;
      await searchedFor(world, oneUnit);
      expect(off?.isRinging()).toBe(true);
      expect(whoIsAsked(people)).toEqual([]);
      await off?.missesCall();
      await world.clock.advance(seconds(30));
      expect(whoIsAsked(people)).toHaveLength(1);
      if (off) delete world.carrier.faults.numbers[off.number];
      await world.clock.advance(minutes(5));
      off?.hearsNothing();
      expect(off?.missedCalls()).toBe(1);
    },
    oneDonorAStage,
  );

  scenario('is called from then on, until it texts us', async (world) => {
    const amit = await world.donor('Amit');
    world.carrier.faults.numbers[amit.number] = 30005;
    const { family, verifier } = await searchedFor(world, oneUnit);
    await amit.missesCall();
    await world.clock.advance(minutes(10));
    family.hears(says.everyoneAsked);
    expect((await world.store.person(amit.number))?.unreachable).toMatchObject({ error: '30005' });
    const salma = world.phone('Salma');
    const second = await asksForBlood(salma, oneUnit.replace('Ramesh', 'Noor'));
    await findsItReal(verifier, salma, second);
    await amit.missesCall();
    await world.clock.advance(minutes(10));
    salma.hears(says.everyoneAsked);
    expect(world.carrier.messagesOf(amit.number)).toHaveLength(1);
    delete world.carrier.faults.numbers[amit.number];
    await world.clock.advance(hours(2));
    amit.hearsNothing();
    await amit.texts('STATUS');
    amit.hearsOnly(says.statusNone);
    expect((await world.store.person(amit.number))?.unreachable).toBeUndefined();
    const geeta = world.phone('Geeta');
    const code = await asksForBlood(geeta, oneUnit.replace('Ramesh', 'Kamla'));
    await findsItReal(verifier, geeta, code);
    amit.hearsOnly(says.alert, code);
  });

  scenario('is marked as opted out when the carrier refuses with that reason', async (world) => {
    const amit = await world.donor('Amit');
    await amit.texts('STOP');
    const person = await world.store.person(amit.number);
    if (person) await world.store.save([{ put: { ...person, optedOut: false } }]);
    const { family } = await searchedFor(world, oneUnit);
    await world.clock.advance(minutes(10));
    family.hears(says.everyoneAsked);
    expect((await world.store.person(amit.number))?.optedOut).toBe(true);
    await expectAllMessagesEnded(world);
  });
});

describe('an alert that is not accepted in its stage', () => {
  scenario(
    'is given up before the next stage, and its donor is asked again when the carrier is back',
    async (world) => {
      const [amit] = await donors(world, 1);
      if (!amit) throw new Error('too few donors');
      const family = world.phone('Sunita');
      const kavita = await world.volunteer('Kavita');
      const code = await asksForBlood(family, oneUnit);
      world.carrier.faults.tooManyRequests = 1;
      await kavita.texts(`OK ${code}`);
      const [first] = (await world.file(code)).alerts;
      await world.clock.advance(minutes(7.5));
      const alerts = (await world.file(code)).alerts;
      expect(alerts.find(({ id }) => id === first?.id)).toMatchObject({ state: 'undelivered' });
      expect(alerts.filter((a) => a.state === 'queued').length).toBeLessThanOrEqual(1);
      // Alerts that were not sent count neither for this request nor for the weekly limit.
      await world.clock.advance(hours(1));
      world.carrier.faults.tooManyRequests = 0;
      await world.clock.advance(minutes(10));
      amit.hearsOnly(says.alert, code);
      expect((await world.store.person(amit.number))?.alerts).toHaveLength(1);
      await amit.texts('1');
      amit.hears(says.confirmed);
      family.readsEverything();
      kavita.readsEverything();
    },
    oneDonorAStage,
  );

  scenario(
    'is followed by another donor in time when it may have been sent, and both hear the end',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      if (!amit || !bina) throw new Error('too few donors');
      const { verifier: kavita, code } = await waitsForCheck(world, oneUnit);
      // The carrier accepts the alert, the connection breaks, and from then on its message list fails.
      Object.assign(world.carrier.faults, { cutAfterAccepting: 1, dropCallback: 1, listError: 1 });
      await kavita.texts(`OK ${code}`);
      world.carrier.faults.cutAfterAccepting = 0;
      await world.clock.advance(minutes(1));
      const [heard, spared] = whoIsAsked([amit, bina]);
      expect(heard).toBeDefined();
      expect(spared).toBeUndefined();
      const other = heard === amit ? bina : amit;
      await world.clock.advance(minutes(6.5));
      other.hearsOnly(says.alert, code);
      await other.texts('1');
      other.hearsOnly(says.confirmed);
      heard?.hearsOnly(says.alertCovered, code);
      Object.assign(world.carrier.faults, { dropCallback: 0, listError: 0 });
      await expectAllMessagesEnded(world);
    },
    oneDonorAStage,
  );
});

describe('an hour without the carrier', () => {
  const away = (world: World): void =>
    void Object.assign(world.carrier.faults, { serverError: 1, listError: 1 });
  const back = (world: World): void =>
    void Object.assign(world.carrier.faults, { serverError: 0, listError: 0 });

  scenario('uses up no donor: they are asked afterwards, each once', async (world) => {
    const all = await donors(world, 3);
    const { verifier, family, code } = await waitsForCheck(world, oneUnit);
    away(world);
    await verifier.texts(`OK ${code}`);
    await world.clock.advance(hours(1));
    expect(whoIsAsked(all)).toEqual([]);
    back(world);
    await world.clock.advance(minutes(10));
    for (const donor of all) donor.hearsOnly(says.alert, code);
    family.hears(says.verified, code);
    readAllMessages(world);
    await all[0]?.texts('1');
    all[0]?.hearsOnly(says.confirmed);
    readAllMessages(world);
    await expectAllMessagesEnded(world);
  });

  scenario('asks no donor again whose alert had left before it', async (world) => {
    const all = await donors(world, 2);
    const { verifier, code } = await waitsForCheck(world, oneUnit);
    Object.assign(world.carrier.faults, { cutAfterAccepting: 1, dropCallback: 1, listError: 1 });
    await verifier.texts(`OK ${code}`);
    world.carrier.faults.cutAfterAccepting = 0;
    away(world);
    await world.clock.advance(hours(1));
    back(world);
    world.carrier.faults.dropCallback = 0;
    await world.clock.advance(minutes(10));
    for (const donor of all) donor.hearsOnly(says.alert, code);
    readAllMessages(world);
    await expectAllMessagesEnded(world);
  });
});

describe('an alert that is no longer needed', () => {
  /** Amit has his alert. Bina's waits because the carrier was busy. */
  const waitingAlert = async (world: World) => {
    const [amit, bina] = await donors(world, 2);
    const { family } = await searchedFor(world, oneUnit);
    if (!amit || !bina) throw new Error('no two donors');
    amit.hearsOnly(says.alert);
    world.carrier.faults.nextSends = ['too-many-requests'];
    await world.clock.advance(minutes(8));
    const row = await rowFor(world, bina);
    const { sending } = world.services.config.policy;
    return { amit, bina, family, row, text: row.text ?? '', now: world.clock.now(), sending };
  };

  scenario(
    'is not sent when the request was covered while it waited',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      const { family } = await searchedFor(world, oneUnit);
      amit?.hearsOnly(says.alert);
      world.carrier.faults.tooManyRequests = 1;
      await world.clock.advance(minutes(9));
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      world.carrier.faults.tooManyRequests = 0;
      await world.clock.advance(hours(1));
      bina?.hearsNothing();
      family.hearsOnly(says.donorComing);
      amit?.hearsOnly(says.reminder);
      await expectAllMessagesEnded(world);
    },
    oneDonorAStage,
  );

  scenario(
    'is followed by one message when it was sent at the same moment',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      const { family } = await searchedFor(world, oneUnit);
      amit?.hearsOnly(says.alert);
      Object.assign(world.carrier.faults, {
        cutAfterAccepting: 1,
        delayWebhook: 1,
        delayMs: minutes(2),
      });
      await world.clock.advance(minutes(8));
      Object.assign(world.carrier.faults, { cutAfterAccepting: 0, delayWebhook: 0 });
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      await world.clock.advance(minutes(5));
      bina?.hears(says.alert);
      bina?.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
    },
    oneDonorAStage,
  );

  scenario(
    'is followed by one message when it may have been sent and the message list fails',
    async (world) => {
      const [amit, bina] = await donors(world, 2);
      const { family } = await searchedFor(world, oneUnit);
      amit?.hearsOnly(says.alert);
      Object.assign(world.carrier.faults, { errorAfterAccepting: 1, dropCallback: 1 });
      await world.clock.advance(minutes(8) + seconds(5));
      bina?.hearsOnly(says.alert);
      Object.assign(world.carrier.faults, {
        errorAfterAccepting: 0,
        dropCallback: 0,
        listError: 1,
      });
      await amit?.texts('1');
      amit?.hearsOnly(says.confirmed);
      await world.clock.advance(minutes(5));
      bina?.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
    },
    oneDonorAStage,
  );

  scenario(
    'is not withdrawn by a process with an old copy while another process sends it',
    async (world) => {
      const { services, store } = world;
      const { amit, bina, family, row, text, now, sending } = await waitingAlert(world);
      await store.save([{ put: markClaimed(row, { text, channel: 'sms', now, sending }) }]);
      await amit.texts('1');
      amit.hearsOnly(says.confirmed);
      // The slow process has read the row while it waited, and the request later.
      let read = false;
      const outboxRow: typeof store.outboxRow = async (id) => {
        if (read) return store.outboxRow(id);
        read = true;
        return { ...row, dueAt: now };
      };
      await sendMessage({ ...services, store: { ...store, outboxRow } }, row.id);
      await services.carrier.send({ to: bina.number, channel: 'sms', text, messageId: row.id });
      await world.clock.advance(seconds(30));
      bina.hears(says.alert);
      bina.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
    },
    oneDonorAStage,
  );

  scenario(
    'is not withdrawn by a slow process after another process has taken it over',
    async (world) => {
      const { services, store } = world;
      const { amit, bina, family, row, text, now, sending } = await waitingAlert(world);
      await store.save([{ put: { ...row, dueAt: now } }]);
      // Right after the claim its lease ends, another process claims the row, and the request is covered.
      let claims = 0;
      const save: typeof store.save = async (writes) => {
        const saved = await store.save(writes);
        claims += 1;
        if (claims > 1) return saved;
        const taken = await store.outboxRow(row.id);
        if (taken)
          await store.save([{ put: markClaimed(taken, { text, channel: 'sms', now, sending }) }]);
        await amit.texts('1');
        return saved;
      };
      await sendMessage({ ...services, store: { ...store, save } }, row.id);
      expect(claims).toBeGreaterThan(0);
      await services.carrier.send({ to: bina.number, channel: 'sms', text, messageId: row.id });
      await world.clock.advance(seconds(30));
      amit.hearsOnly(says.confirmed);
      bina.hears(says.alert);
      bina.hearsOnly(says.alertCovered);
      family.hearsOnly(says.donorComing);
    },
    oneDonorAStage,
  );
});

describe('a message of a process that dies', () => {
  /** Amit has his alert. WhatsApp has taken and then refused Bina's, and its SMS waits because the carrier was busy. */
  const movedAlert = async (world: World) => {
    const [amit, bina] = await donors(world, 2);
    if (!amit || !bina) throw new Error('no two donors');
    await bina.texts('MENU'); // Bina has not written on WhatsApp
    bina.readsEverything();
    const person = await world.store.person(bina.number);
    if (person) await world.store.save([{ put: { ...person, channel: 'whatsapp' } }]);
    await searchedFor(world, oneUnit);
    amit.hearsOnly(says.alert);
    Object.assign(world.carrier.faults, { delayWebhook: 1, delayMs: minutes(2) });
    await world.clock.advance(minutes(8));
    const before = await rowFor(world, bina);
    const alertNow = async () => {
      const { requestId, alertId } = before;
      const alert = requestId && alertId && (await world.store.alert(requestId, alertId));
      if (!alert) throw new Error('no alert');
      return alert;
    };
    expect(await alertNow()).toMatchObject({ state: 'sent', carrierId: expect.any(String) });
    world.carrier.faults.delayWebhook = 0;
    world.carrier.faults.nextSends = ['too-many-requests'];
    await world.clock.advance(minutes(2));
    const row = await rowFor(world, bina);
    expect(row).toMatchObject({ id: before.id, state: 'queued', movedFrom: 'whatsapp' });
    const alert = await alertNow();
    expect(alert).toMatchObject({ state: 'queued' });
    expect(alert).not.toHaveProperty('carrierId');
    return { amit, bina, row, alert };
  };

  /** Kavita's message waits because the carrier was busy. */
  const waitingMessage = async (world: World) => {
    const family = world.phone('Sunita');
    const kavita = await world.volunteer('Kavita');
    world.carrier.faults.nextSends = ['too-many-requests'];
    const code = await asksForBlood(family, oneUnit);
    kavita.hearsNothing();
    const row = await rowFor(world, kavita);
    expect(row.state).toBe('queued');
    const now = world.clock.now();
    const { sending } = world.services.config.policy;
    const text = row.text ?? '';
    const claim = markClaimed(row, { text, channel: 'sms', now, sending });
    return { family, kavita, code, claim, text };
  };

  scenario('is sent a minute later when the process died between claim and send', async (world) => {
    const { kavita, claim } = await waitingMessage(world);
    await world.store.save([{ put: claim }]);
    await world.clock.advance(seconds(50));
    kavita.hearsNothing();
    await world.clock.advance(minutes(2));
    kavita.hearsOnly(says.pleaseCheck);
    expect(world.logged.filter((line) => line.startsWith('claim-was-stuck'))).toHaveLength(1);
    await expectAllMessagesEnded(world);
  });

  for (const stored of ['now', 'before alerts forgot a failed try'])
    scenario(
      `is given up when WhatsApp had refused the alert and a donor came meanwhile, stored ${stored}`,
      async (world) => {
        const { amit, bina, row, alert } = await movedAlert(world);
        const { sending } = world.services.config.policy;
        const now = world.clock.now();
        const claim = markClaimed(row, { text: 'alert', channel: 'sms', now, sending });
        await world.store.save([{ put: claim }]);
        if (stored !== 'now')
          await world.store.save([{ put: { ...alert, carrierId: row.carrierId } }]);
        await amit.texts('1');
        amit.hearsOnly(says.confirmed);
        await world.clock.advance(minutes(5));
        bina.hearsNothing();
        expect(await world.store.outboxRow(row.id)).toMatchObject({ state: 'withdrawn' });
        expect(world.logged.filter((line) => line.startsWith('claim-was-stuck'))).toHaveLength(1);
        await expectAllMessagesEnded(world);
      },
      oneDonorAStage,
    );

  scenario('is not sent twice when the process died between send and save', async (world) => {
    const { kavita, claim, text } = await waitingMessage(world);
    await world.store.save([{ put: claim }]);
    world.carrier.faults.dropCallback = 1;
    const message = { to: kavita.number, channel: 'sms', text, messageId: claim.id } as const;
    await world.services.carrier.send(message);
    await world.clock.advance(minutes(3));
    kavita.hearsOnly(says.pleaseCheck);
    await expectAllMessagesEnded(world);
  });
});
