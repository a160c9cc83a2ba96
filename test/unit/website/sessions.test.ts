import { describe, expect, it } from 'vitest';
import { nameBrowser } from '#functions/http/login/new-session.ts';
import { logInByPasskey } from '#functions/use-cases/volunteers/passkeys.ts';
import { sealPhone } from '#functions/website/frame/sealed-phone.ts';
import { epochMs, minutes } from '#shared/terms/time.ts';
import type { Phone } from '../../world/phone.ts';
import { entersConsole } from '../../world/steps/console-steps.ts';
import { formsOf, WebBrowser, wordsOf } from '../../world/web/web-browser.ts';
import { typeCode } from '../../world/web/web-login.ts';
import { account, createWorld, publicUrl, type World } from '../../world/world.ts';

const withCoordinator = async () => {
  const world = await createWorld();
  const chief = await world.volunteer('Asha', { role: 'coordinator' });
  return { world, chief, own: await entersConsole(world, chief) };
};

/** A browser that has stolen the cookies of another. */
const thiefOf = (world: World, { jar }: WebBrowser): WebBrowser => {
  const thief = new WebBrowser(world.app, publicUrl);
  for (const [name, value] of jar) thief.jar.set(name, value);
  return thief;
};

const isOpen = async (browser: WebBrowser): Promise<boolean> =>
  wordsOf(await browser.open('/console?lang=en')).includes('Open requests');

/** The person has been logged in for this long. */
const logsInBefore = async (world: World, { number }: Phone, ms: number): Promise<void> => {
  const person = await world.store.person(number);
  if (!person) throw new Error('nobody has this phone');
  const sessions = (person.sessions ?? []).map((one) => ({
    ...one,
    since: epochMs(one.since - ms),
  }));
  await world.store.save([{ put: { ...person, sessions } }]);
};

describe('where a person is logged in', () => {
  it('is listed, and ended in one browser without the other', async () => {
    const { world, chief, own } = await withCoordinator();
    const other = await entersConsole(world, chief);
    await own.open('/me?lang=en');
    expect(wordsOf(own.page)).toContain('(this one)');
    expect(formsOf(own.page).filter(({ action }) => action === '/me/end')).toHaveLength(1);
    await own.submit('/me/end');
    expect(formsOf(own.page).filter(({ action }) => action === '/me/end')).toEqual([]);
    expect(await isOpen(own)).toBe(true);
    expect(await isOpen(other)).toBe(false);
  });

  it('ends with the logout, in a copied cookie too', async () => {
    const { world, own } = await withCoordinator();
    const thief = thiefOf(world, own);
    expect(await isOpen(thief)).toBe(true);
    await own.open('/me?lang=en');
    await own.submit('/logout');
    expect(await isOpen(thief)).toBe(false);
  });

  it('is at most ten browsers: the oldest ends', async () => {
    const { world, chief, own } = await withCoordinator();
    for (let i = 0; i < 10; i += 1) await entersConsole(world, chief);
    expect(await isOpen(own)).toBe(false);
    expect((await world.store.person(chief.number))?.sessions).toHaveLength(10);
  });

  it('names a browser as people know it', () => {
    const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36';
    expect(nameBrowser(`Mozilla/5.0 (Linux; Android 10; K) ${chrome}`)).toBe('Chrome, Android');
    expect(nameBrowser('Opera/9.80 (Android; Opera Mini/7.5/1.0; U; en) Presto/2.12')).toBe(
      'Opera Mini, Android',
    );
    expect(nameBrowser('<script>')).toBe('');
    expect(nameBrowser(undefined)).toBe('');
  });
});

const keyId = 'a-key';

/** A coordinator with a passkey that does not count its uses, as those of a cloud do not. */
const withPasskey = async () => {
  const story = await withCoordinator();
  const { world, chief } = story;
  const person = await world.store.person(chief.number);
  if (!person) throw new Error('nobody has this phone');
  const since = epochMs(Date.now());
  const passkeys = [{ id: keyId, publicKey: 'pQ', counter: 0, since, browser: '' }];
  await world.store.save([{ put: { ...person, passkeys } }]);
  const uses = (formId: string, id = keyId): Promise<boolean> =>
    logInByPasskey(world.services, chief.number, {
      id,
      counter: 0,
      formId,
      session: { id: `of ${formId}`, since, browser: '' },
    });
  return { ...story, uses };
};

