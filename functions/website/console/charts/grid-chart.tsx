/** @jsxRuntime automatic @jsxImportSource hono/jsx */
export type GridRow = { name: string; values: readonly number[] };

const cell = 34;
const nameWidth = 110;

/** Counts by two names, as SVG made on the server: the more, the darker. */
export const GridChart = ({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly GridRow[];
}) => {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  const width = nameWidth + cell * columns.length;
  const height = cell * (rows.length + 1);
  const spoken = rows.map(
    ({ name, values }) =>
      `${name}: ${columns.map((column, i) => `${column} ${values[i] ?? 0}`).join(', ')}`,
  );
  return (
    <figure tabindex={0}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`${title}. ${spoken.join('. ')}`}
      >
        <title>{`${title}. ${spoken.join('. ')}`}</title>
        {columns.map((column, i) => (
          <text x={nameWidth + cell * (i + 0.5)} y={cell * 0.6} text-anchor="middle">
            {column}
          </text>
        ))}
        {rows.map(({ name, values }, row) => (
          <>
            <text x={0} y={cell * (row + 1.6)}>
              {name}
            </text>
            {columns.map((_, i) => {
              const value = values[i] ?? 0;
              return (
                <>
                  <rect
                    class={value === 0 ? 'empty' : 'bar'}
                    x={nameWidth + cell * i + 1}
                    y={cell * (row + 1) + 1}
                    width={cell - 2}
                    height={cell - 2}
                    fill-opacity={value === 0 ? 1 : (0.25 + (0.75 * value) / most).toFixed(2)}
                  />
                  {value > 0 && (
                    <text
                      class="onbar"
                      x={nameWidth + cell * (i + 0.5)}
                      y={cell * (row + 1.6)}
                      text-anchor="middle"
                    >
                      {value}
                    </text>
                  )}
                </>
              );
            })}
          </>
        ))}
      </svg>
    </figure>
  );
};
