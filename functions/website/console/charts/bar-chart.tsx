/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** One bar: what stands below it, and how high it is. */
export type Bar = { label: string; value: number };

const height = 90;
const step = 26;
const barWidth = 20;
/** Room for the values above the bars and the labels below. */
const [above, below] = [18, 20];

/**
 * Bars as SVG, made on the server: no script and no inline style. `title` is read aloud with the values, for those who
 * do not see it.
 */
export const BarChart = ({ title, bars }: { title: string; bars: readonly Bar[] }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const width = Math.max(step, bars.length * step);
  const spoken = bars.map(({ label, value }) => `${label}: ${value}`).join(', ');
  return (
    <figure tabindex={0}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height + above + below}`}
        width={width}
        height={height + above + below}
        role="img"
        aria-label={`${title}. ${spoken}`}
      >
        <title>{`${title}. ${spoken}`}</title>
        {bars.map(({ label, value }, i) => {
          const tall = Math.round((height * value) / most);
          const x = i * step + (step - barWidth) / 2;
          return (
            <>
              <rect
                class={value === 0 ? 'none' : 'bar'}
                x={x}
                y={above + height - Math.max(tall, 2)}
                width={barWidth}
                height={Math.max(tall, 2)}
              />
              {value > 0 && (
                <text x={x + barWidth / 2} y={above + height - tall - 4} text-anchor="middle">
                  {value}
                </text>
              )}
              <text x={x + barWidth / 2} y={above + height + 15} text-anchor="middle">
                {label}
              </text>
            </>
          );
        })}
      </svg>
    </figure>
  );
};
