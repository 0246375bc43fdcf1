/** Lines of a table on paper, to be written on by hand. */
import type { JSX } from 'react';

/** See the module comment; `columns` beside that of the numbers. */
export function BlankRows({ columns }: { readonly columns: number }): JSX.Element {
  return (
    <>
      {[1, 2, 3].map((row) => (
        <tr key={row}>
          {Array.from({ length: columns + 1 }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blank cells of paper
            <td key={column}>{column === 0 ? row : null}</td>
          ))}
        </tr>
      ))}
    </>
  );
}
