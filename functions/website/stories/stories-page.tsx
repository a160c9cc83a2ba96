/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Story } from '#shared/people/stories/story.ts';
import { photoIdSchema } from '#shared/terms/ids.ts';
import { dayOf } from '#shared/terms/time.ts';
import { listShownStories } from '../../use-cases/stories/list-stories.ts';
import { Page, sendPage } from '../frame/layout.tsx';
import { sendNotice } from '../frame/notice-page.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { sendPicture } from '../frame/send-picture.ts';
import { hrefOf, type Visit } from '../frame/visit.ts';
import { storiesWords } from './stories-words.ts';

/** As many as a small phone loads at once. */
const shown = 10;

/** The words as they were approved, the town and the day; the teller's name when they wanted it. */
const StoryCard = ({ visit, story }: { visit: Visit; story: Story }) => {
  const words = storiesWords[visit.language];
  const { services } = visit.site;
  const { text, language, town, name, photo, shownAt = visit.now } = story;
  const shared = words.shared(text, services.config.groupName, `${services.publicUrl}/stories`);
  return (
    <article class="card">
      <p lang={language} dir="auto">
        {text}
      </p>
      {photo?.shown && (
        <img
          class="photo"
          loading="lazy"
          src={hrefOf(visit, `/stories/${photo.shown}`)}
          alt={words.photo}
        />
      )}
      <p class="quiet">
        {name && `${name} · `}
        {words.from(town, visit.phrases.day(dayOf(shownAt)))}
      </p>
      <p>
        <a href={`https://wa.me/?text=${encodeURIComponent(shared)}`} rel="noreferrer">
          {words.share}
        </a>
      </p>
    </article>
  );
};

/** A photograph while its story is shown. Like the page, no browser keeps it. */
const sendPhoto = async (visit: Visit): Promise<Response> => {
  const { store } = visit.site.services;
  const id = photoIdSchema.safeParse(visit.c.req.param('photo')).data;
  const photo = id && (await store.photo(id));
  const story = photo && (await store.story(photo.storyId));
  if (!photo || story?.state !== 'shown' || story.photo?.shown !== photo.id)
    return sendNotice(visit, ({ problems }) => problems.notFound, 404);
  return sendPicture(visit, { type: photo.type, bytes: Buffer.from(photo.bytes, 'base64') });
};

/**
 * `/stories`: what families tell. No browser and no search engine keeps the page, so that a story that is taken down is
 * gone at once.
 */
export const mountStories = (router: PageRouter): void => {
  router.get('/stories/:photo{[\\w-]+}', sendPhoto);
  router.get('/stories', async (visit) => {
    const words = storiesWords[visit.language];
    const stories = await listShownStories(visit.site.services, shown);
    return sendPage(
      visit,
      <Page visit={visit} title={words.title}>
        <p>{words.lead}</p>
        {stories.length === 0 && <p class="notice">{words.none}</p>}
        {stories.map((story) => (
          <StoryCard visit={visit} story={story} />
        ))}
        <h2>{words.tellTitle}</h2>
        <p>{words.tell(visit.number)}</p>
        <p>
          <a class="btn" href={hrefOf(visit, '/join')}>
            {words.give}
          </a>
        </p>
      </Page>,
    );
  });
};
