/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Story } from '#shared/people/stories/story.ts';
import { storyIdSchema } from '#shared/terms/ids.ts';
import { decideStory } from '../../../use-cases/stories/check-story.ts';
import { listShownStories, listWaitingStories } from '../../../use-cases/stories/list-stories.ts';
import { loadStory } from '../../../use-cases/stories/load-story.ts';
import { ActionButton } from '../../frame/fields.tsx';
import type { PageRouter } from '../../frame/router.tsx';
import { actAndShow } from '../../frame/show-reply.ts';
import type { MemberVisit } from '../../frame/visit.ts';
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
    const [waiting, shown] = await Promise.all([
      listWaitingStories(services),
      listShownStories(services, listed),
    ]);
    return sendConsole(
      visit,
      words.title,
      <>
        <p>{words.help}</p>
        <StoryTable visit={visit} title={words.waiting} stories={waiting} />
        <StoryTable visit={visit} title={words.shown} stories={shown} />
      </>,
    );
  });
  router.postFor('coordinator', `${path}/decide`, (visit, form) =>
    actAndShow(visit, form.id, path, async (work) => {
      const id = storyIdSchema.safeParse(form.field('story')).data;
      const story = id && (await loadStory(work, id));
      if (!story) return work.reply({ key: 'storyUnknown', params: {} });
      await decideStory(work, visit.person.phone, story, form.field('act') === 'show');
    }),
  );
};
