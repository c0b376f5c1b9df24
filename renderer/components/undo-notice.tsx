import { Button } from './button.tsx';
import './undo-notice.css';

export interface UndoNoticeProps {
  readonly message: string;
  readonly undoLabel: string;
  readonly onUndo: () => void;
}

/** Done at once, and taken back as easily: in place of "are you sure". */
export function UndoNotice({ message, undoLabel, onUndo }: UndoNoticeProps) {
  return (
    <div className="undo-notice">
      <p>{message}</p>
      <Button appearance="subtle" onClick={onUndo}>
        {undoLabel}
      </Button>
    </div>
  );
}