describe('a passkey that has proved itself', () => {
  it('begins a session once for each form, while it is the coordinator’s', async () => {
    const { world, chief, uses } = await withPasskey();
    expect(await uses('f1')).toBe(true);
    expect(await uses('f1')).toBe(false);
    expect(await uses('f2')).toBe(true);
    expect(await uses('f3', 'another')).toBe(false);
    const person = await world.store.person(chief.number);
    if (!person?.volunteer) throw new Error('no volunteer');
    const volunteer = { ...person.volunteer, role: 'verifier' as const };
    await world.store.save([{ put: { ...person, volunteer } }]);
    expect(await uses('f4')).toBe(false);
  });
});

describe('a forged passkey', () => {
  it('opens nothing, and says the same whatever is wrong', async () => {
    const { world, chief } = await withPasskey();
    const [part, userHandle] = ['AAAA', sealPhone(chief.number, 'passkey', account.authToken)];
    const response = {
      clientDataJSON: part,
      authenticatorData: part,
      signature: part,
      userHandle,
    };
    const credential = {
      id: keyId,
      rawId: keyId,
      type: 'public-key',
      response,
      clientExtensionResults: {},
    };
    const forged = [
      credential,
      { ...credential, id: 'another' },
      { ...credential, response: { ...response, userHandle: part } },
      { ...credential, response: {} },
    ];
    for (const typed of ['', 'x', '[]', ...forged.map((one) => JSON.stringify(one))]) {
      const thief = new WebBrowser(world.app, publicUrl);
      await thief.open('/console?lang=en');
      const page = await thief.submit('/login/passkey', { credential: typed });
      expect(page.status, typed).toBe(400);
      expect(wordsOf(page)).toContain('That passkey opens nothing here');
      expect([...thief.jar.keys()]).not.toContain('__Host-session');
    }
  });

  it('is not made with a login of yesterday', async () => {
    const { world, chief, own } = await withCoordinator();
    await own.open('/me?lang=en');
    await logsInBefore(world, chief, minutes(16));
    await own.submit('/me/passkey', { credential: '{}' });
    expect(wordsOf(own.page)).toContain('once more that it is you');
    await typeCode(world, own, chief);
    await own.submit('/me/passkey', { credential: '{}' });
    expect(wordsOf(own.page)).toContain('No passkey was made');
    expect((await world.store.person(chief.number))?.passkeys ?? []).toEqual([]);
  });
});

describe('a harmful step of a coordinator', () => {
  it('wants the login again once it is a quarter of an hour old, and is then asked again', async () => {
    const { world, chief, own } = await withCoordinator();
    const donor = await world.donor('Amit');
    await own.open('/console/people?lang=en');
    await own.submit('/console/people', { number: donor.number });
    const path = own.page.path.split('?')[0] ?? '';
    const isBlocked = async () => (await world.store.person(donor.number))?.blockedAt !== undefined;

    await logsInBefore(world, chief, minutes(16));
    await own.submit(`${path}/block`);
    expect(wordsOf(own.page)).toContain('once more that it is you');
    await typeCode(world, own, chief);
    expect(wordsOf(own.page)).toContain('Send it now');
    await own.submit(`${path}/block`);
    expect(wordsOf(own.page)).toContain('Are you sure?');
    expect(await isBlocked()).toBe(false);
    // The answer to the question counts no more than the button.
    await logsInBefore(world, chief, minutes(16));
    await own.submit(`${path}/block`);
    expect(wordsOf(own.page)).toContain('once more that it is you');
    expect(await isBlocked()).toBe(false);
    await typeCode(world, own, chief);
    await own.submit(`${path}/block`);
    await own.submit(`${path}/block`);
    expect(await isBlocked()).toBe(true);
    expect((await world.store.person(chief.number))?.sessions).toHaveLength(1);
  });
});
