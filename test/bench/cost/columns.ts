/** Renders a table for a terminal. `align` has an l or an r for each column. */
export const createColumns = (head: string[], align: string) => {
  const rows: string[][] = [head];
  return {
    add: (row: string[]) => void rows.push(row),
    print(): void {
      const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
      for (const row of rows)
        console.log(
          row
            .map((cell, i) => {
              const width = widths[i] ?? 0;
              return align[i] === 'r' ? cell.padStart(width) : cell.padEnd(width);
            })
            .join('  ')
            .trimEnd(),
        );
    },
  };
};
