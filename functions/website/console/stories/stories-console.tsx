/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Story } from '#shared/people/stories/story.ts';
import { longestStory } from '#shared/terms/after-gift/story-rules.ts';
import { storyIdSchema } from '#shared/terms/ids.ts';
import { maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { decideStory } from '../../../use-cases/stories/check-story.ts';
import { listShownStories, listWaitingStories } from '../../../use-cases/stories/list-stories.ts';
import { loadStory } from '../../../use-cases/stories/load-story.ts';
import { decidePhoto, loadSentPhoto } from '../../../use-cases/stories/show-photo.ts';
import { writeDownStory } from '../../../use-cases/stories/spoken-story.ts';
import { ActionButton, HiddenFields, PageForm } from '../../frame/fields.tsx';
import { sendNotice } from '../../frame/notice-page.tsx';
import type { PageRouter } from '../../frame/router.tsx';
import { sendPicture } from '../../frame/send-picture.ts';
import { actAndShow } from '../../frame/show-reply.ts';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { storyWords } from './story-words.ts';

const path = '/console/stories';
const listed = 100;

const Decision = ({ visit, story }: { visit: MemberVisit; story: Story }) => {
  const words = storyWords[visit.language];
  const fields = (act: 'show' | 'remove') => ({ story: story.id, act });
  return (
    <div class="row">
      {story.state === 'waits' && (
        <ActionButton visit={visit} action={`${path}/decide`} fields={fields('show')}>
          {words.show}
        </ActionButton>
      )}
      <ActionButton visit={visit} action={`${path}/decide`} fields={fields('remove')} plain>
        {story.state === 'waits' ? words.refuse : words.takeDown}
      </ActionButton>
    </div>
  );
};

/** What a family has said in a call, and the form for its words. */
const SpokenStory = ({ visit, story }: { visit: MemberVisit; story: Story }) => {
  const words = storyWords[visit.language];
  return (
    <article class="card">
      <p>
        {words.from}: {story.town}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: what a family has said has no captions. */}
      <audio controls preload="none" src={hrefOf(visit, `/console/sound/${story.recording}.mp3`)} />
      <PageForm visit={visit} action={`${path}/decide`}>
        <HiddenFields fields={{ story: story.id, act: 'write' }} />
        <label for={`words-${story.id}`}>{words.writeDown}</label>
        <textarea
          id={`words-${story.id}`}
          name="words"
          rows={4}
          maxlength={longestStory}
          required
        />
        <button type="submit">{words.sendToFamily}</button>
      </PageForm>
      <ActionButton
        visit={visit}
        action={`${path}/decide`}
        fields={{ story: story.id, act: 'remove' }}
        plain
      >
        {words.refuse}
      </ActionButton>
    </article>
  );
};

/** A photograph that its family has agreed to, as it would be shown. */
const SentPhoto = ({ visit, story }: { visit: MemberVisit; story: Story }) => {
  const words = storyWords[visit.language];
  const fields = (act: string) => ({ story: story.id, act });
  const address = story.photo?.shown ? `/stories/${story.photo.shown}` : `${path}/${story.id}`;
  return (
    <article class="card">
      <p lang={story.language}>{story.text || words.spoken}</p>
      <img class="photo" loading="lazy" src={hrefOf(visit, address)} alt={words.photoAlt} />
      <div class="row">
        {!story.photo?.shown && (
          <ActionButton visit={visit} action={`${path}/decide`} fields={fields('photo-show')}>
            {words.showPhoto}
          </ActionButton>
        )}
        <ActionButton visit={visit} action={`${path}/decide`} fields={fields('photo-remove')} plain>
          {story.photo?.shown ? words.takePhotoDown : words.refusePhoto}
        </ActionButton>
      </div>
    </article>
  );
};

/** The sent photograph, fetched from the carrier without its metadata, for the coordinators alone. */
const showSentPhoto = async (visit: MemberVisit): Promise<Response> => {
  const { services } = visit.site;
  const id = storyIdSchema.safeParse(visit.c.req.param('id')).data;
  const story = id && (await services.store.story(id));
  const picture = story && (await loadSentPhoto(services, story));
  if (!picture) return sendNotice(visit, ({ problems }) => problems.notFound, 404);
  services.log.info('photo-opened', {
    who: maskPhoneNumber(visit.person.phone),
    of: maskPhoneNumber(story.by),
  });
  return sendPicture(visit, picture);
};

const StoryTable = ({
  visit,
  title,
  stories,
}: {
  visit: MemberVisit;
  title: string;
  stories: readonly Story[];
}) => {
  const words = storyWords[visit.language];
  if (stories.length === 0)
    return (
      <p>
        {title}: {words.none}
      </p>
    );
  return (
    <DataTable caption={title} head={[words.words, words.from, words.name, words.decide]}>
      {stories.map((story) => (
        <tr>
          <td lang={story.language}>{story.text}</td>
          <td>{story.town}</td>
          <td>{story.name ?? words.noName}</td>
          <td>
            <Decision visit={visit} story={story} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
};

/** `/console/stories`: what families have approved and a coordinator has yet to read, and what is shown. */
export const mountStoriesConsole = (router: PageRouter): void => {
  router.getFor('coordinator', path, async (visit) => {
    const words = storyWords[visit.language];
    const { services } = visit.site;
    const [unshown, shown] = await Promise.all([
      listWaitingStories(services),
      listShownStories(services, listed),
    ]);
    const spoken = unshown.filter(({ state }) => state === 'spoken');
    const waiting = unshown.filter(({ state }) => state === 'waits');
    const photos = [...unshown, ...shown].filter(({ photo }) => photo?.agreedAt !== undefined);
    return sendConsole(
      visit,
      words.title,
      <>
        <p>{words.help}</p>
        {spoken.length > 0 && <h2>{words.spoken}</h2>}
        {spoken.length > 0 && <p>{words.spokenHelp}</p>}
        {spoken.map((story) => (
          <SpokenStory visit={visit} story={story} />
        ))}
        {photos.length > 0 && <h2>{words.photos}</h2>}
        {photos.length > 0 && <p>{words.photosHelp}</p>}
        {photos.map((story) => (
          <SentPhoto visit={visit} story={story} />
        ))}
        <StoryTable visit={visit} title={words.waiting} stories={waiting} />
        <StoryTable visit={visit} title={words.shown} stories={shown} />
      </>,
    );
  });
  router.getFor('coordinator', `${path}/:id{[\\w-]+}`, showSentPhoto);
  router.postFor('coordinator', `${path}/decide`, (visit, form) =>
    actAndShow(visit, form.id, path, async (work) => {
      const id = storyIdSchema.safeParse(form.field('story')).data;
      const story = id && (await loadStory(work, id));
      if (!story) return work.reply({ key: 'storyUnknown', params: {} });
      if (form.field('act') === 'write') return writeDownStory(work, story, form.field('words'));
      const act = form.field('act');
      if (act === 'photo-show' || act === 'photo-remove')
        return decidePhoto(work, visit.person.phone, story, act === 'photo-show');
      await decideStory(work, visit.person.phone, story, form.field('act') === 'show');
    }),
  );
};
