import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/terms/language.ts';
import { days, epochMs } from '#shared/terms/time.ts';
import { aStory } from '../../../contract/samples.ts';
import { storyConfig, storyIsShown, storyWaits } from '../../../world/steps/after-gift-steps.ts';
import { entersConsole } from '../../../world/steps/console-steps.ts';
import { WebBrowser, wordsOf } from '../../../world/web/web-browser.ts';
import { createWorld, publicUrl, type World } from '../../../world/world.ts';

const visit = (world: World, path: string) => new WebBrowser(world.app, publicUrl).open(path);
const world = () => createWorld({ config: storyConfig() });

/** So many shown stories, each as long as one may be. */
const withStories = async (count: number, text: string): Promise<World> => {
  const full = await world();
  const dueAt = epochMs(full.clock.now() + days(170));
  const puts = Array.from({ length: count }, (_, i) => ({
    put: aStory(`story${i}`, { state: 'shown', text: `${i} ${text}`.slice(0, 200), dueAt }),
  }));
  await full.store.save(puts);
  return full;
};

describe('the page of stories', () => {
  it.each(languages)('is small with ten long ones, and shows no more, in %s', async (language) => {
    const full = await withStories(12, 'रात में दो अनजान लोग आए और खून दिया। '.repeat(10));
    const page = await visit(full, `/stories?lang=${language}`);
    expect(page.status).toBe(200);
    expect(gzipSync(page.html).byteLength).toBeLessThan(14 * 1024);
    expect(page.html.match(/<article/g)).toHaveLength(10);
    expect(page.html).not.toMatch(/<script|undefined|NaN|\[object/);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('escapes what a family wrote, in the words and in the link to share', async () => {
    const page = await visit(await withStories(1, '<script>alert("1")</script>&'), '/stories');
    expect(page.html).not.toContain('<script');
    expect(page.html).toContain('%3Cscript%3E');
  });

  it('says so while no family has told', async () => {
    const page = await visit(await world(), '/stories?lang=en');
    expect(wordsOf(page)).toContain('No family has told yet');
    expect(wordsOf(page)).toContain('UNTELL');
  });
});

describe('the stories in the console', () => {
  it('wait for a coordinator, who shows one and takes it down', async () => {
    const told = await world();
    const { coordinator, family } = await storyWaits(told);
    const browser = await entersConsole(told, coordinator);
    expect(wordsOf(await browser.open('/console/stories?lang=en'))).toContain(
      'Two people we did not know',
    );
    expect(browser.page.html).not.toContain(family.number.slice(-10));
    await browser.submit('/console/stories/decide', {}, 'value="show"');
    expect(wordsOf(browser.page)).toContain('The story is shown');
    expect(wordsOf(await visit(told, '/stories'))).toContain('Two people we did not know');
    await told.clock.advance(5000);
    family.hearsOnly('Your story is on our page');
    await browser.submit('/console/stories/decide', {}, 'value="remove"');
    expect(wordsOf(await visit(told, '/stories'))).not.toContain('Two people we did not know');
    await told.clock.advance(5000);
    family.hearsOnly('decided not to show it');
    const trail = wordsOf(await browser.open('/console/trail?lang=en'));
    expect(trail).toContain('showed a story');
  });

  it('are for coordinators alone', async () => {
    const told = await world();
    const { verifier } = await storyIsShown(told);
    const browser = await entersConsole(told, verifier);
    expect((await browser.open('/console/stories')).status).toBe(403);
  });
});
