/** What can be done with one of several rows: to move it, to take it away. */
import type { JSX } from 'react';
import type { RowPlace } from '../filing-model.ts';
import { Icon } from './icon.tsx';
import { useScope } from './scope.ts';

/** See the module comment. */
export function RowActions({
  row,
  last,
  onMove,
  onRemove,
}: {
  readonly row: RowPlace;
  readonly last: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { say } = useScope();
  const action = (name: 'up' | 'down' | 'trash', label: string, off: boolean, run: () => void): JSX.Element => (
    <button
      className="button quiet icon-only"
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => (off ? undefined : run())}
    >
      <Icon name={name} />
    </button>
  );
  const number = { row: row.at + 1 };
  return (
    <>
      {action('up', say('moveUp', number), row.at === 0, () => onMove(row.at - 1))}
      {action('down', say('moveDown', number), row.at === last, () => onMove(row.at + 1))}
      {action('trash', say('removeRow', number), false, onRemove)}
    </>
  );
}
